//! The search index — *tìm kiếm*: plain JSON files of bounded size that a page's script picks from, so that any file
//! server can hold it. A word without marks leads to its spellings, each with its stories; neighbours are kept as pairs.

mod code;
mod words;

use std::collections::{BTreeMap, HashMap};

use serde_json::json;

use super::{Area, Output, Sink};
use crate::model::Story;
use crate::record::value::date;
use crate::viet::fold::fold;
use code::Postings;

/// Bytes of one file of words or pairs, about; a reader's script loads one for each word asked for.
const SHARD: usize = 12 * 1024;

/// Stories in one file of headlines.
const HEADLINES: usize = 4;

/// The folder of the index and of the page that asks it.
pub const FOLDER: &str = "tim-kiem/";

/// What one story adds: its words, told once each.
pub struct Terms {
    /// Words without marks.
    folded: Vec<String>,
    /// Spellings: the word as written, the number of its folded form, and whether the headline has it.
    forms: Vec<(String, usize, Weight)>,
    /// Neighbours, as numbers of folded words.
    pairs: Vec<(usize, usize)>,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    Text,
    Headline,
}

/// The words of a story's text, headline and tags.
pub fn terms(story: &Story, text: &str) -> Terms {
    let mut terms = Terms { folded: Vec::new(), forms: Vec::new(), pairs: Vec::new() };
    let mut forms: HashMap<String, usize> = HashMap::new();
    let mut folded: HashMap<String, usize> = HashMap::new();
    let names = story.category.iter().chain(&story.tags).map(|name| (name.as_str(), Weight::Text));
    let parts = [(story.headline.as_str(), Weight::Headline), (text, Weight::Text)];
    for (part, weight) in parts.into_iter().chain(names) {
        let lower = part.to_lowercase();
        let mut before = None;
        for word in words::words(&lower) {
            let form = match forms.get(word.as_ref()) {
                Some(form) => *form,
                None => {
                    let plain = fold(&word);
                    let at = folded.len();
                    let number = *folded.entry(plain.clone()).or_insert(at);
                    if number == at {
                        terms.folded.push(plain);
                    }
                    forms.insert(word.clone().into_owned(), terms.forms.len());
                    terms.forms.push((word.into_owned(), number, weight));
                    terms.forms.len() - 1
                }
            };
            let number = terms.forms[form].1;
            terms.pairs.extend(before.map(|before| (before, number)));
            before = Some(number);
        }
    }
    terms.pairs.sort_unstable();
    terms.pairs.dedup();
    terms
}

/// The index while stories are added to it, newest first.
#[derive(Default)]
pub struct Index {
    /// Folded words by number, and the number of each.
    words: Vec<String>,
    numbers: HashMap<String, usize>,
    forms: HashMap<String, (usize, Postings)>,
    pairs: HashMap<(usize, usize), Postings>,
    stories: usize,
}

impl Index {
    /// Adds the next story.
    pub fn add(&mut self, terms: Terms) {
        let story = self.stories;
        self.stories += 1;
        let numbers: Vec<usize> = terms.folded.into_iter().map(|word| self.number(word)).collect();
        for (form, folded, weight) in terms.forms {
            let (_, stories) = self.forms.entry(form).or_insert_with(|| (numbers[folded], Postings::default()));
            stories.push(story, usize::from(weight == Weight::Headline), 2);
        }
        for (one, next) in terms.pairs {
            self.pairs.entry((numbers[one], numbers[next])).or_default().push(story, 0, 1);
        }
    }

    fn number(&mut self, word: String) -> usize {
        if let Some(number) = self.numbers.get(&word) {
            return *number;
        }
        self.words.push(word.clone());
        self.numbers.insert(word, self.words.len() - 1);
        self.words.len() - 1
    }

    /// Writes the index; `stories` are the added ones, with what lists tell of them.
    pub fn render<'a>(self, stories: &[&'a Story], standfirst: &dyn Fn(&'a Story) -> &'a str, sink: &dyn Sink) {
        let put = |name: String, bytes: Vec<u8>| {
            sink.put(Output { area: Area::Public, path: format!("{FOLDER}{name}"), bytes, origin: String::new() });
        };
        let mut words: BTreeMap<&str, Vec<(&str, String)>> = BTreeMap::new();
        for (form, (folded, postings)) in &self.forms {
            words.entry(&self.words[*folded]).or_default().push((form, postings.text()));
        }
        let words = words.into_iter().map(|(word, mut forms)| {
            forms.sort_unstable();
            (word.to_owned(), json!(forms))
        });
        let words = sharded(words, "tu", &put);
        let pair = |((one, next), postings): (&(usize, usize), &Postings)| {
            (format!("{} {}", self.words[*one], self.words[*next]), json!(postings.text()))
        };
        let pairs: BTreeMap<String, serde_json::Value> = self.pairs.iter().map(pair).collect();
        let pairs = sharded(pairs.into_iter(), "cap", &put);
        for (number, part) in stories.chunks(HEADLINES).enumerate() {
            let told = |story: &&'a Story| {
                json!([
                    story.path,
                    story.headline,
                    date::numeric(story.day()),
                    story.day().to_string(),
                    standfirst(story)
                ])
            };
            put(format!("tin-{number}.json"), bytes(&json!(part.iter().map(told).collect::<Vec<_>>())));
        }
        put("muc-luc.json".to_owned(), bytes(&contents(stories, &words, &pairs)));
    }
}

/// The file that is read first: which file holds what, and by which year, category and kind results can be narrowed.
fn contents(stories: &[&Story], words: &[String], pairs: &[String]) -> serde_json::Value {
    let mut years: Vec<(i16, usize)> = Vec::new();
    for (number, story) in stories.iter().enumerate() {
        if years.last().is_none_or(|(year, _)| *year != story.day().year()) {
            years.push((story.day().year(), number));
        }
    }
    let mut categories: Vec<&str> = stories.iter().filter_map(|story| story.category.as_deref()).collect();
    categories.sort_unstable();
    categories.dedup();
    let of = |story: &&Story| story.category.as_deref().and_then(|name| categories.binary_search(&name).ok());
    let category = |story: &&Story| of(story).map_or(0, |at| at + 1);
    let kind = |story: &&Story| story.kind().order();
    json!({
        "stories": stories.len(), "headlines": HEADLINES, "years": years, "categories": categories,
        "category": code::numbers(stories.iter().map(category)), "kind": code::numbers(stories.iter().map(kind)),
        "words": words, "pairs": pairs,
    })
}

/// Cuts sorted entries into files; returns the first entry of each.
fn sharded(
    entries: impl Iterator<Item = (String, serde_json::Value)>,
    name: &str,
    put: &dyn Fn(String, Vec<u8>),
) -> Vec<String> {
    let mut firsts = Vec::new();
    let mut shard = String::new();
    for (key, value) in entries {
        let entry = format!("{}:{value}", json!(key));
        if !shard.is_empty() && shard.len() + entry.len() > SHARD {
            put(format!("{name}-{}.json", firsts.len() - 1), format!("{{{shard}}}\n").into_bytes());
            shard.clear();
        }
        if shard.is_empty() {
            firsts.push(key);
        } else {
            shard.push_str(",\n");
        }
        shard.push_str(&entry);
    }
    if !shard.is_empty() {
        put(format!("{name}-{}.json", firsts.len() - 1), format!("{{{shard}}}\n").into_bytes());
    }
    firsts
}

fn bytes(json: &serde_json::Value) -> Vec<u8> {
    let mut bytes = json.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}
