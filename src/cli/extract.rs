//! `bantin extract`: the records that an archive PDF carries, as files again.

use std::io::Read;
use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::{Voice, code};
use crate::archive::{self, Attached, Refusal};
use crate::diag::{Diagnostic, Message};

/// Takes the files out into a folder; none that is there already is touched.
pub fn run(matches: &ArgMatches, voice: Voice) -> u8 {
    let Some(path) = matches.get_one::<PathBuf>("pdf") else { return code::USAGE };
    let folder = matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| PathBuf::from("."));
    let files = match read(path) {
        Ok(files) => files,
        Err(fault) => {
            voice.faults(&[*fault]);
            return code::ERRORS;
        }
    };
    let there = files.iter().find(|file| folder.join(&file.name).symlink_metadata().is_ok());
    if let Some(file) = there {
        let fault = Diagnostic::error("extract-there").with("file", folder.join(&file.name).display().to_string());
        voice.faults(&[fault.hint_id("extract-there.hint")]);
        return code::NOT_WRITTEN;
    }
    for file in &files {
        if let Err(fault) = crate::write::new_file(&folder.join(&file.name), &file.bytes) {
            return voice.not_written(&fault);
        }
    }
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let done = Message::new("extract-done")
        .with("count", names.len())
        .with("dir", folder.display().to_string())
        .with("files", names.join(", "));
    voice.say(&done);
    code::DONE
}

/// Reads a PDF and what it carries; a PDF that carries nothing is a fault too.
fn read(path: &Path) -> Result<Vec<Attached>, Box<Diagnostic>> {
    let shown = path.display().to_string();
    let fault = |id: &'static str| Diagnostic::error(id).with("file", &shown);
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(archive::MOST_PDF).read_to_end(&mut bytes))
        .map_err(|error| fault("file-unreadable").with("detail", error))?;
    let fault = match archive::attached(&bytes) {
        Ok(files) if files.is_empty() => fault("extract-none").hint_id("extract-none.hint"),
        Ok(files) => return Ok(files),
        Err(Refusal::Unreadable(detail)) => fault("extract-unreadable").with("detail", detail),
        Err(Refusal::Name(name)) => fault("extract-name").with("name", name),
        Err(Refusal::Twice(name)) => fault("extract-twice").with("name", name),
        Err(Refusal::TooMuch) => fault("extract-too-much"),
    };
    Err(Box::new(fault))
}
