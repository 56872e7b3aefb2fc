//! Dates — *ngày tháng*: real days only, their office and numeric forms, weekdays.
//!
//! The calendar is the proleptic Gregorian one, years 1 to 9999. A [`Ymd`] is always a real day, so
//! 31/11 cannot be built and nothing downstream has to check it again (rule D8).

mod count;
mod mention;
mod partial;
mod point;
mod weekday;

use std::fmt;

pub use mention::{Form, Mention, MentionFault, find};
pub use partial::{Partial, days, is_lunar};
pub use point::{Point, points};
pub use weekday::{weekday_before, weekday_behind};

/// A day of the calendar — *ngày*; only real days can be made.
///
/// ```text
/// Ymd::new(2024, 11, 31)  →  Err(DateFault::Day { given: 31, last: 30 })
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ymd {
    year: u16,
    month: u8,
    day: u8,
}

/// Why three numbers are not a day — *ngày không có thật*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// The text is not `2024-01-09`, `9/1/2024` or `ngày 09 tháng 01 năm 2024`.
    Shape,
    /// The year is not within 1 to 9999.
    Year(u16),
    /// The month is not within 1 to 12.
    Month(u8),
    /// The month has no such day; `last` is its last one.
    Day {
        /// The day as given.
        given: u8,
        /// The last day of that month.
        last: u8,
    },
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => write!(f, "expected 2024-01-09, 9/1/2024 or ngày 09 tháng 01 năm 2024"),
            Self::Year(year) => write!(f, "year {year} is not within 1 to 9999"),
            Self::Month(month) => write!(f, "month {month} is not within 1 to 12"),
            Self::Day { given, last } => write!(f, "day {given} is not within 1 to {last}"),
        }
    }
}

impl std::error::Error for DateFault {}

/// Zeros in a numeric date — *viết thêm số 0* (rule D2).
///
/// Law pads (630 of 630 dates measured), news does not (85 of 88); one text keeps one of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Padding {
    /// `09/01/2024`, the habit of laws.
    #[default]
    Padded,
    /// `9/1/2024`, the habit of newspapers.
    Unpadded,
}

/// A day of the week — *thứ trong tuần*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weekday {
    /// *thứ Hai*
    Monday,
    /// *thứ Ba*
    Tuesday,
    /// *thứ Tư*
    Wednesday,
    /// *thứ Năm*
    Thursday,
    /// *thứ Sáu*
    Friday,
    /// *thứ Bảy*
    Saturday,
    /// *Chủ nhật*
    Sunday,
}

/// The week from Monday on, each day with its Vietnamese words.
const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "thứ Hai"),
    (Weekday::Tuesday, "thứ Ba"),
    (Weekday::Wednesday, "thứ Tư"),
    (Weekday::Thursday, "thứ Năm"),
    (Weekday::Friday, "thứ Sáu"),
    (Weekday::Saturday, "thứ Bảy"),
    (Weekday::Sunday, "Chủ nhật"),
];

impl Weekday {
    /// The words inside a sentence — *thứ Hai … Chủ nhật* (rule D5).
    ///
    /// The number word is a name and takes a capital, *thứ* does not: NĐ 30/2020 PL II V.8c. CLDR's
    /// "Thứ Hai" and "Chủ Nhật" are not the official form.
    pub fn words(self) -> &'static str {
        WEEK[self as usize].1
    }
}

/// The last day of a month — *số ngày trong tháng*; `None` when there is no such month.
pub const fn days_in_month(year: u16, month: u8) -> Option<u8> {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => Some(29),
        2 => Some(28),
        _ => None,
    }
}

impl Ymd {
    /// The day of three numbers, or the number that is wrong.
    pub const fn new(year: u16, month: u8, day: u8) -> Result<Self, DateFault> {
        if year == 0 || year > 9999 {
            return Err(DateFault::Year(year));
        }
        let Some(last) = days_in_month(year, month) else {
            return Err(DateFault::Month(month));
        };
        if day == 0 || day > last {
            return Err(DateFault::Day { given: day, last });
        }
        Ok(Self { year, month, day })
    }

    /// The day written `2024-01-09`, four, two and two digits.
    pub fn from_iso(text: &str) -> Result<Self, DateFault> {
        match fields(text, '-')? {
            [year, month, day] if (year.len(), month.len(), day.len()) == (4, 2, 2) => from_digits(year, month, day),
            _ => Err(DateFault::Shape),
        }
    }

    /// The day written `9/1/2024` or `09/01/2024`: day first, as everywhere in Vietnam (rule D2).
    pub fn from_numeric(text: &str) -> Result<Self, DateFault> {
        match fields(text, '/')? {
            [day, month, year] if year.len() == 4 && day.len() <= 2 && month.len() <= 2 => {
                from_digits(year, month, day)
            }
            _ => Err(DateFault::Shape),
        }
    }

    /// The day in any written form: ISO, numeric or *ngày 09 tháng 01 năm 2024*.
    pub fn from_text(text: &str) -> Result<Self, DateFault> {
        let text = text.trim();
        if text.contains('/') {
            return Self::from_numeric(text.strip_prefix("ngày ").unwrap_or(text));
        }
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["ngày", day, "tháng", month, "năm", year] => from_digits(year, month, day),
            _ => Self::from_iso(text),
        }
    }

    /// The year — *năm*.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month — *tháng*, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month — *ngày*, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The quarter — *quý*, 1 to 4.
    pub const fn quarter(self) -> u8 {
        (self.month - 1) / 3 + 1
    }

    /// The day after; the last day of the calendar stays itself.
    #[must_use]
    pub fn tomorrow(self) -> Self {
        let Self { year, month, day } = self;
        let next = Self::new(year, month, day + 1).or_else(|_| Self::new(year, month + 1, 1));
        next.or_else(|_| Self::new(year + 1, 1, 1)).unwrap_or(self)
    }

    /// `2024-01-09`, the form machines sort by.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The office form — *ngày 09 tháng 01 năm 2024* (rule D1).
    ///
    /// A zero stands before days 1 to 9 and before months 1 and 2 only, where a stroke could be added
    /// by hand to make 11 or 12: NĐ 30/2020 PL I, mục II.4; Party texts write the same.
    pub fn official(self) -> String {
        let Self { year, month, day } = self;
        let zero = if month < 3 { "0" } else { "" };
        format!("ngày {day:02} tháng {zero}{month} năm {year}")
    }

    /// The numeric form in running text — *09/01/2024* or *9/1/2024* (rule D2).
    pub fn numeric(self, padding: Padding) -> String {
        format!("{}/{}", self.day_and_month(padding), self.year)
    }

    /// Day and month alone, for the lead of a news item — *sáng 10/10* (rule D3).
    pub fn day_and_month(self, padding: Padding) -> String {
        match padding {
            Padding::Padded => format!("{:02}/{:02}", self.day, self.month),
            Padding::Unpadded => format!("{}/{}", self.day, self.month),
        }
    }
}

/// The office form of an ISO date, for callers that hold text only.
pub fn official_of_iso(iso: &str) -> Result<String, DateFault> {
    Ymd::from_iso(iso).map(Ymd::official)
}

/// Three fields of ASCII digits between two separators.
fn fields(text: &str, separator: char) -> Result<[&str; 3], DateFault> {
    let parts: Vec<&str> = text.trim().split(separator).collect();
    <[&str; 3]>::try_from(parts).map_err(|_| DateFault::Shape)
}

/// The day of three digit strings; signs and blanks are refused.
fn from_digits(year: &str, month: &str, day: &str) -> Result<Ymd, DateFault> {
    if ![year, month, day].iter().all(|text| text.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(DateFault::Shape);
    }
    let year = year.parse().map_err(|_| DateFault::Shape)?;
    let month = month.parse().map_err(|_| DateFault::Shape)?;
    Ymd::new(year, month, day.parse().map_err(|_| DateFault::Shape)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_dates() -> Result<(), DateFault> {
        for row in include_str!("../../tests/vectors/dates.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let day = Ymd::from_iso(cells[0])?;
            assert_eq!(day.weekday().words(), cells[1], "{row}");
            assert_eq!(day.official(), cells[2], "{row}");
            assert_eq!(day.numeric(Padding::Padded), cells[3], "{row}");
            assert_eq!(day.numeric(Padding::Unpadded), cells[4], "{row}");
            assert!(cells[0..5].iter().enumerate().all(|(i, cell)| i == 1 || Ymd::from_text(cell) == Ok(day)));
            assert_eq!(day.iso(), cells[0]);
        }
        Ok(())
    }

    #[test]
    fn days_that_are_not() {
        let day = |given, last| Err(DateFault::Day { given, last });
        for (text, fault) in [
            ("2024-11-31", day(31, 30)),
            ("2023-02-29", day(29, 28)),
            ("1900-02-29", day(29, 28)),
            ("2024-01-00", day(0, 31)),
            ("2024-13-01", Err(DateFault::Month(13))),
            ("0000-01-01", Err(DateFault::Year(0))),
            ("2024-1-9", Err(DateFault::Shape)),
            ("2024-01-09T08:00", Err(DateFault::Shape)),
            ("+024-01-09", Err(DateFault::Shape)),
            ("31/11/2024", day(31, 30)),
            ("ngày 30 tháng 02 năm 2024", day(30, 29)),
            ("", Err(DateFault::Shape)),
        ] {
            assert_eq!(Ymd::from_text(text), fault, "{text}");
        }
    }
}
