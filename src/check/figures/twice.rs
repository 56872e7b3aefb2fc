//! One figure told twice with two digits changed about — *1.278 đại biểu … 1.287 đại biểu*.

use std::collections::HashMap;

use super::CHANGES;
use super::mention::{Mention, mentions_in};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// With more figures of one kind a likeness of two is chance.
const MOST: usize = 8;

/// Digits from which a likeness is none of chance.
const LEAST: usize = 4;

/// Compares the figures of each kind with one another.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let figures: Vec<Mention> = proof
        .paragraphs()
        .iter()
        .flat_map(|paragraph| mentions_in(&proof.text, paragraph.clone()))
        .filter(|one| !one.is_rate() && one.of.is_none())
        .collect();
    // Kin begin with one word: *lượt khách*, *lượt*. A long text is compared room by room.
    let mut rooms: HashMap<&str, Vec<&Mention>> = HashMap::new();
    for figure in &figures {
        rooms.entry(figure.kind.split(' ').next().unwrap_or_default()).or_default().push(figure);
    }
    for later in &figures {
        let room = rooms.get(later.kind.split(' ').next().unwrap_or_default()).map_or(&[][..], Vec::as_slice);
        let alike: Vec<&Mention> = room.iter().filter(|other| other.is_kin(later)).take(MOST + 1).copied().collect();
        if alike.len() > MOST {
            continue;
        }
        let mut earlier = alike.iter().take_while(|one| one.range.start < later.range.start);
        let Some(first) = earlier.find(|first| is_turned(first, later)) else { continue };
        let between = &proof.text[first.range.end..later.range.start];
        let moved =
            CHANGES.iter().any(|word| between.contains(word)) || between.contains("lên") || between.contains("còn");
        if !moved
            && between.contains(['.', '\n'])
            && !alike.iter().skip(1).any(|one| one.size == later.size && one.range != later.range)
        {
            let mut fault = proof.fault("name-two-ways", later.range.clone());
            fault.message.id = "name-two-ways.figure";
            faults.push(fault.hint(Message::new("name-two-ways.hint").with("model", first.shown())));
        }
    }
}

/// Whether two numbers differ in two neighbouring digits that changed places.
fn is_turned(one: &Mention, other: &Mention) -> bool {
    let digits = |figure: &Mention| figure.value.to_string().bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    let (a, b) = (digits(one), digits(other));
    let odd: Vec<usize> = (0..a.len().min(b.len())).filter(|at| a[*at] != b[*at]).collect();
    let [first, second] = odd[..] else { return false };
    let long = a.len() == b.len() && a.len() >= LEAST && one.value.scale == other.value.scale && one.unit == other.unit;
    long && second == first + 1 && a[first] == b[second] && a[second] == b[first]
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn digits_changed_about() {
        for (text, told) in [
            ("Dự lễ có 1.278 đại biểu. Thay mặt 1.287 đại biểu, ông Lực phát biểu.", Some("1.287 đại biểu")),
            ("Dự lễ có 1.278 đại biểu. Thay mặt 1.278 đại biểu, ông Lực phát biểu.", None),
            ("Năm 2023 có 1.278 hộ. Năm 2024 tăng lên 1.287 hộ.", None),
            ("Có 27 đại biểu nữ. Có 72 đại biểu nam.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
