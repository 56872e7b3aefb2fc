//! Words sought in a text where most of them do not stand: whether one stands there at all is found out much faster than
//! where.

/// The places of a word in a text, in order.
pub fn seek<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    text.contains(word).then(|| text.match_indices(word)).into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::seek;

    #[test]
    fn places_of_a_word() {
        assert_eq!(seek("ba bà ba", "ba").collect::<Vec<_>>(), [(0, "ba"), (7, "ba")]);
        assert_eq!(seek("ba bà ba", "bá").next(), None);
    }
}
