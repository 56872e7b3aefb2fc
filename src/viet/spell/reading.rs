//! A text as the layers see it: tokens, each looked up once, and the neighbours that say something about them.

use std::borrow::Cow;

use crate::viet::spell::exempt::{Exempt, Quotations, excuse};
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::token::{Shape, Token, cut};
use crate::viet::unicode::nfc;

/// A text cut into tokens, with what the lexicon knows of each.
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) lexicon: Lexicon,
    pub(super) tokens: Vec<Token>,
    pub(super) ids: Vec<Option<Id>>,
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
        Self { text, lexicon, tokens, ids }
    }

    /// A token as it stands.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.range.clone()])
    }

    /// A token in small letters, tone on the main vowel where it is a known word.
    pub(super) fn plain(&self, at: usize) -> Cow<'t, str> {
        match self.ids.get(at).copied().flatten() {
            Some(id) => Cow::Borrowed(self.lexicon.word(id)),
            None => Cow::Owned(self.word(at).to_lowercase()),
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
