//! What is proof-read as one text: a pasted article, or all words of a story's records laid end to end, with the way
//! back from each letter to its file.

mod day;
mod headline;
mod once;
mod reader;

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::align::Alignment;
use super::frame::Frame;
use crate::diag::Diagnostic;
use crate::load::{Records, StoryRecords};
use crate::model::resolve::{folder_name, story_day};
use crate::source::{Source, Span};
use crate::viet::date::{self, Mention, Ymd};
use crate::viet::reference::Reference;
pub use headline::as_names;
use once::Once;
use reader::Reader;

/// How far behind a document number its day may stand, in letters.
const NEAR: usize = 60;

/// One text with everything the rules of language need to know.
#[derive(Debug)]
pub struct Proof {
    /// The words; paragraphs are parted by an empty line.
    pub text: String,
    /// The day it is written for.
    pub day: Option<Ymd>,
    /// Whether the text or its record shows that day; an undated text may be of any year.
    pub dated: bool,
    /// What it shares with all texts of its project.
    pub frame: Arc<Frame>,
    /// Abbreviations that its own records explain as data.
    explained: HashSet<String>,
    parts: Vec<Part>,
    once: Once,
}

/// A value inside the text.
#[derive(Debug)]
struct Part {
    range: Range<usize>,
    source: Arc<Source>,
    span: Span,
    by_hand: bool,
    alignment: OnceCell<Option<Alignment>>,
}

impl Proof {
    /// A pasted text; its day is the one it shows, else the one given.
    pub fn article(source: &Arc<Source>, today: Option<Ymd>) -> Proof {
        let mut proof = Proof::empty();
        proof.add(&source.text, source, Span::new(0, source.text.len()));
        (proof.day, proof.dated) = day::of_text(&proof.text, today);
        proof
    }

    /// Some words of one record.
    pub fn of(source: &Arc<Source>, walk: impl FnOnce(&mut Reader)) -> Proof {
        let mut proof = Proof::empty();
        proof.record(source, walk);
        proof
    }

    /// The same text inside a project.
    pub fn in_frame(mut self, frame: Frame) -> Proof {
        self.frame = Arc::new(frame);
        self
    }

    /// All words of a story.
    pub fn story(story: &StoryRecords, frame: &Arc<Frame>) -> Proof {
        let mut proof = Proof { frame: Arc::clone(frame), ..Proof::empty() };
        proof.day = story_day(story, folder_name(&story.folder).0).and_then(|day| {
            let (day, part) = (day.date, |number: i8| u8::try_from(number).ok());
            Ymd::new(u16::try_from(day.year()).ok()?, part(day.month())?, part(day.day())?).ok()
        });
        if let Some(sourced) = &story.meeting {
            proof.record(&sourced.source, |reader| sourced.record.walk_fields(reader));
        }
        if let Some(sourced) = &story.budget {
            proof.record(&sourced.source, |reader| sourced.record.walk_fields(reader));
        }
        if let Some(sourced) = &story.conclusions {
            proof.record(&sourced.source, |reader| sourced.record.walk_fields(reader));
        }
        if let Some(sourced) = &story.news {
            proof.record(&sourced.source, |reader| sourced.record.walk_fields(reader));
        }
        if let Some(sourced) = &story.document {
            proof.record(&sourced.source, |reader| sourced.record.walk_fields(reader));
        }
        proof
    }

    /// The words of `site.yaml` and of `people.yaml`, each a text of its own.
    pub fn frame(records: &Records) -> Vec<Proof> {
        let mut proofs = Vec::new();
        if let Some(sourced) = &records.site {
            proofs.push(Proof::of(&sourced.source, |reader| sourced.record.walk_fields(reader)));
        }
        if let Some(sourced) = &records.register {
            proofs.push(Proof::of(&sourced.source, |reader| sourced.record.walk_fields(reader)));
        }
        proofs
    }

    fn empty() -> Proof {
        Proof {
            text: String::new(),
            day: None,
            dated: true,
            frame: Arc::default(),
            explained: HashSet::new(),
            parts: Vec::new(),
            once: Once::default(),
        }
    }

    fn record(&mut self, source: &Arc<Source>, walk: impl FnOnce(&mut Reader)) {
        walk(&mut Reader { proof: self, source });
    }

    fn add(&mut self, words: &str, source: &Arc<Source>, span: Span) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        self.text.push_str(words);
        let range = start..self.text.len();
        self.parts.push(Part { range, source: Arc::clone(source), span, by_hand: false, alignment: OnceCell::new() });
    }

    /// The day right behind a document number: *số 512/QĐ-UBND ngày 02/4/2025*.
    pub fn day_behind(&self, one: &Reference) -> Option<Ymd> {
        self.date_behind(one)?.day.ok()
    }

    /// That day, where it stands in the text, possible or not.
    pub fn date_behind(&self, one: &Reference) -> Option<Mention> {
        let from = one.range.end;
        let rest = &self.text[from..];
        let near = &rest[..rest.char_indices().nth(NEAR).map_or(rest.len(), |(at, _)| at)];
        let near = near.lines().next().unwrap_or_default();
        let lead = near.len() - near.trim_start_matches([' ', ',', '\u{a0}']).len();
        near[lead..].starts_with("ngày").then_some(())?;
        let mention = date::find(&near[lead..]).into_iter().next()?;
        let shift = |range: Range<usize>| from + lead + range.start..from + lead + range.end;
        (mention.range.start <= "ngày ".len()).then(|| Mention { range: shift(mention.range.clone()), ..mention })
    }

    /// The abbreviations that are explained outside the text.
    pub fn explained(&self) -> impl Iterator<Item = &String> {
        self.frame.explained.iter().chain(&self.explained)
    }

    /// Whether an abbreviation is explained outside the text.
    pub fn is_explained(&self, short: &str) -> bool {
        self.frame.explained.contains(short) || self.explained.contains(short)
    }

    /// A breach of a rule at a place of the text, with the words that stand there.
    pub fn fault(&self, rule: &'static str, range: Range<usize>) -> Diagnostic {
        let seen = self.text.get(range.clone()).unwrap_or_default();
        let fault = Diagnostic::warning(rule).with("seen", seen);
        match self.place(range) {
            Some((source, span)) => fault.at(source, span),
            None => fault,
        }
    }

    /// The values one by one, and whether each is prose written by hand: the body of a news item, a passage of an article.
    pub fn values(&self) -> impl Iterator<Item = (Range<usize>, bool)> {
        self.parts.iter().map(|part| (part.range.clone(), part.by_hand))
    }

    /// Whether a byte stands in prose written by hand.
    pub fn is_by_hand(&self, at: usize) -> bool {
        let place = self.parts.partition_point(|part| part.range.start <= at);
        place.checked_sub(1).is_some_and(|place| self.parts[place].by_hand)
    }

    /// The value that holds a byte of the text.
    pub fn value_at(&self, at: usize) -> Range<usize> {
        let place = self.parts.partition_point(|part| part.range.start <= at);
        place.checked_sub(1).map_or(0..0, |place| self.parts[place].range.clone())
    }

    /// The range of a value by its place in its file.
    pub fn range_of(&self, source: &Arc<Source>, span: Span) -> Option<Range<usize>> {
        let part = self.parts.iter().find(|part| part.span == span && Arc::ptr_eq(&part.source, source))?;
        Some(part.range.clone())
    }

    /// Whether a byte stands in running text — a pasted article, the body of an item — and not in a value that is put
    /// into a sentence later.
    pub fn is_running(&self, at: usize) -> bool {
        self.parts.len() == 1 || self.text[self.value_at(at)].trim().contains('\n')
    }

    /// The file and the place of a range of the text; the whole value where its letters cannot be followed.
    pub fn place(&self, range: Range<usize>) -> Option<(&Arc<Source>, Span)> {
        let at = self.parts.partition_point(|part| part.range.start <= range.start).checked_sub(1)?;
        let part = &self.parts[at];
        let within = range.start - part.range.start..range.end.min(part.range.end).saturating_sub(part.range.start);
        let scalar = part.source.clamp(part.span);
        let raw = &part.source.text[scalar.clone()];
        let words = &self.text[part.range.clone()];
        let alignment = part.alignment.get_or_init(|| Alignment::new(words, raw));
        let found = alignment.as_ref().map_or(0..raw.trim_end().len(), |alignment| alignment.range(within));
        Some((&part.source, Span::new(scalar.start + found.start, scalar.start + found.end)))
    }
}

/// The words that a rule marks in a text, in the order of its faults.
#[cfg(test)]
pub(super) fn seen(text: &str, check: impl Fn(&Proof, &mut Vec<Diagnostic>)) -> Vec<String> {
    let source = Source::new("-", text);
    let mut faults = Vec::new();
    check(&Proof::article(&source, None), &mut faults);
    faults.iter().map(|fault| source.text[source.clamp(fault.span)].to_owned()).collect()
}
