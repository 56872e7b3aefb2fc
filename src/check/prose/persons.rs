//! Persons named in words against those of the record, and those of the register: a name with other marks, a deputy told
//! as the head.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use jiff::civil::Date;

use crate::check::frame::Frame;
use crate::check::positions::{DEPUTIES, Post, post_of};
use crate::check::proof::Proof;
use crate::check::sightings::{SeenPerson, in_story};
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::register::RegisteredPerson;
use crate::viet::fold;
use crate::viet::unicode::is_letter;

/// A name of more words is none.
const LONGEST: usize = 5;

/// A post of fewer words is too common to be told apart.
const TELLING: usize = 3;

/// How far around a name its position is looked for, in bytes.
const REACH: usize = 160;

/// Somebody of the record, with the place where it is told; or of the register.
#[derive(Clone)]
struct Known {
    name: String,
    posts: Vec<Title>,
    place: String,
    origin: Origin,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Record,
    Register,
}

/// A post, as it is written and without marks.
#[derive(Clone)]
struct Title {
    title: String,
    folded: String,
}

/// Everybody whom the words of a story may mean: those of its records, then those of the register.
struct People<'a> {
    told: HashMap<String, Vec<Known>>,
    names: HashSet<String>,
    heads: HashSet<String>,
    frame: &'a Frame,
    day: Option<Date>,
}

impl<'a> People<'a> {
    fn of(story: &StoryRecords, proof: &'a Proof) -> People<'a> {
        let frame = &*proof.frame;
        let day = proof.day.and_then(|day| day.iso().parse().ok());
        let mut people = People { told: HashMap::new(), names: HashSet::new(), heads: HashSet::new(), frame, day };
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
        people
    }

    /// Whether a name may begin with a word without marks.
    fn may_begin(&self, word: &str) -> bool {
        self.heads.contains(word) || self.frame.heads.contains(word)
    }

    /// Whether a name is somebody's, letter for letter.
    fn is_name(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.names.contains(&name) || self.frame.names.contains(&name)
    }

    /// *ông Trần Đình Lân, Chủ tịch …* where the record has Trần Đình Lâm in that very post.
    fn mistyped(&self, proof: &Proof, range: &Range<usize>) -> Option<Diagnostic> {
        let key = fold::fold(&proof.text[range.clone()]);
        if self.is_name(&proof.text[range.clone()]) || self.told.contains_key(&key) {
            return None;
        }
        let mut near =
            self.told.iter().filter(|(name, _)| is_one_off(&key, name)).flat_map(|(_, known)| known).peekable();
        near.peek()?;
        let (before, after) = beside(proof, range)?;
        let holds = |one: &&Known| {
            one.posts.iter().any(|post| before.ends_with(&post.folded) || after.starts_with(&post.folded))
        };
        let one = near.find(holds)?;
        let fault = proof.fault("prose-name", range.clone()).with("place", &one.place);
        Some(fault.hint(Message::new("prose-name.hint").with("right", &one.name)))
    }

    /// Those of a name without marks; the register is asked where no record knows one.
    fn called(&self, key: &str) -> Option<Cow<'_, [Known]>> {
        if let Some(told) = self.told.get(key) {
            return Some(Cow::Borrowed(told));
        }
        let known: Vec<Known> = self.frame.called(key).map(|person| registered(person, self.day)).collect();
        (!known.is_empty()).then_some(Cow::Owned(known))
    }
}

/// Whether two names without marks are the same but for one letter of one word.
fn is_one_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let off: Vec<(&&str, &&str)> = one.iter().zip(&other).filter(|(a, b)| a != b).collect();
    one.len() == other.len() && matches!(off[..], [(a, b)] if strsim::damerau_levenshtein(a, b) == 1)
}

/// The first word of a name.
fn first_word(name: &str) -> String {
    name.split(' ').next().unwrap_or_default().to_owned()
}

/// Checks the names in a story's words.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let people = People::of(story, proof);
    if people.told.is_empty() && people.frame.people.is_empty() {
        return;
    }
    let words = capitalised_words(&proof.text);
    let mut at = 0;
    while at < words.len() {
        let mut step = 1;
        if people.may_begin(&fold::fold(&proof.text[words[at].clone()])) {
            let run = run_length(&proof.text, &words[at..]).min(LONGEST);
            let whole = words[at].start..words[at + run - 1].end;
            faults.extend(people.mistyped(proof, &whole));
            for length in (2..=run).rev() {
                let range = words[at].start..words[at + length - 1].end;
                let Some(known) = people.called(&fold::fold(&proof.text[range.clone()])) else { continue };
                if people.is_name(&proof.text[range.clone()]) {
                    faults.extend(other_post(proof, &range, &known));
                } else {
                    faults.extend(other_marks(proof, &range, &known));
                }
                step = length;
                break;
            }
        }
        at += step;
    }
}

/// Somebody of the register, with what was held on a day.
fn registered(person: &RegisteredPerson, day: Option<Date>) -> Known {
    let titles = held(person, day).join(", ");
    Known {
        name: person.name.value.clone(),
        posts: telling(&titles).collect(),
        place: "people.yaml".to_owned(),
        origin: Origin::Register,
    }
}

/// The posts of a title that are told apart from other bodies' by their words.
fn telling(titles: &str) -> impl Iterator<Item = Title> {
    let posts = titles.split([',', ';']).map(str::trim);
    let posts = posts.map(|title| Title { title: title.to_owned(), folded: fold::fold(title) });
    posts.filter(|post| post_of(&post.folded).base.split(' ').count() >= TELLING)
}

fn known_of(person: &SeenPerson, registered: Option<&RegisteredPerson>) -> Known {
    let name = registered.map_or(person.name.as_str(), |known| &known.name).to_owned();
    let titles = match registered.filter(|_| person.title.is_empty()) {
        Some(known) => held(known, person.at.day).join(", "),
        None => person.title.clone(),
    };
    let posts = telling(&titles).filter(|_| !person.in_motion).collect();
    Known { name, posts, place: person.at.shown(), origin: Origin::Record }
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
fn run_length(text: &str, words: &[Range<usize>]) -> usize {
    let joined = |pair: &&[Range<usize>]| matches!(&text[pair[0].end..pair[1].start], " " | "\u{a0}");
    1 + words.windows(2).take_while(joined).count()
}

/// The name with other marks, where only one person can be meant: somebody of the record, or of the register in the
/// post that the register knows.
fn other_marks(proof: &Proof, range: &Range<usize>, people: &[Known]) -> Option<Diagnostic> {
    let one = people.first().filter(|one| people.iter().all(|other| other.name == one.name))?;
    if one.origin == Origin::Register {
        let (before, after) = beside(proof, range)?;
        let told = |post: &Title| {
            let base = post_of(&post.folded).base;
            deputy_before(&before, base).or_else(|| deputy_after(&after, base)).is_some()
        };
        one.posts.iter().any(told).then_some(())?;
    }
    let fault = proof.fault("prose-name", range.clone()).with("place", &one.place);
    Some(fault.hint(Message::new("prose-name.hint").with("right", &one.name)))
}

/// What stands before and behind a name in running words, without marks; nothing where the name stands alone.
fn beside(proof: &Proof, range: &Range<usize>) -> Option<(String, String)> {
    let value = proof.value_at(range.start);
    let words =
        || (title_before(&proof.text[value.start..range.start]), title_after(&proof.text[range.end..value.end]));
    (value != *range).then(words)
}

/// "Giám đốc Sở A Lê Văn B" or "Lê Văn B, Giám đốc Sở A" of somebody who is its deputy.
fn other_post(proof: &Proof, range: &Range<usize>, people: &[Known]) -> Option<Diagnostic> {
    let posts = || people.iter().flat_map(|one| one.posts.iter().map(move |post| (one, post)));
    posts().next()?;
    let (before, after) = beside(proof, range)?;
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
