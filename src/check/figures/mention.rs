//! Figures with their units in running text: *91,3 tỷ đồng*, *4.186 hồ sơ*, *49/53 đại biểu*, *27,7%*.

use std::ops::Range;

use super::unit::{MEASURES, SCALES, leading_word, power, scale, unit};
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
    /// What one of is meant: *suất* for *500.000 đồng/suất*, *ha* for *62,4 tạ/ha*.
    pub per: Option<String>,
    /// Whether a word such as *hơn* or *gần* leaves it open.
    pub rough: bool,
}

impl Mention {
    /// A number of a unit, nothing known of the words around it.
    pub(super) fn new(range: Range<usize>, value: Decimal, unit: &str, of: Option<Decimal>) -> Option<Self> {
        let power = power(unit);
        // *49,7 tỷ* alone is money.
        let bare = SCALES.iter().any(|(word, _)| word.trim_end() == unit);
        let kind = SCALES.iter().find_map(|(word, _)| unit.strip_prefix(word)).unwrap_or(unit);
        let kind = if bare { "đồng" } else { kind }.to_owned();
        let of = of.map(|of| of.shifted(power).unwrap_or(of));
        let size = value.shifted(power)?;
        Some(Self { range, value, unit: unit.to_owned(), kind, size, of, per: None, rough: false })
    }

    /// Whether it is a percentage.
    pub fn is_rate(&self) -> bool {
        self.unit == "%"
    }

    /// Whether it counts persons.
    pub fn is_person(&self) -> bool {
        PERSONS.contains(&self.unit.as_str())
    }

    /// Whether it counts what another figure counts: *lượt khách* and *lượt*, *tỷ đồng* and *triệu đồng*; *đồng/suất* and
    /// *đồng* are two things.
    pub fn is_kin(&self, other: &Self) -> bool {
        let (long, short) =
            if self.kind.len() < other.kind.len() { (&other.kind, &self.kind) } else { (&self.kind, &other.kind) };
        let same = long == short || (long.starts_with(&format!("{short} ")) && !MEASURES.contains(&short.as_str()));
        same && self.per == other.per
    }

    /// Whether it may be a part of what another figure counts: of one kind, or persons called otherwise.
    pub fn is_like(&self, other: &Self) -> bool {
        let person = |one: &Self| one.is_person() || matches!(one.unit.as_str(), "nam" | "nữ");
        self.is_kin(other) || (person(self) && person(other) && self.per == other.per)
    }

    /// As it would be printed.
    pub fn shown(&self) -> String {
        self.shown_as(self.value)
    }

    /// Another number of the same unit, as it would be printed.
    pub fn shown_as(&self, value: Decimal) -> String {
        let space = if self.is_rate() || self.unit.is_empty() { "" } else { " " };
        format!("{value}{space}{}", self.unit)
    }

    /// The power of ten between its number and its size.
    pub fn power(&self) -> Option<i32> {
        (0..=15).find(|power| self.value.shifted(*power) == Some(self.size))
    }

    /// Whether it has so few figures that *hơn* and *khoảng* may leave out the rest; decimals are not told of what is round.
    pub fn is_round(&self) -> bool {
        self.value.scale == 0 && self.value.mantissa.to_string().trim_end_matches('0').len() <= ROUND
    }

    /// Whether it is a number of things or of whole measures, and no quotient.
    pub fn is_counted(&self) -> bool {
        !self.is_rate() && self.unit != "lần" && self.per.is_none()
    }

    /// Makes it so many times as much: *Bơi và Vật mỗi môn 5 tấm*.
    pub fn times(&mut self, times: i128) {
        self.value.mantissa = self.value.mantissa.saturating_mul(times);
        self.size.mantissa = self.size.mantissa.saturating_mul(times);
    }

    /// One unit of its last place.
    pub fn last_place(&self) -> Option<Decimal> {
        Decimal { mantissa: 1, scale: self.value.scale }.shifted(self.power()?)
    }

    /// A number without scale in this figure's own unit.
    pub fn in_unit(&self, size: Decimal) -> Decimal {
        size.shifted(-power(&self.unit)).unwrap_or(size).trimmed()
    }
}

/// Words for persons: of one whole, its parts may be called otherwise.
const PERSONS: [&str; 31] = [
    "vận động viên",
    "người",
    "cử tri",
    "em",
    "cháu",
    "học sinh",
    "sinh viên",
    "học viên",
    "đồng chí",
    "đảng viên",
    "đại biểu",
    "cán bộ",
    "công chức",
    "viên chức",
    "giáo viên",
    "hội viên",
    "đoàn viên",
    "thành viên",
    "thanh niên",
    "công dân",
    "lao động",
    "trẻ",
    "trẻ em",
    "ủy viên",
    "Ủy viên",
    "Uỷ viên",
    "thí sinh",
    "nghi phạm",
    "bị can",
    "bị cáo",
    "đối tượng",
];

/// The most figures of a round number.
const ROUND: usize = 3;

/// The most digits of a further piece of an amount.
const PIECE: usize = 3;

/// How long the rest of a unit is, in bytes.
const PAIRED: usize = 24;

/// What stands between a part and its whole.
const OVER: [&str; 5] = ["/", " trên tổng số ", "/tổng số ", " trong tổng số ", " trên "];

/// Words before a number that leave it open.
const ROUGH: [&str; 12] =
    ["hơn", "gần", "khoảng", "trên", "dưới", "xấp xỉ", "ngót", "chừng", "tối đa", "tối thiểu", "ước khoảng", "độ"];

/// The figures of a text, in order; dates, numbers of documents and bare numbers are none.
pub fn mentions(text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(step) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + step;
        let (end, digits) = number_end(text, start);
        at = digits.max(start + 1);
        // *giảm 61 vụ (-7,1%)*
        let free = text[..start].ends_with("(-")
            || !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ','));
        // *70 vụ/103 bị can*: two counts, one beside the other.
        let paired = found.last().is_some_and(|last| is_paired(&text[last.range.end.min(start)..start]));
        if !free && !paired {
            continue;
        }
        if let Some(mention) = mention(text, start, end).filter(|_| !is_dated(text, &(start..end))) {
            at = at.max(mention.range.end.min(text.len()));
            found.push(mention);
        }
    }
    found
}

/// *05 lượt đoàn/75 lượt người*: whether nothing but the rest of a unit and a stroke stand between two figures.
fn is_paired(between: &str) -> bool {
    let words = between.strip_suffix('/');
    words.is_some_and(|words| words.len() <= PAIRED && words.chars().all(|c| c.is_alphabetic() || c == ' '))
}

/// The figures of a part of a text, with their places in the whole.
pub fn mentions_in(text: &str, part: Range<usize>) -> impl Iterator<Item = Mention> {
    let found = mentions(&text[part.clone()]).into_iter();
    found.map(move |one| Mention { range: part.start + one.range.start..part.start + one.range.end, ..one })
}

/// What bears its number as a name: *Sư đoàn 315 nhận 35 tân binh*.
const BEARERS: [&str; 8] =
    ["sư đoàn", "trung đoàn", "lữ đoàn", "tiểu đoàn", "quân đoàn", "binh đoàn", "quân khu", "quốc lộ"];

/// *năm 2025*, *đến ngày 15/6*, *Trung đoàn 95* count nothing.
pub(super) fn is_dated(text: &str, number: &Range<usize>) -> bool {
    let before = text[..number.start].trim_end_matches([' ', '\u{a0}']);
    let day = number.len() <= 2 && before.ends_with("ngày") && text[number.end..].starts_with('/');
    day || bears_a_number(before)
        || number.len() == 4
            && (before.ends_with("năm") || before.ends_with("Năm"))
            && text[number.clone()].parse().is_ok_and(|year: u16| year > 1_000)
}

fn bears_a_number(before: &str) -> bool {
    let from = before.rmatch_indices(' ').nth(1).map_or(0, |(at, _)| at + 1);
    let noun = before[from..].to_lowercase();
    BEARERS.contains(&noun.as_str())
}

/// Where a number ends, and where its digits and marks do.
pub(super) fn number_end(text: &str, start: usize) -> (usize, usize) {
    let digits = text[start..]
        .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .map_or(text.len(), |end| start + end);
    (start + text[start..digits].trim_end_matches(['.', ',']).len(), digits)
}

/// The figure of a number with what follows it; none without a unit.
fn mention(text: &str, start: usize, end: usize) -> Option<Mention> {
    let value = Decimal::parse_grouped(&text[start..end]).ok()?;
    if let Some((value, unit, end)) = pieced(text, value, end) {
        return Some(Mention { rough: is_rough(&text[..start]), ..Mention::new(start..end, value, &unit, None)? });
    }
    let (of, end) = whole(text, end).map_or((None, end), |(of, end)| (Some(of), end));
    let (unit, length) = unit(&text[end..])?;
    let rough = is_rough(&text[..start]);
    let mut found = Mention { rough, ..Mention::new(start..end + length, value, &unit, of)? };
    let behind = text[found.range.end..].strip_prefix('/').unwrap_or_default();
    if behind.starts_with(|c: char| c.is_ascii_digit()) {
        // *1.344 ha/1.200 ha*
        let over = found.range.end + 1;
        let given = mention(text, over, number_end(text, over).0);
        // *14 tiêu chí/1 xã*
        if let Some(one) = given.as_ref().filter(|one| one.value == Decimal::whole(1) && one.unit != found.unit) {
            found.per = Some(leading_word(&one.unit).to_owned());
            found.range.end = one.range.end;
        }
        // *866 lượt/964 lượt người* are two counts.
        let other = |given: &Mention| found.unit == "lượt" && text[given.range.end..].starts_with(" người");
        let given = given.filter(|given| given.unit == found.unit && !other(given));
        if let Some(given) = given.filter(|given| found.of.is_none() && !given.size.is_zero()) {
            found.of = Some(given.size);
            found.range.end = given.range.end;
        }
    } else {
        found.per = Some(leading_word(behind).to_owned()).filter(|word| !word.is_empty());
    }
    Some(found)
}

/// *4.833 tỷ 439 triệu 17 nghìn đồng*: one amount in pieces, told in the scale of the first, with its unit and end.
fn pieced(text: &str, value: Decimal, end: usize) -> Option<(Decimal, String, usize)> {
    let words = text[end..].strip_prefix([' ', '\u{a0}'])?;
    let (scale, own, length) = scale(words)?;
    let start = text.len() - words.len() + length;
    let (stop, _) = number_end(text, start);
    let digits = &text[start..stop];
    let next = digits.parse().ok().filter(|_| (1..=PIECE).contains(&digits.len())).map(Decimal::whole)?;
    let (next, unit, end) = pieced(text, next, stop).or_else(|| {
        let (unit, length) = unit(&text[stop..])?;
        Some((next, unit, stop + length))
    })?;
    let least = power(&unit);
    let kind = SCALES.iter().find_map(|(word, _)| unit.strip_prefix(word)).unwrap_or(&unit);
    let kind = if kind.is_empty() || SCALES.iter().any(|(word, _)| word.trim_end() == kind) { "đồng" } else { kind };
    (least < own && (least > 0 || kind == "đồng")).then_some(())?;
    Some((value.checked_add(next.shifted(least - own)?)?, format!("{scale}{kind}"), end))
}

/// Whether the words before a number leave it open, be it in figures or in words: *hơn bốn triệu lượt*.
pub(super) fn is_rough(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\u{a0}']);
    // *cao hơn 97 tỷ đồng* tells a difference, and leaves nothing open.
    let compared = ["cao hơn", "thấp hơn", "nhiều hơn", "ít hơn"].iter().any(|word| before.ends_with(word));
    let open = |word: &str| before.strip_suffix(word).is_some_and(|head| !head.ends_with(char::is_alphanumeric));
    !compared && ROUGH.iter().any(|word| open(word))
}

/// The whole behind a part and its end: `/53`, ` trên tổng số 53`. The two numbers of a date make no share.
pub(super) fn whole(text: &str, end: usize) -> Option<(Decimal, usize)> {
    let rest = &text[end..];
    let over = OVER.iter().find(|over| rest.starts_with(**over))?;
    let start = end + over.len();
    text[start..].starts_with(|c: char| c.is_ascii_digit()).then_some(())?;
    let (end, digits) = number_end(text, start);
    let dated = text[digits..].starts_with(['/', '-']) || text[end..].starts_with('%');
    let of = Decimal::parse_grouped(&text[start..end]).ok().filter(|of| !of.is_zero() && !dated)?;
    Some((of, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_units() {
        let text = "Ngày 10/10/2024, tổng 91,3 tỷ\u{a0}đồng, 9 tháng; Trung đoàn 95 nhận quân; 4.186 hồ sơ (chiếm 40%), 45/2012/NĐ-CP, 38,5 ha.";
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
