//! The items of a list as they are written: what parts them, and a name with its number each.

use std::ops::Range;

use crate::check::figures::mention::Mention;
use crate::viet::decimal::Decimal;

/// Words that a number behind them gives an order or a name, not a size.
pub(in crate::check::figures) const NUMBERED: [&str; 22] = [
    "ngày",
    "tháng",
    "năm",
    "số",
    "lớp",
    "khóa",
    "khoá",
    "điều",
    "khoản",
    "thứ",
    "cấp",
    "loại",
    "khu",
    "tổ",
    "đội",
    "nhóm",
    "đợt",
    "giai đoạn",
    "khối",
    "mục",
    "quý",
    "hơn",
];

/// The items between two places of a text: a comma before a blank ends one, a decimal comma does not.
pub(in crate::check::figures) fn items(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let inner = &text[range.clone()];
    let mut found = Vec::new();
    let mut start = 0;
    for (at, sign) in inner.char_indices() {
        let rest = &inner[at..];
        let length = if matches!(sign, ',' | ';') && rest[1..].starts_with(char::is_whitespace) {
            1
        } else if rest.starts_with(" và ") {
            " và ".len()
        } else {
            continue;
        };
        found.push(start..at);
        start = at + length;
    }
    found.push(start..inner.len());
    found.retain(|item| !inner[item.clone()].trim().is_empty());
    let placed = |item: Range<usize>| {
        let blank = inner[item.clone()].len() - inner[item.clone()].trim_start().len();
        range.start + item.start + blank..range.start + item.end
    };
    found.into_iter().map(placed).collect()
}

/// Items that are a name and a number each — *khởi tố 83, không khởi tố 46, tạm đình chỉ 02* —, the unit of which is the
/// total's.
pub(in crate::check::figures) fn bare_items(text: &str, range: Range<usize>, whole: &Mention) -> Option<Vec<Mention>> {
    let found = named_items(text, range, whole)?;
    // *tổ 1, tổ 2, tổ 3* are no numbers of anything, and a single word is a name that a number may belong to.
    let first = found[0].0;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    // *KN 76, TC 143*
    let short = |name: &str| name.chars().count() > 1 && name.chars().all(char::is_uppercase);
    let long = |name: &str| name.contains(' ') || !capital(name) || short(name);
    let told = found.iter().all(|(name, _)| long(name)) && found.iter().any(|(name, _)| *name != first);
    told.then(|| found.into_iter().map(|(_, part)| part).collect())
}

/// The items of a text, each a name and a number.
pub(in crate::check::figures) fn named_items<'t>(
    text: &'t str,
    range: Range<usize>,
    whole: &Mention,
) -> Option<Vec<(&'t str, Mention)>> {
    let found: Option<Vec<(&str, Mention)>> =
        joined(text, items(text, range)).into_iter().map(|item| bare(text, item, whole)).collect();
    found.filter(|found| found.len() > 1)
}

/// *kiến nghị, phản ánh 3.012* is one item: what has no number goes on with the next.
pub(in crate::check::figures) fn joined(text: &str, items: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for item in items {
        match found.last_mut().filter(|last| !text[(**last).clone()].contains(|c: char| c.is_ascii_digit())) {
            Some(last) => last.end = item.end,
            None => found.push(item),
        }
    }
    found
}

/// *Vĩnh Hòa 65*, *tăng huyết áp: 4.290*.
pub(in crate::check::figures) fn bare<'t>(
    text: &'t str,
    item: Range<usize>,
    whole: &Mention,
) -> Option<(&'t str, Mention)> {
    let words = text[item.clone()].trim_end().trim_end_matches(['.', ';', '…']);
    // *tiểu học 206 (75,2%)*
    let words = words.rsplit_once(" (").filter(|(_, rate)| rate.ends_with("%)")).map_or(words, |(head, _)| head);
    let (name, number) = words.rsplit_once([' ', '\u{a0}'])?;
    let name = name.trim_end_matches([':', ' ']);
    let last = name.rsplit(' ').next().unwrap_or_default();
    let counted = !NUMBERED.contains(&last) && !name.contains(|c: char| c.is_ascii_digit() || "(:".contains(c));
    let value = Decimal::parse_grouped(number).ok().filter(|_| counted && name.contains(char::is_alphabetic))?;
    let end = item.start + words.len();
    let size = value.shifted(whole.power()?)?;
    Some((name, Mention { range: end - number.len()..end, value, size, of: None, ..whole.clone() }))
}
