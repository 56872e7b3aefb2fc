//! Districts misspelt — *huyện Càng Lon* of a text on Trà Vinh: one letter or mark from a district of a province that the text names.

use std::collections::{HashMap, HashSet};

use crate::check::names::capitals;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::place::{self, Mention};
use crate::viet::seek::seek;

/// Words before a district.
const LEVELS: [&str; 6] = ["huyện ", "quận ", "thị xã ", "Huyện ", "Quận ", "Thị xã "];

/// Checks the districts of a text.
pub(super) fn check(proof: &Proof, mentions: &[Mention], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let provinces: HashSet<&str> = mentions.iter().map(|mention| mention.name).collect();
    let mut known: HashMap<&str, Option<String>> = HashMap::new();
    for (at, level) in LEVELS.iter().flat_map(|level| seek(text, level)) {
        let words = capitals(text, at + level.len());
        let Some(first) = words.first().filter(|_| !text[..at].ends_with(char::is_alphanumeric)) else { continue };
        // *huyện Hoa Lư Nguyễn Văn Ba*: where the name ends only the table knows.
        let run = &text[first.start..words[words.len() - 1].end];
        let right = known.entry(run).or_insert_with(|| nearly(run, &provinces)).clone();
        let Some(right) = right else { continue };
        let end = words[right.split(' ').count().min(words.len()) - 1].end;
        let hint = Message::new("place-spelling.hint.near").with("right", right);
        faults.push(proof.fault("place-spelling", first.start..end).hint(hint));
    }
}

/// The district that the first words of a run nearly are.
fn nearly(run: &str, provinces: &HashSet<&str>) -> Option<String> {
    let ends: Vec<usize> = run.match_indices(' ').map(|(at, _)| at).chain([run.len()]).collect();
    let known =
        |end: &usize| !place::provinces_of(&run[..*end]).is_empty() || place::official_name(&run[..*end]).is_some();
    if ends.iter().any(known) {
        return None;
    }
    let right = ends.iter().rev().find_map(|end| place::district_nearly(&run[..*end]))?;
    let here = provinces.iter().any(|province| place::lies_in(right, province) == Some(true));
    let capital =
        |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>();
    here.then(|| right.split(' ').map(capital).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn districts_misspelt() {
        for (text, told) in [
            ("Tỉnh Trà Vinh họp ở huyện Càng Lon.", Some("Càng Lon")),
            ("Tỉnh Trà Vinh họp ở huyện Càng Long.", None),
            ("Tỉnh Nam Định họp ở huyện Càng Lon.", None),
            ("Tỉnh Lâm Đồng họp ở huyện Đạ Hoai Nguyễn Văn Ba.", Some("Đạ Hoai")),
            ("Tỉnh Đắk Lắk họp ở huyện Krông Pắk, huyện Krông Năng.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            faults.retain(|fault| fault.rule == "place-spelling");
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
