//! What stands around a rate, its part and its base.

use super::{PAST, PLANS, Sign, flag, log, says};
use crate::check::figures::Reading;
use crate::check::figures::mention::Mention;
use crate::check::figures::relations::Tie;

/// Words of a total, behind which the base of a rate stands.
const TOTALS: [&str; 4] = ["tổng", "toàn ", "cả ", "trong số"];

/// What a rate may be told of right before it in a bracket.
const OPENED: [&str; 6] = ["(", "(chiếm", "(đạt", "(tăng", "(giảm", "(bằng"];

/// How far behind a rate its words are read, in characters.
const BEHIND: usize = 60;

impl Reading<'_> {
    pub(super) fn around_rate(&self, tie: &Tie) -> Vec<Sign> {
        [self.rate_words(tie), self.rate_places(tie), self.rate_terms(tie)].concat()
    }

    /// The words before a rate and behind it.
    fn rate_words(&self, tie: &Tie) -> Vec<Sign> {
        let (rate, part) = (tie.result, tie.terms[0]);
        let said = &self.figures[rate];
        let label = self.label(rate);
        let following = self.lower().get(said.range.end..self.within.end.max(said.range.end)).unwrap_or_default();
        let end = following.char_indices().nth(BEHIND).map_or(following.len(), |(at, _)| at);
        let clause = following[..end].split([',', ';', '.', ')']).next().unwrap_or_default();
        vec![
            // *tăng*, *giảm* before the rate: a growth, and hardly a share.
            ("moves", flag(says(&["tăng", "giảm"], self.lead(rate)))),
            // A share.
            ("chiếm", flag(label.contains("chiếm"))),
            // A share as a rule.
            ("tỷ lệ", flag(says(&["tỷ lệ", "tỉ lệ", "tỷ trọng", "tương đương"], label))),
            // A share of a plan.
            ("đạt", flag(says(&["đạt", "bằng"], label))),
            // The base is the plan.
            ("plan", flag(says(&PLANS, clause) || says(&PLANS, label))),
            // The base is what was.
            ("past", flag(says(&PAST, clause))),
            // *chiếm 36,59% tổng số lượt tàu*
            ("a total behind", flag(says(&["tổng", "số", "trên"], clause))),
            // *1.274 lượt tàu (36,59%)*
            ("in brackets", flag(part < rate && OPENED.contains(&self.span(part, rate).trim()))),
        ]
    }

    /// Where the rate, its part and its base stand.
    fn rate_places(&self, tie: &Tie) -> Vec<Sign> {
        let (rate, part, base) = (tie.result, tie.terms[0], tie.terms[1]);
        let amounts = self.amounts(rate);
        let within =
            |a: usize, b: usize| move |at: &&usize| (a.min(b)..a.max(b)).contains(at) && **at != a && **at != b;
        let to_part = self.span(part, rate);
        let others = amounts.iter().filter(within(part, rate)).count();
        let nearer = amounts.iter().filter(within(part, base));
        let nearer = nearer.filter(|at| self.figures[**at].is_kin(&self.figures[part])).count();
        let rates = (part.min(rate) + 1..part.max(rate)).filter(|at| self.figures[*at].is_rate()).count();
        vec![
            // *36,59% (1.274 lượt tàu)*
            ("the part behind", flag(part > rate)),
            // A rate stands near its part.
            ("words from the part", flag(part < rate) * log(to_part.split_whitespace().count())),
            // And in its sentence.
            ("sentences from the part", self.stops_between(part, rate).min(2) as f32),
            // Another amount between is the likelier part.
            ("amounts from the part", others.min(3) as f32),
            // Another rate between has taken the part.
            ("rates from the part", rates.min(3) as f32),
            ("the part right behind", flag(part == rate + 1)),
            // *20% giá khởi điểm là 360 triệu đồng*
            ("là the part", flag(part == rate + 1 && says(&[" là", "tức", "tương đương", "("], to_part))),
            // The whole comes first as a rule.
            ("the base before the part", flag(base < part)),
            // *đạt 87% kế hoạch (1.464 tấn)*
            ("the base behind the rate", flag(base > rate)),
            ("the base between", flag(base > part && base < rate)),
            ("sentences to the base", self.stops_between(part, base).min(3) as f32),
            ("words to the base", log(self.span(part, base).split_whitespace().count())),
            // An amount nearer than the base is the likelier one.
            ("nearer bases", flag(base < part) * nearer.min(4) as f32),
        ]
    }

    /// What the part and the base are.
    fn rate_terms(&self, tie: &Tie) -> Vec<Sign> {
        let (rate, part, base) = (tie.result, tie.terms[0], tie.terms[1]);
        let (said, one, other) = (&self.figures[rate], &self.figures[part], &self.figures[base]);
        let label = self.label(base);
        let amounts = self.amounts(rate);
        let kin: Vec<&Mention> =
            amounts.iter().map(|at| &self.figures[*at]).filter(|amount| amount.is_kin(one)).collect();
        let digits = said.value.mantissa.unsigned_abs().to_string().len();
        let persons = one.is_person() && other.is_person();
        vec![
            // *712/750 ha*: part and base are one figure.
            ("told with its whole", flag(part == base)),
            // A total is larger than its parts.
            ("the base is the largest", flag(kin.iter().all(|amount| amount.size <= other.size))),
            ("the base is a total", flag(says(&TOTALS, label))),
            // How far something moved is no base.
            ("the base moved", flag(self.is_moved(base))),
            ("the base is a plan", flag(says(&PLANS, label))),
            ("the base is past", flag(says(&PAST, label))),
            // *từ 8,05 tỷ USD*
            ("from", flag(says(&["từ", "năm 20", "là "], label))),
            // *khoảng 37%*
            ("rough rate", flag(said.rough)),
            ("rough terms", flag(one.rough || other.rough)),
            // Small numbers make one another by chance.
            ("two digits", flag(digits < 3)),
            // A whole number of hundredths is hit by chance.
            ("no decimals", flag(said.value.scale == 0)),
            // *52 học viên: 31 nam, 21 em nữ*
            ("persons by other words", flag(persons && !one.is_kin(other))),
            // What is counted has other names.
            ("other kinds", flag(!persons && !one.is_kin(other))),
            // The more amounts there are, the more pairs make a rate by chance.
            ("kin near", log(kin.len())),
            // *3.482 lượt tàu, trong đó 1.274 lượt tàu lớn*
            ("trong đó", flag(self.span(part, base).contains("trong đó"))),
            // Both in millions, or both in thousands.
            ("one unit", flag(other.unit == one.unit)),
            ("the part right before", flag(part + 1 == rate)),
        ]
    }
}
