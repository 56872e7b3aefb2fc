//! Story → the official documents it has the facts for — *văn bản hành chính*: which ones, who issues them, under
//! which number, and the facts their templates print. Wording is the templates' business.

mod choose;
mod content;
mod copies;
mod head;
mod kind;
mod table;

use serde::Serialize;

use crate::model::{Site, Story};
use crate::record::value::{Day, PhotoPaper, Text};
use crate::viet::list;

use choose::{chosen, is_public, settings};
use kind::{file, parts};

pub use choose::{Lacking, lacking};
pub use content::{Content, Picture};
pub use copies::CopyView;
pub use head::{Head, Issued, Number, Sign};
pub use kind::{Kind, Part};
pub use table::{Cell, Column, Grand, Row, Table};

/// One document with all its facts, as its template reads them.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    /// What it is.
    #[serde(skip)]
    pub kind: Kind,
    /// Which part of it this file is.
    #[serde(skip)]
    pub part: Part,
    /// The appendix that this file is, by its place among the appendices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appendix: Option<usize>,
    /// The copies that are certified below the text or in the corner of the first page, the last being what this file is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<CopyView<'a>>,
    /// Parts of an extract that the document does not have.
    #[serde(skip)]
    pub unknown_parts: Vec<&'a Text>,
    /// The photos behind the text of a document made of a meeting's records.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Picture>,
    /// Letterhead, addressees, signature.
    #[serde(flatten)]
    pub head: Head<'a>,
    /// The letters of points: a, b, c, d, đ …
    pub letters: Vec<String>,
    /// The figures as rows, for the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// What `document.yaml` says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content<'a>>,
    /// The story with all its records.
    pub story: &'a Story,
    /// Whether it is published beside the article.
    #[serde(skip)]
    pub public: bool,
}

impl Document<'_> {
    /// Name of its file.
    pub fn file(&self) -> String {
        file(self.story, self.kind, self.part)
    }

    /// Its template.
    pub fn template(&self) -> &'static str {
        if self.appendix.is_some() { "document/appendix" } else { self.kind.key() }
    }

    /// The photos it prints, by their place among the story's.
    pub fn pictures(&self) -> Vec<usize> {
        let mut pictures: Vec<usize> = self.photos.iter().map(|photo| photo.picture).collect();
        pictures.extend(self.content.iter().flat_map(Content::pictures));
        pictures.sort_unstable();
        pictures.dedup();
        pictures
    }

    /// Its path below `documents/`.
    pub fn office_path(&self) -> String {
        format!("{}/{}", self.story.office_path(), self.file())
    }

    /// Its path below `public/`, if it is published.
    pub fn public_path(&self) -> Option<String> {
        self.public.then(|| format!("{}{}", self.story.path, self.file()))
    }

    /// The day it stands under: its own, else the meeting's; never the clock's.
    pub fn day(&self) -> Day {
        self.head.date.unwrap_or(self.story.date)
    }
}

/// A document that a page may link: its kind and its file beside the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicPaper {
    /// What it is: `invitation`, `programme`, `minutes`, `notice` or `report`; of others the name of their kind.
    pub kind: &'static str,
    /// Whether it is an appendix that is a file of its own.
    pub is_appendix: bool,
    /// File name in the story's folder.
    pub file: String,
}

/// The documents of a story that the public may have.
pub fn public_papers(site: &Site, story: &Story) -> Vec<PublicPaper> {
    let named = |kind: Kind| if let Kind::Written(kind) = kind { kind.name } else { kind.key() };
    let public = chosen(site, story).filter(|kind| is_public(story, *kind));
    let shown = |kind: Kind| {
        let open = parts(story, kind).filter(|part| !matches!(part, Part::Copy(_)));
        open.map(move |part| PublicPaper {
            kind: named(kind),
            is_appendix: matches!(part, Part::Appendix(_)),
            file: file(story, kind, part),
        })
    };
    public.flat_map(shown).collect()
}

/// A written document as its page tells it.
#[derive(Debug, Serialize)]
pub struct Written<'a> {
    /// Letterhead, addressees, signature.
    pub head: Head<'a>,
    /// What it says.
    pub content: Content<'a>,
}

/// The document of `document.yaml`, if the public may have it.
pub fn public_written<'a>(site: &'a Site, story: &'a Story) -> Option<Written<'a>> {
    let kind = Kind::Written(story.public_document()?.kind.0);
    let head = head::head(site, story, (kind, settings(story, kind)));
    Some(Written { head, content: content::content(story)? })
}

/// The documents of a story, with all their facts.
pub fn documents<'a>(site: &'a Site, story: &'a Story) -> Vec<Document<'a>> {
    chosen(site, story)
        .flat_map(|kind| parts(story, kind).map(move |part| document((site, story), kind, part)))
        .collect()
}

const LETTERS: usize = 120;

fn document<'a>((site, story): (&'a Site, &'a Story), kind: Kind, part: Part) -> Document<'a> {
    let paper = settings(story, kind);
    let content = content::content(story).filter(|_| matches!(kind, Kind::Written(_)));
    let (copies, unknown_parts) = match (part, &content) {
        (Part::Copy(at), Some(content)) => (copies::copies(site, story, at), copies::unknown_parts(story, content, at)),
        _ => (Vec::new(), Vec::new()),
    };
    Document {
        kind,
        part,
        appendix: if let Part::Appendix(at) = part { Some(at) } else { None },
        copies,
        unknown_parts,
        photos: photos(story, kind),
        head: head::head(site, story, (kind, paper)),
        letters: (1..=LETTERS).filter_map(list::point_letter).collect(),
        table: story.budget.as_deref().filter(|_| kind == Kind::Report).map(table::table),
        content: if let Part::Copy(at) = part { content.map(|all| copies::copied(story, all, at)) } else { content },
        story,
        public: is_public(story, kind) && !matches!(part, Part::Copy(_)),
    }
}

/// The photos behind the text of what is made of a meeting's records.
fn photos(story: &Story, kind: Kind) -> Vec<Picture> {
    let paper = match kind {
        Kind::Minutes => PhotoPaper::Minutes,
        Kind::Notice => PhotoPaper::Notice,
        Kind::Report => PhotoPaper::Report,
        Kind::Invitation | Kind::Programme | Kind::Written(_) => return Vec::new(),
    };
    content::photos(story, paper, std::iter::empty())
}

#[cfg(test)]
pub(crate) mod tests;
