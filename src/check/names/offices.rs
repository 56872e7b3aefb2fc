//! Titles and the bodies they are of — *Phó Cục trưởng Tổng cục*, *Chủ tịch Sở*, *Bộ Tổng Tham mưu Quân khu 5*: there is no such
//! office — and promotions that go down.

use std::sync::LazyLock;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Titles, a body that cannot stand right behind each, and what is right there.
static OFFICES: LazyLock<Vec<[&str; 3]>> = LazyLock::new(|| {
    let row = |row: &'static str| row.split('\t').collect::<Vec<_>>().try_into().ok();
    include_str!("../../viet/data/offices.tsv").lines().filter(|row| !row.starts_with('#')).filter_map(row).collect()
});

/// The ranks of officers, from the lowest on.
pub(super) const RANKS: [&str; 12] = [
    "thiếu úy",
    "trung úy",
    "thượng úy",
    "đại úy",
    "thiếu tá",
    "trung tá",
    "thượng tá",
    "đại tá",
    "thiếu tướng",
    "trung tướng",
    "thượng tướng",
    "đại tướng",
];

/// Checks each title with the body right behind it, and each promotion.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    for rows in OFFICES.chunk_by(|one, other| one[0] == other[0]) {
        // *Cục trưởng* and *cục trưởng*: without the first letter, whichever it is.
        let title = rows[0][0];
        let tail = &title[title.chars().next().map_or(0, char::len_utf8)..];
        for (at, _) in text.match_indices(tail) {
            let Some(behind) = text[at + tail.len()..].strip_prefix(' ') else { continue };
            let is =
                |body: &str| behind.strip_prefix(body).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            let Some([_, body, right]) = rows.iter().find(|row| is(row[1])) else { continue };
            let start = text[..at].rfind([' ', '\n', '(', ',']).map_or(0, |before| before + 1);
            // *Tổng cục trưởng*, *Tổng Giám đốc*: a longer title has rows of its own.
            let head = text[..start].trim_end();
            let longer = head.ends_with("tổng") || head.ends_with("Tổng");
            if at - start <= 'Đ'.len_utf8() && !longer {
                let mut fault = proof.fault("name-two-ways", start..at + tail.len() + 1 + body.len());
                fault.message.id = "name-two-ways.office";
                let hint = Message::new("name-two-ways.hint.office").with("right", *right).with("body", *body);
                faults.push(fault.hint(hint));
            }
        }
    }
    promotions(proof, faults);
}

/// *thăng quân hàm từ thượng tướng lên trung tướng*: a promotion goes up.
fn promotions(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    for (at, _) in lower.match_indices(" lên ") {
        let (head, behind) = (&lower[..at], &lower[at + " lên ".len()..]);
        let from = RANKS.iter().rposition(|rank| head.ends_with(rank));
        let to = RANKS.iter().position(|rank| behind.starts_with(rank));
        let Some((from, to)) = from.zip(to).filter(|(from, to)| from >= to) else { continue };
        let range = at - RANKS[from].len()..at + " lên ".len() + RANKS[to].len();
        let mut fault = proof.fault("name-two-ways", range);
        fault.message.id = "name-two-ways.promotion";
        faults.push(fault.hint_id("name-two-ways.hint.promotion"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_and_promotions() {
        for (text, told) in [
            ("nguyên Phó Cục trưởng Tổng cục Hải quan", Some("Cục trưởng Tổng cục")),
            ("nguyên Phó Tổng cục trưởng Tổng cục Hải quan", None),
            ("ông Ba, Chủ tịch Sở Y tế; bà Tư, Giám đốc Sở Y tế", Some("Chủ tịch Sở")),
            ("Tiểu đoàn 674 - Bộ Tổng Tham mưu Quân khu 5", Some("Bộ Tổng Tham mưu Quân khu")),
            ("Bộ Tham mưu Quân khu 5; Bộ Tổng Tham mưu Quân đội nhân dân", None),
            ("thăng quân hàm từ thượng tướng lên trung tướng", Some("thượng tướng lên trung tướng")),
            ("thăng quân hàm từ trung tướng lên thượng tướng; Tổng Giám đốc Cục", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
