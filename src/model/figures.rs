//! Figures computed from a budget: totals, rates, shares and changes — *tổng, tỷ lệ, tỷ trọng, tăng giảm*.

mod measured;
mod rate;

use serde::Serialize;

use crate::record::budget::{Base, Budget, Line, Measure, Wording};
use crate::record::meeting::Citation;
use crate::record::party::Body;
use crate::record::value::{Amount, Day, Text, Unit};
use crate::viet::decimal::Decimal;
pub use measured::Figures;
pub use rate::computed_rate;

/// A budget with everything computed that can be.
#[derive(Debug, Clone, Serialize)]
pub struct BudgetView {
    /// Title of the table.
    pub title: Text,
    /// The words for plan and payment, if the record chooses them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
    /// Period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Text>,
    /// As-of date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// Unit of figures without one of their own.
    pub unit: Unit,
    /// Who reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Body>,
    /// Sentences before the figures.
    pub intro: Vec<Text>,
    /// Sentences after the figures.
    pub remarks: Vec<Text>,
    /// Proposals of the report.
    pub proposals: Vec<Text>,
    /// Legal bases.
    pub bases: Vec<Citation>,
    /// Measures that occur, in the order of a table's columns.
    pub measures: Vec<&'static str>,
    /// The lines.
    pub lines: Vec<LineView>,
    /// The sum of the first-level lines, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Box<LineView>>,
}

/// A line with its figures and rates.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// Name.
    pub name: String,
    /// Code of the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Text>,
    /// Level, 0 at the top.
    pub depth: usize,
    /// Period of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Text>,
    /// As-of date of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// Figures by measure: `planned`, `spent`, …
    pub figures: Figures,
    /// Rates, stated ones first.
    pub rates: Vec<RateView>,
    /// Name of the period compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_period: Option<Text>,
    /// Whether the sub-lines are only a part.
    pub open: bool,
    /// Sentences before this line.
    pub intro: Vec<Text>,
    /// Sentences on this line.
    pub remarks: Vec<Text>,
    /// Places that stand out.
    pub places: Vec<Text>,
    /// Sentences that close this line.
    pub closing: Vec<Text>,
    /// Who spends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Box<Body>>,
    /// Sub-lines.
    pub lines: Vec<LineView>,
}

/// A figure ready to print.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// `hơn 81,725 tỷ đồng`.
    pub text: String,
    /// `81,725`, in the table's unit where that is possible.
    pub number: String,
    /// Unit of `text`.
    pub unit: String,
    /// The exact amount in đồng, grouped, if it is money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dong: Option<String>,
    /// Whether it is a sum made here.
    pub computed: bool,
}

/// A rate ready to print.
#[derive(Debug, Clone, Serialize)]
pub struct RateView {
    /// The part: `spent`, …
    pub measure: &'static str,
    /// The base: `planned`, `parent`, `total`, `previous`.
    pub of: &'static str,
    /// `42,88%`; of a change, without its sign.
    pub text: String,
    /// Against the period before: `up`, `down`, `same`, or `level` where the source tells the part, not the change; else empty.
    pub change: &'static str,
    /// Whether the source printed it.
    pub stated: bool,
}

/// Where a rate's base is looked for.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The table's unit.
    pub unit: &'a str,
    /// All first-level lines.
    pub roots: &'a [Line],
    /// The line above, if any.
    pub parent: Option<&'a Line>,
    /// The period compared with, as the table or the lines above name it.
    pub previous_period: Option<&'a Text>,
}

impl<'a> Scope<'a> {
    /// Where the first-level lines of a budget look.
    pub fn of(budget: &'a Budget) -> Scope<'a> {
        let previous_period = budget.previous_period.as_ref();
        Scope { unit: &budget.unit, roots: &budget.lines, parent: None, previous_period }
    }

    /// Where the lines below one line look.
    #[must_use]
    pub fn below(self, line: &'a Line) -> Scope<'a> {
        Scope { parent: Some(line), previous_period: line.previous_period.as_ref().or(self.previous_period), ..self }
    }
}

/// The value of a measure: as written, or the sum of the sub-lines when all of them have it.
pub fn value(line: &Line, measure: Measure, unit: &str) -> Option<(Decimal, String)> {
    if let Some(amount) = line.measure(measure) {
        return amount.comparable(unit);
    }
    if line.open.0 { None } else { sum(&line.lines, measure, unit) }
}

/// The sum of a measure over lines, if all have it in one kind of unit.
pub fn sum(lines: &[Line], measure: Measure, unit: &str) -> Option<(Decimal, String)> {
    let mut total: Option<(Decimal, String)> = None;
    for line in lines {
        let (part, kind) = value(line, measure, unit)?;
        total = match total {
            None => Some((part, kind)),
            Some((sum, same)) if same == kind => Some((sum.checked_add(part)?, kind)),
            Some(_) => return None,
        };
    }
    total
}

/// The base of a stated rate: its value, if the record holds it.
pub fn base_value(line: &Line, measure: Measure, base: Base, scope: Scope) -> Option<(Decimal, String)> {
    let own = |measure| value(line, measure, scope.unit);
    match base {
        Base::Planned => own(Measure::Planned),
        Base::Adjusted => own(Measure::Adjusted),
        Base::Allocated => own(Measure::Allocated),
        Base::Previous => own(Measure::Previous),
        Base::Parent => value(scope.parent?, measure, scope.unit),
        Base::Total => total_planned(line, measure, scope),
    }
}

/// The whole that a line's share is of: the root above it in the same measure, else its plan.
fn total_planned(line: &Line, measure: Measure, scope: Scope) -> Option<(Decimal, String)> {
    let root = scope.roots.iter().find(|root| holds(root, line))?;
    let of = |measure| value(root, measure, scope.unit);
    of(Measure::Planned).or_else(|| of(measure))
}

fn holds(root: &Line, line: &Line) -> bool {
    std::ptr::eq(root, line) || root.lines.iter().any(|child| holds(child, line))
}

/// Computes a whole budget.
pub fn view(budget: &Budget) -> BudgetView {
    let scope = Scope::of(budget);
    let lines: Vec<LineView> = budget.lines.iter().map(|line| line_view(line, 0, scope)).collect();
    let total = budget.total.as_ref().map(|name| Box::new(total_view(name, budget, scope)));
    let used = |measure: &Measure| lines.iter().any(|line| uses(line, measure.key()));
    BudgetView {
        title: budget.title.clone(),
        wording: budget.wording,
        period: budget.period.clone(),
        as_of: budget.as_of,
        unit: budget.unit.clone(),
        source: budget.source.clone(),
        intro: budget.intro.clone(),
        remarks: budget.remarks.clone(),
        proposals: budget.proposals.clone(),
        bases: budget.bases.clone(),
        measures: Measure::ALL.iter().filter(|measure| used(measure)).map(|measure| measure.key()).collect(),
        lines,
        total,
    }
}

fn uses(line: &LineView, measure: &str) -> bool {
    line.figures.get(measure).is_some() || line.lines.iter().any(|child| uses(child, measure))
}

fn total_view(name: &str, budget: &Budget, scope: Scope) -> LineView {
    let whole = Line {
        lines: budget.lines.clone(),
        name: Text { value: name.to_owned(), ..Text::default() },
        ..Line::default()
    };
    LineView { lines: Vec::new(), ..line_view(&whole, 0, scope) }
}

fn line_view(line: &Line, depth: usize, scope: Scope) -> LineView {
    let figures = Measure::ALL.iter().filter_map(|measure| Some((measure.key(), figure(line, *measure, scope.unit)?)));
    let below = scope.below(line);
    LineView {
        name: line.name.value.clone(),
        code: line.code.clone(),
        depth,
        period: line.period.clone(),
        as_of: line.as_of,
        figures: figures.collect(),
        rates: rate::rates(line, scope),
        previous_period: previous_period(line).or(scope.previous_period).cloned(),
        open: line.open.0,
        intro: line.intro.clone(),
        remarks: line.remarks.clone(),
        places: line.places.clone(),
        closing: line.closing.clone(),
        owner: line.owner.clone(),
        lines: line.lines.iter().map(|child| line_view(child, depth + 1, below)).collect(),
    }
}

/// The name of the period compared with: the line's own, else the first its sub-lines tell.
fn previous_period(line: &Line) -> Option<&Text> {
    line.previous_period.as_ref().or_else(|| line.lines.iter().find_map(previous_period))
}

fn figure(line: &Line, measure: Measure, unit: &str) -> Option<FigureView> {
    let (value, kind) = value(line, measure, unit)?;
    let money = kind == "đồng";
    let in_table_unit =
        Amount { unit: unit.to_owned(), ..Amount::default() }.comparable("").filter(|(_, of)| *of == kind);
    let table_number = in_table_unit.and_then(|_| rescale(value, unit)).map(Decimal::trimmed);
    let dong = money.then(|| value.trimmed().to_string());
    if let Some(amount) = line.measure(measure) {
        let number = table_number.filter(|_| !amount.unit.is_empty()).unwrap_or(amount.number);
        return Some(FigureView {
            text: amount.text(unit),
            number: number.to_string(),
            unit: amount.unit_or(unit).to_owned(),
            dong,
            computed: false,
        });
    }
    let number = table_number.unwrap_or(value);
    let sum = Amount { number, ..Amount::default() };
    Some(FigureView { text: sum.text(unit), number: number.to_string(), unit: unit.to_owned(), dong, computed: true })
}

/// A value in đồng, in a money unit.
fn rescale(value: Decimal, unit: &str) -> Option<Decimal> {
    match crate::record::value::unit::money_power(unit) {
        Some(power) => value.shifted(-power),
        None => Some(value),
    }
}
