//! `bantin build`: the whole line into the two output folders, and what a clerk may wonder about afterwards.

use clap::ArgMatches;
use jiff::civil::DateTime;

use super::{Voice, code, folders, options, project, threads, verdict};
use crate::cache::Cache;
use crate::check::Depth;
use crate::diag::Message;
use crate::diag::print::Format;
use crate::model::Hidden;
use crate::write::{Folders, Keep, Writer, Written};
use crate::{LeftOut, build_and_tell};

/// Builds; the output folders change only if nothing is wrong.
pub fn run(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    threads(matches);
    let project = project(matches);
    let options = options(matches, now);
    let folders = folders(matches);
    // The stories that are not built now keep what an earlier build made of them.
    let keep = if options.only.is_some() { Keep::Everything } else { Keep::Foreign };
    let writer = match Writer::new(&folders, keep) {
        Ok(writer) => writer.with_cache(Cache::at(&project.root)),
        Err(fault) => return voice.not_written(&fault),
    };
    // Language is read where a warning decides; else a build is for looking, many times a day, and need not wait for it.
    let depth = if matches.get_flag("strict") { Depth::Language } else { Depth::Facts };
    let (faults, left_out) = build_and_tell(&project, &options, depth, &writer);
    voice.faults(&faults);
    let code = verdict(&faults, matches);
    if code != code::DONE {
        writer.discard();
        let ours = folders.public.join("manifest.json").exists();
        voice.say_error(&Message::new(if ours { "build-kept" } else { "build-stopped" }));
        return code;
    }
    match writer.commit() {
        Ok(written) => {
            say_written(written, &folders, voice);
            if voice.is_for_people() {
                say_left_out(&left_out, voice);
                if depth == Depth::Facts {
                    voice.say(&Message::new("build-language"));
                }
            }
            code::DONE
        }
        Err(fault) => voice.not_written(&fault),
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
    let told: Vec<String> = told.collect();
    if !told.is_empty() {
        let message = Message::new("build-hidden").with("count", left_out.len());
        voice.say(&message.with("reasons", told.join(", ")));
    }
}
