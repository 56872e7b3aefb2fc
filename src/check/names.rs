//! One name written two ways in one text — *Kế hoạch - Tài chính* and *Kế hoạch Tài chính*; persons, letter by letter.

mod alike;
mod alone;
mod coded;
mod foreign;
mod given;
mod held;
mod offices;
mod one_person;
mod persons;
mod posts;
mod ranks;
mod spellings;
mod syllables;
mod titles;
mod units;
mod who;

use std::collections::HashMap;
use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::fold::fold;
use crate::viet::letter::is_word;
pub use syllables::capitals;

/// A name of two halves, two words each, as it stands in the text.
struct Halves {
    range: Range<usize>,
    hyphen: bool,
}

/// Checks the names of persons and of all else; of two forms the rarer one is flagged.
///
/// | what is told | by | silent where |
/// |---|---|---|
/// | a person spelt with other marks | the letters of the full name | both stand side by side in a list |
/// | a person a letter off, or with syllables changed about | the same post or way of calling, or one such among many | the later one is introduced anew |
/// | a person called by the last name of nobody | *ông Thăng* behind *ông Nguyễn Văn Thắng*; alone before a verb; in a list | somebody bears it |
/// | *ông … Thị*, *bà … Văn* | the second word of the name | couples |
/// | one officer, two ranks | *thượng tá* and *trung tá* before one full name | somebody is promoted in the text |
/// | one person, two posts | a title with and without *Phó*, at two bodies of one kind | elected, appointed, formerly |
/// | a post with two holders | the whole post, at one place, before the name or behind it | either is moved, two provinces |
/// | a place a letter off, a firm of two forms | the word before it, how often the other stands | a list, one sentence |
/// | a number, initials or a name of two words a figure or a letter off | the words before it | a series, a list, somebody introduced |
/// | a phrase or a quoted title with one word changed | all words around it, or the word before it | a list, one sentence |
/// | a name of another tongue a letter off | it stands once | one sentence, endings |
/// | a title at a body that has none such, a promotion that goes down | the two words | — |
/// | any name with other marks, headlines in capitals too | the word before it, or three syllables | in a list, provinces |
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let persons = &persons::names(&proof.text);
    persons::check(proof, persons, faults);
    syllables::check(proof, persons, faults);
    posts::check(proof, persons, faults);
    titles::check(proof, persons, faults);
    ranks::check(proof, persons, faults);
    given::check(proof, persons, faults);
    spellings::check(proof, persons, faults);
    alike::check(proof, persons, faults);
    units::check(proof, faults);
    coded::check(proof, faults);
    foreign::check(proof, faults);
    offices::check(proof, faults);
    let found = halves(&proof.text);
    let mut names: Vec<&Vec<Halves>> = found.values().filter(|places| places.len() > 1).collect();
    names.sort_by_key(|places| places[0].range.start);
    for places in names {
        let with = places.iter().filter(|place| place.hyphen).count();
        let without = places.len() - with;
        // Of equally many, the hyphen is right: no name gains one by a slip.
        let rare = with < without;
        let Some(model) = places.iter().find(|place| place.hyphen != rare) else { continue };
        for place in places.iter().filter(|place| place.hyphen == rare) {
            let hint = Message::new("name-two-ways.hint").with("model", &proof.text[model.range.clone()]);
            faults.push(proof.fault("name-two-ways", place.range.clone()).hint(hint));
        }
    }
}

/// Whether two syllables of one first letter part in one letter, marks aside: *Tuấn, Toàn*.
fn is_near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (fold(a).chars().collect(), fold(b).chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    head > 0 && long.len() - short.len() < 2 && head + tail + 1 >= long.len()
}

/// Whether two syllables part in one letter that either may lack, marks left as they are or not: *Hậu, Hà*, *Nhận, Hận*.
fn spells_near(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    let head = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let tail = short.bytes().rev().zip(long.bytes().rev()).take_while(|(a, b)| a == b).count();
    a != b && short.len() > 1 && long.len() - short.len() < 2 && head + tail + 1 >= long.len()
}

/// Every four words of which the first and the third begin with a capital, by their words.
fn halves(text: &str) -> HashMap<Vec<String>, Vec<Halves>> {
    let start = text.as_ptr() as usize;
    let words: Vec<(usize, &str)> = text
        .split(|c: char| !is_word(c) && !('\u{300}'..='\u{36f}').contains(&c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - start, word))
        .collect();
    let mut found: HashMap<Vec<String>, Vec<Halves>> = HashMap::new();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    for four in words.windows(4) {
        let [a, b, c, d] = four else { continue };
        if !capital(a.1) || !capital(c.1) {
            continue;
        }
        let gap = |left: &(usize, &str), right: &(usize, &str)| text[left.0 + left.1.len()..right.0].to_owned();
        let blank = |gap: &str| gap.chars().count() == 1 && gap.trim().is_empty();
        let middle = gap(b, c);
        let hyphen = ["-", "–"].contains(&middle.trim());
        if blank(&gap(a, b)) && blank(&gap(c, d)) && (hyphen || blank(&middle)) {
            let key = four.iter().map(|(_, word)| word.to_lowercase()).collect();
            found.entry(key).or_default().push(Halves { range: a.0..d.0 + d.1.len(), hyphen });
        }
    }
    found
}
