//! Spans of days — *từ ngày … đến ngày …*: their order, and the number of days that the text gives them.

mod days;
mod deadline;
mod periods;
mod years;

use std::ops::Range;

use super::proof::Proof;
use super::times::both;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Point, Ymd};
use crate::viet::reading::parse_integer;
use crate::viet::seek::seek;
pub use years::two_years;

/// Words between the ends of a span, behind *đến*; a dash between days only.
const LINKED: [&str; 16] = [
    "đến", "tới", "cho", "hết", "ngày", "cuối", "giờ", "phút", "sáng", "chiều", "tối", "thứ", "lúc", "h", "trưa",
    "buổi",
];
const DASHES: [&str; 2] = ["-", "–"];

/// How far before a span its number of days is looked for, in bytes.
const FAR: usize = 60;

/// How far before a span of years their number is looked for, in bytes.
const YEARS: usize = 140;

/// The longest span whose days people count.
const MOST: i64 = 60;

/// Days of a wrap round the end of the year that is a slip: so long a span is told with its years.
const ROUND: std::ops::RangeInclusive<i64> = 270..=363;

/// Checks each span of a text.
///
/// A span is two neighbouring points with *đến* or a dash between: *từ 20 đến 22/4*, *(11-14/8)*, *từ ngày 17/4 đến 17 giờ
/// ngày 23/4*, *từ năm 1997 đến năm 2006*. Its ends share what the first leaves out.
///
/// | what must hold | silent where |
/// |---|---|
/// | the first end is before the last | without years, the span may go round the end of the year: *từ 15/10 đến 15/4*, a whole year |
/// | *3 ngày, hai tháng, 9 năm* beside it is its length | one more or less of months and years is a way of counting |
/// | the month it is said to be lies in it | the span names years of its own |
/// | years of terms, school years, stages are as long as such things are | terms of the Party are of any length |
/// | anniversaries are as long as the time between their days | years that count both ends |
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let points = proof.points();
    for (at, pair) in points.windows(2).enumerate() {
        let before = at.checked_sub(1).map(|before| &points[before]);
        faults.extend(span(proof, (&pair[0], &pair[1]), before));
    }
    for word in ["giai đoạn ", "nhiệm kỳ ", "năm học "] {
        for (at, _) in seek(proof.plain(), word) {
            faults.extend(backwards(proof, at + word.len()));
        }
    }
    years::check(proof, faults);
    periods::check(proof, faults);
    deadline::check(proof, faults);
    days::check(proof, faults);
}

/// *giai đoạn 2030 - 2026*: the earlier year stands first.
fn backwards(proof: &Proof, from: usize) -> Option<Diagnostic> {
    let (first, last, rest) = two_years(&proof.plain()[from..])?;
    (last < first)
        .then(|| proof.fault("date-span", from..proof.plain().len() - rest.len()).hint_id("date-span.hint.order"))
}

/// *từ ngày 5 đến ngày 8/10*: its order, and what the text says of its length; with the point told before it.
fn span(proof: &Proof, (one, other): (&Point, &Point), before: Option<&Point>) -> Option<Diagnostic> {
    let text = proof.plain();
    let link = text[one.range.end..other.range.start].trim();
    let days = one.day.is_some() && other.day.is_some();
    let lead = text[..one.range.start].trim_end();
    let (named, lead) = lead.strip_suffix("ngày").map_or((false, lead), |lead| (true, lead.trim_end()));
    let opened = lead.ends_with("từ") || lead.ends_with("Từ");
    // *từ ngày 17/4 đến 17 giờ ngày 23/4*: an hour may stand between.
    let word = |word: &str| LINKED.contains(&word.trim_matches(|c: char| c.is_ascii_digit()));
    let words =
        |link: &str| link.split(' ').all(|piece| piece.bytes().all(|byte| byte.is_ascii_digit()) || word(piece));
    let until = link.len() < 40 && (link.contains("đến") || link.contains("tới")) && words(link);
    let bracket = lead.ends_with('(');
    // *26 – 01/9/2015: Nộp hồ sơ*: a line of a calendar.
    let line = (lead.is_empty() || lead.ends_with('\n')) && other.year.is_some();
    let linked = until || (days && (opened || named || bracket || line) && DASHES.contains(&link));
    (linked && one.day.is_some() == other.day.is_some()).then_some(())?;
    let start = if opened { lead.len() - "từ".len() } else { one.range.start };
    let range = start..other.range.end;
    let backwards = || proof.fault("date-span", range.clone()).hint_id("date-span.hint.order");
    if !days {
        let both = one.year.is_some() && other.year.is_some() && one.months.is_some() == other.months.is_some();
        let (begin, end) = (one.first(0).filter(|_| both)?, other.last(0)?);
        return if end < begin { Some(backwards()) } else { of_years(proof, range, (one, other)) };
    }
    // The last day names the month; a span without any is a span of something else.
    let (month, _) = other.months?;
    let year = other.year.or(one.year).or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let begin = Ymd::new(one.year.unwrap_or(year), one.months.map_or(month, |months| months.0), one.day?).ok()?;
    let end = Ymd::new(other.year.unwrap_or(year), month, other.day?).ok()?;
    if end < begin {
        // Without the first year, December to January is in order.
        let wraps = one.year.is_none() && begin.month() > end.month() + 5;
        let dated = other.year.is_some() || one.months.is_none_or(|months| months.0 == month);
        let round =
            one.year.is_none() && other.year.is_none() && ROUND.contains(&(365 + end.ordinal() - begin.ordinal()));
        return ((dated && !wraps) || round).then(backwards);
    }
    let days = end.ordinal() - begin.ordinal() + 1;
    if let Some(month) = before.filter(|point| point.day.is_none() && stands_right_before(text, point, start))
        && let (Some((first, last)), true) = (month.months, begin.year() == end.year())
        && !(begin.month()..=end.month()).any(|own| (first..=last).contains(&own))
    {
        let mut fault = proof.fault("date-span", month.range.start..range.end);
        fault.message.id = "date-span.month";
        return Some(fault.with("period", &text[month.range.clone()]).hint_id("date-span.hint.order"));
    }
    if let Some((said, months)) = counted_of(text, start, "tháng") {
        // A month more or less is a way of counting; half a month more is a slip.
        let far = (months * 304 - days * 10).abs() > 160 && days > 25;
        return far.then(|| told(proof, (said, range), (days + 15) / 30, MONTHS));
    }
    let said = counted(text, start).or_else(|| counted_behind(text, range.end));
    let (said, count) = said.or_else(|| counted_before(text, start).filter(|_| bracket))?;
    (count != days && days <= MOST).then(|| told(proof, (said, range), days, DAYS))
}

/// *trong tháng 10 (từ ngày 16/9 đến ngày 15/10)*: the month that a span is said to be.
fn stands_right_before(text: &str, point: &Point, start: usize) -> bool {
    text.get(point.range.end..start).is_some_and(|between| matches!(between.trim(), "(" | "(kỳ báo cáo" | "(tính"))
}

/// *gần 9 năm đảm nhận cương vị … từ năm 1997 đến năm 2006*: a year more or less is a way of counting.
fn of_years(proof: &Proof, span: Range<usize>, (one, other): (&Point, &Point)) -> Option<Diagnostic> {
    let text = proof.plain();
    let years = i64::from(other.year?) - i64::from(one.year?);
    (one.months.is_none() && years > 0).then_some(())?;
    let floor = (span.start.saturating_sub(YEARS)..span.start).find(|at| text.is_char_boundary(*at))?;
    let clause = text[floor..span.start].rsplit([',', '.', ';', '(', '\n', ':']).next()?;
    let start = span.start - clause.len();
    let at = clause.rfind(" năm ").filter(|at| !clause[at + 1..].contains(|c: char| c.is_ascii_digit()))?;
    let word = clause[..at].rsplit(' ').next()?;
    let said: i64 = word.parse().ok().filter(|said| (2..100).contains(said))?;
    let head = clause[..at - word.len()].trim_end();
    let other = ["mỗi", "thứ", "sau", "từng"].iter().any(|word| head.ends_with(word));
    (!other && !(years - 1..=years + 1).contains(&said)).then(|| {
        let range = start + at - word.len()..span.end;
        let mut fault =
            proof.fault("date-span", range).with("span", &text[span]).with("years", years).with("said", word);
        fault.message.id = "date-span.years-long";
        fault.hint(Message::new("date-span.hint.years").with("years", years))
    })
}

/// *trong 3 ngày xét xử (11-14/8)*: a few words between the number and the bracket.
fn counted_before(text: &str, start: usize) -> Option<(Range<usize>, i64)> {
    let floor = (start.saturating_sub(FAR)..start).find(|at| text.is_char_boundary(*at))?;
    let clause = text[floor..start].rsplit([',', '.', ';', ':', ')', '\n']).next()?;
    let at = clause.rfind(" ngày ")?;
    let between = &clause[at..];
    let few = between.split_whitespace().count() < 6 && !between.contains(|c: char| c.is_ascii_digit());
    let from = start - clause.len();
    counted(text, from + at + " ngày ".len()).filter(|_| few)
}

/// *(4 ngày)* right behind a span.
fn counted_behind(text: &str, end: usize) -> Option<(Range<usize>, i64)> {
    const WORDS: [&str; 14] =
        ["", "(", "tổng", "cộng", "được", "nghỉ", "là", "gồm", "kéo", "dài", "trong", "tức", "liên", "tiếp"];
    let tail = &text[end..];
    let far = tail.char_indices().nth(40).map_or(tail.len(), |(far, _)| far);
    let at = tail[..far].find(|c: char| c.is_ascii_digit())?;
    let word = |word: &str| WORDS.contains(&word.trim_matches([',', '(']));
    let rest = &tail[at..];
    let (count, after) = digits(rest, 2).filter(|_| tail[..at].split(' ').all(word))?;
    let after = after.strip_prefix(" ngày")?;
    after.starts_with([')', ',', '.', ' ']).then(|| {
        let start = text.len() - rest.len();
        (start..text.len() - after.len(), i64::from(count))
    })
}

/// A message and its mend.
type Words = (&'static str, &'static str);

/// Days and months have messages of their own: a text says *trong 3 ngày*, and *trong 3 tháng* of other dates.
const DAYS: Words = ("date-span.count", "date-span.hint");
const MONTHS: Words = ("date-span.months", "date-span.hint.months");

/// A count and its span, of another number of days or months than the text says.
fn told(proof: &Proof, places: (Range<usize>, Range<usize>), count: i64, words: Words) -> Diagnostic {
    let (said, span) = places;
    let fault = proof.fault("date-span", both(proof.plain(), &said, &span));
    let mut fault = fault.with("said", &proof.plain()[said]).with("days", count).with("span", &proof.plain()[span]);
    fault.message.id = words.0;
    fault.hint(Message::new(words.1).with("days", count))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        for (text, told) in [
            (
                "diễn ra trong 3 ngày, từ ngày 05 đến ngày 08/10/2025 tại",
                Some("3 ngày, từ ngày 05 đến ngày 08/10/2025"),
            ),
            ("diễn ra trong 4 ngày, từ ngày 05 đến ngày 08/10/2025 tại", None),
            ("Thời gian: 02 ngày, từ ngày 20 đến ngày 21 tháng 4 năm 2026", None),
            ("Thời gian: hai ngày (từ 20 đến 22/4/2026)", Some("hai ngày (từ 20 đến 22/4/2026")),
            ("trong 05 ngày, từ ngày 28/02/2024 đến hết ngày 03/3/2024", None),
            ("kéo dài hai tháng, từ ngày 01/6 đến ngày 31/8/2025.", Some("hai tháng, từ ngày 01/6 đến ngày 31/8/2025")),
            ("kéo dài ba tháng, từ ngày 01/6 đến ngày 31/8/2025.", None),
            ("từ ngày 20/11/2025 đến ngày 15/11/2025", Some("từ ngày 20/11/2025 đến ngày 15/11/2025")),
            ("từ ngày 15/12/2025 đến ngày 15/01/2026", None),
            ("giai đoạn 2030 - 2026 với", Some("2030 - 2026")),
            ("giai đoạn 2026 - 2030, năm học 2025 - 2026", None),
            ("nhiệm kỳ 2026 - 2031; suốt nhiệm kỳ 2026 - 2030", Some("2026 - 2030")),
            ("nhiệm kỳ 2026 - 2031; nhiệm kỳ 2021 - 2026; nhiệm kỳ 2024 - 2029", None),
            ("kỷ niệm 80 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025)", None),
            (
                "kỷ niệm 81 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025)",
                Some("81 năm Ngày Quốc khánh (02/9/1945 - 02/9/2025"),
            ),
            ("thi công từ tháng 9/2023 đến tháng 6/2023, nhà thầu", Some("từ tháng 9/2023 đến tháng 6/2023")),
            ("chay tịnh (nhằm ngày 2-5 đến 2-4) với", Some("2-5 đến 2-4")),
            ("(kỳ báo cáo từ 16/8 đến 15/7), toàn ngành", Some("từ 16/8 đến 15/7")),
            ("vụ mía từ 15/10 đến 15/4; năm tài chính từ 1/10 đến 30/9", None),
            (
                "trong tháng 10 (từ ngày 16/8 đến ngày 15/9/2017) xảy ra",
                Some("tháng 10 (từ ngày 16/8 đến ngày 15/9/2017"),
            ),
            ("trong tháng 10 (từ ngày 16/9 đến ngày 15/10/2017) xảy ra", None),
            (
                "gần 9 năm giữ cương vị ấy từ năm 1997 đến năm 2016, ông",
                Some("9 năm giữ cương vị ấy từ năm 1997 đến năm 2016"),
            ),
            ("gần 9 năm giữ cương vị ấy từ năm 1997 đến năm 2006, ông", None),
            ("từ ngày 05 đến ngày 08/10/2025 (3 ngày), tại", Some("từ ngày 05 đến ngày 08/10/2025 (3 ngày")),
            (
                "nghỉ từ ngày 25/1 đến hết ngày 02/2/2025, tổng cộng 8 ngày.",
                Some("từ ngày 25/1 đến hết ngày 02/2/2025, tổng cộng 8 ngày"),
            ),
            ("nghỉ từ ngày 25/1 đến hết ngày 02/2/2025, tổng cộng 9 ngày.", None),
            ("Trong 3 ngày xét xử (11-14/8), tòa", Some("3 ngày xét xử (11-14/8")),
            ("Trong 4 ngày xét xử (11-14/8), tòa", None),
            ("nộp hồ sơ từ ngày 17/4 đến 17 giờ ngày 13/4.", Some("từ ngày 17/4 đến 17 giờ ngày 13/4")),
            ("nộp hồ sơ từ ngày 17/4 đến 17 giờ ngày 23/4.", None),
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
