//! `bantin text`: standard input through one verb of the language engine.

use std::io::{Read, Write};

use clap::ArgMatches;

use super::{Voice, code, out};
use crate::diag::print::Format;
use crate::diag::{Diagnostic, Message};
use crate::text::{BadLine, Verb};
use crate::viet::collate::Order;
use crate::viet::encoding::Encoding;
use crate::viet::tone::Style;

/// The jobs by their words on the command line.
pub const JOBS: [&str; 11] =
    ["words", "money", "number", "date", "slug", "fold", "sort", "tone", "refs", "convert", "spell"];

/// Reads all of standard input, prints what one job makes of it, line by line. Lines that it cannot read are named
/// on the error stream and left out, so that one bad cell does not cost a clerk the whole column.
pub fn run(matches: &ArgMatches, voice: Voice) -> u8 {
    let asked = matches.get_one::<String>("text-verb").map(String::as_str).unwrap_or_default();
    let choice = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let main_vowel = choice("style") == Some("main_vowel");
    let verb = match asked {
        "words" => Verb::Words,
        "money" => Verb::Money,
        "number" => Verb::Number,
        "date" => Verb::Date,
        "slug" => Verb::Slug,
        "fold" => Verb::Fold,
        "sort" => Verb::Sort(if matches.get_flag("names") { Order::Person } else { Order::Dictionary }),
        "tone" => Verb::Tone(if main_vowel { Style::MainVowel } else { Style::FirstVowel }),
        "refs" => Verb::References,
        "convert" => Verb::Convert(choice("from").and_then(Encoding::named)),
        _ if voice.format == Format::Json => Verb::SpellJson,
        _ => Verb::Spell,
    };
    let mut input = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut input) {
        let fault = Diagnostic::error("file-unreadable").with("file", "-").with("detail", error);
        voice.faults(&[fault]);
        return code::ERRORS;
    }
    let (done, bad) = crate::text::run(verb, &input);
    out(&done);
    for BadLine { line, message } in &bad {
        let word = Message::new("word-line").with("line", line).text(voice.lang);
        drop(writeln!(anstream::stderr(), "{word}: {}", message.text(voice.lang)));
    }
    if bad.is_empty() { code::DONE } else { code::ERRORS }
}
