//! Which words are names of persons, for conversions that must leave them as their bearers write them.

use std::ops::Range;

use super::{Style, judge};
use crate::viet::fold::fold;
use crate::viet::unicode::nfc;

/// Syllables of personal names on which the styles differ; all others are never names (`Ủy`, `Tòa`, `Khóa`).
const NAME_SYLLABLES: [&str; 8] = ["hòa", "thúy", "thùy", "thủy", "thụy", "túy", "hóa", "húy"];

/// Places of which one of these syllables is a part; they follow the text's style.
const PLACES: [&str; 14] = [
    "khanh hoa",
    "thanh hoa",
    "hoa binh",
    "bien hoa",
    "tuy hoa",
    "hoa lac",
    "hiep hoa",
    "duc hoa",
    "thuy nguyen",
    "le thuy",
    "huong thuy",
    "hoa vang",
    "ninh hoa",
    "thai thuy",
];

/// Words before the name of a place.
const PLACE_NOUNS: [&str; 12] =
    ["tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "thôn", "sông", "hồ", "cầu", "đảo"];

/// Whether a word is likely part of a personal name: a capitalised name syllable that neither begins a
/// sentence before a small letter nor belongs to a place.
pub(super) fn is_personal(text: &str, range: &Range<usize>) -> bool {
    let word = &text[range.clone()];
    let lower = nfc(word).to_lowercase();
    let in_first = judge(&lower).map_or(lower.clone(), |(style, other)| match style {
        Style::FirstVowel => lower.clone(),
        Style::MainVowel => other,
    });
    if !word.chars().next().is_some_and(char::is_uppercase) || !NAME_SYLLABLES.contains(&in_first.as_str()) {
        return false;
    }
    let before = neighbour_before(text, range.start);
    let after = neighbour_after(text, range.end);
    let folded = fold(word);
    let is_place = |pair: String| PLACES.contains(&pair.as_str());
    if before.is_some_and(|b| is_place(format!("{} {folded}", fold(b))))
        || after.is_some_and(|a| is_place(format!("{folded} {}", fold(a))))
        || before.is_some_and(|b| PLACE_NOUNS.contains(&b.to_lowercase().as_str()))
    {
        return false;
    }
    let capital = |word: Option<&str>| word.and_then(|w| w.chars().next()).is_some_and(char::is_uppercase);
    capital(before) || capital(after) || before.is_some()
}

/// The word before, when only one space lies between.
fn neighbour_before(text: &str, start: usize) -> Option<&str> {
    let head = text[..start].strip_suffix([' ', '\u{a0}'])?;
    let from = head
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + head[at..].chars().next().map_or(0, char::len_utf8));
    (from < head.len()).then(|| &head[from..])
}

/// The word after, when only one space lies between.
fn neighbour_after(text: &str, end: usize) -> Option<&str> {
    let tail = text[end..].strip_prefix([' ', '\u{a0}'])?;
    let to = tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len());
    (to > 0).then(|| &tail[..to])
}
