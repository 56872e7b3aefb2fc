//! Folding away what a reader may not type: marks, the bar of đ, capitals. `fold` serves search, `slug` serves
//! addresses. Both give one answer for NFC and NFD input, since every mark is dropped after decomposition.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::viet::{letter, unicode};

/// The form under which two spellings meet in a search: `Hội nghị`, `HỘI NGHỊ` and `hoi nghi` are one.
///
/// The steps are those a page's script can repeat: lower case, NFD, drop every `\p{M}`, then seven letters
/// by table (đ, and what stands for đ and ư in texts badly converted: *Ƣu tiên đầu tƣ* would else fold to
/// `oiu`). A string of marks alone is kept, so a non-empty string never becomes empty, and folding twice
/// changes nothing.
///
/// ```text
/// s.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
///  .replace(/[đðɖ]/g, "d").replace(/ƣ/g, "u").replace(/ı/g, "i") || s.toLowerCase().normalize("NFD")
/// ```
pub fn fold(text: &str) -> String {
    if let Some(folded) = text.chars().map(letter::plain).collect() {
        return folded;
    }
    let lower = text.to_lowercase();
    let folded: String = lower.nfd().filter(|&c| !is_combining_mark(c)).map(base_letter).collect();
    if folded.is_empty() { lower.nfd().collect() } else { folded }
}

/// The letters that NFD leaves whole though a Vietnamese reader types a plain one for them.
fn base_letter(c: char) -> char {
    match c {
        'đ' | 'ð' | 'ɖ' => 'd',
        'ƣ' => 'u',
        'ı' => 'i',
        other => other,
    }
}

/// The part of an address that stands for a title: `Quyết định số 165/QĐ-TTg` → `quyet-dinh-so-165-qd-ttg`.
///
/// Only `a-z`, `0-9` and single hyphens between them; `/` becomes a hyphen, so the parts of a document number
/// stay apart; `№`, `²`, `½` take their compatibility letters. A title without one Latin letter or digit
/// gives an empty slug, and two titles may share one (*hội nghị*, *hối nghì*): the caller decides on both.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mended = unicode::mend_letters(text);
    for c in fold(&mended).nfkd().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if is_combining_mark(c) => {}
            _ => push_spelled(&mut slug, c),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The slug of a name that somebody else made long: at most `most` letters, cut between words.
pub fn short_slug(name: &str, most: usize) -> String {
    let mut slug = slug(name);
    if slug.len() > most {
        slug.truncate(slug[..=most].rfind('-').unwrap_or(most));
    }
    slug
}

/// Foreign letters that fold to two, and a hyphen (never two, never first) for all else.
fn push_spelled(slug: &mut String, c: char) {
    match c {
        'đ' | 'ð' => slug.push('d'),
        'ø' => slug.push('o'),
        'ł' => slug.push('l'),
        'ß' => slug.push_str("ss"),
        'æ' => slug.push_str("ae"),
        'œ' => slug.push_str("oe"),
        'þ' => slug.push_str("th"),
        _ if slug.is_empty() || slug.ends_with('-') => {}
        _ => slug.push('-'),
    }
}

#[cfg(test)]
mod tests {
    use super::{base_letter, fold, is_combining_mark, short_slug, slug};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn long_slugs_are_cut_between_words() {
        for (name, most, short) in [
            ("Một hai ba", 10, "mot-hai-ba"),
            ("Một hai ba", 9, "mot-hai"),
            ("Một hai", 3, "mot"),
            ("Mộthai", 3, "mot"),
        ] {
            assert_eq!(short_slug(name, most), short);
        }
    }

    #[test]
    fn slugs_follow_the_vectors() {
        for line in include_str!("../../tests/vectors/slugs.tsv").lines().filter(|l| !l.starts_with('#')) {
            let mut column = line.split('\t');
            let (input, expected) = (column.next().unwrap(), column.next().unwrap());
            assert_eq!(slug(input), expected, "{input}");
        }
    }

    #[test]
    fn folds_every_vietnamese_letter() {
        for (input, expected) in [
            ("ĐẠI BIỂU", "dai bieu"),
            ("Ƣu tiên đầu tƣ", "uu tien dau tu"),
            ("ðường", "duong"),
            ("a\u{301}\u{302}", "a"),
            ("\u{301}", "\u{301}"),
            ("İ", "i"),
            ("", ""),
            ("hoà = hòa", "hoa = hoa"),
        ] {
            assert_eq!(fold(input), expected, "{input}");
        }
    }

    #[test]
    fn letters_fold_alone_as_unicode_takes_them_apart() {
        for c in ('\0'..=char::MAX).filter(|c| super::letter::plain(*c).is_some()) {
            let letters: String = c.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).map(base_letter).collect();
            assert_eq!(fold(c.encode_utf8(&mut [0; 4])), letters, "{c:?}");
        }
    }

    #[test]
    fn slugs_hold_only_the_address_letters() {
        for (input, expected) in [
            ("  --Điều 5.--  ", "dieu-5"),
            ("Ｈội nghị", "hoi-nghi"),
            ("nông\u{200b}thôn", "nongthon"),
            ("Hội nghị của Đаng", "hoi-nghi-cua-dang"),
            ("Ngày 1/5: “Straße” & ½", "ngay-1-5-strasse-1-2"),
            ("漢字", ""),
        ] {
            assert_eq!(slug(input), expected, "{input}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_stable(text in "\\PC*") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded.clone());
            prop_assert_eq!(folded.is_empty(), text.is_empty());
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text.nfc().collect::<String>()));
        }

        #[test]
        fn slugs_are_plain(text in "\\PC*") {
            let slug = slug(&text);
            prop_assert!(slug.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-')));
            prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }
    }
}
