//! Points in time of a running text, as far as they are told — *ngày 12/5, tháng 5/2024, quý II/2024, năm 2016*.

use std::ops::Range;

use super::{Partial, Ymd, days, days_in_month};

/// A day, a month, a quarter or a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its bytes, with *tháng, quý, năm* before the figures and without *ngày*.
    pub range: Range<usize>,
    /// The year.
    pub year: Option<u16>,
    /// The first and the last month.
    pub months: Option<(u8, u8)>,
    /// The day of the month.
    pub day: Option<u8>,
}

/// Quarters in figures.
const QUARTERS: [(&str, u8); 8] = [("III", 3), ("II", 2), ("IV", 4), ("I", 1), ("1", 1), ("2", 2), ("3", 3), ("4", 4)];

/// Words of a time of the year, right before the year: *đầu 2024*, *xuân 2024*.
const PARTS: [&str; 6] = ["đầu", "giữa", "cuối", "xuân", "tết", "hè"];

/// Words right before a bare year or month of a year.
const LED: [&str; 8] = ["từ", "đến", "tới", "hết", "trước", "sau", "kể", "sn"];

impl Point {
    /// Its first day, in a year if it tells none.
    pub fn first(&self, year: u16) -> Option<Ymd> {
        let month = self.months.map_or(1, |months| months.0);
        Ymd::new(self.year.unwrap_or(year), month, self.day.unwrap_or(1)).ok()
    }

    /// Its last day, in a year if it tells none.
    pub fn last(&self, year: u16) -> Option<Ymd> {
        let (year, month) = (self.year.unwrap_or(year), self.months.map_or(12, |months| months.1));
        Ymd::new(year, month, self.day.or(days_in_month(year, month))?).ok()
    }

    /// Whether two are told to the same part: two days, two months, two years.
    pub fn is_as_exact_as(&self, other: &Point) -> bool {
        self.day.is_some() == other.day.is_some() && self.months.is_some() == other.months.is_some()
    }
}

impl From<Partial> for Point {
    fn from(day: Partial) -> Point {
        let months = day.month.map(|month| (month, month));
        Point { range: day.range, year: day.year, months, day: Some(day.day) }
    }
}

/// The points in time of a text, in order.
pub fn points(text: &str) -> Vec<Point> {
    let days: Vec<Point> = days(text).into_iter().map(Point::from).collect();
    let mut next = 0;
    let mut others: Vec<Point> = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        while days.get(next).is_some_and(|day| day.range.end <= at) {
            next += 1;
        }
        let taken = at < end || days.get(next).is_some_and(|day| day.range.start <= at);
        if taken || !(c.is_ascii_digit() || matches!(c, 'I')) || text[..at].ends_with(is_inner) {
            continue;
        }
        if let Some(point) = longer(text, at) {
            end = point.range.end;
            others.push(point);
        }
    }
    let mut all = days;
    all.extend(others);
    all.sort_by_key(|point| point.range.start);
    for at in (1..all.len()).rev() {
        let (before, behind) = all.split_at_mut(at);
        if let ([.., one], [next, ..]) = (before, behind)
            && one.day.is_some()
            && one.months.is_none()
            && next.day >= one.day
            && is_shared(&text[one.range.end..next.range.start])
        {
            (one.months, one.year) = (next.months, next.year);
        }
    }
    all
}

/// Whether two days are told with one month: *từ ngày 20 đến ngày 22/5*, *ngày 14, 15 và 16/8*.
fn is_shared(link: &str) -> bool {
    const LINKS: [&str; 9] = ["đến", "đến ngày", "đến hết ngày", "đến hết", "và", "và ngày", ",", "-", "–"];
    // *ngày 14, 15 và 16/8*: of a list the first day and the last are read.
    let bare = link.trim_matches(|c: char| c == ' ' || c == ',' || c.is_ascii_digit());
    LINKS.contains(&link.trim()) || bare == "và" && !link.contains(['/', '-'])
}

/// What a figure is not the beginning of.
fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || "/-–.,".contains(c)
}

/// The month, quarter or year whose figures begin at a byte.
fn longer(text: &str, start: usize) -> Option<Point> {
    let before = text[..start].trim_end_matches([' ', '\u{a0}']);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let head = before.len() - word.len();
    let point = |start: usize, year, months, rest: &str| {
        let ended = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '%')
            && !rest
                .strip_prefix(['/', '.', ',', '-', '–'])
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        ended.then(|| Point { range: start..text.len() - rest.len(), year, months, day: None })
    };
    let own = &text[start..];
    match word.to_lowercase().as_str() {
        "tháng" => {
            let (month, rest) = figures(own, 2).filter(|(month, _)| (1..=12).contains(month))?;
            let month = u8::try_from(month).ok()?;
            let (year, rest) = year_behind(rest).map_or((None, rest), |(year, rest)| (Some(year), rest));
            point(head, year, Some((month, month)), rest)
        }
        "quý" | "quí" => {
            let (name, quarter) = QUARTERS.iter().find(|(name, _)| own.starts_with(name))?;
            let rest = &own[name.len()..];
            let (year, rest) = year_behind(rest).map_or((None, rest), |(year, rest)| (Some(year), rest));
            point(head, year, Some((quarter * 3 - 2, quarter * 3)), rest)
        }
        "năm" => {
            let (year, rest) = year(own)?;
            let span = rest
                .trim_start()
                .strip_prefix(['-', '–'])
                .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
            point(head, Some(year), None, rest).filter(|_| !span)
        }
        word if PARTS.contains(&word) => {
            let (year, rest) = year(own)?;
            let span = rest.trim_start().starts_with(['-', '–']);
            point(start, Some(year), None, rest).filter(|_| !span)
        }
        word if LED.contains(&word) => {
            if let Some((year, rest)) = year(own) {
                let counted = rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
                let counted = counted && !["đến", "tới", "và"].iter().any(|word| rest[1..].starts_with(word));
                return point(start, Some(year), None, rest).filter(|_| !counted);
            }
            let (month, year, rest) = month_of_year(own)?;
            point(start, Some(year), Some((month, month)), rest)
        }
        // *(11-1941)*, *(1831)*
        "" if before.ends_with('(') => {
            if let Some((year, rest)) = year(own).filter(|(_, rest)| rest.starts_with(')')) {
                return point(start, Some(year), None, rest);
            }
            let (month, rest) = figures(own, 2).filter(|(month, _)| (1..=12).contains(month))?;
            let (year, rest) = year(rest.strip_prefix(['-', '/', '.'])?)?;
            let month = u8::try_from(month).ok()?;
            point(start, Some(year), Some((month, month)), rest).filter(|_| rest.starts_with(')'))
        }
        // *từ 2/1970 – 11/1976*
        "" if before.ends_with(['-', '–']) => {
            let (month, year, rest) = month_of_year(own)?;
            let first = before.trim_end_matches(['-', '–', ' ']);
            let from = first
                .rfind(|c: char| !c.is_ascii_digit() && c != '/')
                .map_or(Some(0), |at| first[at..].chars().next().map(|c| at + c.len_utf8()))?;
            let spanned = month_of_year(&first[from..]).is_some_and(|(.., rest)| rest.is_empty());
            point(start, Some(year), Some((month, month)), rest).filter(|_| spanned)
        }
        _ => None,
    }
}

/// *11/1976*
fn month_of_year(text: &str) -> Option<(u8, u16, &str)> {
    let (month, rest) = figures(text, 2).filter(|(month, _)| (1..=12).contains(month))?;
    let (year, rest) = year(rest.strip_prefix('/')?)?;
    Some((u8::try_from(month).ok()?, year, rest))
}

/// The year of a month or a quarter: */2024*, *-2024*, * năm 2024*.
fn year_behind(rest: &str) -> Option<(u16, &str)> {
    let joint = ["/", "-", ".", " năm ", " - ", " – "].iter().find_map(|joint| rest.strip_prefix(joint))?;
    year(joint)
}

/// A year of four figures.
fn year(text: &str) -> Option<(u16, &str)> {
    figures(text, 4).filter(|(year, _)| (1800..=2100).contains(year))
}

fn figures(text: &str, most: usize) -> Option<(u16, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&length).then_some(())?;
    Some((text[..length].parse().ok()?, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_in_time() {
        for (text, told) in [
            ("Đợt 2: ngày 9 và 10-7, ngày 14, 15 và 16/8, ngày 5 và 3/4 số hộ", "9 · 10-7 · 14 · 16/8 · 5"),
            (
                "từ tháng 9/2023 đến tháng 6 năm 2024; quý II/2024, Quý 3",
                "tháng 9/2023 · tháng 6 năm 2024 · quý II/2024 · Quý 3",
            ),
            ("Năm 1937, sinh ngày 4/10/1920; từ năm 1997 đến năm 2006", "Năm 1937 · 4/10/1920 · năm 1997 · năm 2006"),
            ("(từ 2011 đến 2015), từ 1920 hộ đến 2015 hộ", "2011 · 2015"),
            ("họp (11-1941), xong (5/2018), còn (11-15)", "11-1941 · 5/2018"),
            ("ngày 13 tháng 6 năm 2017, từ tháng 3 đến 5/2018", "13 tháng 6 năm 2017 · tháng 3 · 5/2018"),
            ("năm 2016 - 2020, giai đoạn 2021-2025, 6 tháng, năm 5 hộ, số 12/2020/NĐ-CP", ""),
        ] {
            let found: Vec<&str> = points(text).into_iter().map(|point| &text[point.range]).collect();
            assert_eq!(found.join(" · "), told, "{text}");
        }
        let quarter = points("quý II/2024").remove(0);
        assert_eq!((quarter.first(1), quarter.last(1)), (Ymd::new(2024, 4, 1).ok(), Ymd::new(2024, 6, 30).ok()));
    }
}
