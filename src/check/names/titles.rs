//! One person with two titles in one text — *ông Đỗ Văn Hậu, Phó Chủ tịch UBND huyện* and *Chủ tịch UBND huyện Đỗ Văn Hậu*.

use std::collections::HashMap;
use std::ops::Range;

use super::persons::names;
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
}

/// Flags the later title of a person who is told as head here and as deputy there.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut persons: HashMap<&str, Vec<Held>> = HashMap::new();
    for range in names(text) {
        if let Some(held) = behind(text, &range).or_else(|| before(text, &range)) {
            persons.entry(&text[range]).or_default().push(held);
        }
    }
    let mut told: Vec<(Range<usize>, String)> = Vec::new();
    for held in persons.values() {
        let [first, rest @ ..] = &held[..] else { continue };
        let other = rest.iter().find(|other| other.title == first.title && other.deputy != first.deputy);
        // Who rises in the course of the text is elected or appointed in it.
        let risen = |other: &Held| {
            let between = &text[first.range.end.min(other.range.start)..other.range.start];
            ["bầu", "bổ nhiệm", "giữ chức", "nguyên", "miễn nhiệm", "phân công"]
                .iter()
                .any(|word| between.contains(word))
        };
        if let Some(other) = other.filter(|other| !risen(other)) {
            told.push((other.range.clone(), text[first.range.clone()].to_owned()));
        }
    }
    told.sort_by_key(|(range, _)| range.start);
    for (range, model) in told {
        let mut fault = proof.fault("name-two-ways", range);
        fault.message.id = "name-two-ways.title";
        faults.push(fault.hint(Message::new("name-two-ways.hint.title").with("model", model)));
    }
}

/// *Đỗ Văn Hậu, Phó Chủ tịch UBND huyện*, *Đỗ Văn Hậu - Chủ tịch*.
fn behind(text: &str, name: &Range<usize>) -> Option<Held> {
    let rest = &text[name.end..];
    let title = [", ", " - ", " – "].iter().find_map(|joint| rest.strip_prefix(joint))?;
    let (kind, deputy) = title_at(title)?;
    let far = title.char_indices().nth(FAR).map_or(title.len(), |(far, _)| far);
    let end = title[..far].find([',', ';', '.', '\n']).unwrap_or(far);
    let start = text.len() - title.len();
    Some(Held { title: kind, deputy, range: name.start..start + end })
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
    (plain && !former).then(|| Held { title, deputy, range: name.start - (clause.len() - start)..name.end })
}

/// The title at the head of a text: its kind, and whether it is the deputy's.
fn title_at(text: &str) -> Option<(&'static str, bool)> {
    let deputy = text.starts_with("Phó ");
    let rest = text.strip_prefix("Phó ").unwrap_or(text);
    TITLES.iter().find(|title| rest.starts_with(**title)).map(|title| (*title, deputy))
}

#[cfg(test)]
mod tests {
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
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
