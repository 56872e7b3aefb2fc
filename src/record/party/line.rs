//! Persons in one line — `ông A - Giám đốc Sở B; bà C`: who stands in it, and what is said of each.

use super::super::value::Text;
use super::PersonFields;
use crate::source::Span;

const HONORIFICS: [&str; 11] =
    ["các ông", "các bà", "đồng chí", "đ/c", "đại biểu", "ông", "bà", "ngài", "cô", "anh", "chị"];

/// Those before which a comma parts two persons; the rest are words of titles too.
const OPENINGS: [&str; 5] = ["đồng chí", "đ/c", "ông", "bà", "ngài"];

const RANKS: [&str; 12] =
    ["gs.", "pgs.", "ts.", "ths.", "gs.ts.", "pgs.ts.", "gs.tskh.", "tskh.", "bs.", "bsckii.", "bscki.", "ds."];

const SURNAMES: [&str; 18] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đinh", "Trịnh",
];

/// What a line holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Persons<'a> {
    /// So many persons, one or more.
    Told(Vec<&'a str>),
    /// Perhaps several: nothing in the line tells names from positions.
    Unclear,
}

/// The persons of a line: they are parted by `;`, or by a comma or *và* before *ông, bà, đồng chí*.
pub(super) fn persons(text: &str) -> Persons<'_> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, mark) in outside_brackets(text, &["; ", ", ", " và "]) {
        let next = &text[at + mark.len()..];
        if at < start || !opens(next) || (mark != "; " && !opens(&text[start..])) {
            continue;
        }
        parts.push(text[start..at].trim());
        start = at + mark.len();
    }
    parts.push(text[start..].trim_end_matches(';').trim());
    let unclear = |part: &&str| {
        let semicolon = outside_brackets(part, &["; "]).next().is_some();
        let names = |(at, mark): (usize, &str)| is_name(&part[..at]) && is_name(next_part(&part[at + mark.len()..]));
        semicolon || outside_brackets(part, &[", "]).next().is_some_and(names)
    };
    if parts.iter().any(unclear) { Persons::Unclear } else { Persons::Told(parts) }
}

fn next_part(text: &str) -> &str {
    text.split([',', ';']).next().unwrap_or(text).trim()
}

/// Whether a text begins with *ông, bà, đồng chí* and a name.
fn opens(text: &str) -> bool {
    let lower = text.to_lowercase();
    let name = |word: &&&str| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' '));
    OPENINGS
        .iter()
        .find(name)
        .and_then(|word| text.get(word.len() + 1..))
        .is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// `Trần Văn B`: three to five capitalised words after a common surname, with or without an honorific.
fn is_name(text: &str) -> bool {
    let (_, text) = honorific(text);
    let words: Vec<&str> = text.split(' ').collect();
    (3..=5).contains(&words.len())
        && SURNAMES.contains(&words[0])
        && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// Where these marks stand outside brackets, in order.
fn outside_brackets<'t>(text: &'t str, marks: &'t [&'t str]) -> impl Iterator<Item = (usize, &'t str)> {
    let mut depth = 0_usize;
    text.char_indices().filter_map(move |(at, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let mark = marks.iter().find(|mark| depth == 0 && text[at..].starts_with(**mark))?;
        Some((at, *mark))
    })
}

fn honorific(text: &str) -> (Option<&'static str>, &str) {
    let lower = text.to_lowercase();
    let found = HONORIFICS.iter().find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(' ')));
    // Lower-casing Vietnamese keeps the byte length, but a foreign letter might not: then it is no honorific.
    match found.and_then(|word| Some((*word, text.get(word.len()..)?))) {
        Some((word, rest)) => (Some(if word == "đ/c" { "đồng chí" } else { word }), rest.trim()),
        None => (None, text),
    }
}

/// Reads `ông Ngô Quang Trung - Cục trưởng Cục A, Ủy viên B`: honorific, rank, name, positions.
pub(super) fn person(text: &str, span: Span) -> PersonFields {
    let part = |value: &str| Some(Text { value: value.to_owned(), span });
    let (who, what) = match outside_brackets(text, &[" - ", " – ", ", "]).next() {
        Some((at, mark)) => (&text[..at], text[at + mark.len()..].trim()),
        None => (text, ""),
    };
    let (honorific, name) = honorific(who.trim());
    let (rank, name) = match name.split_once(' ') {
        Some((rank, rest)) if RANKS.contains(&rank.to_lowercase().as_str()) => (Some(rank), rest.trim()),
        _ => (None, name),
    };
    // Where somebody works may follow the name in brackets: three words and more are no country.
    let (name, place) = match name.split_once(" (").and_then(|(name, rest)| Some((name, rest.strip_suffix(')')?))) {
        Some((name, place)) if place.split(' ').count() > 2 => (name, place),
        _ => (name, ""),
    };
    PersonFields {
        honorific: honorific.and_then(part),
        rank: rank.and_then(part),
        name: part(name),
        positions: [place, what].into_iter().filter(|said| !said.is_empty()).filter_map(part).collect(),
        ..PersonFields::default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Person;
    use super::*;

    #[test]
    fn a_line_is_honorific_name_and_positions() {
        for (line, honorific, name, title) in [
            ("ông Ngô Quang Trung - Cục trưởng Cục A", "ông", "Ngô Quang Trung", "Cục trưởng Cục A"),
            (
                "Bà Đỗ Thị Minh Trâm, Phó Vụ trưởng Vụ Kế hoạch - Tài chính",
                "bà",
                "Đỗ Thị Minh Trâm",
                "Phó Vụ trưởng Vụ Kế hoạch - Tài chính",
            ),
            ("Ông Thu Tâm", "ông", "Thu Tâm", ""),
            ("Đ/c Vũ Thị Hạnh, Phó Chủ tịch", "đồng chí", "Vũ Thị Hạnh", "Phó Chủ tịch"),
            ("Nguyễn Văn A", "", "Nguyễn Văn A", ""),
            ("ông Erik Solheim (Na Uy) - Đại sứ", "ông", "Erik Solheim (Na Uy)", "Đại sứ"),
            (
                "ThS. Trần Thị Mai Anh (Công an tỉnh, Phòng An ninh mạng), báo cáo viên",
                "",
                "Trần Thị Mai Anh",
                "Công an tỉnh, Phòng An ninh mạng, báo cáo viên",
            ),
        ] {
            let fields = person(line, Span::default());
            let person = Person { fields, ..Person::default() };
            let got = person.fields.honorific.as_deref().unwrap_or_default();
            assert_eq!((got, person.name(), person.title().as_str()), (honorific, name, title), "{line}");
        }
        let fields = person("TS. Nguyễn Hữu Phát", Span::default());
        assert_eq!(fields.rank.as_deref(), Some("TS."));
    }

    #[test]
    fn several_persons_of_a_line_are_parted() {
        for (line, told) in [
            ("ông A, ông B, bà C", vec!["ông A", "ông B", "bà C"]),
            (
                "ông A - Giám đốc Sở X, Ủy viên; bà B - Phó Giám đốc",
                vec!["ông A - Giám đốc Sở X, Ủy viên", "bà B - Phó Giám đốc"],
            ),
            ("Ông A và đồng chí B", vec!["Ông A", "đồng chí B"]),
            (
                "ông Bùi Thắng, Phó Trưởng Ban Kinh tế - Ngân sách",
                vec!["ông Bùi Thắng, Phó Trưởng Ban Kinh tế - Ngân sách"],
            ),
            ("Nguyễn Văn A, Giám Đốc", vec!["Nguyễn Văn A, Giám Đốc"]),
            ("Giám đốc Sở X", vec!["Giám đốc Sở X"]),
        ] {
            assert_eq!(persons(line), Persons::Told(told), "{line}");
        }
        for line in ["Nguyễn Văn A, Trần Văn B", "ông Lê Văn A - Giám đốc; Chủ tịch", "ông Lê Văn Tám, Trần Thị Bé"]
        {
            assert_eq!(persons(line), Persons::Unclear, "{line}");
        }
    }
}
