//! Finished documents measured with a ruler: the rows of the standard that can be seen on a page, over contents of every
//! length around the turn of a page.
//!
//! A file of its own beside `golden` (equal bytes) and `seen` (other people's tools): it needs nothing but Rust, and it
//! knows the decree's numbers, not the templates'. A new kind of document is a row in `norms::FORMS`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]

mod contents;
mod lines;
mod norms;
mod paper;
mod parts;
#[path = "../project/mod.rs"]
mod project;
mod read;
mod rows;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use norms::{FORMS, Form};
use paper::Facts;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The form of a document by its file's name.
fn form(path: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| path.ends_with(&format!("/{}", form.file)))
}

/// Threads with stacks as large as the program's own: one that waits may begin another document on top of its own.
fn threads() -> &'static ThreadPool {
    static THREADS: OnceLock<ThreadPool> = OnceLock::new();
    THREADS.get_or_init(|| ThreadPoolBuilder::new().stack_size(16 << 20).build().unwrap())
}

/// The office's documents of a project.
fn documents(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (faults, mut outputs) = threads().install(|| project::build(root));
    // The typesetter complains of places that never come to rest.
    let complaint = faults.iter().any(|fault| fault.rule == "pdf-warning");
    assert!(!bantin::diag::has_errors(&faults) && !complaint, "{}", project::shown(&faults));
    outputs.retain(|path, _| path.starts_with("documents/") && path.ends_with(".pdf"));
    outputs
}

/// Measures all documents of a project that have a prescribed form.
fn faults(root: &Path, facts: Facts) -> Vec<String> {
    let mut documents = documents(root);
    documents.retain(|path, _| !norms::FREE.iter().any(|free| path.ends_with(free)) && !parts::is_part(path));
    assert!(!documents.is_empty());
    documents
        .par_iter()
        .flat_map_iter(|(path, bytes)| {
            let form = form(path).unwrap_or_else(|| panic!("{path} is of no known form"));
            paper::faults((path.trim_start_matches("documents/"), form, facts), &read::read(bytes))
        })
        .collect()
}

/// Says all that is wrong with the documents of a project.
fn assert_conform(root: &Path, facts: Facts) {
    let faults = faults(root, facts);
    let shown = faults.iter().take(40).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults\n{shown}", faults.len());
}

#[test]
fn the_sample_site_conforms() {
    assert_conform(Path::new("."), Facts::Some);
}

#[test]
fn the_cases_conform() {
    for case in std::fs::read_dir("tests/cases").unwrap() {
        let case = case.unwrap().path();
        if !documents(&case).is_empty() {
            assert_conform(&case, Facts::Some);
        }
    }
}

#[test]
fn bodies_of_every_length_conform() {
    assert_conform(contents::lengths().path(), Facts::All);
}

#[test]
fn all_kinds_of_every_length_in_both_profiles_conform() {
    assert_conform(contents::kinds().path(), Facts::Some);
}

/// All parties sign, the first of them on a page with words of the agreement.
#[test]
fn agreements_of_many_parties_are_signed_by_all() {
    for (path, bytes) in documents(contents::agreements().path()) {
        let pdf = read::read(&bytes);
        let lines = lines::lines(&pdf);
        let signs: Vec<_> = lines.iter().filter(|line| line.text.starts_with("ĐẠI DIỆN BÊN")).collect();
        assert!(signs.len() >= 2, "{path}: {signs:?}");
        let body = lines
            .iter()
            .filter(|line| line.page == signs[0].page && line.baseline < signs[0].baseline - norms::LINE_OFF);
        assert!(body.count() >= norms::LINES_WITH_SIGNATURE, "{path}: the signatures stand alone");
    }
}

#[test]
fn few_and_many_people_conclusions_and_rows_conform() {
    assert_conform(contents::numbers().path(), Facts::All);
}

#[test]
fn very_long_names_conform() {
    assert_conform(contents::names().path(), Facts::All);
}

#[test]
fn one_and_many_names_in_every_kind_conform() {
    assert_conform(contents::many().path(), Facts::Some);
}

/// A text document of three pages is at most 200 KB.
#[test]
fn three_pages_of_text_are_small() {
    for (path, bytes) in documents(contents::numbers().path()) {
        let pages = read::read(&bytes).pages.len().max(3);
        assert!(bytes.len() <= 200 * 1024 * pages / 3, "{path}: {} bytes for {pages} pages", bytes.len());
    }
}

/// What the templates say, what they are made to say instead, and the row that must see it.
const SPOILT: [(&str, &str, &str); 49] = [
    ("paper: \"a4\"", "paper: \"us-letter\"", "1"),
    ("left: 30.5mm", "left: 28mm", "2"),
    ("right: 15.5mm", "right: 9mm", "3"),
    ("margins = (top: 20mm", "margins = (top: 28mm", "4"),
    ("bottom: 20mm,", "bottom: 12mm,", "5"),
    ("fill: black,", "fill: rgb(0, 0, 90),", "7"),
    ("\"Đơn vị tính: \"", "\"Đơn vi\u{323} tính: \"", "8"),
    ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "9"),
    ("par(text(size: motto-size, weight: \"bold\"", "par(text(size: motto-size, weight: \"regular\"", "10"),
    ("nation-size = if large { 13pt }", "nation-size = if large { 12pt }", "11"),
    ("rule(measure(text(size: motto-size", "rule(0.7 * measure(text(size: motto-size", "12"),
    ("body-size-name = nation-size", "body-size-name = 11pt", "13"),
    ("rule-part = 0.4", "rule-part = 0.9", "14"),
    ("number-size = 13pt", "number-size = 14pt", "15"),
    ("gap) + data.number.code", "gap) + \" \" + data.number.code", "16"),
    ("gap) + data.number.code", "gap) + data.number.code.replace(\"/\", \"/CV-\")", "17"),
    ("style: \"italic\", place-and-date", "style: \"normal\", place-and-date", "18"),
    ("data.date.official.replace(\" \"", "data.date.official.replace(\"0\", \"\").replace(\" \"", "19"),
    ("title-size = 14pt", "title-size = 16pt", "20"),
    ("rule-part = 0.4", "rule-part = 0.9", "21"),
    ("letter-subject-gap = 6pt", "letter-subject-gap = 12pt", "22"),
    ("body-size = motto-size", "body-size = 15pt", "23"),
    ("justify: true", "justify: false", "24"),
    ("indent = 10mm", "indent = 15mm", "25"),
    ("pitch = 1.15 * single", "pitch = 1.7 * single", "26"),
    ("paragraph-gap = 6pt", "paragraph-gap = 2pt", "27"),
    ("par(emph(bare(basis(one))", "par((bare(basis(one))", "28"),
    ("upper(item.title) }", "item.title }", "29"),
    ("section: \"Mục\"", "section: \"Chương\"", "29"),
    ("letters.at(i,", "letters.at(i + 1,", "30"),
    ("bare(item.text) + \"./.\"", "bare(item.text) + \".\"", "31"),
    ("if page > 1 {", "if page > 0 {", "32"),
    ("counter(page).update(0)", "counter(page).update(3)", "33"),
    ("recipients-head-size = 12pt", "recipients-head-size = 13pt", "34"),
    ("recipients-size = 11pt", "recipients-size = 12pt", "35"),
    ("indent: measure(\"Kính gửi\").width", "indent: 0pt", "36"),
    ("signer.authority + present", "signer.authority.map(one => one.replace(\".\", \"\")) + present", "37"),
    ("weight: \"bold\", name))", "weight: \"bold\", \"TS. \" + name))", "38"),
    ("sign-space = 27mm", "sign-space = 12mm", "39"),
    ("(\"Thư ký\",)", "(\"Người ghi\",)", "40"),
    ("trân trọng kính mời", "kính mời", "41"),
    ("(upper(title), bold", "(title, bold", "42"),
    ("\"HỎA TỐC\": 30mm", "\"HỎA TỐC\": 36mm", "43"),
    ("seal-cover = 1 / 3", "seal-cover = 0.6", "44"),
    ("place(center + horizon, mark)", "place(left + horizon, mark)", "44"),
    ("table.header(..item.head", "table.header(repeat: false, ..item.head", "45"),
    ("centred(upper(issuer.name)", "centred(\"PHÒNG KINH TẾ HUYỆN AN BIÊN\"", "46"),
    ("lang: \"vi\"", "lang: \"en\"", "47"),
    ("sticky: true)", "sticky: false)", "P12"),
];

/// The row that no template can break: the typesetter refuses a face that it has not got.
const UNBREAKABLE: [&str; 1] = ["6"];

/// All assertions of the standard's list are measured, by a row that sees its mistake.
#[test]
fn every_assertion_has_a_row_that_sees_its_mistake() {
    let seen: Vec<&str> = SPOILT.iter().map(|(.., row)| *row).chain(UNBREAKABLE).collect();
    let rows = (1..).zip(norms::ASSERTIONS).map(|(row, what)| (row.to_string(), what));
    let unseen: Vec<_> = rows.filter(|(row, _)| !seen.contains(&row.as_str())).collect();
    assert!(unseen.is_empty(), "{unseen:?}");
}

/// A ruler that finds nothing wrong may be blind: each mistake made on purpose must be seen by the row that is for it.
#[test]
fn the_ruler_sees_every_mistake() {
    let templates: Vec<(String, String)> = project::tree(Path::new("templates/pdf"))
        .into_iter()
        .map(|(name, bytes)| (format!("templates/pdf/{name}"), String::from_utf8(bytes).unwrap()))
        .collect();
    let unseen: Vec<String> = SPOILT
        .par_iter()
        .filter_map(|(right, wrong, row)| {
            let dir = contents::whole();
            let spoilt: Vec<_> = templates.iter().filter(|(_, text)| text.contains(right)).collect();
            assert!(!spoilt.is_empty(), "no template says {right}");
            spoilt.iter().for_each(|(name, text)| dir.write(name, text.replace(right, wrong)));
            let found = faults(dir.path(), Facts::All);
            let seen = found.iter().any(|fault| fault.starts_with(&format!("row {row}:")));
            (!seen).then(|| format!("{wrong}: row {row} does not see it, others: {:?}", found.first()))
        })
        .collect();
    assert!(unseen.is_empty(), "{unseen:#?}");
}

/// What an office's copy carries comes out byte for byte; a public copy carries nothing.
#[test]
fn office_copies_carry_their_records_and_public_ones_nothing() {
    let dir = project::Dir::new();
    for (name, bytes) in project::tree(Path::new("content")) {
        dir.write(&format!("content/{name}"), bytes);
    }
    let site = std::fs::read_to_string("site.yaml").unwrap();
    dir.write("site.yaml", format!("{site}archive_format: a-3a\n"));
    drop(std::fs::copy("people.yaml", dir.at("people.yaml")));
    let (faults, outputs) = project::build(dir.path());
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    let carried = |path: &str| bantin::archive::attached(&outputs[path]).unwrap();
    let sources = project::tree(&dir.at("content"));
    for path in outputs.keys().filter(|path| path.ends_with(".pdf")) {
        if path.starts_with("public/") {
            assert!(carried(path).is_empty(), "{path}");
            continue;
        }
        assert!(!carried(path).is_empty(), "{path}");
        let slug = path.split('/').nth(2).unwrap();
        for file in carried(path) {
            let source = sources.iter().find(|(name, _)| name.ends_with(&format!("{slug}/{}", file.name)));
            assert!(source.is_some_and(|(_, bytes)| *bytes == file.bytes), "{path}: {}", file.name);
        }
    }
    assert!(outputs.keys().any(|path| path.starts_with("public/") && path.ends_with(".pdf")));
}

/// However a record is written, it comes out of the office's copy as it was.
#[test]
fn records_of_every_writing_come_out_byte_for_byte() {
    let dir = contents::odd();
    let sources = project::tree(&dir.at("content/2026/2026-02-06-la"));
    let documents = documents(dir.path());
    assert!(documents.len() >= 4, "{:?}", documents.keys());
    for (path, bytes) in documents {
        let carried = bantin::archive::attached(&bytes).unwrap();
        let carried: BTreeMap<String, Vec<u8>> = carried.into_iter().map(|file| (file.name, file.bytes)).collect();
        assert!(carried == sources, "{path}: {:?}", carried.keys());
    }
}
