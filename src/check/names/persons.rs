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
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    // A name that is a value of its own is somebody of a list: the rules on the archive compare those.
    let (listed, told): (Vec<_>, Vec<_>) =
        names.iter().cloned().partition(|range| proof.value_at(range.start) == *range);
    let listed: HashSet<&str> = listed.into_iter().map(|range| &proof.text[range]).collect();
    let mut persons: HashMap<String, Vec<Range<usize>>> = HashMap::new();
    for range in told.into_iter().filter(|range| !listed.contains(&proof.text[range.clone()])) {
        persons.entry(fold(&proof.text[range.clone()])).or_default().push(range);
    }
    one_letter_apart(proof, &persons, faults);
    let mut spelt: Vec<&Vec<Range<usize>>> = persons.values().filter(|places| places.len() > 1).collect();
    spelt.sort_by_key(|places| places[0].start);
    for places in spelt {
        // *Lê Văn Bình, Lê Văn Bính*: side by side they are two, brothers perhaps.
        let listed = |pair: &[Range<usize>]| [", ", " và "].contains(&&proof.text[pair[0].end..pair[1].start]);
        if places.windows(2).any(listed) {
            continue;
        }
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

/// The last word of a name, and where the name stands.
type Ending<'t> = (&'t str, Range<usize>);

/// *anh Đinh Ngọc Quyết … anh Đinh Ngọc Quyến*: all but the end of the last word is one, both are called the same way, in
/// sentences of their own, and the later one is not introduced by what he is.
fn one_letter_apart(proof: &Proof, persons: &HashMap<String, Vec<Range<usize>>>, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let called = |range: &Range<usize>| {
        let word = text[..range.start].trim_end().rsplit([' ', '\n']).next().unwrap_or_default().to_lowercase();
        ["anh", "chị", "ông", "bà", "em"].into_iter().find(|one| *one == word)
    };
    let mut stems: HashMap<(&str, &str), Vec<Ending>> = HashMap::new();
    for range in persons.values().filter_map(|places| places.first().filter(|_| places.len() == 1)) {
        if let (Some(honorific), Some((stem, last))) = (called(range), text[range.clone()].rsplit_once(' ')) {
            stems.entry((honorific, stem)).or_default().push((last, range.clone()));
        }
    }
    for group in stems.values().filter(|group| group.len() == 2) {
        let [(a, one), (b, two)] = &group[..] else { continue };
        let (first, later) = if one.start < two.start { (one, two) } else { (two, one) };
        // Two names side by side in one sentence are two persons.
        let apart = text[first.end..later.start].contains(['.', '\n']);
        let introduced = text[later.end..].starts_with([',', ' ', '('])
            && text[later.end..].trim_start_matches(' ').starts_with([',', '(', '-', '–']);
        if apart && !introduced && is_one_letter_apart(a, b) {
            let hint = Message::new("name-two-ways.hint").with("model", &text[first.clone()]);
            faults.push(proof.fault("name-two-ways", later.clone()).hint(hint));
        }
    }
}

/// Words of one length of which the last letter alone is another: *Quyết* and *Quyến*.
fn is_one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (fold(a).chars().collect(), fold(b).chars().collect());
    let differ = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    a.len() == b.len() && a.len() >= 3 && differ == 1 && a.first() == b.first()
}

/// The full names of a text: three to five capital words from a surname on.
pub(super) fn names(text: &str) -> Vec<Range<usize>> {
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
            ("các ông Lê Văn Bình, Lê Văn Bính và bà con; ông Lê Văn Bính nói", &[]),
            ("ông Lê Văn Hòa, Trần Văn Hòa và Lê Văn Hòa", &[]),
            ("Nhà ông Lê Văn Thoát ở đầu xóm. Nay ông Lê Văn Thoáng còn giúp bà con", &[]),
            ("Nhà ông Lê Văn Thoát ở đầu xóm. Nay ông Lê Văn Thoán còn giúp bà con", &["Lê Văn Thoán"]),
            ("Nhà ông Lê Văn Thoát ở đầu xóm. Nay ông Lê Văn Thoán, Trưởng ấp, nói", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
