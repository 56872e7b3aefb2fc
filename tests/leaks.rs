//! What the public may not see leaves no trace: `public/` is the same to the byte whether a hidden story is there or not,
//! and whatever stands in the keys that only the office needs. Every text key of every record is walked.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "project/fill.rs"]
mod fill;
mod project;

use std::collections::BTreeMap;

use bantin::write::{Folders, Keep, Writer};
use fill::{Fill, record};
use project::{Dir, PHOTO, tree};
use serde_json::{Value, json};

type Files = BTreeMap<String, Vec<u8>>;

/// `public/` and `documents/` as a build leaves them.
fn built(dir: &Dir) -> (Files, Files) {
    let folders = Folders { public: dir.at("public"), documents: dir.at("documents") };
    let writer = Writer::new(&folders, Keep::Foreign).unwrap();
    let faults = bantin::build(&bantin::project::Project::at(dir.path()), &project::options(), &writer);
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    writer.commit().unwrap();
    (tree(&folders.public), tree(&folders.documents))
}

fn put(dir: &Dir, folder: &str, (file, words): (&str, &str), more: Value) {
    let words = |_: &str| Some(words.to_owned());
    let record = record(file, Fill { words: &words, turn: 0 }, more);
    dir.write(&format!("content/{folder}/{file}"), serde_json::to_string(&record).unwrap());
    dir.write(&format!("content/{folder}/a.png"), PHOTO);
    dir.write(&format!("content/{folder}/a.txt"), format!("tệp của {folder}"));
}

/// The same files with the same bytes.
fn same(seen: &Files, wanted: &Files, what: &str) {
    for (path, bytes) in seen {
        match wanted.get(path) {
            None => panic!("{what}: {path} is made"),
            Some(other) => assert!(bytes == other, "{what}: {path} differs"),
        }
    }
    assert_eq!(seen.len(), wanted.len(), "{what}");
}

/// The states that hide a story, as keys of any of its records.
fn states() -> [(&'static str, Value); 8] {
    let withdrawal = json!({ "date": "12/10/2024", "reason": "mậtvụ" });
    [
        ("nhap", json!({ "status": "draft" })),
        ("duyet", json!({ "status": "review" })),
        ("hen", json!({ "publish_at": "01/07/2026 08:00" })),
        ("go", json!({ "status": "withdrawn" })),
        ("go-khi-nhap", json!({ "status": "draft", "withdrawal": withdrawal })),
        ("noi-bo", json!({ "visibility": "internal" })),
        ("het-han", json!({ "expires_at": "30/06/2026" })),
        ("go-khi-noi-bo", json!({ "visibility": "internal", "withdrawal": withdrawal })),
    ]
}

const RECORDS: [&str; 5] = ["meeting.yaml", "budget.yaml", "conclusions.yaml", "news.yaml", "document.yaml"];

fn project_with_a_public_story() -> Dir {
    let dir = Dir::new();
    dir.write("site.yaml", format!("{}documents: none\ntagline: Tin của xã\n", project::SITE));
    put(&dir, "2024-10-10-cong-khai", ("meeting.yaml", "Họp dân"), json!({ "papers": null }));
    put(&dir, "2024-10-11-tin", ("news.yaml", "Tin công khai"), json!({}));
    dir
}

/// All records of a story say its state, or only one of them does: the strictest counts.
#[test]
fn a_hidden_story_changes_nothing() {
    let (plain, dir) = (project_with_a_public_story(), project_with_a_public_story());
    for (state, keys) in states() {
        for told in [&RECORDS[..], &RECORDS[..1], &RECORDS[4..]] {
            let folder = format!("2024-10-12-matvu-{state}-{}", told.concat().replace('.', "-"));
            for file in RECORDS {
                let said = if told.contains(&file) { keys.clone() } else { json!({}) };
                put(&dir, &folder, (file, "Mậtvụ"), said);
            }
        }
    }
    let ((public, _), (hidden, _)) = (built(&plain), built(&dir));
    assert!(public.len() > 30, "{:?}", public.keys());
    same(&hidden, &public, "hidden stories");
}

/// A withdrawn story that says why leaves one page that says only that.
#[test]
fn a_withdrawn_story_says_only_why() {
    let with = |words: &str| {
        let dir = project_with_a_public_story();
        let gone = json!({ "status": "withdrawn", "aliases": [words.to_lowercase().replace(' ', "-")],
            "withdrawal": { "date": "12/10/2024", "reason": "Đăng nhầm.", "successor": "tin" } });
        for file in RECORDS {
            put(&dir, "2024-10-12-da-go", (file, words), gone.clone());
        }
        built(&dir).0
    };
    let public = with("Matvu mot");
    assert!(public.keys().any(|path| path.contains("da-go")));
    same(&public, &with("Matvu hai"), "withdrawn");
}

/// Keys that only the office needs, by the end of their place or a part of it; a document that is not public is one as a whole.
const OFFICE: &[&str] = &[
    "meeting.yaml/papers/",
    "meeting.yaml/issuer/",
    "meeting.yaml/attendance/absent/",
    "meeting.yaml/attendance/movements/",
    "meeting.yaml/proceedings/",
    "conclusions.yaml/notice/",
    "budget.yaml/report/",
    "/allow/reason",
    "document.yaml/",
    "site.yaml/archive",
    "site.yaml/signer/",
];

/// Public stories of all records whose papers are the office's; what stands in office keys is `word`.
fn with_office_words(word: &str) -> Dir {
    let dir = Dir::new();
    let public = |place: &str| Some(if place.ends_with("/allow/reason") { word } else { "Họp dân" }.to_owned());
    let office = |place: &str| match OFFICE.iter().any(|key| place.contains(key) || place.ends_with(key)) {
        true => Some(word.to_owned()),
        false => public(place),
    };
    let write = |folder: &str, file: &str, told: &Value| {
        dir.write(&format!("content/2024/{folder}/{file}"), serde_json::to_string(told).unwrap());
        dir.write(&format!("content/2024/{folder}/a.png"), PHOTO);
        dir.write(&format!("content/2024/{folder}/a.txt"), "tệp");
    };
    let filled = |file: &str, more: Value| {
        let mut told = record(file, Fill { words: &office, turn: 0 }, more);
        close(&mut told);
        told
    };
    // The office's copies carry the records whole.
    let site = filled("site.yaml", json!({ "archive_format": "a-3a", "logo": null }));
    dir.write("site.yaml", serde_json::to_string(&site).unwrap());
    for file in ["meeting.yaml", "budget.yaml", "conclusions.yaml", "document.yaml"] {
        write("2024-10-10-hop", file, &filled(file, json!({})));
    }
    write("2024-10-11-tin", "news.yaml", &filled("news.yaml", json!({})));
    write("2024-10-12-noi-bo", "document.yaml", &filled("document.yaml", json!({})));
    let document = record("document.yaml", Fill { words: &public, turn: 0 }, json!({ "public": true }));
    write("2024-10-13-cong-khai", "document.yaml", &document);
    dir
}

/// Papers are not public.
fn close(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.remove("public");
            map.values_mut().for_each(close);
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

#[test]
fn what_only_the_office_needs_is_nowhere() {
    let ((one, kept), (two, other)) = (built(&with_office_words("Mậtvụ một")), built(&with_office_words("Mậtvụ hai")));
    assert!(one.len() > 20 && !kept.is_empty());
    assert!(kept != other, "the office has what it wrote");
    same(&one, &two, "office keys");
}
