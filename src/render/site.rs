//! The public site as HTML, plain text and JSON: a story's own files, lists, and the fixed pages.

mod address;
mod article;
mod attachment;
mod chart;
mod files;
mod lists;
mod moved;
mod published;
mod sheets;
mod table;

use std::collections::{HashMap, HashSet};

use minijinja::context;
use minijinja::value::{Serde, Value};
use rayon::prelude::*;

use super::claims::Claims;
use super::photo::Photo;
use super::{Area, List, ListKind, Output, Plan, Sheet, Sink};
use crate::diag::{Diagnostic, Message};
use crate::model::topics::TopicKind;
use crate::model::{Site, Story};
use crate::news::{self, Article, Length};
use crate::papers;
use crate::project::Project;
use crate::template::Engine;
use crate::viet::nobreak;
use files::File;

/// What lists and feeds show of a story beside its record.
pub struct Teaser {
    /// The standfirst: the summary, else how the article begins.
    pub standfirst: String,
    /// What lists show, ready for templates.
    shown: Value,
    /// Whether the story's own photo stands for its page where that is shared; else it needs a card.
    pub shares_photo: bool,
}

/// A story once its files are made.
pub struct Told {
    /// What lists and feeds show of it.
    pub teaser: Teaser,
    /// The article in full, as plain text.
    pub text: String,
    /// What was wrong.
    pub faults: Vec<Diagnostic>,
}

/// The teasers of all stories by id, told with the articles and needed by the lists.
pub type Teasers<'a> = HashMap<&'a str, Teaser>;

/// What all pages of a build share.
pub struct Pages<'a> {
    engine: &'a Engine,
    site: &'a Site,
    plan: &'a Plan<'a>,
    /// Which parts of the site there are, for its menus.
    menu: Value,
    /// The headlines of the plan's stories, held together where lines must not break.
    headlines: Vec<String>,
    /// Headlines that several stories bear: their pages are told apart by the day.
    twins: HashSet<&'a str>,
}

/// File names with what is in them.
type Texts = Vec<(String, String)>;

/// Letters of the longest standfirst, title and headline for machines; search engines cut what is longer.
const STANDFIRST: usize = 280;
const TITLE: usize = 110;

impl<'a> Pages<'a> {
    /// Prepares the pages of a site.
    pub fn new(engine: &'a Engine, site: &'a Site, plan: &'a Plan<'a>) -> Pages<'a> {
        let mut seen = HashSet::new();
        let twins = plan
            .stories
            .iter()
            .map(|story| story.headline.as_str())
            .filter(|headline| !seen.insert(*headline))
            .collect();
        let has = |kind| plan.topics.of_kind(kind).next().is_some();
        let menu = context! {
            categories => has(TopicKind::Category), tags => has(TopicKind::Tag), bodies => has(TopicKind::Body),
            people => has(TopicKind::Person), tasks => !plan.tasks.is_empty(),
            figures => plan.stories.iter().any(|story| story.budget.is_some()),
        };
        let headlines = plan.stories.par_iter().map(|story| nobreak::bind(&story.headline)).collect();
        Pages { engine, site, plan, menu, headlines, twins }
    }

    /// Renders all public files of a story, given by its place in the plan.
    pub fn render_story(&self, at: usize, sink: &dyn Sink) -> Told {
        let story = self.plan.stories[at];
        let mut faults = Vec::new();
        let put = |name: &str, bytes: Vec<u8>| {
            let path = format!("{}{name}", story.path);
            sink.put(Output { area: Area::Public, path, bytes, origin: story.source.path.clone() });
        };
        let files = files::read(self.site, story, sink.cache(), &mut faults);
        let (mut standfirst, mut full) = (String::new(), String::new());
        match self.told(at, &files) {
            Ok((lead, texts)) => {
                standfirst = lead;
                let of_full = Length::Full.file(&story.slug);
                full =
                    texts.iter().find(|(name, _)| *name == of_full).map(|(_, text)| text.clone()).unwrap_or_default();
                texts.into_iter().for_each(|(name, text)| put(&name, text.into_bytes()));
            }
            Err(fault) => faults.push(*fault),
        }
        put(&format!("{}.json", story.slug), published::json(story, papers::public_written(self.site, story)));
        let first = story.photos.first().and_then(|photo| files.iter().find(|file| *file.name == *photo.file.value));
        let photo = first.and_then(|file| file.photo.clone());
        for (name, bytes) in files.into_iter().flat_map(|file| file.outputs) {
            put(&name, bytes);
        }
        let bound = (self.headlines[at].as_str(), nobreak::bind(&standfirst));
        let shares_photo = photo.as_ref().is_some_and(Photo::may_be_shared);
        let teaser = Teaser { shown: lists::teaser(story, bound, photo.as_ref()), standfirst, shares_photo };
        Told { teaser, text: full, faults }
    }

    /// The standfirst; and the article in its three lengths and as a page: file names and texts.
    fn told(&self, at: usize, files: &[File]) -> Result<(String, Texts), Box<Diagnostic>> {
        let story = self.plan.stories[at];
        let written = papers::public_written(self.site, story);
        let facts =
            context! { document => written.as_ref().map(|written| Value::from(Serde(written))), ..news::facts(story) };
        let captions = news::captions(self.engine, story)?;
        let article = |length| news::article(self.engine, self.site, &facts, length);
        let [brief, standard, full] = [article(Length::Brief)?, article(Length::Standard)?, article(Length::Full)?];
        let standfirst = standfirst(story, &full);
        let figures = self.figures(story, &facts)?;
        let page = article::page(self.site, story, &facts, &full, files);
        let page =
            self.page(context! { ..article::around(self.plan, &self.headlines, at), ..page }, story, &standfirst)?;
        let mut told = vec![
            (Length::Brief.file(&story.slug), brief.text(&[])),
            (Length::Standard.file(&story.slug), standard.text(&[])),
            (Length::Full.file(&story.slug), full.text(&captions)),
            ("index.html".to_owned(), page),
        ];
        told.extend(figures.map(|figures| (format!("{}.csv", story.slug), figures)));
        Ok((standfirst, told))
    }

    /// The figures for spreadsheets: with the mark by which Excel knows UTF-8, and the line ends it writes.
    fn figures(&self, story: &Story, facts: &Value) -> Result<Option<String>, Box<Diagnostic>> {
        let Some(budget) = &story.budget else { return Ok(None) };
        let facts = context! { table => table::table(budget), ..facts.clone() };
        let lines = self.engine.render("site/budget_csv.txt", facts)?;
        Ok(Some(format!("\u{feff}{}\r\n", lines.trim_end().replace('\n', "\r\n"))))
    }

    fn page(&self, facts: Value, story: &Story, standfirst: &str) -> Result<String, Box<Diagnostic>> {
        let twin = self.twins.contains(story.headline.as_str());
        let page = context! {
            standfirst => standfirst, twin => twin, short_headline => shortened(&story.headline, TITLE),
            depth => address::depth(&story.path), path => &story.path, menu => self.menu.clone(), ..facts
        };
        self.engine.render("site/article.html", page)
    }

    /// Renders a page that lists stories.
    pub fn render_list(&self, list: &List, teasers: &Teasers, sink: &dyn Sink) -> Vec<Diagnostic> {
        let template = if list.kind == ListKind::Home { "site/home.html" } else { "site/list.html" };
        self.put_page(template, &list.path, lists::page(self.site, self.plan, list, teasers), sink)
    }

    /// Renders a page that lists no stories.
    pub fn render_sheet(&self, sheet: Sheet, sink: &dyn Sink) -> Vec<Diagnostic> {
        let (template, facts) = sheets::page(self.site, self.plan, sheet);
        self.put_page(template, &sheet.path(), facts, sink)
    }

    fn put_page(&self, template: &str, path: &str, facts: Value, sink: &dyn Sink) -> Vec<Diagnostic> {
        let page = context! { depth => address::depth(path), path => path, menu => self.menu.clone(), ..facts };
        match self.engine.render(template, page) {
            Ok(html) => {
                let path = format!("{path}index.html");
                sink.put(Output { area: Area::Public, path, bytes: html.into_bytes(), origin: String::new() });
                Vec::new()
            }
            Err(fault) => vec![*fault],
        }
    }

    /// Renders the pages in the place of others, and what a server must know.
    pub fn render_moved(&self, plan: &Plan, sink: &Claims, faults: &mut Vec<Diagnostic>) {
        moved::render(self, plan, sink, faults);
    }

    /// Renders pages and files that do not depend on the stories: style sheet, icon, 404, `static/`.
    pub fn render_fixed(&self, project: &Project, sink: &dyn Sink, faults: &mut Vec<Diagnostic>) {
        let put = |path: &str, bytes: Vec<u8>| {
            sink.put(Output { area: Area::Public, path: path.to_owned(), bytes, origin: String::new() });
        };
        for name in ["style.css", "icon.svg", "search.js"] {
            put(name, project.template(&format!("site/{name}")).unwrap_or_default().into_owned().into_bytes());
        }
        // Served in the place of any page, so its links start at the host's root.
        let page =
            context! { depth => address::root(&self.site.base_url), path => "404.html", menu => self.menu.clone() };
        match self.engine.render("site/404.html", page) {
            Ok(html) => put("404.html", html.into_bytes()),
            Err(fault) => faults.push(*fault),
        }
        let copied = project.static_files();
        if let Some(logo) =
            self.site.record.logo.as_ref().filter(|logo| !copied.iter().any(|(path, _)| *path == logo.value))
        {
            let fault = Diagnostic::error("photo-missing").with("file", logo);
            faults.push(fault.hint(Message::new("photo-missing.hint").with("folder", "static")));
        }
        for (path, bytes) in copied {
            let origin = format!("static/{path}");
            sink.put(Output { area: Area::Public, path, bytes, origin });
        }
    }
}

/// The summary; without one, or where a change overtook what it tells, the beginning of the article.
fn standfirst(story: &Story, article: &Article) -> String {
    let lead = article.paragraphs.first().map_or("", String::as_str).trim_end_matches("./.");
    let summary = story.summary.as_deref().filter(|_| !(story.upcoming && story.change.is_some()));
    let text = summary.unwrap_or(if lead.is_empty() { &story.headline } else { lead });
    shortened(text, STANDFIRST)
}

/// At most so many letters, cut between words.
fn shortened(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let kept = text.char_indices().nth(most - 1).map_or("", |(last, _)| &text[..last]);
    let kept = if text[..end].ends_with(' ') { kept } else { kept.rsplit_once(' ').map_or(kept, |(words, _)| words) };
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '-', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_between_words() {
        for (text, most, short) in [
            ("một hai", 7, "một hai"),
            ("một hai, ba", 9, "một hai…"),
            ("một hai ba", 8, "một hai…"),
            ("một hai ba", 7, "một…"),
            ("mộthaiba", 5, "mộth…"),
        ] {
            assert_eq!(shortened(text, most), short);
            assert!(shortened(text, most).chars().count() <= most);
        }
    }
}
