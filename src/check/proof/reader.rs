//! The words of a record, value by value; ids, numbers, addresses and codes are no language.

use std::sync::Arc;

use super::Proof;
use crate::record::Visit;
use crate::record::party::{Body, is_id};
use crate::record::value::{Prose, Text};
use crate::source::{Source, Span};

/// Collects the words of a record.
pub struct Reader<'a> {
    pub(super) proof: &'a mut Proof,
    pub(super) source: &'a Arc<Source>,
}

impl Reader<'_> {
    /// Ids, numbers, addresses and codes are no language.
    fn read(&mut self, words: &str, span: Span) {
        let single = !words.contains(char::is_whitespace);
        let code = is_id(words) || (single && (words.is_ascii() || !words.chars().any(char::is_lowercase)));
        if !code && !words.is_empty() {
            self.proof.add(words, self.source, span);
        }
    }
}

impl Visit for Reader<'_> {
    fn text(&mut self, text: &Text) {
        self.read(text, text.span);
    }

    fn prose(&mut self, prose: &Prose) {
        let known = self.proof.parts.len();
        self.read(prose, prose.span);
        self.proof.parts.iter_mut().skip(known).for_each(|part| part.by_hand = true);
    }

    fn body(&mut self, body: &Body) {
        if let Some(short) = &body.fields.abbreviation {
            self.proof.explained.insert(short.value.clone());
        }
    }
}
