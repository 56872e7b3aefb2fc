//! A day written by hand that no record knows, where the records have another one for the same matter that is told nowhere.

use std::collections::BTreeSet;
use std::ops::Range;

use super::facts::{around, words_of};
use super::shared::Shared;
use super::words::{Slot, Texts, Word};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::conclusions::Conclusions;
use crate::record::value::{Day, Due, DueKind};
use crate::source::Source;

/// Words shared with a day of the records that leave no doubt which one is meant.
const SURE: usize = 2;

/// A day with the telling words around it; `17/3/2026` or `17/3`.
struct Told {
    day: String,
    words: BTreeSet<String>,
    range: Range<usize>,
}

/// A day of the records.
struct Known {
    day: String,
    words: BTreeSet<String>,
    shown: String,
    place: String,
}

/// Compares the days of what is written by hand with those of the records.
pub fn check(story: &StoryRecords, texts: &Texts, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut told = Vec::new();
    let mut known = Vec::new();
    let all = texts.by_hand.iter().map(|text| (text, true)).chain(texts.records.iter().map(|text| (text, false)));
    for (text, by_hand) in all {
        let found = days(text).map(|at| Told {
            day: text[at].key.clone(),
            words: around(text, at),
            range: text[at].range.clone(),
        });
        if by_hand {
            told.extend(found);
        } else {
            known.extend(found.filter_map(|one| {
                let (source, span) = proof.place(one.range.clone())?;
                let shown = proof.text[one.range].to_owned();
                Some(Known { day: one.day, words: one.words, shown, place: source.line_of(span) })
            }));
        }
    }
    if told.is_empty() {
        return;
    }
    if let Some(conclusions) = &story.conclusions {
        of_conclusions(&conclusions.record, &conclusions.source, &mut known);
    }
    let held: Vec<String> = own_days(story).collect();
    let told_days = Days::of(told.iter().map(|one| one.day.as_str()));
    let known_days = Days::of(known.iter().map(|one| one.day.as_str()).chain(held.iter().map(String::as_str)));
    let open: Vec<&Known> = known.iter().filter(|one| !told_days.hold(&one.day)).collect();
    let shared = Shared::of(open.iter().map(|one| &one.words));
    for one in told.iter().filter(|one| !known_days.hold(&one.day)) {
        let meant = shared.with(one.words.iter()).into_iter();
        let meant = meant.filter(|(at, shared)| *shared >= SURE && is_near(&one.day, &open[*at].day));
        let Some((at, _)) = meant.max_by_key(|(_, shared)| *shared) else { continue };
        let right = open[at];
        let fault =
            proof.fault("prose-fact", one.range.clone()).with("right", &right.shown).with("place", &right.place);
        faults.push(fault.hint(Message::new("prose-fact.hint").with("right", &right.shown)));
    }
}

/// Days, some of them without their year.
struct Days<'d> {
    written: BTreeSet<&'d str>,
    /// All of them without their years.
    short: BTreeSet<&'d str>,
}

impl<'d> Days<'d> {
    fn of(days: impl Iterator<Item = &'d str>) -> Days<'d> {
        let written: BTreeSet<&str> = days.collect();
        Days { short: written.iter().map(|day| short(day)).collect(), written }
    }

    /// Whether a day is one of them; a year that is left out may be any.
    fn hold(&self, day: &str) -> bool {
        let bare = short(day);
        self.written.contains(day) || self.written.contains(bare) || (bare == day && self.short.contains(day))
    }
}

/// A day without its year: `17/3`.
fn short(day: &str) -> &str {
    day.match_indices('/').nth(1).map_or(day, |(at, _)| &day[..at])
}

/// The days of a text; those behind the number of a document are its own.
fn days(text: &[Word]) -> impl Iterator<Item = usize> {
    let day = |at: &usize| {
        if text[*at].slot != Some(Slot::Day) {
            return false;
        }
        let parts: Vec<u16> = text[*at].key.split('/').filter_map(|part| part.parse().ok()).collect();
        let real = match parts[..] {
            [day, month] => (1..=31).contains(&day) && (1..=12).contains(&month),
            [day, month, year] => (1..=31).contains(&day) && (1..=12).contains(&month) && year > 1900,
            _ => false,
        };
        // *số 08/CT-UBND ngày 22/01/2026*
        let before = &text[at.saturating_sub(3)..*at];
        let cited = before.iter().any(|word| word.key.contains('/') && word.slot.is_none() || word.key.contains("-kl"));
        real && !cited
    };
    (0..text.len()).filter(day)
}

/// Whether one day may be the other mistyped: of one year, and the same day or the same month.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split('/').collect(), other.split('/').collect());
    let same_year = one.get(2).is_none_or(|year| other.get(2).is_none_or(|other| year == other));
    same_year && (one[0] == other[0] || one.get(1) == other.get(1))
}

/// The deadlines of the tasks and the milestones.
fn of_conclusions(conclusions: &Conclusions, source: &Source, known: &mut Vec<Known>) {
    // Months, quarters and words are no days to be compared.
    let of = |what: &str, due: &Due| {
        let last = due.last.filter(|_| due.kind == DueKind::Day)?;
        let day = format!("{}/{}/{}", last.day(), last.month(), last.year());
        Some(Known { day, words: words_of([what]), shown: due.text.clone(), place: source.line_of(due.span) })
    };
    known.extend(conclusions.tasks().filter_map(|task| of(&task.what, task.due.as_ref()?)));
    known.extend(conclusions.milestones.iter().filter_map(|milestone| of(&milestone.what, &milestone.due)));
}

/// The days of the story itself.
fn own_days(story: &StoryRecords) -> impl Iterator<Item = String> {
    let mut days: Vec<Day> = Vec::new();
    if let Some(meeting) = story.meeting.as_ref().map(|meeting| &meeting.record) {
        days.push(meeting.date);
        days.extend(meeting.end_date);
        days.extend(meeting.sessions.iter().filter_map(|session| session.date));
        days.extend(meeting.agenda.iter().filter_map(|item| item.date));
    }
    days.extend(story.news.iter().map(|news| news.record.date));
    days.extend(story.budget.iter().filter_map(|budget| budget.record.as_of));
    days.into_iter().map(|day| format!("{}/{}/{}", day.date.day(), day.date.month(), day.date.year()))
}
