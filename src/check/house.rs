//! The house style that texts are held to — *lối viết của cơ quan*: what `site.yaml` says, by its profile where it is silent.

use crate::record::site::{Dashes, DateStyle, Letter as IOrY, Profile, Quotes, Style, Tones};
use crate::viet::date::Padding;
use crate::viet::tone;
use crate::viet::vowel_i::Letter;

/// What a house has settled; `None` leaves a habit to each text, which must only keep to one.
#[derive(Debug, Clone, Copy, Default)]
pub struct House {
    /// Where tones stand: *hòa* or *hoà*.
    pub tones: Option<tone::Style>,
    /// *kỹ* or *kĩ*.
    pub letter: Option<Letter>,
    /// Quotation marks.
    pub quotes: Option<Quotes>,
    /// The stroke between phrases.
    pub dashes: Option<Dashes>,
    /// Zeros in numeric dates.
    pub dates: Option<Padding>,
}

impl House {
    /// The style of a site.
    pub fn of(style: Option<&Style>) -> House {
        let Some(style) = style else { return House::default() };
        // State bodies write hòa and kỹ, the Party's offices hoà and kỹ (HD 05-HD/VPTW), schools hoà and kĩ
        // (QĐ 1989/QĐ-BGDĐT art. 8 and 9).
        let (tones, letter) = match style.profile {
            Some(Profile::State) => (Some(tone::Style::FirstVowel), Some(Letter::Y)),
            Some(Profile::Party) => (Some(tone::Style::MainVowel), Some(Letter::Y)),
            Some(Profile::School) => (Some(tone::Style::MainVowel), Some(Letter::I)),
            None => (None, None),
        };
        let own_tones = style.tones.map(|tones| match tones {
            Tones::FirstVowel => tone::Style::FirstVowel,
            Tones::MainVowel => tone::Style::MainVowel,
        });
        let own_letter = style.i_or_y.map(|letter| match letter {
            IOrY::Y => Letter::Y,
            IOrY::I => Letter::I,
        });
        let dates = style.dates.map(|dates| match dates {
            DateStyle::Padded => Padding::Padded,
            DateStyle::Unpadded => Padding::Unpadded,
        });
        House {
            tones: own_tones.or(tones),
            letter: own_letter.or(letter),
            quotes: style.quotes,
            dashes: style.dashes,
            dates,
        }
    }
}
