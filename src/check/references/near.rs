//! A number that is almost another of the same text — *1482/QĐ-UBND* here, *1428/QĐ-UBND* there: two digits swapped.

use std::collections::HashMap;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::reference::Reference;

/// What follows a number that only points back: *nêu trên*, *nói trên*.
const BACK: [&str; 4] = ["nêu trên", "nói trên", "trên đây", "này"];

/// Flags the later of two such numbers, where it has no day of its own or points back.
pub(super) fn check(proof: &Proof, found: &[Reference], faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, Vec<&Reference>> = HashMap::new();
    for one in found {
        let mut digits: Vec<u8> = one.number.bytes().collect();
        digits.sort_unstable();
        let rest = one.canonical();
        let rest = rest.strip_prefix(one.number.as_str()).unwrap_or(&rest);
        let key = format!("{}{rest}", String::from_utf8_lossy(&digits));
        let group = first.entry(key).or_default();
        let known = group.iter().any(|other| other.number == one.number);
        if let Some(other) = group.iter().find(|other| is_swapped(&other.number, &one.number)).filter(|_| !known)
            && is_undated(proof, one)
        {
            let fault = proof.fault("reference-near", one.range.clone()).with("other", other.canonical());
            faults.push(fault.hint(Message::new("reference-near.hint").with("right", other.canonical())));
        }
        if !known {
            group.push(one);
        }
    }
}

/// Two neighbouring digits in the other order, of three or more.
fn is_swapped(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() || one.len() < 3 {
        return false;
    }
    let off: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    matches!(off[..], [a, b] if b == a + 1)
}

/// A number with a day of its own is a document of its own.
fn is_undated(proof: &Proof, one: &Reference) -> bool {
    let after = proof.text[one.range.end..].trim_start_matches([' ', ',', '\u{a0}']);
    BACK.iter().any(|word| after.starts_with(word)) || !after.starts_with("ngày")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_digits() {
        for (text, told) in [
            ("Quyết định số 1482/QĐ-UBND ngày 12/5/2026; Quyết định số 1428/QĐ-UBND nêu trên", Some("1428/QĐ-UBND")),
            ("Quyết định số 1482/QĐ-UBND và Quyết định số 1428/QĐ-UBND ngày 20/5/2026", None),
            ("Quyết định số 1482/QĐ-UBND và Quyết định số 1428/QĐ-TTg", None),
            ("Quyết định số 12/QĐ-UBND và Quyết định số 21/QĐ-UBND", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let mut faults = Vec::new();
            check(&proof, &crate::viet::reference::find(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
