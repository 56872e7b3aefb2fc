//! The Vietnamese language, free of our domain: numbers and formats, syllables and tones, Unicode and
//! legacy encodings, order and search folding, spelling, no-break rules, document numbers, places, bodies of the State.

pub mod abbreviation;
pub mod capital;
pub mod clock;
pub mod collate;
pub mod congress;
pub mod date;
pub mod decimal;
pub mod dialect;
pub mod encoding;
pub mod fold;
pub mod format;
pub mod holiday;
pub mod letter;
pub mod list;
pub mod lunar;
pub mod name;
pub mod nobreak;
pub mod number;
pub mod office;
pub mod period;
pub mod place;
pub mod reading;
pub mod reference;
pub mod roman;
pub mod seek;
pub mod sentence;
pub mod spell;
pub mod syllable;
pub mod tone;
pub mod unicode;
pub mod vowel_i;
pub mod workday;
