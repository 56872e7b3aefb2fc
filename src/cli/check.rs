//! `bantin check`: all that is wrong with the records, or with a text pasted from elsewhere; nothing is written.

use std::fs::File;
use std::io::Read;

use clap::ArgMatches;
use jiff::civil::DateTime;

use super::{Voice, code, options, project, threads, verdict};
use crate::diag::{Diagnostic, Message};

/// The longest text that is proof-read, in bytes: some thousand pages. The reader refuses a record long before.
const MOST_TEXT: u64 = 16 * 1024 * 1024;

/// Checks the project, or the text of `--text`.
pub fn run(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    threads(matches);
    let options = options(matches, now);
    let faults = match matches.get_one::<String>("text") {
        Some(name) => match text_of(name) {
            Ok(bytes) => crate::check_text(bytes, name, &options),
            Err(error) => vec![Diagnostic::error("file-unreadable").with("file", name).with("detail", error)],
        },
        None => crate::check(&project(matches), &options),
    };
    voice.faults(&faults);
    let code = verdict(&faults, matches);
    if code == code::DONE && voice.is_for_people() {
        voice.say(&Message::new("check-done").with("warnings", faults.len()));
    }
    code
}

/// The bytes of a file, or of standard input.
fn text_of(name: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin().take(MOST_TEXT).read_to_end(&mut bytes)?;
    } else {
        File::open(name)?.take(MOST_TEXT).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}
