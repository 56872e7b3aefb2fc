//! Parts of the calendar and the clock that are not there — *quý V, tháng 13, thứ tám, lúc 25 giờ*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Quarters that no year has, in Roman and Arabic figures.
const QUARTERS: [&str; 10] = ["V", "VI", "VII", "VIII", "IX", "X", "5", "6", "7", "8"];

/// Weekdays that no week has.
const WEEKDAYS: [&str; 6] = ["tám", "chín", "mười", "8", "9", "10"];

/// Checks quarters, months, weekdays and hours.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut told = |range: Range<usize>, hint: &'static str| {
        let mut fault = proof.fault("date-impossible", range);
        fault.message.id = "date-impossible.part";
        faults.push(fault.hint(Message::new(hint)));
    };
    for (start, end) in without_year(text) {
        told(start..end, "date-impossible.hint");
    }
    for (at, word) in heads(text, "uý ") {
        let (end, number) = next(text, at + word);
        if QUARTERS.contains(&number) {
            told(at..end, "date-impossible.hint.quarter");
        }
    }
    for (at, word) in heads(text, "háng ") {
        let (end, number) = next(text, at + word);
        let paid = text[..at].trim_end().ends_with("lương");
        if number.len() == 2 && number.parse::<u8>().is_ok_and(|month| month > 12) && !paid && is_month(&text[end..]) {
            told(at..end, "date-impossible.hint.months");
        }
    }
    for (at, word) in heads(text, "hứ ") {
        let (end, number) = next(text, at + word);
        let before = text[..at].trim_end();
        let last = before.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let part = ["sáng", "trưa", "chiều", "tối", "đêm"].contains(&last.as_str());
        let after = text[end..].trim_start_matches([',', ' ', '(']);
        if WEEKDAYS.contains(&number) && (part || is_dated(after)) {
            told(at..end, "date-impossible.hint.weekday");
        }
    }
    for (at, _) in text.match_indices(" giờ") {
        let digits = text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let before = text[..at - digits].trim_end();
        let clock = ["lúc", "Lúc", "hồi", "Hồi"].iter().any(|word| before.ends_with(word));
        let (end, minutes) = next(text, at + " giờ".len() + 1);
        let late = |number: &str, most: u16| number.parse::<u16>().is_ok_and(|number| number > most);
        if clock && late(&text[at - digits..at], 24) {
            told(at - digits..at + " giờ".len(), "date-impossible.hint.clock");
        } else if clock && text[at + " giờ".len()..].starts_with(' ') && late(minutes, 59) {
            told(at - digits..end, "date-impossible.hint.clock");
        }
    }
}

/// *ngày 31/9*, *ngày 29, 30 và 31/9*, *Sáng 30/2*: a day that its month has not, told without a year.
fn without_year(text: &str) -> Vec<(usize, usize)> {
    const LAST: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let strokes = text.match_indices('/').filter_map(|(at, _)| {
        let start = at - (text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len());
        let length = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
        let end = at + 1 + length;
        let (day, month): (u8, u8) = (text[start..at].parse().ok()?, text[at + 1..end].parse().ok()?);
        let ended = !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '%'));
        let part = !text[end..].starts_with([',', '.']) || !text[end + 1..].starts_with(|c: char| c.is_ascii_digit());
        let last = LAST.get(usize::from(month).checked_sub(1)?)?;
        let head = text[..start].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–'));
        let head = head.strip_suffix("và").map_or(head, |head| {
            head.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–'))
        });
        let dated =
            ["ngày", "Ngày", "sáng", "Sáng", "chiều", "Chiều", "tối", "Tối"].iter().any(|word| head.ends_with(word));
        (dated && ended && part && (1..=31).contains(&day) && day > *last && start > head.len()).then_some((start, end))
    });
    strokes.collect()
}

/// Whether a date follows: *thứ tám, ngày 12/5*, *thứ tám (12/5)*.
fn is_dated(after: &str) -> bool {
    after.strip_prefix("ngày ").unwrap_or(after).starts_with(|c: char| c.is_ascii_digit())
        && after.split([' ', ')', ',']).take(2).any(|word| word.contains('/'))
}

/// Whether a number behind *tháng* is a month and no count: *tháng 13/2025*, *tháng 13 năm 2025*, *tháng 13,*.
fn is_month(after: &str) -> bool {
    after.is_empty() || after.starts_with(['/', ',', '.', ';']) || after.starts_with(" năm ")
}

/// The places of a word in small and capital letters, given without its first letter, and its length in bytes.
fn heads<'t>(text: &'t str, tail: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
    text.match_indices(tail).filter_map(move |(at, _)| {
        let start = at.checked_sub(1).filter(|start| text[*start..at].starts_with(['q', 'Q', 't', 'T']))?;
        (!text[..start].ends_with(char::is_alphanumeric)).then_some((start, tail.len() + 1))
    })
}

/// The word at a place: where it ends, and itself.
fn next(text: &str, from: usize) -> (usize, &str) {
    let rest = text.get(from..).unwrap_or_default();
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    (from + length, &rest[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_the_calendar() {
        for (text, told) in [
            ("trong ba ngày 29, 30 và 31/9 tại", Some("31/9")),
            ("Sáng 30/2, họp; ngày 31/8, đạt 31/9 tiêu chí", Some("30/2")),
            ("xong trong quý V năm 2026", Some("quý V")),
            ("xong trong quý IV năm 2026; quý vị đại biểu", None),
            ("chậm nhất tháng 13/2025", Some("tháng 13")),
            ("lương tháng 13, thưởng; trong tháng 15 hộ thoát nghèo", None),
            ("chiều thứ tám, ngày 12/5/2026", Some("thứ tám")),
            ("lần thứ tám; ngày thứ tám của hội; kỳ họp thứ 8, ngày nghỉ", None),
            ("bắt đầu lúc 25 giờ 30", Some("25 giờ")),
            ("bắt đầu lúc 14 giờ 75", Some("14 giờ 75")),
            ("lúc 24 giờ; máy chạy 25 giờ; lúc 7 giờ 30", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
