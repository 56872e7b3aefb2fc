//! Names of anything in two spellings — *xã Phú Hữu … xã Phú Hửu*, headlines in capitals included: the same letters with
//! other marks, behind the same word or three syllables long.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::fold::fold;
use crate::viet::letter::is_letter;
use crate::viet::place;
use crate::viet::tone::{Style, restyle};
use crate::viet::unicode::nfc;

/// A name as it stands in a text.
struct Told {
    range: Range<usize>,
    /// In small letters, tones where all have them.
    form: String,
}

/// A word with its place.
type Word<'t> = (usize, &'t str);

/// Flags the rarer spelling of a name; of equally many, the later one.
pub(super) fn check(proof: &Proof, persons: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let start = text.as_ptr() as usize;
    let words: Vec<Word> = text
        .split(|c: char| !is_letter(c) && !('\u{300}'..='\u{36f}').contains(&c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - start, word))
        .collect();
    let mut names: HashMap<String, Vec<Told>> = HashMap::new();
    for at in 1..words.len() {
        for length in [2, 3] {
            if let Some((key, told)) = name(text, &words, at..at + length) {
                names.entry(key).or_default().push(told);
            }
        }
    }
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for places in names.into_values().filter(|places| places.len() > 1) {
        found.extend(strangers(text, &places));
    }
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    for (range, model) in found {
        // Persons have a rule of their own; of names inside one another the longest is told.
        let person = persons[..persons.partition_point(|name| name.start < range.end)].last();
        if range.start >= end && person.is_none_or(|name| name.end <= range.start) {
            end = range.end;
            faults.push(
                proof.fault("name-two-ways", range).hint(Message::new("name-two-ways.hint").with("model", model)),
            );
        }
    }
}

/// The name that some capital words are, with what others must share to be the same.
fn name(text: &str, words: &[Word], own: Range<usize>) -> Option<(String, Told)> {
    let run = words.get(own.clone())?;
    run.iter().all(|(_, word)| word.starts_with(char::is_uppercase)).then_some(())?;
    let whole = run.windows(2).all(|pair| text[pair[0].0 + pair[0].1.len()..pair[1].0].trim_matches(' ').is_empty());
    let (first, last) = (run.first()?, run.last()?);
    let range = first.0..last.0 + last.1.len();
    let before = words[own.start - 1];
    (whole && run.iter().all(|(_, word)| word.chars().count() > 1)).then_some(())?;
    // Two syllables are one name only behind the same word.
    let lead = if run.len() == 2 {
        (text[before.0 + before.1.len()..first.0] == *" ").then(|| before.1.to_lowercase())?
    } else {
        String::new()
    };
    let form = restyle(&nfc(&text[range.clone()]).to_lowercase(), Style::FirstVowel);
    Some((format!("{}|{lead}|{}", run.len(), fold(&form)), Told { range, form }))
}

/// The places of a name that are not spelt as most are.
fn strangers(text: &str, places: &[Told]) -> Vec<(Range<usize>, String)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    places.iter().for_each(|told| *counts.entry(&told.form).or_default() += 1);
    let model = places.iter().rev().max_by_key(|told| counts[told.form.as_str()]).filter(|_| counts.len() > 1);
    let Some(model) = model else { return Vec::new() };
    // *xã Phú Hữu, xã Phú Hửu*: side by side they are two.
    let listed = places.windows(2).any(|pair| {
        let between = text[pair[0].range.end..pair[1].range.start].split_whitespace();
        pair[0].form != pair[1].form && between.take(3).count() < 3
    });
    // *Thanh Hóa, Thạnh Hóa*: what the register of provinces knows is no slip; letters without marks are another tongue.
    let known = |form: &str| place::official_name(form).is_some();
    let plain = |form: &str| form.is_ascii();
    let other =
        |told: &&Told| told.form != model.form && !known(&told.form) && !plain(&told.form) && !plain(&model.form);
    if listed {
        return Vec::new();
    }
    let shown = text[model.range.clone()].to_owned();
    places.iter().filter(other).map(|told| (told.range.clone(), shown.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::persons;
    use super::*;

    #[test]
    fn names_with_other_marks() {
        for (text, told) in [
            ("tại xã Phú Hữu, rồi xã Phú Hửu làm, sau cùng xã Phú Hữu", Some("Phú Hửu")),
            ("tại xã Phú Hữu, xã Phú Hửu và xã khác", None),
            ("tại xã Phú Hữu, rồi về ấp Phú Hửu", None),
            ("THĂM XÃ PHÚ HỮU\n\nĐoàn thăm xã Phú Hựu sáng nay, rồi về xã Phú Hựu", Some("PHÚ HỮU")),
            ("Trường Nguyễn Trường Tộ dự, hội thi ở Nguyễn Trường Tỗ", None),
            ("tỉnh Thanh Hóa giúp huyện Thạnh Hóa; tỉnh Thanh Hoá", None),
            ("Bệnh viện Hữu Nghị Việt Đức nhận; từ Hữu Nghị Việt Đưc về", Some("Nghị Việt Đưc")),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &persons::names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
