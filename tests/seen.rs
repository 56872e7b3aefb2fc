//! What outside eyes see of the sample project: poppler reads its documents, a browser shows its pages.
//!
//! Where the tools are missing these tests say so and pass; with `BANTIN_REQUIRE_TOOLS=1` they must be there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::path::{Path, PathBuf};
use std::process::Command;

use project::sample;

/// Runs a tool; `None` where it is missing and need not be there.
fn tool(name: &str, arguments: &[&str]) -> Option<String> {
    match Command::new(name).args(arguments).output() {
        Ok(output) => {
            assert!(output.status.success(), "{name} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(_) if std::env::var_os("BANTIN_REQUIRE_TOOLS").is_some() => panic!("{name} is not installed"),
        Err(_) => {
            eprintln!("skipped: {name} is not installed");
            None
        }
    }
}

/// All files of a folder with this ending, sorted.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(sample().join(folder)).sort_by_file_name();
    let paths = all.into_iter().map(|entry| entry.unwrap().into_path());
    paths.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

#[test]
fn documents_hold_only_our_fonts_embedded() {
    let documents = files("documents", ".pdf");
    assert!(documents.len() >= 20, "{documents:?}");
    for path in documents {
        let Some(fonts) = tool("pdffonts", &[path.to_str().unwrap()]) else { return };
        for row in fonts.lines().skip(2) {
            let columns: Vec<&str> = row.split_whitespace().collect();
            let (family, embedded) = (columns[0], columns[columns.len() - 5]);
            assert!(family.contains("+Tinos"), "{}: {row}", path.display());
            assert_eq!(embedded, "yes", "{}: {row}", path.display());
        }
    }
}

/// PDF/A-2a and PDF/UA-1 by veraPDF; the office's copies with records inside by PDF/A-3a.
#[test]
fn documents_are_what_they_claim_to_be() {
    let carrying = project::Dir::new();
    carrying.copy_from(Path::new("tests/cases/hoi-nghi"));
    let site = std::fs::read_to_string(carrying.at("site.yaml")).unwrap();
    carrying.write("site.yaml", format!("{site}\narchive_format: a-3a\n"));
    let (faults, outputs) = project::build(carrying.path());
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    let kept: Vec<PathBuf> = outputs
        .iter()
        .filter(|(path, _)| path.starts_with("documents/") && path.ends_with(".pdf"))
        .map(|(path, bytes)| {
            carrying.write(path, bytes);
            carrying.at(path)
        })
        .collect();
    for (flavours, documents) in [(["2a", "ua1"], files("documents", ".pdf")), (["3a", "ua1"], kept)] {
        assert!(!documents.is_empty());
        for flavour in flavours {
            let paths = documents.iter().map(|path| path.to_str().unwrap());
            let arguments: Vec<&str> = ["-f", flavour].into_iter().chain(paths).collect();
            let Some(told) = validated(&arguments) else { return };
            // A line or an element a file, by version.
            let passed = told.matches("PASS").count() + told.matches("isCompliant=\"true\"").count();
            assert_eq!(passed, documents.len(), "{flavour}: {told}");
        }
    }
}

/// What veraPDF says, the one on the PATH or the one that `BANTIN_VERAPDF` names; few machines have it, so it is never required.
fn validated(arguments: &[&str]) -> Option<String> {
    let program = std::env::var("BANTIN_VERAPDF").unwrap_or_else(|_| "verapdf".to_owned());
    let Ok(output) = Command::new(&program).args(arguments).output() else {
        eprintln!("skipped: {program} is not installed");
        return None;
    };
    Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}

#[test]
fn documents_are_tagged_and_read_as_they_should() {
    let heads = [
        ("giay-moi.pdf", "GIẤY MỜI"),
        ("chuong-trinh.pdf", "CHƯƠNG TRÌNH"),
        ("bien-ban.pdf", "BIÊN BẢN"),
        ("thong-bao-ket-luan.pdf", "THÔNG BÁO"),
        ("bao-cao-kinh-phi.pdf", "BÁO CÁO"),
    ];
    for (name, head) in heads {
        let documents = files("documents", name);
        assert!(!documents.is_empty(), "no {name}");
        for path in documents {
            let Some(text) = tool("pdftotext", &["-layout", path.to_str().unwrap(), "-"]) else { return };
            let Some(facts) = tool("pdfinfo", &[path.to_str().unwrap()]) else { return };
            for words in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", head, "./."]
            {
                assert!(text.contains(words), "{}: {words} is missing in\n{text}", path.display());
            }
            let line = |name: &str| facts.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
            assert!(line("Tagged:").contains("yes"), "{facts}");
            assert!(line("Page size:").contains("A4"), "{facts}");
        }
    }
}

#[test]
fn pages_show_their_story_and_need_no_javascript() {
    let profile = project::Dir::new();
    let year = |path: &Path| path.ancestors().nth(3).and_then(Path::file_name).is_some_and(|name| name.len() == 4);
    let stories: Vec<PathBuf> = files("public/tin", "index.html").into_iter().filter(|path| year(path)).collect();
    assert!(stories.len() >= 4, "{stories:?}");
    for path in stories {
        let address = format!("file://{}", path.canonicalize().unwrap().display());
        let user = format!("--user-data-dir={}", profile.path().display());
        let flags =
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
        let quiet = ["--disable-background-networking", "--disable-component-update", "--virtual-time-budget=2000"];
        let arguments: Vec<&str> =
            flags.into_iter().chain(quiet).chain([user.as_str(), "--dump-dom", address.as_str()]).collect();
        let Some(page) = tool("chromium", &arguments) else { return };
        let Ok(told) = std::fs::read_to_string(path.with_file_name(format!("{}.txt", slug(&path)))) else {
            // An old address leads on without a script.
            assert!(page.contains("property=\"og:type\" content=\"article\""), "{address} leads nowhere");
            continue;
        };
        let headline = told.lines().next().unwrap();
        assert!(page.replace('\u{a0}', " ").replace("&nbsp;", " ").contains(headline), "{address}: {headline}");
        let scripts = page.matches("<script").count();
        assert_eq!(scripts, page.matches("application/ld+json").count(), "{address}: a script beside the machine data");
        assert!(page.contains("<html lang=\"vi\""), "{address}");
        assert!(page.matches("<h1").count() == 1, "{address}");
    }
}

fn slug(page: &Path) -> String {
    page.parent().and_then(Path::file_name).unwrap().to_string_lossy().into_owned()
}
