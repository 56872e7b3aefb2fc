//! A figure written by hand that no record knows, where the records have another one of the same thing that is told nowhere.

use super::facts::{self, Fact, Figure};
use super::shared::Shared;
use super::words::Texts;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::viet::decimal::Decimal;

/// Words shared with a figure of the records that leave no doubt which one is meant.
const SURE: usize = 3;

/// How many figures just below a value are asked whether it is their rounding.
const ROUNDED: usize = 16;

/// Compares the figures of what is written by hand with those of the records.
pub fn check(story: &StoryRecords, texts: &Texts, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let known = facts::of(story, texts, proof);
    let mut told = Vec::new();
    for text in &texts.by_hand {
        told.extend(facts::figures(text).into_iter().map(|figure| (figure.written(text), figure)));
    }
    let (known_values, told_values) =
        (Values::of(known.iter().map(|fact| &fact.figure)), Values::of(told.iter().map(|(_, figure)| figure)));
    let open: Vec<&Fact> = known.iter().filter(|fact| !told_values.hold(&fact.figure)).collect();
    let (words, nouns) =
        (Shared::of(open.iter().map(|fact| &fact.figure.words)), Shared::of(open.iter().map(|fact| &fact.figure.noun)));
    for (range, figure) in &told {
        if figure.rough || known_values.hold(figure) {
            continue;
        }
        let mut shared = words.with(figure.words.difference(&figure.noun));
        // Long numbers prove themselves by their digits: the noun alone is enough to look.
        for at in nouns.with(figure.noun.iter()).into_keys() {
            shared.entry(at).or_insert(0);
        }
        let meant = shared.into_iter().filter(|(at, shared)| is_meant(figure, &open[*at].figure, *shared));
        let Some((at, _)) = meant.max_by_key(|(at, shared)| (*shared, *at)) else { continue };
        let fact = open[at];
        let fault = proof.fault("prose-fact", range.clone()).with("right", &fact.shown).with("place", &fact.place);
        faults.push(fault.hint(Message::new("prose-fact.hint").with("right", &fact.shown)));
    }
}

/// Figures in the order of their values.
struct Values<'f>(Vec<&'f Figure>);

impl<'f> Values<'f> {
    fn of(figures: impl Iterator<Item = &'f Figure>) -> Values<'f> {
        let mut figures: Vec<&Figure> = figures.collect();
        figures.sort_by_key(|figure| figure.value);
        Values(figures)
    }

    /// Whether one of them is a figure, rounded or not, of the same thing.
    fn hold(&self, figure: &Figure) -> bool {
        let far = |other: &&Figure| other.value.checked_sub(figure.value);
        let wide = |other: &Figure| figure.last_place.max(other.last_place);
        let first = self.0.partition_point(|other| other.value < figure.value);
        let near = |other: &&&Figure| {
            far(other).is_some_and(|off| Decimal { mantissa: off.mantissa.abs(), ..off } < wide(other))
        };
        let below = self.0[..first].iter().rev().take(ROUNDED).filter(near);
        let above = self.0[first..].iter().take_while(near);
        below.chain(above).any(|other| is_kin(figure, other))
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

/// Whether a figure of the records is meant, by the words they share and the digits.
fn is_meant(told: &Figure, fact: &Figure, shared: usize) -> bool {
    // The longer a number, the less can it be another's by chance.
    let needed = match told.digits.len().min(fact.digits.len()) {
        _ if !is_slip(&told.digits, &fact.digits) => SURE,
        1 => 2,
        2 | 3 => 1,
        _ => 0,
    };
    !fact.rough && shared >= needed && is_kin(told, fact)
}

/// Whether digits are others mistyped: one changed, one more or less, two neighbours swapped.
fn is_slip(one: &str, other: &str) -> bool {
    let bare = |digits: &str| digits.replace(',', "");
    one != other && strsim::osa_distance(&bare(one), &bare(other)) <= 1
}
