//! The day a text was put out — *17:12, 30/11/2008* in a line of its own, *Hà Nội, ngày 24 tháng 3 năm 2008* — against what it
//! tells as done and the papers that it cites.

use super::Sentence;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{self, Padding, Point, Ymd};

/// The longest line that is nothing but such a day, in bytes; with an hour it may name the paper too.
const LONG: usize = 60;
const WITH_HOUR: usize = 90;

/// In how many of its first sentences a text shows it.
const FIRST: usize = 12;

/// The words that may stand in it.
const WORDS: [&str; 22] = [
    "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "cập", "ngày", "đăng", "lúc", "gmt", "am", "pm",
    "tháng", "giờ", "phút", "xuất", "bản", "h",
];

/// How many days later a day is a slip and not of the year before.
const LATER: i64 = 90;

/// Words of what is to come.
const TO_COME: [&str; 12] = [
    "sẽ",
    "dự kiến",
    "sắp",
    "kế hoạch",
    "hạn",
    "tới đây",
    "thời gian tới",
    "chuẩn bị",
    "từ ngày",
    "đến ngày",
    "mời",
    "tới sẽ",
];

/// Words of what is done on a day.
#[rustfmt::skip]
const HELD: [&str; 16] = [
    " đã ", "tổ chức", "diễn ra", "khai mạc", "bế mạc", "chủ trì", " họp", "bắt ", "xảy ra", "tiến hành", "thăm",
    "kiểm tra", "làm việc", "ra mắt", " trao ", "phát hiện",
];

/// How far behind a day its deed is looked for, in bytes.
const NEAR: usize = 160;

/// Words of a sentence's first day.
pub(super) const OPENED: [&str; 12] = [
    "ngày",
    "sáng",
    "trưa",
    "chiều",
    "tối",
    "đêm",
    "sáng ngày",
    "chiều ngày",
    "tối ngày",
    "vào ngày",
    "trong ngày",
    "vừa qua, ngày",
];

/// Checks what a dated text tells as done.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let news = find(proof, sentences);
    let Some((at, day)) = news.or_else(|| head(sentences)) else { return };
    for sentence in &sentences[at + 1..] {
        let done = |point: &&Point| {
            let lead = sentence.before(point.range.start);
            let clause = lead.rsplit(',').next().unwrap_or_default().trim();
            let opened = OPENED.contains(&lead.trim()) || (lead.contains(',') && OPENED.contains(&clause));
            if opened_by(lead) {
                return !TO_COME.iter().any(|word| lead.contains(word));
            }
            let behind = sentence.behind(point.range.end);
            let behind = &behind[..behind.ceil_char_boundary(NEAR.min(behind.len()))];
            // An official paper plans as often as it reports.
            let words = if news.is_some() && OPENED.contains(&lead.trim()) { &HELD[..] } else { &HELD[..1] };
            let to_come = TO_COME.iter().any(|word| lead.contains(word) || behind.contains(word));
            opened && !to_come && words.iter().any(|word| behind.contains(word))
        };
        let days = sentence.points.iter().filter(|point| point.day.is_some() && point.months.is_some());
        let Some(point) = days.take(2).find(done) else { continue };
        let Some(told) = point.first(day.year()) else { continue };
        if (1..=LATER).contains(&(told.ordinal() - day.ordinal())) {
            let mut fault = proof.fault("time-course", point.range.clone()).with("day", day.numeric(Padding::Padded));
            fault.message.id = "time-course.put-out";
            faults.push(fault.hint_id("time-course.hint.papers"));
        }
    }
}

/// *cùng ký ngày 16/9/2017*, *được phê duyệt vào ngày 3/5*: whether what stands right before a day is done on it.
pub(super) fn opened_by(lead: &str) -> bool {
    const SURE: [&str; 8] = [" ký", "ban hành", "xảy ra", "phê duyệt", "thông qua", "qua đời", "từ trần", "khởi tố"];
    let mut head = lead.trim_end();
    while let Some(rest) = ["ngày", "vào", "sáng", "chiều", "hôm"].iter().find_map(|word| head.strip_suffix(word))
    {
        head = rest.trim_end();
    }
    SURE.iter().any(|word| head.ends_with(word))
}

/// *Tân An, ngày 10 tháng 6 năm 2024*: the place and the day of an official paper.
pub(super) fn head(sentences: &[Sentence]) -> Option<(usize, Ymd)> {
    sentences.iter().take(FIRST).enumerate().find_map(|(at, sentence)| {
        let [point] = sentence.points else { return None };
        let lead = sentence.before(point.range.start).trim_end().strip_suffix("ngày")?.trim_end().strip_suffix(',')?;
        let place = !lead.contains([',', ':', '.']) && (1..=6).contains(&lead.split_whitespace().count());
        let alone = sentence.behind(point.range.end).trim().trim_end_matches('.').is_empty();
        let day = point.first(point.year?)?;
        (place && alone && point.day.is_some()).then_some((at, day))
    })
}

/// *(Tin ngày 10/9/2017) - Vừa qua, …*, *(28/04/2021) - Sáng 27/4, …*: the day in the bracket with which a text opens.
pub(super) fn leading(sentence: &Sentence) -> Option<Ymd> {
    const OPENS: [&str; 7] = ["(", "(tin", "(tin ngày", "(cập nhật", "(cập nhật ngày", "(đăng ngày", "(ngày"];
    let point = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some())?;
    let plain = OPENS.contains(&sentence.before(point.range.start).trim());
    let goes_on = sentence.behind(point.range.end).strip_prefix(')').is_some_and(|rest| !rest.trim().is_empty());
    (plain && goes_on).then(|| point.first(point.year?))?
}

/// The line that shows the day, and the day.
pub(super) fn find(proof: &Proof, sentences: &[Sentence]) -> Option<(usize, Ymd)> {
    let first = sentences.iter().take(FIRST);
    let mut lines = first.enumerate().filter_map(|(at, sentence)| Some((at, stamp(proof, sentence)?)));
    let (line, next) = (lines.next(), lines.next());
    // Several such lines are the days of a calendar.
    let line = if next.is_none() { line } else { return None };
    line.or_else(|| Some((0, leading(sentences.first()?)?)))
}

/// The day of a line that tells nothing else, with an hour, a weekday or the word *ngày*; with an hour the paper may be named
/// before it: *Báo Quê, 10:06, ngày 26/06/2013*.
fn stamp(proof: &Proof, sentence: &Sentence) -> Option<Ymd> {
    let line = proof.plain()[sentence.range.clone()].trim();
    (line.len() <= WITH_HOUR).then_some(())?;
    let told = date::find(line).into_iter().next()?;
    let mut words = sentence.lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let own = sentence.lower.trim_start();
    let hour = line.contains(':') && line.split(':').any(|piece| piece.ends_with(|c: char| c.is_ascii_digit()));
    let clock = line.contains(':') || own.contains("thứ ") || own.contains("chủ nhật");
    let clock = clock || ["ngày ", "đăng ngày", "cập nhật"].iter().any(|word| own.starts_with(word));
    let bare = line.len() <= LONG && words.all(|word| WORDS.contains(&word));
    // A line of its own without a verb.
    let named =
        hour && line.ends_with(|c: char| c.is_ascii_digit()) && told.range.end == line.len() && !own.contains(" họp");
    ((clock && bare) || named).then(|| told.day.ok())?
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn days_of_putting_out() {
        for (text, told) in [
            ("Trao thưởng xổ số\n17:12, 30/11/2008\nChiều 1-12, ban đã tổ chức trao thưởng.\n", Some("1-12")),
            ("Trao thưởng xổ số\n17:12, 02/12/2008\nChiều 1-12, ban đã tổ chức trao thưởng.\n", None),
            ("Trao thưởng xổ số\n17:12, 30/11/2008\nChiều 1-12, ban sẽ tổ chức trao thưởng.\n", None),
            ("Trao thưởng xổ số\nThứ Hai, 05/01/2009\nChiều 30/12, ban đã tổ chức trao thưởng.\n", None),
            ("Đăng ngày 12/5/2024\nSáng 14/5/2024, huyện tổ chức hội nghị.\n", Some("14/5/2024")),
            ("Đăng ngày 12/5/2024\nSáng 14/5/2024, huyện sẽ tổ chức hội nghị.\n", None),
            (
                "(Tin ngày 10/9/2017) - Bộ đã xếp hạng ba đình. Cả ba quyết định cùng ký ngày 16/9/2017.",
                Some("16/9/2017"),
            ),
            ("(Tin ngày 10/9/2017) - Bộ đã xếp hạng ba đình. Cả ba quyết định cùng ký ngày 06/9/2017.", None),
            ("(Tin ngày 10/9/2017) - Bộ đã xếp hạng ba đình. Đề án dự kiến được ký ngày 16/9/2017.", None),
            (
                "(Cập nhật ngày 21/10/2021) Căn cứ Công văn số 80/UBND-KT ngày 18/11/2021 của huyện, xã ra lịch thời vụ.",
                Some("18/11/2021"),
            ),
            (
                "(Cập nhật ngày 21/10/2021) Căn cứ Công văn số 80/UBND-KT ngày 18/10/2021 của huyện, xã ra lịch thời vụ.",
                None,
            ),
            (
                "Số: 45/BC-UBND\nTân An, ngày 10 tháng 6 năm 2024\nThực hiện kế hoạch của huyện, ngày 15/6/2024, xã đã mở hội.\n",
                Some("15/6/2024"),
            ),
            ("Số: 45/KH-UBND\nTân An, ngày 10 tháng 6 năm 2024\nSáng 15/6/2024: tổ chức hội thi.\n", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
