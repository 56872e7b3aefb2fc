//! Days told one by one, and years in the Party — *trong hai ngày 14, 15 và 16/8*; *Huy hiệu 60 năm tuổi Đảng*.

use std::ops::Range;

use super::counted::counted;
use super::digits;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Ymd};
use crate::viet::seek::seek;

/// Checks each count of days with the days behind it, lists of days of one weekday, days without their month, and each
/// badge with the year of joining.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, word) in seek(proof.plain(), " ngày ") {
        let from = at + word.len();
        faults.extend(nights(proof, from));
        // *02 ngày (13, 14 và 15/5)*, *hai ngày, 14 và 15/5*
        let own = &proof.plain()[from..];
        // *trong ba ngày Quốc tang (ngày 26 và 27/9)*: a few words between the count and its bracket.
        let open = own.find(['(', '.', ',', ';', '\n']).filter(|open| own[*open..].starts_with('('));
        let named = open.filter(|open| {
            let listed = own[*open..].split(')').next().is_some_and(|days| days.contains(" và "));
            listed && own[..*open].split_whitespace().count() <= WORDS
        });
        let bare = named.map_or(own, |open| &own[open..]).trim_start_matches(['(', ' ', ':']);
        let bare = bare.strip_prefix("các ").unwrap_or(bare);
        let bare = ["liền ", "liên tục ", "liên tiếp "].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
        let bare = bare.strip_prefix("ngày ").unwrap_or(bare);
        // *hai ngày rưỡi (16, 17 và 18/7)*
        let bare = bare.strip_prefix("rưỡi ").map_or(bare, |rest| rest.trim_start_matches('('));
        faults.extend(listed(proof, (from, proof.plain().len() - bare.len())));
    }
    let mut years: Vec<u16> = proof.points().iter().filter_map(|point| point.year).collect();
    years.sort_unstable();
    years.dedup();
    let year = if let [year] = years[..] { Some(year) } else { None };
    for (at, word) in seek(proof.lower(), "ngày ") {
        faults.extend(without_month(proof, at + word.len()));
        of_one_weekday(proof, at + word.len(), faults);
        faults.extend(year.and_then(|year| of_a_month(proof, at + word.len(), year)));
    }
    for (at, word) in seek(proof.plain(), "Huy hiệu ") {
        faults.extend(years_in_the_party(proof, at, at + word.len()));
    }
}

/// *3 ngày 2 đêm*: a night more or less than the days.
fn nights(proof: &Proof, end: usize) -> Option<Diagnostic> {
    let text = proof.plain();
    let (said, days) = counted(text, end)?;
    let rest = text[end..].strip_prefix(['-', '–', ',']).unwrap_or(&text[end..]).trim_start();
    let (nights, behind) = digits(rest, 2)?;
    let nights = i64::from(nights);
    (behind.starts_with(" đêm") && nights > 0 && (days - nights).abs() > 1).then(|| {
        let mut fault = proof.fault("date-span", said.start..text.len() - behind.len() + " đêm".len());
        fault.message.id = "date-span.nights";
        fault.hint_id("date-span.hint.nights")
    })
}

/// The most words between a count of days and the bracket that lists them.
const WORDS: usize = 4;

/// *hai ngày 14, 15 và 16/8*: as many days as are told.
fn listed(proof: &Proof, (end, from): (usize, usize)) -> Option<Diagnostic> {
    let text = proof.plain();
    let (said, count) = counted(text, end)?;
    // *hai ngày rưỡi* takes three days.
    let half = text[end..from].starts_with("rưỡi");
    let said = said.start..if half { end + "rưỡi".len() } else { said.end };
    let count = count + i64::from(half);
    let (mut days, mut rest) = (0_i64, &text[from..]);
    let mut last = 0;
    loop {
        let (day, after) = digits(rest, 2)?;
        days += 1;
        let joint = [", ", " và ", " - ", "-", " – "].into_iter().find(|joint| after.starts_with(joint));
        // *2 và 3-6*: behind the last of a list the dash joins a month.
        if let Some(month) = after.strip_prefix('-').filter(|_| last > 0 && last < day)
            && let Some((_, behind)) = digits(month, 2).filter(|(month, _)| (1..=12).contains(month))
            && (!behind.starts_with(['/', ' ']) || !behind[1..].starts_with(|c: char| c.is_ascii_digit()))
            && !behind.starts_with(" tháng")
        {
            rest = month;
            break;
        }
        // A span counts all its days.
        if let Some(joint) = joint {
            rest = &after[joint.len()..];
            if joint.contains(['-', '–']) {
                days += i64::from(digits(rest, 2)?.0) - i64::from(day) - 1;
            }
            last = day;
            continue;
        }
        let month = after.strip_prefix('/').or_else(|| after.strip_prefix(" tháng "));
        let month = month.or_else(|| after.strip_prefix('.'))?;
        rest = month;
        let ordered = day > last && days > 1;
        (ordered && digits(month, 2).is_some()).then_some(())?;
        break;
    }
    let length = rest.find(|c: char| !(c.is_ascii_digit() || "/-.".contains(c))).unwrap_or(rest.len());
    let length = rest[..length].trim_end_matches(['/', '-', '.']).len();
    let end = text.len() - rest.len() + length;
    // *ba ngày liền 27, 28 và 30/6*: days on end leave none out.
    let on_end = ["liền", "liên tục", "liên tiếp"].iter().any(|word| text[said.end..from].contains(word));
    let gap = on_end && !consecutive(&text[from..end]);
    (days != count || gap).then(|| {
        let fault = proof.fault("date-span", said.start..end).with("said", &text[said]);
        let mut fault = fault.with("days", days).with("span", &text[from..end]);
        fault.message.id = "date-span.count";
        fault.hint(Message::new("date-span.hint").with("days", days))
    })
}

/// Whether the days of a list follow one another: *14, 15 và 16/8*.
fn consecutive(list: &str) -> bool {
    let (days, _) = run(list, 0);
    days.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1)
}

/// Days right behind one another: *27,28*, *05; 11; 18; 25*, each with its place, and what follows.
fn run(text: &str, from: usize) -> (Vec<(Range<usize>, u16)>, &str) {
    const JOINTS: [&str; 7] = [", ", "; ", ",", ";", " và ", "-", " - "];
    let (mut days, mut rest) = (Vec::new(), &text[from..]);
    while let Some((day, after)) = digits(rest, 2).filter(|(day, _)| (1..=31).contains(day)) {
        let start = text.len() - rest.len();
        days.push((start..text.len() - after.len(), day));
        let next = JOINTS.iter().find_map(|joint| after.strip_prefix(joint)).filter(|next| digits(next, 2).is_some());
        rest = next.unwrap_or(after);
        if next.is_none() {
            break;
        }
    }
    (days, rest)
}

/// *ngày 27,28/2023*: a year right behind the day.
fn without_month(proof: &Proof, from: usize) -> Option<Diagnostic> {
    let text = proof.plain();
    let (days, rest) = run(text, from);
    let (year, behind) = digits(rest.strip_prefix('/')?, 4).filter(|(year, _)| (1990..=2100).contains(year))?;
    let ended = !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-'));
    // *ngày 9/2023* may be a month that is called a day: the word is wrong, not the figures.
    let (_, last) = days.last().filter(|(_, last)| ended && *last > 12)?;
    let end = text.len() - behind.len();
    let mut fault = proof.fault("date-impossible", from..end);
    fault.message.id = "date-impossible.no-month";
    Some(fault.hint(Message::new("date-impossible.hint.no-month").with("day", last).with("year", year)))
}

/// The longest bracket with the name of a weekday, in letters.
const WEEKDAY: usize = 60;

/// *Tháng 10: Ngày 18 (thứ Năm)*, *Tháng 7: …, ngày 03; 10; 17 (Thứ 5)*: days of the month that opens their line, in the one year
/// that the text tells.
fn of_a_month(proof: &Proof, from: usize, year: u16) -> Option<Diagnostic> {
    /// How far before its days the month stands, in bytes.
    const FAR: usize = 120;
    let (text, lower) = (proof.plain(), proof.lower());
    let (days, rest) = run(text, from);
    let behind = rest.trim_start();
    let (told, length) = date::weekday_behind(rest).filter(|_| behind.starts_with('('))?;
    let floor = lower.ceil_char_boundary(from.saturating_sub(FAR));
    let head = &lower[floor..from];
    let head = &head[head.rfind([';', '\n', '.']).map_or(0, |stop| stop + 1)..];
    let (month, label) = digits(head.trim_start_matches([' ', '-', '+', '*']).strip_prefix("tháng ")?, 2)?;
    label.starts_with([':', ',', ' ', '/']).then_some(())?;
    let day = |day: u16| Ymd::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok();
    let wrong = days.iter().filter(|(_, number)| day(*number).is_some_and(|day| day.weekday() != told)).count();
    let right = day(days.first()?.1)?.weekday();
    (wrong == days.len()).then(|| {
        let range = days.first().map_or(from, |(range, _)| range.start)..text.len() - rest.len() + length;
        let hint = Message::new("date-weekday.hint").with("right", right.words());
        proof.fault("date-weekday", range).hint(hint)
    })
}

/// *Ngày 05; 11; 18; 25 (thứ Năm)*: days of one weekday in one month are whole weeks apart.
fn of_one_weekday(proof: &Proof, from: usize, faults: &mut Vec<Diagnostic>) {
    let (days, rest) = run(proof.plain(), from);
    if days.len() < 4 {
        return;
    }
    let behind = proof.lower()[proof.text.len() - rest.len()..].trim_start();
    let behind = &behind[..behind.char_indices().nth(WEEKDAY).map_or(behind.len(), |(far, _)| far)];
    let named = behind.starts_with("(thứ ") || behind.starts_with("(chủ nhật");
    let rising = days.windows(2).all(|pair| pair[0].1 < pair[1].1);
    if !named || !rising || behind[1..].split(')').next().is_some_and(|names| names.contains([',', ';'])) {
        return;
    }
    let same = |day: u16| days.iter().filter(|(_, other)| other % 7 == day % 7).count();
    // One slip among days that agree; else the bracket names more than one weekday in a way of its own.
    let off: Vec<_> = days.iter().filter(|(_, day)| same(*day) + 1 < days.len()).collect();
    if let [(range, _)] = off[..] {
        let mut fault = proof.fault("date-weekday", range.clone());
        fault.message.id = "date-weekday.listed";
        faults.push(fault.hint_id("date-weekday.hint.listed"));
    }
}

/// *Huy hiệu 60 năm tuổi Đảng … được kết nạp vào Đảng ngày 19/5/1975*: as many years as have passed.
fn years_in_the_party(proof: &Proof, start: usize, from: usize) -> Option<Diagnostic> {
    const WIDE: usize = 260;
    let text = proof.plain();
    let year = proof.day.filter(|_| proof.dated).map(Ymd::year)?;
    let (said, rest) = digits(&text[from..], 2)?;
    let rest = rest.strip_prefix(" năm tuổi Đảng")?;
    let end = text.len() - rest.len();
    let far = rest.char_indices().nth(WIDE).map_or(rest.len(), |(far, _)| far);
    let near = rest[..far].split('\n').next()?;
    // Of several badges in one sentence nobody can say whose year it is.
    (!near.contains("Huy hiệu")).then_some(())?;
    let joined = near.find("kết nạp").or_else(|| near.find("vào Đảng"))?;
    let admitted = near[joined..].split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4)?;
    let right = year.checked_sub(admitted.parse().ok()?)?;
    (right.abs_diff(said) > 1 && right < 100).then(|| {
        let mut fault = proof.fault("date-span", start..end).with("admitted", admitted).with("years", right);
        fault.message.id = "date-span.badge";
        fault.hint(Message::new("date-span.hint.years").with("years", right))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_badges() {
        for (text, told) in [
            ("Trong hai ngày 14, 15 và 16/8, Đoàn", Some("hai ngày 14, 15 và 16/8")),
            ("Trong ba ngày 14, 15 và 16/8, Đoàn", None),
            ("Trong ba ngày Quốc tang (ngày 26 và 27/9/2018), các", Some("ba ngày Quốc tang (ngày 26 và 27/9/2018")),
            ("Trong hai ngày Quốc tang (ngày 26 và 27/9/2018), các", None),
            ("Trong hai ngày 14 và 15/5, Đoàn", None),
            ("Trong 3 ngày 14 và 15-5-2025, Đoàn", Some("3 ngày 14 và 15-5-2025")),
            ("Trong 3 ngày 14 và 15.5, Đoàn", Some("3 ngày 14 và 15.5")),
            ("Trong 2 ngày 14 và 15-5, Đoàn", None),
            ("Trong 4 ngày 1, 5-7/8, Đoàn", None),
            ("Phun trong ba ngày liền 27, 28 và 30/6.", Some("ba ngày liền 27, 28 và 30/6")),
            ("Phun trong ba ngày liền 27, 28 và 29/6.", None),
            ("Lịch tiếp dân năm 2019: Tháng 9: Ngày 18 (thứ Tư); Tháng 10: Ngày 18 (thứ Năm);", Some("18 (thứ Năm")),
            ("Lịch tiếp dân năm 2019: Tháng 9: Ngày 18 (thứ Tư); Tháng 10: Ngày 18 (thứ Sáu);", None),
            ("Lịch năm 2025. Tháng 10: Ông Tư, ngày 03; 10; 17; 24; 31 (Thứ 5).", Some("03; 10; 17; 24; 31 (Thứ 5")),
            ("Lịch năm 2025. Tháng 10: Ông Tư, ngày 02; 09; 16; 23; 30 (Thứ 5).", None),
            ("trong 2 ngày 14 - 16/8/2025, Đoàn", Some("2 ngày 14 - 16/8/2025")),
            ("trong 3 ngày 14 - 16/8/2025, Đoàn", None),
            ("họp ngày 14, 15 và 16/8", None),
            ("Chuyến đi dài 5 ngày 2 đêm, đoàn", Some("5 ngày 2 đêm")),
            ("Chuyến đi dài 3 ngày 2 đêm, đoàn", None),
            ("họp trong hai ngày rưỡi (17 và 18/7), và", Some("hai ngày rưỡi (17 và 18/7")),
            ("họp trong hai ngày rưỡi (16, 17 và 18/7), và", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, Ymd::new(2026, 6, 30).ok()), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
