//! A plain file server for the browser: what an agency's own web server would do with `public/`, and nothing more.
#![allow(dead_code)]

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};

/// Serves a folder on a free port of this machine until the tests end; returns the address without a closing slash.
pub fn serve(folder: &Path) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let folder = folder.to_owned();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            std::thread::spawn(move || answer(stream, &folder));
        }
    });
    address
}

/// One request, one file; a folder is its `index.html`.
fn answer(mut stream: TcpStream, folder: &Path) {
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    lines.find(String::is_empty);
    let path = request.split(' ').nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/").to_owned();
    let file = match path.strip_prefix("/~") {
        Some(font) => Path::new("fonts").join(font),
        None => below(folder, &path),
    };
    let (status, file) = match file.is_file() {
        true => ("200 OK", file),
        false => ("404 Not Found", folder.join("404.html")),
    };
    let bytes = std::fs::read(&file).unwrap_or_default();
    let kind = media_type(&file);
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        bytes.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&bytes));
}

fn below(folder: &Path, path: &str) -> PathBuf {
    let file = folder.join(path.trim_start_matches('/'));
    if path.ends_with('/') { file.join("index.html") } else { file }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("ttf") => "font/ttf",
        _ => "application/octet-stream",
    }
}
