//! The public site as HTML, plain text and JSON: a story's own files, lists, and the fixed pages.

mod address;
mod article;
mod files;
mod lists;
mod moved;
mod photo;
mod published;
mod table;

use std::collections::{HashMap, HashSet};

use minijinja::context;
use minijinja::value::Value;

use super::{Area, List, Output, Plan, Sink};
use crate::diag::{Diagnostic, Message};
use crate::model::{Site, Story};
use crate::news::{self, Article, Length};
use crate::project::Project;
use crate::template::Engine;
use files::File;
use photo::Photo;

/// What lists and feeds show of a story beside its record.
pub struct Teaser {
    /// The standfirst: the summary, else how the article begins.
    pub standfirst: String,
    /// The first photo.
    photo: Option<Photo>,
}

impl Teaser {
    /// Whether the story's own photo stands for its page where that is shared; else it needs a card.
    pub fn shares_photo(&self) -> bool {
        self.photo.as_ref().is_some_and(Photo::may_be_shared)
    }
}

/// The teasers of all stories by id, told with the articles and needed by the lists.
pub type Teasers<'a> = HashMap<&'a str, Teaser>;

/// What all pages of a build share.
pub struct Pages<'a> {
    engine: &'a Engine,
    site: &'a Site,
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
    pub fn new(engine: &'a Engine, site: &'a Site) -> Pages<'a> {
        let mut seen = HashSet::new();
        let twins =
            site.public().map(|story| story.headline.as_str()).filter(|headline| !seen.insert(*headline)).collect();
        Pages { engine, site, twins }
    }

    /// Renders all public files of a story; returns what lists show of it.
    pub fn render_story(&self, story: &Story, sink: &dyn Sink) -> (Teaser, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let put = |name: &str, bytes: Vec<u8>| {
            let path = format!("{}{name}", story.path);
            sink.put(Output { area: Area::Public, path, bytes, origin: story.source.path.clone() });
        };
        let files = files::read(story, sink.cache(), &mut faults);
        let first = story.photos.first().and_then(|photo| files.iter().find(|file| *file.name == *photo.file.value));
        let photo = first.and_then(|file| file.photo.clone());
        let mut teaser = Teaser { standfirst: String::new(), photo };
        match self.told(story, &files) {
            Ok((standfirst, texts)) => {
                teaser.standfirst = standfirst;
                texts.into_iter().for_each(|(name, text)| put(&name, text.into_bytes()));
            }
            Err(fault) => faults.push(*fault),
        }
        put(&format!("{}.json", story.slug), published::json(story));
        for (name, bytes) in files.into_iter().flat_map(|file| file.outputs) {
            put(&name, bytes);
        }
        (teaser, faults)
    }

    /// The standfirst; and the article in its three lengths and as a page: file names and texts.
    fn told(&self, story: &Story, files: &[File]) -> Result<(String, Texts), Box<Diagnostic>> {
        let facts = news::facts(story);
        let captions = news::captions(self.engine, story)?;
        let article = |length| news::article(self.engine, self.site, &facts, length);
        let [brief, standard, full] = [article(Length::Brief)?, article(Length::Standard)?, article(Length::Full)?];
        let standfirst = standfirst(story, &full);
        let figures = self.figures(story, &facts)?;
        let page = self.page(article::page(self.site, story, &facts, &full, files), story, &standfirst)?;
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
            depth => address::depth(&story.path), path => &story.path, ..facts
        };
        self.engine.render("site/article.html", page)
    }

    /// Renders a page that lists stories.
    pub fn render_list(&self, list: &List, teasers: &Teasers, sink: &dyn Sink) -> Vec<Diagnostic> {
        let page = context! { depth => address::depth(&list.path), path => &list.path, ..lists::page(list, teasers) };
        match self.engine.render("site/list.html", page) {
            Ok(html) => {
                let path = format!("{}index.html", list.path);
                sink.put(Output { area: Area::Public, path, bytes: html.into_bytes(), origin: String::new() });
                Vec::new()
            }
            Err(fault) => vec![*fault],
        }
    }

    /// Renders the pages in the place of others, and what a server must know.
    pub fn render_moved(&self, plan: &Plan, sink: &dyn Sink, faults: &mut Vec<Diagnostic>) {
        moved::render(self, plan, sink, faults);
    }

    /// Renders pages and files that do not depend on the stories: style sheet, icon, 404, `static/`.
    pub fn render_fixed(&self, project: &Project, sink: &dyn Sink, faults: &mut Vec<Diagnostic>) {
        let put = |path: &str, bytes: Vec<u8>| {
            sink.put(Output { area: Area::Public, path: path.to_owned(), bytes, origin: String::new() });
        };
        for name in ["style.css", "icon.svg"] {
            put(name, project.template(&format!("site/{name}")).unwrap_or_default().into_owned().into_bytes());
        }
        // Served in the place of any page, so its links start at the host's root.
        let page = context! { depth => address::root(&self.site.base_url), path => "404.html" };
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
            put(&path, bytes);
        }
    }
}

/// The summary; without one, the beginning of the article.
fn standfirst(story: &Story, article: &Article) -> String {
    let lead = article.paragraphs.first().map_or("", String::as_str).trim_end_matches("./.");
    let text = story.summary.as_deref().unwrap_or(if lead.is_empty() { &story.headline } else { lead });
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
