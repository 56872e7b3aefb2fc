//! "5 vấn đề cần lưu ý sau:" against the items that follow — *số ý đã nêu*.

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::list::{self, Counting};
use crate::viet::number::parse_integer;

/// What a text counts: *5 vấn đề, ba nhiệm vụ*.
const NOUNS: [&str; 14] = [
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
];

/// The most items that are counted.
const MOST: u32 = 40;

/// How many lines a list is looked for in.
const LINES: usize = 400;

/// Checks each announced count of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for paragraph in proof.paragraphs() {
        let text = &proof.text[paragraph.clone()];
        let first_line = text.lines().next().unwrap_or_default();
        let Some((range, count)) = announced(text.trim_end()).or_else(|| announced(first_line.trim_end())) else {
            continue;
        };
        let after = &proof.text[paragraph.start + range.end..];
        let Some(found) = items(after) else { continue };
        if found != count {
            let place = paragraph.start + range.start..paragraph.start + range.end;
            let fault = proof.fault("count-announced", place).with("count", count).with("found", found);
            faults.push(fault.hint(Message::new("count-announced.hint").with("found", found)));
        }
    }
}

/// The count that a paragraph ending in "sau:" announces, with its place.
pub fn announced(text: &str) -> Option<(Range<usize>, u32)> {
    let head = text.strip_suffix(':')?.trim_end();
    let head = ["sau đây", "sau", "dưới đây"].iter().find_map(|word| head.strip_suffix(word))?;
    let sentence = head.rfind(['.', ';', ':']).map_or(0, |at| at + 1);
    let (at, noun) = NOUNS
        .iter()
        .filter_map(|noun| Some((sentence + head[sentence..].rfind(&format!(" {noun} "))?, noun)))
        .max_by_key(|(at, noun)| (*at, noun.len()))?;
    let word = head[..at].rsplit(char::is_whitespace).next()?;
    let count = word.parse().ok().or_else(|| u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok())?;
    let start = at - word.len();
    (2..=MOST).contains(&count).then_some((start..at + 1 + noun.len(), count))
}

/// How many items follow, counted in words, in figures or by strokes; `None` where no list begins.
fn items(after: &str) -> Option<u32> {
    let lines: Vec<&str> = after.lines().skip(1).map(str::trim).filter(|line| !line.is_empty()).take(LINES).collect();
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
            ("\n\nMột là, a.\n\nHai là, b.\n\nĐối với c.\n\nBa là, d.", Some(3)),
            ("\nThứ nhất, a.\nThứ hai, b.", Some(2)),
            ("\n1. a\n1.1. x\n2. b\n3. c\nKết thúc.", Some(3)),
            ("\n- a\n- b\nKết thúc.", Some(2)),
            ("\nKhông có danh sách.", None),
        ] {
            assert_eq!(items(after), count, "{after}");
        }
    }
}
