//! A sieve of the syllables that phrases of a table begin with, made when the program is compiled: nearly every word of a
//! text begins none, and is let go at once.

use crate::viet::spell::layout::hash;

/// How many bits the sieve has.
const BITS: usize = 1 << 13;

/// The syllables that begin a phrase, and few others.
pub(super) struct Heads([u64; BITS / 64]);

impl Heads {
    /// None.
    pub(super) const fn none() -> Self {
        Self([0; BITS / 64])
    }

    /// These and the first syllable of a phrase.
    pub(super) const fn with(mut self, phrase: &str) -> Self {
        let phrase = phrase.as_bytes();
        let mut end = 0;
        while end < phrase.len() && phrase[end] != b' ' {
            end += 1;
        }
        let bit = hash(phrase.split_at(end).0) as usize % BITS;
        self.0[bit / 64] |= 1 << (bit % 64);
        self
    }

    /// Whether a syllable may begin one of the phrases.
    pub(super) fn may_be(&self, syllable: &str) -> bool {
        let bit = hash(syllable.as_bytes()) as usize % BITS;
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::Heads;

    #[test]
    fn first_syllables_pass() {
        const HEADS: Heads = Heads::none().with("bổ xung").with("xâu");
        assert!(HEADS.may_be("bổ") && HEADS.may_be("xâu") && !HEADS.may_be("xung"));
    }
}
