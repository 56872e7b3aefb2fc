//! Proof-reading in layers: is it a syllable, is it one anybody writes, does it keep company it is known to keep?
//! The last layer finds real words in the wrong place: `đại điện` where *đại diện* was meant.
//!
//! **Grammar.** 17,244 syllables can be written ([`crate::viet::syllable`]); `thưc` is none of them.
//! **Attested.** 6,627 of those are found in dictionaries and print; `ngưn` is not.
//! **Company.** 213,290 pairs of neighbours were counted in 1.76 million syllables of law and news. Two
//! neighbours never seen together are compared with all that one slip could have turned into them.
//! **Known confusions.** A list of phrases that are wrong wherever they stand (`sát nhập`).
//!
//! Names, abbreviations, numbers, addresses, roman numerals and loans are never judged. The lexicon lies in
//! the program as 0.9 MB of sorted tables; opening it builds nothing.

mod company;
mod confusions;
mod guess;
pub mod layout;
pub mod lexicon;
mod loans;
#[cfg(test)]
mod slips;
mod token;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::viet::tone::{Names, Style, placements, recase, restyle_names};
use crate::viet::unicode::nfc;
use lexicon::{Id, Lexicon};
use token::{Shape, Token, cut};

/// A word or phrase thought wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// Where it stands, in bytes of the text given.
    pub range: Range<usize>,
    /// Why it is thought wrong.
    pub kind: Kind,
    /// The word as it stands.
    pub word: String,
    /// What was probably meant, with the capitals of the word.
    pub suggestion: Option<String>,
}

/// Why a word is thought wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// No syllable at all: `thưc`, `nghành`, `trnog`.
    Unwritable,
    /// A syllable that could be, and is not: found in no dictionary and no print.
    Unattested,
    /// A syllable that exists, beside neighbours it never has: `đại điện`.
    Company,
    /// A phrase known to be a confusion: `sát nhập` for *sáp nhập*.
    Confusion,
}

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
    phrases: BTreeMap<String, BTreeSet<Vec<String>>>,
    quotations: Quotations,
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
        let Some(phrases) = words.clone().next().and_then(|first| self.phrases.get(&plain(first)))
        else {
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

/// A text cut into tokens, with what the lexicon knows of each.
struct Reading<'t> {
    text: &'t str,
    lexicon: Lexicon,
    tokens: Vec<Token>,
    ids: Vec<Option<Id>>,
}

impl<'t> Reading<'t> {
    /// Cuts the text and looks every word up once.
    fn new(text: &'t str, exempt: &Exempt) -> Self {
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
        Self {
            text,
            lexicon,
            tokens,
            ids,
        }
    }

    /// A token as it stands.
    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.range.clone()])
    }

    /// The neighbour before, if it is a word of the same clause in small letters (or begins the sentence).
    fn left(&self, at: usize) -> Option<Id> {
        let before = at.checked_sub(1).filter(|_| self.tokens[at].joined)?;
        matches!(self.tokens[before].shape, Shape::Lower | Shape::Initial)
            .then_some(self.ids[before])
            .flatten()
    }

    /// The neighbour after, if it is a word of the same clause in small letters.
    fn right(&self, at: usize) -> Option<Id> {
        let after = self.tokens.get(at + 1).filter(|token| token.joined)?;
        (after.shape == Shape::Lower).then_some(self.ids[at + 1]).flatten()
    }
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
        Shape::Initial | Shape::Capital => lexicon.find(&nfc(word).to_lowercase()),
    }
}

/// Takes a project's own words out of the judgement.
fn excuse(text: &str, tokens: &mut [Token], exempt: &Exempt) {
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

/// Everything in the text that looks misspelt, in order, none overlapping another.
pub fn check(text: &str, exempt: &Exempt) -> Vec<Flag> {
    let reading = Reading::new(text, exempt);
    let mut flags = confusions::find(&reading);
    flags.extend(guess::find(&reading));
    flags.extend(company::find(&reading));
    // A confusion explains the words in it; of other overlaps the first found stays.
    let mut kept: Vec<Flag> = Vec::with_capacity(flags.len());
    for flag in flags {
        let overlaps =
            |k: &Flag| k.range.start < flag.range.end && flag.range.start < k.range.end;
        if !kept.iter().any(overlaps) {
            kept.push(flag);
        }
    }
    kept.sort_by_key(|flag| flag.range.start);
    style_suggestions(text, &mut kept);
    kept
}

/// Writes the suggestions in the placement style the text itself mostly follows.
fn style_suggestions(text: &str, flags: &mut [Flag]) {
    if flags.is_empty() {
        return;
    }
    let placed = placements(text, Names::Keep);
    let main = placed.iter().filter(|word| word.style == Style::MainVowel).count();
    let style = if main * 2 > placed.len() { Style::MainVowel } else { Style::FirstVowel };
    for flag in flags {
        if let Some(suggestion) = &flag.suggestion {
            flag.suggestion = Some(restyle_names(suggestion, style, Names::Change));
        }
    }
}

/// A flag on one token.
fn flag(reading: &Reading<'_>, at: usize, kind: Kind, suggestion: Option<&str>) -> Flag {
    let word = reading.word(at);
    Flag {
        range: reading.tokens[at].range.clone(),
        kind,
        word: word.to_owned(),
        suggestion: suggestion.map(|meant| {
            if word.chars().next().is_some_and(char::is_uppercase) {
                recase_first(meant)
            } else {
                meant.to_owned()
            }
        }),
    }
}

/// The word with a capital at its head.
fn recase_first(word: &str) -> String {
    let head: String = word.chars().take(1).flat_map(char::to_uppercase).collect();
    recase(word, &head).chars().take(1).chain(word.chars().skip(1)).collect()
}
