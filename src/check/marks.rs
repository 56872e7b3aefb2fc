//! Quotation marks and dashes: one sort in one text — *ngoặc kép, gạch ngang*; the rarer sort is flagged, or the one
//! that is not the house's.

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::record::site::{Dashes, Quotes};

/// Checks the marks of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let (curly, straight) = quotes(&proof.text);
    let own = proof.frame.house.quotes.or((!curly.is_empty() && !straight.is_empty())
        .then_some(if straight.len() > curly.len() { Quotes::Straight } else { Quotes::Curly }));
    let (wrong, right) = match own {
        Some(Quotes::Curly) => (straight, "“ ”"),
        Some(Quotes::Straight) => (curly, "\" \""),
        None => (Vec::new(), ""),
    };
    for range in wrong {
        let mut fault = proof.fault("quote-mixed", range).hint(Message::new("mark-mixed.hint").with("right", right));
        if proof.frame.house.quotes.is_some() {
            fault.message.id = "quote-mixed.house";
        }
        faults.push(fault);
    }
    let (hyphens, dashes): (Vec<_>, Vec<_>) =
        strokes(&proof.text).into_iter().partition(|at| proof.text[*at..].starts_with('-'));
    let own = proof.frame.house.dashes.or((!hyphens.is_empty() && !dashes.is_empty())
        .then_some(if dashes.len() > hyphens.len() { Dashes::Dash } else { Dashes::Hyphen }));
    let (wrong, right) = match own {
        Some(Dashes::Hyphen) => (dashes, "-"),
        Some(Dashes::Dash) => (hyphens, "–"),
        None => (Vec::new(), ""),
    };
    for at in wrong {
        let length = proof.text[at..].chars().next().map_or(0, char::len_utf8);
        let hint = Message::new("mark-mixed.hint").with("right", right);
        let mut fault = proof.fault("dash-mixed", at..at + length).hint(hint);
        if proof.frame.house.dashes.is_some() {
            fault.message.id = "dash-mixed.house";
        }
        faults.push(fault);
    }
}

/// The opening quotation marks, curly and straight; inches and the marks of code are none.
fn quotes(text: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    let curly = text.match_indices('“').map(|(at, sign)| at..at + sign.len()).collect();
    let opens = |at: &usize| {
        let before = text[..*at].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '['));
        before && text[at + 1..].starts_with(char::is_alphanumeric)
    };
    let straight = text.match_indices('"').map(|(at, _)| at).filter(opens).map(|at| at..at + 1).collect();
    (curly, straight)
}

/// Provinces of two names.
const JOINED: [(&str, &str); 2] = [("Bà Rịa", "Vũng Tàu"), ("Thừa Thiên", "Huế")];

/// The hyphens and dashes with a space on both sides, at the head of no line.
fn strokes(text: &str) -> Vec<usize> {
    let spaced = |(at, sign): &(usize, &str)| {
        let (before, after) = (&text[..*at], &text[at + sign.len()..]);
        let blank = |c: char| matches!(c, ' ' | '\u{a0}');
        let words =
            before.strip_suffix(blank).is_some_and(|head| head.ends_with(|c: char| !c.is_whitespace() && c != '|'));
        // *2025 – 2030* is a span, whatever stands between words.
        let span = before.trim_end().ends_with(|c: char| c.is_ascii_digit());
        // *Thừa Thiên - Huế*: the hyphen of a province is its name's.
        let province =
            JOINED.iter().any(|(head, tail)| before.trim_end().ends_with(head) && after.trim_start().starts_with(tail));
        words
            && !span
            && !province
            && after.strip_prefix(blank).is_some_and(|tail| tail.starts_with(char::is_alphanumeric))
    };
    text.match_indices(['-', '–', '—']).filter(spaced).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sort_in_one_text() {
        for (text, told) in [
            ("“một” và \"hai\", “ba”", &["\""][..]),
            ("\"một\" và \"hai\", “ba”", &["“"]),
            ("“một” và ống 32\" cùng “ba”", &[]),
            ("kinh tế - xã hội, kế hoạch - tài chính – thống kê", &["–"]),
            ("kinh tế - xã hội, 2021–2025", &[]),
            ("ở Bà Rịa - Vũng Tàu, kinh tế – xã hội", &[]),
            ("ở Hà Nội - Vũng Tàu, kinh tế – xã hội – văn hoá", &["-"]),
            ("- mục một\n– mục hai kinh tế - xã hội", &[]),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, told, "{text}");
        }
    }
}
