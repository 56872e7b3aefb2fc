//! Headlines in capitals read as sentences are — *KỶ NIỆM 80 NĂM NGÀY THÀNH LẬP …*: rules on words know small letters.

use crate::viet::abbreviation;
use crate::viet::letter::small;

/// The text with its lines in capitals in small letters, short forms aside; each letter is as long as its capital.
pub(super) fn in_small_letters(text: &str) -> String {
    rewritten(text, |word| word.chars().map(small).collect())
}

/// The same with a capital at the head of each word, as names are written.
pub fn as_names(text: &str) -> String {
    rewritten(text, |word| {
        let mut letters = word.chars();
        letters.next().into_iter().chain(letters.map(small)).collect()
    })
}

/// The words of lines in capitals, short forms and numerals aside, written in another way.
fn rewritten(text: &str, other: fn(&str) -> String) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        if line.contains(char::is_lowercase) || !line.contains(char::is_alphabetic) {
            plain.push_str(line);
            continue;
        }
        for word in line.split_inclusive(|c: char| !c.is_alphabetic()) {
            let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
            let short = abbreviation::expansions(bare).next().is_some() || is_numeral(bare);
            if short { plain.push_str(word) } else { plain.push_str(&other(word)) }
        }
    }
    plain
}

/// *XV*, *II*: the number of a term or of a quarter.
fn is_numeral(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|letter| b"IVXLC".contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines() {
        let text = "KỲ HỌP THỨ 5 HĐND XÃ KHÓA XII (20/5)\nSáng nay, UBND xã họp.\n- 12\n";
        let plain = in_small_letters(text);
        assert_eq!(plain, "kỳ họp thứ 5 HĐND xã khóa XII (20/5)\nSáng nay, UBND xã họp.\n- 12\n");
        assert_eq!(plain.len(), text.len());
        assert_eq!(as_names("THĂM TỈNH THÁI BÌNH\n"), "Thăm Tỉnh Thái Bình\n");
    }
}
