//! The bodies that issue documents, as prose names them behind a number — *của Chính phủ* — and by the code inside it.

use std::ops::Range;

/// Heads of bodies that issue documents.
const BODIES: [&str; 23] = [
    "Ban Bí thư",
    "Ban Chấp hành Trung ương",
    "Ban Thường vụ",
    "Bộ Chính trị",
    "Bộ trưởng Bộ",
    "Bộ",
    "Chính phủ",
    "Chủ tịch nước",
    "Chủ tịch Ủy ban nhân dân",
    "Chủ tịch UBND",
    "Hội đồng nhân dân",
    "HĐND",
    "Quốc hội",
    "Sở",
    "Thủ tướng",
    "Thường trực HĐND",
    "Thường trực Hội đồng nhân dân",
    "Tỉnh ủy",
    "Thành ủy",
    "Trung ương",
    "Ủy ban Thường vụ Quốc hội",
    "Ủy ban nhân dân",
    "UBND",
];

/// Words for units that stand in small letters inside the name of a body: *UBND tỉnh A*.
pub const UNITS: [&str; 12] =
    ["tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "phường", "trấn", "đặc", "khu", "nước"];

/// A body's name in the form in which names are compared: *ubnd tỉnh a* for *Chủ tịch Ủy ban nhân dân tỉnh A*.
pub fn key(name: &str) -> String {
    let name = name.to_lowercase().replace("uỷ", "ủy");
    let name = name.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd");
    let plain = ["chủ tịch ", "bộ trưởng ", "giám đốc "].iter().find_map(|post| name.strip_prefix(post));
    plain.unwrap_or(&name).to_owned()
}

/// Bodies in small letters with their codes; the longer names first.
pub const CODES: [(&str, &str); 11] = [
    ("ủy ban thường vụ quốc hội", "UBTVQH"),
    ("uỷ ban thường vụ quốc hội", "UBTVQH"),
    ("thủ tướng", "TTg"),
    ("chính phủ", "CP"),
    ("quốc hội", "QH"),
    ("hội đồng nhân dân", "HĐND"),
    ("hđnd", "HĐND"),
    ("ủy ban nhân dân", "UBND"),
    ("uỷ ban nhân dân", "UBND"),
    ("ubnd", "UBND"),
    ("văn phòng chính phủ", "VPCP"),
];

/// Codes of issuers with the heads that may name them, the usual one first.
const ISSUERS: [(&str, &[&str]); 9] = [
    ("CP", &["Chính phủ"]),
    ("TTg", &["Thủ tướng"]),
    ("CTN", &["Chủ tịch nước"]),
    ("UBTVQH", &["Ủy ban Thường vụ Quốc hội", "Quốc hội"]),
    ("QH", &["Quốc hội"]),
    ("UBND", &["Ủy ban nhân dân", "UBND", "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND"]),
    ("HĐND", &["Hội đồng nhân dân", "HĐND", "Thường trực HĐND", "Thường trực Hội đồng nhân dân"]),
    ("TW", &["Ban Bí thư", "Ban Chấp hành Trung ương", "Bộ Chính trị", "Trung ương"]),
    ("TU", &["Tỉnh ủy", "Thành ủy", "Ban Thường vụ", "Ban Chấp hành Trung ương"]),
];

/// Codes of ministries begin with this letter: *BTC, BCT*.
const MINISTRY: (char, &[&str]) = ('B', &["Bộ", "Bộ trưởng Bộ"]);

/// A body named behind a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// *của* and the name, in bytes of the text given; of a ministry's name two words.
    pub range: Range<usize>,
    /// What kind of body it is.
    pub head: &'static str,
}

/// The body that a text begins with behind *của*: *của Bộ Tài chính quy định …*.
pub fn issuer(text: &str) -> Option<Issuer> {
    let lead = text.len() - text.trim_start().len();
    let body = text[lead..].strip_prefix("của ")?;
    let folded = body.get(..body.char_indices().nth(48).map_or(body.len(), |(at, _)| at))?;
    // Either tone style has as many bytes.
    let folded = folded.replace("Uỷ", "Ủy").replace("uỷ", "ủy");
    let whole = |head: &&&str| folded.strip_prefix(**head).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let head = BODIES.iter().filter(whole).max_by_key(|head| head.len())?;
    let mut end = lead + "của ".len() + head.len();
    if matches!(*head, "Bộ" | "Bộ trưởng Bộ" | "Sở") {
        for _ in 0..2 {
            let word = text[end..]
                .strip_prefix(' ')
                .map_or("", |rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
            end += if word.is_empty() { 0 } else { 1 + word.len() };
        }
    }
    Some(Issuer { range: lead..end, head })
}

/// The heads that may name the issuer of a code; `None` for codes that leave it open.
pub fn heads_of(code: &str) -> Option<&'static [&'static str]> {
    let stem = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let row = ISSUERS.iter().find(|(known, _)| *known == stem).map(|(_, heads)| *heads);
    row.or((code.starts_with(MINISTRY.0) && code.len() <= "BNNPTNT".len() && !code.starts_with("BC")
        || code == "BCT"
        || code == "BCA")
        .then_some(MINISTRY.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies() {
        for (text, seen, head) in [
            (" của Bộ Tài chính quy định", "của Bộ Tài chính", "Bộ"),
            (" của Uỷ ban nhân dân tỉnh", "của Uỷ ban nhân dân", "Ủy ban nhân dân"),
            ("của Thủ tướng Chính phủ", "của Thủ tướng", "Thủ tướng"),
        ] {
            let found = issuer(text).unwrap();
            assert_eq!((&text[found.range], found.head), (seen, head));
        }
        assert_eq!(issuer(" của nhà trường"), None);
        assert_eq!(heads_of("QH15"), Some(&["Quốc hội"][..]));
        assert_eq!(heads_of("BTC"), Some(&["Bộ", "Bộ trưởng Bộ"][..]));
        assert_eq!((heads_of("BCĐ"), heads_of("SYT")), (None, None));
    }
}
