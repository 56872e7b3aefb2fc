//! One person with two titles in one text — *ông Đỗ Văn Hậu, Phó Chủ tịch UBND huyện* and *Chủ tịch UBND huyện Đỗ Văn Hậu*.

use std::collections::HashMap;
use std::ops::Range;

use super::held::{Held, before, beside, is_moved, title_at};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Heads of bodies in small letters: who leads one of a kind leads no other of it.
const BODIES: [&str; 9] = ["sở", "bộ", "cục", "vụ", "chi cục", "ubnd", "hđnd", "ban", "phòng"];

/// The longest title between two tellings of one name, in letters.
const FAR: usize = 240;

/// *Giám đốc Sở Y tế* and *Giám đốc Sở Nội vụ*, *Chủ tịch UBND xã* and *Chủ tịch HĐND xã*: one title at two bodies, as
/// far as both are told.
fn is_elsewhere(proof: &Proof, one: &Held, other: &Held) -> bool {
    let body = |held: &Held| {
        let small = &proof.lower()[held.post.clone()];
        let (at, head) = BODIES.iter().filter_map(|head| Some((small.find(&format!(" {head} "))?, *head))).min()?;
        let first = proof.text[held.post.clone()].get(at + head.len() + 2..)?.split(' ').next()?;
        let first = first.trim_end_matches([',', ';']);
        let level = ["xã", "phường", "huyện", "quận", "tỉnh", "thành", "thị"].contains(&first);
        // Short forms may stand for the same words.
        let short = first.chars().filter(|c| c.is_uppercase()).count() > 1;
        (level || (first.starts_with(char::is_uppercase) && !short)).then_some((head, first))
    };
    let (Some(one), Some(other)) = (body(one), body(other)) else { return false };
    let councils = ["ubnd", "hđnd"];
    if councils.contains(&one.0) && councils.contains(&other.0) {
        return one != other;
    }
    one.0 == other.0 && one.1 != other.1
}

/// Flags the later title of a person who is told as head here and as deputy there.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut persons: HashMap<&str, Vec<(usize, Held)>> = HashMap::new();
    for (at, range) in names.iter().enumerate() {
        if let Some(held) = beside(proof, range) {
            persons.entry(&text[range.clone()]).or_default().push((at, held));
        }
    }
    let mut told: Vec<(Range<usize>, String, &'static str)> = Vec::new();
    for held in persons.values() {
        let [(place, first), rest @ ..] = &held[..] else { continue };
        // Deputy of one body and head of another somebody may be.
        let one_body = |other: &Held| {
            let (a, b) = (first.body(proof), other.body(proof));
            a.is_empty() || b.is_empty() || a == b
        };
        let differs = |other: &Held| other.title == first.title && other.deputy != first.deputy && one_body(other);
        let other = rest
            .iter()
            .find(|(_, other)| differs(other) || other.title == first.title && is_elsewhere(proof, first, other));
        let Some((_, other)) = other.filter(|(last, _)| !rises(proof, names, *place..*last + 1)) else { continue };
        let hint = if differs(other) { "name-two-ways.hint.title" } else { "name-two-ways.hint.body" };
        told.push((other.range.clone(), text[first.range.clone()].to_owned(), hint));
    }
    twice(proof, names, faults);
    told.sort_by_key(|(range, ..)| range.start);
    for (range, model, hint) in told {
        let mut fault = proof.fault("name-two-ways", range);
        fault.message.id = "name-two-ways.title";
        faults.push(fault.hint(Message::new(hint).with("model", model)));
    }
}

/// Who rises in the course of the text is elected or appointed where one of his tellings stands.
fn rises(proof: &Proof, names: &[Range<usize>], told: Range<usize>) -> bool {
    let own = &proof.text[names[told.start].clone()];
    told.filter(|at| proof.text[names[*at].clone()] == *own).any(|at| is_moved(proof, names, at))
}

/// *Đồng chí Lê Văn Bình, Chủ tịch UBND xã Lê Văn Bình chủ trì*: one name on both sides of its title.
fn twice(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for pair in names.windows(2) {
        let [one, other] = pair else { continue };
        if text[one.clone()] != text[other.clone()] {
            continue;
        }
        let between = &proof.lower()[one.end..other.start];
        let title = [", ", " - ", " – "].iter().find_map(|joint| between.strip_prefix(joint)).unwrap_or_default();
        let titled = title.split(", ").any(|piece| title_at(piece).is_some()) && !title.contains([';', '.', ':', '\n']);
        let closed = !title.trim_end().ends_with([',', '-', '–']) && title.len() < FAR;
        if titled && closed && before(proof, other).is_some() {
            let mut fault = proof.fault("word-doubled", one.start..other.end).with("word", &text[one.clone()]);
            fault.message.id = "word-doubled.name";
            faults.push(fault.hint_id("word-doubled.hint.name"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::persons::names;
    use super::*;

    #[test]
    fn titles() {
        for (text, told) in [
            (
                "Ông Đỗ Văn Hậu, Phó Chủ tịch UBND xã, kiểm tra. Chủ tịch UBND xã Đỗ Văn Hậu yêu cầu làm ngay.",
                Some("Chủ tịch UBND xã Đỗ Văn Hậu"),
            ),
            ("Ông Đỗ Văn Hậu, Phó Chủ tịch UBND xã, kiểm tra. Phó Chủ tịch UBND xã Đỗ Văn Hậu yêu cầu.", None),
            ("Ông Đỗ Văn Hậu, Phó Chủ tịch UBND xã, được bầu. Chủ tịch UBND xã Đỗ Văn Hậu hứa.", None),
            ("Ông Đỗ Văn Hậu, Phó Chủ tịch UBND xã. Bí thư Đảng ủy Đỗ Văn Hậu dự.", None),
            (
                "Ông Đỗ Văn Hậu, Giám đốc Sở Y tế, dự. Giám đốc Sở Nội vụ Đỗ Văn Hậu nói.",
                Some("Giám đốc Sở Nội vụ Đỗ Văn Hậu"),
            ),
            ("Ông Đỗ Văn Hậu, Giám đốc Sở Y tế tỉnh, dự. Giám đốc Sở Y tế Đỗ Văn Hậu nói.", None),
            (
                "Ông Đỗ Văn Hậu, Chủ tịch HĐND xã, dự. Chủ tịch UBND xã Đỗ Văn Hậu nói.",
                Some("Chủ tịch UBND xã Đỗ Văn Hậu"),
            ),
            (
                "Chủ tịch UBND tỉnh Lê Văn Ba dự. Ông Lê Văn Ba trao quyết định bổ nhiệm ông Hà Văn Tư. Phó Chủ tịch UBND tỉnh Lê Văn Ba nói.",
                Some("Phó Chủ tịch UBND tỉnh Lê Văn Ba"),
            ),
            (
                "Cô Đặng Thị Nhàn, Phó Hiệu trưởng nhà trường, dự. Theo Hiệu trưởng Đặng Thị Nhàn, trường vui.",
                Some("Hiệu trưởng Đặng Thị Nhàn"),
            ),
            ("Thứ trưởng Bộ Y tế Lê Văn Ba dự. Bộ trưởng Bộ Y tế Lê Văn Ba nói.", Some("Bộ trưởng Bộ Y tế Lê Văn Ba")),
            ("Phó Tổng Giám đốc công ty Lê Văn Ba dự. Ông Lê Văn Ba - Phó Tổng Giám đốc công ty nói.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
