//! "5 vấn đề cần lưu ý sau:" against the items that follow — *số ý đã nêu*; "4 xã gồm: A, B, C" against its names.

mod count;
mod items;
mod listed;
mod moved;
mod named;
mod names;
mod order;
mod places;
mod years;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::list::{self, Counting};
use crate::viet::number::parse_integer;

/// What a text counts: *5 vấn đề, ba nhiệm vụ*.
const NOUNS: [&str; 36] = [
    "vấn đề",
    "nội dung",
    "nhiệm vụ",
    "giải pháp",
    "điểm",
    "ý kiến",
    "việc",
    "yêu cầu",
    "kiến nghị",
    "đề xuất",
    "nhóm nhiệm vụ",
    "nhóm giải pháp",
    "công việc",
    "kết luận",
    "nhóm nội dung",
    "nhóm vấn đề",
    "mục tiêu",
    "khâu đột phá",
    "bài học",
    "hạn chế",
    "nguyên nhân",
    "chỉ tiêu",
    "đồng chí",
    "thành viên",
    "tập thể",
    "cá nhân",
    "đơn vị",
    "dự án",
    "đề án",
    "chương trình",
    "tiêu chí",
    "điều kiện",
    "lĩnh vực",
    "nguyên tắc",
    "nghị quyết",
    "báo cáo",
];

/// The most items that are counted.
const MOST: u32 = 40;

/// How many lines a list is looked for in.
const LINES: usize = 400;

/// How far behind a paragraph its next item may stand, in letters.
const FAR: usize = 3_000;

/// Checks each announced count of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    order::check(proof, faults);
    for paragraph in proof.paragraphs() {
        let mut start = paragraph.start;
        for line in proof.text[paragraph.clone()].split_inclusive('\n') {
            let own = line.trim_end();
            faults.extend(announced_items(proof, start, own).or_else(|| in_order(proof, start, own)));
            let told = listed::check(proof, start, line).or_else(|| named::check(proof, start, line));
            let told = told.or_else(|| places::check(proof, start, line));
            let told = told.or_else(|| moved::check(proof, start, line));
            faults.extend(told.or_else(|| years::check(proof, start, line)));
            start += line.len();
        }
    }
}

/// A line that announces items: below it, or behind the colon.
fn announced_items(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    let below = || {
        let (range, count) = announced(line)?;
        let found = items(&proof.text[start + line.len()..])?;
        Some((range, count, found))
    };
    let behind = || {
        let colon = line.find(": (1)").or_else(|| line.find(": (i)"))?;
        let (range, count) = announced(&line[..=colon])?;
        Some((range, count, bracketed(&line[colon..])?))
    };
    let (range, count, found) = below().or_else(behind)?;
    (found != count).then(|| told(proof, start + range.start..start + range.end, count, found))
}

/// *nêu 4 giải pháp. Thứ nhất, … Thứ hai, … Thứ ba, …*: items that follow one another in one paragraph.
fn in_order(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    [Counting::Ordinal, Counting::Cardinal].into_iter().find_map(|counting| {
        let opening = |number: u32| list::opening(number, counting);
        let places = |from: usize, number: u32| {
            let word = opening(number);
            let word = word.trim_end_matches([',', ' ']).to_owned();
            line.get(from..)?.find(&word).map(|at| from + at + word.len())
        };
        let first = places(0, 1)?;
        let head = line[..first - opening(1).trim_end_matches([',', ' ']).len()].trim_end();
        // Two sentences before them or more tell of something else.
        let sentence = head.trim_end_matches(['.', ':']);
        let from = sentence.rfind(". ").map_or(0, |stop| stop + 2);
        let (range, count) = announced(&format!("{} sau:", &sentence[from..]))?;
        // One after another, each behind the one before.
        let (mut at, mut found) = (first, 1);
        while let Some(next) = places(at, found + 1).filter(|_| found < MOST) {
            (at, found) = (next, found + 1);
        }
        let behind = &proof.text[start + line.len()..];
        let far = behind.char_indices().nth(FAR).map_or(behind.len(), |(far, _)| far);
        // The next item may begin the next paragraph.
        let goes_on = behind[..far].contains(opening(found + 1).trim_end_matches([',', ' ']));
        let told = found > 1 && found != count && found.abs_diff(count) < 3 && !goes_on;
        told.then(|| self::told(proof, start + from + range.start..start + from + range.end, count, found))
    })
}

/// A count that its list does not keep.
fn told(proof: &Proof, place: Range<usize>, count: u32, found: u32) -> Diagnostic {
    let fault = proof.fault("count-announced", place).with("count", count).with("found", found);
    fault.hint(Message::new("count-announced.hint").with("found", found))
}

/// `(1) …; (2) …; (3) …`: how many follow one another.
fn bracketed(text: &str) -> Option<u32> {
    let mut rest = text;
    let mut count = 0;
    while let Some(at) = rest.find(&format!("({})", count + 1)).filter(|_| count < MOST) {
        rest = &rest[at + 1..];
        count += 1;
    }
    (count > 1).then_some(count)
}

/// The count that a paragraph ending in "sau:" announces, with its place.
pub fn announced(text: &str) -> Option<(Range<usize>, u32)> {
    let head = text.strip_suffix(':')?.trim_end();
    let said = ["sau đây", "sau", "dưới đây", "như sau"].iter().find_map(|word| head.strip_suffix(word));
    // Without *sau* the count must stand close to its colon, a word or two between: *ba nhóm giải pháp chính:*.
    let near = said.is_none();
    let head = said.map_or_else(|| format!("{head} "), str::to_owned);
    let sentence = head.rfind(['.', ';', ':']).map_or(0, |at| at + 1);
    let (at, noun) = NOUNS
        .iter()
        .filter_map(|noun| Some((sentence + head[sentence..].rfind(&format!(" {noun} "))?, noun)))
        // *ba nhóm giải pháp* counts groups: of two nouns one inside the other, the longer.
        .max_by_key(|(at, noun)| (at + noun.len(), noun.len()))?;
    let word = head[..at].rsplit(char::is_whitespace).next()?;
    let count = word.parse().ok().or_else(|| u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok())?;
    let start = at - word.len();
    let behind = head[at + 1 + noun.len()..].split_whitespace().count();
    let close = !near || behind <= 3;
    ((2..=MOST).contains(&count) && close).then_some((start..at + 1 + noun.len(), count))
}

/// How many items follow, counted in words, in figures or by strokes; `None` where no list begins.
fn items(after: &str) -> Option<u32> {
    let lines: Vec<&str> = after.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES).collect();
    let first = lines.first()?;
    for counting in [Counting::Cardinal, Counting::Ordinal] {
        let opens = |line: &str, number: u32| plain(line).starts_with(&list::opening(number, counting).to_lowercase());
        if opens(first, 1) {
            let mut count = 0;
            for line in &lines {
                count += u32::from(count < MOST && opens(line, count + 1));
            }
            return Some(count);
        }
    }
    let numbered = |line: &str, number: u32| {
        [".", ")"].iter().any(|sign| plain(line).strip_prefix(&format!("{number}{sign}")).is_some_and(is_item_text))
    };
    if numbered(first, 1) {
        let mut count = 0;
        for line in &lines {
            count += u32::from(numbered(line, count + 1));
        }
        return Some(count);
    }
    let stroke = |line: &&&str| line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
    let strokes = lines.iter().take_while(stroke).count();
    (strokes > 1).then(|| u32::try_from(strokes).unwrap_or(MOST))
}

/// `1.1.` and `1.000` do not begin item 1.
fn is_item_text(rest: &str) -> bool {
    rest.starts_with(' ')
}

/// A line without the marks of Markdown, in small letters.
fn plain(line: &str) -> String {
    line.trim_start_matches(['#', '*', '_', '-', ' ']).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds lines against the count of their own sentence that is told to be wrong, if any.
    pub(super) fn told_at(cases: &[(&str, Option<&str>)]) {
        for (line, seen) in cases {
            let source = crate::source::Source::new("-", *line);
            let fault = listed::check(&Proof::article(&source, None), 0, line);
            assert_eq!(fault.map(|fault| &line[source.clamp(fault.span)]), *seen, "{line}");
        }
    }

    #[test]
    fn counts_in_words_and_figures() {
        for (text, count) in [
            ("đưa ra 5 vấn đề cần lưu ý sau:", Some(5)),
            ("thực hiện ba nhiệm vụ trọng tâm sau đây:", Some(3)),
            ("Báo cáo có 12 trang, nêu các vấn đề sau:", None),
            ("các nội dung sau:", None),
            ("năm 2024 nội dung sau:", None),
        ] {
            assert_eq!(announced(text).map(|(_, count)| count), count, "{text}");
        }
    }

    #[test]
    fn items_that_follow() {
        for (after, count) in [
            ("\nMột là, a.\n\nHai là, b.\n\nĐối với c.\n\nBa là, d.", Some(3)),
            ("\nThứ nhất, a.\nThứ hai, b.", Some(2)),
            ("\n1. a\n1.1. x\n2. b\n3. c\nKết thúc.", Some(3)),
            ("\n- a\n- b\nKết thúc.", Some(2)),
            ("\nKhông có danh sách.", None),
        ] {
            assert_eq!(items(after), count, "{after}");
        }
    }
}
