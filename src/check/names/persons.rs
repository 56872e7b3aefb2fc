//! One person, one spelling: *Nguyễn Thị Hồng Thấm* here and *Nguyễn Thị Hồng Thắm* there.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::capital::SURNAMES;
use crate::viet::fold::fold;
use crate::viet::unicode::nfc;

/// The words of a full name.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=5;

/// Flags the rarer spelling of a name; of equally many, the later one.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    // A name that is a value of its own is somebody of a list: the rules on the archive compare those.
    let (listed, told): (Vec<_>, Vec<_>) =
        names(&proof.text).into_iter().partition(|range| proof.value_at(range.start) == *range);
    let listed: HashSet<&str> = listed.into_iter().map(|range| &proof.text[range]).collect();
    let mut persons: HashMap<String, Vec<Range<usize>>> = HashMap::new();
    for range in told.into_iter().filter(|range| !listed.contains(&proof.text[range.clone()])) {
        persons.entry(fold(&proof.text[range.clone()])).or_default().push(range);
    }
    let mut spelt: Vec<&Vec<Range<usize>>> = persons.values().filter(|places| places.len() > 1).collect();
    spelt.sort_by_key(|places| places[0].start);
    for places in spelt {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for place in places {
            *counts.entry(nfc(&proof.text[place.clone()]).into_owned()).or_default() += 1;
        }
        let common = |place: &&Range<usize>| counts.get(&*nfc(&proof.text[(*place).clone()])).copied();
        let Some(model) = places.iter().rev().max_by_key(common).filter(|_| counts.len() > 1) else { continue };
        let own = nfc(&proof.text[model.clone()]);
        for place in places.iter().filter(|place| nfc(&proof.text[(*place).clone()]) != own) {
            let hint = Message::new("name-two-ways.hint").with("model", &own);
            faults.push(proof.fault("name-two-ways", place.clone()).hint(hint));
        }
    }
}

/// The full names of a text: three to five capital words from a surname on.
fn names(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    let start = text.as_ptr() as usize;
    for word in text.split([' ', '\n', '\u{a0}']) {
        let at = word.as_ptr() as usize - start;
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        let lead = word.find(|c: char| c.is_alphabetic()).unwrap_or(0);
        let mut letters = bare.chars();
        let capital =
            letters.next().is_some_and(char::is_uppercase) && letters.clone().all(char::is_lowercase) && bare.len() > 1;
        let apart = text[..at].ends_with('\n') || lead > 0;
        if !capital || apart {
            found.extend(name(text, &run));
            run.clear();
        }
        if capital {
            run.push(at + lead..at + lead + bare.len());
            if lead + bare.len() < word.len() {
                found.extend(name(text, &run));
                run.clear();
            }
        }
    }
    found.extend(name(text, &run));
    found
}

fn name(text: &str, run: &[Range<usize>]) -> Option<Range<usize>> {
    let surname = |range: &Range<usize>| SURNAMES.contains(&text[range.clone()].to_lowercase().as_str());
    let from = run.iter().position(surname)?;
    let words = &run[from..];
    LENGTH.contains(&words.len()).then(|| words[0].start..words[words.len() - 1].end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons() {
        for (text, told) in [
            ("bà Nguyễn Thị Hồng Thấm dự; bà Nguyễn Thị Hồng Thắm nói", &["Nguyễn Thị Hồng Thắm"][..]),
            ("bà Nguyễn Thị Hồng Thấm dự; bà Nguyễn Thị Hồng Thấm nói", &[]),
            ("ông Lê Văn Hòa; ông Lê Văn Hoà; ông Lê Văn Hòa", &["Lê Văn Hoà"]),
            ("ông Lê Văn Hòa, Trần Văn Hòa và Lê Văn Hòa", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
