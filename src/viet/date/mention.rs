//! Dates in a running text — *ngày tháng trong văn bản*: their form, and what is wrong with them.

use std::ops::Range;

use super::weekday::{weekday_before, weekday_behind};
use super::{DateFault, Padding, Weekday, Ymd};

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its bytes, the word *ngày* of the long form included.
    pub range: Range<usize>,
    /// How it is written.
    pub form: Form,
    /// The day, or why it is none.
    pub day: Result<Ymd, DateFault>,
    /// What is wrong with it, the day aside.
    pub faults: Vec<MentionFault>,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// *ngày 09 tháng 01 năm 2024*
    Official,
    /// *10/10/2024*, *10-10-2024*, *10.10.2024*; with the padding, where day or month shows one.
    Numeric(Option<Padding>),
}

/// What is wrong with the writing of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionFault {
    /// The long form lacks the zero before a day below 10 or before months 1 and 2 (rule D1).
    MissingZero,
    /// The long form has a zero before months 3 to 9 (rule D1).
    NeedlessZero,
    /// *09/1/2024*: one part padded, the other not.
    MixedPadding,
    /// The day of the week before it is another; holds the right one (rule D8).
    OtherWeekday(Weekday),
}

/// The dates of a text with day, month and year, in order.
///
/// ```text
/// ngày 9 tháng 1 năm 2024            a zero is missing twice     rule D1
/// 09/01/2024 … 7/10/2024             padded, then not            rule D2: one text keeps one
/// 31/11/2024                         no such day                 rule D8
/// thứ Hai, ngày 10/10/2024           it was a Thursday           rule D8
/// ```
pub fn find(text: &str) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    for (start, _) in digits {
        let free = !text[..start].ends_with(|c: char| c.is_ascii_digit() || "/-.".contains(c));
        let past = mentions.last().is_none_or(|last| start >= last.range.end);
        if free && past {
            mentions.extend(official(text, start).or_else(|| numeric(text, start)));
        }
    }
    mentions
}

/// The long form whose day begins at a byte.
fn official(text: &str, start: usize) -> Option<Mention> {
    let before = text[..start].strip_suffix([' ', '\u{a0}'])?;
    let begin = before.len() - "ngày".len().min(before.len());
    if !before.get(begin..)?.to_lowercase().eq("ngày") || before[..begin].ends_with(char::is_alphanumeric) {
        return None;
    }
    let (day, rest) = number(&text[start..])?;
    let (month, rest) = number(word(rest, "tháng")?)?;
    let (year, rest) = number(word(rest, "năm")?)?;
    let fits = day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    let day_of = super::from_digits(year, month, day);
    let zero = |digits: &str, needed: bool| match (digits.len(), needed) {
        (1, true) => Some(MentionFault::MissingZero),
        (2, false) if digits.starts_with('0') => Some(MentionFault::NeedlessZero),
        _ => None,
    };
    let mut faults: Vec<MentionFault> = zero(day, true).into_iter().collect();
    faults.extend(zero(month, matches!(month.trim_start_matches('0'), "1" | "2")));
    faults.dedup();
    faults.extend(weekday_fault((&before[..begin], rest), day_of));
    (fits && !super::is_lunar(rest)).then(|| Mention {
        range: begin..text.len() - rest.len(),
        form: Form::Official,
        day: day_of,
        faults,
    })
}

/// What stands between the numbers of a date; the last only before a year of our time.
const JOINTS: [&str; 6] = ["/", "-", "–", ".", " – ", " - "];

/// The numeric form that begins at a byte: two numbers and a year with the same between them.
fn numeric(text: &str, start: usize) -> Option<Mention> {
    let (day, rest) = number(&text[start..])?;
    let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint))?;
    let (month, rest) = number(rest.strip_prefix(joint)?)?;
    let (year, rest) = number(rest.strip_prefix(joint)?)?;
    let more = |sign: char| rest.strip_prefix(sign).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let digits =
        |sign: char| rest.strip_prefix(sign).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let ended = !rest.starts_with(char::is_alphanumeric) && !more('/') && !digits('.');
    // *1.2.2024*, *5 – 7 – 2021*: of such numbers only a year of our time makes a date.
    let ours = matches!(*joint, "/" | "-") || (year.starts_with("19") || year.starts_with("20"));
    if day.len() > 2 || month.len() > 2 || year.len() != 4 || !ended || !ours || super::is_lunar(rest) {
        return None;
    }
    let padding = |digits: &str| match digits.len() {
        1 => Some(Padding::Unpadded),
        _ => digits.starts_with('0').then_some(Padding::Padded),
    };
    let (first, second) = (padding(day), padding(month));
    // 05/9/2024 follows the office form: a zero before days below 10 and before months 1 and 2 alone (rule D1).
    let official = first == Some(Padding::Padded) && matches!(month, "3" | "4" | "5" | "6" | "7" | "8" | "9");
    let mixed = first.is_some() && second.is_some() && first != second && !official;
    let day_of = super::from_digits(year, month, day);
    let mut faults: Vec<MentionFault> = mixed.then_some(MentionFault::MixedPadding).into_iter().collect();
    faults.extend(weekday_fault((&text[..start], rest), day_of));
    Some(Mention { range: start..text.len() - rest.len(), form: Form::Numeric(first.or(second)), day: day_of, faults })
}

/// The fault of a day of the week before a date or behind it.
fn weekday_fault((before, behind): (&str, &str), day: Result<Ymd, DateFault>) -> Option<MentionFault> {
    let right = day.ok()?.weekday();
    let said = weekday_before(before).or_else(|| weekday_behind(behind).map(|told| told.0))?;
    (said != right).then_some(MentionFault::OtherWeekday(right))
}

/// The digits a text begins with, and the rest.
fn number(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    (end > 0).then(|| text.split_at(end))
}

/// The rest of a text after blanks, a word and blanks.
fn word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = text.trim_start_matches([' ', '\u{a0}']).strip_prefix(word)?;
    Some(rest.trim_start_matches([' ', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_a_text() {
        use Form::*;
        use MentionFault::*;
        let (padded, unpadded) = (Numeric(Some(Padding::Padded)), Numeric(Some(Padding::Unpadded)));
        for (text, date, form, faults) in [
            ("Chiều ngày 10/10/2024, tại", "10/10/2024", Numeric(None), vec![]),
            ("từ 7/10/2024.", "7/10/2024", unpadded, vec![]),
            ("(09/01/2024)", "09/01/2024", padded, vec![]),
            ("ngày 09/1/2024", "09/1/2024", padded, vec![MixedPadding]),
            ("ngày 9/01/2024", "9/01/2024", unpadded, vec![MixedPadding]),
            ("ngày 05/9/2024", "05/9/2024", padded, vec![]),
            ("Hà Nội, ngày 09 tháng 01 năm 2024", "ngày 09 tháng 01 năm 2024", Official, vec![]),
            ("ngày 9 tháng 1 năm 2024;", "ngày 9 tháng 1 năm 2024", Official, vec![MissingZero]),
            ("Ngày 05 tháng 03 năm 2020", "Ngày 05 tháng 03 năm 2020", Official, vec![NeedlessZero]),
            ("thứ Năm, ngày 10/10/2024", "10/10/2024", Numeric(None), vec![]),
            ("Thứ hai (10/10/2024)", "10/10/2024", Numeric(None), vec![OtherWeekday(Weekday::Thursday)]),
            ("ngày 23 – 5 – 2021.", "23 – 5 – 2021", unpadded, vec![]),
            ("(31.8.2012)", "31.8.2012", unpadded, vec![]),
            ("Thứ bảy, ngày 23-5-2021", "23-5-2021", unpadded, vec![OtherWeekday(Weekday::Sunday)]),
            ("ngày 10/10/2024 (thứ Hai)", "10/10/2024", Numeric(None), vec![OtherWeekday(Weekday::Thursday)]),
            ("ngày 10/10/2024, thứ Năm", "10/10/2024", Numeric(None), vec![]),
            ("kỳ họp thứ hai, ngày 10/10/2024", "10/10/2024", Numeric(None), vec![]),
            (
                "Chủ nhật, ngày 10 tháng 10 năm 2024",
                "ngày 10 tháng 10 năm 2024",
                Official,
                vec![OtherWeekday(Weekday::Thursday)],
            ),
        ] {
            let found = find(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(
                (&text[found[0].range.clone()], found[0].form, &found[0].faults),
                (date, form, &faults),
                "{text}"
            );
            assert!(found[0].day.is_ok());
        }
        assert_eq!(find("ngày 31/11/2024")[0].day, Err(DateFault::Day { given: 31, last: 30 }));
        for text in [
            "1.2.3024",
            "10.10.2024.5",
            "ngày 30/02/2024 âm lịch",
            "45/2012/NĐ-CP",
            "10/2024",
            "1/2/24",
            "20/10/10/2024",
            "10/10/2024/QĐ",
            "2024-10-10",
            "ngày 5 tháng 6",
            "",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
