//! Bodies that running words and values name after their end — *cơ quan đã sắp xếp lại* — or before their beginning.

use std::ops::Range;

use super::registered;
use crate::check::past::Sentences;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Padding, Ymd};
use crate::viet::office;
use crate::viet::reference::Reference;

/// Words right behind a name that put it into the past.
const BEHIND: [&str; 5] = ["(cũ)", "cũ", "(trước", "trước đây", "trước sáp nhập"];

/// How far before a name its clause is read, in letters.
const FAR: usize = 400;

/// Checks the bodies of a text against the day of the text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    registered::check(proof, faults);
    // An undated text may be of any year.
    let Some(day) = proof.day.filter(|_| proof.dated) else { return };
    let mut sentences = Sentences::new(proof);
    for one in office::former(&proof.text).into_iter().filter(|one| one.last < day) {
        // What the register knows, it knows better.
        let known = proof.frame.bodies.iter().any(|body| body.name.value == proof.text[one.range.clone()]);
        if known || sentences.of_the_past(one.range.start, day) || is_of_the_past(proof, &one.range, one.last) {
            continue;
        }
        let hint =
            Message::new("body-former.hint.told").with("to", one.last.numeric(Padding::Padded)).with("next", one.next);
        faults.push(fault(proof, one.range, day).hint(hint));
    }
    if office::before_the_plan(day) {
        for (range, before) in office::to_come(&proof.text) {
            let hint = Message::new("body-former.hint.made").with("then", before);
            let mut early = fault(proof, range, day).hint(hint);
            early.message.id = "body-former.early";
            faults.push(early);
        }
    }
}

fn fault(proof: &Proof, range: Range<usize>, day: Ymd) -> Diagnostic {
    let name = &proof.text[range.clone()];
    proof.fault("body-former", range.clone()).with("name", name).with("day", day.numeric(Padding::Padded))
}

/// *Bộ Giao thông vận tải (cũ)*, *nguyên Bộ trưởng Bộ …*, a name in quotation marks, or one behind the number of a
/// document that was issued while the body was there.
pub(super) fn is_of_the_past(proof: &Proof, range: &Range<usize>, last: Ymd) -> bool {
    let text = &proof.text;
    let after = text[range.end..].trim_start();
    let behind =
        BEHIND.iter().any(|word| after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    let far = text[..range.start].char_indices().rev().nth(FAR).map_or(0, |(at, _)| at);
    let clause = text[far..range.start].rfind(['\n', ';']).map_or(far, |at| far + at + 1);
    let before = &text[clause..range.start];
    let mut posts = before.match_indices("nguyên ").chain(before.match_indices("Nguyên "));
    let held = posts.any(|(at, word)| before[at + word.len()..].starts_with(char::is_uppercase));
    let quoted = before.matches('“').count() > before.matches('”').count();
    behind || held || quoted || cites_an_old_one(proof, clause..range.start, last)
}

/// Whether a clause names, before a place, a document of the days until then.
fn cites_an_old_one(proof: &Proof, clause: Range<usize>, last: Ymd) -> bool {
    let references = proof.references();
    let first = references.partition_point(|one| one.range.start < clause.start);
    let cited = references[first..].iter().take_while(|one| one.range.end <= clause.end);
    let old = |one: &Reference| match proof.day_behind(one) {
        Some(day) => day <= last,
        None => one.year.is_none_or(|year| year <= last.year()),
    };
    cited.into_iter().any(old)
}
