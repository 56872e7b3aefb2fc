//! Which two neighbouring points of a text are the ends of one span — *từ 20 đến 22/4*, *(11-14/8)*, *từ thứ Bảy 14/02 đến
//! hết Chủ nhật 22/02*: the words that open it, and those that join its ends.

use std::ops::Range;

use crate::viet::date::Point;

/// Words between the ends of a span, those first that may stand before its first day too; a dash between days only.
const LINKED: [&str; 34] = [
    "ngày", "giờ", "phút", "sáng", "chiều", "tối", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "h",
    "lúc", "trưa", "buổi", "đến", "tới", "cho", "hết", "cuối", "và", "kết", "thúc", "vào", "trước", "sẽ", "dự", "kiến",
    "bế", "mạc",
];
const DASHES: [&str; 2] = ["-", "–"];

/// So many of those words may stand before the first day.
const OPENED: usize = 19;

/// The longest link between two ends, in bytes.
const LINK: usize = 60;

/// The two ends of a span as they stand in the text, and how it is opened.
pub(super) struct Ends<'p> {
    pub(super) range: Range<usize>,
    pub(super) one: &'p Point,
    pub(super) other: &'p Point,
    pub(super) bracket: bool,
}

/// Two neighbouring points as a span: *từ ngày 5 đến ngày 8/10*, *(11-14/8)*, *từ thứ Bảy 14/02 đến hết Chủ nhật 22/02*.
pub(super) fn ends<'p>(text: &str, (one, other): (&'p Point, &'p Point)) -> Option<Ends<'p>> {
    let link = without_brackets(text[one.range.end..other.range.start].trim());
    let days = one.day.is_some() && other.day.is_some();
    let lead = text[..one.range.start].trim_end();
    let (named, lead) = lead.strip_suffix("ngày").map_or((false, lead), |lead| (true, lead.trim_end()));
    let opened = opening(text, lead.len());
    // *từ ngày 17/4 đến 17 giờ ngày 23/4*: an hour, a weekday may stand between.
    let word = |word: &str| {
        let bare = word.trim_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '(' | ')'));
        bare.is_empty() || LINKED.contains(&bare.to_lowercase().as_str())
    };
    let ending = ["đến", "tới", "kết thúc", "bế mạc"].iter().any(|word| link.contains(word));
    let until = link.len() < LINK && ending && link.split_whitespace().all(word);
    let bracket = lead.ends_with('(');
    // *26 – 01/9/2015: Nộp hồ sơ*: a line of a calendar.
    let line = (lead.is_empty() || lead.ends_with('\n')) && other.year.is_some();
    let dashed = days && (opened.is_some() || named || bracket || line) && DASHES.contains(&link.as_str());
    // *Từ 2/1970 – 11/1976: …*
    let months = [one, other].iter().all(|end| end.day.is_none() && end.months.is_some() && end.year.is_some());
    let dashed = dashed || months && (opened.is_some() || bracket) && DASHES.contains(&link.as_str());
    let whole = (until || dashed) && one.day.is_some() == other.day.is_some();
    whole.then(|| Ends { range: opened.unwrap_or(one.range.start)..other.range.end, one, other, bracket })
}

/// The words between two ends without what stands in brackets: *14/02 (tức 27 tháng Chạp) đến hết*.
fn without_brackets(link: &str) -> String {
    let mut pieces = link.split('(');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once(')').map_or("", |(_, rest)| rest)).trim().to_owned()
}

/// Where *từ* stands that opens a span, with a weekday or an hour behind it.
fn opening(text: &str, end: usize) -> Option<usize> {
    const MOST: usize = 6;
    let mut head = &text[..end];
    for _ in 0..MOST {
        head = head.trim_end_matches([' ', ',', '\u{a0}']);
        if head.ends_with("từ") || head.ends_with("Từ") {
            return Some(head.len() - "từ".len());
        }
        let word = head.rsplit([' ', '\n', '\u{a0}']).next()?;
        let bare = word.trim_matches(|c: char| c.is_ascii_digit());
        let part = bare.is_empty() || LINKED[..OPENED].contains(&bare.to_lowercase().as_str());
        head = head.get(..head.len() - word.len()).filter(|_| part && !word.is_empty())?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn ends_of_spans() {
        for (text, told) in [
            ("Thời gian: hai ngày (từ 20 đến 22/4/2026)", Some("hai ngày (từ 20 đến 22/4/2026")),
            ("chay tịnh (nhằm ngày 2-5 đến 2-4) với", Some("2-5 đến 2-4")),
            (
                "Giải kéo dài hai ngày, khai mạc ngày 4/8/2025 và kết thúc ngày 9/8/2025 ở xã",
                Some("hai ngày, khai mạc ngày 4/8/2025 và kết thúc ngày 9/8/2025"),
            ),
            ("Giải kéo dài hai ngày, khai mạc ngày 4/8/2025 và kết thúc ngày 5/8/2025 ở xã", None),
            (
                "nghỉ 4 ngày, từ thứ Tư 30/4 đến hết Chủ nhật 4/5/2025.",
                Some("4 ngày, từ thứ Tư 30/4 đến hết Chủ nhật 4/5/2025"),
            ),
            ("nghỉ 5 ngày, từ thứ Tư 30/4 đến hết Chủ nhật 4/5/2025.", None),
            ("Trong 3 ngày xét xử (11-14/8), tòa", Some("3 ngày xét xử (11-14/8")),
            ("Trong 4 ngày xét xử (11-14/8), tòa", None),
            ("nộp hồ sơ từ ngày 17/4 đến 17 giờ ngày 13/4.", Some("từ ngày 17/4 đến 17 giờ ngày 13/4")),
            ("nộp hồ sơ từ ngày 17/4 đến 17 giờ ngày 23/4.", None),
            ("Từ 2/1970 – 11/1967: Đoàn Lao động xã", Some("Từ 2/1970 – 11/1967")),
            ("Từ 2/1970 – 11/1976: Đoàn Lao động xã", None),
            ("học sinh nghỉ 11 ngày nhưng từ 13 đến hết 25/2 ở xã", Some("11 ngày nhưng từ 13 đến hết 25/2")),
            ("học sinh nghỉ 11 ngày nhưng từ 13 đến hết 23/2 ở xã; thu từ 2 đến 3/4 số hộ", None),
            ("từ 7 đến 8 giờ; từ 12,5 đến 13/4; từ 45 đến 59 hộ", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
