//! Site → the pages there are, as values; linear in the number of stories and of what they name.

use super::{List, ListKind, Plan, Sheet};
use crate::model::tasks::{self, SetTask, Standing};
use crate::model::topics::{self, TopicKind};
use crate::model::{Reach, Site, Story};

/// Tasks on one page, and of each standing on the page that shows all at a glance.
const TASKS: usize = 50;
const AT_A_GLANCE: usize = 5;

/// Lays out which pages there are.
pub fn plan(site: &Site) -> Plan<'_> {
    let wanted = |story: &&Story| site.only.as_ref().is_none_or(|only| story.is(only));
    let all: Vec<&Story> = site.public().collect();
    let office = site.stories.iter().filter(|story| story.reach != Reach::Hidden).filter(wanted).collect();
    let topics = topics::topics(site, &all);
    let tasks = tasks::tasks(&all, site.as_of.date());
    let mut plan = Plan { stories: all, office, lists: Vec::new(), topics, tasks, sheets: Vec::new() };
    if site.only.is_none() {
        plan.lists = lists(site, &plan);
        plan.sheets = sheets(&plan);
    }
    plan
}

fn lists<'a>(site: &Site, plan: &Plan<'a>) -> Vec<List<'a>> {
    let size = site.record.page_size.as_ref().map_or(20, |count| usize::try_from(count.number).unwrap_or(20)).max(1);
    let stories = &plan.stories;
    let whole = |path: String, kind, stories: &[&'a Story]| List {
        base: path.clone(),
        path,
        kind,
        stories: stories.to_vec(),
        total: stories.len(),
        page: (1, 1),
    };
    let mut lists = vec![whole(String::new(), ListKind::Home, stories)];
    lists.extend(paged("tin/", ListKind::All, stories, size));
    lists.push(whole("luu-tru/".to_owned(), ListKind::Archive, stories));
    for year in stories.chunk_by(|a, b| a.day().year() == b.day().year()) {
        let of = year[0].day().year();
        lists.push(whole(format!("{of}/"), ListKind::Year(of), year));
        for month in year.chunk_by(|a, b| a.day().month() == b.day().month()) {
            let which = month[0].day().month();
            lists.push(whole(format!("{of}/{which:02}/"), ListKind::Month(of, which), month));
        }
    }
    for (number, topic) in plan.topics.all.iter().enumerate().filter(|(_, topic)| topic.kind != TopicKind::Series) {
        lists.extend(paged(&topic.path, ListKind::Topic(number), &plan.stories_of(topic), size));
    }
    let figures: Vec<&Story> = stories.iter().copied().filter(|story| story.budget.is_some()).collect();
    if !figures.is_empty() {
        lists.extend(paged("so-lieu/", ListKind::Figures, &figures, size));
    }
    lists
}

/// A list cut into pages: the first at its own address, the others below it.
fn paged<'a>(base: &str, kind: ListKind, stories: &[&'a Story], size: usize) -> Vec<List<'a>> {
    let pages = stories.len().div_ceil(size).max(1);
    let page = |number: usize| List {
        path: if number == 1 { base.to_owned() } else { format!("{base}trang/{number}/") },
        base: base.to_owned(),
        kind,
        stories: stories.iter().skip((number - 1) * size).take(size).copied().collect(),
        total: stories.len(),
        page: (number, pages),
    };
    (1..=pages).map(page).collect()
}

/// Pages that list no stories.
fn sheets(plan: &Plan) -> Vec<Sheet> {
    let mut sheets = vec![Sheet::About, Sheet::Accessibility, Sheet::Search];
    let used = |kind: &TopicKind| plan.topics.of_kind(*kind).next().is_some();
    sheets.extend(TopicKind::SHOWN.into_iter().filter(used).map(Sheet::Topics));
    if !plan.tasks.is_empty() {
        sheets.push(Sheet::Tasks);
    }
    for standing in Standing::ALL {
        let number = of_standing(&plan.tasks, standing).len();
        let pages = if number > AT_A_GLANCE { number.div_ceil(TASKS) } else { 0 };
        sheets.extend((1..=pages).map(|number| Sheet::TasksOf(standing, (number, pages))));
    }
    sheets
}

/// The tasks that stand so; they lie together.
pub fn of_standing<'t, 'a>(tasks: &'t [SetTask<'a>], standing: Standing) -> &'t [SetTask<'a>] {
    let from = tasks.partition_point(|set| set.standing < standing);
    let to = tasks.partition_point(|set| set.standing <= standing);
    &tasks[from..to]
}

/// Those of a standing that the first page shows.
pub fn at_a_glance<'t, 'a>(tasks: &'t [SetTask<'a>]) -> &'t [SetTask<'a>] {
    &tasks[..tasks.len().min(AT_A_GLANCE)]
}

/// The tasks of one page.
pub fn on_page<'t, 'a>(tasks: &'t [SetTask<'a>], page: usize) -> &'t [SetTask<'a>] {
    let from = tasks.len().min((page - 1) * TASKS);
    &tasks[from..tasks.len().min(from + TASKS)]
}
