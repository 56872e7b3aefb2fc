//! So many days before or after a day — *chậm nhất ngày 2-6 (10 ngày sau ngày bầu cử)*, *15 ngày kể từ ngày 5/3*. Where
//! the other day is told in words, two such reckonings of one text must agree on it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Padding, Partial, Point, Ymd};
use crate::viet::reading::parse_integer;

/// Words between a number of days and the day they are counted from, with the side: later, or earlier.
const SIDES: [(&str, &str, i64); 4] =
    [("sau khi ", "sau", 1), ("sau ", "sau", 1), ("trước ", "trước", -1), ("kể từ ", "kể từ", 1)];

/// Units of what lies between two points, with how many days they have.
const UNITS: [(&str, i64); 3] = [(" ngày sau", 1), (" tuần sau", 7), (" tháng sau", 30)];

/// A day, and how it is reckoned.
struct Reckoned {
    range: Range<usize>,
    day: Ymd,
    count: i64,
    side: &'static str,
    sign: i64,
    /// The words of the day it is reckoned from.
    from: String,
}

/// Checks each reckoning of a text.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    faults.extend(proof.all_sentences().iter().filter_map(|sentence| later(proof, sentence)));
    faults.extend(proof.days().windows(2).filter_map(|pair| dawn(proof, &pair[0], &pair[1])));
    faults.extend(proof.all_sentences().iter().filter_map(|sentence| since_an_act(proof, sentence)));
    let text = proof.plain();
    let Some(own) = proof.day.or_else(|| Ymd::new(2024, 1, 1).ok()) else { return };
    let days = proof.days();
    let mut by_words: BTreeMap<String, Vec<Reckoned>> = BTreeMap::new();
    let mut others: Vec<Ymd> = Vec::new();
    for day in days.iter().filter(|day| day.month.is_some()) {
        let Some(at) = day.like(own) else { continue };
        match reckoned(text, day.range.end) {
            Some((count, (side, sign), from)) => {
                let told = Reckoned { range: day.range.clone(), day: at, count, side, sign, from: from.to_owned() };
                by_words.entry(from.to_lowercase()).or_default().push(told);
            }
            None => others.push(at),
        }
    }
    for told in by_words.into_values() {
        let named = date::days(&told[0].from).first().and_then(|day| day.like(own).filter(|_| day.month.is_some()));
        let anchors: Vec<Option<Ymd>> = told.iter().map(|one| one.day.plus(-one.sign * one.count)).collect();
        let agreed = anchors.iter().flatten().find(|anchor| others.contains(anchor)).copied();
        let Some(anchor) = named.or(agreed).or(anchors[0]) else { continue };
        for one in &told {
            let Some(right) = anchor.plus(one.sign * one.count) else { continue };
            // Whether the first day counts is told in many ways.
            let off = (right.ordinal() - one.day.ordinal()).abs();
            if off > 1 {
                faults.push(fault(proof, one, right));
            }
        }
    }
}

/// *Ngày 10/7, … . Ba ngày sau, ngày 15/7*, *hai tháng sau, tháng 6/2025*: so long behind none of the points told last.
fn later(proof: &Proof, sentence: &Range<usize>) -> Option<Diagnostic> {
    /// So many points told last may be what is counted from.
    const LAST: usize = 6;
    let lower = proof.lower();
    let own = &lower[sentence.clone()];
    let (unit, word, days) = UNITS.iter().find_map(|(word, days)| Some((own.find(word)?, *word, *days)))?;
    let (from, number) = number_before(&own[..unit])?;
    let aside = ["gần", "hơn", "khoảng", "chừng", "vài", "mấy", "mỗi", "tháng"];
    let aside = aside.iter().any(|word| own[..from].trim_end().ends_with(word));
    let rest = &own[unit + word.len()..];
    let rest = rest.strip_prefix(" đó").unwrap_or(rest);
    let at = proof.points().partition_point(|point| point.range.start < sentence.end - rest.len());
    let point = proof.points().get(at).filter(|point| point.range.end <= sentence.end && !aside)?;
    let link = lower[sentence.end - rest.len()..point.range.start].trim_matches([',', ' ', '(']);
    let beside = ["", "ngày", "vào ngày", "đến ngày", "tức ngày", "tức là ngày", "tức", "vào", "sáng", "chiều", "tối"];
    beside.contains(&link).then_some(())?;
    let year = point.year.or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let exact = days < 30;
    // *Đúng ba ngày sau*
    let to_the_day = ["đúng", "tròn"].iter().any(|word| own[..from].trim_end().ends_with(word));
    let earlier = &proof.points()[at.saturating_sub(LAST)..at];
    let anchors = || earlier.iter().filter(|one| one.months.is_some() && one.range.end <= sentence.start + from);
    // Whatever is told a day is counted from its day, what is told a month from its month.
    let alike = |one: &&Point| if exact { one.day.is_some() && point.day.is_some() } else { point.months.is_some() };
    let fits = |one: &Point| {
        let of = one.year.unwrap_or(year);
        let pair = (one.first(of)?, one.last(of)?, point.first(year)?, point.last(year)?);
        let (least, most) = (pair.2.ordinal() - pair.1.ordinal(), pair.3.ordinal() - pair.0.ordinal());
        let slack = if exact { i64::from(!to_the_day) } else { days / 3 };
        Some(
            most < 0
                || (least - slack..=most + slack).contains(&(number * days))
                    && (exact || whole_months(one, point, number)),
        )
    };
    let all: Vec<bool> = anchors().filter(alike).filter_map(fits).collect();
    let every = anchors().filter(alike).count() == all.len() && anchors().count() == all.len();
    (!all.is_empty() && every && all.iter().all(|fits| !fits)).then(|| {
        let base = anchors().next_back().map(|one| one.range.clone()).unwrap_or_default();
        let text = proof.plain();
        let fault = proof.fault("time-course", point.range.clone()).with("then", &text[point.range.clone()]);
        let mut fault = fault.with("first", &text[base]).hint_id("time-course.hint");
        fault.message.id = "time-course.lapse";
        fault.with("said", &text[sentence.start + from..sentence.start + unit + word.len()])
    })
}

/// *Đêm 20/7, rạng sáng 21/7*: a night ends in the morning of the next day.
fn dawn(proof: &Proof, one: &Partial, other: &Partial) -> Option<Diagnostic> {
    let lower = proof.lower();
    let link = lower[one.range.end..other.range.start].trim_matches([',', ' ', '-', '–']);
    let link = link.strip_prefix("và ").unwrap_or(link).strip_prefix("rạng")?;
    let link = link.trim_start().strip_prefix("sáng").map_or(link.trim(), str::trim);
    let head = lower[..one.range.start].trim_end();
    let head = head.strip_suffix("ngày").map_or(head, str::trim_end);
    let night = ["đêm", "tối", "khuya"].iter().any(|word| head.ends_with(word)) && matches!(link, "" | "ngày");
    let year = other.year.or(one.year).or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let last = other.like(Ymd::new(year, 1, 1).ok()?).filter(|_| other.month.is_some() && night)?;
    let right = one.like(Ymd::new(one.year.unwrap_or(year), last.month(), 1).ok()?)?.tomorrow();
    let turned = (right.month(), right.day()) != (last.month(), last.day());
    turned.then(|| {
        let text = proof.plain();
        let fault = proof.fault("time-course", other.range.clone()).with("then", &text[other.range.clone()]);
        let mut fault = fault.with("first", &text[one.range.clone()]).hint_id("time-course.hint");
        fault.message.id = "time-course.sequel";
        fault
    })
}

/// Whether two points told as months are so many months apart; a day leaves it open.
fn whole_months(one: &Point, other: &Point, number: i64) -> bool {
    let (Some(first), Some(last)) = (one.months, other.months) else { return true };
    let years = other.year.zip(one.year).map_or(0, |(other, one)| i64::from(other) - i64::from(one));
    let apart = years * 12 + i64::from(last.0) - i64::from(first.0);
    one.day.is_some() || other.day.is_some() || apart == number || apart < 0
}

/// The number right before a unit, in figures or in words: where it begins, and what it is.
fn number_before(head: &str) -> Option<(usize, i64)> {
    const WORDS: usize = 3;
    let starts = head.rmatch_indices([' ', ',']).map(|(at, _)| at + 1).chain([0]).take(WORDS);
    let read = |from: usize| {
        let own = head[from..].trim();
        let spelt = || i64::try_from(parse_integer(own).ok()?).ok();
        let from = head.len() - head[from..].trim_start().len();
        Some((from, own.parse().ok().or_else(spelt).filter(|number| (1..400).contains(number))?))
    };
    starts.filter_map(read).last()
}

/// *Tòa tuyên án ngày 10/4. … trong 15 ngày kể từ ngày tuyên án, tức là đến hết ngày 5/5*: the act has its day before.
fn since_an_act(proof: &Proof, sentence: &Range<usize>) -> Option<Diagnostic> {
    const SINCE: [&str; 2] = ["kể từ ngày ", "tính từ ngày "];
    /// How many days before it that of the act is looked for among.
    const MANY: usize = 40;
    /// The longest link between the act and the last day, in bytes.
    const LINK: usize = 60;
    let lower = proof.lower();
    let own = &lower[sentence.clone()];
    let (at, word) = SINCE.iter().find_map(|word| Some((own.find(word)?, *word)))?;
    let head = own[..at].trim_end_matches([' ', ',']).strip_suffix(" ngày")?;
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let count: i64 = head[head.len() - digits..].parse().ok()?;
    let rest = &own[at + word.len()..];
    let act = &rest[..rest.find([',', ';', '('])?];
    let named = act.split(' ').count() > 1 && act.chars().all(|c| c.is_alphabetic() || c == ' ');
    let from = sentence.start + at + word.len() + act.len();
    let days = proof.days();
    let next = days.partition_point(|day| day.range.start < from);
    let last = days.get(next).filter(|day| named && day.month.is_some() && day.range.start - from < LINK)?;
    let link = &lower[from..last.range.start];
    let until = ["tức", "đến", "hạn cuối", "chậm nhất"].iter().any(|word| link.contains(word)) && !link.contains('.');
    let told = |day: &&Partial| {
        let head = lower[..day.range.start].trim_end();
        let head =
            ["ngày", "vào", "là"].iter().fold(head, |head, word| head.strip_suffix(word).unwrap_or(head).trim_end());
        day.month.is_some() && head.ends_with(act)
    };
    let mut anchors = days[next.saturating_sub(MANY)..next].iter().filter(told);
    let (first, None) = (anchors.next().filter(|_| until)?, anchors.next()) else { return None };
    let own = proof.day.or_else(|| Ymd::new(2024, 1, 1).ok())?;
    let end = last.like(own)?;
    let right = first.like(end)?.plus(count)?;
    ((right.ordinal() - end.ordinal()).abs() > 1).then(|| {
        let act = format!("ngày {act}");
        let told = Reckoned { range: last.range.clone(), day: end, count, side: "kể từ", sign: 1, from: act };
        fault(proof, &told, right)
    })
}

fn fault(proof: &Proof, one: &Reckoned, right: Ymd) -> Diagnostic {
    let right = right.day_and_month(Padding::Unpadded);
    let mut fault = proof.fault("date-span", one.range.clone());
    fault.message.id = "date-span.after";
    let fault = fault.with("count", one.count).with("side", one.side).with("anchor", &one.from).with("right", &right);
    fault.hint(Message::new("date-span.hint.after").with("right", right))
}

/// *(20 ngày sau ngày bầu cử)* right behind a day: the number, the side, and the words of the other day.
fn reckoned(text: &str, end: usize) -> Option<(i64, (&'static str, i64), &str)> {
    let rest = text[end..].trim_start().strip_prefix(['(', ',', '-', '–'])?.trim_start();
    let rest = ["tức là ", "tức ", "là "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let count: i64 = rest[..length].parse().ok().filter(|_| length < 4)?;
    let rest = rest[length..].strip_prefix(" ngày ")?;
    let (rest, side) = SIDES.iter().find_map(|(word, side, sign)| Some((rest.strip_prefix(word)?, (*side, *sign))))?;
    let from = rest[..rest.find([')', ',', ';', '\n']).unwrap_or(rest.len())].trim_end_matches('.');
    let plain = from.starts_with("ngày ") && from.chars().count() < 60;
    plain.then_some((count, side, from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_reckoned_from_a_day() {
        for (text, told) in [
            (
                "chậm nhất ngày 2-6 (10 ngày sau ngày bầu cử), rồi ngày 22-6 (20 ngày sau ngày bầu cử); bầu ngày 23-5",
                Some("22-6"),
            ),
            ("chậm nhất ngày 2-6 (10 ngày sau ngày bầu cử), rồi ngày 12-6 (20 ngày sau ngày bầu cử)", None),
            ("trước ngày 8/5 (15 ngày trước ngày bầu cử), xong ngày 13/5 (10 ngày trước ngày bầu cử)", None),
            ("hạn là ngày 20/3/2024 (10 ngày kể từ ngày 05/3/2024)", Some("20/3/2024")),
            ("hạn là ngày 14/3/2024 (10 ngày kể từ ngày 05/3/2024)", None),
            ("ngày 5/3 (3 ngày nghỉ)", None),
            ("Đêm 14/8, rạng sáng ngày 18/8, mưa to ở xã", Some("18/8")),
            ("Đêm 31/8, rạng sáng ngày 01/9, mưa to ở xã", None),
            ("Đêm 14, rạng sáng 15/8, mưa to ở xã", None),
            ("Ngày 4/8/2025, xã lập biên bản. Ba ngày sau, ngày 10/8, xã kiểm tra lại.", Some("10/8")),
            ("Ngày 4/8/2025, xã lập biên bản. Ba ngày sau, ngày 7/8, xã kiểm tra lại.", None),
            ("Tháng 3/2025, hợp tác xã trồng dưa. Hai tháng sau, tháng 6/2025, xã bán dưa.", Some("tháng 6/2025")),
            ("Tháng 3/2025, hợp tác xã trồng dưa. Hai tháng sau, tháng 5/2025, xã bán dưa.", None),
            ("Ngày 20/3/2025, hợp tác xã trồng dưa. Hai tháng sau, tháng 5/2025, xã bán dưa.", None),
            (
                "Tòa tuyên án ngày 4/8/2025. Hạn làm đơn là 15 ngày kể từ ngày tuyên án, tức đến hết ngày 29/8/2025.",
                Some("29/8/2025"),
            ),
            (
                "Tòa tuyên án ngày 4/8/2025. Hạn làm đơn là 15 ngày kể từ ngày tuyên án, tức đến hết ngày 19/8/2025.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
