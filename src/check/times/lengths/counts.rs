//! Counts of time: *40 năm, mười ba tháng, 49 ngày, 88 tuổi*.

use std::ops::Range;

use super::marks::Mark;
use crate::check::proof::Proof;
use crate::check::times::Sentence;
use crate::viet::reading::parse_integer;
use crate::viet::seek::seek;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    /// Years of a life.
    Age,
    Month,
    Week,
    Day,
}

impl Unit {
    pub(super) const ALL: [Unit; 5] = [Self::Year, Self::Age, Self::Month, Self::Week, Self::Day];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Year => "năm",
            Self::Age => "tuổi",
            Self::Month => "tháng",
            Self::Week => "tuần",
            Self::Day => "ngày",
        }
    }

    /// What lies between two points, as far as both are told.
    pub(super) fn between(self, first: &Mark, last: &Mark) -> Option<i64> {
        let months = |mark: &Mark| Some(i64::from(mark.year) * 12 + i64::from(mark.month?));
        match self {
            Self::Year | Self::Age => Some(i64::from(last.year) - i64::from(first.year)),
            Self::Month => Some(months(last)? - months(first)?),
            Self::Week => Some((last.day()? - first.day()?) / 7),
            Self::Day => Some(last.day()? - first.day()?),
        }
    }
}

/// A count of time in a text.
#[derive(Debug, Clone)]
pub(super) struct Count {
    /// With its unit.
    pub(super) range: Range<usize>,
    pub(super) value: i64,
    pub(super) unit: Unit,
    /// The number of its sentence.
    pub(super) sentence: usize,
    /// *hơn, gần, khoảng*
    pub(super) is_rough: bool,
}

/// Words before a number that make it the name of a day, a month, a term.
#[rustfmt::skip]
const NAMED: [&str; 16] = [
    "tháng", "ngày", "quý", "khóa", "khoá", "thứ", "số", "điều", "khoản", "lớp", "tuần", "năm", "mùng", "mồng", "lần", "đợt",
];

/// Words behind a unit that make it a part of a year, a rate, a term.
#[rustfmt::skip]
const PARTS: [&str; 13] =
    [" sau", " trước", " đầu", " cuối", " qua", " tới", " tiếp theo", " gần đây", " trở", " một lần", "/", " tù", " tuổi đảng"];

/// How far behind *Huy hiệu* its years stand, in bytes.
const BADGE: usize = 60;

const ROUGH: [&str; 6] = ["hơn", "gần", "khoảng", "trên", "ngót", "chừng"];

/// The counts of a text, in order.
pub(super) fn all(proof: &Proof, sentences: &[Sentence]) -> Vec<Count> {
    let of_unit = |unit: Unit| {
        let words = seek(proof.lower(), unit.word());
        words.filter_map(move |(at, word)| count(proof, unit, at..at + word.len()))
    };
    let mut counts: Vec<Count> = Unit::ALL.into_iter().flat_map(of_unit).collect();
    counts.sort_by_key(|count| count.range.start);
    for count in &mut counts {
        let next = sentences.partition_point(|sentence| sentence.range.start <= count.range.start);
        count.sentence = next.saturating_sub(1);
    }
    counts
}

/// The number before a unit: *49 ngày*, *hai mươi năm*.
fn count(proof: &Proof, unit: Unit, place: Range<usize>) -> Option<Count> {
    let lower = proof.lower();
    let (head, behind) = (&lower[..place.start], &lower[place.end..]);
    let head = head.strip_suffix([' ', '\u{a0}'])?;
    let parts = PARTS.iter().any(|part| behind.starts_with(part)) || behind.starts_with(char::is_alphanumeric);
    // *10 năm 2024*, *tháng 6 năm 2024*: the year of a month; *5 năm 2021 - 2025* is a count.
    let dated = behind.trim_start().starts_with(|c: char| c.is_ascii_digit()) && unit != Unit::Year;
    (!parts && !dated).then_some(())?;
    let (start, value) = number(head)?;
    let lead = head[..start].trim_end();
    let word = lead.rsplit([' ', '\u{a0}', '\n', '(', ',']).next().unwrap_or_default();
    // *Huy hiệu 60 năm, 50 năm và 40 năm tuổi Đảng*
    let badge = head[head.ceil_char_boundary(start.saturating_sub(BADGE))..start].contains("huy hiệu");
    let inner = head[..start].ends_with(['/', '-', '–', ',', '.', '+']);
    (!NAMED.contains(&word) && !inner && !badge && value > 1).then(|| Count {
        range: start..place.end,
        value,
        unit,
        sentence: 0,
        is_rough: ROUGH.contains(&word),
    })
}

/// The number at the end of some words, and where it begins.
fn number(head: &str) -> Option<(usize, i64)> {
    /// The most words of a number.
    const WORDS: usize = 3;
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    if (1..5).contains(&digits) {
        let start = head.len() - digits;
        return Some((start, head[start..].parse().ok()?));
    }
    // *75 năm tuổi Đảng* is of no five years.
    let spelt_unit =
        head.strip_suffix("năm").is_some_and(|head| head.trim_end().ends_with(|c: char| c.is_ascii_digit()));
    (!spelt_unit).then_some(())?;
    let starts = head.rmatch_indices([' ', '\u{a0}', '\n']).map(|(at, found)| at + found.len()).take(WORDS);
    let spelt = |from: usize| Some((from, i64::try_from(parse_integer(&head[from..]).ok()?).ok()?));
    starts.filter_map(spelt).last()
}
