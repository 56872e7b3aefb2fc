//! Console transcripts over `tests/cmd/*.md`: what a user types, what the program prints, the exit code.
//! `TRYCMD=overwrite cargo test --test cmd` writes them anew; a folder `NAME.in` is where `NAME.md` begins,
//! `NAME.out` is what must lie there afterwards.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;

use bantin::check::rules::{self, RULES};
use bantin::diag::{Lang, Severity};

/// The list of rules in README.md is the table's; `BLESS=1` writes it anew.
#[test]
fn readme_lists_the_rules() {
    let mut list = String::from("| rule | | flags |\n|---|---|---|\n");
    for family in rules::families() {
        writeln!(list, "| **{}** | | |", rules::heading(family, Lang::En)).unwrap();
        for rule in RULES.iter().filter(|rule| rule.family == family) {
            let word = if rule.severity == Severity::Error { "error" } else { "warning" };
            let head = rules::head(rule.name, Lang::En);
            writeln!(list, "| `{}` | {word} | {head} |", rule.name).unwrap();
        }
    }
    let readme = fs::read_to_string("README.md").unwrap();
    let (before, rest) = readme.split_once("<!-- rules -->\n").unwrap();
    let (seen, after) = rest.split_once("<!-- /rules -->").unwrap();
    if std::env::var_os("BLESS").is_some() {
        fs::write("README.md", format!("{before}<!-- rules -->\n{list}<!-- /rules -->{after}")).unwrap();
    } else {
        assert_eq!(seen, list, "BLESS=1 cargo test --test cmd");
    }
}

/// Machines read these keys and no others.
#[test]
fn json_keeps_its_shape() {
    let text = "Chính phủ , Thủ tướng".as_bytes().to_vec();
    let as_of = jiff::civil::date(2026, 6, 30).at(12, 0, 0, 0);
    let options = bantin::model::Options { as_of, drafts: bantin::model::Show::Published, base_url: None, only: None };
    let faults = bantin::check_text(text, "bai.txt", None, &options);
    let mut out = Vec::new();
    bantin::diag::print::print(&faults, bantin::diag::print::Format::Json, Lang::En, &mut out).unwrap();
    let seen: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let told = serde_json::json!([{
        "severity": "warning", "rule": "space-before", "message": "a space too many beside a punctuation mark",
        "hints": ["write “,”"], "file": "bai.txt", "line": 1, "column": 10, "endLine": 1, "endColumn": 12,
        "quote": "Chính phủ , Thủ tướng",
    }]);
    assert_eq!(seen, told);
    let mut none = Vec::new();
    bantin::diag::print::print(&[], bantin::diag::print::Format::Json, Lang::En, &mut none).unwrap();
    assert_eq!(none, b"[]\n");
}

#[test]
fn transcripts_hold() {
    trycmd::TestCases::new().case("tests/cmd/*.md").env("BANTIN_LANG", "vi").env("NO_COLOR", "1");
}
