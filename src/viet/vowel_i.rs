//! The sound *i* after an onset, written `i` or `y`: *kĩ, lí, tỉ lệ* in schoolbooks, *kỹ, lý, tỷ lệ* nearly everywhere
//! else. Neither is an error; mixing both in one text is untidy, and a house has its habit.

use std::ops::Range;

use crate::viet::tone::{self, recase};
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
    /// The same word with the other letter, capitals kept.
    pub other: String,
}

/// The closed list, `i` and `y`. *Sĩ* is kept apart: it is the habit of all, *sỹ* of none.
const WORDS: [(&str, &str); 12] = [
    ("hi", "hy"),
    ("kí", "ký"),
    ("kì", "kỳ"),
    ("kĩ", "kỹ"),
    ("kỉ", "kỷ"),
    ("lí", "lý"),
    ("lị", "lỵ"),
    ("mĩ", "mỹ"),
    ("qui", "quy"),
    ("quí", "quý"),
    ("quĩ", "quỹ"),
    ("tỉ", "tỷ"),
];

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
    for (at, range) in words.iter().enumerate() {
        let written = &text[range.clone()];
        let word = nfc(written);
        let next = words.get(at + 1).map(|next| nfc(&text[next.clone()]));
        let follows = |entry: &&(&str, &str)| Some(entry.1) == next.as_deref();
        let only_i = ONLY_I.iter().filter(|entry| entry.0 == word).any(|entry| follows(&entry));
        let letter = |pair: &&(&str, &str)| pair.0 == word || pair.1 == word;
        if let Some((i, y)) = WORDS.iter().find(letter).filter(|_| !only_i) {
            let (letter, other) = if word == *i { (Letter::I, y) } else { (Letter::Y, i) };
            found.push(Spelt { range: range.clone(), letter, other: recase(other, written) });
        }
    }
    found
}

/// The words in the rarer letter of a text that mixes both; of equally many, those unlike the first.
pub fn mixed(text: &str) -> Vec<Spelt> {
    let spelt = spellings(text);
    let y = spelt.iter().filter(|word| word.letter == Letter::Y).count();
    let own = match (spelt.len().cmp(&(2 * y)), spelt.first()) {
        (std::cmp::Ordering::Less, _) => Letter::Y,
        (std::cmp::Ordering::Greater, _) => Letter::I,
        (_, first) => first.map(|word| word.letter).unwrap_or_default(),
    };
    spelt.into_iter().filter(|word| word.letter != own).collect()
}

/// The text with every word of the list in one letter, and *sĩ* for *sỹ*.
pub fn respell(text: &str, letter: Letter) -> String {
    let mut respelt = String::with_capacity(text.len());
    let mut at = 0;
    for word in spellings(text).into_iter().filter(|word| word.letter != letter) {
        respelt.push_str(&text[at..word.range.start]);
        respelt.push_str(&word.other);
        at = word.range.end;
    }
    respelt.push_str(&text[at..]);
    let mut tidy = String::with_capacity(respelt.len());
    let mut at = 0;
    for range in tone::words(&respelt).filter(|range| nfc(&respelt[range.clone()]) == "sỹ") {
        tidy.push_str(&respelt[at..range.start]);
        tidy.push('s');
        tidy.push('ĩ');
        at = range.end;
    }
    tidy.push_str(&respelt[at..]);
    tidy
}

#[cfg(test)]
mod tests {
    use super::{Letter, mixed, respell};
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn respells() {
        for (text, y, i) in [
            ("kĩ thuật, tỉ lệ", "kỹ thuật, tỷ lệ", "kĩ thuật, tỉ lệ"),
            ("quản lý quỹ quý", "quản lý quỹ quý", "quản lí quĩ quí"),
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
        assert!(words("kỹ sư, bác sĩ, tỉ mỉ").is_empty());
    }
}
