//! Codes of issuers a letter off — *819/NQ-UVBTVQH14 của Ủy ban Thường vụ Quốc hội*, *14/2022/TT-BTCC của Bộ Tài chính*: of a body that
//! the words beside the number name.

use super::context::issuer_behind;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::reference::Reference;
use crate::viet::reference::body::CODES;
use crate::viet::reference::code::{assembly_term, is_known, misspelt_issuer, state_codes};

/// How far before its number a body is looked for, in letters.
const FAR: usize = 80;

/// Checks the codes that nobody is known by.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for one in proof.references() {
        for code in one.issuers() {
            let unknown = !is_known(code) && assembly_term(code).is_none() && misspelt_issuer(code).is_none();
            if let Some(right) = meant(proof, one, code).filter(|_| unknown) {
                let whole = one.canonical().replacen(code, &right, 1);
                let hint = Message::new("reference-form.hint").with("right", whole);
                faults.push(proof.fault("reference-form", one.range.clone()).hint(hint));
            }
        }
    }
}

/// The code that was meant by an unknown one.
fn meant(proof: &Proof, one: &Reference, code: &str) -> Option<String> {
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let term = &code[stem.len()..];
    if let Some(body) = behind(proof, one) {
        // Of a ministry's name two words are read: *BGD* of *BGDĐT*.
        let longer = || state_codes().find(|right| right.starts_with(&body) && is_near(stem, right));
        if let Some(right) = Some(body.as_str()).filter(|right| is_near(stem, right)).or_else(longer) {
            return Some(format!("{right}{term}"));
        }
    }
    let head = &proof.lower()[..one.range.start];
    let from = head.char_indices().rev().nth(FAR).map_or(0, |(from, _)| from);
    let clause = head[from..].rsplit(['\n', ';']).next()?;
    let told = |(name, right): &&(&str, &str)| clause.contains(name) && is_near(stem, right);
    // Without a word of the body only long codes are known again.
    let told = CODES.iter().find(told).or_else(|| {
        let doubled = |right: &str| stem.chars().count() > right.chars().count() && right.chars().count() > 3;
        CODES.iter().find(|(_, right)| doubled(right) && is_near(stem, right))
    });
    told.map(|(_, right)| format!("{right}{term}"))
}

/// The code of the body behind a number: of a ministry the first letters of its name.
fn behind(proof: &Proof, one: &Reference) -> Option<String> {
    let issuer = issuer_behind(proof, one)?;
    let name = proof.lower()[issuer.range.clone()].trim_start_matches("của ").to_owned();
    let plain = name.trim_start_matches("bộ trưởng ").trim_start_matches("giám đốc ");
    if plain.starts_with("bộ ") || plain.starts_with("sở ") {
        return Some(plain.split(' ').filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect());
    }
    CODES.iter().find(|(body, _)| plain.contains(body)).map(|(_, right)| (*right).to_owned())
}

/// Whether two codes part in one letter, or in two of a long one.
fn is_near(code: &str, right: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (code.chars().collect(), right.chars().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let tail = a[head.min(a.len())..]
        .iter()
        .rev()
        .zip(b[head.min(b.len())..].iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (rest, other) = (a.len() - head - tail, b.len() - head - tail);
    let turned = rest == 2 && other == 2 && a[head] == b[head + 1] && a[head + 1] == b[head];
    a != b && a.len() > 1 && b.len() > 1 && (rest.max(other) <= 1 || turned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_a_letter_off() {
        for (text, told) in [
            ("Nghị quyết số 819/NQ-UVBTVQH14 của Ủy ban Thường vụ Quốc hội", Some("819/NQ-UVBTVQH14")),
            ("Thông tư số 14/2022/TT-BTCC ngày 10/3/2022 của Bộ Tài chính", Some("14/2022/TT-BTCC")),
            ("Quyết định số 3268/QĐ-BGDĐTT ngày 12/7/2022 của Bộ Giáo dục và Đào tạo", Some("3268/QĐ-BGDĐTT")),
            ("HĐND tỉnh thông qua Nghị quyết số 35/NQ-HĐNH về vốn", Some("35/NQ-HĐNH")),
            ("Nghị định số 77/2021/NĐ-CB ngày 01/8/2021 của Chính phủ", Some("77/2021/NĐ-CB")),
            ("Quyết định số 35/QĐ-UBNDD về vốn", Some("35/QĐ-UBNDD")),
            ("Quyết định số 35/QĐ-HĐTD về thi; HĐND tỉnh. Quyết định số 35/QĐ-BVĐK", None),
            ("Quyết định số 35/QĐ-TTg của Thủ tướng; Quyết định số 12/QĐ-ĐHQG", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
