//! The points between which time is counted: those of the text, the years of its spans, and its own day.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::check::times::Sentence;
use crate::viet::date::{Point, Ymd};
use crate::viet::seek::seek;

/// A point with its year.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) year: u16,
    pub(super) month: Option<u8>,
    day: Option<u8>,
    /// The number of its sentence.
    pub(super) sentence: usize,
    /// Whether it is the day of the text.
    pub(super) is_now: bool,
    /// Where the span begins that it is an end of.
    pub(super) span: Option<usize>,
}

impl Mark {
    /// Its day, counted from a day in the past.
    pub(super) fn day(&self) -> Option<i64> {
        Some(Ymd::new(self.year, self.month?, self.day?).ok()?.ordinal())
    }

    /// *sinh năm 1959*, and not *hy sinh năm 1978*.
    pub(super) fn is_birth(&self, lower: &str) -> bool {
        const BORN: [&str; 4] = ["sinh", "sn", "chào đời", "sinh ra"];
        let head = lower[..self.range.start].trim_end();
        let head = ["ngày", "năm", "tháng"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head).trim_end();
        BORN.iter().any(|word| head.ends_with(word)) && !head.ends_with("hy sinh") && !head.ends_with("hi sinh")
    }
}

/// The marks of a text, in order.
pub(super) fn all(proof: &Proof, sentences: &[Sentence]) -> Vec<Mark> {
    let now = proof.day.filter(|_| proof.dated);
    let first = proof.points().iter().find_map(|point| point.year).or(now.map(Ymd::year));
    let mut year = first.unwrap_or(2024);
    let mut marks: Vec<Mark> = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for point in sentence.points {
            year = point.year.unwrap_or(year);
            marks.push(of_point(point, (year, number)));
        }
    }
    spans(proof, sentences, &mut marks);
    // The day of the text itself, if none of its points tells it, stands first.
    let now = now.filter(|now| marks.iter().all(|mark| mark.day() != Some(now.ordinal())));
    let now = now.map(|now| Mark {
        range: 0..0,
        year: now.year(),
        month: Some(now.month()),
        day: Some(now.day()),
        sentence: 0,
        is_now: true,
        span: None,
    });
    marks.splice(0..0, now);
    marks
}

fn of_point(point: &Point, (year, sentence): (u16, usize)) -> Mark {
    let month = point.months.filter(|(first, last)| first == last).map(|(month, _)| month);
    Mark { range: point.range.clone(), year, month, day: point.day, sentence, is_now: false, span: None }
}

/// The years of *(1969 - 2009)*, *giai đoạn 2021-2025*; both ends of *từ ngày 2/9 đến ngày 21/10*.
fn spans(proof: &Proof, sentences: &[Sentence], marks: &mut Vec<Mark>) {
    let text = proof.plain();
    let mut more: Vec<Mark> = Vec::new();
    for (at, dash) in ["-", "–"].into_iter().flat_map(|dash| seek(text, dash)) {
        let (head, rest) = (text[..at].trim_end_matches(' '), &text[at + dash.len()..]);
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let start = head.len().saturating_sub("2024".len());
        let from = at + dash.len() + gap;
        let (Some(first), Some(last)) = (year(text, start), year(text, from)) else { continue };
        let sentence = sentences.partition_point(|sentence| sentence.range.start <= start).saturating_sub(1);
        for (year, from) in [(first, start), (last, from)] {
            let range = from..from + "2024".len();
            let before = &marks[..marks.partition_point(|mark| mark.range.start < range.end)];
            if before.last().is_none_or(|mark| mark.range.end <= range.start) {
                more.push(Mark { range, year, month: None, day: None, sentence, is_now: false, span: Some(start) });
            }
        }
    }
    marks.append(&mut more);
    marks.sort_by_key(|mark| mark.range.start);
    for at in 1..marks.len() {
        let (one, other) = (&marks[at - 1], &marks[at]);
        let link = text.get(one.range.end..other.range.start).unwrap_or_default();
        let joined =
            link.len() < 45 && !link.contains(['.', ';', ',']) && (link.contains("đến") || link.contains("tới"));
        let dashed = matches!(link.trim(), "-" | "–");
        if (joined || dashed) && one.span.is_none() {
            let start = Some(one.range.start);
            (marks[at - 1].span, marks[at].span) = (start, start);
        }
    }
}

/// A year that stands alone at a byte.
fn year(text: &str, from: usize) -> Option<u16> {
    let word = text.get(from..from + "2024".len())?;
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.');
    let alone = !text[..from].ends_with(inner)
        && !text[from + word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
    word.bytes().all(|digit| digit.is_ascii_digit()).then_some(())?;
    word.parse().ok().filter(|year| alone && (1_800..2_100).contains(year))
}
