//! Wards, communes and districts named in words against those of the records: *phường Cửa Bắc* for *phường Cửa Bạc*.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::fold::fold;
use crate::viet::seek::seek;

/// The units whose names are compared.
const UNITS: [&str; 10] =
    ["phường", "xã", "thị trấn", "đặc khu", "huyện", "quận", "thị xã", "thành phố", "tỉnh", "thôn"];

/// So many names that are nearly one are looked at.
pub(super) const MOST: usize = 64;

/// Checks the names of places in what is written by hand.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<String, Range<usize>> = BTreeMap::new();
    let mut told = Vec::new();
    for (value, by_hand) in proof.values() {
        for range in named(&proof.text, &value) {
            if by_hand {
                told.push(range);
            } else {
                known.entry(proof.text[range.clone()].to_owned()).or_insert(range);
            }
        }
    }
    let told_names: HashSet<&str> = told.iter().map(|range| &proof.text[range.clone()]).collect();
    let mut near: HashMap<String, Vec<&str>> = HashMap::new();
    for name in known.keys() {
        for key in keys(name) {
            near.entry(key).or_default().push(name);
        }
    }
    for range in &told {
        let name = &proof.text[range.clone()];
        // What a record has letter for letter is right.
        if known.contains_key(name) {
            continue;
        }
        let alike = keys(name).find_map(|key| {
            let others = near.get(&key)?.iter().take(MOST);
            let meant = |other: &&&str| {
                is_marked_otherwise(name, other) || (is_one_word_off(name, other) && !told_names.contains(**other))
            };
            others.into_iter().find(meant).copied()
        });
        let Some((right, at)) = alike.and_then(|right| Some((right, known.get(right)?))) else { continue };
        let Some((source, span)) = proof.place(at.clone()) else { continue };
        let place = source.line_of(span);
        let mut fault = proof.fault("prose-name", range.clone()).with("place", place);
        fault.message.id = "prose-name.place";
        faults.push(fault.hint(Message::new("prose-name.hint.place").with("right", right)));
    }
}

/// A name without marks, and with each of its words left out: what two names that are nearly one have in common.
pub(super) fn keys(name: &str) -> impl Iterator<Item = String> {
    let plain = fold(name);
    let words: Vec<String> = plain.split(' ').map(str::to_owned).collect();
    let without = move |out: usize| {
        let kept = words.iter().enumerate().map(|(at, word)| if at == out { "_" } else { word.as_str() });
        kept.collect::<Vec<_>>().join(" ")
    };
    let count = plain.split(' ').count();
    std::iter::once(plain).chain((0..count).map(without))
}

/// The units of a range with their names of two or three words.
fn named(text: &str, value: &Range<usize>) -> Vec<Range<usize>> {
    let words = &text[value.clone()];
    let mut found = Vec::new();
    for unit in UNITS {
        for (at, _) in seek(words, unit) {
            let behind = &words[at + unit.len()..];
            let free = !words[..at].ends_with(char::is_alphanumeric) && behind.starts_with(' ');
            // The words with a capital behind the unit, up to the first mark.
            let mut length = 0;
            let mut count = 0;
            for word in behind.strip_prefix(' ').unwrap_or_default().split(' ') {
                let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
                if !bare.starts_with(char::is_uppercase) || !bare.chars().all(char::is_alphabetic) {
                    break;
                }
                length += bare.len() + usize::from(count > 0);
                count += 1;
                if bare.len() < word.len() {
                    break;
                }
            }
            // One word alone may be any: *xã Hòa*; four are a name with something behind it.
            if free && (2..=3).contains(&count) {
                let start = value.start + at;
                found.push(start..start + unit.len() + 1 + length);
            }
        }
    }
    found
}

/// Two spellings of one name: *Bình Sợn, Bình Sơn*.
fn is_marked_otherwise(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

/// Whether two names of one unit are the same but for one word: *phường An Phú, phường An Phước*.
fn is_one_word_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let off: Vec<(&&str, &&str)> = one.iter().zip(&other).filter(|(a, b)| a != b).collect();
    one.len() == other.len()
        && one[0] == other[0]
        && matches!(off[..], [(a, b)] if a.chars().next() == b.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_places() {
        let text = "tại phường Hòa Bến, xã Bến Lộc tổ chức; UBND xã họp, thị xã";
        let found: Vec<&str> = named(text, &(0..text.len())).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["phường Hòa Bến", "xã Bến Lộc"]);
    }

    #[test]
    fn one_name_or_two() {
        assert!(is_marked_otherwise("phường Bình Sợn", "phường Bình Sơn"));
        assert!(is_one_word_off("phường An Phú", "phường An Phước") && !is_one_word_off("xã An Phú", "phường An Phú"));
        assert!(!is_one_word_off("phường An Phú", "phường An Lạc"));
    }
}
