//! Figures with their units in running text: *91,3 tỷ đồng*, *4.186 hồ sơ*, *49/53 đại biểu*, *27,7%*.

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
    /// What is counted, its scale aside: *đồng* for *tỷ đồng* and *triệu đồng*.
    pub kind: String,
    /// The number without its scale: 91 300 000 000 for *91,3 tỷ đồng*.
    pub size: Decimal,
    /// The whole of *49/53 đại biểu*, *49 trên tổng số 53 đại biểu*.
    pub of: Option<Decimal>,
}

impl Mention {
    /// Whether it is a percentage.
    pub fn is_rate(&self) -> bool {
        self.unit == "%"
    }

    /// As it would be printed.
    pub fn shown(&self) -> String {
        self.shown_as(self.value)
    }

    /// Another number of the same unit, as it would be printed.
    pub fn shown_as(&self, value: Decimal) -> String {
        let space = if self.is_rate() { "" } else { " " };
        format!("{value}{space}{}", self.unit)
    }

    /// A number without scale in this figure's own unit.
    pub fn in_unit(&self, size: Decimal) -> Decimal {
        size.shifted(-power(&self.unit)).unwrap_or(size).trimmed()
    }
}

/// Units of two words and more; any other unit is the one word behind the number.
const UNITS: [&str; 42] = [
    "nghìn tỷ đồng",
    "tỷ đồng",
    "triệu đồng",
    "nghìn đồng",
    "triệu USD",
    "tỷ USD",
    "nghìn lượt",
    "triệu lượt",
    "triệu người",
    "nghìn tấn",
    "triệu tấn",
    "hồ sơ",
    "đại biểu",
    "đảng viên",
    "đồng chí",
    "học sinh",
    "sản phẩm",
    "đề án",
    "doanh nghiệp",
    "cơ sở",
    "công trình",
    "dự án",
    "lao động",
    "thủ tục",
    "đơn vị",
    "ý kiến",
    "nhiệm vụ",
    "chỉ tiêu",
    "hợp tác xã",
    "phương tiện",
    "tác phẩm",
    "tác giả",
    "giáo viên",
    "sinh viên",
    "hội viên",
    "đoàn viên",
    "cán bộ",
    "tập thể",
    "cá nhân",
    "cuộc họp",
    "gian hàng",
    "thành viên",
];

/// Words of scale before a unit, with their powers of ten.
const SCALES: [(&str, i32); 4] = [("nghìn tỷ ", 12), ("tỷ ", 9), ("triệu ", 6), ("nghìn ", 3)];

/// What stands between a part and its whole.
const OVER: [&str; 5] = ["/", " trên tổng số ", "/tổng số ", " trong tổng số ", " trên "];

/// Words behind a number that are no unit of a quantity.
const NO_UNITS: [&str; 16] = [
    "tháng", "năm", "giờ", "phút", "ngày", "và", "của", "đến", "tại", "lên", "xuống", "là", "có", "được", "với",
    "trong",
];

/// The figures of a text, in order; dates, numbers of documents and bare numbers are none.
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let (end, digits) = number_end(text, start);
        at = digits.max(start + 1);
        let free = !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ','));
        if !free {
            continue;
        }
        if let Some(mention) = mention(text, start, end) {
            at = at.max(mention.range.end.min(text.len()));
            found.push(mention);
        }
    }
    found
}

/// Where a number ends, and where its digits and marks do.
fn number_end(text: &str, start: usize) -> (usize, usize) {
    let digits = text[start..]
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .map_or(text.len(), |end| start + end);
    (start + text[start..digits].trim_end_matches(['.', ',']).len(), digits)
}

/// The figure of a number with what follows it; none without a unit.
fn mention(text: &str, start: usize, end: usize) -> Option<Mention> {
    let value = Decimal::parse_grouped(&text[start..end]).ok()?;
    let (of, end) = whole(text, end).map_or((None, end), |(of, end)| (Some(of), end));
    let (unit, length) = unit(&text[end..])?;
    let power = power(&unit);
    let of = of.map(|of| of.shifted(power).unwrap_or(of));
    let kind = SCALES.iter().find_map(|(word, _)| unit.strip_prefix(word)).unwrap_or(&unit).to_owned();
    Some(Mention { range: start..end + length, value, kind, size: value.shifted(power)?, unit, of })
}

/// The whole behind a part and its end: `/53`, ` trên tổng số 53`. The two numbers of a date make no share.
fn whole(text: &str, end: usize) -> Option<(Decimal, usize)> {
    let rest = &text[end..];
    let over = OVER.iter().find(|over| rest.starts_with(**over))?;
    let start = end + over.len();
    text[start..].starts_with(|c: char| c.is_ascii_digit()).then_some(())?;
    let (end, digits) = number_end(text, start);
    let dated = text[digits..].starts_with(['/', '-']) || text[end..].starts_with('%');
    let of = Decimal::parse_grouped(&text[start..end]).ok().filter(|of| !of.is_zero() && !dated)?;
    Some((of, end))
}

/// The power of ten of a unit's scale.
fn power(unit: &str) -> i32 {
    SCALES.iter().find(|(word, _)| unit.starts_with(word)).map_or(0, |(_, power)| *power)
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
    let counted = word.starts_with(char::is_lowercase) && !NO_UNITS.contains(&word);
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

    #[test]
    fn shares_and_scales() {
        let text = "49/53 đại biểu, 412 trên tổng số 450 trường; ngày 16/11/2025 họp; 1,5 tỷ đồng và 500 triệu đồng";
        let found = mentions(text);
        let of: Vec<_> = found.iter().map(|one| one.of.map(|of| of.to_string())).collect();
        assert_eq!(of, [Some("53".to_owned()), Some("450".to_owned()), None, None]);
        assert_eq!((found[2].size.to_string(), found[3].kind.as_str()), ("1.500.000.000".to_owned(), "đồng"));
        assert_eq!(found[3].in_unit(found[2].size).to_string(), "1.500");
    }
}
