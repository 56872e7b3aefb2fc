//! Texts from before Unicode: TCVN3 (TCVN 5712), VNI, VISCII, windows-1258, and any of them already misread as
//! windows-1252 (`Héi nghÞ khuyÕn c«ng`). The right table is the one under which the words are syllables.

mod detect;
mod table;

use crate::viet::syllable::is_valid;
use crate::viet::unicode::nfc;

/// A way Vietnamese was, or is, written in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// Unicode in UTF-8.
    Utf8,
    /// TCVN 5712:1993, whose small letters are those of the ABC fonts (`.VnTime`). Capitals drawn by the
    /// fonts whose name ends in `H` come back small: the bytes do not tell.
    Tcvn3,
    /// VNI for Windows: a letter and, behind it, its marks.
    Vni,
    /// VISCII 1.1, RFC 1456.
    Viscii,
    /// windows-1258: letters with quality marks, the tones behind them.
    Windows1258,
}

impl Encoding {
    /// All, in the order in which they are tried.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Tcvn3, Self::Vni, Self::Viscii, Self::Windows1258];

    /// The encoding of a name in use: `tcvn3`, `ABC`, `cp1258`, `VNI-Windows` …
    pub fn named(name: &str) -> Option<Self> {
        let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        Some(match plain.as_str() {
            "utf8" | "unicode" => Self::Utf8,
            "tcvn" | "tcvn3" | "abc" | "tcvn5712" | "tcvn57121" | "tcvn57121993" => Self::Tcvn3,
            "vni" | "vniwin" | "vniwindows" => Self::Vni,
            "viscii" | "viscii11" | "csviscii" => Self::Viscii,
            "windows1258" | "cp1258" | "win1258" | "1258" => Self::Windows1258,
            _ => return None,
        })
    }

    /// The name, as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
            Self::Viscii => "VISCII",
            Self::Windows1258 => "windows-1258",
        }
    }
}

/// An encoding recognised in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Detected {
    /// Which.
    pub encoding: Encoding,
    /// The text in Unicode, NFC.
    pub text: String,
    /// Which part of the words with foreign bytes are attested syllables, from 0 to 1.
    pub share: f64,
}

/// Bytes of a known encoding as Unicode in NFC; a byte without meaning becomes U+FFFD.
pub fn convert(bytes: &[u8], from: Encoding) -> String {
    let decoded = match from {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::Tcvn3 => decode_tcvn(bytes),
        Encoding::Vni => decode_vni(bytes),
        Encoding::Viscii => bytes.iter().map(|&byte| from_table(byte, table::VISCII, &table::VISCII_LOW)).collect(),
        Encoding::Windows1258 => bytes.iter().map(|&byte| vietnamese_windows(byte)).collect(),
    };
    nfc(&decoded).into_owned()
}

/// A text that was read as windows-1252 (or ISO 8859-1) though its bytes were of `from`; `None` if it holds a
/// character that such a reading cannot give.
pub fn convert_text(text: &str, from: Encoding) -> Option<String> {
    to_western(text).map(|bytes| convert(&bytes, from))
}

/// Recognises the encoding of bytes by what they say: at least nine in ten of the words with foreign bytes must
/// be attested syllables, and any other reading must be clearly worse: three in ten fewer, a word in ten being
/// worth as much as words e times as common. German or Spanish never comes so far.
pub fn detect(bytes: &[u8]) -> Option<Detected> {
    if bytes.is_ascii() && !bytes.iter().any(|&byte| is_low_letter(byte)) {
        return None;
    }
    detect::choose(bytes, None)
}

/// As [`detect`], for a text misread as windows-1252; `None` also when it is right as it stands.
pub fn detect_text(text: &str) -> Option<Detected> {
    let bytes = to_western(text)?;
    if text.is_ascii() && !bytes.iter().any(|&byte| is_low_letter(byte)) {
        return None;
    }
    detect::choose(&bytes, Some(text))
}

/// A control character that TCVN 5712 or VISCII uses for a capital.
fn is_low_letter(byte: u8) -> bool {
    byte < 0x20 && !matches!(byte, b'\t'..=b'\r' | 0 | 0x1a | 0x1b)
}

/// A byte by the table of its encoding.
fn from_table(byte: u8, high: &str, low: &[(u8, char)]) -> char {
    if byte >= 0x80 {
        return high.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}');
    }
    low.iter().find(|entry| entry.0 == byte).map_or(byte as char, |entry| entry.1)
}

/// A byte as windows-1252.
fn western(byte: u8) -> char {
    match byte {
        0x80..=0x9f => table::WESTERN.chars().nth(usize::from(byte - 0x80)).unwrap_or('\u{fffd}'),
        _ => byte as char,
    }
}

/// A byte as windows-1258.
fn vietnamese_windows(byte: u8) -> char {
    match table::VIETNAMESE_WINDOWS.iter().find(|entry| entry.0 == byte) {
        Some((_, letter)) => *letter,
        None => western(byte),
    }
}

/// The bytes a text has in windows-1252.
fn to_western(text: &str) -> Option<Vec<u8>> {
    let byte = |c: char| match u8::try_from(c) {
        Ok(byte) => Some(byte),
        Err(_) => table::WESTERN.chars().position(|western| western == c).map(|at| at as u8 + 0x80),
    };
    nfc(text).chars().map(byte).collect()
}

/// TCVN 5712. Word processors put windows-1252 quotes and dashes where the standard has capitals; such a byte
/// is punctuation wherever the word is no syllable with it.
fn decode_tcvn(bytes: &[u8]) -> String {
    let letter = |byte: u8| from_table(byte, table::TCVN, &table::TCVN_LOW);
    let is_break = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphabetic() && !is_low_letter(*byte);
    let mut text = String::with_capacity(bytes.len() * 2);
    for run in bytes.chunk_by(|a, b| is_break(a) == is_break(b)) {
        let read: String = run.iter().map(|&byte| letter(byte)).collect();
        let doubtful = |byte: &u8| matches!(byte, 0x85 | 0x91..=0x94 | 0x96 | 0x97);
        if run.iter().any(doubtful) && (run.len() == 1 || !is_valid(&read)) {
            text.extend(run.iter().map(|byte| if doubtful(byte) { western(*byte) } else { letter(*byte) }));
        } else {
            text.push_str(&read);
        }
    }
    text
}

/// VNI, letter by letter.
fn decode_vni(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    let mut before = None;
    for c in bytes.iter().map(|&byte| western(byte)) {
        let small = c.to_lowercase().next().unwrap_or(c);
        let bears = |bearers: &str| before.is_some_and(|letter| bearers.contains(letter));
        if let Some((_, marks, _)) = table::VNI_MARKS.iter().find(|row| row.0 == small && bears(row.2)) {
            text.push_str(marks);
            before = None;
            continue;
        }
        match table::VNI_LETTERS.iter().find(|row| row.0 == small) {
            Some((_, letter)) if c == small => text.push(*letter),
            Some((_, letter)) => text.extend(letter.to_uppercase()),
            None => text.push(c),
        }
        before = Some(small);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Encoding, convert, convert_text, detect, detect_text};
    use unicode_normalization::UnicodeNormalization;

    fn bytes_of(hex: &str) -> Vec<u8> {
        let digits: Vec<u8> = hex.chars().map(|c| c.to_digit(16).unwrap() as u8).collect();
        digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect()
    }

    #[test]
    fn encodings_follow_the_vectors() {
        let rows = include_str!("../../tests/vectors/encodings.tsv");
        for line in rows.lines().filter(|line| !line.starts_with('#')) {
            let [name, hex, misread, text] = line.split('\t').collect::<Vec<_>>()[..] else { unreachable!("{line}") };
            let encoding = Encoding::named(name).unwrap();
            if hex != "-" {
                let bytes = bytes_of(hex);
                assert_eq!(convert(&bytes, encoding), text, "{line}");
                assert_eq!(detect(&bytes).map(|d| d.text).as_deref(), Some(text), "{line}");
            }
            assert_eq!(convert_text(misread, encoding).as_deref(), Some(text), "{line}");
            let found = detect_text(misread).unwrap();
            assert_eq!((found.encoding, found.text.as_str()), (encoding, text), "{line}");
            let decomposed: String = misread.nfd().collect();
            assert_eq!(detect_text(&decomposed).unwrap().text, text, "{line}");
        }
    }

    #[test]
    fn leaves_alone_what_is_right_or_not_vietnamese() {
        for text in [
            "Hội nghị khuyến công",
            "công an nhân dân",
            "plain ASCII",
            "Der Bürger möchte schöne Grüße an die Müllers schicken",
            "El niño pequeño comió piñas mañana en la montaña",
            "Le député a été réélu hier à l'Assemblée",
            "",
        ] {
            assert_eq!(detect_text(text), None, "{text}");
        }
        assert_eq!(detect("Hội nghị".as_bytes()).unwrap().encoding, Encoding::Utf8);
    }

    #[test]
    fn mends_utf8_read_as_western() {
        let misread: String = "Hội nghị công đoàn".bytes().map(super::western).collect();
        assert_eq!(detect_text(&misread).unwrap().text, "Hội nghị công đoàn");
    }

    #[test]
    fn quotes_in_tcvn_stay_quotes() {
        assert_eq!(convert(b"\x93H\xe9i ngh\xde\x94 \x96 \xa7\x97c", Encoding::Tcvn3), "“Hội nghị” – ĐỘc");
    }
}
