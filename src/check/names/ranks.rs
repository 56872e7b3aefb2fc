//! Ranks of officers — *thượng tá Nguyễn Văn Bình* here, *trung tá Nguyễn Văn Bình* there: one person has one rank.

use std::collections::HashMap;
use std::ops::Range;

use super::offices::RANKS;
use crate::check::proof::Proof;
use crate::diag::Message;

/// Words of a text in which somebody rises, or which tells of other days.
const RISEN: [&str; 10] = [
    "thăng",
    "phong quân hàm",
    "cấp bậc hàm",
    "quân hàm",
    "cấp hàm",
    "khi đó",
    "lúc đó",
    "bấy giờ",
    "nguyên là",
    "truy phong",
];

/// Flags the rank that stands less often; of equally many, the later one.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<crate::diag::Diagnostic>) {
    let (text, lower) = (&proof.text, proof.lower());
    let mut persons: HashMap<&str, Vec<(&'static str, Range<usize>)>> = HashMap::new();
    for name in names {
        let head = lower[..name.start].trim_end();
        let rank = RANKS.into_iter().find(|rank| head.ends_with(rank));
        if let Some(rank) = rank {
            let own = persons.entry(&text[name.clone()]).or_default();
            own.push((rank, head.len() - rank.len()..name.end));
        }
    }
    let other = |told: &Vec<(&'static str, Range<usize>)>| told.iter().any(|(rank, _)| *rank != told[0].0);
    let mut persons: Vec<_> = persons.into_values().filter(other).collect();
    if persons.is_empty() || RISEN.iter().any(|word| lower.contains(word)) {
        return;
    }
    persons.sort_by_key(|told| told[0].1.start);
    for told in persons {
        let count = |rank: &str| told.iter().filter(|(other, _)| *other == rank).count();
        // The first of those that stand most often.
        let Some((model, place)) = told.iter().rev().max_by_key(|(rank, _)| count(rank)) else { continue };
        for (_, range) in told.iter().filter(|(rank, _)| rank != model) {
            let mut fault = proof.fault("name-two-ways", range.clone());
            fault.message.id = "name-two-ways.rank";
            faults.push(fault.hint(Message::new("name-two-ways.hint.rank").with("model", &text[place.clone()])));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::persons::names;
    use super::*;

    #[test]
    fn ranks() {
        for (text, told) in [
            ("Thượng tá Lê Văn Tuấn nhận việc. Trung tá Lê Văn Tuấn quê ở xã.", Some("Trung tá Lê Văn Tuấn")),
            ("Thượng tá Lê Văn Tuấn nhận việc. Thượng tá Lê Văn Tuấn quê ở xã.", None),
            ("Trung tá Lê Văn Tuấn được thăng hàm. Thượng tá Lê Văn Tuấn quê ở xã.", None),
            ("Thượng tá Lê Văn Tuấn và trung tá Lê Văn Toàn quê ở xã.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
