//! Abbreviations — *chữ viết tắt*: the table, definitions in a text checked by their initials, and their faults.

mod scan;
mod table;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use crate::viet::reference::Reference;

pub use scan::{Definition, Use, definitions, disordered, uses};
pub use table::TABLE;

/// A short form and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// The short form: *UBND*.
    pub short: &'static str,
    /// The full form: *Ủy ban nhân dân*.
    pub full: &'static str,
    /// Where it may stand undefined.
    pub class: Class,
}

/// Where an abbreviation may stand undefined (measured: 21 of 22 news texts never define *UBND*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// In news.
    Standard,
    /// In news before a name: *TP. Huế*.
    BeforeName,
    /// Nowhere.
    Jargon,
    /// In document numbers only.
    Number,
    /// In signatures only: *TM., KT.*
    Signature,
}

/// How strict a text is with abbreviations — *mức độ yêu cầu*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Strictness {
    /// News: only jargon must be defined.
    #[default]
    News,
    /// Official texts: everything must (NĐ 78/2025 art. 60.4; HD 05-HD/VPTW: in full at first use).
    Official,
}

/// What is wrong with an abbreviation — *lỗi dùng chữ viết tắt*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The abbreviation.
    pub short: String,
    /// The bytes that show it.
    pub range: Range<usize>,
    /// The rule it breaks.
    pub kind: FaultKind,
}

/// The rules on abbreviations that a reader is told of.
///
/// NĐ 78/2025 art. 60.4 and HD 05-HD/VPTW ask for the full form at first use; the rest is what follows from
/// it: one definition, before the first use, and then the short form alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A1: used, never defined; holds the full form where it is known.
    Undefined(Option<&'static str>),
    /// A2: defined a second time.
    DefinedTwice,
    /// A3: used before its definition.
    UsedBefore,
    /// A6: two full forms for one short one; holds the first.
    TwoFullForms(String),
    /// A7: two short forms for one full one; holds the first.
    TwoShortForms(String),
}

/// The rows of a short form: two for *BCT*, none when it is unknown.
pub fn expansions(short: &str) -> impl Iterator<Item = &'static Abbreviation> {
    TABLE.iter().filter(move |row| row.short == short)
}

/// Whether a short form can be read from a full one by initials — *UBND, Ủy ban nhân dân*.
///
/// Function words and what stands for them (*và*, "&", "-") may be left out; Đ stays Đ; other marks fall
/// away (Ủ is U), and W may stand for *ương*. A small letter continues a word: *GDTrH*.
pub fn stands_for(short: &str, full: &str) -> bool {
    let letters: Vec<char> = short.nfc().filter(|c| c.is_alphanumeric()).collect();
    let words: Vec<Vec<char>> = words_of(full).map(|word| word.nfc().collect()).collect();
    !letters.is_empty() && reads(&letters, &words)
}

/// The faults of a text's abbreviations, in order (rules A1 to A3, A6, A7).
///
/// ```text
/// “KTXH” never explained                    A1 Undefined, with the full form where the table knows it
/// “NTM và nông thôn mới (NTM)”              A3 UsedBefore
/// “Bộ Công Thương (BCT) … Bộ Chính trị (BCT)”  A6 TwoFullForms
/// ```
/// Each abbreviation is reported once per rule.
pub fn faults(text: &str, numbers: &[Reference], strictness: Strictness) -> Vec<Fault> {
    let (defined, used) = (definitions(text), uses(text, numbers));
    let mut first: HashMap<&str, &Definition> = HashMap::new();
    let mut shorts: HashMap<String, Vec<&str>> = HashMap::new();
    let mut faults = Vec::new();
    for definition in &defined {
        let fault = |kind| Fault { short: definition.short.clone(), range: definition.short_range.clone(), kind };
        let full = folded(&definition.full);
        match first.get(definition.short.as_str()) {
            Some(first) if folded(&first.full) == full => faults.push(fault(FaultKind::DefinedTwice)),
            Some(first) => faults.push(fault(FaultKind::TwoFullForms(first.full.clone()))),
            None => drop(first.insert(&definition.short, definition)),
        }
        let shorts = shorts.entry(full).or_default();
        if let Some(other) = shorts.iter().find(|other| **other != definition.short) {
            faults.push(fault(FaultKind::TwoShortForms((*other).to_owned())));
        }
        if !shorts.contains(&definition.short.as_str()) {
            shorts.push(&definition.short);
        }
    }
    let defining: HashSet<usize> = defined.iter().map(|definition| definition.short_range.start).collect();
    let mut told: HashSet<&str> = HashSet::new();
    for one in used.iter().filter(|one| !defining.contains(&one.range.start)) {
        let kind = match first.get(one.short.as_str()) {
            Some(definition) if one.range.start < definition.short_range.start => FaultKind::UsedBefore,
            Some(_) => continue,
            None if needs_definition(&one.short, strictness) => {
                FaultKind::Undefined(expansions(&one.short).next().map(|row| row.full))
            }
            None => continue,
        };
        if told.insert(&one.short) {
            faults.push(Fault { short: one.short.clone(), range: one.range.clone(), kind });
        }
    }
    faults.sort_by_key(|fault| fault.range.start);
    faults
}

/// Whether a short form must be defined in a text of this strictness; unknown ones must.
pub fn needs_definition(short: &str, strictness: Strictness) -> bool {
    let dotted = format!("{short}.");
    let mut rows = expansions(short).chain(expansions(&dotted)).peekable();
    if rows.peek().is_none() {
        return true;
    }
    rows.all(|row| match (row.class, strictness) {
        (Class::Jargon | Class::Number, _) => true,
        (Class::Standard, Strictness::Official) => true,
        (Class::Standard, Strictness::News) => false,
        (Class::BeforeName | Class::Signature, _) => false,
    })
}

/// Words that may be left out of an abbreviation.
const FUNCTION_WORDS: [&str; 12] =
    ["và", "của", "về", "cho", "các", "thuộc", "trong", "với", "theo", "trên", "những", "tại"];

/// The words of a phrase, hyphens and commas aside.
fn words_of(phrase: &str) -> impl DoubleEndedIterator<Item = &str> {
    phrase
        .split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c))
        .filter(|word| !word.is_empty())
}

/// Whether the letters can be taken from the words in order, each word but function words giving one.
///
/// Small letters after a capital must continue its word: *Tr* of *GDTrH* is *trung*. Where a function word
/// could be skipped or not, both are tried: *NNPTNT* and *NNVPTNT* both stand for *nông nghiệp và …*.
fn reads(letters: &[char], words: &[Vec<char>]) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    let skipped = FUNCTION_WORDS.contains(&word.iter().collect::<String>().to_lowercase().as_str());
    if skipped && reads(letters, rest) {
        return true;
    }
    let Some((first, letters)) = letters.split_first() else { return false };
    let own = word.first().is_some_and(|initial| base(*first) == base(*initial));
    let central = *first == 'W' && folded(&word.iter().collect::<String>()) == "uong";
    if !(own || central) {
        return false;
    }
    let small = letters
        .iter()
        .zip(word.iter().skip(1))
        .take_while(|(letter, c)| letter.is_lowercase() && base(**letter) == base(**c));
    reads(&letters[small.count()..], rest)
}

/// A letter without its marks, as a capital; Đ stays.
fn base(letter: char) -> char {
    let plain = std::iter::once(letter).nfd().next().unwrap_or(letter);
    plain.to_uppercase().next().unwrap_or(plain)
}

/// Lower case without marks, single blanks, for comparing phrases.
fn folded(phrase: &str) -> String {
    let words: Vec<&str> = words_of(phrase).collect();
    let plain = words.join(" ").to_lowercase();
    plain.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viet::reference::find;

    #[test]
    fn vectors_of_abbreviations() {
        for row in include_str!("../../tests/vectors/abbreviations.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let full = cells[1].split(" (").next().unwrap();
            let known = expansions(cells[0]).find(|known| known.full == full).unwrap();
            let undefined = match known.class {
                Class::Standard | Class::BeforeName => "std",
                Class::Jargon => "jargon",
                Class::Number if cells[2].starts_with("only") => "only inside numbers",
                Class::Number => "numbers",
                Class::Signature => "signature",
            };
            assert!(cells[2].starts_with(undefined), "{row}");
            let foreign = ["GRDP", "GDP", "ODA", "FDI", "OCOP", "TTg"].contains(&cells[0]);
            assert_eq!(stands_for(cells[0], full), !foreign, "{row}");
        }
    }

    #[test]
    fn initials() {
        for (short, full) in [
            ("UBND", "Ủy ban nhân dân"),
            ("NN&PTNT", "Nông nghiệp và Phát triển nông thôn"),
            ("KT-XH", "kinh tế - xã hội"),
            ("GDTrH", "giáo dục trung học"),
            ("BCHTW", "Ban Chấp hành Trung ương"),
            ("TƯ", "Trung ương"),
            ("BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
        ] {
            assert!(stands_for(short, full), "{short}");
        }
        for (short, full) in [("UBND", "Ủy ban"), ("DB", "địa bàn"), ("", "a"), ("ND", "Ủy ban nhân dân")] {
            assert!(!stands_for(short, full), "{short}");
        }
    }

    #[test]
    fn faults_of_a_text() {
        use FaultKind::*;
        for (text, expected) in [
            ("Quỹ khuyến công quốc gia (KCQG) lớn; KCQG tăng.", vec![]),
            ("UBND tỉnh họp.", vec![]),
            ("Kế hoạch KTXH năm 2024.", vec![("KTXH", Undefined(Some("kinh tế - xã hội")))]),
            ("Dự án XYZQ.", vec![("XYZQ", Undefined(None))]),
            ("NTM và nông thôn mới (NTM), NTM.", vec![("NTM", UsedBefore)]),
            ("nông thôn mới (NTM); nông thôn mới (NTM) và NTM", vec![("NTM", DefinedTwice)]),
            ("Bộ Công Thương (BCT) và Bộ Chính trị (BCT), BCT", vec![("BCT", TwoFullForms("Bộ Công Thương".into()))]),
            (
                "kinh tế - xã hội (KTXH), kinh tế - xã hội (KT-XH): KTXH, KT-XH",
                vec![("KT-XH", TwoShortForms("KTXH".into()))],
            ),
        ] {
            let found: Vec<_> = faults(text, &find(text), Strictness::News)
                .into_iter()
                .map(|fault| (fault.short, fault.kind))
                .collect();
            let expected: Vec<_> = expected.into_iter().map(|(short, kind)| (short.to_owned(), kind)).collect();
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(faults("UBND tỉnh họp.", &[], Strictness::Official).len(), 1);
    }
}
