//! Words typed in Telex without the input method: *thucwj hieenj* for *thực hiện*. A key that changes a letter stands
//! anywhere behind it, the key of the tone anywhere behind the vowel.

use crate::viet::spell::Reading;
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::token::Shape;
use crate::viet::syllable::{Syllable, Tone, is_vowel, split_tone};
use crate::viet::tone::Style;

/// The keys of the tones.
const TONES: [(char, Tone); 5] =
    [('s', Tone::Rising), ('f', Tone::Falling), ('r', Tone::Dipping), ('x', Tone::Creaky), ('j', Tone::Heavy)];

/// So many words at most are typed in keys one behind another; more are a phrase of another language.
const ROW: usize = 4;

/// What a word would have become: `truowngf`, `hieejn` → *trường, hiện*.
pub(super) fn telex(word: &str) -> Option<Syllable> {
    let (plain, borne) = split_tone(word)?;
    let key = plain.char_indices().skip(1).filter_map(|(at, letter)| {
        TONES.iter().find(|(key, _)| *key == letter && plain[..at].contains(is_vowel)).map(|(_, tone)| (at, *tone))
    });
    let (stem, tone) = match key.last() {
        Some((at, tone)) => (format!("{}{}", &plain[..at], &plain[at + 1..]), tone),
        // *khjoong*: no Vietnamese word has these letters, so one before the vowel was hit by mistake.
        None => (plain.replace(['j', 'f', 'z'], ""), borne),
    };
    if !stem.contains(is_vowel) {
        return None;
    }
    let typed = press(&stem);
    Syllable::join(&typed, tone).filter(|_| typed != plain || tone != borne)
}

/// The letters under the keys that change them.
fn press(stem: &str) -> String {
    let mut typed = String::with_capacity(stem.len() + 4);
    for key in stem.chars() {
        let changed = match key {
            'a' => change(&typed, &[("a", "â")]),
            'e' => change(&typed, &[("e", "ê")]),
            'o' => change(&typed, &[("o", "ô")]),
            'd' => typed.strip_prefix('d').map(|rest| format!("đ{rest}")),
            'w' => change(&typed, &[("uo", "ươ"), ("ưo", "ươ"), ("a", "ă"), ("o", "ơ"), ("u", "ư")])
                .or_else(|| Some(format!("{typed}ư"))),
            _ => None,
        };
        match changed {
            Some(changed) => typed = changed,
            None => typed.push(key),
        }
    }
    typed
}

/// The first of the letters that was typed, changed where it was typed last.
pub(super) fn change(typed: &str, changes: &[(&str, &str)]) -> Option<String> {
    let (at, from, to) = changes.iter().find_map(|(from, to)| Some((typed.rfind(from)?, from, to)))?;
    Some(format!("{}{to}{}", &typed[..at], &typed[at + from.len()..]))
}

/// The neighbours of an unknown word, those typed in keys read as what was meant.
pub(super) struct Row {
    pub(super) left: Option<Id>,
    pub(super) right: Option<Id>,
}

impl Row {
    /// Those of a word with no strange one beside it.
    pub(super) fn alone(reading: &Reading<'_>, at: usize) -> Self {
        Self { left: reading.left(at), right: reading.right(at) }
    }

    /// Those of a word among strange ones; `None` if these are a phrase of another language: if one of them is no word in
    /// keys, or the words meant make no word together.
    pub(super) fn around(reading: &Reading<'_>, at: usize, strange: impl Fn(usize) -> bool) -> Option<Self> {
        let joined = |at: usize| reading.tokens.get(at).is_some_and(|token| token.joined);
        let first = (at.saturating_sub(ROW)..at).rev().take_while(|&one| joined(one + 1) && strange(one)).last();
        let last = (at + 1..=at + ROW).take_while(|&one| joined(one) && strange(one)).last();
        let (first, last) = (first.unwrap_or(at), last.unwrap_or(at));
        if last - first >= ROW {
            return None;
        }
        let words = (first..=last).map(|one| known(reading, one)).collect::<Option<Vec<Id>>>()?;
        let beside = |one: usize| words.get(one).copied();
        let left = (at - first).checked_sub(1).and_then(beside).or_else(|| reading.left(at));
        let right = beside(at - first + 1).or_else(|| reading.right(at));
        let word = |two: &[Id]| reading.lexicon.pair(two[0], two[1]).is_some_and(|pair| pair.headword);
        words.windows(2).any(word).then_some(Self { left, right })
    }
}

/// The attested word that a token was meant to be.
fn known(reading: &Reading<'_>, at: usize) -> Option<Id> {
    let lower = matches!(reading.tokens.get(at)?.shape, Shape::Lower | Shape::Initial);
    let meant = telex(&reading.word(at).to_lowercase()).filter(|_| lower)?;
    attested(&reading.lexicon, &meant)
}

/// A syllable by its number, if anybody writes it.
fn attested(lexicon: &Lexicon, meant: &Syllable) -> Option<Id> {
    lexicon.find(&meant.write(Style::MainVowel)).filter(|id| lexicon.knows(*id))
}

#[cfg(test)]
mod tests {
    use super::telex;
    use crate::viet::spell::{Exempt, check};
    use crate::viet::tone::Style;

    #[test]
    fn keys_become_letters_and_tones() {
        for (typed, meant) in [
            ("truowngf", "trường"),
            ("hieejn", "hiện"),
            ("thucwj", "thực"),
            ("ddangr", "đảng"),
            ("dangdr", "đảng"),
            ("khjoong", "không"),
            ("w", ""),
            ("ship", ""),
            ("film", ""),
        ] {
            let found = telex(typed).map_or_else(String::new, |syllable| syllable.write(Style::MainVowel));
            assert_eq!(found, meant, "{typed}");
        }
    }

    #[test]
    fn rows_of_keys_are_no_foreign_phrase() {
        for (text, told) in [
            ("trao huy hiệu tuổi dangr cho các đồng chí", &["đảng"][..]),
            ("đã thucwj hieenj nhiệm vụ được giao", &["thực", "hiện"]),
            ("bà con nhaan daan trong xã", &["nhân", "dân"]),
            ("xem film, ship hàng, in laser, học master, 100 USD", &[]),
            ("the team has for tops cars, his car, see too", &[]),
        ] {
            let found: Vec<_> = check(text, &Exempt::new()).into_iter().filter_map(|flag| flag.suggestion).collect();
            assert_eq!(found, told, "{text}");
        }
    }
}
