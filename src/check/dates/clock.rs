//! Times of day against what is said of them — *Sáng 14/5, đúng 14 giờ*; *từ 13 giờ 30 đến 10 giờ 30*.

use std::ops::Range;

use super::turns::{answered_before, backwards, ends_early, out_of_turn};
use super::{hours, passed, programme, steps};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;

/// Parts of the day with the hours they may have: counted to 24, and to 12.
const PARTS: [(&str, &[u8]); 5] = [
    ("sáng", &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    ("trưa", &[10, 11, 12, 13, 1]),
    ("chiều", &[12, 13, 14, 15, 16, 17, 18, 1, 2, 3, 4, 5, 6]),
    ("tối", &[17, 18, 19, 20, 21, 22, 23, 5, 6, 7, 8, 9, 10, 11]),
    ("đêm", &[18, 19, 20, 21, 22, 23, 24, 0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12]),
];

/// Words that may stand between a part of the day and its hour.
const BETWEEN: [&str; 22] = [
    "ngày", "nay", "mai", "qua", "cùng", "lúc", "vào", "hồi", "đúng", "từ", "khoảng", "bắt", "đầu", "thứ", "hai", "ba",
    "tư", "năm", "sáu", "bảy", "tháng", "cụ",
];

/// How far before its hour a part of the day is looked for, in letters.
pub(super) const FAR: usize = 48;

/// An hour of a text.
pub struct Clock {
    /// Where it stands.
    pub range: Range<usize>,
    /// From 0 to 24, as it is written: *2 giờ chiều* is 2.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
}

/// Checks each hour with its part of the day, and each span of hours.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let clocks = find(proof.plain());
    for clock in &clocks {
        if let Some((range, part)) = of_another_part(proof.plain(), clock) {
            let mut fault = proof.fault("date-impossible", range).with("hour", clock.hour).with("part", part);
            fault.message.id = "date-impossible.clock";
            faults.push(fault.hint_id("date-impossible.hint.part"));
        }
    }
    for pair in clocks.windows(2) {
        faults.extend(backwards(proof, &pair[0], &pair[1]));
    }
    for pair in clocks.windows(2) {
        faults.extend(answered_before(proof, &pair[0], &pair[1]).or_else(|| out_of_turn(proof, &pair[0], &pair[1])));
    }
    hours::check(proof, &clocks, faults);
    programme::check(proof, &clocks, faults);
    for (at, clock) in clocks.iter().enumerate() {
        faults.extend(ends_early(proof, &clocks[..at], clock));
    }
    // An hour is told of once.
    for more in steps::check(proof, &clocks).into_iter().chain(passed::check(proof, &clocks)) {
        if faults.iter().all(|fault| fault.span.start != more.span.start) {
            faults.push(more);
        }
    }
}

/// The minutes of a clock counted to 24, by the part of the day behind it; none for the small hours of a night, which are
/// told with the day before as with the day after.
pub(super) fn of_the_day(proof: &Proof, clock: &Clock) -> Option<u16> {
    let behind = proof.lower()[clock.range.end..].trim_start();
    let is = |part: &str| behind.starts_with(part);
    let late = is("chiều") || is("tối") || (is("trưa") && clock.hour < 6) || (is("đêm") && clock.hour > 5);
    let night = is("đêm") && clock.hour < 6 || is("rạng sáng");
    let own = u16::from(clock.hour) * 60 + u16::from(clock.minute);
    (!night).then_some(own + if late && clock.hour < 12 { 12 * 60 } else { 0 })
}

/// *14 giờ*, *7 giờ 30 phút*, *13h30*, in order.
pub fn find(text: &str) -> Vec<Clock> {
    let mut found: Vec<Clock> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let free = !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | ','));
        if free && found.last().is_none_or(|last| at >= last.range.end) {
            found.extend(clock(text, at));
        }
    }
    found
}

fn clock(text: &str, start: usize) -> Option<Clock> {
    let (hour, rest) = two_digits(&text[start..])?;
    let spelt = rest.strip_prefix(" giờ").filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let short = || rest.strip_prefix('h').filter(|rest| !rest.starts_with(char::is_alphabetic));
    // *13g30*, but *13g* may be a weight.
    let south = || rest.strip_prefix('g').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let rest = spelt.or_else(short).or_else(south)?;
    let (minute, rest) = two_digits(rest.strip_prefix(' ').unwrap_or(rest)).map_or((0, rest), |(minute, after)| {
        let dated =
            after.starts_with(['/', '.', ',', '-', '%']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
        // *13h 15 người*
        let apart = rest.starts_with(' ') && spelt.is_none();
        let counted = apart && after.starts_with(' ') && !after.starts_with(" phút");
        if dated || counted { (0, rest) } else { (minute, after.strip_prefix(" phút").unwrap_or(after)) }
    });
    (hour <= 24 && minute < 60).then(|| Clock { range: start..text.len() - rest.len(), hour, minute })
}

fn two_digits(text: &str) -> Option<(u8, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&length).then(|| Some((text[..length].parse().ok()?, &text[length..])))?
}

/// The part of the day before or right behind an hour that it is not of, with both.
fn of_another_part(text: &str, clock: &Clock) -> Option<(Range<usize>, &'static str)> {
    let fits =
        |part: &str| PARTS.iter().find(|(word, _)| *word == part).is_none_or(|(_, hours)| hours.contains(&clock.hour));
    let word = |word: &str| PARTS.iter().map(|(part, _)| *part).find(|part| *part == word.to_lowercase());
    if let Some(found) = part_behind_a_comma(text, clock) {
        return (!fits(found.1)).then_some(found);
    }
    let behind = text[clock.range.end..].strip_prefix(' ').unwrap_or_default();
    let next = &behind[..behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len())];
    let mut end = clock.range.end;
    let mut hours = None;
    if let Some(part) = word(next) {
        end += 1 + next.len();
        if !fits(part) {
            return Some((clock.range.start..end, part));
        }
        // *Đêm 12/7, vào khoảng 10 giờ sáng*: now the hour is known, counted to 24.
        hours = Some(if matches!(part, "chiều" | "tối") && clock.hour < 12 { clock.hour + 12 } else { clock.hour });
    }
    let far = text[..clock.range.start].char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    let near = &text[far..clock.range.start];
    let mut at = near.len();
    for piece in near.split([' ', '\u{a0}', '(', ':', '\n']).rev() {
        at = at.saturating_sub(piece.len());
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if let Some(part) = word(bare) {
            // *7 giờ tối, 14 giờ*: what closes the hour before it says nothing of this one.
            if piece.ends_with(',') {
                return None;
            }
            let start = far + near[..at + piece.len()].rfind(bare)?;
            let other = match hours {
                None => !fits(part),
                Some(hour) => !(whole_day(part).contains(&hour) || (part == "đêm" && hour <= 5)),
            };
            return other.then_some((start..end, part));
        }
        let dated = bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '.'));
        // A stop ends what the part of the day is said of.
        if piece.ends_with([';', '.']) || !(dated || BETWEEN.contains(&bare.to_lowercase().as_str())) {
            return None;
        }
        at = at.saturating_sub(1);
    }
    None
}

/// *15 giờ 30 phút, sáng 27/3*: the part of the day that a day follows, and no other hour.
fn part_behind_a_comma(text: &str, clock: &Clock) -> Option<(Range<usize>, &'static str)> {
    let behind = text[clock.range.end..].strip_prefix(", ")?;
    let (part, _) = PARTS.iter().find(|(part, _)| behind.starts_with(part))?;
    let rest = behind[part.len()..].strip_prefix(' ')?;
    let dated = rest.starts_with(|c: char| c.is_ascii_digit())
        || ["ngày ", "nay", "cùng ngày", "hôm"].iter().any(|word| rest.starts_with(word));
    let far = rest.char_indices().nth(30).map_or(rest.len(), |(far, _)| far);
    (dated && find(&rest[..far]).is_empty()).then(|| (clock.range.start..text.len() - rest.len() - 1, *part))
}

/// The hours of a part of the day, counted to 24.
fn whole_day(part: &str) -> std::ops::RangeInclusive<u8> {
    match part {
        "sáng" => 0..=12,
        "trưa" => 10..=13,
        "chiều" => 12..=19,
        "tối" => 17..=23,
        _ => 17..=24,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_parts_of_the_day() {
        for (text, told) in [
            ("Sáng 14/5, đúng 14 giờ, tại sân", Some("Sáng 14/5, đúng 14 giờ")),
            ("Sáng 14/5, đúng 8 giờ, tại sân", None),
            ("chiều ngày 12/11/2025, lúc 8 giờ 30 phút", Some("chiều ngày 12/11/2025, lúc 8 giờ 30 phút")),
            ("lúc 7 giờ 30 phút chiều ngày", Some("7 giờ 30 phút chiều")),
            ("Đêm 12/7, vào khoảng 10 giờ sáng, mưa", Some("Đêm 12/7, vào khoảng 10 giờ sáng")),
            ("Đêm 12/7, vào khoảng 2 giờ sáng, mưa", None),
            ("lúc 3 giờ chiều, 7 giờ tối, 14h chiều, 10h đêm", None),
            ("Buổi sáng họp; từ 14 giờ thăm xã", None),
            ("sáng từ 7 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30", None),
            ("tiếp dân từ 13 giờ 30 đến 10 giờ 30 hằng tuần", Some("từ 13 giờ 30 đến 10 giờ 30")),
            ("Hồi 8 giờ 15 phút, họp. Biên bản lập xong lúc 7 giờ 45 phút cùng ngày.", Some("7 giờ 45 phút")),
            ("cấm xe từ 22 giờ đến 5 giờ; từ 8 giờ đến 5 giờ chiều", None),
            ("làm 8 giờ mỗi ngày; lúc 17 giờ", None),
            ("Khoảng 15 giờ 30 phút, sáng 27/3, mưa lớn", Some("15 giờ 30 phút, sáng")),
            ("Khoảng 9 giờ 30 phút, sáng 27/3, mưa; đến 11 giờ, chiều từ 13 giờ", None),
            ("Lửa bùng lên vào khoảng 13h15 tại ngõ. Khoảng 12h, xe cứu hỏa có mặt tại hiện trường.", Some("12h")),
            ("Lửa bùng lên vào khoảng 13h15 tại ngõ. Khoảng 14h, xe cứu hỏa có mặt tại hiện trường.", None),
            ("Lửa bùng lên vào khoảng 23h15 tại ngõ. Khoảng 1h, đám cháy được dập tắt.", None),
            ("Lễ truy điệu lúc 13h ngày 26/7. Lễ an táng lúc 11h cùng ngày tại xã.", Some("11h")),
            ("Lễ truy điệu lúc 13h ngày 26/7. Lễ an táng lúc 15h cùng ngày tại xã.", None),
            ("Buổi chiều: Từ 14h00’ đến 11h30’", Some("Từ 14h00’ đến 11h30")),
            ("Lửa bùng lên lúc 13h15 tại ngõ. Trước đó, lúc 12h, thợ có mặt để hàn.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
