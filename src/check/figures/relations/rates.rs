//! Rates with the two figures that may make them.

use super::dimension::may_add;
use super::{Form, Tie};
use crate::check::figures::Reading;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip;
use crate::viet::decimal::Decimal;

/// Among how many figures before and behind a rate its terms stand, and in how many bytes.
const WINDOW: (usize, usize) = (12, 6);
const FAR: usize = 700;

/// Among how many amounts before and behind a rate its part stands.
const PARTS: (usize, usize) = (3, 2);

/// The least base of a rate.
const FEWEST: i128 = 8;

impl Reading<'_> {
    /// What a rate may be made of.
    pub(super) fn rates_of(&self, rate: usize) -> Vec<Tie> {
        let said = &self.figures[rate];
        if said.per.is_some() || said.value == Decimal::whole(100) {
            return Vec::new();
        }
        let amounts = self.amounts(rate);
        let middle = amounts.partition_point(|at| *at < rate);
        let parts = middle.saturating_sub(PARTS.0)..amounts.len().min(middle + PARTS.1);
        let mut found: Vec<Tie> = self.shares_told(rate).collect();
        for (place, part) in amounts.iter().enumerate() {
            for (other, base) in amounts.iter().enumerate().filter(|(other, _)| *other != place) {
                // What was may stand closer than what is: *32.189 ca, … So với năm trước (36.276 ca, …), số ca giảm 11,3%*.
                let forms: &[Form] = match (parts.contains(&place), parts.contains(&other)) {
                    (true, _) => &[Form::Share, Form::Growth, Form::Change],
                    (false, true) if slip::digits(said.value) > 2 => &[Form::Growth],
                    _ => &[],
                };
                for form in forms.iter().copied() {
                    let makes = self.rate_made(rate, form, (*part, *base));
                    found.extend(makes.map(|makes| Tie { form, result: rate, terms: vec![*part, *base], makes }));
                }
            }
        }
        found
    }

    /// *712 nghìn ha/750 nghìn ha, đạt 94,93%*: a part that is told with its whole.
    fn shares_told(&self, rate: usize) -> impl Iterator<Item = Tie> {
        let near = rate.saturating_sub(PARTS.0)..self.figures.len().min(rate + PARTS.1);
        let tie = move |part: usize| {
            let one = &self.figures[part];
            // *19/19 tiêu chí* is how good something is, and no part.
            let told = one.of.filter(|of| *of != one.size);
            let whole = told.filter(|_| part != rate && self.is_within(part, rate, (FAR, 1)))?;
            let makes = self.reach_of(part)?.share(Reach::exactly(whole))?;
            Some(Tie { form: Form::Share, result: rate, terms: vec![part, part], makes })
        };
        near.filter_map(tie)
    }

    /// The amounts near a rate.
    pub(super) fn amounts(&self, rate: usize) -> Vec<usize> {
        let window = rate.saturating_sub(WINDOW.0)..self.figures.len().min(rate + WINDOW.1);
        let near = |at: &usize| self.is_within(*at, rate, (FAR, if *at < rate { 3 } else { 1 }));
        let amount = |at: &usize| {
            let one = &self.figures[*at];
            one.is_counted() && one.of.is_none() && !one.size.is_zero() && !self.is_end_of_range(*at)
        };
        window.filter(amount).filter(near).collect()
    }

    /// What one pair of figures makes, if it may.
    fn rate_made(&self, rate: usize, form: Form, (part, base): (usize, usize)) -> Option<Reach> {
        let (one, other) = (&self.figures[part], &self.figures[base]);
        // *30 vụ cháy. Số vụ phá rừng giảm 10 vụ*: a change is of what it counts itself.
        let kin = match form {
            Form::Share => may_add(one, other),
            _ if one.kind.is_empty() => false,
            Form::Growth => one.is_kin(other) || (one.is_person() && other.is_person()),
            _ => one.kind == other.kind,
        };
        let moved = |at: usize| self.is_moved(at) || self.is_rate_again(at);
        let still = !moved(base) && moved(part) == (form == Form::Change);
        // *tăng 21%. Trong đó, cà phê đạt 2,9 tỷ USD*: what has moved stands before its rate, or in its sentence.
        let still = still && (form == Form::Share || part < rate || self.stops_between(rate, part) == 0);
        // *11 sản phẩm 4 sao*: of so few no rate is told.
        let many = other.size >= Decimal::whole(FEWEST) || one.size >= Decimal::whole(FEWEST);
        (kin && still && many && one.size != other.size).then_some(())?;
        let (part, base) = (self.measured(part)?, self.measured(base)?);
        match form {
            Form::Share => {
                let fits = (part.mid() < base.mid()) == (self.figures[rate].value < Decimal::whole(100));
                part.share(base).filter(|_| fits)
            }
            Form::Growth => Some(part.growth(base)?.0),
            _ if self.is_fall(rate) => part.share(base.plus(part)?),
            _ => part.share(base.minus(part)?),
        }
    }
}
