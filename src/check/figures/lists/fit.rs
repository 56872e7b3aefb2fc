//! Whether the parts of a list make up its total: exactly, by rounding, but for one slip, or not at all.

use crate::check::figures::absolute;
use crate::check::figures::lists::list::{List, Units};
use crate::check::figures::lists::listed::fill_by_name;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::lists::sum::times;
use crate::check::figures::mention::Mention;
use crate::check::figures::slip::{self, Mend, Slip};
use crate::viet::decimal::Decimal;

/// How far above its total, in hundredths, *trong đó* tells of parts and no longer of groups that overlap.
const OVERLAP: i128 = 50;

/// So many parts of a total are all of them.
const MANY: usize = 5;

/// *84,2 tỷ đồng, trong đó 61,7 tỷ đồng kéo dài, 22,5 tỷ đồng bị hủy*: the part that is made of those behind it.
pub(in crate::check::figures) fn counted_twice<'f>(parts: impl Iterator<Item = &'f Mention>) -> Option<Decimal> {
    let sizes: Vec<Decimal> = parts.map(|part| part.size).collect();
    let made = |total: &usize| {
        let mut sum = Decimal::default();
        sizes[total + 1..].iter().enumerate().any(|(count, size)| {
            sum = sum.checked_add(*size).unwrap_or_default();
            count > 0 && sum == sizes[*total]
        })
    };
    (0..sizes.len()).find(made).map(|total| sizes[total])
}

impl List {
    /// What the parts make up.
    pub(in crate::check::figures) fn sum(&self) -> Option<Decimal> {
        self.parts.iter().try_fold(Decimal::default(), |sum, part| sum.checked_add(part.size))
    }

    /// How far its parts are above its total.
    pub(in crate::check::figures) fn surplus(&self) -> Option<Decimal> {
        self.sum()?.checked_sub(self.whole.size)
    }

    /// The list with what *riêng* sets apart, if that makes up its total, be it with two digits changed about.
    pub(in crate::check::figures) fn widened(&self) -> Option<Option<List>> {
        if self.asides.is_empty() {
            return Some(None);
        }
        let parts = [self.parts.as_slice(), &self.asides].concat();
        let wide = List { parts, asides: Vec::new(), ..self.clone() };
        let over = wide.surplus()?;
        let turned = slip::mends(&self.whole, &wide.parts, over).iter().any(|mend| mend.slip == Slip::Turned);
        Some(Some(wide).filter(|_| over.is_zero() || turned))
    }

    /// A part that is larger than its whole, where the words leave no doubt of either.
    pub(in crate::check::figures) fn larger(&self) -> Option<&Mention> {
        let opener = matches!(self.opener, Opener::Among | Opener::OfWhole | Opener::Consists);
        let persons = self.whole.is_person() && self.parts.iter().all(Mention::is_person);
        let sure = opener && (self.units == Units::Same || persons) && self.plain;
        let larger = |part: &&Mention| {
            // *4 ca tử vong. Trong đó, 4.309 ca nhập viện*: so much more is a part of another whole.
            if self.apart && times(self.whole.size, 20).is_some_and(|most| part.size > most) {
                return false;
            }
            let digits = part.size.checked_sub(self.whole.size).is_some_and(|over| over.mantissa > 0);
            // What is three times its whole no *gần* explains.
            let far = times(self.whole.size, 3).is_some_and(|most| part.size > most);
            // *giá khởi điểm 10.100 đồng/cổ phần … 13.945 đồng/cổ phần*: a price is no part of another.
            digits
                && part.per.is_none()
                && (persons || part.unit == self.whole.unit)
                && (far || (!part.rough && !self.whole.rough))
        };
        self.parts.iter().filter(|_| sure).find(larger)
    }

    /// Whether a part may be one of the total: smaller than it, or the total a thousand times too small or too large.
    pub(in crate::check::figures) fn is_fit(&self, sum: Decimal) -> bool {
        let total = self.whole.size;
        let scaled = [3, 6, -3, -6].iter().any(|power| total.shifted(*power) == Some(sum));
        // Right behind its total, even a part that is larger makes up a sum that is near.
        let near = || {
            let off = sum.checked_sub(total).and_then(|off| absolute(off).shifted(2));
            off.zip(times(total, 20)).is_some_and(|(off, most)| self.opener == Opener::Bracket && off <= most)
        };
        scaled
            || near()
            || (self.opener == Opener::Bracket && self.is_pair_swapped(sum))
            || self.parts.iter().all(|part| part.size < total)
    }

    /// Whether a total is off by no more than rounding, or by what *hơn* and *gần* leave open.
    pub(in crate::check::figures) fn is_rounded(&self, over: Decimal) -> Option<bool> {
        let (total, off) = (&self.whole, absolute(over));
        let last_place = total.last_place()?;
        let rough = self.parts.iter().chain([total]).any(|one| one.rough && one.is_round());
        let parts = i128::try_from(self.parts.len()).ok()?;
        // Large whole numbers of thousands and millions are rounded too, and so is the total of parts told more finely.
        let scaled = total.power()? > 0 && total.value >= Decimal::whole(1_000);
        let finer = self.parts.iter().any(|part| part.last_place().is_some_and(|place| place < last_place));
        let places = match total.value.scale {
            1.. => parts,
            0 if scaled => parts / 2,
            0 if finer && total.value >= Decimal::whole(100) => 1,
            0 => 0,
        };
        let slack = times(last_place, places)?;
        Some(off <= slack || (rough && off.shifted(2)? <= times(total.size, 5)?))
    }

    /// Whether all figures are whole numbers without a word of scale, so that nothing is rounded off.
    pub(in crate::check::figures) fn is_exact(&self) -> bool {
        self.parts.iter().chain([&self.whole]).all(|one| one.value.scale == 0 && one.size == one.value)
    }

    /// Whether the parts were meant to make up the total: more than it is, all but a little, or off by one slip.
    pub(in crate::check::figures) fn is_meant(&self, sum: Decimal, over: Decimal, mends: &[Mend]) -> Option<bool> {
        let total = self.whole.size;
        let hundred = absolute(over).shifted(2)?;
        let within = |percent: i128| Some(hundred <= times(total, percent)?);
        let slipped = self.is_total_slipped(sum);
        let turned = self.is_turned(sum, over, mends)?;
        let among = matches!(self.opener, Opener::Among | Opener::OfWhole);
        if self.vouched {
            return Some(true);
        }
        match self.units {
            Units::Same => {}
            // Parts in other units may count something else altogether.
            Units::Mixed if over.mantissa < 0 && self.joined && self.plain && self.is_exact() => {
                return Some(((turned || slipped) && within(25)?) || within(5)?);
            }
            Units::Mixed => return Some((turned || slipped) && within(25)?),
            // *12 xã, phường, trong đó 9 xã và 4 phường*: what fills a whole by its very name is never more.
            Units::Filling if over.mantissa > 0 && fill_by_name(&self.parts) => return within(40),
            Units::Filling => return within(if among { 5 } else { 12 }),
            // Two parts alone may count something else altogether.
            Units::Other if self.parts.len() == 2 && self.opener != Opener::Consists => {
                return Some((turned || slip::one_figure_apart(sum, total, 5)) && within(12)?);
            }
            // *220 công trình, trong đó có 194 trường hợp …, 21 trường hợp … và 5 trường hợp …*: cases are of whatever was counted.
            Units::Other if among && self.joined && self.are_cases() => return within(8),
            Units::Other if among => return Some(over.mantissa > 0 && within(5)?),
            Units::Other => return within(12),
        }
        // Of a run nothing but the slip itself says that these are the parts.
        if self.opener == Opener::Run {
            let turned = mends.iter().any(|mend| mend.slip == Slip::Turned);
            return Some(self.of_another_scale(sum).is_some() || (turned && within(40)?));
        }
        if self.opener == Opener::Such {
            let slip = slip::one_figure_apart(sum, total, 4) && within(12)?;
            // In a long list one part with two digits changed about may lead far off.
            let far = self.parts.len() > 4 && slip::is_turned_once(mends);
            let turned = turned || (far && within(40)?);
            return Some(
                self.parts.len() > 2 && self.plain && (turned || slip || (self.parts.len() > 3 && within(5)?)),
            );
        }
        if matches!(self.opener, Opener::Tally | Opener::From) {
            return Some(slipped || within(25)?);
        }
        if over.mantissa > 0 {
            return match self.opener {
                // What a sentence only says of a whole may overlap.
                _ if slipped => Some(true),
                Opener::OfWhole => Some(within(15)? || (self.is_exact() && self.is_swapped(over) && within(40)?)),
                Opener::Votes => Some(true),
                Opener::Bracket if self.is_exact() && self.is_swapped(over) => Some(true),
                Opener::With | Opener::Bracket => within(20),
                _ if !self.plain => Some(turned || within(5)?),
                // *6.023 thí sinh, trong đó 5.276 thi Toán và 4.781 thi Văn*: groups that overlap.
                _ if among && !within(OVERLAP)? && self.parts.iter().all(|part| part.size < total) => {
                    Some(self.is_exact() && self.is_swapped(over))
                }
                _ => Some(true),
            };
        }
        self.is_all_but_little(sum, over, mends)
    }

    /// Whether the parts are cases, three or more.
    fn are_cases(&self) -> bool {
        self.parts.len() > 2 && self.parts.iter().all(|part| part.unit == "trường hợp")
    }

    /// A slip in the total alone tells it, however far off it leads; one digit only where nothing is left out.
    fn is_total_slipped(&self, sum: Decimal) -> bool {
        let sure = self.closed && self.plain;
        let slip = slip::slip(self.whole.value, self.whole.in_unit(sum), if sure { 2 } else { 3 });
        slip == Some(Slip::Turned) || (sure && self.whole.value >= Decimal::whole(100) && slip.is_some())
    }

    /// Whether two digits changed about in one of the figures would make the sum right.
    fn is_turned(&self, sum: Decimal, over: Decimal, mends: &[Mend]) -> Option<bool> {
        let near = absolute(over).shifted(2)? <= times(self.whole.size, 20)?;
        Some(self.is_total_slipped(sum) || (near && mends.iter().any(|mend| mend.slip == Slip::Turned)))
    }

    /// Whether parts that are less than their total were meant to be all of it.
    fn is_all_but_little(&self, sum: Decimal, over: Decimal, mends: &[Mend]) -> Option<bool> {
        let total = self.whole.size;
        let hundred = absolute(over).shifted(2)?;
        let within = |percent: i128| Some(hundred <= times(total, percent)?);
        let turned = self.is_turned(sum, over, mends)?;
        // Beside the parts that are worth telling, a whole in millions may hold a few that are not.
        let trifle = !self.closed && self.whole.power()? > 0 && absolute(over).shifted(3)? <= times(total, 5)?;
        if self.open || (trifle && !turned) {
            return Some(false);
        }
        // Of what leaves nothing out, two digits changed about tell it however far off they lead.
        let sure = self.closed && self.plain && self.is_exact() && self.units == Units::Same;
        if sure && self.opener != Opener::Namely && self.parts.len() > 2 && within(20)? && self.is_swapped(over) {
            return Some(true);
        }
        if sure && within(40)? && slip::is_turned_once(mends) {
            return Some(true);
        }
        // *Trong đó có 15 em …, 23 em … và 34 em …*: what *và* closes is all, if two digits changed about make it so.
        if self.joined && self.plain && self.parts.len() > 2 && within(20)? && self.is_swapped(over) {
            return Some(true);
        }
        let told = match (self.closed, self.plain, self.parts.len()) {
            // What is left leaves nothing out.
            (true, true, _) if self.rest && self.is_exact() => 40,
            // Nor does *gồm* before so many.
            (true, true, MANY..) if sure && self.opener == Opener::Consists => 40,
            (true, true, _) => 10,
            (true, false, _) => 5,
            // What a sentence of its own tells of the one before need not be all, unless *và* closes it.
            (false, _, 3..) if self.apart && self.joined && self.is_exact() => 6,
            (false, ..) if self.apart => 3 * i128::from(self.joined),
            (false, true, 3..) => 5,
            (false, ..) => 3,
        };
        let digits = if self.parts.len() > 2 { 2 } else { 3 };
        // A total in full figures is rounded from parts with decimals.
        let told_as = self.whole.in_unit(sum).percent_of(Decimal::whole(100), self.whole.value.scale)?;
        let apart = slip::one_figure_apart(sum, total, digits) || slip::one_figure_apart(told_as, self.whole.value, 4);
        let slip = apart && within(12)?;
        Some(within(told)? || turned || (self.plain && (slip || self.of_another_scale(sum).is_some())))
    }

    /// *87.573 ngàn ha* for the sum of 59.750 ha, 15.486 ha and 12.337 ha: the digits of the total are the sum's.
    pub(in crate::check::figures) fn is_scaled_up(&self, sum: Decimal) -> bool {
        let digits = self.whole.value.mantissa.to_string().trim_end_matches('0').len();
        let scaled = || [-3, -6].iter().any(|power| self.whole.size.shifted(*power) == Some(sum));
        self.units == Units::Same && digits > 2 && scaled()
    }

    /// Whether a part is larger than its total by two digits changed about alone.
    fn is_pair_swapped(&self, sum: Decimal) -> bool {
        self.is_exact()
            && sum.checked_sub(self.whole.size).is_some_and(|over| over.mantissa > 0 && self.is_swapped(over))
    }

    /// Whether a part of two digits or more has two of them changed about.
    fn is_swapped(&self, over: Decimal) -> bool {
        let swapped = |part: &&Mention| {
            let right = part.size.checked_sub(over).map(|right| part.in_unit(right));
            right.is_some_and(|right| slip::slip(part.value, right, 2) == Some(Slip::Turned))
        };
        self.parts.iter().any(|part| swapped(&part))
    }

    /// The part that would make the sum right if it were ten or a thousand times as large, or as small: *triệu* for *tỷ*.
    pub(in crate::check::figures) fn of_another_scale(&self, sum: Decimal) -> Option<usize> {
        let with = |part: &Mention, power: i32| sum.checked_sub(part.size)?.checked_add(part.size.shifted(power)?);
        // A total with decimals, or in millions, is rounded.
        let total = &self.whole;
        let exact = total.value.scale == 0 && total.power() == Some(0);
        let slack = if exact { Decimal::default() } else { total.last_place()? };
        let near = |sum: Decimal| sum.checked_sub(total.size).is_some_and(|off| absolute(off) <= slack);
        // What the slack would swallow explains nothing.
        let counts = |part: &Mention, power: i32| part.size.shifted(power).is_some_and(|size| size > slack);
        let right = |part: &Mention| {
            [3, -3, 1, -1].iter().any(|power| counts(part, *power) && with(part, *power).is_some_and(near))
        };
        self.parts.iter().position(right)
    }
}
