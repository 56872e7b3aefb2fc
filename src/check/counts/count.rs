//! The count that a list follows — *04 dự án* of *bổ sung 04 dự án trọng điểm, gồm: …* — with the words between them.

use std::ops::Range;

use crate::check::figures::unit::is_word;
use crate::viet::number::parse_integer;

/// Nouns that measure, or name a place in an order; what follows them is no list of them.
const NO_NOUNS: [&str; 34] = [
    "đồng", "tỷ", "triệu", "nghìn", "ha", "km", "m", "kg", "tấn", "tạ", "ngày", "tháng", "năm", "giờ", "phút", "tuần",
    "lần", "lượt", "điểm", "người", "hộ", "khẩu", "suất", "phần", "và", "của", "đến", "trong", "trên", "là", "có",
    "quý", "tuổi", "phiếu",
];

/// First words of bodies, which keep their capitals.
const BODIES: [&str; 10] = ["Cục", "Chi", "Sở", "Phòng", "Ban", "Trường", "Trung", "Hội", "Viện", "Trạm"];

/// Words before a number that make it a place in an order.
const ORDERED: [&str; 12] = ["thứ", "số", "Điều", "điều", "khoản", "mục", "Mục", "năm", "tháng", "khóa", "khoá", "kỳ"];

/// Words before a plural that leads to where each of the counted is at home, or who has it.
const LED: [&str; 9] = ["ở", "tại", "thuộc", "của", "cho", "về", "từ", "gồm", "nghệ"];

/// The most items that are counted, and the most words between their count and them.
const MOST: u32 = 40;
const FAR: usize = 15;

/// A count that a list follows.
pub(super) struct Count {
    pub(super) range: Range<usize>,
    pub(super) number: u32,
    /// The words behind its number, up to the list.
    pub(super) words: String,
    /// Whether they lead to where each of the counted is at home: *10 đội tuyển ở các môn: …*, or tell of their rates.
    pub(super) wide: bool,
}

/// *04 dự án*, at most some words before the list: where it stands, and the count.
pub(super) fn count_before(head: &str) -> Option<Count> {
    let sentence = head.rfind(['.', ';', ':', '(', '\n']).map_or(0, |stop| stop + 1);
    // *(37 người chết, 3 người mất tích), gồm*: what a bracket tells apart is not what is listed.
    let sentence = head[sentence..].rfind(')').map_or(sentence, |close| sentence + close + 1);
    let clause = &head[sentence..];
    let words: Vec<&str> = clause.split([' ', '\u{a0}']).collect();
    let mut wide = false;
    for at in (words.len().saturating_sub(FAR)..words.len()).rev() {
        let word = words[at];
        // *tinh thần “6 dám”, đó là*
        let word = word.trim_start_matches(['“', '"', '‘']);
        // *hãng hàng không* holds no number.
        let spelt = || u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok().filter(|number| *number > 0);
        let Some(number) = word.parse().ok().or_else(spelt) else {
            let before = at.checked_sub(1).map_or("", |before| words[before]);
            if word.ends_with('%') || (word == "các" && LED.contains(&before)) {
                wide = true;
                continue;
            }
            // Another number in between, or another plural, is what the list is of.
            if word.contains(|c: char| c.is_ascii_digit()) || matches!(word, "các" | "những" | "mỗi" | "từng") {
                return None;
            }
            continue;
        };
        let noun = words.get(at + 1)?.trim_end_matches([',', '”', '"', '’']);
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let second =
            words.get(at + 2).map(|second| second.trim_end_matches(',')).filter(|second| is_word(noun, second));
        // *trên 75 tuổi* tells of those who are counted.
        if noun == "tuổi" {
            continue;
        }
        let person = noun == "người" || (noun, second) == ("đồng", Some("chí"));
        // *5 điểm cầu* are places, *6 Cục Hải quan* are bodies.
        let place = noun == "điểm" && second.is_some();
        let small = noun.starts_with(char::is_lowercase) || BODIES.contains(&noun);
        let counted = small && (person || place || !NO_NOUNS.contains(&noun)) && !ORDERED.contains(&before);
        // *một*, *năm* and *mười* are other words as well.
        let sure = word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word.to_lowercase().as_str(), "hai" | "ba" | "bốn" | "sáu" | "bảy" | "tám");
        let from = word.as_ptr() as usize - head.as_ptr() as usize;
        let last = second.unwrap_or(noun);
        let end = last.as_ptr() as usize - head.as_ptr() as usize + last.len();
        let told = || Count { range: from..end, number, words: words[at + 1..].join(" ").to_lowercase(), wide };
        return ((2..=MOST).contains(&number) && counted && sure).then(told);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_before_a_list() {
        for (head, told) in [
            ("bổ sung 04 dự án trọng điểm", Some((4, "dự án trọng điểm", false))),
            ("bổ sung 04 dự án (vốn 3 tỷ đồng)", None),
            ("tại ba tỉnh", Some((3, "tỉnh", false))),
            ("có 6 Cục Hải quan thu vượt", Some((6, "cục hải quan thu vượt", false))),
            ("đạt 6 điểm", None),
            // Where the counted are at home leaves their count; another plural is what the list is of.
            ("khen 10 học sinh của các trường", Some((10, "học sinh của các trường", true))),
            ("khen 10 học sinh và các thầy", None),
            ("người dân trên 75 tuổi", None),
            ("theo điều 5 luật", None),
            ("hội nghị năm 3 lần", None),
        ] {
            let found = count_before(head);
            let found = found.as_ref().map(|count| (count.number, count.words.as_str(), count.wide));
            assert_eq!(found, told, "{head}");
        }
    }
}
