//! Gathers what is known of each syllable from the lists of `data/`: attested syllables, counted pairs, and phrases of our
//! own. Runs in the build script only.

use std::collections::BTreeMap;

use crate::viet::syllable::Syllable;
use crate::viet::tone::Style;

/// What each neighbourhood in a phrase of our own counts.
const PHRASE: u64 = 3;

/// What stands in pairs and phrases for any number and any name.
const ANY: [&str; 2] = ["#", "@"];

/// What is known of one syllable.
#[derive(Default)]
pub struct Word {
    pub attested: bool,
    pub count: u64,
    /// How many different syllables were counted before it.
    pub lefts: u16,
    /// The syllables behind it, by their places in the list.
    pub row: BTreeMap<u16, Pair>,
    /// How often it was half of a word of the dictionary.
    pub bound: u64,
}

/// What is known of two neighbours.
#[derive(Clone, Copy, Default)]
pub struct Pair {
    pub count: u64,
    pub headword: bool,
}

/// All syllables in the order of their bytes, from a list of attested syllables (one a line), of pairs (`a b`, count,
/// headword flag), and of phrases, of which those behind `=` are words.
pub fn gather(attested: &str, pairs: &str, phrases: &str) -> Vec<(String, Word)> {
    let mut words: BTreeMap<String, Word> = ANY.map(|any| (any.to_owned(), Word::default())).into();
    for word in attested.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        words.entry(word.to_owned()).or_default().attested = true;
    }
    let mut counted: BTreeMap<(String, String), Pair> = BTreeMap::new();
    for (first, second, pair) in pairs.lines().filter_map(read_pair) {
        words.entry(first.to_owned()).or_default();
        words.entry(second.to_owned()).or_default();
        counted.insert((first.to_owned(), second.to_owned()), pair);
    }
    for phrase in phrases.lines() {
        for (neighbours, headword) in joints(phrase, &words) {
            let pair = counted.entry(neighbours).or_default();
            pair.count += PHRASE;
            pair.headword |= headword;
        }
    }
    let index: BTreeMap<String, u16> = words.keys().cloned().zip(0..).collect();
    let mut words: Vec<(String, Word)> = words.into_iter().collect();
    for ((first, second), pair) in counted {
        let (first, second) = (index[&first], index[&second]);
        let bound = if pair.headword { pair.count } else { 0 };
        let word = &mut words[usize::from(first)].1;
        word.row.insert(second, pair);
        word.count += pair.count;
        word.bound += bound;
        let word = &mut words[usize::from(second)].1;
        word.bound += bound;
        word.lefts += u16::from(pair.count > 0);
    }
    words
}

/// One line of the list of pairs.
fn read_pair(line: &str) -> Option<(&str, &str, Pair)> {
    let mut columns = line.split('\t');
    let (first, second) = columns.next()?.split_once(' ')?;
    let pair = Pair { count: columns.next()?.parse().ok()?, headword: columns.next()? == "1" };
    Some((first, second, pair))
}

/// The neighbours in a phrase, and whether they are a word. Nothing is said across a comma or a foreign word.
fn joints(line: &str, words: &BTreeMap<String, Word>) -> Vec<((String, String), bool)> {
    let line = line.to_lowercase();
    let phrase = line.trim_start_matches('=');
    let known = |word: &str| {
        let key = Syllable::parse(word).map_or(word.to_owned(), |syllable| syllable.write(Style::MainVowel));
        words.contains_key(&key).then_some(key)
    };
    let syllables: Vec<Option<String>> = phrase.replace(',', " , ").split_whitespace().map(known).collect();
    let headword = phrase.len() < line.len() && syllables.len() == 2;
    let pairs = syllables.iter().zip(syllables.iter().skip(1));
    pairs.filter_map(|(first, second)| Some(((first.clone()?, second.clone()?), headword))).collect()
}
