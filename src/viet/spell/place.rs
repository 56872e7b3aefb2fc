//! A word where it stands: what is on either side of it, and how well a syllable fits in between. A side is a word, a
//! name of which the word may be no part, or an edge beyond which nothing is known.

use crate::viet::spell::Reading;
use crate::viet::spell::lexicon::{Id, Lexicon, Pair};
use crate::viet::spell::token::Shape;

/// What stands beside a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    /// A word of the same clause; one stands for all numbers, one for all names of several words.
    Word(Id),
    /// A capitalised word: half of a title with this one (*Chủ tịch*), or the end of a name.
    Name(Id),
    /// Punctuation, or what the lexicon knows nothing of.
    Edge,
}

impl Side {
    /// The syllable there.
    pub(super) fn id(self) -> Option<Id> {
        match self {
            Side::Word(id) | Side::Name(id) => Some(id),
            Side::Edge => None,
        }
    }
}

/// A place in a text with what stands on either side, and beyond.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) at: usize,
    pub(super) seen: Id,
    pub(super) left: Side,
    pub(super) right: Side,
    pub(super) far_left: Option<Id>,
    pub(super) far_right: Option<Id>,
    /// How it begins.
    pub(super) shape: Shape,
}

impl Place {
    /// The place of a token, if there is a syllable in it.
    pub(super) fn of(reading: &Reading<'_>, at: usize) -> Option<Self> {
        let (left, right) = (reading.before(at), reading.behind(at));
        let beyond = |side: Side, far: Side| if side == Side::Edge { None } else { far.id() };
        Some(Self {
            at,
            seen: reading.ids[at]?,
            left,
            right,
            far_left: at
                .checked_sub(1)
                .and_then(|next| reading.inner(next)[0].or_else(|| beyond(left, reading.before(next)))),
            far_right: reading.inner(at + 1)[1]
                .filter(|_| right != Side::Edge)
                .or_else(|| beyond(right, reading.behind(at + 1))),
            shape: reading.tokens[at].shape,
        })
    }

    /// How often a syllable stands beside one of these neighbours in the rest of the text, as a logarithm.
    pub(super) fn repeats(&self, reading: &Reading<'_>, word: Id) -> f32 {
        let here = if word == self.seen { 1.0 } else { 0.0 };
        let count = |first: Option<Id>, second: Option<Id>| {
            first.zip(second).map_or(0.0, |(first, second)| (reading.repeats(self.at, first, second) - here).max(0.0))
        };
        (1.0 + count(self.left.id(), Some(word)) + count(Some(word), self.right.id())).ln()
    }
}

/// How well a syllable fits a place. What is said of two sides says the left first.
#[derive(Clone, Copy, Default)]
pub(super) struct Fit {
    /// The logarithms of the chance of the syllable behind what is before it, and of what is behind it.
    pub(super) chances: [f32; 2],
    /// How often it was counted beside either, as a logarithm.
    pub(super) counts: [f32; 2],
    /// How often the word was counted that it makes with either, as a logarithm; 0 where it makes none.
    pub(super) words: [f32; 2],
    /// How often it was counted outside of words, as a logarithm, and as a share of all, where it makes no word here.
    pub(super) alone: [f32; 2],
    /// How often it was counted, as a logarithm.
    pub(super) common: f32,
    /// How many of the three syllables in a row that it stands in were ever seen: in the middle, at either end.
    pub(super) triples: [f32; 2],
    /// How often the two before it, and the two behind it, were counted side by side, as a logarithm, where they were
    /// never seen with it: the oftener, the stranger it is here.
    pub(super) missed: [f32; 2],
}

impl Fit {
    /// The fit of a syllable.
    pub(super) fn of(lexicon: &Lexicon, place: &Place, word: Id) -> Self {
        let pairs = pairs(lexicon, place, word);
        let words = pairs.map(|pair| pair.filter(|pair| pair.headword).map_or(0.0, |pair| (pair.count + 2.0).ln()));
        let stands = Side::Word(word);
        let behind = if place.right == Side::Edge { 0.0 } else { chance(lexicon, stands, place.right, pairs[1]) };
        let (left, right) = (place.left.id(), place.right.id());
        let [middle, ends @ ..] = triples(lexicon, place, word);
        let missed = |first: Option<Id>, second: Option<Id>, seen: bool| {
            let pair = first.zip(second).filter(|_| !seen).and_then(|(first, second)| lexicon.pair(first, second));
            pair.map_or(0.0, |pair| (pair.count + 1.0).ln())
        };
        let (common, alone) = ((lexicon.count(word) + 1.0).ln(), lexicon.alone(word));
        Self {
            chances: [chance(lexicon, place.left, stands, pairs[0]), behind],
            counts: pairs.map(|pair| pair.map_or(0.0, |pair| (pair.count + 1.0).ln())),
            words,
            alone: if words == [0.0, 0.0] { [alone, alone - common] } else { [0.0, 0.0] },
            common,
            triples: [f32::from(u8::from(middle)), f32::from(u8::from(ends[0])) + f32::from(u8::from(ends[1]))],
            missed: [missed(place.far_left, left, ends[0]), missed(right, place.far_right, ends[1])],
        }
    }
}

/// Which of the three syllables in a row that one stands in were ever seen: in the middle, at the end, at the head.
pub(super) fn triples(lexicon: &Lexicon, place: &Place, word: Id) -> [bool; 3] {
    let (word, left, right) = (Some(word), place.left.id(), place.right.id());
    let seen = |first: Option<Id>, second: Option<Id>, third: Option<Id>| {
        let three = first.zip(second).zip(third).map(|((first, second), third)| [first, second, third]);
        three.is_some_and(|three| lexicon.triple(three))
    };
    [seen(left, word, right), seen(place.far_left, left, word), seen(word, right, place.far_right)]
}

/// What is known of a syllable with either neighbour.
pub(super) fn pairs(lexicon: &Lexicon, place: &Place, word: Id) -> [Option<Pair>; 2] {
    [
        place.left.id().and_then(|left| lexicon.pair(left, word)),
        place.right.id().and_then(|right| lexicon.pair(word, right)),
    ]
}

/// The logarithm of the chance that one side follows another. A name goes with what is beside it half the time.
fn chance(lexicon: &Lexicon, first: Side, second: Side, pair: Option<Pair>) -> f32 {
    let Some(word) = second.id() else { return 0.0 };
    let bound = lexicon.chance(first.id(), word, pair);
    let free = match (first, second) {
        (_, Side::Name(_)) => lexicon.chance(None, word, None),
        (Side::Name(_), _) => lexicon.chance_behind(lexicon.name(), word),
        _ => return bound,
    };
    ((bound.exp() + free.exp()) / 2.0).ln()
}
