//! Story → the official documents it has the facts for — *văn bản hành chính*: which ones, who issues them, under
//! which number, and the facts their templates print. Wording is the templates' business.

mod head;
mod table;

use serde::Serialize;

use crate::model::{Reach, Site, Story};
use crate::record::Record;
use crate::record::meeting::Meeting;
use crate::record::papers::Paper;
use crate::record::site::DocumentsMode;
use crate::record::value::Day;
use crate::viet::{list, reference};

pub use head::{Head, Issued, Number, Sign};
pub use table::{Cell, Column, Grand, Row, Table};

/// The kinds of documents that are made of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Invitation — *giấy mời*.
    Invitation,
    /// Programme — *chương trình*.
    Programme,
    /// Minutes — *biên bản*.
    Minutes,
    /// Notice of the conclusions — *thông báo kết luận*.
    Notice,
    /// Report on the figures — *báo cáo kinh phí*.
    Report,
}

/// Kind, name of its template, code of Phụ lục III, file name.
const KINDS: [(Kind, &str, &str, &str); 5] = [
    (Kind::Invitation, "invitation", "GM", "giay-moi.pdf"),
    (Kind::Programme, "programme", "CTr", "chuong-trinh.pdf"),
    (Kind::Minutes, "minutes", "BB", "bien-ban.pdf"),
    (Kind::Notice, "notice", "TB", "thong-bao-ket-luan.pdf"),
    (Kind::Report, "report", "BC", "bao-cao-kinh-phi.pdf"),
];

impl Kind {
    /// All kinds, in the order in which offices write them.
    pub fn all() -> impl Iterator<Item = Kind> {
        KINDS.iter().map(|row| row.0)
    }

    /// Name of its template and of its key in `papers`.
    pub fn key(self) -> &'static str {
        KINDS[self as usize].1
    }

    /// Code in the number line — *chữ viết tắt tên loại*.
    pub fn code(self) -> &'static str {
        KINDS[self as usize].2
    }

    /// Name of its file.
    pub fn file(self) -> &'static str {
        KINDS[self as usize].3
    }
}

/// One document with all its facts, as its template reads them.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    /// What it is.
    pub kind: Kind,
    /// Letterhead, addressees, signature.
    #[serde(flatten)]
    pub head: Head<'a>,
    /// The letters of points: a, b, c, d, đ …
    pub letters: Vec<String>,
    /// The figures as rows, for the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
    /// The kind of each legal basis, told from its number; empty where the number does not tell.
    pub basis_kinds: Vec<&'static str>,
    /// The story with all its records.
    pub story: &'a Story,
    /// Whether it is published beside the article.
    #[serde(skip)]
    pub public: bool,
}

impl Document<'_> {
    /// Its path below `documents/`.
    pub fn office_path(&self) -> String {
        format!("{}/{}", self.story.office_path(), self.kind.file())
    }

    /// Its path below `public/`, if it is published.
    pub fn public_path(&self) -> Option<String> {
        self.public.then(|| format!("{}{}", self.story.path, self.kind.file()))
    }

    /// The day it stands under: its own, else the meeting's; never the clock's.
    pub fn day(&self) -> Day {
        self.head.date.unwrap_or(self.story.date)
    }
}

/// A document that a page may link: its kind and its file beside the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PublicPaper {
    /// What it is.
    pub kind: Kind,
    /// File name in the story's folder.
    pub file: &'static str,
}

/// The documents of a story that the public may have.
pub fn public_papers(site: &Site, story: &Story) -> Vec<PublicPaper> {
    let public = chosen(site, story).filter(|kind| is_public(story, *kind));
    public.map(|kind| PublicPaper { kind, file: kind.file() }).collect()
}

/// The documents of a story, with all their facts.
pub fn documents<'a>(site: &'a Site, story: &'a Story) -> Vec<Document<'a>> {
    chosen(site, story).map(|kind| document(site, story, kind)).collect()
}

/// A document that was asked for by name and lacks facts: the missing ones by their Vietnamese labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// What was asked for.
    pub kind: Kind,
    /// Labels of the missing keys.
    pub missing: Vec<&'static str>,
}

/// What was asked for by name and cannot be made; minutes of a meeting to come are simply not due yet.
pub fn lacking(site: &Site, story: &Story) -> Vec<Lacking> {
    if story.reach == Reach::Hidden || mode(site) == DocumentsMode::Never {
        return Vec::new();
    }
    let due = Kind::all().filter(|kind| settings(story, *kind).is_some() && !(story.upcoming && *kind == Kind::Minutes));
    let lacking = due.map(|kind| Lacking { kind, missing: missing(story, kind) });
    lacking.filter(|lacking| !lacking.missing.is_empty()).collect()
}

const LETTERS: usize = 120;

fn document<'a>(site: &'a Site, story: &'a Story, kind: Kind) -> Document<'a> {
    let paper = settings(story, kind);
    Document {
        kind,
        head: head::head(site, story, (kind, paper)),
        letters: (1..=LETTERS).filter_map(list::point_letter).collect(),
        table: story.budget.as_ref().filter(|_| kind == Kind::Report).map(table::table),
        basis_kinds: basis_kinds(story),
        story,
        public: is_public(story, kind),
    }
}

/// *Thông tư* for `36/2013/TT-BCT`; a number that may be of several kinds tells none.
fn basis_kinds(story: &Story) -> Vec<&'static str> {
    let bases = story.budget.iter().flat_map(|budget| &budget.bases);
    let kind = |number: &str| match reference::parse(number).map(|reference| reference.kind_names()).as_deref() {
        Some([name]) => name,
        _ => "",
    };
    bases.map(|citation| kind(&citation.number)).collect()
}

fn mode(site: &Site) -> DocumentsMode {
    site.record.documents.unwrap_or_default()
}

/// The kinds that are made: asked for by name, or, by default, all that have the facts.
fn chosen(site: &Site, story: &Story) -> impl Iterator<Item = Kind> {
    let mode = mode(site);
    let wanted = move |kind: &Kind| match mode {
        DocumentsMode::Never => false,
        DocumentsMode::Listed => settings(story, *kind).is_some(),
        DocumentsMode::Facts => settings(story, *kind).is_some() || worth_making(story, *kind),
    };
    let known = story.reach != Reach::Hidden;
    let due = move |kind: &Kind| !(story.upcoming && *kind == Kind::Minutes);
    Kind::all().filter(move |kind| known && wanted(kind) && due(kind) && missing(story, *kind).is_empty())
}

/// An invitation without a programme or a purpose is made only when it was asked for.
fn worth_making(story: &Story, kind: Kind) -> bool {
    let meeting = story.meeting.as_deref();
    kind != Kind::Invitation || meeting.is_some_and(|meeting| !(meeting.agenda.is_empty() && meeting.purposes.is_empty()))
}

/// What the clerk wrote about a document: number, date, signer; the record it belongs to comes first.
fn settings(story: &Story, kind: Kind) -> Option<&Paper> {
    let papers = story.meeting.as_deref().and_then(|meeting| meeting.papers.as_ref());
    match kind {
        Kind::Invitation => papers?.invitation.as_ref(),
        Kind::Programme => papers?.programme.as_ref(),
        Kind::Minutes => papers?.minutes.as_ref(),
        Kind::Notice => {
            let own = story.conclusions.as_deref().and_then(|conclusions| conclusions.notice.as_ref());
            own.or_else(|| papers?.notice.as_ref())
        }
        Kind::Report => story.report_paper.as_ref().or_else(|| papers?.report.as_ref()),
    }
}

fn is_public(story: &Story, kind: Kind) -> bool {
    story.reach == Reach::Public && settings(story, kind).is_some_and(|paper| paper.public.0)
}

/// The labels of the facts that a kind needs and the story lacks.
fn missing(story: &Story, kind: Kind) -> Vec<&'static str> {
    let Some(meeting) = story.meeting.as_deref() else {
        return match kind {
            Kind::Notice => missing_conclusions(story),
            Kind::Report => missing_figures(story),
            _ => vec![Meeting::NAME],
        };
    };
    let lacks = |facts: &[(&str, bool)]| {
        let keys: Vec<&str> = facts.iter().filter(|(_, there)| !there).map(|(key, _)| *key).collect();
        Meeting::fields().iter().filter(|field| keys.contains(&field.key)).map(|field| field.label).collect()
    };
    match kind {
        Kind::Invitation => lacks(&[("start", starts(meeting)), ("place", has_place(meeting))]),
        Kind::Programme => lacks(&[("agenda", !meeting.agenda.is_empty())]),
        Kind::Minutes => lacks(&[
            ("chairs", !meeting.chairs.is_empty()),
            ("secretary", !meeting.secretary.is_empty()),
            ("proceedings", happened(story, meeting)),
        ]),
        Kind::Notice => missing_conclusions(story),
        Kind::Report => missing_figures(story),
    }
}

fn missing_conclusions(story: &Story) -> Vec<&'static str> {
    let said = story.conclusions.as_deref().is_some_and(|conclusions| {
        !(conclusions.items.is_empty() && conclusions.assessment.is_empty() && conclusions.milestones.is_empty())
    });
    if said { Vec::new() } else { vec![crate::record::conclusions::Conclusions::NAME] }
}

fn missing_figures(story: &Story) -> Vec<&'static str> {
    let figures = story.budget.as_ref().is_some_and(|budget| !budget.lines.is_empty());
    if figures { Vec::new() } else { vec![crate::record::budget::Budget::NAME] }
}

fn starts(meeting: &Meeting) -> bool {
    meeting.start.is_some_and(|start| start.time.is_some())
}

fn has_place(meeting: &Meeting) -> bool {
    meeting.place.is_some() || meeting.bridges.is_some()
}

fn happened(story: &Story, meeting: &Meeting) -> bool {
    let heard = !(meeting.proceedings.is_empty() && meeting.speeches.is_empty() && meeting.reports.is_empty());
    heard || !meeting.votes.is_empty() || missing_conclusions(story).is_empty()
}

#[cfg(test)]
mod tests;
