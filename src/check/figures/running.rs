//! A total of what the sentences before it tell — *lũy kế*.

use super::sum::{term, times};
use super::{NEAR, Reading, absolute};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// Words that begin a sentence with what the sentences before it make up.
const ADDED: [&str; 5] = ["lũy kế", "luỹ kế", "tổng cộng", "cộng chung", "như vậy, tổng"];

impl Reading<'_> {
    /// *Quý I chi 3.450 triệu đồng. Sang quý II chi 4.120 triệu đồng. Lũy kế sáu tháng, đã chi 7.570 triệu đồng*.
    pub(super) fn running_total(&self) -> Option<Diagnostic> {
        let head = self.text[self.within.clone()].trim_start().to_lowercase();
        ADDED.iter().any(|word| head.starts_with(word)).then_some(())?;
        let at = self.own.clone().find(|at| !self.figures[*at].is_rate() && self.figures[*at].of.is_none())?;
        let total = &self.figures[at];
        let before = |one: &usize| self.figures[*one].is_kin(total) && self.sentences_back(*one) <= 2;
        let parts: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(before).collect();
        let plain = (2..=4).contains(&parts.len()) && !parts.iter().chain([&at]).any(|at| self.figures[*at].rough);
        plain.then_some(())?;
        let sum = parts.iter().try_fold(Decimal::default(), |sum, part| sum.checked_add(self.figures[*part].size))?;
        let off = absolute(sum.checked_sub(total.size)?);
        let last_place = Decimal { mantissa: i128::try_from(parts.len()).ok()?, scale: total.value.scale };
        let rounded = total.value.scale > 0 && off <= last_place.shifted(total.power()?)?;
        (!off.is_zero() && !rounded && off.shifted(2)? <= times(total.size, 10)?).then_some(())?;
        let terms: Vec<String> = parts.iter().map(|part| term(&self.figures[*part], total)).collect();
        Some(self.other_sum(at, terms.join(" + "), total.in_unit(sum)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn totals_of_sentences() {
        let told = "Quý I chi 3.450 triệu đồng. Sang quý II chi 4.120 triệu đồng. Lũy kế sáu tháng, đã chi";
        assert!(found(&format!("{told} 7.570 triệu đồng.")).is_empty());
        assert_eq!(found(&format!("{told} 7.750 triệu đồng.")).len(), 1);
        assert!(found(&format!("{told} 17.750 triệu đồng.")).is_empty());
    }
}
