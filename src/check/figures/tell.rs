//! How a figure that nothing explains is told: with what makes another one, where both stand, and the mend.

use std::ops::Range;

use super::judge::Terms;
use super::mention::Mention;
use super::{Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// A part and its rate are marked together, if no more than so many bytes stand between them.
const TOGETHER: usize = 120;

impl Reading<'_> {
    pub(super) fn tell(&self, at: usize, terms: &Terms, right: Decimal) -> Diagnostic {
        let said = &self.figures[at];
        let right = if said.is_rate() { right } else { right.trimmed() };
        let computed = said.shown_as(right);
        let (fault, hint) = match terms {
            Terms::Share(part, base) => {
                let hint = self.mend(*part, at, *base);
                let part = &self.figures[*part];
                // Either of the two may be the wrong one.
                let near = part.range.end <= said.range.start
                    && said.range.start - part.range.end <= TOGETHER
                    && part.range.start >= self.within.start;
                let place = if near { part.range.start..said.range.end } else { said.range.clone() };
                let fault = self.proof.fault("prose-rate", self.place(&place)).with("part", part.shown());
                (fault.with("base", part.shown_as(part.in_unit(*base))), hint)
            }
            Terms::Change(from, to) => (self.moved(&said.range, *from, to), Message::new("prose-change.hint")),
            Terms::Both(from, to, place) => (self.moved(place, *from, to), Message::new("prose-change.hint")),
            Terms::Backwards(from, to) => {
                (self.moved(&said.range, *from, to), Message::new("prose-change.hint.direction"))
            }
            Terms::Sum(terms) => return self.other_sum(at, terms.clone(), right, &said.range),
            Terms::Row(terms, place) => return self.other_sum(at, terms.clone(), right, place),
            Terms::Product(terms, place) => {
                let fault = self.proof.fault("prose-product", self.place(place)).with("told", said.shown());
                (fault.with("terms", terms), Message::new("prose-product.hint"))
            }
        };
        let fault = fault.with("said", said.shown());
        fault.with("computed", &computed).hint(hint.with("computed", computed))
    }

    /// The fault of a change, with both its ends.
    pub(super) fn moved(&self, place: &Range<usize>, from: Decimal, to: &Mention) -> Diagnostic {
        let fault = self.proof.fault("prose-change", self.place(place));
        fault.with("from", to.shown_as(to.in_unit(from))).with("to", to.shown())
    }

    /// The fault of a sum at a figure, with its terms and the difference.
    pub(super) fn other_sum(&self, at: usize, terms: String, sum: Decimal, place: &Range<usize>) -> Diagnostic {
        let told = &self.figures[at];
        let fault = self.proof.fault("prose-sum", self.place(place));
        let fault = fault.with("told", told.shown()).with("terms", terms).with("sum", told.shown_as(sum));
        let off = sum.checked_sub(told.value).map(absolute).unwrap_or_default();
        fault.hint(Message::new("prose-sum.hint").with("difference", told.shown_as(off.trimmed())))
    }
}
