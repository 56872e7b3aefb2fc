//! The rows of a report's table: numbered by level, figures cut at the decimal comma, the grand total in words.

use serde::Serialize;

use crate::model::figures::{BudgetView, FigureView, LineView, RateView};
use crate::viet::{number, roman};

/// A table of figures, row by row.
#[derive(Debug, Serialize)]
pub struct Table {
    /// Columns after number and name.
    pub columns: Vec<Column>,
    /// Rows from top to bottom, the total last.
    pub rows: Vec<Row>,
    /// The grand total, if there is one amount that is the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grand: Option<Grand>,
}

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    /// `planned`, `spent`, …
    pub measure: &'static str,
    /// For a rate, what it is of; else empty.
    pub of: &'static str,
}

/// One row.
#[derive(Debug, Serialize)]
pub struct Row {
    /// `I`, `1`, `1.1`, `-`, or the source's own code.
    pub number: String,
    /// Name of the line.
    pub name: String,
    /// What stands under the name: period, as-of day, owner.
    pub line: RowNotes,
    /// Level, 0 at the top.
    pub depth: usize,
    /// Whether it sums up others.
    pub strong: bool,
    /// A cell a column.
    pub cells: Vec<Option<Cell>>,
}

/// What a line says of itself beside its figures.
#[derive(Debug, Default, Serialize)]
pub struct RowNotes {
    /// Period of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// As-of day of its own, `30/9/2024`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// Who spends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Name of the period compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_period: Option<String>,
    /// Rates that the source printed and no column shows.
    pub rates: Vec<RateView>,
}

/// A figure cut at its decimal comma, so that columns line up.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// `gần`, `hơn`, …; for a change, its direction.
    pub lead: String,
    /// Digits before the comma.
    pub whole: String,
    /// The comma and what follows.
    pub fraction: String,
    /// A unit that is not the table's.
    pub unit: String,
}

/// The whole amount in figures and words.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Grand {
    /// Which measure.
    pub measure: &'static str,
    /// `81.725.000.000`.
    pub dong: String,
    /// `Bằng chữ: Tám mươi mốt tỷ …`
    pub words: String,
}

/// More rates than this would leave no room for names.
const MOST_RATES: usize = 3;

/// Lays a budget out in rows.
pub fn table(budget: &BudgetView) -> Table {
    let mut columns: Vec<Column> = budget.measures.iter().map(|measure| Column { measure, of: "" }).collect();
    let mut rates = Vec::new();
    for line in budget.lines.iter().chain(budget.total.as_deref()) {
        collect_rates(line, &mut rates);
    }
    rates.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    columns.extend(rates.into_iter().map(|(column, _)| column).take(MOST_RATES));
    let levels = budget.lines.iter().map(height).max().unwrap_or(1);
    let whole = whole(budget);
    let sole = budget.total.is_none() && whole.is_some();
    let mut rows = Vec::new();
    let layout = Layout { columns: &columns, unit: &budget.unit, first: usize::from(sole), levels };
    for (at, line) in budget.lines.iter().enumerate() {
        layout.push(line, at, &mut rows);
    }
    if let Some(total) = budget.total.as_deref() {
        rows.push(Row { number: String::new(), strong: true, ..layout.row(total, ("", 0)) });
    }
    Table { grand: whole.and_then(|line| grand(line, &budget.measures)), columns, rows }
}

/// The line that is the whole: the total, or a single first line that holds all others.
fn whole(budget: &BudgetView) -> Option<&LineView> {
    let sole = || budget.lines.first().filter(|line| budget.lines.len() == 1 && !line.lines.is_empty());
    budget.total.as_deref().or_else(sole)
}

/// The first measure of the whole whose amount is exact: a qualified one (`gần 81 tỷ`) has no words.
fn grand(line: &LineView, measures: &[&'static str]) -> Option<Grand> {
    let exact = |figure: &&FigureView| figure.text.starts_with(|c: char| c.is_ascii_digit());
    let figures = measures.iter().filter_map(|measure| Some((*measure, line.figures.get(measure).filter(exact)?)));
    figures.into_iter().find_map(|(measure, figure)| {
        let dong = figure.dong.clone()?;
        let words = number::money_of_text(&format!("{dong} đồng")).ok()?;
        Some(Grand { measure, dong, words: words.trim_end_matches('.').to_owned() })
    })
}

/// The rates that occur and how often, in the order in which the lines tell them.
fn collect_rates(line: &LineView, rates: &mut Vec<(Column, usize)>) {
    for rate in &line.rates {
        let column = Column { measure: rate.measure, of: rate.of };
        match rates.iter_mut().find(|(known, _)| *known == column) {
            Some((_, times)) => *times += 1,
            None => rates.push((column, 1)),
        }
    }
    line.lines.iter().for_each(|child| collect_rates(child, rates));
}

/// How many levels a line spans.
fn height(line: &LineView) -> usize {
    1 + line.lines.iter().map(height).max().unwrap_or(0)
}

/// What all rows of a table share.
struct Layout<'a> {
    columns: &'a [Column],
    unit: &'a str,
    /// Levels above the first numbered one.
    first: usize,
    levels: usize,
}

impl Layout<'_> {
    /// A line and all below it, in order.
    fn push(&self, line: &LineView, at: usize, rows: &mut Vec<Row>) {
        self.push_below("", line, (at, rows));
    }

    fn push_below(&self, above: &str, line: &LineView, (at, rows): (usize, &mut Vec<Row>)) {
        let row = self.row(line, (above, at));
        let number = row.number.clone();
        rows.push(row);
        for (at, child) in line.lines.iter().enumerate() {
            self.push_below(&number, child, (at, rows));
        }
    }

    /// One line as a row; bold where it sums up others at the top.
    fn row(&self, line: &LineView, (above, at): (&str, usize)) -> Row {
        let own = line.code.as_ref().map(|code| code.value.clone());
        Row {
            number: own.unwrap_or_else(|| self.number(line.depth, (above, at + 1))),
            name: line.name.clone(),
            line: notes(line, self.columns),
            depth: line.depth.saturating_sub(self.first),
            strong: !line.lines.is_empty() && line.depth <= self.first,
            cells: self.columns.iter().map(|column| cell(line, *column, self.unit)).collect(),
        }
    }

    /// I – 1 – 1.1 – dash by what stands above: A, I, 1, 1.1; a table of one level counts 1, 2, 3.
    fn number(&self, depth: usize, (above, at): (&str, usize)) -> String {
        let Some(level) = depth.checked_sub(self.first) else { return String::new() };
        let numeral = || u32::try_from(at).ok().and_then(roman::numeral).unwrap_or_default();
        let counted = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match above {
            "" if level == 0 && self.levels - self.first > 1 => numeral(),
            "" => at.to_string(),
            "A" | "B" | "C" | "D" => numeral(),
            _ if roman::value(above).is_some() => at.to_string(),
            _ if counted(above) => format!("{above}.{at}"),
            _ => "-".to_owned(),
        }
    }
}

/// What stands in brackets behind a name.
fn notes(line: &LineView, columns: &[Column]) -> RowNotes {
    let shown = |rate: &&RateView| columns.contains(&Column { measure: rate.measure, of: rate.of });
    RowNotes {
        period: line.period.as_ref().map(|period| period.value.clone()),
        as_of: line.as_of.map(|day| crate::record::value::date::numeric(day.date)),
        owner: line.owner.as_ref().map(|owner| owner.name().to_owned()),
        previous_period: line.previous_period.as_ref().map(|period| period.value.clone()),
        rates: line.rates.iter().filter(|rate| rate.stated && !shown(rate)).cloned().collect(),
    }
}

/// The cell of a line in a column, if the line has that figure or rate.
fn cell(line: &LineView, column: Column, unit: &str) -> Option<Cell> {
    if column.of.is_empty() {
        return line.figures.get(column.measure).map(|figure| figure_cell(figure, unit));
    }
    line.rates.iter().find(|rate| rate.measure == column.measure && rate.of == column.of).map(rate_cell)
}

/// A figure: its qualifier, its digits, and its unit where that is not the table's.
fn figure_cell(figure: &FigureView, table_unit: &str) -> Cell {
    let (whole, fraction) = cut(&figure.number);
    let lead = figure.text.find(|c: char| c.is_ascii_digit() || c == '-').map_or("", |at| figure.text[..at].trim());
    // An amount of money stands in the table's unit already.
    let foreign = figure.dong.is_none() && figure.unit != table_unit;
    Cell { lead: lead.to_owned(), whole, fraction, unit: if foreign { figure.unit.clone() } else { String::new() } }
}

/// A rate: the sign of a change becomes its direction.
fn rate_cell(rate: &RateView) -> Cell {
    let at = rate.text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (whole, fraction) = cut(rate.text[at..].trim_end_matches('%'));
    let lead = if rate.change.is_empty() { rate.text[..at].trim() } else { rate.change };
    Cell { lead: lead.to_owned(), whole, fraction, unit: String::new() }
}

/// The digits before the comma, and the comma with what follows.
fn cut(number: &str) -> (String, String) {
    match number.find(',') {
        Some(at) => (number[..at].to_owned(), number[at..].to_owned()),
        None => (number.to_owned(), String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_numbered_as_offices_do() {
        let layout = |first, levels| Layout { columns: &[], unit: "", first, levels };
        let down = |layout: Layout| {
            let mut numbers = vec![String::new()];
            for depth in 0..5 {
                numbers.push(layout.number(depth, (&numbers[depth], 5)));
            }
            numbers[1..].join(" ")
        };
        assert_eq!(down(layout(0, 5)), "V 5 5.5 - -");
        assert_eq!(down(layout(1, 5)), " V 5 5.5 -");
        assert_eq!(layout(0, 1).number(0, ("", 5)), "5");
        assert_eq!(layout(0, 4).number(1, ("A", 2)), "II");
    }

    #[test]
    fn numbers_are_cut_at_the_comma() {
        assert_eq!(cut("1.260,5"), ("1.260".to_owned(), ",5".to_owned()));
        assert_eq!(cut("59"), ("59".to_owned(), String::new()));
    }
}
