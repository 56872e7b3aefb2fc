//! A figure written by hand that no record knows, where the records have another one of the same thing that is told nowhere.

use super::facts::{self, Fact, Figure};
use super::words::words;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::viet::decimal::Decimal;

/// Words shared with a figure of the records that leave no doubt which one is meant.
const SURE: usize = 3;

/// Compares the figures of what is written by hand with those of the records.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let by_hand: Vec<_> = proof.values().filter(|(_, by_hand)| *by_hand).map(|(range, _)| range).collect();
    if by_hand.is_empty() {
        return;
    }
    let known = facts::of(story, proof);
    let mut told = Vec::new();
    for range in by_hand {
        let text = words(&proof.text, range);
        told.extend(facts::figures(&text).into_iter().map(|(at, figure)| {
            let noun = text.get(at + 1).filter(|next| !next.opens).unwrap_or(&text[at]);
            (text[at].range.start..noun.range.end, figure)
        }));
    }
    let open: Vec<&Fact> =
        known.iter().filter(|fact| !told.iter().any(|(_, figure)| same(figure, &fact.figure))).collect();
    for (range, figure) in &told {
        if figure.rough || known.iter().any(|fact| same(figure, &fact.figure)) {
            continue;
        }
        let meant = open.iter().filter_map(|fact| Some((likeness(figure, &fact.figure)?, fact)));
        let Some((_, fact)) = meant.max_by_key(|(likeness, _)| *likeness) else { continue };
        let fault = proof.fault("prose-fact", range.clone()).with("right", &fact.shown).with("place", &fact.place);
        faults.push(fault.hint(Message::new("prose-fact.hint").with("right", &fact.shown)));
    }
}

/// Whether two figures count the same thing.
fn is_kin(one: &Figure, other: &Figure) -> bool {
    let money = |figure: &Figure| figure.noun.len() == 1 && figure.noun.contains("đồng");
    match (money(one), money(other)) {
        (true, true) => true,
        (false, false) => one.noun.iter().any(|word| is_noun(word) && other.noun.contains(word)),
        _ => false,
    }
}

/// Whether a word behind a number can name what is counted.
fn is_noun(word: &str) -> bool {
    const NONE: [&str; 14] =
        ["chiếc", "cái", "ngôi", "và", "của", "các", "có", "được", "trong", "ở", "tỉnh", "cho", "tại", "bị"];
    !NONE.contains(&word)
}

/// Whether what is told is a figure of the records, rounded or not.
fn same(told: &Figure, fact: &Figure) -> bool {
    let off = told.value.checked_sub(fact.value).map(|off| Decimal { mantissa: off.mantissa.abs(), ..off });
    is_kin(told, fact) && off.is_some_and(|off| off < told.last_place)
}

/// How surely a figure of the records is meant: the words they share, if those and the digits are enough.
fn likeness(told: &Figure, fact: &Figure) -> Option<usize> {
    if fact.rough || !is_kin(told, fact) {
        return None;
    }
    let shared = told.words.intersection(&fact.words).filter(|word| !told.noun.contains(*word)).count();
    // The longer a number, the less can it be another's by chance.
    let needed = match told.digits.len().min(fact.digits.len()) {
        _ if !is_slip(&told.digits, &fact.digits) => SURE,
        1 => 2,
        2 | 3 => 1,
        _ => 0,
    };
    (shared >= needed).then_some(shared)
}

/// Whether digits are others mistyped: one changed, one more or less, two neighbours swapped.
fn is_slip(one: &str, other: &str) -> bool {
    strsim::osa_distance(one, other) == 1
}
