//! Lists — *liệt kê*: items joined into a sentence, *Một là, …*, lettered points, persons with offices.

use crate::viet::number::{capitalised, words};
use crate::viet::roman;

/// The word before the last item of a list — *từ nối*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Conjunction {
    /// *A, B và C*
    #[default]
    And,
    /// *A, B hoặc C*
    Or,
}

impl Conjunction {
    /// The word — *và*, *hoặc*.
    pub fn word(self) -> &'static str {
        match self {
            Self::And => "và",
            Self::Or => "hoặc",
        }
    }
}

/// How a text counts its points in words — *cách đánh số ý* (rules E1, E2); a text keeps one (rule E3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Counting {
    /// *Một là, Hai là, Ba là,*
    #[default]
    Cardinal,
    /// *Thứ nhất, Thứ hai, Thứ ba,*
    Ordinal,
}

/// The letters of lettered points — *điểm a, b, c, d, đ …*: no f, j, w, z and no ă, â, ê, ô, ơ, ư.
pub const POINT_LETTERS: [&str; 23] =
    ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

/// Words that open the name of a person, after which " - " sets off an office (rule E6).
const HONORIFICS: [&str; 14] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "đồng chí",
    "đ/c",
    "các ông",
    "các bà",
    "các đồng chí",
    "ngài",
    "thầy",
    "cô",
    "bác sĩ",
    "luật sư",
];

/// The items as one phrase — *A, B và C* (rule E5: no comma before *và*, 3,961 of 4,031 in news).
///
/// When an item holds a comma or a semicolon, or names a person with an office after " - ", items are
/// divided by ";" and nothing else: *tổng hợp, báo cáo; kiểm tra, giám sát* (rules E5, E6).
///
/// ```text
/// A, B và C                              no comma before và            rule E5
/// tổng hợp, báo cáo; kiểm tra            an item with a comma: only ;   rule E5
/// ông A - Cục trưởng; bà B - Giám đốc    persons with offices: only ;   rule E6
/// ```
pub fn join<S: AsRef<str>>(items: &[S], conjunction: Conjunction) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    if items.len() > 1 && items.iter().any(|item| divides(item)) {
        return items.join("; ");
    }
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} {} {last}", first.join(", "), conjunction.word()),
    }
}

/// A person and an office — *ông Nguyễn Văn A - Cục trưởng*; the office may be empty (rule E6).
pub fn person(name: &str, office: &str) -> String {
    if office.is_empty() { name.to_owned() } else { format!("{name} - {office}") }
}

/// The opening of the n-th point — *Một là,* or *Thứ nhất,* with its comma (rules E1, E2); from 1 on.
pub fn opening(number: u32, counting: Counting) -> String {
    match counting {
        Counting::Cardinal => format!("{} là,", capitalised(&words(number.into()))),
        Counting::Ordinal => format!("{},", capitalised(&ordinal(number))),
    }
}

/// An ordinal — *thứ nhất, thứ hai, thứ tư, thứ mười bốn* (rule E2).
///
/// Only 1 and 4 alone differ from the cardinal; *thứ nhì* lives in idioms.
pub fn ordinal(number: u32) -> String {
    match number {
        1 => "thứ nhất".to_owned(),
        4 => "thứ tư".to_owned(),
        _ => format!("thứ {}", words(number.into())),
    }
}

/// The count of a congress or a session — *lần thứ XIV* (rule E4); `None` outside 1 to 3999.
pub fn session(number: u32) -> Option<String> {
    roman::numeral(number).map(|numeral| format!("lần thứ {numeral}"))
}

/// The letter of the n-th point, from 1 — *a, b, c, d, đ, e, g … y*, then *aa, ab …*; `None` for 0.
///
/// Laws never get past *y* (NĐ 78/2025 letters points by the Vietnamese alphabet); the continuation by
/// two letters keeps every letter distinct.
pub fn point_letter(number: usize) -> Option<String> {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(POINT_LETTERS[rest % POINT_LETTERS.len()]);
        rest /= POINT_LETTERS.len();
    }
    letters.reverse();
    (number > 0).then(|| letters.concat())
}

/// The number of a lettered point — *đ* is 5; `None` for letters that never stand (f, j, w, z, ă …).
pub fn point_number(letters: &str) -> Option<usize> {
    if letters.is_empty() {
        return None;
    }
    letters.chars().try_fold(0usize, |number, letter| {
        let mut buffer = [0; 4];
        let letter: &str = letter.encode_utf8(&mut buffer);
        let place = POINT_LETTERS.iter().position(|known| *known == letter)?;
        number.checked_mul(POINT_LETTERS.len())?.checked_add(place + 1)
    })
}

/// Whether an item forces ";" between the items.
fn divides(item: &str) -> bool {
    if item.contains(", ") || item.contains(';') || item.ends_with(',') {
        return true;
    }
    let lower = item.to_lowercase();
    let opens = |word: &&str| lower.strip_prefix(*word).is_some_and(|rest| rest.starts_with(' '));
    let person = HONORIFICS.iter().any(opens) && !lower.starts_with("bà rịa");
    person && (item.contains(" - ") || item.contains(" – "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_lists() {
        for row in include_str!("../../tests/vectors/lists.tsv").lines().filter(|row| !row.starts_with('#')) {
            let (items, joined) = row.split_once('\t').unwrap();
            assert_eq!(join(&items.split('|').collect::<Vec<_>>(), Conjunction::And), joined, "{row}");
        }
    }

    #[test]
    fn vectors_of_ordinals() {
        for row in include_str!("../../tests/vectors/ordinals.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let number = cells[0].parse().unwrap();
            assert_eq!(opening(number, Counting::Cardinal), cells[1], "{row}");
            assert_eq!(opening(number, Counting::Ordinal), cells[2], "{row}");
            assert_eq!(session(number).as_deref(), Some(cells[4]), "{row}");
        }
        assert_eq!(opening(1, Counting::Ordinal), "Thứ nhất,");
        assert_eq!((ordinal(14), ordinal(24)), ("thứ mười bốn".into(), "thứ hai mươi tư".into()));
    }

    #[test]
    fn joining() {
        for (items, joined) in [
            (&[][..], ""),
            (&["A"], "A"),
            (&["A, B"], "A, B"),
            (&["1,5 tỷ đồng", "2,5 tỷ đồng"], "1,5 tỷ đồng hoặc 2,5 tỷ đồng"),
            (&["Ông A - Cục trưởng", "bà B"], "Ông A - Cục trưởng; bà B"),
            (&["ông A", "bà B"], "ông A hoặc bà B"),
        ] {
            assert_eq!(join(items, Conjunction::Or), joined);
        }
        assert_eq!(person("ông A", "Cục trưởng"), "ông A - Cục trưởng");
    }

    #[test]
    fn lettered_points() {
        for (number, letter) in [(1, "a"), (4, "d"), (5, "đ"), (6, "e"), (7, "g"), (23, "y"), (24, "aa"), (47, "ba")] {
            assert_eq!(point_letter(number).as_deref(), Some(letter));
        }
        assert!((1..2000).all(|n| point_letter(n).as_deref().and_then(point_number) == Some(n)));
        assert!(["", "f", "w", "ă", "A", "1"].iter().all(|text| point_number(text).is_none()));
        assert_eq!(point_letter(0), None);
    }
}
