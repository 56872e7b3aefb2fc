//! Provincial units in a running text — *địa danh trong văn bản* — and what is no unit though it looks like one.
//!
//! A name must stand in capitals, syllable by syllable, so *hòa bình* is peace. The longest name wins: *Bà
//! Rịa - Vũng Tàu* before any part of it, while *Hà Nội - Hải Phòng* is two.

use std::collections::HashMap;
use std::ops::Range;

use super::unit::{Prefix, Spellings, key, spellings, split_prefix};
use super::{Status, is_spelled_as, status};
use crate::viet::date::Ymd;
use crate::viet::fold::fold;
use crate::viet::letter::is_word;

/// A provincial unit named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The bytes of the name without its rank.
    pub range: Range<usize>,
    /// The bytes of the rank, when one stands before the name.
    pub prefix_range: Option<Range<usize>>,
    /// That rank.
    pub prefix: Option<Prefix>,
    /// The official name.
    pub name: &'static str,
    /// Whether the text itself calls it a former unit.
    pub standing: Standing,
    /// Whether the spelling is the official one.
    pub official_spelling: bool,
}

/// How the text presents the unit (rule P2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As a unit of its day.
    Present,
    /// As one of the past: *tỉnh Hà Giang (cũ)*, *trước sáp nhập*.
    Past,
}

impl Mention {
    /// What the unit is on a day, its rank considered.
    pub fn status(&self, day: Ymd) -> Option<Status> {
        let prefix = self.prefix.map_or("", Prefix::word);
        status(&format!("{prefix} {}", self.name), day)
    }
}

/// A word of the text that begins with a capital.
struct Word<'t> {
    text: &'t str,
    start: usize,
}

impl Word<'_> {
    /// Where it ends.
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Names that begin with the name of a unit and are something else; the rest of the name follows the bar.
const LONGER: [(&str, &str); 4] =
    [("Thái Bình", "Dương"), ("Điện Biên", "Phủ"), ("Hà Nam", "Ninh"), ("Phú Thọ", "Hòa")];

/// Words before a name that make it the name of something below the province.
const BELOW: [&str; 17] = [
    "xã",
    "phường",
    "huyện",
    "quận",
    "thị trấn",
    "thị xã",
    "đặc khu",
    "thôn",
    "ấp",
    "bản",
    "khu phố",
    "đường",
    "phố",
    "sông",
    "cầu",
    "tổ dân phố",
    "làng",
];

/// Family names: what follows them in capitals is a person, *Nguyễn Hòa Bình*.
const FAMILIES: [&str; 24] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đoàn", "Trịnh", "Đinh", "Lương", "Trương", "Đào", "Phùng", "Tạ",
];

/// Words after a name that put it into the past (rule P2).
const PAST: [&str; 6] = ["(cũ)", "cũ", "(trước", "trước đây", "trước sáp nhập", "trước khi sáp nhập"];

/// The units a text names, in order.
///
/// Names of persons, wards, streets, rivers and longer names (*Thái Bình Dương*) are passed over; *Hồ Chí
/// Minh* is a unit only behind *thành phố* or *TP*.
pub fn find(text: &str) -> Vec<Mention> {
    let Spellings { names, heads } = spellings();
    let words = capitalised_words(text);
    let mut mentions = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let known = heads.contains(&fold(words[at].text));
        let name = if known { longest_name(text, &words[at..], names) } else { None };
        let Some((count, name)) = name else {
            at += 1;
            continue;
        };
        let next = words.get(at + count).filter(|next| joined(&text[words[at + count - 1].end()..next.start]));
        let longer =
            |(head, tail): &(&str, &str)| *head == name && next.is_some_and(|next| key(next.text) == key(tail));
        if LONGER.iter().any(longer) {
            at += count + 1;
            continue;
        }
        let range = words[at].start..words[at + count - 1].end();
        mentions.extend(
            mention(text, range, name)
                .filter(|mention| mention.prefix.is_some() || !is_person(text, &words[..at], words[at].start)),
        );
        at += count;
    }
    mentions
}

/// The words of a text that begin with a capital.
fn capitalised_words(text: &str) -> Vec<Word<'_>> {
    let start = text.as_ptr() as usize;
    let letter = |c: char| is_word(c) || ('\u{300}'..='\u{36f}').contains(&c);
    let words = text.split(|c| !letter(c)).filter(|word| word.starts_with(char::is_uppercase));
    words.map(|word| Word { text: word, start: word.as_ptr() as usize - start }).collect()
}

/// Whether what stands between two words lets them be one name: blanks, and at most one hyphen (rule P6).
fn joined(gap: &str) -> bool {
    let bare: String = gap.chars().filter(|c| !c.is_whitespace()).collect();
    !gap.is_empty() && ["", "-", "–"].contains(&bare.as_str())
}

/// The longest name that begins with the first of the words, with its count of words.
fn longest_name(
    text: &str,
    words: &[Word<'_>],
    names: &HashMap<String, &'static str>,
) -> Option<(usize, &'static str)> {
    (1..=words.len().min(4)).rev().find_map(|count| {
        let run = &words[..count];
        let close = run.windows(2).all(|pair| joined(&text[pair[0].end()..pair[1].start]));
        let range = run.first()?.start..run.last()?.end();
        if close { names.get(&key(&text[range])).map(|name| (count, *name)) } else { None }
    })
}

/// The mention of a name, unless the words around it make it something else.
///
/// Behind *xã, phường, đường, sông …* the name is not the province's; behind *tỉnh, thành phố, TP.* it is
/// beyond doubt. *(cũ)* and *trước sáp nhập* behind it put it into the past.
fn mention(text: &str, range: Range<usize>, name: &'static str) -> Option<Mention> {
    let before = text[..range.start].trim_end_matches([' ', '\u{a0}', '\n']);
    let prefix = ["thành phố", "tỉnh", "t.p.", "tp.", "t.p", "tp"].into_iter().find_map(|word| {
        let start = before.char_indices().rev().nth(word.chars().count() - 1).map(|(at, _)| at)?;
        let bounded = !before[..start].ends_with(char::is_alphanumeric) && before[start..].to_lowercase() == word;
        let prefix = split_prefix(&format!("{word} x")).0?;
        bounded.then_some((prefix, start..before.len()))
    });
    let below = |word: &&str| {
        let start = before.len().checked_sub(word.len()).filter(|at| before.is_char_boundary(*at));
        start.is_some_and(|at| before[at..] == **word && !before[..at].ends_with(char::is_alphanumeric))
    };
    if prefix.is_none() && (BELOW.iter().any(below) || name == "Hồ Chí Minh" && !text[range.clone()].ends_with("HCM"))
    {
        return None;
    }
    let after = text[range.end..].trim_start();
    let past =
        PAST.iter().any(|word| after.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    Some(Mention {
        official_spelling: is_spelled_as(&text[range.clone()], name),
        range,
        prefix: prefix.as_ref().map(|(prefix, _)| *prefix),
        prefix_range: prefix.map(|(_, range)| range),
        name,
        standing: if past { Standing::Past } else { Standing::Present },
    })
}

/// Whether capitalised words before the name make it a person's: a family name within three of them.
///
/// *Nguyễn Hòa Bình*, *Lê Văn Thái Bình*; but *Sở Công Thương Bình Dương* names the province.
fn is_person(text: &str, before: &[Word<'_>], start: usize) -> bool {
    let mut next = start;
    for word in before.iter().rev().take(3) {
        if &text[word.end()..next] != " " {
            return false;
        }
        if FAMILIES.contains(&word.text) {
            return true;
        }
        next = word.start;
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn units_in_a_text() {
        for (text, names) in [
            ("tại tỉnh Kiên Giang và TP. Hồ Chí Minh, Hà Nội", &["Kiên Giang", "Hồ Chí Minh", "Hà Nội"][..]),
            ("Sở Công Thương Bình Dương, UBND thành phố Cần Thơ", &["Bình Dương", "Cần Thơ"]),
            ("Bình Dương, Bình Phước và Bà Rịa - Vũng Tàu", &["Bình Dương", "Bình Phước", "Bà Rịa - Vũng Tàu"]),
            ("tuyến Hà Nội - Hải Phòng; HÀ NỘI - HẢI PHÒNG", &["Hà Nội", "Hải Phòng", "Hà Nội", "Hải Phòng"]),
            ("Đăk Lăk, Thừa Thiên Huế, Thanh Hoá", &["Đắk Lắk", "Thừa Thiên Huế", "Thanh Hóa"]),
            ("TP HCM, TPHCM, TP.HCM", &["Hồ Chí Minh"; 3]),
            ("Chủ tịch Hồ Chí Minh, ông Nguyễn Hòa Bình, ông Lê Văn Thái Bình", &[]),
            ("Thái Bình Dương, Điện Biên Phủ, hòa bình, phường Hòa Bình, đường Hà Nội", &[]),
            ("xã Ninh Bình; Ninh Bình", &["Ninh Bình"]),
        ] {
            assert_eq!(find(text).iter().map(|mention| mention.name).collect::<Vec<_>>(), names, "{text}");
        }
    }

    #[test]
    fn ranges_ranks_and_standing() {
        let text = "ở thành phố  Huế và tỉnh Đăk Lăk (cũ)";
        let found = find(text);
        let parts: Vec<_> = found.iter().map(|one| (&text[one.range.clone()], one.prefix, one.standing)).collect();
        let (city, province) = (Some(Prefix::City), Some(Prefix::Province));
        assert_eq!(parts, [("Huế", city, Standing::Present), ("Đăk Lăk", province, Standing::Past)]);
        assert_eq!(found[0].prefix_range.clone().map(|range| &text[range]), Some("thành phố"));
        assert!(found[0].official_spelling && !found[1].official_spelling);
        let day = Ymd::from_iso("2025-07-01").unwrap();
        assert_eq!(found[0].status(day), Some(Status::Valid(Prefix::City)));
    }

    proptest! {
        #[test]
        fn any_text_is_searched(parts in proptest::collection::vec(part(), 0..12)) {
            let text = parts.concat();
            for one in find(&text) {
                prop_assert_eq!(super::super::official_name(&text[one.range.clone()]), Some(one.name));
                prop_assert!(one.prefix_range.is_none_or(|range| text.get(range).is_some()));
            }
            let _ = (super::super::abolished_levels(&text), super::super::official_name(&text));
        }
    }

    /// A piece of a name, or of what stands around one.
    fn part() -> impl Strategy<Value = String> {
        let pieces = [
            "Hà",
            "Nội",
            "Bà",
            "Rịa",
            "Vũng",
            "Tàu",
            " ",
            " ",
            " ",
            "-",
            " - ",
            "tỉnh ",
            "TP.",
            "Huế",
            "huyện ",
            "Đắk Lắk",
            "(cũ)",
            "\u{301}",
            "İ",
            "Quận 1",
            "Nguyễn",
            "ẞ",
        ];
        prop_oneof![8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
    }
}
