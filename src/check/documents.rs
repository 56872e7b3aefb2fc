//! What the decree on official documents forbids and a record can tell: secrets, signatures, appendices nobody mentions.

use crate::diag::Diagnostic;
use crate::load::StoryRecords;
use crate::record::document::Document;
use crate::record::papers::{Paper, Signer};
use crate::record::value::{Prose, Text};
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
        document.record.signer.iter().for_each(|signer| check_signer(signer, cx));
        check_secrecy(&document.record, cx);
        check_pictures(&document.record, story, cx);
        check_appendices(&document.record, cx);
    }
}

fn check_papers<'a>(papers: impl Iterator<Item = &'a Paper>, cx: &mut Cx) {
    papers.filter_map(|paper| paper.signer.as_ref()).for_each(|signer| check_signer(signer, cx));
}

/// The words before a position that say in whose stead it signs — NĐ 30/2020 Điều 13, PL I mục II.7.
const AUTHORITIES: [&str; 5] = ["TM. ", "Q. ", "KT. ", "TL. ", "TUQ. "];

/// Those that only a position of one's own can follow.
const OF_ANOTHER: [&str; 3] = ["KT. ", "TL. ", "TUQ. "];

/// Ranks and degrees, which do not stand in a signature.
const RANKS: [&str; 9] = ["GS.", "PGS.", "TS.", "ThS.", "Ths.", "CN.", "KS.", "BS.", "LS."];

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

/// The main text must mention its appendices — NĐ 30/2020 PL I mục III.1.
fn check_appendices(document: &Document, cx: &mut Cx) {
    let Some(first) = document.appendices.first() else { return };
    let mut main = document.clone();
    main.appendices.clear();
    let mut words = Words::default();
    main.walk_fields(&mut words);
    if !words.0.to_lowercase().contains("phụ lục") {
        let fault = Diagnostic::warning("appendix-unmentioned").with("title", &first.title);
        cx.error(first.title.span, fault.hint_id("appendix-unmentioned.hint"));
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
