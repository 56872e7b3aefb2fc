//! A way in which a figure may come about, how closely the words tie it, and what the figure should have been by it.

use std::ops::Range;

use crate::check::figures::absolute;
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip::{self, Slip, slip};
use crate::viet::decimal::Decimal;

/// The fewest digits of a rate, and of any other figure, whose likeness to another is hardly one of chance.
const LEAST: (usize, usize) = (3, 4);

/// What is this many times another number is no slip for it, however it is worded.
const FAR: i128 = 12;

/// How far off, in hundredths, a figure may be that the words tie to another, but not beyond doubt.
const NEARLY: i128 = 30;

/// How far off, in hundredths, *hơn* and *khoảng* may leave a result.
const ROUGHLY: i128 = 10;

/// From so many decimals on *hơn* and *trên* leave a figure hardly open.
const FINE: u32 = 2;

/// How closely the words tie a result to the figures of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check::figures) enum Tie {
    /// Not at all: it only clears the result.
    Silent,
    /// One of several near by: only two digits changed about tell it.
    Free,
    /// The only one near by: one other digit tells it as well, and so does a wrong power of ten.
    Only,
    /// The words name it, but may mean another: what lies near tells it too.
    Named,
    /// The words leave no other.
    Told,
}

/// A way in which a result may come about.
pub(in crate::check::figures) struct Way {
    pub(in crate::check::figures) tie: Tie,
    /// What it makes, in the unit of the result.
    pub(in crate::check::figures) makes: Reach,
    pub(in crate::check::figures) terms: Terms,
}

/// What a way is made of, as it is told.
#[derive(Clone)]
pub(in crate::check::figures) enum Terms {
    /// A part, and its base in full.
    Share(usize, Decimal),
    /// What a figure was before.
    Change(Decimal, Mention),
    /// The same of a change that is told as an amount as well, and where both stand.
    Both(Decimal, Mention, Range<usize>),
    /// The same, though the words tell of a movement the other way.
    Backwards(Decimal, Mention),
    Sum(String),
    /// A sum in a row of figures, and where the row stands.
    Row(String, Range<usize>),
    /// Factors or what is divided, and from where to where they stand.
    Product(String, Range<usize>),
}

impl Way {
    /// What the result should have been, if the tie is close enough for what it is.
    pub(super) fn right(&self, said: &Mention) -> Option<Decimal> {
        let middle = self.made(said)?;
        if self.is_mistaken(said) {
            return Some(middle);
        }
        let slipped = self.makes.told(said.value.scale).into_iter().find(|right| self.is_slip(said, *right));
        let off = absolute(middle.checked_sub(said.value)?);
        let within = |percent: i128| {
            let most = Decimal { mantissa: middle.mantissa.saturating_mul(percent), ..middle };
            off.shifted(2).is_some_and(|off| off <= absolute(most))
        };
        if self.tie >= Tie::Only && self.is_of_another_scale(said, middle) {
            return Some(middle);
        }
        let far = |a: Decimal, b: Decimal| a.mantissa.checked_mul(FAR).is_none_or(|a| a < b.mantissa);
        let apart = far(middle, said.value) || far(said.value, middle);
        if self.tie == Tie::Told && apart && matches!(self.terms, Terms::Product(..)) {
            return Some(middle);
        }
        // *trên 1,33 tỷ* leaves open no more than its last place.
        let open = said.rough && said.value.scale < FINE;
        if open || (self.makes.is_rough() && within(ROUGHLY)) {
            // What is only about so much is told by digits changed about, or where the words leave no doubt, if it is far off.
            let turned = slipped.filter(|right| slip(said.value, *right, LEAST.0) == Some(Slip::Turned));
            let sure = self.tie == Tie::Told && matches!(self.terms, Terms::Product(..) | Terms::Share(..));
            // *gấp gần 3,8 lần* of what is 4,8 times as much.
            let times = said.unit == "lần" && self.tie >= Tie::Only;
            let told = (sure || times) && !within(ROUGHLY) && !apart;
            let turned = turned.or_else(|| self.makes.turned(said.value).filter(|_| self.tie >= Tie::Only));
            return turned.or(Some(middle).filter(|_| told));
        }
        match self.tie {
            Tie::Told if apart => None,
            Tie::Told => Some(middle),
            Tie::Named if within(NEARLY) => Some(slipped.unwrap_or(middle)),
            _ => slipped,
        }
    }

    /// *giảm 54,04%* of what is 194 and was 359: whether a rate of change tells what is left, or is a share of what is now.
    fn is_mistaken(&self, said: &Mention) -> bool {
        let (Terms::Change(from, to) | Terms::Both(from, to, _)) = &self.terms else { return false };
        let far = self.makes.mid().checked_sub(said.value).is_some_and(|off| absolute(off) >= Decimal::whole(1));
        let sure = self.tie >= Tie::Only || (self.tie == Tie::Free && slip::digits(said.value) >= LEAST.0);
        let off = to.size.checked_sub(*from).map(absolute);
        let left = (to.size < *from).then(|| to.size.percent_of(*from, said.value.scale)).flatten();
        // *vượt 105% kế hoạch* of what is 105% of it.
        let whole = (to.size > *from).then(|| to.size.percent_of(*from, said.value.scale)).flatten();
        let whole = whole.filter(|_| self.tie == Tie::Told);
        let mistakes = [left, whole, off.and_then(|off| off.percent_of(to.size, said.value.scale))];
        said.is_rate() && !to.is_rate() && far && sure && mistakes.contains(&Some(said.value))
    }

    /// *6,9 triệu đồng* for 6,9 tỷ đồng: whether the word of scale alone is wrong.
    fn is_of_another_scale(&self, said: &Mention, made: Decimal) -> bool {
        let near = |power: &i32| {
            let off = made.shifted(*power).and_then(|made| made.checked_sub(said.value)).map(absolute);
            off.and_then(|off| off.shifted(2)).is_some_and(|off| off < absolute(said.value))
        };
        said.is_counted() && said.power().is_some_and(|power| power > 0) && [3, 6, -3, -6].iter().any(near)
    }

    /// What it makes, as the text would tell it: a mean and a rate rounded, anything else in full if that is not long.
    fn made(&self, said: &Mention) -> Option<Decimal> {
        let full = self.makes.mid().trimmed();
        let short = said.is_counted() && full.scale <= said.value.scale + 2;
        if short { Some(full) } else { self.makes.rounded(said.value.scale) }
    }

    fn is_slip(&self, said: &Mention, right: Decimal) -> bool {
        let digits = absolute(said.value).mantissa.to_string().len();
        let least = if said.is_rate() || said.unit == "lần" { LEAST.0 } else { LEAST.1 };
        // A pair of digits is few, but enough where there is no other way.
        let turned = if self.tie >= Tie::Only { least - 1 } else { least };
        let only = self.tie >= Tie::Only && digits >= least;
        let scaled = || (1..=3).any(|power| [power, -power].iter().any(|p| right.shifted(*p) == Some(said.value)));
        match slip(said.value, right, turned) {
            Some(Slip::Turned) => true,
            Some(Slip::Swapped | Slip::Length | Slip::Digit) => only,
            None => only && scaled(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn slips_by_the_tie_of_their_way() {
        told_of_slips(&[
            ("Cả năm đạt 12,6 triệu tấn, bằng 105% kế hoạch (vượt {}).", "600.000 tấn", &["60.000 tấn"]),
            ("Thu đạt khoảng 215.000 tỷ đồng, bằng {} dự toán (230.000 tỷ đồng).", "93,5%", &["95,3%"]),
            (
                "Kho có 7.418 thùng. Xe đã chở khoảng 2.000 thùng, số còn lại khoảng {}.",
                "5.418 thùng",
                &["5.481 thùng"],
            ),
            (
                "Xã mua 42 thùng loại 25kg/thùng và 33 thùng loại 25kg/thùng, tổng trọng lượng {}.",
                "1.875kg",
                &["1.785kg", "18.750kg"],
            ),
            ("Đội thu gom 61.200 tấn rác, vượt {} kế hoạch giao đầu năm (60.000 tấn).", "2%", &["102%", "5%"]),
        ]);
    }
}
