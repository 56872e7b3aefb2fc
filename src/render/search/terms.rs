//! What one story adds to the index: which spellings it has, and which words stand side by side in it.

use std::borrow::Cow;
use std::collections::HashMap;

use super::words;
use crate::model::Story;
use crate::viet::fold::fold;

/// The spellings known so far and the words without marks that they fold to, each by its number.
#[derive(Default)]
pub struct Vocabulary {
    /// Words without marks.
    pub words: Vec<String>,
    numbers: HashMap<String, u32>,
    /// Spellings, with the number of their word.
    pub forms: Vec<(String, u32)>,
    form_numbers: HashMap<String, u32>,
}

impl Vocabulary {
    /// The number of a spelling, which is learnt when it is new.
    fn learn(&mut self, form: String) -> u32 {
        if let Some(number) = self.form_numbers.get(&form) {
            return *number;
        }
        let plain = fold(&form);
        let word = match self.numbers.get(&plain) {
            Some(word) => *word,
            None => {
                let word = number(self.words.len());
                self.words.push(plain.clone());
                self.numbers.insert(plain, word);
                word
            }
        };
        let known = number(self.forms.len());
        self.forms.push((form.clone(), word));
        self.form_numbers.insert(form, known);
        known
    }

    /// Learns what is new in a story; each spelling and each pair is told once.
    pub fn resolve(&mut self, terms: Terms) -> Resolved {
        let known = terms.known;
        let new: Vec<u32> = terms.new.into_iter().map(|form| self.learn(form)).collect();
        let form = |at: u32| if at < known { at } else { new[(at - known) as usize] };
        let forms = terms.forms.into_iter().map(|(at, weight)| (form(at), weight)).collect();
        let word = |at: u32| self.forms[form(at) as usize].1;
        let mut pairs: Vec<(u32, u32)> = terms.pairs.into_iter().map(|(one, next)| (word(one), word(next))).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Resolved { forms, pairs }
    }
}

/// A place in a list of fewer than 2³² entries: no site has as many words.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// In the text, the tags, the category.
    Text,
    /// In the headline.
    Headline,
}

/// What one story adds; a spelling is told by its number, and by a number from `known` on if it stands in `new`.
pub struct Terms {
    known: u32,
    new: Vec<String>,
    forms: Vec<(u32, Weight)>,
    pairs: Vec<(u32, u32)>,
}

/// The same in the numbers of the vocabulary.
pub struct Resolved {
    /// Spellings, with the mark of the headline.
    pub forms: Vec<(u32, Weight)>,
    /// Words without marks that stand side by side.
    pub pairs: Vec<(u32, u32)>,
}

/// The words of a story's text, headline and tags.
pub fn terms(vocabulary: &Vocabulary, story: &Story, text: &str) -> Terms {
    let known = number(vocabulary.forms.len());
    let mut terms = Terms { known, new: Vec::new(), forms: Vec::new(), pairs: Vec::new() };
    let mut new: HashMap<String, u32> = HashMap::new();
    let names = story.category.iter().chain(&story.tags).map(|name| (name.as_str(), Weight::Text));
    let parts = [(story.headline.as_str(), Weight::Headline), (text, Weight::Text)];
    for (part, weight) in parts.into_iter().chain(names) {
        let lower = part.to_lowercase();
        for clause in words::clauses(&lower) {
            let mut before = None;
            for word in words::words(clause) {
                let form = match vocabulary.form_numbers.get(word.as_ref()).or_else(|| new.get(word.as_ref())) {
                    Some(form) => *form,
                    None => told_first(word, &mut terms, &mut new),
                };
                terms.forms.push((form, weight));
                terms.pairs.extend(before.map(|before| (before, form)));
                before = Some(form);
            }
        }
    }
    // The headline comes first, so of a word that stands there too the mark is kept.
    terms.forms.sort_by_key(|(form, _)| *form);
    terms.forms.dedup_by_key(|(form, _)| *form);
    terms.pairs.sort_unstable();
    terms.pairs.dedup();
    terms
}

fn told_first(word: Cow<str>, terms: &mut Terms, new: &mut HashMap<String, u32>) -> u32 {
    let form = terms.known + number(terms.new.len());
    let word = word.into_owned();
    new.insert(word.clone(), form);
    terms.new.push(word);
    form
}
