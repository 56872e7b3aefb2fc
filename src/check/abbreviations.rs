//! Short forms that nobody explains, or that are explained twice or in two ways — *chữ viết tắt*.

use super::proof::{Kind, Proof};
use crate::diag::{Diagnostic, Message};
use crate::viet::abbreviation::{self, Fault, FaultKind, Strictness};

/// Short forms that everybody reads: kinds of files, machines, and what stands behind *Lưu:*.
const COMMON: [&str; 18] = [
    "CSV", "PDF", "HTML", "URL", "USB", "QR", "SMS", "GPS", "GIS", "TV", "LED", "PC", "VT", "VIP", "HIV", "AIDS",
    "ISO", "COVID",
];

/// Checks the abbreviations of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for one in abbreviation::faults(&proof.text, Strictness::News) {
        let fault = |rule| proof.fault(rule, one.range.clone()).with("short", &one.short);
        let found = match &one.kind {
            FaultKind::Undefined(_) if is_free(proof, &one) => continue,
            FaultKind::Undefined(Some(full)) => {
                let hint = Message::new("abbreviation-undefined.hint").with("full", full).with("short", &one.short);
                fault("abbreviation-undefined").hint(hint)
            }
            FaultKind::Undefined(None) => fault("abbreviation-undefined").hint_id("abbreviation-undefined.hint.none"),
            // The values of a record do not follow one another as the paragraphs of its article will.
            FaultKind::DefinedTwice if proof.kind == Kind::Article => {
                fault("abbreviation-twice").hint_id("abbreviation-twice.hint")
            }
            FaultKind::UsedBefore if proof.kind == Kind::Article => {
                let mut found = fault("abbreviation-undefined").hint_id("abbreviation-undefined.hint.later");
                found.message.id = "abbreviation-undefined.later";
                found
            }
            FaultKind::TwoFullForms(first) => {
                let hint = Message::new("abbreviation-two-ways.hint").with("first", first).with("short", &one.short);
                fault("abbreviation-two-ways").hint(hint)
            }
            FaultKind::TwoShortForms(first) => {
                let hint = Message::new("abbreviation-two-ways.hint.short").with("first", first);
                let mut found = fault("abbreviation-two-ways").hint(hint);
                found.message.id = "abbreviation-two-ways.short";
                found
            }
            _ => continue,
        };
        faults.push(found);
    }
}

/// Explained elsewhere, read by everybody, or alone in its line: the pen name below an article.
fn is_free(proof: &Proof, one: &Fault) -> bool {
    let alone = proof.text[..one.range.start].ends_with('\n')
        && proof.text[one.range.end..].trim_start_matches([' ', '.']).starts_with(['\n', '\r']);
    alone || proof.explained.contains(&one.short) || COMMON.contains(&one.short.as_str())
}
