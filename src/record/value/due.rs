//! Deadlines as offices write them — *thời hạn*: a day, a month, a quarter, a year, or free words.

use jiff::civil::Date;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::date::{civil, date_fault, read_day};
use super::text::scalar_text;
use crate::record::node::Node;
use crate::record::schema::Shape;
use crate::record::{Cx, Field};
use crate::source::Span;
use crate::viet::date::{DateFault, Padding, Ymd};
use crate::viet::{period, roman};

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
