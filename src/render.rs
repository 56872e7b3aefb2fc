//! Site → outputs: which pages there are (plan), and their bytes (render). Nothing here touches the disk but to read photos.

pub mod feeds;
pub mod pdf;
pub mod site;

use rayon::prelude::*;

use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::model::{Reach, Site, Story};
use crate::project::Project;
use crate::record::site::Cards;
use crate::template::Engine;

/// Which of the two output folders a file belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// `public/`: what anybody may see.
    Public,
    /// `documents/`: what the office keeps.
    Documents,
}

/// One finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Its folder.
    pub area: Area,
    /// Its path below the folder, with forward slashes.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The record it came from, or empty for pages of the whole site.
    pub origin: String,
}

/// File name of the picture that stands for a page where it is shared.
pub const CARD: &str = "the-chia-se.png";

/// Takes outputs as they are made, from any thread, in any order.
pub trait Sink: Sync {
    /// Takes one output; a failure is remembered and reported when the sink is closed.
    fn put(&self, output: Output);

    /// What earlier builds made, if this sink remembers any.
    fn cache(&self) -> Option<&Cache> {
        None
    }
}

/// The pages of the whole site, as values.
#[derive(Debug)]
pub struct Plan<'a> {
    /// Public stories, newest first.
    pub stories: Vec<&'a Story>,
    /// Stories of which documents are made.
    pub office: Vec<&'a Story>,
    /// Lists: home and its further pages, archive by year and by month.
    pub lists: Vec<List<'a>>,
}

/// A page that lists stories.
#[derive(Debug)]
pub struct List<'a> {
    /// Path of the page's folder below the root: empty for home, `2024/`, `2024/10/`, `trang/2/`.
    pub path: String,
    /// What it lists.
    pub kind: ListKind,
    /// Its stories, newest first.
    pub stories: Vec<&'a Story>,
    /// Number of this page, from 1, and of all pages of the same list.
    pub page: (usize, usize),
}

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// The newest stories.
    Home,
    /// All years.
    Archive,
    /// One year.
    Year(i16),
    /// One month of a year.
    Month(i16, i8),
}

/// Stories a chunk: enough to keep all cores busy, few enough to bound what the typesetter remembers.
const CHUNK: usize = 64;

/// Lays out which pages there are; linear in the number of stories.
pub fn plan(site: &Site) -> Plan<'_> {
    let wanted = |story: &&Story| site.only.as_ref().is_none_or(|only| story.is(only));
    let stories: Vec<&Story> = site.public().filter(wanted).collect();
    let office = site.stories.iter().filter(|story| story.reach != Reach::Hidden).filter(wanted).collect();
    if site.only.is_some() {
        return Plan { stories, office, lists: Vec::new() };
    }
    let size = site.record.page_size.as_ref().map_or(20, |count| usize::try_from(count.number).unwrap_or(20)).max(1);
    let mut lists = Vec::new();
    let pages = stories.len().div_ceil(size).max(1);
    for page in 1..=pages {
        let of_page = stories.iter().skip((page - 1) * size).take(size).copied().collect();
        let path = if page == 1 { String::new() } else { format!("trang/{page}/") };
        lists.push(List { path, kind: ListKind::Home, stories: of_page, page: (page, pages) });
    }
    lists.push(List { path: "luu-tru/".to_owned(), kind: ListKind::Archive, stories: stories.clone(), page: (1, 1) });
    for year in stories.chunk_by(|a, b| a.day().year() == b.day().year()) {
        let of = year[0].day().year();
        lists.push(List { path: format!("{of}/"), kind: ListKind::Year(of), stories: year.to_vec(), page: (1, 1) });
        for month in year.chunk_by(|a, b| a.day().month() == b.day().month()) {
            let which = month[0].day().month();
            let path = format!("{of}/{which:02}/");
            lists.push(List { path, kind: ListKind::Month(of, which), stories: month.to_vec(), page: (1, 1) });
        }
    }
    Plan { stories, office, lists }
}

/// Renders all outputs of a plan into the sink, stories on all cores.
pub fn render(project: &Project, site: &Site, plan: &Plan, sink: &dyn Sink, faults: &mut Vec<Diagnostic>) {
    let Some(engine) = Engine::new(project, site, faults) else { return };
    let typesetter = pdf::Typesetter::new(project);
    for chunk in plan.office.chunks(CHUNK) {
        let found: Vec<Vec<Diagnostic>> =
            chunk.par_iter().map(|story| pdf::render_story(&typesetter, site, story, sink)).collect();
        faults.extend(found.into_iter().flatten());
        typesetter.forget();
    }
    let pages = site::Pages::new(&engine, site);
    let told: Vec<(site::Teaser, Vec<Diagnostic>)> =
        plan.stories.par_iter().map(|story| pages.render_story(story, sink)).collect();
    let mut teasers = site::Teasers::with_capacity(told.len());
    for (story, (teaser, found)) in plan.stories.iter().zip(told) {
        teasers.insert(&story.id, teaser);
        faults.extend(found);
    }
    if !site.base_url.is_empty() {
        let wanted = site.record.cards.unwrap_or_default() == Cards::Stories;
        let lacks = |story: &&&Story| teasers.get(story.id.as_str()).is_some_and(|teaser| !teaser.shares_photo());
        let stories: Vec<&Story> = plan.stories.iter().filter(|_| wanted).filter(lacks).copied().collect();
        faults.extend(pdf::card::render(&typesetter, site, &stories, sink));
    }
    if site.only.is_some() {
        return;
    }
    let found: Vec<Vec<Diagnostic>> =
        plan.lists.par_iter().map(|list| pages.render_list(list, &teasers, sink)).collect();
    faults.extend(found.into_iter().flatten());
    pages.render_fixed(project, sink, faults);
    pages.render_moved(plan, sink, faults);
    let standfirst = |story: &Story| teasers.get(story.id.as_str()).map_or("", |teaser| &teaser.standfirst);
    feeds::render(site, plan, &standfirst, sink);
}
