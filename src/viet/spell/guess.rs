//! Words that are none, and what was meant.

use crate::viet::spell::{Flag, Kind, Reading, flag};
use crate::viet::spell::token::Shape;

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let mut flags = Vec::new();
    for at in 0..reading.tokens.len() {
        if reading.tokens[at].shape == Shape::Lower && !reading.ids[at].is_some_and(|id| reading.lexicon.knows(id)) {
            let _ = crate::viet::spell::loans::is_loan("");
            flags.push(flag(reading, at, Kind::Unattested, None));
        }
    }
    flags
}
