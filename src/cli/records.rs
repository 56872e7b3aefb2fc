//! `bantin new` and `bantin schema`: what the record types say of themselves, for clerks and for editors.

use clap::ArgMatches;
use jiff::civil::{Date, DateTime};

use super::{Voice, code, not_written, out, project, say};
use crate::diag::Message;
use crate::record::budget::Budget;
use crate::record::conclusions::Conclusions;
use crate::record::document::Document;
use crate::record::meeting::Meeting;
use crate::record::news::News;
use crate::record::register::Register;
use crate::record::site::SiteRecord;
use crate::record::{Record, schema};
use crate::viet::fold;

type Fields = fn() -> Vec<schema::FieldInfo>;

/// The kinds of records, by the word of the command line: file name and keys.
fn kinds() -> [(&'static str, &'static str, Fields); 7] {
    [
        ("meeting", Meeting::NAME, Meeting::fields),
        ("budget", Budget::NAME, Budget::fields),
        ("conclusions", Conclusions::NAME, Conclusions::fields),
        ("news", News::NAME, News::fields),
        ("document", Document::NAME, Document::fields),
        ("site", SiteRecord::NAME, SiteRecord::fields),
        ("people", Register::NAME, Register::fields),
    ]
}

fn kind(matches: &ArgMatches) -> Option<(&'static str, &'static str, Fields)> {
    let asked = matches.get_one::<String>("kind").map_or("meeting", String::as_str);
    kinds().into_iter().find(|(kind, ..)| *kind == asked)
}

/// Prints the JSON Schema of a kind.
pub fn schema(matches: &ArgMatches) -> u8 {
    let Some((_, name, fields)) = kind(matches) else { return code::USAGE };
    out(&format!("{:#}\n", schema::json_schema(name, fields)));
    code::DONE
}

/// Puts a blank record into a new story's folder, or into the one of that slug; `site.yaml` and `people.yaml` into
/// the project's. What is there already stays.
pub fn new(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    let Some((_, file, fields)) = kind(matches) else { return code::USAGE };
    let date = matches.get_one::<Date>("date").copied().unwrap_or_else(|| now.date());
    let slug = fold::slug(matches.get_one::<String>("slug").map(String::as_str).unwrap_or_default());
    let name = match file {
        SiteRecord::NAME | Register::NAME => file.to_owned(),
        _ => format!("content/{}/{date}-{slug}/{file}", date.year()),
    };
    let path = project(matches).root.join(&name);
    let day = crate::record::value::date::numeric(date);
    let text = schema::blank::blank(fields, &[("date", day)]);
    match crate::write::new_file(&path, text.as_bytes()) {
        Ok(()) => {
            say(&Message::new("new-done").with("path", name), voice);
            code::DONE
        }
        Err(fault) => not_written(&fault, voice),
    }
}
