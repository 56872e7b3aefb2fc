//! Words typed in VNI without the input method: *sa3n lu7o75ng* for *sản lượng*. A figure changes a letter before it, or sets
//! the tone, anywhere behind the vowel.

use crate::viet::spell::guess::{MEANT, fits};
use crate::viet::spell::telex::change;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};
use crate::viet::syllable::{Syllable, Tone, is_vowel, split_tone};
use crate::viet::tone::Style;

/// The figures of the tones.
const TONES: [(char, Tone); 5] =
    [('1', Tone::Rising), ('2', Tone::Falling), ('3', Tone::Dipping), ('4', Tone::Creaky), ('5', Tone::Heavy)];

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let typed = (0..reading.tokens.len()).filter(|at| reading.tokens[*at].shape == Shape::Other);
    typed.filter_map(|at| judge(reading, at)).collect()
}

/// Whether the letters and figures of a token are a word: figures within it, or a neighbour that goes with what they give.
fn judge(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let word = reading.word(at);
    let within = word.trim_end_matches(|c: char| c.is_ascii_digit()).contains(|c: char| c.is_ascii_digit());
    let meant = vni(&word.to_lowercase())?.write(Style::MainVowel);
    let lexicon = &reading.lexicon;
    let id = lexicon.find(&meant).filter(|id| lexicon.knows(*id) && lexicon.count(*id) >= MEANT)?;
    let wrong = within || fits(lexicon, reading.left(at), id, reading.right(at));
    wrong.then(|| flag(reading, at, Kind::Unwritable, Some(&meant)))
}

/// What a word in small letters would have become; none where a figure changes nothing, as in *m2* and *lop6*.
fn vni(word: &str) -> Option<Syllable> {
    let figures = word.chars().filter(char::is_ascii_digit).count();
    let plain = word.starts_with(char::is_alphabetic) && word.chars().all(char::is_alphanumeric);
    (plain && (1..=3).contains(&figures)).then_some(())?;
    let (mut typed, mut tone) = (String::with_capacity(word.len() + 4), None);
    for key in word.chars() {
        if let Some((_, own)) = TONES.iter().find(|(figure, _)| *figure == key) {
            (tone.is_none() && typed.contains(is_vowel)).then_some(())?;
            tone = Some(*own);
            continue;
        }
        typed = match key {
            '6' => change(&typed, &[("a", "â"), ("e", "ê"), ("o", "ô")])?,
            '7' => change(&typed, &[("uo", "ươ"), ("ưo", "ươ"), ("o", "ơ"), ("u", "ư")])?,
            '8' => change(&typed, &[("a", "ă")])?,
            '9' => typed.strip_prefix('d').map(|rest| format!("đ{rest}"))?,
            '0' => return None,
            letter => format!("{typed}{letter}"),
        };
    }
    let (stem, borne) = split_tone(&typed)?;
    // *thứ3* is a number written on to its word.
    (tone.is_none() || borne == Tone::Level).then_some(())?;
    Syllable::join(&stem, tone.unwrap_or(borne))
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn figures_that_are_marks() {
        for (text, told) in [
            ("tổng sa3n lượng muối", &["sản"][..]),
            ("ngu7o7i2 dân nộp hồ sơ; kinh te61 quý III", &["người", "tế"]),
            ("lãnh đạo xã chi3 đạo thôn", &["chỉ"]),
            ("9 ha2 đất, 5 km2, khu2, lớp9, thứ3, h2o, co2, b12, 12a1, pm2.5, tổ3", &[]),
        ] {
            let found: Vec<_> = check(text, &Exempt::new()).into_iter().filter_map(|flag| flag.suggestion).collect();
            assert_eq!(found, told, "{text}");
        }
    }
}
