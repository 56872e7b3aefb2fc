//! What a project knows better than the lexicon: its own words and names, and how it treats quotations.

use std::collections::{BTreeMap, BTreeSet};

use crate::viet::spell::token::{Shape, Token};
use crate::viet::tone::{Names, Style, restyle_names};
use crate::viet::unicode::nfc;

/// Whether quoted words are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Quotations {
    /// As all others.
    #[default]
    Judge,
    /// Left alone: a quotation keeps its writer's spelling.
    Skip,
}

/// What a project knows better: its own words and names, and whether quotations are judged.
#[derive(Debug, Clone, Default)]
pub struct Exempt {
    pub(super) phrases: BTreeMap<String, BTreeSet<Vec<String>>>,
    pub(super) quotations: Quotations,
}

impl Exempt {
    /// Nothing but what the language itself exempts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a word or a phrase; it is exempt wherever it stands, whatever its capitals and tone style.
    pub fn add(&mut self, phrase: &str) {
        let words: Vec<String> = phrase.split_whitespace().map(plain).collect();
        if let Some(first) = words.first() {
            self.phrases.entry(first.clone()).or_default().insert(words);
        }
    }

    /// Sets what happens to quoted words.
    pub fn quotations(mut self, quotations: Quotations) -> Self {
        self.quotations = quotations;
        self
    }

    /// How many words the longest exempt phrase beginning at the head of `words` has.
    fn match_length<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> usize {
        let Some(phrases) = words.clone().next().and_then(|first| self.phrases.get(&plain(first))) else {
            return 0;
        };
        let begins = |phrase: &&Vec<String>| {
            let mut words = words.clone();
            phrase.iter().all(|part| words.next().is_some_and(|word| plain(word) == *part))
        };
        phrases.iter().filter(begins).map(Vec::len).max().unwrap_or(0)
    }
}

impl<S: AsRef<str>> FromIterator<S> for Exempt {
    fn from_iter<I: IntoIterator<Item = S>>(phrases: I) -> Self {
        let mut exempt = Self::new();
        for phrase in phrases {
            exempt.add(phrase.as_ref());
        }
        exempt
    }
}

/// The form under which words are compared: NFC, small letters, tone on the main vowel.
fn plain(word: &str) -> String {
    restyle_names(&nfc(word).to_lowercase(), Style::MainVowel, Names::Change)
}

/// Takes a project's own words out of the judgement.
pub(super) fn excuse(text: &str, tokens: &mut [Token], exempt: &Exempt) {
    let mut at = 0;
    while at < tokens.len() {
        let words = tokens[at..].iter().map(|token| &text[token.range.clone()]);
        let length = exempt.match_length(words);
        for token in &mut tokens[at..at + length] {
            token.shape = Shape::Other;
        }
        at += length.max(1);
    }
}
