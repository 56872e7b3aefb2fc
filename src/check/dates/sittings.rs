//! The days of one event told one by one — *vào các ngày 16, 17 và 18/11* — against a day that goes on with it, and against
//! their number told elsewhere.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::reading::parse_integer;

/// Events by the words that call them.
const EVENTS: [&str; 12] = [
    "đại hội",
    "hội nghị",
    "hội thao",
    "hội thi",
    "hội chợ",
    "lễ hội",
    "lễ kỷ niệm",
    "kỷ niệm",
    "kỳ họp",
    "liên hoan",
    "giải",
    "hội thảo",
];

/// How many days behind the last one may be a slip for it.
const NEAR: u8 = 2;

/// The days of an event: where they stand, the first, the last, the month.
struct Sittings {
    range: Range<usize>,
    first: u8,
    last: u8,
    month: u8,
    event: &'static str,
}

/// How far before its days the name of an event may stand, in bytes.
const FAR: usize = 2_000;

/// Checks the one event of which a text lists the days.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    let listed = |(at, word): (usize, &str)| sittings(lower, at + word.len());
    let found: Vec<Sittings> = lower.match_indices("ngày ").filter_map(listed).collect();
    let [held] = &found[..] else { return };
    let behind = proof.all_sentences().iter().filter(|sentence| sentence.start >= held.range.end);
    faults.extend(behind.take(3).find_map(|sentence| goes_on(proof, held, sentence)));
    faults.extend(counted(proof, held));
}

/// *hai ngày 9 và 10/10*, *các ngày 16, 17 và 18/11*, day upon day, behind the name of an event in the same sentence.
fn sittings(lower: &str, from: usize) -> Option<Sittings> {
    let (first, mut rest) = digits(&lower[from..])?;
    let mut last = first;
    while let Some((day, after)) =
        [", ", " và ngày ", " và ", ","].iter().find_map(|joint| digits(rest.strip_prefix(joint)?))
    {
        (day == last + 1).then_some(())?;
        (last, rest) = (day, after);
    }
    let (month, after) = ["/", "-", ".", " tháng "].iter().find_map(|joint| digits(rest.strip_prefix(joint)?))?;
    let whole = last > first && (1..=12).contains(&month) && !after.starts_with(char::is_alphanumeric);
    whole.then_some(())?;
    let floor = lower.ceil_char_boundary(from.saturating_sub(FAR));
    let head = &lower[lower[floor..from].rfind(['\n', ';']).map_or(floor, |stop| floor + stop + 1)..from];
    let head = head.rsplit(". ").next().unwrap_or(head);
    let before = || EVENTS.into_iter().filter_map(|event| Some((head.rfind(event)?, event))).max();
    // *Trong 2 ngày 7 và 8/5, Đảng bộ xã tiến hành Đại hội*
    let clause = after.split(['.', ';', '\n']).next().unwrap_or_default();
    let behind = || EVENTS.into_iter().filter_map(|event| Some((clause.find(event)?, event))).min();
    let event = before().or_else(behind)?.1;
    Some(Sittings { range: from..lower.len() - after.len(), first, last, month, event })
}

/// *Ngày 11/10, Đại hội tiếp tục diễn ra*: a day right behind the last one, on which the same event goes on.
fn goes_on(proof: &Proof, held: &Sittings, sentence: &Range<usize>) -> Option<Diagnostic> {
    let own = &proof.lower()[sentence.clone()];
    let lead = own.len() - own.trim_start().len();
    let from = ["ngày ", "sáng ngày ", "chiều ngày ", "sáng ", "chiều "]
        .iter()
        .find_map(|word| own[lead..].strip_prefix(word).map(|rest| own.len() - rest.len()))?;
    let (day, rest) = digits(&own[from..])?;
    let (month, rest) = ["/", "-", "."].iter().find_map(|joint| digits(rest.strip_prefix(joint)?))?;
    let clause = rest.split([';', '.']).next().unwrap_or_default();
    let on = clause.contains(held.event)
        && ["tiếp tục", "diễn ra", "bế mạc", "làm việc", "chính thức"].iter().any(|word| clause.contains(word));
    let outside = month == held.month && (held.last + 1..=held.last + NEAR).contains(&day);
    (on && outside && !rest.starts_with(['/', '-'])).then(|| {
        let range = sentence.start + from..sentence.start + own.len() - rest.len();
        let mut fault = proof.fault("date-span", range).with("span", &proof.plain()[held.range.clone()]);
        fault.message.id = "date-span.outside";
        fault.hint_id("date-span.hint.outside")
    })
}

/// *Trong ba ngày diễn ra lễ kỷ niệm* of an event that is told to last two.
fn counted(proof: &Proof, held: &Sittings) -> Option<Diagnostic> {
    let lower = proof.lower();
    let (at, _) = lower.match_indices(" ngày diễn ra").find(|(at, _)| *at > held.range.end)?;
    let word = lower[..at].rsplit([' ', '\n']).next()?;
    let said = word.parse().ok().or_else(|| parse_integer(word).ok().and_then(|said| i64::try_from(said).ok()))?;
    let head = lower[..at - word.len()].trim_end();
    let clause = lower[at..].split(['.', ';', ',', '\n']).next().unwrap_or_default();
    let days = i64::from(held.last - held.first) + 1;
    (head.ends_with("trong") && clause.contains(held.event) && said != days && said < 10).then(|| {
        let range = at - word.len()..at + " ngày".len();
        let fault = proof.fault("date-span", range.clone()).with("said", &proof.plain()[range]).with("days", days);
        let mut fault = fault.with("span", &proof.plain()[held.range.clone()]);
        fault.message.id = "date-span.count";
        fault.hint(Message::new("date-span.hint").with("days", days))
    })
}

fn digits(text: &str) -> Option<(u8, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&length).then_some(())?;
    Some((text[..length].parse().ok().filter(|number| (1..=31).contains(number))?, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_an_event() {
        for (text, told) in [
            ("Đại hội diễn ra trong hai ngày 9 và 10/10. Ngày 11/10, Đại hội tiếp tục làm việc.", Some("11/10")),
            ("Đại hội diễn ra trong hai ngày 9 và 10/10. Ngày 10/10, Đại hội tiếp tục làm việc.", None),
            ("Đại hội diễn ra trong hai ngày 9 và 10/10. Ngày 11/10, huyện tiếp tục tiếp dân.", None),
            ("Lễ hội vào các ngày 16, 17 và 18/11. Ngày 19/12, lễ hội khác diễn ra.", None),
            ("Xã mở hội thi vào ngày 9 và 10-8. Trong ba ngày diễn ra hội thi, bà con", Some("ba ngày")),
            ("Xã mở hội thi vào ngày 9 và 10-8. Trong hai ngày diễn ra hội thi, bà con", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
