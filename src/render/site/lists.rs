//! Pages that list stories: home and its further pages, the archive, a year, a month. Each costs what it lists.

use jiff::civil::Date;
use minijinja::context;
use minijinja::value::Value;

use super::{Teaser, Teasers};
use crate::model::Story;
use crate::record::value::date;
use crate::render::{List, ListKind};

/// The facts of a list page.
pub fn page(list: &List, teasers: &Teasers) -> Value {
    let (kind, year, month) = match list.kind {
        ListKind::Home => ("home", None, None),
        ListKind::Archive => ("archive", None, None),
        ListKind::Year(year) => ("year", Some(year), None),
        ListKind::Month(year, month) => ("month", Some(year), Some(format!("{month:02}"))),
    };
    let show = |story: &&Story| teaser(story, teasers.get(story.id.as_str()));
    let home = list.kind == ListKind::Home && list.page.0 == 1;
    let lead = lead(list).filter(|_| home);
    let (upcoming, stories): (Vec<&Story>, Vec<&Story>) = match list.kind {
        ListKind::Archive | ListKind::Year(_) => (Vec::new(), Vec::new()),
        _ => list
            .stories
            .iter()
            .filter(|story| lead.is_none_or(|lead| lead.id != story.id))
            .partition(|story| home && story.upcoming),
    };
    context! {
        kind => kind, year => year, month => month, total => list.stories.len(), page => list.page.0, pages => list.page.1,
        lead => lead.as_ref().map(show), upcoming => upcoming.iter().rev().map(show).collect::<Vec<_>>(),
        stories => stories.iter().map(show).collect::<Vec<_>>(),
        years => if matches!(list.kind, ListKind::Archive | ListKind::Year(_)) { years(&list.stories) } else { Vec::new() },
    }
}

/// How many of the newest stories may be passed over for one with a photo.
const LEAD_AMONG: usize = 5;

/// The story that opens the home page: the newest with a photo, or else the newest; nothing that is still to come.
fn lead<'a>(list: &List<'a>) -> Option<&'a Story> {
    let mut past = list.stories.iter().copied().filter(|story| !story.upcoming).take(LEAD_AMONG);
    let newest = past.clone().next();
    past.find(|story| !story.photos.is_empty()).or(newest)
}

/// What a list shows of a story.
fn teaser(story: &Story, told: Option<&Teaser>) -> Value {
    let photo = story.photos.first().zip(told.and_then(|told| told.photo.as_ref()));
    let photo = photo.map(|(record, photo)| context! { alt => &record.alt.value, ..photo.facts(&story.path) });
    context! {
        headline => &story.headline, path => &story.path, date => story.date.date.to_string(), day => date::numeric(story.day()),
        standfirst => told.map(|told| &told.standfirst), category => &story.category, photo => photo, upcoming => story.upcoming,
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
