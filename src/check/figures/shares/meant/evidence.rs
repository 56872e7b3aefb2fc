//! What speaks for a slip in a rate and the figures it was made of: the words around them, how far it is off, and what each of
//! these is worth.

use super::{Kind, Made};
use crate::check::figures::lists::fill::evidence::{flag, log, says};
use crate::check::figures::lists::fill::stops;
use crate::check::figures::mention::Mention;
use crate::check::figures::slip::{Slip, slip};
use crate::check::figures::{Reading, absolute};
use crate::viet::decimal::Decimal;

/// How many kinds of evidence there are.
const KINDS: usize = 54;

/// What each kind is worth, in the order of [`Reading::around_rate`] and [`off`].
#[rustfmt::skip]
const WORTH: [f32; KINDS] = [
    // in any case: always
    -0.013,
    // of the words of the rate: a growth, a change, a share that moves, a growth that moves, a change that moves,
    // chiếm, tỷ lệ, đạt, bằng, a growth of chiếm, đạt, a share of a plan, a growth on a plan, a share of the past, a
    // growth on the past, a change on the past, a share of a total behind, a share in brackets, a growth in brackets,
    // a change in brackets
    -1.022, 0.014, -1.377, 0.413, 4.019, 0.941, -0.276, 1.174, 0.863, -1.546, -1.515, -0.739, -0.043, -6.786, -0.277,
    0.608, -5.247, 3.794,
    // where the rate, its part and its base stand: the part behind, words from the part, sentences from the part,
    // other amounts from the part, other rates from the part, the base before the part, the base behind the rate, the
    // base between, sentences between part and base, words between part and base, nearer bases
    -2.257, -0.562, 0.063, -0.333, -0.499, -0.180, -0.237, -0.351, 0.139, -0.600, -0.042,
    // what the part and the base are: the largest of its kind, a total's word, share, a total's word, growth, the
    // base is a change, the base is a plan, the base is past, a growth from, a rough rate, rough terms, two digits,
    // no decimals, another kind, how many of the kind, trong đó, one unit, the part right before
    0.830, -0.110, 0.085, -1.406, 1.663, 0.527, -0.399, 0.016, 0.178, -0.359, 0.870, -0.149, 0.893, 0.237, -0.471,
    -0.716,
    // how the rate is off: two digits changed about, another digit, what is left, on the other base, off by 3 %, off
    // by 15 %, off by 60 %, more than made
    4.175, 2.076, 6.019, 5.501, 1.822, 0.331, 0.116, 0.874,
];

/// Words of a plan, of the past, of a total, behind which the base of a rate stands.
const PLANS: [&str; 5] = ["kế hoạch", "dự toán", "chỉ tiêu", "mục tiêu", "nghị quyết"];
const PAST: [&str; 5] = ["so với", "cùng kỳ", "năm trước", "tháng trước", "năm ngoái"];
const TOTALS: [&str; 4] = ["tổng", "toàn ", "cả ", "trong số"];

/// What a rate may be told of right before it in a bracket.
const OPENED: [&str; 6] = ["(", "(chiếm", "(đạt", "(tăng", "(giảm", "(bằng"];

/// How far behind a rate its words are read, in characters.
const BEHIND: usize = 60;

/// A rate, what it may be made of, and the amounts near by.
pub(super) struct Around<'a> {
    pub(super) rate: usize,
    pub(super) kind: Kind,
    pub(super) part: usize,
    pub(super) base: usize,
    pub(super) amounts: &'a [usize],
}

impl Reading<'_> {
    /// What stands around a rate, its part and its base.
    pub(super) fn around_rate(&self, around: &Around) -> Vec<f32> {
        [self.rate_words(around), self.rate_places(around), self.rate_terms(around)].concat()
    }

    /// The words before a rate and behind it.
    fn rate_words(&self, around: &Around) -> Vec<f32> {
        let Around { rate, kind, part, .. } = *around;
        let said = &self.figures[rate];
        let (label, moves) = (self.label(rate), says(&["tăng", "giảm"], self.lead(rate)));
        let following = self.lower().get(said.range.end..self.within.end.max(said.range.end)).unwrap_or_default();
        let end = following.char_indices().nth(BEHIND).map_or(following.len(), |(at, _)| at);
        let clause = following[..end].split([',', ';', '.', ')']).next().unwrap_or_default();
        let of = |wanted: Kind, yes: bool| flag(kind == wanted && yes);
        let plan = says(&PLANS, clause) || says(&PLANS, label);
        let past = says(&PAST, clause);
        let opened = part < rate && OPENED.contains(&self.span(part, rate).trim());
        vec![
            1.0,
            of(Kind::Growth, true),
            of(Kind::Change, true),
            of(Kind::Share, moves),
            of(Kind::Growth, moves),
            of(Kind::Change, moves),
            of(Kind::Share, label.contains("chiếm")),
            of(Kind::Share, says(&["tỷ lệ", "tỉ lệ", "tỷ trọng", "tương đương"], label)),
            of(Kind::Share, says(&["đạt", "bằng"], label)),
            of(Kind::Growth, says(&["đạt", "bằng", "chiếm"], label)),
            of(Kind::Share, plan),
            of(Kind::Growth, plan),
            of(Kind::Share, past),
            of(Kind::Growth, past),
            of(Kind::Change, past),
            of(Kind::Share, says(&["tổng", "số", "trên"], clause)),
            of(Kind::Share, opened),
            of(Kind::Growth, opened),
            of(Kind::Change, opened),
        ]
    }

    /// Where the rate, its part and its base stand.
    fn rate_places(&self, around: &Around) -> Vec<f32> {
        let Around { rate, part, base, amounts, .. } = *around;
        let within =
            |a: usize, b: usize| move |at: &&usize| (a.min(b)..a.max(b)).contains(at) && **at != a && **at != b;
        let to_part = self.span(part, rate);
        let others = amounts.iter().filter(within(part, rate)).count();
        let nearer = amounts.iter().filter(within(part, base));
        let nearer = nearer.filter(|at| self.figures[**at].is_kin(&self.figures[part])).count();
        let rates = (part.min(rate) + 1..part.max(rate)).filter(|at| self.figures[*at].is_rate()).count();
        let apart = self.span(part, base);
        vec![
            flag(part > rate),
            flag(part < rate) * log(to_part.split_whitespace().count()),
            stops(to_part).min(2) as f32,
            others.min(3) as f32,
            rates.min(3) as f32,
            flag(base < part),
            flag(base > rate),
            flag(base > part && base < rate),
            stops(apart).min(3) as f32,
            log(apart.split_whitespace().count()),
            flag(base < part) * nearer.min(4) as f32,
        ]
    }

    /// What the part and the base are.
    fn rate_terms(&self, around: &Around) -> Vec<f32> {
        let Around { rate, kind, part, base, amounts } = *around;
        let (said, one, other) = (&self.figures[rate], &self.figures[part], &self.figures[base]);
        let (share, growth) = (kind == Kind::Share, kind == Kind::Growth);
        let label = self.label(base);
        let kin: Vec<&Mention> =
            amounts.iter().map(|at| &self.figures[*at]).filter(|amount| amount.is_kin(one)).collect();
        let digits = said.value.mantissa.unsigned_abs().to_string().len();
        vec![
            flag(share && kin.iter().all(|amount| amount.size <= other.size)),
            flag(share && says(&TOTALS, label)),
            flag(growth && says(&TOTALS, label)),
            flag(self.is_moved(base)),
            flag(share && says(&PLANS, label)),
            flag(says(&PAST, label)),
            flag(growth && says(&["từ", "năm 20", "là "], label)),
            flag(said.rough),
            flag(one.rough || other.rough),
            flag(digits < 3),
            flag(said.value.scale == 0),
            flag(!one.is_kin(other)),
            log(kin.len()),
            flag(self.span(part, base).contains("trong đó")),
            flag(other.unit == one.unit),
            flag(part + 1 == rate),
        ]
    }

    /// The text between two figures, whichever stands first.
    fn span(&self, one: usize, other: usize) -> &str {
        let (first, last) = (one.min(other), one.max(other));
        self.text.get(self.figures[first].range.end..self.figures[last].range.start).unwrap_or_default()
    }
}

/// The logarithm of the odds that a rate was meant to be made so, and holds a slip.
pub(in crate::check::figures) fn odds(around: &[f32], off: &[f32]) -> f32 {
    around.iter().chain(off).zip(WORTH).map(|(evidence, worth)| evidence * worth).sum()
}

/// How far a rate is off what its terms make, and which slip would explain it.
pub(in crate::check::figures) fn off(made: &Made, said: &Mention, figures: &[Mention]) -> Vec<f32> {
    let (part, base) = (&figures[made.part], &figures[made.base]);
    let scale = said.value.scale;
    let likely = made.makes.rounded(scale).and_then(|right| slip(said.value, right, 2));
    let turned = made.makes.told(scale).into_iter().any(|right| slip(said.value, right, 2) == Some(Slip::Turned));
    let same = |other: Option<Decimal>| {
        let off = other.and_then(|other| other.checked_sub(said.value)).map(absolute);
        off.is_some_and(|off| off <= Decimal { mantissa: 5, scale: scale + 1 })
    };
    let left = Decimal::whole(100).checked_sub(made.makes.mid());
    let apart = part.size.checked_sub(base.size).map(absolute);
    let wrong = match made.kind {
        Kind::Share => None,
        Kind::Growth => apart.and_then(|apart| apart.percent_of(part.size, scale + 1)),
        Kind::Change => part.size.percent_of(base.size, scale + 1),
    };
    let off = made.makes.mid().checked_sub(said.value).unwrap_or_default();
    let within = |percent: i128| {
        let most = Decimal { mantissa: made.makes.mid().mantissa.saturating_mul(percent), ..made.makes.mid() };
        absolute(off).shifted(2).is_some_and(|off| off <= absolute(most))
    };
    vec![
        flag(turned),
        flag(!turned && likely.is_some()),
        flag(same(left)),
        flag(same(wrong)),
        flag(within(3)),
        flag(!within(3) && within(15)),
        flag(!within(15) && within(60)),
        flag(off.mantissa < 0),
    ]
}
