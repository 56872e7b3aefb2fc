//! The characters that do not belong in a Vietnamese text, each with its mend. Most come from conversions (`ð` of
//! windows-1252 read as Vietnamese, `Ƣ` of broken fonts), from word processors, and from copied web pages.

use unicode_normalization::UnicodeNormalization;

use super::Kind;

/// The table of single characters that do not belong in a Vietnamese text.
pub(super) fn judge_char(c: char, next: Option<char>) -> Option<(Kind, Option<String>)> {
    let one = |c: char| Some(c.to_string());
    Some(match c {
        'ð' | 'ɖ' => (Kind::LookAlike, one('đ')),
        'Ð' | 'Ɖ' => (Kind::LookAlike, one('Đ')),
        'ƣ' => (Kind::LookAlike, one('ư')),
        'Ƣ' => (Kind::LookAlike, one('Ư')),
        'ǎ' => (Kind::LookAlike, one('ă')),
        'Ǎ' => (Kind::LookAlike, one('Ă')),
        'ı' => (Kind::LookAlike, one('i')),
        'ő' | 'Ő' | 'ű' | 'Ű' => (Kind::LookAlike, None),
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{180e}' | '\u{34f}' => deleted(),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' => deleted(),
        '\u{200d}' if next.is_none_or(|next| next < '\u{2190}') => deleted(),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => (Kind::Space, one(' ')),
        '\u{2010}' | '\u{2011}' => (Kind::Space, one('-')),
        '\u{2028}' | '\u{2029}' => (Kind::Space, one('\n')),
        '\u{ff01}'..='\u{ff5e}' => (Kind::Compatibility, char::from_u32(c as u32 - 0xfee0).map(String::from)),
        '\u{fb00}'..='\u{fb06}' => (Kind::Compatibility, Some(c.nfkc().collect())),
        '№' if next.is_some_and(char::is_whitespace) => (Kind::Compatibility, Some("số".into())),
        '№' => (Kind::Compatibility, Some("số ".into())),
        '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => (Kind::Replacement, None),
        '\t' | '\n' | '\r' => return None,
        c if c.is_control() => (Kind::Control, Some(String::new())),
        _ => return None,
    })
}

/// An unseen character goes without trace.
fn deleted() -> (Kind, Option<String>) {
    (Kind::Invisible, Some(String::new()))
}

/// The Latin letter that a Cyrillic or Greek one is drawn like.
pub(super) fn latin_twin(c: char) -> Option<char> {
    const TWINS: &str = "аaеeоoсcрpхxуyіiјjѕsһhԁdԛqԝwАAВBЕEЗЗІIЈJКKМMНHОOРPСCТTУYХXЅSҺHԌGкkтtмmпnгr\
        οoΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXνvρpιiυuκk";
    let mut pairs = TWINS.chars();
    while let (Some(seen), Some(meant)) = (pairs.next(), pairs.next()) {
        if seen == c && meant.is_ascii() {
            return Some(meant);
        }
    }
    None
}
