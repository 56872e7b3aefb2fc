//! Building a document number from its groups — *ghép số, ký hiệu*: the kind, the class, faults of form.
//!
//! What fits none of the forms must at least name a known body, else it is no number of a document.

use super::code::{self, DocKind, Numbering, assembly_term, is_known, is_party, is_state, kind_of_code, meant_kind};
use super::fault::{self, Fault};
use super::lexer::{Flaw, Flaws, Group, Lexeme};
use super::mend::mended;
use super::{Class, Reference};

/// The parts of a number before they are judged.
struct Parts<'g> {
    year: Option<u16>,
    year_separator: Option<char>,
    short_year: Option<Fault>,
    codes: &'g [Group],
}

/// The year and the codes among the groups; groups that are no code end the number.
///
/// Four digits of 1900 to 2100 are a year, two digits a shortened one; any other digits (10/10/2024) make
/// the whole something else.
fn parts(groups: &[Group]) -> Option<Parts<'_>> {
    let first = groups.first()?;
    let digits = first.text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, short_year, codes) = match (digits, first.text.len()) {
        (true, 4) => (first.text.parse().ok().filter(|year| (1900..=2100).contains(year)), None, &groups[1..]),
        (true, 2) => (first.text.parse().ok().map(full_year), Some(Fault::ShortYear), &groups[1..]),
        (true, _) => return None,
        (false, _) => (None, None, groups),
    };
    if digits && year.is_none() {
        return None;
    }
    let is_code =
        |group: &Group| group.text.starts_with(char::is_uppercase) || group.text == "nb" || meant(&group.text);
    let count = codes.iter().take_while(|group| is_code(group)).count();
    let codes = codes.get(..count).filter(|codes| !codes.is_empty())?;
    Some(Parts { year, year_separator: digits.then_some(first.separator), short_year, codes })
}

/// The year meant by two digits.
fn full_year(short: u16) -> u16 {
    if short > 44 { 1900 + short } else { 2000 + short }
}

/// Whether a code in small letters is one that is known: `nđ`, `cp`.
fn meant(code: &str) -> bool {
    code.chars().count() > 1 && (meant_kind(code).is_some() || code::meant_issuer(code).is_some())
}

/// The reference of a lexeme, with the faults of its own; `None` when it is no document number.
///
/// ```text
/// 45 /2012 /NĐ -CP      year, kind, issuer: normative
/// 8908 /UBND -GT        no kind: a letter of UBND, drafted by GT
/// 19 -NQ /TW            "-" then "/": the form of the Party
/// ```
pub(super) fn assemble(lexeme: Lexeme) -> Option<Reference> {
    let groups = mended(&lexeme.groups);
    let parts = parts(&groups)?;
    let kind = kind_of(&parts);
    let separators: String =
        parts.year_separator.into_iter().chain(parts.codes.iter().map(|group| group.separator)).collect();
    let codes = &parts.codes[usize::from(kind.is_some())..];
    let issuer = codes.iter().enumerate().fold(String::new(), |issuer, (place, group)| {
        let separator = if place > 0 { group.separator.to_string() } else { String::new() };
        issuer + &separator + &group.text
    });
    let end = groups
        .iter()
        .take(parts.codes.len() + usize::from(parts.year_separator.is_some()))
        .map(|group| group.end)
        .max()?;
    let cut = end < lexeme.range.end;
    let mut reference = Reference {
        range: lexeme.range.start..end,
        class: Class::Administrative,
        number: lexeme.number.clone(),
        year: parts.year,
        kind,
        issuer,
        faults: Vec::new(),
    };
    reference.class = class_of(&reference, &separators);
    reference.faults.extend(form_faults(&reference, &parts, &separators)?);
    reference.faults.extend(parts.short_year);
    reference.faults.extend(flaw_faults(if cut { Flaws::default() } else { lexeme.flaws }));
    let own = fault::faults_of_parts(&reference);
    reference.faults.extend(own);
    reference.faults.dedup();
    reference.issuer = reference.issuer.replace(['/'], if reference.issuer.ends_with("/nb") { "/" } else { "-" });
    Some(reference)
}

/// The kind the first code stands for, if it stands for one.
///
/// A misspelt code (*QD*, *TTR*) is believed when a known body follows, since a letter could begin with any
/// code of a body.
fn kind_of(parts: &Parts<'_>) -> Option<&'static DocKind> {
    let first = &parts.codes[0].text;
    let second = parts.codes.get(1).map(|group| group.text.as_str());
    if let Some(kind) = kind_of_code(first) {
        // CT is also Cục Thuế, which signs letters 5432/CT-TTHT.
        let tax_office = first == "CT"
            && parts.year.is_none()
            && second.is_some_and(|issuer| !is_known(issuer) && code::meant_issuer(issuer).is_none());
        return (!tax_office).then_some(kind);
    }
    let known = second.is_some_and(|issuer| {
        is_known(issuer) || code::meant_issuer(issuer).is_some() || assembly_term(issuer).is_some()
    });
    meant_kind(first).filter(|_| known && !is_known(first))
}

/// The class, by the issuer first and the form after it.
///
/// A joint resolution of the Standing Committee and the Front is normative; a Party body keeps its class
/// even in the State's form, so that the fault can be named.
fn class_of(reference: &Reference, separators: &str) -> Class {
    let issuer = reference.issuers().first().map_or(String::new(), |issuer| (*issuer).to_owned());
    let party_form = reference.year.is_none() && separators.starts_with("-/");
    let numbering = reference.kind.map(|kind| kind.numbering);
    let joint = reference.kind.is_some_and(|kind| kind.code.ends_with("LT") && reference.year.is_some());
    if joint {
        Class::Normative
    } else if assembly_term(&issuer).is_some() || issuer.starts_with("HĐNN") {
        Class::Assembly
    } else if is_party(&issuer) || (party_form && !is_state(&issuer) && !reference.is_old_form()) {
        Class::Party
    } else {
        match (numbering, reference.year) {
            (Some(Numbering::Normative), _) | (Some(Numbering::Either), Some(_)) => Class::Normative,
            (None, Some(_)) if reference.unit().is_none() => Class::Normative,
            _ => Class::Administrative,
        }
    }
}

/// The faults of the form; `None` when the form is too far from any number.
///
/// State: "/" before the codes and "-" between them (NĐ 30/2020 PL I, mục II.3). Party: "-" before the kind
/// and "/" before the issuer (HD 36-HD/VPTW).
fn form_faults(reference: &Reference, parts: &Parts<'_>, separators: &str) -> Option<Vec<Fault>> {
    let issuers = reference.issuers();
    let issuer = issuers.first().copied().unwrap_or_default();
    let assembly = assembly_term(issuer).is_some();
    let known = assembly || is_known(issuer) || code::meant_issuer(issuer).is_some();
    let state_form = match parts.year_separator {
        Some(_) => separators.strip_prefix("//"),
        None => separators.strip_prefix('/'),
    };
    let state_form = state_form.is_some_and(|rest| rest.chars().all(|sign| sign == '-'));
    let party_form = parts.year_separator.is_none() && separators.starts_with("-/");
    let mut faults = Vec::new();
    match reference.kind {
        Some(kind) if kind.code != parts.codes[0].text => faults.push(Fault::MisspeltKind(kind.code)),
        Some(kind) if issuers.is_empty() => {
            // *Sắc lệnh số 15/SL* of the State's first years names no issuer.
            if kind.code == "SL" {
                return Some(Vec::new());
            }
            let likely = parts.year.is_none() || matches!(kind.numbering, Numbering::Normative | Numbering::Either);
            return (state_form && likely).then_some(vec![Fault::MissingIssuer]);
        }
        Some(_) => {}
        None if assembly => {
            if parts.year.is_none() {
                faults.push(Fault::MissingYear);
            }
        }
        None => faults.extend(faults_without_kind(reference, parts, separators)?),
    }
    match (party_form, state_form) {
        (true, _) if is_state(issuer) && !is_party(issuer) && !reference.is_old_form() => faults.push(Fault::StateForm),
        (true, _) if issuer.chars().count() < 2 => return None,
        (false, true) if is_party(issuer) && !is_state(issuer) && reference.kind.is_some() => {
            faults.push(Fault::PartyForm)
        }
        (false, false) if !known || parts.codes[0].text.starts_with(char::is_lowercase) => return None,
        (false, false) => faults.push(Fault::WrongSeparators),
        _ => {}
    }
    Some(faults)
}

/// The faults of a number without a known kind; `None` when it is no number of a document.
///
/// Without a year it is a letter, whose number begins with the body that signs (NĐ 30/2020 PL I).
fn faults_without_kind(reference: &Reference, parts: &Parts<'_>, separators: &str) -> Option<Vec<Fault>> {
    let code = |place: usize| parts.codes.get(place).map_or("", |group| group.text.as_str());
    let capitals = code(0).chars().filter(|c| c.is_uppercase()).count();
    if parts.year.is_none() && separators.starts_with("-/") {
        return (is_party(code(1)) && capitals > 1).then(|| vec![Fault::UnknownKind]);
    }
    match (parts.year, parts.codes.len()) {
        (Some(_), 1) => is_known(code(0)).then(|| vec![Fault::MissingKind]),
        (Some(_), _) if is_known(code(0)) => Some(vec![Fault::NeedlessYear]),
        (Some(_), _) => (capitals > 1 && is_known(code(1))).then(|| vec![Fault::UnknownKind]),
        (None, _) if is_party(code(0)) && !is_state(code(0)) => Some(vec![Fault::MissingKind]),
        (None, 1) => (capitals > 1 || is_known(&reference.issuer)).then(Vec::new),
        (None, _) => (capitals > 1).then(Vec::new),
    }
}

/// The faults of letters and spaces.
fn flaw_faults(flaws: Flaws) -> impl Iterator<Item = Fault> {
    [
        (flaws.before, Fault::GluedBefore),
        (flaws.after, Fault::GluedAfter),
        (flaws.space, Fault::SpaceInside),
        (flaws.separator, Fault::WrongSeparators),
    ]
    .into_iter()
    .filter(|(flaw, _)| *flaw == Flaw::Present)
    .map(|(_, fault)| fault)
}

#[cfg(test)]
mod tests {
    use super::super::code::KINDS;
    use super::super::{find, parse};
    use super::*;

    /// Bodies of every shape of code.
    const BODIES: [&str; 18] = [
        "CP", "TTg", "UBND", "HĐND", "BCT", "BGDĐT", "BNN&PTNT", "BLĐTBXH", "VPCP", "TANDTC", "VKSNDTC", "KTNN",
        "BHXH", "SXD", "SGD&ĐT", "UBND.NC", "MTTQ", "CTN",
    ];

    #[test]
    fn every_kind_with_every_body() {
        for kind in KINDS.iter().filter(|kind| !kind.code.is_empty() && kind.code != "LCT") {
            for body in BODIES {
                let state = match kind.numbering {
                    Numbering::Normative => format!("45/2012/{}-{body}", kind.code),
                    _ => format!("165/{}-{body}", kind.code),
                };
                let party = format!("19-{}/TW", kind.code);
                for number in [state, party] {
                    let reference = parse(&number);
                    let faults = reference.as_ref().map(|one| one.faults.clone());
                    let party = number.contains("-T") && number.ends_with("/TW");
                    let right = faults == Some(vec![])
                        || party
                        || number.ends_with("/TW") && kind.numbering == Numbering::Normative;
                    assert!(right || kind.code == "L", "{number} {faults:?}");
                    let text = format!("theo số {number}; và ({number}), “{number}”. {number}");
                    let found: Vec<_> = find(&text).into_iter().map(|one| text[one.range].to_owned()).collect();
                    assert_eq!(found, vec![number; 4]);
                }
            }
        }
    }

    #[test]
    fn numbers_of_every_class() {
        for (text, class, kind, issuer) in [
            ("351/2017/UBTVQH14", Class::Assembly, "", "UBTVQH14"),
            ("1654/NQ-UBTVQH15", Class::Assembly, "NQ", "UBTVQH15"),
            ("26/2004/PL-UBTVQH11", Class::Assembly, "PL", "UBTVQH11"),
            ("51/2001/NQ-QH10", Class::Assembly, "NQ", "QH10"),
            ("47-LCT/HĐNN8", Class::Assembly, "LCT", "HĐNN8"),
            ("58-L/CTN", Class::Administrative, "L", "CTN"),
            ("1271/NQ-UBTVQH", Class::Administrative, "NQ", "UBTVQH"),
            ("123/QĐ-ĐHBK", Class::Administrative, "QĐ", "ĐHBK"),
            ("165/QĐ-TTg", Class::Administrative, "QĐ", "TTg"),
            ("1648/QĐ-UBND", Class::Administrative, "QĐ", "UBND"),
            ("45/2018/QĐ-TTg", Class::Normative, "QĐ", "TTg"),
            ("12/2012/L-CTN", Class::Normative, "L", "CTN"),
            ("36a/NQ-CP", Class::Administrative, "NQ", "CP"),
            ("12/TTr-BTC", Class::Administrative, "TTr", "BTC"),
            ("15/QyĐ-UBND", Class::Administrative, "QyĐ", "UBND"),
            ("23/2011/TT-BNN&PTNT", Class::Normative, "TT", "BNN&PTNT"),
            ("88/QĐ-UBND.HC", Class::Administrative, "QĐ", "UBND.HC"),
            ("7/2024/TTLT-BCA-BQP-TANDTC", Class::Normative, "TTLT", "BCA-BQP-TANDTC"),
            ("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN", Class::Normative, "NQLT", "UBTVQH14-CP-ĐCTUBTWMTTQVN"),
            ("3456/UBND-NC1", Class::Administrative, "", "UBND-NC1"),
            ("5432/CT-TTHT", Class::Administrative, "", "CT-TTHT"),
            ("1234/SGDĐT-GDTrH", Class::Administrative, "", "SGDĐT-GDTrH"),
            ("1234/TTg-KTN", Class::Administrative, "", "TTg-KTN"),
            ("64/CP", Class::Administrative, "", "CP"),
            ("12/2023/DS-ST", Class::Administrative, "DS", "ST"),
            ("08-QĐi/TW", Class::Party, "QĐi", "TW"),
            ("25-HD/TWĐTN-BTC", Class::Party, "HD", "TWĐTN-BTC"),
            ("125-CV/VPTW/nb", Class::Party, "CV", "VPTW/nb"),
            ("16-CTr/TU", Class::Party, "CTr", "TU"),
            ("45-TB/UBKTTU", Class::Party, "TB", "UBKTTU"),
        ] {
            let reference = parse(text).unwrap();
            assert_eq!(
                (reference.class, reference.kind_code(), reference.issuer.as_str()),
                (class, kind, issuer),
                "{text}"
            );
            let zero = text.starts_with('7');
            assert_eq!(reference.faults, if zero { vec![Fault::LeadingZero] } else { vec![] }, "{text}");
            assert_eq!(reference.canonical(), if zero { format!("0{text}") } else { text.to_owned() });
        }
    }
}
