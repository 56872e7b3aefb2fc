//! Persons called by the last name alone — *Tại cơ quan điều tra, Quyến khai*, *Cường, Lợi, Thịnh và Hãi* — where nobody bears it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::given::{Given, first_of, form};
use super::is_near;
use crate::diag::Diagnostic;
use crate::viet::fold::fold;
use crate::viet::letter::is_letter;

/// What persons do whom a text calls by the last name alone.
const ACTS: [&str; 16] = [
    " khai",
    " thừa nhận",
    " cho biết",
    " chia sẻ",
    " kể",
    " bị ",
    " rủ ",
    " dùng ",
    " lấy ",
    " đâm ",
    " bỏ trốn",
    " điều khiển",
    " nói",
    " nhờ ",
    " lái ",
    " nhận tội",
];

fn acts(behind: &str) -> bool {
    ACTS.iter().any(|word| behind.starts_with(word))
}

/// The longest list of last names that is looked at.
const MOST: usize = 12;

/// Checks the last names that stand alone; `known` are those of all runs of capital words.
pub(super) fn check(given: &Given, known: &HashSet<String>, faults: &mut Vec<Diagnostic>) {
    let text = &given.proof.text;
    let words: Vec<(Range<usize>, String)> =
        alone(text).into_iter().map(|word| (word.clone(), form(&text[word]))).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    words.iter().for_each(|(_, own)| *counts.entry(own).or_default() += 1);
    let listed = |a: &Range<usize>, b: &Range<usize>| matches!(&text[a.end..b.start], ", " | " và " | ", và ");
    for run in words.chunk_by(|(a, _), (b, _)| listed(a, b)) {
        let mut strangers = run.iter().filter(|(_, own)| !given.full.contains_key(own) && !known.contains(own));
        let (Some((word, own)), None) = (strangers.next(), strangers.next()) else { continue };
        // Whom a text mostly calls by the right name, or only once.
        let rare = |other: &String| counts[own.as_str()] == 1 || counts.get(other.as_str()) > counts.get(own.as_str());
        let last = if (2..=MOST).contains(&run.len()) { left_out(given, run, own) } else { None };
        let last = last.or_else(|| given.near(own).filter(|other| acts(&text[word.end..]) && rare(other)));
        if let Some(name) = last.and_then(|last| given.before(&last, word.start)) {
            faults.push(given.fault(word.clone(), name));
        }
    }
}

/// Of those told in full the only one whom a list leaves out and whose last name a word nearly is.
fn left_out(given: &Given, run: &[(Range<usize>, String)], own: &str) -> Option<String> {
    let listed = |other: &String| run.iter().any(|(_, word)| word == other);
    let same = |other: &&String| !listed(other) && (fold(own) == fold(other) || run.len() > 2 && is_near(own, other));
    let mut near = given.by_first.get(&first_of(own)).into_iter().flatten().filter(same);
    let (Some(other), None) = (near.next(), near.next()) else { return None };
    Some(other.clone())
}

/// The capital words that stand alone between small ones, of letters only.
fn alone(text: &str) -> Vec<Range<usize>> {
    let start = text.as_ptr() as usize;
    let words: Vec<&str> = text.split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let parted = |word: &str| word.ends_with(|c: char| !is_letter(c));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_end_matches(|c: char| !is_letter(c));
        let own = capital(bare) && bare.chars().skip(1).all(|c| is_letter(c) && c.is_lowercase()) && bare.len() > 1;
        let first = at == 0 || !capital(words[at - 1]) || parted(words[at - 1]);
        let last = parted(word) || words.get(at + 1).is_none_or(|next| !capital(next));
        if own && first && last {
            let from = word.as_ptr() as usize - start;
            found.push(from..from + bare.len());
        }
    }
    found
}
