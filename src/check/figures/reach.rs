//! A number with the least and the most it may be: what rounding as written leaves open — *độ chính xác như đã viết*.

use super::mention::Mention;
use crate::viet::decimal::Decimal;

/// Places of a quotient before it is rounded.
const PLACES: u32 = 6;

/// A number with the least and the most it may be, as its figures are rounded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reach {
    low: Decimal,
    mid: Decimal,
    high: Decimal,
    /// Whether *hơn* or *khoảng* leaves one of its figures open.
    rough: bool,
}

impl Reach {
    /// The size of a figure; only whole numbers without a word of scale are exact.
    pub(super) fn of(figure: &Mention) -> Option<Self> {
        let power = figure.power()?;
        let exact = figure.value.scale == 0 && power == 0 && figure.is_counted();
        let half = match exact {
            true => Decimal::default(),
            // *hơn* and *gần* cut off rather than round.
            false if figure.rough => figure.last_place()?,
            false => Decimal { mantissa: 5, scale: figure.value.scale + 1 }.shifted(power)?,
        };
        let (low, high) = (figure.size.checked_sub(half)?, figure.size.checked_add(half)?);
        Some(Self { low, mid: figure.size, high, rough: figure.rough && figure.is_round() })
    }

    /// A number without doubt.
    pub(super) fn exactly(mid: Decimal) -> Self {
        Self { low: mid, mid, high: mid, rough: false }
    }

    /// A number between two others.
    pub(super) fn between(low: Decimal, high: Decimal) -> Option<Self> {
        let sum = low.checked_add(high)?;
        let mid = Decimal { mantissa: sum.mantissa.checked_mul(5)?, scale: sum.scale + 1 };
        Some(Self { low, mid, high, rough: false })
    }

    /// The same number, left open by a word.
    pub(super) fn loosely(self) -> Self {
        Self { rough: true, ..self }
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        self.with(
            other,
            [self.low.checked_add(other.low), self.mid.checked_add(other.mid), self.high.checked_add(other.high)],
        )
    }

    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.with(
            other,
            [self.low.checked_sub(other.high), self.mid.checked_sub(other.mid), self.high.checked_sub(other.low)],
        )
    }

    /// How far two numbers lie apart.
    pub(super) fn apart(self, other: Self) -> Option<Self> {
        if self.mid < other.mid { other.minus(self) } else { self.minus(other) }
    }

    /// The product of two numbers above nothing.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        self.with(other, [times(self.low, other.low), times(self.mid, other.mid), times(self.high, other.high)])
    }

    /// In hundredths of a base; none without a base.
    pub(super) fn share(self, base: Self) -> Option<Self> {
        (base.low.mantissa > 0).then_some(())?;
        let [low, mid, high] = [(self.low, base.high), (self.mid, base.mid), (self.high, base.low)];
        self.with(base, [low, mid, high].map(|(part, base)| part.percent_of(base, PLACES)))
    }

    /// What is made of two numbers.
    fn with(self, other: Self, ends: [Option<Decimal>; 3]) -> Option<Self> {
        let [low, mid, high] = ends;
        Some(Self { low: low?, mid: mid?, high: high?, rough: self.rough || other.rough })
    }

    /// One number in another.
    pub(super) fn over(self, base: Self) -> Option<Self> {
        self.share(base)?.map(|hundredths| hundredths.shifted(-2))
    }

    /// How far it lies above a base in hundredths of the base, or below it; and whether it lies below.
    pub(super) fn growth(self, base: Self) -> Option<(Self, bool)> {
        let (share, whole) = (self.share(base)?, Self::exactly(Decimal::whole(100)));
        let falls = share.mid < whole.mid;
        Some((if falls { whole.minus(share)? } else { share.minus(whole)? }, falls))
    }

    /// Each end made into another number, which keeps no more places than can be compared.
    pub(super) fn map(self, make: impl Fn(Decimal) -> Option<Decimal>) -> Option<Self> {
        let make = |end| {
            let made = make(end)?;
            if made.scale > PLACES { made.percent_of(Decimal::whole(100), PLACES) } else { Some(made) }
        };
        Some(Self { low: make(self.low)?, mid: make(self.mid)?, high: make(self.high)?, ..self })
    }

    pub(super) fn is_rough(self) -> bool {
        self.rough
    }

    pub(super) fn mid(self) -> Decimal {
        self.mid
    }

    /// Whether rounding leaves so much open that it may be no number above nothing.
    pub(super) fn may_be_nothing(self) -> bool {
        self.low.mantissa <= 0 && self.low != self.high
    }

    /// Whether a figure may be this number, rounded or cut off.
    pub(super) fn holds(self, said: &Mention) -> bool {
        let exact = said.value.scale == 0 && said.is_counted() && said.power() == Some(0);
        let unit = Decimal { mantissa: i128::from(!exact), scale: said.value.scale };
        let (low, high) = (self.low.checked_sub(unit), self.high.checked_add(unit));
        low.zip(high).is_none_or(|(low, high)| low <= said.value && said.value <= high)
    }

    /// Whether a rate may be this number, where it is known to the last place: rounded or cut off, but not one more.
    pub(super) fn holds_exactly(self, said: &Mention) -> bool {
        let half = Decimal { mantissa: 5, scale: said.value.scale + 1 };
        let known = self.low == self.high;
        self.holds(said) && (!known || said.value.checked_sub(half).is_none_or(|least| least <= self.high))
    }

    /// The number within reach that another one is with two neighbouring digits changed about.
    pub(super) fn turned(self, said: Decimal) -> Option<Decimal> {
        let digits = said.mantissa.to_string().into_bytes();
        let turn = |at: usize| {
            let mut turned = digits.clone();
            turned.swap(at, at + 1);
            let mantissa = String::from_utf8(turned).ok()?.parse().ok()?;
            Some(Decimal { mantissa, ..said }).filter(|one| *one != said && self.low <= *one && *one <= self.high)
        };
        (0..digits.len().saturating_sub(1)).filter(|_| digits.len() > 2).find_map(turn)
    }

    /// As a figure of so many places would tell it.
    pub(super) fn rounded(self, scale: u32) -> Option<Decimal> {
        self.mid.percent_of(Decimal::whole(100), scale)
    }

    /// As figures of so many places may tell it: rounded, cut off, the least, the most.
    pub(super) fn told(self, scale: u32) -> Vec<Decimal> {
        let rounded = |end: Decimal| end.percent_of(Decimal::whole(100), scale);
        let half = Decimal { mantissa: 5, scale: scale + 1 };
        let cut = self.mid.checked_sub(half).and_then(rounded);
        [rounded(self.mid), cut, rounded(self.low), rounded(self.high)].into_iter().flatten().collect()
    }
}

/// The product of two numbers, exactly.
fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale.checked_add(b.scale).filter(|scale| *scale <= 2 * Decimal::MAX_SCALE)?;
    Some(Decimal { mantissa: a.mantissa.checked_mul(b.mantissa)?, scale }.trimmed())
}
