//! Hostile strings in every key of every record: what is made of them has the shape of what is made of harmless words of
//! the same length, in pages, data, feeds, calendar, tables, server files and documents; and the strings are shown as they are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../project/browser.rs"]
mod chromium;
#[path = "../project/fill.rs"]
mod fill;
#[path = "../project/mod.rs"]
mod project;
#[path = "../project/server.rs"]
mod server;
mod shape;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use bantin::diag::Severity;
use fill::{Fill, record};
use project::{Dir, PHOTO};
use rayon::prelude::*;
use serde_json::{Value, json};

type Files = BTreeMap<String, Vec<u8>>;

/// Name and text of each string; long ones are told by what they repeat.
fn strings() -> Vec<(String, String)> {
    let told: BTreeMap<String, Value> = serde_json::from_str(include_str!("strings.json")).unwrap();
    let text = |value: &Value| match value.get("repeat") {
        Some(part) => part[0].as_str().unwrap().repeat(usize::try_from(part[1].as_u64().unwrap()).unwrap()),
        None => value.as_str().unwrap().to_owned(),
    };
    told.iter().map(|(name, value)| (name.clone(), text(value))).collect()
}

/// The string with an `x` for each sign that could mean something to anybody.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_alphanumeric() || c.is_whitespace() { c } else { 'x' }).collect()
}

/// A project with every kind of record and of page, all texts the same. Markdown is markup on purpose and is looked at by
/// itself; what stands before the stroke in a document's number has a form of its own.
fn project(text: &str, turn: usize, documents: &str) -> Dir {
    let words = |place: &str| {
        let number = place == "document.yaml/number";
        let marked = place.ends_with("/body");
        Some(if marked { "Một đoạn văn.".to_owned() } else { format!("{}{text}", if number { "1" } else { "" }) })
    };
    let fill = Fill { words: &words, turn };
    let dir = Dir::new();
    let put = |path: &str, file: &str, more: Value| {
        let path = if path.is_empty() { file.to_owned() } else { format!("content/2024/{path}/{file}") };
        dir.write(&path, serde_json::to_string(&record(file, fill, more)).unwrap());
    };
    put("", "site.yaml", json!({ "documents": documents }));
    put("", "people.yaml", json!({}));
    let whole = "2024-10-10-hop-thu";
    // Paragraphs by hand take the place of those that are made.
    let by_hand = if turn == 0 { json!({ "article": null }) } else { json!({}) };
    put(whole, "meeting.yaml", by_hand.clone());
    put(whole, "budget.yaml", json!({}));
    put(whole, "conclusions.yaml", json!({}));
    put("2024-10-11-tin", "news.yaml", json!({}));
    put("2024-10-12-van-ban", "document.yaml", json!({}));
    put("2024-10-13-so-lieu", "budget.yaml", by_hand);
    let coming = json!({ "date": "15/07/2026", "changes": null, "end_date": null, "chairs": ["nguoi-mot"], "organisers": { "hosting": ["co-quan-mot"] }, "corrections": null });
    put("2026-07-15-sap-hop", "meeting.yaml", coming);
    let gone =
        json!({ "status": "withdrawn", "withdrawal": { "date": "12/10/2024", "reason": text, "successor": "tin" } });
    put("2024-10-14-da-go", "news.yaml", gone);
    put(
        "2024-10-15-ten-moi",
        "conclusions.yaml",
        json!({ "date": "15/10/2024", "aliases": ["ten-cu", "bai-viet/cu.html"] }),
    );
    for story in std::fs::read_dir(dir.at("content/2024")).unwrap() {
        std::fs::write(story.as_ref().unwrap().path().join("a.png"), PHOTO).unwrap();
        std::fs::write(story.unwrap().path().join("a.txt"), "chữ").unwrap();
    }
    dir.write("static/hinh.png", PHOTO);
    dir
}

/// Faults by which a string may be refused as a whole: it is no text, or a hidden sign stands in it.
fn is_refusal(rule: &str) -> bool {
    rule.starts_with("text-")
        || rule.starts_with("value-")
        || ["slug-empty", "yaml-letter", "date-day", "signer-authority", "person-unknown", "body-unknown"]
            .contains(&rule)
}

/// Outputs under paths in which no word of a text stands: pages of topics are named after them.
fn by_place(files: Files) -> BTreeMap<String, Vec<Vec<u8>>> {
    let mut places: BTreeMap<String, Vec<Vec<u8>>> = BTreeMap::new();
    for (path, bytes) in files {
        let mut segments: Vec<&str> = path.split('/').collect();
        let topic = segments.get(1).is_some_and(|folder| ["nhan", "chuyen-muc", "co-quan", "nguoi"].contains(folder));
        if topic && segments.len() > 3 {
            segments[2] = "*";
        }
        assert!(!segments.contains(&"..") && path.bytes().all(|byte| byte.is_ascii_graphic()), "{path:?}");
        places.entry(segments.join("/")).or_default().push(bytes);
    }
    places
}

/// Letters and signs without spaces, small.
fn tight(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect()
}

/// Where a page of ours may lead: inside, to mail and telephone, and to the addresses that stand in the records.
fn is_ours(address: &str) -> bool {
    let host = ["//", "/\\", "\\"].iter().any(|start| address.starts_with(start));
    let inside = !host && !address.split(['/', '?', '#']).next().unwrap().contains(':');
    let known = ["https://tin.example.vn/", "https://a.example.vn/?a=1&b=2", "mailto:", "tel:", "0; url=../"];
    inside || known.iter().any(|known| address.starts_with(known))
}

/// What is wrong with an output beside its harmless twin.
fn compared(path: &str, (hostile, twin): (&[u8], &[u8]), text: &str) -> Result<(), String> {
    let (Ok(words), Ok(other)) = (std::str::from_utf8(hostile), std::str::from_utf8(twin)) else { return Ok(()) };
    let ending = path.rsplit('.').next().unwrap();
    let same = |a: &[String], b: &[String]| match a.iter().zip(b).find(|(a, b)| a != b) {
        Some((a, b)) => Err(format!("{a} instead of {b}")),
        None if a.len() != b.len() => Err(format!("{} elements instead of {}", a.len(), b.len())),
        None => Ok(()),
    };
    match ending {
        "html" => page(path, (words, other), text),
        "xml" => same(&shape::xml(words)?.0, &shape::xml(other)?.0),
        "json" => {
            let read = |text: &str| serde_json::from_str::<Value>(text).map_err(|error| error.to_string());
            let (one, two) = (shape::json(&read(words)?), shape::json(&read(other)?));
            let index = path.starts_with("public/tim-kiem/");
            if index || one == two { Ok(()) } else { Err(format!("{one} instead of {two}")) }
        }
        "ics" => same(&shape::calendar(words)?, &shape::calendar(other)?),
        "csv" => {
            let (one, two) = (shape::csv(words)?, shape::csv(other)?);
            let number = |cell: &str| {
                cell.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit())
                    && cell.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || c == ',')
            };
            let runs = |cell: &&String| cell.trim_start().starts_with(['=', '+', '-', '@', '|', '%']) && !number(cell);
            if let Some(cell) = one.iter().flatten().find(runs) {
                return Err(format!("a spreadsheet would run {cell}"));
            }
            let columns = |rows: &[Vec<String>]| rows.iter().map(|row| row.len().to_string()).collect::<Vec<_>>();
            same(&columns(&one), &columns(&two))
        }
        "txt" => {
            let lines = |text: &str| vec![text.lines().count().to_string()];
            same(&lines(words), &lines(other))
        }
        _ if words == other => Ok(()),
        _ => Err("differs".to_owned()),
    }
}

fn page(path: &str, (words, other): (&str, &str), text: &str) -> Result<(), String> {
    let (one, two) = (shape::page(words), shape::page(other));
    if let Some((a, b)) = one.shape.iter().zip(&two.shape).find(|(a, b)| a != b) {
        return Err(format!("{a} instead of {b}"));
    }
    if one.shape.len() != two.shape.len() {
        return Err(format!("{} elements instead of {}", one.shape.len(), two.shape.len()));
    }
    if let Some(address) = one.addresses.iter().find(|(_, _, address)| !is_ours(address)) {
        return Err(format!("leads to {address:?}"));
    }
    for (one, two) in one.data.iter().zip(&two.data).filter(|(one, _)| !one.is_empty()) {
        let read = |text: &str| {
            serde_json::from_str::<Value>(text).map(|json| shape::json(&json)).map_err(|error| error.to_string())
        };
        let (one_shape, two_shape) = (read(one)?, read(two)?);
        if one_shape != two_shape || one.contains('<') {
            return Err(format!("data {one_shape} instead of {two_shape}"));
        }
    }
    let literal = path.starts_with("public/tin/") && !path.contains("ten-cu") && !path.contains("/da-go/");
    if literal && !tight(&one.text).contains(tight(text).trim_end_matches(['.', ';', ',', ':', '/'])) {
        return Err("does not show the string as it is".to_owned());
    }
    Ok(())
}

/// Builds the project of a string beside its twin; `None` if the string is refused.
fn attacked(text: &str, turn: usize) -> Option<Vec<String>> {
    let (faults, files) = project::build(project(text, turn, "none").path());
    if bantin::diag::has_errors(&faults) {
        let mut strange = faults;
        strange.retain(|fault| fault.severity == Severity::Error && !is_refusal(fault.rule));
        return (!strange.is_empty()).then(|| project::shown(&strange).lines().take(5).map(str::to_owned).collect());
    }
    let (faults, twin) = project::build(project(&harmless(text), turn, "none").path());
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    let (files, twin) = (by_place(files), by_place(twin));
    let mut wrong = Vec::new();
    for path in files.keys().chain(twin.keys().filter(|path| !files.contains_key(*path))) {
        let (Some(one), Some(two)) = (files.get(path), twin.get(path)) else {
            wrong.push(format!("{path} is there with one of both only"));
            continue;
        };
        if one.len() != two.len() {
            wrong.push(format!("{path}: {} times instead of {}", one.len(), two.len()));
        }
        for pair in one.iter().zip(two) {
            wrong.extend(compared(path, (pair.0, pair.1), text).err().map(|error| format!("{path}: {error}")));
        }
    }
    Some(wrong)
}

/// Runs on threads with room for builds within builds, which a thread that waits for one takes up.
fn deep<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().stack_size(256 << 20).build().unwrap().install(work)
}

/// Strings that no record may hold, by name.
const REFUSED: [&str; 15] = [
    "bom",
    "date_like",
    "dotless_i",
    "nfc_stack",
    "nfd",
    "null",
    "only_marks",
    "only_space",
    "rtl_isolate",
    "rtl_override",
    "soft_hyphen",
    "url_idn",
    "xml_bad_chars",
    "zwj",
    "zwsp",
];

/// Each string in one of the two forms in which values are written; the breaking ones of a context stand in both.
#[test]
fn hostile_strings_change_no_shape() {
    let strings = strings();
    assert_eq!(strings.len(), 104);
    let found: Vec<_> = deep(|| strings.par_iter().enumerate().map(|(at, (_, text))| attacked(text, at % 2)).collect());
    let mut wrong = String::new();
    for ((name, _), found) in strings.iter().zip(found) {
        if found.is_none() != REFUSED.contains(&name.as_str()) {
            writeln!(wrong, "{name}: refused: {}", found.is_none()).unwrap();
        }
        for line in found.iter().flatten().take(3) {
            let line: String = line.chars().take(300).collect();
            writeln!(wrong, "{name}: {line}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// Elements with the names of their attributes as a browser has them, and what ran.
const SEEN: &str = "[[...document.querySelectorAll('*')].map((one) => one.tagName + ' ' + [...one.attributes].map((of) => of.name).sort()).join('\\n'),
    String(window.__pwned ?? '')]";

/// All strings that break out of something in one, on every page in a browser whose policy on content is switched off.
#[test]
fn nothing_runs_in_a_browser_without_a_policy() {
    let Some(browser) = chromium::Page::start() else { return };
    let breaking = |name: &str| {
        ["html_", "attr_", "json", "js_", "url_", "md_", "entity_"].iter().any(|start| name.starts_with(start))
    };
    let strings = strings().into_iter().filter(|(name, _)| breaking(name) && !REFUSED.contains(&name.as_str()));
    let text = strings.map(|(_, text)| text).collect::<Vec<_>>().join(" ");
    let looked_at = |text: &str| {
        let (faults, files) = project::build(project(text, 0, "none").path());
        assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
        let dir = Dir::new();
        files.iter().for_each(|(path, bytes)| dir.write(path, bytes));
        let address = server::serve(&dir.at("public"));
        let pages = by_place(files.into_keys().map(|path| (path.clone(), path.into_bytes())).collect());
        let pages = pages.into_iter().filter(|(place, _)| place.ends_with("index.html") && !place.contains("ten-cu"));
        let seen: BTreeMap<String, (String, String)> = pages
            .map(|(place, paths)| {
                let path = String::from_utf8(paths[0].clone()).unwrap();
                let look = chromium::Look { policy: "off", ..chromium::DESKTOP };
                browser.open(&format!("{address}/{}", path["public/".len()..].trim_end_matches("index.html")), look);
                (place, browser.ask(SEEN))
            })
            .collect();
        (seen, browser.complaints())
    };
    let ((hostile, complaints), (twin, _)) = (looked_at(&text), looked_at(&harmless(&text)));
    assert!(hostile.len() > 30 && complaints.is_empty(), "{} {complaints:?}", hostile.len());
    for (place, (shape, ran)) in &hostile {
        assert!(ran.is_empty(), "{place}: a script ran");
        assert!(twin[place].0 == *shape, "{place}: other elements");
    }
}

/// Elements that Markdown may make, with the attributes they may have.
const MARKUP: [&str; 22] = [
    "p {}",
    "/p",
    "em {}",
    "/em",
    "strong {}",
    "/strong",
    "code {}",
    "/code",
    "pre {}",
    "/pre",
    "ul {}",
    "/ul",
    "ol {}",
    "/ol",
    "li {}",
    "/li",
    "h2 {}",
    "/h2",
    "a {\"href\"}",
    "/a",
    "br {}",
    "hr {}",
];

#[test]
fn markdown_makes_marked_text_and_nothing_else() {
    let built = |text: &str| {
        let dir = Dir::new();
        let text = serde_json::to_string(text).unwrap();
        dir.write("content/2024/2024-10-11-tin/news.yaml", format!("title: Tin\ndate: 11/10/2024\nbody: {text}\n"));
        dir.write(
            "content/2024/2024-10-12-kh/document.yaml",
            format!("kind: kế hoạch\ndate: 12/10/2024\nsubject: đợt 1\npublic: true\nbody: {text}\n"),
        );
        dir.write("site.yaml", format!("{}documents: none\ncards: site\n", project::SITE));
        project::build(dir.path())
    };
    let plain = by_place(built("Một đoạn.").1);
    let look = |(name, text): (String, String)| {
        let (faults, files) = built(&text);
        if bantin::diag::has_errors(&faults) {
            let linked = faults.iter().any(|fault| fault.rule == "link-unsafe");
            assert!(linked || REFUSED.contains(&name.as_str()), "{name}: {}", project::shown(&faults));
            return;
        }
        for (path, made) in by_place(files).into_iter().filter(|(path, _)| path.ends_with(".html")) {
            let shape_of = |bytes: &[u8]| shape::page(std::str::from_utf8(bytes).unwrap());
            let (page, mut known) = (shape_of(&made[0]), shape_of(&plain[&path][0]).shape);
            for element in page.shape {
                match known.iter().position(|other| *other == element) {
                    Some(at) => drop(known.remove(at)),
                    None => assert!(MARKUP.contains(&element.as_str()), "{name}: {element} in {path}"),
                }
            }
            for (element, _, address) in page.addresses {
                let link = element == "a" && address.starts_with("https://xss.invalid");
                assert!(link || is_ours(&address), "{name}: {element} leads to {address} in {path}");
            }
        }
    };
    deep(|| strings().into_par_iter().for_each(look));
}

/// What a program that opens the document could be made to do.
const ACTIONS: [&[u8]; 9] = [
    b"/JavaScript",
    b"/JS",
    b"/Launch",
    b"/SubmitForm",
    b"/ImportData",
    b"/GoToR",
    b"/OpenAction",
    b"/AA",
    b"/EmbeddedFile",
];

/// Tags in reading order, words without spaces, and whether anything may run.
fn document(bytes: &[u8]) -> (Vec<String>, String, bool) {
    fn roles(file: &lopdf::Document, node: &lopdf::Object, out: &mut Vec<String>) {
        let Ok((_, node)) = file.dereference(node) else { return };
        match node {
            lopdf::Object::Array(children) => children.iter().for_each(|child| roles(file, child, out)),
            lopdf::Object::Dictionary(node) => {
                let role = node.get(b"S").and_then(lopdf::Object::as_name).ok();
                out.extend(role.map(|role| String::from_utf8_lossy(role).into_owned()));
                node.get(b"K").into_iter().for_each(|children| roles(file, children, out));
                out.extend(role.map(|_| "/".to_owned()));
            }
            _ => {}
        }
    }
    let file = lopdf::Document::load_mem(bytes).unwrap();
    let mut tags = Vec::new();
    roles(&file, file.catalog().unwrap().get(b"StructTreeRoot").unwrap(), &mut tags);
    let runs = file.objects.values().any(|object| match object {
        lopdf::Object::Dictionary(map) => {
            let action = map
                .get(b"S")
                .and_then(lopdf::Object::as_name)
                .is_ok_and(|name| ACTIONS.iter().any(|one| &one[1..] == name) || name == b"URI");
            action || map.iter().any(|(key, _)| ACTIONS.iter().any(|one| &one[1..] == key.as_slice()))
        }
        _ => false,
    });
    let pages: Vec<u32> = file.get_pages().into_keys().collect();
    let words = file.extract_text(&pages).unwrap_or_default().split_whitespace().collect();
    (tags, words, runs)
}

#[test]
fn hostile_strings_in_documents_are_words() {
    let of_typesetting = |name: &str| {
        name.starts_with("typst_") || ["latex", "url_js", "html_script", "shell", "csv_dde"].contains(&name)
    };
    let strings: Vec<_> = strings().into_iter().filter(|(name, _)| of_typesetting(name)).collect();
    assert!(strings.len() > 22);
    let look = |(name, text): (String, String)| {
        let built = |text: &str| project::build(project(text, 0, "facts").path());
        let ((faults, files), (_, twin)) = (built(&text), built(&harmless(&text)));
        assert!(!bantin::diag::has_errors(&faults), "{name}: {}", project::shown(&faults));
        let pdfs: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".pdf")).collect();
        assert!(pdfs.len() > 6, "{}", pdfs.len());
        for (path, bytes) in pdfs {
            let ((tags, words, runs), (known, ..)) = (document(bytes), document(&twin[path]));
            let first = text.split_whitespace().next().unwrap();
            assert!(words.contains(first), "{name}: {path} does not say {first}");
            let parted = tags.iter().zip(&known).position(|(tag, other)| tag != other);
            let near = parted.map(|at| (&tags[at.saturating_sub(4)..at + 2], &known[at.saturating_sub(4)..at + 2]));
            assert!(!runs && tags == known, "{name}: {path}: runs: {runs}, {near:?}");
        }
    };
    deep(|| strings.into_par_iter().for_each(look));
}
