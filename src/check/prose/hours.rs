//! Hours and parts of the day told by hand against the meeting's: *bế mạc lúc 11 giờ 45 phút*, *Phiên chất vấn tối cùng ngày*.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::dates::clock;
use crate::check::proof::Proof;
use crate::check::times::lower;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::meeting::{Meeting, PartOfDay};
use crate::record::value::Clock;
use crate::viet::clock as hours;

/// Words of beginning and of ending.
const OPENING: [&str; 6] = ["khai mạc", "bắt đầu", "mở màn", "diễn ra", "mở ra", "khởi hành"];
const CLOSING: [&str; 4] = ["bế mạc", "kết thúc", "khép lại", "bế giảng"];

/// How far from an hour, in letters, such a word may stand.
const NEAR: usize = 40;

/// Parts of the day with the hours that they may begin at.
const PARTS: [(&str, PartOfDay, Range<i8>); 4] = [
    ("sáng", PartOfDay::Morning, 0..12),
    ("trưa", PartOfDay::Noon, 10..14),
    ("chiều", PartOfDay::Afternoon, 11..19),
    ("tối", PartOfDay::Evening, 16..24),
];

/// Checks the hours in what is written by hand.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = story.meeting.as_ref().map(|meeting| &meeting.record) else { return };
    let starts = times(meeting.start.iter().chain(starts_of(meeting)));
    let ends = times(meeting.end.iter().chain(ends_of(meeting)));
    for (range, _) in proof.values().filter(|(_, by_hand)| *by_hand) {
        let text = &proof.lower()[range.clone()];
        for told in clock::find(text) {
            let known = match role(text, &told.range) {
                Some(Role::Start) => &starts,
                Some(Role::End) => &ends,
                None => continue,
            };
            let afternoon = ["chiều", "tối"].iter().any(|part| text[told.range.end..].trim_start().starts_with(part));
            let hour = if afternoon && told.hour < 12 { told.hour + 12 } else { told.hour };
            // 24 giờ is an hour of the text and none of the day.
            let Some(seen) = hours::Clock::new(hour, told.minute) else { continue };
            let Some(right) = known.first().filter(|_| !known.contains(&seen)) else { continue };
            let mut fault = proof.fault("prose-day", range.start + told.range.start..range.start + told.range.end);
            fault.message.id = "prose-day.hour";
            let right = right.news();
            faults.push(fault.with("right", &right).hint(Message::new("prose-day.hint.hour").with("right", right)));
        }
        sittings(meeting, proof, &range, faults);
    }
}

/// What an hour is told to be.
#[derive(Clone, Copy)]
enum Role {
    Start,
    End,
}

/// Whether something begins or ends at an hour: the nearest word of either in its sentence says it.
fn role(text: &str, at: &Range<usize>) -> Option<Role> {
    let head = &text[..at.start];
    let head = &head[head.rfind(['.', ';', '\n']).map_or(0, |stop| stop + 1)..];
    // *Đúng 13 giờ 30 phút, chủ tọa …* at the head of a sentence.
    if matches!(head.trim(), "đúng" | "từ" | "vào lúc" | "") && text[at.end..].starts_with(',') {
        return Some(Role::Start);
    }
    let tail = &text[at.end..];
    let tail = &tail[..tail.find(['.', ';', '\n']).unwrap_or(tail.len())];
    let words = OPENING.iter().map(|word| (word, Role::Start)).chain(CLOSING.iter().map(|word| (word, Role::End)));
    let near = |(word, role): (&&str, Role)| {
        let before = head.rfind(*word).map(|found| head[found + word.len()..].chars().count());
        let behind = tail.find(*word).map(|found| tail[..found].chars().count());
        let far = before.into_iter().chain(behind).min()?;
        (far <= NEAR).then_some((far, role))
    };
    words.filter_map(near).min_by_key(|(far, _)| *far).map(|(_, role)| role)
}

/// The times that were read without a fault.
fn times<'c>(clocks: impl Iterator<Item = &'c Clock>) -> BTreeSet<hours::Clock> {
    clocks.filter_map(|clock| clock.time).collect()
}

/// The hours at which anything of the meeting begins: a closing address may open its last sitting.
fn starts_of(meeting: &Meeting) -> impl Iterator<Item = &Clock> {
    let sessions = meeting.sessions.iter().filter_map(|session| session.start.as_ref());
    sessions.chain(meeting.agenda.iter().filter_map(|item| item.start.as_ref()))
}

/// The hours at which anything of it ends.
fn ends_of(meeting: &Meeting) -> impl Iterator<Item = &Clock> {
    let sessions = meeting.sessions.iter().filter_map(|session| session.end.as_ref());
    sessions.chain(meeting.agenda.iter().filter_map(|item| item.end.as_ref()))
}

/// *Phiên trù bị diễn ra sáng 21/4* of a sitting in the afternoon.
fn sittings(meeting: &Meeting, proof: &Proof, range: &Range<usize>, faults: &mut Vec<Diagnostic>) {
    let text = &proof.lower()[range.clone()];
    for session in &meeting.sessions {
        // Sittings are told by their names; what has none cannot be found in the words.
        let Some(name) = session.name.as_ref().map(|name| lower(name)) else { continue };
        let Some(at) = text.find(&name) else { continue };
        let behind = &text[at + name.len()..];
        let behind = &behind[..behind.find(['.', ';', '\n', ',']).unwrap_or(behind.len())];
        let word = |part: &str| {
            let found = behind.find(part)?;
            let free = !behind[..found].ends_with(char::is_alphanumeric)
                && !behind[found + part.len()..].starts_with(char::is_alphanumeric);
            (free && behind[..found].chars().count() <= NEAR).then_some(found)
        };
        let Some((found, (told, part, hours))) =
            PARTS.iter().filter_map(|row| Some((word(row.0)?, row))).min_by_key(|row| row.0)
        else {
            continue;
        };
        let start = session.start.as_ref().and_then(|start| start.time).and_then(|time| i8::try_from(time.hour()).ok());
        let fits = match (session.part_of_day, start) {
            (Some(own), _) => own == *part || own == PartOfDay::AllDay,
            (None, Some(hour)) => hours.contains(&hour),
            (None, None) => true,
        };
        if !fits {
            let at = range.start + at + name.len() + found;
            let mut fault = proof.fault("prose-day", at..at + told.len());
            fault.message.id = "prose-day.sitting";
            faults.push(
                fault.with("sitting", session.name.as_deref().unwrap_or_default()).hint_id("prose-day.hint.part"),
            );
        }
    }
}
