//! Letters, fast: what Vietnamese is written with needs none of the Unicode tables, and proof-reading asks of every letter
//! of an archive many times whether it is one, and which its small form is. All else is as the standard library says.

use std::borrow::Cow;

/// Whether a character is a letter.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        'À'..='ɏ' => !matches!(c, '×' | '÷'),
        'Ḁ'..='ỿ' => true,
        _ => c.is_alphabetic(),
    }
}

/// Whether a character may stand in a word: a letter or a figure.
pub fn is_word(c: char) -> bool {
    is_letter(c) || (if c.is_ascii() { c.is_ascii_digit() } else { c.is_numeric() })
}

/// The small form of a letter that has one of one letter.
fn small_of(c: char) -> Option<char> {
    Some(match c {
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        'à'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' | '\u{2010}'..='\u{2027}' => c,
        // In these blocks the capital stands right before its small letter, or a row of 32 before it.
        'Ạ'..='ỹ' => char::from_u32(u32::from(c) | 1)?,
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(c) + 32)?,
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' => char::from_u32(u32::from(c) + 1)?,
        'Ơ' => 'ơ',
        'Ư' => 'ư',
        _ => return None,
    })
}

/// The small letter without its marks; nothing where the tables of Unicode must be asked.
pub fn plain(c: char) -> Option<char> {
    let small = small_of(c)?;
    Some(match small {
        'à'..='å' | 'ă' | 'ạ'..='ặ' => 'a',
        'è'..='ë' | 'ẹ'..='ệ' => 'e',
        'ì'..='ï' | 'ĩ' | 'ỉ'..='ị' => 'i',
        'ò'..='ö' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù'..='ü' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        'đ' => 'd',
        '\0'..='\u{7f}' | '\u{2010}'..='\u{2027}' => small,
        _ => return None,
    })
}

/// A text in small letters, as `str::to_lowercase` makes it.
pub fn lower(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    for c in text.chars() {
        match small_of(c) {
            Some(letter) => small.push(letter),
            // The small sigma depends on what is around it.
            None if c == 'Σ' => return text.to_lowercase(),
            None => small.extend(c.to_lowercase()),
        }
    }
    small
}

/// The same, borrowed where nothing changes.
pub fn lowered(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| small_of(c) == Some(c)) { Cow::Borrowed(text) } else { Cow::Owned(lower(text)) }
}

/// A letter in its small form where that is as long, so that a text keeps its places.
pub fn small(c: char) -> char {
    let table = || c.to_lowercase().next().filter(|small| small.len_utf8() == c.len_utf8()).unwrap_or(c);
    small_of(c).unwrap_or_else(table)
}

/// Whether a word is another one, given in small letters, in letters of any size.
pub fn reads(word: &str, lower: &str) -> bool {
    word.len() == lower.len() && word.chars().map(small).eq(lower.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_as_the_standard_library_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_word(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(lower(c.encode_utf8(&mut [0; 4])), c.to_lowercase().to_string(), "{c:?}");
            assert_eq!(small(c).len_utf8(), c.len_utf8(), "{c:?}");
        }
        for text in
            ["đại biểu", "ĐẠI BIỂU, ƯỚC 5 % – “ỦY BAN”", "ΟΔΟΣ, ΣΟΦΟΣ", "İstanbul, Straße, ẞ", "a\u{301}\u{323}", ""]
        {
            assert_eq!((lower(text), &*lowered(text)), (text.to_lowercase(), &*text.to_lowercase()));
        }
        assert!(reads("NGÀY", "ngày") && reads("Ngày", "ngày") && !reads("Ngay", "ngày"));
    }
}
