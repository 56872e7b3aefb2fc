//! Persons named in words against those of the record, and those of the register: a name with other marks, a deputy told
//! as the head.

use std::ops::Range;

use super::people::{Known, LONGEST, Origin, People, Title, capitalised_words, run_length};
use super::posts;
use crate::check::positions::{DEPUTIES, Post, post_of};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::viet::fold;

/// How far around a name its position is looked for, in bytes.
const REACH: usize = 160;

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
            faults.extend(mistyped(&people, proof, &whole));
            for length in (2..=run).rev() {
                let range = words[at].start..words[at + length - 1].end;
                let Some(known) = people.called(&fold::fold(&proof.text[range.clone()])) else { continue };
                if people.is_name(&proof.text[range.clone()]) {
                    faults.extend(other_post(proof, &range, &known).or_else(|| other_body(proof, &range, &known)));
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

/// A name that nobody bears, where somebody of the records of almost that name is named nowhere in what is written by
/// hand: *ông Cao Tiến Đại* for Cao Tiến Đạt; or is told in the very post: *Trần Đình Lân, Chủ tịch …*.
fn mistyped(people: &People, proof: &Proof, range: &Range<usize>) -> Option<Diagnostic> {
    let key = fold::fold(&proof.text[range.clone()]);
    if people.is_name(&proof.text[range.clone()]) || people.told.contains_key(&key) || !is_by_hand(proof, range) {
        return None;
    }
    let mut near =
        people.told.iter().filter(|(name, _)| is_one_off(&key, name)).flat_map(|(_, known)| known).peekable();
    near.peek()?;
    let (before, after) = beside(proof, range)?;
    let holds =
        |one: &Known| one.posts.iter().any(|post| before.ends_with(&post.folded) || after.starts_with(&post.folded));
    let value = &proof.text[proof.value_at(range.start)];
    let called = ["ông", "bà", "đồng chí", "anh", "chị", "đại biểu"];
    let head = proof.text[..range.start].trim_end().to_lowercase();
    let person = key.split(' ').count() > 2 && called.iter().any(|word| head.ends_with(word));
    // Somebody of another post is somebody else.
    let alone = posts::told(proof, range).is_empty();
    let same = |one: &Known| (alone || one.titles.is_empty()) && !value.contains(one.name.as_str());
    let one = near.find(|one| holds(one) || (person && same(one)))?;
    let fault = proof.fault("prose-name", range.clone()).with("place", &one.place);
    Some(fault.hint(Message::new("prose-name.hint").with("right", &one.name)))
}

/// Whether two names without marks are the same but for one word that begins alike: *Long, Lương*; *Huy, Huynh*.
fn is_one_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let off: Vec<(&&str, &&str)> = one.iter().zip(&other).filter(|(a, b)| a != b).collect();
    let alike = |a: &str, b: &str| a.chars().next() == b.chars().next() && strsim::osa_distance(a, b) <= 2;
    one.len() == other.len() && matches!(off[..], [(a, b)] if alike(a, b))
}

/// Whether a place stands in what is written by hand.
fn is_by_hand(proof: &Proof, range: &Range<usize>) -> bool {
    proof.values().any(|(value, by_hand)| by_hand && value.contains(&range.start))
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

/// "Lê Văn B, Giám đốc Sở Y tế" of somebody whom all records know as head of another body.
fn other_body(proof: &Proof, range: &Range<usize>, people: &[Known]) -> Option<Diagnostic> {
    if people.iter().any(|one| one.titles.is_empty()) {
        return None;
    }
    let titles: Vec<&str> = people.iter().flat_map(|one| &one.titles).map(String::as_str).collect();
    let right = posts::contradicted(proof, range, &titles)?;
    let place = &people.iter().find(|one| one.titles.iter().any(|title| title == right))?.place;
    let fault = proof.fault("prose-position", range.clone()).with("place", place);
    Some(fault.hint(Message::new("prose-position.hint").with("right", right)))
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
