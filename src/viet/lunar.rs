//! The lunar calendar — *âm lịch*: the lunar day of a civil one, for festivals and anniversaries (rule D9).
//!
//! A month begins on the day of the new moon, Vietnam time (UTC+7), and month 11 holds the winter solstice.
//! Moon and sun follow J. Meeus, *Astronomical Algorithms*; before 1968 clocks and single days may differ.

use crate::viet::date::Ymd;
use crate::viet::number::{capitalised, words};

/// Feasts of the moon's calendar by their names, and the beginnings of others.
pub const FEASTS: [(&str, u8, u8); 7] = [
    ("tết trung thu", 15, 8),
    ("tết đoan ngọ", 5, 5),
    ("giỗ tổ hùng vương", 10, 3),
    ("tết nguyên tiêu", 15, 1),
    ("lễ vu lan", 15, 7),
    ("rằm tháng", 0, 0),
    ("mùng 1 tết", 1, 1),
];

/// A day of the lunar calendar — *ngày âm lịch*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LunarDate {
    /// The lunar year, named by the civil year in which most of it lies.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day, 1 to 30.
    pub day: u8,
    /// Whether the month is the second of its number.
    pub month_kind: MonthKind,
}

/// Whether a lunar month repeats the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthKind {
    /// The month of its number.
    Regular,
    /// *tháng nhuận*
    Leap,
}

/// The ten heavenly stems — *thiên can* — from the year 4 on.
const STEMS: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];

/// The twelve earthly branches — *địa chi*.
const BRANCHES: [&str; 12] = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

/// The mean length of a month in days.
const MONTH: f64 = 29.530_588_853;

/// The Julian day of the new moon numbered 0, in January 1900.
const FIRST_NEW_MOON: f64 = 2_415_021.076_998_695;

/// Vietnam's hours ahead of Greenwich, in days.
const ZONE: f64 = 7.0 / 24.0;

impl LunarDate {
    /// The lunar day of a civil day.
    ///
    /// The months from one winter solstice to the next are numbered from 11; when thirteen lie between, the
    /// leap one, the first without a principal term, repeats the number before it. Months 11 and 12 belong to the lunar year that is ending.
    pub fn of(civil: Ymd) -> Self {
        let today = julian_day(civil.year().into(), civil.month().into(), civil.day().into());
        let guess = month_number(today);
        let start = [guess + 1, guess].into_iter().map(new_moon_day).find(|start| *start <= today);
        let start = start.unwrap_or_else(|| new_moon_day(guess - 1));
        let year = i64::from(civil.year());
        let solstice = eleventh_month(year);
        let (first, last, base) = if solstice <= start {
            (solstice, eleventh_month(year + 1), year + 1)
        } else {
            (eleventh_month(year - 1), solstice, year)
        };
        let passed = (start - first) / 29;
        let leap = if last - first > 365 { leap_month(first) } else { i64::MAX };
        let number = passed + 11 - i64::from(passed >= leap);
        let month = (number - 1) % 12 + 1;
        let year = if month >= 11 && passed < 4 { base - 1 } else { base };
        Self {
            year: u16::try_from(year).unwrap_or_default(),
            month: u8::try_from(month).unwrap_or_default(),
            day: u8::try_from(today - start + 1).unwrap_or_default(),
            month_kind: if passed == leap { MonthKind::Leap } else { MonthKind::Regular },
        }
    }

    /// The name of its year — *Giáp Thìn*, both words with capitals (NĐ 30/2020 PL II V.8a).
    pub fn year_name(self) -> String {
        year_name(self.year)
    }

    /// The day in words — *ngày 08 tháng Chín năm Giáp Thìn*; *tháng Giêng*, *tháng Chạp*, *tháng Hai nhuận*.
    pub fn words(self) -> String {
        let month = match self.month {
            1 => "Giêng".to_owned(),
            4 => "Tư".to_owned(),
            12 => "Chạp".to_owned(),
            month => capitalised(&words(month.into())),
        };
        let leap = if self.month_kind == MonthKind::Leap { " nhuận" } else { "" };
        format!("ngày {:02} tháng {month}{leap} năm {}", self.day, self.year_name())
    }
}

/// The name of a lunar year — *năm can chi*: stems and branches turn together, so a name returns after 60
/// years; 2024 is *Giáp Thìn*.
pub fn year_name(year: u16) -> String {
    let place = usize::from(year) + 56;
    format!("{} {}", STEMS[place % 10], BRANCHES[place % 12])
}

/// Whether a word is one of the ten stems — *Giáp … Quý*.
pub fn is_stem(word: &str) -> bool {
    STEMS.contains(&word) || matches!(word, "Kỉ" | "Quí")
}

/// Whether a word is one of the twelve branches — *Tý … Hợi*.
pub fn is_branch(word: &str) -> bool {
    BRANCHES.contains(&word) || word == "Tị"
}

/// The Julian day number of a civil day of the Gregorian calendar.
fn julian_day(year: i64, month: i64, day: i64) -> i64 {
    let shift = (14 - month) / 12;
    let (year, month) = (year + 4800 - shift, month + 12 * shift - 3);
    day + (153 * month + 2) / 5 + 365 * year + year / 4 - year / 100 + year / 400 - 32045
}

/// The number of the month that is about to hold a day, counted from January 1900.
fn month_number(day: i64) -> i64 {
    ((day as f64 - FIRST_NEW_MOON) / MONTH).floor() as i64
}

/// The day, Vietnam time, of a new moon.
fn new_moon_day(number: i64) -> i64 {
    (new_moon(number as f64) + 0.5 + ZONE).floor() as i64
}

/// The Julian day of a new moon (Meeus, chapter on the phases of the moon, the greatest terms).
fn new_moon(number: f64) -> f64 {
    let t = number / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let sine = |degrees: f64| degrees.to_radians().sin();
    let sun = 359.2242 + 29.105_356_08 * number - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.0253 + 385.816_918_06 * number + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let node = 21.2964 + 390.670_506_46 * number - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let mean = 2_415_020.759_33 + 29.530_588_68 * number + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sine(166.56 + 132.87 * t - 0.009_173 * t2);
    let terms = [
        (0.1734 - 0.000_393 * t, sun),
        (0.0021, 2.0 * sun),
        (-0.4068, moon),
        (0.0161, 2.0 * moon),
        (-0.0004, 3.0 * moon),
        (0.0104, 2.0 * node),
        (-0.0051, sun + moon),
        (-0.0074, sun - moon),
        (0.0004, 2.0 * node + sun),
        (-0.0004, 2.0 * node - sun),
        (-0.0006, 2.0 * node + moon),
        (0.0010, 2.0 * node - moon),
        (0.0005, 2.0 * moon + sun),
    ];
    let correction: f64 = terms.iter().map(|(size, angle)| size * sine(*angle)).sum();
    let clock = if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t2 - 0.000_008_45 * t3 - 0.000_000_081 * t * t3
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t2
    };
    mean + correction - clock
}

/// The twelfth of the sun's path, 0 to 11, at the start of a day, Vietnam time; 9 begins at the winter solstice.
fn sun_sector(day: i64) -> i64 {
    let t = (day as f64 - 2_451_545.5 - ZONE) / 36_525.0;
    let t2 = t * t;
    let anomaly = (357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t * t2).to_radians();
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let centre = (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * anomaly.sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin()
        + 0.000_290 * (3.0 * anomaly).sin();
    ((mean + centre).rem_euclid(360.0) / 30.0).floor() as i64
}

/// The first day of the month that holds the winter solstice of a civil year.
fn eleventh_month(year: i64) -> i64 {
    let number = ((julian_day(year, 12, 31) - 2_415_021) as f64 / MONTH).floor() as i64;
    let start = new_moon_day(number);
    if sun_sector(start) >= 9 { new_moon_day(number - 1) } else { start }
}

/// Which month after a month 11 is leap: the first in which the sun stays within one sector.
fn leap_month(eleventh: i64) -> i64 {
    let number = ((eleventh as f64 - FIRST_NEW_MOON) / MONTH + 0.5).floor() as i64;
    let sector = |place: i64| sun_sector(new_moon_day(number + place));
    (1..14).find(|place| sector(*place) == sector(place + 1)).unwrap_or(13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_lunar_dates() {
        for row in include_str!("../../tests/vectors/dates.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let lunar = LunarDate::of(Ymd::from_iso(cells[0]).unwrap());
            let leap = if lunar.month_kind == MonthKind::Leap { "L" } else { "" };
            assert_eq!(format!("{}/{}{leap}/{}", lunar.day, lunar.month, lunar.year), cells[5], "{row}");
            assert_eq!(lunar.year_name(), cells[6], "{row}");
        }
    }

    #[test]
    fn known_days() {
        for (iso, words) in [
            ("2024-10-10", "ngày 08 tháng Chín năm Giáp Thìn"),
            ("2024-02-10", "ngày 01 tháng Giêng năm Giáp Thìn"),
            ("2023-03-22", "ngày 01 tháng Hai nhuận năm Quý Mão"),
            ("2025-01-28", "ngày 29 tháng Chạp năm Giáp Thìn"),
            ("2026-02-16", "ngày 29 tháng Chạp năm Ất Tỵ"),
            ("2033-12-22", "ngày 01 tháng Mười một nhuận năm Quý Sửu"),
            ("1985-01-21", "ngày 01 tháng Giêng năm Ất Sửu"),
            ("2007-02-17", "ngày 01 tháng Giêng năm Đinh Hợi"),
            ("2030-02-02", "ngày 01 tháng Giêng năm Canh Tuất"),
        ] {
            assert_eq!(LunarDate::of(Ymd::from_iso(iso).unwrap()).words(), words, "{iso}");
        }
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let days =
            |year: u16| (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Ymd::new(year, month, day).ok()));
        let mut before: Option<LunarDate> = None;
        for day in (1950..2100).flat_map(days) {
            let lunar = LunarDate::of(day);
            if let Some(before) = before {
                let next = lunar.day == before.day + 1 && lunar.month == before.month;
                let new_month = lunar.day == 1 && before.day >= 29;
                assert!(next || new_month, "{day:?} {before:?} {lunar:?}");
                let new_year = u16::from(lunar.month == 1 && before.month == 12);
                assert_eq!(lunar.year, before.year + new_year, "{day:?}");
            }
            before = Some(lunar);
        }
    }
}
