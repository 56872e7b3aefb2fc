//! What is written by hand against what the record says — *câu chữ và dữ kiện*: days, persons, figures, counts, numbers of
//! documents, hosts, tasks, and whole passages. Only what is almost surely a slip is told, with both places.

mod counts;
mod days;
mod echoes;
mod figures;
mod hosts;
mod persons;
mod references;
mod tasks;
mod voices;
mod words;

use super::proof::Proof;
use crate::diag::Diagnostic;
use crate::load::StoryRecords;

/// Compares all words of a story with its facts and with the register.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    days::check(story, proof, faults);
    persons::check(story, proof, faults);
    figures::check(story, proof, faults);
    counts::check(story, proof, faults);
    references::check(story, proof, faults);
    voices::check(story, proof, faults);
    hosts::check(story, proof, faults);
    tasks::check(story, proof, faults);
    echoes::check(proof, faults);
}

/// Compares a pasted text with the register of the project it is checked in.
pub fn check_text(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    persons::check(&StoryRecords::default(), proof, faults);
}
