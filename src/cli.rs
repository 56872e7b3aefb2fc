//! Verbs, flags, help and exit codes; all words come from the catalogue of messages.

mod args;
mod extract;
mod records;
mod text;

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::{Date, DateTime};

use crate::cache::Cache;
use crate::check::rules;
use crate::diag::print::{self, Format};
use crate::diag::{Diagnostic, Lang, Message, Severity, has_errors};
use crate::model::{Hidden, Options, Show};
use crate::project::Project;
use crate::write::{Folders, Keep, Writer, Written};

/// Exit codes.
mod code {
    pub const DONE: u8 = 0;
    pub const ERRORS: u8 = 1;
    pub const USAGE: u8 = 2;
    pub const WARNINGS: u8 = 3;
    pub const NOT_WRITTEN: u8 = 5;
}

/// The longest text that is proof-read, in bytes.
const MOST_TEXT: u64 = 16 * 1024 * 1024;

/// How the program speaks in this run.
#[derive(Clone, Copy)]
struct Voice {
    lang: Lang,
    format: Format,
}

/// Runs the program; `now` is the time in Vietnam. Returns the exit code.
pub fn run(arguments: Vec<OsString>, now: DateTime) -> u8 {
    let lang = args::lang(&arguments);
    let matches = match args::command(lang).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return args::report(&error, lang),
    };
    let format = match matches.get_one::<String>("format").map(String::as_str) {
        Some("short") => Format::Short,
        Some("json") => Format::Json,
        _ => Format::Human,
    };
    let voice = Voice { lang, format };
    match matches.subcommand() {
        Some(("build", matches)) => build(matches, now, voice),
        Some(("check", matches)) => check(matches, now, voice),
        Some(("extract", matches)) => extract::run(matches, voice),
        Some(("explain", matches)) => explain(matches, voice),
        Some(("new", matches)) => records::new(matches, now, voice),
        Some(("schema", matches)) => records::schema(matches),
        Some(("text", matches)) => text::run(matches, voice),
        _ => code::USAGE,
    }
}

fn project(matches: &ArgMatches) -> Project {
    Project::at(matches.get_one::<PathBuf>("root").cloned().unwrap_or_else(|| PathBuf::from(".")))
}

/// The build's moment: the end of the day given, or now.
fn options(matches: &ArgMatches, now: DateTime) -> Options {
    let as_of = matches.get_one::<Date>("as-of").map_or(now, |date| date.at(23, 59, 59, 0));
    let text = |name: &str| matches.try_get_one::<String>(name).ok().flatten().cloned();
    let drafts = matches.try_get_one::<bool>("drafts").ok().flatten().copied().unwrap_or(false);
    Options {
        as_of,
        drafts: if drafts { Show::Drafts } else { Show::Published },
        base_url: text("base-url"),
        only: text("only"),
    }
}

fn check(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    threads(matches);
    let options = options(matches, now);
    let faults = match matches.get_one::<String>("text") {
        Some(name) => match text_of(name) {
            Ok(bytes) => crate::check_text(bytes, name, &options),
            Err(error) => vec![Diagnostic::error("file-unreadable").with("file", name).with("detail", error)],
        },
        None => crate::check(&project(matches), &options),
    };
    say_faults(&faults, voice);
    let code = verdict(&faults, matches);
    if code == code::DONE && voice.format == Format::Human {
        say(&Message::new("check-done").with("warnings", faults.len()), voice);
    }
    code
}

/// The bytes of a file, or of standard input; far more than any article is cut off and refused by the reader.
fn text_of(name: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if name == "-" {
        std::io::stdin().take(MOST_TEXT).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(name)?.take(MOST_TEXT).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Prints a rule with its reason and examples, or the list of rules.
fn explain(matches: &ArgMatches, voice: Voice) -> u8 {
    let Some(name) = matches.get_one::<String>("rule") else {
        for family in rules::families() {
            out(&format!("{}\n", rules::heading(family, voice.lang)));
            for rule in rules::RULES.iter().filter(|rule| rule.family == family) {
                let word = Message::new(if rule.severity == Severity::Error { "word-error" } else { "word-warning" });
                out(&format!(
                    "  {:<24}{:<10}{}\n",
                    rule.name,
                    word.text(voice.lang),
                    rules::head(rule.name, voice.lang)
                ));
            }
        }
        return code::DONE;
    };
    if let Some(text) = rules::explanation(name, voice.lang) {
        out(&format!("{name}\n\n{text}\n"));
        return code::DONE;
    }
    let names: Vec<&str> = rules::RULES.iter().map(|rule| rule.name).collect();
    let hint = match crate::record::nearest(name, &names) {
        Some(near) => Message::new("did-you-mean").with("near", near),
        None => Message::new("allow-unknown.hint"),
    };
    say_faults(&[Diagnostic::error("explain-unknown").with("rule", name).hint(hint)], voice);
    code::USAGE
}

fn build(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    threads(matches);
    let project = project(matches);
    let options = options(matches, now);
    let out = matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| project.root.clone());
    let folders = Folders { public: out.join("public"), documents: out.join("documents") };
    let keep = if options.only.is_some() { Keep::Everything } else { Keep::Foreign };
    let writer = match Writer::new(&folders, keep) {
        Ok(writer) => writer.with_cache(Cache::at(&project.root)),
        Err(fault) => return not_written(&fault, voice),
    };
    let (faults, hidden) = crate::build_and_tell(&project, &options, &writer);
    say_faults(&faults, voice);
    let code = verdict(&faults, matches);
    if code != code::DONE {
        writer.discard();
        let ours = folders.public.join("manifest.json").exists();
        say_error(&Message::new(if ours { "build-kept" } else { "build-stopped" }), voice);
        return code;
    }
    match writer.commit() {
        Ok(written) => {
            say_written(written, voice);
            say_left_out(&hidden, voice);
            code::DONE
        }
        Err(fault) => not_written(&fault, voice),
    }
}

fn threads(matches: &ArgMatches) {
    let jobs = matches.get_one::<usize>("jobs").copied().unwrap_or(0);
    // Typesetting nests deeply; a second build in one process keeps the pool it has.
    drop(rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(16 * 1024 * 1024).build_global());
}

fn verdict(faults: &[Diagnostic], matches: &ArgMatches) -> u8 {
    if has_errors(faults) {
        code::ERRORS
    } else if !faults.is_empty() && matches.get_flag("strict") {
        code::WARNINGS
    } else {
        code::DONE
    }
}

fn not_written(fault: &Diagnostic, voice: Voice) -> u8 {
    say_faults(std::slice::from_ref(fault), voice);
    code::NOT_WRITTEN
}

/// Faults go to the error stream, JSON to the output, for whoever reads it.
fn say_faults(faults: &[Diagnostic], voice: Voice) {
    // Nobody is left to tell if the terminal is gone.
    if voice.format == Format::Json {
        drop(print::print(faults, voice.format, voice.lang, &mut anstream::stdout()));
        return;
    }
    drop(print::print(faults, voice.format, voice.lang, &mut anstream::stderr()));
    let count = |severity| faults.iter().filter(|fault| fault.severity == severity).count();
    if !faults.is_empty() && voice.format == Format::Human {
        let summary = Message::new("faults-found")
            .with("errors", count(Severity::Error))
            .with("warnings", count(Severity::Warning));
        say_error(&summary, voice);
    }
}

fn say_written(written: Written, voice: Voice) {
    let Written { files, changed, removed } = written;
    if voice.format != Format::Json {
        say(&Message::new("build-done").with("files", files).with("changed", changed).with("removed", removed), voice);
    }
}

/// What a clerk may wonder about after a build: stories that are not there, and language nobody looked at.
fn say_left_out(hidden: &[Hidden], voice: Voice) {
    if voice.format != Format::Human {
        return;
    }
    let reasons = [
        (Hidden::Draft, "hidden-draft"),
        (Hidden::Review, "hidden-review"),
        (Hidden::Scheduled, "hidden-scheduled"),
        (Hidden::Internal, "hidden-internal"),
        (Hidden::Expired, "hidden-expired"),
        (Hidden::Withdrawn, "hidden-withdrawn"),
    ];
    let told = reasons.into_iter().filter_map(|(reason, id)| {
        let count = hidden.iter().filter(|hidden| **hidden == reason).count();
        (count > 0).then(|| Message::new(id).with("count", count).text(voice.lang))
    });
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        say(&Message::new("build-hidden").with("count", hidden.len()).with("reasons", told.join(", ")), voice);
    }
    say(&Message::new("build-language"), voice);
}

fn say(message: &Message, voice: Voice) {
    out(&format!("{}\n", message.text(voice.lang)));
}

fn say_error(message: &Message, voice: Voice) {
    drop(writeln!(anstream::stderr(), "{}", message.text(voice.lang)));
}

/// A reader that went away (`| head`) is no fault.
fn out(text: &str) {
    drop(anstream::stdout().write_all(text.as_bytes()));
}
