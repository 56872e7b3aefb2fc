//! `bantin build`: the whole line into the two output folders, and what a clerk may wonder about afterwards.

use std::path::Path;

use clap::ArgMatches;
use jiff::civil::DateTime;

use super::{Voice, code, folders, options, project, threads, verdict};
use crate::cache::Cache;
use crate::check::Depth;
use crate::diag::print::Format;
use crate::diag::{self, Diagnostic, Message};
use crate::model::{Hidden, Options};
use crate::project::Project;
use crate::write::{Folders, Keep, Writer, Written, manifest};
use crate::{LeftOut, build_and_tell};

/// What is built, and how.
struct Job<'a> {
    project: &'a Project,
    options: Options,
    folders: Folders,
    depth: Depth,
}

/// A build that is not yet put in place.
struct Attempt {
    /// Whether one story alone was built.
    alone: bool,
    writer: Writer,
    faults: Vec<Diagnostic>,
    left_out: Vec<LeftOut>,
}

/// Builds; the output folders change only if nothing is wrong.
pub fn run(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    threads(matches);
    let project = project(matches);
    // Language is read where a warning decides; else a build is for looking, many times a day, and need not wait for it.
    let depth = if matches.get_flag("strict") { Depth::Language } else { Depth::Facts };
    let job = Job { project: &project, options: options(matches, now), folders: folders(matches), depth };
    let Attempt { alone, writer, faults, left_out } = match job.attempt(voice) {
        Ok(attempt) => attempt,
        Err(fault) => return voice.not_written(&fault),
    };
    voice.faults(&faults);
    let code = verdict(&faults, matches);
    if code != code::DONE {
        writer.discard();
        let ours = job.folders.public.join("manifest.json").exists();
        voice.say_error(&Message::new(if ours { "build-kept" } else { "build-stopped" }));
        return code;
    }
    match writer.commit() {
        Ok(written) => {
            say_written(written, &job.folders, voice);
            if voice.is_for_people() {
                match (alone, left_out.first()) {
                    (true, Some(story)) => {
                        let message = Message::new("only-hidden").with("id", &story.id);
                        voice.say(&message.with("reason", reasons(&left_out, voice)));
                    }
                    (true, None) => voice.say(&Message::new("only-rest")),
                    (false, _) => say_left_out(&left_out, voice),
                }
                if depth == Depth::Facts {
                    voice.say(&Message::new("build-language"));
                }
            }
            code::DONE
        }
        Err(fault) => voice.not_written(&fault),
    }
}

impl Job<'_> {
    /// Builds what was asked for. A story that is not public any more is gone from its page, lists, feeds and search
    /// together: where an earlier build shows it, the whole site is built in the place of that story alone.
    fn attempt(&self, voice: Voice) -> Result<Attempt, Box<Diagnostic>> {
        let attempt = self.build(&self.options)?;
        let asked = attempt.left_out.iter().filter(|_| self.options.only.is_some());
        let Some(gone) =
            asked.clone().find(|story| self.is_shown(story)).filter(|_| !diag::has_errors(&attempt.faults))
        else {
            return Ok(attempt);
        };
        if voice.is_for_people() {
            let reason = reasons(std::slice::from_ref(gone), voice);
            voice.say(&Message::new("only-gone").with("id", &gone.id).with("reason", reason));
        }
        attempt.writer.discard();
        drop(attempt);
        self.build(&Options { only: None, ..self.options.clone() })
    }

    /// Whether the output folders hold what an earlier build made of a story that is hidden now: a page that says that it
    /// was withdrawn is none of that, documents of a story that is kept from the site are the office's.
    fn is_shown(&self, story: &LeftOut) -> bool {
        let made = |folder: &Path, ending: &str| {
            let files = manifest::read(folder);
            files.iter().any(|(path, file)| file.record == story.record && path.ends_with(ending))
        };
        made(&self.folders.public, ".json")
            || story.reason == Hidden::Withdrawn && made(&self.folders.documents, ".pdf")
    }

    fn build(&self, options: &Options) -> Result<Attempt, Box<Diagnostic>> {
        // The stories that are not built now keep what an earlier build made of them.
        let keep = if options.only.is_some() { Keep::Others } else { Keep::Foreign };
        let writer = Writer::new(&self.folders, keep)?.with_cache(Cache::at(&self.project.root));
        let (faults, left_out) = build_and_tell(self.project, options, self.depth, &writer);
        Ok(Attempt { alone: options.only.is_some(), writer, faults, left_out })
    }
}

fn say_written(written: Written, folders: &Folders, voice: Voice) {
    let Written { files, changed, removed } = written;
    if voice.format != Format::Json {
        let [public, documents] = [&folders.public, &folders.documents]
            .map(|folder| folder.strip_prefix(".").unwrap_or(folder).display().to_string().replace('\\', "/"));
        let done = Message::new("build-done").with("files", files).with("public", public).with("documents", documents);
        voice.say(&done.with("changed", changed).with("removed", removed));
    }
}

/// A story that is not on the site looks like a mistake until its reason is told.
fn say_left_out(left_out: &[LeftOut], voice: Voice) {
    if !left_out.is_empty() {
        let message = Message::new("build-hidden").with("count", left_out.len());
        voice.say(&message.with("reasons", reasons(left_out, voice)));
    }
}

/// Why stories are not on the site, with how many for each reason.
fn reasons(left_out: &[LeftOut], voice: Voice) -> String {
    let reasons = [
        (Hidden::Draft, "hidden-draft"),
        (Hidden::Review, "hidden-review"),
        (Hidden::Scheduled, "hidden-scheduled"),
        (Hidden::Internal, "hidden-internal"),
        (Hidden::Expired, "hidden-expired"),
        (Hidden::Withdrawn, "hidden-withdrawn"),
    ];
    let told = reasons.into_iter().filter_map(|(reason, id)| {
        let stories: Vec<&LeftOut> = left_out.iter().filter(|story| story.reason == reason).collect();
        let first = stories.iter().min_by_key(|story| story.due)?;
        let hour = first.due.strftime("%H:%M").to_string();
        let day = crate::record::value::date::numeric(first.due.date());
        let message = Message::new(id).with("count", stories.len()).with("id", &first.id);
        Some(message.with("hour", hour).with("day", day).text(voice.lang))
    });
    told.collect::<Vec<_>>().join(", ")
}
