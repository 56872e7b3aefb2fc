//! One document, one date and one issuer across the archive — *một số, ký hiệu, một ngày ban hành*.
//!
//! A number of the Government or of a ministry is one document; numbers of provinces and communes, and those that begin
//! anew each year, are compared only where issuer and year say that one document is meant.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use super::citations;
use crate::check::proof::Proof;
use crate::check::references::context::issuer_behind;
use crate::diag::Diagnostic;
use crate::load::StoryRecords;
use crate::record::value::date;
use crate::source::{Source, Span};
use crate::viet::date::{Padding, Ymd};
use crate::viet::reference::body::{self, UNITS};
use crate::viet::reference::{self, Reference};

/// A document with its day, as a story tells it.
#[derive(Debug)]
pub struct Dated {
    number: String,
    day: Ymd,
    issuer: Option<String>,
    scope: Scope,
    at: Place,
}

/// Where a document is told.
#[derive(Debug, Clone)]
struct Place {
    source: Arc<Source>,
    span: Span,
    story: usize,
}

/// How far a number is a document's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Scope {
    /// It holds its year: there is one in the country.
    Country,
    /// It begins anew each year.
    Year(u16),
    /// Each office has its own, each year anew.
    Office(u16),
}

/// The dated documents of a story: those its words name, those its records cite.
pub fn dated(story: &StoryRecords, number: usize, proof: &Proof) -> Vec<Dated> {
    let mut found = Vec::new();
    for one in proof.references() {
        let Some(mention) = proof.date_behind(one) else { continue };
        let Ok(day) = mention.day else { continue };
        let issuer = issuer_behind(proof, one).map(|issuer| whole(&proof.text, issuer.range));
        let Some((source, span)) = proof.place(mention.range) else { continue };
        let at = Place { source: Arc::clone(source), span, story: number };
        found.push(Dated { number: one.canonical(), day, issuer, scope: scope(one, day), at });
    }
    for (source, cited) in citations(story) {
        let Some(day) = cited.date.and_then(|day| Some((day.span, date::ymd(day.date)?))) else { continue };
        let Some(one) = reference::parse(&cited.number) else { continue };
        let issuer = cited.issuer.as_ref().map(|issuer| issuer.value.clone());
        let at = Place { source: Arc::clone(source), span: day.0, story: number };
        found.push(Dated { number: one.canonical(), day: day.1, issuer, scope: scope(&one, day.1), at });
    }
    found
}

fn scope(one: &Reference, day: Ymd) -> Scope {
    let code = one.issuers().first().copied().unwrap_or_default();
    let local = matches!(code, "UBND" | "HĐND" | "TU" | "HU" | "ĐU") || body::heads_of(code).is_none();
    match one.year {
        _ if local => Scope::Office(day.year()),
        Some(_) => Scope::Country,
        None => Scope::Year(day.year()),
    }
}

/// The whole name of a body of which the first words are known: *của UBND* and *tỉnh Kiên Giang* behind it.
fn whole(text: &str, range: Range<usize>) -> String {
    let mut end = range.end;
    while let Some(rest) = text[end..].strip_prefix(' ') {
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..length];
        if word.is_empty() || !(UNITS.contains(&word) || word.starts_with(char::is_uppercase)) {
            break;
        }
        end += 1 + length;
    }
    text[range.start..end].trim_start_matches("của ").to_owned()
}

/// Compares the documents of all stories.
pub fn check(documents: &[Dated], faults: &mut Vec<Diagnostic>) {
    let mut groups: HashMap<(&str, Scope, String), Vec<&Dated>> = HashMap::new();
    for one in documents {
        let issuer = match (one.scope, &one.issuer) {
            (Scope::Office(_), None) => continue,
            (Scope::Office(_), Some(issuer)) => body::key(issuer),
            _ => String::new(),
        };
        groups.entry((&one.number, one.scope, issuer)).or_default().push(one);
    }
    for group in groups.values().filter(|group| group.len() > 1) {
        other_days(group, faults);
        other_issuers(group, faults);
    }
}

/// The place that most others agree with; of equally many, the first.
fn model<'d, K: Eq + Hash>(group: &[&'d Dated], what: impl Fn(&Dated) -> K) -> Option<&'d Dated> {
    let mut votes: HashMap<K, usize> = HashMap::new();
    group.iter().for_each(|one| *votes.entry(what(one)).or_default() += 1);
    let most = votes.values().copied().max()?;
    group.iter().find(|one| votes.get(&what(one)) == Some(&most)).copied()
}

fn other_days(group: &[&Dated], faults: &mut Vec<Diagnostic>) {
    let Some(right) = model(group, |one| one.day) else { return };
    for one in group.iter().filter(|one| one.day != right.day && one.at.story != right.at.story) {
        let fault = Diagnostic::warning("cited-two-ways")
            .with("number", &one.number)
            .with("date", one.day.numeric(Padding::Padded))
            .with("place", shown(right))
            .with("other", right.day.numeric(Padding::Padded));
        faults.push(fault.at(&one.at.source, one.at.span).hint_id("cited-two-ways.hint"));
    }
}

/// One document of one day by two bodies.
fn other_issuers(group: &[&Dated], faults: &mut Vec<Diagnostic>) {
    let named: Vec<&Dated> = group.iter().filter(|one| one.issuer.is_some()).copied().collect();
    let named_key = |one: &Dated| one.issuer.as_deref().map(body::key).unwrap_or_default();
    let Some(right) = model(&named, named_key) else { return };
    let model = named_key(right);
    // *Bộ Khoa học* is as much as is read of *Bộ Khoa học và Công nghệ*.
    let same = |one: &Dated| named_key(one).starts_with(&model) || model.starts_with(&named_key(one));
    for one in named.iter().filter(|one| !same(one) && one.at.story != right.at.story && one.day == right.day) {
        let mut fault = Diagnostic::warning("cited-two-ways")
            .with("number", &one.number)
            .with("issuer", one.issuer.as_deref().unwrap_or_default())
            .with("place", shown(right))
            .with("other", right.issuer.as_deref().unwrap_or_default());
        fault.message.id = "cited-two-ways.issuer";
        faults.push(fault.at(&one.at.source, one.at.span).hint_id("cited-two-ways.hint.issuer"));
    }
}

/// `content/2024/…/meeting.yaml:12`
fn shown(one: &Dated) -> String {
    one.at.source.line_of(one.at.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers_in_one_form() {
        for (text, read, name) in [
            ("của Uỷ ban nhân dân tỉnh Kiên Giang về việc", "của Uỷ ban nhân dân", "ubnd tỉnh kiên giang"),
            ("của Chủ tịch UBND tỉnh phê duyệt", "của Chủ tịch UBND", "ubnd tỉnh"),
            ("của Bộ trưởng Bộ Công Thương, hướng dẫn", "của Bộ trưởng Bộ Công Thương", "bộ công thương"),
        ] {
            assert_eq!(body::key(&whole(text, 0..read.len())), name, "{text}");
        }
    }
}
