//! `manifest.json`: each file that Bantin made, with its SHA-256 and the record it came from.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use sha2::{Digest, Sha256};

/// Its name in each output folder.
pub const FILE: &str = "manifest.json";

/// All files of a folder, by name.
pub type Entries = BTreeMap<String, Entry>;

/// What is noted of a file.
#[derive(Debug, Clone, Serialize)]
pub struct Entry {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The record it came from; absent for pages of the whole site.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub record: String,
}

/// Where a folder's manifest is.
pub fn path(folder: &Path) -> PathBuf {
    folder.join(FILE)
}

/// The manifest's text: files sorted by name.
pub fn to_json(made: &Entries) -> String {
    let files = serde_json::json!({ "generator": "bantin", "files": made });
    format!("{files:#}\n")
}

/// The files an earlier build made; nothing if there was none or its manifest cannot be read.
pub fn read(folder: &Path) -> Entries {
    let text = fs::read_to_string(path(folder)).unwrap_or_default();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let files = json.get("files").and_then(|files| files.as_object());
    let entry = |entry: &serde_json::Value| {
        let part = |name: &str| entry.get(name).and_then(|part| part.as_str()).unwrap_or_default().to_owned();
        Entry { sha256: part("sha256"), record: part("record") }
    };
    files.into_iter().flatten().map(|(name, value)| (name.clone(), entry(value))).collect()
}

/// How a file differs from what the manifest says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It is not there, or cannot be read.
    Missing(String),
    /// Its bytes are others.
    Changed(String),
}

/// What a comparison found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Files that the manifest names.
    pub files: usize,
    /// Those that are not as they were made, by name.
    pub differences: Vec<Difference>,
}

/// Compares a folder with its manifest; nothing if it has none, or one that names no file.
pub fn verify(folder: &Path) -> Option<Verified> {
    let entries = read(folder);
    let mut verified = Verified { files: entries.len(), ..Verified::default() };
    for (name, entry) in &entries {
        // A manifest that somebody wrote by hand leads nowhere outside its folder.
        let bytes = super::safe(name).and_then(|below| fs::read(folder.join(below)));
        match bytes {
            Ok(bytes) if super::hex(&Sha256::digest(&bytes)) == entry.sha256 => {}
            Ok(_) => verified.differences.push(Difference::Changed(name.clone())),
            Err(_) => verified.differences.push(Difference::Missing(name.clone())),
        }
    }
    (!entries.is_empty()).then_some(verified)
}
