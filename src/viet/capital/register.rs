//! The register of official names (`data/names.txt`) and the search for them in a text.

use std::collections::HashMap;

use super::words::{Case, Word, case, plain, with_head, words};
use super::{Miscased, Weight, pattern};
use crate::viet::tone;

/// The names, one a line, under the items of the annex they follow.
const NAMES: &str = include_str!("../data/names.txt");

/// When a name is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Always.
    Always,
    /// Where the text capitalises some word of it.
    Capitalised,
    /// Behind the noun of a place.
    Place,
}

/// An official name.
#[derive(Debug)]
pub(super) struct Name {
    pub(super) right: String,
    pub(super) words: Vec<(String, Case)>,
    pub(super) rule: &'static str,
    mode: Mode,
}

/// The register, read once and kept.
#[derive(Debug)]
pub struct Register {
    /// Names by their first word, the longest first.
    pub(super) names: HashMap<String, Vec<Name>>,
    /// The first words and places of names by their second words.
    pub(super) seconds: HashMap<String, Vec<(String, usize)>>,
}

impl Default for Register {
    fn default() -> Self {
        Self::new()
    }
}

impl Register {
    /// Reads the official names the program carries.
    pub fn new() -> Self {
        let mut register = Self { names: HashMap::new(), seconds: HashMap::new() };
        let (names, fields) = NAMES.split_once("\n[field]\n").unwrap_or((NAMES, ""));
        let mut rule = "";
        for line in names.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(item) = line.strip_prefix('[') {
                rule = item.trim_end_matches(']');
                continue;
            }
            let (mode, name) = match (line.strip_prefix('~'), line.strip_prefix('^')) {
                (Some(name), _) => (Mode::Capitalised, name),
                (_, Some(name)) => (Mode::Place, name),
                _ => (Mode::Always, line),
            };
            match name.strip_prefix('{').and_then(|kind| kind.strip_suffix('}')) {
                Some(kind) => {
                    for field in fields.lines().filter(|field| !field.is_empty()) {
                        register.add(&format!("{kind} {field}"), rule, mode);
                    }
                }
                None => register.add(name, rule, mode),
            }
        }
        register.sort();
        register
    }

    /// Adds a name as a project writes it; it is judged where the text capitalises some word of it.
    pub fn learn(&mut self, name: &str) {
        self.add(name, "project", Mode::Capitalised);
        self.sort();
    }

    /// Puts the longest names first, and looks up their second words anew.
    fn sort(&mut self) {
        self.seconds.clear();
        for (first, names) in &mut self.names {
            names.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
            for (place, name) in names.iter().enumerate() {
                if let Some((second, _)) = name.words.get(1) {
                    self.seconds.entry(second.clone()).or_default().push((first.clone(), place));
                }
            }
        }
    }

    /// Adds a name.
    fn add(&mut self, right: &str, rule: &'static str, mode: Mode) {
        let words: Vec<(String, Case)> =
            tone::words(right).map(|range| (plain(&right[range.clone()]).into_owned(), case(&right[range]))).collect();
        if let Some((first, _)) = words.first() {
            let name = Name { right: right.to_owned(), rule, mode, words: words.clone() };
            self.names.entry(first.clone()).or_default().push(name);
        }
    }

    /// Everything in the text whose capitals differ from the official ones; see [`super::check`].
    pub fn check(&self, text: &str) -> Vec<Miscased> {
        self.miscased(text, &words(text))
    }

    /// The same where the words were read.
    pub(super) fn miscased(&self, text: &str, words: &[Word]) -> Vec<Miscased> {
        let (mut found, mut taken) = (Vec::new(), Vec::new());
        let mut at = 0;
        while at < words.len() {
            match self.names_at(text, words, at) {
                Some(name) => {
                    found.extend(judge(name, text, words, at));
                    taken.push(words[at].range.start..words[at + name.words.len() - 1].range.end);
                    at += name.words.len();
                }
                None => at += 1,
            }
        }
        // No pattern judges inside a name. Names stand in order and apart, so only the first that ends behind a place
        // can hold it.
        let free = |miscased: &Miscased| {
            let next = taken.partition_point(|range| range.end <= miscased.range.start);
            taken.get(next).is_none_or(|range| range.start >= miscased.range.end)
        };
        found.extend(pattern::find(text, words).into_iter().filter(free));
        found.sort_by_key(|miscased| miscased.range.start);
        found
    }

    /// The longest name standing at a word, whatever its capitals.
    pub(super) fn names_at(&self, text: &str, words: &[Word], at: usize) -> Option<&Name> {
        let before = at.checked_sub(1).map_or("", |before| words[before].plain.as_ref());
        // *Chi cục Hải quan* is a body of its own; the *luật* of *kỷ luật cán bộ* is half a word.
        let other = match words[at].plain.as_ref() {
            "cục" => before == "chi",
            "luật" => matches!(before, "kỷ" | "kỉ" | "pháp" | "quy"),
            _ => false,
        };
        let names = self.names.get(words[at].plain.as_ref()).filter(|_| !other)?;
        names.iter().find(|name| {
            let stands = words.get(at..at + name.words.len()).is_some_and(|span| {
                span.iter().zip(&name.words).all(|(word, part)| word.plain == part.0)
                    && span.windows(2).all(|pair| is_soft(&text[pair[0].range.end..pair[1].range.start]))
            });
            stands && (name.mode != Mode::Place || follows_place_noun(words, at))
        })
    }
}

/// Whether what lies between two words may lie inside a name.
fn is_soft(gap: &str) -> bool {
    gap.len() <= 5 && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | ',' | '-' | '–'))
}

/// Whether the word before is the noun of a place.
pub(super) fn follows_place_noun(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before
        .is_some_and(|word| matches!(word.plain.as_ref(), "tỉnh" | "phố" | "huyện" | "quận" | "xã" | "phường" | "trấn"))
}

/// Whether the words are part of another name: *bà Trương Châu Mỹ*, *nhà trường Sa Pa*.
fn continues(text: &str, words: &[Word], at: usize, length: usize) -> bool {
    let beside = |first: usize| {
        let pair = words.get(first).zip(words.get(first + 1));
        pair.filter(|(first, second)| matches!(&text[first.range.end..second.range.start], " " | "\u{a0}"))
    };
    let behind = beside(at + length - 1).is_some_and(|(_, after)| after.case == Case::Capital);
    let ahead = at > 0 && beside(at - 1).is_some_and(|(before, _)| before.case == Case::Capital && !before.starts);
    // *Châu* is a continent only in small letters; in capitals, before another, it is a surname.
    match words[at].case {
        Case::Capital => ahead || (behind && words[at].plain == "châu"),
        _ => behind,
    }
}

/// *Kiểm toán Nhà nước*, *Cách mạng Tháng Tám*, *Châu Phi*: a capital that the annex gives the word elsewhere, or that it does not
/// speak of, and that papers of the State and the Party write in the name.
fn is_free(name: &Name, at: usize, word: &Word) -> bool {
    let next = name.words.get(at + 1).map(|(next, _)| next.as_str());
    let free = match word.plain.as_ref() {
        "nhà" => next == Some("nước"),
        "tháng" => name.rule == "V.9",
        "châu" => at == 0,
        _ => false,
    };
    free && word.case == Case::Capital
}

/// Compares a name with how it stands.
fn judge(name: &Name, text: &str, words: &[Word], at: usize) -> Option<Miscased> {
    let span = &words[at..at + name.words.len()];
    if span.iter().any(|word| word.case == Case::All) {
        return None;
    }
    let fits =
        |(word, part): (&Word, &(String, Case))| word.case == part.1 || (word.starts && word.case == Case::Capital);
    if span.iter().zip(&name.words).all(fits) {
        return None;
    }
    let capitalised = span.iter().any(|word| word.case != Case::Small && !word.starts);
    let strict = name.rule == "III.1" && follows_place_noun(words, at);
    if name.mode == Mode::Capitalised && !capitalised && !strict {
        return None;
    }
    if name.mode == Mode::Capitalised && continues(text, words, at, span.len()) {
        return None;
    }
    let range = span[0].range.start..span[span.len() - 1].range.end;
    // *Tết* and *ngày* alone differ in half of all papers; the rest of the name decides.
    let only_head = span.iter().zip(&name.words).skip(1).all(fits);
    // *Ngày giải phóng miền Nam*: good papers write the first two words either way.
    let day = name.rule == "V.5" && capitalised && span.iter().zip(&name.words).skip(2).all(fits);
    let good = span
        .iter()
        .enumerate()
        .zip(&name.words)
        .all(|((at, word), part)| fits((word, part)) || is_free(name, at, word));
    let weight = match name.rule {
        _ if day || good => Weight::Habit,
        "V.5" | "V.8" | "V.10" if only_head && span.len() > 1 => Weight::Habit,
        _ => Weight::Rule,
    };
    let right = if span[0].starts { with_head(&name.right, Case::Capital) } else { name.right.clone() };
    (text[range.clone()] != right).then_some(Miscased { range, right, rule: name.rule, weight })
}
