//! The points of a text that go on in time as it is told: not the days of papers, the years of terms, of school years, of jubilees.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::check::times::course::last_of_span;
use crate::check::times::{Sentence, is_later};
use crate::viet::date::Point;
use crate::viet::reference::Reference;

/// A point in the row of a text.
#[derive(Clone)]
pub(super) struct Told<'p> {
    pub(super) point: Point,
    /// The end of the span that it begins.
    pub(super) last: Option<Point>,
    /// The number of its sentence, and the words of it before the point, in small letters.
    pub(super) sentence: usize,
    pub(super) head: &'p str,
    /// The number of its line.
    pub(super) paragraph: usize,
    /// All words of its sentence, in small letters.
    pub(super) words: &'p str,
}

/// Words right before a point that name another thing by it.
#[rustfmt::skip]
const NAMING: [&str; 35] = [
    "năm học", "nhiệm kỳ", "giai đoạn", "so với", "cùng kỳ", "sinh", "sinh ngày", "sinh năm", "mùa giải", "kỷ niệm", "dự toán",
    "vụ", "tức", "tức ngày", "nhằm", "nhằm ngày", "cả", "hết", "hè", "kể từ", "kể từ ngày", "báo cáo",
    "quyết định", "thông báo", "công văn", "nghị quyết", "kết luận", "kế hoạch", "công điện", "văn bản", "tờ trình",
    "tính từ", "tính từ ngày", "thời kỳ", "niên độ",
];

/// Words of the sentence that tell its points for another one's sake.
#[rustfmt::skip]
const BACK: [&str; 17] = [
    "trước đó", "trước đây", "năm ngoái", "so với", "cùng kỳ", "lần trước", "năm trước", "thay thế", "căn cứ", "luật ", "bộ luật", "từng ", "vừa qua",
    "giữa kỳ", "chuẩn bị", "ngay từ", "từ khi",
];

/// The points of a text in the order in which they are told.
pub(super) fn told<'p>(proof: &'p Proof, sentences: &[Sentence<'p>]) -> Vec<Told<'p>> {
    let papers = papers(proof);
    let mut row = Vec::new();
    let mut paragraph = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        let before = number.checked_sub(1).map_or(0, |before| sentences[before].range.end);
        paragraph += usize::from(proof.text[before..sentence.range.start].contains('\n'));
        let looks_back = !sentence.points.is_empty() && BACK.iter().any(|word| sentence.lower.contains(word));
        for (at, point) in sentence.points.iter().enumerate().filter(|_| !looks_back) {
            // *từ ngày 17/10 đến ngày 26/10*: what is told next lies within.
            let ends = at > 0 && last_of_span(sentence, &sentence.points[at - 1]).range == point.range;
            let paper = papers[..papers.partition_point(|paper| paper.start <= point.range.start)].last();
            let of_paper = paper.is_some_and(|paper| point.range.start < paper.end);
            let head = head(sentence, point);
            if ends || of_paper || is_aside(sentence, point, head) {
                continue;
            }
            let last = Some(last_of_span(sentence, point)).filter(|last| last.range != point.range).cloned();
            row.push(Told { point: point.clone(), last, sentence: number, paragraph, head, words: sentence.lower });
        }
    }
    // *Ngày 23/9, … tạm giữ L. Theo điều tra, khoảng 22 giờ ngày 21/9*: news begin with their end.
    let end_first = matches!(&row[..], [lead, next, ..] if opens(lead.head) && is_later(&lead.point, &next.point));
    if end_first {
        row.remove(0);
    }
    row
}

/// Where the papers of a text stand with their days.
fn papers(proof: &Proof) -> Vec<Range<usize>> {
    let whole = |paper: &Reference| {
        let end = proof.date_behind(paper).map_or(paper.range.end, |day| day.range.end);
        paper.range.start..end
    };
    proof.references().iter().map(whole).collect()
}

/// The words of a sentence before a point.
fn head<'p>(sentence: &Sentence<'p>, point: &Point) -> &'p str {
    sentence.lower.get(..point.range.start - sentence.range.start).unwrap_or_default()
}

/// Whether a point is none of the row.
fn is_aside(sentence: &Sentence, point: &Point, head: &str) -> bool {
    let lead = head.trim_end_matches([' ', '\u{a0}']);
    let lead = ["ngày", "năm", "tháng"].iter().find_map(|word| lead.strip_suffix(word)).unwrap_or(lead).trim_end();
    let named = NAMING.iter().any(|word| lead.ends_with(word));
    // *(1976 - 2016)*, *19/5/1890 - 19/5/2024*
    let span = |text: &str| text.trim_start().starts_with(['-', '–']);
    let behind = sentence.behind(point.range.end);
    let jubilee = point.year.is_some() && (span(behind) || lead.ends_with(['-', '–']));
    // A year or a month alone is the time of something only where it opens its clause or follows a word of time.
    let clause = head.rsplit([',', ';', '.', ':', '(', '\n']).next().unwrap_or_default();
    let words = clause.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let bare = point.day.is_none() && !words.clone().all(|word| OPENING.contains(&word));
    let led = ["vào", "từ", "đến", "tới", "trong", "cuối", "đầu", "giữa"].iter().any(|word| lead.ends_with(word));
    // *Con đường (1975)*: the year of a work.
    let work = head.ends_with('(') && point.months.is_none();
    // *Quy hoạch ngành nhựa đến năm 2020, tầm nhìn đến năm 2025*
    let aim = point.months.is_none()
        && (behind.trim_start_matches([',', ' ']).starts_with("tầm nhìn") || clause.contains("tầm nhìn"));
    // *thời kỳ thanh tra từ ngày 01/01/2020 đến 31/12/2022*
    let period = clause.contains("thời kỳ");
    named || jubilee || work || aim || period || bare && !led
}

/// Whether a point opens its sentence or its part of one: *Đầu năm 1941, …*.
pub(super) fn opens(head: &str) -> bool {
    /// The longest such head, in bytes.
    const LONG: usize = 120;
    let far = head.len() > LONG;
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(LONG))..];
    if far && !head.contains([';', '\n', '.']) {
        return false;
    }
    let head = head.rsplit([';', '\n', '.']).next().unwrap_or_default();
    head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(|word| OPENING.contains(&word))
}

/// Words that may open a clause before its point.
#[rustfmt::skip]
pub(super) const OPENING: [&str; 32] = [
    "ngày", "sáng", "chiều", "tối", "đêm", "trưa", "từ", "đến", "đầu", "cuối", "giữa", "sau", "đó", "năm", "tháng", "vào",
    "trong", "tới", "và", "rồi", "lúc", "giờ", "phút", "khoảng", "mùa", "thu", "hồi", "tiếp", "hôm", "rạng", "thứ", "quý",
];
