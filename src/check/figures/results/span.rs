//! How many years, months or days a text tells of, which a mean may be of — *trong 5 năm qua*, *cả năm*, *sáu tháng đầu năm*.

use std::ops::Range;

use crate::check::figures::Reading;
use crate::check::figures::mention::Mention;
use crate::check::figures::results::product::BACK;
use crate::viet::decimal::Decimal;
use crate::viet::reading::parse_integer;

/// How many tenths of a day a month has.
const MONTH: i128 = 304;

/// How many months a year has.
const YEAR: i128 = 12;

impl Reading<'_> {
    /// *trong 5 năm qua*, *Năm năm qua*: how many years or months its sentence tells of, or one of the two before.
    pub(in crate::check::figures) fn span_of_time(&self, noun: &str) -> Option<Mention> {
        if noun == "ngày" {
            return self.days_of_months();
        }
        matches!(noun, "năm" | "tháng").then_some(())?;
        let mut head = self.within.start;
        for _ in 0..=BACK {
            let found = spans(&self.text[head..self.within.end], noun);
            if let [(range, count)] = &found[..] {
                let value = Decimal::whole(*count);
                let range = head + range.start..head + range.end;
                return Mention::new(range, value, noun, None);
            }
            if found.is_empty() && noun == "tháng" && head == self.within.start && self.is_of_year() {
                let value = Decimal::whole(YEAR);
                return Mention::new(head..head, value, noun, None);
            }
            if !found.is_empty() || head == 0 {
                return None;
            }
            head = self.text[..head].trim_end().rfind(". ").map_or(0, |stop| stop + 2);
        }
        None
    }

    /// *Năm 2023, …*, *Cả năm …*: whether a sentence tells of a whole year.
    fn is_of_year(&self) -> bool {
        let head = self.opening();
        let year = head.strip_prefix("năm ").or_else(|| head.strip_prefix("trong năm "));
        let dated = year.and_then(|year| year.split([',', ' ']).next()).is_some_and(|year| year.len() == 4);
        head.starts_with("cả năm") || (dated && !head.contains("đầu năm"))
    }

    /// *Sáu tháng đầu năm … bình quân mỗi ngày*: how many days its months have, one more or less.
    fn days_of_months(&self) -> Option<Mention> {
        let months = self.span_of_time("tháng")?;
        let days = months.value.mantissa.checked_mul(MONTH)?.checked_add(5)? / 10;
        Some(Mention { rough: true, ..Mention::new(months.range, Decimal::whole(days), "ngày", None)? })
    }
}

/// The numbers of years or months that a text counts.
fn spans(text: &str, noun: &str) -> Vec<(Range<usize>, i128)> {
    let spaced = format!(" {noun}");
    let counts = text.match_indices(&spaced).filter_map(|(at, word)| {
        let behind = &text[at + word.len()..];
        let ended = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '/');
        let dated = behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let word_before = text[..at].rsplit([' ', '(', '\u{a0}', '\n']).next()?;
        let count = word_before.parse().ok().or_else(|| parse_integer(&word_before.to_lowercase()).ok())?;
        ((2..=30).contains(&count) && ended && !dated).then_some((at - word_before.len()..at + word.len(), count))
    });
    counts.collect()
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_from;

    #[test]
    fn means_of_a_span() {
        told_from(&[
            ("Trong 6 tháng có 1.116 vụ cháy, bình quân 1 ngày có 6 vụ cháy.", None),
            ("Trong 6 tháng có 1.116 vụ cháy, bình quân 1 ngày có 9 vụ cháy.", Some("9 vụ")),
        ]);
    }
}
