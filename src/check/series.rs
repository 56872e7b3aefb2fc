//! Editions of one series across the archive — *lần thứ*: a later year has a larger number, and no two have one.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::load::Records;
use crate::record::meeting::Meeting;
use crate::record::value::{Count, date};
use crate::source::Source;
use crate::viet::{fold, roman};

/// Two stories of one number within so many days tell one event.
const ONE_EVENT: i32 = 10;

/// Words of numbers behind *thứ*, without marks.
const NUMBERS: [&str; 14] =
    ["nhat", "mot", "hai", "ba", "tu", "bon", "lam", "sau", "bay", "tam", "chin", "muoi", "tram", "linh"];

/// One edition.
struct Edition<'a> {
    date: Date,
    ordinal: &'a Count,
    source: &'a Arc<Source>,
}

/// Checks the series of all meetings.
pub fn check(records: &Records, faults: &mut Vec<Diagnostic>) {
    let mut all: HashMap<String, Vec<Edition>> = HashMap::new();
    for sourced in records.stories.iter().filter_map(|story| story.meeting.as_ref()) {
        let ordinal = sourced.record.series.as_ref().and_then(|series| series.ordinal.as_ref());
        let date = sourced.record.date.date;
        if let Some(ordinal) = ordinal.filter(|ordinal| ordinal.number > 0 && date.year() > 0) {
            let edition = Edition { date, ordinal, source: &sourced.source };
            all.entry(key(&sourced.record)).or_default().push(edition);
        }
    }
    for mut editions in all.into_values().filter(|editions| editions.len() > 1) {
        editions.sort_by_key(|edition| (edition.date, edition.ordinal.number));
        compare(&editions, faults);
    }
}

/// Each edition against the one before; where a year has several, each year may begin anew.
fn compare(editions: &[Edition], faults: &mut Vec<Diagnostic>) {
    let one_event = |a: &Edition, b: &Edition| {
        let days = b.date.since(a.date).map_or(i32::MAX, |span| span.get_days());
        a.ordinal.number == b.ordinal.number && days <= ONE_EVENT
    };
    let yearly = editions
        .windows(2)
        .any(|two| two[0].date.year() == two[1].date.year() && two[0].ordinal.number != two[1].ordinal.number);
    for two in editions.windows(2) {
        let (before, this) = (&two[0], &two[1]);
        let compared = before.date.year() == this.date.year() || !yearly;
        if !compared || this.ordinal.number > before.ordinal.number || one_event(before, this) {
            continue;
        }
        let line = before.source.place(before.ordinal.span.start as usize).line;
        let fault = Diagnostic::warning("series-order")
            .with("ordinal", this.ordinal.number)
            .with("day", date::numeric(this.date))
            .with("before", before.ordinal.number)
            .with("held", date::numeric(before.date))
            .with("place", format!("{}:{line}", before.source.path));
        faults.push(fault.at(this.source, this.ordinal.span).hint_id("series-order.hint"));
    }
}

/// What the editions of a series share: the title without number and year, the scope, the term.
fn key(meeting: &Meeting) -> String {
    let folded = fold::fold(&meeting.title);
    let mut words: Vec<&str> = Vec::new();
    let mut counting = false;
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let number = NUMBERS.contains(&word)
            || word.bytes().all(|b| b.is_ascii_digit())
            || roman::value(&word.to_uppercase()).is_some();
        if counting && number {
            continue;
        }
        counting = word == "thu";
        let year = word == "nam" || (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
        if !year && !counting {
            words.push(word);
        }
    }
    let series = meeting.series.iter().flat_map(|series| [&series.scope, &series.term]);
    let more: Vec<String> = series.flatten().map(|text| fold::fold(text)).collect();
    format!("{}|{}", words.join(" "), more.join("|"))
}
