//! Spans of years and months — *nhiệm kỳ*, *kỷ niệm 96 năm (1930 - 2026)*.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::digits;
use crate::check::proof::Proof;
use crate::check::times::both;
use crate::diag::{Diagnostic, Message};
use crate::viet::reading::parse_integer;
use crate::viet::seek::seek;

/// The years of a term of the Party's committees and of the people's councils.
const TERM: u16 = 5;

/// How far the years of an anniversary stand before its days, in bytes.
const FAR: usize = 200;

/// Spans of years by the word before them, with how many years they may have.
const LENGTHS: [(&str, std::ops::RangeInclusive<u16>); 4] =
    [("năm học ", 1..=1), ("niên khóa ", 1..=6), ("nhiệm kỳ ", 2..=7), ("giai đoạn ", 0..=55)];

/// From this year on, a year that is no round one is a slip: nobody plans for 2052.
const BEYOND: u16 = 2051;

/// Words of looking back over years.
const PASSED: [&str; 7] = ["rải qua", "hặng đường", "ành trình", "xây dựng", "phát triển", "thành lập", "hoạt động"];

/// Checks terms and anniversaries.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    terms(proof, faults);
    lengths(proof, faults);
    beyond(proof, faults);
    for (at, word) in seek(proof.lower(), " năm ") {
        faults.extend(of_so_many(proof, (at, at + word.len())));
    }
    for (at, word) in proof.lower().match_indices("kỷ niệm ") {
        faults.extend(without_unit(proof, at + word.len()));
    }
    for (open, _) in proof.plain().match_indices('(') {
        faults.extend(anniversary(proof, open));
    }
}

/// *nhiệm kỳ 2026 - 2030* beside *nhiệm kỳ 2026 - 2031*: one of them is a slip, most likely the one that is not of five
/// years.
fn terms(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let word = "nhiệm kỳ ";
    let mut seen: Vec<(Range<usize>, u16, u16)> = Vec::new();
    for (at, _) in seek(proof.plain(), word) {
        let from = at + word.len();
        let Some((first, last, rest)) = two_years(&proof.plain()[from..]) else { continue };
        seen.push((from..proof.plain().len() - rest.len(), first, last));
    }
    let right = |first: u16, last: u16| last == first + TERM;
    let by_first: HashMap<u16, u16> =
        seen.iter().filter(|(_, first, last)| right(*first, *last)).map(|(_, first, last)| (*first, *last)).collect();
    let by_last: HashMap<u16, u16> =
        seen.iter().filter(|(_, first, last)| right(*first, *last)).map(|(_, first, last)| (*last, *first)).collect();
    for (range, first, last) in seen {
        if let Some(other) = by_last.get(&last).filter(|other| other.abs_diff(first) == 1) {
            let mut fault = proof.fault("date-span", range.clone()).with("other", format!("{other} - {last}"));
            fault.message.id = "date-span.term";
            faults.push(fault.hint_id("date-span.hint.term"));
        }
        if let Some(other) = by_first.get(&first).filter(|other| **other != last) {
            let mut fault = proof.fault("date-span", range).with("other", format!("{first} - {other}"));
            fault.message.id = "date-span.term";
            faults.push(fault.hint_id("date-span.hint.term"));
        }
    }
}

/// *trong ba năm 2021 - 2025*, *kế hoạch 5 năm 2021 - 2026*: both years may count, or one of them; a plan counts both.
fn of_so_many(proof: &Proof, (end, from): (usize, usize)) -> Option<Diagnostic> {
    let lower = proof.lower();
    // *kế hoạch 5 năm giai đoạn 2021 - 2025*
    let (first, last, rest) = two_years(lower[from..].strip_prefix("giai đoạn ").unwrap_or(&lower[from..]))?;
    let word = lower[..end].rsplit([' ', '\n', '(']).next()?;
    let spelt = || u16::try_from(parse_integer(word).ok()?).ok();
    let said: u16 = word.parse().ok().or_else(spelt).filter(|said| (2..=60).contains(said))?;
    let years = last.checked_sub(first)?;
    let head = lower[..end - word.len()].trim_end();
    let plan = said == 5
        && first % 5 == 1
        && ["kế hoạch", "xã hội", "giai đoạn", "trung hạn"].iter().any(|word| head.ends_with(word));
    let wrong = if plan { years + 1 != said } else { years != said && years + 1 != said };
    let other = ["mỗi", "từng", "sau", "tháng", "đầu", "cuối"].iter().any(|word| head.ends_with(word));
    (wrong && !other).then(|| {
        let range = end - word.len()..lower.len() - rest.len();
        let years = if plan { years + 1 } else { years };
        let fault = proof.fault("date-span", range).with("said", word).with("span", format!("{first} - {last}"));
        let mut fault = fault.with("years", years).hint(Message::new("date-span.hint.years").with("years", years));
        fault.message.id = "date-span.years-long";
        fault
    })
}

/// *nhiệm kỳ 2025 - 2035*, *năm học 2025 - 2027*: more years than such a span has.
fn lengths(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (word, years) in LENGTHS {
        for (at, _) in seek(proof.lower(), word) {
            let from = at + word.len();
            let Some((first, last, rest)) = two_years(&proof.plain()[from..]) else { continue };
            let length = last.saturating_sub(first);
            // The committees of schools are elected every year.
            let school = || ["đoàn trường", "học sinh", "chi đoàn", "liên đội", "sinh viên"];
            if length == 1 && word.starts_with("nhiệm") && school().iter().any(|word| proof.lower().contains(word)) {
                continue;
            }
            let none = last == first && word == "năm học ";
            if none || last > first && !years.contains(&length) {
                let mut fault = proof.fault("date-span", from..proof.plain().len() - rest.len()).with("years", length);
                fault.message.id = "date-span.length";
                faults.push(fault.with("word", word.trim()).hint_id("date-span.hint.length"));
            }
        }
    }
}

/// *năm 2052*, *15/8/2205*, *năm 20255*, *năm 202*, *năm 1075* beside *1975*: years that were never meant.
fn beyond(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    let modern: HashSet<&str> = text.match_indices("19").filter_map(|(at, _)| text.get(at + 2..at + 4)).collect();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        at = start + length;
        let before = text[..start].trim_end_matches([' ', '\u{a0}']);
        let named = before.strip_suffix("năm").map(str::trim_end);
        let dated = before.strip_suffix('/').is_some_and(|head| {
            let day = head.trim_end_matches(|c: char| c.is_ascii_digit());
            head.len() > day.len() && (day.ends_with('/') || day.ends_with("tháng "))
        });
        let free = !text[at..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | ','))
            || text[at..].starts_with(['.', ',']) && !text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        if !free || !(named.is_some() || dated) {
            continue;
        }
        let Ok(year) = text[start..at].parse::<u32>() else { continue };
        let far = length == 4 && year >= u32::from(BEYOND) && (year % 5 != 0 || year > 2_100);
        let twin = length == 4 && (1_000..1_800).contains(&year) && modern.contains(&text[at - 2..at]);
        let long = length == 5 && year > 19_000 && year < 21_000;
        let short = length == 3 && (if dated { 190..=209 } else { 200..=205 }).contains(&year);
        if far || twin || long || short {
            let mut fault = proof.fault("date-impossible", start..at);
            fault.message.id = "date-impossible.year";
            faults.push(fault.hint_id("date-impossible.hint.year"));
        }
    }
}

/// *kỷ niệm 93 Ngày thành lập*: the years of an anniversary are called so.
fn without_unit(proof: &Proof, from: usize) -> Option<Diagnostic> {
    let text = proof.plain();
    let (years, rest) = digits(&text[from..], 4).filter(|(years, _)| *years > 9)?;
    let day = [
        " Ngày ",
        " ngày thành lập ",
        " ngày sinh ",
        " ngày truyền thống ",
        " xây dựng và ",
        " thành lập ",
        " giải phóng ",
    ];
    day.iter().any(|day| rest.starts_with(day)).then(|| {
        let mut fault = proof.fault("date-span", from..text.len() - rest.len()).with("years", years);
        fault.message.id = "date-span.unit";
        fault.hint(Message::new("date-span.hint.unit").with("years", years))
    })
}

/// *96 năm Ngày thành lập … (03/02/1930 - 03/02/2026)*, *95 năm thành lập (1930 - 2025)*: the years between the two.
fn anniversary(proof: &Proof, open: usize) -> Option<Diagnostic> {
    let text = proof.plain();
    let inside = &text[open + 1..];
    let days = || {
        let (first, rest) = day_of_year(inside)?;
        let (last, rest) = day_of_year(rest.trim_start().strip_prefix(['-', '–'])?.trim_start())?;
        (first.0 == last.0).then_some((first.1, last.1, rest))
    };
    let (first, last, rest) = days().or_else(|| since(inside))?;
    (rest.starts_with(')') && last > first).then_some(())?;
    let floor = (open.saturating_sub(FAR)..open).find(|at| text.is_char_boundary(*at))?;
    // *Ngày thành lập 28.7 (1929 - 2019)*: a dot inside a day ends nothing.
    let head = text[floor..open].rsplit([';', '(', '\n']).next()?.rsplit(". ").next()?;
    // *80 năm thành lập nước và cũng là dịp kỷ niệm 50 năm Ngày giải phóng tỉnh (…)*: what is celebrated last has the span.
    let nearest = proof.lower()[open - head.len()..open].rfind("kỷ niệm ").map(|at| &head[at..]);
    let head = nearest.filter(|head| head.contains(|c: char| c.is_ascii_digit())).unwrap_or(head);
    let floor = open - head.len();
    let celebrated = ["kỷ niệm", "Kỷ niệm", "KỶ NIỆM"].iter().any(|word| head.contains(word));
    let passed = PASSED.iter().any(|word| head.contains(word));
    // Without a day, only what is celebrated or looked back on has its years counted: the number next to them.
    let counted = |unit: &str| {
        head.rmatch_indices(unit).map(|(at, _)| at).find(|at| {
            head[..*at].ends_with(|c: char| c.is_ascii_digit())
                && head[at + unit.len()..].trim_start_matches([',', ':', '-', '–']).starts_with(' ')
                && !head[at + unit.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit())
        })
    };
    let whole = days().is_some();
    let years = counted(" năm").filter(|_| celebrated || passed || whole);
    let at = years.or_else(|| counted(" ngày").filter(|_| celebrated && whole)).or_else(|| {
        // *cai quản 30 năm (1081 - 1101)*, *18 năm trời (1990-1998)*: right before its years it is their number.
        let tight = head.trim_end();
        let tight =
            [" trời", " liền", " liên tục", " qua"].iter().find_map(|word| tight.strip_suffix(word)).unwrap_or(tight);
        tight.strip_suffix(" năm").map(str::len)
    });
    // *kỷ niệm lần thứ 78 Ngày thành lập*
    let ordinal = || {
        let from = head.rfind("lần thứ ").filter(|_| celebrated)? + "lần thứ ".len();
        let length = head[from..].bytes().take_while(u8::is_ascii_digit).count();
        head[from + length..].to_lowercase().starts_with(" ngày ").then_some(from + length)
    };
    let at = at.or_else(ordinal)?;
    let word = head[..at].rsplit(|c: char| !(c.is_ascii_digit() || c == '.')).next().filter(|word| !word.is_empty())?;
    let (said, years) = (word.replace('.', "").parse::<u16>().ok()?, last - first);
    // *sau 5 năm (2021 - 2025)* counts both years.
    let inclusive = !celebrated && days().is_none() && said == years + 1;
    (said != years && !inclusive || head[at..].starts_with(" ngày")).then(|| {
        let unit = [" năm", " ngày"].iter().find(|unit| head[at..].starts_with(**unit)).map_or(0, |unit| unit.len());
        let range = floor + at - word.len()..floor + at + unit;
        let span = open + 1..text.len() - rest.len();
        let fault = proof.fault("date-span", both(text, &range, &span)).with("said", &text[range]);
        let mut fault = fault.with("span", &text[span]).with("years", years);
        fault.message.id = "date-span.years";
        fault.hint(Message::new("date-span.hint.years").with("years", years))
    })
}

/// Day and month, and the year.
type DayOfYear = ((u16, u16), u16);

/// A day of the year and its year, *03/02/1930*, and what follows.
fn day_of_year(text: &str) -> Option<(DayOfYear, &str)> {
    let (day, rest) = digits(text, 2)?;
    let joint = rest.chars().next().filter(|joint| matches!(joint, '/' | '-' | '.'))?;
    let (month, rest) = digits(rest.strip_prefix(joint)?, 2)?;
    let (year, rest) = digits(rest.strip_prefix(joint)?, 4)?;
    Some((((day, month), year), rest))
}

/// *968 - 2016*, and what follows.
pub fn since(text: &str) -> Option<(u16, u16, &str)> {
    let (first, rest) = digits(text, 4)?;
    let (last, rest) = digits(rest.trim_start().strip_prefix(['-', '–'])?.trim_start(), 4)?;
    (first > 99 && last > 99).then_some((first, last, rest))
}

/// *2026 - 2031*, and what follows.
pub fn two_years(text: &str) -> Option<(u16, u16, &str)> {
    since(text).filter(|(first, last, _)| *first > 1_000 && *last > 1_000)
}
