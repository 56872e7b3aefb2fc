//! Words of other languages that stand in Vietnamese prose.

/// Whether the word is such.
pub(super) fn is_loan(_word: &str) -> bool {
    false
}
