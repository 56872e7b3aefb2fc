//! Relations that nearly hold. Each stated result has a few ways to come about from the figures near by; where none of
//! them holds, but one would but for a slip of typing, the result is told with what that way makes.

use super::mention::Mention;
use super::slip::{Slip, slip};
use super::{Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Places of a quotient before it is rounded.
const PLACES: u32 = 6;

/// The fewest digits of a rate, and of any other figure, whose likeness to another is hardly one of chance.
const LEAST: (usize, usize) = (3, 4);

/// Nothing this many times another number is a slip for it.
const FAR: i128 = 3;

/// How closely the words tie a result to the figures of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tie {
    /// Not at all: it only clears the result.
    Silent,
    /// One of several near by: only two digits changed about tell it.
    Free,
    /// The only one near by: one other digit tells it as well, and so does a wrong power of ten.
    Only,
    /// The words leave no other.
    Told,
}

/// A way in which a result may come about.
pub(super) struct Way {
    pub(super) tie: Tie,
    /// What it makes, in the unit of the result.
    pub(super) makes: Reach,
    pub(super) terms: Terms,
}

/// What a way is made of, as it is told.
pub(super) enum Terms {
    /// A part, and its base in full.
    Share(usize, Decimal),
    /// What a figure was before.
    Change(Decimal, usize),
    Sum(String),
    Product(String),
}

/// A number with the least and the most it may be, as its figures are rounded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    low: Decimal,
    mid: Decimal,
    high: Decimal,
}

impl Reach {
    /// The size of a figure; only whole numbers without a word of scale are exact.
    pub(super) fn of(figure: &Mention) -> Option<Self> {
        let power = figure.power()?;
        let exact = figure.value.scale == 0 && power == 0;
        let half = Decimal { mantissa: if exact { 0 } else { 5 }, scale: figure.value.scale + 1 }.shifted(power)?;
        let (low, high) = (figure.size.checked_sub(half)?, figure.size.checked_add(half)?);
        Some(Self { low, mid: figure.size, high })
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let low = self.low.checked_add(other.low)?;
        Some(Self { low, mid: self.mid.checked_add(other.mid)?, high: self.high.checked_add(other.high)? })
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        let low = self.low.checked_sub(other.high)?;
        Some(Self { low, mid: self.mid.checked_sub(other.mid)?, high: self.high.checked_sub(other.low)? })
    }

    /// In hundredths of a base; none without a base.
    pub(super) fn share(self, base: Self) -> Option<Self> {
        (base.low.mantissa > 0).then_some(())?;
        let low = self.low.percent_of(base.high, PLACES)?;
        Some(Self { low, mid: self.mid.percent_of(base.mid, PLACES)?, high: self.high.percent_of(base.low, PLACES)? })
    }

    /// How far it lies above a base, in hundredths of the base, or below it.
    pub(super) fn growth(self, base: Self, falls: bool) -> Option<Self> {
        let share = self.share(base)?;
        let whole = Decimal::whole(100);
        let whole = Self { low: whole, mid: whole, high: whole };
        let growth = if falls { whole.minus(share)? } else { share.minus(whole)? };
        (growth.mid.mantissa > 0).then_some(growth)
    }

    /// Each end made into another number, which keeps no more places than can be compared.
    pub(super) fn map(self, make: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let make = |end| {
            let made = make(end)?;
            if made.scale > PLACES { made.percent_of(Decimal::whole(100), PLACES) } else { Some(made) }
        };
        Some(Self { low: make(self.low)?, mid: make(self.mid)?, high: make(self.high)? })
    }

    pub(super) fn mid(self) -> Decimal {
        self.mid
    }

    /// Whether a figure may be this number, rounded or cut off.
    fn holds(self, said: &Mention) -> bool {
        let exact = said.value.scale == 0 && !said.is_rate() && said.power() == Some(0);
        let unit = Decimal { mantissa: i128::from(!exact), scale: said.value.scale };
        let (low, high) = (self.low.checked_sub(unit), self.high.checked_add(unit));
        low.zip(high).is_none_or(|(low, high)| low <= said.value && said.value <= high)
    }

    /// Each end as a figure would tell it.
    fn rounded(self, scale: u32) -> [Option<Decimal>; 3] {
        [self.mid, self.low, self.high].map(|end| end.percent_of(Decimal::whole(100), scale))
    }
}

impl Way {
    /// What the result should have been, if a slip explains what it is.
    fn right(&self, said: &Mention) -> Option<Decimal> {
        let ends = self.makes.rounded(said.value.scale);
        let middle = ends[0]?;
        let far = |a: Decimal, b: Decimal| a.mantissa.checked_mul(FAR).is_none_or(|a| a < b.mantissa);
        let slipped = ends.into_iter().flatten().find(|right| self.is_slip(said, *right));
        slipped.or_else(|| {
            let apart = far(middle, said.value) || far(said.value, middle);
            (self.tie == Tie::Told && !apart).then_some(middle)
        })
    }

    fn is_slip(&self, said: &Mention, right: Decimal) -> bool {
        let digits = absolute(said.value).mantissa.to_string().len();
        let least = if said.is_rate() { LEAST.0 } else { LEAST.1 };
        // A pair of digits is few, but enough where there is no other way.
        let turned = if self.tie >= Tie::Only { least - 1 } else { least };
        let only = self.tie >= Tie::Only && digits >= least;
        let scaled = || (1..=3).any(|power| [power, -power].iter().any(|p| right.shifted(*p) == Some(said.value)));
        match slip(said.value, right, turned) {
            Some(Slip::Turned) => true,
            Some(Slip::Digit) => only,
            None => only && scaled(),
        }
    }
}

impl Reading<'_> {
    /// The results of the sentence that nothing explains but a slip.
    pub(super) fn near_misses(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|at| self.near_miss(at)).collect()
    }

    fn near_miss(&self, at: usize) -> Option<Diagnostic> {
        let said = &self.figures[at];
        (said.of.is_none() && !(said.rough && said.is_round())).then_some(())?;
        let ways = self.ways(at);
        (!ways.iter().any(|way| way.makes.holds(said))).then_some(())?;
        let spoken = ways.iter().filter(|way| way.tie > Tie::Silent);
        let mends = spoken.filter_map(|way| Some((way, way.right(said)?)));
        let (way, right) = mends.max_by_key(|(way, _)| way.tie)?;
        Some(self.tell(at, &way.terms, right))
    }

    fn tell(&self, at: usize, terms: &Terms, right: Decimal) -> Diagnostic {
        let said = &self.figures[at];
        let right = if said.is_rate() { right } else { right.trimmed() };
        let computed = said.shown_as(right);
        let (fault, hint) = match terms {
            Terms::Share(part, base) => {
                let part = &self.figures[*part];
                let fault = self.proof.fault("prose-rate", self.place(&said.range)).with("part", part.shown());
                (fault.with("base", part.shown_as(part.in_unit(*base))), "prose-rate.hint")
            }
            Terms::Change(from, to) => (self.fault(at, *from, &self.figures[*to]), "prose-change.hint"),
            Terms::Sum(terms) => return self.other_sum(at, terms.clone(), right),
            Terms::Product(terms) => {
                let fault = self.proof.fault("prose-product", self.place(&said.range)).with("told", said.shown());
                (fault.with("terms", terms), "prose-product.hint")
            }
        };
        fault.with("computed", &computed).hint(Message::new(hint).with("computed", computed))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    /// A text, its right figure, and the slips for it that are told.
    const RELATIONS: [(&str, &str, &[&str]); 16] = [
        ("Đồ gỗ đạt 8,4 tỷ USD, giảm {} (tương ứng giảm 1,2 tỷ USD).", "12,5%", &["15,2%", "14,1%"]),
        (
            "So với cùng kỳ, đạt 42,18 tỷ USD, lớn nhất. Mặt hàng này tăng 6,35 tỷ USD, tương ứng tăng {}.",
            "17,7%",
            &["12,7%"],
        ),
        ("Kim ngạch đạt 8,42 tỷ USD, tăng {} so với 8,05 tỷ USD cùng kỳ.", "4,6 %", &["6,4 %", "9,9 %"]),
        ("Số hộ nghèo còn 2.312 hộ. Tính trên tổng số 412.600 hộ dân thì hộ nghèo chiếm {}.", "0,56%", &["0,65%"]),
        ("Thu đạt khoảng 215.000 tỷ đồng, bằng {} dự toán (230.000 tỷ đồng).", "93,5%", &["95,3%"]),
        (
            "Cả nước đạt 9,6 tỷ USD, tăng 3,1%. Hai tỉnh lớn đạt 8,16 tỷ USD, chiếm {} kim ngạch.",
            "85,0%",
            &["58,0%", "65,0%"],
        ),
        ("Còn 6.315 hộ cận nghèo. Với tổng số 412.600 hộ dân thì số hộ cận nghèo còn {}.", "1,53%", &["1,35%"]),
        (
            "Có 485 người mắc bệnh, 647 người khỏi. So với năm trước giảm 36 người mắc bệnh (giảm {}).",
            "6,91%",
            &["6,19%"],
        ),
        ("Đầu năm có 8.214 hộ. Cuối năm còn 6.557 hộ (giảm {} so với đầu năm).", "1.657 hộ", &["1.675 hộ"]),
        ("Kho có 7.418 thùng. Xe đã chở khoảng 2.000 thùng, số còn lại khoảng {}.", "5.418 thùng", &["5.481 thùng"]),
        (
            "Cả huyện đạt {}. Trong số đó, xã A đạt 3.150 tấn, tăng 5%; xã B đạt 6.204 tấn; riêng xã C đạt 3.109 tấn.",
            "12.463 tấn",
            &["12.643 tấn"],
        ),
        (
            "Xã mua 42 thùng loại 25kg/thùng và 33 thùng loại 25kg/thùng, tổng trọng lượng {}.",
            "1.875kg",
            &["1.785kg", "18.750kg"],
        ),
        (
            "Chè đạt 1,25 triệu tấn, trị giá 2,5 tỷ USD, tăng 3%. Giá bình quân đạt {}.",
            "2.000 USD/tấn",
            &["1.450 USD/tấn"],
        ),
        (
            "Tỉnh bán 1,25 triệu tấn chè, trị giá 2.500 tỷ đồng. Giá bình quân đạt {}.",
            "2 triệu đồng/tấn",
            &["1,45 triệu đồng/tấn"],
        ),
        ("Có {} chưa nộp, gồm: xóm Đông (5), xóm Tây (4), xóm Nam (2), xóm Bắc (1).", "12 hộ", &["13 hộ"]),
        ("Tỷ lệ các loại là: {} loại A, 44,6% loại B, 4,2% loại C.", "51,2%", &["52,1%"]),
    ];

    /// Results that the figures near by do not make, and need not.
    const LEFT: [&str; 6] = [
        "Thu đạt 8,4 tỷ đồng, giảm 14,1%; chi 5 tỷ đồng, giảm 1,2 tỷ đồng.",
        "Cả nước đạt 9,6 tỷ USD, vượt 3,1%. Hai tỉnh lớn đạt 8,16 tỷ USD, chiếm 31,7% kim ngạch.",
        "Đầu năm có 8.214 hộ. Cuối năm còn 6.557 hộ (giảm 1.120 hộ so với quý I).",
        "Kho có 7.418 thùng. Xe đã chở khoảng 2.000 thùng, số hàng lậu còn lại khoảng 4.120 thùng.",
        "Cả huyện đạt 12.463 tấn. Trong đó, xã A đạt 3.150 tấn, xã B đạt 2.204 tấn.",
        "Có 40 hộ chưa nộp, gồm: xóm Đông (5), xóm Tây (4), xóm Nam (2).",
    ];

    #[test]
    fn slips_in_relations() {
        for (text, right, slips) in RELATIONS {
            let sound = text.replace("{}", right);
            assert!(found(&sound).is_empty(), "{sound}: {:?}", found(&sound));
            for slip in slips {
                let text = text.replace("{}", slip);
                assert_eq!(found(&text).len(), 1, "{text}: {:?}", found(&text));
            }
        }
        for text in LEFT {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
