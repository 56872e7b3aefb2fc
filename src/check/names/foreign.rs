//! Names of other tongues — *Nakagawa … Nagakawa, Santo Domingo … Santo Dominigo*: one that stands once, and nearly as another.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::letter::{is_letter, is_word};
use crate::viet::name::is_syllable;

/// The shortest such name.
const SHORT: usize = 6;

/// Texts with more of them are lists.
const MANY: usize = 150;

/// Flags the name that stands once; of two, the later one.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut names: BTreeMap<&str, Vec<(Range<usize>, usize)>> = BTreeMap::new();
    for (sentence, range) in proof.all_sentences().iter().enumerate() {
        for word in text[range.clone()].split(|c: char| !is_word(c)) {
            let plain = word.len() >= SHORT && word.bytes().all(|byte| byte.is_ascii_alphabetic());
            let name = plain && word.starts_with(char::is_uppercase) && word[1..].chars().all(char::is_lowercase);
            if name && !is_syllable(word) {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                names.entry(word).or_default().push((start..start + word.len(), sentence));
            }
        }
    }
    names_of_two(proof, &mut names);
    if names.len() > MANY {
        return;
    }
    let mut slips: Vec<(Range<usize>, &str)> = Vec::new();
    for (name, places) in &names {
        let [(range, sentence)] = &places[..] else { continue };
        let model = names.iter().find(|(other, told)| {
            // A name of two words is a slip only among one told again and again.
            let earlier = told.len() > 1 || !name.contains(' ') && told[0].0.start < range.start;
            earlier && told.iter().all(|(_, place)| place != sentence) && is_slip(name, other)
        });
        slips.extend(model.map(|(other, _)| (range.clone(), *other)));
    }
    slips.sort_by_key(|(range, _)| range.start);
    for (range, model) in slips {
        faults.push(proof.fault("name-two-ways", range).hint(Message::new("name-two-ways.hint").with("model", model)));
    }
}

/// *Krông Pắc*: a word that is no syllable, and a short one behind it, which may be spelt with marks.
fn names_of_two<'p>(proof: &'p Proof, names: &mut BTreeMap<&'p str, Vec<(Range<usize>, usize)>>) {
    let text = &proof.text;
    for (sentence, range) in proof.all_sentences().iter().enumerate() {
        let words: Vec<&str> = text[range.clone()].split([' ', '\u{a0}', '\n']).collect();
        for pair in words.windows(2) {
            let bare = |word: &'p str| word.trim_matches(|c: char| !is_letter(c));
            let (one, other) = (pair[0], bare(pair[1]));
            let capital = |word: &str| word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase);
            let whole = one.chars().all(is_letter) && pair[1].starts_with(other) && other.chars().count() > 2;
            if whole && one.len() > 2 && capital(one) && !is_syllable(one) && capital(other) {
                let start = one.as_ptr() as usize - text.as_ptr() as usize;
                let end = other.as_ptr() as usize - text.as_ptr() as usize + other.len();
                names.entry(&text[start..end]).or_default().push((start..end, sentence));
            }
        }
    }
}

/// Whether two names part in a letter inside, or have two letters changed about. *Airline, Airlines* part at their end.
fn is_slip(one: &str, other: &str) -> bool {
    if let (Some((a, one)), Some((b, other))) = (one.split_once(' '), other.split_once(' ')) {
        // One letter other, at the end too: *Krông Pắc, Krông Pắk*.
        let (x, y): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        return a == b && x.len() == y.len() && x[0] == y[0] && x.iter().zip(&y).filter(|(x, y)| x != y).count() == 1;
    }
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let long = one.len().max(other.len());
    if one.len() != other.len() {
        return long - one.len().min(other.len()) == 1 && head + tail + 1 >= long && tail > 0 && head > 0;
    }
    let off: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    match off[..] {
        [at] => at > 0 && at + 1 < one.len(),
        [a, b] => one[a] == other[b] && one[b] == other[a] && a > 0,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_other_tongues() {
        for (text, told) in [
            ("Ông Nakamura Kento ký. Ông Namakura Kento cảm ơn.", Some("Namakura")),
            ("Ông Nakamura Kento ký. Ông Nakamura Kento cảm ơn.", None),
            ("Đến Montevideo. Ở Montevidio có mưa.", Some("Montevidio")),
            ("Hãng Airlink bay. Hãng Airlinks bay.", None),
            ("Huyện Krông Bút họp. Xã của Krông Bút họp. Nay Krông Búk họp.", Some("Krông Búk")),
            ("Ông Karlsen và ông Karlson ký.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
