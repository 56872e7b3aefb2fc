//! Verbs, flags, help and exit codes; all words come from the catalogue of messages.

mod args;
mod build;
mod check;
mod explain;
mod extract;
mod init;
mod records;
mod text;
mod usage;
mod verify;
mod voice;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::{Date, DateTime};

use crate::diag::print::Format;
use crate::diag::{Diagnostic, has_errors};
use crate::model::{Options, Show};
use crate::project::Project;
use crate::write::Folders;
use voice::{Voice, out};

/// Exit codes: a promise to scripts and to continuous integration.
mod code {
    pub const DONE: u8 = 0;
    pub const ERRORS: u8 = 1;
    pub const USAGE: u8 = 2;
    pub const WARNINGS: u8 = 3;
    pub const DIFFERENT: u8 = 4;
    pub const NOT_WRITTEN: u8 = 5;
}

/// Runs the program; `now` is the time in Vietnam. Returns the exit code.
pub fn run(arguments: Vec<OsString>, now: DateTime) -> u8 {
    let lang = args::lang(&arguments);
    let matches = match args::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::report(&error, lang),
    };
    let format = match matches.get_one::<String>("format").map(String::as_str) {
        Some("short") => Format::Short,
        Some("json") => Format::Json,
        _ => Format::Human,
    };
    let voice = Voice { lang, format };
    match matches.subcommand() {
        Some(("build", matches)) => build::run(matches, now, voice),
        Some(("check", matches)) => check::run(matches, now, voice),
        Some(("explain", matches)) => explain::run(matches, voice),
        Some(("extract", matches)) => extract::run(matches, voice),
        Some(("init", matches)) => init::run(matches, now, voice),
        Some(("new", matches)) => records::new(matches, now, voice),
        Some(("schema", matches)) => records::schema(matches),
        Some(("text", matches)) => text::run(matches, voice),
        Some(("verify", matches)) => verify::run(matches, voice),
        _ => code::USAGE,
    }
}

/// The project of `-r`, or the folder where the program runs.
fn project(matches: &ArgMatches) -> Project {
    Project::at(matches.get_one::<PathBuf>("root").cloned().unwrap_or_else(|| PathBuf::from(".")))
}

/// The output folders: in the project, or below `-o`.
fn folders(matches: &ArgMatches) -> Folders {
    let out = matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| project(matches).root);
    Folders { public: out.join("public"), documents: out.join("documents") }
}

/// What the core may know of the world. The build's moment is the end of the day given, or now: a story that is
/// scheduled for some hour of that day is on the site that `--as-of` shows.
fn options(matches: &ArgMatches, now: DateTime) -> Options {
    let as_of = matches.get_one::<Date>("as-of").map_or(now, |date| date.at(23, 59, 59, 0));
    // `check` has no such flags, and clap panics when asked plainly for one that a verb does not have.
    let text = |name: &str| matches.try_get_one::<String>(name).ok().flatten().cloned();
    let drafts = matches.try_get_one::<bool>("drafts").ok().flatten().copied().unwrap_or(false);
    Options {
        as_of,
        drafts: if drafts { Show::Drafts } else { Show::Published },
        base_url: text("base-url"),
        only: text("only"),
    }
}

/// Sets up the pool of threads. Typesetting nests deeply, hence the stacks of 16 MB; a second build in one process
/// keeps the pool it has.
fn threads(matches: &ArgMatches) {
    let jobs = matches.get_one::<usize>("jobs").copied().unwrap_or(0);
    drop(rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(16 * 1024 * 1024).build_global());
}

/// The exit code that faults lead to. Errors outweigh warnings even under `--strict`.
fn verdict(faults: &[Diagnostic], matches: &ArgMatches) -> u8 {
    if has_errors(faults) {
        code::ERRORS
    } else if !faults.is_empty() && matches.get_flag("strict") {
        code::WARNINGS
    } else {
        code::DONE
    }
}
