//! Pages that list no stories: who publishes, accessibility, search, all topics of a kind, tasks.

use minijinja::context;
use minijinja::value::{Serde, Value};

use super::lists;
use crate::model::Site;
use crate::model::tasks::{SetTask, Standing};
use crate::model::topics::TopicKind;
use crate::record::value::date;
use crate::render::{Plan, Sheet, plan};

/// The template of a page and its facts.
pub fn page(site: &Site, plan: &Plan, sheet: Sheet) -> (&'static str, Value) {
    match sheet {
        Sheet::About => ("site/about.html", context! { kind => "about" }),
        Sheet::Accessibility => ("site/accessibility.html", context! { kind => "accessibility" }),
        Sheet::Search => ("site/search.html", search(plan)),
        Sheet::Topics(kind) => {
            let topics: Vec<Value> = plan.topics.of_kind(kind).map(lists::summary).collect();
            ("site/topics.html", context! { kind => "topics", of => kind.folder(), topics => topics })
        }
        Sheet::Tasks => ("site/tasks.html", tasks(site, plan)),
        Sheet::TasksOf(standing, (page, pages)) => {
            let all = plan::of_standing(&plan.tasks, standing);
            let shown = plan::on_page(all, page).iter().map(task).collect::<Vec<_>>();
            let base = Sheet::TasksOf(standing, (1, pages)).path();
            let facts = context! {
                kind => "tasks", standing => standing.key(), tasks => shown, total => all.len(), page => page, pages => pages,
                base => base,
            };
            ("site/tasks.html", facts)
        }
    }
}

/// By what results can be narrowed: only what there is.
fn search(plan: &Plan) -> Value {
    let mut years: Vec<i16> = plan.stories.iter().map(|story| story.day().year()).collect();
    years.dedup();
    let mut kinds: Vec<(usize, &str)> =
        plan.stories.iter().map(|story| (story.kind().order(), story.kind().key())).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds: Vec<Value> = kinds.into_iter().map(|(order, key)| context! { order => order, key => key }).collect();
    let categories: Vec<Value> = plan.topics.of_kind(TopicKind::Category).map(lists::summary).collect();
    context! { kind => "search", years => years, kinds => kinds, categories => categories, total => plan.stories.len() }
}

fn tasks(site: &Site, plan: &Plan) -> Value {
    let groups = Standing::ALL.into_iter().map(|standing| {
        let all = plan::of_standing(&plan.tasks, standing);
        let shown = plan::at_a_glance(all).iter().map(task).collect::<Vec<_>>();
        let path = Sheet::TasksOf(standing, (1, 1)).path();
        context! { standing => standing.key(), total => all.len(), tasks => shown, path => path }
    });
    let groups: Vec<Value> = groups.collect();
    context! { kind => "tasks", groups => groups, as_of => date::numeric(site.as_of.date()), total => plan.tasks.len(), page => 1, pages => 1 }
}

fn task(set: &SetTask) -> Value {
    context! {
        path => &set.story.path, headline => &set.story.headline, date => set.story.day().to_string(),
        day => date::numeric(set.story.day()), ..Value::from(Serde(set.task))
    }
}
