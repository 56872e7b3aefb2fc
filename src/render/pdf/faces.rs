//! Which family documents are set in: Times New Roman or another of its metrics if the user has put all of it into `fonts/`,
//! else the one shipped. A family that does not fit is said, never quietly replaced.

use std::collections::BTreeMap;

use typst::layout::Abs;
use typst::text::{Font, FontStyle, FontVariations, FontWeight};
use unicode_normalization::UnicodeNormalization;

use crate::diag::Diagnostic;

/// The family that is shipped.
pub const SHIPPED: &str = "Tinos";
/// Families of the metrics of Times New Roman, the best first (NĐ 30/2020, PL I, Phần I, mục I.5).
const FAMILIES: [&str; 4] = ["Times New Roman", "Liberation Serif", "TeX Gyre Termes", SHIPPED];

/// A face of the family, and the widths of `a`, `m`, `n` and `W` in Times New Roman, in thousandths of the size.
type Face = (&'static str, FontStyle, FontWeight, [f64; 4]);
const FACES: [Face; 4] = [
    ("Regular", FontStyle::Normal, FontWeight::REGULAR, [444.0, 778.0, 500.0, 944.0]),
    ("Bold", FontStyle::Normal, FontWeight::BOLD, [500.0, 833.0, 556.0, 1000.0]),
    ("Italic", FontStyle::Italic, FontWeight::REGULAR, [500.0, 722.0, 500.0, 833.0]),
    ("Bold Italic", FontStyle::Italic, FontWeight::BOLD, [500.0, 778.0, 556.0, 889.0]),
];
const MEASURED: [char; 4] = ['a', 'm', 'n', 'W'];
/// How far a width may be off, in thousandths of the size.
const OFF: f64 = 5.0;

/// The family to set in, and what is wrong with those that were put into `fonts/`.
pub fn chosen(fonts: &[Font]) -> (&'static str, Vec<Diagnostic>) {
    let mut families: BTreeMap<&str, Vec<&Font>> = BTreeMap::new();
    for font in fonts {
        families.entry(font.info().family.as_str()).or_default().push(font);
    }
    let foreign = families.keys().filter(|family| !FAMILIES.contains(family));
    let mut faults: Vec<Diagnostic> = foreign
        .map(|family| Diagnostic::warning("font-foreign").with("family", family).hint_id("font-foreign.hint"))
        .collect();
    let mut best = SHIPPED;
    for family in FAMILIES.iter().rev().filter(|family| families.contains_key(**family)) {
        let found = unfit(family, &families[family]);
        if found.is_empty() {
            best = family;
        }
        faults.extend(found);
    }
    (best, faults)
}

/// What a family lacks: a face, letters, or the widths of Times New Roman.
fn unfit(family: &str, fonts: &[&Font]) -> Vec<Diagnostic> {
    let fault =
        |id, face: &str| Diagnostic::error(id).with("family", family).with("face", face).hint_id("font-unfit.hint");
    let check = |(name, style, weight, widths): &Face| {
        let fits = |font: &&&Font| font.info().variant.style == *style && font.info().variant.weight == *weight;
        let Some(font) = fonts.iter().find(fits) else { return Some(fault("font-face-missing", name)) };
        let missing: String = letters().filter(|letter| !font.info().coverage.contains(u32::from(*letter))).collect();
        if !missing.is_empty() {
            return Some(fault("font-letters-missing", name).with("letters", missing));
        }
        let set = (*font).clone().instantiate(font.info().variant, Abs::pt(12.0), &FontVariations::default());
        let width = |letter: char| Some(set.x_advance(set.ttf().glyph_index(letter)?.0)?.get() * 1000.0);
        let off = |(letter, wanted): (char, &f64)| width(letter).is_none_or(|width| (width - wanted).abs() > OFF);
        MEASURED.into_iter().zip(widths).any(off).then(|| fault("font-metrics", name))
    };
    FACES.iter().filter_map(check).collect()
}

/// The 146 letters with marks, the plain ones, figures and the marks that documents need.
fn letters() -> impl Iterator<Item = char> {
    const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let marked = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".chars().flat_map(|vowel| TONES.map(|tone| format!("{vowel}{tone}")));
    let marked: String = marked.collect::<String>().nfc().collect();
    let plain = ('!'..='~').chain("đĐ–“”…\u{a0}".chars()).collect::<Vec<char>>();
    marked.chars().collect::<Vec<char>>().into_iter().chain(plain)
}

#[cfg(test)]
mod tests {
    use typst::foundations::Bytes;

    use super::*;
    use crate::project::Project;

    fn shipped() -> Vec<Font> {
        Project::at("no-such-folder").fonts().into_iter().map(Bytes::new).flat_map(Font::iter).collect()
    }

    fn rules(faults: &[Diagnostic]) -> Vec<&'static str> {
        faults.iter().map(|fault| fault.rule).collect()
    }

    /// The shipped fonts under another family name of the same length.
    fn renamed(name: &str, files: &[usize]) -> Vec<Font> {
        assert_eq!(name.len(), SHIPPED.len());
        let wide = |name: &str| name.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let fonts = Project::at("no-such-folder").fonts();
        let files = files.iter().map(|at| fonts[*at].clone().into_owned());
        let changed = files.map(|mut bytes| {
            for (from, to) in [(wide(SHIPPED), wide(name)), (SHIPPED.into(), name.into())] {
                while let Some(at) = bytes.windows(from.len()).position(|part| part == from) {
                    bytes[at..at + from.len()].copy_from_slice(&to);
                }
            }
            Bytes::new(bytes)
        });
        changed.flat_map(Font::iter).collect()
    }

    #[test]
    fn the_shipped_family_fits_and_is_the_last_choice() {
        let (family, faults) = chosen(&shipped());
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(family, SHIPPED);
        assert_eq!(
            letters().filter(|letter| !letter.is_ascii()).filter(|letter| letter.is_alphabetic()).count() + 12,
            146
        );
    }

    #[test]
    fn a_family_of_another_name_is_told_and_not_used() {
        let mut fonts = renamed("Other", &[0, 1, 2, 3]);
        fonts.extend(shipped());
        let (family, faults) = chosen(&fonts);
        assert_eq!((family, rules(&faults)), (SHIPPED, vec!["font-foreign"]));
    }

    #[test]
    fn a_family_without_a_face_is_a_fault() {
        let fonts = shipped();
        let all: Vec<&Font> = fonts.iter().collect();
        assert!(unfit("Times New Roman", &all).is_empty());
        for at in 0..4 {
            let mut three = all.clone();
            three.remove(at);
            assert_eq!(rules(&unfit("Times New Roman", &three)), ["font-face-missing"], "{at}");
        }
    }

    #[test]
    fn a_face_of_other_widths_is_a_fault() {
        let mut bytes = Project::at("no-such-folder").fonts()[0].clone().into_owned();
        let head = bytes.windows(4).position(|tag| tag == b"head").unwrap() + 8;
        let table = usize::try_from(u32::from_be_bytes(bytes[head..head + 4].try_into().unwrap())).unwrap();
        // Half as many units an em: every letter is twice as wide.
        bytes[table + 18..table + 20].copy_from_slice(&1024_u16.to_be_bytes());
        let mut fonts = shipped();
        fonts[0] = Font::new(Bytes::new(bytes), 0).unwrap();
        assert_eq!(rules(&unfit("Times New Roman", &fonts.iter().collect::<Vec<_>>())), ["font-metrics"]);
    }
}
