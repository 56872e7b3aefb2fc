//! Numbers of departments and ministries — *Sở Y tế tại Tờ trình số 66/TTr-SNV*: the code has the first letters of the name.

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::reference::Reference;

/// The first letter of a code, and the word with which the name begins.
const HEADS: [(char, &str); 2] = [('S', "Sở "), ('B', "Bộ ")];

/// How far from its number a name stands, in letters.
const FAR: usize = 70;

/// Checks each number that such a body is told to have made.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for one in proof.references() {
        faults.extend(other_code(proof, one));
    }
}

fn other_code(proof: &Proof, one: &Reference) -> Option<Diagnostic> {
    let issuers = one.issuers();
    let code = issuers.first()?;
    let (_, head) = HEADS.iter().find(|(letter, _)| code.starts_with(*letter))?;
    let letters: Vec<char> = code.chars().skip(1).filter(|c| c.is_uppercase()).collect();
    let plain = (2..=7).contains(&letters.len()) && code.chars().all(|c| c.is_alphabetic() || c == '&');
    let name = behind(proof, one, head).or_else(|| before(proof, one, head)).filter(|_| plain)?;
    let initials: Vec<char> = name.split(' ').take(2).filter_map(|word| word.chars().next()).collect();
    let upper: Vec<char> = initials.iter().flat_map(|c| c.to_uppercase()).collect();
    // *SNgV*: some letters of the first word may stand in the code.
    let first = upper.first() == letters.first();
    let wrong = upper.len() == 2 && (!first || letters.len() == 2 && upper[..] != letters[..]);
    wrong.then(|| {
        let name = format!("{head}{name}");
        let fault = proof.fault("reference-issuer", one.range.clone()).with("number", one.canonical());
        let hint = Message::new("reference-issuer.hint.department").with("issuer", &name).with("code", *code);
        fault.with("issuer", format!("của {name}")).hint(hint)
    })
}

/// The two first words of the name behind *của Sở*, behind a number and its day.
fn behind<'p>(proof: &'p Proof, one: &Reference, head: &str) -> Option<&'p str> {
    let from = proof.date_behind(one).map_or(one.range.end, |mention| mention.range.end);
    let rest = proof.text[from..].trim_start().strip_prefix("của ")?;
    let rest = ["Giám đốc ", "Bộ trưởng "].iter().find_map(|title| rest.strip_prefix(title)).unwrap_or(rest);
    two_words(rest.strip_prefix(head)?)
}

/// The same in the clause before a number: *Sở Y tế tại Tờ trình số*.
fn before<'p>(proof: &'p Proof, one: &Reference, head: &str) -> Option<&'p str> {
    let text = &proof.text[..one.range.start];
    let from = text.char_indices().rev().nth(FAR).map_or(0, |(from, _)| from);
    let clause = text[from..].rsplit([';', '\n', '.', ':', '(']).next()?;
    let at = clause.rfind(head)?;
    let rest = &clause[at + head.len()..];
    let made = [" tại ", " trình", " ban hành", " có "].iter().any(|word| rest.contains(word));
    two_words(rest).filter(|_| made && !rest.contains(','))
}

/// Two words, the first in a capital.
fn two_words(text: &str) -> Option<&str> {
    let end = text.match_indices(' ').nth(1).map_or(text.len(), |(at, _)| at);
    let words = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    (words.starts_with(char::is_uppercase) && words.contains(' ')).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_departments() {
        for (text, told) in [
            ("Xét đề nghị của Sở Y tế tại Tờ trình số 66/TTr-SNV ngày 17/5/2023", Some("66/TTr-SNV")),
            ("Xét đề nghị của Sở Y tế tại Tờ trình số 66/TTr-SYT ngày 17/5/2023", None),
            ("Thông tư số 12/2020/TT-BYT ngày 22/6/2020 của Bộ Tài chính", Some("12/2020/TT-BYT")),
            ("Thông tư số 12/2020/TT-BTC ngày 22/6/2020 của Bộ trưởng Bộ Tài chính", None),
            ("Tờ trình số 12/TTr-SNgV của Sở Ngoại vụ; số 5/BC-SLĐTBXH của Sở Lao động - Thương binh", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
