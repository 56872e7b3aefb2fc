//! Spans of days — *từ ngày … đến ngày …*: their order, and the number of days that the text gives them.

mod days;
mod order;
mod periods;
mod years;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;
use crate::viet::reading::parse_integer;

/// A day of which month and year may be left to the other end of its span.
#[derive(Clone, Copy, Default)]
struct Part {
    day: u8,
    month: Option<u8>,
    year: Option<u16>,
}

/// How far before a span its number of days is looked for, in bytes.
const FAR: usize = 60;

/// The longest span whose days people count.
const MOST: i64 = 60;

/// Checks each span of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, word) in proof.text.match_indices("ừ ") {
        let start = at.saturating_sub(1);
        let head = proof.text.get(start..at).unwrap_or_default();
        if !matches!(head, "t" | "T") || proof.text[..start].ends_with(char::is_alphanumeric) {
            continue;
        }
        faults.extend(span(proof, start, at + word.len()));
    }
    for word in ["giai đoạn ", "nhiệm kỳ ", "năm học "] {
        for (at, _) in proof.text.match_indices(word) {
            faults.extend(backwards(proof, at + word.len()));
        }
    }
    years::check(proof, faults);
    periods::check(proof, faults);
    order::check(proof, faults);
    days::check(proof, faults);
}

/// *giai đoạn 2030 - 2026*: the earlier year stands first.
fn backwards(proof: &Proof, from: usize) -> Option<Diagnostic> {
    let (first, last, rest) = years::two_years(&proof.text[from..])?;
    (last < first)
        .then(|| proof.fault("date-span", from..proof.text.len() - rest.len()).hint_id("date-span.hint.order"))
}

fn span(proof: &Proof, start: usize, from: usize) -> Option<Diagnostic> {
    let text = &proof.text;
    let (first, rest) = part(&text[from..])?;
    let rest = rest.trim_start().strip_prefix("đến ")?;
    let (last, rest) = part(rest.strip_prefix("hết ").unwrap_or(rest))?;
    let range = start..text.len() - rest.len();
    // The last day names the month; a span without any is a span of something else.
    let month = last.month?;
    let year = last.year.or(first.year).or(proof.day.map(Ymd::year))?;
    let begin = Ymd::new(first.year.unwrap_or(year), first.month.unwrap_or(month), first.day).ok()?;
    let end = Ymd::new(last.year.unwrap_or(year), month, last.day).ok()?;
    if end < begin {
        // Without the first year, December to January is in order.
        let wraps = first.year.is_none() && begin.month() > end.month() + 5;
        let dated = last.year.is_some() || last.month == first.month || first.month.is_none();
        return (dated && !wraps).then(|| proof.fault("date-span", range).hint_id("date-span.hint.order"));
    }
    let days = number(end) - number(begin) + 1;
    if let Some((said, months)) = counted_of(text, start, "tháng") {
        // A month more or less is a way of counting; half a month more is a slip.
        let far = (months * 304 - days * 10).abs() > 160 && days > 25;
        return far.then(|| told(proof, (said, range), (days + 15) / 30, MONTHS));
    }
    let (said, count) = counted(text, start)?;
    (count != days && days <= MOST).then(|| told(proof, (said, range), days, DAYS))
}

/// A message and its mend.
type Words = (&'static str, &'static str);

const DAYS: Words = ("date-span.count", "date-span.hint");
const MONTHS: Words = ("date-span.months", "date-span.hint.months");

/// A count and its span, of another number of days or months than the text says.
fn told(proof: &Proof, places: (Range<usize>, Range<usize>), count: i64, words: Words) -> Diagnostic {
    let (said, span) = places;
    let mut fault = proof.fault("date-span", said).with("days", count).with("span", &proof.text[span]);
    fault.message.id = words.0;
    fault.hint(Message::new(words.1).with("days", count))
}

/// A day in figures with what stands of its month and year, and the rest of the text.
fn part(text: &str) -> Option<(Part, &str)> {
    let text = text.trim_start();
    let (named, text) = text.strip_prefix("ngày ").map_or((false, text), |text| (true, text));
    let (day, rest) = digits(text, 2)?;
    // *ngày 16-9*, *ngày 16.9*: without the word such numbers may be anything.
    let stroke = ["-", "."].into_iter().find(|stroke| named && rest.starts_with(*stroke)).unwrap_or("/");
    let mut part = Part { day: u8::try_from(day).ok()?, ..Part::default() };
    let Some((month, after)) = joined(rest, stroke, " tháng ", 2) else {
        return (!rest.starts_with(['.', ',', '%', '/'])).then_some((part, rest));
    };
    part.month = Some(u8::try_from(month).ok()?);
    let Some((year, after)) = joined(after, stroke, " năm ", 4) else {
        return (!after.starts_with('/')).then_some((part, after));
    };
    part.year = Some(year);
    Some((part, after))
}

/// A number behind one of two joints.
fn joined<'t>(text: &'t str, stroke: &str, word: &str, most: usize) -> Option<(u16, &'t str)> {
    digits(text.strip_prefix(stroke).or_else(|| text.strip_prefix(word))?, most)
}

fn digits(text: &str, most: usize) -> Option<(u16, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&length).then_some(())?;
    Some((text[..length].parse().ok()?, &text[length..]))
}

/// *3 ngày, từ …*, *02 ngày (từ …)*: the number of days before a span.
fn counted(text: &str, start: usize) -> Option<(Range<usize>, i64)> {
    counted_of(text, start, "ngày")
}

/// The same for any unit of time.
fn counted_of(text: &str, start: usize, unit: &str) -> Option<(Range<usize>, i64)> {
    let floor = (start.saturating_sub(FAR)..start).find(|at| text.is_char_boundary(*at))?;
    let head = text[floor..start].trim_end_matches([' ', ',', '(', ':', '\u{a0}']);
    let head = head.strip_suffix(unit)?.trim_end();
    let word = head.rsplit([' ', '(', '\u{a0}', '\n']).next()?;
    let count = word.parse().ok().or_else(|| i64::try_from(parse_integer(&word.to_lowercase()).ok()?).ok())?;
    let from = floor + head.len() - word.len();
    Some((from..floor + head.len() + 1 + unit.len(), count))
}

/// Days since the beginning of the calendar's era, for differences only.
fn number(day: Ymd) -> i64 {
    let year = i64::from(day.year()) - i64::from(day.month() <= 2);
    let month = (i64::from(day.month()) + 9) % 12;
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (month * 306 + 5) / 10
        + i64::from(day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        for (text, told) in [
            ("diễn ra trong 3 ngày, từ ngày 05 đến ngày 08/10/2025 tại", Some("3 ngày")),
            ("diễn ra trong 4 ngày, từ ngày 05 đến ngày 08/10/2025 tại", None),
            ("Thời gian: 02 ngày, từ ngày 20 đến ngày 21 tháng 4 năm 2026", None),
            ("Thời gian: hai ngày (từ 20 đến 22/4/2026)", Some("hai ngày")),
            ("trong 05 ngày, từ ngày 28/02/2024 đến hết ngày 03/3/2024", None),
            ("kéo dài hai tháng, từ ngày 01/6 đến ngày 31/8/2025.", Some("hai tháng")),
            ("kéo dài ba tháng, từ ngày 01/6 đến ngày 31/8/2025.", None),
            ("từ ngày 20/11/2025 đến ngày 15/11/2025", Some("từ ngày 20/11/2025 đến ngày 15/11/2025")),
            ("từ ngày 15/12/2025 đến ngày 15/01/2026", None),
            ("giai đoạn 2030 - 2026 với", Some("2030 - 2026")),
            ("giai đoạn 2026 - 2030, năm học 2025 - 2026", None),
            ("nhiệm kỳ 2026 - 2031; suốt nhiệm kỳ 2026 - 2030", Some("2026 - 2030")),
            ("nhiệm kỳ 2026 - 2031; nhiệm kỳ 2021 - 2026; nhiệm kỳ 2024 - 2029", None),
            ("kỷ niệm 80 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025)", None),
            ("kỷ niệm 81 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025)", Some("81 năm")),
            ("khởi công ngày 12/8/2025, dự kiến hoàn thành vào tháng 10/2026.", None),
            ("khởi công tháng 8/2025, đã hoàn thành vào tháng 10/2024.", Some("vào tháng 10/2024")),
            ("thi công từ tháng 9/2023 đến tháng 6/2023, nhà thầu", Some("9/2023 đến tháng 6/2023")),
            ("từ tháng 9/2023 đến tháng 6/2024; từ năm 2020 đến năm 2025", None),
            ("từ 7 đến 8 giờ; từ 12,5 đến 13/4; từ 45 đến 59 hộ", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
