//! Words that are words, where another word is far better company: *Ủy ban thương vụ Quốc hội* for *thường vụ*. What
//! decides is the neighbour on the far side, that no one ever wrote beside the first and many beside the second.

use crate::viet::spell::company::{is_word, likelihood};
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// How often the far neighbour must have been counted beside the rival, and how far it must be bound to it.
const COUNT: f32 = 20.0;
const BOND: f32 = 1.5;

/// So seldom a pair may have been counted to be a slip of print itself, beside a word counted so much oftener.
const SELDOM: f32 = 2.0;
const OFTEN: f32 = 200.0;

/// What the rival must bring, in natural logarithms of likelihood.
const GAIN: f32 = 5.5;

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let better = |at: usize| {
        let meant = rival(reading, at).or_else(|| outnumbered(reading, at))?;
        Some(flag(reading, at, Kind::Company, Some(reading.lexicon.word(meant))))
    };
    (0..reading.tokens.len()).filter_map(better).collect()
}

/// The better word for a place between two neighbours, of which one makes a word with it and the other is a stranger.
fn rival(reading: &Reading<'_>, at: usize) -> Option<Id> {
    let lexicon = &reading.lexicon;
    (reading.tokens[at].shape == Shape::Lower).then_some(())?;
    let (seen, left, right) = (reading.ids[at]?, reading.left(at)?, reading.right(at)?);
    let (before, after) = ((left, seen), (seen, right));
    let far_left = is_word(lexicon, Some(after)) && lexicon.pair(left, seen).is_none();
    let far_right = is_word(lexicon, Some(before)) && lexicon.pair(seen, right).is_none();
    (far_left || far_right).then_some(())?;
    let own = likelihood(lexicon, Some(left), seen, Some(right));
    let gain = |meant: Id| likelihood(lexicon, Some(left), meant, Some(right)) - own;
    let fits = |meant: Id| {
        (far_left && outdoes(lexicon, (meant, right), after) && known(lexicon, left, meant))
            || (far_right && outdoes(lexicon, (left, meant), before) && known(lexicon, meant, right))
    };
    let rivals = lexicon.near(seen).filter(|(meant, cause)| *cause < 2 && gain(*meant) > GAIN && fits(*meant));
    rivals.map(|(meant, _)| meant).max_by(|a, b| gain(*a).total_cmp(&gain(*b)))
}

/// The word that a slip of print explains: *đào tao* was counted once, *đào tạo* a thousand times, and what follows was
/// never seen behind *tao*.
fn outnumbered(reading: &Reading<'_>, at: usize) -> Option<Id> {
    let lexicon = &reading.lexicon;
    (reading.tokens[at].shape == Shape::Lower).then_some(())?;
    let (seen, left, right) = (reading.ids[at]?, reading.left(at)?, reading.right(at));
    let own = lexicon.pair(left, seen).filter(|pair| !pair.headword && pair.count <= SELDOM)?;
    let alone = right.is_none_or(|right| lexicon.pair(seen, right).is_none());
    let taken = reading.left(at - 1).is_some_and(|before| is_word(lexicon, Some((before, left))));
    (alone && !taken).then_some(())?;
    let rivals = lexicon.near(seen).filter(|(_, cause)| *cause < 2).filter_map(|(meant, _)| {
        let pair =
            lexicon.pair(left, meant).filter(|pair| pair.headword && pair.count >= OFTEN * own.count.max(1.0))?;
        let gain = likelihood(lexicon, Some(left), meant, right) - likelihood(lexicon, Some(left), seen, right);
        (gain > GAIN).then_some((meant, pair.count))
    });
    rivals.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(meant, _)| meant)
}

/// Whether a word is listed and counted twice as often as another.
fn outdoes(lexicon: &Lexicon, rival: (Id, Id), own: (Id, Id)) -> bool {
    let count = |(a, b): (Id, Id)| lexicon.pair(a, b).map_or(0.0, |pair| pair.count);
    is_word(lexicon, Some(rival)) && count(rival) >= 2.0 * count(own)
}

fn known(lexicon: &Lexicon, first: Id, second: Id) -> bool {
    let counted = lexicon.pair(first, second).is_some_and(|pair| pair.count >= COUNT);
    counted && lexicon.bond(first, second).is_some_and(|bond| bond >= BOND)
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn the_far_neighbour_decides() {
        for (text, told) in [
            ("Ban thương vụ đã họp bàn", Some(("thương", "thường"))),
            ("Ban thường vụ đã họp bàn", None),
            ("nhiều thương vụ lớn của doanh nghiệp", None),
            ("lao động qua đào tao đạt 65%", Some(("tao", "tạo"))),
            ("lao động qua đào tạo đạt 65%", None),
        ] {
            let flags = check(text, &Exempt::new());
            let found = flags.first().map(|flag| (flag.word.as_str(), flag.suggestion.as_deref().unwrap_or_default()));
            assert_eq!(found, told, "{text}");
        }
    }
}
