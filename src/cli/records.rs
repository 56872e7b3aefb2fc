//! `bantin new` and `bantin schema`: what the record types say of themselves, for clerks and for editors.

use clap::ArgMatches;
use jiff::civil::{Date, DateTime};

use super::{Voice, code, out, project};
use crate::diag::Message;
use crate::record::budget::Budget;
use crate::record::conclusions::Conclusions;
use crate::record::document::Document;
use crate::record::meeting::Meeting;
use crate::record::news::News;
use crate::record::register::Register;
use crate::record::schema::{self, FieldInfo};
use crate::record::site::SiteRecord;
use crate::record::{Record, value};
use crate::viet::fold;

/// One kind of record as the command line knows it.
pub struct Kind {
    /// Its word on the command line.
    pub word: &'static str,
    /// Its file's name.
    file: &'static str,
    /// Its keys.
    fields: fn() -> Vec<FieldInfo>,
}

impl Kind {
    const fn of<R: Record>(word: &'static str) -> Kind {
        Kind { word, file: R::NAME, fields: R::fields }
    }

    /// Whether it lies in a story's folder; the others lie in the project's, one of each.
    pub fn of_a_story(&self) -> bool {
        ![SiteRecord::NAME, Register::NAME].contains(&self.file)
    }
}

/// All kinds; the first is what `schema` prints when none is named.
pub const KINDS: [Kind; 7] = [
    Kind::of::<Meeting>("meeting"),
    Kind::of::<Budget>("budget"),
    Kind::of::<Conclusions>("conclusions"),
    Kind::of::<News>("news"),
    Kind::of::<Document>("document"),
    Kind::of::<SiteRecord>("site"),
    Kind::of::<Register>("people"),
];

fn asked(matches: &ArgMatches) -> &'static Kind {
    let word = matches.get_one::<String>("kind").map(String::as_str);
    // Clap lets no other word through.
    KINDS.iter().find(|kind| Some(kind.word) == word).unwrap_or(&KINDS[0])
}

/// Prints the JSON Schema of a kind.
pub fn schema(matches: &ArgMatches) -> u8 {
    let kind = asked(matches);
    out(&format!("{:#}\n", schema::json_schema(kind.file, kind.fields)));
    code::DONE
}

/// Puts a blank record into the folder of that day and name; `site.yaml` and `people.yaml` into the project's.
/// What is there already stays, so that a second record of a story is made by the same words.
pub fn new(matches: &ArgMatches, now: DateTime, voice: Voice) -> u8 {
    let kind = asked(matches);
    let date = matches.get_one::<Date>("date").copied().unwrap_or_else(|| now.date());
    let name = if kind.of_a_story() {
        let slug = fold::slug(matches.get_one::<String>("slug").map(String::as_str).unwrap_or_default());
        format!("content/{}/{date}-{slug}/{}", date.year(), kind.file)
    } else {
        kind.file.to_owned()
    };
    let day = value::date::numeric(date);
    let text = schema::blank::blank(kind.fields, &[("date", day)]);
    match crate::write::new_file(&project(matches).root.join(&name), text.as_bytes()) {
        Ok(()) => {
            voice.say(&Message::new("new-done").with("path", name));
            code::DONE
        }
        Err(fault) => voice.not_written(&fault),
    }
}
