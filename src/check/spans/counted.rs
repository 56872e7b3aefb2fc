//! The length that a text gives a span — *3 ngày, từ …*, *thời hạn 5 năm, kể từ ngày … đến ngày …*, *từ … đến …, tổng cộng 9
//! ngày* — against the span itself.

use std::ops::Range;

use super::ends::Ends;
use crate::check::proof::Proof;
use crate::check::times::both;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;
use crate::viet::reading::parse_integer;

/// Units of time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

const UNITS: [(&str, Unit); 4] =
    [("ngày", Unit::Day), ("tuần", Unit::Week), ("tháng", Unit::Month), ("năm", Unit::Year)];

/// Words between a number and its span, on either side.
const FILLERS: [&str; 41] = [
    "kể", "bắt", "đầu", "tính", "liên", "tục", "tiếp", "là", "diễn", "ra", "thời", "gian", "hạn", "tổ", "chức", "được",
    "kéo", "dài", "tổng", "cộng", "số", "gồm", "trong", "tức", "nghỉ", "với", "có", "như", "vậy", "thực", "hiện", "sẽ",
    "tất", "cả", "suốt", "liền", "vòng", "khai", "mạc", "ngày", "nhưng",
];

/// How far around a span its number is looked for, in bytes.
const FAR: usize = 110;

/// The longest span whose days people count one by one.
const MOST: i64 = 60;

/// How far before a span of years their number is looked for, in bytes.
const YEARS: usize = 140;

/// A number of days, months or years, and where it stands.
struct Count {
    range: Range<usize>,
    number: i64,
    unit: Unit,
    /// *kể từ*: the first day may be the next.
    since: bool,
}

/// A span of days: the number before it, else behind it, else some words before its bracket.
pub(super) fn of_days(proof: &Proof, told: &Ends, (begin, end): (Ymd, Ymd)) -> Option<Diagnostic> {
    let text = proof.plain();
    let (start, stop) = (told.range.start, told.range.end);
    let away = || some_words_before(text, start).filter(|_| told.bracket);
    let count = before(text, start)
        .or_else(|| behind(text, stop))
        .or_else(away)
        .or_else(|| of_a_drive(text, start))
        .or_else(|| of_a_term(text, start))?;
    let days = end.ordinal() - begin.ordinal() + 1;
    let (wrong, right) = match count.unit {
        // *30 ngày, kể từ ngày 5*: the day itself may count or not; of many days nobody counts each.
        Unit::Day => {
            let slack =
                if count.number > MOST { 3 } else { i64::from(count.since || is_held(text, count.range.start)) };
            (!(0..=slack).contains(&(days - count.number)) && (slack < 3 || days - count.number < -3), days)
        }
        Unit::Week => (days > count.number * 7 + 1 || days <= (count.number - 1) * 7, (days + 3) / 7),
        // A month more or less is a way of counting; half a month more is a slip.
        Unit::Month => ((count.number * 304 - days * 10).abs() > 160 && days > 25, (days + 15) / 30),
        Unit::Year => ((count.number * 365 - days).abs() > 120 && days > 180, (days + 183) / 365),
    };
    wrong.then(|| fault(proof, count, told.range.clone(), right))
}

/// *bị tạm giữ 9 ngày, từ ngày 13/6 đến ngày 22/6*: such days are counted as they go by.
fn is_held(text: &str, start: usize) -> bool {
    const HELD: [&str; 5] = ["tạm giữ", "tạm giam", "giam giữ", "cách ly", "bị giam"];
    let head = text[..start].trim_end();
    let head =
        ["trong", "là", "hình sự"].iter().fold(head, |head, word| head.strip_suffix(word).unwrap_or(head).trim_end());
    HELD.iter().any(|word| head.ends_with(word))
}

/// A span of months or years: the number right before it or behind it, or that of the clause.
pub(super) fn of_longer(proof: &Proof, told: &Ends) -> Option<Diagnostic> {
    let text = proof.plain();
    let years = i64::from(told.other.year?) - i64::from(told.one.year.or(told.other.year)?);
    if let (Some(first), Some(last)) = (told.one.months, told.other.months) {
        let months = years * 12 + i64::from(last.1) - i64::from(first.0);
        let count = before(text, told.range.start).or_else(|| behind(text, told.range.end))?;
        // Both ends may count or one of them.
        let wrong = match count.unit {
            Unit::Month => !(months..=months + 1).contains(&count.number),
            Unit::Year => (count.number * 12 - months).abs() > 3,
            Unit::Day | Unit::Week => false,
        };
        let right = if count.unit == Unit::Year { (months + 6) / 12 } else { months + 1 };
        return wrong.then(|| fault(proof, count, told.range.clone(), right));
    }
    let right_before = before(text, told.range.start).filter(|count| count.unit == Unit::Year);
    let (range, said) = right_before
        .map(|count| (count.range, count.number))
        .or_else(|| number(years_of_clause(text, told.range.start)?))
        .or_else(|| number(years_behind(text, told.range.end)?))
        .filter(|(_, said)| (2..100).contains(said))?;
    (years > 0 && !(years - 1..=years + 1).contains(&said)).then(|| {
        let place = range.start.min(told.range.start)..range.end.max(told.range.end);
        let span = &text[told.range.clone()];
        let mut fault = proof.fault("date-span", place).with("span", span).with("years", years).with("said", said);
        fault.message.id = "date-span.years-long";
        fault.hint(Message::new("date-span.hint.years").with("years", years))
    })
}

/// A number of years in figures.
fn number((range, word): (Range<usize>, &str)) -> Option<(Range<usize>, i64)> {
    Some((range, word.parse().ok()?))
}

/// A count and its span, of another length than the text says.
fn fault(proof: &Proof, count: Count, span: Range<usize>, right: i64) -> Diagnostic {
    let (id, hint) = match count.unit {
        Unit::Day => ("date-span.count", "date-span.hint"),
        Unit::Week => ("date-span.weeks", "date-span.hint.weeks"),
        Unit::Month => ("date-span.months", "date-span.hint.months"),
        Unit::Year => ("date-span.long", "date-span.hint.long"),
    };
    let text = proof.plain();
    let fault = proof.fault("date-span", both(text, &count.range, &span));
    let mut fault = fault.with("said", &text[count.range]).with("days", right).with("span", &text[span]);
    fault.message.id = id;
    fault.hint(Message::new(hint).with("days", right))
}

/// *3 ngày, từ …*, *02 ngày (từ …)*: the number of days before a place.
pub(super) fn counted(text: &str, start: usize) -> Option<(Range<usize>, i64)> {
    let count = ending(text, text[..start].trim_end_matches([' ', ',', '(', ':', '\u{a0}']).len())?;
    (count.unit == Unit::Day).then_some((count.range, count.number))
}

/// *thời hạn 5 năm, kể từ ngày …*: the number before a span, with words that say nothing between.
fn before(text: &str, start: usize) -> Option<Count> {
    const MOST: usize = 8;
    let mut end = start;
    let mut since = false;
    for _ in 0..MOST {
        end = text[..end].trim_end_matches([' ', ',', '(', ':', '-', '–', '\u{a0}']).len();
        // *4 ngày 3 đêm*
        let nights = text[..end].strip_suffix(" đêm").map(|head| head.trim_end_matches(|c: char| c.is_ascii_digit()));
        end = nights.map_or(end, |head| head.trim_end().len());
        if let Some(count) = ending(text, end) {
            return Some(Count { since, ..count });
        }
        let word = text[..end].rsplit([' ', '\n', '(', '\u{a0}']).next()?;
        (start - end < FAR && FILLERS.contains(&word.to_lowercase().as_str())).then_some(())?;
        since |= word == "kể";
        end -= word.len();
    }
    None
}

/// The number and the unit that end at a place.
fn ending(text: &str, end: usize) -> Option<Count> {
    let head = &text[..end];
    let (name, unit) = UNITS.into_iter().find(|(name, _)| head.ends_with(name))?;
    let head = head[..head.len() - name.len()].strip_suffix([' ', '\u{a0}'])?.trim_end();
    let word = head.rsplit([' ', '(', '\u{a0}', '\n', ':']).next()?;
    let spelt = || i64::try_from(parse_integer(&word.to_lowercase()).ok()?).ok();
    let number = word.parse().ok().or_else(spelt).filter(|number| *number > 0)?;
    // *ngày thứ hai ngày*, *mỗi tuần hai ngày*, *tháng 6 năm*
    let lead = head[..head.len() - word.len()].trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    let other = ["thứ", "mỗi", "tháng", "ngày", "tuần", "từng", "quý", "số"].contains(&lead.to_lowercase().as_str());
    // *70 năm ngày thành lập*, *36 (ba mươi sáu) tháng*: a unit, and the end of a longer number.
    let digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    let other = other || word == "năm" && digit(lead) || word.ends_with(')');
    (!other).then(|| Count { range: head.len() - word.len()..end, number, unit, since: false })
}

/// *(4 ngày)*, *, tổng cộng 8 ngày* behind a span and what stands in its bracket.
fn behind(text: &str, end: usize) -> Option<Count> {
    let far = text.ceil_char_boundary((end + 2 * FAR).min(text.len()));
    let mut rest = text[end..far].split(['\n', ';', '.']).next()?;
    // *22/02 (tức mùng 6 tháng Giêng), tổng cộng …*; *đến 22/02), tổng cộng …*
    rest = rest.strip_prefix(')').unwrap_or(rest);
    if let Some(inner) = rest.trim_start().strip_prefix('(')
        && !inner.starts_with(|c: char| c.is_ascii_digit())
        && let Some((own, after)) = inner.split_once(')')
        && !own.contains("tổng")
    {
        rest = after;
    }
    for word in rest.split_whitespace() {
        let bare = word.trim_matches([',', '(', ':']);
        let from = word.as_ptr() as usize - text.as_ptr() as usize + word.find(bare).unwrap_or_default();
        if bare.is_empty() || FILLERS.contains(&bare) {
            continue;
        }
        let unit = UNITS.into_iter().find(|(name, _)| {
            text[from + bare.len()..].strip_prefix(' ').and_then(|rest| rest.strip_prefix(name)).is_some_and(|rest| {
                rest.starts_with([')', ',', '.', ' ', '\n']) && !rest.starts_with(" làm") && !rest.starts_with(" một")
            })
        });
        let (name, _) = unit?;
        return ending(text, from + bare.len() + 1 + name.len()).filter(|count| count.range.start == from);
    }
    None
}

/// *đợt cao điểm 45 ngày xử lý xe quá tải, bắt đầu từ ngày …*: the days of a drive, in the clause before its span.
fn of_a_drive(text: &str, start: usize) -> Option<Count> {
    const DRIVES: [&str; 7] = ["đợt cao điểm", "cao điểm", "đợt", "chiến dịch", "khóa học", "lớp học", "đợt thi đua"];
    let floor = text.ceil_char_boundary(start.saturating_sub(YEARS));
    let sentence = text[floor..start].rsplit(['.', ';', ':', '\n']).next()?;
    let led = ["bắt đầu", "kéo dài", "diễn ra", "thời gian"].iter().any(|word| sentence.contains(word));
    let from = start - sentence.len();
    let at = sentence.rfind(" ngày ").filter(|at| led && !sentence[at + 1..].contains(|c: char| c.is_ascii_digit()))?;
    let count = ending(text, from + at + " ngày".len())?;
    let head = text[from..count.range.start].trim_end().to_lowercase();
    DRIVES.iter().any(|word| head.ends_with(word)).then_some(count)
}

/// *hợp đồng thử việc 2 tháng với ba nhân viên, từ ngày …*: the one length of the clause before its span.
fn of_a_term(text: &str, start: usize) -> Option<Count> {
    const TERMS: [&str; 9] =
        ["thử việc", "hợp đồng", "thời hạn", "khóa học", "lớp học", "tập huấn", "thực tập", "biệt phái", "chuyên đề"];
    let floor = text.ceil_char_boundary(start.saturating_sub(YEARS));
    let clause = text[floor..start].trim_end().strip_suffix(',')?;
    let clause = clause.rsplit(['.', ';', ':', ',', '\n']).next()?;
    let from = clause.as_ptr() as usize - text.as_ptr() as usize;
    let mut told = [" ngày ", " tuần ", " tháng "].iter().flat_map(|unit| clause.match_indices(unit));
    let ((at, unit), None) = (told.next()?, told.next()) else { return None };
    let count = ending(text, from + at + unit.len() - 1)?;
    let figures = clause[at..].contains(|c: char| c.is_ascii_digit());
    let head = text[from..count.range.start].trim_end().to_lowercase();
    (!figures && TERMS.iter().any(|word| head.ends_with(word))).then_some(count)
}

/// *trong 3 ngày xét xử (11-14/8)*: a few words between the number and the bracket.
fn some_words_before(text: &str, start: usize) -> Option<Count> {
    const NEAR: usize = 60;
    let floor = text.ceil_char_boundary(start.saturating_sub(NEAR));
    let clause = text[floor..start].rsplit([',', '.', ';', ':', ')', '\n']).next()?;
    let at = clause.rfind(" ngày ")?;
    let between = &clause[at..];
    let few = between.split_whitespace().count() < 6 && !between.contains(|c: char| c.is_ascii_digit());
    let from = start - clause.len();
    ending(text, from + at + " ngày".len()).filter(|_| few)
}

/// *gần 9 năm đảm nhận cương vị … từ năm 1997 đến năm 2006*: a year more or less is a way of counting.
fn years_of_clause(text: &str, start: usize) -> Option<(Range<usize>, &str)> {
    let floor = text.ceil_char_boundary(start.saturating_sub(YEARS));
    let clause = text[floor..start].rsplit([',', '.', ';', '(', '\n', ':']).next()?;
    let from = start - clause.len();
    let at = clause.rfind(" năm ").filter(|at| !clause[at + 1..].contains(|c: char| c.is_ascii_digit()))?;
    let word = clause[..at].rsplit(' ').next()?;
    let head = clause[..at - word.len()].trim_end();
    let other = ["mỗi", "thứ", "sau", "từng"].iter().any(|word| head.ends_with(word));
    (!other).then(|| (from + at - word.len()..start, word))
}

/// *Từ năm 2014 đến năm 2024, sau 12 năm triển khai*: the years that have passed, in the same sentence.
fn years_behind(text: &str, end: usize) -> Option<(Range<usize>, &str)> {
    const LEADS: [&str; 7] = ["sau ", "qua ", "suốt ", "trong ", "hơn ", "gần ", "trải qua "];
    let far = text.ceil_char_boundary((end + YEARS).min(text.len()));
    let sentence = text[end..far].split(['\n', ';', '.', '(']).next()?;
    let at = sentence.find(" năm")?;
    let word = sentence[..at].rsplit(' ').next()?;
    let head = &sentence[..at - word.len()];
    let whole = sentence[at + " năm".len()..].starts_with([' ', ',']) || sentence.len() == at + " năm".len();
    let led = LEADS.iter().any(|lead| head.to_lowercase().ends_with(lead)) && !head.contains("mỗi");
    (whole && led && head.starts_with(',')).then(|| (end + at - word.len()..end + at + " năm".len(), word))
}
