//! The day and the part of the day that a lead names, against the meeting's own.

use std::ops::Range;

use jiff::civil::Date;

use crate::check::proof::Proof;
use crate::check::schedule::last_day;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::meeting::Meeting;
use crate::record::value::date;
use crate::viet::date::{self as dates, Ymd};
use crate::viet::period;

/// Words that may stand before the day a lead begins with.
const OPENING: [&str; 18] = [
    "sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "vào", "trong", "thứ", "hai", "ba", "tư", "năm", "sáu",
    "bảy", "chủ", "nhật",
];

/// Checks the lead written by hand, or the head of the news body, of a story with a meeting.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let own = meeting.record.common.article.as_ref().and_then(|article| article.lead.as_ref());
    let lead = own.map(|lead| (&meeting.source, lead));
    let body = story.news.as_ref().map(|news| (&news.source, &news.record.body));
    for (source, prose) in lead.into_iter().chain(body) {
        let Some(range) = proof.range_of(source, prose.span) else { continue };
        let line = proof.text[range.clone()].lines().next().unwrap_or_default();
        let line = range.start..range.start + line.len();
        faults.extend(other_day(&meeting.record, proof, &line));
        faults.extend(other_part(&meeting.record, proof, &line));
    }
}

/// "Chiều ngày 11/10/2024, tại …" of a meeting on the 10th.
fn other_day(meeting: &Meeting, proof: &Proof, line: &Range<usize>) -> Option<Diagnostic> {
    let text = &proof.text[line.clone()];
    let mention = dates::find(text).into_iter().next()?;
    let before = text[..mention.range.start].to_lowercase();
    let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    if !words.all(|word| OPENING.contains(&word)) {
        return None;
    }
    let (first, last) = (meeting.date.date, last_day(meeting)?);
    let day = mention.day.ok()?;
    let (from, to) = (date::ymd(first)?, date::ymd(last)?);
    if from <= day && day <= to {
        return None;
    }
    let fault = proof.fault("prose-day", line.start + mention.range.start..line.start + mention.range.end);
    Some(fault.hint(Message::new("prose-day.hint").with("held", held(first, last, (from, to)))))
}

/// The days of a meeting as they are told in the mend.
fn held(first: Date, last: Date, days: (Ymd, Ymd)) -> String {
    if first == last { date::numeric(first) } else { period::range(days.0, days.1, Default::default()) }
}

/// "Sáng ngày …" of a meeting that begins at 14:00.
fn other_part(meeting: &Meeting, proof: &Proof, line: &Range<usize>) -> Option<Diagnostic> {
    let start = meeting.start.as_ref().and_then(|start| start.time)?;
    if meeting.end_date.is_some() || !meeting.sessions.is_empty() {
        return None;
    }
    let text = &proof.text[line.clone()];
    let word = text.split_whitespace().next()?;
    let rest = text[word.len()..].trim_start();
    if !rest.starts_with("ngày") && !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let wrong = match word {
        "Sáng" => start.hour() >= 13,
        "Chiều" => start.hour() < 11,
        "Tối" => start.hour() < 16,
        _ => false,
    };
    let fault = || {
        let mut fault = proof.fault("prose-day", line.start..line.start + word.len());
        fault.message.id = "prose-day.part";
        fault.with("start", start.news()).hint_id("prose-day.hint.part")
    };
    wrong.then(fault)
}
