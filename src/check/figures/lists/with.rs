//! Parts that *với* or *cho* leads to, up to the one that *và* joins.

use crate::check::figures::lists::list::{List, Units};
use crate::check::figures::lists::listed::MONEY;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::Mention;
use crate::check::figures::{NEAR, Reading};

impl Reading<'_> {
    /// *591 đơn, với 65 đơn khiếu nại, 28 đơn tố cáo và 498 đơn phản ánh*: a figure and the parts of its own kind right
    /// behind it, up to the one that *và* joins.
    pub(in crate::check::figures) fn list_of_with(&self, whole: usize) -> Option<List> {
        let total = &self.figures[whole];
        let first = whole + 1;
        let kin = |at: &usize| self.figures[*at].is_kin(total) && self.figures[*at].of.is_none();
        let parts: Vec<usize> = (first..self.own.end.min(first + NEAR)).take_while(kin).collect();
        let link = parts.first().map(|_| self.between(whole, first).trim_end())?;
        let with = link.strip_suffix("với").is_some_and(|head| head.ends_with(' ') && !head.ends_with("so "));
        let joined = parts.len() > 1
            && parts[1..].iter().all(|at| self.is_joined(*at) && !self.is_result(*at) && !self.is_change_of(*at));
        let ended = parts.last().is_some_and(|last| self.before(*last).trim_end().ends_with(" và"));
        (with && joined && ended && !total.is_rate() && !self.is_moved(whole))
            .then(|| List::of(Opener::With, total.clone(), parts.iter().map(|at| self.figures[*at].clone()).collect()))
    }

    /// *18.796 suất quà cho 17.269 hộ nghèo và 1.527 hộ khó khăn*: one for each of those who are told.
    pub(in crate::check::figures) fn list_of_given(&self, whole: usize) -> Option<List> {
        let total = &self.figures[whole];
        let (one, other) =
            (self.figures.get(whole + 1)?, self.figures.get(whole + 2).filter(|_| whole + 2 < self.own.end)?);
        let given = self.between(whole, whole + 1).trim_end().ends_with(" cho");
        let joined = self.between(whole + 1, whole + 2).trim_end().ends_with(" và")
            && !self.between(whole + 1, whole + 2).contains(',');
        let counts = |figure: &Mention| {
            figure.of.is_none() && figure.per.is_none() && figure.size == figure.value && !figure.rough
        };
        let plain =
            [total, one, other].into_iter().all(|figure| counts(figure) && !MONEY.contains(&figure.unit.as_str()));
        let fits = one.size < total.size && other.size < total.size && one.is_kin(other) && !one.is_kin(total);
        (given && joined && plain && fits && !total.is_rate()).then(|| {
            let parts = vec![one.clone(), other.clone()];
            List { units: Units::Other, ..List::of(Opener::With, total.clone(), parts) }
        })
    }
}
