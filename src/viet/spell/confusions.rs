//! Phrases that are wrong wherever they stand, each with what is meant.

use crate::viet::spell::{Flag, Kind, Reading};

/// Wrong and right.
const CONFUSIONS: &[(&str, &str)] = &[("sát nhập", "sáp nhập")];

/// Flags of the layer.
pub(super) fn find(_reading: &Reading<'_>) -> Vec<Flag> {
    let _ = (CONFUSIONS, Kind::Confusion);
    Vec::new()
}
