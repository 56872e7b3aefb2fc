//! A budget as the rows of one table — *bảng số liệu*: nested lines in reading order, figures in the table's unit.

use minijinja::context;
use minijinja::value::{Serde, Value};

use crate::model::figures::{BudgetView, FigureView, LineView};
use crate::record::value::date;
use crate::record::value::unit::money_power;

/// What the page shows of a budget's table; the words in it are the template's.
pub fn table(budget: &BudgetView) -> Value {
    let coded = budget.lines.iter().any(has_code);
    let mut rows = Vec::new();
    for (at, line) in budget.lines.iter().enumerate() {
        let number = if coded { String::new() } else { (at + 1).to_string() };
        add_rows(budget, line, &number, &mut rows);
    }
    let total = budget.total.as_ref().map(|line| row(budget, line, ""));
    context! { rows => rows, total => total, previous => one_period(&budget.lines), rates => budget.lines.iter().any(has_rate) }
}

fn has_code(line: &LineView) -> bool {
    line.code.is_some() || line.lines.iter().any(has_code)
}

fn has_rate(line: &LineView) -> bool {
    !line.rates.is_empty() || line.lines.iter().any(has_rate)
}

/// The line and what is below it. The source's own numbers are kept; only a table without any is numbered here.
fn add_rows(budget: &BudgetView, line: &LineView, number: &str, rows: &mut Vec<Value>) {
    rows.push(row(budget, line, number));
    for (at, child) in line.lines.iter().enumerate() {
        let below = if number.is_empty() { String::new() } else { format!("{number}.{}", at + 1) };
        add_rows(budget, child, &below, rows);
    }
}

fn row(budget: &BudgetView, line: &LineView, number: &str) -> Value {
    let cells: Vec<Value> = budget.measures.iter().map(|measure| cell(budget, line.figures.get(measure))).collect();
    context! {
        number => line.code.as_ref().map_or(number, |code| &code.value), name => &line.name, depth => line.depth,
        period => line.period.as_deref(), as_of => line.as_of.map(|day| date::numeric(day.date)), owner => line.owner.as_ref().and_then(|owner| owner.fields.name.as_deref()),
        open => line.open && !line.lines.is_empty(), previous_period => line.previous_period.as_deref(),
        rates => Value::from(Serde(&line.rates)), cells => cells,
    }
}

/// A figure with the word of approximation before it, and its unit where that is not the table's.
fn cell(budget: &BudgetView, figure: Option<&FigureView>) -> Value {
    let Some(figure) = figure else { return Value::from(()) };
    let in_table_unit = figure.dong.is_some() && money_power(&budget.unit).is_some();
    let unit = (!in_table_unit && figure.unit != budget.unit.value).then_some(&figure.unit);
    let lead =
        figure.text.split(|letter: char| letter.is_ascii_digit() || letter == '-').next().unwrap_or_default().trim();
    context! { number => &figure.number, unit => unit, lead => lead }
}

/// The period that all lines compare with, if it is one and the same.
fn one_period(lines: &[LineView]) -> Option<String> {
    let mut periods = Vec::new();
    let mut open: Vec<&LineView> = lines.iter().collect();
    while let Some(line) = open.pop() {
        periods.extend(line.previous_period.as_ref().map(|period| period.value.as_str()));
        open.extend(&line.lines);
    }
    let first = *periods.first()?;
    periods.iter().all(|period| *period == first).then(|| first.to_owned())
}
