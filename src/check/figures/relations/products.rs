//! Figures that multiply, means, and how far two figures lie apart.

use super::dimension::{Dimension, dimension, may_add};
use super::{Form, Tie, distance};
use crate::check::figures::Reading;
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::relations::evidence::{EACH, GAPS, MEANS, PAST, PRICES, TOTALS, says};
use crate::check::figures::relations::sums::is_same;
use crate::check::figures::results::total::STARTS;
use crate::viet::decimal::Decimal;

/// How many figures before and behind its result a term stands.
const WINDOW: (usize, usize) = (8, 4);

/// In how many bytes and ends of sentences.
const FAR: (usize, usize) = (450, 2);

/// How many of a shorter time a longer one has, the least and the most, in tenths.
const SPANS: [(&str, &str, i128, i128); 5] = [
    ("tháng", "ngày", 300, 308),
    ("năm", "ngày", 3_650, 3_660),
    ("năm", "tháng", 120, 120),
    ("quý", "ngày", 900, 920),
    ("ngày", "giờ", 240, 240),
];

/// How a mean over time is told.
const TIMES: [(&[&str], &str); 3] = [
    (&["mỗi ngày", "một ngày", "1 ngày", "hằng ngày", "/ngày"], "ngày"),
    (&["mỗi tháng", "một tháng", "1 tháng", "/tháng"], "tháng"),
    (&["mỗi giờ", "một giờ", "1 giờ", "/giờ"], "giờ"),
];

/// Whether one figure may be a part, or many times, of what another counts; nothing is made of one.
fn may_count(one: &Mention, other: &Mention) -> bool {
    let same = match dimension(one) {
        Dimension::Count => {
            one.kind == other.kind
                || is_same(&Mention { per: None, ..one.clone() }, &Mention { per: None, ..other.clone() })
        }
        Dimension::Measure(_) => dimension(one) == dimension(other),
        Dimension::Bare => false,
    };
    same && one.size > Decimal::whole(1)
}

impl Reading<'_> {
    /// The figures around a result that may make it.
    fn terms_near(&self, result: usize) -> Vec<usize> {
        let window = result.saturating_sub(WINDOW.0)..self.figures.len().min(result + 1 + WINDOW.1);
        let near = |at: &usize| {
            let one = &self.figures[*at];
            *at != result
                && !one.is_rate()
                && one.of.is_none()
                && !one.size.is_zero()
                && self.is_within(result, *at, FAR)
        };
        window.filter(near).collect()
    }

    /// The products that a figure may be.
    pub(super) fn products_of(&self, result: usize) -> Vec<Tie> {
        let said = &self.figures[result];
        if self.is_moved(result) || dimension(said) == Dimension::Bare {
            return Vec::new();
        }
        let near = self.terms_near(result);
        let one = |at: &&usize| {
            let one = &self.figures[**at];
            may_count(one, said) && self.is_each(**at) && !self.is_moved(**at)
        };
        let ones: Vec<usize> = near.iter().filter(one).copied().collect();
        let many = |at: &usize, one: usize| *at != one && self.is_many(*at, one);
        let pairs = ones.iter().flat_map(|one| near.iter().filter(|at| many(at, *one)).map(|many| (*one, *many)));
        pairs.filter_map(|(one, many)| self.product_tie(result, one, many)).collect()
    }

    fn product_tie(&self, result: usize, one: usize, many: usize) -> Option<Tie> {
        (self.is_price_of_total(one, result) && !self.is_piece(one, result)).then_some(())?;
        let made = self.measured(one)?.times(self.reach_of(many)?)?;
        Some(Tie { form: Form::Product, result, terms: vec![many, one], makes: self.in_unit_of(made, result)? })
    }

    /// Whether all of a total may be sold at a price: it is not only where the bidding starts, nor one of several.
    ///
    /// *42 thùng 25 kg/thùng và 33 thùng 30 kg/thùng, tổng trọng lượng …*
    fn is_price_of_total(&self, one: usize, total: usize) -> bool {
        let (label, told) = (self.lead(one), self.lead(total));
        let starts = STARTS.iter().any(|word| label.contains(word) && !told.contains(word));
        let price = &self.figures[one];
        let same = |at: &usize| {
            let other = &self.figures[*at];
            *at != one && *at != total && other.kind == price.kind && other.per == price.per && self.is_each(*at)
        };
        let near = one.saturating_sub(WINDOW.0)..self.figures.len().min(one + WINDOW.0);
        let past = says(&PAST, self.label(one)) != says(&PAST, self.label(total));
        // Beside a total of its own sentence no price of another one counts.
        let beside = self.stops_between(one, total) == 0;
        let rival = |at: usize| self.is_within(at, one, (300, if beside { 0 } else { 1 }));
        !starts && !past && !near.filter(same).any(rival)
    }

    /// Whether a figure may tell how many there are of what another is told of.
    fn is_many(&self, at: usize, other: usize) -> bool {
        let count = &self.figures[at];
        count.is_counted()
            && count.kind != self.figures[other].kind
            && count.size > Decimal::whole(1)
            && !self.is_moved(at)
            && !(self.stops_between(at, other) > 0 && self.is_of_each(at))
    }

    /// Whether a figure is told of one of many.
    pub(super) fn is_each(&self, at: usize) -> bool {
        let each = says(&EACH, self.label(at)) || self.tail(at).trim_start().starts_with("mỗi ");
        self.figures[at].per.is_some() || each || says(&PRICES, self.label(at)) || self.tail(at).starts_with(" một ")
    }

    /// The means that a figure may be.
    pub(super) fn means_of(&self, result: usize) -> Vec<Tie> {
        let said = &self.figures[result];
        let mean = said.per.is_some() || self.is_told_as_mean(result) || says(&EACH, self.label(result));
        if !mean || self.is_moved(result) || self.is_other_mean(result) || dimension(said) == Dimension::Bare {
            return Vec::new();
        }
        let near = self.terms_near(result);
        let whole = |at: &&usize| {
            let whole = &self.figures[**at];
            may_count(whole, said) && !self.is_each(**at) && !self.is_moved(**at)
        };
        let many = |at: &usize, whole: usize| *at != whole && self.is_many(*at, whole);
        let pairs = near.iter().filter(whole);
        let pairs = pairs.flat_map(|whole| near.iter().filter(|at| many(at, *whole)).map(|many| (*whole, *many)));
        let tie = |(whole, many): (usize, usize)| {
            self.is_price_of_total(result, whole).then_some(())?;
            let made = self.measured(whole)?.over(self.times_of(many, result)?)?;
            let makes = self.in_unit_of(made, result)?;
            Some(Tie { form: Form::Mean, result, terms: vec![whole, many], makes })
        };
        pairs.filter_map(tie).collect()
    }

    /// *Bình quân 1 ngày có 31 vụ, làm 18 người chết*: whether the words of its sentence before a figure speak of a mean.
    pub(in crate::check::figures) fn is_told_as_mean(&self, at: usize) -> bool {
        says(&MEANS, self.head_of(at))
    }

    /// *6 tháng … bình quân mỗi ngày*: how many there are of what a mean is told for.
    fn times_of(&self, many: usize, mean: usize) -> Option<Reach> {
        let count = &self.figures[many];
        let Some((least, most)) = self.span_of(many, mean) else { return self.reach_of(many) };
        let times =
            |one: i128| Some(Decimal { mantissa: count.size.mantissa.checked_mul(one)?, scale: count.size.scale + 1 });
        Reach::between(times(least)?, times(most)?)
    }

    /// The words of its sentence before a figure, as far as they are read.
    fn head_of(&self, at: usize) -> &str {
        let first = self.figures[at.saturating_sub(WINDOW.0)].range.start.max(self.within.start);
        let start = if at < self.own.start + WINDOW.0 { self.within.start } else { first };
        self.lower().get(start..self.figures[at].range.start).unwrap_or_default()
    }

    /// How many of the time that a mean is told for another time has, in tenths.
    pub(super) fn span_of(&self, many: usize, mean: usize) -> Option<(i128, i128)> {
        let told = self.head_of(mean);
        let named = || TIMES.iter().find(|(words, _)| says(words, told)).map(|(_, noun)| (*noun).to_owned());
        let noun = self.one_of(mean).filter(|noun| !noun.is_empty()).or_else(named).unwrap_or_default();
        let span = SPANS.iter().find(|(long, short, ..)| *long == self.figures[many].unit && *short == noun);
        span.map(|(.., least, most)| (*least, *most))
    }

    /// *tăng 13 người so với 8 người cùng kỳ*, but *tăng 13 người so với cùng kỳ; bị thương 9 người*: whether a figure behind a gap
    /// may be one of its ends.
    fn is_end_of(&self, at: usize, gap: usize) -> bool {
        let label = self.label(at);
        let led =
            says(&PAST, label) || ["từ", "xuống", "lên", "là"].iter().any(|word| label.trim_end().ends_with(word));
        // *cao hơn ngày trước đó 155.600 liều (ngày 26/10 tiêm đạt 1.012.281 liều)*
        let between = self.span(gap, at);
        let bracketed = between.find('(').is_some_and(|open| !between[open..].contains([')', ';']));
        at < gap || led || between.trim_end().ends_with('(') || (bracketed && at == gap + 1)
    }

    /// *giảm 19,53% (tương đương 11,14 tỷ USD)*: whether a figure tells a movement that is told in hundredths before it.
    pub(super) fn is_rate_again(&self, at: usize) -> bool {
        let Some(rate) = at.checked_sub(1).filter(|rate| self.figures[*rate].is_rate()) else { return false };
        let link = self.span(rate, at).trim_start_matches([' ', ',', '(']).trim_end();
        self.is_moved(rate) && ["tương đương", "tương ứng", "tức"].contains(&link)
    }

    /// The gaps that a figure may be.
    pub(super) fn gaps_of(&self, result: usize) -> Vec<Tie> {
        let said = &self.figures[result];
        let moved = self.is_moved(result) || says(&GAPS, self.label(result)) || self.is_rate_again(result);
        // *toàn tỉnh tăng 3.163 hội viên* is no total.
        let total = !self.is_moved(result) && says(&TOTALS, self.label(result));
        if !moved || said.per.is_some() || total {
            return Vec::new();
        }
        // *trên 19 nghìn tấn, tăng 637,7 tấn*: what is told to a thousand shows no gap of less.
        let again = self.is_rate_again(result);
        let fine = |at: &usize| again || self.figures[*at].last_place().is_some_and(|place| place <= said.size);
        let open = |at: &usize| !self.is_moved(*at) && fine(at) && self.is_end_of(*at, result);
        let near: Vec<usize> = self.terms_near(result).into_iter().filter(open).collect();
        let mut ties = Vec::new();
        for (place, one) in near.iter().enumerate() {
            for other in &near[place + 1..] {
                let (first, second) = (&self.figures[*one], &self.figures[*other]);
                // *11 người chết, 6 người bị thương*
                let apart = self.are_of_other_fates(*one, *other) || self.are_of_other_fates(*one, result);
                // *14 tiêu chí, cao hơn 2,36 tiêu chí so với cả nước (11,64 tiêu chí/xã)*
                let kin = first.is_kin(second) || (first.kind == second.kind && first.kind == said.kind);
                if !kin || !may_add(first, said) || (first.per.is_some() && second.per.is_some()) || apart {
                    continue;
                }
                let larger = if first.size > second.size { [*one, *other] } else { [*other, *one] };
                let made = self.measured(larger[0]).zip(self.measured(larger[1])).and_then(|(a, b)| a.minus(b));
                // Of 8,42 and 8,4 nobody tells that 8,05 lies between them.
                let some = distance(first.size, second.size).is_some_and(|apart| {
                    // *xuất khẩu 4,886 tỷ USD, nhập khẩu 4,87 tỷ USD (xuất siêu 16 tỷ USD)*
                    let scaled = [3, 6].iter().any(|power| apart.shifted(*power) == Some(said.size));
                    !apart.is_zero() && (scaled || apart.shifted(1).is_some_and(|tenfold| tenfold >= said.size))
                });
                let makes = made.filter(|_| some).and_then(|made| self.in_unit_of(made, result));
                ties.extend(makes.map(|makes| Tie { form: Form::Gap, result, terms: larger.to_vec(), makes }));
            }
        }
        ties
    }
}
