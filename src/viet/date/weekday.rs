//! The day of the week beside a date — *thứ Bảy, ngày 23/5/2021*; *ngày 23/5/2021 (Chủ nhật)*; *ngày 1/11/2025 trùng vào Chủ
//! nhật*.

use super::{WEEK, Weekday};

/// Words before *thứ hai*, *thứ 5* where it tells the place in a row.
const ORDERED: [&str; 19] = [
    "họp", "lần", "khóa", "khoá", "nghị", "buổi", "đợt", "cuộc", "ngày", "tháng", "hội", "phiên", "người", "vụ", "bài",
    "giải", "hạng", "năm", "tuần",
];

/// Words before *thứ 5* where it is a day.
#[rustfmt::skip]
const TIMES: [&str; 22] = [
    "sáng", "trưa", "chiều", "tối", "đêm", "vào", "từ", "đến", "hôm", "giờ", "phút", "h", "gian", "sang", "qua", "tới",
    "trước", "cuối", "hết", "dời", "lùi", "của",
];

/// Words between a day of the week and its date: *thứ Năm tuần này, ngày 12/11*.
const BETWEEN: [&str; 7] = ["ngày", "mùng", "mồng", "tuần này", "tuần tới", "tuần sau", "tới"];

/// Words by which a day is said to be one of the week, before *ngày* or the day itself.
const FALLS: [&str; 13] = [
    "trùng vào đúng ",
    "trùng vào ",
    "trùng với ",
    "trùng ",
    "rơi đúng vào ",
    "rơi vào đúng ",
    "rơi vào ",
    "nhằm vào ",
    "nhằm ",
    "đúng vào ",
    "đúng ",
    "vào đúng ",
    "tức ",
];

/// Parts of the day before a day of the week in brackets: *(tối thứ Ba)*.
const PARTS: [&str; 7] = ["rạng sáng ", "sáng ", "trưa ", "chiều ", "tối ", "đêm ", "khuya "];

/// The day of the week right before a date, with *ngày*, *tuần này*, a comma or a bracket between.
pub fn weekday_before(before: &str) -> Option<Weekday> {
    let between = |text: &str| text.trim_end_matches([' ', '\u{a0}', ',', '(', '-', '–']).len();
    let mut before = &before[..between(before)];
    for _ in 0..BETWEEN.len() {
        let Some(rest) = BETWEEN.iter().find_map(|word| before.strip_suffix(word)) else { break };
        before = &rest[..between(rest)];
    }
    let spelt = WEEK.iter().find_map(|(day, words)| {
        let start = before.char_indices().rev().nth(words.chars().count() - 1).map(|(at, _)| at)?;
        let same = before[start..].to_lowercase() == words.to_lowercase();
        // *ngày Chủ nhật*, *ngày thứ Bảy* are no places in a row.
        let named = *day == Weekday::Sunday || before[start..].rsplit(' ').next()?.starts_with(char::is_uppercase);
        let named = named && ["ngày", "Ngày"].iter().any(|word| before[..start].trim_end().ends_with(word));
        let ordered = !named && ends_with_one(&before[..start], &ORDERED);
        (same && !ordered && !before[..start].ends_with(char::is_alphanumeric)).then_some(*day)
    });
    spelt.or_else(|| {
        // *chiều thứ 5, ngày 12/5*, *8h00 T5, ngày 12/5*: in figures it may be the place in a row.
        let digit = before.chars().next_back()?.to_digit(10)?;
        let head = &before[..before.len() - 1];
        let head = head.strip_suffix("hứ ").and_then(|head| head.strip_suffix(['t', 'T'])).or(head.strip_suffix('T'))?;
        let opens = head.trim_end_matches([' ', '-', '*', '•', '+']).is_empty()
            || head.ends_with('\n')
            || head.trim_end().ends_with([',', ':', '(', '’', '\''])
            || head.trim_end().ends_with(|c: char| c.is_ascii_digit())
            || ends_with_one(head, &TIMES);
        let at = usize::try_from(digit).ok()?.checked_sub(2)?;
        WEEK.get(at).filter(|_| opens && digit < 8).map(|(day, _)| *day)
    })
}

/// The day of the week right behind a date and how far behind it ends: in brackets, after a comma or a dash, or as what the
/// day is said to be. A day before another date is that one's.
pub fn weekday_behind(behind: &str) -> Option<(Weekday, usize)> {
    let rest = behind.trim_start_matches([' ', '\u{a0}']);
    let opened = rest.starts_with('(');
    let joined = rest.strip_prefix(['(', ',', '-', '–']).map(str::trim_start);
    let own = joined.unwrap_or(rest);
    let fall = FALLS.iter().find_map(|word| own.strip_prefix(word));
    let is = own.strip_prefix("là ");
    (joined.is_some() || fall.is_some() || is.is_some()).then_some(())?;
    let named = fall.or(is).unwrap_or(own);
    let inner = named.strip_prefix("ngày ").unwrap_or(named);
    // *trùng với ngày nghỉ (Chủ nhật)*
    let free =
        fall.and_then(|_| inner.strip_prefix("nghỉ ")).map(|rest| rest.strip_prefix("cuối tuần ").unwrap_or(rest));
    let inner = free.and_then(|rest| rest.strip_prefix('(')).unwrap_or(inner);
    let inner = PARTS.iter().find_map(|part| inner.strip_prefix(part)).filter(|_| opened).unwrap_or(inner);
    if let Some((last, after)) = listed(inner).filter(|_| opened) {
        return Some((last, behind.len() - after.len()));
    }
    let (day, after) = spelt(inner).or_else(|| in_figures(inner, opened.then_some('T')))?;
    let written = &inner[..inner.len() - after.len()];
    let ended = match (fall.is_some(), is.is_some()) {
        (true, _) => !after.starts_with(char::is_alphanumeric),
        // *là ngày thứ hai của kỳ họp*, *là thứ Hai trong tuần*
        (_, true) if inner.len() == named.len() && is_closed(after) => true,
        (_, true) => {
            let name = written.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase));
            (name || day == Weekday::Sunday) && !after.starts_with(char::is_alphanumeric)
        }
        _ => after.starts_with([')', ',']) || (is_closed(after) && !opened),
    };
    let next = after.trim_start_matches([' ', ',', '(']);
    let dated = next.starts_with("ngày") || next.starts_with(|c: char| c.is_ascii_digit());
    (ended && !dated).then(|| (day, behind.len() - after.len()))
}

/// *(thứ Bảy, Chủ nhật và thứ Hai)*: the last of several days of the week, which is that of the last of several dates.
fn listed(text: &str) -> Option<(Weekday, &str)> {
    let mut last = spelt(text)?;
    let mut more = false;
    while let Some(next) = [", ", " và "].iter().find_map(|joint| last.1.strip_prefix(joint)).and_then(spelt) {
        (last, more) = (next, true);
    }
    (more && last.1.starts_with(')')).then_some(last)
}

/// Whether a clause ends here.
fn is_closed(after: &str) -> bool {
    after.is_empty() || after.starts_with(['.', ';', ')', ',', '\n'])
}

/// *thứ Năm*, *Chủ nhật*, and what follows.
fn spelt(text: &str) -> Option<(Weekday, &str)> {
    WEEK.iter().find_map(|(day, words)| {
        let end = text.char_indices().nth(words.chars().count()).map_or(text.len(), |(end, _)| end);
        (text[..end].to_lowercase() == words.to_lowercase()).then(|| (*day, &text[end..]))
    })
}

/// *thứ 5*, and in brackets *T5*.
fn in_figures(text: &str, short: Option<char>) -> Option<(Weekday, &str)> {
    let rest = text.strip_prefix("thứ ").or_else(|| text.strip_prefix("Thứ "));
    let rest = rest.or_else(|| text.strip_prefix(short?))?;
    let digit = rest.chars().next()?.to_digit(10)?;
    let at = usize::try_from(digit).ok()?.checked_sub(2)?;
    WEEK.get(at).filter(|_| digit < 8).map(|(day, _)| (*day, &rest[1..]))
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
            ("8h00, thứ 4 ngày ", Some(Wednesday)),
            ("8h00 T5, ngày ", Some(Thursday)),
            ("thứ Tư - ngày ", Some(Wednesday)),
            ("Chủ nhật tuần tới, ngày ", Some(Sunday)),
            ("thứ Năm tới (", Some(Thursday)),
            ("chuyển sang thứ 2 ngày ", Some(Monday)),
            ("ngày chủ nhật ", Some(Sunday)),
            ("ngày thứ Bảy ", Some(Saturday)),
            ("ngày thứ bảy ", None),
            ("kỳ họp thứ 5, ngày ", None),
            ("kỳ họp thứ năm, ngày ", None),
            ("đường số thứ 5, ", None),
            ("nhà T5, ngày ", None),
        ] {
            assert_eq!(weekday_before(text), day, "{text}");
        }
        for (text, day) in [
            (" (Chủ nhật), tại", Some(Sunday)),
            (", thứ Bảy.", Some(Saturday)),
            (" là thứ Hai.", Some(Monday)),
            (" là ngày thứ Năm trong tuần", Some(Thursday)),
            (", trùng với ngày Chủ nhật. Do đó", Some(Sunday)),
            (" trùng vào thứ bảy nên", Some(Saturday)),
            (" rơi vào thứ Tư", Some(Wednesday)),
            (" (nhằm thứ Năm), tại", Some(Thursday)),
            (" (T5). Thành", Some(Thursday)),
            (" (tối thứ Ba) tại", Some(Tuesday)),
            (" (thứ Bảy, Chủ nhật và thứ Hai), xã", Some(Monday)),
            (", tối thứ Ba tuần sau", None),
            (" - thứ Năm, tại", Some(Thursday)),
            (" là Thứ 5, các", Some(Thursday)),
            (", thứ Hai tuần sau", None),
            (", Chủ nhật, ngày 30/5/2021", None),
            (" là ngày thứ hai của kỳ họp", None),
            (" là ngày thứ hai, kỳ họp", None),
            (" (thứ nhất)", None),
        ] {
            assert_eq!(weekday_behind(text).map(|told| told.0), day, "{text}");
        }
    }
}
