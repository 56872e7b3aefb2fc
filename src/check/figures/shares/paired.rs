//! Shares of the whole of a pair — *119.350/122.541 cử tri tham gia; đồng ý 118.210 người, đạt 96,47%; không đồng ý 1.009 người, 0,82%*.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::reach::Reach;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

impl Reading<'_> {
    /// The share of a part in the whole of the one pair before it, or in those that the pair counts: whichever another share of the
    /// sentence is of. No figure of another sentence explains it then.
    pub(in crate::check::figures) fn of_pair(&self, at: usize) -> Vec<Way> {
        let Some(part) = at.checked_sub(1).filter(|part| *part >= self.own.start && self.is_rated(*part)) else {
            return Vec::new();
        };
        let alike =
            |one: usize| self.figures[one].is_like(&self.figures[part]) || (self.is_voter(one) && self.is_voter(part));
        let mut pairs = (self.own.start.max(part.saturating_sub(NEAR))..part)
            .filter(|one| self.figures[*one].of.is_some() && alike(*one));
        let (Some(pair), None) = (pairs.next(), pairs.next()) else { return Vec::new() };
        let pair = &self.figures[pair];
        let share = |one: usize, base: Decimal| self.reach_of(one)?.share(Reach::exactly(base));
        let fits = |one: usize, base: Decimal| {
            share(one, base).is_some_and(|makes| makes.holds_exactly(&self.figures[one + 1]))
        };
        let near = self.own.start.max(part.saturating_sub(NEAR))..self.own.end.min(part + NEAR);
        let others: Vec<usize> = near.filter(|one| *one != part && self.is_rated(*one) && alike(*one)).collect();
        let bases: Vec<Decimal> = pair.of.into_iter().chain([pair.size]).collect();
        let held = |base: &Decimal| others.iter().any(|one| fits(*one, *base));
        let meant: Vec<Decimal> = bases.iter().copied().filter(held).collect();
        let [meant] = meant[..] else { return Vec::new() };
        let way = |base: Decimal| {
            let tie = if base == meant { Tie::Told } else { Tie::Silent };
            Some(Way { tie, makes: share(part, base)?, terms: Terms::Share(part, base) })
        };
        bases.into_iter().filter_map(way).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn shares_of_one_pair() {
        told_of_slips(&[
            (
                "Tại xã An Hòa có 7.210/7.425 cử tri tham gia, đạt tỷ lệ 97,1%; đồng ý 7.105 người, đạt tỷ lệ 95,69%; không đồng ý 81 người, chiếm 1,09%. Tại xã Tân Lập có 5.130/5.264 cử tri tham gia, đạt tỷ lệ 97,45%; đồng ý 5.064 người, đạt tỷ lệ {}%; không đồng ý 47 người, chiếm 0,89%.",
                "96,2",
                &["95,69"],
            ),
            // Votes left of those who voted.
            (
                "Tại xã An Hòa, số cử tri bỏ phiếu là 4.317/4.402 người. Trong đó, 4.241 cử tri đồng ý; 71 cử tri không đồng ý; còn lại {} phiếu không hợp lệ.",
                "5",
                &["15"],
            ),
        ]);
    }

    #[test]
    fn bases_told_before() {
        told_of_slips(&[(
            "Trong tháng xảy ra 409 vụ. Đến nay, đã tìm ra thủ phạm 233 vụ; còn 176 vụ đang điều tra. Có 148 vụ do trộm cắp, chiếm {}% số vụ đã tìm ra thủ phạm.",
            "63,5",
            &["36,2"],
        )]);
    }
}
