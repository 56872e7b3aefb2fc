//! How likely neighbours are, from what was counted of them.

use super::{Id, Lexicon, Pair, long, short, span};

impl Lexicon {
    /// How much oftener two syllables were counted side by side than chance would have it, as a logarithm; pairs never
    /// seen have none.
    pub fn bond(&self, first: Id, second: Id) -> Option<f32> {
        let pair = self.pair(first, second)?;
        let all: f32 = self.total as f32;
        let expected = long(self.sums, first) as f32 * self.count(second) / all;
        Some(((pair.count + 0.1) / (expected + 0.1)).ln())
    }

    /// The logarithm of the chance that `second` follows `first`, what is known of the two given, or stands at all where
    /// nothing is before it: absolute discounting, the rest shared by how many different neighbours a syllable has
    /// (Kneser & Ney 1995).
    pub fn chance(&self, first: Option<Id>, second: Id, pair: Option<Pair>) -> f32 {
        const DISCOUNT: f32 = 0.75;
        const HEADWORD_BONUS: f32 = 2.0;
        let variety = (f32::from(short(self.lefts, second)) + 0.2) / self.seconds.len() as f32;
        let Some(first) = first else {
            return variety.ln();
        };
        let types = span(self.row_at, usize::from(first)).len() as f32 + 1.0;
        let sum = long(self.sums, first) as f32 + 1.0;
        let seen = pair.map_or(0.0, |pair| {
            let bonus = if pair.headword { HEADWORD_BONUS } else { 0.0 };
            (pair.count + bonus - DISCOUNT).max(0.0)
        });
        ((seen + DISCOUNT * types * variety) / (sum + DISCOUNT * types)).ln()
    }

    /// The same where what is known of the two must first be looked up.
    pub fn chance_behind(&self, first: Option<Id>, second: Id) -> f32 {
        self.chance(first, second, first.and_then(|first| self.pair(first, second)))
    }

    /// The logarithm of the chance of a word between its neighbours.
    pub fn likelihood(&self, left: Option<Id>, word: Id, right: Option<Id>) -> f32 {
        self.chance_behind(left, word) + right.map_or(0.0, |right| self.chance_behind(Some(word), right))
    }
}
