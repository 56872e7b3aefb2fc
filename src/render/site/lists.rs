//! Pages that list stories: home, all, the archive, a year, a month, a topic, the figures. Each costs what it lists.

use std::collections::HashSet;

use jiff::civil::Date;
use minijinja::context;
use minijinja::value::Value;

use super::files::photo_facts;
use super::{Teasers, chart};
use crate::model::topics::{Topic, TopicKind};
use crate::model::{Site, Story};
use crate::record::value::date;
use crate::render::photo::Photo;
use crate::render::{List, ListKind, Plan};

/// The facts of a list page.
pub fn page(site: &Site, plan: &Plan, list: &List, teasers: &Teasers) -> Value {
    let show = |stories: &[&Story]| stories.iter().map(|story| shown(story, teasers)).collect::<Vec<_>>();
    let same = context! { total => list.total, page => list.page.0, pages => list.page.1, base => &list.base };
    let own = match list.kind {
        ListKind::Home => home(plan, teasers, site.as_of.date()),
        ListKind::All => context! { kind => "all", stories => show(&list.stories) },
        ListKind::Archive => context! { kind => "archive", years => years(&list.stories) },
        ListKind::Year(year) => context! { kind => "year", year => year, years => years(&list.stories) },
        ListKind::Month(year, month) => {
            context! { kind => "month", year => year, month => format!("{month:02}"), stories => show(&list.stories) }
        }
        ListKind::Topic(number) => {
            context! { kind => "topic", topic => topic(site, &plan.topics.all[number]), stories => show(&list.stories) }
        }
        ListKind::Figures => {
            let figures = list.stories.iter().map(|story| figures(story, teasers));
            context! { kind => "figures", figures => figures.collect::<Vec<_>>() }
        }
    };
    context! { ..own, ..same }
}

fn shown(story: &Story, teasers: &Teasers) -> Value {
    teasers.get(story.id.as_str()).map_or_else(Value::default, |teaser| teaser.shown.clone())
}

/// Stories on the home page below the lead, and of each category below them.
const LATEST: usize = 6;
const OF_CATEGORY: usize = 3;

/// How many of the newest stories may be passed over for one with a photo.
const LEAD_AMONG: usize = 5;

/// The home page: what is new, what is to come, and the newest of each category that is not shown above.
fn home(plan: &Plan, teasers: &Teasers, today: Date) -> Value {
    let show = |stories: &[&Story]| stories.iter().map(|story| shown(story, teasers)).collect::<Vec<_>>();
    let past: Vec<&Story> =
        plan.stories.iter().copied().filter(|story| !story.ahead(today)).take(LEAD_AMONG + LATEST).collect();
    let among = past.iter().take(LEAD_AMONG);
    let lead = among.clone().find(|story| !story.photos.is_empty()).or(past.first()).copied();
    let latest: Vec<&Story> =
        past.iter().copied().filter(|story| lead.is_none_or(|lead| lead.id != story.id)).take(LATEST).collect();
    let mut upcoming: Vec<&Story> = plan.stories.iter().copied().filter(|story| story.ahead(today)).collect();
    upcoming.reverse();
    let told: HashSet<&str> = lead.iter().chain(&latest).chain(&upcoming).map(|story| story.id.as_str()).collect();
    let sections = plan.topics.of_kind(TopicKind::Category).filter_map(|topic| {
        let rest = topic.stories.iter().map(|at| plan.stories[*at]).filter(|story| !told.contains(story.id.as_str()));
        let rest: Vec<&Story> = rest.take(OF_CATEGORY).collect();
        (!rest.is_empty()).then(|| context! { name => topic.name, path => &topic.path, stories => show(&rest) })
    });
    let categories = plan.topics.of_kind(TopicKind::Category).map(summary);
    context! {
        kind => "home", lead => lead.map(|lead| shown(lead, teasers)), latest => show(&latest), upcoming => show(&upcoming),
        sections => sections.collect::<Vec<_>>(), categories => categories.collect::<Vec<_>>(),
    }
}

/// A topic with the number of its stories.
pub fn summary(topic: &Topic) -> Value {
    context! { kind => topic.kind.folder(), name => topic.name, path => &topic.path, total => topic.stories.len() }
}

/// A topic with what the register tells of it.
fn topic(site: &Site, topic: &Topic) -> Value {
    let person = site
        .register
        .people
        .iter()
        .find(|person| topic.kind == TopicKind::Person && topic.id == Some(&*person.id.value));
    let body =
        site.register.bodies.iter().find(|body| topic.kind == TopicKind::Body && topic.id == Some(&*body.id.value));
    let day = |day: Option<crate::record::value::Day>| {
        day.map(|day| context! { iso => day.date.to_string(), text => date::numeric(day.date) })
    };
    let positions = person.into_iter().flat_map(|person| &person.positions);
    let positions =
        positions.map(|held| context! { title => &held.title.value, from => day(held.from), to => day(held.to) });
    let successor = body.and_then(|body| body.successor.as_ref());
    let successor = successor.and_then(|id| site.register.bodies.iter().find(|other| other.id.value == id.value));
    context! {
        honorific => person.and_then(|person| person.honorific.as_deref()), rank => person.and_then(|person| person.rank.as_deref()),
        positions => positions.collect::<Vec<_>>(), abbreviation => body.and_then(|body| body.abbreviation.as_deref()),
        superior => body.and_then(|body| body.superior.as_deref()), from => body.and_then(|body| day(body.from)),
        to => body.and_then(|body| day(body.to)), successor => successor.map(|body| &body.name.value), ..summary(topic)
    }
}

/// A story's budget as the list of budgets shows it.
fn figures(story: &Story, teasers: &Teasers) -> Value {
    let budget = story.budget.as_deref();
    context! {
        story => shown(story, teasers), title => budget.map(|budget| &budget.title.value),
        period => budget.and_then(|budget| budget.period.as_deref()), unit => budget.map(|budget| &budget.unit.value),
        whole => budget.and_then(chart::whole),
    }
}

/// What lists show of a story; `bound` are its headline and standfirst, held together where lines must not break.
pub fn teaser(story: &Story, bound: (&str, String), photo: Option<&Photo>) -> Value {
    let photo = story.photos.first().zip(photo);
    let photo = photo.map(|(record, photo)| context! { alt => &record.alt.value, ..photo_facts(photo, &story.path) });
    context! {
        headline => bound.0, path => &story.path, date => story.date.date.to_string(), day => date::numeric(story.day()),
        standfirst => bound.1, category => &story.category, photo => photo,
        upcoming => story.upcoming && !story.called_off(),
    }
}

/// Years, newest first, with the number of their stories, and so their months.
fn years(stories: &[&Story]) -> Vec<Value> {
    let same = |part: fn(Date) -> i16| move |a: &&Story, b: &&Story| part(a.day()) == part(b.day());
    let years = stories.chunk_by(same(Date::year)).map(|year| {
        let of = year[0].day().year();
        let months = year.chunk_by(same(|day| day.month().into())).map(|month| {
            let number = format!("{:02}", month[0].day().month());
            context! { path => format!("{of}/{number}/"), number => number, total => month.len() }
        });
        context! { year => of, path => format!("{of}/"), total => year.len(), months => months.collect::<Vec<_>>() }
    });
    years.collect()
}
