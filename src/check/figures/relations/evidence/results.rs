//! What stands around a product, a mean, a gap and the two figures that may make it.

use super::{EACH, GAPS, MEANS, PAST, PLANS, PRICES, Sign, TOTALS, flag, log, says};
use crate::check::figures::Reading;
use crate::check::figures::reach::Reach;
use crate::check::figures::relations::{Form, Tie};
use crate::check::figures::unit::leading_word;

/// Among how many figures before and behind one others like it are counted.
const NEAR: usize = 12;

impl Reading<'_> {
    pub(super) fn around_result(&self, tie: &Tie) -> Vec<Sign> {
        let own = match tie.form {
            Form::Product | Form::Mean => self.around_product(tie),
            _ => self.around_gap(tie),
        };
        [self.distances(tie), own].concat()
    }

    /// Where a result and its terms stand.
    fn distances(&self, tie: &Tie) -> Vec<Sign> {
        let (result, first, second) = (tie.result, tie.terms[0], tie.terms[1]);
        let ends = [result, first, second];
        let (from, to) = (ends.iter().min().copied().unwrap_or(0), ends.iter().max().copied().unwrap_or(0));
        let between = (from + 1..to).filter(|at| !ends.contains(at) && !self.figures[*at].is_rate()).count();
        let said = &self.figures[result];
        let digits = said.value.mantissa.unsigned_abs().to_string().trim_end_matches('0').len();
        vec![
            // Figures that count something else stand between.
            ("others between", between.min(5) as f32),
            // The three stand in one sentence as a rule.
            ("sentences", self.stops_between(from, to).min(3) as f32),
            ("words", log(self.span(from, to).split_whitespace().count())),
            // *120 suất, mỗi suất 500.000 đồng, tổng 60 triệu đồng*
            ("the result is last", flag(result == to)),
            // *60 triệu đồng cho 120 suất, mỗi suất …*
            ("the result is first", flag(result == from)),
            // A term right before it.
            ("right before the result", flag(result > 0 && (first == result - 1 || second == result - 1))),
            ("the first term is first", flag(first < second)),
            // *khoảng 60 triệu đồng*
            ("rough result", flag(said.rough)),
            ("rough term", flag(self.figures[first].rough || self.figures[second].rough)),
            // Small numbers make one another by chance.
            ("two digits", flag(digits == 2)),
            ("one digit", flag(digits < 2)),
        ]
    }

    /// *120 suất, mỗi suất 500.000 đồng, tổng trị giá 60 triệu đồng*; *936 học sinh, 24 lớp, bình quân 39 em/lớp*: the words of what
    /// all of them make, of how many there are, and of one.
    fn around_product(&self, tie: &Tie) -> Vec<Sign> {
        let mean = tie.form == Form::Mean;
        let (whole, many, one) =
            if mean { (tie.terms[0], tie.terms[1], tie.result) } else { (tie.result, tie.terms[0], tie.terms[1]) };
        let (total, price) = (&self.figures[whole], &self.figures[one]);
        let (label, told) = (self.label(one), self.lead(whole));
        let near = |at: usize, one: usize| at != one && self.is_within(at, one, (300, 1));
        let all = one.saturating_sub(NEAR)..self.figures.len().min(one + NEAR);
        let prices =
            all.clone().filter(|at| near(*at, one) && self.is_each(*at) && self.figures[*at].kind == price.kind);
        let counts = all.filter(|at| near(*at, one) && *at != many && self.is_of(one, *at));
        vec![
            ("a mean", flag(mean)),
            // *500.000 đồng/suất*
            ("per", flag(price.per.is_some())),
            // The price names what the count is of.
            ("per such", flag(self.is_of(one, many) || (mean && self.span_of(many, one).is_some()))),
            // *mỗi xã 5 tấn* is no part.
            ("each", flag(says(&["mỗi "], label) || self.tail(one).trim_start().starts_with("mỗi "))),
            // *bình quân*, *trung bình*
            ("mean", flag(says(&MEANS, label))),
            // The same farther off in the sentence.
            ("mean before", flag(mean && self.is_told_as_mean(one))),
            // *đơn giá*, *giá bán*
            ("price", flag(says(&PRICES, label))),
            // *tổng*, *cả*, *cộng*.
            ("a total's word", flag(says(&TOTALS, told))),
            // *tương đương*, *hết*
            ("equals", flag(says(&["tương đương", "tức", "là", "thành", "hết", "cần", "phải"], self.label(whole)))),
            // What all make is told for one as well: it is no total.
            ("each of the total", flag(says(&EACH, self.label(whole)))),
            // *850.000 đồng/năm*
            ("per of the total", flag(total.per.is_some() && total.per != price.per)),
            // A number with a noun.
            ("a count of things", flag(!self.figures[many].kind.is_empty())),
            // What is counted has other names.
            ("other kinds", flag(total.kind != price.kind)),
            // Of several prices none makes the total alone.
            ("other prices", prices.count().min(3) as f32),
            // So of several counts.
            ("other counts", counts.count().min(3) as f32),
        ]
    }

    /// *từ 20.560 đồng xuống 20.150 đồng, hạ 410 đồng*
    fn around_gap(&self, tie: &Tie) -> Vec<Sign> {
        let (result, more, less) = (tie.result, tie.terms[0], tie.terms[1]);
        let said = &self.figures[result];
        let behind = self.tail(result);
        let any = |words: &[&str]| [more, less].iter().any(|at| says(words, self.label(*at)));
        let falls = says(&["giảm", "thiếu", "hụt", "kém"], self.label(result));
        let later = more.max(less);
        let earlier = more.min(less);
        let kin = (result.saturating_sub(NEAR)..self.figures.len().min(result + NEAR)).filter(|at| {
            let one = &self.figures[*at];
            *at != result
                && one.is_kin(&self.figures[more])
                && !self.is_moved(*at)
                && self.is_within(*at, result, (450, 2))
        });
        let named = self.is_of_one_name(tie);
        vec![
            // *103 người chết …; cùng kỳ 134 người chết …; giảm 31 người chết*
            ("one name", flag(named)),
            // *giảm 19,53% (tương đương 11,14 tỷ USD)*: the rate is of both ends.
            ("its rate holds", flag(self.is_rate_again(result) && self.is_growth_of(result - 1, tie))),
            // *tăng 5 tấn*
            ("moved", flag(self.is_moved(result) || self.is_rate_again(result))),
            // *thiếu*, *chênh*
            ("a gap's word", flag(says(&GAPS, self.label(result)))),
            // The base is what was.
            ("past", flag(any(&PAST) || says(&PAST, behind))),
            // The base is the plan.
            ("plan", flag(any(&PLANS) || says(&PLANS, behind))),
            // *từ 8,05 tỷ USD*
            ("from", flag(any(&["từ ", "xuống", "lên", "còn"]))),
            // *giảm* goes from the larger to the smaller.
            ("the way of the words", flag(falls == (earlier == more) && later < result)),
            ("other kinds", flag(!named && said.kind != self.figures[more].kind)),
            // *triệu* beside *tỷ*
            ("other units", flag(said.unit != self.figures[more].unit)),
            // The more amounts there are, the more pairs make a rate by chance.
            ("kin near", log(kin.count())),
        ]
    }

    /// Whether a rate is how far the ends of a gap lie apart, in hundredths of either.
    fn is_growth_of(&self, rate: usize, tie: &Tie) -> bool {
        let ends = self.measured(tie.terms[0]).zip(self.measured(tie.terms[1]));
        let holds = |made: Option<(Reach, _)>| made.is_some_and(|(made, _)| made.holds(&self.figures[rate]));
        ends.is_some_and(|(one, other)| holds(one.growth(other)) || holds(other.growth(one)))
    }

    /// Whether a figure is of one of what another counts: *500.000 đồng/suất* and *120 suất*.
    fn is_of(&self, one: usize, many: usize) -> bool {
        let kind = self.figures[many].kind.to_lowercase();
        let noun = leading_word(&kind);
        let label = self.label(one);
        let each = ["mỗi ", "một ", "1 "].iter().find_map(|word| label.rsplit_once(word)).map(|(_, rest)| rest);
        let behind = self.tail(one).trim_start().strip_prefix("mỗi ");
        let named = |words: &str| leading_word(words.trim_start()) == noun;
        !noun.is_empty()
            && (self.figures[one].per.as_deref().is_some_and(|per| leading_word(per) == noun)
                || each.is_some_and(named)
                || behind.is_some_and(named))
    }
}
