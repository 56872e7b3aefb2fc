//! Syllables of names that no Vietnamese word can be: *Nguyễn Văn Hoaàng, xã Thượng Lâmm*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::name::{is_syllable, mend_of_person, mend_of_place};

/// Words behind which the name of a place stands.
pub(super) const UNITS: [&str; 15] = [
    "xã",
    "phường",
    "thị trấn",
    "huyện",
    "quận",
    "thị xã",
    "thôn",
    "ấp",
    "bản",
    "làng",
    "khu phố",
    "tổ dân phố",
    "đường",
    "tỉnh",
    "thành phố",
];

/// Checks the names of persons and of places below the province.
pub(super) fn check(proof: &Proof, persons: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for name in persons {
        of_name(proof, words_of(text, name.clone()), mend_of_person, faults);
    }
    for (at, _) in text.match_indices(' ') {
        let named = text[at + 1..].starts_with(char::is_uppercase);
        if named && UNITS.iter().any(|unit| ends_with_word(&text[..at], unit)) {
            of_name(proof, capitals(text, at + 1), mend_of_place, faults);
        }
    }
}

/// The faults of one name. Where a word is neither a syllable nor a slip, the name is of another tongue.
fn of_name(proof: &Proof, words: Vec<Range<usize>>, mend: fn(&str) -> Option<String>, faults: &mut Vec<Diagnostic>) {
    let strange: Vec<Range<usize>> = words.into_iter().filter(|word| !is_syllable(&proof.text[word.clone()])).collect();
    let mended: Option<Vec<String>> = strange.iter().map(|word| mend(&proof.text[word.clone()])).collect();
    for (word, right) in strange.into_iter().zip(mended.into_iter().flatten()) {
        faults.push(proof.fault("name-syllable", word).hint(Message::new("name-syllable.hint").with("right", right)));
    }
}

/// Whether a text ends in a whole word, so that *thị xã* is found and *nhã xã* is not half of one.
pub(super) fn ends_with_word(text: &str, word: &str) -> bool {
    let ends = text.len() >= word.len() && text.as_bytes().ends_with(word.as_bytes());
    ends && !text[..text.len() - word.len()].ends_with(char::is_alphanumeric)
}

/// The words of a name.
fn words_of(text: &str, name: Range<usize>) -> Vec<Range<usize>> {
    let start = text.as_ptr() as usize;
    let words = text[name].split(|c: char| c.is_whitespace());
    words
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - start, word.len()))
        .map(|(at, length)| at..at + length)
        .collect()
}

/// The capital words from a place on, a blank between two, four at most.
pub fn capitals(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = from;
    while words.len() < 4 {
        let rest = &text[at..];
        let length =
            rest.find(|c: char| !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c)).unwrap_or(rest.len());
        // *K'Nàng, B'Lao*: half a word says nothing.
        let half = rest[length..].starts_with(['\'', '’']);
        if length == 0 || half || !rest.starts_with(char::is_uppercase) {
            break;
        }
        words.push(at..at + length);
        at += length;
        if !text[at..].starts_with(' ') {
            break;
        }
        at += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::persons;
    use super::*;

    #[test]
    fn names_with_impossible_syllables() {
        for (text, told) in [
            ("ông Nguyễn Văn Hoaàng dự; bà Trần Thị Lann và ông Lê Hoangf Nam", &["Hoaàng", "Lann", "Hoangf"][..]),
            ("tại xã Thượng Lâmm và phường Tân Phuú", &["Lâmm", "Phuú"]),
            ("ông Hồ A Vaih, ông Nguyễn Ksor Hoaàng, ông Lê Anna Peter", &[]),
            ("xã Đạ K'Nàng, xã Ea Drông, bản Noong Hẹt, xã Đắk Lắc, ông Phàn Lao Lở, bà Kpă H'Lan", &[]),
            ("thôn Đông, xã Hòa Bình; thành phố New York, bang Illinois", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &persons::names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
