//! A number that is almost another of the same text — *1482/QĐ-UBND* here, *1428/QĐ-UBND* there: two digits swapped.

use std::collections::HashMap;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::reference::Reference;
use crate::viet::seek::seek;

/// What follows a number that only points back: *nêu trên*, *nói trên*.
const BACK: [&str; 4] = ["nêu trên", "nói trên", "trên đây", "này"];

/// Flags the later of two such numbers, where it has no day of its own or points back.
pub(super) fn check(proof: &Proof, found: &[Reference], faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, Vec<&Reference>> = HashMap::new();
    let mut last: HashMap<String, &Reference> = HashMap::new();
    let mut years: HashMap<String, &Reference> = HashMap::new();
    for one in found {
        let mut digits: Vec<u8> = one.number.bytes().collect();
        digits.sort_unstable();
        let canonical = one.canonical();
        let rest = canonical.strip_prefix(one.number.as_str()).unwrap_or(&canonical);
        let group = first.entry(format!("{}{rest}", String::from_utf8_lossy(&digits))).or_default();
        let known = group.iter().any(|other| other.number == one.number);
        let swapped = group.iter().copied().find(|other| is_swapped(&other.number, &one.number));
        let back =
            last.get(rest).copied().filter(|other| points_back(proof, one) && is_slip(&other.number, &one.number));
        // *Nghị định số 43/2014/NĐ-CP ngày 15/5/2014 … Nghị định số 43/2015/NĐ-CP*: one number, another year.
        let numbered = format!("{} {} {}", one.number, one.kind_code(), one.issuer);
        let year = years.get(&numbered).copied().filter(|other| {
            let dated = proof.date_behind(other).is_some() && one.number.len() > 1;
            dated && other.year != one.year && other.year.is_some() && one.year.is_some()
        });
        // *số 69/2008/NĐ-CP ngày 30/5/2008 … số 96/2008/NĐ-CP ngày 30/5/2008*: of one day, with the figures changed about.
        let twin = group.iter().copied().find(|other| is_twin(proof, other, one));
        // *số 41/2022/NQ-HĐND ngày 09/12/2022 … số 41/NQ-HĐND ngày 09/12/2022*: one paper, once without the year in its number.
        let bare = years.get(&numbered).copied().filter(|other| {
            let day = proof.day_behind(one);
            one.year.is_some() != other.year.is_some() && day.is_some() && proof.day_behind(other) == day
        });
        let near = swapped.or(back).or(year).filter(|_| is_undated(proof, one)).or(twin).or(bare);
        if let Some(other) = near.filter(|_| !known) {
            let fault = proof.fault("reference-near", one.range.clone()).with("other", other.canonical());
            faults.push(fault.hint(Message::new("reference-near.hint").with("right", other.canonical())));
        }
        if !known {
            group.push(one);
        }
        years.entry(numbered).or_insert(one);
        last.insert(rest.to_owned(), one);
    }
}

/// *Quyết định số 1745/QĐ-UBND (gọi tắt là Đề án 1754)*: what is called by the number of the document before it.
pub(super) fn called(proof: &Proof, found: &[Reference], faults: &mut Vec<Diagnostic>) {
    const NEAR: usize = 90;
    for (at, word) in seek(&proof.text, "gọi tắt là ").chain(seek(&proof.text, "gọi là ")) {
        let from = at + word.len();
        let rest = proof.text[from..].split([')', ',', '.', ';', '\n']).next().unwrap_or_default();
        let Some(digits) = rest.rsplit(' ').next().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())) else {
            continue;
        };
        let before = found.partition_point(|one| one.range.end <= at).checked_sub(1).map(|last| &found[last]);
        let Some(one) = before.filter(|one| at - one.range.end < NEAR) else { continue };
        if digits.len() > 2 && (is_swapped(&one.number, digits) || is_slip(&one.number, digits)) {
            let start = from + rest.len() - digits.len();
            let fault = proof.fault("reference-near", start..start + digits.len()).with("other", one.canonical());
            faults.push(fault.hint(Message::new("reference-near.hint").with("right", &one.number)));
        }
    }
}

/// One figure more, less or other than in a number.
fn is_slip(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let head = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let tail = short.bytes().rev().zip(long.bytes().rev()).take_while(|(a, b)| a == b).count();
    short.len() > 1 && one != other && long.len() - short.len() < 2 && head + tail + 1 >= long.len()
}

/// Whether a number only points to one that was told before.
fn points_back(proof: &Proof, one: &Reference) -> bool {
    let after = proof.text[one.range.end..].trim_start_matches([' ', ',', '\u{a0}']);
    BACK.iter().any(|word| after.starts_with(word))
}

/// Two neighbouring digits in the other order, of three or more.
fn is_swapped(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() || one.len() < 3 {
        return false;
    }
    let off: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    matches!(off[..], [a, b] if b == a + 1)
}

/// Two figures of two or three in another order, and one day.
fn is_twin(proof: &Proof, one: &Reference, other: &Reference) -> bool {
    let turned = one.number.bytes().rev().eq(other.number.bytes()) && one.number.len() == 2;
    let swapped = turned || is_swapped(&one.number, &other.number);
    // *số 12/QĐ-UBND, số 21/QĐ-UBND*: on one day an office may make many, never two decrees so far apart in number.
    let number = |one: &Reference| one.number.parse::<i64>().ok();
    let apart = number(one).zip(number(other)).is_some_and(|(a, b)| (a - b).abs() > 8);
    let laws = one.year == other.year && (one.year.is_some() || one.number.len() > 2);
    swapped && apart && laws && proof.day_behind(one).is_some_and(|day| proof.day_behind(other) == Some(day))
}

/// A number with a day of its own is a document of its own.
fn is_undated(proof: &Proof, one: &Reference) -> bool {
    let after = proof.text[one.range.end..].trim_start_matches([' ', ',', '\u{a0}']);
    points_back(proof, one) || !after.starts_with("ngày")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swapped_digits() {
        for (text, told) in [
            ("Quyết định số 1482/QĐ-UBND ngày 12/5/2026; Quyết định số 1428/QĐ-UBND nêu trên", Some("1428/QĐ-UBND")),
            ("Quyết định số 1482/QĐ-UBND và Quyết định số 1428/QĐ-UBND ngày 20/5/2026", None),
            ("Quyết định số 1482/QĐ-UBND và Quyết định số 1428/QĐ-TTg", None),
            ("Quyết định số 12/QĐ-UBND và Quyết định số 21/QĐ-UBND", None),
            ("Quyết định số 1745/QĐ-UBND (gọi tắt là Đề án 1754)", Some("1754")),
            ("Quyết định số 1745/QĐ-UBND (gọi tắt là Đề án 1745), gọi là Tổ 06", None),
            ("Quyết định số 1482/QĐ-UBND ngày 12/5/2026; Quyết định số 1487/QĐ-UBND nêu trên", Some("1487/QĐ-UBND")),
            ("Quyết định số 1482/QĐ-UBND ngày 12/5/2026; Quyết định số 1487/QĐ-UBND", None),
            (
                "Nghị định số 69/2008/NĐ-CP ngày 30/5/2008; sửa đổi Nghị định số 96/2008/NĐ-CP ngày 30/5/2008",
                Some("96/2008/NĐ-CP"),
            ),
            ("Nghị định số 69/2008/NĐ-CP ngày 30/5/2008; sửa đổi Nghị định số 96/2008/NĐ-CP ngày 30/6/2008", None),
            (
                "Nghị quyết số 41/2022/NQ-HĐND ngày 09/12/2022; Nghị quyết số 41/NQ-HĐND ngày 09/12/2022",
                Some("41/NQ-HĐND"),
            ),
            ("Nghị quyết số 41/2022/NQ-HĐND ngày 09/12/2022; Nghị quyết số 41/NQ-HĐND ngày 15/7/2022", None),
            ("Nghị quyết số 41/2022/NQ-HĐND ngày 09/12/2022; Nghị quyết số 41/2022/NQ-HĐND ngày 09/12/2022", None),
            ("Nghị định số 43/2014/NĐ-CP ngày 15/5/2014, rồi Nghị định số 43/2015/NĐ-CP", Some("43/2015/NĐ-CP")),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let mut faults = Vec::new();
            let found = crate::viet::reference::find(text);
            check(&proof, &found, &mut faults);
            called(&proof, &found, &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
