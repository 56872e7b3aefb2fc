//! An amount in words against its digits — *số tiền bằng chữ*: TT 200/2014/TT-BTC wants both to agree.

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::record::value::amount::money_power;
use crate::viet::decimal::Decimal;
use crate::viet::number::money_line;
use crate::viet::reading::{WordFaultKind, parse_money};

/// How the words begin, in small letters.
const LEAD: &str = "bằng chữ";

/// How far before the words their digits may stand, in bytes.
const NEAR: usize = 80;

/// Checks each "(bằng chữ: …)" of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for lead in [LEAD, "Bằng chữ"] {
        for (at, _) in text.match_indices(lead) {
            faults.extend(compare(proof, at, at + lead.len()));
        }
    }
}

fn compare(proof: &Proof, lead: usize, start: usize) -> Option<Diagnostic> {
    let text = &proof.text;
    let rest = text[start..].trim_start_matches([':', ' ', '\u{a0}']);
    let start = text.len() - rest.len();
    let end = rest.find([')', '.', ';', '\n', '/'])?;
    let digits = digits_before(&text[..lead])?;
    match parse_money(rest[..end].trim_end()) {
        Ok(words) if words != digits => {}
        // "Mười năm triệu" for fifteen million: the word for five is another one there.
        Err(fault) if matches!(fault.kind, WordFaultKind::Instead(_)) => {}
        _ => return None,
    }
    let right = money_line(digits, Default::default());
    let right = right.trim_end_matches('.').split_once(": ").map_or("", |(_, words)| words).to_owned();
    let grouped = grouped(digits);
    let fault = proof.fault("amount-words", start..start + rest[..end].trim_end().len()).with("digits", grouped);
    Some(fault.hint(Message::new("amount-words.hint").with("right", right)))
}

/// The đồng of the last amount right before the words.
fn digits_before(before: &str) -> Option<i128> {
    let before = before.trim_end().trim_end_matches(['(', ',', ';', '.', '-', ' ', '\u{a0}', '\n']);
    let floor = (before.len().saturating_sub(NEAR)..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let near = &before[floor..];
    let end = near.rfind(|c: char| c.is_ascii_digit())? + 1;
    let start = near[..end]
        .rfind(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .map_or(0, |at| at + near[at..].chars().next().map_or(1, char::len_utf8));
    let unit = near[end..].replace('\u{a0}', " ");
    let number = Decimal::parse_grouped(&near[start..end]).ok()?;
    let dong = number.shifted(money_power(unit.trim())?)?.rescaled(0)?;
    Some(dong.mantissa)
}

fn grouped(dong: i128) -> String {
    let digits = dong.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_right_before() {
        for (text, dong) in [
            ("Tổng số 81.725.000.000 đồng (", Some(81_725_000_000)),
            ("hỗ trợ 1,5 tỷ đồng, ", Some(1_500_000_000)),
            ("hỗ trợ 12 hộ, ", None),
            ("hỗ trợ ", None),
        ] {
            assert_eq!(digits_before(text), dong, "{text}");
        }
    }
}
