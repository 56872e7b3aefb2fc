//! Everybody whom the words of a story may mean: those of its records, then those of the register.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use jiff::civil::Date;

use super::places;
use crate::check::frame::Frame;
use crate::check::positions::post_of;
use crate::check::proof::Proof;
use crate::check::sightings::{SeenPerson, in_story};
use crate::load::StoryRecords;
use crate::record::register::RegisteredPerson;
use crate::viet::fold;
use crate::viet::letter::is_letter;

/// Letters of the longest word of calling before a name: *đại biểu*.
const CALLED: usize = 10;

/// A name of more words is none.
pub(super) const LONGEST: usize = 5;

/// A post of fewer words is too common to be told apart.
const TELLING: usize = 3;

/// Somebody of the record, with the place where it is told; or of the register.
#[derive(Clone)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) posts: Vec<Title>,
    /// All that the record says of what they are; nothing of somebody who is being elected or dismissed.
    pub(super) titles: Vec<String>,
    pub(super) place: String,
    pub(super) origin: Origin,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Record,
    Register,
}

/// A post, as it is written and without marks.
#[derive(Clone)]
pub(super) struct Title {
    pub(super) title: String,
    pub(super) folded: String,
}

/// Everybody whom the words of a story may mean: those of its records, then those of the register.
pub(super) struct People<'a> {
    pub(super) told: HashMap<String, Vec<Known>>,
    /// Their names by all but one of their words, each the same.
    pub(super) near: HashMap<String, Vec<String>>,
    /// Every run of capitalised words written by hand, whole and without its first words.
    pub(super) by_hand: HashSet<String>,
    pub(super) names: HashSet<String>,
    pub(super) heads: HashSet<String>,
    pub(super) frame: &'a Frame,
    pub(super) day: Option<Date>,
}

impl<'a> People<'a> {
    pub(super) fn of(story: &StoryRecords, proof: &'a Proof) -> People<'a> {
        let frame = &*proof.frame;
        let day = proof.day.and_then(|day| day.iso().parse().ok());
        let mut people = People {
            told: HashMap::new(),
            near: HashMap::new(),
            by_hand: HashSet::new(),
            names: HashSet::new(),
            heads: HashSet::new(),
            frame,
            day,
        };
        for person in in_story(story, 0).persons {
            let registered = frame.people.get(person.id.as_deref().unwrap_or(&person.name));
            let one = known_of(&person, registered);
            if one.name.contains(' ') {
                let key = fold::fold(&one.name);
                people.names.insert(one.name.to_lowercase());
                people.heads.insert(first_word(&key));
                people.told.entry(key).or_default().push(one);
            }
        }
        for (value, _) in proof.values().filter(|(_, by_hand)| !by_hand) {
            people.add_named(proof, &value);
        }
        // Two names that differ in one word share the rest.
        for name in people.told.keys() {
            for key in places::keys(name) {
                people.near.entry(key).or_default().push(name.clone());
            }
        }
        for (value, _) in proof.values().filter(|(_, by_hand)| *by_hand) {
            let text = &proof.text[value];
            let words = capitalised_words(text);
            for (at, word) in words.iter().enumerate() {
                let run = run_length(text, &words[at..]);
                people.by_hand.insert(text[word.start..words[at + run - 1].end].to_owned());
            }
        }
        people
    }

    /// Those whom a text of the records names in passing: *đại biểu Vương Đức Long*.
    pub(super) fn add_named(&mut self, proof: &Proof, value: &Range<usize>) {
        let text = &proof.text[value.clone()];
        let words = capitalised_words(text);
        for (at, word) in words.iter().enumerate() {
            // No more of the words before is read than the longest way of calling.
            let before = text[..word.start].trim_end();
            let near = before.char_indices().rev().nth(CALLED).map_or(0, |(near, _)| near);
            let head = before[near..].to_lowercase();
            let run = run_length(text, &words[at..]);
            if !["ông", "bà", "đại biểu"].iter().any(|called| head.ends_with(called)) || !(3..=LONGEST).contains(&run)
            {
                continue;
            }
            let name = text[word.start..words[at + run - 1].end].to_owned();
            let key = fold::fold(&name);
            let place = proof.place(value.start + word.start..value.start + word.end);
            let place = place.map(|(source, span)| source.line_of(span));
            if self.told.contains_key(&key) {
                continue;
            }
            self.names.insert(name.to_lowercase());
            self.heads.insert(first_word(&key));
            let (posts, titles) = (Vec::new(), Vec::new());
            let one = Known { name, posts, titles, place: place.unwrap_or_default(), origin: Origin::Record };
            self.told.entry(key).or_default().push(one);
        }
    }

    /// Whether a name may begin with a word without marks.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        self.heads.contains(word) || self.frame.heads.contains(word)
    }

    /// Whether a name is somebody's, letter for letter.
    pub(super) fn is_name(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.names.contains(&name) || self.frame.names.contains(&name)
    }

    /// Those of a name without marks; the register is asked where no record knows one.
    pub(super) fn called(&self, key: &str) -> Option<Cow<'_, [Known]>> {
        if let Some(told) = self.told.get(key) {
            return Some(Cow::Borrowed(told));
        }
        let known: Vec<Known> = self.frame.called(key).map(|person| registered(person, self.day)).collect();
        (!known.is_empty()).then_some(Cow::Owned(known))
    }
}

/// The first word of a name.
pub(super) fn first_word(name: &str) -> String {
    name.split(' ').next().unwrap_or_default().to_owned()
}

/// Somebody of the register, with what was held on a day.
pub(super) fn registered(person: &RegisteredPerson, day: Option<Date>) -> Known {
    let titles = held(person, day).join(", ");
    Known {
        name: person.name.value.clone(),
        posts: telling(&titles).collect(),
        titles: Vec::new(),
        place: "people.yaml".to_owned(),
        origin: Origin::Register,
    }
}

/// The posts of a title that are told apart from other bodies' by their words.
pub(super) fn telling(titles: &str) -> impl Iterator<Item = Title> {
    let posts = titles.split([',', ';']).map(str::trim);
    let posts = posts.map(|title| Title { title: title.to_owned(), folded: fold::fold(title) });
    posts.filter(|post| post_of(&post.folded).base.split(' ').count() >= TELLING)
}

pub(super) fn known_of(person: &SeenPerson, registered: Option<&RegisteredPerson>) -> Known {
    let name = registered.map_or(person.name.as_str(), |known| &known.name).to_owned();
    let titles = match registered.filter(|_| person.title.is_empty()) {
        Some(known) => held(known, person.at.day).join(", "),
        None => person.title.clone(),
    };
    let posts = telling(&titles).filter(|_| !person.in_motion).collect();
    let split = titles.split([',', ';']).map(|title| title.trim().to_owned());
    let titles = split.filter(|title| !title.is_empty() && !person.in_motion).collect();
    Known { name, posts, titles, place: person.at.shown(), origin: Origin::Record }
}

/// What a registered person held on a day.
pub(super) fn held(person: &RegisteredPerson, day: Option<Date>) -> Vec<&str> {
    let on_day = |from: Option<Date>, to: Option<Date>| {
        day.is_none_or(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to))
    };
    let positions = person.positions.iter();
    let now = positions.filter(|one| on_day(one.from.map(|day| day.date), one.to.map(|day| day.date)));
    now.map(|position| &*position.title).collect()
}

/// The words that begin with a capital.
pub(super) fn capitalised_words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_letter(c) || ('\u{300}'..='\u{36f}').contains(&c)) {
            (None, true) => start = Some((at, c.is_uppercase())),
            (Some((from, capital)), false) => {
                if capital {
                    words.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// How many of the words stand side by side, a space between two.
pub(super) fn run_length(text: &str, words: &[Range<usize>]) -> usize {
    let joined = |pair: &&[Range<usize>]| matches!(&text[pair[0].end..pair[1].start], " " | "\u{a0}");
    1 + words.windows(2).take_while(joined).count()
}
