//! Figures that multiply: *86 hộ, mỗi hộ 60 triệu đồng, tổng …*.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::results::mean::MEANS;
use crate::check::figures::{NEAR, Reading, absolute};
use crate::viet::decimal::Decimal;

/// How many sentences before its total a factor may stand.
pub(in crate::check::figures) const BACK: usize = 2;

/// How many sentences before its total a price may stand that the total names.
const FAR: usize = 8;

impl Reading<'_> {
    /// The ways of a figure that no word of movement or rest leads to.
    pub(in crate::check::figures) fn products(&self, at: usize) -> Vec<Way> {
        let mut ways: Vec<Way> = self.contents(at);
        if ways.is_empty() {
            ways.extend(self.in_order(at));
        }
        if ways.is_empty() {
            ways.extend(self.each(at));
        }
        ways.extend(self.measures(at));
        ways.extend(self.shared_alike(at).into_iter().chain(self.packed(at)));
        ways.extend(self.named_mean(at));
        if self.is_mean(at) && !self.is_other_mean(at) {
            ways.extend(self.mean(at));
            ways.extend(self.quotients(at));
        }
        ways
    }

    /// *N hộ, mỗi hộ X triệu đồng, tổng Y*; *mức X đồng/suất cho N suất, tổng trị giá Y*: the figure is the total.
    fn each(&self, total: usize) -> Vec<Way> {
        let label = self.told_as(total);
        let one = |one: &usize| {
            // *giá bình quân 13.945 đồng/cổ phần* is a price.
            let priced = self.figures[*one].per.is_some() && *one < total;
            let mean = !priced && MEANS.iter().any(|word| self.label(*one).contains(word));
            let total_told = self.is_total(total, &self.figures[*one]) || self.is_next_amount(*one, total);
            !mean && total_told && !label.contains("mỗi ")
        };
        // A sentence before may tell what one of them is: *Mỗi căn nhà được tài trợ 50 triệu đồng.*
        let near =
            |one: &usize| *one >= self.own.start || self.label(*one).contains("mỗi ") || self.is_price_of(*one, total);
        let back = |one: &usize| {
            self.sentences_back(*one) <= BACK || (self.sentences_back(*one) <= FAR && label.contains("tổng"))
        };
        let mut behind = (total.saturating_sub(NEAR)..total).rev().take_while(back).filter(near).filter(one);
        let mut ahead = (total + 1..self.own.end.min(total + NEAR))
            .filter(one)
            .filter(|_| self.total_words(total).contains("tổng"));
        let told = |one: usize| Some(self.many_of(one, total)).filter(|ways| !ways.is_empty());
        behind.find_map(told).or_else(|| ahead.find_map(told)).unwrap_or_default()
    }

    /// *12 căn nhà, mỗi căn 80 triệu đồng; 25 suất, mỗi suất 2 triệu đồng. Tổng …*: whether a total is of several.
    fn has_other_price(&self, one: usize, total: usize) -> bool {
        let unit = &self.figures[one];
        let kin = |at: usize| at != one && self.figures[at].kind == unit.kind;
        let priced = |at: usize| kin(at) && self.label(at).contains("mỗi ") && self.stops_between(at, one) == 0;
        let more = |at: usize| kin(at) && self.figures[at].per == unit.per;
        let alone = unit.per.is_none() || !(self.own.start..total).any(more);
        !alone || (one < total && (total.saturating_sub(NEAR)..total).any(priced))
    }

    /// One of many, against what all of them make up: the count before it, else any between it and its total.
    fn many_of(&self, one: usize, total: usize) -> Vec<Way> {
        let Some(noun) = self.one_of(one).filter(|noun| !noun.is_empty()) else { return Vec::new() };
        let (unit, whole) = (&self.figures[one], &self.figures[total]);
        // The nearest amount behind one is its total; *42 thùng loại 25 kg/thùng và 33 thùng loại 30 kg/thùng* is a sum.
        // What is less than one of them is a part of it: *mỗi suất 600.000 đồng, gồm 100.000 đồng quà và 500.000 đồng*.
        let other = |at: usize| self.figures[at].kind == unit.kind && self.figures[at].size >= unit.size;
        let between = (one + 1..total).any(|at| other(at) && !self.is_moved(at));
        if between || self.has_other_price(one, total) || self.is_of_others(one, total) || self.has_own_many(one, total)
        {
            return Vec::new();
        }
        let pieces = self.pieces_of(one);
        let unit = &pieces.as_ref().map_or(unit.clone(), |(size, _)| Mention { size: *size, ..unit.clone() });
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            figure.kind.starts_with(noun.as_str()) && figure.of.is_none() && figure.per.is_none()
        };
        // *Tổng số lượng quyền mua bán được: 2.057.666 quyền mua. Tổng trị giá quyền mua bán được*
        let last = (one + 1..total)
            .rev()
            .filter(|_| self.is_price_of(one, total))
            .find(|at| counts(at) && !self.figures[*at].size.is_zero());
        // *mỗi tỉnh 300 suất quà, mỗi suất …*: of how many there are each no total is made.
        // Nor where what one is worth begins another sentence: *… mỗi xã nhận 5 suất. Mỗi suất …*
        let each = |at: usize| counts(&at) && self.is_of_each(at);
        let own = |at: usize| one + 1 == total && self.stops_between(at, one) == 0;
        let apart = one.checked_sub(1).is_some_and(|at| each(at) && !own(at));
        if apart || self.is_piece(one, total) {
            return Vec::new();
        }
        let near = last
            .map(|at| self.figures[at].clone())
            .or_else(|| self.count_of(&noun, one))
            .or_else(|| self.span_of_time(&noun));
        let all: Vec<Mention> = match near {
            Some(count) => vec![count],
            None => {
                let counts = |at: &usize| counts(at) && !self.is_each_of_others(*at, total);
                (one + 1..self.own.end.min(one + NEAR)).filter(counts).map(|at| self.figures[at].clone()).collect()
            }
        };
        let most = all.iter().map(|count| count.size).max();
        let way = |count: &Mention| {
            (!count.is_rate() && count.kind != unit.kind).then_some(())?;
            let price = if self.is_mean(one) { Reach::of(unit)? } else { Reach::exactly(unit.size) };
            let product = price.times(Reach::exactly(count.size))?;
            let product = if unit.rough || count.rough { product.loosely() } else { product };
            let makes = product.map(|size| Some(whole.in_unit(size)))?;
            let sure = self.total_words(total).contains("tổng") || is_near(product.mid(), whole.size);
            // *508 căn nhà và sửa chữa 131 căn nhà, tổng kinh phí …*: the total is of both.
            let end = whole.range.start;
            let other = |at: &usize| counts(at) && self.figures[*at].size != count.size && !self.is_enclosed(*at, end);
            let others = (self.own.start..total).filter(other).count();
            let sure = sure && (others == 0 || self.figures[one].range.end > count.range.end);
            let one_told = pieces.as_ref().map_or_else(|| unit.shown(), |(_, told)| told.clone());
            let terms = format!("{} × {one_told}", count.shown());
            let place = unit.range.start.min(whole.range.start)..unit.range.end.max(whole.range.end);
            let place = if one >= self.own.start { place } else { whole.range.clone() };
            let told = self.is_total(total, unit);
            let tie = match Some(count.size) == most {
                true if sure && told => Tie::Told,
                // What follows without a word of a total is told by a slip alone.
                true if sure => Tie::Only,
                _ => Tie::Silent,
            };
            Some(Way { tie, makes, terms: Terms::Product(terms, place) })
        };
        all.iter().filter_map(way).collect()
    }
}

/// Whether two amounts are of about one size, or differ by their decimal point alone.
fn is_near(a: Decimal, b: Decimal) -> bool {
    let half = a
        .checked_sub(b)
        .and_then(|off| absolute(off).shifted(1))
        .is_some_and(|off| Decimal { mantissa: b.mantissa.saturating_mul(4), ..b } >= off);
    half || (-3..=3).any(|power| b.shifted(power) == Some(a))
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_from;

    #[test]
    fn products() {
        told_from(&[
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 600 triệu đồng.", None),
            ("Tặng 20 suất, mỗi suất 350.000 đồng. Tổng trị giá 20 suất là 70 triệu đồng.", Some("70 triệu đồng")),
            ("Tặng 20 suất, mỗi suất 350.000 đồng. Tổng trị giá 20 suất là 7 triệu đồng.", None),
            (
                "Ba huyện mỗi nơi có 12 suất; hai huyện còn lại mỗi nơi 9 suất. Mỗi suất trị giá 2,5 triệu đồng, tổng cộng 135 triệu đồng. Tỉnh trao thêm 165 triệu đồng. Như vậy, tổng số tiền là 300 triệu đồng.",
                None,
            ),
            (
                "Mỗi suất 1 triệu đồng tiền mặt; mỗi xã trong số 48 xã nhận 30 suất. Cùng với đó, 200 cụ được tặng quà mức 400 nghìn đồng mỗi suất, tổng kinh phí là 80 triệu đồng.",
                None,
            ),
            (
                "Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 650 triệu đồng.",
                Some("50 triệu đồng, tổng số tiền 650 triệu đồng"),
            ),
            (
                "Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 600 tỷ đồng.",
                Some("50 triệu đồng, tổng số tiền 600 tỷ đồng"),
            ),
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền hơn 590 triệu đồng.", None),
            ("Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 15 triệu đồng.", None),
            (
                "Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 1,5 triệu đồng.",
                Some("500.000 đồng/suất, tổng trị giá 1,5 triệu đồng"),
            ),
        ]);
    }
}
