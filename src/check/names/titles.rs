//! One person with two titles in one text — *ông Đỗ Văn Hậu, Phó Chủ tịch UBND huyện* and *Chủ tịch UBND huyện Đỗ Văn Hậu*.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Titles that have a deputy.
const TITLES: [&str; 12] = [
    "Chủ tịch",
    "Giám đốc",
    "Bí thư",
    "Trưởng ban",
    "Trưởng phòng",
    "Trưởng Ban",
    "Trưởng Phòng",
    "Cục trưởng",
    "Vụ trưởng",
    "Chủ nhiệm",
    "Tổng Giám đốc",
    "Thủ tướng",
];

/// The longest title behind or before a name, in letters.
const FAR: usize = 60;

/// A name with a title beside it.
pub(super) struct Held {
    /// The title and whether it is the deputy's.
    title: &'static str,
    pub(super) deputy: bool,
    pub(super) range: Range<usize>,
    /// The words of the post, from the title on.
    post: Range<usize>,
}

/// The titles beside a name, each with whether it is the deputy's: *Phạm Anh Tuấn - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh*.
pub(super) fn of(text: &str, name: &Range<usize>) -> Vec<(&'static str, bool)> {
    let Some(first) = behind(text, name) else {
        return before(text, name).map(|held| (held.title, held.deputy)).into_iter().collect();
    };
    let rest = &text[first.post.start..];
    let far = rest.char_indices().nth(3 * FAR).map_or(rest.len(), |(far, _)| far);
    let clause = rest[..far].split(['.', ';', '\n']).next().unwrap_or_default();
    clause.split(", ").filter_map(title_at).collect()
}

/// Heads of bodies: who leads one of a kind leads no other of it.
const BODIES: [&str; 9] = ["Sở", "Bộ", "Cục", "Vụ", "Chi cục", "UBND", "HĐND", "Ban", "Phòng"];

/// *Giám đốc Sở Y tế* and *Giám đốc Sở Nội vụ*, *Chủ tịch UBND xã* and *Chủ tịch HĐND xã*: one title at two bodies, as
/// far as both are told.
fn is_elsewhere(one: &str, other: &str) -> bool {
    let body = |post: &str| {
        let (at, head) = BODIES.iter().filter_map(|head| Some((post.find(&format!(" {head} "))?, *head))).min()?;
        let first = post[at + head.len() + 2..].split(' ').next()?.trim_end_matches([',', ';']).to_owned();
        let level = ["xã", "phường", "huyện", "quận", "tỉnh", "thành", "thị"].contains(&first.as_str());
        // Short forms may stand for the same words.
        let short = first.chars().filter(|c| c.is_uppercase()).count() > 1;
        (level || (first.starts_with(char::is_uppercase) && !short)).then_some((head, first))
    };
    let (Some(one), Some(other)) = (body(one), body(other)) else { return false };
    let councils = ["UBND", "HĐND"];
    if councils.contains(&one.0) && councils.contains(&other.0) {
        return one != other;
    }
    one.0 == other.0 && one.1 != other.1
}

/// Flags the later title of a person who is told as head here and as deputy there.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut persons: HashMap<&str, Vec<Held>> = HashMap::new();
    for range in names {
        if let Some(held) = behind(text, range).or_else(|| before(text, range)) {
            persons.entry(&text[range.clone()]).or_default().push(held);
        }
    }
    let mut told: Vec<(Range<usize>, String, &'static str)> = Vec::new();
    for held in persons.values() {
        let [first, rest @ ..] = &held[..] else { continue };
        let other = rest.iter().find(|other| {
            let rank = other.deputy != first.deputy;
            other.title == first.title && (rank || is_elsewhere(&text[first.post.clone()], &text[other.post.clone()]))
        });
        // Who rises in the course of the text is elected or appointed in it.
        let risen = |other: &Held| {
            let between = &text[first.range.end.min(other.range.start)..other.range.start];
            ["bầu", "bổ nhiệm", "giữ chức", "nguyên", "miễn nhiệm", "phân công"]
                .iter()
                .any(|word| between.contains(word))
        };
        if let Some(other) = other.filter(|other| !risen(other)) {
            let rank = other.deputy != first.deputy;
            let hint = if rank { "name-two-ways.hint.title" } else { "name-two-ways.hint.body" };
            told.push((other.range.clone(), text[first.range.clone()].to_owned(), hint));
        }
    }
    twice(proof, names, faults);
    told.sort_by_key(|(range, ..)| range.start);
    for (range, model, hint) in told {
        let mut fault = proof.fault("name-two-ways", range);
        fault.message.id = "name-two-ways.title";
        faults.push(fault.hint(Message::new(hint).with("model", model)));
    }
}

/// *Đồng chí Lê Văn Bình, Chủ tịch UBND xã Lê Văn Bình chủ trì*: one name on both sides of its title.
fn twice(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for pair in names.windows(2) {
        let [one, other] = pair else { continue };
        let between = &text[one.end..other.start];
        let title = [", ", " - ", " – "].iter().find_map(|joint| between.strip_prefix(joint)).unwrap_or_default();
        let titled = title.split(", ").any(|piece| title_at(piece).is_some()) && !title.contains([';', '.', ':', '\n']);
        let closed = !title.trim_end().ends_with([',', '-', '–']) && title.len() < 4 * FAR;
        if text[one.clone()] == text[other.clone()] && titled && closed && before(text, other).is_some() {
            let mut fault = proof.fault("word-doubled", one.start..other.end).with("word", &text[one.clone()]);
            fault.message.id = "word-doubled.name";
            faults.push(fault.hint_id("word-doubled.hint.name"));
        }
    }
}

/// *Đỗ Văn Hậu, Phó Chủ tịch UBND huyện*, *Đỗ Văn Hậu - Ủy viên Trung ương Đảng, Chủ tịch UBND huyện*.
fn behind(text: &str, name: &Range<usize>) -> Option<Held> {
    const SEATS: [&str; 4] = ["Ủy viên ", "Uỷ viên ", "Tỉnh ủy viên", "Thành ủy viên"];
    let rest = &text[name.end..];
    let mut title = [", ", " - ", " – "].iter().find_map(|joint| rest.strip_prefix(joint))?;
    // A seat in a committee stands before the title.
    while SEATS.iter().any(|seat| title.starts_with(seat)) {
        title = title.split_once(", ")?.1;
    }
    let (kind, deputy) = title_at(title)?;
    let far = title.char_indices().nth(FAR).map_or(title.len(), |(far, _)| far);
    let end = title[..far].find([',', ';', '.', '\n']).unwrap_or(far);
    let start = text.len() - title.len();
    Some(Held { title: kind, deputy, range: name.start..start + end, post: start..start + end })
}

/// *Chủ tịch UBND huyện Đỗ Văn Hậu*: the title in the same clause, with no other name between.
pub(super) fn before(text: &str, name: &Range<usize>) -> Option<Held> {
    let head = &text[..name.start];
    let far = head.char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    let clause = head[far..].rsplit([',', ';', '.', ':', '\n', '(']).next()?;
    let at = TITLES.iter().filter_map(|title| clause.rfind(title)).max()?;
    let words = clause[at..].split_whitespace().count();
    let lead = clause[..at].trim_end();
    let start = if lead.ends_with("Phó") { lead.len() - "Phó".len() } else { at };
    let (title, deputy) = title_at(&clause[start..])?;
    // *do Chủ tịch xã phân công ông Hậu*, *Chủ tịch và ông Hậu*: a verb or another person stands between.
    let plain = words <= 8
        && !["và", "cùng", "cho", "với", "là", "đã", "do", "được"]
            .iter()
            .any(|word| clause[at..].split(' ').any(|one| one == *word));
    let former = lead.ends_with("nguyên") || lead.ends_with("Nguyên");
    let from = name.start - (clause.len() - start);
    (plain && !former).then_some(Held { title, deputy, range: from..name.end, post: from..name.start })
}

/// The title at the head of a text: its kind, and whether it is the deputy's.
fn title_at(text: &str) -> Option<(&'static str, bool)> {
    let deputy = text.starts_with("Phó ");
    let rest = text.strip_prefix("Phó ").unwrap_or(text);
    TITLES.iter().find(|title| rest.starts_with(**title)).map(|title| (*title, deputy))
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
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
