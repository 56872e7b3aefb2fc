//! Letters as Unicode has them: one composed form, no look-alikes, nothing unseen. TCVN 6909:2001 is Unicode,
//! and the W3C asks for NFC; an NFD paragraph stays NFD in a PDF, where nobody's search finds it.

mod table;

use std::borrow::Cow;
use std::ops::Range;

use table::{judge_char, latin_twin};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A place where the text is not what it looks like, with its mend where one is certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands, in bytes of the text given.
    pub range: Range<usize>,
    /// What is wrong.
    pub kind: Kind,
    /// What to write instead; `None` where only a reader can say (a lost letter, `ő` for ô or ơ).
    pub mend: Option<String>,
}

/// What can be wrong with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Letter and marks written apart (NFD), or a tone typed before the mark of the vowel.
    Decomposed,
    /// A letter of another alphabet of Latin script in place of a Vietnamese one: `ð` for `đ`, `Ƣ` for `Ư`.
    LookAlike,
    /// A Cyrillic or Greek letter inside a Latin word.
    MixedScript,
    /// A character without width: soft hyphen, zero-width space, byte-order mark, direction mark.
    Invisible,
    /// A space or hyphen of a special width or line-breaking, typed as if it were the plain one.
    Space,
    /// A full-width or compatibility sign for which the plain one exists.
    Compatibility,
    /// A control character other than tab and line end.
    Control,
    /// U+FFFD, the trace of a letter lost in conversion, or a private-use character.
    Replacement,
}

/// NFC, after putting tones behind vowel marks: `a◌́◌̂`, which NFC alone cannot compose, becomes `ấ`.
///
/// Some input methods send the tone first; both marks have combining class 230, so canonical ordering keeps
/// the typed order and the composed letter is never reached.
pub fn nfc(text: &str) -> Cow<'_, str> {
    // Letters without marks of their own, and the composed ones of Vietnamese, need no table.
    let composed = |c: char| c < '\u{300}' || matches!(c, '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}');
    let quick = || is_nfc_quick(text.chars()) == IsNormalized::Yes && !text.chars().any(is_combining_mark);
    if text.chars().all(composed) || quick() {
        return Cow::Borrowed(text);
    }
    let mut letters: Vec<char> = text.nfd().collect();
    for at in 1..letters.len() {
        if is_quality(letters[at]) && is_high_tone(letters[at - 1]) {
            letters.swap(at - 1, at);
        }
    }
    Cow::Owned(letters.into_iter().nfc().collect())
}

/// The marks of ă and of â ê ô; the horn of ơ ư has class 216 and sorts itself.
fn is_quality(c: char) -> bool {
    matches!(c, '\u{302}' | '\u{306}')
}

/// The tones written above; the dot below has class 220 and sorts itself.
fn is_high_tone(c: char) -> bool {
    matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}')
}

/// Every fault of a text, in order, none overlapping another.
pub fn lint(text: &str) -> Vec<Fault> {
    if text.chars().all(is_settled) {
        return Vec::new();
    }
    let foreign = speaks_other_script(text);
    let mut faults = Vec::new();
    let mut at = 0;
    while let Some(word) = next_word(text, at) {
        let mixed = mixes_scripts(&text[word.clone()], foreign);
        lint_clusters(text, at..word.start, false, &mut faults);
        lint_clusters(text, word.clone(), mixed, &mut faults);
        at = word.end;
    }
    lint_clusters(text, at..text.len(), false, &mut faults);
    faults
}

/// Characters nothing can be wrong with: what nearly every record is wholly made of, so that it is read once and fast.
fn is_settled(c: char) -> bool {
    matches!(c, ' '..='~' | '\t' | '\n' | '\r' | '\u{1EA0}'..='\u{1EF9}' | 'đ' | 'Đ' | 'ư' | 'Ư' | 'ơ' | 'Ơ' | 'ă' | 'Ă')
        || matches!(c, 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý' | 'ĩ' | 'ũ')
        || matches!(c, 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý' | 'Ĩ' | 'Ũ')
        || matches!(c, '–' | '“' | '”' | '‘' | '’' | '…' | '°' | '²' | '³')
}

/// The text with every certain mend made, in NFC; cleaning twice changes nothing.
pub fn clean(text: &str) -> String {
    mend(text, |_| true)
}

/// Cleans letters alone: `№` and special spaces stay. What `fold::slug` reads.
pub(super) fn mend_letters(text: &str) -> String {
    mend(text, |kind| !matches!(kind, Kind::Compatibility | Kind::Space))
}

/// Mends until nothing is left to mend: a deleted sign may bring a letter and its mark together.
fn mend(text: &str, wanted: fn(Kind) -> bool) -> String {
    let mut mended = text.to_owned();
    for _ in 0..4 {
        let faults = lint(&mended);
        let mut next = String::with_capacity(mended.len());
        let mut at = 0;
        for fault in faults.iter().filter(|f| wanted(f.kind)) {
            if let Some(mend) = &fault.mend {
                next.push_str(&mended[at..fault.range.start]);
                next.push_str(mend);
                at = fault.range.end;
            }
        }
        next.push_str(&mended[at..]);
        let next = nfc(&next).into_owned();
        if next == mended {
            break;
        }
        mended = next;
    }
    mended
}

/// The next run of letters and marks from `from` on.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let is_letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let start = from + text[from..].find(is_letter)?;
    let end = text[start..].find(|c| !is_letter(c)).map_or(text.len(), |length| start + length);
    Some(start..end)
}

/// Whether the text holds words truly written in Cyrillic or Greek, so that look-alikes may be of them.
fn speaks_other_script(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}') && latin_twin(c).is_none())
}

/// Latin and another script in one word, or a word of nothing but look-alikes in an otherwise Latin text.
fn mixes_scripts(word: &str, foreign: bool) -> bool {
    if word.is_ascii() {
        return false;
    }
    let other = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{400}'..='\u{52f}');
    let twins = word.chars().filter(|&c| other(c) && latin_twin(c).is_some()).count();
    let strange = word.chars().filter(|&c| matches!(c, '\u{400}'..='\u{52f}')).count();
    if twins + strange == 0 {
        return false;
    }
    let latin = word.chars().any(|c| c.is_alphabetic() && !other(c));
    latin || (!foreign && twins == word.chars().count() && word.chars().all(|c| matches!(c, '\u{400}'..='\u{52f}')))
}

/// Faults of a stretch, base letter with its marks at a time.
fn lint_clusters(text: &str, range: Range<usize>, mixed: bool, faults: &mut Vec<Fault>) {
    let mut start = range.start;
    while start < range.end {
        let rest = &text[start..range.end];
        let marked = |&(i, c): &(usize, char)| i > 0 && !is_combining_mark(c);
        let length = rest.char_indices().find(marked).map_or(rest.len(), |(i, _)| i);
        let cluster = &rest[..length];
        if !cluster.is_ascii() || cluster.bytes().all(|b| b.is_ascii_control()) {
            let next = rest[length..].chars().next();
            if let Some((kind, mend)) = judge(cluster, mixed, next) {
                faults.push(Fault { range: start..start + length, kind, mend });
            }
        }
        start += length;
    }
}

/// What is wrong with one cluster, and its mend.
fn judge(cluster: &str, mixed: bool, next: Option<char>) -> Option<(Kind, Option<String>)> {
    let composed = nfc(cluster);
    let mut letters = composed.chars();
    let base = letters.next()?;
    let decomposed = (composed != cluster).then_some(Kind::Decomposed);
    let (kind, mended) = if mixed && matches!(base, '\u{370}'..='\u{52f}') {
        match latin_twin(base) {
            Some(twin) => (Kind::MixedScript, Some(twin.to_string())),
            None if base >= '\u{400}' => (Kind::MixedScript, None),
            None => return decomposed.map(|kind| (kind, Some(composed.into_owned()))),
        }
    } else {
        match judge_char(base, next) {
            Some((kind, mend)) => (decomposed.unwrap_or(kind), mend),
            None => return decomposed.map(|kind| (kind, Some(composed.into_owned()))),
        }
    };
    Some((kind, mended.map(|mended| nfc(&(mended + letters.as_str())).into_owned())))
}

#[cfg(test)]
mod tests {
    use super::{Kind, clean, lint, nfc};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn mends_the_confusables() {
        let codepoint =
            |s: &str| s.strip_prefix("U+").and_then(|h| u32::from_str_radix(h, 16).ok()).and_then(char::from_u32);
        let mut seen = 0;
        for line in include_str!("../../tests/vectors/confusables.tsv").lines().filter(|l| !l.starts_with('#')) {
            let column: Vec<&str> = line.split('\t').collect();
            let (Some(from), Some(to)) = (codepoint(column[1]), column.get(3).and_then(|c| codepoint(c))) else {
                continue;
            };
            assert_eq!(clean(&format!("l{from}n")), format!("l{to}n"), "{line}");
            seen += 1;
        }
        assert!(seen >= 17, "{seen}");
    }

    #[test]
    fn mends_words() {
        for (input, expected, kinds) in [
            ("a\u{301}\u{302}n", "ấn", &[Kind::Decomposed][..]),
            ("ô\u{301}", "ố", &[Kind::Decomposed]),
            ("e\u{323}\u{302}", "ệ", &[Kind::Decomposed]),
            ("Hộі nghị", "Hội nghị", &[Kind::MixedScript]),
            ("Ƣu tiên đầu tƣ", "Ưu tiên đầu tư", &[Kind::LookAlike, Kind::LookAlike]),
            ("a\u{30c}n", "ăn", &[Kind::Decomposed]),
            ("nông\u{200b} thôn\u{ad}", "nông thôn", &[Kind::Invisible, Kind::Invisible]),
            ("\u{feff}Tin", "Tin", &[Kind::Invisible]),
            ("tỷ\u{a0}đồng", "tỷ đồng", &[Kind::Space]),
            ("quỹ，№ 5 №7", "quỹ,số 5 số 7", &[Kind::Compatibility; 3]),
            ("dòng\u{b}một\nhai", "dòngmột\nhai", &[Kind::Control]),
            ("th\u{fffd}c", "th\u{fffd}c", &[Kind::Replacement]),
            ("5 μm, β, Ω và Москва", "5 μm, β, Ω và Москва", &[]),
            ("đúng mực ở quê", "đúng mực ở quê", &[]),
            ("a\u{200b}\u{30c}", "ă", &[Kind::Invisible]),
            ("со sở", "co sở", &[Kind::MixedScript, Kind::MixedScript]),
        ] {
            assert_eq!(clean(input), expected);
            assert_eq!(lint(input).iter().map(|f| f.kind).collect::<Vec<_>>(), kinds, "{input}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_is_stable(text in "[\\PC\\u{300}-\\u{323}\\u{200b}а-яα-ωa-z]{0,12}") {
            let once = clean(&text);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert_eq!(nfc(&once).into_owned(), once);
            prop_assert_eq!(clean(&text.nfd().collect::<String>()), clean(&text.nfc().collect::<String>()));
        }
    }
}
