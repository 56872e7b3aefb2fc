//! The table of provincial units — *danh mục đơn vị cấp tỉnh* — and the form in which spellings meet.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::viet::date::Ymd;
use crate::viet::fold::fold;
use crate::viet::letter::lower;

/// The rank a provincial unit bears before its name — *tỉnh* or *thành phố*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Prefix {
    /// *tỉnh*
    Province,
    /// *thành phố*
    City,
}

impl Prefix {
    /// The word in lower case, as inside a sentence (NĐ 30/2020 PL II III.1).
    pub fn word(self) -> &'static str {
        match self {
            Self::Province => "tỉnh",
            Self::City => "thành phố",
        }
    }
}

/// A provincial unit under one rank — *tỉnh, thành phố trực thuộc trung ương*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The two digits of the official list.
    pub code: &'static str,
    /// The name in its official spelling.
    pub name: &'static str,
    /// The rank during these days.
    pub prefix: Prefix,
    /// The first day, where it is not older than the list.
    pub from: Option<Ymd>,
    /// The last day, where there is one.
    pub to: Option<Ymd>,
    /// The unit it became part of.
    pub successor: Option<&'static str>,
    /// Whether a town of the same name lay inside it until districts went.
    pub town: Town,
    /// Spellings seen for it that are not official, `HCM` among them, divided by `|`.
    pub(super) other_spellings: &'static str,
}

/// Whether *thành phố* before the name could mean the province's town: *thành phố Thái Nguyên*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Town {
    /// A town bore the name until 2025-06-30.
    Homonym,
    /// None did.
    None,
}

impl Unit {
    /// Whether the unit exists under this rank that day.
    pub fn holds(&self, day: Ymd) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The embedded table, one row per name and rank.
const TABLE: &str = include_str!("../data/provinces.tsv");

/// Every unit that ever stands in the table, current ones first.
pub fn units() -> impl Iterator<Item = Unit> {
    static UNITS: LazyLock<Vec<Unit>> = LazyLock::new(|| TABLE.lines().filter_map(row).collect());
    UNITS.iter().copied()
}

fn row(row: &'static str) -> Option<Unit> {
    let mut cells = row.split('\t');
    let mut next = || cells.next().unwrap_or_default();
    let (code, name, prefix, from, to) = (next(), next(), next(), next(), next());
    let (successor, town, other_spellings) = (next(), next(), next());
    let prefix = prefix_of(prefix).filter(|_| !row.starts_with('#'))?;
    let town = if town.is_empty() { Town::None } else { Town::Homonym };
    let successor = Some(successor).filter(|name| !name.is_empty());
    let (from, to) = (Ymd::from_iso(from).ok(), Ymd::from_iso(to).ok());
    Some(Unit { code, name, prefix, from, to, successor, town, other_spellings })
}

/// Every spelling of every unit.
pub(super) struct Spellings {
    /// Official names by the keys of their spellings.
    pub(super) names: HashMap<String, &'static str>,
    /// The syllables they begin with, without marks.
    pub(super) heads: HashSet<String>,
}

/// The spellings of the table.
pub(super) fn spellings() -> &'static Spellings {
    static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
        let all = |unit: Unit| {
            let other = unit.other_spellings.split('|').filter(|other| !other.is_empty());
            std::iter::once(unit.name).chain(other).map(move |spelling| (key(spelling), unit.name))
        };
        let names: HashMap<String, &str> = units().flat_map(all).collect();
        let heads = names.keys().filter_map(|key| key.split(' ').next()).map(fold).collect();
        Spellings { names, heads }
    });
    &SPELLINGS
}

/// The units of a day — *các đơn vị cấp tỉnh*: 63 until 2025-06-30, 34 since.
pub fn units_on(day: Ymd) -> impl Iterator<Item = Unit> {
    units().filter(move |unit| unit.holds(day))
}

/// The rank in front of a name and the rest: `TP. Huế` is a city and `Huế`.
pub(super) fn split_prefix(text: &str) -> (Option<Prefix>, &str) {
    let text = text.trim();
    for (words, prefix) in PREFIXES {
        let length = words.chars().count();
        let end = text.char_indices().nth(length).map_or(text.len(), |(at, _)| at);
        let bounded = words.ends_with('.') || text[end..].starts_with(char::is_whitespace);
        if bounded && end < text.len() && text[..end].nfc().collect::<String>().to_lowercase() == words {
            return (Some(prefix), text[end..].trim_start());
        }
    }
    (None, text)
}

/// Every way a rank is written before a name, in lower case, the longest first.
pub(super) const PREFIXES: [(&str, Prefix); 6] = [
    ("thành phố", Prefix::City),
    ("t.p.", Prefix::City),
    ("t.p", Prefix::City),
    ("tp.", Prefix::City),
    ("tỉnh", Prefix::Province),
    ("tp", Prefix::City),
];

/// The rank a word of the table stands for.
pub(super) fn prefix_of(word: &str) -> Option<Prefix> {
    PREFIXES.iter().find(|(words, _)| *words == word).map(|(_, prefix)| *prefix)
}

/// The form in which spellings meet: lower case, tone marks behind their syllable, one space between.
pub(super) fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() + 4);
    for syllable in name.split(|c: char| c.is_whitespace() || "-–‑".contains(c)).filter(|part| !part.is_empty()) {
        let mut tones = String::new();
        for c in lower(syllable).nfd() {
            let tone = matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
            if tone { tones.push(c) } else { key.push(c) }
        }
        key.push_str(&tones);
        key.push(' ');
    }
    key
}
