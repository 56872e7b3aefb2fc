//! The sound *i* after an onset, written `i` or `y`: *kĩ, lí, tỉ lệ* in schoolbooks, *kỹ, lý, tỷ lệ* nearly everywhere
//! else. Neither is an error; mixing both in one text is untidy, and a house has its habit.

use std::ops::Range;

use crate::viet::tone;
use crate::viet::unicode::nfc;

/// The two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letter {
    /// `y`: statutes write *kỹ* 1,072 times in 1,072, *lý* 2,454 in 2,454, *tỷ* 40 in 42.
    #[default]
    Y,
    /// `i`: QĐ 1989/QĐ-BGDĐT art. 9, binding for schoolbooks.
    I,
}

/// A word that may be written either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelt {
    /// Where it stands, in bytes of the text given.
    pub range: Range<usize>,
    /// How it is written.
    pub letter: Letter,
    /// The same word with the other letter.
    pub other: String,
}

/// The closed list, `i` and `y`.
const WORDS: [(&str, &str); 9] = [
    ("hi", "hy"),
    ("kí", "ký"),
    ("kì", "kỳ"),
    ("kĩ", "kỹ"),
    ("kỉ", "kỷ"),
    ("lí", "lý"),
    ("lị", "lỵ"),
    ("mĩ", "mỹ"),
    ("tỉ", "tỷ"),
];

/// Words written one way by both habits: the glide of *quy* is always followed by `y` (art. 9), and *sĩ* is what
/// statutes and papers write. First what is seen, then what is meant.
const SETTLED: [(&str, &str); 4] = [("qui", "quy"), ("quí", "quý"), ("quĩ", "quỹ"), ("sỹ", "sĩ")];

/// Words that have only an `i`, by what follows: *tỉ mỉ, lí nhí, kì cọ*.
const ONLY_I: [(&str, &str); 9] = [
    ("hi", "hi"),
    ("kì", "cọ"),
    ("kì", "kèo"),
    ("lí", "lắc"),
    ("lí", "nhí"),
    ("tỉ", "mẩn"),
    ("tỉ", "mỉ"),
    ("tỉ", "tê"),
    ("tỉ", "thí"),
];

/// Every word of the list in the text, in order. Capitalised words are names as a rule (*Mỹ Tho, Lý Bôn*) and stay.
pub fn spellings(text: &str) -> Vec<Spelt> {
    let words: Vec<Range<usize>> = tone::words(text).collect();
    let mut found = Vec::new();
    // A consonant, a vowel and its tone are five bytes at most.
    for (at, range) in words.iter().enumerate().filter(|(_, range)| range.len() <= 5) {
        let word = nfc(&text[range.clone()]);
        let Some((i, y)) = WORDS.iter().find(|pair| pair.0 == word || pair.1 == word) else { continue };
        let next = words.get(at + 1).map(|next| nfc(&text[next.clone()]));
        let only_i = |entry: &(&str, &str)| entry.0 == word && Some(entry.1) == next.as_deref();
        if !ONLY_I.iter().any(only_i) {
            let (letter, other) = if word == *i { (Letter::I, *y) } else { (Letter::Y, *i) };
            found.push(Spelt { range: range.clone(), letter, other: other.to_owned() });
        }
    }
    found
}

/// The words written `qui, quí, quĩ, sỹ`, which both habits write otherwise.
pub fn unsettled(text: &str) -> Vec<Spelt> {
    let settle = |range: Range<usize>| {
        let word = nfc(&text[range.clone()]);
        let (seen, meant) = SETTLED.iter().find(|pair| pair.0 == word)?;
        let letter = if seen.ends_with('ỹ') { Letter::Y } else { Letter::I };
        Some(Spelt { range, letter, other: (*meant).to_owned() })
    };
    tone::words(text).filter_map(settle).collect()
}

/// The words in the rarer letter of a text that mixes both; of equally many, those unlike the first.
pub fn mixed(text: &str) -> Vec<Spelt> {
    let (of_billions, others): (Vec<Spelt>, Vec<Spelt>) =
        spellings(text).into_iter().partition(|word| counts_billions(text, word));
    let mut found = rarer(others);
    found.extend(rarer(of_billions));
    found.sort_by_key(|word| word.range.start);
    found
}

/// *5 tỉ đồng* stands beside *kỳ* and *tỷ lệ* in newspapers that write so throughout: the word is measured against itself alone.
fn counts_billions(text: &str, word: &Spelt) -> bool {
    let own = matches!(word.other.as_str(), "tỉ" | "tỷ");
    own && text[..word.range.start].trim_end_matches([' ', '\u{a0}']).ends_with(|c: char| c.is_ascii_digit())
}

/// The words in the rarer letter; of equally many, those unlike the first.
fn rarer(spelt: Vec<Spelt>) -> Vec<Spelt> {
    let y = spelt.iter().filter(|word| word.letter == Letter::Y).count();
    let own = match (spelt.len().cmp(&(2 * y)), spelt.first()) {
        (std::cmp::Ordering::Less, _) => Letter::Y,
        (std::cmp::Ordering::Greater, _) => Letter::I,
        (_, first) => first.map(|word| word.letter).unwrap_or_default(),
    };
    spelt.into_iter().filter(|word| word.letter != own).collect()
}

/// The text with every word of the list in one letter, and the settled ones as settled.
pub fn respell(text: &str, letter: Letter) -> String {
    let mut changes = spellings(text);
    changes.retain(|word| word.letter != letter);
    changes.extend(unsettled(text));
    changes.sort_by_key(|word| word.range.start);
    let mut respelt = String::with_capacity(text.len());
    let mut at = 0;
    for word in changes {
        respelt.push_str(&text[at..word.range.start]);
        respelt.push_str(&word.other);
        at = word.range.end;
    }
    respelt.push_str(&text[at..]);
    respelt
}

#[cfg(test)]
mod tests {
    use super::{Letter, mixed, respell};
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn respells() {
        for (text, y, i) in [
            ("kĩ thuật, tỉ lệ", "kỹ thuật, tỷ lệ", "kĩ thuật, tỉ lệ"),
            ("quản lý quĩ quý", "quản lý quỹ quý", "quản lí quỹ quý"),
            ("tỉ mỉ, kì cọ, lí nhí", "tỉ mỉ, kì cọ, lí nhí", "tỉ mỉ, kì cọ, lí nhí"),
            ("bác sỹ hy sinh", "bác sĩ hy sinh", "bác sĩ hi sinh"),
            ("Mỹ Tho, Lý Bôn, huýt, y tế", "Mỹ Tho, Lý Bôn, huýt, y tế", "Mỹ Tho, Lý Bôn, huýt, y tế"),
        ] {
            for text in [text.to_owned(), text.nfd().collect()] {
                assert_eq!(respell(&text, Letter::Y).nfc().collect::<String>(), y);
                assert_eq!(respell(&text, Letter::I).nfc().collect::<String>(), i);
            }
        }
    }

    #[test]
    fn finds_mixing() {
        let words = |text: &str| mixed(text).into_iter().map(|w| w.other).collect::<Vec<_>>();
        assert_eq!(words("kỹ thuật, quản lý, tỉ lệ"), ["tỷ"]);
        assert_eq!(words("tỉ lệ, kỹ sư"), ["kĩ"]);
        assert_eq!(words("5 tỉ đồng, 7 tỷ đồng, 9 tỉ đồng, tăng so với cùng kỳ, quản lý"), ["tỉ"]);
        assert!(words("5 tỉ đồng, 9 tỉ đồng, tăng so với cùng kỳ").is_empty());
        assert!(words("kỹ sư, bác sĩ, tỉ mỉ").is_empty());
    }
}
