//! Parts of the calendar and the clock that are not there — *quý V, tháng 13, thứ tám, lúc 25 giờ*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date;

/// Quarters that no year has, in Roman and Arabic figures.
const QUARTERS: [&str; 10] = ["V", "VI", "VII", "VIII", "IX", "X", "5", "6", "7", "8"];

/// Weekdays that no week has.
const WEEKDAYS: [&str; 6] = ["tám", "chín", "mười", "8", "9", "10"];

/// Checks quarters, months, weekdays and hours.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    let mut told = |range: Range<usize>, hint: &'static str| {
        let mut fault = proof.fault("date-impossible", range);
        fault.message.id = "date-impossible.part";
        faults.push(fault.hint(Message::new(hint)));
    };
    for (start, end) in without_year(text).into_iter().chain(each_month(text)) {
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
        // *9 tháng 20,8 tỷ đồng*, *trong tháng 15.2 tấn*: a number with decimals is none of a month.
        let decimals =
            text[end..].strip_prefix([',', '.']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let late = number.len() == 2 && number.parse::<u8>().is_ok_and(|month| month > 12);
        if late && !paid && !decimals && is_month(&text[end..]) {
            told(at..end, "date-impossible.hint.months");
        }
    }
    for (at, word) in heads(text, "háng ") {
        // *ngày 11 tháng 11 tháng 2021*: a year called a month.
        let (end, number) = next(text, at + word);
        let year = number.len() == 4 && number.parse::<u16>().is_ok_and(|year| (1900..=2100).contains(&year));
        let head = text[..at].trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
        if year && head.trim_end().ends_with("tháng") {
            told(at..end, "date-impossible.hint");
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
    for range in impossible_hours(text) {
        told(range, "date-impossible.hint.clock");
    }
}

/// *lúc 25 giờ*, *lúc 14 giờ 75*, *19h75*, *20 giờ 75 phút*: hours and minutes that no clock shows.
fn impossible_hours(text: &str) -> Vec<Range<usize>> {
    let late = |number: &str, most: u16| number.parse::<u16>().is_ok_and(|number| number > most);
    let letters = ['h', 'g'].into_iter().flat_map(|letter| text.match_indices(letter));
    let clocks = text.match_indices(" giờ").chain(letters).filter_map(|(at, word)| {
        let digits = text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        (1..3).contains(&digits).then_some(())?;
        let (hour, start, after) = (&text[at - digits..at], at - digits, at + word.len());
        let head = text[..start].trim_end();
        let clock = ["lúc", "Lúc", "hồi", "Hồi"].iter().any(|word| head.ends_with(word));
        let spelt = word == " giờ";
        let (end, minutes) = next(text, if spelt { after + 1 } else { after });
        let rest = text.get(end..).unwrap_or_default();
        let figures = minutes.bytes().all(|byte| byte.is_ascii_digit());
        let joined = !spelt
            && figures
            && minutes.len() == 2
            && !text[..start].ends_with(|c: char| c.is_alphanumeric() || ".,/-".contains(c));
        let minute = rest.starts_with(" phút");
        let wrong = match spelt {
            // *19h75*; *20g* alone is a weight.
            false => joined && !rest.starts_with(['/', '.', ',']) && late(minutes, 59) && !late(hour, 24),
            true => {
                text[after..].starts_with(' ')
                    && late(minutes, 59)
                    && !late(hour, 24)
                    && minutes.len() == 2
                    && (clock || minute)
            }
        };
        // *đến 27 giờ 00 phút ngày 24/10*, but *bay 27 giờ 30 phút*
        let told = minute && ["đến", "từ", "tới"].iter().any(|word| head.ends_with(word));
        let told = told || (minute && rest[" phút".len()..].trim_start_matches([' ', ',']).starts_with("ngày "));
        let over = (clock || told) && late(hour, 24) && (spelt || joined);
        (wrong || over).then_some(start..if wrong { end } else { after })
    });
    clocks.collect()
}

/// *ngày 31/9*, *ngày 31-6*, *ngày 29, 30 và 31/9*, *Sáng 30/2*: a day that its month has not, told without a year.
fn without_year(text: &str) -> Vec<(usize, usize)> {
    const LAST: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const NAMES: [&str; 8] = ["ngày", "Ngày", "sáng", "Sáng", "chiều", "Chiều", "tối", "Tối"];
    let strokes = ['/', '-', '.'].into_iter().flat_map(|joint| text.match_indices(joint));
    let strokes = strokes.chain(text.match_indices(" tháng "));
    let mut found: Vec<(usize, usize)> = strokes
        .filter_map(|(at, joint)| {
            let start = at - (text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len());
            let from = at + joint.len();
            let end = from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
            let (day, month): (u8, u8) = (text[start..at].parse().ok()?, text[from..end].parse().ok()?);
            let rest = &text[end..];
            let dated = joint == " tháng " && year_follows(rest);
            let ended = !dated && !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '%'));
            let part = !rest.starts_with([',', '.']) || !rest[1..].starts_with(|c: char| c.is_ascii_digit());
            let last = LAST.get(usize::from(month).checked_sub(1)?)?;
            let blank = |c: char| matches!(c, ' ' | ',' | '-' | '–');
            let head = text[..start].trim_end_matches(blank);
            // *ngày 29, 30 và 31/9*; a dash or a point joins the two numbers right behind the word alone.
            let head = if joint == "/" {
                let figures = |c: char| c.is_ascii_digit() || blank(c);
                let head = head.trim_end_matches(figures);
                head.strip_suffix("và").map_or(head, |head| head.trim_end_matches(figures))
            } else {
                head
            };
            // *mỗi ngày 31.6 tấn*
            let each = ["mỗi", "một", "hằng"].iter().any(|word| head.ends_with(&format!("{word} ngày")));
            let led = joint == "/" && ends_a_span(head, rest);
            let dated = !each && (led || NAMES.iter().any(|word| head.ends_with(word))) && !date::is_lunar(rest);
            (dated && ended && part && (1..=31).contains(&day) && day > *last && start > head.len())
                .then_some((start, end))
        })
        .collect();
    found.sort_unstable();
    found
}

/// Whether a year in figures follows a day: such a day is read as a whole.
fn year_follows(rest: &str) -> bool {
    rest.strip_prefix(" năm ").is_some_and(|year| year.starts_with(|c: char| c.is_ascii_digit()))
}

/// *từ 31/9 đến 15/10*, *hết 31/9.*: an end of a span, and no share of something: *từ 31/9 phiếu*.
fn ends_a_span(head: &str, rest: &str) -> bool {
    const LED: [&str; 6] = ["từ", "đến", "tới", "hết", "trước", "sau"];
    let word = head.rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
    let behind = rest.trim_start();
    let goes_on = ["đến", "tới", "hằng năm", "hàng năm", "năm "].iter().any(|word| behind.starts_with(word));
    LED.contains(&word.as_str()) && (goes_on || behind.is_empty() || behind.starts_with([',', '.', ';', ')']))
}

/// *ngày 1525 hằng tháng*: a day that no month has.
fn each_month(text: &str) -> Vec<(usize, usize)> {
    let days = text.match_indices("gày ").filter_map(|(at, word)| {
        let from = at + word.len();
        let (end, number) = next(text, from);
        let each = ["mỗi n", "một n", "hằng n", "hàng n"].iter().any(|word| text[..at].ends_with(word));
        let monthly = [" hằng tháng", " hàng tháng", " mỗi tháng"].iter().any(|word| text[end..].starts_with(word));
        let late = number.parse::<u32>().is_ok_and(|day| day > 31);
        (monthly && late && !each && text[..at].ends_with(['n', 'N'])).then_some((from, end))
    });
    days.collect()
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
        let start = at.checked_sub(1).filter(|start| matches!(text.get(*start..at), Some("q" | "Q" | "t" | "T")))?;
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
            ("lũ ngày 31/9 năm trước", Some("31/9")),
            ("nhận từ 31/9 đến 15/10", Some("31/9")),
            ("nhận từ 30/9 đến 15/10; giảm từ 31/9 phiếu; ngày 31 tháng 8 năm trước", None),
            ("trả vào ngày 1525 hằng tháng", Some("1525")),
            ("trả vào ngày 25 hằng tháng; mỗi ngày 1525 hằng tháng", None),
            ("ngày 31-6 họp; ngày 29-30 họp", Some("31-6")),
            ("ngày 31.6 họp", Some("31.6")),
            ("ngày 31 tháng 6, họp", Some("31 tháng 6")),
            ("mỗi ngày 31.6 tấn; ngày 30/2 âm lịch; ngày 30-2/3; đạt 31-6 điểm", None),
            ("khai mạc (19h75 ngày 7/10)", Some("19h75")),
            ("diễn ra 20 giờ 75 phút", Some("20 giờ 75")),
            ("về lúc 17 giờ", None),
            ("lúc 7 giờ–8 giờ, lúc 7 giờ", None),
            ("19h45, 5h00, mã 12h75a, 3.19h75", None),
            ("xong trong quý V năm 2026", Some("quý V")),
            ("xong trong quý IV năm 2026; quý vị đại biểu", None),
            ("chậm nhất tháng 13/2025", Some("tháng 13")),
            ("lương tháng 13, thưởng; trong tháng 15 hộ thoát nghèo; 9 tháng 20,8 tỷ đồng", None),
            ("chiều thứ tám, ngày 12/5/2026", Some("thứ tám")),
            ("lần thứ tám; ngày thứ tám của hội; kỳ họp thứ 8, ngày nghỉ", None),
            ("bắt đầu lúc 25 giờ 30", Some("25 giờ")),
            ("bắt đầu lúc 14 giờ 75", Some("14 giờ 75")),
            ("các đại biểu ra về lúc 17 giờ", None),
            ("lúc 24 giờ; máy chạy 25 giờ; lúc 7 giờ 30", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
