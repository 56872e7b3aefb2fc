//! Reads the records like a careful colleague; the table of rules, a file per family.

mod abbreviations;
mod align;
mod bodies;
mod brackets;
mod capitals;
mod changes;
mod citations;
mod counts;
mod dates;
mod documents;
mod dots;
mod doubled;
pub mod facts;
mod figures;
#[cfg(test)]
mod fitting;
pub mod frame;
pub mod house;
mod lists;
mod marks;
mod names;
mod papers;
mod past;
mod persons;
mod places;
mod positions;
pub mod proof;
mod prose;
mod references;
mod rescheduling;
pub mod rules;
mod schedule;
mod sentences;
mod series;
mod sightings;
mod slip;
mod spacing;
mod spans;
mod spelling;
pub mod sums;
mod times;
mod units;
pub mod votes;

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::load::{Records, StoryRecords};
use crate::record::common::Common;
use crate::record::value::Text;
use crate::source::{Source, Span};
use crate::viet::date::Ymd;
use citations::archive::Dated;
use frame::Frame;
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

const FACTS: [OnFacts; 9] = [
    sums::check,
    votes::check,
    facts::check,
    schedule::check,
    rescheduling::check,
    citations::check,
    lists::check,
    changes::check,
    documents::check,
];

/// In this order: of two families that flag the very same words, the first is heard.
const LANGUAGE: [OnLanguage; 17] = [
    dates::check,
    references::check,
    names::check,
    places::check,
    bodies::check_words,
    spelling::check,
    abbreviations::check,
    capitals::check,
    spacing::check,
    brackets::check,
    doubled::check,
    marks::check,
    sentences::check,
    times::check,
    spans::check,
    counts::check,
    figures::check,
];

/// What the rules know beside the records.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// How much is looked at.
    pub depth: Depth,
    /// The day on which `site.yaml` must be right.
    pub today: Option<Ymd>,
}

/// Runs the rules over all stories, on all cores, then over the archive; what a record allows with a reason is dropped.
pub fn check(records: &Records, asked: Asked, faults: &mut Vec<Diagnostic>) {
    let frame = Arc::new(Frame::of(records));
    let stories = records.stories.par_iter().enumerate();
    let each: Vec<Heard> = stories.map(|story| check_story(story, asked.depth, &frame)).collect();
    let (mut found, mut documents) = (Vec::new(), Vec::new());
    for heard in each {
        found.extend(heard.faults);
        documents.extend(heard.documents);
    }
    check_archive(records, asked, &mut found);
    citations::archive::check(&documents, &mut found);
    units::check(records, asked.today, &mut found);
    if asked.depth == Depth::Language {
        found.extend(Proof::frame(records).iter().flat_map(proofread));
    }
    allow(records, &mut found);
    faults.extend(found);
}

/// The rules that compare stories with one another, with `people.yaml` and with `site.yaml`.
fn check_archive(records: &Records, asked: Asked, found: &mut Vec<Diagnostic>) {
    let seen = sightings::all(records, asked.today);
    persons::check(records, &seen, found);
    positions::check(records, &seen, found);
    bodies::check(records, &seen, found);
    series::check(records, found);
    papers::check(records, found);
}

/// Proof-reads a pasted text by the style and the register of a project; `today` stands in where it names no day.
pub fn check_text(source: &Arc<Source>, today: Option<Ymd>, records: &Records) -> Vec<Diagnostic> {
    let proof = Proof::article(source, today).in_frame(Frame::of(records));
    let mut told = Vec::new();
    prose::check_text(&proof, &mut told);
    told.extend(proofread(&proof));
    first_heard(&mut told);
    told
}

/// What is heard of one story: its faults, and the documents it tells with their dates.
#[derive(Default)]
struct Heard {
    faults: Vec<Diagnostic>,
    documents: Vec<Dated>,
}

fn check_story((number, story): (usize, &StoryRecords), depth: Depth, frame: &Arc<Frame>) -> Heard {
    let mut heard = Heard::default();
    for family in FACTS {
        family(story, &mut heard.faults);
    }
    if depth == Depth::Language {
        let proof = Proof::story(story, frame);
        let mut told = Vec::new();
        prose::check(story, &proof, &mut told);
        told.extend(proofread(&proof));
        first_heard(&mut told);
        heard.faults.extend(told);
        heard.documents = citations::archive::dated(story, number, &proof);
        papers::check_minutes(story, &mut heard.faults);
        citations::whole::check(story, &mut heard.faults);
    }
    heard
}

fn proofread(proof: &Proof) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for family in LANGUAGE {
        family(proof, &mut found);
    }
    first_heard(&mut found);
    found
}

/// Of faults at the very same words the first alone is told.
fn first_heard(found: &mut Vec<Diagnostic>) {
    let mut seen: HashSet<(String, Span)> = HashSet::new();
    found.retain(|fault| seen.insert((fault.path().to_owned(), fault.span)));
}

/// The common keys of each record of a story.
pub fn commons(story: &StoryRecords) -> Vec<(&Arc<Source>, &Common)> {
    let meeting = story.meeting.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let budget = story.budget.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let conclusions = story.conclusions.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let news = story.news.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let document = story.document.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    [meeting, budget, conclusions, news, document].into_iter().flatten().collect()
}

/// Drops what the records allow; a rule that does not exist is a fault itself.
fn allow(records: &Records, found: &mut Vec<Diagnostic>) {
    let mut allowed: HashSet<(&str, &str)> = HashSet::new();
    let mut unknown = Vec::new();
    for (source, common) in records.stories.iter().flat_map(commons) {
        for one in &common.allow {
            allowed.insert((&source.path, &one.rule));
            unknown.extend(unknown_rule(source, &one.rule));
        }
    }
    found.retain(|fault| !allowed.contains(&(fault.path(), fault.rule)));
    found.extend(unknown);
}

fn unknown_rule(source: &Arc<Source>, rule: &Text) -> Option<Diagnostic> {
    if rules::find(rule).is_some() {
        return None;
    }
    let names: Vec<&str> = rules::RULES.iter().map(|rule| rule.name).collect();
    let hint = match crate::record::nearest(rule, &names) {
        Some(near) => crate::diag::Message::new("did-you-mean").with("near", near),
        None => crate::diag::Message::new("allow-unknown.hint"),
    };
    Some(Diagnostic::error("allow-unknown").with("rule", rule).at(source, rule.span).hint(hint))
}
