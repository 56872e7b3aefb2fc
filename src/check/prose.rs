//! What is written by hand against what the record says — *câu chữ và dữ kiện*: days, persons, figures, counts, numbers of
//! documents, hosts, tasks, and whole passages. Only what is almost surely a slip is told, with both places.

mod bodies;
mod days;
mod deadlines;
mod echoes;
mod facts;
mod hosts;
mod hours;
mod ordinals;
mod people;
mod personnel;
mod persons;
mod places;
mod posts;
mod references;
mod shared;
mod tasks;
mod unlike;
mod voices;
mod words;

use std::collections::{BTreeMap, HashMap};

use super::proof::Proof;
use crate::diag::Diagnostic;
use crate::load::StoryRecords;

/// Compares all words of a story with its facts and with the register; of faults that touch each other the first is told.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    // What knows the most of a slip comes first, what compares bare words last.
    let mut told: Vec<Diagnostic> = Vec::new();
    days::check(story, proof, &mut told);
    hours::check(story, proof, &mut told);
    ordinals::check(story, proof, &mut told);
    personnel::check(story, proof, &mut told);
    persons::check(story, proof, &mut told);
    references::check(story, proof, &mut told);
    places::check(proof, &mut told);
    hosts::check(story, proof, &mut told);
    let texts = words::Texts::of(proof);
    if !texts.by_hand.is_empty() {
        voices::check(story, &texts, proof, &mut told);
        tasks::check(story, &texts, proof, &mut told);
        echoes::check(&texts, proof, &mut told);
        unlike::check(story, &texts, proof, &mut told);
        deadlines::check(story, &texts, proof, &mut told);
    }
    // By file, the ranges that are taken: a fault that touches one of them is another rule's word on the same slip.
    let mut heard: HashMap<String, BTreeMap<u32, u32>> = HashMap::new();
    told.retain(|fault| {
        let taken = heard.entry(fault.path().to_owned()).or_default();
        let before = taken.range(..fault.span.end).next_back().is_some_and(|(_, end)| *end > fault.span.start);
        if !before {
            taken.insert(fault.span.start, fault.span.end);
        }
        !before
    });
    faults.extend(told);
}

/// Compares a pasted text with the register of the project it is checked in.
pub fn check_text(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    persons::check(&StoryRecords::default(), proof, faults);
}
