//! The house rules: who imports whom, who touches what, sizes, heads of files, words that do not belong in the tree.
//! Whoever breaks one with a good reason adds a line with that reason to the list beside it.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use bantin::check::rules::RULES;
use bantin::diag::{Lang, message};
use project::{Dir, tree};

/// The Rust files of `src/` by path, each without its tests; files that are tests throughout are left out.
fn sources() -> BTreeMap<String, String> {
    let files: BTreeMap<String, String> = tree(Path::new("src"))
        .into_iter()
        .filter(|(name, _)| name.ends_with(".rs"))
        .map(|(name, bytes)| (format!("src/{name}"), String::from_utf8(bytes).unwrap()))
        .collect();
    let tests: BTreeSet<String> = files.iter().flat_map(|(path, text)| test_files(path, text)).collect();
    let sources = files.into_iter().filter(|(path, _)| !tests.contains(path));
    let sources: BTreeMap<String, String> = sources.map(|(path, text)| (path, without_tests(&text))).collect();
    assert!(sources.len() > 50);
    sources
}

/// The files of modules that a file declares for its tests alone: `#[cfg(test)] mod slips;`.
fn test_files(path: &str, text: &str) -> Vec<String> {
    let folder = path.trim_end_matches(".rs").trim_end_matches("/mod").trim_end_matches("/lib");
    let after = text.split("\n#[cfg(test)]\n").skip(1).filter_map(|rest| rest.lines().next()?.strip_suffix(';'));
    let declared = after.filter_map(|line| line.trim_start_matches("pub(crate) ").strip_prefix("mod "));
    declared.map(|name| format!("{folder}/{name}.rs")).collect()
}

/// A file with blank lines in the place of what is there for tests alone, none of them at its foot.
fn without_tests(text: &str) -> String {
    let mut out = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line == "#[cfg(test)]" {
            // A declaration, or a module up to its brace.
            out.push('\n');
            out.push('\n');
            if !lines.next().is_some_and(|head| head.ends_with(';')) {
                out.extend(lines.by_ref().take_while(|line| *line != "}").map(|_| "\n"));
            }
        } else {
            writeln!(out, "{line}").unwrap();
        }
    }
    format!("{}\n", out.trim_end())
}

#[test]
fn tests_are_cut_out_wherever_they_stand() {
    let text = "use a;\n#[cfg(test)]\nmod b;\nfn c() {}\n\n#[cfg(test)]\nmod tests {\n    fn d() {}\n}\n";
    assert_eq!(without_tests(text), "use a;\n\n\nfn c() {}\n");
    assert_eq!(test_files("src/x.rs", text), ["src/x/b.rs"]);
    assert_eq!(test_files("src/x.rs", "use a;\n#[cfg(test)]\npub(crate) mod b;\n"), ["src/x/b.rs"]);
}

/// Lines of code with their numbers: no comments, no blank lines.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//") && !line.trim().is_empty())
}

fn assert_none(wrong: &str) {
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// `src/load/yaml.rs` belongs to `load`.
fn module_of(path: &str) -> &str {
    let below = path.trim_start_matches("src/");
    below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
}

/// The rows of the table at the head of `src/lib.rs`.
fn rows() -> BTreeMap<String, String> {
    let text = fs::read_to_string("src/lib.rs").unwrap();
    let mut rows = BTreeMap::new();
    for line in text.lines().filter_map(|line| line.strip_prefix("//! | ")) {
        let mut cells = line.split('|');
        let cell = cells.next().unwrap().trim();
        if !cell.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        // `3a` lies below `3b`, and `4` below `10`.
        let row = format!("{cell:>0$}", 2 + cell.matches(char::is_alphabetic).count());
        for name in cells.next().unwrap().split('`').skip(1).step_by(2) {
            rows.insert(name.to_owned(), row.clone());
        }
    }
    assert!(rows.len() > 10, "{rows:?}");
    rows
}

#[test]
fn modules_import_only_from_below() {
    let rows = rows();
    let mut wrong = String::new();
    for (path, text) in sources() {
        let own = module_of(&path);
        if own == "lib" || own == "main" {
            continue;
        }
        let Some(row) = rows.get(own) else {
            writeln!(wrong, "{path}: {own} has no row in the table of src/lib.rs").unwrap();
            continue;
        };
        for (number, line) in code(&text) {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let above = name != own && rows.get(&name).is_some_and(|other| other >= row);
                if above {
                    writeln!(wrong, "{path}:{number}: {own} (row {row}) uses {name} (row {})", rows[&name]).unwrap();
                }
            }
            // Pages, feeds and PDFs know nothing of each other.
            let child = path.strip_prefix("src/render/").map(|name| name.trim_end_matches(".rs"));
            let sideways = ["site", "feeds", "pdf"].iter().find(|name| line.contains(&format!("super::{name}")));
            if let (Some(child), Some(other)) = (child, sideways) {
                writeln!(wrong, "{path}:{number}: render::{child} uses render::{other}").unwrap();
            }
        }
    }
    assert_none(&wrong);
}

/// What only some files may touch: the words that give it away, and the beginnings of those files' paths.
const TOUCH: [(&str, &[&str], &[&str]); 11] = [
    ("the template engine", &["minijinja"], &["src/template", "src/news.rs", "src/render/site", "src/render/page"]),
    ("the typesetter", &["typst::", "typst_"], &["src/render/pdf"]),
    ("the reader of PDFs", &["lopdf"], &["src/archive.rs"]),
    ("the decoder of photos", &["image::"], &["src/render/photo"]),
    ("the YAML parser", &["serde_yaml", "granit"], &["src/load/yaml"]),
    ("the command line", &["clap"], &["src/cli"]),
    (
        "the output folders",
        &["fs::write", "fs::create_dir", "fs::remove_", "fs::rename", "fs::hard_link", "fs::copy", "File::create"],
        &["src/write", "src/cli", "src/cache.rs"],
    ),
    ("the clock", &["Timestamp::now", "Zoned::now", "SystemTime", "Instant::now"], &["src/main.rs", "src/serve"]),
    ("the environment", &["env::var", "env::args", "current_dir"], &["src/main.rs", "src/cli"]),
    ("the terminal", &["stdout()", "stderr()", "println!", "eprint"], &["src/main.rs", "src/cli", "src/serve"]),
    ("the end of the process", &["process::exit", "process::abort", "catch_unwind"], &[]),
];

#[test]
fn only_some_files_touch_the_outside() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        for (what, words, allowed) in TOUCH {
            if allowed.iter().any(|start| path.starts_with(start)) {
                continue;
            }
            for (number, line) in code(&text).filter(|(_, line)| words.iter().any(|word| line.contains(word))) {
                writeln!(wrong, "{path}:{number}: touches {what}: {}", line.trim()).unwrap();
            }
        }
    }
    assert_none(&wrong);
}

/// Files longer than 300 lines, and why.
const LONG: [(&str, &str); 0] = [];

#[test]
fn files_are_short() {
    let mut wrong = String::new();
    let sources = sources();
    for (path, text) in &sources {
        let lines = text.lines().count();
        let excused = LONG.iter().any(|(file, _)| file == path);
        if (lines > 300) != excused {
            writeln!(wrong, "{path}: {lines} lines, in the list of long files: {excused}").unwrap();
        }
    }
    assert_none(&wrong);
}

/// Functions longer than 70 lines, and why.
const LONG_FUNCTIONS: [(&str, &str); 0] = [];

/// Files whose functions take a flag, and why.
const FLAGS: [(&str, &str); 1] = [("src/viet/unicode.rs", "what one function has found out, handed to the next")];

/// Files whose functions take more than four parameters, and why.
const MANY: [(&str, &str); 1] =
    [("src/render", "a page is made of the engine, the site, the plan, itself and the sink")];

/// One function: where it is, its signature in one line, and how many lines it has.
struct Function {
    place: String,
    signature: String,
    lines: usize,
}

fn functions() -> Vec<Function> {
    let mut functions = Vec::new();
    for (path, text) in sources() {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let head = line.trim_start();
            let words = ["fn ", "pub fn ", "pub(crate) fn ", "pub(super) fn ", "const fn ", "pub const fn "];
            if !words.iter().any(|word| head.starts_with(word)) {
                continue;
            }
            let indent = &line[..line.len() - head.len()];
            let opens =
                lines[at..].iter().position(|line| line.ends_with('{') || line.ends_with(';') || line.ends_with('}'));
            let opens = at + opens.unwrap_or(0);
            let signature = lines[at..=opens].iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
            let close = format!("{indent}}}");
            let closes = if lines[opens].ends_with('{') {
                lines[opens..].iter().position(|line| *line == close).map_or(opens, |found| opens + found)
            } else {
                opens
            };
            functions.push(Function { place: format!("{path}:{}", at + 1), signature, lines: closes - at + 1 });
        }
    }
    assert!(functions.len() > 300, "{}", functions.len());
    functions
}

/// The parameters of a signature, `self` aside.
fn parameters(signature: &str) -> Vec<String> {
    let Some(open) = signature.find('(') else { return Vec::new() };
    let (mut depth, mut part, mut parts) = (0_i32, String::new(), Vec::new());
    for c in signature[open + 1..].chars() {
        match c {
            ')' if depth == 0 => break,
            ',' if depth == 0 => parts.push(std::mem::take(&mut part)),
            _ => {
                depth += i32::from(matches!(c, '(' | '<' | '[')) - i32::from(matches!(c, ')' | '>' | ']'));
                part.push(c);
            }
        }
    }
    parts.push(part);
    let named = parts.into_iter().map(|part| part.trim().to_owned());
    named.filter(|part| part.contains(':') && !part.starts_with("self")).collect()
}

#[test]
fn functions_are_short_and_take_little() {
    let mut wrong = String::new();
    for Function { place, signature, lines } in functions() {
        let parameters = parameters(&signature.replace("->", "  "));
        let excused = |list: &[(&str, &str)]| list.iter().any(|(file, _)| place.starts_with(file));
        if lines > 70 && !excused(&LONG_FUNCTIONS) {
            writeln!(wrong, "{place}: {lines} lines").unwrap();
        }
        if parameters.len() > 4 && !excused(&MANY) {
            writeln!(wrong, "{place}: {} parameters", parameters.len()).unwrap();
        }
        let flags = parameters.iter().filter(|parameter| parameter.ends_with(": bool") && !excused(&FLAGS));
        for flag in flags {
            writeln!(wrong, "{place}: a flag without a name at the call: {flag}").unwrap();
        }
    }
    assert_none(&wrong);
}

#[test]
fn every_file_says_at_its_head_what_it_is() {
    let mut wrong = String::new();
    for (path, text) in sources() {
        let head = text.lines().take_while(|line| line.starts_with("//!")).count();
        if head == 0 || (head > 4 && path != "src/lib.rs") {
            writeln!(wrong, "{path}: {head} lines of //! at its head").unwrap();
        }
    }
    assert_none(&wrong);
}

#[test]
fn nothing_is_left_for_later_and_nothing_may_panic() {
    let words = [
        "TODO",
        "FIXME",
        "XXX",
        "HACK",
        "todo!(",
        "unimplemented!(",
        "dbg!(",
        ".unwrap()",
        ".expect(",
        "panic!(",
        "unreachable!(",
        "unsafe ",
        "#[ignore",
    ];
    let mut wrong = String::new();
    for (path, text) in sources() {
        for (at, line) in text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                writeln!(wrong, "{path}:{}: {word}", at + 1).unwrap();
            }
        }
    }
    assert_none(&wrong);
}

/// Comments that are too many hide the code, too few hide its reasons. `--nocapture` shows the share of each file.
#[test]
fn about_a_fifth_of_the_lines_are_comments() {
    let (mut comments, mut all) = (0, 0);
    for (path, text) in sources() {
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let own = text.lines().filter(|line| line.trim_start().starts_with("//")).count();
        println!("{:3} %  {path}", own * 100 / lines.max(1));
        comments += own;
        all += lines;
    }
    let share = comments * 100 / all;
    println!("{share:3} %  in all");
    assert!((14..=30).contains(&share), "{share} % of the lines are comments");
}

#[test]
fn every_rule_speaks_both_languages() {
    for rule in RULES {
        for lang in [Lang::Vi, Lang::En] {
            assert!(message::pattern(rule.name, lang).is_some(), "{} in {lang:?}", rule.name);
        }
        let parts = tree(&Path::new("src/check").join(rule.family)).into_values();
        let source: String = parts
            .chain(fs::read(format!("src/check/{}.rs", rule.family)))
            .map(|part| String::from_utf8(part).unwrap())
            .collect();
        assert!(source.contains(&format!("\"{}\"", rule.name)), "{} is not in family {}", rule.name, rule.family);
    }
}

/// A template that fails when it is used must stop some case of `tests/cases`; else no case shows it.
#[test]
fn every_template_is_rendered_by_some_case() {
    let cases: Vec<Dir> = fs::read_dir("tests/cases")
        .unwrap()
        .map(|case| {
            let dir = Dir::new();
            dir.copy_from(&case.unwrap().path());
            drop(fs::remove_dir_all(dir.at("expected")));
            dir
        })
        .collect();
    let mut unused = BTreeSet::new();
    for (name, bytes) in tree(Path::new("templates")) {
        let faulty = match name.rsplit('.').next() {
            // Messages and explanations of rules are catalogues, not templates.
            Some("txt" | "html") if !name.starts_with("messages/") && !name.starts_with("rules/") => {
                "{{ khong_co() }}".to_owned()
            }
            Some("typ") => format!("#panic(\"thử\")\n{}", String::from_utf8(bytes).unwrap()),
            _ => continue,
        };
        let fails = |case: &Dir| {
            case.write(&format!("templates/{name}"), &faulty);
            let (faults, _) = project::build(case.path());
            fs::remove_file(case.at(&format!("templates/{name}"))).unwrap();
            bantin::diag::has_errors(&faults)
        };
        if !cases.iter().any(fails) {
            unused.insert(name);
        }
    }
    assert!(unused.is_empty(), "no case renders {unused:#?}");
}

#[test]
fn dependencies_are_few_and_each_has_its_reason() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let (_, after) = manifest.split_once("[dependencies]\n").unwrap();
    let (direct, _) = after.split_once("\n[").unwrap();
    let lines: Vec<&str> = direct.lines().filter(|line| !line.is_empty()).collect();
    let named = |line: &&&str| !line.starts_with('#');
    assert!(lines.iter().filter(named).count() <= 25, "{} direct dependencies", lines.iter().filter(named).count());
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let reason = line.contains(" # ") || (at > 0 && lines[at - 1].starts_with('#'));
        assert!(reason, "{line}: why?");
    }
}

/// Wording lives in `templates/`. In Rust there are labels of fields and the language itself.
#[test]
fn no_sentence_stands_in_rust() {
    let vietnamese = |c: char| ('\u{C0}'..='\u{1B0}').contains(&c) || ('\u{1EA0}'..='\u{1EF9}').contains(&c);
    let mut wrong = String::new();
    for (path, text) in sources() {
        if path.starts_with("src/record") || path.starts_with("src/viet") {
            continue;
        }
        for (number, line) in code(&text) {
            for words in line.split('"').skip(1).step_by(2) {
                if words.split_whitespace().count() > 3 && words.contains(vietnamese) {
                    writeln!(wrong, "{path}:{number}: “{words}”").unwrap();
                }
            }
        }
    }
    assert_none(&wrong);
}

/// Only what belongs to the project is in its tree: no paths of somebody's machine.
#[test]
fn no_path_of_a_machine_stands_in_the_tree() {
    let homes =
        [["/ho", "me/"], ["/ro", "ot/"], ["/wo", "rk/"], ["/Us", "ers/"], ["/tmp/", "wt"]].map(|parts| parts.concat());
    let mut wrong = String::new();
    for folder in ["src", "templates", "tests", "content", "benches", "."] {
        let walk = walkdir::WalkDir::new(folder).max_depth(if folder == "." { 1 } else { 16 });
        for entry in walk.into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
            // In a second work tree `.git` is a file that names the first.
            if entry.file_name() == ".git" {
                continue;
            }
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            for (at, line) in text.lines().enumerate() {
                for home in homes.iter().filter(|home| line.contains(home.as_str())) {
                    writeln!(wrong, "{}:{}: {home}", entry.path().display(), at + 1).unwrap();
                }
            }
        }
    }
    assert_none(&wrong);
}
