//! Which words are names of persons, for conversions that must leave them as their bearers write them.

use std::ops::Range;

use super::{Style, judge};
use crate::viet::unicode::nfc;

/// Syllables of personal names on which the styles differ; all others are never names (`Ủy`, `Tòa`, `Khóa`).
const NAME_SYLLABLES: [&str; 6] = ["hòa", "thúy", "thùy", "thủy", "thụy", "túy"];

/// Places of which one of these syllables is a part; they follow the text's style. Small letters, tones on the first
/// vowel: *Lệ Thủy* is a district, *Lê Thùy* begins a name.
const PLACES: [&str; 13] = [
    "khánh hòa",
    "hòa bình",
    "biên hòa",
    "tuy hòa",
    "hòa lạc",
    "hiệp hòa",
    "đức hòa",
    "hòa vang",
    "ninh hòa",
    "thủy nguyên",
    "lệ thủy",
    "hương thủy",
    "thái thụy",
];

/// Surnames before a name in capitals throughout, which else is a heading (*HÒA GIẢI*).
const SURNAMES: [&str; 18] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
    "lý", "thị", "văn",
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
    let small = |word: &str| nfc(word).to_lowercase();
    let is_place = |pair: String| PLACES.contains(&pair.as_str());
    if before.is_some_and(|b| is_place(format!("{} {in_first}", small(b))))
        || after.is_some_and(|a| is_place(format!("{in_first} {}", small(a))))
        || before.is_some_and(|b| PLACE_NOUNS.contains(&small(b).as_str()))
    {
        return false;
    }
    if word.chars().filter(|c| c.is_uppercase()).count() > 1 {
        return before.is_some_and(|b| SURNAMES.contains(&small(b).as_str()));
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
