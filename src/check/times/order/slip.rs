//! The slips of a typist in a point: one digit for another, or two changed about, in its day, its month or its year.

use crate::check::times::is_later;
use crate::viet::date::{Point, Ymd};

/// What a slip was made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slip {
    /// *13/5* for *31/5*.
    Turned,
    Day,
    Month,
    Year,
}

/// A point that a slip turned into what is told, and how many days it stands from the nearer of its neighbours.
#[derive(Debug)]
pub(super) struct Mend {
    pub(super) slip: Slip,
    pub(super) off: i64,
}

/// The likeliest slip that would put a point between its neighbours.
pub(super) fn mend(point: &Point, (before, next): (Option<&Point>, Option<&Point>)) -> Option<Mend> {
    let fits = |other: &Point| {
        before.is_none_or(|before| !is_later(before, other)) && next.is_none_or(|next| !is_later(other, next))
    };
    let off = |other: &Point| {
        let apart = |near: &Point| {
            let year = near.year.or(other.year).unwrap_or(2024);
            let days = near.first(year).zip(other.first(other.year.unwrap_or(year)));
            days.map_or(i64::MAX, |(near, own)| (near.ordinal() - own.ordinal()).abs())
        };
        [before, next].into_iter().flatten().map(apart).min().unwrap_or(i64::MAX)
    };
    let fitting = variants(point).into_iter().filter(|(_, other)| fits(other));
    let mends = fitting.map(|(slip, other)| Mend { slip, off: off(&other) });
    mends.min_by_key(|mend| (mend.slip, mend.off))
}

/// All points that a slip turns into this one.
pub(super) fn variants(point: &Point) -> Vec<(Slip, Point)> {
    let mut found: Vec<(Slip, Point)> = Vec::new();
    let number = |value: u16| u8::try_from(value).ok();
    if let Some(day) = point.day {
        let others = digits(u16::from(day), 2).into_iter();
        found.extend(others.filter_map(|(turned, other)| {
            let other = Point { day: Some(number(other)?), ..point.clone() };
            Some((if turned { Slip::Turned } else { Slip::Day }, other))
        }));
    }
    if let Some((month, last)) = point.months.filter(|(first, last)| first == last) {
        let others = digits(u16::from(month), 2).into_iter().filter(|(_, other)| (1..=12).contains(other));
        found.extend(others.filter_map(|(turned, other)| {
            let month = number(other).filter(|other| *other != last)?;
            Some((
                if turned { Slip::Turned } else { Slip::Month },
                Point { months: Some((month, month)), ..point.clone() },
            ))
        }));
        // A month more or less is as common as a digit: *31/9* for *31/10*.
        let beside = [month.saturating_sub(1), month + 1].into_iter().filter(|other| (1..=12).contains(other));
        found.extend(beside.map(|other| (Slip::Month, Point { months: Some((other, other)), ..point.clone() })));
    }
    if let Some(year) = point.year {
        let others = digits(year, 4).into_iter().filter(|(_, other)| (1800..=2100).contains(other));
        found.extend(others.map(|(turned, other)| {
            (if turned { Slip::Turned } else { Slip::Year }, Point { year: Some(other), ..point.clone() })
        }));
        found.extend([year - 1, year + 1].map(|other| (Slip::Year, Point { year: Some(other), ..point.clone() })));
    }
    found.retain(|(_, other)| is_real(other));
    found
}

/// Whether a point is in the calendar.
fn is_real(point: &Point) -> bool {
    let month = point.months.map_or(1, |months| months.0);
    Ymd::new(point.year.unwrap_or(2024), month, point.day.unwrap_or(1)).is_ok()
}

/// The numbers that differ from one in one of so many digits, and the one with two digits changed about, which is marked.
fn digits(value: u16, count: u32) -> Vec<(bool, u16)> {
    let place = |at: u32| 10_u16.pow(at);
    let digit = |at: u32| value / place(at) % 10;
    let other = |at: u32| (0..10).filter(move |other| *other != digit(at)).map(move |other| (at, other));
    let changed = (0..count).flat_map(other);
    let mut found: Vec<(bool, u16)> =
        changed.map(|(at, other)| (false, value - digit(at) * place(at) + other * place(at))).collect();
    for at in 1..count {
        let (high, low) = (digit(at), digit(at - 1));
        if high != low {
            let rest = value - high * place(at) - low * place(at - 1);
            found.push((true, rest + low * place(at) + high * place(at - 1)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_a_slip_away() {
        let turned = |value: u16, count: u32| {
            let all = digits(value, count).into_iter();
            all.filter(|(turned, _)| *turned).map(|(_, other)| other).collect::<Vec<_>>()
        };
        assert_eq!(turned(13, 2), [31]);
        assert_eq!(turned(1956, 4), [1965, 1596, 9156]);
        assert!(digits(26, 2).contains(&(false, 16)) && !digits(26, 2).contains(&(false, 15)));
    }
}
