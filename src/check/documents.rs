//! What the decree on official documents forbids and a record can tell: secrets, signatures, appendices nobody mentions.

use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::markdown::blocks;
use crate::record::document::Document;
use crate::record::papers::{Paper, Signer};
use crate::record::value::{Photo, PhotoPaper, Prose, Text};
use crate::record::{Cx, Visit};

/// Runs the rules over a story's document and over the papers of its other records.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    if let Some(meeting) = &story.meeting {
        let papers = meeting.record.papers.iter().flat_map(|papers| {
            [&papers.invitation, &papers.programme, &papers.minutes, &papers.notice, &papers.report]
        });
        check_papers(papers.flatten(), &mut Cx { source: &meeting.source, faults });
    }
    if let Some(conclusions) = &story.conclusions {
        check_papers(conclusions.record.notice.as_deref().into_iter(), &mut Cx { source: &conclusions.source, faults });
    }
    if let Some(budget) = &story.budget {
        check_papers(budget.record.report.as_deref().into_iter(), &mut Cx { source: &budget.source, faults });
    }
    if let Some(document) = &story.document {
        let cx = &mut Cx { source: &document.source, faults };
        let copiers = document.record.certified_copies.iter().filter_map(|copy| copy.signer.as_ref());
        document.record.signer.iter().chain(copiers).for_each(|signer| check_signer(signer, cx));
        check_secrecy(&document.record, cx);
        check_pictures(&document.record, story, cx);
        check_photos(&document.record, story, cx);
        check_appendices(&document.record, cx);
    }
}

/// Each paper has its own signer, and may have none yet.
fn check_papers<'a>(papers: impl Iterator<Item = &'a Paper>, cx: &mut Cx) {
    papers.filter_map(|paper| paper.signer.as_ref()).for_each(|signer| check_signer(signer, cx));
}

/// The words before a position that say in whose stead it signs — NĐ 30/2020 Điều 13, PL I mục II.7.
const AUTHORITIES: [&str; 5] = ["TM. ", "Q. ", "KT. ", "TL. ", "TUQ. "];

/// Those that only a position of one's own can follow.
const OF_ANOTHER: [&str; 3] = ["KT. ", "TL. ", "TUQ. "];

/// Ranks and degrees, which do not stand in a signature.
const RANKS: [&str; 9] = ["GS.", "PGS.", "TS.", "ThS.", "Ths.", "CN.", "KS.", "BS.", "LS."];

/// The authority and the rank of a signature; of two faults in one line both are told, as each has its own mend.
fn check_signer(signer: &Signer, cx: &mut Cx) {
    for line in &signer.authority {
        if !AUTHORITIES.iter().any(|word| line.starts_with(word)) {
            cx.error(line.span, fault("signer-authority", line).hint_id("signer-authority.hint"));
        }
    }
    let last = signer.authority.last().filter(|line| OF_ANOTHER.iter().any(|word| line.starts_with(word)));
    if let Some(line) = last.filter(|_| signer.position.is_none()) {
        cx.error(line.span, fault("signer-position", line).hint_id("signer-position.hint"));
    }
    if let Some(name) = signer.name.as_ref().filter(|name| RANKS.iter().any(|rank| name.starts_with(rank))) {
        let fault = Diagnostic::warning("signer-rank").with("name", name);
        cx.error(name.span, fault.hint_id("signer-rank.hint"));
    }
}

fn fault(rule: &'static str, line: &Text) -> Diagnostic {
    Diagnostic::error(rule).with("line", line)
}

/// Secret documents are made on machines of their own.
fn check_secrecy(document: &Document, cx: &mut Cx) {
    if let Some(mark) = &document.secrecy {
        let fault = Diagnostic::error("document-secret").with("mark", mark);
        cx.error(mark.span, fault.hint_id("document-secret.hint"));
    }
}

/// Pictures of signature and seal are transparent PNGs beside the record.
fn check_pictures(document: &Document, story: &StoryRecords, cx: &mut Cx) {
    for file in document.signature.iter().chain(&document.seal).filter(|file| !file.is_empty()) {
        let there = story.files.iter().any(|known| known == &file.value);
        if !there || !file.to_lowercase().ends_with(".png") {
            let fault = Diagnostic::error("signature-picture").with("file", file);
            cx.error(file.span, fault.hint_id("signature-picture.hint"));
        }
    }
}

/// A body shows photos of the story's list, where each has its description.
fn check_photos(document: &Document, story: &StoryRecords, cx: &mut Cx) {
    let mut bodies: Vec<&Prose> = document.body.iter().collect();
    bodies.extend(document.attached.iter().filter_map(|attached| attached.body.as_ref()));
    bodies.extend(document.appendices.iter().filter_map(|appendix| appendix.body.as_ref()));
    let mut known = Photos::default();
    document.walk_fields(&mut known);
    story.meeting.iter().for_each(|meeting| meeting.record.walk_fields(&mut known));
    story.budget.iter().for_each(|budget| budget.record.walk_fields(&mut known));
    story.conclusions.iter().for_each(|conclusions| conclusions.record.walk_fields(&mut known));
    story.news.iter().for_each(|news| news.record.walk_fields(&mut known));
    for body in bodies {
        for file in blocks::pictures(body).iter().filter(|file| !known.0.contains(file)) {
            let fault = Diagnostic::error("photo-unlisted").with("file", file);
            cx.error(body.span, fault.hint(Message::new("photo-unlisted.hint").with("file", file)));
        }
    }
}

/// The files of a record's photos.
#[derive(Default)]
struct Photos(Vec<String>);

impl Visit for Photos {
    fn photo(&mut self, photo: &Photo) {
        self.0.push(photo.file.value.clone());
    }
}

/// The main text must mention its appendices — NĐ 30/2020 PL I mục III.1.
fn check_appendices(document: &Document, cx: &mut Cx) {
    let behind = document.common.photos.iter().find(|photo| photo.papers.contains(&PhotoPaper::Document));
    let shown =
        |photo: &Photo| document.body.as_ref().is_some_and(|body| blocks::pictures(body).contains(&photo.file.value));
    let photos = behind.filter(|photo| !shown(photo)).map(|photo| (&*photo.file, photo.file.span));
    let first = document.appendices.first().map(|first| (&*first.title, first.title.span));
    let Some((title, span)) = first.or(photos) else { return };
    let mut main = document.clone();
    main.appendices.clear();
    let mut words = Words::default();
    main.walk_fields(&mut words);
    if !words.0.to_lowercase().contains("phụ lục") {
        let fault = Diagnostic::warning("appendix-unmentioned").with("title", title);
        cx.error(span, fault.hint_id("appendix-unmentioned.hint"));
    }
}

/// All words of a record.
#[derive(Default)]
struct Words(String);

impl Visit for Words {
    fn text(&mut self, text: &Text) {
        self.0.push_str(text);
        self.0.push('\n');
    }

    fn prose(&mut self, prose: &Prose) {
        self.0.push_str(prose);
        self.0.push('\n');
    }
}
