//! Cutting a document number out of a text — *tách số, ký hiệu*: its number, its groups, what is glued to it.
//!
//! Every digit run may begin one, unless it stands inside a date, a decimal, a path or a standard
//! (`QCVN 01:2021/BYT`). Groups of letters follow, each behind "/" or "-" or something meant as such.

use std::ops::Range;

use super::code;

/// A number with its groups, as they stand in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lexeme {
    /// The bytes from the number to the last group.
    pub(super) range: Range<usize>,
    /// The digits, with the letter of *36a*; dots between thousands are gone.
    pub(super) number: String,
    /// The groups in order.
    pub(super) groups: Vec<Group>,
    /// What was wrong already in the letters.
    pub(super) flaws: Flaws,
}

/// A year or a code, with the separator before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// "/" or "-", whatever dash or slash stands in the text.
    pub(super) separator: char,
    /// The letters or digits.
    pub(super) text: String,
    /// Where it ends in the text.
    pub(super) end: usize,
}

/// Faults of spacing and grouping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flaws {
    /// A letter stands right before the number.
    pub(super) before: Flaw,
    /// A word stands right after the last group.
    pub(super) after: Flaw,
    /// A space stands at a separator.
    pub(super) space: Flaw,
    /// The number has dots between its thousands, or a separator is doubled or not in ASCII.
    pub(super) separator: Flaw,
}

/// Whether a flaw was seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Flaw {
    /// No.
    #[default]
    Absent,
    /// Yes.
    Present,
}

/// Which separators may have a space beside them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spaces {
    /// None.
    Refused,
    /// Any.
    Skipped,
}

/// Codes with small letters inside; a small letter elsewhere begins a glued word.
const MIXED: [&str; 11] = ["TTg", "TTr", "CTr", "QyĐ", "TrS", "QĐi", "ThU", "SNgV", "QLĐTr", "TTrCP", "KSTTr"];

/// The longest number: `109021/CTHN-TTHT`.
const MAX_DIGITS: usize = 6;

/// The places where a number of a document may begin, in order.
pub(super) fn starts(text: &str) -> impl Iterator<Item = usize> {
    let digits = text.char_indices().filter(|(_, c)| c.is_ascii_digit());
    digits.map(|(at, _)| at).filter(|&at| begins(&text[..at]))
}

/// Whether the text before a digit lets a document number begin: not inside a number, a date or a path.
fn begins(before: &str) -> bool {
    let mut back = before.chars().rev();
    match (back.next(), back.next()) {
        (Some(last), _) if last.is_ascii_digit() || "/_@#=".contains(last) => false,
        (Some(last), Some(other)) if "-–.,:".contains(last) => !other.is_ascii_digit(),
        _ => true,
    }
}

/// The number and groups that begin at a byte; `None` when no group follows the number.
pub(super) fn lex(text: &str, start: usize, spaces: Spaces) -> Option<Lexeme> {
    let mut flaws = Flaws::default();
    if text[..start].chars().next_back().is_some_and(char::is_alphabetic) {
        flaws.before = Flaw::Present;
    }
    let (number, mut end) = number(text, start, &mut flaws)?;
    let mut groups = Vec::new();
    while let Some((separator, at)) = separator(text, end, spaces, &mut flaws) {
        let run = &text[at..at + run_length(&text[at..])];
        if run.is_empty() {
            break;
        }
        let kept = code_length(run);
        if kept == 0 {
            break;
        }
        end = at + kept;
        groups.push(Group { separator, text: run[..kept].to_owned(), end });
        if kept < run.len() {
            if run[kept..].starts_with(char::is_alphanumeric) {
                flaws.after = Flaw::Present;
            }
            break;
        }
    }
    (!groups.is_empty()).then_some(Lexeme { range: start..end, number, groups, flaws })
}

/// The digits of the number, one letter after them (*36a*), and where it ends.
fn number(text: &str, start: usize, flaws: &mut Flaws) -> Option<(String, usize)> {
    let digits = |at: usize| text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = start + digits(start);
    let mut number = text[start..end].to_owned();
    while number.len() <= 3 && text[end..].starts_with('.') && digits(end + 1) == 3 {
        number.push_str(&text[end + 1..end + 4]);
        end += 4;
        flaws.separator = Flaw::Present;
    }
    let mut rest = text[end..].chars();
    if let (Some(letter), Some('/' | '-')) = (rest.next(), rest.next())
        && (letter.is_ascii_alphabetic() || letter == 'đ')
    {
        number.push(letter);
        end += letter.len_utf8();
    }
    let count = number.bytes().filter(u8::is_ascii_digit).count();
    ((1..=MAX_DIGITS).contains(&count)).then_some((number, end))
}

/// The separator that begins at a byte and where the group after it begins.
fn separator(text: &str, end: usize, spaces: Spaces, flaws: &mut Flaws) -> Option<(char, usize)> {
    let blank = |c: char| c == ' ' || c == '\u{a0}';
    let skip = |at: usize| match spaces {
        Spaces::Refused => at,
        Spaces::Skipped => text.len() - text[at..].trim_start_matches(blank).len(),
    };
    let mark = skip(end);
    let sign = text[mark..].chars().next().filter(|sign| "/-–—‑−\\_".contains(*sign))?;
    let mut next = mark + sign.len_utf8();
    if text[next..].starts_with(sign) {
        next += sign.len_utf8();
        flaws.separator = Flaw::Present;
    }
    let group = skip(next);
    if mark > end || group > next {
        flaws.space = Flaw::Present;
    }
    let sign = match sign {
        '/' | '-' => sign,
        '\\' => '/',
        _ => '-',
    };
    if !text[mark..].starts_with(sign) {
        flaws.separator = Flaw::Present;
    }
    Some((sign, group))
}

/// The bytes of letters, digits, `&` and inner dots.
fn run_length(text: &str) -> usize {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let inner = (c == '.' || c == '&') && next.is_some_and(char::is_alphanumeric);
        if !(c.is_alphanumeric() || inner && at > 0) {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// The bytes of a run that are the code; the rest is a word glued to it: `BTTTT|ngày`, `CP|.Theo`.
///
/// Codes are capitals with few exceptions (*TTg, TTr, GDTrH*): small letters of a Vietnamese word, two or
/// more at the end or any with a mark, begin what is glued.
fn code_length(run: &str) -> usize {
    let run = before_sentence(run);
    if run.bytes().all(|byte| byte.is_ascii_digit()) {
        return run.len();
    }
    let small = |c: char| c.is_lowercase();
    let Some(first_small) = run.find(small) else { return run.len() };
    if run == "nb" || run.chars().all(|c| small(c) || c.is_ascii_digit()) {
        return run.len();
    }
    let mixed = MIXED.iter().filter(|mixed| run.starts_with(*mixed)).map(|mixed| mixed.len()).max();
    if let Some(length) = mixed {
        return if run[length..].starts_with(small) || !run[length..].contains(small) {
            if run[length..].starts_with(small) { length } else { run.len() }
        } else {
            length + code_length(&run[length..])
        };
    }
    let tail = &run[first_small..];
    let smalls = tail.chars().take_while(|c| small(*c)).count();
    let plain = tail.chars().filter(|c| small(*c)).all(|c| c.is_ascii_lowercase());
    if smalls == 1 && plain {
        return run.len();
    }
    let ends_there = tail.chars().all(small);
    if smalls == 2 && plain && !ends_there {
        return run.len();
    }
    // The word may have brought its own capital: UBND|Ngày.
    let before = run[..first_small].char_indices().next_back().map_or(0, |(at, _)| at);
    if code::is_known(&run[..before]) && !code::is_known(&run[..first_small]) { before } else { first_small }
}

/// The part before a dot that ends a sentence without a space: `CP.Theo`, `UBND.HĐND` but not `UBND.NC`.
fn before_sentence(run: &str) -> &str {
    match run.split_once('.') {
        Some((head, tail)) if tail.contains(char::is_lowercase) || code::is_known(tail) => head,
        _ => run,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fault, find};

    #[test]
    fn what_is_no_number_of_a_document() {
        for text in [
            "ngày 10/10/2024, 7/10/2024 và 09/01/2024",
            "tháng 10/2024, quý I/2024, 2021-2025",
            "60 km/h, 1/3 số phiếu, 24/7, 3/ABC, 1,5/MW",
            "QCVN 01:2021/BYT, TCVN ISO 9001:2015, 43A-123.45",
            "điện thoại 0912-345-678, số nhà 12/3 Lê Lợi, 12/Nguyễn Trãi",
            "https://a.vn/van-ban/45/2012/ND-CP và so_165/QĐ-TTg",
            "nghi-dinh-45-2012-nd-cp, 45-2012-nd-cp",
            "năm học 2023/2024, tỷ lệ 5/KH, 12/18 xã, 2024/Nghị quyết",
            "Mẫu số 01/GTGT, mẫu số 05/TB-ĐKT, QCVN 41/2019/BGTVT, 12/2024/HĐKT-ABC",
            "19-CP và 2024-TP.HCM, 5-BCT, 10/2024-TP",
            "COVID-19/SARS, F-16/A, 10/10/2024/KH",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    /// What is found in a text: the number and its faults.
    fn found(text: &str) -> Vec<(&str, Vec<Fault>)> {
        find(text).into_iter().map(|one| (&text[one.range.clone()], one.faults)).collect()
    }

    #[test]
    fn clean_numbers_in_running_text() {
        for (text, numbers) in [
            ("Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ;", &["45/2012/NĐ-CP"][..]),
            ("(Quyết định số 165/QĐ-TTg), Công điện số 103/CĐ-TTg.", &["165/QĐ-TTg", "103/CĐ-TTg"]),
            ("Số: 8908/UBND-GT", &["8908/UBND-GT"]),
            ("Công văn số 5432/CT-KK và Công văn số 12/TC-XYZ", &["5432/CT-KK", "12/TC-XYZ"]),
            ("theo Nghị quyết số 19-NQ/TW, 60-KL/TW./.", &["19-NQ/TW", "60-KL/TW"]),
            ("“Thông tư liên tịch số 02/2011/TTLT-VPCP-BNV”", &["02/2011/TTLT-VPCP-BNV"]),
            ("Luật số 64/2025/QH15, Nghị quyết số 202/2025/QH15", &["64/2025/QH15", "202/2025/QH15"]),
            ("Nghị quyết số 1211/2016/UBTVQH13;68/2024/NĐ-CP", &["1211/2016/UBTVQH13", "68/2024/NĐ-CP"]),
            ("Thông báo kết luận số 123/TB-VPCP", &["123/TB-VPCP"]),
            ("Thông báo Kết luận số 115-TB/TW", &["115-TB/TW"]),
            ("Quy định số 102-QĐ/TW; Quyết định số 66-QĐ/TW", &["102-QĐ/TW", "66-QĐ/TW"]),
            ("văn bản quy phạm pháp luật số 45/2012/NĐ-CP", &["45/2012/NĐ-CP"]),
            ("Nghị định số 45/2012/NĐ-CP.Theo đó", &["45/2012/NĐ-CP"]),
            ("Báo cáo số 12/BC-UBND - phần II", &["12/BC-UBND"]),
            ("Nghị quyết số 36a/NQ-CP", &["36a/NQ-CP"]),
            ("Quyết định số 05/2023/QĐ-UBND/ Quyết định số 06/QĐ-SGD&ĐT", &["05/2023/QĐ-UBND", "06/QĐ-SGD&ĐT"]),
            ("Căn cứ 61/2024/QĐ-UBND, 1181/QĐ-UBND (thử)", &["61/2024/QĐ-UBND", "1181/QĐ-UBND"]),
            ("Kế hoạch số 12/KH-UBND,45/KH-UBND/", &["12/KH-UBND", "45/KH-UBND"]),
            ("[Kế hoạch số 12/KH-UBND]*", &["12/KH-UBND"]),
            ("Nghị định số 45/2012/NĐ-CP\u{a0}và", &["45/2012/NĐ-CP"]),
        ] {
            let expected: Vec<_> = numbers.iter().map(|number| (*number, Vec::new())).collect();
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
