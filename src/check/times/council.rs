//! Councils and their terms — *Ngày 12/3/2018, HĐND xã nhiệm kỳ 2011 - 2016 họp*: what a council does, it does within its term, and its
//! first session opens it.

use std::ops::Range;

use super::Sentence;
use super::stamp::OPENED;
use crate::check::proof::Proof;
use crate::check::spans::two_years;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use crate::viet::seek::seek;

const COUNCILS: [&str; 2] = ["hđnd", "hội đồng nhân"];

/// Words of a council at work, behind its name or before it.
#[rustfmt::skip]
const WORKS: [&str; 11] = [
    "tổ chức", "đã tổ chức", "tiến hành", "đã tiến hành", "khai mạc", "bế mạc", "họp", "kỳ họp", "họp kỳ", "đã khai mạc", "đã bế mạc",
];

/// Words of a sentence that tells of what a council has done before, or is not of its work.
const ASIDE: [&str; 7] = ["nghị quyết", "thực hiện", "nguyên ", "khóa trước", "gặp mặt", "tổng kết", "biểu nhiệm kỳ"];

/// How far before its years a council is looked for, in bytes.
const FAR: usize = 140;

/// The first session of a council, in small letters.
const SESSIONS: [&str; 4] = ["kỳ họp ", "họp kỳ ", "kỳ họp lần ", "họp phiên "];
const FIRST: [&str; 2] = ["thứ nhất", "thứ 1,"];

/// The years of a council with the place where they stand.
struct Term<'p> {
    range: Range<usize>,
    years: (u16, u16),
    /// *khóa IX*, if it is told.
    number: Option<&'p str>,
}

/// Checks the terms of councils against the days on which they sit.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut opened: Option<(&Point, Option<&str>)> = None;
    for sentence in sentences {
        let day = sentence.points.first().filter(|point| {
            OPENED.contains(&sentence.before(point.range.start).trim()) && point.day.is_some() && point.year.is_some()
        });
        let terms = terms(sentence);
        let sits = day.and_then(|day| outside(proof, sentence, (day, terms.first()?)));
        if let Some(day) = day.filter(|_| is_first(sentence.lower)) {
            opened = opened.or_else(|| council_in(sentence.lower).then(|| (day, number(sentence.lower))));
        }
        let first = || terms.iter().find_map(|term| of_another(proof, term, opened?));
        faults.extend(sits.or_else(first));
    }
}

/// *kỳ họp thứ nhất*, *họp kỳ thứ nhất*: whether a sentence tells of a first session.
fn is_first(lower: &str) -> bool {
    let mut sessions = SESSIONS.iter().flat_map(|word| seek(lower, word));
    sessions.any(|(at, word)| FIRST.iter().any(|first| lower[at + word.len()..].starts_with(first)))
}

/// The terms of councils that a sentence tells: *HĐND tỉnh khóa IX (nhiệm kỳ 2016 - 2021)*.
fn terms<'p>(sentence: &Sentence<'p>) -> Vec<Term<'p>> {
    let lower = sentence.lower;
    let term = |(at, word): (usize, &str)| {
        let head = &lower[lower.ceil_char_boundary(at.saturating_sub(FAR))..at];
        let head = &head[head.rfind([';', '.']).map_or(0, |stop| stop + 1)..];
        let from = COUNCILS.iter().filter_map(|name| head.rfind(name)).max()?;
        let (first, last, after) = two_years(&lower[at + word.len()..])?;
        let (start, end) = (sentence.range.start + at, sentence.range.start + lower.len() - after.len());
        let number = number(&head[from..]);
        // Congresses, parties and fronts behind the council have terms of their own.
        let other = ["đảng bộ", "đại hội", "mttq", "quốc hội", "ubnd"].iter().any(|name| head[from..].contains(name));
        (!other && last > first).then_some(Term { range: start..end, years: (first, last), number })
    };
    seek(lower, "nhiệm kỳ ").filter_map(term).collect()
}

/// The number of a term: *khóa ix*.
fn number(text: &str) -> Option<&str> {
    let at = ["khóa ", "khoá "].iter().find_map(|word| Some(text.find(word)? + word.len()))?;
    text[at..].split(|c: char| !c.is_alphanumeric()).next()
}

fn council_in(text: &str) -> bool {
    COUNCILS.iter().any(|name| text.contains(name))
}

/// A council that sits on a day outside its term.
fn outside(proof: &Proof, sentence: &Sentence, (day, term): (&Point, &Term)) -> Option<Diagnostic> {
    let between = sentence.between(day.range.end..term.range.start);
    let behind = sentence.behind(term.range.end).trim_start_matches([',', ' ', ')']);
    let works = WORKS.iter().any(|word| behind.starts_with(word) || between.contains(word));
    let aside = ASIDE.iter().any(|word| between.contains(word)) || between.contains([';', '.']);
    (works && !aside && !(term.years.0..=term.years.1).contains(&day.year?)).then(|| fault(proof, day, term))
}

/// The term of a council whose first session was held in another year: *HĐND khóa XI họp kỳ thứ nhất* in 2016, *nhiệm kỳ 2011 - 2016*.
fn of_another(proof: &Proof, term: &Term, (day, number): (&Point, Option<&str>)) -> Option<Diagnostic> {
    let same = term.number.is_some() && term.number == number;
    (same && day.year? != term.years.0).then(|| fault(proof, day, term))
}

fn fault(proof: &Proof, day: &Point, term: &Term) -> Diagnostic {
    let near = term.range.start.saturating_sub(day.range.end) < FAR;
    let range = if near { day.range.start.min(term.range.start)..term.range.end } else { term.range.clone() };
    let fault = proof.fault("time-course", range).with("term", format!("{} - {}", term.years.0, term.years.1));
    let mut fault = fault.with("day", &proof.plain()[day.range.clone()]).hint_id("time-course.hint");
    fault.message.id = "time-course.term";
    fault
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn councils_and_their_terms() {
        for (text, told) in [
            (
                "Ngày 12/3/2018, HĐND xã khóa X, nhiệm kỳ 2011-2016 tổ chức kỳ họp thứ 5.",
                Some("12/3/2018, HĐND xã khóa X, nhiệm kỳ 2011-2016"),
            ),
            ("Ngày 12/3/2018, HĐND xã khóa XI, nhiệm kỳ 2016-2021 tổ chức kỳ họp thứ 5.", None),
            ("Ngày 12/3/2018, HĐND xã gặp mặt đại biểu nhiệm kỳ 2011-2016.", None),
            (
                "Sáng 4-7-2018, kỳ họp thứ 6, HĐND xã khóa IX (nhiệm kỳ 2011-2016) khai mạc.",
                Some("4-7-2018, kỳ họp thứ 6, HĐND xã khóa IX (nhiệm kỳ 2011-2016"),
            ),
            ("Sáng 4-7-2018, kỳ họp thứ 6, HĐND xã khóa IX (nhiệm kỳ 2016-2021) khai mạc.", None),
            ("Sáng 4-7-2018, đoàn nghe việc thực hiện kỳ họp thứ 6, HĐND xã khóa VIII (nhiệm kỳ 2011-2016).", None),
            (
                "Ngày 29/6/2016, HĐND xã khóa XI họp kỳ thứ nhất. Có 30 đại biểu HĐND xã khóa XI, nhiệm kỳ 2011-2016.",
                Some("29/6/2016, HĐND xã khóa XI họp kỳ thứ nhất. Có 30 đại biểu HĐND xã khóa XI, nhiệm kỳ 2011-2016"),
            ),
            ("Ngày 29/6/2016, HĐND xã khóa XI họp kỳ thứ nhất. Báo cáo của HĐND xã khóa X, nhiệm kỳ 2011-2016.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
