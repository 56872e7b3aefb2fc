//! Which documents a story gives, and whose head they bear; a site of one story for the tests of other modules.

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
    assert_eq!(files(&site("", MEETING, "items: Làm ngay.")).last().unwrap(), "2024/hoi-nghi/thong-bao-ket-luan.pdf");
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
    assert_eq!(lacking(&site, &site.stories[0]), [Lacking { kind: Kind::Notice, missing: vec!["conclusions.yaml"] }]);
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
    assert_eq!((head.issuer.name, &*head.issuer.spoken), ("CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG", "Cục Công Thương địa phương"));
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
