//! What a wrong rate may be instead: the base or the part that makes it right, and what else explains it.

use super::share::share;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::{NEAR, Reading};
use crate::diag::Message;
use crate::viet::decimal::Decimal;

impl Reading<'_> {
    /// The base or the part that would make the rate right, else the right rate.
    pub(in crate::check::figures) fn mend(&self, part: usize, at: usize, base: Decimal) -> Message {
        let (figure, rate) = (&self.figures[part], &self.figures[at]);
        let whole = figure.shown_as(figure.in_unit(base));
        let others = || {
            let near = part.saturating_sub(NEAR)..(at + NEAR).min(self.figures.len());
            near.rev().filter(|other| *other != part && self.figures[*other].is_kin(figure))
        };
        let exact = |part: &Mention, base: Decimal| share(part, base, rate).is_some_and(|value| value == rate.value);
        let told = |id| Message::new(id).with("said", rate.shown()).with("part", figure.shown()).with("base", &whole);
        if let Some(right) =
            others().find(|other| self.figures[*other].size != base && exact(figure, self.figures[*other].size))
        {
            return told("prose-rate.hint.base").with("right", self.figures[right].shown());
        }
        if let Some(right) = others().find(|other| exact(&self.figures[*other], base)) {
            return told("prose-rate.hint.part").with("right", self.figures[right].shown());
        }
        let computed = share(figure, base, rate).unwrap_or_default();
        Message::new("prose-rate.hint").with("computed", format!("{computed}%"))
    }

    /// A figure as a share of any other of the paragraph.
    pub(in crate::check::figures) fn explanations(&self, part: usize) -> Vec<Way> {
        let figure = &self.figures[part];
        let near_by = part.saturating_sub(NEAR)..(part + NEAR).min(self.figures.len());
        let same = near_by.filter(|other| !self.figures[*other].is_rate() && self.figures[*other].is_like(figure));
        let whole = |other: usize| {
            let whole = &self.figures[other];
            let makes =
                Reach::of(figure)?.share(whole.of.map_or_else(|| Reach::of(whole), |of| Some(Reach::exactly(of)))?)?;
            Some(Way { tie: Tie::Silent, makes, terms: Terms::Share(part, whole.size) })
        };
        same.filter_map(whole).collect()
    }
}
