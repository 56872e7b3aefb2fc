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
#[path = "../project/mod.rs"]
mod project;
mod read;
mod rows;

use std::collections::BTreeMap;
use std::path::Path;

use norms::{FORMS, Form};
use paper::Facts;
use rayon::prelude::*;

/// The form of a document by its file's name.
fn form(path: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| path.ends_with(&format!("/{}", form.file)))
}

/// The office's documents of a project.
fn documents(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (faults, mut outputs) = project::build(root);
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    outputs.retain(|path, _| path.starts_with("documents/") && path.ends_with(".pdf"));
    outputs
}

/// Measures all documents of a project and says all that is wrong.
fn assert_conform(root: &Path, facts: Facts) {
    let documents = documents(root);
    assert!(!documents.is_empty());
    let faults: Vec<String> = documents
        .par_iter()
        .flat_map_iter(|(path, bytes)| {
            let form = form(path).unwrap_or_else(|| panic!("{path} is of no known form"));
            paper::faults((path.trim_start_matches("documents/"), form, facts), &read::read(bytes))
        })
        .collect();
    let shown = faults.iter().take(40).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(faults.is_empty(), "{} faults in {} documents\n{shown}", faults.len(), documents.len());
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
fn few_and_many_people_conclusions_and_rows_conform() {
    assert_conform(contents::numbers().path(), Facts::All);
}

#[test]
fn very_long_names_conform() {
    assert_conform(contents::names().path(), Facts::All);
}

/// A text document of three pages is at most 200 KB.
#[test]
fn three_pages_of_text_are_small() {
    for (path, bytes) in documents(contents::numbers().path()) {
        let pages = read::read(&bytes).pages.len().max(3);
        assert!(bytes.len() <= 200 * 1024 * pages / 3, "{path}: {} bytes for {pages} pages", bytes.len());
    }
}
