//! The syllable: an onset, a rime, a tone. The grammar of quốc ngữ is finite, 17,244 written forms; whatever
//! lies outside is a foreign word, a name, or a slip of the keyboard (`thưc`: a stop rime must bear a tone).

mod rimes;

pub use rimes::ONSETS;
use rimes::{AFTER_GI, AFTER_QU, BEFORE_Y, GLIDE, HEAD_Y, PLAIN};

use crate::viet::tone::{Style, carrier};
use crate::viet::unicode::nfc;

/// The six tones, in dictionary order — *ngang, huyền, hỏi, ngã, sắc, nặng*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// No mark — *ngang*.
    Level,
    /// Grave — *huyền*.
    Falling,
    /// Hook above — *hỏi*.
    Dipping,
    /// Tilde — *ngã*.
    Creaky,
    /// Acute — *sắc*.
    Rising,
    /// Dot below — *nặng*.
    Heavy,
}

impl Tone {
    /// All six, in dictionary order.
    pub const ALL: [Self; 6] = [Self::Level, Self::Falling, Self::Dipping, Self::Creaky, Self::Rising, Self::Heavy];
}

/// The twelve vowel letters under the six tones, in the order of [`Tone::ALL`].
const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// A syllable of the grammar: `nghiêng` is `ngh` + `iêng`, level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Syllable {
    /// Consonant letters before the vowel, one of [`ONSETS`]; `qu` and `gi` hold their vowel letter.
    pub onset: &'static str,
    /// The rest without its tone; after `gi` it may begin with the `i` both share.
    pub rime: &'static str,
    /// The tone.
    pub tone: Tone,
}

impl Syllable {
    /// Reads a written syllable, whatever its capitals; the tone must stand where one of the two
    /// placement styles puts it (`hoà`, `hòa`, but not `hòan`).
    pub fn parse(word: &str) -> Option<Self> {
        let lower = nfc(word).to_lowercase();
        let syllable = Self::parse_misplaced(&lower)?;
        [Style::FirstVowel, Style::MainVowel].iter().any(|&style| syllable.write(style) == lower).then_some(syllable)
    }

    /// Reads a syllable whose tone may stand on any of its vowels (`hòan`, `qúy`), given in lower-case NFC.
    pub fn parse_misplaced(lower: &str) -> Option<Self> {
        if lower.len() > 20 {
            return None;
        }
        let (plain, tone) = split_tone(lower)?;
        Self::join(&plain, tone)
    }

    /// Puts a tone on a toneless lower-case word, if the grammar allows both.
    pub fn join(plain: &str, tone: Tone) -> Option<Self> {
        let (onset, rime) = split_plain(plain)?;
        (!is_stop(rime) || matches!(tone, Tone::Rising | Tone::Heavy)).then_some(Self { onset, rime, tone })
    }

    /// Writes the syllable in lower case, its tone placed in the given style.
    pub fn write(&self, style: Style) -> String {
        let shared = self.onset == "gi" && self.rime.starts_with('i');
        let mut word = String::from(if shared { "g" } else { self.onset });
        let bearer = carrier(self.onset, self.rime, style);
        for (at, letter) in self.rime.chars().enumerate() {
            word.push(if at == bearer { with_tone(letter, self.tone) } else { letter });
        }
        word
    }
}

/// Whether the word is one of the 17,244 forms, in either placement style.
pub fn is_valid(word: &str) -> bool {
    Syllable::parse(word).is_some()
}

/// Whether the rime ends in `c ch p t`: such syllables bear only *sắc* or *nặng*.
pub fn is_stop(rime: &str) -> bool {
    rime.ends_with(['c', 'p', 't']) || rime.ends_with("ch")
}

/// Whether the letter, in lower case, is a vowel under whatever tone.
pub fn is_vowel(letter: char) -> bool {
    place_of(letter).is_some()
}

/// How many letters the table of places holds: those up to *ư*, and those from *ạ* to *ỹ*.
const UP_TO_U: usize = 0x1b1;
const FROM_A: usize = 0x1ea0;
const PLACES: usize = UP_TO_U + 0x5a;

/// Row and column of each vowel letter in [`VOWELS`], from 1; 0 for all other letters.
static PLACE: [u8; PLACES] = places();

const fn places() -> [u8; PLACES] {
    let mut places = [0; PLACES];
    let mut row = 0;
    while row < VOWELS.len() {
        let mut tone = 0;
        while tone < VOWELS[row].len() {
            if let Some(at) = slot(VOWELS[row][tone]) {
                places[at] = (row * 6 + tone + 1) as u8;
            }
            tone += 1;
        }
        row += 1;
    }
    places
}

const fn slot(letter: char) -> Option<usize> {
    match letter as usize {
        low if low < UP_TO_U => Some(low),
        high if high >= FROM_A && high < FROM_A + PLACES - UP_TO_U => Some(UP_TO_U + high - FROM_A),
        _ => None,
    }
}

/// Row and column of a vowel letter.
fn place_of(letter: char) -> Option<(usize, usize)> {
    let place = usize::from(*PLACE.get(slot(letter)?)?).checked_sub(1)?;
    Some((place / 6, place % 6))
}

/// A lower-case letter without its tone, and the tone; consonants are level.
pub fn tone_of(letter: char) -> (char, Tone) {
    place_of(letter).map_or((letter, Tone::Level), |(row, at)| (VOWELS[row][0], Tone::ALL[at]))
}

/// A plain lower-case letter under a tone; letters that bear none come back as they are.
pub fn with_tone(letter: char, tone: Tone) -> char {
    VOWELS.iter().find(|row| row[0] == letter).map_or(letter, |row| row[tone as usize])
}

/// The word without its tone, and the tone; `None` when two letters bear one.
pub fn split_tone(lower: &str) -> Option<(String, Tone)> {
    let mut tone = Tone::Level;
    let mut plain = String::with_capacity(lower.len());
    for letter in lower.chars() {
        let (base, borne) = tone_of(letter);
        if borne != Tone::Level {
            if tone != Tone::Level {
                return None;
            }
            tone = borne;
        }
        plain.push(base);
    }
    Some((plain, tone))
}

/// Onset and rime of a toneless word, if the grammar joins them.
fn split_plain(plain: &str) -> Option<(&'static str, &'static str)> {
    if let Some(rest) = plain.strip_prefix('g')
        && let Some(rime) = find(&AFTER_GI, rest)
    {
        return Some(("gi", rime));
    }
    let onset = ONSETS.iter().find(|onset| plain.starts_with(**onset))?;
    let rest = &plain[onset.len()..];
    rime_after(onset, rest).map(|rime| (*onset, rime))
}

/// The rime, if it may follow the onset.
fn rime_after(onset: &str, rest: &str) -> Option<&'static str> {
    let front = rest.starts_with(['e', 'ê', 'i']);
    match onset {
        "qu" => find(&AFTER_QU, rest),
        "gi" if rest.starts_with('i') || rest == "êt" => None,
        "gi" => find(&PLAIN, rest),
        "k" | "gh" | "ngh" if front => find(&PLAIN, rest),
        "gh" | "ngh" => None,
        "c" | "g" | "ng" if front => None,
        _ if rest == "y" => BEFORE_Y.contains(&onset).then_some("y"),
        "k" => None,
        "" if rest.starts_with('y') => find(&HEAD_Y, rest),
        "c" => find(&PLAIN, rest),
        _ => find(&PLAIN, rest).or_else(|| find(&GLIDE, rest)),
    }
}

/// The entry of a list equal to a text.
fn find(list: &'static [&'static str], text: &str) -> Option<&'static str> {
    list.iter().find(|entry| **entry == text).copied()
}

/// Every syllable of the grammar, onset by onset.
pub fn all() -> impl Iterator<Item = Syllable> {
    let rimes = || [&PLAIN[..], &GLIDE, &HEAD_Y, &["y"]].concat();
    ONSETS
        .into_iter()
        .flat_map(move |onset| {
            let rimes = match onset {
                "qu" => AFTER_QU.to_vec(),
                "gi" => [&PLAIN[..], &AFTER_GI].concat(),
                _ => rimes(),
            };
            rimes
                .into_iter()
                .filter(move |rime| rime_after(onset, rime).is_some() || (onset == "gi" && AFTER_GI.contains(rime)))
                .map(move |rime| (onset, rime))
                .collect::<std::collections::BTreeSet<_>>()
        })
        .flat_map(|(onset, rime)| {
            Tone::ALL
                .into_iter()
                .filter(move |tone| !is_stop(rime) || *tone >= Tone::Rising)
                .map(move |tone| Syllable { onset, rime, tone })
        })
}

#[cfg(test)]
mod tests {
    use super::{Style, Syllable, Tone, all, is_valid};
    use std::collections::BTreeSet;

    #[test]
    fn the_grammar_has_17244_forms_and_reads_each() {
        let forms: BTreeSet<String> = all().map(|s| s.write(Style::MainVowel)).collect();
        let toneless = all().map(|s| (s.onset, s.rime)).collect::<BTreeSet<_>>();
        assert_eq!((forms.len(), toneless.len()), (17_244, 3_746));
        for syllable in all() {
            for style in [Style::FirstVowel, Style::MainVowel] {
                assert_eq!(Syllable::parse(&syllable.write(style)), Some(syllable));
            }
        }
    }

    #[test]
    fn attested_syllables_are_valid_but_for_loans() {
        let list = include_str!("data/syllables.txt");
        let loans: Vec<&str> = list.lines().filter(|word| !is_valid(word)).collect();
        assert!(loans.len() < 40, "{loans:?}");
    }

    #[test]
    fn parts_and_refusals() {
        for (word, onset, rime, tone) in [
            ("nghiêng", "ngh", "iêng", Tone::Level),
            ("Quốc", "qu", "ôc", Tone::Rising),
            ("GÌ", "gi", "i", Tone::Falling),
            ("giếng", "gi", "iêng", Tone::Rising),
            ("già", "gi", "a", Tone::Falling),
            ("thuở", "th", "uơ", Tone::Dipping),
            ("thie\u{302}\u{301}t", "th", "iêt", Tone::Rising),
            ("hòa", "h", "oa", Tone::Falling),
        ] {
            assert_eq!(Syllable::parse(word), Some(Syllable { onset, rime, tone }), "{word}");
        }
        for word in [
            "thưc", "hòan", "qúy", "nghành", "kách", "ci", "ghà", "tỷy", "fa", "thuươ", "áá", "", "đựơc", "ngiêm",
            "quốn",
        ] {
            assert!(!is_valid(word), "{word}");
        }
    }
}
