//! Words left out: half of a word without its other half — *lãnh đạo thực nghiêm quy chế* for *thực hiện nghiêm*. Between
//! two neighbours never seen together every other half is tried, and weighed as in `evidence.rs`.

use crate::viet::spell::lexicon::{Id, Lexicon, Pair};
use crate::viet::spell::place::Side;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// How many kinds of evidence there are.
pub(super) const KINDS: usize = 27;

/// What each kind is worth, in the order of [`Gap::evidence`]; fitted as `data/README.md` tells.
#[rustfmt::skip]
pub(super) const WORTH: [f32; KINDS] = [
    -4.847, // always
    0.223, // chance of the half behind the first
    0.288, // chance of the second behind the half
    -0.348, // chance of the second behind the first
    -0.057, // the first alone, how often
    -0.048, // the first alone, what share
    -0.001, // the second alone, how often
    -0.116, // the second alone, what share
    -0.130, // count before
    -0.237, // word before
    -0.079, // count beyond
    -0.191, // word beyond
    0.264, // count of the word
    0.122, // count behind the half
    0.452, // edge before
    -0.340, // capitals
    -0.239, // count of the two
    0.042, // word of the first and the half
    0.097, // word of the half and the second
    -0.273, // word of the two
    -1.168, // three in a row written, from before
    -1.299, // three in a row written, beyond
    2.291, // three in a row meant, from before
    1.360, // three in a row meant, between
    2.127, // three in a row meant, beyond
    0.380, // edge beyond
    -0.122, // how common the half
];

/// What the evidence must come to, as the logarithm of odds: by how many of the three in a row that the half makes were seen,
/// where none of the two that are written was, and neither word is a name's.
const BARS: [f32; 4] = [2.6, 2.6, 2.3, 1.8];

/// What the odds are worth beside how seldom the two stand without the halves of words that they lack, and these in the order of
/// [`Gap::lack`]; and what all must come to.
const ODDS: f32 = 0.624;
#[rustfmt::skip]
const LACKED: [f32; LACKS] = [
    0.353, // always
    0.927, // the first, how seldom without a half behind it
    0.771, // the second, how seldom without one before it
    -0.654, // both
    -0.037, // the first ends a word
    -0.126, // the second begins one
    0.236, // never seen behind what is before
    0.448, // never seen before what is beyond
    0.486, // a number or name beyond
    -0.425, // the second stands before the first too
    -0.127, // count of the two
    0.251, // edge before
    0.371, // edge beyond
];
const LACKS: usize = 13;
const LACK: f32 = 3.95;

/// A word must be counted so often that its halves are thought to need each other.
const NEED: f32 = 3.0;

/// How often the word must have been counted, and the half left out beside what is no part of it.
const RARE: f32 = 8.0;
const WORD: f32 = 5.0;
const BESIDE: f32 = 2.0;

/// What speaks for or against any half between two neighbours, whichever it is.
pub(super) struct Around {
    chance: f32,
    /// Of either, how often it was counted alone, and what share.
    alone: [[f32; 2]; 2],
    before: [f32; 2],
    beyond: [f32; 2],
    own: [f32; 2],
    written: [f32; 2],
}

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
        let second = after.id().filter(|_| reading.ids[at] == Some(first))?;
        // Any number or name may stand behind nearly any word.
        if [first, second].iter().any(|word| reading.lexicon.is_any(*word)) {
            return None;
        }
        // The words of a name are its bearer's.
        let capital = |at: usize| reading.tokens.get(at).is_some_and(|token| token.shape == Shape::Capital);
        let behind_noun = at > 0 && reading.tokens[at].joined && reading.tokens[at - 1].shape == Shape::Lower;
        let named = capital(at) && (at > 0 && capital(at - 1) || behind_noun && capital(at + 1));
        if named || (capital(at + 1) && capital(at + 2)) {
            return None;
        }
        let names = [reading.before(at + 1), after].iter().filter(|side| matches!(side, Side::Name(_))).count();
        // *quan trọng của HĐND*: what is beyond an abbreviation is the rest of its full form.
        let inner = [reading.inner(at)[0], reading.inner(at + 1)[1]].map(|word| word.map(Side::Word));
        let (left, right) = (inner[0].unwrap_or(reading.before(at)), inner[1].unwrap_or(reading.behind(at + 1)));
        let gap = Self { lexicon: &reading.lexicon, first, second, left, right, capital: names as f32 };
        (!gap.is_settled()).then_some(gap)
    }

    /// Whether the two are known to stand together here.
    fn is_settled(&self) -> bool {
        let written = self.written();
        !self.is_rare()
            && (self.left == Side::Edge || written[0] > 0.0)
            && (self.right == Side::Edge || written[1] > 0.0)
    }

    /// Whether the two hardly ever stand together.
    fn is_rare(&self) -> bool {
        self.lexicon.pair(self.first, self.second).is_none_or(|pair| !pair.headword && pair.count <= RARE)
    }

    /// Whether the two were seen with what is before, and with what is beyond.
    fn written(&self) -> [f32; 2] {
        let two = [Some(self.first), Some(self.second)];
        [self.triple(self.left.id(), two[0], two[1]), self.triple(two[0], two[1], self.right.id())]
    }

    /// Which of the three in a row that a half makes here were seen.
    fn meant(&self, half: Id) -> [f32; 3] {
        let row = [self.left.id(), Some(self.first), Some(half), Some(self.second), self.right.id()];
        [0, 1, 2].map(|at| self.triple(row[at], row[at + 1], row[at + 2]))
    }

    /// The halves that may have been left out: what was seen between the two, and of neighbours that hardly ever meet
    /// also what makes a word with either.
    pub(super) fn halves(&self) -> impl Iterator<Item = Id> + '_ {
        let Self { lexicon, first, second, .. } = *self;
        let seen = lexicon.middles(first, second);
        let words = self.is_rare().then(|| lexicon.endings(first).chain(lexicon.openings(second)));
        let halves = words.into_iter().flatten().filter(move |half| {
            let beside = [lexicon.pair(first, *half), lexicon.pair(*half, second)].map(Option::unwrap_or_default);
            let word = |pair: &Pair| pair.headword && pair.count >= WORD;
            beside.iter().all(|pair| pair.count >= BESIDE) && beside.iter().any(word)
        });
        seen.chain(halves).filter(move |half| !lexicon.is_any(*half))
    }

    /// How often two were counted side by side, and as a word, as logarithms.
    fn counted(&self, first: Option<Id>, second: Option<Id>) -> [f32; 2] {
        let pair = first.zip(second).and_then(|(first, second)| self.lexicon.pair(first, second));
        let counted = pair.map_or(0.0, |pair| (pair.count + 1.0).ln());
        [counted, if pair.is_some_and(|pair| pair.headword) { counted } else { 0.0 }]
    }

    /// Whether three were ever seen in a row.
    fn triple(&self, first: Option<Id>, second: Option<Id>, third: Option<Id>) -> f32 {
        let three = first.zip(second).zip(third).map(|((first, second), third)| [first, second, third]);
        if three.is_some_and(|three| self.lexicon.triple(three)) { 1.0 } else { 0.0 }
    }

    /// What is the same for all halves.
    fn around(&self) -> Around {
        let Self { lexicon, first, second, .. } = *self;
        let alone = |word: Id| {
            let alone = lexicon.alone(word);
            [alone, alone - (lexicon.count(word) + 1.0).ln()]
        };
        Around {
            chance: lexicon.chance_behind(Some(first), second),
            alone: [alone(first), alone(second)],
            before: self.counted(self.left.id(), Some(first)),
            beyond: self.counted(Some(second), self.right.id()),
            own: self.counted(Some(first), Some(second)),
            written: self.written(),
        }
    }

    /// Whether two are a word whose halves need each other.
    fn is_word(&self, first: Option<Id>, second: Option<Id>) -> bool {
        let pair = first.zip(second).and_then(|(first, second)| self.lexicon.pair(first, second));
        pair.is_some_and(|pair| pair.headword && pair.count >= NEED)
    }

    /// Whether a half makes a word with either.
    fn completes(&self, half: Id) -> bool {
        self.is_word(Some(self.first), Some(half)) || self.is_word(Some(half), Some(self.second))
    }

    /// How much the two lack, whichever half it is.
    fn lack(&self, around: &Around) -> [f32; LACKS] {
        let Self { lexicon, first, second, left, right, .. } = *self;
        let ends = self.is_word(left.id(), Some(first));
        let begins = self.is_word(Some(second), right.id());
        let behind = if ends { 0.0 } else { lexicon.bound(first)[0] };
        let before = if begins { 0.0 } else { lexicon.bound(second)[1] };
        let one = |holds: bool| if holds { 1.0 } else { 0.0 };
        [
            1.0,
            behind,
            before,
            behind * before,
            one(ends),
            one(begins),
            one(left.id().is_some() && around.before[0] == 0.0),
            one(right.id().is_some() && around.beyond[0] == 0.0),
            one(right.id().is_some_and(|right| lexicon.is_any(right))),
            one(left.id() == Some(second)),
            around.own[0],
            one(left == Side::Edge),
            one(right == Side::Edge),
        ]
    }

    /// What speaks for one of them.
    pub(super) fn evidence(&self, half: Id, around: &Around) -> [f32; KINDS] {
        let Self { lexicon, first, second, left, right, capital } = *self;
        let Around { chance, alone, before, beyond, own, written } = around;
        let halves = [self.counted(Some(first), Some(half)), self.counted(Some(half), Some(second))];
        let meant = self.meant(half);
        [
            1.0,
            lexicon.chance_behind(Some(first), half),
            lexicon.chance_behind(Some(half), second),
            *chance,
            alone[0][0],
            alone[0][1],
            alone[1][0],
            alone[1][1],
            before[0],
            before[1],
            beyond[0],
            beyond[1],
            halves[0][0],
            halves[1][0],
            if left == Side::Edge { 1.0 } else { 0.0 },
            capital,
            own[0],
            halves[0][1],
            halves[1][1],
            own[1],
            written[0],
            written[1],
            meant[0],
            meant[1],
            meant[2],
            if right == Side::Edge { 1.0 } else { 0.0 },
            (lexicon.count(half) + 1.0).ln(),
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
    let around = gap.around();
    let odds = |half: Id| {
        gap.evidence(half, &around).iter().zip(&WORTH).map(|(evidence, worth)| evidence * worth).sum::<f32>()
    };
    let halves = gap.halves().map(|half| (half, odds(half)));
    let (half, odds) = halves.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let backed = if around.written == [0.0, 0.0] && gap.capital == 0.0 {
        gap.meant(half).iter().sum::<f32>() as usize
    } else {
        0
    };
    let lacked = gap.lack(&around).iter().zip(&LACKED).map(|(lack, worth)| lack * worth).sum::<f32>();
    let strange = around.written == [0.0, 0.0] && gap.completes(half) && odds * ODDS + lacked > LACK;
    // *mười phần quà, mỗi phần*: a word just told in full is cut short when it is told again.
    (odds > BARS[backed] || strange).then_some(())?;
    (!reading.is_cut_short(at, half)).then_some(())?;
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
            ("những nội dung quan trọng của HĐND huyện khóa XX", None),
            ("kết quả bầu cử HĐND các cấp", None),
        ] {
            let flags = check(text, &Exempt::new());
            let found = flags.first().map(|flag| (flag.word.as_str(), flag.suggestion.as_deref().unwrap_or_default()));
            assert_eq!(found, told, "{text}");
        }
    }
}
