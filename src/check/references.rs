//! Document numbers in prose — *số, ký hiệu văn bản*: their form, their kind, *số* before them, years to come.

pub mod context;
mod departments;
mod issuers;
mod known;
mod near;
mod series;
mod term;
mod years;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::reference::{Fault, Reference, code};

/// Checks the document numbers of a text.
///
/// | what is told | by | silent where |
/// |---|---|---|
/// | a number that is not written as its kind is | the parts of the number alone | the table cannot know a code |
/// | another kind, issuer, day or year than the number's | the words before and behind it | two offices may share a number |
/// | a law or a decree of another day or number | the table of those that everybody cites | the day is wholly another: a later law |
/// | a number nearly that of a paper told before | two figures changed about, or one off where it points back | it has a day of its own |
/// | what is called by a paper's number, in other figures | *gọi tắt là Đề án 2389* | the figures are wholly others |
/// | the higher of two numbers of one code is much the older | their days, behind them or told as those of making | more than two, another year |
/// | a number with the code of another department or ministry | the first letters of the name beside it | — |
/// | a law of a year in which none was made, an article that is not there | the table of laws, the articles of the text | the year is wholly another |
/// | documents and laws of a year to come | the day of the text | — |
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let found = proof.references();
    for one in found {
        if let Some(fault) = own_fault(proof, one) {
            faults.push(fault);
        }
        if let Some(day) = proof.day.filter(|day| one.is_after(day.year())) {
            let hint = Message::new("reference-year.hint").with("year", day.year());
            faults.push(proof.fault("reference-year", one.range.clone()).hint(hint));
        }
    }
    laws_to_come(proof, faults);
    announced_kinds(proof, found, faults);
    context::check(proof, faults);
    known::check(proof, faults);
    near::check(proof, found, faults);
    near::called(proof, found, faults);
    term::check(proof, faults);
    departments::check(proof, faults);
    issuers::check(proof, faults);
    series::check(proof, found, faults);
    years::check(proof, faults);
}

/// *Luật Đất đai năm 2042*: a law of a year that has not come.
fn laws_to_come(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    const FAR: usize = 60;
    let Some(day) = proof.day else { return };
    for (at, word) in proof.text.match_indices("uật ") {
        let rest = &proof.text[at + word.len()..];
        let far = rest.char_indices().nth(FAR).map_or(rest.len(), |(far, _)| far);
        let name = rest[..far].split([',', ';', '.', '(', '\n']).next().unwrap_or_default();
        let Some((head, year)) = name.split_once(" năm ") else { continue };
        let digits = &year[..year.bytes().take_while(u8::is_ascii_digit).count()];
        let named = head.split_whitespace().count() <= 6 && head.starts_with(char::is_uppercase);
        if named && digits.len() == 4 && digits.parse().is_ok_and(|year: u16| year > day.year()) {
            let from = at + word.len() + head.len() + 1;
            let range = from..from + "năm ".len() + digits.len();
            let hint = Message::new("reference-year.hint").with("year", day.year());
            faults.push(proof.fault("reference-year", range).hint(hint));
        }
    }
}

/// The gravest fault of a number alone: one mend serves all of them.
fn own_fault(proof: &Proof, one: &Reference) -> Option<Diagnostic> {
    // Which codes are in use the table cannot know, and cited drafts have no issuer yet.
    let told = |fault: &&Fault| !matches!(fault, Fault::UnknownKind);
    let gravest = one.faults.iter().rev().find(told)?;
    let fault = match gravest {
        Fault::OtherKind(kind) => {
            let hint = Message::new("reference-kind.hint").with("kind", *kind).with("code", one.kind_code());
            proof.fault("reference-kind", one.range.clone()).hint(hint)
        }
        Fault::MissingWordSo => {
            let hint = Message::new("reference-so.hint").with("number", &proof.text[one.range.clone()]);
            proof.fault("reference-so", one.range.clone()).hint(hint)
        }
        other => {
            let fault = proof.fault("reference-form", one.range.clone());
            match form_hint(other, one) {
                Some(hint) => fault.hint(hint),
                None => fault,
            }
        }
    };
    Some(fault)
}

/// What to write where the parts are all there; what is missing where they are not.
fn form_hint(fault: &Fault, one: &Reference) -> Option<Message> {
    let id = match fault {
        Fault::MissingYear => "reference-form.hint.year",
        Fault::ShortYear => "reference-form.hint.short-year",
        Fault::NeedlessYear => "reference-form.hint.needless-year",
        Fault::MissingKind => "reference-form.hint.kind",
        Fault::MissingIssuer => "reference-form.hint.issuer",
        Fault::TermOfOtherYears { from, to } => {
            return Some(Message::new("reference-form.hint.term").with("from", from).with("to", to));
        }
        _ => return Some(Message::new("reference-form.hint").with("right", one.canonical())),
    };
    Some(Message::new(id))
}

/// "các Nghị quyết …: …, Quyết định số …": what is listed under one kind is of that kind.
fn announced_kinds(proof: &Proof, found: &[Reference], faults: &mut Vec<Diagnostic>) {
    let mut at = 0;
    for paragraph in proof.paragraphs() {
        let sentences = proof.sentences(paragraph);
        for sentence in sentences {
            while found.get(at).is_some_and(|one| one.range.start < sentence.start) {
                at += 1;
            }
            let count = found[at..].iter().take_while(|one| one.range.start < sentence.end).count();
            let listed = &found[at..at + count];
            at += count;
            if count >= 2
                && let Some((colon, name)) = announced(proof, sentence)
            {
                let strangers = listed.iter().filter_map(|one| stranger(proof, one, colon, name));
                faults.extend(strangers);
            }
        }
    }
}

/// The kind a sentence announces in the plural, with the place of its colon.
fn announced(proof: &Proof, sentence: &Range<usize>) -> Option<(usize, &'static str)> {
    let text = &proof.text[sentence.clone()];
    let colon = text.find(':')?;
    let before = &text[..colon];
    let plural = |name: &&'static str| ["các", "những"].iter().any(|word| before.contains(&format!("{word} {name}")));
    let name = code::KINDS.iter().map(|kind| kind.name).filter(|name| !name.is_empty()).find(plural)?;
    Some((sentence.start + colon, name))
}

/// A listed document of another kind, when its own kind stands before it as an item of the list.
fn stranger(proof: &Proof, one: &Reference, colon: usize, announced: &'static str) -> Option<Diagnostic> {
    let kind = one.kind?;
    let names = one.kind_names();
    if one.range.start < colon || names.contains(&announced) {
        return None;
    }
    let before = proof.text[colon..one.range.start].trim_end();
    let before = before.strip_suffix("số").unwrap_or(before).trim_end();
    let before = before.strip_suffix(kind.name)?.trim_end();
    if !before.ends_with([',', ';']) && !before.ends_with(" và") && !before.ends_with(" là") {
        return None;
    }
    let start = proof.text[..one.range.start].rfind(kind.name)?;
    let fault = proof.fault("reference-kind", start..one.range.end);
    let hint = Message::new("reference-kind.hint.list").with("kind", kind.name).with("announced", announced);
    Some(fault.hint(hint))
}
