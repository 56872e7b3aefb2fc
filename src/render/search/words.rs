//! Text → the words a reader may ask for; the page's script cuts questions by the same rule.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// The words of a text in small letters, in order. A number grouped by dots is one word without them.
///
/// ```text
/// /\d{1,3}(?:\.\d{3})+(?!\d)|[\p{L}\p{M}\p{N}]+/gu
/// ```
pub fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|letter| !is_of_word(letter));
        if rest.is_empty() {
            return None;
        }
        if let Some(length) = grouped(rest.as_bytes()) {
            let (number, after) = rest.split_at(length);
            rest = after;
            return Some(Cow::Owned(number.replace('.', "")));
        }
        let (word, after) = rest.split_at(rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len()));
        rest = after;
        Some(Cow::Borrowed(word))
    })
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || (!letter.is_ascii() && is_combining_mark(letter))
}

/// The length of `1.250.000` at the beginning: one to three digits, then groups of three.
fn grouped(text: &[u8]) -> Option<usize> {
    let digits = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let first = digits(0);
    if !(1..=3).contains(&first) {
        return None;
    }
    let (mut end, mut grouped) = (first, None);
    while text.get(end) == Some(&b'.') && digits(end + 1) == 3 {
        end += 4;
        grouped = Some(end);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_as_readers_type_them() {
        for (text, expected) in [
            ("hội nghị, lần thứ xiv!", "hội|nghị|lần|thứ|xiv"),
            ("1.250.000.000 đồng; 81,725 tỷ", "1250000000|đồng|81|725|tỷ"),
            ("ngày 10.10.2024, số 19-nq/tw", "ngày|10|10|2024|số|19|nq|tw"),
            ("1.250.0005 12.345ha ab12.345", "1250|0005|12345|ha|ab12|345"),
            ("1234.567 …", "1234|567"),
            ("", ""),
        ] {
            assert_eq!(words(text).collect::<Vec<_>>().join("|"), expected, "{text}");
        }
    }
}
