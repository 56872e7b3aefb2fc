//! Faults of document numbers — *lỗi ghi số, ký hiệu văn bản*, each with the form that should stand.
//!
//! The measured corpus of laws has 1,623 candidates; 15 of them are wrong, all by slips listed here: a word
//! glued on, a kind left out, a stroke lost.

use std::fmt;

use super::Reference;
use super::code::{self, DocKind, KINDS, Numbering};

/// How much a fault weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A custom or a form not kept.
    Warning,
    /// The number cannot be right.
    Error,
}

/// What is wrong with a document number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// *Nghị định, Thông tư* are always normative and carry a year: `45/NĐ-CP` (NĐ 34/2016 art. 58).
    MissingYear,
    /// A year of two digits: `45/12/NĐ-CP`.
    ShortYear,
    /// A year in an administrative number: `12/2024/TB-UBND` (NĐ 30/2020 PL I, mục II.3).
    NeedlessYear,
    /// `45-2012-NĐ-CP`: "/" stands after number and year, "-" between the codes (NĐ 30/2020 PL I).
    WrongSeparators,
    /// A space inside: `45/2012/NĐ - CP` (NĐ 30/2020 PL I: no spaces).
    SpaceInside,
    /// A word glued before the number: `số45/2012/NĐ-CP`.
    GluedBefore,
    /// A word glued after the number: `28/2010/TT-BTTTTngày`.
    GluedAfter,
    /// No kind between year and issuer: `22/2013/BTTTT`.
    MissingKind,
    /// No issuer after the kind: `45/2012/NĐ`.
    MissingIssuer,
    /// The code of the kind is misspelt: `QD`; holds the right one.
    MisspeltKind(&'static str),
    /// A code of a kind that no decree lists.
    UnknownKind,
    /// The code of the issuer is misspelt: `TTG`; holds the right one.
    MisspeltIssuer(&'static str),
    /// A number below 10 without its zero: `9/TB-BCT` (NĐ 30/2020 PL I, mục II.3).
    LeadingZero,
    /// The Party writes `19-NQ/TW`, not `19/NQ-TW`.
    PartyForm,
    /// The State writes `12/QĐ-UBND`, not `12-QĐ/UBND`.
    StateForm,
    /// The term does not sit in that year: QH15 is 2021 to 2026.
    TermOfOtherYears {
        /// The first year of the term.
        from: u16,
        /// Its last year.
        to: u16,
    },
    /// The name before the number is another kind: *Công điện số 12/TB-…*; holds the kind of the code.
    OtherKind(&'static str),
    /// No *số* between the name and the number: *Quyết định 165/QĐ-TTg*.
    MissingWordSo,
}

impl Fault {
    /// How much it weighs.
    pub fn weight(&self) -> Weight {
        match self {
            Self::NeedlessYear
            | Self::UnknownKind
            | Self::LeadingZero
            | Self::PartyForm
            | Self::StateForm
            | Self::OtherKind(_)
            | Self::MissingWordSo => Weight::Warning,
            _ => Weight::Error,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingYear => write!(f, "a normative document carries its year"),
            Self::ShortYear => write!(f, "the year takes four digits"),
            Self::NeedlessYear => write!(f, "an administrative number carries no year"),
            Self::WrongSeparators => write!(f, "wrong separators"),
            Self::SpaceInside => write!(f, "a space inside the number"),
            Self::GluedBefore => write!(f, "a space is missing before the number"),
            Self::GluedAfter => write!(f, "a space is missing after the number"),
            Self::MissingKind => write!(f, "the code of the kind is missing"),
            Self::MissingIssuer => write!(f, "the code of the issuer is missing"),
            Self::MisspeltKind(right) => write!(f, "the code of the kind should be {right}"),
            Self::UnknownKind => write!(f, "an unknown code of a kind"),
            Self::MisspeltIssuer(right) => write!(f, "the code of the issuer should be {right}"),
            Self::LeadingZero => write!(f, "a number below 10 takes a zero"),
            Self::PartyForm => write!(f, "the form of the Party is 19-NQ/TW"),
            Self::StateForm => write!(f, "the form of the State is 12/QĐ-UBND"),
            Self::TermOfOtherYears { from, to } => write!(f, "that term of the National Assembly is {from} to {to}"),
            Self::OtherKind(name) => write!(f, "the code says {name}"),
            Self::MissingWordSo => write!(f, "“số” is missing before the number"),
        }
    }
}

/// The kind of document a phrase ends with, and that name as it stands.
pub(super) fn kind_before(before: &str) -> Option<(&'static DocKind, &str)> {
    let named = KINDS.iter().filter_map(|kind| Some((kind, ending(before, kind.name)?)));
    named.max_by_key(|(_, text)| text.len())
}

/// The faults of the words before a number: the wrong kind, no *số*.
///
/// The kind must stand right before the number and begin with a capital, and the right kind must not stand
/// anywhere near: *Thông báo kết luận số 12/TB-VPCP* and *quy phạm pháp luật số 45/2012/NĐ-CP* are right.
pub(super) fn faults_of_context(before: &str, reference: &Reference) -> Vec<Fault> {
    let trimmed = before.trim_end();
    let without = ["số:", "số"].into_iter().find_map(|word| ending(trimmed, word).map(|at| trimmed.len() - at.len()));
    let Some((kind, name)) = kind_before(trimmed[..without.unwrap_or(trimmed.len())].trim_end()) else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let own = reference.kind_names();
    let near = trimmed.char_indices().rev().nth(60).map_or(trimmed, |(at, _)| &trimmed[at..]).to_lowercase();
    // *Thông tư liên tịch số …/TT-BTC*: a longer name holds the words of another kind.
    let longer = own.iter().any(|name| kind.name.len() > name.len() && kind.name.starts_with(name));
    let said = own.is_empty() || !longer && own.iter().any(|name| near.contains(&name.to_lowercase()));
    let letter = kind.name == "Công văn" && !code::is_known(&reference.issuer);
    if !said && !letter && name.starts_with(char::is_uppercase) {
        faults.push(Fault::OtherKind(own[0]));
    }
    if without.is_none() && !trimmed.is_empty() {
        faults.push(Fault::MissingWordSo);
    }
    faults
}

/// The faults of the number itself, by its kind, its year and its issuer.
///
/// Numbers below 10 take a zero and administrative ones no year (NĐ 30/2020 PL I, mục II.3); normative ones
/// carry it (NĐ 34/2016 art. 58); a term of the National Assembly sits in its five years.
pub(super) fn faults_of_parts(reference: &Reference) -> Vec<Fault> {
    let mut faults = Vec::new();
    let issuer = reference.issuers().first().map_or("", |issuer| *issuer).to_owned();
    let digits = reference.number.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 1 && reference.number != "0" {
        faults.push(Fault::LeadingZero);
    }
    match (reference.kind.map(|kind| kind.numbering), reference.year) {
        (Some(Numbering::Normative), None) if code::assembly_term(&issuer).is_none() && !reference.is_old_form() => {
            faults.push(Fault::MissingYear)
        }
        (Some(Numbering::Administrative), Some(_)) => faults.push(Fault::NeedlessYear),
        _ => {}
    }
    if let (Some((from, to)), Some(year)) = (code::assembly_term(&issuer).and_then(code::term_years), reference.year)
        && !(from..=to).contains(&year)
    {
        faults.push(Fault::TermOfOtherYears { from, to });
    }
    faults.extend(reference.issuers().into_iter().filter_map(code::misspelt_issuer).map(Fault::MisspeltIssuer));
    faults
}

/// The end of a text that is this phrase, whatever its capitals, behind a word boundary.
fn ending<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let length = phrase.chars().count();
    let at = text.char_indices().rev().nth(length.checked_sub(1)?).map(|(at, _)| at)?;
    let bounded = !text[..at].ends_with(char::is_alphanumeric);
    (bounded && text[at..].to_lowercase() == phrase.to_lowercase()).then_some(&text[at..])
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    /// What is found in a text: the number and its faults.
    fn found(text: &str) -> Vec<(&str, Vec<Fault>)> {
        find(text).into_iter().map(|one| (&text[one.range.clone()], one.faults)).collect()
    }

    #[test]
    fn faults_and_the_right_form() {
        use Fault::*;
        for (text, number, faults, right) in [
            ("số45/2012/NĐ-CP", "45/2012/NĐ-CP", vec![GluedBefore], "45/2012/NĐ-CP"),
            ("số 45/2012/NĐ-CPngày", "45/2012/NĐ-CP", vec![GluedAfter], "45/2012/NĐ-CP"),
            ("số 165/QĐ-TTgcủa", "165/QĐ-TTg", vec![GluedAfter], "165/QĐ-TTg"),
            ("số 12/QĐ-UBNDNgày", "12/QĐ-UBND", vec![GluedAfter], "12/QĐ-UBND"),
            ("số 64/2025/QH15ngày", "64/2025/QH15", vec![GluedAfter], "64/2025/QH15"),
            ("số 45/2012/NĐ - CP", "45/2012/NĐ - CP", vec![SpaceInside], "45/2012/NĐ-CP"),
            ("số 45 /2012/NĐ-CP", "45 /2012/NĐ-CP", vec![SpaceInside], "45/2012/NĐ-CP"),
            ("số 45/2012/ NĐ-CP", "45/2012/ NĐ-CP", vec![SpaceInside], "45/2012/NĐ-CP"),
            ("số 45/2012/ND-CP", "45/2012/ND-CP", vec![MisspeltKind("NĐ")], "45/2012/NĐ-CP"),
            ("số 165/QD-TTG", "165/QD-TTG", vec![MisspeltKind("QĐ"), MisspeltIssuer("TTg")], "165/QĐ-TTg"),
            ("số 45/2012/nđ-cp", "45/2012/nđ-cp", vec![MisspeltKind("NĐ"), MisspeltIssuer("CP")], "45/2012/NĐ-CP"),
            ("số 12/TTR-UBND", "12/TTR-UBND", vec![MisspeltKind("TTr")], "12/TTr-UBND"),
            ("số 45/2012/NĐ–CP", "45/2012/NĐ–CP", vec![WrongSeparators], "45/2012/NĐ-CP"),
            ("số 45/2012/NĐ/CP", "45/2012/NĐ/CP", vec![WrongSeparators], "45/2012/NĐ-CP"),
            ("số 165/QĐ/TTg", "165/QĐ/TTg", vec![WrongSeparators], "165/QĐ-TTg"),
            ("số 45/2012//NĐ-CP", "45/2012//NĐ-CP", vec![WrongSeparators], "45/2012/NĐ-CP"),
            ("số 1.234/QĐ-UBND", "1.234/QĐ-UBND", vec![WrongSeparators], "1234/QĐ-UBND"),
            ("số 64-2025-QH15", "64-2025-QH15", vec![WrongSeparators], "64/2025/QH15"),
            ("số 12-QĐ/UBND", "12-QĐ/UBND", vec![StateForm], "12/QĐ-UBND"),
            ("số 36/HD-VPTW", "36/HD-VPTW", vec![PartyForm], "36-HD/VPTW"),
            ("Số:2569 /QĐ-ĐHBK", "2569 /QĐ-ĐHBK", vec![SpaceInside], "2569/QĐ-ĐHBK"),
            ("Công văn số 5512 / BGDĐT - GDTrH", "5512 / BGDĐT - GDTrH", vec![SpaceInside], "5512/BGDĐT-GDTrH"),
            (
                "số 37/2012/TTLT- BLĐTBXH-BYT",
                "37/2012/TTLT- BLĐTBXH-BYT",
                vec![SpaceInside],
                "37/2012/TTLT-BLĐTBXH-BYT",
            ),
            ("TT22/2023/TT-BYT", "22/2023/TT-BYT", vec![GluedBefore], "22/2023/TT-BYT"),
            (
                "số 28/2013/TTLT-BYT-BLDTBXH",
                "28/2013/TTLT-BYT-BLDTBXH",
                vec![MisspeltIssuer("BLĐTBXH")],
                "28/2013/TTLT-BYT-BLĐTBXH",
            ),
            ("số 45/2012/NĐCP", "45/2012/NĐCP", vec![WrongSeparators], "45/2012/NĐ-CP"),
            ("số 165/QĐTTg", "165/QĐTTg", vec![WrongSeparators], "165/QĐ-TTg"),
            ("số 45/NĐ-CP/2012", "45/NĐ-CP/2012", vec![WrongSeparators], "45/2012/NĐ-CP"),
            ("số 19-NQ-TW", "19-NQ-TW", vec![WrongSeparators], "19-NQ/TW"),
            ("số 19/TW", "19/TW", vec![MissingKind], "19/TW"),
            ("số 165/QD-UBND,", "165/QD-UBND", vec![MisspeltKind("QĐ")], "165/QĐ-UBND"),
            ("số 05/2024/NQ-HDND", "05/2024/NQ-HDND", vec![MisspeltIssuer("HĐND")], "05/2024/NQ-HĐND"),
            ("Thông tư liên tịch số 45/2012/TT-BTC", "45/2012/TT-BTC", vec![OtherKind("Thông tư")], "45/2012/TT-BTC"),
            ("Thông tư số 45/NĐ-CP", "45/NĐ-CP", vec![OtherKind("Nghị định"), MissingYear], "45/NĐ-CP"),
            ("số 22/2013/BTTTT", "22/2013/BTTTT", vec![MissingKind], "22/2013/BTTTT"),
            ("số 45/2012/NĐ", "45/2012/NĐ", vec![MissingIssuer], "45/2012/NĐ-"),
            ("số 05/HD-", "05/HD", vec![MissingIssuer], "05/HD-"),
            ("số 45/12/NĐ-CP", "45/12/NĐ-CP", vec![ShortYear], "45/2012/NĐ-CP"),
            ("số 12/2024/TB-UBND", "12/2024/TB-UBND", vec![NeedlessYear], "12/2024/TB-UBND"),
            ("số 64/QH15", "64/QH15", vec![MissingYear], "64/QH15"),
            ("số 64/2027/QH15", "64/2027/QH15", vec![TermOfOtherYears { from: 2021, to: 2026 }], "64/2027/QH15"),
            ("Công điện số 12/TB-UBND", "12/TB-UBND", vec![OtherKind("Thông báo")], "12/TB-UBND"),
            ("Quyết định số 45/2012/NĐ-CP", "45/2012/NĐ-CP", vec![OtherKind("Nghị định")], "45/2012/NĐ-CP"),
            ("Thông tư 9/2024/TT-BCT", "9/2024/TT-BCT", vec![LeadingZero, MissingWordSo], "09/2024/TT-BCT"),
        ] {
            assert_eq!(found(text), [(number, faults)], "{text}");
            assert_eq!(find(text)[0].canonical(), right, "{text}");
        }
    }
}
