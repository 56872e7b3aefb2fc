//! Halves that stand in few words only: *niêm mạc nhợt nhạc* for *nhợt nhạt*. A syllable that is seldom written but as half of a word,
//! beside what a slip makes of its other half, tells what was meant without any count of the two.

use crate::viet::spell::lexicon::Id;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// A syllable counted oftener stands in too many places.
const SELDOM: f32 = 60.0;

/// In how many words at most it is a half.
const WORDS: usize = 4;

/// The ranks of slips that are common: a mark, a sound, a key.
const COMMON: u8 = 2;

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (1..reading.tokens.len()).filter_map(|at| mistaken(reading, at)).collect()
}

/// The word of two tokens that is no other half.
fn mistaken(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let shapes = [at - 1, at].map(|at| reading.tokens[at].shape);
    (reading.tokens[at].joined && shapes == [Shape::Lower; 2]).then_some(())?;
    let lexicon = &reading.lexicon;
    let (first, second) = reading.ids[at - 1].zip(reading.ids[at])?;
    (lexicon.pair(first, second).is_none() && lexicon.knows(first) && lexicon.knows(second)).then_some(())?;
    let meant = |half: Id, words: Vec<Id>, other: Id| {
        let seldom = lexicon.count(half) < SELDOM && (1..=WORDS).contains(&words.len());
        let near = || lexicon.near(other).filter(|(word, rank)| *rank <= COMMON && words.contains(word));
        let mut found = seldom.then(near)?;
        found.next().map(|(word, _)| word).filter(|_| found.next().is_none())
    };
    // What belongs to a word with its other neighbour is no slip.
    let taken = |one: Option<Id>, other: Option<Id>| {
        let pair = one.zip(other).and_then(|(one, other)| lexicon.pair(one, other));
        pair.is_some_and(|pair| pair.headword || pair.count >= 4.0)
    };
    let behind = || {
        let word = meant(first, lexicon.endings(first).collect(), second)?;
        (!taken(Some(second), reading.behind(at).id())).then_some((at, word))
    };
    let before = || {
        let word = meant(second, lexicon.openings(second).collect(), first)?;
        (!taken(reading.before(at - 1).id(), Some(first))).then_some((at - 1, word))
    };
    let (place, word) = behind().or_else(before)?;
    Some(flag(reading, place, Kind::Company, Some(lexicon.word(word))))
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn halves_of_few_words() {
        for (text, told) in [
            ("Da anh xanh, môi nhợt nhạc đi trông thấy.", Some("nhạc")),
            ("Da anh xanh, môi nhợt nhạt đi trông thấy.", None),
        ] {
            let seen: Vec<String> = check(text, &Exempt::new()).into_iter().map(|flag| flag.word).collect();
            assert_eq!(seen, Vec::from_iter(told.map(str::to_owned)), "{text}");
        }
    }
}
