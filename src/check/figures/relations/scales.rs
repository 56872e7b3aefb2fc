//! Totals whose comma or word of scale is wrong: the parts behind them make them up but for a power of ten.

use super::sums::is_same;
use crate::check::figures::mention::Mention;
use crate::check::figures::{Reading, slip};
use crate::viet::decimal::Decimal;

/// Powers of ten that a total is too small by, and how many digits it has at least then.
const ORDERS: [i32; 3] = [1, 3, 6];
const KEPT: usize = 3;

/// Within how many bytes and sentences the parts stand.
const NEAR: (usize, usize) = (500, 1);

impl Reading<'_> {
    /// The parts that a total of another order may have.
    pub(super) fn rows_of_another_order(&self, whole: usize) -> impl Iterator<Item = Vec<usize>> {
        ORDERS.iter().filter_map(move |power| self.row_of_another_order(whole, *power))
    }

    /// *vi phạm 4,21 tỷ đồng, thu hồi 8,8 tỷ đồng, giảm trừ 33,3 tỷ đồng*: parts behind a total that make it up but for a power of ten.
    fn row_of_another_order(&self, whole: usize, power: i32) -> Option<Vec<usize>> {
        let said = &self.figures[whole];
        let meant = said.size.shifted(power).filter(|_| slip::digits(said.value) >= KEPT)?;
        let larger = Mention { size: meant, ..said.clone() };
        let (mut row, mut sum) = (Vec::new(), Decimal::default());
        for at in (whole + 1..self.figures.len()).take_while(|at| self.is_within(whole, *at, NEAR)) {
            let one = &self.figures[at];
            if is_same(one, &larger) && !self.is_moved(at) && one.per.is_none() && one.size < meant {
                row.push(at);
                sum = sum.checked_add(one.size)?;
            }
            if sum >= meant {
                break;
            }
        }
        (row.len() > 1 && sum == meant).then_some(row)
    }
}
