//! Walks `content/` and reads `site.yaml`, `people.yaml` and every record: YAML → records, bad YAML → faults.

pub mod text;
pub mod yaml;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diag::{Diagnostic, Message};
use crate::record::budget::Budget;
use crate::record::conclusions::Conclusions;
use crate::record::document::Document;
use crate::record::meeting::Meeting;
use crate::record::news::News;
use crate::record::node::Value;
use crate::record::register::Register;
use crate::record::site::SiteRecord;
use crate::record::{Cx, Record, decode_map, nearest};
use crate::source::{Source, Span};

/// A record with the file it came from.
#[derive(Debug, Clone)]
pub struct Sourced<T> {
    /// The file.
    pub source: Arc<Source>,
    /// Its content.
    pub record: Box<T>,
}

/// The records of one story, as they lie in its folder.
#[derive(Debug, Clone, Default)]
pub struct StoryRecords {
    /// The folder on disk.
    pub dir: PathBuf,
    /// The folder's name relative to the project's root.
    pub folder: String,
    /// The meeting.
    pub meeting: Option<Sourced<Meeting>>,
    /// The figures.
    pub budget: Option<Sourced<Budget>>,
    /// The conclusions.
    pub conclusions: Option<Sourced<Conclusions>>,
    /// The news item.
    pub news: Option<Sourced<News>>,
    /// The official document.
    pub document: Option<Sourced<Document>>,
    /// Names of the other ordinary files beside the records, sorted.
    pub files: Vec<String>,
}

/// Everything a project says, not yet checked or resolved.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// `site.yaml`.
    pub site: Option<Sourced<SiteRecord>>,
    /// `people.yaml`, if there is one.
    pub register: Option<Sourced<Register>>,
    /// All stories, in the order of their folders.
    pub stories: Vec<StoryRecords>,
}

/// The folder of all stories, below the project's root.
const CONTENT: &str = "content";

/// The records of a story: a folder with one of them is a story.
const RECORD_FILES: [&str; 5] = ["meeting.yaml", "budget.yaml", "conclusions.yaml", "news.yaml", "document.yaml"];

/// Reads a whole project; `rayon` spreads the stories over all cores, the result does not depend on their number.
pub fn load(root: &Path, faults: &mut Vec<Diagnostic>) -> Records {
    let frame = frame(root, faults);
    let folders = story_folders(root, faults);
    let read: Vec<(StoryRecords, Vec<Diagnostic>)> = folders.par_iter().map(read_story).collect();
    let mut stories = Vec::with_capacity(read.len());
    for (story, found) in read {
        stories.push(story);
        faults.extend(found);
    }
    Records { stories, ..frame }
}

/// Reads what all texts of a project share: `site.yaml` and `people.yaml`; no stories.
pub fn frame(root: &Path, faults: &mut Vec<Diagnostic>) -> Records {
    let site = read_record(&root.join("site.yaml"), "site.yaml", faults);
    let register_path = root.join("people.yaml");
    let register = register_path.exists().then(|| read_record(&register_path, "people.yaml", faults)).flatten();
    Records { site, register, stories: Vec::new() }
}

/// A folder that holds at least one record, with the names of its files.
struct Folder {
    dir: PathBuf,
    name: String,
    files: Vec<String>,
}

/// The folders of all stories, in the order of their names. Only names are looked at here, so that whoever misspelt one
/// hears of it even where nothing else is wrong.
fn story_folders(root: &Path, faults: &mut Vec<Diagnostic>) -> Vec<Folder> {
    let content = root.join(CONTENT);
    if !content.is_dir() {
        faults.push(Diagnostic::error("content-missing").hint_id("content-missing.hint"));
        return Vec::new();
    }
    let mut folders: Vec<Folder> = Vec::new();
    // Years and months above a story are usual, more than a dozen folders are a loop of links or a mistake.
    for entry in WalkDir::new(&content).sort_by_file_name().max_depth(12) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let fault = Diagnostic::error("file-unreadable").with("file", "content/").with("detail", error);
                faults.push(fault.hint_id("file-unreadable.hint"));
                continue;
            }
        };
        let Some(name) = relative(root, entry.path()) else {
            let shown = entry.path().to_string_lossy().into_owned();
            faults.push(Diagnostic::error("file-name").with("name", shown).hint_id("file-name.hint"));
            continue;
        };
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if entry.file_type().is_dir() || hidden {
            continue;
        }
        let dir = entry.path().parent().unwrap_or(&content);
        let (folder, file) = name.rsplit_once('/').unwrap_or((CONTENT, &name));
        match folders.last_mut() {
            Some(last) if last.dir == dir => last.files.push(file.to_owned()),
            _ => folders.push(Folder { dir: dir.to_owned(), name: folder.to_owned(), files: vec![file.to_owned()] }),
        }
    }
    for folder in &folders {
        strange_files(folder, faults);
    }
    // Records right below `content/` were told of as faults: they are nobody's story.
    folders.retain(|folder| {
        folder.name != CONTENT && folder.files.iter().any(|file| RECORD_FILES.contains(&file.as_str()))
    });
    // A folder's own files may come in two runs, around a sub-folder.
    folders.sort_by(|a, b| a.name.cmp(&b.name));
    folders.dedup_by(|next, kept| {
        let same = next.name == kept.name;
        if same {
            kept.files.append(&mut next.files);
        }
        same
    });
    folders
}

/// Path below the root with forward slashes; nothing for names that are not Unicode.
fn relative(root: &Path, path: &Path) -> Option<String> {
    let below = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = below.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// What would be passed over in silence: `meetings.yaml`, `hop.yml`, a copy beside its record, a record that lies in no
/// story's folder.
fn strange_files(folder: &Folder, faults: &mut Vec<Diagnostic>) {
    for file in folder.files.iter().filter(|file| file.ends_with(".yaml") || file.ends_with(".yml")) {
        let fault = match (RECORD_FILES.contains(&file.as_str()), folder.name == CONTENT) {
            (true, false) => continue,
            (true, true) => Diagnostic::error("record-outside").hint_id("record-outside.hint"),
            (false, _) => Diagnostic::error("file-strange").hint(meant(file, &folder.files)),
        };
        let place = Source::new(format!("{}/{file}", folder.name), "");
        faults.push(fault.with("file", file).at(&place, Span::default()));
    }
}

/// What a file of a strange name was meant to be. `conclusions (1).yaml` is what a download or a copy in a file manager
/// leaves beside `conclusions.yaml`.
fn meant(file: &str, beside: &[String]) -> Message {
    let stem = |name: &'static str| name.trim_end_matches(".yaml");
    let copied =
        RECORD_FILES.into_iter().find(|name| file.starts_with(stem(name)) && beside.iter().any(|one| one == name));
    match (copied, nearest(file, &RECORD_FILES)) {
        (Some(record), _) => Message::new("file-strange.hint.copy").with("record", record),
        (None, Some(near)) => Message::new("did-you-mean").with("near", near),
        (None, None) => Message::new("file-strange.hint").with("names", RECORD_FILES.join(", ")),
    }
}

/// Reads the records of one folder; its faults come apart, to be joined in the order of folders whatever core was faster.
fn read_story(folder: &Folder) -> (StoryRecords, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut story = StoryRecords { dir: folder.dir.clone(), folder: folder.name.clone(), ..StoryRecords::default() };
    for file in &folder.files {
        let path = folder.dir.join(file);
        let name = format!("{}/{file}", folder.name);
        match file.as_str() {
            "meeting.yaml" => story.meeting = read_record(&path, &name, &mut faults),
            "budget.yaml" => story.budget = read_record(&path, &name, &mut faults),
            "conclusions.yaml" => story.conclusions = read_record(&path, &name, &mut faults),
            "news.yaml" => story.news = read_record(&path, &name, &mut faults),
            "document.yaml" => story.document = read_record(&path, &name, &mut faults),
            _ => story.files.push(file.clone()),
        }
    }
    story.files.sort();
    (story, faults)
}

/// Reads one record from disk. A file with faults of value still gives a record, so that rules can go on finding.
fn read_record<R: Record>(path: &Path, name: &str, faults: &mut Vec<Diagnostic>) -> Option<Sourced<R>> {
    let source = text::read(path, name, faults)?;
    let record = decode(&source, faults)?;
    Some(Sourced { source, record: Box::new(record) })
}

/// Reads one record from text.
pub fn decode<R: Record>(source: &Arc<Source>, faults: &mut Vec<Diagnostic>) -> Option<R> {
    let before = faults.len();
    let node = yaml::parse(source, faults).filter(|node| !matches!(node.value, Value::Null));
    let Some(node) = node else {
        // A register that nobody has filled in yet registers nobody.
        if faults.len() == before && R::NAME != Register::NAME {
            faults.push(
                Diagnostic::error("yaml-empty")
                    .at(source, Span::default())
                    .with("record", R::NAME)
                    .hint_id("yaml-empty.hint"),
            );
        }
        return None;
    };
    Some(decode_map(&node, &mut Cx { source, faults }))
}
