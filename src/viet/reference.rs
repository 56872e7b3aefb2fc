//! Document numbers — *số, ký hiệu văn bản*: found in a text, taken apart, their faults named.

mod assemble;
pub mod body;
pub mod code;
mod fault;
pub mod known;
mod lexer;
mod mend;

use std::ops::Range;

use assemble::assemble;
use code::{DocKind, is_known};
pub use fault::{Fault, Weight};
use lexer::Spaces;

/// The system a number belongs to — *hệ thống văn bản*.
///
/// ```text
/// normative       45/2012/NĐ-CP     number/year/kind-issuer    NĐ 34/2016 art. 58
/// assembly        64/2025/QH15      number/year/[kind-]term    same
/// administrative  165/QĐ-TTg        number/kind-issuer         NĐ 30/2020 PL I, mục II.3
///   letter        8908/UBND-GT      number/issuer-unit         same
/// Party           19-NQ/TW          number-kind/issuer         HD 36-HD/VPTW
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Normative acts below the National Assembly — *văn bản quy phạm pháp luật*.
    Normative,
    /// Laws and resolutions of the National Assembly and its Standing Committee — *Quốc hội*.
    Assembly,
    /// Administrative documents — *văn bản hành chính*; a letter (*công văn*) has no kind.
    Administrative,
    /// Documents of the Party — *văn bản của Đảng*.
    Party,
}

impl Class {
    /// The short Vietnamese name: QPPL, QH, ADM, DANG.
    pub fn label(self) -> &'static str {
        match self {
            Self::Normative => "QPPL",
            Self::Assembly => "QH",
            Self::Administrative => "ADM",
            Self::Party => "DANG",
        }
    }
}

/// A document number in a text — *số và ký hiệu*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its bytes in the text, without glued words.
    pub range: Range<usize>,
    /// The system it belongs to.
    pub class: Class,
    /// The digits as written, with the letter of *36a*.
    pub number: String,
    /// The year, where one stands.
    pub year: Option<u16>,
    /// The kind, where its code stands: `NĐ`.
    pub kind: Option<&'static DocKind>,
    /// All after the kind: `CP`, `UBND-GT`, `VPCP-BNV`, `QH15`.
    pub issuer: String,
    /// What is wrong with it, the gravest last.
    pub faults: Vec<Fault>,
}

impl Reference {
    /// The code of the kind, empty for letters and laws.
    pub fn kind_code(&self) -> &'static str {
        self.kind.map_or("", |kind| kind.code)
    }

    /// The names the kind goes by: *Quyết định*; *Luật, Bộ luật, Nghị quyết* for `QH15`; none when unknown.
    pub fn kind_names(&self) -> Vec<&'static str> {
        match (self.kind, self.class) {
            (Some(kind), Class::Party) if kind.code == "QĐ" => vec![kind.name, "Quy định"],
            (Some(kind), _) => code::KINDS.iter().filter(|row| row.code == kind.code).map(|row| row.name).collect(),
            (None, Class::Assembly) if self.issuer.starts_with("UBTVQH") => vec!["Nghị quyết", "Pháp lệnh"],
            (None, Class::Assembly) => vec!["Luật", "Bộ luật", "Nghị quyết"],
            (None, Class::Administrative) if self.unit().is_some() => vec!["Công văn"],
            (None, _) => Vec::new(),
        }
    }

    /// The bodies that issued it: both of `TTLT-VPCP-BNV`, else one.
    pub fn issuers(&self) -> Vec<&str> {
        let joint = self.kind.is_some_and(|kind| kind.code.ends_with("LT"));
        let count = if joint { usize::MAX } else { 1 };
        self.issuer.split(['-', '/']).filter(|part| !part.is_empty()).take(count).collect()
    }

    /// The unit that drafted it — *đơn vị soạn thảo*: `GT` of `UBND-GT`.
    pub fn unit(&self) -> Option<&str> {
        let joint = self.kind.is_some_and(|kind| kind.code.ends_with("LT"));
        if joint { None } else { self.issuer.split_once('-').map(|(_, unit)| unit) }
    }

    /// Whether it is a letter — *công văn*: administrative, without the code of a kind.
    pub fn is_letter(&self) -> bool {
        self.class == Class::Administrative && self.kind.is_none()
    }

    /// Whether it keeps the form of before 1996: `21-LCT/HĐNN8`, `58-L/CTN`, `05-TT/LB`.
    fn is_old_form(&self) -> bool {
        let law = self.kind.is_some_and(|kind| kind.code == "LCT" || kind.code == "L");
        self.year.is_none() && (law || ["HĐNN", "HĐBT", "LB"].iter().any(|body| self.issuer.starts_with(body)))
    }

    /// Whether its year lies after the year of the text that cites it.
    pub fn is_after(&self, year: u16) -> bool {
        self.year.is_some_and(|own| own > year)
    }

    /// The number in its right form: zero, separators and codes corrected; a missing part stays missing.
    pub fn canonical(&self) -> String {
        let digits = self.number.bytes().take_while(u8::is_ascii_digit).count();
        let zero = if digits == 1 && self.number != "0" { "0" } else { "" };
        let misspelt = self.issuers().into_iter().filter_map(|issuer| Some((issuer, code::misspelt_issuer(issuer)?)));
        let issuer = misspelt.fold(self.issuer.clone(), |issuer, (wrong, right)| issuer.replacen(wrong, right, 1));
        let number = format!("{zero}{}", self.number);
        let year = self.year.map(|year| format!("/{year}")).unwrap_or_default();
        match (self.class, self.kind) {
            (_, Some(kind)) if self.is_old_form() => format!("{number}-{}/{issuer}", kind.code),
            (Class::Party, Some(kind)) => format!("{number}-{}/{issuer}", kind.code),
            (_, Some(kind)) => format!("{number}{year}/{}-{issuer}", kind.code),
            (_, None) => format!("{number}{year}/{issuer}"),
        }
    }
}

/// Every document number of a text, in order, faulty ones included.
///
/// What only resembles one — a date, a fraction, `km/h`, a path — is passed over.
pub fn find(text: &str) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    for start in lexer::starts(text) {
        if found.last().is_some_and(|last| start < last.range.end) {
            continue;
        }
        found.extend(at(text, start));
    }
    found
}

/// The document number that is the whole text; `None` when it is none, or is not all.
pub fn parse(text: &str) -> Option<Reference> {
    let text = text.trim();
    at(text, 0).filter(|reference| reference.range == (0..text.len()))
}

/// The number that begins at a byte, with the faults of its context.
fn at(text: &str, start: usize) -> Option<Reference> {
    let strict = lexer::lex(text, start, Spaces::Refused).and_then(assemble);
    let complete = strict.as_ref().is_some_and(|reference| !reference.issuer.is_empty());
    let loose = if complete { None } else { lexer::lex(text, start, Spaces::Skipped).and_then(assemble) };
    if strict.is_none() && loose.is_none() {
        return None;
    }
    let before = last_words(&text[..start]);
    if is_form_number(before) {
        return None;
    }
    let named = if is_named(before) { Named::Yes } else { Named::No };
    let mut reference = loose.filter(|reference| is_beyond_doubt(reference, named)).or(strict)?;
    if named == Named::No && is_doubtful(&reference) {
        return None;
    }
    let bare_letter = reference.class == Class::Administrative
        && reference.kind.is_some()
        && !is_known(reference.issuers().first().unwrap_or(&""));
    if bare_letter
        && fault::kind_before(before.trim_end().trim_end_matches("số").trim_end())
            .is_some_and(|(kind, _)| kind.name == "Công văn")
    {
        reference.issuer = format!("{}-{}", reference.kind_code(), reference.issuer);
        reference.kind = None;
    }
    let context = fault::faults_of_context(before, &reference);
    reference.faults.extend(context);
    reference.faults.sort_by_key(Fault::weight);
    Some(reference)
}

/// Whether a number needs *số* or a kind before it to be believed: `12/BB`, `12/XY`, `10/2024-TP`.
fn is_doubtful(reference: &Reference) -> bool {
    let state = matches!(reference.class, Class::Administrative | Class::Normative);
    let Some(issuer) = reference.issuers().first().copied() else {
        return state && reference.year.is_none();
    };
    let unknown = !is_known(issuer) && reference.unit().is_none();
    let odd =
        reference.faults.contains(&Fault::WrongSeparators) || (unknown && reference.class == Class::Administrative);
    state && reference.kind.is_none() && odd
}

/// Whether a number with spaces beside its separators is one all the same.
fn is_beyond_doubt(reference: &Reference, named: Named) -> bool {
    let known = reference.issuers().first().is_some_and(|issuer| is_known(issuer));
    let named = match named {
        Named::Yes => reference.kind.is_some() || known,
        Named::No => reference.kind.is_some() && known,
    };
    reference.faults == [Fault::SpaceInside] && (named || reference.class == Class::Assembly)
}

/// The end of what stands before a number, long enough for every phrase that counts.
fn last_words(before: &str) -> &str {
    const LETTERS: usize = 80;
    before.char_indices().rev().nth(LETTERS).map_or(before, |(at, _)| &before[at..])
}

/// Whether *số* or the name of a kind stands before the number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Yes,
    No,
}

/// Whether the words before a number announce one.
fn is_named(before: &str) -> bool {
    let before = before.trim_end();
    fault::kind_before(before).is_some() || before.trim_end_matches(':').to_lowercase().ends_with("số")
}

/// Whether the number is one of a form or a standard: *Mẫu số 01/GTGT*, *QCVN 41/2019/BGTVT*.
fn is_form_number(before: &str) -> bool {
    let lower = before.trim_end().trim_end_matches(':').to_lowercase();
    let words = lower.strip_suffix("số").unwrap_or(&lower).trim_end();
    ["mẫu", "biểu", "mẫu biểu", "tờ khai", "qcvn", "tcvn", "tcxdvn", "qcxdvn", "tcn"]
        .iter()
        .any(|word| words.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_valid_numbers() {
        for row in include_str!("../../tests/vectors/doc_refs.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let reference = parse(cells[0]).unwrap();
            let year = reference.year.map(|year| year.to_string()).unwrap_or_default();
            let class = cells[1].split(' ').next().unwrap();
            assert_eq!([reference.class.label(), &reference.number, &year], [class, cells[2], cells[3]], "{row}");
            assert_eq!([reference.kind_code(), &reference.issuer], [cells[4], cells[5]], "{row}");
            assert_eq!((reference.faults.as_slice(), reference.canonical().as_str()), (&[][..], cells[0]));
        }
    }

    #[test]
    fn vectors_of_bad_numbers() {
        let faults = [
            Fault::MissingYear,
            Fault::WrongSeparators,
            Fault::PartyForm,
            Fault::LeadingZero,
            Fault::GluedAfter,
            Fault::MissingWordSo,
        ];
        let rows = include_str!("../../tests/vectors/doc_refs_bad.tsv").lines().filter(|row| !row.starts_with('#'));
        for (row, fault) in rows.zip(faults) {
            let (text, says) = row.split_once('\t').unwrap();
            let found = find(text);
            assert_eq!(found.iter().flat_map(|one| &one.faults).collect::<Vec<_>>(), [&fault], "{row}");
            assert_eq!(fault.weight() == Weight::Error, says.starts_with("E:"), "{row}");
        }
    }
}
