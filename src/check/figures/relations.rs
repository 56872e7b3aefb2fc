//! A figure that others near it were meant to make, whatever words join them: a sum, a product, a mean, a share, a growth, a gap.
//! Right texts teach what stands around figures that make one another: a log-linear model weighs it, and how far they are off.
//! `viet/data/README.md` tells how it was fitted.

mod beside;
mod dimension;
pub(in crate::check::figures) mod evidence;
mod explained;
mod names;
pub(in crate::check::figures) mod numbers;
mod products;
mod rates;
mod scales;
mod sums;
mod tell;

use std::ops::Range;

use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip;
use crate::check::figures::{Reading, absolute, apart, readings};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::source::Span;
use crate::viet::decimal::Decimal;

/// How figures make another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::check::figures) enum Form {
    /// The parts of a total.
    Sum,
    /// One of many, and how many.
    Product,
    /// What is shared out, and among how many.
    Mean,
    /// A part in hundredths of its base.
    Share,
    /// What is now in hundredths above what was.
    Growth,
    /// How far it moved in hundredths of what was, and what is now.
    Change,
    /// Two figures, and how far they lie apart.
    Gap,
}

/// A figure with those that may make it.
#[derive(Debug, Clone)]
pub(in crate::check::figures) struct Tie {
    pub(in crate::check::figures) form: Form,
    pub(in crate::check::figures) result: usize,
    pub(in crate::check::figures) terms: Vec<usize>,
    /// What they make, in the unit of the result.
    pub(in crate::check::figures) makes: Reach,
}

/// How well the words must speak for a total that holds, so that its parts are no others'.
const MEANT: f32 = 0.0;

/// How much less is asked of a growth that is told in hundredths of what is now.
const NOW: f32 = 1.0;

/// How far above the bar lies what stands beside a total that holds.
const SURE: f32 = 1.0;

/// A figure that others were meant to make and do not.
struct Untrue {
    /// How far the evidence lies above the bar.
    over: f32,
    fault: Diagnostic,
    /// The figure itself, in the paragraph.
    result: Range<usize>,
    /// Where all the figures stand that it is told of.
    figures: Vec<Span>,
}

/// The figures of a paragraph that others were meant to make and do not, the surest first, but for those of figures told already.
///
/// The parts of a total that holds are read once, and then left out: *11 vi phạm, phạt 8, nhắc nhở 3; 56 còn lại* is of 11 and 56.
pub(in crate::check::figures) fn untrue(
    proof: &Proof,
    paragraph: &Range<usize>,
    figures: &[Mention],
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let mut numbers = numbers::all(&proof.text[paragraph.clone()], figures);
    let several: Vec<(usize, i128)> =
        readings(proof, paragraph, &numbers).iter().flat_map(Reading::named_several).collect();
    for (at, times) in several {
        numbers[at].times(times);
    }
    let (mut found, parts, settled) = first_reading(&readings(proof, paragraph, &numbers));
    if !parts.is_empty() {
        let left = |(at, one): (usize, &Mention)| (!parts.contains(&at)).then(|| one.clone());
        let numbers: Vec<Mention> = numbers.iter().enumerate().filter_map(left).collect();
        let (more, ..) = first_reading(&readings(proof, paragraph, &numbers));
        found.extend(more.into_iter().filter(|one| !settled.contains(&one.result)));
    }
    found.sort_by(|one, other| other.over.total_cmp(&one.over));
    // One slip upsets all that its figure makes: the surest tells it.
    let mut taken: Vec<Span> = told.iter().map(|fault| fault.span).collect();
    let free =
        |one: &Untrue, taken: &[Span]| one.figures.iter().all(|own| taken.iter().all(|other| apart(*own, *other)));
    let mut faults = Vec::new();
    for one in found {
        if free(&one, &taken) {
            taken.extend(one.figures);
            faults.push(one.fault);
        }
    }
    faults
}

/// What is untrue in the sentences of a paragraph, the parts of totals that hold, and where the figures stand that are explained.
fn first_reading(readings: &[Reading]) -> (Vec<Untrue>, Vec<usize>, Vec<Range<usize>>) {
    let (mut open, mut wholes, mut settled) = (Vec::new(), Vec::new(), Vec::new());
    let (mut parts, mut beside) = (Vec::new(), Vec::new());
    for (reading, result) in readings.iter().flat_map(|reading| reading.own.clone().map(move |at| (reading, at))) {
        let ties = reading.ties(result);
        if !ties.iter().any(|tie| reading.explains(tie)) {
            open.push((reading, result, ties));
            continue;
        }
        // What names the total anew must make it, whatever else does.
        let anew = ties.iter().find(|tie| reading.is_named_anew(tie)).filter(|tie| !reading.explains(tie));
        beside.extend(anew.and_then(|tie| reading.untrue_tie(tie, reading.over(tie)?)));
        // *740 tấn, gồm cá 540 tấn, tôm 200 tấn. Trong đó, nuôi trồng 400 tấn, khai thác 304 tấn*: parts of another kind make it too.
        let parted = ties.iter().filter(|tie| tie.form == Form::Sum && reading.is_parted_anew(tie, &ties));
        beside.extend(parted.filter_map(|tie| reading.untrue_tie(tie, reading.over(tie).filter(|over| *over > SURE)?)));
        settled.push(reading.figures[result].range.clone());
        let whole = ties.into_iter().filter(|tie| tie.form == Form::Sum && reading.explains(tie));
        for tie in whole {
            if reading.odds(&tie, &[]) > MEANT {
                parts.extend(&tie.terms);
            }
            beside.extend(reading.moves_beside(result, &tie.terms).and_then(|tie| reading.untrue_tie(&tie, SURE)));
            wholes.push((result, tie.terms));
        }
    }
    let found = open.into_iter().filter_map(|(reading, result, mut ties)| {
        ties.retain(|tie| !wholes.iter().any(|whole| is_of_parts(result, tie, whole)));
        reading.untrue_at(result, &ties)
    });
    (found.chain(beside).collect(), parts, settled)
}

/// Whether a sum adds up parts of another total that holds.
///
/// *101 huy chương, gồm 50 vàng, 27 bạc, 24 đồng*: none of the parts is the sum of others; *106 em, trong đó 11 giải Nhất, 45 giải Nhì,
/// 50 giải Ba. Cả nước có 93 giải Nhất*: nor are some of them another total; *250 phiếu; thu về 248, trong đó 245 hợp lệ, 3 không hợp
/// lệ*: nor is the total with a part of its own.
fn is_of_parts(result: usize, tie: &Tie, (whole, parts): &(usize, Vec<usize>)) -> bool {
    let all = tie.terms.iter().all(|term| parts.contains(term));
    let sibling = parts.len() > 2 && parts.contains(&result) && all;
    let some = !parts.contains(&result) && tie.terms.len() < parts.len() && all;
    let twice = tie.terms.contains(whole) && tie.terms.iter().any(|term| parts.contains(term));
    tie.form == Form::Sum && (sibling || some || twice)
}

impl Reading<'_> {
    /// Whether a slip is told of a total by parts other than those that make it, behind them.
    fn is_parted_anew(&self, tie: &Tie, ties: &[Tie]) -> bool {
        let holding = ties.iter().filter(|other| other.form == Form::Sum && self.explains(other));
        let behind = |other: &Tie| other.terms.last() < tie.terms.first();
        !self.explains(tie) && holding.map(behind).reduce(|all, one| all && one) == Some(true)
    }

    /// The fault of a figure that none of its ties explains, and how far its evidence lies above the bar.
    fn untrue_at(&self, result: usize, ties: &[Tie]) -> Option<Untrue> {
        let judged = ties.iter().filter_map(|tie| Some((tie, self.over(tie)?)));
        let (tie, over) = judged.max_by(|a, b| a.1.total_cmp(&b.1))?;
        (self.is_turned(tie) || !self.is_explained(result)).then_some(())?;
        self.untrue_tie(tie, over)
    }

    fn untrue_tie(&self, tie: &Tie, over: f32) -> Option<Untrue> {
        let said = &self.figures[tie.result];
        let right = tie.makes.rounded(said.value.scale).filter(|right| !right.is_zero())?;
        let figures = [&[tie.result], &tie.terms[..]].concat();
        let span = |at: &usize| self.proof.place(self.place(&self.figures[*at].range)).map(|(_, span)| span);
        let figures = figures.iter().filter_map(span).collect();
        Some(Untrue { over, fault: self.tell_tie(tie, right)?, result: said.range.clone(), figures })
    }

    /// How far the evidence for a slip in a tie lies above the bar.
    fn over(&self, tie: &Tie) -> Option<f32> {
        let off = self.off(tie, self.figures);
        let bar = evidence::bar(tie.form, &off).filter(|_| !self.is_open(tie, &off))?;
        // *32.189 ca … năm trước 36.276 ca, giảm 12,7%*: in hundredths of what is now a fall is told by a slip alone.
        let now = tie.form == Form::Growth && off.iter().any(|(sign, _)| *sign == "wrong base");
        let bar = if now && slip::digits(self.figures[tie.result].value) > 2 { bar - NOW } else { bar };
        Some(self.odds(tie, &off) - bar).filter(|over| *over > 0.0)
    }

    /// All that may make a figure.
    pub(in crate::check::figures) fn ties(&self, result: usize) -> Vec<Tie> {
        let said = &self.figures[result];
        let time = numbers::TIMES.contains(&said.kind.as_str());
        if said.of.is_some() || said.size.is_zero() || said.kind == "lần" || time {
            return Vec::new();
        }
        if said.is_rate() {
            return self.rates_of(result);
        }
        let mut ties = self.sums_of(result);
        ties.extend(self.products_of(result));
        ties.extend(self.means_of(result));
        ties.extend(self.gaps_of(result));
        ties
    }

    /// Whether a rate tells of a fall.
    fn is_fall(&self, rate: usize) -> bool {
        self.lead(rate).contains("giảm")
    }

    /// The text between two figures, whichever stands first.
    fn span(&self, one: usize, other: usize) -> &str {
        let (first, last) = (one.min(other), one.max(other));
        self.lower().get(self.figures[first].range.end..self.figures[last].range.start).unwrap_or_default()
    }

    /// Whether a figure stands so near another that it may make it: in so many bytes and ends of sentences.
    fn is_within(&self, one: usize, other: usize, (bytes, stops): (usize, usize)) -> bool {
        let gap = self.span(one, other);
        gap.len() <= bytes && evidence::stops(gap) <= stops
    }
}

/// The larger and the smaller of two numbers apart.
fn distance(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_sub(other).map(absolute)
}

#[cfg(test)]
mod tests;
