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
pub(crate) mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::*;
    use crate::load::{Records, Sourced, StoryRecords, decode};
    use crate::model::{Options, Show, resolve};
    use crate::record::Record;
    use crate::source::Source;

    fn sourced<R: Record>(path: &str, text: &str) -> Option<Sourced<R>> {
        let source = Source::new(path, text);
        let mut faults = Vec::new();
        let record = decode(&source, &mut faults)?;
        assert!(faults.is_empty(), "{path}: {faults:?}");
        Some(Sourced { source: Arc::clone(&source), record: Box::new(record) })
    }

    const SITE: &str = "
title: Trang tin
issuer: {superior: Bộ Công Thương, name: CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG, code: CTĐP, place: Hà Nội}
signer: {position: CỤC TRƯỞNG, name: Ngô Quang Trung}
managing_body: Cục Công Thương địa phương
";

    const MEETING: &str = "
title: Hội nghị khuyến công
date: 10/10/2024
start: 08:00
place: Hội trường
chairs: ông Ngô Quang Trung
secretary: bà Đỗ Thị Minh Trâm
purposes: bàn việc
agenda: [Khai mạc]
reports: [Báo cáo năm 2024]
";

    /// A site of one story, built on the first of a month.
    pub(crate) fn site(settings: &str, meeting: &str, conclusions: &str) -> Site {
        let story = StoryRecords {
            dir: PathBuf::from("content/2024/hoi-nghi"),
            folder: "content/2024/hoi-nghi".to_owned(),
            meeting: sourced("content/2024/hoi-nghi/meeting.yaml", meeting).filter(|_| !meeting.is_empty()),
            conclusions: if conclusions.is_empty() {
                None
            } else {
                sourced("content/2024/hoi-nghi/conclusions.yaml", conclusions)
            },
            ..StoryRecords::default()
        };
        let site = sourced("site.yaml", &format!("{SITE}{settings}"));
        let as_of = "2024-11-01T08:00".parse().unwrap();
        let options = Options { as_of, drafts: Show::Published, base_url: None, only: None };
        let mut faults = Vec::new();
        resolve::resolve(Records { site, register: None, stories: vec![story] }, &options, &mut faults).unwrap()
    }

    fn files(site: &Site) -> Vec<String> {
        documents(site, &site.stories[0]).iter().map(Document::office_path).collect()
    }

    #[test]
    fn facts_decide_which_documents_there_are() {
        let all = ["2024/hoi-nghi/giay-moi.pdf", "2024/hoi-nghi/chuong-trinh.pdf", "2024/hoi-nghi/bien-ban.pdf"];
        assert_eq!(files(&site("", MEETING, "")), all);
        assert_eq!(
            files(&site("", MEETING, "items: Làm ngay.")).last().unwrap(),
            "2024/hoi-nghi/thong-bao-ket-luan.pdf"
        );
        assert_eq!(files(&site("", &MEETING.replace("10/10/2024", "10/12/2024"), "")), all[..2]);
        assert_eq!(files(&site("", &MEETING.replace("start: 08:00", ""), "")), all[1..]);
        assert!(files(&site("documents: none", MEETING, "")).is_empty());
        assert!(files(&site("", &MEETING.replace("title", "status: withdrawn\ntitle"), "")).is_empty());
    }

    #[test]
    fn listed_documents_alone_or_a_word_about_what_they_lack() {
        let listed = format!("{MEETING}papers: {{programme: {{number: 3}}, notice: {{number: 4}}}}");
        let site = site("documents: listed", &listed, "");
        assert_eq!(files(&site), ["2024/hoi-nghi/chuong-trinh.pdf"]);
        assert_eq!(
            lacking(&site, &site.stories[0]),
            [Lacking { kind: Kind::Notice, missing: vec!["conclusions.yaml"] }]
        );
    }

    #[test]
    fn public_documents_are_those_of_public_stories_that_say_so() {
        let open = format!("{MEETING}papers: {{invitation: {{public: true}}}}");
        let shown = |meeting: &str| {
            let site = site("", meeting, "");
            public_papers(&site, &site.stories[0]).iter().map(|paper| paper.file.clone()).collect::<Vec<_>>()
        };
        assert_eq!(shown(&open), ["giay-moi.pdf"]);
        assert!(shown(MEETING).is_empty());
        assert!(shown(&format!("visibility: internal\n{open}")).is_empty());
    }

    #[test]
    fn the_head_is_the_papers_own_then_the_meetings_then_the_sites() {
        let paper = "papers: {invitation: {number: 9, date: 25/9/2024, issuer: {superior: none, place: Huế}, recipients: ['- Như trên;']}}";
        let site = site("", &format!("{MEETING}issuer: {{code: ABC}}\n{paper}"), "");
        let documents = documents(&site, &site.stories[0]);
        let head = &documents[0].head;
        assert_eq!((head.issuer.superior, head.issuer.place), (None, Some("Huế")));
        assert_eq!(
            (head.issuer.name, &*head.issuer.spoken),
            ("CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG", "Cục Công Thương địa phương")
        );
        assert_eq!((head.number.figures.as_deref(), head.number.code.as_str()), (Some("09"), "/GM-ABC"));
        assert_eq!(head.recipients, ["Như trên"]);
        assert_eq!(head.signer.as_ref().unwrap().name, Some("Ngô Quang Trung"));
        let minutes = &documents[2].head;
        assert!(minutes.signer.is_none() && minutes.date.is_none());
        assert_eq!((minutes.day.date.to_string().as_str(), minutes.open_year), ("2024-10-10", Some(2024)));
    }

    #[test]
    fn what_was_written_is_not_also_made() {
        let mut site = site("documents: listed", &format!("{MEETING}papers: {{invitation: {{number: 9}}}}"), "");
        for (kind, count, code) in [("GM", 1, "/GM-CTĐP"), ("công văn", 2, "/CTĐP-VP")] {
            let text = format!("kind: {kind}\nnumber: 12\nunit: VP\nbody: Việc.\n");
            let written: Box<crate::record::document::Document> = sourced("document.yaml", &text).unwrap().record;
            site.stories[0].document_paper = Some(Box::new(written.paper()));
            site.stories[0].document = Some(written);
            let found = documents(&site, &site.stories[0]);
            assert_eq!(found.len(), count, "{kind}");
            let head = &found.last().unwrap().head;
            assert_eq!((head.number.figures.as_deref(), head.number.code.as_str()), (Some("12"), code));
        }
    }

    #[test]
    fn another_body_is_not_signed_for() {
        let site = site("", &format!("{MEETING}issuer: {{name: Sở Công Thương}}"), "");
        assert!(documents(&site, &site.stories[0])[0].head.signer.is_none());
    }
}
