//! The day of the week beside a date — *thứ Bảy, ngày 23/5/2021*; *ngày 23/5/2021 (Chủ nhật)*.

use super::{WEEK, Weekday};

/// Words before *thứ hai*, *thứ 5* where it tells the place in a row.
const ORDERED: [&str; 19] = [
    "họp", "lần", "khóa", "khoá", "nghị", "buổi", "đợt", "cuộc", "ngày", "tháng", "hội", "phiên", "người", "vụ", "bài",
    "giải", "hạng", "năm", "tuần",
];

/// Words before *thứ 5* where it is a day.
const TIMES: [&str; 9] = ["sáng", "trưa", "chiều", "tối", "đêm", "vào", "từ", "đến", "hôm"];

/// The day of the week right before a date, with *ngày*, a comma or a bracket between.
pub fn weekday_before(before: &str) -> Option<Weekday> {
    let between = |text: &str| text.trim_end_matches([' ', '\u{a0}', ',', '(']).len();
    let mut before = &before[..between(before)];
    for word in ["mùng", "mồng", "ngày"] {
        before = before.strip_suffix(word).map_or(before, |rest| &rest[..between(rest)]);
    }
    let spelt = WEEK.iter().find_map(|(day, words)| {
        let start = before.char_indices().rev().nth(words.chars().count() - 1).map(|(at, _)| at)?;
        let same = before[start..].to_lowercase() == words.to_lowercase();
        (same && !ends_with_one(&before[..start], &ORDERED) && !before[..start].ends_with(char::is_alphanumeric))
            .then_some(*day)
    });
    spelt.or_else(|| {
        // *chiều thứ 5, ngày 12/5*: in figures it may be the place in a row.
        let digit = before.chars().next_back()?.to_digit(10)?;
        let head = before[..before.len() - 1].strip_suffix("hứ ")?.strip_suffix(['t', 'T'])?;
        let opens = head.trim_end_matches([' ', '-', '*', '•', '+']).is_empty()
            || head.ends_with('\n')
            || ends_with_one(head, &TIMES);
        let at = usize::try_from(digit).ok()?.checked_sub(2)?;
        WEEK.get(at).filter(|_| opens && digit < 8).map(|(day, _)| *day)
    })
}

/// The day of the week right behind a date, in brackets or after a comma, and not before another date.
pub fn weekday_behind(behind: &str) -> Option<Weekday> {
    let rest = behind.trim_start_matches([' ', '\u{a0}']);
    let (inner, closed) = match (rest.strip_prefix('('), rest.strip_prefix(',')) {
        (Some(inner), _) => (inner, true),
        (None, Some(inner)) => (inner.trim_start(), false),
        (None, None) => (["là ", "nhằm ", "rơi vào "].iter().find_map(|word| rest.strip_prefix(word))?, false),
    };
    WEEK.iter().find_map(|(day, words)| {
        let end = inner.char_indices().nth(words.chars().count()).map_or(inner.len(), |(end, _)| end);
        let same = inner[..end].to_lowercase() == words.to_lowercase();
        let after = &inner[end..];
        let ended = if closed {
            after.starts_with([')', ','])
        } else {
            after.is_empty() || after.starts_with(['.', ';', ')', ',', '\n'])
        };
        let dated = after.trim_start_matches([' ', ',', '(']).strip_prefix("ngày").is_some()
            || after.trim_start_matches([' ', ',', '(']).starts_with(|c: char| c.is_ascii_digit());
        (same && ended && !dated).then_some(*day)
    })
}

/// Whether a text ends with one of some words.
fn ends_with_one(text: &str, words: &[&str]) -> bool {
    let text = text.trim_end();
    let last = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    words.contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_beside_a_date() {
        use Weekday::*;
        for (text, day) in [
            ("Thứ bảy, ngày ", Some(Saturday)),
            ("chủ nhật (ngày mùng ", Some(Sunday)),
            ("chiều thứ 5, ngày ", Some(Thursday)),
            ("Thứ 2, ngày ", Some(Monday)),
            ("kỳ họp thứ 5, ngày ", None),
            ("kỳ họp thứ năm, ngày ", None),
            ("đường số thứ 5, ", None),
        ] {
            assert_eq!(weekday_before(text), day, "{text}");
        }
        for (text, day) in [
            (" (Chủ nhật), tại", Some(Sunday)),
            (", thứ Bảy.", Some(Saturday)),
            (" là thứ Hai.", Some(Monday)),
            (", thứ Hai tuần sau", None),
            (", Chủ nhật, ngày 30/5/2021", None),
            (" (thứ nhất)", None),
        ] {
            assert_eq!(weekday_behind(text), day, "{text}");
        }
    }
}
