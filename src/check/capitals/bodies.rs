//! Bodies that are told by a noun and a short form — *hội LHPN huyện*, *phòng GD&ĐT xã*: the noun begins the name and has its capital.

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::seek::seek;
use crate::viet::sentence::upper_first;

/// Nouns of bodies.
const NOUNS: [&str; 5] = ["hội", "đoàn", "sở", "phòng", "ban"];

/// Words before such a noun that make it one of many, or part of another.
#[rustfmt::skip]
const OTHERS: [&str; 31] = [
    "các", "những", "mỗi", "từng", "chi", "phân", "liên", "cấp", "nhiều", "ủy", "uỷ", "toàn", "một", "hai", "ba", "số", "văn",
    "trụ", "cơ", "trưởng", "phó", "đại", "công", "tập", "quân", "xã", "dự", "gia", "quốc", "hiệp", "lễ",
];

/// Units that have such bodies.
const UNITS: [&str; 8] = ["xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh"];

/// Flags the small noun.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for noun in NOUNS {
        for (at, found) in seek(text, noun) {
            let (head, behind) = (&text[..at], &text[at + found.len()..]);
            let before = head
                .trim_end_matches([' ', '\u{a0}'])
                .rsplit(|c: char| !c.is_alphanumeric())
                .next()
                .unwrap_or_default();
            let bounded = head.ends_with([' ', '\u{a0}', '(']) && !OTHERS.contains(&before.to_lowercase().as_str());
            if bounded && behind.strip_prefix(' ').is_some_and(is_body) {
                let hint = Message::new("capital.hint").with("right", upper_first(noun)).with("item", "IV.1");
                faults.push(proof.fault("capital", at..at + found.len()).hint(hint));
            }
        }
    }
}

/// *LHPN huyện*: a short form, and the unit whose body it is.
fn is_body(behind: &str) -> bool {
    let end = behind.find(|c: char| !(c.is_uppercase() || matches!(c, '&' | '-'))).unwrap_or(behind.len());
    let unit = behind[end..].strip_prefix(' ').unwrap_or_default();
    let whole =
        |unit: &str, word: &str| unit.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    behind[..end].chars().filter(|c| c.is_uppercase()).count() > 1 && UNITS.iter().any(|word| whole(unit, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_of_a_body_has_its_capital() {
        for (text, told) in [
            ("mô hình của hội LHPN xã; do phòng GD&ĐT huyện chủ trì", &["hội", "phòng"][..]),
            ("của Hội LHPN xã; các hội CCB xã; chi hội CCB phường; ban CHQS cũ; hội LHPN các cấp", &[]),
            ("trụ sở UBND tỉnh; đại hội CCB xã; Trưởng phòng NN&PTNT huyện; công đoàn UBND huyện", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let mut found: Vec<_> = faults.iter().map(|fault| &source.text[source.clamp(fault.span)]).collect();
            found.sort_by_key(|name| text.find(*name));
            assert_eq!(found, told, "{text}");
        }
    }
}
