//! Tells encodings apart by what they make of a text: the right one makes words.

use super::{Detected, Encoding, convert, is_low_letter, western};
use crate::viet::spell::lexicon::Lexicon;
use crate::viet::unicode::nfc;

/// The best table; `standing` is the text as it stands, which must lose to it.
pub(super) fn choose(bytes: &[u8], standing: Option<&str>) -> Option<Detected> {
    /// What is enough to tell by, in bytes.
    const SAMPLE: usize = 200_000;
    let cut = bytes.len().min(SAMPLE);
    let sample = &bytes[..bytes[..cut].iter().rposition(|&b| b == b' ').filter(|_| cut == SAMPLE).unwrap_or(cut)];
    let lexicon = Lexicon::embedded();
    let mut rated: Vec<(Rating, Option<Encoding>, String)> = Vec::new();
    if let Some(text) = standing {
        let as_read = |word: &[u8]| word.iter().map(|&byte| western(byte)).collect();
        rated.push((rate(&lexicon, sample, as_read), None, nfc(text).into_owned()));
    }
    for encoding in Encoding::ALL {
        if encoding != Encoding::Utf8 || str::from_utf8(sample).is_ok() {
            let rating = rate(&lexicon, sample, |word| convert(word, encoding));
            rated.push((rating, Some(encoding), convert(sample, encoding)));
        }
    }
    // On equal terms the text stays as it stands.
    rated.sort_by(|a, b| b.0.total().total_cmp(&a.0.total()));
    let (best, encoding, text) = rated.first()?;
    let rival = rated.iter().find(|(_, _, other)| other != text).map_or(0.0, |r| r.0.total());
    let encoding = (*encoding)?;
    (best.share >= 0.9 && best.total() - rival >= 0.3).then(|| Detected {
        encoding,
        text: convert(bytes, encoding),
        share: best.share,
    })
}

/// How well a table reads a text.
struct Rating {
    /// Which part of the words with foreign bytes are attested.
    share: f64,
    /// The mean logarithm of how often those were counted.
    commonness: f64,
}

impl Rating {
    /// Both as one number.
    fn total(&self) -> f64 {
        self.share + self.commonness / 10.0
    }
}

/// Rates a reading. Abbreviations say nothing and do not count.
fn rate(lexicon: &Lexicon, bytes: &[u8], decode: impl Fn(&[u8]) -> String) -> Rating {
    let (mut right, mut all, mut common) = (0_usize, 0_usize, 0.0);
    let is_mark = |c: char| c.is_ascii_punctuation() || c.is_ascii_digit() || "“”‘’–—…•·«»\u{a0}".contains(c);
    for chunk in bytes.split(u8::is_ascii_whitespace) {
        if !chunk.iter().any(|&byte| !byte.is_ascii() || is_low_letter(byte)) {
            continue;
        }
        let decoded = decode(chunk);
        for word in decoded.split(is_mark).filter(|word| !word.is_ascii()) {
            if word.chars().all(|c| c.is_ascii_uppercase() || matches!(c, 'Đ' | 'Ư')) {
                continue;
            }
            all += 1;
            let known = lexicon.find(&word.to_lowercase()).filter(|&id| lexicon.knows(id));
            right += usize::from(known.is_some());
            common += known.map_or(0.0, |id| f64::from(lexicon.count(id) + 1.0).ln());
        }
    }
    let mean = |sum: f64| if all == 0 { 0.0 } else { sum / all as f64 };
    Rating { share: mean(right as f64), commonness: mean(common) }
}
