//! Days counted — *tính ngày*: so many days after a day, and the day of the week.

use super::{WEEK, Weekday, Ymd, days_in_month};

impl Ymd {
    /// Days since 1 January of year 1, which is day 0.
    pub fn ordinal(self) -> i64 {
        let past = i64::from(self.year()) - 1;
        let whole = (1..self.month()).filter_map(|month| days_in_month(self.year(), month));
        past * 365 + past / 4 - past / 100 + past / 400 + whole.map(i64::from).sum::<i64>() + i64::from(self.day()) - 1
    }

    /// The day so many days later, or earlier; none outside the calendar.
    pub fn plus(self, days: i64) -> Option<Self> {
        let target = self.ordinal() + days;
        let mut year = u16::try_from(target / 366 + 1).ok()?;
        let first = |year: u16| Self::new(year, 1, 1).ok();
        while first(year + 1).is_some_and(|next| next.ordinal() <= target) {
            year += 1;
        }
        let month = (1..=12).rev().find(|month| Self::new(year, *month, 1).is_ok_and(|day| day.ordinal() <= target))?;
        let start = Self::new(year, month, 1).ok()?.ordinal();
        Self::new(year, month, u8::try_from(target - start + 1).ok()?).ok()
    }

    /// The day of the week — *thứ*, by counting days from Monday 1 January of year 1.
    pub fn weekday(self) -> Weekday {
        WEEK[self.ordinal().rem_euclid(7) as usize].0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_both_ways() {
        let day = |iso: &str| Ymd::from_iso(iso).unwrap();
        for (from, days, to) in [
            ("2021-05-23", 10, "2021-06-02"),
            ("2021-05-23", 20, "2021-06-12"),
            ("2024-02-28", 2, "2024-03-01"),
            ("2023-12-31", 1, "2024-01-01"),
            ("2024-03-01", -1, "2024-02-29"),
            ("2024-10-10", 0, "2024-10-10"),
        ] {
            assert_eq!(day(from).plus(days), Some(day(to)), "{from} {days}");
            assert_eq!(day(to).ordinal() - day(from).ordinal(), days);
        }
    }
}
