//! Laws and decrees that public offices cite every day — *văn bản hay được viện dẫn*: their numbers, names and days.

use std::sync::LazyLock;

use crate::viet::date::Ymd;

/// One of them.
#[derive(Debug)]
pub struct Known {
    /// Its number.
    pub number: &'static str,
    /// The name of a law in small letters, without *luật*; nothing for what is cited by its number.
    pub name: &'static str,
    /// The day on which it was made.
    pub day: Ymd,
}

/// The table, read once.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let row = |row: &'static str| {
        let mut cells = row.split('\t');
        let (number, day, name) = (cells.next()?, cells.next()?, cells.next()?);
        Some(Known { number, name, day: Ymd::from_iso(day).ok()? })
    };
    include_str!("../data/documents.tsv").lines().filter_map(row).collect()
});

/// The document of a number; zeros before it count for nothing.
pub fn of_number(number: &str) -> Option<&'static Known> {
    let bare = number.trim_start_matches('0');
    KNOWN.iter().find(|known| known.number.trim_start_matches('0') == bare)
}

/// The laws whose name a text begins with, in small letters: of names inside one another the longest.
pub fn of_name(lower: &str) -> Vec<&'static Known> {
    let fits = |known: &&Known| !known.name.is_empty() && lower.starts_with(known.name);
    let longest = KNOWN.iter().filter(fits).map(|known| known.name.len()).max();
    KNOWN.iter().filter(fits).filter(|known| Some(known.name.len()) == longest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viet::reference;

    /// Each number reads as one, each day is real, and a year in a number is the year of its day.
    #[test]
    fn the_table_is_sound() {
        assert_eq!(KNOWN.len(), include_str!("../data/documents.tsv").lines().count() - 2);
        for known in KNOWN.iter() {
            let one = reference::parse(known.number).unwrap_or_else(|| panic!("{}", known.number));
            assert_eq!(one.year, Some(known.day.year()), "{}", known.number);
            assert!(one.faults.is_empty() || one.kind.is_none(), "{}: {:?}", known.number, one.faults);
            assert_eq!(of_number(known.number).map(|found| found.day), Some(known.day));
        }
        let years: Vec<u16> = of_name("đầu tư công ngày").iter().map(|known| known.day.year()).collect();
        assert_eq!(years, [2014, 2019, 2024]);
    }
}
