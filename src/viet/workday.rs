//! Working days — *ngày làm việc*: what is left when weekends and public holidays are taken away.
//!
//! The holidays are those of the Labour Code 2019, art. 112: 1 January, *Tết*, the Hùng kings' day, 30 April, 1 May and
//! the National Day; one that falls on a weekend is made good on the next working day (art. 111.3).

use crate::viet::date::{Weekday, Ymd};
use crate::viet::lunar::{LunarDate, MonthKind};

/// No count of working days that is asked for reaches over more days than these.
const MOST: usize = 120;

/// The day that is so many working days after another, which itself does not count.
///
/// Which five days make *Tết*, and whether 1 or 3 September goes with the 2nd, the government says each year; here all
/// that may be are free, so the day found is never too early.
///
/// ```text
/// after(2024-10-10, 5)  →  2024-10-17    a weekend between
/// after(2024-04-26, 5)  →  2024-05-07    30 April and 1 May between
/// ```
pub fn after(day: Ymd, count: usize) -> Ymd {
    let mut at = month_before(day);
    let (mut owed, mut passed) = (0_usize, 0_usize);
    for _ in 0..MOST {
        let free = match (is_weekend(at), is_holiday(at)) {
            (true, holiday) => {
                owed += usize::from(holiday);
                true
            }
            (false, true) => true,
            (false, false) => {
                let made_good = owed > 0;
                owed -= usize::from(made_good);
                made_good
            }
        };
        passed += usize::from(!free && at > day);
        if passed == count && at >= day {
            break;
        }
        at = at.tomorrow();
    }
    at
}

/// The first day of the month before: from there on it is known which weekends are still to be made good.
fn month_before(day: Ymd) -> Ymd {
    let (year, month) = if day.month() == 1 { (day.year() - 1, 12) } else { (day.year(), day.month() - 1) };
    Ymd::new(year, month, 1).unwrap_or(day)
}

/// Offices rest on both days; a text that counts working days leaves them out.
fn is_weekend(day: Ymd) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether a day is, or may be, a public holiday.
fn is_holiday(day: Ymd) -> bool {
    if matches!((day.month(), day.day()), (1, 1) | (4, 30) | (5, 1) | (9, 1..=3)) {
        return true;
    }
    // Both lunar holidays fall between January and the end of April.
    if day.month() > 4 {
        return false;
    }
    let festival = |lunar: LunarDate| {
        lunar.month_kind == MonthKind::Regular && matches!((lunar.month, lunar.day), (1, 1..=5) | (3, 10))
    };
    let new_year = |day: Ymd| (LunarDate::of(day).month, LunarDate::of(day).day) == (1, 1);
    festival(LunarDate::of(day)) || new_year(day.tomorrow()) || new_year(day.tomorrow().tomorrow())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_working_days() {
        for (day, last) in [
            ("2024-10-10", "2024-10-17"),
            ("2024-10-11", "2024-10-18"),
            ("2024-10-12", "2024-10-18"),
            ("2024-04-26", "2024-05-07"),
            // 2 September 2023 was a Saturday, and 1 or 3 September went with it.
            ("2023-08-31", "2023-09-12"),
            // Tết 2025 was on 29 January.
            ("2025-01-22", "2025-02-07"),
            ("2024-12-30", "2025-01-07"),
        ] {
            assert_eq!(after(Ymd::from_iso(day).unwrap(), 5).iso(), last, "{day}");
        }
        assert_eq!(after(Ymd::from_iso("2024-10-10").unwrap(), 0).iso(), "2024-10-10");
    }

    #[test]
    fn the_end_of_the_calendar() {
        assert_eq!(after(Ymd::new(9999, 12, 31).unwrap(), 5).iso(), "9999-12-31");
        assert_eq!(after(Ymd::new(1, 1, 1).unwrap(), 1).iso(), "0001-01-02");
    }
}
