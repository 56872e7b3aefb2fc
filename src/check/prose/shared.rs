//! Which of many things share words with one: an index, so that long stories take no longer for each of their words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A word that stands beside more things than these tells none of them from the others.
const MOST: usize = 64;

/// Things by the words that belong to them.
pub struct Shared<'w> {
    beside: HashMap<&'w str, Vec<usize>>,
}

impl<'w> Shared<'w> {
    /// The index of things in the order of their words.
    pub fn of(all: impl Iterator<Item = &'w BTreeSet<String>>) -> Shared<'w> {
        let mut beside: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, words) in all.enumerate() {
            for word in words {
                beside.entry(word).or_default().push(at);
            }
        }
        beside.retain(|_, things| things.len() <= MOST);
        Shared { beside }
    }

    /// The things that share any of some words, with how many of them.
    pub fn with<'s>(&self, words: impl Iterator<Item = &'s String>) -> BTreeMap<usize, usize> {
        let mut found = BTreeMap::new();
        for at in words.filter_map(|word| self.beside.get(word.as_str())).flatten() {
            *found.entry(*at).or_default() += 1;
        }
        found
    }
}
