//! The periods that a sentence tells, and whether it looks back on them or ahead: *kết quả quý I*, *nhiệm vụ 6 tháng cuối năm*.

use std::ops::Range;

use crate::check::times::Sentence;
use crate::viet::date::{Point, Ymd, days_in_month};
use crate::viet::seek::seek;

/// Words of looking back; those of closing an account first.
const BACK: [&str; 9] =
    ["quyết toán", "tổng kết", "kết quả", "tình hình", "đánh giá", "sơ kết", "kiểm điểm", "đạt được", "thảo luận về"];
const CLOSING: usize = 3;

/// Words of looking ahead.
const AHEAD: [&str; 11] = [
    "phương hướng",
    "nhiệm vụ",
    "giải pháp",
    "kế hoạch",
    "dự toán",
    "mục tiêu",
    "chỉ tiêu",
    "dự kiến",
    "đề ra",
    "triển khai",
    "chương trình",
];

/// Words before those that make them what was done: *kết quả thực hiện nhiệm vụ*.
const DONE: [&str; 6] = ["thực hiện", "hoàn thành", "chấp hành", "hành", "các", "quyết"];

/// Words right before a period whose figures are added up.
const ADDED: [&str; 4] = ["tính chung", "lũy kế", "luỹ kế", "tính chung trong"];

/// Words right before a period that it is compared with, or that only bounds something.
#[rustfmt::skip]
pub(super) const ASIDE: [&str; 16] = [
    "đầu", "cuối", "giữa", "so với", "cùng kỳ", "từ", "đến", "hết", "trước", "sau", "trong vòng", "kể từ", "hơn", "gần", "sau khi", "bằng",
];

/// Whether a period is looked back on, closed, or planned for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Done,
    Closed,
    Ahead,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Month,
    Part,
    Year,
}

/// A period with its first and its last day.
pub(super) struct Period {
    pub(super) range: Range<usize>,
    pub(super) first: Ymd,
    pub(super) last: Ymd,
    pub(super) length: Length,
    pub(super) sense: Sense,
    /// Where in its sentence the word stands that says so.
    pub(super) cue: usize,
}

/// The periods of a sentence of which it says whether they are over, in order; a year that is left out is that of the text.
pub(super) fn periods(sentence: &Sentence, year: u16) -> Vec<Period> {
    let counted: Vec<(Range<usize>, (u16, u8, u8))> = seek(sentence.lower, " tháng")
        .filter_map(|(at, word)| months(sentence.lower, at, at + word.len(), year))
        .collect();
    let mut found: Vec<(Range<usize>, (u16, u8, u8))> = counted;
    for point in sentence.points.iter().filter(|point| point.day.is_none()) {
        let range = point.range.start - sentence.range.start..point.range.end - sentence.range.start;
        if found.iter().all(|(other, _)| range.end <= other.start || other.end <= range.start) {
            found.extend(of_point(point, year).map(|months| (range, months)));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    let told = |(range, (year, first, last)): (Range<usize>, (u16, u8, u8))| {
        let (sense, cue) = sense(sentence, range.start).or_else(|| in_figures(sentence, &range))?;
        let length = if first == last {
            Length::Month
        } else if (first, last) == (1, 12) && !sentence.lower[range.clone()].contains("tháng") {
            Length::Year
        } else {
            Length::Part
        };
        let (first, last) = (Ymd::new(year, first, 1).ok()?, Ymd::new(year, last, days_in_month(year, last)?).ok()?);
        let range = sentence.range.start + range.start..sentence.range.start + range.end;
        Some(Period { range, first, last, length, sense, cue })
    };
    found.into_iter().filter_map(told).collect()
}

fn of_point(point: &Point, year: u16) -> Option<(u16, u8, u8)> {
    match (point.months, point.year) {
        (Some((first, last)), told) => Some((told.unwrap_or(year), first, last)),
        (None, Some(year)) => Some((year, 1, 12)),
        _ => None,
    }
}

/// *9 tháng đầu năm 2013*, *6 tháng cuối năm*, *9 tháng năm 2024*; *12 tháng* beside *tháng 11*.
pub(super) fn months(lower: &str, at: usize, end: usize, year: u16) -> Option<(Range<usize>, (u16, u8, u8))> {
    let digits = at - lower[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let count: u8 = lower[at - digits..at].parse().ok().filter(|count| (2..=12).contains(count))?;
    let start = at - digits;
    let rest = &lower[end..];
    let year_behind = |rest: &str| {
        rest.trim_start().get(..4).and_then(|year| year.parse().ok()).filter(|year| (1_990..2_100).contains(year))
    };
    for (words, late) in [(" đầu năm", false), (" cuối năm", true), (" năm", false)] {
        let Some(after) = rest.strip_prefix(words) else { continue };
        let told: Option<u16> = year_behind(after);
        let stop = told.map_or(lower.len() - after.len(), |_| lower.len() - after.trim_start().len() + "2024".len());
        if told.is_none() && words == " năm" || after.starts_with(" học") {
            return None;
        }
        let span = if late { (13 - count, 12) } else { (1, count) };
        return Some((start..stop, (told.unwrap_or(year), span.0, span.1)));
    }
    // *tình hình tháng 11 và 11 tháng*
    let head = lower[..start].trim_end();
    let beside = head.strip_suffix("và").or_else(|| head.strip_suffix(',')).is_some_and(|head| {
        let head = head.trim_end().trim_end_matches(|c: char| c.is_ascii_digit() || c == '/');
        head.trim_end().ends_with("tháng")
    });
    let closed = rest.trim_start_matches([')', ' ']).chars().next().is_none_or(|c| ",.;".contains(c));
    (beside && (closed || rest.starts_with(" của"))).then_some((start..end, (year, 1, count)))
}

/// *GRDP quý III/2024 tăng 7,1%*: what has figures is over, unless they are aimed at.
fn in_figures(sentence: &Sentence, range: &Range<usize>) -> Option<(Sense, usize)> {
    const FIGURES: [&str; 5] = [" tăng ", " giảm ", " đạt ", " ước đạt ", " ước tăng "];
    #[rustfmt::skip]
    const AIMED: [&str; 9] = ["phấn đấu", "dự báo", "sẽ ", "có thể", "nếu ", "kịch bản", "đặt ra", "trung bình", "hằng"];
    let close = sentence.near(sentence.range.start + range.start);
    let clause = close.rsplit([';', '\n']).next().unwrap_or_default();
    let near = close.trim_end();
    let behind = &sentence.lower[range.end..];
    let told = FIGURES.iter().any(|word| behind.starts_with(word));
    let bound = ASIDE.iter().any(|word| near.ends_with(word)) || near.ends_with(['-', '–', '/']);
    let aimed = AHEAD.iter().chain(&AIMED).any(|word| clause.contains(word));
    (told && !bound && !aimed).then_some((Sense::Done, range.start))
}

/// What the words before a period make of it, and where: the last of them that looks back or ahead.
fn sense(sentence: &Sentence, at: usize) -> Option<(Sense, usize)> {
    let (head, close) = (&sentence.lower[..at], sentence.near(sentence.range.start + at));
    let near = head.trim_end();
    if ASIDE.iter().any(|word| near.ends_with(word)) || near.ends_with(['-', '–', '/']) {
        return None;
    }
    let clause = close.rsplit([';', '\n']).next().unwrap_or_default();
    let from = head.len() - clause.len();
    // *Tính chung 6 tháng đầu năm, kim ngạch đạt …*
    if ADDED.iter().any(|word| near.ends_with(word)) {
        return Some((Sense::Done, head.len()));
    }
    let back = BACK.iter().enumerate().filter_map(|(rank, word)| Some((clause.rfind(word)?, rank))).max();
    let ahead = AHEAD.iter().filter_map(|word| {
        let places = clause.match_indices(word).map(|(at, _)| at);
        places.filter(|at| !DONE.iter().any(|done| clause[..*at].trim_end().ends_with(done))).max()
    });
    if let Some(next) = ahead.max().filter(|next| back.is_none_or(|(back, _)| *next > back)) {
        return Some((Sense::Ahead, from + next));
    }
    let (back, rank) = back?;
    let closed = rank < 2 || rank < CLOSING && clause[back..].contains("thực hiện");
    Some((if closed { Sense::Closed } else { Sense::Done }, from + back))
}
