//! A list of names with their numbers in brackets against its total — *12 hộ, gồm: xã A (5), xã B (4), xã C (3)*.

use super::Reading;
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// The fewest names that make a list.
const LEAST: usize = 3;

/// Words that open a list which leaves nothing out.
const OPENERS: [&str; 3] = ["gồm:", "gồm", "là:"];

impl Reading<'_> {
    /// The fault of a list whose numbers do not make up any figure before it.
    pub(super) fn tally(&self) -> Option<Diagnostic> {
        let text = &self.text[self.within.clone()];
        let open = OPENERS.iter().find_map(|word| Some(text.find(&format!("{word} "))? + word.len()))?;
        let counts = counts(&text[open..])?;
        let sum = Decimal::whole(counts.iter().sum());
        let names = Decimal::whole(i128::try_from(counts.len()).ok()?);
        let place = self.within.start + open;
        let before = |at: &usize| self.figures[*at].range.end <= place && !self.figures[*at].rough;
        let wholes: Vec<usize> = self.own.clone().filter(before).collect();
        // A figure near the sum that is not the number of names was meant to be the total.
        let near = |at: &usize| {
            let value = self.figures[*at].value;
            let off = super::absolute(value.checked_sub(sum).unwrap_or(value));
            value != names && off.mantissa.checked_mul(8).is_some_and(|off| off <= sum.mantissa) && value.scale == 0
        };
        (!wholes.iter().any(|at| self.figures[*at].value == sum)).then_some(())?;
        let at = wholes.into_iter().find(near)?;
        let terms: Vec<String> = counts.iter().map(i128::to_string).collect();
        Some(self.other_sum(at, terms.join(" + "), sum))
    }
}

/// The numbers of *A (5), B (2) và C (1).* to the end of a sentence; none if anything else stands there.
fn counts(list: &str) -> Option<Vec<i128>> {
    let list = list.trim().trim_end_matches(['.', ';']).replace(") và ", "), ");
    let count = |item: &str| {
        let (name, number) = item.trim().strip_suffix(')')?.rsplit_once('(')?;
        let plain = !name.trim().is_empty() && !name.contains(['(', ')', ':']);
        number.trim().parse().ok().filter(|_| plain)
    };
    let counts: Option<Vec<i128>> = list.split([',', ';']).map(count).collect();
    counts.filter(|counts| counts.len() >= LEAST)
}
