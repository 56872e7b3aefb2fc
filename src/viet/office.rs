//! State bodies that ended in 2025 — *cơ quan đã sắp xếp lại* — as running text names them, each with what took its place.
//!
//! Ministries: NQ 176/2025/QH15 of 18/02/2025. Departments of provinces: NĐ 45/2025/NĐ-CP. Both at work since 01/3/2025.

use std::ops::Range;

use super::date::Ymd;

use crate::viet::seek::seek;

/// A ministry and the department of the same name: what it is for, its usual short forms, what took its place.
struct Field {
    name: &'static str,
    short: &'static [&'static str],
    next: &'static str,
}

/// *Bộ* and *Sở* of these fields ended on 28/02/2025 (NQ 176/2025/QH15 art. 1; NĐ 45/2025/NĐ-CP art. 8).
const FIELDS: [Field; 6] = [
    Field { name: "Kế hoạch và Đầu tư", short: &["KH&ĐT", "KHĐT"], next: "Tài chính" },
    Field { name: "Giao thông vận tải", short: &["GTVT"], next: "Xây dựng" },
    Field { name: "Thông tin và Truyền thông", short: &["TT&TT", "TTTT"], next: "Khoa học và Công nghệ" },
    Field {
        name: "Lao động - Thương binh và Xã hội", short: &["LĐ-TB&XH", "LĐTB&XH", "LĐTBXH"], next: "Nội vụ"
    },
    Field {
        name: "Tài nguyên và Môi trường", short: &["TN&MT", "TNMT"], next: "Nông nghiệp và Môi trường"
    },
    Field {
        name: "Nông nghiệp và Phát triển nông thôn",
        short: &["NN&PTNT", "NNPTNT"],
        next: "Nông nghiệp và Môi trường",
    },
];

/// Other bodies with their last day and what took their place.
///
/// Ủy ban Dân tộc: NQ 176/2025/QH15. General departments of finance: NĐ 29/2025/NĐ-CP. Police of districts: since 01/3/2025
/// two levels. Party committees of districts: with the districts themselves, 01/7/2025.
const OTHERS: [(&str, (u16, u8, u8), &str); 12] = [
    ("Ủy ban Dân tộc", MERGED, "Bộ Dân tộc và Tôn giáo"),
    ("Ủy ban Quản lý vốn nhà nước tại doanh nghiệp", MERGED, "Bộ Tài chính"),
    ("Tổng cục Thuế", MERGED, "Cục Thuế"),
    ("Tổng cục Hải quan", MERGED, "Cục Hải quan"),
    ("Tổng cục Thống kê", MERGED, "Cục Thống kê"),
    ("Tổng cục Dự trữ Nhà nước", MERGED, "Cục Dự trữ Nhà nước"),
    ("Công an huyện", MERGED, "Công an tỉnh và Công an xã, phường"),
    ("Công an quận", MERGED, "Công an thành phố và Công an phường"),
    ("Công an thị xã", MERGED, "Công an tỉnh và Công an xã, phường"),
    ("Huyện ủy", DISTRICTS, "Đảng ủy xã, phường"),
    ("Quận ủy", DISTRICTS, "Đảng ủy phường"),
    ("Thị ủy", DISTRICTS, "Đảng ủy xã, phường"),
];

/// The last days before the two steps of the reform: ministries and departments were merged on 1 March 2025, districts
/// abolished on 1 July.
const MERGED: (u16, u8, u8) = (2025, 2, 28);
const DISTRICTS: (u16, u8, u8) = (2025, 6, 30);

/// Bodies that the same reform made, with what was there before; texts of November 2024 on may speak of the plan.
const MADE: [(&str, &str); 4] = [
    ("Bộ Nông nghiệp và Môi trường", "Bộ Nông nghiệp và Phát triển nông thôn, Bộ Tài nguyên và Môi trường"),
    ("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn, Sở Tài nguyên và Môi trường"),
    ("Bộ Dân tộc và Tôn giáo", "Ủy ban Dân tộc, Bộ Nội vụ (Ban Tôn giáo Chính phủ)"),
    ("Sở Dân tộc và Tôn giáo", "Ban Dân tộc, Sở Nội vụ (Ban Tôn giáo)"),
];

/// The bodies of a text that the reform of 2025 was still to make, with what was there then.
pub fn to_come(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    MADE.iter().flat_map(move |(name, before)| seek(text, name).map(move |(at, _)| (at..at + name.len(), *before)))
}

/// Whether the reform of 2025 was not yet spoken of on a day.
pub fn before_the_plan(day: Ymd) -> bool {
    (day.year(), day.month()) < (2024, 11)
}

/// What each head word stands before: *Bộ Xây dựng*, *Sở Tài chính*.
const HEADS: [&str; 2] = ["Bộ", "Sở"];

/// A body of a text that is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Where it stands.
    pub range: Range<usize>,
    /// Its last day.
    pub last: Ymd,
    /// What took its place.
    pub next: String,
}

/// The bodies of a text that ended in 2025, in order: *Bộ Kế hoạch và Đầu tư*, *Sở TN&MT*, and the members of a list
/// behind *các Bộ*.
pub fn former(text: &str) -> Vec<Former> {
    let mut found = Vec::new();
    for head in HEADS {
        for (at, _) in seek(text, head).filter(|(at, _)| is_word(text, at, head.len())) {
            let from = at + head.len();
            if let Some((field, end)) = field_at(text, from) {
                found.extend(of_field(head, field, at..end));
            } else {
                listed(text, head, at, &mut found);
            }
        }
    }
    // *các bộ: Tài chính, Giao thông vận tải* is written small as often as not.
    for (small, head) in [("các bộ", "Bộ"), ("các sở", "Sở")] {
        for (at, _) in seek(text, small).filter(|(at, _)| is_word(text, at, small.len())) {
            list(text, head, at + small.len(), &mut found);
        }
    }
    for (name, (year, month, day), next) in OTHERS {
        let mut forms = vec![name.to_owned(), name.replace("ủy", "uỷ").replace("Ủy", "Uỷ")];
        forms.dedup();
        for form in forms {
            let last = Ymd::new(year, month, day).ok();
            let places = seek(text, &form).filter(|(at, _)| is_word(text, at, form.len()));
            let told = places
                .filter_map(|(at, _)| Some(Former { range: at..at + form.len(), last: last?, next: next.to_owned() }));
            found.extend(told);
        }
    }
    found.sort_by_key(|one| (one.range.start, one.range.end));
    found.dedup_by(|next, kept| next.range.start < kept.range.end);
    found
}

/// *các Bộ Tài chính, Giao thông vận tải*: behind *các*, one head stands for all names of the list.
fn listed(text: &str, head: &str, at: usize, found: &mut Vec<Former>) {
    if ["các", "Các", "CÁC"].iter().any(|all| text[..at].trim_end().ends_with(all)) {
        list(text, head, at + head.len(), found);
    }
}

/// How far a list is followed, in letters.
const LIST: usize = 600;

/// The fields that a list behind a head names, up to the end of its clause.
fn list(text: &str, head: &str, from: usize, found: &mut Vec<Former>) {
    let far = text[from..].char_indices().nth(LIST).map_or(text.len(), |(at, _)| from + at);
    let rest = &text[from..far];
    let end = rest.find(['.', ';', '\n', '(']).map_or(far, |end| from + end);
    let clause = &text[from..end];
    let marks = clause.match_indices([',', ':']).map(|(mark, _)| mark + 1);
    let joins = clause.match_indices(" và ").map(|(join, word)| join + word.len());
    for start in std::iter::once(0).chain(marks).chain(joins) {
        let start = from + start + (clause[start..].len() - clause[start..].trim_start().len());
        if let Some((field, end)) = field_at(text, start) {
            found.extend(of_field(head, field, start..end));
        }
    }
}

fn of_field(head: &str, field: &Field, range: Range<usize>) -> Option<Former> {
    let last = Ymd::new(MERGED.0, MERGED.1, MERGED.2).ok()?;
    Some(Former { range, last, next: format!("{head} {}", field.next) })
}

/// The field that begins at a place, in full or in short, and where it ends.
fn field_at(text: &str, from: usize) -> Option<(&'static Field, usize)> {
    FIELDS.iter().find_map(|field| {
        let mut forms = std::iter::once(field.name).chain(field.short.iter().copied());
        forms.find_map(|form| spelt_at(text, from, form)).map(|end| (field, end))
    })
}

/// The end of a name that begins at a place: capitals, *và*, commas and hyphens between its words are free.
fn spelt_at(text: &str, from: usize, name: &str) -> Option<usize> {
    let mut at = from;
    let mut words = name.split([' ', '-', '&']).filter(|word| !word.is_empty() && *word != "và").peekable();
    let capital = text[from..].trim_start_matches(BETWEEN).starts_with(char::is_uppercase);
    while let Some(word) = words.next() {
        let rest = text[at..].trim_start_matches(BETWEEN);
        let rest = rest.strip_prefix("và ").unwrap_or(rest);
        let start = text.len() - rest.len();
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let same = rest[..length] == *word
            || (word.chars().any(char::is_lowercase) && rest[..length].to_lowercase() == word.to_lowercase());
        if !same || (words.peek().is_none() && !capital) {
            return None;
        }
        at = start + length;
    }
    Some(at)
}

/// What may stand between the words of one name.
const BETWEEN: [char; 6] = [' ', '\u{a0}', '-', '–', '&', ','];

/// Whether a find is no part of a longer word: *Sở* of *Cơ Sở*.
fn is_word(text: &str, at: &usize, length: usize) -> bool {
    !text[..*at].ends_with(char::is_alphanumeric) && !text[at + length..].starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_that_ended() {
        for (text, told) in [
            ("Bộ Kế hoạch và Đầu tư, Bộ Tài chính", &[("Bộ Kế hoạch và Đầu tư", "Bộ Tài chính")][..]),
            ("Bộ trưởng Bộ Giao thông Vận tải", &[("Bộ Giao thông Vận tải", "Bộ Xây dựng")]),
            (
                "Sở TN&MT, Sở NN&PTNT",
                &[("Sở TN&MT", "Sở Nông nghiệp và Môi trường"), ("Sở NN&PTNT", "Sở Nông nghiệp và Môi trường")],
            ),
            ("Bộ Lao động, Thương binh và Xã hội", &[("Bộ Lao động, Thương binh và Xã hội", "Bộ Nội vụ")]),
            (
                "các Bộ: Kế hoạch và Đầu tư, Tài chính, Thông tin và Truyền thông và Công an",
                &[("Kế hoạch và Đầu tư", "Bộ Tài chính"), ("Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ")],
            ),
            ("các sở Nội vụ, Giao thông vận tải và Y tế", &[("Giao thông vận tải", "Sở Xây dựng")]),
            (
                "Uỷ ban Dân tộc và Tổng cục Thuế",
                &[("Uỷ ban Dân tộc", "Bộ Dân tộc và Tôn giáo"), ("Tổng cục Thuế", "Cục Thuế")],
            ),
            ("Bộ Xây dựng, Bộ Nông nghiệp và Môi trường, Sở Công Thương, bộ kế hoạch", &[]),
            ("cán bộ, giao thông vận tải của tỉnh; các bộ, ngành: tài nguyên và môi trường", &[]),
        ] {
            let found = former(text);
            let seen: Vec<(&str, &str)> = found.iter().map(|one| (&text[one.range.clone()], &*one.next)).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
