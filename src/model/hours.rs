//! When a meeting begins and ends, as machines want it — *thời gian*: Asia/Ho_Chi_Minh, which is +07:00 all year.

use jiff::civil::{Date, DateTime};

use crate::record::meeting::Meeting;
use crate::record::value::Clock;

/// The first and the last moment of a meeting, as far as they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// The first day.
    pub first: Date,
    /// The last day; the first one of a meeting of one day.
    pub last: Date,
    /// The moment it begins.
    pub start: Option<DateTime>,
    /// The moment it ends.
    pub end: Option<DateTime>,
}

impl Hours {
    /// The hours of a meeting.
    pub fn of(meeting: &Meeting) -> Hours {
        let first = meeting.date.date;
        let last = meeting.end_date.map_or(first, |day| day.date).max(first);
        let start = meeting.start.as_ref().and_then(|clock| moment(first, clock));
        let end = meeting.end.as_ref().and_then(|clock| moment(last, clock));
        Hours { first, last, start, end: end.filter(|end| start.is_some_and(|start| start < *end)) }
    }

    /// `2024-10-10T08:00:00+07:00`, or the day alone.
    pub fn starts(&self) -> String {
        iso(self.start, self.first)
    }

    /// The same of the end, if it is known and another than the beginning.
    pub fn ends(&self) -> Option<String> {
        (self.end.is_some() || self.last > self.first).then(|| iso(self.end, self.last))
    }
}

fn moment(day: Date, clock: &Clock) -> Option<DateTime> {
    let time = clock.time?;
    let (hour, minute) = (i8::try_from(time.hour()).ok()?, i8::try_from(time.minute()).ok()?);
    DateTime::new(day.year(), day.month(), day.day(), hour, minute, 0, 0).ok()
}

fn iso(moment: Option<DateTime>, day: Date) -> String {
    moment.map_or_else(|| day.to_string(), |moment| format!("{moment}+07:00"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tests::site;

    #[test]
    fn as_much_is_said_as_is_known() {
        for (more, starts, ends) in [
            ("", "2024-10-10", None),
            ("start: 08:00", "2024-10-10T08:00:00+07:00", None),
            ("start: 08:00\nend: 11:30", "2024-10-10T08:00:00+07:00", Some("2024-10-10T11:30:00+07:00")),
            ("end_date: 12/10/2024", "2024-10-10", Some("2024-10-12")),
            ("start: 08:00\nend_date: 12/10/2024", "2024-10-10T08:00:00+07:00", Some("2024-10-12")),
        ] {
            let site = site("", &format!("title: Họp\ndate: 10/10/2024\n{more}\n"), "");
            let hours = Hours::of(site.stories[0].meeting.as_ref().unwrap());
            assert_eq!((hours.starts().as_str(), hours.ends().as_deref()), (starts, ends), "{more}");
        }
    }
}
