//! Arithmetic that a text itself shows — *số liệu trong câu*: rates against their parts, totals against what they hold,
//! changes against both ends, amounts in words against digits. Only what leaves no choice is judged: where another
//! figure of the paragraph explains a rate, or a list may go on, nothing is said.

mod ballots;
mod bare;
mod changes;
#[cfg(test)]
mod fitting;
mod headline;
mod judge;
mod lists;
pub mod mention;
mod orders;
mod reach;
mod relations;
mod results;
mod shares;
mod slip;
mod tell;
mod twice;
pub mod unit;
mod words;
mod writing;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::viet::decimal::Decimal;
use lists::list::List;
use mention::{Mention, mentions};
use reach::Reach;

/// Words that make a figure a difference, which is no part of anything.
const CHANGES: [&str; 10] =
    ["tăng", "giảm", "thêm", "chênh", "cùng kỳ", "vượt", "ít hơn", "nhiều hơn", "thấp hơn", "cao hơn"];

/// How much of what begins a sentence or stands behind a figure is read, in characters.
const FOLLOWING: usize = 160;

/// Words that begin a paragraph which goes on with the one before it.
const CONTINUED: [&str; 4] = ["Trong đó", "Trong số đó", "Trong số này", "Bao gồm"];

/// Words that go on with the paragraph before, in the first words of one.
const REFERRED: [&str; 7] =
    ["kể trên", "nói trên", "bình quân trên", "bình quân một", "bình quân mỗi", "khẩu bình quân", "giá bình quân"];

/// The most paragraphs that go on with one.
const JOINED: usize = 2;

/// How many figures back a base is looked for.
const NEAR: usize = 40;

/// Checks the figures of a text, paragraph by paragraph.
///
/// `mention` and `bare` read the figures of a paragraph, `reach` how far each may be rounded. `lists` finds totals with
/// their parts; `shares`, `changes` and `results` the other ways in which a figure may come about, which `judge` holds
/// against what is written and `tell` puts into words. `slip` knows the typist's mistakes.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for paragraph in passages(proof) {
        let text = &proof.text[paragraph.clone()];
        if !text.contains(|c: char| c.is_ascii_digit()) || text.trim_start().starts_with('|') {
            continue;
        }
        let mut figures = mentions(text);
        bare::add(text, &mut figures);
        let readings = readings(proof, &paragraph, &figures);
        let mut lists: Vec<Vec<List>> = readings.iter().map(Reading::lists).collect();
        lists::list::vouch(&mut lists);
        let mut found: Vec<Diagnostic> = Vec::new();
        let mut rows = readings.first().map(Reading::rows_apart).unwrap_or_default();
        for (reading, lists) in readings.iter().zip(&lists) {
            let mut told = if reading.is_sided() { Vec::new() } else { reading.sums(lists) };
            told.extend(reading.other_side());
            told.extend(reading.structure().or_else(|| reading.closed_shares()));
            told.extend(reading.directions());
            told.extend(reading.other_ways());
            told.extend(reading.ranks());
            told.extend(reading.ballots());
            told.extend(reading.beyond());
            told.extend(reading.whole_twice());
            told.extend(
                reading
                    .outcomes()
                    .into_iter()
                    .chain(reading.shared_out())
                    .chain(reading.terms_left())
                    .chain(reading.unlike().into_iter().chain(reading.of_other_unit()))
                    .chain(reading.misdotted())
                    .chain(reading.odd_shares())
                    .chain(reading.complements()),
            );
            // What the parts of a total tell already is not told again.
            let mut judged = reading.judged();
            judged.retain(|fault| told.iter().all(|told| apart(told.span, fault.span)));
            told.extend(judged);
            rows.retain(|fault| told.iter().all(|told| apart(told.span, fault.span)));
            // The rows of two sentences, and the list of the second, may tell of one figure.
            told.retain(|fault| found.iter().all(|other| other.span != fault.span));
            found.extend(told);
        }
        found.extend(rows);
        // What the words tell goes before what only the surroundings do.
        let untrue = relations::untrue(proof, &paragraph, &figures, &found);
        found.extend(untrue);
        faults.extend(found);
    }
    lists::items::check(proof, faults);
    headline::check(proof, faults);
    twice::check(proof, faults);
    words::check(proof, faults);
    writing::check(proof, faults);
}

/// The paragraphs of a text; one that begins with *trong đó* goes on with the one before it.
fn passages(proof: &Proof) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joined = 0;
    for paragraph in proof.paragraphs().iter().cloned() {
        let head = proof.text[paragraph.clone()].trim_start();
        match found.last_mut() {
            Some(last)
                if joined < JOINED
                    && proof.value_at(last.start) == proof.value_at(paragraph.start)
                    && (CONTINUED.iter().any(|word| head.starts_with(word)) || refers_back(head)) =>
            {
                last.end = paragraph.end;
                joined += 1;
            }
            _ => {
                found.push(paragraph);
                joined = 0;
            }
        }
    }
    found
}

/// *Vốn bình quân một doanh nghiệp đạt …*, *riêng 5 tỉnh kể trên …*: whether the first sentence tells of what is told before.
fn refers_back(paragraph: &str) -> bool {
    let head =
        paragraph.split(". ").next().unwrap_or_default().chars().take(FOLLOWING).collect::<String>().to_lowercase();
    REFERRED.iter().any(|word| head.contains(word))
}

/// The sentences of a paragraph, with its figures.
fn readings<'p>(proof: &'p Proof, paragraph: &Range<usize>, figures: &'p [Mention]) -> Vec<Reading<'p>> {
    let text = &proof.text[paragraph.clone()];
    let reading = |sentence: &Range<usize>| {
        let within = sentence.start - paragraph.start..sentence.end - paragraph.start;
        let first = figures.partition_point(|figure| figure.range.start < within.start);
        let last = figures.partition_point(|figure| figure.range.start < within.end);
        Reading { proof, start: paragraph.start, text, figures, own: first..last, within }
    };
    proof.sentences(paragraph).iter().map(reading).collect()
}

fn apart(a: Span, b: Span) -> bool {
    a.end <= b.start || b.end <= a.start
}

#[derive(Clone)]
/// One sentence with the figures of its paragraph.
struct Reading<'p> {
    proof: &'p Proof,
    start: usize,
    text: &'p str,
    figures: &'p [Mention],
    own: Range<usize>,
    within: Range<usize>,
}

impl Reading<'_> {
    fn place(&self, range: &Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// The text between two figures of the paragraph.
    fn between(&self, left: usize, right: usize) -> &str {
        let Some(next) = self.figures.get(right) else { return "" };
        self.text.get(self.figures[left].range.end..next.range.start).unwrap_or_default()
    }

    /// The text in small letters, byte for byte below it.
    fn lower(&self) -> &str {
        &self.proof.lower()[self.start..self.start + self.text.len()]
    }

    /// The sentence in small letters.
    fn sentence(&self) -> &str {
        &self.lower()[self.within.clone()]
    }

    /// What stands before a figure, back to the figure before it or to the head of its sentence.
    fn lead_range(&self, at: usize) -> Range<usize> {
        let place = self.figures[at].range.start;
        let figure = at.checked_sub(1).map_or(0, |before| self.figures[before].range.end);
        let own = (self.within.start..self.within.end).contains(&place);
        let head = if own { self.within.start } else { sentence_start(self.text, figure, place) };
        figure.max(head).min(place)..place
    }

    /// The text before a figure, back to the figure before it or to the head of its sentence.
    fn before(&self, at: usize) -> &str {
        &self.text[self.lead_range(at)]
    }

    /// The same in small letters.
    fn lead(&self, at: usize) -> &str {
        &self.lower()[self.lead_range(at)]
    }

    /// The words before a figure, less those that tell what the one before it is compared with: *…, tăng 5% so với cùng kỳ; nhập khẩu
    /// đạt …*.
    fn own_lead(&self, at: usize) -> &str {
        let lead = self.lead(at);
        let lead = &lead[lead.rfind(';').map_or(0, |sign| sign + 1)..];
        let compared = lead.trim_start().starts_with("so ") && at > self.own.start;
        let behind = lead.find(',').filter(|_| compared).map_or(0, |sign| sign + 1);
        &lead[behind..]
    }

    /// The words of its own clause before a figure, in small letters.
    fn label(&self, at: usize) -> &str {
        let lead = self.lead(at);
        &lead[lead.rfind([',', ';', ':', '(', ')']).map_or(0, |sign| sign + 1)..]
    }

    /// *mỗi xã trong số 75 xã nhận 50 suất*: whether the words of its clause make a figure one of several alike.
    fn is_of_each(&self, at: usize) -> bool {
        let place = self.figures[at].range.start;
        let head = &self.lower()[self.text.floor_char_boundary(place.saturating_sub(FOLLOWING))..place];
        let stop = [", ", "; ", ". ", ": ", "(", "\n"].iter().filter_map(|stop| head.rfind(stop)).max().unwrap_or(0);
        head[stop..].contains("mỗi ")
    }

    /// How many sentences before this one a figure stands.
    fn sentences_back(&self, at: usize) -> usize {
        let from = self.figures[at].range.end.min(self.within.start);
        let gap = &self.text[from..self.within.start];
        gap.matches(". ").count() + gap.matches('\n').count()
    }

    /// The words behind a figure, in small letters, as far as they are read.
    fn following(&self, at: usize) -> &str {
        first_letters(self.lower().get(self.figures[at].range.end..self.within.end).unwrap_or_default())
    }

    /// The first words of the sentence, in small letters.
    fn opening(&self) -> &str {
        first_letters(self.sentence().trim_start())
    }

    fn reach_of(&self, at: usize) -> Option<Reach> {
        Reach::of(&self.figures[at])
    }

    fn is_change(&self, part: usize) -> bool {
        // What a bracket closes, and what stands before *trong đó*, is told of another figure.
        let lead = self.lead(part);
        let before = lead.rfind(')').map_or(lead, |close| &lead[close..]);
        let before = before.rfind("trong đó").map_or(before, |opened| &before[opened..]);
        CHANGES.iter().any(|word| before.contains(word))
    }
}

/// Where the sentence of a place begins, not before `floor`.
fn sentence_start(text: &str, floor: usize, place: usize) -> usize {
    text[floor..place].rfind(". ").map_or(floor, |stop| floor + stop + 2)
}

/// As much of a text as is read of one.
fn first_letters(text: &str) -> &str {
    &text[..text.char_indices().nth(FOLLOWING).map_or(text.len(), |(at, _)| at)]
}

fn absolute(value: Decimal) -> Decimal {
    Decimal { mantissa: value.mantissa.abs(), ..value }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds texts with `{}` for a figure against it: the right one is left alone, each slip for it told once.
    pub(super) fn told_of_slips(cases: &[(&str, &str, &[&str])]) {
        for (text, right, slips) in cases {
            left_alone(&[&text.replace("{}", right)]);
            for slip in *slips {
                let text = text.replace("{}", slip);
                assert_eq!(found(&text).len(), 1, "{text}: {:?}", found(&text));
            }
        }
    }

    /// Holds texts against the beginning of the one fault that is told of them, if any.
    pub(super) fn told_from(cases: &[(&str, Option<&str>)]) {
        for (text, told) in cases {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }

    /// Nothing is told of any of the texts.
    pub(super) fn left_alone(texts: &[&str]) {
        for text in texts {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    /// Each fault as its words and its first mend.
    pub(super) fn found(text: &str) -> Vec<String> {
        let source = crate::source::Source::new("-", text);
        let mut faults = Vec::new();
        check(&Proof::article(&source, None), &mut faults);
        let told = |fault: &Diagnostic| {
            let hint = fault.hints[0].text(crate::diag::Lang::Vi);
            format!("{} {hint}", &source.text[source.clamp(fault.span)])
        };
        faults.iter().map(told).collect()
    }
}
