//! Brackets and quotation marks that open and never close, or close what was never opened — *ngoặc*.

use super::proof::Proof;
use crate::diag::Diagnostic;

/// What opens and what closes. Straight quotation marks are one sign for both and are counted elsewhere.
const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('“', '”'), ('«', '»')];

/// How many open marks back a partner is looked for.
const DEPTH: usize = 32;

/// Checks the pairs of each paragraph.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let paragraphs = proof.paragraphs();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let text = &proof.text[paragraph.clone()];
        let next = paragraphs.get(number + 1).map_or("", |next| &proof.text[next.clone()]);
        for (at, sign) in unpaired(text) {
            // A quotation of several paragraphs opens each of them and closes once.
            let goes_on = sign == '“' && next.trim_start().starts_with('“');
            if !goes_on {
                let place = paragraph.start + at;
                let mend = if PAIRS.iter().any(|(open, _)| *open == sign) {
                    "bracket-unclosed.hint"
                } else if sign == '"' {
                    "bracket-unclosed.hint.straight"
                } else {
                    "bracket-unclosed.hint.unopened"
                };
                faults.push(proof.fault("bracket-unclosed", place..place + sign.len_utf8()).hint_id(mend));
            }
        }
    }
}

/// The marks of a paragraph without a partner, in order.
fn unpaired(text: &str) -> Vec<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut alone = Vec::new();
    let mut straight: Vec<usize> = Vec::new();
    for (at, sign) in text.char_indices() {
        if PAIRS.iter().any(|(left, _)| *left == sign) {
            open.push((at, sign));
        } else if let Some((left, _)) = PAIRS.iter().find(|(_, right)| *right == sign) {
            let near = open.len().saturating_sub(DEPTH);
            match open[near..].iter().rposition(|(_, sign)| sign == left).map(|place| near + place) {
                Some(place) => alone.extend(open.drain(place..).skip(1)),
                None if sign == ')' && is_item(&text[..at]) => {}
                None => alone.push((at, sign)),
            }
        } else if sign == '"'
            && !(straight.len().is_multiple_of(2) && text[..at].ends_with(|c: char| c.is_ascii_digit()))
        {
            // *ống 32"* opens nothing; *"Hội thi năm 2021"* closes.
            straight.push(at);
        }
    }
    alone.extend(open);
    if straight.len() % 2 == 1 {
        alone.extend(straight.last().map(|at| (*at, '"')));
    }
    alone.sort_unstable();
    alone
}

/// `a)`, `1)`, `iv)`: the bracket of a list's item opens nowhere.
fn is_item(before: &str) -> bool {
    // A longer word is no item's, however long it is.
    let near = before.char_indices().rev().take(16).last().map_or(0, |(at, _)| at);
    let word = before[near..].rsplit(char::is_whitespace).next().unwrap_or_default();
    let word = word.trim_start_matches(['*', '_', '(']);
    let roman = || word.chars().all(|c| "ivx".contains(c));
    let short = word.chars().count() <= 2 && word.chars().all(char::is_alphanumeric);
    let steps = word.chars().all(|c| c.is_ascii_digit() || c == '.');
    !word.is_empty() && (short || steps || roman())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs() {
        for (text, alone) in [
            ("Ủy ban nhân dân (UBND) tỉnh", ""),
            ("Ủy ban nhân dân (UBND tỉnh", "("),
            ("Ủy ban nhân dân UBND) tỉnh", ")"),
            ("a) một; b) hai; 1) ba", ""),
            ("“nói rõ, làm thật”", ""),
            ("“nói rõ, làm thật", "“"),
            ("nói \"rõ\", làm \"thật", "\""),
            ("ống 32\" và \"rõ\"", ""),
            ("\"rõ\", rồi \"Hội thi năm 2021\"", ""),
            ("\"Hội thi năm 2021", "\""),
            ("(một “hai) ba”", "“”"),
        ] {
            let found: String = unpaired(text).into_iter().map(|(_, sign)| sign).collect();
            assert_eq!(found, alone, "{text}");
        }
    }
}
