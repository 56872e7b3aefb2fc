//! A task told in words against the conclusions: the body it is given to, and the day it must be done by.

use std::collections::HashMap;
use std::ops::Range;

use super::bodies::{LONGEST, begins_a_body, is_named, names};
use super::words::{Slot, Texts, Word, words};
use crate::check::frame::Frame;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::conclusions::Task;
use crate::record::value::{Due, DueKind, date};
use crate::source::{Source, Span};
use crate::viet::date as dates;

/// Words with which somebody is given a task.
const GIVING: [&str; 4] = ["giao", "đề nghị", "yêu cầu", "phân công"];

/// So many tasks that begin with one word are looked for; where there are more, the word says little.
const MOST: usize = 64;

/// The least words of a task that tell it from other things.
const TELLING: usize = 4;

/// Checks the tasks of the conclusions in what is written by hand.
pub fn check(story: &StoryRecords, texts: &Texts, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(conclusions) = &story.conclusions else { return };
    let tasks = conclusions.record.tasks();
    let duties: Vec<Duty> = tasks.map(|task| Duty::of(task, &conclusions.source, &proof.frame)).collect();
    let mut by_word: HashMap<&str, Vec<(&Duty, usize)>> = HashMap::new();
    for duty in &duties {
        // The verb may be another: *lo kho lạnh* for *xây kho lạnh*.
        for (skipped, first) in duty.what.iter().take(2).enumerate() {
            by_word.entry(&first.key).or_default().push((duty, skipped));
        }
    }
    for text in &texts.by_hand {
        for at in 0..text.len() {
            // Tasks in the same words may be several bodies', each by its own day: one must fit.
            let Some(begun) = by_word.get(text[at].key.as_str()) else { continue };
            let told = begun.iter().take(MOST).map(|(duty, skipped)| (*duty, duty.told(text, at, *skipped), *skipped));
            let told: Vec<(&Duty, usize, usize)> = told.filter(|(_, length, _)| *length > 0).collect();
            let clause = clause(text, at);
            let given = told.iter().map(|(one, _, skipped)| {
                one.given_to_another(proof, text, clause.start..at.saturating_sub(*skipped).max(clause.start))
            });
            let given: Vec<_> = given.collect();
            let due = told.iter().map(|(one, length, _)| one.due_otherwise(proof, text, at + length..clause.end));
            let due: Vec<_> = due.collect();
            for wrong in [given, due].into_iter().filter(|wrong| wrong.iter().all(Option::is_some)) {
                faults.extend(wrong.into_iter().flatten().next());
            }
        }
    }
}

/// The words of one sentence or part of it around a place.
fn clause(text: &[Word], at: usize) -> Range<usize> {
    let start = (0..=at).rev().find(|place| text[*place].opens).unwrap_or(0);
    let end = (at + 1..text.len()).find(|place| text[*place].opens).unwrap_or(text.len());
    start..end
}

/// A task as words, with who must do it and by when.
struct Duty<'a> {
    what: Vec<Word>,
    /// The names of those who lead, as they are written.
    leads: Vec<String>,
    /// The names of those who join.
    partners: Vec<String>,
    due: Option<&'a Due>,
    source: &'a Source,
    span: Span,
}

impl<'a> Duty<'a> {
    fn of(task: &'a Task, source: &'a Source, frame: &Frame) -> Duty<'a> {
        let leads = task.lead.iter().flat_map(|body| names(body, frame)).collect();
        let partners = task.partners.iter().flat_map(|body| names(body, frame)).collect();
        let what = words(&task.what, 0..task.what.len());
        Duty { what, leads, partners, due: task.due.as_ref(), source, span: task.what.span }
    }

    /// The file and line of the task.
    fn place(&self) -> String {
        self.source.line_of(self.span)
    }

    /// How many words of the task, its first ones left out, stand at a place of a text; none if they are too few to
    /// tell it by.
    fn told(&self, text: &[Word], at: usize, skipped: usize) -> usize {
        let same = |(seen, own): &(&Word, &Word)| seen.key == own.key || (seen.slot.is_some() && seen.slot == own.slot);
        let length = text[at..].iter().zip(&self.what[skipped..]).take_while(same).count();
        let enough = length >= TELLING || (length >= 3 && length == self.what.len());
        // Found from its first word, it need not be found again from its second.
        let again = skipped > 0 && at > 0 && !text[at].opens && text[at - 1].key == self.what[0].key;
        if enough && !again { length } else { 0 }
    }

    /// *giao Sở Xây dựng rà soát …*, *Sở Xây dựng rà soát …*, which was given to another.
    fn given_to_another(&self, proof: &Proof, text: &[Word], before: Range<usize>) -> Option<Diagnostic> {
        let last = before.end.checked_sub(1).filter(|last| before.contains(last))?;
        let end = text[last].range.end;
        let head = proof.text.get(text[before.start].range.start..end)?;
        let given = GIVING.iter().filter_map(|word| Some(head.rfind(&format!("{word} "))? + word.len())).max();
        // Without a word of giving, the body right before the task, behind the last comma.
        let from = given.unwrap_or_else(|| head.rfind([',', '(', ':']).map_or(0, |at| at + 1));
        let name = head[from..].trim().trim_start_matches(|c: char| c.is_lowercase() || c == ' ');
        let opening = name.split(' ').next().unwrap_or_default();
        // Who joins may be told to do it, and is not given it.
        let doers = self.partners.iter().filter(|_| given.is_none()).chain(&self.leads);
        let own = doers.into_iter().any(|body| is_named(name, body));
        let far = name.split(' ').count() > LONGEST;
        if self.leads.is_empty() || own || far || !begins_a_body(opening) || name.contains("các ") {
            return None;
        }
        let mut fault = proof.fault("prose-task", end - name.len()..end).with("place", self.place());
        fault.message.id = "prose-task.lead";
        let right = self.leads.first()?;
        Some(fault.with("right", right).hint(Message::new("prose-task.hint").with("right", right)))
    }

    /// Another day, or another quarter, than the one it is due by.
    fn due_otherwise(&self, proof: &Proof, text: &[Word], behind: Range<usize>) -> Option<Diagnostic> {
        let due = self.due?;
        let words = text.get(behind).filter(|words| !words.is_empty())?;
        let range = words.first()?.range.start..words.last()?.range.end;
        let seen = match due.kind {
            DueKind::Day => {
                let right = date::ymd(due.last?)?;
                let days = dates::find(&proof.text[range.clone()]);
                if days.iter().any(|day| day.day == Ok(right)) {
                    return None;
                }
                let day = days.into_iter().next().filter(|day| day.day.is_ok())?;
                range.start + day.range.start..range.start + day.range.end
            }
            DueKind::Quarter => {
                let told = words.windows(2).filter(|pair| pair[0].key == "quý" && pair[1].slot == Some(Slot::Roman));
                let [pair] = told.collect::<Vec<_>>()[..] else { return None };
                let same = due.text.split([' ', '/']).any(|word| word == pair[1].key);
                (!same).then(|| pair[0].range.start..pair[1].range.end)?
            }
            _ => return None,
        };
        let fault = proof.fault("prose-task", seen).with("place", self.place()).with("right", &due.text);
        Some(fault.hint(Message::new("prose-task.hint").with("right", &due.text)))
    }
}
