//! Gathers what is known of each syllable from the lists of `data/`: attested syllables, counted pairs, and phrases of our
//! own. Runs in the build script only.

use std::collections::{BTreeMap, BTreeSet};

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

/// Three syllables in a row, each time by their places in the list: those of `a b c` a line, and those within phrases.
pub fn triples(words: &[(String, Word)], listed: &str, phrases: &str) -> BTreeSet<[u16; 3]> {
    let index: BTreeMap<&str, u16> = words.iter().map(|(word, _)| word.as_str()).zip(0..).collect();
    let place = |word: &str| index.get(word).copied();
    let mut found = BTreeSet::new();
    for line in listed.lines() {
        let mut row = line.split(' ').map(place);
        if let (Some(Some(first)), Some(Some(second)), Some(Some(third))) = (row.next(), row.next(), row.next()) {
            found.insert([first, second, third]);
        }
    }
    for phrase in phrases.lines() {
        let row: Vec<Option<u16>> =
            syllables(phrase, |word| index.contains_key(word)).iter().map(|word| place(word.as_deref()?)).collect();
        let known = row.windows(3).filter_map(|three| Some([three[0]?, three[1]?, three[2]?]));
        found.extend(known);
    }
    found
}

/// One line of the list of pairs.
fn read_pair(line: &str) -> Option<(&str, &str, Pair)> {
    let mut columns = line.split('\t');
    let (first, second) = columns.next()?.split_once(' ')?;
    let pair = Pair { count: columns.next()?.parse().ok()?, headword: columns.next()? == "1" };
    Some((first, second, pair))
}

/// The syllables of a phrase; a comma or a foreign word, across which nothing is said, is none.
fn syllables(phrase: &str, is_known: impl Fn(&str) -> bool) -> Vec<Option<String>> {
    let key = |word: &str| Syllable::parse(word).map_or(word.to_owned(), |syllable| syllable.write(Style::MainVowel));
    let phrase = phrase.trim_start_matches('=').to_lowercase().replace(',', " , ");
    phrase.split_whitespace().map(key).map(|key| is_known(&key).then_some(key)).collect()
}

/// The neighbours in a phrase, and whether they are a word; what stands beside a name of several words stands beside any.
fn joints(phrase: &str, words: &BTreeMap<String, Word>) -> Vec<((String, String), bool)> {
    let known = |word: &str| words.contains_key(word);
    let own = syllables(phrase, known);
    let headword = phrase.starts_with('=') && own.len() == 2;
    let with_names = syllables(&names_as_one(phrase), known);
    let of_names = with_names.windows(2).filter(|two| two.iter().flatten().any(|word| word == ANY[1]));
    let pairs = own.windows(2).map(|two| (two, headword)).chain(of_names.map(|two| (two, false)));
    pairs.filter_map(|(two, headword)| Some(((two[0].clone()?, two[1].clone()?), headword))).collect()
}

/// A phrase with the sign for any name in the place of several capitalised words in a row.
fn names_as_one(phrase: &str) -> String {
    let words: Vec<&str> = phrase.trim_start_matches('=').split_whitespace().collect();
    let runs = words.chunk_by(|one, next| [one, next].iter().all(|word| word.starts_with(char::is_uppercase)));
    runs.map(|run| if run.len() > 1 { ANY[1].to_owned() } else { run.join(" ") }).collect::<Vec<_>>().join(" ")
}
