//! Where the tone mark stands, and how to bring a whole text to one habit. Two placements are in use and named
//! here by position, since "old" and "new" are told apart differently by everyone: `hòa thủy` and `hoà thuỷ`.

mod names;

use std::ops::Range;

use crate::viet::letter::{is_letter, lower, small};
use crate::viet::syllable::{Syllable, is_vowel, tone_of};
use crate::viet::unicode::nfc;

/// The two habits; they differ only in open `oa`, `oe`, `uy` after any onset but `qu`.
///
/// QĐ 1989/QĐ-BGDĐT art. 8 asks for the main vowel, in schoolbooks; statutes and decrees are written with the
/// mark on the first vowel (1,268 : 76 in the corpus counted), Party texts of 2026 with it on the main one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// `hòa, khỏe, thủy, ủy` — *kiểu cũ*, the habit of State bodies.
    #[default]
    FirstVowel,
    /// `hoà, khoẻ, thuỷ, uỷ` — *kiểu mới*, the habit of schoolbooks and of the Party.
    MainVowel,
}

/// Whether names of persons follow a conversion. *Thúy* and *Thuý* are two names on two birth certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// Names stay as written.
    #[default]
    Keep,
    /// Names are converted like any word.
    Change,
}

/// Which letter of the rime bears the tone, counted in letters.
///
/// The rule, first clause that fits: a vowel with a quality mark (of `ươ` the `ơ`); the only vowel; before a
/// final consonant the last vowel; of three vowels the middle one; `oa oe uy` by style; else the first.
pub fn carrier(onset: &str, rime: &str, style: Style) -> usize {
    let marked = |c: char| matches!(c, 'ă' | 'â' | 'ê' | 'ô' | 'ơ' | 'ư');
    let mut vowels = 0;
    let mut quality = None;
    for (at, letter) in rime.chars().enumerate() {
        if !is_vowel(letter) {
            break;
        }
        if marked(letter) {
            quality = Some(at);
        }
        vowels = at + 1;
    }
    let closed = rime.chars().count() > vowels;
    match (quality, vowels) {
        (Some(at), _) => at,
        (None, 0 | 1) => 0,
        _ if closed => vowels - 1,
        (None, 3) => 1,
        _ => usize::from(style == Style::MainVowel && onset != "qu" && matches!(rime, "oa" | "oe" | "uy")),
    }
}

/// A word whose tone stands differently in the two styles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Where it stands, in bytes of the text given.
    pub range: Range<usize>,
    /// The style it is written in.
    pub style: Style,
    /// The same word in the other style, capitals kept.
    pub other: String,
}

/// The text with every such word in one style: `Uỷ ban … công nghiệp hoá` → `Ủy ban … công nghiệp hóa`.
/// Names of persons stay; [`restyle_names`] changes them too.
pub fn restyle(text: &str, style: Style) -> String {
    restyle_names(text, style, Names::Keep)
}

/// As [`restyle`], with the say over names.
pub fn restyle_names(text: &str, style: Style, names: Names) -> String {
    let text = nfc(text);
    let mut styled = String::with_capacity(text.len());
    let mut at = 0;
    for placed in placements(&text, names) {
        if placed.style != style {
            styled.push_str(&text[at..placed.range.start]);
            styled.push_str(&placed.other);
            at = placed.range.end;
        }
    }
    styled.push_str(&text[at..]);
    styled
}

/// The words that stand in the rarer style of a text that mixes both; empty when it is of one piece.
/// Of equally many, the first style met counts as the text's own.
pub fn mixed(text: &str) -> Vec<Placed> {
    let placed = placements(text, Names::Keep);
    let first = placed.iter().filter(|p| p.style == Style::FirstVowel).count();
    let main = placed.len() - first;
    let own = match (first.cmp(&main), placed.first()) {
        (std::cmp::Ordering::Greater, _) => Style::FirstVowel,
        (std::cmp::Ordering::Less, _) => Style::MainVowel,
        (_, Some(word)) => word.style,
        (_, None) => return Vec::new(),
    };
    placed.into_iter().filter(|p| p.style != own).collect()
}

/// Every word of the text that the two styles write differently, in order.
pub fn placements(text: &str, names: Names) -> Vec<Placed> {
    let mut found = Vec::new();
    for range in words(text) {
        if let Some((style, other)) = judge(&text[range.clone()])
            && (names == Names::Change || !names::is_personal(text, &range))
        {
            found.push(Placed { range, style, other });
        }
    }
    found
}

/// The style of a word and its form in the other, if the styles differ on it.
fn judge(word: &str) -> Option<(Style, String)> {
    if word.is_ascii() || word.len() > 16 || !may_differ(word) {
        return None;
    }
    let lower = lower(&nfc(word));
    let syllable = Syllable::parse_misplaced(&lower)?;
    let first = syllable.write(Style::FirstVowel);
    let main = syllable.write(Style::MainVowel);
    match lower {
        _ if first == main => None,
        lower if lower == first => Some((Style::FirstVowel, recase(&main, word))),
        lower if lower == main => Some((Style::MainVowel, recase(&first, word))),
        _ => None,
    }
}

/// Whether a word ends in `oa oe uy`: the styles differ on no others, and the grammar need not be asked about them.
pub fn may_differ(word: &str) -> bool {
    let letters = word.chars().rev().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
    let mut ends = letters.map(|letter| tone_of(small(letter)).0);
    matches!((ends.next(), ends.next()), (Some('a' | 'e'), Some('o')) | (Some('y'), Some('u')))
}

/// `lower` with the capitals of `model`, letter by letter.
fn recase(lower: &str, model: &str) -> String {
    let model = nfc(model);
    let mut capitals = model.chars().map(char::is_uppercase);
    let mut last = false;
    let mut cased = String::with_capacity(lower.len());
    for letter in lower.chars() {
        last = capitals.next().unwrap_or(last);
        if last {
            cased.extend(letter.to_uppercase());
        } else {
            cased.push(letter);
        }
    }
    cased
}

/// The runs of letters of a text.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_letter = |c: char| is_letter(c) || (c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c));
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        let length = text[start..].find(|c| !is_letter(c));
        at = length.map_or(text.len(), |length| start + length);
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::{Names, Style, mixed, restyle, restyle_names};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn placement_follows_the_vectors() {
        for line in include_str!("../../tests/vectors/tone_placement.tsv").lines().filter(|line| !line.starts_with('#'))
        {
            let column: Vec<&str> = line.split('\t').collect();
            for form in &column[..2] {
                assert_eq!(restyle(form, Style::FirstVowel), column[0], "{line}");
                assert_eq!(restyle(form, Style::MainVowel), column[1], "{line}");
            }
        }
    }

    #[test]
    fn restyles_texts() {
        for (input, first) in [
            ("Uỷ ban, UỶ BAN, uỷ viên", "Ủy ban, ỦY BAN, ủy viên"),
            ("quý, huýt sáo, khuya, thuở", "quý, huýt sáo, khuya, thuở"),
            ("bà Nguyễn Thị Thuý", "bà Nguyễn Thị Thuý"),
            ("chị Hoà nói", "chị Hoà nói"),
            ("tỉnh Khánh Hoà và Hoà Bình", "tỉnh Khánh Hòa và Hòa Bình"),
            ("Hoà giải. Thuỷ lợi", "Hòa giải. Thủy lợi"),
            ("Toà án, Khoá XIV", "Tòa án, Khóa XIV"),
            ("email hoàn toàn", "email hoàn toàn"),
            ("bà Lê Thuỳ Dương ở Lệ Thuỷ", "bà Lê Thuỳ Dương ở Lệ Thủy"),
            ("HOÀ GIẢI, TRẦN THỊ THUÝ", "HÒA GIẢI, TRẦN THỊ THUÝ"),
        ] {
            assert_eq!(restyle(input, Style::FirstVowel), first);
            let decomposed: String = input.nfd().collect();
            assert_eq!(restyle(&decomposed, Style::FirstVowel), first);
        }
        let all = restyle_names("bà Nguyễn Thị Thuý", Style::FirstVowel, Names::Change);
        assert_eq!(all, "bà Nguyễn Thị Thúy");
    }

    #[test]
    fn finds_mixing() {
        let words = |text: &str| mixed(text).into_iter().map(|p| p.other).collect::<Vec<_>>();
        assert_eq!(words("hóa, hòa, uỷ"), ["ủy"]);
        assert_eq!(words("Uỷ ban và Ủy ban"), ["Uỷ"]);
        assert!(words("hoà, thuỷ, quý").is_empty());
    }

    proptest! {
        #[test]
        fn restyling_is_stable(text in "[ a-zđòàọảáúùýỳoauyhtqu]{0,16}") {
            for style in [Style::FirstVowel, Style::MainVowel] {
                let once = restyle(&text, style);
                prop_assert_eq!(restyle(&once, style), once.clone());
                prop_assert_eq!(restyle(&text.nfd().collect::<String>(), style), once);
            }
        }
    }
}
