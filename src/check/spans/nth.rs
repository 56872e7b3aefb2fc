//! The days of one event on end, by their number — *họp liên tục trong 6 ngày, khai mạc ngày 5/5 … Ngày 9/5, ngày làm việc thứ
//! tư*; *trong 3 ngày liên tiếp. Ngày 4/3 … Ngày 7/3, ngày cuối cùng*.

use std::ops::Range;

use super::counted::counted;
use crate::check::proof::Proof;
use crate::check::times::both;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Padding, Partial, Ymd};
use crate::viet::reading::parse_integer;
use crate::viet::seek::seek;

/// Words of days on end.
const ON_END: [&str; 3] = ["liên tục", "liên tiếp", "liền"];

/// Words before the first day of an event.
const OPENS: [&str; 6] = ["khai mạc", "bắt đầu", "mở màn", "từ", "kể từ", "diễn ra"];

/// How many sentences behind it the days of an event are told.
const FAR: usize = 10;

/// How far before a count of days the words stand that they are on end, in bytes: *liên tiếp trong*.
const LEAD: usize = 26;

/// How far behind its day the number of a day stands, in bytes.
const NEAR: usize = 90;

/// Checks the one event of a text whose days are counted on end.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    let runs: Vec<(Range<usize>, i64)> = seek(lower, " ngày")
        .filter_map(|(at, word)| {
            let (range, count) = counted(lower, at + word.len())?;
            let far = lower.ceil_char_boundary(range.start.saturating_sub(LEAD));
            let behind = lower[range.end..].trim_start();
            let on_end = ON_END.iter().any(|word| behind.starts_with(word) || lower[far..range.start].contains(word));
            ((on_end || spanned(proof, range.end, count)) && count > 1).then_some((range, count))
        })
        .collect();
    let [(range, count)] = &runs[..] else { return };
    let sentences = proof.all_sentences();
    let at = sentences.partition_point(|sentence| sentence.end <= range.start);
    let Some(own) = sentences.get(at) else { return };
    let heads: Vec<(&Range<usize>, Day)> =
        sentences[at + 1..].iter().take(FAR).filter_map(|sentence| Some((sentence, head(proof, sentence)?))).collect();
    let opening = opening(proof, own).or_else(|| Some(heads.first().filter(|_| heads.len() > 1)?.1.clone()));
    let Some(first) = opening else { return };
    for (sentence, day) in heads.iter().filter(|(_, day)| day.0.start > first.0.start) {
        let Some((place, number)) = number(&lower[sentence.start..sentence.end], *count) else { continue };
        let place = sentence.start + place.start..sentence.start + place.end;
        // *Ngày thứ hai (15/9)* may name the weekday.
        if lower[place.clone()].starts_with("ngày thứ ") && number == day.1.weekday() as i64 + 2 {
            continue;
        }
        let right = first.1.plus(number - 1);
        let wrong = right.filter(|right| *right != day.1 && (right.ordinal() - day.1.ordinal()).abs() < 31);
        faults.extend(wrong.map(|right| {
            let right = right.day_and_month(Padding::Unpadded);
            let fault = proof.fault("date-span", both(lower, &day.0, &place)).with("nth", &proof.plain()[place]);
            let fault = fault.with("first", first.1.day_and_month(Padding::Unpadded)).with("right", &right);
            let mut fault = fault.hint(Message::new("date-span.hint.nth").with("right", right));
            fault.message.id = "date-span.nth";
            fault
        }));
    }
}

/// *trong 6 ngày, từ ngày 1/9 đến ngày 6/9*: the span right behind a count takes all its days.
fn spanned(proof: &Proof, end: usize, count: i64) -> bool {
    const NEAR: usize = 60;
    let place = |at: usize| proof.days().partition_point(|day| day.range.start < at);
    let [first, last, ..] = &proof.days()[place(end)..] else { return false };
    if last.range.start > end + NEAR {
        return false;
    }
    let link = proof.lower()[first.range.end..last.range.start].trim();
    let lead = proof.lower()[end..first.range.start].trim_matches([',', ' ', '(']);
    let span = ["đến", "đến ngày", "đến hết ngày", "-", "–"].contains(&link);
    let year = last.year.or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let whole = || {
        let end = last.like(Ymd::new(year, 1, 1).ok()?).filter(|_| last.month.is_some())?;
        Some(end.ordinal() - first.like(end)?.ordinal() + 1)
    };
    span && ["từ", "từ ngày", "ngày", ""].contains(&lead) && whole() == Some(count)
}

/// A day and where it stands.
type Day = (Range<usize>, Ymd);

/// The days of a sentence.
fn days(proof: &Proof, sentence: &Range<usize>) -> impl Iterator<Item = Day> {
    let place = |at: usize| proof.days().partition_point(|day| day.range.start < at);
    let own = proof.day.map_or(2024, Ymd::year);
    let whole = move |day: &Partial| {
        let told = day.like(Ymd::new(own, 1, 1).ok()?).filter(|_| day.month.is_some())?;
        Some((day.range.clone(), told))
    };
    proof.days()[place(sentence.start)..place(sentence.end)].iter().filter_map(whole)
}

/// *khai mạc sáng 5/5 … họp liên tục trong 6 ngày*: the first day that the sentence of the count tells, where it opens the event.
fn opening(proof: &Proof, sentence: &Range<usize>) -> Option<Day> {
    const WORDS: [&str; 6] = ["ngày", "sáng", "chiều", "tối", "vào", "hôm"];
    let first = days(proof, sentence).next()?;
    let head = proof.lower()[sentence.start..first.0.start].trim_end();
    let head = WORDS
        .iter()
        .cycle()
        .take(WORDS.len() * 2)
        .fold(head, |head, word| head.strip_suffix(word).map_or(head, str::trim_end));
    OPENS.iter().any(|word| head.ends_with(word)).then_some(first)
}

/// *Ngày 9/5, …*, *Sáng ngày 9/5*: the day that opens a sentence.
fn head(proof: &Proof, sentence: &Range<usize>) -> Option<Day> {
    if let Some(day) = in_brackets(proof, sentence) {
        return Some(day);
    }
    let first = days(proof, sentence).next()?;
    let lead = proof.lower()[sentence.start..first.0.start].trim_start();
    let named = ["ngày", "sáng", "chiều", "tối", "đến", "sang"].iter().any(|word| lead.starts_with(word));
    (named && lead.len() < LEAD).then_some(first)
}

/// *Ngày thứ hai (13/9), …*: a day in brackets, which is none of the week.
fn in_brackets(proof: &Proof, sentence: &Range<usize>) -> Option<Day> {
    /// The longest day, in bytes: *13/9/2025*.
    const LONG: usize = 10;
    let lower = &proof.lower()[sentence.clone()];
    let open = lower.find('(').filter(|open| *open < LEAD && lower.trim_start().starts_with("ngày thứ "))?;
    let close = open + lower[open..].find(')').filter(|length| *length <= LONG + 1)?;
    let own = Partial { range: sentence.start + open + 1..sentence.start + close, ..day_of(&lower[open + 1..close])? };
    let told = own.like(Ymd::new(proof.day.map_or(2024, Ymd::year), 1, 1).ok()?)?;
    Some((own.range, told))
}

/// *13/9*, alone.
fn day_of(text: &str) -> Option<Partial> {
    let named = format!("ngày {text}");
    date::days(&named).into_iter().next().filter(|day| day.month.is_some() && day.range.end == named.len())
}

/// *ngày cuối cùng*, *ngày làm việc thứ tư*: where it stands, and which day it is.
fn number(behind: &str, count: i64) -> Option<(Range<usize>, i64)> {
    let near = &behind[..behind.floor_char_boundary(NEAR.min(behind.len()))];
    if let Some(at) = near.find("ngày cuối cùng") {
        return Some((at..at + "ngày cuối cùng".len(), count));
    }
    seek(near, "thứ ").find_map(|(at, word)| {
        // *ngày thứ tư*, *ngày làm việc thứ tư*: at most some words between.
        let from = near[..at].rfind("ngày ")?;
        let words = near[from..at].split_whitespace().count();
        let rest = &near[at + word.len()..];
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let own = &rest[..length];
        let spelt = match own {
            "nhất" => Some(1),
            "tư" => Some(4),
            own => own.parse().ok().or_else(|| i64::try_from(parse_integer(own).ok()?).ok()),
        };
        let number = spelt.filter(|number| (1..=count.max(2)).contains(number) && words < 5)?;
        let plain = !near[from..at].contains(|c: char| c.is_ascii_digit() || c == ',');
        plain.then_some((from..at + word.len() + length, number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_by_their_number() {
        let fair = |day: &str| {
            format!(
                "Phiên chợ họp trong 3 ngày liên tiếp. Ngày 8/9/2025, chợ mở. Ngày 9/9/2025, chợ thi gà. Ngày {day}/9/2025, ngày cuối cùng của phiên chợ, xã trao giải."
            )
        };
        let met = |number: &str| {
            format!(
                "Khóa học khai mạc sáng 12/8/2025 và học liên tục trong 5 ngày. Ngày 14/8, khóa học bước sang ngày học thứ {number}."
            )
        };
        for (text, told) in [
            (fair("11"), Some("11/9/2025, ngày cuối cùng")),
            (fair("10"), None),
            (met("tư"), Some("14/8, khóa học bước sang ngày học thứ tư")),
            (met("ba"), None),
            (
                "Hội thi diễn ra liên tục trong bốn ngày, bắt đầu từ ngày 12/9/2025. Ngày thứ ba (15/9), các đội thi bơi.".to_owned(),
                Some("Ngày thứ ba (15/9"),
            ),
            (
                "Hội thi diễn ra liên tục trong bốn ngày, bắt đầu từ ngày 12/9/2025. Ngày thứ ba (14/9), các đội thi bơi.".to_owned(),
                None,
            ),
            (
                "Chợ tết họp trong 5 ngày, từ ngày 1/8 đến ngày 5/8/2025. Ngày 3/8, ngày thứ tư của chợ, có mưa.".to_owned(),
                Some("3/8, ngày thứ tư"),
            ),
            (
                "Chợ tết họp trong 5 ngày, từ ngày 1/8 đến ngày 5/8/2025. Ngày 3/8, ngày thứ ba của chợ, có mưa.".to_owned(),
                None,
            ),
            ("Xã họp trong 3 ngày. Ngày 8/9, xã họp. Ngày 15/9, ngày cuối cùng nhận đơn.".to_owned(), None),
        ] {
            let seen = crate::check::proof::seen(&text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
