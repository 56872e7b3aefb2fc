//! What speaks for another word in a place, as numbers, and what each is worth: a log-linear model of a noisy channel.

use crate::viet::spell::Reading;
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::place::{Fit, Place, Side};
use crate::viet::spell::token::Shape;

/// How many kinds of evidence there are.
pub(super) const KINDS: usize = 52;

/// What each kind is worth, in the order of [`Case::evidence`]; fitted as `data/README.md` tells.
#[rustfmt::skip]
pub(super) const WORTH: [f32; KINDS] = [
    -4.506, // always
    0.502, // chance behind a word before
    0.531, // chance of a word behind
    0.544, // chance behind a name before
    0.568, // chance of a name behind
    0.763, // chance at an edge
    -0.385, // count written, before
    -0.311, // count written, behind
    0.253, // count meant, before
    0.205, // count meant, behind
    -0.678, // word written, before
    -0.627, // word written, behind
    0.389, // word meant, before
    0.373, // word meant, behind
    -0.015, // chance behind a taken word before
    -0.142, // chance of a taken word behind
    -0.074, // written alone, how often
    -0.151, // written alone, what share
    0.055, // meant alone, how often
    0.123, // meant alone, what share
    0.327, // misheard
    -0.079, // mistyped
    -0.794, // a letter too many
    -2.501, // far off
    -0.120, // how common the written
    0.168, // how common the meant
    -0.065, // begins a sentence
    -0.568, // has a capital
    0.812, // edge before
    0.699, // edge behind
    0.756, // written never seen here
    -0.574, // written a word, meant none
    -0.139, // chance behind a number
    -0.198, // chance of a number
    -0.248, // chance behind names
    0.062, // chance of names
    -1.971, // written so elsewhere in the text
    1.588, // meant so elsewhere in the text
    1.469, // word written, its neighbour taken, before
    1.046, // word written, its neighbour taken, behind
    -0.520, // word meant, its neighbour taken, before
    -0.576, // word meant, its neighbour taken, behind
    -0.310, // count meant, its neighbour taken, before
    -0.205, // count meant, its neighbour taken, behind
    -1.084, // three in a row written, in the middle
    -0.701, // three in a row written, at an end
    0.908, // three in a row meant, in the middle
    0.802, // three in a row meant, at an end
    0.213, // two before, never with the written
    0.273, // two behind, never with the written
    -0.075, // two before, never with the meant
    -0.176, // two behind, never with the meant
];

/// Differences of chances beyond this say no more.
const PLAIN: f32 = 12.0;

/// A place under judgement, with what is the same for all that may be meant there.
pub(super) struct Case<'r> {
    reading: &'r Reading<'r>,
    place: Place,
    own: Fit,
    /// How often the word was counted that a neighbour makes with what is beyond it, as a logarithm: such a neighbour
    /// says less about this place.
    taken: [f32; 2],
}

impl<'r> Case<'r> {
    /// The case of a place.
    pub(super) fn new(reading: &'r Reading<'r>, place: Place) -> Self {
        let lexicon = &reading.lexicon;
        let own = Fit::of(lexicon, &place, place.seen);
        let word = |first: Option<Id>, second: Option<Id>| {
            let pair = first.zip(second).and_then(|(first, second)| lexicon.pair(first, second));
            pair.filter(|pair| pair.headword).map_or(0.0, |pair| (pair.count + 1.0).ln())
        };
        let taken = [word(place.far_left, place.left.id()), word(place.right.id(), place.far_right)];
        Self { reading, place, own, taken }
    }

    /// How often the word as written, and another, stand beside these neighbours elsewhere in the text.
    pub(super) fn repeats(&self, meant: Id) -> [f32; 2] {
        [self.place.seen, meant].map(|word| self.place.repeats(self.reading, word))
    }

    /// The evidence for another word, the cause of the slip given, and the repeats if they were looked for.
    pub(super) fn evidence(&self, (meant, cause): (Id, u8), repeats: [f32; 2]) -> [f32; KINDS] {
        let Self { place, own, taken, .. } = self;
        let lexicon = &self.reading.lexicon;
        let fit = Fit::of(lexicon, place, meant);
        let sides = [place.left, place.right];
        let gains = [0, 1].map(|side: usize| (fit.chances[side] - own.chances[side]).clamp(-PLAIN, PLAIN));
        let gain = |side: usize, counts: fn(Side, &Lexicon) -> bool| one(counts(sides[side], lexicon)) * gains[side];
        let edge = sides.map(|side| one(side == Side::Edge));
        let whole = |fit: &Fit| fit.words != [0.0, 0.0];
        [
            1.0,
            gain(0, |side, _| matches!(side, Side::Word(_))),
            gain(1, |side, _| matches!(side, Side::Word(_))),
            gain(0, |side, _| matches!(side, Side::Name(_))),
            gain(1, |side, _| matches!(side, Side::Name(_))),
            edge[0] * gains[0],
            own.counts[0],
            own.counts[1],
            fit.counts[0],
            fit.counts[1],
            own.words[0],
            own.words[1],
            fit.words[0],
            fit.words[1],
            one(taken[0] > 0.0) * gains[0],
            one(taken[1] > 0.0) * gains[1],
            own.alone[0],
            own.alone[1],
            fit.alone[0],
            fit.alone[1],
            one(cause == 1),
            one(cause == 2),
            one(cause == 3),
            one(cause == 4),
            own.common,
            fit.common,
            one(place.shape == Shape::Initial),
            one(place.shape == Shape::Capital),
            edge[0],
            edge[1],
            one(own.counts == [0.0, 0.0]),
            one(whole(own) && !whole(&fit)),
            gain(0, |side, lexicon| is(side, lexicon.number())),
            gain(1, |side, lexicon| is(side, lexicon.number())),
            gain(0, |side, lexicon| is(side, lexicon.name())),
            gain(1, |side, lexicon| is(side, lexicon.name())),
            repeats[0],
            repeats[1],
            own.words[0].min(taken[0]),
            own.words[1].min(taken[1]),
            fit.words[0].min(taken[0]),
            fit.words[1].min(taken[1]),
            fit.counts[0].min(taken[0]),
            fit.counts[1].min(taken[1]),
            own.triples[0],
            own.triples[1],
            fit.triples[0],
            fit.triples[1],
            own.missed[0],
            own.missed[1],
            fit.missed[0],
            fit.missed[1],
        ]
    }

    /// What all the evidence for another word comes to: the logarithm of the odds that it was meant.
    pub(super) fn odds(&self, near: (Id, u8), repeats: [f32; 2]) -> f32 {
        self.evidence(near, repeats).iter().zip(&WORTH).map(|(evidence, worth)| evidence * worth).sum()
    }
}

/// Whether a side is a word.
fn is(side: Side, word: Option<Id>) -> bool {
    word.is_some() && side.id() == word
}

/// A yes or no as evidence.
fn one(holds: impl Into<u8>) -> f32 {
    f32::from(holds.into())
}
