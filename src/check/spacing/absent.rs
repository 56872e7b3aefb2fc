//! Spaces that are missing — *thiếu dấu cách*: behind a stop or a bracket, between words and quotes or numbers.

use std::ops::Range;

use super::{BRACKET, Found, is_space};

/// A space that is missing behind a stop or a bracket; addresses, numbers and short forms have none.
pub(super) fn missing(line: &str, in_word: usize, place: usize, sign: char) -> Option<Found> {
    matches!(sign, ',' | ';' | '!' | '?' | ':' | '.' | ')' | '(').then_some(())?;
    let after = &line[place + sign.len_utf8()..];
    let next = after.chars().next()?;
    let before = &line[in_word..place];
    let last = before.chars().next_back()?;
    // Behind a closing sign nothing is a short form.
    let closed = matches!(last, '”' | '%' | ')');
    let open = match sign {
        ',' if next.is_ascii_digit() => last.is_lowercase() && is_small_word(before),
        ',' | ';' => next.is_alphabetic() && (last.is_alphanumeric() || closed),
        '!' | '?' => next.is_alphabetic() && last.is_alphabetic(),
        ':' => next.is_alphabetic() && last.is_lowercase(),
        '.' => next.is_uppercase() && (closed || is_year(before) || (last.is_lowercase() && ends_a_sentence(before))),
        ')' => next.is_alphabetic() && is_long_bracket(&line[..place]),
        _ => next.is_uppercase() && last.is_lowercase() && before.chars().count() > 1,
    };
    if !open || is_address(line, in_word) {
        return None;
    }
    let end = place + sign.len_utf8();
    let start = place - if sign == '(' { last.len_utf8() } else { 0 };
    let right = if sign == '(' { format!("{last} (") } else { format!("{sign} {next}") };
    Some(Found { rule: "space-after", range: start..if sign == '(' { end } else { end + next.len_utf8() }, right })
}

/// `“Ngày xanh”nhằm`, `mô hình“Ngày xanh”`, `95%so với`, `năm2025`, `12triệu`: words written on to what is none.
pub(super) fn glued(line: &str, (in_word, place): (usize, usize), (sign, quoted): (char, bool)) -> Option<Found> {
    let end = place + sign.len_utf8();
    let last = line[..place].chars().next_back()?;
    let next = line[end..].chars().next();
    let letter = |c: char| c.is_alphabetic();
    let told = |range: Range<usize>, right: String| Some(Found { rule: "space-after", range, right });
    match sign {
        '”' | '%' if next.is_some_and(letter) => {}
        '"' if !quoted && next.is_some_and(letter) && !last.is_whitespace() => {}
        '“' if last.is_lowercase() => return told(place - last.len_utf8()..end, format!("{last} “")),
        '"' if quoted && last.is_lowercase() && next.is_some_and(char::is_uppercase) => {
            return told(place - 1..end, format!("{last} \""));
        }
        '0'..='9' if is_counted(&line[in_word..place]) => {
            return told(in_word..end, format!("{} {sign}", &line[in_word..place]));
        }
        '0'..='9' => {
            let word = line[end..].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            // A word of many digits is looked through only where a unit ends it.
            let number = || line[in_word..place].chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
            let unit = UNITS.contains(&word) && number();
            return if unit {
                told(in_word..end + word.len(), format!("{} {word}", &line[in_word..end]))
            } else {
                None
            };
        }
        _ => return None,
    }
    if is_address(line, in_word) {
        return None;
    }
    let next = next?;
    told(place..end + next.len_utf8(), format!("{sign} {next}"))
}

/// Words that a number follows.
const COUNTED: [&str; 12] = ["lúc", "giờ", "năm", "tháng", "ngày", "quý", "khoảng", "gần", "hơn", "trên", "gồm", "đạt"];

/// Words that follow a number and are no symbols.
const UNITS: [&str; 15] =
    ["tỷ", "tỉ", "triệu", "nghìn", "ngàn", "đồng", "hộ", "người", "tấn", "em", "xã", "thôn", "học", "cán", "đảng"];

/// Whether a number follows this word, and never without a space.
fn is_counted(word: &str) -> bool {
    COUNTED.iter().any(|counted| crate::viet::letter::reads(word, counted))
}

/// `…năm 2025.Hội`: a year before a stop.
fn is_year(before: &str) -> bool {
    let year = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    year.len() == 4 && (year.starts_with("19") || year.starts_with("20"))
}

/// `…hai xã,12 thôn`: a whole small word before the stop.
fn is_small_word(before: &str) -> bool {
    before.chars().all(char::is_lowercase) && before.chars().nth(1).is_some()
}

/// `(xã Nam Yên)được`: what opened not too far before, longer than `a)` and `(s)`.
fn is_long_bracket(before: &str) -> bool {
    let inner = before.chars().rev().take(BRACKET).take_while(|c| *c != ')').position(|c| c == '(');
    inner.is_some_and(|length| length > 3)
}

/// `Th.S`, `Tp.Huế`, `GS.TS` are short forms: a sentence ends in a whole small word.
fn ends_a_sentence(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.chars().count() >= 2 && word.chars().all(char::is_lowercase) && !matches!(word, "tp" | "tx" | "tt" | "ths")
}

/// Addresses of sites and of mail have marks without spaces.
fn is_address(line: &str, in_word: usize) -> bool {
    let word = line[in_word..].split(is_space).next().unwrap_or_default();
    ["://", "www.", "@", "](", ".vn", ".com", ".gov", ".org", ".net"].iter().any(|sign| word.contains(sign))
}
