//! What must hold between the points in time of a text — *mốc thời gian*: the course of works and of papers, ages,
//! named days, terms, comparisons.

mod ages;
mod course;
mod moon;
mod named;
mod papers;
mod stamp;
mod terms;
mod years;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{self, Point};

/// A sentence with the points in time that it tells.
struct Sentence<'p> {
    range: Range<usize>,
    /// In small letters, byte for byte below the text.
    lower: String,
    points: &'p [Point],
}

/// Checks all relations between the points of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let points = date::points(&proof.text);
    let sentences = sentences(proof, &points);
    for sentence in &sentences {
        course::check(proof, sentence, faults);
        years::check(proof, sentence, faults);
    }
    papers::check(proof, &sentences, faults);
    ages::check(proof, &sentences, faults);
    named::check(proof, faults);
    moon::check(proof, faults);
    stamp::check(proof, &sentences, faults);
    terms::check(proof, faults);
}

/// The sentences of a text, those without any point too.
fn sentences<'p>(proof: &Proof, points: &'p [Point]) -> Vec<Sentence<'p>> {
    let mut rest = points;
    let mut found = Vec::new();
    for range in proof.all_sentences() {
        let skipped = rest.iter().take_while(|point| point.range.start < range.start).count();
        let own = rest[skipped..].iter().take_while(|point| point.range.start < range.end).count();
        let lower = lower(&proof.text[range.clone()]);
        found.push(Sentence { range: range.clone(), lower, points: &rest[skipped..skipped + own] });
        rest = &rest[skipped + own..];
    }
    found
}

/// Small letters, each as long as the letter it stands for.
pub fn lower(text: &str) -> String {
    let small = |c: char| c.to_lowercase().next().filter(|small| small.len_utf8() == c.len_utf8()).unwrap_or(c);
    text.chars().map(small).collect()
}

impl Sentence<'_> {
    /// The words between two places of the text, in small letters; both lie in the sentence.
    fn between(&self, range: Range<usize>) -> &str {
        let at = |place: usize| place.saturating_sub(self.range.start).min(self.lower.len());
        self.lower.get(at(range.start)..at(range.end)).unwrap_or_default()
    }

    /// The words before a place, in small letters.
    fn before(&self, place: usize) -> &str {
        self.between(self.range.start..place)
    }

    /// The words behind a place, in small letters.
    fn behind(&self, place: usize) -> &str {
        self.between(place..self.range.end)
    }
}

/// Whether one point is later than another, whatever parts of both are left open. A year that both leave out is one year,
/// unless the later half of a year meets the first half of the next.
fn is_later(one: &Point, other: &Point) -> bool {
    const HALF: u8 = 6;
    let wraps = match (one.months, other.months) {
        (Some(late), Some(early)) => late.0.saturating_sub(early.1) >= HALF,
        _ => true,
    };
    let comparable = match (one.year, other.year) {
        (Some(_), Some(_)) => true,
        (None, None) => !wraps,
        _ => false,
    };
    let days = one.first(2024).zip(other.last(2024));
    comparable && days.is_some_and(|(one, other)| one > other)
}

/// The whole of two places where they stand close together, else the later one alone.
fn both(text: &str, one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    const CLOSE: usize = 120;
    let (first, last) = if one.start < other.start { (one, other) } else { (other, one) };
    let near = text[first.start..last.end].chars().take(CLOSE + 1).count() <= CLOSE;
    if near { first.start..last.end } else { last.clone() }
}
