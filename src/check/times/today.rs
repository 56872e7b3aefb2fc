//! *Sáng nay, chiều qua, dự kiến*: what a text says of its own day, against the day that it shows.

use std::ops::Range;

use super::{Sentence, stamp};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Padding, Point, Ymd};

/// Parts of the day before *nay* and *qua*.
const PARTS: [&str; 6] = ["sáng", "trưa", "chiều", "tối", "hôm", "ngày hôm"];

/// Texts are put out some days late; so many days make *sáng nay* another day.
const LATE: i64 = 7;

/// Days that two in one sentence may lie apart.
const APART: i64 = 3;

/// How long ago a day that is still ahead may have been, to be a slip and not of the year to come.
const AGO: i64 = 90;

/// Words of what was once to come, or is told by somebody.
#[rustfmt::skip]
const ONCE: [&str; 15] = [
    "ban đầu", "trước đó", "trước đây", "lùi", "hoãn", "đã dự kiến", "từng", "thay vì", "hứa", "hẹn", "khai nhận",
    "kể từ", "tính từ", "khi đó", "lẽ ra",
];

/// Words of a plan.
const PLANNED: [&str; 2] = ["dự kiến", "sẽ "];

/// What is planned for a day.
#[rustfmt::skip]
const HELD: [&str; 22] = [
    "diễn ra", "tổ chức", "khai mạc", "bế mạc", "bắt đầu", "kết thúc", "tiến hành", "khởi công", "khánh thành",
    "hoàn thành", "bàn giao", "họp", "ngừng", "công bố", "trao", "thi ", "nhập học", "phát động", "ra mắt",
    "thông xe", "mở ", "ra quân",
];

/// How far behind the word of a plan its day stands, in bytes.
const FAR: usize = 150;

/// So many points of the sentence that shows the day are looked at.
const MANY: usize = 12;

/// A day of a text, as far as it is told.
struct Own {
    day: Ymd,
    /// How many days before it *sáng nay* may be, where the text is known to be of that day: a line of its own shows it, or
    /// *sáng nay (25/6)* does.
    late: Option<i64>,
}

/// Checks the sentences behind the one that shows the day of the text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    for sentence in sentences {
        faults.extend(opened(proof, sentence).or_else(|| next_day(proof, sentence)));
    }
    called_late(proof, sentences, faults);
    let Some((at, own)) = own_day(proof, sentences) else { return };
    let mut last = own.day;
    if let Some(late) = own.late {
        for sentence in &sentences[at..] {
            faults.extend(sentence.points.iter().find_map(|point| of_today(proof, sentence, (point, own.day, late))));
        }
    }
    // *Chiều 27/3, thông tin trước đại hội, … cho biết: đại hội sẽ diễn ra từ ngày 7 đến 9/3*
    let own_points = sentences[at].points.iter().skip(1);
    faults.extend(own_points.take(MANY).find_map(|point| ahead(proof, &sentences[at], (point, last))));
    for sentence in &sentences[at + 1..] {
        // A text that goes on to another day plans from there.
        last = opening(sentence).and_then(|(_, point)| point.first(own.day.year())).unwrap_or(last);
        faults.extend(sentence.points.iter().find_map(|point| ahead(proof, sentence, (point, last))));
    }
}

/// The sentence that shows the day of a text, and the day.
pub(super) fn shown(proof: &Proof, sentences: &[Sentence]) -> Option<(usize, Ymd)> {
    own_day(proof, sentences).map(|(at, own)| (at, own.day))
}

/// The day that a line shows, else the whole day with which one of the first sentences opens.
fn own_day(proof: &Proof, sentences: &[Sentence]) -> Option<(usize, Own)> {
    if let Some((at, day)) = stamp::find(proof, sentences) {
        return Some((at, Own { day, late: Some(LATE) }));
    }
    // The year of the first day or month that has one.
    let compared = |point: &Point| proof.lower()[..point.range.start].trim_end().ends_with("so với");
    let months = proof.points().iter().filter(|point| point.months.is_some() && !compared(point));
    let dated = months.into_iter().find_map(|point| point.year);
    let year = dated.or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let now = |sentence: &Sentence| {
        sentence.points.iter().find_map(|point| led(sentence, point, "nay").and_then(|_| point.first(year)))
    };
    if let Some((at, day)) = sentences.iter().take(4).enumerate().find_map(|(at, one)| Some((at, now(one)?))) {
        return Some((at, Own { day, late: Some(0) }));
    }
    // Behind a title and a place.
    let mut first = sentences.iter().take(4).enumerate();
    let (at, point) = first.find_map(|(at, one)| opening(one).map(|(_, point)| (at, point)))?;
    Some((at, Own { day: point.first(year)?, late: None }))
}

/// *Sáng 14/8, …*: the day with which a sentence opens, and the words before it.
fn opening<'s>(sentence: &'s Sentence) -> Option<(&'s str, &'s Point)> {
    let point = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some())?;
    let head = sentence.before(point.range.start).trim();
    stamp::OPENED.contains(&head).then_some((head, point))
}

/// The words right before a day, *ngày* and brackets aside: *sáng nay*, *chiều qua*.
fn led<'s>(sentence: &'s Sentence, point: &Point, word: &str) -> Option<(Range<usize>, &'s str)> {
    let head = sentence.before(point.range.start).trim_end_matches([' ', '(', ',']);
    let head = head.strip_suffix("ngày").unwrap_or(head).trim_end_matches([' ', '(', ',']);
    let rest = head.strip_suffix(word)?.strip_suffix(' ')?;
    // *7 ngày qua*, *ngày nay* are no days.
    let part = PARTS.into_iter().chain((word == "mai").then_some("ngày")).find(|part| rest.ends_with(part))?;
    let start = sentence.range.start + rest.len() - part.len();
    (point.day.is_some() && point.months.is_some()).then_some((start..point.range.end, part))
}

/// *Sáng 14/8, Cục cho biết, đến 8h sáng nay (14/9)*: two days for one morning.
fn opened(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let (_, first) = opening(sentence)?;
    let now = sentence.points[1..].iter().find_map(|point| Some((point, led(sentence, point, "nay")?.0)));
    let (point, range) = now?;
    let year = point.year.or(first.year).unwrap_or(2024);
    let (one, other) = (first.first(year)?, point.first(year)?);
    let apart = (one.ordinal() - other.ordinal()).abs();
    (APART < apart && apart < 300).then(|| fault(proof, "time-course.today", (range, one)))
}

/// *cập nhật ngày 31/12/2023, nhiều nơi không mất điện vào ngày mai (1/1/2023)*: beside a whole day of the same sentence.
fn next_day(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let first = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some())?;
    sentence.points[1..].iter().find_map(|point| {
        let (range, right) = [("mai", 1), ("qua", -1)]
            .into_iter()
            .find_map(|(word, right)| Some((led(sentence, point, word)?.0, right)))?;
        let year = first.year.or(point.year).unwrap_or(2024);
        let (one, other) = (first.first(year)?, point.first(year)?);
        let off = (other.ordinal() - one.ordinal() - right).abs();
        // Without a year, the day before New Year's day is of the year before.
        (off > APART && (point.year.is_some() || off < 300)).then(|| fault(proof, "time-course.today", (range, one)))
    })
}

/// *22/12/2015 … Chiều qua (22/12)*: *nay* is the day of the text or a little before it, *qua* is before it.
fn of_today(proof: &Proof, sentence: &Sentence, (point, day, late): (&Point, Ymd, i64)) -> Option<Diagnostic> {
    let told = point.first(day.year())?;
    let passed = day.ordinal() - told.ordinal();
    let year_end = passed.abs() > 300;
    let now = led(sentence, point, "nay").filter(|_| !(0..=late).contains(&passed));
    let past = || led(sentence, point, "qua").filter(|_| passed <= 0 || passed > late.max(1));
    let next =
        || led(sentence, point, "mai").filter(|_| !(-1..late.max(1)).contains(&passed) || (late == 0 && passed == 0));
    let (range, _) = now.or_else(past).or_else(next)?;
    (!year_end).then(|| fault(proof, "time-course.today", (range, day)))
}

/// *Sáng 24/5/2023 … sẽ tổ chức vào ngày 8/5/2023*: what is planned lies ahead of the day told last.
fn ahead(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    let head = sentence.before(point.range.start);
    let (at, planned) = PLANNED.iter().filter_map(|word| Some((head.rfind(word)?, *word))).max()?;
    let between = &head[at + planned.len()..];
    let start = sentence.range.start + at;
    let held = planned == "dự kiến" || HELD.iter().any(|word| between.contains(word));
    // The first day behind the word is the one that is planned; in a list the last names the month.
    let mut days = sentence.points.iter().filter(|other| other.range.start > start && other.months.is_some());
    let first = days.next().is_some_and(|first| first == point);
    let once = ONCE.iter().any(|word| sentence.lower.contains(word));
    // *dự kiến tăng 7,5% (cùng kỳ quý I/2024 tăng 6,3%)*
    let compared = ["cùng kỳ", "so với"].iter().any(|word| head.trim_end().ends_with(word));
    (held && first && !once && !compared && between.len() < FAR && !between.contains([';', '\n'])).then_some(())?;
    // Told of another day, it is planned from that one on.
    let other = sentence.points.iter().rfind(|other| other.range.end <= start && other.day.is_some());
    let day = other.and_then(|other| other.first(day.year())).unwrap_or(day);
    let told = point.last(day.year())?;
    let ago = day.ordinal() - told.ordinal();
    let exact = point.day.is_some() || point.year.is_some();
    // Without a year it may be a day of the year to come.
    let past = (1..=AGO).contains(&ago) || point.year.is_some() && ago > 0;
    (exact && past).then(|| fault(proof, "time-course.ahead", (point.range.clone(), day)))
}

/// *Thời gian: 14 giờ, ngày 10 tháng 5 năm 2024* of an invitation or a notice that is of a later day.
fn called_late(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    const CALLS: [&str; 6] = ["giấy mời", "kính mời", "triệu tập", "kế hoạch", "kính gửi", "tuyển dụng"];
    const TOLD: [&str; 5] = ["báo cáo kết", "kết luận", "biên bản", "đã ", "kết quả"];
    const HEAD: usize = 14;
    let Some((line, day)) = stamp::head(sentences) else { return };
    let first = || sentences.iter().take(HEAD).map(|sentence| sentence.lower);
    if !first().any(|own| CALLS.iter().any(|word| own.contains(word)))
        || first().any(|own| TOLD[..3].iter().any(|word| own.contains(word)))
    {
        return;
    }
    for sentence in &sentences[line + 1..] {
        let own = sentence.lower.trim_start_matches(|c: char| !c.is_alphabetic());
        let timed = own.starts_with("thời gian") || own.starts_with("hạn ");
        let Some(point) = sentence.points.iter().rfind(|point| point.day.is_some() && point.months.is_some()) else {
            continue;
        };
        let told = point.first(day.year()).map(|told| day.ordinal() - told.ordinal());
        let plain = timed && !TOLD.iter().any(|word| own.contains(word));
        if plain && told.is_some_and(|ago| (1..=AGO).contains(&ago)) {
            faults.push(fault(proof, "time-course.ahead", (point.range.clone(), day)));
        }
    }
}

fn fault(proof: &Proof, id: &'static str, (range, day): (Range<usize>, Ymd)) -> Diagnostic {
    let mut fault = proof.fault("time-course", range).with("day", day.numeric(Padding::Padded));
    fault.message.id = id;
    fault.hint_id("time-course.hint.papers")
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn days_of_a_text_itself() {
        for (text, told) in [
            ("Hội nghị\nNgày 19-02-2021\nSáng nay ngày 8/2/2021, xã họp.", Some("Sáng nay ngày 8/2/2021")),
            ("Hội nghị\nNgày 09-02-2021\nSáng nay ngày 8/2/2021, xã họp.", None),
            ("22/12/2015 | 10:52 AM\nChiều qua (22.12), xã gặp mặt.", Some("Chiều qua (22.12")),
            ("22/12/2015 | 10:52 AM\nChiều qua (21.12), xã gặp mặt.", None),
            ("Sáng nay (25/6), tàu về. Đến 9 giờ sáng qua (23/6), tàu cứu người.", Some("sáng qua (23/6")),
            ("Sáng nay (25/6), tàu về. Đến 9 giờ sáng qua (24/6), tàu cứu người.", None),
            ("Sáng 14/8, Cục cho biết, đến 8h sáng nay (14/9), có", Some("sáng nay (14/9")),
            ("Sáng 14/9, Cục cho biết, đến 8h sáng nay (14/9), có", None),
            ("Hôm nay, ngày 10/8/2025, xã họp. Ngày mai (12/8/2025), đoàn đi.", Some("Ngày mai (12/8/2025")),
            ("Hôm nay, ngày 10/8/2025, xã họp. Ngày mai (11/8/2025), đoàn đi.", None),
            ("Theo tin ngày 31/12/2023, không nơi nào mất điện vào ngày mai (1/1/2023).", Some("ngày mai (1/1/2023")),
            ("Theo tin ngày 31/12/2023, không nơi nào mất điện vào ngày mai (1/1/2024).", None),
            ("Theo tin ngày 31/12/2023, không nơi nào mất điện vào ngày mai (1/1).", None),
            ("Hôm nay, ngày 10/8/2025, xã họp. Hôm qua, 8/8, mưa to.", Some("Hôm qua, 8/8")),
            ("Hôm nay, ngày 10/8/2025, xã họp. Hôm qua, 9/8, mưa to; hôm qua, 8/10 thôn mất điện.", None),
            ("Sáng 24/5/2023, huyện họp. Đại hội dự kiến tổ chức vào ngày 8/5/2023.", Some("8/5/2023")),
            ("Chiều 27-3, hội cho biết: đại hội sẽ khai mạc từ ngày 7 đến 9-3-2017 tại huyện.", Some("7")),
            ("Chiều 27-2, hội cho biết: đại hội sẽ khai mạc từ ngày 7 đến 9-3-2017 tại huyện.", None),
            ("Sáng 24/5/2023, huyện họp. Đại hội dự kiến tổ chức vào ngày 8/6/2023.", None),
            ("Sáng 01/4/2025, xã họp. Quý I, giá trị dự kiến tăng 7,5% (cùng kỳ quý I/2024 tăng 6,3%).", None),
            ("Sáng 24/5/2023, huyện họp. Ban đầu đại hội dự kiến tổ chức vào ngày 8/5/2023.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
