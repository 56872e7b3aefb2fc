//! A rate and the two figures near it that it was made of, whatever words join them: a share, a growth, a change of what is now.
//! As `lists/fill.rs` does for totals, a log-linear model weighs what stands around the three and how far the rate is off.

pub(in crate::check::figures) mod evidence;

use evidence::{Around, odds, off};

use crate::check::figures::judge::Terms;
use crate::check::figures::lists::fill::stops;
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip;
use crate::check::figures::{Reading, absolute};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// What the evidence must come to, as the logarithm of odds.
const BAR: f32 = 2.8;

/// The same where no slip of the typist would explain it.
const PLAIN: f32 = 4.5;

/// Among how many figures before and behind a rate its terms stand, and how many bytes off.
const WINDOW: (usize, usize) = (12, 6);
const FAR: usize = 700;

/// Among how many amounts before and behind a rate its part stands.
const PARTS: (usize, usize) = (3, 2);

/// How a rate may come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check::figures) enum Kind {
    /// The part in hundredths of the base.
    Share,
    /// How far the part lies above the base, or below it.
    Growth,
    /// The part is the change, the base what is now.
    Change,
}

/// The figures that a rate may be made of.
#[derive(Debug, Clone)]
pub(in crate::check::figures) struct Made {
    pub(in crate::check::figures) kind: Kind,
    pub(in crate::check::figures) part: usize,
    pub(in crate::check::figures) base: usize,
    pub(in crate::check::figures) makes: Reach,
    pub(in crate::check::figures) around: Vec<f32>,
}

impl Reading<'_> {
    /// The rates of a sentence that were meant to be made of figures near by and are not.
    pub(in crate::check::figures) fn unmade(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|rate| self.unmade_at(rate)).collect()
    }

    fn unmade_at(&self, rate: usize) -> Option<Diagnostic> {
        let said = &self.figures[rate];
        let all = self.made(rate);
        if all.is_empty() || self.is_made(rate, &all) {
            return None;
        }
        let judged = all.iter().map(|made| {
            let off = off(made, said, self.figures);
            // Of two digits only those changed about are a sign of a slip.
            let slipped = off[0] > 0.0 || (off[1] + off[2] + off[3] > 0.0 && slip::digits(said.value) > 2);
            // What is far off, and no slip, is a rate of something else.
            let near = off[4] + off[5] + off[6] > 0.0;
            let bar = if slipped { BAR } else { PLAIN };
            (made, (slipped || near).then(|| odds(&made.around, &off) - bar))
        });
        let judged = judged.filter_map(|(made, over)| Some((made, over.filter(|over| *over > 0.0)?)));
        let (made, _) = judged.max_by(|a, b| a.1.total_cmp(&b.1))?;
        let (part, base) = (&self.figures[made.part], &self.figures[made.base]);
        let terms = match made.kind {
            Kind::Share => Terms::Share(made.part, base.size),
            Kind::Growth => Terms::Change(base.size, part.clone()),
            Kind::Change if self.is_fall(rate) => Terms::Change(base.size.checked_add(part.size)?, base.clone()),
            Kind::Change => Terms::Change(base.size.checked_sub(part.size)?, base.clone()),
        };
        Some(self.tell(rate, &terms, made.makes.rounded(said.value.scale)?))
    }

    /// Whether anything near by makes a rate as it stands.
    pub(in crate::check::figures) fn is_made(&self, rate: usize, all: &[Made]) -> bool {
        let said = &self.figures[rate];
        let part_of = |one: &Mention| {
            let base = one.of.and_then(|of| one.size.percent_of(of, said.value.scale + 1));
            let off = base.and_then(|base| base.checked_sub(said.value)).map(absolute);
            off.is_some_and(|off| off <= Decimal { mantissa: 1, scale: said.value.scale })
        };
        let near = rate.saturating_sub(WINDOW.0)..self.figures.len().min(rate + WINDOW.1);
        // Of what is cut off and summed the last place may be off by two.
        let slack = Decimal { mantissa: 2, scale: said.value.scale };
        let nearly = |made: &Made| {
            let off = made.makes.mid().checked_sub(said.value).map(absolute);
            made.makes.holds(said) || off.is_some_and(|off| off <= slack && said.value.scale > 0)
        };
        all.iter().any(nearly)
            || self.figures[near.clone()].iter().any(part_of)
            || self.ways(rate).iter().any(|way| way.makes.holds(said))
            || self.is_made_of_any(said, &self.figures[near])
    }

    /// Whether any two numbers near by make a rate, be they of one kind or not: of three digits and more that is no chance.
    fn is_made_of_any(&self, said: &Mention, near: &[Mention]) -> bool {
        let amounts = near.iter().filter(|one| !one.is_rate());
        let sizes: Vec<Decimal> = amounts.flat_map(|one| [Some(one.size), one.of]).flatten().collect();
        let fine = slip::digits(said.value) > 2;
        let slack = Decimal { mantissa: 1, scale: said.value.scale };
        let whole = Decimal::whole(100);
        let rate = |one: Decimal, other: Decimal| one.percent_of(other, said.value.scale + 1);
        let same = |made: Decimal| {
            let (over, less) = (made.checked_sub(whole), whole.checked_sub(made));
            let off = [Some(made), over, less].into_iter().flatten().filter_map(|made| made.checked_sub(said.value));
            off.map(absolute).any(|off| off <= slack)
        };
        fine && sizes.iter().any(|one| sizes.iter().filter_map(|other| rate(*one, *other)).any(same))
    }

    /// What a rate may be made of.
    pub(in crate::check::figures) fn made(&self, rate: usize) -> Vec<Made> {
        let said = &self.figures[rate];
        if !said.is_rate() || said.per.is_some() || said.value.is_zero() || said.value == Decimal::whole(100) {
            return Vec::new();
        }
        let window = rate.saturating_sub(WINDOW.0)..self.figures.len().min(rate + WINDOW.1);
        let near = |at: &usize| {
            let (one, other) = (&self.figures[*at].range, &said.range);
            let gap = if *at < rate { one.end..other.start } else { other.end..one.start };
            gap.len() <= FAR && self.text.get(gap).is_some_and(|gap| stops(gap) <= if *at < rate { 3 } else { 1 })
        };
        let amount = |at: &usize| {
            let one = &self.figures[*at];
            one.is_counted() && one.of.is_none() && !one.size.is_zero()
        };
        let amounts: Vec<usize> = window.filter(amount).filter(near).collect();
        let middle = amounts.partition_point(|at| *at < rate);
        let parts = middle.saturating_sub(PARTS.0)..amounts.len().min(middle + PARTS.1);
        let mut found = Vec::new();
        for part in &amounts[parts] {
            for base in amounts.iter().filter(|base| *base != part) {
                for kind in [Kind::Share, Kind::Growth, Kind::Change] {
                    found.extend(self.made_of(rate, (kind, *part, *base), &amounts));
                }
            }
        }
        found
    }

    /// What one pair of figures makes, if it may.
    fn made_of(&self, rate: usize, (kind, part, base): (Kind, usize, usize), amounts: &[usize]) -> Option<Made> {
        let (one, other) = (&self.figures[part], &self.figures[base]);
        let kin = one.is_kin(other) || (one.is_person() && other.is_person());
        // *30 vụ cháy. Số vụ phá rừng giảm 10 vụ*: a change is of what it counts itself.
        let kin = kin && (kind != Kind::Change || one.kind == other.kind);
        let moved = self.is_moved(part);
        let still = !self.is_moved(base) && moved == (kind == Kind::Change);
        (kin && still && one.size != other.size).then_some(())?;
        let (part_reach, base_reach) = (self.reach_of(part)?, self.reach_of(base)?);
        let hundred = Decimal::whole(100);
        let makes = match kind {
            Kind::Share => {
                let fits = (one.size < other.size) == (self.figures[rate].value < hundred);
                part_reach.share(base_reach).filter(|_| fits)?
            }
            Kind::Growth => part_reach.growth(base_reach)?.0,
            Kind::Change if self.is_fall(rate) => part_reach.share(base_reach.plus(part_reach)?)?,
            Kind::Change => part_reach.share(base_reach.minus(part_reach)?)?,
        };
        let around = self.around_rate(&Around { rate, kind, part, base, amounts });
        Some(Made { kind, part, base, makes, around })
    }

    /// Whether a rate tells of a fall.
    fn is_fall(&self, rate: usize) -> bool {
        self.lead(rate).contains("giảm")
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn rates_of_any_wording() {
        for (text, told) in [
            (
                "Bến cá đón 3.482 lượt tàu. Tàu lớn vào bến 1.274 lượt tàu, tỷ trọng lên tới 63,59%.",
                Some("1.274 lượt tàu, tỷ trọng lên tới 63,59%"),
            ),
            ("Bến cá đón 3.482 lượt tàu. Tàu lớn vào bến 1.274 lượt tàu, tỷ trọng lên tới 36,59%.", None),
            ("Hội giúp 1.208 hộ làm chuồng, đã nghiệm thu 946 hộ, tức 87,31%.", Some("946 hộ, tức 87,31%")),
            // A rate of something else.
            ("Hội giúp 1.208 hộ làm chuồng, đã nghiệm thu 946 hộ; lãi suất vay 6,12%.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
