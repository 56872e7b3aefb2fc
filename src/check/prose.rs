//! What is written by hand against what the record says — *câu chữ và dữ kiện*: days, persons, figures, counts, numbers of
//! documents, hosts, tasks, and whole passages. Only what is almost surely a slip is told, with both places.

mod counts;
mod days;
mod deadlines;
mod echoes;
mod facts;
mod figures;
mod hosts;
mod hours;
mod ordinals;
mod people;
mod personnel;
mod persons;
mod places;
mod posts;
mod references;
mod tasks;
mod unlike;
mod voices;
mod words;

use super::proof::Proof;
use crate::diag::Diagnostic;
use crate::load::StoryRecords;

/// Compares all words of a story with its facts and with the register; of faults that touch each other the first is told.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut told: Vec<Diagnostic> = Vec::new();
    days::check(story, proof, &mut told);
    hours::check(story, proof, &mut told);
    ordinals::check(story, proof, &mut told);
    personnel::check(story, proof, &mut told);
    persons::check(story, proof, &mut told);
    figures::check(story, proof, &mut told);
    counts::check(story, proof, &mut told);
    references::check(story, proof, &mut told);
    places::check(proof, &mut told);
    voices::check(story, proof, &mut told);
    hosts::check(story, proof, &mut told);
    tasks::check(story, proof, &mut told);
    echoes::check(proof, &mut told);
    unlike::check(story, proof, &mut told);
    deadlines::check(story, proof, &mut told);
    let mut heard: Vec<Diagnostic> = Vec::new();
    for fault in told {
        let touches = |other: &Diagnostic| {
            other.path() == fault.path() && other.span.start < fault.span.end && fault.span.start < other.span.end
        };
        if !heard.iter().any(touches) {
            heard.push(fault);
        }
    }
    faults.extend(heard);
}

/// Compares a pasted text with the register of the project it is checked in.
pub fn check_text(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    persons::check(&StoryRecords::default(), proof, faults);
}
