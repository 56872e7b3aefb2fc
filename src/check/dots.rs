//! What a lone dot means — *dấu chấm hàng nghìn*: `186.400` is read as 186 400 only where the table itself proves it.
//!
//! A wrong figure is worse than a refused one. Proof is another figure whose dots can only part thousands (of the same unit,
//! from tỷ đồng on), or a sum that comes out in one reading alone; a figure hundreds of times its neighbours is refused.

use crate::diag::{Diagnostic, Message};
use crate::load::Sourced;
use crate::record::budget::{Budget, Line, Measure};
use crate::record::value::unit::{canonical, money_power};
use crate::record::value::{Amount, Grouping};
use crate::viet::decimal::Decimal;

/// From this power of ten on, only figures of the same unit prove how a dot is meant: tỷ đồng.
const GREAT: i32 = 9;
/// Two measures of one line are never this many times apart, unless one was read a thousandfold.
const APART: i128 = 500;
/// Places named in the message.
const SHOWN: usize = 3;

/// The one fault for all figures of a table that can be read in two ways.
pub fn check(budget: &Sourced<Budget>) -> Option<Diagnostic> {
    let table = Table::new(&budget.record);
    if budget.record.grouped.0 || table.doubtful().next().is_none() {
        return None;
    }
    let open: Vec<&Figure> = table.doubtful().filter(|figure| !table.proves(figure)).collect();
    let first = open.first()?;
    let written = |figure: &Figure| figure.amount.number.to_string();
    let place = |figure: &&Figure| {
        let line = budget.source.place(figure.amount.span.start as usize).line;
        format!("“{}” ({line})", written(figure))
    };
    let places: Vec<String> = open.iter().take(SHOWN).map(place).collect();
    let (whole, fraction) = (first.amount.number.mantissa.to_string(), written(first).replace('.', ","));
    let (said, mend) = match open.len() {
        1 => ("amount-ambiguous", "amount-ambiguous.hint"),
        _ => ("amount-ambiguous.table", "amount-ambiguous.hint.table"),
    };
    let filled = |id| {
        Message::new(id)
            .with("count", open.len())
            .with("places", places.join(", "))
            .with("value", written(first))
            .with("whole", &whole)
            .with("fraction", &fraction)
    };
    let fault = Diagnostic { message: filled(said), ..Diagnostic::error("amount-ambiguous") };
    Some(fault.at(&budget.source, first.amount.span).hint(filled(mend)))
}

/// One figure of the table.
struct Figure<'a> {
    line: &'a Line,
    amount: &'a Amount,
    unit: String,
}

struct Table<'a> {
    figures: Vec<Figure<'a>>,
    /// What the sums say: of each unit, whether the dots part thousands.
    sums: Vec<(String, Reading)>,
}

/// What a sum comes out with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Thousands,
    Fraction,
}

impl<'a> Table<'a> {
    fn new(budget: &'a Budget) -> Table<'a> {
        let mut table = Table { figures: Vec::new(), sums: Vec::new() };
        budget.lines.iter().for_each(|line| table.add(line, &budget.unit));
        table
    }

    fn add(&mut self, line: &'a Line, unit: &str) {
        for measure in Measure::ALL {
            if let Some(amount) = line.measure(*measure) {
                self.figures.push(Figure { line, amount, unit: canonical(amount.unit_or(unit)) });
            }
            self.sums.extend(sum_says(line, *measure, unit));
        }
        line.lines.iter().for_each(|child| self.add(child, unit));
    }

    /// The figures with a lone dot; a đồng has no decimals, so its dots part thousands.
    fn doubtful(&self) -> impl Iterator<Item = &Figure<'a>> {
        self.figures.iter().filter(|figure| figure.amount.grouping == Grouping::Doubtful && figure.unit != "đồng")
    }

    /// Whether the table leaves no other reading of this figure than the thousands.
    fn proves(&self, figure: &Figure) -> bool {
        let says = |reading| self.sums.iter().any(|(unit, said)| *unit == figure.unit && *said == reading);
        let small = money_power(&figure.unit).is_some_and(|power| power < GREAT);
        let alike = |other: &Figure| {
            let sure = other.amount.grouping == Grouping::Thousands
                || other.unit == "đồng" && other.amount.grouping == Grouping::Doubtful;
            sure && (other.unit == figure.unit || small && money_power(&other.unit).is_some())
        };
        !says(Reading::Fraction)
            && (says(Reading::Thousands) || self.figures.iter().any(alike))
            && !self.far_off(figure)
    }

    /// Another measure of the same line, written without doubt, is hundreds of times smaller or greater.
    fn far_off(&self, figure: &Figure) -> bool {
        let beside = self.figures.iter().filter(|other| std::ptr::eq(other.line, figure.line));
        let Some((own, kind)) = figure.amount.comparable(&figure.unit) else { return true };
        beside.filter(|other| other.amount.grouping != Grouping::Doubtful).any(|other| {
            let Some((value, same)) = other.amount.comparable(&other.unit) else { return true };
            let times = |a: Decimal, b: Decimal| {
                let most = Decimal { mantissa: b.mantissa.saturating_mul(APART), ..b };
                a > most
            };
            same == kind && !value.is_zero() && (times(own, value) || times(value, own))
        })
    }
}

/// What a closed line's sum says of its lone dots: it comes out in one reading and not in the other.
fn sum_says(line: &Line, measure: Measure, unit: &str) -> Option<(String, Reading)> {
    let own = line.measure(measure).filter(|_| !line.open.0 && !line.lines.is_empty())?;
    let parts: Vec<&Amount> = line.lines.iter().map(|child| child.measure(measure)).collect::<Option<_>>()?;
    let lone = parts.iter().copied().chain([own]).find(|amount| amount.grouping == Grouping::Doubtful)?;
    let comes_out = |reading| {
        let value = |amount: &Amount| {
            let fraction = amount.grouping == Grouping::Doubtful && reading == Reading::Fraction;
            let (value, _) = amount.comparable(unit)?;
            if fraction { value.shifted(-3) } else { Some(value) }
        };
        let sum = parts.iter().try_fold(Decimal::default(), |sum, part| sum.checked_add(value(part)?))?;
        Some(sum == value(own)?)
    };
    let said = match (comes_out(Reading::Thousands)?, comes_out(Reading::Fraction)?) {
        (true, false) => Reading::Thousands,
        (false, true) => Reading::Fraction,
        _ => return None,
    };
    Some((canonical(lone.unit_or(unit)), said))
}
