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

/// The clauses of a text: a phrase ends where a sentence, its part before `;` or `:`, or a paragraph does. A mark inside a
/// number or a document's number ends nothing.
///
/// ```text
/// /[.;:!?…]["”’)\]]*\s|\n/
/// ```
pub fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let end = |(at, letter): (usize, char)| match letter {
            '\n' => Some(at),
            '.' | ';' | ':' | '!' | '?' | '…' => {
                let after = whole[at + letter.len_utf8()..].trim_start_matches(['"', '”', '’', ')', ']']);
                after.starts_with(char::is_whitespace).then_some(at)
            }
            _ => None,
        };
        let Some(at) = whole.char_indices().find_map(end) else {
            rest = None;
            return Some(whole);
        };
        let (clause, after) = whole.split_at(at);
        rest = after.char_indices().nth(1).map(|(next, _)| &after[next..]);
        Some(clause)
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
    fn phrases_end_with_their_clause() {
        for (text, expected) in [
            ("họp. bàn về: đất đai; \"xong.\" hết", "họp| bàn về| đất đai| \"xong|\" hết"),
            ("số 19-nq/tw, 1.250 đồng", "số 19-nq/tw, 1.250 đồng"),
            ("tít\n\nbài.", "tít||bài."),
            ("", ""),
        ] {
            assert_eq!(clauses(text).collect::<Vec<_>>().join("|"), expected, "{text}");
        }
    }

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
