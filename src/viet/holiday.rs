//! Named days of public life — *ngày lễ, ngày truyền thống*: the day, and the year they began.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A named day.
#[derive(Debug)]
pub struct Holiday {
    /// Its name, in small letters without commas and hyphens; the longest name of a text counts.
    pub name: &'static str,
    /// The day of the month.
    pub day: u8,
    /// The month.
    pub month: u8,
    /// The year from which anniversaries are counted.
    pub year: Option<u16>,
}

/// The days that public offices celebrate.
pub fn holidays() -> &'static [Holiday] {
    static HOLIDAYS: LazyLock<Vec<Holiday>> = LazyLock::new(|| {
        let row = |row: &'static str| {
            let mut cells = row.split('\t');
            let (name, day, month) = (cells.next()?, cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
            Some(Holiday { name, day, month, year: cells.next()?.parse().ok() })
        };
        include_str!("data/holidays.tsv").lines().filter_map(row).collect()
    });
    &HOLIDAYS
}

/// The days whose names begin with a word; nearly every word of a text begins none.
pub fn beginning(word: &str) -> &'static [&'static Holiday] {
    static BY_WORD: LazyLock<HashMap<&'static str, Vec<&'static Holiday>>> = LazyLock::new(|| {
        let mut by_word: HashMap<&str, Vec<&Holiday>> = HashMap::new();
        for holiday in holidays() {
            by_word.entry(holiday.name.split(' ').next().unwrap_or_default()).or_default().push(holiday);
        }
        by_word
    });
    BY_WORD.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viet::date::Ymd;

    #[test]
    fn names_are_small_and_days_are_real() {
        assert_eq!(holidays().len(), include_str!("data/holidays.tsv").lines().count() - 2);
        for one in holidays() {
            assert_eq!(one.name, one.name.to_lowercase());
            assert!(!one.name.contains([',', '-']), "{}", one.name);
            assert!(Ymd::new(one.year.unwrap_or(2024), one.month, one.day).is_ok(), "{}", one.name);
        }
    }
}
