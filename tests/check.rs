//! `tests/check/RULE.yaml`: records with their faults. The expected fault, its columns, its whole message and its
//! mends stand as `#~` lines below the faulty line; `=== good` shows the other side of the boundary.
//! `BLESS=1` writes the `#~` lines anew; read them before you commit them.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use bantin::check::rules::RULES;
use bantin::diag::{Diagnostic, Lang, Message, Severity, message};
use project::{Dir, STORY};

/// `=== good: meeting.yaml` or `=== bad escaped: meeting.yaml`, then `=== with: people.yaml` for more files.
struct Case {
    good: bool,
    parts: Vec<Part>,
}

struct Part {
    header: String,
    path: String,
    escaped: bool,
    /// The record as written in the case, without `#~` lines.
    lines: Vec<String>,
    /// `#~` lines by the number of lines above them.
    expected: BTreeMap<usize, Vec<String>>,
}

fn parse(text: &str) -> (String, Vec<Case>) {
    let mut cases: Vec<Case> = Vec::new();
    let mut head = String::new();
    for line in text.lines() {
        if let Some(header) = line.strip_prefix("=== ") {
            let (kind, name) = header.split_once(": ").expect("=== kind: file");
            let part = Part {
                header: line.to_owned(),
                path: place(name),
                escaped: kind.ends_with(" escaped"),
                lines: Vec::new(),
                expected: BTreeMap::new(),
            };
            match kind.trim_end_matches(" escaped") {
                "good" | "bad" => cases.push(Case { good: kind.starts_with("good"), parts: vec![part] }),
                "with" => cases.last_mut().expect("with follows good or bad").parts.push(part),
                other => panic!("unknown section {other}"),
            }
            continue;
        }
        match cases.last_mut().and_then(|case| case.parts.last_mut()) {
            None => head.push_str(&format!("{line}\n")),
            Some(part) => match line.strip_prefix("#~ ") {
                Some(fault) => part.expected.entry(part.lines.len()).or_default().push(fault.to_owned()),
                None => part.lines.push(line.to_owned()),
            },
        }
    }
    (head, cases)
}

/// Where a part's file lies: `site.yaml` and `people.yaml` at the root, other stories under `content/`.
fn place(name: &str) -> String {
    match name {
        "site.yaml" | "people.yaml" => name.to_owned(),
        _ if name.contains('/') => format!("content/{name}"),
        _ => format!("{STORY}/{name}"),
    }
}

impl Part {
    /// The file's bytes; in an escaped part `\u{301}` is a letter, `\x{FF}` a byte, `\t` a tab, `\r` a carriage return.
    fn bytes(&self) -> Vec<u8> {
        let text: String = self.lines.iter().map(|line| format!("{line}\n")).collect();
        if !self.escaped {
            return text.into_bytes();
        }
        let mut out = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('\\') {
            out.extend(before.as_bytes());
            let code = |text: &str| u32::from_str_radix(&text[2..text.find('}').unwrap()], 16).unwrap();
            let long = after.find('}').map_or(1, |at| at + 1);
            rest = match after.as_bytes()[0] {
                b'u' => {
                    out.extend(char::from_u32(code(after)).unwrap().to_string().as_bytes());
                    &after[long..]
                }
                b'x' => {
                    out.push(u8::try_from(code(after)).unwrap());
                    &after[long..]
                }
                b't' => {
                    out.push(b'\t');
                    &after[1..]
                }
                b'r' => {
                    out.push(b'\r');
                    &after[1..]
                }
                other => panic!("\\{} means nothing", char::from(other)),
            };
        }
        out.extend(rest.as_bytes());
        out
    }
}

/// A fault as its `#~` lines tell it: columns, severity, rule, message; then the mends.
fn told(fault: &Diagnostic) -> Vec<String> {
    let word = Message::new(if fault.severity == Severity::Error { "word-error" } else { "word-warning" });
    let columns = fault.source.as_ref().map_or("-".to_owned(), |source| {
        let range = source.clamp(fault.span);
        let (from, to) = (source.place(range.start), source.place(range.end));
        let more = if to.line > from.line { format!("+{}:", to.line - from.line) } else { String::new() };
        format!("{}-{more}{}", from.column, to.column)
    });
    let first = format!("{columns} {}[{}]: {}", word.text(Lang::Vi), fault.rule, fault.message.text(Lang::Vi));
    let mends = fault.hints.iter().map(|hint| format!("  cách sửa: {}", hint.text(Lang::Vi)));
    std::iter::once(first).chain(mends).collect()
}

impl Case {
    fn run(&self) -> Vec<Diagnostic> {
        let dir = Dir::new();
        for part in &self.parts {
            dir.write(&part.path, part.bytes());
        }
        dir.check()
    }

    /// The `#~` lines of each part by line; faults without a file stand at the end of the first part.
    fn told(&self, faults: &[Diagnostic]) -> Vec<BTreeMap<usize, Vec<String>>> {
        let mut told_of = vec![BTreeMap::new(); self.parts.len()];
        for fault in faults {
            let part = self.parts.iter().position(|part| part.path == fault.path()).unwrap_or(0);
            let line = match fault.place() {
                Some(place) if self.parts[part].path == fault.path() => place.line.min(self.parts[part].lines.len()),
                _ => self.parts[part].lines.len(),
            };
            told_of[part].entry(line).or_insert_with(Vec::new).extend(told(fault));
        }
        told_of
    }
}

fn bless(path: &Path, head: &str, cases: &[Case]) {
    let mut text = head.to_owned();
    for case in cases {
        for (part, told) in case.parts.iter().zip(case.told(&case.run())) {
            writeln!(text, "{}", part.header).unwrap();
            for number in 0..=part.lines.len() {
                if number > 0 {
                    writeln!(text, "{}", part.lines[number - 1]).unwrap();
                }
                for line in told.get(&number).into_iter().flatten() {
                    writeln!(text, "#~ {line}").unwrap();
                }
            }
        }
    }
    fs::write(path, text).unwrap();
}

fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir("tests/check").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.iter().all(|file| file.extension().is_some_and(|end| end == "yaml")), "{files:?}");
    files
}

fn cases_of(file: &Path) -> (String, Vec<Case>) {
    parse(&fs::read_to_string(file).unwrap())
}

#[test]
fn faults_are_told_where_and_as_expected() {
    let mut wrong = String::new();
    for file in files() {
        let rule = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let (head, cases) = cases_of(&file);
        assert!(head.starts_with("# "), "{rule}: the first line says in a comment what is shown");
        if std::env::var_os("BLESS").is_some() {
            bless(&file, &head, &cases);
        }
        for (number, case) in cases_of(&file).1.iter().enumerate() {
            let faults = case.run();
            let found = faults.iter().any(|fault| fault.rule == rule);
            if found == case.good {
                let kind = if case.good { "good" } else { "bad" };
                writeln!(wrong, "{rule}, case {}: {kind}, but {rule} found: {found}", number + 1).unwrap();
            }
            if case.good && bantin::diag::has_errors(&faults) {
                writeln!(wrong, "{rule}, case {}: a good record has errors", number + 1).unwrap();
            }
            for (part, told) in case.parts.iter().zip(case.told(&faults)) {
                if part.expected != told {
                    writeln!(wrong, "{rule}, case {}, {}:", number + 1, part.path).unwrap();
                    writeln!(wrong, "  expected {:#?}\n  found    {told:#?}", part.expected).unwrap();
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Every rule shows both sides of its boundary.
#[test]
fn every_rule_has_a_good_and_a_bad_case() {
    for rule in RULES {
        let file = format!("tests/check/{}.yaml", rule.name);
        let (_, cases) = cases_of(Path::new(&file));
        assert!(cases.iter().any(|case| case.good) && cases.iter().any(|case| !case.good), "{file}");
        let severities = cases.iter().flat_map(Case::run).filter(|fault| fault.rule == rule.name);
        assert!(severities.into_iter().all(|fault| fault.severity == rule.severity), "{}", rule.name);
    }
}

/// A record may break any rule, the language's and the archive's too, if it says so with a reason.
#[test]
fn every_rule_can_be_allowed() {
    let mut allowed = BTreeSet::new();
    for rule in RULES {
        let (_, cases) = cases_of(Path::new(&format!("tests/check/{}.yaml", rule.name)));
        for case in cases.iter().filter(|case| !case.good) {
            let faults = case.run();
            let broken = |path: &str| faults.iter().any(|fault| fault.rule == rule.name && fault.path() == path);
            for part in case.parts.iter().filter(|part| part.path.starts_with("content/") && broken(&part.path)) {
                let dir = Dir::new();
                for other in &case.parts {
                    dir.write(&other.path, other.bytes());
                }
                let text =
                    [part.bytes(), format!("allow: [{{rule: {}, reason: đã xem}}]\n", rule.name).into()].concat();
                dir.write(&part.path, text);
                let left = dir.check();
                let gone = !left.iter().any(|fault| fault.rule == rule.name && fault.path() == part.path);
                assert!(gone && left.len() < faults.len(), "{}: {:?}", rule.name, left);
                allowed.insert(rule.name);
            }
        }
    }
    let never: Vec<&str> = RULES.iter().map(|rule| rule.name).filter(|name| !allowed.contains(name)).collect();
    assert!(never.is_empty(), "{never:?}");
    let bare = Dir::with_meeting(format!("{}allow: [{{rule: spelling}}]\n", project::MEETING));
    assert!(bare.check().iter().any(|fault| fault.rule == "yaml-missing-key"), "a reason is asked for");
}

/// Messages of the record stages that no readable case can show, and where they are shown.
const ELSEWHERE: [(&str, &str); 14] = [
    ("file-missing", "no site.yaml at all: tests/cmd"),
    ("shape-nothing", "a word inside yaml-shape"),
    ("shape-text", "a word inside yaml-shape"),
    ("shape-list", "a word inside yaml-shape"),
    ("shape-map", "a word inside yaml-shape"),
    ("content-missing", "no content/ at all: tests/cmd"),
    ("only-unknown", "an argument: tests/cmd"),
    ("file-unreadable", "the disk: tests/robust.rs"),
    ("file-not-ordinary", "a link, a pipe: tests/robust.rs"),
    ("file-too-large", "the size: tests/robust.rs"),
    ("yaml-too-big", "the size: tests/robust.rs"),
    ("record-outside", "where it lies: tests/cmd/names.md"),
    ("template-failed", "a template: tests/robust.rs"),
    ("template-missing", "a template: tests/robust.rs"),
];

/// Whether the stages from reading to resolving name a message in their source; the others are the console's.
fn is_of_records(id: &str) -> bool {
    let name = format!("\"{id}\"");
    let stages = ["load", "record", "check", "model"];
    let sources = stages.iter().flat_map(|stage| {
        project::tree(&Path::new("src").join(stage)).into_values().chain(fs::read(format!("src/{stage}.rs")))
    });
    sources.into_iter().any(|source| String::from_utf8_lossy(&source).contains(&name))
}

#[test]
fn every_message_is_seen_and_all_its_places_are_filled() {
    let mut seen = BTreeSet::new();
    for fault in files().iter().flat_map(|file| cases_of(file).1).flat_map(|case| case.run()) {
        for said in std::iter::once(&fault.message).chain(&fault.hints) {
            seen.insert(said.id);
            seen.extend(said.words.iter().map(|(_, id)| *id));
            for lang in [Lang::Vi, Lang::En] {
                let pattern = message::pattern(said.id, lang).unwrap_or_else(|| panic!("{} says nothing", said.id));
                let places = pattern.split('{').skip(1).filter_map(|part| part.split_once('}'));
                for (name, _) in places.filter(|(name, _)| *name != " ") {
                    let filled = said.args.iter().any(|(arg, _)| *arg == name)
                        || said.words.iter().any(|(arg, id)| *arg == name && message::pattern(id, lang).is_some());
                    assert!(filled, "{}: {{{name}}} is not filled", said.id);
                }
            }
        }
    }
    let elsewhere = |id: &str| ELSEWHERE.iter().any(|(other, _)| id.trim_end_matches(".hint") == *other);
    let unseen: Vec<&str> = message::ids(Lang::Vi)
        .into_iter()
        .filter(|id| !seen.contains(id) && !elsewhere(id) && is_of_records(id))
        .collect();
    assert!(unseen.is_empty(), "no case in tests/check shows {unseen:#?}");
}
