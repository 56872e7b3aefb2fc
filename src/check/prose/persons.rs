//! Persons named in words against those of the record: a name with other marks, a deputy told as the head.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use jiff::civil::Date;

use crate::check::Frame;
use crate::check::positions::{DEPUTIES, Post, post_of};
use crate::check::proof::Proof;
use crate::check::sightings::{SeenPerson, in_story};
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::register::RegisteredPerson;
use crate::viet::fold;

/// A name of more words is none.
const LONGEST: usize = 5;

/// A post of fewer words is too common to be told apart.
const TELLING: usize = 3;

/// How far around a name its position is looked for, in bytes.
const REACH: usize = 160;

/// Somebody of the record, with the place where it is told.
struct Known {
    name: String,
    posts: Vec<Title>,
    place: String,
}

/// A post, as it is written and without marks.
struct Title {
    title: String,
    folded: String,
}

/// Checks the names in a story's words.
pub fn check(story: &StoryRecords, proof: &Proof, frame: &Frame, faults: &mut Vec<Diagnostic>) {
    let mut known: HashMap<String, Vec<Known>> = HashMap::new();
    let mut names: HashSet<String> = HashSet::new();
    for person in in_story(story, 0).persons {
        let registered = frame.people.get(person.id.as_deref().unwrap_or(&person.name)).copied();
        let one = known_of(&person, registered);
        if one.name.contains(' ') {
            names.insert(one.name.to_lowercase());
            known.entry(fold::fold(&one.name)).or_default().push(one);
        }
    }
    if known.is_empty() {
        return;
    }
    names.extend(frame.people.values().map(|person| person.name.to_lowercase()));
    let heads: HashSet<String> = known.keys().filter_map(|key| Some(key.split(' ').next()?.to_owned())).collect();
    let words = capitalised_words(&proof.text);
    let mut at = 0;
    while at < words.len() {
        let mut step = 1;
        if heads.contains(&fold::fold(&proof.text[words[at].clone()])) {
            let run = run_length(&proof.text, &words[at..]).min(LONGEST);
            for length in (2..=run).rev() {
                let range = words[at].start..words[at + length - 1].end;
                let Some(people) = known.get(&fold::fold(&proof.text[range.clone()])) else { continue };
                if names.contains(&proof.text[range.clone()].to_lowercase()) {
                    faults.extend(other_post(proof, &range, people));
                } else {
                    faults.extend(other_marks(proof, &range, people));
                }
                step = length;
                break;
            }
        }
        at += step;
    }
}

fn known_of(person: &SeenPerson, registered: Option<&RegisteredPerson>) -> Known {
    let name = registered.map_or(person.name.as_str(), |known| &known.name).to_owned();
    let titles = match registered.filter(|_| person.title.is_empty()) {
        Some(known) => held(known, person.at.day).join(", "),
        None => person.title.clone(),
    };
    let posts = titles.split([',', ';']).map(str::trim).filter(|_| !person.in_motion);
    let posts = posts.map(|title| Title { title: title.to_owned(), folded: fold::fold(title) });
    let posts = posts.filter(|post| post_of(&post.folded).base.split(' ').count() >= TELLING).collect();
    Known { name, posts, place: person.at.shown() }
}

/// What a registered person held on a day.
fn held(person: &RegisteredPerson, day: Option<Date>) -> Vec<&str> {
    let on_day = |from: Option<Date>, to: Option<Date>| {
        day.is_none_or(|day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to))
    };
    let positions = person.positions.iter();
    let now = positions.filter(|one| on_day(one.from.map(|day| day.date), one.to.map(|day| day.date)));
    now.map(|position| &*position.title).collect()
}

/// The words that begin with a capital.
fn capitalised_words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)) {
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
fn run_length(text: &str, words: &[Range<usize>]) -> usize {
    let joined = |pair: &&[Range<usize>]| matches!(&text[pair[0].end..pair[1].start], " " | "\u{a0}");
    1 + words.windows(2).take_while(joined).count()
}

/// The name with other marks, where only one person of the record can be meant.
fn other_marks(proof: &Proof, range: &Range<usize>, people: &[Known]) -> Option<Diagnostic> {
    let one = people.first().filter(|one| people.iter().all(|other| other.name == one.name))?;
    let fault = proof.fault("prose-name", range.clone()).with("place", &one.place);
    Some(fault.hint(Message::new("prose-name.hint").with("right", &one.name)))
}

/// "Giám đốc Sở A Lê Văn B" or "Lê Văn B, Giám đốc Sở A" of somebody who is its deputy.
fn other_post(proof: &Proof, range: &Range<usize>, people: &[Known]) -> Option<Diagnostic> {
    let value = proof.value_at(range.start);
    if value == *range {
        return None;
    }
    let (before, after) = (&proof.text[value.start..range.start], &proof.text[range.end..value.end]);
    let posts = || people.iter().flat_map(|one| one.posts.iter().map(move |post| (one, post)));
    posts().next()?;
    let (before, after) = (title_before(before), title_after(after));
    let told = posts().find_map(|(one, post)| {
        let own = post_of(&post.folded);
        let deputy = deputy_before(&before, own.base).or_else(|| deputy_after(&after, own.base))?;
        // A head of one body may be told elsewhere as its deputy: whatever the record says is right.
        let right = posts().any(|(_, other)| post_of(&other.folded) == Post { base: own.base, deputy });
        (!right && deputy != "nguyen").then_some((one, post))
    });
    let (one, post) = told?;
    let fault = proof.fault("prose-position", range.clone()).with("place", &one.place);
    Some(fault.hint(Message::new("prose-position.hint").with("right", &post.title)))
}

/// What stands right before a name, without marks and without *ông*, *bà*, *đồng chí*.
fn title_before(before: &str) -> String {
    let from = (before.len().saturating_sub(REACH)..=before.len()).find(|at| before.is_char_boundary(*at));
    let near = fold::fold(&before[from.unwrap_or(before.len())..]);
    let near = near.trim_end();
    let called = [" ong", " ba", " dong chi"].iter().find_map(|word| near.strip_suffix(word));
    called.unwrap_or(near).trim_end().to_owned()
}

/// What stands right behind a name and a comma, a stroke or a bracket, without marks.
fn title_after(after: &str) -> String {
    let rest = [", ", " - ", " – ", " ("].iter().find_map(|mark| after.strip_prefix(mark)).unwrap_or_default();
    let to = (0..=rest.len().min(REACH)).rev().find(|at| rest.is_char_boundary(*at));
    fold::fold(&rest[..to.unwrap_or(0)])
}

/// The word of deputy with which a post ends the text before a name; empty for the head.
fn deputy_before(before: &str, base: &str) -> Option<&'static str> {
    let head = before.strip_suffix(base)?;
    if head.ends_with(char::is_alphanumeric) {
        return None;
    }
    let last = head.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    Some(DEPUTIES.into_iter().find(|deputy| *deputy == last).unwrap_or_default())
}

/// The word of deputy with which a post begins the text behind a name; empty for the head.
fn deputy_after(after: &str, base: &str) -> Option<&'static str> {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    if after.strip_prefix(base).is_some_and(ends) {
        return Some("");
    }
    let with = |deputy: &&str| after.strip_prefix(*deputy).and_then(|rest| rest.strip_prefix(' ')).is_some();
    let deputy = DEPUTIES.into_iter().find(|deputy| with(deputy))?;
    after[deputy.len() + 1..].strip_prefix(base).is_some_and(ends).then_some(deputy)
}
