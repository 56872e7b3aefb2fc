//! A text as words with their case, for comparing capitals.

use std::borrow::Cow;
use std::ops::Range;

use crate::viet::letter::{is_letter, lower, lowered};
use crate::viet::tone::{self, Names, Style, restyle_names};
use crate::viet::unicode::nfc;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Small,
    Capital,
    All,
    Mixed,
}

/// A word of the text.
pub(super) struct Word<'t> {
    pub(super) range: Range<usize>,
    /// Small letters, NFC, tone on the main vowel.
    pub(super) plain: Cow<'t, str>,
    pub(super) case: Case,
    /// It begins a sentence, a line, a quotation or an item of a list.
    pub(super) starts: bool,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut end = 0;
    tone::words(text)
        .map(|range| {
            let gap = &text[end..range.start];
            end = range.end;
            let abbreviation = gap.starts_with('.') && is_abbreviated(&text[..end - range.len() - gap.len()]);
            let starts = || {
                gap.contains(['?', '!', '\n', '“', '…'])
                    || is_item(&text[..range.start - gap.len()], gap)
                    || (stops(gap) && !abbreviation)
            };
            let starts = range.start == gap.len() || (gap != " " && starts());
            let word = &text[range.clone()];
            Word { plain: plain(word), case: case(word), starts, range }
        })
        .collect()
}

/// Whether a full stop lies between two words; that within a number is none: *Quảng Trị 8.418, Đà Nẵng 37*.
fn stops(gap: &str) -> bool {
    let digit = |text: &str, last: bool| {
        let near = if last { text.chars().next_back() } else { text.chars().next() };
        near.is_some_and(|c| c.is_ascii_digit())
    };
    gap.match_indices('.').any(|(at, _)| !digit(&gap[..at], true) || !digit(&gap[at + 1..], false))
}

/// `a) Năm 2018`, `2) Ngày 5/6`: what follows the letter of an item begins it.
fn is_item(head: &str, gap: &str) -> bool {
    if !gap.starts_with(')') {
        return false;
    }
    // A longer line is no item's letter, however long it is.
    let near = head.char_indices().rev().take(16).last().map_or(0, |(at, _)| at);
    let line = head[near..].rsplit('\n').next().unwrap_or_default();
    let whole = near == 0 || line.len() < head.len() - near;
    let line = line.trim_start_matches(['-', '+', ' ']);
    whole && line.chars().count() <= 3 && !line.contains(' ')
}

/// Whether the text ends in an abbreviation of a title or unit, whose full stop ends no sentence.
fn is_abbreviated(head: &str) -> bool {
    let last = head.rsplit(|c: char| !is_letter(c)).next().unwrap_or_default();
    matches!(last, "TP" | "Tp" | "TX" | "TT" | "ThS" | "TS" | "PGS" | "GS" | "Q" | "P" | "BS" | "KS" | "đ")
}

/// The form under which words are compared.
pub(super) fn plain(word: &str) -> Cow<'_, str> {
    let small = match nfc(word) {
        Cow::Borrowed(word) => lowered(word),
        Cow::Owned(word) => Cow::Owned(lower(&word)),
    };
    if tone::may_differ(&small) { Cow::Owned(restyle_names(&small, Style::MainVowel, Names::Change)) } else { small }
}

/// The case of a word; one letter alone counts as a capital word.
pub(super) fn case(word: &str) -> Case {
    let word = nfc(word);
    let mut letters = word.chars().map(char::is_uppercase);
    let head = letters.next().unwrap_or(false);
    let (rest, capitals) = letters.fold((0, 0), |(all, capitals), capital| (all + 1, capitals + usize::from(capital)));
    match (head, capitals) {
        (false, 0) => Case::Small,
        (true, 0) => Case::Capital,
        (true, count) if count == rest => Case::All,
        _ => Case::Mixed,
    }
}

/// The word with a capital at its head, or without.
pub(super) fn with_head(word: &str, case: Case) -> String {
    let word = nfc(word);
    let mut letters = word.chars();
    let head = letters.next();
    let head = head.into_iter().flat_map(|head| match case {
        Case::Small => head.to_lowercase().collect::<Vec<_>>(),
        _ => head.to_uppercase().collect(),
    });
    head.chain(letters).collect()
}
