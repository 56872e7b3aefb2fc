//! Numbers of documents in words against those the record cites: one digit off, another year, another code, another day.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::citations::citations;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::value::date;
use crate::viet::date as days;
use crate::viet::reference::{self, Reference};

/// A document that the record cites.
struct Cited {
    reference: Reference,
    canonical: String,
    date: Option<Date>,
    line: String,
}

/// Checks the document numbers of a story's words.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let cited: Vec<Cited> = citations(story)
        .into_iter()
        .filter_map(|(source, citation)| {
            let reference = reference::find(&citation.number).into_iter().next()?;
            Some(Cited {
                canonical: reference.canonical(),
                reference,
                date: citation
                    .date
                    .map(|day| day.date)
                    .filter(|date| date.year() > 0)
                    .or_else(|| day_in(&citation.number)),
                line: source.line_of(citation.number.span),
            })
        })
        .collect();
    let cited: Vec<Cited> = cited.into_iter().chain(own(story)).collect();
    if cited.is_empty() {
        return;
    }
    let numbers: BTreeSet<String> =
        proof.references().iter().filter(|one| proof.is_by_hand(one.range.start)).map(Reference::canonical).collect();
    for told in proof.references() {
        let day = proof.day_behind(told).and_then(|day| day.iso().parse().ok());
        let canonical = told.canonical();
        let mut same = cited.iter().filter(|one| one.canonical == canonical).peekable();
        if same.peek().is_some() {
            // One document cited twice with two days is told by its own rule.
            let days: Vec<(Date, &Cited)> = same.filter_map(|one| Some((one.date?, one))).collect();
            if let (Some(day), Some((right, one))) = (day, days.first())
                && !days.iter().any(|(right, _)| *right == day)
            {
                let mut fault = proof.fault("prose-reference", told.range.clone()).with("place", &one.line);
                fault.message.id = "prose-reference.day";
                let fault = fault.with("day", date::numeric(day));
                let right = date::numeric(*right);
                faults.push(fault.hint(Message::new("prose-reference.hint.day").with("right", right)));
            }
        } else if let Some(one) = cited.iter().find(|one| {
            // A number that the words tell nowhere is the likelier to be meant.
            is_slip(told, day, one) || (!numbers.contains(&one.canonical) && day.is_none() && is_swapped(told, one))
        }) {
            let fault = proof.fault("prose-reference", told.range.clone()).with("place", &one.line);
            let hint = Message::new("prose-reference.hint").with("right", &one.canonical);
            faults.push(fault.with("right", &one.canonical).hint(hint));
        }
    }
}

/// The numbers of the reports that were heard and of the resolutions that were passed.
fn own(story: &StoryRecords) -> impl Iterator<Item = Cited> + '_ {
    let numbers = story.meeting.iter().flat_map(|meeting| {
        let reports = meeting.record.reports.iter().filter_map(|report| report.number.as_ref());
        let passed = meeting.record.resolutions.iter().filter_map(|resolution| resolution.number.as_ref());
        reports.chain(passed).map(|number| (&meeting.source, number))
    });
    numbers.filter_map(|(source, number)| {
        let reference = reference::find(number).into_iter().next()?;
        let line = source.line_of(number.span);
        Some(Cited { canonical: reference.canonical(), reference, date: None, line })
    })
}

/// The day of a citation written as one line: *Chỉ thị số 08/CT-UBND ngày 22/01/2026 …*.
fn day_in(line: &str) -> Option<Date> {
    let behind = &line[line.find(" ngày ")?..];
    days::find(behind).into_iter().next()?.day.ok()?.iso().parse().ok()
}

/// *Báo cáo số 39/BC-UBND* for 93/BC-UBND.
fn is_swapped(told: &Reference, one: &Cited) -> bool {
    let cited = &one.reference;
    let same = told.kind_code() == cited.kind_code() && told.issuer == cited.issuer && told.year == cited.year;
    let swapped = told.number.len() == 2 && told.number.chars().rev().eq(cited.number.chars());
    same && swapped && told.number != cited.number
}

/// Whether a number that nobody cites is one that is cited, mistyped.
fn is_slip(told: &Reference, day: Option<Date>, one: &Cited) -> bool {
    let cited = &one.reference;
    let (same_kind, same_issuer) = (told.kind_code() == cited.kind_code(), told.issuer == cited.issuer);
    let same_day = day.is_some() && day == one.date;
    let long = cited.number.len() >= 2;
    if told.number == cited.number {
        let other_year =
            same_kind && same_issuer && told.year.is_some() && cited.year.is_some() && told.year != cited.year;
        let other_code = same_kind != same_issuer && told.year == cited.year && (told.year.is_some() || same_day);
        // Another year with its own day is another document.
        return long && ((other_year && (day.is_none() || same_day)) || other_code);
    }
    let (one, two) = (told.number.as_bytes(), cited.number.as_bytes());
    if !same_kind || !same_issuer || told.year != cited.year || one.len() != two.len() {
        return false;
    }
    let off: Vec<usize> = (0..one.len()).filter(|at| one[*at] != two[*at]).collect();
    let swapped = matches!(off[..], [a, b] if b == a + 1 && one[a] == two[b] && one[b] == two[a]);
    // Neighbours in number may well be of one day.
    let one_digit = off.len() == 1 && off[0] + 1 < one.len();
    (swapped && one.len() >= 3 && day.is_none()) || ((swapped || one_digit) && same_day)
}
