//! A space within a word: *tham m ưu* for *tham mưu*. One letter left alone, or what is no word, is put to the word
//! before it or behind it, if what they make goes with a neighbour.

use crate::viet::spell::lexicon::Id;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, cased};
use crate::viet::syllable::is_vowel;

/// How often what is made must have been counted beside its neighbour.
const BESIDE: f32 = 3.0;

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (0..reading.tokens.len()).filter_map(|at| split(reading, at)).collect()
}

/// The word that a token is a part of, which is one letter or none that anybody writes.
fn split(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let part = reading.word(at);
    let letter = part.chars().count() == 1 && part.starts_with(char::is_lowercase) && part != "y";
    let unknown =
        reading.tokens[at].shape == Shape::Lower && !reading.ids[at].is_some_and(|id| reading.lexicon.knows(id));
    (letter || unknown).then_some(())?;
    let behind = (!part.starts_with(is_vowel)).then(|| whole(reading, at, at + 1)).flatten();
    behind.or_else(|| whole(reading, at.checked_sub(1)?, at))
}

/// Two tokens as one word, if it is one and goes with what is beside it.
fn whole(reading: &Reading<'_>, first: usize, last: usize) -> Option<Flag> {
    let lexicon = &reading.lexicon;
    reading.tokens.get(last).filter(|token| token.joined)?;
    let made = format!("{}{}", reading.plain(first), reading.plain(last));
    let id = lexicon.find(&made).filter(|id| lexicon.knows(*id))?;
    let side = |at: Option<usize>| at.and_then(|at| reading.tokens.get(at).and_then(|_| reading.ids[at]));
    let left = side(first.checked_sub(1)).filter(|_| reading.tokens[first].joined);
    let right = side(Some(last + 1)).filter(|_| reading.tokens[last + 1].joined);
    let counted = |one: Option<Id>, other: Option<Id>| {
        let pair = one.zip(other).and_then(|(one, other)| lexicon.pair(one, other)).unwrap_or_default();
        pair.headword && pair.count >= BESIDE
    };
    // What stands there as it is written may be right: *nhóm a sinh hoạt*.
    let own = reading.tokens[first].shape != Shape::Other
        && (counted(left, reading.ids[first]) || counted(reading.ids[first], reading.ids[last]))
        || reading.tokens[last].shape != Shape::Other && counted(reading.ids[last], right);
    (!own && (counted(left, Some(id)) || counted(Some(id), right))).then(|| {
        let range = reading.tokens[first].range.start..reading.tokens[last].range.end;
        let word = reading.text[range.clone()].to_owned();
        Flag { range, kind: Kind::Unwritable, suggestion: Some(cased(&made, &word)), word }
    })
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn spaces_within_words() {
        for (text, told) in [
            ("Văn phòng tham m ưu cho Thường trực", Some("mưu")),
            ("đẩy mạnh tuyên tru yền", Some("truyền")),
            ("theo điểm a khoản 2; nhóm b ổn định; 5 m ương", None),
        ] {
            let found = check(text, &Exempt::new()).into_iter().find_map(|flag| flag.suggestion);
            assert_eq!(found.as_deref(), told, "{text}");
        }
    }
}
