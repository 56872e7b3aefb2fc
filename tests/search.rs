//! The search page in a browser, on a server that knows nothing but files: what readers type, and what they must find.
//!
//! Where Chromium is missing this test says so and passes; with `BANTIN_REQUIRE_TOOLS=1` it must be there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod project;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

type Files = Arc<BTreeMap<String, Vec<u8>>>;

/// What is asked, and the stories found, best first; by `nam=` and the like behind the words, results are narrowed.
const QUESTIONS: [(&str, &[&str]); 40] = [
    ("hội nghị khuyến công", &["dua-dai-ly", "khuyen-cong"]),
    ("hoi nghi khuyen cong", &["dua-dai-ly", "khuyen-cong"]),
    ("HỘI NGHỊ KHUYẾN CÔNG", &["dua-dai-ly", "khuyen-cong"]),
    ("đường", &["mo-duong", "quan-ly-dat-dai"]),
    ("duong", &["mo-duong", "quan-ly-dat-dai"]),
    // The newer story has “đất … đạt … dài”: neighbours and headlines come first.
    ("dat dai", &["quan-ly-dat-dai", "mo-duong"]),
    ("đất đai", &["quan-ly-dat-dai", "mo-duong"]),
    ("DAT DAI", &["quan-ly-dat-dai", "mo-duong"]),
    // Spelt as asked comes before folded alike.
    ("dài", &["mo-duong", "quan-ly-dat-dai"]),
    ("đai", &["quan-ly-dat-dai", "mo-duong"]),
    ("1.250.000.000", &["quan-ly-dat-dai"]),
    ("1250000000", &["quan-ly-dat-dai"]),
    ("2,7 km", &["mo-duong"]),
    ("\"đất đai\"", &["quan-ly-dat-dai"]),
    ("\"dat dai\"", &["quan-ly-dat-dai"]),
    ("\"đai đất\"", &[]),
    // Longer phrases are in order and whole; two pairs of words side by side do not make one, nor do words across a full stop.
    ("chống sạt lở", &["truot-lo", "bo-ke"]),
    ("\"chống sạt lở\"", &["bo-ke"]),
    ("\"CHONG SAT LO\"", &["bo-ke"]),
    ("“chống sạt lở bờ sông”", &["bo-ke"]),
    ("\"kè Ngàn\"", &[]),
    ("\"ngàn mùa\"", &[]),
    // What only the tags tell is a phrase too.
    ("\"phòng ngừa thiên tai\"", &["bo-ke"]),
    // Documents go by their whole number, whatever its case.
    ("19-NQ/TW", &["bo-ke"]),
    ("19-nq/tw", &["bo-ke"]),
    ("45/2012/NĐ-CP", &["bo-ke"]),
    ("nghị định 45/2012/nd-cp", &["bo-ke"]),
    ("2012/45/NĐ-CP", &[]),
    ("2150 hộ", &["bo-ke"]),
    ("2.150 hộ", &["bo-ke"]),
    ("sạt lở&nam=2026&chuyen-muc=Thủy lợi&loai=10", &["bo-ke"]),
    ("sạt lở&chuyen-muc=Giao thông", &[]),
    ("khuyế", &["dua-dai-ly", "khuyen-cong"]),
    ("khuyến công&nam=2025", &["khuyen-cong"]),
    ("gò dưa&chuyen-muc=Giao thông", &["mo-duong"]),
    ("khuyến công&loai=0", &["dua-dai-ly", "khuyen-cong"]),
    ("khuyến công&loai=10", &[]),
    ("zzzz", &[]),
    ("__proto__ constructor", &[]),
    ("<img src=x onerror=alert(1)>", &[]),
];

/// Stories beside those of the case: a phrase, and its words in another order.
const MORE: [(&str, &str); 2] = [
    (
        "2026-02-20-bo-ke",
        "title: Làm bờ kè sông Ngàn\ndate: 20/02/2026\ncategory: Thủy lợi\ntags: [phòng ngừa thiên tai]\nbody: |\n  Tỉnh chống sạt lở bờ sông Ngàn. Mùa lũ năm trước, 2.150 hộ phải dời. Căn cứ: Nghị quyết số 19-NQ/TW, Nghị định số 45/2012/NĐ-CP.\n",
    ),
    (
        "2026-02-21-truot-lo",
        "title: Xã lo việc trượt lở\ndate: 21/02/2026\nbody: |\n  Xã chống sạt trượt ở 19 NQ cũ. Đất đã sạt lở, một NQ/TW đã nêu; 45 hộ năm 2012.\n",
    ),
];

/// Answers for files, and for folders that have an `index.html`; nothing else.
fn answer(mut stream: TcpStream, files: &Files) {
    let mut line = String::new();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    reader.read_line(&mut line).unwrap_or_default();
    let mut header = String::new();
    while reader.read_line(&mut header).is_ok_and(|length| length > 2) {
        header.clear();
    }
    let path = line.split_whitespace().nth(1).unwrap_or("/").split('?').next().unwrap_or("/").trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css",
        Some("json") => "application/json",
        _ => "text/plain; charset=utf-8",
    };
    let (state, bytes) = match files.get(&format!("public/{path}")) {
        Some(bytes) => ("200 OK", bytes.as_slice()),
        None => ("404 Not Found", b"".as_slice()),
    };
    let head = format!(
        "HTTP/1.1 {state}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    drop(stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(bytes)));
}

/// The page after its script has run; `None` where there is no browser and none is needed.
fn page(address: &str) -> Option<String> {
    let profile = project::Dir::new();
    let user = format!("--user-data-dir={}", profile.path().display());
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        "--virtual-time-budget=10000",
    ];
    match Command::new("chromium").args(flags).args([user.as_str(), "--dump-dom", address]).output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap()),
        Err(_) if std::env::var_os("BANTIN_REQUIRE_TOOLS").is_some() => panic!("chromium is not installed"),
        Err(_) => {
            eprintln!("skipped: chromium is not installed");
            None
        }
    }
}

/// The slugs of the results, in order.
fn found(page: &str) -> Vec<String> {
    let (_, results) = page.split_once("id=\"ket-qua\">").expect("a list of results");
    let (results, _) = results.split_once("</ol>").unwrap();
    let links = results.split("<h2><a href=\"../tin/").skip(1);
    links.map(|link| link.split('/').nth(2).unwrap().to_owned()).collect()
}

/// As an address has it; the ampersand and equals sign of a filter stay.
fn encoded(question: &str) -> String {
    let byte = |byte: u8| match byte {
        b'&' | b'=' | b'-' | b'_' => char::from(byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    question.bytes().map(byte).collect()
}

#[test]
fn readers_find_what_they_ask_for() {
    let dir = project::Dir::new();
    dir.copy_from("tests/cases/tim-va-theo-doi".as_ref());
    for (folder, text) in MORE {
        dir.write(&format!("content/2026/{folder}/news.yaml"), text);
    }
    let (faults, files) = project::build(dir.path());
    assert!(!bantin::diag::has_errors(&faults), "{}", project::shown(&faults));
    let files: Files = Arc::new(files);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let files = Arc::clone(&files);
            std::thread::spawn(move || answer(stream, &files));
        }
    });
    let nfd: String = "hội nghị khuyến công".nfd().collect();
    let decomposed = (nfd.as_str(), ["dua-dai-ly", "khuyen-cong"].as_slice());
    let questions: Vec<(&str, &[&str])> = QUESTIONS.into_iter().chain([decomposed]).collect();
    let ask = |part: &[(&str, &[&str])]| {
        part.iter().flat_map(|(question, expected)| asked(port, question, expected)).collect()
    };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = questions.chunks(7).map(|part| scope.spawn(move || ask(part))).collect();
        parts.into_iter().flat_map(|part: std::thread::ScopedJoinHandle<Vec<String>>| part.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is wrong with the answer to a question.
fn asked(port: u16, question: &str, expected: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let Some(page) = page(&format!("http://127.0.0.1:{port}/tim-kiem/index.html?q={}", encoded(question))) else {
        return wrong;
    };
    let stories = found(&page);
    if stories != expected {
        wrong.push(format!("{question}: {stories:?} instead of {expected:?}"));
    }
    let state = page.split_once("id=\"trang-thai\">").unwrap().1.split('<').next().unwrap_or_default();
    let told = if expected.is_empty() { "Không tìm thấy" } else { "Tìm thấy" };
    if !state.starts_with(told) {
        wrong.push(format!("{question}: “{state}”"));
    }
    if !expected.is_empty() && !page.contains("<mark>") {
        wrong.push(format!("{question}: nothing is marked"));
    }
    if page.contains("<img src=\"x\"") {
        wrong.push(format!("{question} became part of the page"));
    }
    wrong
}
