//! Named days and named years — *Ngày Thương binh - Liệt sĩ (27/7)*, *Xuân Giáp Thìn 2024*.

use std::ops::Range;

use super::lower;
use super::moon::without_weekday;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date;
use crate::viet::holiday::{self, Holiday};
use crate::viet::letter::is_letter;
use crate::viet::lunar;

/// How far behind its name a day may stand, in letters.
const FAR: usize = 45;

/// How far around a name other named days are looked for, in words.
const NEAR: usize = 30;

/// A word with its place.
type Word<'t> = (usize, &'t str);

/// Checks named days and years of the moon's calendar.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let words: Vec<Word> = words(proof.lower());
    let found = holidays(&words);
    for (at, (_, end, holiday)) in found.iter().enumerate() {
        let from = at.saturating_sub(2);
        let beside: Vec<&Holiday> = found[from..]
            .iter()
            .take(5)
            .filter(|(_, other, _)| end.abs_diff(*other) < NEAR * 8)
            .map(|(.., one)| *one)
            .collect();
        faults.extend(other_day(proof, *end, holiday, &beside));
    }
    for pair in words.windows(2) {
        faults.extend(other_year(proof, pair));
    }
}

pub(super) fn words(lower: &str) -> Vec<Word<'_>> {
    let start = lower.as_ptr() as usize;
    let words = lower.split(|c: char| !is_letter(c) && !('\u{300}'..='\u{36f}').contains(&c));
    words.filter(|word| !word.is_empty()).map(|word| (word.as_ptr() as usize - start, word)).collect()
}

/// The named days of a text: where their names begin and end; of names inside one another the longest.
pub(super) fn holidays(words: &[Word]) -> Vec<(usize, usize, &'static Holiday)> {
    let mut found: Vec<(usize, usize, &'static Holiday)> = Vec::new();
    for at in 0..words.len() {
        let fits = |holiday: &&'static Holiday| {
            let mut names = holiday.name.split(' ');
            let mut rest = words[at..].iter();
            names.all(|name| rest.next().is_some_and(|(_, word)| *word == name))
        };
        let longest =
            holiday::beginning(words[at].1).iter().copied().filter(fits).max_by_key(|holiday| holiday.name.len());
        if let Some(holiday) = longest {
            let last = at + holiday.name.split(' ').count() - 1;
            let (start, word) = words[last];
            // *Ngày thành lập Đảng bộ tỉnh* is another day.
            if word == "đảng" && words.get(last + 1).is_some_and(|(_, next)| matches!(*next, "bộ" | "ủy" | "uỷ"))
            {
                continue;
            }
            found.push((words[at].0, start + word.len(), holiday));
        }
    }
    found.dedup_by_key(|(_, end, _)| *end);
    found
}

/// A day and a month in figures, with the year where one stands.
struct InFigures {
    range: Range<usize>,
    day: u8,
    month: u8,
    year: Option<u16>,
}

/// *Ngày Thương binh - Liệt sĩ (27/8)*: no other day is called so. Of several names before one bracket any may be meant.
fn other_day(proof: &Proof, end: usize, holiday: &Holiday, beside: &[&Holiday]) -> Option<Diagnostic> {
    let text = proof.plain();
    let rest = &text[end..];
    let far = rest.char_indices().nth(FAR).map_or(rest.len(), |(far, _)| far);
    let open = rest[..far].find(|c: char| c == '(' || c.is_ascii_digit() || ".;:,\n”".contains(c))?;
    let bracket = rest[open..].starts_with('(');
    let days = if bracket {
        let close = rest[open..].find([')', '\n']).map_or(rest.len(), |close| open + close);
        in_figures(text, end + open + 1..end + close)
    } else {
        let led = matches!(rest[..open].trim(), "" | "ngày");
        let close = rest[open..].find([' ', ',', ';', ')', '\n']).map_or(rest.len(), |close| open + close);
        if led { in_figures(text, end + open..end + close) } else { Vec::new() }
    };
    let first = days.first()?;
    let lunar = text[first.range.end..].trim_start().to_lowercase().starts_with("âm");
    let is_of = |one: &InFigures, holiday: &Holiday| (one.day, one.month) == (holiday.day, holiday.month);
    let known = days.iter().any(|day| beside.iter().any(|holiday| is_of(day, holiday)));
    let right = format!("{}/{}", holiday.day, holiday.month);
    if !known && !lunar {
        let fault = proof.fault("date-named", first.range.clone());
        return Some(fault.hint(Message::new("date-named.hint").with("right", right)));
    }
    // *(27/7/1957 - 27/7/2022)*: the first of two days is the one that years are counted from.
    let [begun, now] = &days[..] else { return None };
    let year = holiday.year.filter(|_| is_of(begun, holiday) && is_of(now, holiday))?;
    (begun.year.is_some_and(|told| told != year)).then(|| {
        let fault = proof.fault("date-named", begun.range.clone());
        fault.hint(Message::new("date-named.hint").with("right", format!("{right}/{year}")))
    })
}

/// The days of a range: *27/7/1947 - 27/7/2022*, *19-8*.
fn in_figures(text: &str, range: Range<usize>) -> Vec<InFigures> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(step) = text.get(at..range.end).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at + step;
        let length = text[start..range.end].find(|c: char| !(c.is_ascii_digit() || "/-.".contains(c)));
        let end = length.map_or(range.end, |length| start + length);
        let parts: Vec<&str> = text[start..end].trim_end_matches(['.', '-', '/']).split(['/', '-', '.']).collect();
        let number = |part: &str| part.parse::<u8>().ok();
        let (day, month) = (parts.first().and_then(|part| number(part)), parts.get(1).and_then(|part| number(part)));
        if let (Some(day @ 1..=31), Some(month @ 1..=12)) = (day, month)
            && parts.len() < 4
        {
            let year = parts.get(2).and_then(|year| year.parse().ok());
            found.push(InFigures { range: start..end, day, month, year });
        }
        at = end.max(start + 1);
    }
    found
}

/// *Xuân Quý Mão 2024*: every year has one name of stem and branch.
fn other_year(proof: &Proof, pair: &[Word]) -> Option<Diagnostic> {
    let text = proof.plain();
    let [(start, _), (last, word)] = *pair else { return None };
    let (stem, branch) = (&text[start..start + pair[0].1.len()], &text[last..last + word.len()]);
    let written = lunar::is_stem(stem) && lunar::is_branch(branch) && text[start + stem.len()..last] == *" ";
    written.then_some(())?;
    let end = last + word.len();
    if let Some(year) = born_before(&text[..start]) {
        // Before Tết it is still the year before.
        let fits = |year: u16| lunar::year_name(year) == format!("{stem} {branch}");
        return (!fits(year) && !fits(year - 1)).then(|| moon_year(proof, start..end, year));
    }
    let behind = &text[end..];
    let lead = [" năm", "", " -", " –", " (", ","].iter().find_map(|joint| behind.strip_prefix(joint))?;
    let after = four(lead.trim_start());
    let place = after.map(|year| {
        let at = end + behind.len() - lead.trim_start().len();
        (year, start..at + 4)
    });
    let (year, range) = place.or_else(|| {
        let head = text[..start].trim_end();
        let head = head.strip_suffix("năm").unwrap_or(head).trim_end();
        if let Some(year) = moon_year_of_civil(head) {
            return Some((year, start..end));
        }
        let head = head.strip_suffix(['(', '-', '–'])?.trim_end();
        let from = head.len().checked_sub(4)?;
        let told = head.get(..from)?.trim_end().ends_with(['m', 'c', 'n']);
        Some((four(head.get(from..)?).filter(|_| told)?, from..end))
    })?;
    let right = lunar::year_name(year);
    let own = format!("{stem} {branch}");
    (right.replace("Tị", "Tỵ") != own.replace("Tị", "Tỵ").replace("Kỉ", "Kỷ").replace("Quí", "Quý"))
        .then(|| moon_year(proof, range, year))
}

fn moon_year(proof: &Proof, range: Range<usize>, year: u16) -> Diagnostic {
    let mut fault = proof.fault("date-named", range).with("year", year);
    fault.message.id = "date-named.moon-year";
    let right = lunar::year_name(year);
    fault.hint(Message::new("date-named.hint.moon-year").with("right", right).with("year", year))
}

/// *sinh ngày 22-2-1922, tuổi Mậu Tuất*: the year of birth right before the name of the year.
fn born_before(head: &str) -> Option<u16> {
    let head = head.trim_end().strip_suffix("tuổi")?.trim_end().trim_end_matches(['(', ',', ' ']);
    let year = four(head.get(head.len().checked_sub(4)?..)?)?;
    let clause = head.rsplit(['.', ';', '\n']).next()?;
    clause.contains("inh ").then_some(year)
}

/// *21/9/2018 (tức ngày 12/8*: the moon's year of the civil day before it.
fn moon_year_of_civil(head: &str) -> Option<u16> {
    const LONG: usize = 45;
    let floor = (head.len().saturating_sub(LONG)..head.len()).find(|at| head.is_char_boundary(*at))?;
    let near = &head[floor..];
    let at = near.rfind("tức ").or_else(|| near.rfind("nhằm "))?;
    let civil = near[..at].trim_end_matches([' ', '(', ',']);
    let told = date::find(near).into_iter().find(|told| told.range.end == civil.len())?;
    // *đến hết ngày 26/1/2023, tức ngày 29 tháng Chạp … đến*: of two spans the second tells its first day first.
    let lead = head[..floor + told.range.start].trim_end().trim_end_matches("ngày").trim_end();
    let lead = lower(&lead[lead.ceil_char_boundary(lead.len().saturating_sub(LONG))..]);
    let lead = without_weekday(&lead);
    let until = ["đến", "hết", "tới"].iter().any(|word| lead.ends_with(word));
    (!until).then_some(())?;
    told.day.ok().map(|day| lunar::LunarDate::of(day).year)
}

/// A year of four figures that is the whole number.
fn four(text: &str) -> Option<u16> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let ended = !text[4..].starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-');
    digits.parse().ok().filter(|year| ended && (1900..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_days_and_years() {
        for (text, told) in [
            ("Nhân Ngày Thương binh - Liệt sĩ (27/8), xã", Some("27/8")),
            ("Nhân Ngày Thương binh - Liệt sĩ (27/7), xã", None),
            ("kỷ niệm 75 năm Ngày Thương binh, Liệt sĩ (27/7/1957 - 27/7/2022)", Some("27/7/1957")),
            ("kỷ niệm 75 năm Ngày Thương binh, Liệt sĩ (27/7/1947 - 27/7/2022)", None),
            ("Cách mạng tháng Tám và Quốc khánh (19/8 và 2/9)", None),
            ("nghỉ lễ Giải phóng miền Nam 30/4 và Quốc tế Lao động 1/5", None),
            ("nghỉ lễ Quốc khánh 29/9, xã", Some("29/9")),
            ("nghỉ lễ Quốc khánh từ ngày 31/8 đến 3/9", None),
            ("mừng Xuân Quý Mão 2024", Some("Quý Mão 2024")),
            ("mừng Xuân Giáp Thìn 2024, Tết Nguyên đán Ất Tỵ năm 2025, năm 2023 (Quý Mão)", None),
            ("năm 2024 (Quý Mão)", Some("2024 (Quý Mão")),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
