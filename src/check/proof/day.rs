//! The day of a pasted text, as far as it shows one: its latest day that is past, else the latest year it tells of.

use crate::viet::date::{self, Ymd};

/// Words before a year that is not the text's own.
const OTHER: [&str; 5] = ["đến", "hết", "vào", "mục tiêu", "sinh"];

/// A day for a text, and whether the text itself shows it.
pub(super) fn of_text(text: &str, today: Option<Ymd>) -> (Option<Ymd>, bool) {
    let days: Vec<Ymd> = date::find(text).into_iter().filter_map(|mention| mention.day.ok()).collect();
    let past = days.iter().copied().filter(|day| today.is_none_or(|today| *day <= today)).max();
    let shown = past.or_else(|| days.iter().copied().min()).max(latest_year(text, today));
    (shown.or(today), shown.is_some())
}

/// The first day of the latest year that a text tells of as past or present: *năm 2018*, *tháng 5/2026*, not *đến năm
/// 2030* and not the years of a term or a stage.
fn latest_year(text: &str, today: Option<Ymd>) -> Option<Ymd> {
    let bytes = text.as_bytes();
    let years = text.match_indices(['1', '2']).filter_map(|(at, _)| {
        let digits = text.get(at..at + 4).filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?;
        let alone = !bytes.get(at + 4).is_some_and(u8::is_ascii_digit);
        let before = text[..at].trim_end_matches(' ');
        let head = before.strip_suffix("năm").or_else(|| before.strip_suffix("Năm")).map(str::trim_end);
        let told = head.is_some_and(|head| !OTHER.iter().any(|word| head.ends_with(word)) && !is_of_a_law(head));
        // *quý II/2026*, *tháng 5/2026*
        let month = before.strip_suffix('/').is_some_and(|head| {
            let word = head.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).trim_end();
            word.ends_with("tháng") || word.ends_with("quý") || word.ends_with("Quý") || word.ends_with("Tháng")
        });
        // *Xuân Giáp Thìn 2024,*: a bare year behind a word, with nothing that it could count.
        let behind = &text[at + 4..];
        let bare = before.ends_with(char::is_alphabetic)
            && head.is_none()
            && text[..at].ends_with(' ')
            && (behind.is_empty() || behind.starts_with([',', '.', ';', ')', '\n']))
            && !behind[1.min(behind.len())..].starts_with(|c: char| c.is_ascii_digit())
            && !OTHER.iter().any(|word| before.ends_with(word));
        let span = text[at + 4..].trim_start().starts_with(['-', '–']);
        let year = digits.parse().ok().filter(|year| *year >= 1900 && alone && (told || month || bare) && !span)?;
        Ymd::new(year, 1, 1).ok().filter(|day| today.is_none_or(|today| *day <= today))
    });
    years.max()
}

/// How far before its year the noun of a law is looked for, in letters.
const NAME: usize = 50;

/// Words that no name of a law has, before a year that is not its own: *thi hành Luật Đất đai trong năm 2024*.
const TIMES: [&str; 7] = [" trong", " từ", " của", " vào", " tại", " ngay", " cả"];

/// *Bộ luật Tố tụng dân sự năm 2004*: the year of a law, which may be long past.
fn is_of_a_law(head: &str) -> bool {
    let from = head.char_indices().rev().nth(NAME).map_or(0, |(at, _)| at);
    let clause = head[from..].rsplit([',', ';', '.', ':', '\n']).next().unwrap_or_default();
    let name = ["uật ", "háp lệnh ", "iến pháp"]
        .iter()
        .filter_map(|noun| clause.rfind(noun).map(|at| &clause[at + noun.len()..]));
    name.min_by_key(|name| name.len()).is_some_and(|name| {
        let titled = name.is_empty() || name.starts_with(char::is_uppercase);
        titled && !TIMES.iter().any(|word| name.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_a_text_shows() {
        let today = Ymd::new(2026, 6, 30).ok();
        for (text, day) in [
            ("Ngày 12/5/2025 họp, hạn 30/9/2027; theo Nghị quyết ngày 13/12/2019.", Some("2025-05-12")),
            ("6 tháng đầu năm 2018 xã đạt chuẩn, phấn đấu đến năm 2020.", Some("2018-01-01")),
            ("Hội thi tháng 5/2026 của các tỉnh, kỷ niệm (27/7/1947).", Some("2026-01-01")),
            ("Theo Luật Xây dựng năm 2003 và Bộ luật Dân sự năm 2005, Hiến pháp năm 2013.", None),
            ("Luật Đất đai được thi hành trong năm 2024.", Some("2024-01-01")),
            ("Sáng 21/3, nhiệm kỳ 2021 - 2026, HĐND họp.", None),
        ] {
            let (found, shown) = of_text(text, today);
            let found =
                found.filter(|_| shown).map(|day| format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()));
            assert_eq!(found.as_deref(), day, "{text}");
        }
        assert_eq!(of_text("họp", today), (today, false));
    }
}
