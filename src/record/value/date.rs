//! Days, times, publication moments and deadlines; Asia/Ho_Chi_Minh, which is +07:00 all year.

use jiff::civil::{Date, DateTime, Time};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::text::scalar_text;
use crate::diag::{Diagnostic, Message};
use crate::record::node::Node;
use crate::record::schema::Shape;
use crate::record::{Cx, Field};
use crate::source::Span;
use crate::viet::clock;
use crate::viet::date::{DateFault, Padding, Ymd};

/// A day — *ngày*: `10/10/2024` or `2024-10-10`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// Where it stands.
    pub span: Span,
}

/// A time of day — *giờ*: `14:00`, `14h30`, `8 giờ 30 phút`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clock {
    /// The time; nothing only after a fault.
    pub time: Option<clock::Clock>,
    /// Where it stands.
    pub span: Span,
}

/// A moment of publication: a day, and a time if it matters — `11/10/2024 08:00`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The time, midnight if none is given.
    pub time: Clock,
}

/// The moment of a digital signature, to the second — *thời gian ký số*: `12/3/2026 14:30:05`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signing {
    /// The day and time, as in Vietnam; nothing only after a fault.
    pub at: DateTime,
}

/// The date in Vietnamese forms.
pub fn ymd(date: Date) -> Option<Ymd> {
    Ymd::new(u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

/// `10/10/2024`, with zeros.
pub fn numeric(date: Date) -> String {
    ymd(date).map_or_else(String::new, |day| day.numeric(Padding::Padded))
}

pub(super) fn civil(day: Ymd) -> Date {
    let parts = (i16::try_from(day.year()), i8::try_from(day.month()), i8::try_from(day.day()));
    let (Ok(year), Ok(month), Ok(dom)) = parts else { return Date::default() };
    Date::new(year, month, dom).unwrap_or_default()
}

/// The years a record can be of: `0204` is a slip of the hand.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// `10-10-2024` and `10.10.2024` are days too; `2024-1-9` is read with its zeros.
pub(super) fn read_day(text: &str) -> Result<Ymd, DateFault> {
    let text = text.trim();
    Ymd::from_text(text).or_else(|fault| {
        let parts: Vec<&str> = text.split(['-', '.', '/']).collect();
        match parts[..] {
            _ if fault != DateFault::Shape => Err(fault),
            [year, month, day] if year.len() == 4 => Ymd::from_numeric(&format!("{day}/{month}/{year}")),
            [day, month, year] if year.len() == 4 => Ymd::from_numeric(&format!("{day}/{month}/{year}")),
            _ => Err(fault),
        }
    })
}

pub(super) fn date_fault(fault: DateFault, text: &str) -> Diagnostic {
    let base = |rule| Diagnostic::error(rule).with("value", text);
    let parts: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    match fault {
        DateFault::Shape if matches!(parts[..], [_, _, year] if year.len() == 2 && year.parse::<u8>().is_ok()) => {
            base("date-unreadable").hint_id("date-unreadable.hint.short-year")
        }
        DateFault::Month(month) if month > 12 => {
            // The American order: the other way round it is a day.
            let turned = match parts[..] {
                [month, day, year] => format!("{day}/{month}/{year}"),
                _ => String::new(),
            };
            let fault = base("date-month").with("month", month);
            match read_day(&turned) {
                Ok(_) => fault.hint(Message::new("did-you-mean").with("near", turned)),
                Err(_) => fault.hint_id("date-unreadable.hint"),
            }
        }
        DateFault::Shape => base("date-unreadable").hint_id("date-unreadable.hint"),
        DateFault::Year(year) => base("date-year").with("year", year).hint_id("date-unreadable.hint"),
        DateFault::Month(month) => base("date-month").with("month", month).hint_id("date-unreadable.hint"),
        DateFault::Day { given, last } => base("date-day")
            .with("day", given)
            .with("last", last)
            .hint(Message::new("date-day.hint").with("last", last)),
    }
}

impl Field for Day {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Day::default() };
        match read_day(&text) {
            Ok(day) if YEARS.contains(&day.year()) => Day { date: civil(day), span: node.span },
            other => {
                let fault = other.map_or_else(|fault| fault, |day| DateFault::Year(day.year()));
                cx.error(node.span, date_fault(fault, text.trim()));
                Day::default()
            }
        }
    }

    fn shape() -> Shape {
        Shape::Day
    }
}

impl Field for Clock {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Clock::default() };
        let time = clock::Clock::from_text(text.trim());
        if time.is_none() {
            cx.error(
                node.span,
                Diagnostic::error("time-unreadable").with("value", text.trim()).hint_id("time-unreadable.hint"),
            );
        }
        Clock { time, span: node.span }
    }

    fn is_absent(&self) -> bool {
        self.time.is_none()
    }

    fn shape() -> Shape {
        Shape::Clock
    }
}

impl Field for Moment {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Moment::default() };
        let (day, time) = text.trim().split_once([' ', 'T']).unwrap_or((text.trim(), ""));
        let part =
            |text: &str| Node { span: node.span, value: crate::record::node::Value::Scalar(text.to_owned().into()) };
        let time = time.trim_end_matches("+07:00");
        let seconds_cut =
            if time.matches(':').count() == 2 { time.rsplit_once(':').map_or(time, |(hm, _)| hm) } else { time };
        Moment {
            day: Day::decode(&part(day), cx),
            time: if time.is_empty() { Clock::default() } else { Clock::decode(&part(seconds_cut), cx) },
        }
    }

    fn shape() -> Shape {
        Shape::Moment
    }
}

impl Field for Signing {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Signing::default() };
        let (day, time) = text.trim().split_once([' ', 'T']).unwrap_or((text.trim(), ""));
        let part = Node { span: node.span, value: crate::record::node::Value::Scalar(day.to_owned().into()) };
        let date = Day::decode(&part, cx).date;
        match time.trim().trim_end_matches("+07:00").parse::<Time>() {
            Ok(time) if time.subsec_nanosecond() == 0 => Signing { at: date.to_datetime(time) },
            _ => {
                let fault = Diagnostic::error("signing-unreadable").with("value", text.trim());
                cx.error(node.span, fault.hint_id("signing-unreadable.hint"));
                Signing::default()
            }
        }
    }

    fn shape() -> Shape {
        Shape::Moment
    }
}

impl Serialize for Signing {
    /// `12/03/2026; 14:30:05`, as it is printed.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let time = self.at.time();
        let clock = format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
        serializer.serialize_str(&format!("{}; {clock}", numeric(self.at.date())))
    }
}

impl Moment {
    /// `2024-10-11T08:00:00+07:00`.
    pub fn rfc3339(&self) -> String {
        let (hour, minute) = self.time.time.map_or((0, 0), |time| (time.hour(), time.minute()));
        format!("{}T{hour:02}:{minute:02}:00+07:00", self.day.date)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Day", 6)?;
        map.serialize_field("iso", &self.date.to_string())?;
        if let Some(day) = ymd(self.date) {
            map.serialize_field("numeric", &day.numeric(Padding::Padded))?;
            map.serialize_field("short", &day.day_and_month(Padding::Unpadded))?;
            map.serialize_field("official", &day.official())?;
            map.serialize_field("weekday", day.weekday().words())?;
            map.serialize_field("year", &day.year())?;
        }
        map.end()
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Clock", 3)?;
        if let Some(time) = self.time {
            map.serialize_field("news", &time.news())?;
            map.serialize_field("official", &time.official())?;
            map.serialize_field("part", time.day_part(clock::DayParts::default()).word())?;
        }
        map.end()
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Moment", 3)?;
        map.serialize_field("iso", &self.rfc3339())?;
        map.serialize_field("day", &self.day)?;
        map.serialize_field("time", &self.time)?;
        map.end()
    }
}
