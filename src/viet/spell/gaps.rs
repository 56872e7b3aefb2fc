//! Words left out: half of a word without its other half — *lãnh đạo thực nghiêm quy chế* for *thực hiện nghiêm*. Between
//! two neighbours never seen together every other half is tried, and weighed as in `evidence.rs`.

use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::place::Side;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// How many kinds of evidence there are.
pub(super) const KINDS: usize = 16;

/// What each kind is worth, in the order of [`Gap::evidence`]; fitted as `data/README.md` tells.
#[rustfmt::skip]
pub(super) const WORTH: [f32; KINDS] = [
    -4.250, // always
    0.526, // chance of the half behind the first
    0.619, // chance of the second behind the half
    -0.664, // chance of the second behind the first
    -0.258, // the first alone, how often
    0.125, // the first alone, what share
    0.038, // the second alone, how often
    -0.071, // the second alone, what share
    0.137, // count before
    -0.797, // word before
    0.181, // count beyond
    -0.025, // word beyond
    0.340, // count of the word
    -0.071, // count behind the half
    0.421, // edge before
    -0.368, // capitals
];

/// What the evidence must come to, as the logarithm of odds.
const BAR: f32 = 2.9;

/// How often the word must have been counted, and the half left out beside what is no part of it.
const WORD: f32 = 5.0;
const BESIDE: f32 = 2.0;

/// Two neighbours never seen together, and what is around them.
pub(super) struct Gap<'r> {
    lexicon: &'r Lexicon,
    pub(super) first: Id,
    pub(super) second: Id,
    left: Side,
    right: Side,
    capital: f32,
}

impl<'r> Gap<'r> {
    /// The gap behind a token, if there may be one.
    pub(super) fn behind(reading: &'r Reading<'_>, at: usize) -> Option<Self> {
        let (Side::Word(first) | Side::Name(first), after) = (reading.before(at + 1), reading.behind(at)) else {
            return None;
        };
        let second = after.id().filter(|_| reading.counted(at + 1) == 0.0 && reading.ids[at] == Some(first))?;
        let names = [reading.before(at + 1), after].iter().filter(|side| matches!(side, Side::Name(_))).count();
        let capital = names as f32;
        Some(Self {
            lexicon: &reading.lexicon,
            first,
            second,
            left: reading.before(at),
            right: reading.behind(at + 1),
            capital,
        })
    }

    /// The halves that may have been left out.
    pub(super) fn halves(&self) -> impl Iterator<Item = Id> {
        let Self { lexicon, first, second, .. } = *self;
        let behind = move |half: Id| lexicon.pair(half, second).is_some_and(|pair| pair.count >= BESIDE);
        let counted = lexicon.second_halves(first).filter(|(_, count)| *count >= WORD);
        counted.map(|(half, _)| half).filter(move |half| behind(*half))
    }

    /// How often two were counted side by side, and as a word, as logarithms.
    fn counted(&self, first: Option<Id>, second: Option<Id>) -> [f32; 2] {
        let pair = first.zip(second).and_then(|(first, second)| self.lexicon.pair(first, second));
        let counted = pair.map_or(0.0, |pair| (pair.count + 1.0).ln());
        [counted, if pair.is_some_and(|pair| pair.headword) { counted } else { 0.0 }]
    }

    /// What speaks for one of them.
    pub(super) fn evidence(&self, half: Id) -> [f32; KINDS] {
        let Self { lexicon, first, second, left, right, capital } = *self;
        let (before, beyond) = (self.counted(left.id(), Some(first)), self.counted(Some(second), right.id()));
        let halves = [self.counted(Some(first), Some(half)), self.counted(Some(half), Some(second))];
        [
            1.0,
            lexicon.chance_behind(Some(first), half),
            lexicon.chance_behind(Some(half), second),
            lexicon.chance_behind(Some(first), second),
            lexicon.alone(first),
            lexicon.alone(first) - (lexicon.count(first) + 1.0).ln(),
            lexicon.alone(second),
            lexicon.alone(second) - (lexicon.count(second) + 1.0).ln(),
            before[0],
            before[1],
            beyond[0],
            beyond[1],
            halves[0][0],
            halves[1][0],
            if left == Side::Edge { 1.0 } else { 0.0 },
            capital,
        ]
    }
}

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (0..reading.tokens.len()).filter_map(|at| missing(reading, at)).collect()
}

/// The gap behind a token, if the best half for it is likely enough. What the text says twice is its own way of saying it.
fn missing(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let gap = Gap::behind(reading, at)?;
    let odds = |half: Id| gap.evidence(half).iter().zip(&WORTH).map(|(evidence, worth)| evidence * worth).sum::<f32>();
    let halves = gap.halves().map(|half| (half, odds(half)));
    let (half, _) = halves.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, odds)| *odds > BAR)?;
    // Asked last, since it reads the surroundings through.
    (reading.repeats(at, gap.first, gap.second) <= 1.0).then_some(())?;
    let meant = [gap.first, half].map(|word| reading.lexicon.word(word)).join(" ");
    Some(flag(reading, at, Kind::Company, Some(&meant)))
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn a_half_without_the_other() {
        for (text, told) in [
            ("lãnh đạo thực nghiêm quy chế", Some(("thực", "thực hiện"))),
            ("lãnh đạo thực hiện nghiêm quy chế", None),
            ("cần giám việc thực hiện", Some(("giám", "giám sát"))),
            ("cần giám sát việc thực hiện", None),
        ] {
            let flags = check(text, &Exempt::new());
            let found = flags.first().map(|flag| (flag.word.as_str(), flag.suggestion.as_deref().unwrap_or_default()));
            assert_eq!(found, told, "{text}");
        }
    }
}
