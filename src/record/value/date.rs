//! Days, times, publication moments and deadlines; Asia/Ho_Chi_Minh, which is +07:00 all year.

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::text::scalar_text;
use crate::diag::{Diagnostic, Message};
use crate::record::node::Node;
use crate::record::schema::Shape;
use crate::record::{Cx, Field};
use crate::source::Span;
use crate::viet::date::{DateFault, Padding, Ymd};
use crate::viet::{clock, period, roman};

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

/// What a deadline names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DueKind {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A year.
    Year,
    /// Free words, such as *ngay sau Hội nghị*.
    #[default]
    Words,
}

/// A deadline — *thời hạn*: a day, `3/2010`, `quý I/2025`, `2025`, or free words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Due {
    /// What it names.
    pub kind: DueKind,
    /// As it is printed: `27/02/2010`, `tháng 3/2010`, `quý I/2025`, `năm 2025`, or the words.
    pub text: String,
    /// Its last day, where it names one.
    pub last: Option<Date>,
    /// Where it stands.
    pub span: Span,
}

/// The date in Vietnamese forms.
pub fn ymd(date: Date) -> Option<Ymd> {
    Ymd::new(u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

/// `10/10/2024`, with zeros.
pub fn numeric(date: Date) -> String {
    ymd(date).map_or_else(String::new, |day| day.numeric(Padding::Padded))
}

fn civil(day: Ymd) -> Date {
    let parts = (i16::try_from(day.year()), i8::try_from(day.month()), i8::try_from(day.day()));
    let (Ok(year), Ok(month), Ok(dom)) = parts else { return Date::default() };
    Date::new(year, month, dom).unwrap_or_default()
}

/// `10-10-2024` and `10.10.2024` are days too; `2024-1-9` is read with its zeros.
fn read_day(text: &str) -> Result<Ymd, DateFault> {
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

fn date_fault(fault: DateFault, text: &str) -> Diagnostic {
    let base = |rule| Diagnostic::error(rule).with("value", text);
    match fault {
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
            Ok(day) => Day { date: civil(day), span: node.span },
            Err(fault) => {
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

impl Moment {
    /// `2024-10-11T08:00:00+07:00`.
    pub fn rfc3339(&self) -> String {
        let (hour, minute) = self.time.time.map_or((0, 0), |time| (time.hour(), time.minute()));
        format!("{}T{hour:02}:{minute:02}:00+07:00", self.day.date)
    }
}

impl Due {
    fn from_text(text: &str) -> Result<(DueKind, String, Option<Date>), DateFault> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let digits_first = text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic);
        if digits_first && let Some(month) = month_of(&text) {
            return Ok((
                DueKind::Month,
                format!("tháng {}/{}", month.month(), month.year()),
                Some(month.last_of_month()),
            ));
        }
        if let Some(year) = text.parse::<i16>().ok().filter(|_| text.len() == 4) {
            return Ok((DueKind::Year, format!("năm {year}"), Date::new(year, 12, 31).ok()));
        }
        if digits_first {
            let day = read_day(&text)?;
            return Ok((DueKind::Day, day.numeric(Padding::Padded), Some(civil(day))));
        }
        let lower = text.to_lowercase();
        if let Some(last) = lower.strip_prefix("quý ").and_then(quarter_end) {
            let quarter = u8::try_from((last.month() - 1) / 3 + 1).unwrap_or(1);
            let words = period::quarter_words(quarter).unwrap_or_default();
            return Ok((DueKind::Quarter, format!("{words}/{}", last.year()), Some(last)));
        }
        if let Some(month) = lower.strip_prefix("tháng ").and_then(month_of) {
            return Ok((
                DueKind::Month,
                format!("tháng {}/{}", month.month(), month.year()),
                Some(month.last_of_month()),
            ));
        }
        let last = last_day_in(&text)?;
        Ok((DueKind::Words, text, last))
    }
}

/// `3/2010` and `3 năm 2010`.
fn month_of(text: &str) -> Option<Date> {
    let (month, year) = text.split_once('/').or_else(|| text.split_once(" năm "))?;
    Date::new(year.trim().parse().ok().filter(|_| year.trim().len() == 4)?, month.trim().parse().ok()?, 1).ok()
}

/// `i/2025`, `1 năm 2025`.
fn quarter_end(text: &str) -> Option<Date> {
    let (quarter, year) = text.split_once('/').or_else(|| text.split_once(" năm "))?;
    let quarter = roman::value(&quarter.trim().to_uppercase()).or_else(|| quarter.trim().parse().ok())?;
    let month = i8::try_from(quarter.checked_mul(3)?).ok()?;
    Date::new(year.trim().parse().ok()?, month, 1).ok().map(Date::last_of_month)
}

/// The last full date inside free words (`trước ngày 27/02/2010`); a date that does not exist is a fault.
fn last_day_in(text: &str) -> Result<Option<Date>, DateFault> {
    let mut last = None;
    for word in text.split(|c: char| !(c.is_ascii_digit() || c == '/')) {
        if word.matches('/').count() == 2 && word.split('/').all(|part| !part.is_empty()) {
            last = Some(civil(Ymd::from_numeric(word)?));
        }
    }
    Ok(last)
}

impl Field for Due {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let Some(text) = scalar_text(node, cx) else { return Due::default() };
        match Due::from_text(&text) {
            Ok((kind, text, last)) => Due { kind, text, last, span: node.span },
            Err(fault) => {
                cx.error(node.span, date_fault(fault, text.trim()));
                Due::default()
            }
        }
    }

    fn is_absent(&self) -> bool {
        self.text.is_empty()
    }

    fn shape() -> Shape {
        Shape::Due
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

impl Serialize for Due {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Due", 3)?;
        map.serialize_field("kind", &self.kind)?;
        map.serialize_field("text", &self.text)?;
        map.serialize_field("iso", &self.last.map(|date| date.to_string()))?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_read_as_offices_write_them() {
        for (written, kind, text, last) in [
            ("27/02/2010", DueKind::Day, "27/02/2010", "2010-02-27"),
            ("3/2010", DueKind::Month, "tháng 3/2010", "2010-03-31"),
            ("tháng 3 năm 2010", DueKind::Month, "tháng 3/2010", "2010-03-31"),
            ("quý I/2025", DueKind::Quarter, "quý I/2025", "2025-03-31"),
            ("2025", DueKind::Year, "năm 2025", "2025-12-31"),
            ("trước ngày 27/02/2010", DueKind::Words, "trước ngày 27/02/2010", "2010-02-27"),
            ("16 giờ ngày 06/01/2026", DueKind::Words, "16 giờ ngày 06/01/2026", "2026-01-06"),
            ("khi có mẫu ở https://a.vn/", DueKind::Words, "khi có mẫu ở https://a.vn/", ""),
            ("ngay sau Hội nghị", DueKind::Words, "ngay sau Hội nghị", ""),
        ] {
            let (got_kind, got_text, got_last) = Due::from_text(written).unwrap();
            let got_last = got_last.map_or(String::new(), |date| date.to_string());
            assert_eq!((got_kind, got_text.as_str(), got_last.as_str()), (kind, text, last), "{written}");
        }
        assert!(Due::from_text("trước ngày 31/11/2024").is_err());
        assert!(Due::from_text("31/11/2024").is_err());
    }
}
