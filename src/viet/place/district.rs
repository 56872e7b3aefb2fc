//! Districts — *cấp huyện*: the level between province and commune until 2025-06-30.
//!
//! NQ 202/2025/QH15 and the constitution as amended in 2025 leave two levels, province and commune.
//! *Thành phố* inside a province went too, but shares its word with the seven central cities.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::near;
use super::unit::units;
use crate::viet::number::capitalised;
use crate::viet::seek::seek;
use crate::viet::tone::{Style, restyle};

/// Districts by their names in small letters, with the provinces that had one.
static DISTRICTS: LazyLock<HashMap<String, Vec<&str>>> = LazyLock::new(|| {
    let rows = include_str!("../data/districts.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t'))
        .map(|(name, provinces)| (key(name), provinces.split('|').collect()))
        .collect()
});

/// Provinces that were one until 2004: a text may tell a district under either.
const ONCE_ONE: [[&str; 2]; 3] = [["Đắk Lắk", "Đắk Nông"], ["Lai Châu", "Điện Biên"], ["Cần Thơ", "Hậu Giang"]];

fn key(name: &str) -> String {
    restyle(&name.to_lowercase().replace(['-', '–'], " "), Style::FirstVowel)
}

/// Whether a district of that name may lie in a province; nothing of names that the table lacks.
pub fn lies_in(district: &str, province: &str) -> Option<bool> {
    let own = DISTRICTS.get(&key(district))?;
    let now = |name: &str| units().find(|unit| unit.name == name).and_then(|unit| unit.successor);
    let fits = |one: &&str| {
        *one == province
            || now(one) == Some(province)
            || ONCE_ONE.iter().any(|pair| pair.contains(one) && pair.contains(&province))
    };
    let listed = DISTRICTS.values().any(|provinces| provinces.contains(&province));
    (listed || units().any(|unit| unit.successor == Some(province))).then(|| own.iter().any(fits))
}

/// The provinces that had a district of that name.
pub fn provinces_of(district: &str) -> &'static [&'static str] {
    DISTRICTS.get(&key(district)).map_or(&[], Vec::as_slice)
}

/// Names in small letters with themselves, by how many letters they have.
type ByLength = HashMap<usize, Vec<(Vec<char>, &'static str)>>;

/// Districts by the words and letters of their names, in small letters with their marks one by one.
static SPELT: LazyLock<ByLength> = LazyLock::new(|| {
    let mut spelt = ByLength::new();
    for name in DISTRICTS.keys().filter(|name| name.contains(' ')) {
        let letters = near::letters(name);
        spelt.entry(letters.len()).or_default().push((letters, name));
    }
    spelt
});

/// The district that a name is but for one letter or mark, where it is none itself and only one is so near; of the
/// highlands the same names are spelt in many ways.
pub fn district_nearly(name: &str) -> Option<&'static str> {
    let own = near::letters(&key(name));
    if own.len() < 6 || DISTRICTS.contains_key(&key(name)) {
        return None;
    }
    let close = (own.len() - 1..=own.len() + 1).filter_map(|length| SPELT.get(&length)).flatten();
    let mut close = close.filter(|(letters, _)| near::is_one_off(letters, &own));
    let (Some((letters, right)), None) = (close.next(), close.next()) else { return None };
    let head = own.iter().zip(letters).take_while(|(a, b)| a == b).count();
    let tail = own.iter().rev().zip(letters.iter().rev()).take_while(|(a, b)| a == b).count();
    let parts = |letters: &[char]| letters.get(head..letters.len().saturating_sub(tail)).unwrap_or_default().to_vec();
    let changed = [parts(&own), parts(letters)].concat();
    // *Đăk Tô, Đắk Tô*, *Krông Pắc, Krông Pắk*: marks before a closing k, and that letter itself.
    let closed = own[head..].iter().find(|c| c.is_alphanumeric()).is_some_and(|c| matches!(c, 'k' | 'c'));
    let spelling = changed.iter().all(|c| matches!(c, 'c' | 'k' | 'i' | 'y' | '\''));
    let spelling = spelling || closed && changed.iter().all(|c| !c.is_alphanumeric());
    (!spelling).then_some(*right)
}

/// The bytes of districts named in a text — *UBND huyện A, quận 1, cấp huyện* — abolished since 2025-07-01
/// (rule P5: NQ 202/2025/QH15).
pub fn abolished_levels(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for level in ["cấp huyện", "huyện", "quận", "thị xã", "thị trấn"] {
        for form in [level.to_owned(), capitalised(level)] {
            for (start, _) in seek(text, &form) {
                let end = start + form.len();
                let bounded =
                    !text[..start].ends_with(char::is_alphanumeric) && !text[end..].starts_with(char::is_alphanumeric);
                let name = text[end..].trim_start_matches([' ', '\u{a0}']).chars().next();
                let named = name.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) || level.starts_with("cấp");
                if bounded && named {
                    ranges.push(start..end);
                }
            }
        }
    }
    // *huyện* of *cấp huyện* is the same word.
    ranges.sort_by_key(|range| range.start);
    ranges.dedup_by(|next, kept| next.start < kept.end);
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts() {
        let text = "UBND huyện Châu Thành, Quận 1, cấp huyện, thị xã Giá Rai; quận, huyện; cự ly";
        let words: Vec<_> = abolished_levels(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(words, ["huyện", "Quận", "cấp huyện", "thị xã"]);
    }
}
