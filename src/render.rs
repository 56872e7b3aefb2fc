//! Site → outputs: which pages there are (plan), and their bytes (render). Nothing here touches the disk but to read photos.

mod claims;
pub mod feeds;
pub mod pdf;
mod photo;
mod plan;
pub mod search;
pub mod site;

use rayon::prelude::*;

use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::model::tasks::{SetTask, Standing};
use crate::model::topics::{Topic, TopicKind, Topics};
use crate::model::{Site, Story};
use crate::project::Project;
use crate::record::site::Cards;
use crate::template::Engine;
use claims::Claims;

pub use plan::plan;

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
    /// Lists of stories: home, all, archive, topics, figures.
    pub lists: Vec<List<'a>>,
    /// What the stories are about.
    pub topics: Topics<'a>,
    /// The tasks that conclusions set, by how they stand.
    pub tasks: Vec<SetTask<'a>>,
    /// The other pages.
    pub sheets: Vec<Sheet>,
}

impl<'a> Plan<'a> {
    /// The stories of a topic, newest first.
    pub fn stories_of(&self, topic: &Topic) -> Vec<&'a Story> {
        topic.stories.iter().map(|at| self.stories[*at]).collect()
    }
}

/// A page that lists stories.
#[derive(Debug)]
pub struct List<'a> {
    /// Path of the page's folder below the root: empty for home, `2024/`, `2024/10/`, `tin/trang/2/`.
    pub path: String,
    /// Path of its first page.
    pub base: String,
    /// What it lists.
    pub kind: ListKind,
    /// The stories of this page, newest first.
    pub stories: Vec<&'a Story>,
    /// How many stories all its pages list.
    pub total: usize,
    /// Number of this page, from 1, and of all pages of the same list.
    pub page: (usize, usize),
}

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// The home page.
    Home,
    /// All stories, page by page.
    All,
    /// All years.
    Archive,
    /// One year.
    Year(i16),
    /// One month of a year.
    Month(i16, i8),
    /// A category, tag, body or person, by its number among the plan's topics.
    Topic(usize),
    /// The stories with a budget.
    Figures,
}

/// A page that lists no stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Who publishes — *giới thiệu, liên hệ*.
    About,
    /// How accessible the site is — *tuyên bố về khả năng tiếp cận*.
    Accessibility,
    /// The search form.
    Search,
    /// All topics of a kind.
    Topics(TopicKind),
    /// The tasks at a glance.
    Tasks,
    /// The tasks that stand so: number of this page, and of all.
    TasksOf(Standing, (usize, usize)),
}

impl Sheet {
    /// Whether it changes with the stories.
    pub fn follows_stories(self) -> bool {
        !matches!(self, Sheet::About | Sheet::Accessibility)
    }

    /// Path of the page's folder below the root.
    pub fn path(self) -> String {
        match self {
            Sheet::About => "gioi-thieu/".to_owned(),
            Sheet::Accessibility => "kha-nang-tiep-can/".to_owned(),
            Sheet::Search => search::FOLDER.to_owned(),
            Sheet::Topics(kind) => format!("{}/", kind.folder()),
            Sheet::Tasks => "nhiem-vu/".to_owned(),
            Sheet::TasksOf(standing, (1, _)) => format!("nhiem-vu/{}/", standing.key()),
            Sheet::TasksOf(standing, (page, _)) => format!("nhiem-vu/{}/trang/{page}/", standing.key()),
        }
    }
}

/// Stories a chunk: enough to keep all cores busy, few enough to bound what the typesetter remembers.
const CHUNK: usize = 64;

/// What a build would say of documents that were asked for and cannot be made so.
pub fn foresee(site: &Site) -> Vec<Diagnostic> {
    site.stories.par_iter().flat_map_iter(|story| pdf::foresee(site, story)).collect()
}

/// Renders all outputs of a plan into the sink, stories on all cores.
pub fn render(project: &Project, site: &Site, plan: &Plan, sink: &dyn Sink, faults: &mut Vec<Diagnostic>) {
    let claims = Claims::new(sink);
    render_all(project, site, plan, &claims, faults);
    faults.extend(claims.faults());
}

fn render_all(project: &Project, site: &Site, plan: &Plan, sink: &Claims, faults: &mut Vec<Diagnostic>) {
    let Some(engine) = Engine::new(project, site, faults) else { return };
    let typesetter = pdf::Typesetter::new(project);
    if !plan.office.is_empty() {
        faults.extend(typesetter.faults.iter().cloned());
    }
    for chunk in plan.office.chunks(CHUNK) {
        let found: Vec<Vec<Diagnostic>> =
            chunk.par_iter().map(|story| pdf::render_story(&typesetter, site, story, sink)).collect();
        faults.extend(found.into_iter().flatten());
        typesetter.forget();
    }
    let pages = site::Pages::new(&engine, site, plan);
    let mut teasers = site::Teasers::with_capacity(plan.stories.len());
    let mut index = search::Index::default();
    let wanted = |at: &usize| site.only.as_ref().is_none_or(|only| plan.stories[*at].is(only));
    let order: Vec<usize> = (0..plan.stories.len()).filter(wanted).collect();
    for chunk in order.chunks(CHUNK) {
        let tell = |at: &usize| {
            let told = pages.render_story(*at, sink);
            let terms = site.only.is_none().then(|| index.terms(plan.stories[*at], &told.text));
            (*at, told, terms)
        };
        let told: Vec<_> = chunk.par_iter().map(tell).collect();
        for (at, told, terms) in told {
            teasers.insert(&plan.stories[at].id, told.teaser);
            faults.extend(told.faults);
            terms.into_iter().for_each(|terms| index.add(terms));
        }
    }
    if !site.base_url.is_empty() {
        let wanted = site.record.cards.unwrap_or_default() == Cards::Stories;
        let lacks = |story: &&&Story| teasers.get(story.id.as_str()).is_some_and(|teaser| !teaser.shares_photo);
        let stories: Vec<&Story> = plan.stories.iter().filter(|_| wanted).filter(lacks).copied().collect();
        faults.extend(pdf::card::render(&typesetter, site, &stories, sink));
    }
    if site.only.is_some() {
        return;
    }
    let found = plan.lists.par_iter().map(|list| pages.render_list(list, &teasers, sink));
    let found: Vec<Vec<Diagnostic>> =
        found.chain(plan.sheets.par_iter().map(|sheet| pages.render_sheet(*sheet, sink))).collect();
    faults.extend(found.into_iter().flatten());
    pages.render_fixed(project, sink, faults);
    let standfirst = |story: &Story| teasers.get(story.id.as_str()).map_or("", |teaser| &teaser.standfirst);
    index.render(&plan.stories, &standfirst, sink);
    feeds::render(site, plan, &standfirst, sink);
    // Last, since an old address must not be that of any page of today.
    pages.render_moved(plan, sink, faults);
}
