//! The bodies of `people.yaml` in running words: a name with another hyphen or other capitals, a body before or after its time.

use std::ops::Range;

use super::words::is_of_the_past;
use crate::check::frame;
use crate::check::past::Sentences;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::record::register::RegisteredBody;
use crate::record::value::date;
use crate::viet::number::capitalised;
use crate::viet::tone;

/// Checks the bodies that the register knows; a value that is a body's name and nothing else is compared elsewhere.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    if proof.frame.bodies.is_empty() {
        return;
    }
    let words = words_of(&proof.text);
    let mut sentences = Sentences::new(proof);
    let capital = |at: &usize| proof.text[words[*at].clone()].starts_with(char::is_uppercase);
    for at in (0..words.len()).filter(capital) {
        let Some((body, range)) = body_at(proof, &words[at..]) else { continue };
        let seen = &proof.text[range.clone()];
        let named = seen.contains(char::is_lowercase);
        if !named || proof.value_at(range.start) == range {
            continue;
        }
        if restyled(seen) != restyled(&capitalised(&body.name)) {
            let hint = Message::new("body-two-names.hint").with("place", "people.yaml").with("model", &body.name);
            faults.push(proof.fault("body-two-names", range.clone()).with("model", &body.name).hint(hint));
        }
        // An undated text may be of any year.
        let now = proof.day.filter(|_| proof.dated).is_some_and(|day| !sentences.of_the_past(range.start, day));
        faults.extend(gone(proof, body, &range).filter(|_| now));
    }
}

/// The words of a text with their places.
fn words_of(text: &str) -> Vec<Range<usize>> {
    let start = text.as_ptr() as usize;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.as_ptr() as usize - start..word.as_ptr() as usize - start + word.len()).collect()
}

/// The longest registered name that begins with the first of the words.
fn body_at<'p>(proof: &'p Proof, words: &[Range<usize>]) -> Option<(&'p RegisteredBody, Range<usize>)> {
    let word = |at: usize| Some(proof.text[words.get(at)?.clone()].to_lowercase());
    let head = word(0)?;
    let alone = proof.frame.offices.get(&head).into_iter();
    let pair = word(1).and_then(|next| proof.frame.offices.get(&format!("{head}{next}"))).into_iter();
    let length = |body: &RegisteredBody| {
        let count = frame::words(&body.name).count();
        let same = frame::words(&body.name).enumerate().all(|(at, own)| word(at).as_ref() == Some(&own));
        let close =
            words[..count.min(words.len())].windows(2).all(|pair| is_close(&proof.text[pair[0].end..pair[1].start]));
        (same && close).then_some(count)
    };
    let known = alone.chain(pair).flatten().filter_map(|at| proof.frame.bodies.get(*at));
    let (body, count) = known.filter_map(|body| Some((body, length(body)?))).max_by_key(|(_, count)| *count)?;
    Some((body, words[0].start..words[count - 1].end))
}

/// What may stand between two words of one name.
fn is_close(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}" | "-" | " - " | "–" | " – " | ", ")
}

fn restyled(name: &str) -> String {
    tone::restyle_names(name, tone::Style::default(), tone::Names::Change)
}

/// A body that was not there on the day of the text.
fn gone(proof: &Proof, body: &RegisteredBody, range: &Range<usize>) -> Option<Diagnostic> {
    let day = proof.day?;
    let before = |own: &Option<crate::record::value::Day>| own.as_ref().and_then(|own| date::ymd(own.date));
    let hint = match (before(&body.to).filter(|to| *to < day), before(&body.from).filter(|from| *from > day)) {
        (Some(to), _) if is_of_the_past(proof, range, to) => return None,
        (Some(to), _) => {
            let to = to.numeric(Default::default());
            let next = body.successor.as_ref().and_then(|id| proof.frame.bodies.iter().find(|other| *other.id == **id));
            match next {
                Some(next) => Message::new("body-former.hint").with("to", to).with("next", &next.name),
                None => Message::new("body-former.hint.ended").with("to", to),
            }
        }
        (None, Some(from)) => Message::new("body-former.hint.later").with("from", from.numeric(Default::default())),
        (None, None) => return None,
    };
    // One name may have been borne twice.
    let there = |other: &&RegisteredBody| {
        let (from, to) = (before(&other.from), before(&other.to));
        *other.name == *body.name && from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
    };
    if proof.frame.bodies.iter().any(|other| there(&other)) {
        return None;
    }
    let mut fault = proof.fault("body-former", range.clone()).with("name", &body.name);
    if hint.id == "body-former.hint.later" {
        fault.message.id = "body-former.early";
    }
    Some(fault.with("day", day.numeric(Default::default())).hint(hint))
}
