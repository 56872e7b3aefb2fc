//! A throw-away project on disk, and what a build of it gives: shared by the test files.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock};

use bantin::diag::Diagnostic;
use bantin::model::{Options, Show};
use bantin::project::Project;
use bantin::render::{Area, Output, Sink};
use bantin::write::{Folders, Keep, Writer};

/// The least a site needs.
pub const SITE: &str = "title: Trang tin thử\nbase_url: https://tin.example.vn\nissuer:\n  superior: none\n  name: ỦY BAN NHÂN DÂN XÃ BẾN LỘC\n  code: UBND\n  place: Bến Lộc\n";

/// The folder of the one story most tests need.
pub const STORY: &str = "content/2024/2024-10-10-hop-thu";

/// A meeting of two lines.
pub const MEETING: &str = "title: Họp dân ấp Bến Lộc\ndate: 10/10/2024\n";

/// A real photo, as small as one can be.
pub const PHOTO: &[u8] = include_bytes!("../cases/hoi-nghi/content/2024/2024-10-10-hoi-nghi-thuy-loi/toan-canh.png");

/// A project in a temporary folder.
pub struct Dir(tempfile::TempDir);

impl Dir {
    /// A project that holds `site.yaml` and nothing else.
    pub fn new() -> Dir {
        let dir = Dir(tempfile::tempdir().unwrap());
        dir.write("site.yaml", SITE);
        dir
    }

    /// A project with one meeting.
    pub fn with_meeting(text: impl AsRef<[u8]>) -> Dir {
        let dir = Dir::new();
        dir.write(&format!("{STORY}/meeting.yaml"), text);
        dir
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn at(&self, below: &str) -> PathBuf {
        self.path().join(below)
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, below: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(below);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Copies a whole folder into this one.
    pub fn copy_from(&self, from: &Path) {
        for (name, bytes) in tree(from) {
            self.write(&name, bytes);
        }
    }

    pub fn check(&self) -> Vec<Diagnostic> {
        bantin::check(&Project::at(self.path()), &options())
    }
}

/// All files below a folder with their bytes; nothing if there is no such folder.
pub fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let read = files.map(|entry| {
        let below = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        (below, fs::read(entry.path()).unwrap())
    });
    read.collect()
}

/// The moment all tests build for.
pub fn options() -> Options {
    let as_of = jiff::civil::date(2026, 6, 30).at(23, 59, 59, 0);
    Options { as_of, drafts: Show::Published, base_url: None, only: None }
}

/// A sink that keeps all outputs in memory: `public/…` and `documents/…`.
#[derive(Default)]
pub struct Collected {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Sink for Collected {
    fn put(&self, output: Output) {
        let area = if output.area == Area::Public { "public" } else { "documents" };
        let path = format!("{area}/{}", output.path);
        let twice = self.files.lock().unwrap().insert(path.clone(), output.bytes);
        assert!(twice.is_none(), "{path} is made twice");
    }
}

/// Builds a project in memory: its faults and its outputs.
pub fn build(root: &Path) -> (Vec<Diagnostic>, BTreeMap<String, Vec<u8>>) {
    let sink = Collected::default();
    let faults = bantin::build(&Project::at(root), &options(), &sink);
    (faults, sink.files.into_inner().unwrap())
}

/// The sample project, built on disk once a test file.
pub fn sample() -> &'static Path {
    static BUILT: OnceLock<Dir> = OnceLock::new();
    let dir = BUILT.get_or_init(|| {
        let dir = Dir::new();
        let folders = Folders { public: dir.at("public"), documents: dir.at("documents") };
        let writer = Writer::new(&folders, Keep::Foreign).unwrap();
        let faults = bantin::build(&Project::at("."), &options(), &writer);
        assert!(!bantin::diag::has_errors(&faults), "{}", shown(&faults));
        writer.commit().unwrap();
        dir
    });
    dir.path()
}

/// The faults as one line each, for messages of tests.
pub fn shown(faults: &[Diagnostic]) -> String {
    let mut out = Vec::new();
    bantin::diag::print::print(faults, bantin::diag::print::Format::Short, bantin::diag::Lang::Vi, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}
