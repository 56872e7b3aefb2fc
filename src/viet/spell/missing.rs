//! Words left out: a half of a word without its other half, before one that often follows that —
//! *lãnh đạo thực nghiêm quy chế* for *thực hiện nghiêm*.

use crate::viet::spell::company::is_word;
use crate::viet::spell::lexicon::Id;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// First halves that are no words by themselves, so that another word right behind them shows a gap.
const HALVES: [&str; 11] = ["thực", "triển", "phối", "khẩn", "quán", "khắc", "chấp", "giám", "thẩm", "phê", "củng"];

/// How often the second half must have been counted before the word that stands there.
const COUNT: f32 = 5.0;

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (0..reading.tokens.len()).filter_map(|at| missing(reading, at)).collect()
}

fn missing(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let lexicon = &reading.lexicon;
    (reading.tokens[at].shape == Shape::Lower).then_some(())?;
    let (first, behind) = (reading.ids[at]?, reading.right(at)?);
    // The end of another word has its own half before it.
    let ends =
        |left: Id| is_word(lexicon, Some((left, first))) || lexicon.bond(left, first).is_some_and(|bond| bond > 2.0);
    let alone = reading.left(at).is_none_or(|left| !ends(left)) && HALVES.contains(&lexicon.word(first));
    (alone && lexicon.pair(first, behind).is_none()).then_some(())?;
    let joins = |half: Id| {
        let listed = lexicon.pair(first, half).is_some_and(|pair| pair.headword && pair.count >= COUNT);
        listed && lexicon.pair(half, behind).is_some_and(|pair| pair.count >= COUNT)
    };
    let halves = lexicon.followers(first).filter(|(half, _)| joins(*half));
    let (half, _) = halves.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let meant = format!("{} {}", lexicon.word(first), lexicon.word(half));
    Some(flag(reading, at, Kind::Company, Some(&meant)))
}
