//! Terms of the Party and of assemblies — *khóa XIII*: in Roman figures, as the bodies themselves write them.

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::roman;

/// Words near a term that make it one of such a body; a class of pupils has a *khóa 13* too.
const BODIES: [&str; 9] =
    ["Đảng", "Trung ương", "TW", "Quốc hội", "Hội đồng", "HĐND", "Tỉnh ủy", "Đại hội", "nhiệm kỳ"];

/// How far before a term its body is looked for, in letters.
const FAR: usize = 60;

/// Checks the terms of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, word) in proof.text.match_indices(['k', 'K']) {
        let rest = &proof.text[at + word.len()..];
        let Some(behind) = ["hóa ", "hoá "].iter().find_map(|end| rest.strip_prefix(end)) else { continue };
        if proof.text[..at].ends_with(char::is_alphanumeric) {
            continue;
        }
        let length = behind.bytes().take_while(u8::is_ascii_digit).count();
        let plain = (1..=2).contains(&length)
            && !behind[length..].starts_with(|c: char| {
                c.is_alphanumeric()
                    || matches!(c, '/' | ',' | '.') && behind[length + 1..].starts_with(|c: char| c.is_ascii_digit())
            });
        let number = behind[..length].parse().ok().filter(|_| plain).and_then(roman::numeral);
        let Some(right) = number else { continue };
        let head = proof.text[..at].char_indices().rev().take(FAR).last().map_or(0, |(from, _)| from);
        let sentence = proof.text[head..at].rfind(['.', '\n', ';']).map_or(head, |stop| head + stop);
        if !BODIES.iter().any(|body| proof.text[sentence..at].contains(body)) {
            continue;
        }
        let end = proof.text.len() - behind.len() + length;
        faults.push(proof.fault("term-figures", at..end).hint(Message::new("term-figures.hint").with("right", right)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms() {
        for (text, told) in [
            ("Nghị quyết của BCHTW Đảng khoá 13:", &["khoá 13"][..]),
            ("Trung ương khóa XIII", &[]),
            ("Hội đồng nhân dân tỉnh khóa 10, nhiệm kỳ 2021 - 2026", &["khóa 10"]),
            ("Lớp bồi dưỡng khóa 13 tại trường", &[]),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, told, "{text}");
        }
    }
}
