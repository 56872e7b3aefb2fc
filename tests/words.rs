//! What the records say stands in their documents as poppler reads them, letter for letter, and the page of the story gives
//! the same figures and names.
//!
//! Where poppler is missing these tests say so and pass; with `BANTIN_REQUIRE_TOOLS=1` it must be there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

/// Every project whose documents are read: the samples and the cases.
fn projects() -> Vec<PathBuf> {
    let cases = std::fs::read_dir("tests/cases").unwrap().map(|case| case.unwrap().path());
    let mut all: Vec<PathBuf> = cases.chain([PathBuf::from(".")]).collect();
    all.sort();
    all
}

/// A story: its records by name, the words of all its documents, and those of its page if it has one.
struct Told {
    place: String,
    records: BTreeMap<String, Value>,
    documents: BTreeMap<String, String>,
    page: Option<String>,
}

/// All stories of all projects that have documents, read once; `None` without poppler.
fn stories() -> Option<&'static [Told]> {
    static STORIES: OnceLock<Option<Vec<Told>>> = OnceLock::new();
    let all = || projects().iter().map(|root| told(root)).collect::<Option<Vec<_>>>();
    STORIES.get_or_init(|| Some(all()?.into_iter().flatten().collect())).as_deref()
}

fn told(root: &Path) -> Option<Vec<Told>> {
    let (faults, outputs) = project::build(root);
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    let sources = project::tree(&root.join("content"));
    let dir = project::Dir::new();
    let mut stories: BTreeMap<String, Told> = BTreeMap::new();
    for (path, bytes) in outputs.iter().filter(|(path, _)| path.starts_with("documents/") && path.ends_with(".pdf")) {
        let mut parts = path.split('/').skip(2);
        let (slug, file) = (parts.next().unwrap(), parts.next().unwrap());
        let of = |name: &str| {
            let folder = name.rsplit('/').nth(1).unwrap_or_default();
            folder.strip_suffix(slug).is_some_and(|day| day.len() == 11)
        };
        let records = sources.iter().filter(|(name, _)| name.ends_with(".yaml") && of(name));
        let story = stories.entry(slug.to_owned()).or_insert_with(|| Told {
            place: format!("{}: {slug}", root.display()),
            records: records.map(|(name, bytes)| (file_name(name), value(bytes))).collect(),
            documents: BTreeMap::new(),
            page: outputs
                .iter()
                .find(|(path, _)| path.starts_with("public/tin/") && path.ends_with(&format!("/{slug}/index.html")))
                .map(|(_, bytes)| squeezed(&without_tags(&String::from_utf8_lossy(bytes)))),
        });
        dir.write("one.pdf", bytes);
        story.documents.insert(file.to_owned(), squeezed(&words(&dir.at("one.pdf"))?));
    }
    Some(stories.into_values().collect())
}

fn file_name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

fn value(bytes: &[u8]) -> Value {
    serde_yaml::from_str(std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}')).unwrap()
}

/// The text layer in the order of the content, without page numbers.
fn words(path: &Path) -> Option<String> {
    let Ok(output) = Command::new("pdftotext").arg("-raw").arg(path).arg("-").output() else {
        assert!(std::env::var_os("BANTIN_REQUIRE_TOOLS").is_none(), "pdftotext is not installed");
        eprintln!("skipped: pdftotext is not installed");
        return None;
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let number = |line: &&str| !line.is_empty() && line.chars().all(|c| c.is_ascii_digit());
    let pages = text.split('\u{c}').map(|page| {
        let lines: Vec<&str> = page.lines().collect();
        lines[usize::from(lines.first().is_some_and(number))..].join("\n")
    });
    Some(pages.collect())
}

fn without_tags(page: &str) -> String {
    let page = page.split_once("<main").map_or(page, |(_, main)| main);
    let mut out = String::new();
    for part in page.split('<') {
        out.push_str(part.split_once('>').map_or("", |(_, text)| text));
    }
    ["&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&#34;", "&#39;", "&#x27;"]
        .iter()
        .zip(["\u{a0}", "&", "<", ">", "\"", "\"", "'", "'"])
        .fold(out, |text, (entity, letter)| text.replace(entity, letter))
}

/// A text without spaces and capitals: lines break anywhere, sentences begin in capitals.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The strings below some keys of a record with the keys above them, numbers as strings.
fn leaves(value: &Value, keys: &str, out: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(value, &format!("{keys}.{key}"), out)),
        Value::Array(list) => list.iter().for_each(|value| leaves(value, keys, out)),
        Value::String(text) => out.push((keys.to_owned(), text.clone())),
        Value::Number(number) => out.push((keys.to_owned(), number.to_string())),
        _ => {}
    }
}

/// What a value must leave on the paper: its lines and cells without the marks of Markdown, dates as they are written there.
fn parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    // A photo in the body is shown.
    let words = text.split(['\n', '|']).filter(|line| !line.trim_start().starts_with("!["));
    for piece in words.flat_map(|line| line.split(" - ")) {
        let piece = piece.trim().replace("**", "").replace(['*', '`'], "");
        let listed = piece.trim_start_matches(|c: char| c.is_ascii_digit() || ".)#-+ ".contains(c));
        // A number is not the number of a list.
        let piece = if listed.is_empty() { piece.as_str() } else { listed };
        let piece = ["ông ", "bà "].iter().find_map(|word| piece.strip_prefix(word)).unwrap_or(piece);
        let bare = piece.trim_matches(|c: char| c.is_whitespace() || ".;:,".contains(c));
        if bare.chars().any(char::is_alphanumeric) {
            parts.push(squeezed(bare));
        }
    }
    parts
}

/// `09/3/2026` as it stands in a document: *ngày 09 tháng 3 năm 2026*.
fn official(date: &str) -> Option<String> {
    let numbers: Vec<u16> = date.split(['/', '-']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [day, month, year] = numbers[..] else { return None };
    let (day, year) = if day > 31 { (year, day) } else { (day, year) };
    let month = if month < 3 { format!("0{month}") } else { month.to_string() };
    Some(format!("ngày{day:02}tháng{month}năm{year}"))
}

/// Keys of `document.yaml` that are no words of the paper: how it is set, what the site makes of it, what is heard and not
/// seen, and moments of signing, whose form `tests/conformity/parts.rs` measures.
const UNPRINTED: [&str; 22] = [
    ".kind",
    ".sizes",
    ".public",
    ".signature",
    ".seal",
    ".allow",
    ".status",
    ".visibility",
    ".publish_at",
    ".category",
    ".tags",
    ".title",
    ".summary",
    ".notice_to_readers",
    ".id",
    ".aliases",
    ".attached.kind",
    ".photos.file",
    ".photos.papers",
    ".photos.alt",
    ".appendices.signed_at",
    ".certified_copies.signed_at",
];

#[test]
fn documents_hold_every_value_of_their_record() {
    let mut wrong = String::new();
    let Some(stories) = stories() else { return };
    for story in stories {
        let Some(record) = story.records.get("document.yaml") else { continue };
        let text: String = story.documents.values().cloned().collect();
        let mut all = Vec::new();
        leaves(record, "", &mut all);
        for (key, value) in all.iter().filter(|(key, _)| !UNPRINTED.contains(&key.as_str())) {
            let wanted = official(value).map_or_else(|| parts(value), |date| vec![date]);
            for part in wanted.iter().filter(|part| !text.contains(part.as_str())) {
                writeln!(wrong, "{}: {key}: {part}", story.place).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What each record of a meeting leaves on which of its papers, by the keys of its values.
const PRINTED: [(&str, &str, &[&str]); 3] = [
    (
        "meeting.yaml",
        "bien-ban.pdf",
        &[".purposes", ".agenda.title", ".agenda", ".proceedings.text", ".reports.title", ".chairs"],
    ),
    (
        "conclusions.yaml",
        "thong-bao-ket-luan.pdf",
        &[".items.heading", ".items.text", ".items.tasks.what", ".items.points"],
    ),
    ("budget.yaml", "bao-cao-kinh-phi.pdf", &[".lines.name", ".lines.lines.name", ".remarks", ".proposals"]),
];

#[test]
fn papers_hold_the_words_of_their_records() {
    let mut wrong = String::new();
    let Some(stories) = stories() else { return };
    for story in stories {
        for (record, paper, keys) in PRINTED {
            let (Some(record), Some(text)) = (story.records.get(record), story.documents.get(paper)) else {
                continue;
            };
            let mut all = Vec::new();
            leaves(record, "", &mut all);
            // A word with hyphens and no space is the id of somebody in people.yaml.
            let printed = all.iter().filter(|(key, value)| keys.contains(&key.as_str()) && value.contains(' '));
            for (key, value) in printed {
                for part in parts(value).iter().filter(|part| !text.contains(part.as_str())) {
                    writeln!(wrong, "{}: {paper}: {key}: {part}", story.place).unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// What minutes tell and a page does not: who wrote them, who was away, who came and went.
const OFFICE: [&str; 3] = [".secretary", ".attendance.absent", ".attendance.movements"];

/// Keys of figures that may stand without their unit.
const FIGURES: [&str; 6] = [".planned", ".adjusted", ".allocated", ".spent", ".estimated", ".previous"];

/// Amounts with their unit, and persons, wherever a record names them.
fn facts(records: &BTreeMap<String, Value>) -> Vec<String> {
    let mut all = Vec::new();
    records.iter().filter(|(name, _)| *name != "document.yaml").for_each(|(_, record)| leaves(record, "", &mut all));
    let amount = |key: &str, text: &str| {
        let figures = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = figures.find(|c: char| !c.is_ascii_digit() && !".,".contains(c)).unwrap_or(figures.len());
        let figure = FIGURES.iter().any(|measure| key.ends_with(measure));
        let counted =
            figure || [" tỷ", " triệu", " đồng", " ha", " km", "%"].iter().any(|unit| figures[end..].starts_with(unit));
        (counted && end > 0 && text.len() < 40).then(|| figures[..end].to_owned())
    };
    let person = |text: &str| {
        let name = ["ông ", "bà "].iter().find_map(|word| text.strip_prefix(word))?;
        Some(squeezed(name.split([',', '(']).next()?.split(" - ").next()?))
    };
    let public = all.iter().filter(|(key, _)| !OFFICE.iter().any(|office| key.starts_with(office)));
    public.filter_map(|(key, text)| person(text).or_else(|| amount(key, text))).collect()
}

/// A figure as a whole, not the middle of another.
fn holds(text: &str, fact: &str) -> bool {
    let figure = fact.starts_with(|c: char| c.is_ascii_digit());
    text.match_indices(fact).any(|(at, _)| {
        let before = text[..at].ends_with(|c: char| c.is_ascii_digit() || ".,".contains(c));
        let rest = &text[at + fact.len()..];
        let after = rest.trim_start_matches(['.', ',']).starts_with(|c: char| c.is_ascii_digit());
        !figure || !(before || after)
    })
}

#[test]
fn figures_and_names_of_documents_are_those_of_the_page() {
    let (mut wrong, mut seen) = (String::new(), 0);
    let Some(stories) = stories() else { return };
    for story in stories {
        let Some(page) = &story.page else { continue };
        for fact in facts(&story.records) {
            let papers = story.documents.iter().filter(|(_, text)| holds(text, &fact));
            for (paper, _) in papers {
                seen += 1;
                if !holds(page, &fact) {
                    writeln!(wrong, "{}: {fact} is in {paper}, but not on the page", story.place).unwrap();
                }
            }
        }
    }
    assert!(seen >= 40, "{seen} facts compared");
    assert!(wrong.is_empty(), "\n{wrong}");
}
