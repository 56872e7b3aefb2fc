//! A text as the layers see it: tokens, each looked up once, and the neighbours that say something about them.

use std::borrow::Cow;

use crate::viet::abbreviation::expansions;
use crate::viet::letter::lower;
use crate::viet::place::{provinces_of, units};
use crate::viet::spell::exempt::{Exempt, Quotations, excuse};
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::place::Side;
use crate::viet::spell::token::{Shape, Token, cut};
use crate::viet::unicode::nfc;

/// A text cut into tokens, with what the lexicon knows of each.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) lexicon: Lexicon,
    pub(super) tokens: Vec<Token>,
    pub(super) ids: Vec<Option<Id>>,
    /// Words by which the text calls persons that it names: *bà* where *bà Lưu Thị Thu* stands.
    calls: Vec<Id>,
    /// Of each token with the one before it, what they are to each other.
    joints: Vec<Joint>,
}

/// Words by which persons are called.
pub(super) const CALLS: [&str; 15] =
    ["ông", "bà", "anh", "chị", "em", "cháu", "cô", "chú", "bác", "cụ", "thầy", "cậu", "dì", "mẹ", "con"];

/// Where two tokens meet.
#[derive(Clone, Copy)]
struct Joint {
    left: Side,
    right: Side,
    /// How often the two were counted.
    count: f32,
}

impl<'t> Reading<'t> {
    /// Cuts the text and looks every word up once.
    pub(super) fn new(text: &'t str, exempt: &Exempt) -> Self {
        let lexicon = Lexicon::embedded();
        let mut tokens = cut(text);
        if exempt.quotations == Quotations::Skip {
            for token in tokens.iter_mut().filter(|token| token.quoted) {
                token.shape = Shape::Other;
            }
        }
        if !exempt.phrases.is_empty() {
            excuse(text, &mut tokens, exempt);
        }
        let ids = tokens.iter().map(|token| look_up(&lexicon, text, token)).collect();
        let mut reading = Self { text, lexicon, tokens, ids, calls: Vec::new(), joints: Vec::new() };
        reading.calls = reading.calls();
        reading.joints = (0..reading.tokens.len()).map(|at| reading.joint(at)).collect();
        reading
    }

    /// A token as it stands.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.range.clone()])
    }

    /// A token in small letters, tone on the main vowel where it is a known word.
    pub(super) fn plain(&self, at: usize) -> Cow<'t, str> {
        match self.ids.get(at).copied().flatten() {
            Some(id) => Cow::Borrowed(self.lexicon.word(id)),
            None => Cow::Owned(lower(self.word(at))),
        }
    }

    /// The neighbour before, if it is a word of the same clause in small letters (or begins the sentence).
    pub(super) fn left(&self, at: usize) -> Option<Id> {
        let before = at.checked_sub(1).filter(|_| self.tokens[at].joined)?;
        matches!(self.tokens[before].shape, Shape::Lower | Shape::Initial).then_some(self.ids[before]).flatten()
    }

    /// The neighbour after, if it is a word of the same clause in small letters.
    pub(super) fn right(&self, at: usize) -> Option<Id> {
        let after = self.tokens.get(at + 1).filter(|token| token.joined)?;
        // *trồng thử năm 2019*: what counts the days belongs to its number.
        let dated = self.text[after.range.end..].trim_start_matches(' ').starts_with(|c: char| c.is_ascii_digit());
        let dated = dated && matches!(self.word(at + 1), "năm" | "tháng" | "ngày" | "quý");
        (after.shape == Shape::Lower && !dated).then_some(self.ids[at + 1]).flatten()
    }
}

impl Reading<'_> {
    /// What stands before a token.
    pub(super) fn before(&self, at: usize) -> Side {
        self.joints.get(at).map_or(Side::Edge, |joint| joint.left)
    }

    /// What stands behind a token.
    pub(super) fn behind(&self, at: usize) -> Side {
        self.joints.get(at + 1).map_or(Side::Edge, |joint| joint.right)
    }

    /// How often a token was counted behind the one before it.
    pub(super) fn counted(&self, at: usize) -> f32 {
        self.joints.get(at).map_or(0.0, |joint| joint.count)
    }

    /// The words by which persons are called that stand before a name.
    fn calls(&self) -> Vec<Id> {
        let calls: Vec<Id> = CALLS.iter().filter_map(|word| self.lexicon.find(word)).collect();
        let named = |two: &[Token]| two[1].joined && two[1].shape == Shape::Capital;
        let before = self.ids.iter().zip(self.tokens.windows(2)).filter(|(_, two)| named(two));
        let mut named: Vec<Id> = before.filter_map(|(id, _)| *id).filter(|id| calls.contains(id)).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// *Bà thống nhất*, *số tiền bà yêu cầu*: whether a token stands for a person whom the text names, and is half of no word.
    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        let own = self.ids[at].filter(|id| self.calls.contains(id));
        let word = |one: Option<Id>, other: Option<Id>| {
            one.zip(other).and_then(|(one, other)| self.lexicon.pair(one, other)).is_some_and(|pair| pair.headword)
        };
        let next = self.tokens.get(at + 1).filter(|next| next.joined).and(self.ids.get(at + 1)).copied().flatten();
        let before = at.checked_sub(1).filter(|_| self.tokens[at].joined).and_then(|before| self.ids[before]);
        own.is_some() && !word(own, next) && !word(before, own)
    }

    /// Where a token meets the one before it.
    fn joint(&self, at: usize) -> Joint {
        let Some(before) = at.checked_sub(1).filter(|_| self.tokens[at].joined) else {
            return Joint { left: Side::Edge, right: Side::Edge, count: 0.0 };
        };
        let (left, right) = (self.side(before, End::Last), self.side(at, End::First));
        let pair = left.id().zip(right.id()).and_then(|(first, second)| self.lexicon.pair(first, second));
        Joint { left, right, count: pair.map_or(0.0, |pair| pair.count) }
    }

    /// What a token is to its neighbour. Capitals in a row behind a word are a name.
    fn side(&self, at: usize, end: End) -> Side {
        let id = self.ids[at];
        let next = self.tokens.get(at + 1).is_some_and(|next| next.joined && next.shape == Shape::Capital);
        match self.tokens[at].shape {
            Shape::Lower | Shape::Initial if self.is_pronoun(at) => self.lexicon.name().map_or(Side::Edge, Side::Word),
            Shape::Lower | Shape::Initial => id.map_or(Side::Edge, Side::Word),
            // *Phó* is a title wherever it stands.
            Shape::Capital if self.word(at) == "Phó" => id.map_or(Side::Edge, Side::Word),
            Shape::Capital if matches!(end, End::First) && next => self.lexicon.name().map_or(Side::Edge, Side::Word),
            // *tỉnh Lâm Đồng họp*: the end of a place's name goes with nothing behind it.
            Shape::Capital if matches!(end, End::Last) && self.ends_a_place(at) => {
                self.lexicon.name().map_or(Side::Edge, Side::Word)
            }
            Shape::Capital => id.or(self.lexicon.name()).map_or(Side::Edge, Side::Name),
            Shape::Other => self.stand_in(at, end).map_or(Side::Edge, Side::Word),
        }
    }

    /// Whether a capital is the second of two that are a province or a district.
    fn ends_a_place(&self, at: usize) -> bool {
        let before =
            at.checked_sub(1).filter(|before| self.tokens[at].joined && self.tokens[*before].shape == Shape::Capital);
        before.is_some_and(|before| {
            let name = &self.text[self.tokens[before].range.start..self.tokens[at].range.end];
            !provinces_of(name).is_empty() || units().any(|unit| unit.name == name)
        })
    }

    /// How often two words stand side by side elsewhere in the text, not too far from a place.
    pub(super) fn repeats(&self, at: usize, first: Id, second: Id) -> f32 {
        let near = &self.ids[at.saturating_sub(NEAR)..(at + NEAR).min(self.ids.len())];
        let pairs = near.iter().zip(near.iter().skip(1));
        pairs.filter(|pair| *pair == (&Some(first), &Some(second))).count() as f32
    }

    /// Whether a token is the head of a word that stands in full just before: *mười phần quà, mỗi phần*.
    pub(super) fn is_cut_short(&self, at: usize, half: Id) -> bool {
        let before = at.checked_sub(1).filter(|_| self.tokens[at].joined);
        let each = before.is_some_and(|before| EACH.contains(&&*self.plain(before)));
        let full = [self.ids[at], Some(half)];
        each && self.ids[at.saturating_sub(JUST)..at].windows(2).any(|two| two == full)
    }

    /// The syllable that speaks for what is none: one for all numbers, one for all names (*H’Bia*), and of an
    /// abbreviation its full form's.
    fn stand_in(&self, at: usize, end: End) -> Option<Id> {
        let word = self.word(at);
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return self.lexicon.number();
        }
        if word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase) {
            return self.lexicon.name();
        }
        let full = expansions(word).next()?.full;
        let syllable = match end {
            End::First => full.split(' ').next(),
            End::Last => full.split(' ').next_back(),
        };
        self.lexicon.find(&syllable?.to_lowercase())
    }
}

impl Reading<'_> {
    /// Within the full form of an abbreviation the last syllable but one, and the second: of *TP* they are *thành* and *phố*.
    pub(super) fn inner(&self, at: usize) -> [Option<Id>; 2] {
        let abbreviated = self.tokens.get(at).is_some_and(|token| token.shape == Shape::Other);
        let word = self.word(at);
        if !abbreviated || !word.starts_with(char::is_uppercase) {
            return [None, None];
        }
        let Some(full) = expansions(word).next() else { return [None, None] };
        let find = |syllable: Option<&str>| self.lexicon.find(&syllable?.to_lowercase());
        [find(full.full.split(' ').rev().nth(1)), find(full.full.split(' ').nth(1))]
    }
}

/// Words behind which only the head of a word that was just told stands, and how far before it stands in full.
const EACH: [&str; 8] = ["mỗi", "từng", "một", "hai", "cả", "các", "những", "số"];
const JUST: usize = 14;

/// So many tokens before and behind a place are its surroundings.
const NEAR: usize = 1_000;

/// Which end of a full form is beside a word.
#[derive(Clone, Copy)]
enum End {
    First,
    Last,
}

/// The number of a word in the lexicon.
fn look_up(lexicon: &Lexicon, text: &str, token: &Token) -> Option<Id> {
    let word = &text[token.range.clone()];
    match token.shape {
        Shape::Other => None,
        Shape::Lower => lexicon.find(word).or_else(|| match nfc(word) {
            Cow::Borrowed(_) => None,
            Cow::Owned(composed) => lexicon.find(&composed),
        }),
        Shape::Initial | Shape::Capital => lexicon.find(&lower(&nfc(word))),
    }
}
