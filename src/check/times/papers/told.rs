//! The papers that a sentence tells with their days — *Quyết định số 12/QĐ-UBND ngày 05/3/2024*.

use std::ops::Range;

use crate::check::times::Sentence;
use crate::viet::date::Ymd;

/// Kinds of papers, in small letters.
#[rustfmt::skip]
pub(super) const KINDS: [&str; 24] = [
    "luật", "pháp lệnh", "nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "kế hoạch", "tờ trình",
    "báo cáo", "công văn", "thông báo", "kết luận", "chương trình", "hướng dẫn", "công điện", "văn bản", "đề án",
    "hợp đồng", "biên bản", "quy định", "thông tri", "giấy mời", "thư mời",
];

/// A paper with its day.
#[derive(Clone)]
pub(super) struct Paper {
    /// From its kind to the end of its day.
    pub(super) range: Range<usize>,
    /// Its day, as it stands.
    pub(super) told: Range<usize>,
    pub(super) day: Ymd,
}

/// The papers of a sentence: a kind with its day close behind.
pub(super) fn papers(sentence: &Sentence, days: &[(Range<usize>, Ymd)]) -> Vec<Paper> {
    let mut from = sentence.range.start;
    let mut found = Vec::new();
    for (told, day) in days {
        let head = sentence.between(from..told.start);
        let clause = head.rfind([';', '(', ':']).map_or(0, |at| at + 1);
        let words = &head[clause..];
        let kinds: Vec<usize> = KINDS.iter().filter_map(|kind| words.rfind(kind)).collect();
        let (first, last) = (KINDS.iter().filter_map(|kind| words.find(kind)).min(), kinds.into_iter().max());
        // *Luật sửa đổi một số điều của Luật Giáo dục ngày 25/11/2009*: without a number the day is that of the whole.
        let numbered = last.is_some_and(|at| words[at..].contains(|c: char| c.is_ascii_digit()));
        let paper = if numbered { last } else { first };
        let paper = paper.map(|at| clause + at).filter(|at| is_of_making(&head[*at..], sentence.between(told.clone())));
        if let Some(at) = paper {
            found.push(Paper { range: from + at..told.end, told: told.clone(), day: *day });
        }
        from = told.end;
    }
    found
}

/// Whether a day behind the name of a paper is the one on which it was made: *Luật này có hiệu lực từ ngày* has another.
fn is_of_making(words: &str, told: &str) -> bool {
    const LONG: usize = 150;
    const OTHERS: [&str; 7] = ["hiệu lực", "thông qua", "hạn", " này", "họp", "dự kiến", " sẽ "];
    const LEADS: [&str; 9] = ["từ", "đến", "hết", "tới", "trước", "sau", "vào", "là", "trong"];
    let head = words.trim_end();
    let lead = if told.starts_with("ngày") { Some(head) } else { head.strip_suffix("ngày") };
    let last = lead.and_then(|lead| lead.trim_end().rsplit(' ').next()).unwrap_or("từ");
    words.len() <= LONG && !LEADS.contains(&last) && !OTHERS.iter().any(|word| words.contains(word))
}
