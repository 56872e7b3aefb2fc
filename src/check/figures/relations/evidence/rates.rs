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
            ("moves", flag(says(&["tăng", "giảm"], self.lead(rate)))),
            ("chiếm", flag(label.contains("chiếm"))),
            ("tỷ lệ", flag(says(&["tỷ lệ", "tỉ lệ", "tỷ trọng", "tương đương"], label))),
            ("đạt", flag(says(&["đạt", "bằng"], label))),
            ("plan", flag(says(&PLANS, clause) || says(&PLANS, label))),
            ("past", flag(says(&PAST, clause))),
            ("a total behind", flag(says(&["tổng", "số", "trên"], clause))),
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
            ("the part behind", flag(part > rate)),
            ("words from the part", flag(part < rate) * log(to_part.split_whitespace().count())),
            ("sentences from the part", self.stops_between(part, rate).min(2) as f32),
            ("amounts from the part", others.min(3) as f32),
            ("rates from the part", rates.min(3) as f32),
            ("the part right behind", flag(part == rate + 1)),
            ("là the part", flag(part == rate + 1 && says(&[" là", "tức", "tương đương", "("], to_part))),
            ("the base before the part", flag(base < part)),
            ("the base behind the rate", flag(base > rate)),
            ("the base between", flag(base > part && base < rate)),
            ("sentences to the base", self.stops_between(part, base).min(3) as f32),
            ("words to the base", log(self.span(part, base).split_whitespace().count())),
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
            ("told with its whole", flag(part == base)),
            ("the base is the largest", flag(kin.iter().all(|amount| amount.size <= other.size))),
            ("the base is a total", flag(says(&TOTALS, label))),
            ("the base moved", flag(self.is_moved(base))),
            ("the base is a plan", flag(says(&PLANS, label))),
            ("the base is past", flag(says(&PAST, label))),
            ("from", flag(says(&["từ", "năm 20", "là "], label))),
            ("rough rate", flag(said.rough)),
            ("rough terms", flag(one.rough || other.rough)),
            ("two digits", flag(digits < 3)),
            ("no decimals", flag(said.value.scale == 0)),
            ("persons by other words", flag(persons && !one.is_kin(other))),
            ("other kinds", flag(!persons && !one.is_kin(other))),
            ("kin near", log(kin.len())),
            ("trong đó", flag(self.span(part, base).contains("trong đó"))),
            ("one unit", flag(other.unit == one.unit)),
            ("the part right before", flag(part + 1 == rate)),
        ]
    }
}
