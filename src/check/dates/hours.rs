//! Hours told one after the other — *Trước đó, vào 17 giờ cùng ngày*, *120 phút, 13g30 đến 15g30*, *Trong 24 giờ tới … Đến 13 giờ
//! ngày 04/8* — against the hour and the day they go on from.

use super::clock::Clock;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Padding, Ymd};

/// How far one hour may stand behind the other, in bytes.
const FAR: usize = 1_200;

/// How far around an hour its words are looked for, in letters.
const NEAR: usize = 40;

/// Checks the hours of a text.
pub(super) fn check(proof: &Proof, clocks: &[Clock], faults: &mut Vec<Diagnostic>) {
    for pair in clocks.windows(2) {
        faults.extend(same_day(proof, &pair[0], &pair[1]).or_else(|| lasts(proof, &pair[0], &pair[1])));
    }
    forecasts(proof, clocks, faults);
}

/// What stands shortly before a place, in its sentence and in small letters.
fn before(proof: &Proof, at: usize) -> &str {
    let head = &proof.lower()[..at];
    let from = head.char_indices().rev().nth(NEAR).map_or(0, |(from, _)| from);
    head[from..].rsplit(['.', ';', '\n']).next().unwrap_or_default()
}

/// *Đến khoảng 11 giờ cùng ngày* is later than the hour before it, *Trước đó, vào 17 giờ 12 phút cùng ngày* earlier.
fn same_day(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    let lower = proof.lower();
    let behind = lower[other.range.end..].trim_start_matches([',', ' ', '(']);
    let between = &lower[one.range.end..other.range.start];
    // The day of the first hour may stand behind it; any other day parts the two.
    let apart = date::days(between).iter().any(|day| day.month.is_some() && day.range.start > "phút, ngày  ".len());
    (behind.starts_with("cùng ngày") && between.len() < FAR && !apart).then_some(())?;
    let head = before(proof, other.range.start);
    let minutes = |clock: &Clock| u16::from(clock.hour) * 60 + u16::from(clock.minute);
    // *3 giờ chiều*: counted to 12, nobody can compare.
    let half = |clock: &Clock| {
        let part = lower[clock.range.end..].trim_start();
        ["chiều", "tối", "đêm", "sáng", "trưa"].iter().any(|word| part.starts_with(word)) && clock.hour < 12
    };
    let (first, then) = (minutes(one), minutes(other));
    let earlier = ["trước đó", "trước khi"].iter().any(|word| head.contains(word));
    let later = !earlier && ["đến", "sau đó", "tiếp đó", "tới"].iter().any(|word| head.contains(word));
    // What was told as earlier, or as planned, is no hour to go on from.
    let aside = ["trước đó", "dự kiến", "theo lịch"].iter().any(|word| before(proof, one.range.start).contains(word));
    let wrong = (earlier && then > first || later && then < first && !aside) && !half(one) && !half(other);
    wrong.then(|| {
        let fault = proof.fault("time-course", other.range.clone()).with("begun", &proof.plain()[one.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = if earlier { "time-course.hours-before" } else { "time-course.hours" };
        fault
    })
}

/// *120 phút, 13g30 đến 15g00*: so many minutes lie between the two.
fn lasts(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    let text = proof.plain();
    let link = text[one.range.end..other.range.start].trim();
    let head = text[..one.range.start].trim_end();
    let head = ["từ", "Từ"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
    let head = head.trim_end_matches([' ', ',', '(', ':']).strip_suffix("phút")?.trim_end();
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let said: u16 = head[head.len() - digits..].parse().ok()?;
    let minutes = |clock: &Clock| u16::from(clock.hour) * 60 + u16::from(clock.minute);
    let long = minutes(other).checked_sub(minutes(one))?;
    (matches!(link, "đến" | "-" | "–" | "tới") && long != said && said > 9).then(|| {
        let range = head.len() - digits..other.range.end;
        let fault = proof.fault("date-span", range).with("said", said).with("minutes", long);
        let mut fault = fault.hint(Message::new("date-span.hint.minutes").with("minutes", long));
        fault.message.id = "date-span.minutes";
        fault
    })
}

/// *Hồi 13 giờ ngày 03/8 … Trong 24 giờ tới … Đến 13 giờ ngày 04/8*: so many hours behind the first.
fn forecasts(proof: &Proof, clocks: &[Clock], faults: &mut Vec<Diagnostic>) {
    let (lower, year) = (proof.lower(), proof.day.map_or(2024, Ymd::year));
    let day = |clock: &Clock| {
        let rest = lower[clock.range.end..].trim_start_matches([',', ' ']);
        let near = rest.char_indices().nth(NEAR).map_or(rest.len(), |(near, _)| near);
        let own = date::days(&rest[..near]).into_iter().next()?;
        (rest.starts_with("ngày ") && own.range.start < 8).then(|| own.like(Ymd::new(year, 1, 1).ok()?))?
    };
    let mut base: Option<(i64, usize)> = None;
    for clock in clocks {
        let head = before(proof, clock.range.start).rsplit(':').next().unwrap_or_default();
        let Some(own) = day(clock) else { continue };
        let at = own.ordinal() * 24 + i64::from(clock.hour);
        if head.trim_start().starts_with("hồi") && base.is_none() {
            base = Some((at, clock.range.end));
        }
        let Some((from, place)) = base.filter(|_| head.trim_start().starts_with("đến")) else { continue };
        let told = &lower[place..clock.range.start];
        let Some(end) = told.rfind(" giờ tới").max(told.rfind(" giờ tiếp theo")) else { continue };
        let Some(count) = told[..end].rsplit(' ').next().and_then(|word| word.parse::<i64>().ok()) else { continue };
        let near = told.len() - end < FAR / 2 && told[end + 1..].matches("đến ").count() <= 1;
        if let Some(right) = own.plus((from + count - at).div_euclid(24)).filter(|_| near && at != from + count) {
            let mut fault = proof.fault("date-span", clock.range.start..clock.range.end).with("count", count);
            fault.message.id = "date-span.forecast";
            let right = right.day_and_month(Padding::Padded);
            faults.push(fault.hint(Message::new("date-span.hint.forecast").with("right", right)));
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::clock::find;
    use super::*;

    #[test]
    fn hours_that_go_on() {
        let storm = |day: &str| {
            format!(
                "Hồi 13 giờ ngày 03/8, tâm bão ở phía nam. Trong 24 giờ tới, bão đi về hướng đông. Đến 13 giờ ngày 04/8, tâm bão ở ngoài khơi. Trong 24 đến 48 giờ tiếp theo, bão tan. Đến 13 giờ ngày {day}, tâm bão ở xa bờ."
            )
        };
        for (text, told) in [
            (
                "Lúc 16 giờ 20 phút ngày 14-11, máy chạy. Trước đó, vào 17 giờ 12 phút cùng ngày, có điện.",
                Some("17 giờ 12 phút"),
            ),
            ("Lúc 16 giờ 20 phút ngày 14-11, máy chạy. Trước đó, vào 15 giờ 12 phút cùng ngày, có điện.", None),
            ("Khoảng 11 giờ 45 ngày 17-11, có tin báo. Đến khoảng 11 giờ cùng ngày, bắt giữ.", Some("11 giờ")),
            ("Khoảng 11 giờ 45 ngày 17-11, có tin báo. Đến khoảng 2 giờ chiều cùng ngày, bắt giữ.", None),
            ("Văn 12, 120 phút, 13g30 đến 15g00; Toán 12, 90 phút, 7g30 đến 9g00", Some("120 phút, 13g30 đến 15g00")),
            (&storm("06/8"), Some("13 giờ")),
            (&storm("05/8"), None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            let proof = Proof::article(&source, None);
            check(&proof, &find(proof.plain()), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
