//! Spans of days — *từ ngày … đến ngày …*: their order, and the number of days that the text gives them.

mod counted;
mod days;
mod deadline;
mod ends;
mod limits;
mod periods;
mod totals;
mod years;

use super::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Point, Ymd};
use crate::viet::seek::seek;
use ends::{Ends, ends};
pub use years::{since, two_years};

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
/// | lengths make up the whole that is told of them | each of several is told once: *mỗi lần 3 ngày* |
/// | what is in time by one limit is not late by the other | they are of two acts |
/// | anniversaries are as long as the time between their days | years that count both ends |
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let points = proof.points();
    for (at, pair) in points.windows(2).enumerate() {
        let before = at.checked_sub(1).map(|before| &points[before]);
        let told = span(proof, (&pair[0], &pair[1]), before);
        faults.extend(told.or_else(|| put_off(proof, (&pair[0], &pair[1]))));
    }
    for word in ["giai đoạn ", "nhiệm kỳ ", "năm học "] {
        for (at, _) in seek(proof.plain(), word) {
            faults.extend(backwards(proof, at + word.len()));
        }
    }
    for (at, word) in seek(proof.lower(), "tầm nhìn đến ") {
        faults.extend(looks_back(proof, (at, at + word.len())));
    }
    years::check(proof, faults);
    periods::check(proof, faults);
    deadline::check(proof, faults);
    days::check(proof, faults);
    limits::check(proof, faults);
    totals::check(proof, faults);
}

/// *giai đoạn 2030 - 2026*, *nhiệm kỳ 2023 - 2023*: the earlier year stands first.
fn backwards(proof: &Proof, from: usize) -> Option<Diagnostic> {
    let (first, last, rest) = two_years(&proof.plain()[from..])?;
    // School years are held against the length of one.
    let school = proof.plain()[..from].ends_with("năm học ");
    (last < first || (last == first && !school)).then(|| {
        let mut fault = proof.fault("date-span", from..proof.plain().len() - rest.len());
        if last == first {
            fault.message.id = "date-span.same";
        }
        fault.hint_id("date-span.hint.order")
    })
}

/// *giai đoạn 2021 - 2025, tầm nhìn đến năm 2020*: a plan looks beyond its last year.
fn looks_back(proof: &Proof, (at, from): (usize, usize)) -> Option<Diagnostic> {
    let text = proof.plain();
    let head = text[..at].trim_end_matches([' ', ',', ';', '(']);
    let head = head.strip_suffix("và").unwrap_or(head).trim_end_matches([' ', ',']);
    let start = head.len().checked_sub("2025".len())?;
    let (last, behind) = digits(head.get(start..)?, 4)?;
    let (aim, rest) = digits(text[from..].strip_prefix("năm ").unwrap_or(&text[from..]), 4)?;
    (behind.is_empty() && last.min(aim) > 1_900 && aim <= last)
        .then(|| proof.fault("date-span", start..text.len() - rest.len()).hint_id("date-span.hint.order"))
}

/// *lùi thời gian thi từ ngày 6/6 sang ngày 4/6*: what is put off is held later.
fn put_off(proof: &Proof, (one, other): (&Point, &Point)) -> Option<Diagnostic> {
    /// How far before its days the word stands, in bytes.
    const FAR: usize = 90;
    const LINKS: [&str; 4] = ["sang", "sang ngày", "đến ngày", "tới ngày"];
    let lower = proof.lower();
    let link = lower[one.range.end..other.range.start].trim();
    let head = &lower[lower.ceil_char_boundary(one.range.start.saturating_sub(FAR))..one.range.start];
    let clause = head.rsplit(['.', ';', '\n']).next()?;
    let led = ["lùi ", "hoãn "].iter().any(|word| clause.contains(word)) && !clause.contains("sớm");
    let days = one.day.is_some() && other.day.is_some() && one.months.is_some();
    let year = one.year.or(other.year).unwrap_or(2024);
    let (first, last) = (one.first(year)?, other.first(year)?);
    let near = (1..200).contains(&(first.ordinal() - last.ordinal()));
    (led && days && near && LINKS.contains(&link))
        .then(|| proof.fault("date-span", one.range.start..other.range.end).hint_id("date-span.hint.order"))
}

/// *từ ngày 5 đến ngày 8/10*: its order, and what the text says of its length; with the point told before it.
fn span(proof: &Proof, pair: (&Point, &Point), before: Option<&Point>) -> Option<Diagnostic> {
    let text = proof.plain();
    let told = ends(text, pair)?;
    let (one, other, range) = (told.one, told.other, told.range.clone());
    let backwards = || proof.fault("date-span", range.clone()).hint_id("date-span.hint.order");
    if one.day.is_none() {
        let both = one.months.is_some() == other.months.is_some() && other.year.is_some();
        // *từ tháng 1 đến tháng 7/2025*: the last month names the year of both.
        let shared = one.months.zip(other.months).is_some_and(|(one, other)| one.0 < other.1);
        let (begin, end) = (one.first(other.year.filter(|_| shared).unwrap_or(0)).filter(|_| both)?, other.last(0)?);
        return if end < begin { Some(backwards()) } else { counted::of_longer(proof, &told) };
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
    if let Some(month) = before.filter(|point| point.day.is_none() && stands_right_before(text, point, range.start))
        && let (Some((first, last)), true) = (month.months, begin.year() == end.year())
        && !(begin.month()..=end.month()).any(|own| (first..=last).contains(&own))
    {
        let mut fault = proof.fault("date-span", month.range.start..range.end);
        fault.message.id = "date-span.month";
        return Some(fault.with("period", &text[month.range.clone()]).hint_id("date-span.hint.order"));
    }
    counted::of_days(proof, &told, (begin, end)).or_else(|| too_long(proof, &told, (begin, end)))
}

/// *Kỳ họp diễn ra từ ngày 20/5/2023 đến ngày 28/6/2024*: what takes days or weeks does not go on for a year.
fn too_long(proof: &Proof, told: &Ends, (begin, end): (Ymd, Ymd)) -> Option<Diagnostic> {
    const EVENTS: [&str; 14] = [
        "kỳ họp",
        "hội nghị",
        "đại hội",
        "lễ hội",
        "hội chợ",
        "giải ",
        "hội thi",
        "vòng thi",
        "kỳ thi",
        "tuần lễ",
        "đợt thi",
        "khóa tập huấn",
        "triển lãm",
        "festival",
    ];
    /// How long such things may take, in days.
    const LONG: i64 = 300;
    /// How far before its days an event is looked for, in bytes.
    const FAR: usize = 160;
    let lower = proof.lower();
    let floor = lower.ceil_char_boundary(told.range.start.saturating_sub(FAR));
    let head = lower[floor..told.range.start].rsplit(['.', ';', '\n', ':']).next()?;
    let held = ["diễn ra", "tổ chức", "kéo dài", "khai mạc", "thời gian"].iter().any(|word| head.contains(word));
    let event = EVENTS.iter().any(|word| head.contains(word));
    // *(3/2/1930 - 3/2/2025)*: the years of an anniversary.
    let jubilee = told.one.months == told.other.months && told.one.day == told.other.day;
    let years = told.one.year.is_some() && told.other.year.is_some() && !jubilee;
    (held && event && years && end.ordinal() - begin.ordinal() > LONG)
        .then(|| proof.fault("date-span", told.range.clone()).hint_id("date-span.hint.order"))
}

/// *trong tháng 10 (từ ngày 16/9 đến ngày 15/10)*: the month that a span is said to be.
fn stands_right_before(text: &str, point: &Point, start: usize) -> bool {
    text.get(point.range.end..start).is_some_and(|between| matches!(between.trim(), "(" | "(kỳ báo cáo" | "(tính"))
}

fn digits(text: &str, most: usize) -> Option<(u16, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&length).then_some(())?;
    Some((text[..length].parse().ok()?, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans() {
        for (text, told) in [
            ("Đề án giai đoạn 2021 - 2025, tầm nhìn đến năm 2020 của huyện", Some("2025, tầm nhìn đến năm 2020")),
            ("Đề án giai đoạn 2021 - 2025, tầm nhìn đến năm 2035 của huyện", None),
            ("Do mưa lũ, Sở lùi ngày thi từ ngày 6/6 sang ngày 4/6/2024.", Some("6/6 sang ngày 4/6/2024")),
            ("Do mưa lũ, Sở lùi ngày thi từ ngày 6/6 sang ngày 8/6/2024.", None),
            (
                "diễn ra trong 3 ngày, từ ngày 05 đến ngày 08/10/2025 tại",
                Some("3 ngày, từ ngày 05 đến ngày 08/10/2025"),
            ),
            ("diễn ra trong 4 ngày, từ ngày 05 đến ngày 08/10/2025 tại", None),
            ("Thời gian: 02 ngày, từ ngày 20 đến ngày 21 tháng 4 năm 2026", None),
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
            (
                "nhận đơn trong vòng 30 ngày, từ ngày 02/6/2025 đến hết ngày 01/8/2025.",
                Some("30 ngày, từ ngày 02/6/2025 đến hết ngày 01/8/2025"),
            ),
            ("nhận đơn trong vòng 30 ngày, từ ngày 02/6/2025 đến hết ngày 01/7/2025.", None),
            ("Đợt cao điểm 45 ngày xử lý xe quá tải, bắt đầu từ ngày 15/10/2024 đến hết ngày 28/11/2024.", None),
            (
                "Đợt cao điểm 45 ngày xử lý xe quá tải, bắt đầu từ ngày 15/10/2024 đến hết ngày 15/11/2024.",
                Some("45 ngày xử lý xe quá tải, bắt đầu từ ngày 15/10/2024 đến hết ngày 15/11/2024"),
            ),
            (
                "Nắng nóng từ ngày 18/4 đến hết ngày 02/5/2024 kéo dài suốt 25 ngày ở xã",
                Some("từ ngày 18/4 đến hết ngày 02/5/2024 kéo dài suốt 25 ngày"),
            ),
            ("Ban Chấp hành nhiệm kỳ 2023 - 2028; Ban Chấp hành nhiệm kỳ 2022 - 2028", Some("2022 - 2028")),
            ("tuyển sinh năm học 2025 - 2025 tại", Some("2025 - 2025")),
            ("từ ngày 05 đến ngày 08/10/2025 (3 ngày), tại", Some("từ ngày 05 đến ngày 08/10/2025 (3 ngày")),
            (
                "nghỉ từ ngày 25/1 đến hết ngày 02/2/2025, tổng cộng 8 ngày.",
                Some("từ ngày 25/1 đến hết ngày 02/2/2025, tổng cộng 8 ngày"),
            ),
            ("nghỉ từ ngày 25/1 đến hết ngày 02/2/2025, tổng cộng 9 ngày.", None),
            ("chào mừng 80 năm lập nước và kỷ niệm 50 năm Ngày giải phóng tỉnh (31/3/1975 - 31/3/2025)", None),
            (
                "bị tạm giữ 09 ngày, từ ngày 13/6/2020 đến ngày 22/6/2020; bị cách ly trong 14 ngày, từ 1/6 đến 15/6/2020",
                None,
            ),
            (
                "bị tạm giữ 09 ngày, từ ngày 13/6/2020 đến ngày 25/6/2020",
                Some("09 ngày, từ ngày 13/6/2020 đến ngày 25/6/2020"),
            ),
            ("kỷ niệm 70 năm ngày thành lập (27-2-1947 - 27-2-2017)", None),
            (
                "Xã ký hợp đồng 2 tháng với hai thợ, từ ngày 1/2/2025 đến ngày 31/5/2025.",
                Some("2 tháng với hai thợ, từ ngày 1/2/2025 đến ngày 31/5/2025"),
            ),
            ("Xã ký hợp đồng 2 tháng với hai thợ, từ ngày 1/2/2025 đến ngày 31/3/2025.", None),
            ("kéo dài 3 tháng, từ tháng 1 đến tháng 7/2025, ở xã", Some("3 tháng, từ tháng 1 đến tháng 7/2025")),
            ("kéo dài 6 tháng, từ tháng 1 đến tháng 6/2025, ở xã; từ tháng 10 đến tháng 3/2025", None),
            ("thuê 36 (ba mươi sáu) tháng, tính từ ngày 01/4/2023 đến hết ngày 31/3/2026", None),
            ("Kỳ họp diễn ra từ ngày 20/5/2023 đến ngày 28/6/2024.", Some("từ ngày 20/5/2023 đến ngày 28/6/2024")),
            ("Dự án tổ chức từ ngày 20/5/2023 đến ngày 28/6/2024.", None),
            ("từ tháng 9/2023 đến tháng 6/2024; từ năm 2020 đến năm 2025", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
