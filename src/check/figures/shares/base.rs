//! The base of a rate: what the words name, the whole before its part, or what stands in brackets.

use crate::check::figures::mention::Mention;
use crate::check::figures::shares::share::{OVERS, WHOLES};
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// How sure the text is of a base.
pub(in crate::check::figures) enum Base {
    /// The sentence names it.
    Certain(Decimal),
    /// It is the only one at hand; any figure that explains the rate clears it.
    Likely(Decimal),
}

/// Words that name the base of a rate, and the base itself: *giao theo kế hoạch 59 tỷ đồng … 27,7% kế hoạch năm*.
pub(in crate::check::figures) const BASES: [&str; 9] =
    ["kế hoạch", "dự toán", "chỉ tiêu", "nghị quyết", "tổng số", "kịch bản", "tổng", "mức", "mục tiêu"];

impl Reading<'_> {
    /// *bằng 51,9% trong tổng số 4.466 tỷ đồng*: the whole right behind the rate.
    pub(in crate::check::figures) fn base_behind(&self, part: usize, at: usize) -> Option<Decimal> {
        let next = self.figures.get(at + 1).filter(|next| at + 1 < self.own.end && next.is_kin(&self.figures[part]))?;
        let link = self.between(at, at + 1).trim_start();
        let noun = OVERS.iter().find_map(|over| link.strip_prefix(over)).unwrap_or(link);
        let plain = !link.contains([',', ';', '(', ')', ':']) && link.split_whitespace().count() <= 9;
        let named = BASES.iter().any(|base| noun.starts_with(base)) || (noun.is_empty() && !link.is_empty());
        (plain && named).then_some(next.size)
    }

    /// The base of a rate: the whole of *49/53*; the figure in brackets behind the words that name it; the figure before
    /// the part if the words behind the rate name it; the only other figure of its kind.
    pub(in crate::check::figures) fn base(&self, part: usize, rate: &Mention) -> Option<Base> {
        let figure = &self.figures[part];
        let after = self.text[rate.range.end..].trim_start();
        let after = OVERS.iter().find_map(|over| after.strip_prefix(over)).unwrap_or(after);
        let named = BASES.iter().find(|word| after.starts_with(**word));
        if let Some(given) = self.in_brackets(rate).filter(|given| given.is_kin(figure) && named.is_some()) {
            return Some(Base::Certain(given.size));
        }
        if let Some(of) = figure.of {
            return Some(Base::Certain(of));
        }
        let same = |other: &usize| !self.figures[*other].is_rate() && self.figures[*other].is_kin(figure);
        let all: Vec<usize> = (part.saturating_sub(NEAR)..part).filter(same).collect();
        let own: Vec<usize> = all.iter().copied().filter(|other| *other >= self.own.start).collect();
        if let Some(word) = named {
            let labelled = |other: &usize| {
                let label = self.label(*other);
                label.contains(word) || label.ends_with("giao ") || label.ends_with("giao là ")
            };
            if let Some(last) = own.last().filter(|last| labelled(last)) {
                return Some(Base::Certain(self.figures[*last].size));
            }
            return all.iter().rev().find(|other| labelled(other)).map(|other| Base::Likely(self.figures[*other].size));
        }
        let counted = after.strip_prefix("số ").is_some_and(|noun| noun.starts_with(figure.unit.as_str()));
        let ends = counted || after.is_empty() || after.starts_with([',', ';', '.', ')', ':']);
        // *1.511 ca (tăng 15 ca), trong đó có 604 ca (40%)*
        let own: Vec<usize> = own.into_iter().filter(|one| !self.is_moved(*one)).collect();
        // *giảm 17 vụ (từ 78 vụ xuống 61 vụ, tương đương 21,8%)* is no share.
        self.from(part).is_none().then_some(())?;
        match own[..] {
            [only] if ends && !self.is_change(only) && !self.is_rated(only) => {
                Some(Base::Certain(self.figures[only].size))
            }
            [] if ends => self.whole_before(&all),
            _ => None,
        }
    }

    /// The one figure of the sentences before, if it is told as a whole.
    pub(in crate::check::figures) fn whole_before(&self, all: &[usize]) -> Option<Base> {
        let [only] = all else { return None };
        let before = self.lead(*only);
        WHOLES.iter().any(|word| before.contains(word)).then_some(Base::Likely(self.figures[*only].size))
    }
}
