//! `bantin init`: a small project that builds at once, for a first look and as a start of one's own.

use std::path::PathBuf;

use clap::ArgMatches;
use jiff::civil::DateTime;

use super::{Voice, code};
use crate::diag::Message;
use crate::record::value::date;
use crate::write::new_file;

/// Where the sample's day stands in the files below.
const DAY: &str = "{{day}}";

/// The files by name; `site.yaml` comes first, so that a folder which is a project already is left as it is.
const FILES: [(&str, &str); 3] = [
    ("site.yaml", include_str!("../../templates/init/site.yaml")),
    ("people.yaml", include_str!("../../templates/init/people.yaml")),
    (".gitignore", include_str!("../../templates/init/gitignore")),
];

/// The one story that shows a clerk what a record looks like.
const MEETING: &str = include_str!("../../templates/init/meeting.yaml");

/// Writes the project; nothing that is there is touched, and the first file in the way stops it.
pub fn run(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    let root = matches.get_one::<PathBuf>("dir").cloned().unwrap_or_else(|| PathBuf::from("."));
    let today = now.date();
    let story = format!("content/{}/{today}-hop-dan-ap-ben-loc/meeting.yaml", today.year());
    let files = FILES.into_iter().chain([(story.as_str(), MEETING)]);
    for (name, text) in files {
        let text = text.replace(DAY, &date::numeric(today));
        if let Err(fault) = new_file(&root.join(name), text.as_bytes()) {
            return voice.not_written(&fault);
        }
    }
    voice.say(&Message::new("init-done").with("dir", root.display()));
    code::DONE
}
