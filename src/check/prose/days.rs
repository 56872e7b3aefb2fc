//! The day and the part of the day that a lead names, against the meeting's own.

use std::ops::Range;

use jiff::civil::Date;

use crate::check::dates::clock;
use crate::check::proof::Proof;
use crate::check::schedule::last_day;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::meeting::Meeting;
use crate::record::value::date;
use crate::viet::date::{self as dates, Ymd};
use crate::viet::period;

/// Words that may stand before the day a lead begins with.
const OPENING: [&str; 25] = [
    "từ", "lúc", "đúng", "và", "đến", "sớm", "muộn", "sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "vào",
    "trong", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật",
];

/// Checks the lead written by hand, or the head of the news body, of a story with a meeting.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    for line in leads(story, proof) {
        faults.extend(other_day(&meeting.record, proof, &line));
        faults.extend(other_part(&meeting.record, proof, &line));
    }
}

/// The first lines of the lead written by hand and of the news body.
pub fn leads(story: &StoryRecords, proof: &Proof) -> Vec<Range<usize>> {
    let article = story.meeting.as_ref().and_then(|meeting| Some((meeting, meeting.record.common.article.as_ref()?)));
    let lead = article.and_then(|(meeting, article)| Some((&meeting.source, article.lead.as_ref()?)));
    let body = story.news.as_ref().map(|news| (&news.source, &news.record.body));
    let found = lead.into_iter().chain(body).filter_map(|(source, prose)| {
        let range = proof.range_of(source, prose.span)?;
        let line = proof.text[range.clone()].lines().next().unwrap_or_default();
        Some(range.start..range.start + line.len())
    });
    found.collect()
}

/// "Chiều ngày 11/10/2024, tại …" of a meeting on the 10th.
fn other_day(meeting: &Meeting, proof: &Proof, line: &Range<usize>) -> Option<Diagnostic> {
    let text = &proof.text[line.clone()];
    let mention = dates::find(text).into_iter().next()?;
    let before = text[..mention.range.start].to_lowercase();
    let hours = without_hours(&before);
    let words = hours.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = |word: &str| word.parse::<u8>().ok();
    if !words.clone().all(|word| OPENING.contains(&word) || number(word).is_some()) {
        return None;
    }
    let (first, last) = (meeting.date.date, last_day(meeting)?);
    let day = mention.day.ok()?;
    let (from, to) = (date::ymd(first)?, date::ymd(last)?);
    // *Trong hai ngày 26 và 27/5/2026*: the first of two days, of the same month.
    let other = words.filter_map(number).next_back().and_then(|other| Ymd::new(day.year(), day.month(), other).ok());
    let held_on = |day: Ymd| from <= day && day <= to;
    if held_on(day) && other.is_none_or(held_on) {
        return None;
    }
    let start = if other.is_some() { before.find(|c: char| c.is_ascii_digit())? } else { mention.range.start };
    let fault = proof.fault("prose-day", line.start + start..line.start + mention.range.end);
    Some(fault.hint(Message::new("prose-day.hint").with("held", held(first, last, (from, to)))))
}

/// *Từ 7 giờ 30 phút sáng*: the hours before a day are no days.
fn without_hours(text: &str) -> String {
    clock::find(text).iter().rev().fold(text.to_owned(), |mut rest, hour| {
        rest.replace_range(hour.range.clone(), "");
        rest
    })
}

/// The days of a meeting as they are told in the mend.
fn held(first: Date, last: Date, days: (Ymd, Ymd)) -> String {
    if first == last { date::numeric(first) } else { period::range(days.0, days.1, Default::default()) }
}

/// "Sáng ngày …" of a meeting that begins at 14:00.
fn other_part(meeting: &Meeting, proof: &Proof, line: &Range<usize>) -> Option<Diagnostic> {
    let start = meeting.start.as_ref().and_then(|start| start.time)?;
    if meeting.end_date.is_some() {
        return None;
    }
    let sittings = meeting.sessions.iter().filter_map(|session| session.start.as_ref()?.time);
    let starts: Vec<_> = sittings.chain([start]).collect();
    let text = &proof.text[line.clone()];
    let word = text.split_whitespace().next()?;
    let rest = text[word.len()..].trim_start();
    let rest = ["sớm ", "muộn "].iter().find_map(|nuance| rest.strip_prefix(nuance)).unwrap_or(rest);
    if !rest.starts_with("ngày") && !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let wrong = |hour: u8| match word {
        "Sáng" => hour >= 13,
        "Chiều" => hour < 11,
        "Tối" => hour < 16,
        _ => false,
    };
    let wrong = starts.iter().all(|start| wrong(start.hour()));
    let fault = || {
        let mut fault = proof.fault("prose-day", line.start..line.start + word.len());
        fault.message.id = "prose-day.part";
        fault.with("start", start.news()).hint_id("prose-day.hint.part")
    };
    wrong.then(fault)
}
