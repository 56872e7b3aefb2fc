//! How a figure is told that others were meant to make: with what they make, in the words of its form.

use super::{Form, Tie};
use crate::check::figures::Reading;
use crate::check::figures::judge::Terms;
use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::lists::sum::term;
use crate::check::figures::mention::Mention;
use crate::check::figures::slip;
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

impl Reading<'_> {
    /// The fault of a tie, with what its result should be.
    pub(super) fn tell_tie(&self, tie: &Tie, right: Decimal) -> Option<Diagnostic> {
        let said = &self.figures[tie.result];
        let one = |at: usize| &self.figures[tie.terms[at]];
        let terms = match tie.form {
            Form::Sum => {
                let parts: Vec<Mention> = tie.terms.iter().map(|part| self.figures[*part].clone()).collect();
                let list = List::of(Opener::Run, said.clone(), parts);
                let sum = list.sum()?;
                let over = sum.checked_sub(said.size)?;
                let mends = slip::mends(&list.whole, &list.parts, over);
                return self.unfit(&list, sum, &mends);
            }
            Form::Product | Form::Mean => {
                let sign = if tie.form == Form::Product { "×" } else { ":" };
                let ends = tie.terms.iter().chain([&tie.result]);
                let first = ends.clone().min()?;
                let last = ends.max()?;
                let place = self.figures[*first].range.start..self.figures[*last].range.end;
                let line = !self.text[place.clone()].contains('\n');
                let place = if line { place } else { said.range.clone() };
                Terms::Product(format!("{} {sign} {}", one(0).shown(), one(1).shown()), place)
            }
            Form::Share => {
                Terms::Share(tie.terms[0], one(1).of.filter(|_| tie.terms[0] == tie.terms[1]).unwrap_or(one(1).size))
            }
            Form::Growth => Terms::Change(one(1).size, one(0).clone()),
            Form::Change if self.is_fall(tie.result) => {
                Terms::Change(one(1).size.checked_add(one(0).size)?, one(1).clone())
            }
            Form::Change => Terms::Change(one(1).size.checked_sub(one(0).size)?, one(1).clone()),
            Form::Gap => Terms::Sum(format!("{} - {}", term(one(0), said), term(one(1), said))),
        };
        Some(self.tell(tie.result, &terms, right))
    }
}
