//! Figures with their units in running text: *91,3 tỷ đồng*, *4.186 hồ sơ*, *27,7%*.

use std::ops::Range;

use crate::viet::decimal::Decimal;

/// A figure and what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its bytes, the unit included.
    pub range: Range<usize>,
    /// The number.
    pub value: Decimal,
    /// The unit: *tỷ đồng*, *hồ sơ*, *%*.
    pub unit: String,
}

impl Mention {
    /// Whether it is a percentage.
    pub fn is_rate(&self) -> bool {
        self.unit == "%"
    }

    /// As it would be printed.
    pub fn shown(&self) -> String {
        let space = if self.is_rate() { "" } else { " " };
        format!("{}{space}{}", self.value, self.unit)
    }
}

/// Units of two words and more; any other unit is the one word behind the number.
const UNITS: [&str; 22] = [
    "nghìn tỷ đồng",
    "tỷ đồng",
    "triệu đồng",
    "nghìn đồng",
    "triệu USD",
    "tỷ USD",
    "hồ sơ",
    "đại biểu",
    "học sinh",
    "sản phẩm",
    "đề án",
    "doanh nghiệp",
    "cơ sở",
    "công trình",
    "dự án",
    "lao động",
    "thủ tục",
    "hộ nghèo",
    "hộ cận nghèo",
    "đơn vị",
    "ý kiến",
    "nghìn tấn",
];

/// The figures of a text, in order; dates, numbers of documents and bare numbers are none.
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let digits = text[start..]
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
            .map_or(text.len(), |end| start + end);
        let end = start + text[start..digits].trim_end_matches(['.', ',']).len();
        at = digits.max(start + 1);
        let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ','));
        let Ok(value) = Decimal::parse_grouped(&text[start..end]) else { continue };
        let Some((unit, length)) = unit(&text[end..]).filter(|_| free) else { continue };
        found.push(Mention { range: start..end + length, value, unit });
    }
    found
}

/// The unit at the head of what follows a number, with its length in bytes.
fn unit(after: &str) -> Option<(String, usize)> {
    if after.starts_with('%') {
        return Some(("%".to_owned(), 1));
    }
    let words = after.strip_prefix([' ', '\u{a0}'])?;
    let blank = after.len() - words.len();
    if words.starts_with('%') {
        return Some(("%".to_owned(), blank + 1));
    }
    for unit in UNITS {
        // Spaces inside the unit may be no-break ones.
        let length: usize = words.chars().take(unit.chars().count()).map(char::len_utf8).sum();
        let same = words[..length].replace('\u{a0}', " ").replace("tỉ ", "tỷ ") == unit;
        if same && !words[length..].starts_with(char::is_alphanumeric) {
            return Some((unit.to_owned(), blank + length));
        }
    }
    let length = words.find(|c: char| !c.is_alphanumeric()).unwrap_or(words.len());
    let word = &words[..length];
    let counted =
        word.starts_with(char::is_lowercase) && !["tháng", "năm", "giờ", "phút", "ngày", "và", "của"].contains(&word);
    counted.then(|| (word.to_owned(), blank + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_units() {
        let text = "Ngày 10/10/2024, tổng 91,3 tỷ\u{a0}đồng, 9 tháng; 4.186 hồ sơ (chiếm 40%), 45/2012/NĐ-CP, 38,5 ha.";
        let found: Vec<String> = mentions(text).iter().map(Mention::shown).collect();
        assert_eq!(found, ["91,3 tỷ đồng", "4.186 hồ sơ", "40%", "38,5 ha"]);
    }
}
