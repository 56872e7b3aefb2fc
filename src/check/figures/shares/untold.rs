//! Shares of a whole that the text does not tell as one: *42 đảng viên, có mặt 39, tán thành 38 (97,4%)*. No base near by proves them
//! wrong.

use crate::check::figures::judge::Terms;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// So many numbers before a part may be its whole without saying what they count.
const BARE: usize = 4;

impl Reading<'_> {
    /// *432 đại biểu tham gia (chiếm 87,45% tổng số), 423 đại biểu tán thành (chiếm 85,63% tổng số)*: both rates are of one whole that is
    /// not told.
    pub(in crate::check::figures) fn is_share_untold(&self, at: usize, terms: &Terms) -> bool {
        let Terms::Share(part, base) = terms else { return false };
        let (said, part) = (&self.figures[at], &self.figures[*part]);
        let words = |at: usize| {
            let behind = self.following(at).split([',', ';', '.', ')']).next().unwrap_or_default();
            Some(behind.trim().to_owned()).filter(|words| words.contains(' '))
        };
        let holds = |one: usize| {
            let (figure, rate) = (&self.figures[one], self.figures.get(one + 1)?);
            (one + 1 < at && rate.is_rate() && figure.size == *base && figure.is_kin(part)).then_some(())?;
            (words(at)? == words(one + 1)?).then_some(())?;
            // The part as a share of the other figure, times the rate of that: both of the untold whole.
            let share = part.size.percent_of(figure.size, said.value.scale + 2)?;
            let mantissa = share.mantissa.checked_mul(rate.value.mantissa)?;
            let made = Decimal { mantissa, scale: share.scale + rate.value.scale + 2 };
            let off = made.percent_of(Decimal::whole(100), said.value.scale)?.checked_sub(said.value)?;
            Some(off.mantissa.abs() <= 1)
        };
        // *41/43 đại biểu dự họp. Ông A được 40/41 phiếu, đạt 93,02% tổng số đại biểu*
        let named = words(at).is_some_and(|words| words.trim_start_matches("so với ").starts_with("tổng số"));
        let of_other = |one: usize| {
            let person = self.figures[one].is_person();
            let share =
                self.figures[one].of.filter(|_| person).and_then(|of| part.value.percent_of(of, said.value.scale));
            named && share == Some(said.value)
        };
        (at.saturating_sub(NEAR)..at).any(|one| holds(one) == Some(true) || of_other(one))
    }

    /// *42 đảng viên, có mặt 39, tán thành 38 (97,4%)*: the whole may be a number before the part that names nothing.
    pub(in crate::check::figures) fn is_share_of_a_bare_number(&self, at: usize, terms: &Terms) -> bool {
        let Terms::Share(part, _) = terms else { return false };
        let (said, part) = (&self.figures[at], &self.figures[*part]);
        let Some(before) = self.text.get(self.within.start..part.range.start.max(self.within.start)) else {
            return false;
        };
        let numbers = before.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')));
        let bases = numbers.filter_map(|number| Decimal::parse_grouped(number.trim_matches(['.', ','])).ok());
        let holds = |base: Decimal| part.value.percent_of(base, said.value.scale) == Some(said.value);
        let named = self.is_named_alike(at) || self.of_named_base(at).is_some();
        part.of.is_none() && !named && bases.rev().take(BARE).any(holds)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::left_alone;

    #[test]
    fn wholes_that_are_not_told() {
        left_alone(&[
            "Chi bộ có 51 đảng viên, có mặt 47, tán thành 45 đảng viên (chiếm 95,7%).",
            // The head of a sentence names another whole than its neighbours have.
            "Phải thi hành 600 việc, trong đó có điều kiện 450 việc, chiếm 75%; chưa có điều kiện 150 việc, chiếm 25%. Trong số có điều kiện, đã xong 300 việc, đạt 66,67%.",
            "Có 262 đại biểu tham gia (chiếm 87,33% tổng số), 257 đại biểu tán thành (chiếm 85,67% tổng số).",
        ]);
    }
}
