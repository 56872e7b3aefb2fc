//! The day a text was put out — *17:12, 30/11/2008* in a line of its own, *Hà Nội, ngày 24 tháng 3 năm 2008* — against what it
//! tells as done and the papers that it cites.

use super::Sentence;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{self, Padding, Ymd};

/// The longest line that is nothing but such a day, in bytes.
const LONG: usize = 60;

/// In how many of its first sentences a text shows it.
const FIRST: usize = 12;

/// The words that may stand in it.
const WORDS: [&str; 22] = [
    "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "cập", "ngày", "đăng", "lúc", "gmt", "am", "pm",
    "tháng", "giờ", "phút", "xuất", "bản", "h",
];

/// How many days later a day is a slip and not of the year before.
const LATER: i64 = 90;

/// Words of what is to come.
const TO_COME: [&str; 8] = ["sẽ", "dự kiến", "sắp", "kế hoạch", "hạn", "tới", "chuẩn bị", "từ ngày"];

/// Words of a sentence's first day.
pub(super) const OPENED: [&str; 12] = [
    "ngày",
    "sáng",
    "trưa",
    "chiều",
    "tối",
    "đêm",
    "sáng ngày",
    "chiều ngày",
    "tối ngày",
    "vào ngày",
    "trong ngày",
    "vừa qua, ngày",
];

/// Checks what a dated text tells as done.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let Some((at, day)) = find(proof, sentences) else { return };
    for sentence in &sentences[at + 1..] {
        let Some(point) = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some()) else {
            continue;
        };
        let opened = OPENED.contains(&sentence.before(point.range.start).trim());
        let done = sentence.behind(point.range.end).contains(" đã ");
        let to_come = TO_COME.iter().any(|word| sentence.lower.contains(word));
        let Some(told) = point.first(day.year()).filter(|_| opened && done && !to_come) else { continue };
        if (1..=LATER).contains(&(told.ordinal() - day.ordinal())) {
            let mut fault = proof.fault("time-course", point.range.clone()).with("day", day.numeric(Padding::Padded));
            fault.message.id = "time-course.put-out";
            faults.push(fault.hint_id("time-course.hint.papers"));
        }
    }
}

/// The line that shows the day, and the day.
pub(super) fn find(proof: &Proof, sentences: &[Sentence]) -> Option<(usize, Ymd)> {
    let first = sentences.iter().take(FIRST);
    let mut lines = first.enumerate().filter_map(|(at, sentence)| Some((at, stamp(proof, sentence)?)));
    let (line, next) = (lines.next()?, lines.next());
    // Several such lines are the days of a calendar.
    next.is_none().then_some(line)
}

/// The day of a line that tells nothing else, with an hour, a weekday or the word *ngày*.
fn stamp(proof: &Proof, sentence: &Sentence) -> Option<Ymd> {
    let line = proof.plain()[sentence.range.clone()].trim();
    let told = date::find(line).into_iter().next().filter(|_| line.len() <= LONG)?;
    let mut words = sentence.lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let clock = line.contains(':') || sentence.lower.contains("thứ ") || sentence.lower.contains("chủ nhật");
    let clock = clock || sentence.lower.trim_start().starts_with("ngày ");
    (clock && words.all(|word| WORDS.contains(&word))).then(|| told.day.ok())?
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn days_of_putting_out() {
        for (text, told) in [
            ("Trao thưởng xổ số\n17:12, 30/11/2008\nChiều 1-12, ban đã tổ chức trao thưởng.\n", Some("1-12")),
            ("Trao thưởng xổ số\n17:12, 02/12/2008\nChiều 1-12, ban đã tổ chức trao thưởng.\n", None),
            ("Trao thưởng xổ số\n17:12, 30/11/2008\nChiều 1-12, ban sẽ tổ chức trao thưởng.\n", None),
            ("Trao thưởng xổ số\nThứ Hai, 05/01/2009\nChiều 30/12, ban đã tổ chức trao thưởng.\n", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
