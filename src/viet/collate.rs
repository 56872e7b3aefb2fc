//! The order of a Vietnamese register. Letters run a ă â b c d đ e ê …, tones ngang huyền hỏi ngã sắc nặng, and
//! phrases compare syllable by syllable, as the dictionaries do (Vũ Xuân Lương, Vietlex: rule 4.3).

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use crate::viet::tone::{Names, Style, restyle_names};
use crate::viet::unicode::nfc;

/// What the strings are, which decides what is compared first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Words and titles, syllable by syllable: *ma tuý* before *mà cả*.
    #[default]
    Dictionary,
    /// Persons: given name, then family and middle names. Titles before the name and posts after it
    /// (`bà …`, `TS. …`, `…, Giám đốc`) do not count.
    Person,
    /// Places: the noun of the unit (*tỉnh, thành phố, phường* …) counts last, numbers by value
    /// (*Quận 2* before *Quận 10*).
    Place,
    /// The whole string as ICU compares it, where another program's order has to be met.
    Whole,
}

/// A string's place in an order: keys compare as bytes, and differ whenever the strings do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Vec<u8>);

/// Makes keys. Build one and keep it; each string's key is computed once, then sorting compares bytes.
pub struct Collator {
    /// ICU's Vietnamese collation (CLDR); were its data missing, code points would decide.
    icu: Option<CollatorBorrowed<'static>>,
}

impl Default for Collator {
    fn default() -> Self {
        Self::new()
    }
}

impl Collator {
    /// The Vietnamese collator, with numbers by value.
    pub fn new() -> Self {
        let icu = "vi".parse().ok().and_then(|locale| {
            let mut preferences = CollatorPreferences::from_locale_strict(&locale).ok()?;
            preferences.numeric_ordering = Some(CollationNumericOrdering::True);
            CollatorBorrowed::try_new(preferences, CollatorOptions::default()).ok()
        });
        Self { icu }
    }

    /// The key of a string. Tone placement does not count (*hoà* stands with *hòa*), capitals count last,
    /// and strings equal in all that are told apart by their bytes, so the order is total.
    pub fn key(&self, text: &str, order: Order) -> Key {
        let text = nfc(text);
        let mut key = Vec::with_capacity(text.len() * 6);
        let even = restyle_names(&text, Style::MainVowel, Names::Change);
        match order {
            Order::Whole => {}
            Order::Dictionary => self.push_syllables(&even, &mut key),
            Order::Person => {
                let name = bare_name(&even);
                let (family, given) = name.rsplit_once(' ').unwrap_or(("", name));
                self.push_syllables(given, &mut key);
                self.push_syllables(family, &mut key);
            }
            Order::Place => self.push_syllables(bare_place(&even), &mut key),
        }
        self.push_icu(&text, &mut key);
        key.push(0);
        key.extend_from_slice(text.as_bytes());
        Key(key)
    }

    /// Compares two strings; to sort many, [`Collator::sort`] computes each key once.
    pub fn compare(&self, left: &str, right: &str, order: Order) -> Ordering {
        self.key(left, order).cmp(&self.key(right, order))
    }

    /// Sorts values by the string that names them.
    pub fn sort<T>(&self, values: &mut [T], order: Order, name: impl Fn(&T) -> &str) {
        values.sort_by_cached_key(|value| self.key(name(value), order));
    }

    /// Small letters only, since a capital must not part *Công an* from *công nghệ* before the second syllable is read.
    /// One ICU key a syllable, each ended by a zero byte, the list by another: a shorter list comes first.
    fn push_syllables(&self, text: &str, key: &mut Vec<u8>) {
        let lower = text.to_lowercase();
        for syllable in lower.split(|c: char| !c.is_alphanumeric()).filter(|s| !s.is_empty()) {
            self.push_icu(syllable, key);
            key.push(0);
        }
        key.push(0);
    }

    /// The ICU sort key, which holds no zero byte.
    fn push_icu(&self, text: &str, key: &mut Vec<u8>) {
        match &self.icu {
            Some(icu) => {
                let Ok(()) = icu.write_sort_key_to(text, key);
            }
            None => key.extend(text.bytes().filter(|&byte| byte > 0)),
        }
    }
}

/// The lines in order; lines equal but for their bytes stay distinct.
pub fn sort_lines<S: AsRef<str>>(lines: &[S], order: Order) -> Vec<String> {
    let mut sorted: Vec<String> = lines.iter().map(|line| line.as_ref().to_owned()).collect();
    Collator::new().sort(&mut sorted, order, String::as_str);
    sorted
}

/// Words of address that stand before a name in small letters.
const ADDRESS: [&str; 15] =
    ["ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cụ", "thầy", "đồng", "chí", "đ/c", "luật", "sư"];

/// Academic titles and ranks without a full stop of their own.
const RANKS: [&str; 8] = ["gs", "pgs", "ts", "ths", "bs", "ks", "cn", "nsnd"];

/// The name without address, title and post.
fn bare_name(text: &str) -> &str {
    let end = text.find([',', '(', ';']).unwrap_or(text.len());
    let end = text[..end].find(" - ").or(text[..end].find(" – ")).unwrap_or(end);
    let mut name = text[..end].trim();
    while let Some((head, rest)) = name.split_once(' ') {
        let lower = head.to_lowercase();
        let title = ADDRESS.contains(&head)
            || (head.len() > 2 && head.ends_with('.'))
            || RANKS.contains(&lower.as_str())
            || (name.len() == text[..end].trim().len() && ["ông", "bà"].contains(&lower.as_str()));
        if !title || !rest.contains(char::is_alphabetic) {
            break;
        }
        name = rest.trim_start();
    }
    name
}

/// Nouns of administrative units, longest first.
const UNITS: [&str; 22] = [
    "thành phố trực thuộc trung ương",
    "thành phố",
    "thủ đô",
    "thị trấn",
    "thị xã",
    "đặc khu",
    "tp. ",
    "tp ",
    "tp.",
    "tx. ",
    "tx.",
    "tt. ",
    "tỉnh",
    "huyện",
    "quận",
    "phường",
    "xã",
    "ấp",
    "thôn",
    "tổ",
    "p. ",
    "q. ",
];

/// The name of a place without the noun of its unit; a bare number keeps it (*Quận 3*).
fn bare_place(text: &str) -> &str {
    let text = text.trim();
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return text;
    }
    let rest = UNITS.iter().find_map(|unit| {
        let rest = lower.strip_prefix(unit)?;
        (unit.ends_with([' ', '.']) || rest.starts_with(' ')).then(|| text[unit.len()..].trim_start())
    });
    match rest {
        Some(rest) if rest.starts_with(char::is_alphabetic) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Collator, Order, sort_lines};
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn orders_follow_the_vectors() {
        let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for line in include_str!("../../tests/vectors/collation.tsv").lines() {
            if let [group, _, text] = line.split('\t').collect::<Vec<_>>()[..] {
                groups.entry(group).or_default().push(text);
            }
        }
        assert!(groups.remove("# group").is_some());
        for (group, expected) in groups {
            let order = match group {
                "names" => Order::Person,
                "multi_icu" => Order::Whole,
                "provinces63" => Order::Place,
                _ => Order::Dictionary,
            };
            let mut shuffled = expected.clone();
            shuffled.sort_by_key(|text| text.bytes().rev().collect::<Vec<_>>());
            assert_eq!(sort_lines(&shuffled, order), expected, "{group}");
        }
    }

    #[test]
    fn orders_what_the_vectors_leave_out() {
        for (order, expected) in [
            (Order::Dictionary, &["ma mãnh", "ma tuý", "mà cả", "mà thôi", "má hồng"][..]),
            (Order::Dictionary, &["công an", "Công an", "công nghệ", "cộng đồng"]),
            (Order::Dictionary, &["hoa", "hoà", "hòa", "hoà giải", "hòa nhã", "hoạ"]),
            (Order::Dictionary, &["Điều 2", "Điều 10", "Điều 10a"]),
            (
                Order::Person,
                &["bà Lê Thị An", "ông Trần Văn An", "TS. Đỗ Ánh - Viện trưởng", "PGS.TS. Bùi Bá, Phó Giám đốc"],
            ),
            (Order::Place, &["tỉnh An Giang", "Thành phố Cần Thơ", "TP. Huế", "Quận 2", "Quận 10"]),
        ] {
            let mut shuffled = expected.to_vec();
            shuffled.reverse();
            assert_eq!(sort_lines(&shuffled, order), expected);
        }
    }

    proptest! {
        #[test]
        fn the_order_is_total(texts in proptest::collection::vec("[ a-cđăàảạhoòuyỳ1-3A]{0,8}", 3)) {
            let collator = Collator::new();
            for order in [Order::Dictionary, Order::Person, Order::Place, Order::Whole] {
                let [a, b, c] = [0, 1, 2].map(|i| collator.key(&texts[i], order));
                prop_assert_eq!(a == b, texts[0] == texts[1]);
                prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
                prop_assert!(!(a <= b && b <= c) || a <= c);
                prop_assert_eq!(collator.key(&texts[0].nfd().collect::<String>(), order), a);
            }
        }
    }
}
