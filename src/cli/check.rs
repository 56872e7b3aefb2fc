//! `bantin check`: all that is wrong with the records, or with a text pasted from elsewhere; nothing is written.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::DateTime;

use super::{Voice, options, project, threads, verdict};
use crate::diag::{Diagnostic, Message};
use crate::project::Project;

/// The longest text that is proof-read, in bytes: some thousand pages.
const MOST_TEXT: u64 = 16 * 1024 * 1024;

/// Checks the project, or the text of `--text`.
pub fn run(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    threads(matches);
    let options = options(matches, now);
    let faults = match matches.get_one::<String>("text") {
        Some(name) => match text_of(name) {
            Ok(bytes) if bytes.len() as u64 > MOST_TEXT => {
                vec![Diagnostic::error("text-too-large").with("file", name).hint_id("text-too-large.hint")]
            }
            Ok(bytes) => crate::check_text(bytes, name, home(matches).as_ref(), &options),
            Err(error) => vec![Diagnostic::error("file-unreadable").with("file", name).with("detail", error)],
        },
        None => crate::check(&project(matches), &options),
    };
    voice.faults(&faults);
    if faults.is_empty() && voice.is_for_people() {
        voice.say(&Message::new("check-done"));
    }
    verdict(&faults, matches)
}

/// The project a text is checked in: one asked for by `-r`, or the one that the program runs in.
fn home(matches: &ArgMatches) -> Option<Project> {
    let project = project(matches);
    let asked = matches.get_one::<PathBuf>("root").is_some();
    (asked || project.root.join("site.yaml").is_file()).then_some(project)
}

/// The bytes of a file, or of standard input; of one too long, one byte too many.
fn text_of(name: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin().take(MOST_TEXT + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(name)?.take(MOST_TEXT + 1).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
