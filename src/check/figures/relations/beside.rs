//! What stands beside a total and its parts — *787 đơn vị, tăng 11 đơn vị; trong đó 269 xã (tăng 8) và 518 phường (tăng 3)* —: where the
//! parts make up the total, how far each of them moved makes up how far it did.

use super::{Form, Tie};
use crate::check::figures::Reading;
use crate::check::figures::reach::Reach;
use crate::viet::decimal::Decimal;

/// How far behind a figure its movement stands, in bytes.
const NEAR: usize = 48;

impl Reading<'_> {
    /// How far a total and its parts moved, as a sum that does not hold: all told in figures of one kind, or in none.
    pub(super) fn moves_beside(&self, whole: usize, parts: &[usize]) -> Option<Tie> {
        let move_of = |at: usize| {
            let figure = self.figures.get(at + 1)?;
            let gap = self.text.get(self.figures[at].range.end..figure.range.start)?;
            let told = self.is_moved(at + 1) && figure.is_counted() && figure.of.is_none() && figure.value.scale == 0;
            (told && gap.len() <= NEAR && gap.contains(['(', ',']) && !gap.contains([';', '.'])).then_some(at + 1)
        };
        let result = move_of(whole)?;
        let terms: Vec<usize> = parts.iter().map(|part| move_of(*part)).collect::<Option<_>>()?;
        // *tăng 8 … giảm 3* is a difference, which no sum tells.
        let falls = |at: usize| self.label(at).contains("giảm");
        let alike = terms.iter().all(|term| falls(*term) == falls(result));
        let kind = |at: usize| self.figures[at].kind.as_str();
        let counted = terms.iter().all(|term| kind(*term).is_empty() || kind(*term) == kind(*term - 1));
        let sum = terms.iter().try_fold(Decimal::default(), |sum, term| sum.checked_add(self.figures[*term].size))?;
        let off = sum != self.figures[result].size && alike && counted;
        off.then_some(Tie { form: Form::Sum, result, terms, makes: Reach::exactly(sum) })
    }
}
