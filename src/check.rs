//! Reads the records like a careful colleague; the table of rules, a file per family.

mod abbreviations;
mod align;
mod brackets;
mod capitals;
mod counts;
mod dates;
mod dots;
mod doubled;
pub mod facts;
mod figures;
mod names;
mod places;
pub mod proof;
mod references;
pub mod rules;
mod spacing;
mod spelling;
pub mod sums;
pub mod votes;

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::load::{Records, StoryRecords};
use crate::record::common::Common;
use crate::source::{Source, Span};
use crate::viet::date::Ymd;
use proof::Proof;

/// How much is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// What a build must know: facts and figures.
    Facts,
    /// The language too.
    Language,
}

/// A family of rules on a story's facts; they belong to every build.
type OnFacts = fn(&StoryRecords, &mut Vec<Diagnostic>);

/// A family of rules on a text's language; they run when somebody asks for proof-reading.
type OnLanguage = fn(&Proof, &mut Vec<Diagnostic>);

const FACTS: [OnFacts; 3] = [sums::check, votes::check, facts::check];

/// In this order: of two families that flag the very same words, the first is heard.
const LANGUAGE: [OnLanguage; 12] = [
    dates::check,
    references::check,
    names::check,
    places::check,
    spelling::check,
    abbreviations::check,
    capitals::check,
    spacing::check,
    brackets::check,
    doubled::check,
    counts::check,
    figures::check,
];

/// Runs the rules over all stories, on all cores; what a record allows with a reason is dropped.
pub fn check(records: &Records, depth: Depth, faults: &mut Vec<Diagnostic>) {
    let explained = proof::explained(records);
    let found: Vec<Vec<Diagnostic>> =
        records.stories.par_iter().map(|story| check_story(story, depth, &explained)).collect();
    faults.extend(found.into_iter().flatten());
    if depth == Depth::Language {
        faults.extend(Proof::frame(records).iter().flat_map(proofread));
    }
}

/// Proof-reads a pasted text; `today` stands in where it names no day.
pub fn check_text(source: &Arc<Source>, today: Option<Ymd>) -> Vec<Diagnostic> {
    proofread(&Proof::article(source, today))
}

fn check_story(story: &StoryRecords, depth: Depth, explained: &HashSet<String>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for family in FACTS {
        family(story, &mut found);
    }
    if depth == Depth::Language {
        found.extend(proofread(&Proof::story(story, explained)));
    }
    for (source, common) in commons(story) {
        allow(source, common, &mut found);
    }
    found
}

fn proofread(proof: &Proof) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for family in LANGUAGE {
        family(proof, &mut found);
    }
    let mut seen: HashSet<(String, Span)> = HashSet::new();
    found.retain(|fault| seen.insert((fault.path().to_owned(), fault.span)));
    found
}

/// The common keys of each record of a story.
pub fn commons(story: &StoryRecords) -> Vec<(&Arc<Source>, &Common)> {
    let meeting = story.meeting.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let budget = story.budget.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let conclusions = story.conclusions.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let news = story.news.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    [meeting, budget, conclusions, news].into_iter().flatten().collect()
}

/// Drops what the record allows; a rule that does not exist, or cannot be allowed, is a fault itself.
fn allow(source: &Arc<Source>, common: &Common, found: &mut Vec<Diagnostic>) {
    for allowed in &common.allow {
        match rules::find(&allowed.rule) {
            Some(_) => found.retain(|fault| fault.rule != &*allowed.rule || fault.source.as_ref() != Some(source)),
            None => {
                let names: Vec<&str> = rules::RULES.iter().map(|rule| rule.name).collect();
                let hint = match crate::record::nearest(&allowed.rule, &names) {
                    Some(near) => crate::diag::Message::new("did-you-mean").with("near", near),
                    None => crate::diag::Message::new("allow-unknown.hint"),
                };
                found.push(
                    Diagnostic::error("allow-unknown")
                        .with("rule", &allowed.rule)
                        .at(source, allowed.rule.span)
                        .hint(hint),
                );
            }
        }
    }
}
