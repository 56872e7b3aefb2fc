//! One judge for whatever the words make of other figures: a share, a change, a rest, a product, a mean. Each figure has the
//! ways in which it may come about; where none of them holds at the precision as written, the best worded way tells it.

mod way;

pub(super) use way::{Terms, Tie, Way};

use super::{Reading, absolute};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

impl Reading<'_> {
    /// The results of the sentence that nothing explains.
    pub(super) fn judged(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|at| self.judge(at)).collect()
    }

    /// The ways of a figure, by what its words say it is.
    pub(super) fn ways(&self, at: usize) -> Vec<Way> {
        let told = self.against_periods(at);
        if !told.is_empty() {
            return told;
        }
        match (self.figures[at].is_rate(), self.is_move(at)) {
            (_, true) => self.changes(at),
            (true, false) => {
                let told = self.changes_in_brackets(at);
                let told: Vec<Way> = told.into_iter().chain(self.yearly(at)).collect();
                let shares = || self.shares(at).into_iter().chain(self.of_two_shares(at)).collect();
                if told.is_empty() { shares() } else { told }
            }
            (false, false) if self.is_left(at) => self.rests(at),
            (false, false) => {
                let mut ways = self.products(at);
                ways.extend(self.serial(at).into_iter().chain(self.stock(at)));
                ways.extend(self.balance(at).into_iter().chain(self.added(at)));
                ways
            }
        }
    }

    fn judge(&self, at: usize) -> Option<Diagnostic> {
        let said = &self.figures[at];
        said.of.is_none().then_some(())?;
        let ways = self.ways(at);
        let backwards = |way: &Way| matches!(way.terms, Terms::Backwards(..));
        let holds = |way: &Way| match way.terms {
            // What may be nothing at all explains no figure.
            _ if way.tie <= Tie::Free && !said.is_rate() && way.makes.may_be_nothing() => false,
            // *gấp 2 lần* of what has trebled is no rounding.
            _ if said.unit == "lần" && said.value.scale == 0 => {
                let off = way.makes.mid().checked_sub(said.value).map(absolute);
                way.makes.holds(said) && off.is_none_or(|off| off < Decimal::whole(1))
            }
            Terms::Share(..) => way.makes.holds_exactly(said),
            _ => way.makes.holds(said),
        };
        (!ways.iter().any(|way| !backwards(way) && holds(way))).then_some(())?;
        let spoken = ways.iter().filter(|way| way.tie > Tie::Silent);
        let mends = spoken.filter_map(|way| Some((way, way.right(said)?)));
        // Of ways that are tied alike the first is the nearest.
        let (way, right) = mends.reduce(|best, next| if next.0.tie > best.0.tie { next } else { best })?;
        (!self.is_share_of_a_bare_number(at, &way.terms) && !self.is_share_untold(at, &way.terms)).then_some(())?;
        Some(self.tell(at, &way.terms, right))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn times_that_no_rounding_makes() {
        told_of_slips(&[("Sản lượng đạt 4.500 tấn, gấp {} so với năm 2020 (1.500 tấn).", "3 lần", &["2 lần"])]);
    }
}
