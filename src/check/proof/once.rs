//! What is read of a text once, when the first rule asks for it, and borrowed by all others.

use std::cell::OnceCell;
use std::ops::Range;

use super::{Proof, headline};
use crate::viet::date::{self, Mention, Partial, Point};
use crate::viet::letter::small;
use crate::viet::place;
use crate::viet::reference::{self, Reference};

/// All that rules share.
#[derive(Debug, Default)]
pub(super) struct Once {
    plain: OnceCell<String>,
    lower: OnceCell<String>,
    paragraphs: OnceCell<Vec<Range<usize>>>,
    sentences: OnceCell<Vec<Range<usize>>>,
    references: OnceCell<Vec<Reference>>,
    dates: OnceCell<Vec<Mention>>,
    days: OnceCell<Vec<Partial>>,
    points: OnceCell<Vec<Point>>,
    places: OnceCell<Vec<place::Mention>>,
}

impl Proof {
    /// The text with its headlines in capitals as sentences write them, byte for byte below it.
    pub fn plain(&self) -> &str {
        self.once.plain.get_or_init(|| headline::in_small_letters(&self.text))
    }

    /// The text in small letters, byte for byte below it: the one copy from which every rule borrows.
    pub fn lower(&self) -> &str {
        self.once.lower.get_or_init(|| self.text.chars().map(small).collect())
    }

    /// The document numbers of the text, in order.
    pub fn references(&self) -> &[Reference] {
        self.once.references.get_or_init(|| reference::find(&self.text))
    }

    /// The whole dates of the text, possible or not, in order.
    pub fn dates(&self) -> &[Mention] {
        self.once.dates.get_or_init(|| date::find(self.plain()))
    }

    /// The days of the text, of which month or year may be left out, in order.
    pub fn days(&self) -> &[Partial] {
        self.once.days.get_or_init(|| date::days(self.plain()))
    }

    /// The points in time that the text tells, in order.
    pub fn points(&self) -> &[Point] {
        self.once.points.get_or_init(|| date::points(self.plain()))
    }

    /// The provinces of the text, in order.
    pub fn places(&self) -> &[place::Mention] {
        self.once.places.get_or_init(|| place::find(&self.text))
    }

    /// The paragraphs with their places: what stands between empty lines.
    pub fn paragraphs(&self) -> &[Range<usize>] {
        self.once.paragraphs.get_or_init(|| paragraphs(&self.text))
    }

    /// The sentences of all paragraphs, in order: each goes up to a full stop or a line break.
    pub fn all_sentences(&self) -> &[Range<usize>] {
        let of = |paragraph: &Range<usize>| sentences(&self.text, paragraph.clone());
        self.once.sentences.get_or_init(|| self.paragraphs().iter().flat_map(of).collect())
    }

    /// The sentences that begin in a range: those of a paragraph, of a value, of several.
    pub fn sentences(&self, range: &Range<usize>) -> &[Range<usize>] {
        let all = self.all_sentences();
        let place = |at: usize| all.partition_point(|sentence| sentence.start < at);
        &all[place(range.start)..place(range.end)]
    }
}

fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            if start < at {
                found.push(start..at);
            }
            start = at + line.len();
        }
        at += line.len();
    }
    if start < at {
        found.push(start..at);
    }
    found
}

/// The sentences of a paragraph, with their places.
fn sentences(all: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let text = &all[range.clone()];
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in text.match_indices(['.', '!', '?', '\n']) {
        let after = at + 1;
        let stop = || text[after..].starts_with(char::is_whitespace) && !ends_in_short_form(&text[start..at]);
        if sign == "\n" || stop() {
            found.push(range.start + start..range.start + after);
            start = after;
        }
    }
    found.push(range.start + start..range.end);
    found.retain(|sentence| !all[sentence.clone()].trim().is_empty());
    found
}

/// `TP. Hồ Chí Minh`, `PGS.TS. Trần`: a full stop behind a short form ends no sentence; behind *ông Ba.* it does.
fn ends_in_short_form(before: &str) -> bool {
    const CURRENCIES: [&str; 4] = ["USD", "VND", "VNĐ", "EUR"];
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // *… đạt 24 tỷ USD. Trong đó*: a currency stands before no name.
    let capitals = word.chars().all(char::is_uppercase) && !word.is_empty() && !CURRENCIES.contains(&word);
    word.chars().count() <= 3 && (capitals || matches!(word, "Tp" | "Ths" | "ThS" | "Tx"))
}
