//! Syllables of proper names that no Vietnamese word can be and that one slip explains: *Hoaàng, Thượngg, Hòang*.
//!
//! Names of the highlands and foreign ones have syllables of their own (*Ksor, Krông, Kpă, Đắk, Peter*): what no slip
//! explains is theirs.

use crate::viet::spell::lexicon::Lexicon;
use crate::viet::syllable::{Syllable, Tone, split_tone, tone_of};
use crate::viet::tone::Style;
use crate::viet::unicode::nfc;

/// Whether a word can be read as a syllable.
pub fn is_syllable(word: &str) -> bool {
    Syllable::parse(word).is_some()
}

/// What a place's syllable was meant to be: a letter typed twice, or a tone on the wrong vowel.
pub fn mend_of_place(word: &str) -> Option<String> {
    let lower = strange(word)?;
    let mend = undoubled(&lower).or_else(|| retoned(&lower).filter(|_| !is_long(&lower)))?;
    Some(capital(&mend))
}

/// What a person's syllable was meant to be; keys of Telex left behind and letters changed about are slips too.
pub fn mend_of_person(word: &str) -> Option<String> {
    let lower = strange(word)?;
    let mend =
        undoubled(&lower).or_else(|| retoned(&lower)).or_else(|| untyped(&lower)).or_else(|| unswapped(&lower))?;
    Some(capital(&mend))
}

/// *loóng*: villages of the north-west are called so, wherever their tone stands.
fn is_long(lower: &str) -> bool {
    split_tone(lower).is_some_and(|(plain, _)| plain.contains("oo"))
}

/// A word in small letters that is no syllable and long enough to be one of ours.
fn strange(word: &str) -> Option<String> {
    let lower = nfc(word).to_lowercase();
    (lower.chars().count() >= 4 && !is_syllable(&lower)).then_some(lower)
}

/// *hoaàng, lâmm*: one of two neighbours that are the same letter is dropped, the one without a tone first.
fn undoubled(lower: &str) -> Option<String> {
    let letters: Vec<char> = lower.chars().collect();
    let pair = letters.windows(2).position(|pair| tone_of(pair[0]).0 == tone_of(pair[1]).0)?;
    let without = |at: usize| letters.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, c)| *c).collect();
    let kept: Vec<usize> = match tone_of(letters[pair]).1 {
        Tone::Level => vec![pair, pair + 1],
        _ => vec![pair + 1, pair],
    };
    kept.into_iter().map(without).find(|word: &String| is_attested(word))
}

/// *hòang, nguỹên*: the tone stands on the wrong vowel.
fn retoned(lower: &str) -> Option<String> {
    Some(Syllable::parse_misplaced(lower)?.write(Style::FirstVowel)).filter(|word| is_attested(word))
}

/// *hoangf*: the key of a tone that was not turned into one.
fn untyped(lower: &str) -> Option<String> {
    const KEYS: [(char, Tone); 5] =
        [('f', Tone::Falling), ('r', Tone::Dipping), ('x', Tone::Creaky), ('s', Tone::Rising), ('j', Tone::Heavy)];
    let (_, tone) = KEYS.into_iter().find(|(key, _)| lower.ends_with(*key))?;
    let (plain, own) = split_tone(&lower[..lower.len() - 1])?;
    let tone = if own == Tone::Level { tone } else { own };
    Some(Syllable::join(&plain, tone)?.write(Style::FirstVowel)).filter(|word| is_attested(word))
}

/// *tahnh*: two letters behind the first changed about. *Hnam* and *Gnung* are names, so the first one stays.
fn unswapped(lower: &str) -> Option<String> {
    let letters: Vec<char> = lower.chars().collect();
    (1..letters.len() - 1).find_map(|at| {
        let mut other = letters.clone();
        other.swap(at, at + 1);
        Some(other.into_iter().collect::<String>()).filter(|word| is_attested(word))
    })
}

/// Whether a word is a syllable that somebody writes.
fn is_attested(word: &str) -> bool {
    is_syllable(word) && Lexicon::embedded().find(word).is_some()
}

/// A syllable with a capital, as names are mended.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_names_are_left() {
        for (word, person, place) in [
            ("Hoaàng", Some("Hoàng"), Some("Hoàng")),
            ("Lâmm", Some("Lâm"), Some("Lâm")),
            ("Thượngg", Some("Thượng"), Some("Thượng")),
            ("Nguyêễn", Some("Nguyễn"), Some("Nguyễn")),
            ("Hòang", Some("Hoàng"), Some("Hoàng")),
            ("Hoangf", Some("Hoàng"), None),
            ("Tahnh", Some("Thanh"), None),
            ("Hoàng", None, None),
            ("Hoong", None, None),
        ] {
            assert_eq!(mend_of_person(word).as_deref(), person, "{word}");
            assert_eq!(mend_of_place(word).as_deref(), place, "{word}");
        }
        // Names of the highlands, of the Khmer and the Cham, and foreign ones.
        for word in [
            "Ksor", "Krông", "Kpă", "Đắk", "Niê", "Êban", "Ayun", "Rmah", "Knul", "Byă", "Mlô", "Hmông", "Hnam", "Siu",
            "Plông", "Glong", "Drăng", "Kbang", "Tẻh", "Đrông", "Kông", "Htok", "Hdreh", "Grai", "Pleiku", "Peter",
            "Emma", "Anna", "Jimmy", "Lynn", "Rotha", "Chư", "Păr", "Yiêng", "Noong", "Loóng", "Xoong", "Blao",
            "Huoai",
        ] {
            assert_eq!((mend_of_person(word), mend_of_place(word)), (None, None), "{word}");
        }
    }
}
