//! A figure of another order than its fellow — *dự án A tăng vốn thêm 1.386 tỷ USD và dự án B tăng vốn thêm 774 triệu USD* — and than the
//! whole told before: its dot was meant for a decimal comma.

use super::mention::Mention;
use super::{NEAR, Reading};
use crate::diag::{Diagnostic, Message};

/// How many words before two figures make them fellows.
const WORDS: usize = 3;

/// How many times its fellow a figure may be.
const FELLOW: i128 = 20;

/// How many sentences before it the whole stands.
const BACK: usize = 2;

impl Reading<'_> {
    /// The figures of the sentence whose dot is a decimal mark.
    pub(super) fn misdotted(&self) -> Vec<Diagnostic> {
        let scaled = |at: &usize| {
            let figure = &self.figures[*at];
            figure.value.scale == 0 && figure.power() > Some(0) && figure.of.is_none() && figure.is_counted()
        };
        self.own.clone().filter(scaled).filter_map(|at| self.misdotted_at(at)).collect()
    }

    fn misdotted_at(&self, at: usize) -> Option<Diagnostic> {
        let figure = &self.figures[at];
        let text = &self.text[figure.range.clone()];
        let number = &text[..text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len())];
        let (head, group) = number.split_once('.')?;
        (head.len() <= 3 && group.len() == 3).then_some(())?;
        let meant = figure.size.shifted(-3)?;
        let words = |at: usize| -> Vec<&str> {
            let label = self.label(at).split_whitespace().rev().take(WORDS);
            label.collect()
        };
        let own = words(at);
        let near = |other: &Mention| {
            let rate = meant.percent_of(other.size, 0).map_or(0, |rate| rate.mantissa);
            (100 / FELLOW..=100 * FELLOW).contains(&rate)
        };
        let fellow = |other: &usize| {
            let one = &self.figures[*other];
            *other != at && one.is_kin(figure) && near(one) && own.len() == WORDS && words(*other) == own
        };
        let around = self.own.start.max(at.saturating_sub(NEAR))..self.own.end.min(at + NEAR);
        around.clone().find(fellow)?;
        let whole = |other: &usize| {
            let one = &self.figures[*other];
            one.is_kin(figure) && near(one) && one.size >= meant && self.sentences_back(*other) <= BACK
        };
        (at.saturating_sub(NEAR)..at).find(whole)?;
        let place = figure.range.start..figure.range.start + number.len();
        let hint = Message::new("number-english.hint").with("right", number.replace('.', ","));
        Some(self.proof.fault("number-english", self.place(&place)).hint(hint))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn dots_for_commas() {
        for (text, told) in [
            (
                "Vốn tăng thêm đạt 4,52 tỷ USD. Nhà máy A tăng vốn thêm 1.245 tỷ USD và nhà máy B tăng vốn thêm 812 triệu USD.",
                Some("1.245"),
            ),
            (
                "Vốn tăng thêm đạt 4,52 tỷ USD. Nhà máy A tăng vốn thêm 1,245 tỷ USD và nhà máy B tăng vốn thêm 812 triệu USD.",
                None,
            ),
            // Another thing may be of another order.
            (
                "Vốn tăng thêm đạt 4,52 tỷ USD. Cả nước thu hút 1.245 tỷ USD và nhà máy B tăng vốn thêm 812 triệu USD.",
                None,
            ),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
