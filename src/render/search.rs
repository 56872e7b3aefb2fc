//! The search index — *tìm kiếm*: plain JSON files of bounded size that a page's script picks from, so that any file
//! server can hold it. A word without marks leads to its spellings, each with its stories; neighbours are kept as pairs. Longer
//! phrases are looked up in the texts of the few stories that have all their pairs.

mod code;
mod followers;
mod terms;
mod words;

use rayon::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::{Area, Output, Sink};
use crate::model::Story;
use crate::record::value::date;
use followers::Followers;
use terms::{Resolved, Terms, Vocabulary, Weight};

/// Bytes of one file of words or pairs, about; a reader's script loads one for each word asked for.
const SHARD: usize = 12 * 1024;

/// Stories in one file of headlines.
const HEADLINES: usize = 4;

/// The folder of the index and of the page that asks it.
pub const FOLDER: &str = "tim-kiem/";

/// The index while stories are added to it, newest first.
#[derive(Default)]
pub struct Index {
    vocabulary: Vocabulary,
    /// By spelling: the stories that have it, doubled, odd where the headline has it.
    forms: Vec<Vec<u32>>,
    /// By word: the words that follow it.
    followers: Vec<Followers>,
    stories: u32,
}

/// Words that are turned into entries at a time: enough for all cores, few enough to bound what is held.
const WORDS: usize = 256;

impl Index {
    /// What a story would add.
    pub fn terms(&self, story: &Story, text: &str) -> Terms {
        terms::terms(&self.vocabulary, story, text)
    }

    /// Adds the next story.
    pub fn add(&mut self, terms: Terms) {
        let Resolved { forms, pairs } = self.vocabulary.resolve(terms);
        self.forms.resize_with(self.vocabulary.forms.len(), Vec::new);
        self.followers.resize_with(self.vocabulary.words.len(), Followers::default);
        for (form, weight) in forms {
            self.forms[form as usize].push(self.stories * 2 + u32::from(weight == Weight::Headline));
        }
        for (one, next) in pairs {
            self.followers[one as usize].add(next, self.stories);
        }
        self.stories += 1;
    }

    /// The numbers of the words in the order of the files, and the place of each word in that order.
    fn order(&self) -> (Vec<usize>, Vec<usize>) {
        let words = &self.vocabulary.words;
        let mut order: Vec<usize> = (0..words.len()).collect();
        order.par_sort_unstable_by(|a, b| words[*a].cmp(&words[*b]));
        let mut places = vec![0; order.len()];
        order.iter().enumerate().for_each(|(place, word)| places[*word] = place);
        (order, places)
    }

    /// Writes the files of words; returns the first word of each.
    fn words(&self, order: &[usize], put: Put) -> Vec<String> {
        let mut forms: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
        for (form, (_, word)) in self.vocabulary.forms.iter().enumerate() {
            forms[*word as usize].push(form);
        }
        let spelt = |form: &usize| self.vocabulary.forms[*form].0.as_str();
        let entry = |word: &usize| {
            let mut forms = forms[*word].clone();
            forms.sort_unstable_by_key(spelt);
            let told = forms.iter().map(|form| (spelt(form), code::doubled(&self.forms[*form])));
            Entry::new(self.vocabulary.words[*word].clone(), &told.collect::<Vec<_>>())
        };
        let mut shards = Shards::new("tu", put);
        for some in order.chunks(WORDS) {
            some.par_iter().map(entry).collect::<Vec<_>>().into_iter().for_each(|entry| shards.add(entry));
        }
        shards.end()
    }

    /// Writes the files of neighbours, and lets go of what it has written; returns the first pair of each.
    fn pairs(&mut self, (order, places): (&[usize], &[usize]), put: Put) -> Vec<String> {
        let mut shards = Shards::new("cap", put);
        for some in order.chunks(WORDS) {
            let taken: Vec<(usize, Followers)> =
                some.iter().map(|word| (*word, std::mem::take(&mut self.followers[*word]))).collect();
            let words = &self.vocabulary.words;
            let entries = |(word, followers): (usize, Followers)| {
                let mut followers: Vec<(u32, u32)> = followers.all().collect();
                followers.sort_unstable_by_key(|(next, story)| (places[*next as usize], *story));
                let of_pair = |pair: &[(u32, u32)]| {
                    let stories: Vec<u32> = pair.iter().map(|(_, story)| *story).collect();
                    Entry::new(format!("{} {}", words[word], words[pair[0].0 as usize]), &code::single(&stories))
                };
                followers.chunk_by(|(one, _), (other, _)| one == other).map(of_pair).collect::<Vec<_>>()
            };
            let entries: Vec<Vec<Entry>> = taken.into_par_iter().map(entries).collect();
            entries.into_iter().flatten().for_each(|entry| shards.add(entry));
        }
        shards.end()
    }

    /// Writes the index; `stories` are the added ones, with what lists tell of them.
    pub fn render<'a>(mut self, stories: &[&'a Story], standfirst: &dyn Fn(&'a Story) -> &'a str, sink: &dyn Sink) {
        let put = |name: String, bytes: Vec<u8>| {
            sink.put(Output { area: Area::Public, path: format!("{FOLDER}{name}"), bytes, origin: String::new() });
        };
        let (order, places) = self.order();
        let words = self.words(&order, &put);
        let pairs = self.pairs((&order, &places), &put);
        for (number, part) in stories.chunks(HEADLINES).enumerate() {
            let told = |story: &&'a Story| {
                json!([
                    story.path,
                    story.headline,
                    date::numeric(story.day()),
                    story.day().to_string(),
                    standfirst(story),
                    // What the index knows of a story and its text does not tell.
                    story.category.iter().chain(&story.tags).map(String::as_str).collect::<Vec<_>>().join("\n")
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

/// One key of a file, and its line there.
struct Entry {
    key: String,
    line: String,
}

impl Entry {
    fn new(key: String, value: &impl Serialize) -> Entry {
        let line = format!("{}:{}", json!(key), json!(value));
        Entry { key, line }
    }
}

/// Takes a file by its name.
type Put<'a> = &'a dyn Fn(String, Vec<u8>);

/// Sorted entries, cut into files as they come.
struct Shards<'a> {
    name: &'a str,
    put: Put<'a>,
    firsts: Vec<String>,
    shard: String,
}

impl<'a> Shards<'a> {
    fn new(name: &'a str, put: Put<'a>) -> Shards<'a> {
        Shards { name, put, firsts: Vec::new(), shard: String::new() }
    }

    fn add(&mut self, Entry { key, line }: Entry) {
        if !self.shard.is_empty() && self.shard.len() + line.len() > SHARD {
            self.put();
        }
        if self.shard.is_empty() {
            self.firsts.push(key);
        } else {
            self.shard.push_str(",\n");
        }
        self.shard.push_str(&line);
    }

    fn put(&mut self) {
        let file = format!("{}-{}.json", self.name, self.firsts.len() - 1);
        (self.put)(file, format!("{{{}}}\n", self.shard).into_bytes());
        self.shard.clear();
    }

    /// The first entry of each file.
    fn end(mut self) -> Vec<String> {
        if !self.shard.is_empty() {
            self.put();
        }
        self.firsts
    }
}

fn bytes(json: &serde_json::Value) -> Vec<u8> {
    let mut bytes = json.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}
