//! A budget as a bar chart — *biểu đồ*: the lengths of bars; the template draws them, the table has the figures.

use minijinja::context;
use minijinja::value::Value;

use crate::model::figures::{BudgetView, FigureView, LineView};
use crate::record::value::unit::money_power;
use crate::viet::decimal::Decimal;

/// The measures a chart can show, the first found of each group: what was meant, and what came of it.
const MEANT: [&str; 3] = ["adjusted", "planned", "allocated"];
const BECAME: [&str; 3] = ["spent", "estimated", "previous"];

/// Lines of a chart: with more, nobody compares.
const ROWS: usize = 12;

/// One bar: a figure and its length in thousandths of the unit.
struct Bar<'a> {
    measure: &'static str,
    figure: &'a FigureView,
    length: i128,
}

/// The chart of a budget's first level, or of what its only line is made of; none for a single bar, for figures of
/// several units, and for negative ones.
pub fn chart(budget: &BudgetView) -> Option<Value> {
    let lines = match &budget.lines[..] {
        [only] => &only.lines,
        lines => lines,
    };
    if !(2..=ROWS).contains(&lines.len()) {
        return None;
    }
    let bars: Vec<Vec<Bar>> = lines.iter().map(|line| bars(budget, line)).collect::<Option<_>>()?;
    let most = bars.iter().flatten().map(|bar| bar.length).max().filter(|most| *most > 0)?;
    let rows: Vec<Value> = lines.iter().zip(bars).map(|(line, bars)| row(line, &bars, most)).collect();
    Some(context! { rows => rows, measures => measures(budget) })
}

/// A line's label and bars.
fn row(line: &LineView, bars: &[Bar], most: i128) -> Value {
    let drawn = bars.iter().map(|bar| {
        // Tenths of a percent of the longest, which takes three fifths of the width: the figure stands behind it.
        let tenths = bar.length.saturating_mul(600) / most;
        let width = format!("{}.{}", tenths / 10, tenths % 10);
        context! { measure => bar.measure, number => &bar.figure.number, width => width }
    });
    context! { label => &line.name, bars => drawn.collect::<Vec<_>>() }
}

/// What the whole budget comes to: planned and spent with their texts and the rate, where the record has them.
pub fn whole(budget: &BudgetView) -> Option<Value> {
    let line = budget.total.as_deref().or(match &budget.lines[..] {
        [only] => Some(only),
        _ => None,
    })?;
    let (meant, became) = (of(line, &MEANT), of(line, &["spent", "estimated"]));
    let rate = meant.zip(became).and_then(|((_, meant), (_, became))| {
        let (meant, became) = (amount(meant)?, amount(became)?);
        (meant > 0).then(|| Decimal::whole(became).percent_of(Decimal::whole(meant), 1))?
    });
    let told = |figure: Option<(&'static str, &FigureView)>| {
        figure.map(|(measure, figure)| context! { measure => measure, text => &figure.text })
    };
    Some(context! { meant => told(meant), became => told(became), rate => rate.map(|rate| format!("{rate}%")) })
}

/// The measures of the chart, in the order of a row's bars.
fn measures(budget: &BudgetView) -> Vec<&'static str> {
    let first = |group: &[&'static str]| group.iter().copied().find(|measure| budget.measures.contains(measure));
    [first(&MEANT), first(&BECAME)].into_iter().flatten().collect()
}

/// The bars of a line, if it has a figure of every measure, all in one unit.
fn bars<'a>(budget: &BudgetView, line: &'a LineView) -> Option<Vec<Bar<'a>>> {
    let money = money_power(&budget.unit).is_some();
    let bar = |measure: &'static str| {
        let figure = line.figures.get(measure)?;
        let alike = if money { figure.dong.is_some() } else { figure.unit == budget.unit.value };
        let length = amount(figure).filter(|length| *length >= 0 && alike)?;
        Some(Bar { measure, figure, length })
    };
    let bars: Vec<Bar> = measures(budget).into_iter().map(bar).collect::<Option<_>>()?;
    (!bars.is_empty()).then_some(bars)
}

/// The first figure of a group that the line has.
fn of<'a>(line: &'a LineView, group: &[&'static str]) -> Option<(&'static str, &'a FigureView)> {
    group.iter().find_map(|measure| Some((*measure, line.figures.get(measure)?)))
}

/// A figure in thousandths of its unit, of đồng if it is money.
fn amount(figure: &FigureView) -> Option<i128> {
    let text = figure.dong.as_ref().unwrap_or(&figure.number).replace('.', "");
    let (whole, part) = text.split_once(',').unwrap_or((&text, ""));
    let thousandths = format!("{part:0<3}");
    format!("{whole}{}", thousandths.get(..3)?).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_compare_to_the_thousandth() {
        let figure = |dong: Option<&str>, number: &str| FigureView {
            text: String::new(),
            number: number.to_owned(),
            unit: String::new(),
            dong: dong.map(str::to_owned),
            computed: false,
        };
        assert_eq!(amount(&figure(Some("81.725.000.000"), "81,725")), Some(81_725_000_000_000));
        assert_eq!(amount(&figure(None, "1.260,5")), Some(1_260_500));
        assert_eq!(amount(&figure(None, "-3")), Some(-3_000));
    }
}
