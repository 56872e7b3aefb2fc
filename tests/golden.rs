//! Every folder in `tests/cases/` is a whole project; its outputs equal its `expected/` (`BLESS=1` writes it anew).
//! Missing, changed and stale files fail. Each case is built twice and with one and many threads: equal bytes.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bantin::write::{Folders, Keep, Writer};
use project::{Dir, tree};
use sha2::{Digest, Sha256};

type Files = BTreeMap<String, Vec<u8>>;

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> = fs::read_dir("tests/cases").unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.iter().all(|case| case.join("site.yaml").is_file()), "{cases:?}");
    cases
}

fn build(case: &Path) -> Files {
    let (faults, files) = project::build(case);
    assert!(!bantin::diag::has_errors(&faults), "{}:\n{}", case.display(), project::shown(&faults));
    files
}

/// What `expected/` holds for a case's outputs: texts as they are, PDFs as what can be read of them, and in
/// `files.txt` every output with how it is expected; copies of a template or of the case's own file are only named.
fn expectation(case: &Path, outputs: &Files) -> Files {
    let mut sources: BTreeMap<Vec<u8>, String> = BTreeMap::new();
    for folder in ["templates", "fonts"] {
        sources.extend(tree(Path::new(folder)).into_iter().map(|(name, bytes)| (bytes, format!("{folder}/{name}"))));
    }
    let own = tree(&case.join("content")).into_iter().map(|(name, bytes)| (bytes, format!("content/{name}")));
    sources.extend(own);
    let mut expected = Files::new();
    let mut list = String::new();
    for (path, bytes) in outputs {
        let how = if let Some(source) = sources.get(bytes) {
            format!("= {source}")
        } else if path.ends_with(".pdf") {
            expected.insert(format!("{path}.txt"), pdf(bytes).into_bytes());
            "see .txt".to_owned()
        } else if let Ok(picture) = image::load_from_memory(bytes) {
            // Which pixels a picture has is for eyes; that it is the same each time, for another test.
            format!("{} × {}", picture.width(), picture.height())
        } else if path.starts_with("public/tim-kiem/") && path.ends_with(".json") {
            // What it holds is asked of it in a browser, by tests/search.rs.
            "search index".to_owned()
        } else if std::str::from_utf8(bytes).is_ok() {
            expected.insert(path.clone(), bytes.clone());
            "text".to_owned()
        } else {
            sha256(bytes)
        };
        writeln!(list, "{path}  {how}").unwrap();
    }
    expected.insert("files.txt".to_owned(), list.into_bytes());
    expected
}

fn sha256(bytes: &[u8]) -> String {
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256 {hash}")
}

/// What a reader of a PDF sees: title, language, pages, the tags in reading order, the words of each page; and its hash.
fn pdf(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).expect("a readable PDF");
    let catalog = document.catalog().expect("a catalog");
    let text = |value: &lopdf::Object| lopdf::decode_text_string(value).unwrap_or_default();
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info)).ok();
    let title = info.and_then(|(_, info)| Some(text(info.as_dict().ok()?.get(b"Title").ok()?)));
    let mut out = String::new();
    writeln!(out, "title: {}", title.unwrap_or_default()).unwrap();
    writeln!(out, "lang: {}", catalog.get(b"Lang").map(text).unwrap_or_default()).unwrap();
    let pages = document.get_pages();
    writeln!(out, "pages: {}", pages.len()).unwrap();
    let mut tags = Vec::new();
    if let Ok(root) = catalog.get(b"StructTreeRoot") {
        roles(&document, root, 0, &mut tags);
    }
    writeln!(out, "tags: {}", tags.join(" ")).unwrap();
    for number in pages.keys() {
        let words = document.extract_text(&[*number]).unwrap_or_default();
        writeln!(out, "--- page {number}").unwrap();
        let mut lines: Vec<&str> = words.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
        // A line of leaders is one dot after the other.
        lines.dedup_by(|next, kept| next == kept && *next == ".");
        for line in lines {
            writeln!(out, "{line}").unwrap();
        }
    }
    writeln!(out, "---\n{}", sha256(bytes)).unwrap();
    out
}

/// The roles of the tag tree in reading order, children in brackets.
fn roles(document: &lopdf::Document, node: &lopdf::Object, depth: usize, out: &mut Vec<String>) {
    let Ok((_, node)) = document.dereference(node) else { return };
    match node {
        lopdf::Object::Array(children) => children.iter().for_each(|child| roles(document, child, depth, out)),
        lopdf::Object::Dictionary(node) if depth < 64 => {
            let role = node.get(b"S").and_then(lopdf::Object::as_name).ok();
            out.extend(role.map(|role| format!("{}{}", "-".repeat(depth), String::from_utf8_lossy(role))));
            if let Ok(children) = node.get(b"K") {
                roles(document, children, depth + usize::from(role.is_some()), out);
            }
        }
        _ => {}
    }
}

/// Where two texts part.
fn difference(expected: &[u8], found: &[u8]) -> String {
    let (expected, found) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(found));
    let lines = expected.lines().map(Some).chain(std::iter::repeat(None));
    let pairs = lines.zip(found.lines().map(Some).chain(std::iter::repeat(None)));
    let most = expected.lines().count().max(found.lines().count());
    let parted = pairs.take(most).enumerate().find(|(_, (a, b))| a != b);
    parted.map_or("  line ends differ".to_owned(), |(number, (a, b))| {
        format!("  line {}\n  expected {a:?}\n  found    {b:?}", number + 1)
    })
}

#[test]
fn outputs_are_as_expected() {
    let mut wrong = String::new();
    for case in cases() {
        let found = expectation(&case, &build(&case));
        let folder = case.join("expected");
        if std::env::var_os("BLESS").is_some() {
            drop(fs::remove_dir_all(&folder));
            for (name, bytes) in &found {
                fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
                fs::write(folder.join(name), bytes).unwrap();
            }
        }
        let expected = tree(&folder);
        for (name, bytes) in &found {
            match expected.get(name) {
                None => writeln!(wrong, "{}: {name} is made, but not expected", case.display()).unwrap(),
                Some(known) if known != bytes => {
                    writeln!(wrong, "{}: {name} differs\n{}", case.display(), difference(known, bytes)).unwrap();
                }
                Some(_) => {}
            }
        }
        for name in expected.keys().filter(|name| !found.contains_key(*name)) {
            writeln!(wrong, "{}: {name} is expected, but not made", case.display()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}BLESS=1 writes expected/ anew; read what changed");
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    for case in cases() {
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(16 << 20).build().unwrap();
            pool.install(|| build(&case))
        };
        let one = with(1);
        for (threads, other) in [(1, with(1)), (4, with(4))] {
            for (path, bytes) in &one {
                assert!(other.get(path) == Some(bytes), "{}: {path} differs with {threads} threads", case.display());
            }
            assert_eq!(one.len(), other.len(), "{}", case.display());
        }
    }
}

/// Where and when it is built is no input: other processes in other places of the world, in other folders, with other
/// rights and threads, and with what an earlier build has kept, give the same bytes; documents that carry records too.
#[test]
fn place_and_language_of_the_machine_do_not_matter() {
    for case in ["tests/cases/hoi-nghi", "tests/cases/van-ban"] {
        let build = |dir: &Dir, [zone, locale, mask, jobs]: [&str; 4]| {
            let mut program = Command::new("sh");
            program.args(["-c", "umask $0; exec \"$@\"", mask, env!("CARGO_BIN_EXE_bantin")]);
            program.args(["build", "--as-of", "2026-06-30", "--jobs", jobs, "--root"]).arg(dir.path());
            let output = program.env("TZ", zone).env("LC_ALL", locale).env("LANG", locale).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            [tree(&dir.at("public")), tree(&dir.at("documents"))]
        };
        let anew = || {
            let dir = Dir::new();
            dir.copy_from(Path::new(case));
            drop(fs::remove_dir_all(dir.at("expected")));
            let site = fs::read_to_string(dir.at("site.yaml")).unwrap();
            dir.write("site.yaml", format!("{site}\narchive_format: a-3a\n"));
            dir
        };
        let own = anew();
        let here = build(&own, ["Asia/Ho_Chi_Minh", "vi_VN.UTF-8", "022", "1"]);
        assert!(here.iter().all(|folder| !folder.is_empty()));
        for machine in [["America/Los_Angeles", "C", "077", "3"], ["Pacific/Kiritimati", "tr_TR.UTF-8", "002", "2"]] {
            assert!(here == build(&anew(), machine), "{case}: {machine:?}");
            assert!(here == build(&own, machine), "{case}: {machine:?} with the cache");
        }
    }
}

/// All bytes of a file that words could hide in: the streams of a PDF unpacked.
fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
    if !path.ends_with(".pdf") {
        return bytes.to_vec();
    }
    let mut text = pdf(bytes).into_bytes();
    let mut document = lopdf::Document::load_mem(bytes).expect("a readable PDF");
    document.decompress();
    document.save_to(&mut text).unwrap();
    text
}

/// In the case `an-hien` what must not be seen bears a word; neither it nor the folder's name is in `public/`.
#[test]
fn hidden_stories_leave_no_trace() {
    let dir = Dir::new();
    let folders = Folders { public: dir.at("public"), documents: dir.at("documents") };
    let writer = Writer::new(&folders, Keep::Foreign).unwrap();
    let faults = bantin::build(&bantin::project::Project::at("tests/cases/an-hien"), &project::options(), &writer);
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    writer.commit().unwrap();
    let public = tree(&folders.public);
    assert!(public.keys().any(|path| path.contains("hop-cong-khai")), "{:?}", public.keys());
    for (path, bytes) in &public {
        let text = format!("{path}\n{}", String::from_utf8_lossy(&unpacked(path, bytes))).to_lowercase();
        for word in ["mậtvụ", "matvu"] {
            assert!(!text.contains(word), "{word} in public/{path}");
        }
    }
}
