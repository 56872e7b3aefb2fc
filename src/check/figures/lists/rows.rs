//! Rows of one shape — *Năm 2018: tổng số 1.138; nam 563; nữ 575*, line under line or between semicolons: what the columns of the
//! other rows make of one another, those of each row must.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::figures::Reading;
use crate::check::figures::judge::Terms;
use crate::check::figures::lists::entries::NUMBERED;
use crate::check::figures::mention::{Mention, number_end};
use crate::check::figures::reach::Reach;
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;
use crate::viet::letter::is_word;

/// The most columns and rows that are compared.
const COLUMNS: usize = 8;
const ROWS: usize = 60;

/// How many rows must hold, for one row that does not.
const HOLD: usize = 2;

/// Below this a sum is often one of chance.
const LEAST: i128 = 10;

/// What one column is made of.
enum Relation {
    Sum(Vec<usize>),
    Share(usize, usize),
    Product(usize, usize),
}

/// A row: its place in the paragraph, and its numbers.
struct Row {
    range: Range<usize>,
    cells: Vec<Mention>,
}

impl Reading<'_> {
    /// The rows of the whole text that do not keep what the others do; asked of its first sentence only.
    pub(in crate::check::figures) fn rows_apart(&self) -> Vec<Diagnostic> {
        let mut found = self.uneven(self.text.split_inclusive('\n'));
        if found.is_empty() {
            found = self.uneven(self.text.split_inclusive([';', '\n']));
        }
        found
    }

    /// The rows that fall out of the group of their shape.
    fn uneven<'t>(&self, rows: impl Iterator<Item = &'t str>) -> Vec<Diagnostic> {
        let mut groups: BTreeMap<String, Vec<Row>> = BTreeMap::new();
        let mut at = 0;
        for row in rows {
            let range = at..at + row.len();
            at = range.end;
            if let Some((shape, row)) = self.row(range) {
                let group = groups.entry(shape).or_default();
                if group.len() < ROWS {
                    group.push(row);
                }
            }
        }
        groups.into_values().filter(|rows| rows.len() > HOLD).filter_map(|rows| self.odd_row(&rows)).collect()
    }

    /// The numbers of a row with its shape: the words before each of them, but for those that name the row.
    fn row(&self, range: Range<usize>) -> Option<(String, Row)> {
        let mut cells: Vec<Mention> = Vec::new();
        let mut shape = String::new();
        let mut at = range.start;
        let mut label = range.start;
        while let Some(start) = self.text[at..range.end].find(|c: char| c.is_ascii_digit()).map(|step| at + step) {
            let (stop, digits) = number_end(self.text, start);
            at = digits.max(start + 1);
            let words = self.lower()[label..start].trim_matches(|c: char| !is_word(c));
            let last = words.rsplit(' ').next().unwrap_or_default();
            let glued = self.text[..start].ends_with(|c: char| c.is_alphanumeric() || "/-.,".contains(c));
            let dated = self.text[stop..].starts_with(['/', '-']);
            if glued || dated || NUMBERED.contains(&last) && !words.ends_with("tổng số") {
                continue;
            }
            let place = self.figures.partition_point(|figure| figure.range.start < start);
            let known = self.figures.get(place).filter(|figure| figure.range.start == start).cloned();
            let bare = || Mention::new(start..stop, Decimal::parse_grouped(&self.text[start..stop]).ok()?, "", None);
            let cell = known.or_else(bare).filter(|cell| cell.range.end <= range.end && cell.of.is_none())?;
            if !cells.is_empty() {
                shape.push_str(words);
            }
            shape.push('|');
            shape.push_str(&cell.unit);
            (at, label) = (at.max(cell.range.end), cell.range.end);
            cells.push(cell);
            (cells.len() <= COLUMNS).then_some(())?;
        }
        (cells.len() > 2).then_some((shape, Row { range, cells }))
    }

    /// The one row that does not keep a relation that all others do.
    fn odd_row(&self, rows: &[Row]) -> Option<Diagnostic> {
        let width = rows[0].cells.len();
        let mut columns = 0..width;
        columns
            .find_map(|target| relations(target, rows).iter().find_map(|relation| self.odd_in(rows, target, relation)))
    }

    fn odd_in(&self, rows: &[Row], target: usize, relation: &Relation) -> Option<Diagnostic> {
        let holds = |row: &Row| made(row, target, relation).is_some_and(|makes| makes.holds(&row.cells[target]));
        let (held, odd): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| holds(row));
        let sure = |row: &&&Row| row.cells[target].size >= Decimal::whole(LEAST);
        let [odd] = odd[..] else { return None };
        (held.iter().filter(sure).count() >= HOLD).then_some(())?;
        let said = &odd.cells[target];
        let right = made(odd, target, relation)?.rounded(said.value.scale)?;
        let cell = |at: &usize| odd.cells[*at].value.to_string();
        // Any of them may be the wrong one.
        let place = odd.cells[0].range.start..odd.cells[odd.cells.len() - 1].range.end;
        let terms = match relation {
            Relation::Sum(parts) => Terms::Row(parts.iter().map(cell).collect::<Vec<_>>().join(" + "), place),
            Relation::Share(part, base) => Terms::Share(*part, odd.cells[*base].size),
            Relation::Product(one, other) => Terms::Product(format!("{} × {}", cell(one), cell(other)), place),
        };
        let own = 0..odd.cells.len();
        let reading = Reading { figures: &odd.cells, own, within: odd.range.clone(), ..*self };
        Some(reading.tell(target, &terms, right))
    }
}

/// What a column may be made of: neighbours added up, a share of two, a product of two.
fn relations(target: usize, rows: &[Row]) -> Vec<Relation> {
    let cells = &rows[0].cells;
    let width = cells.len();
    let mut found = Vec::new();
    for one in 0..width {
        for other in (one + 1..width).filter(|other| *other != target && one != target) {
            if cells[target].is_rate() {
                found.extend([Relation::Share(one, other), Relation::Share(other, one)]);
            } else {
                found.push(Relation::Product(one, other));
                found.push(Relation::Sum(vec![one, other]));
            }
        }
        let runs = (one + 3..=width).map(|end| one..end).filter(|run| !run.contains(&target));
        found.extend(runs.map(|run| Relation::Sum(run.collect())));
    }
    found
}

/// What a relation makes of a row, in the unit of its target.
fn made(row: &Row, target: usize, relation: &Relation) -> Option<Reach> {
    let reach = |at: &usize| Reach::of(&row.cells[*at]);
    let said = &row.cells[target];
    let in_unit = |makes: Reach| makes.map(|size| Some(said.in_unit(size)));
    match relation {
        Relation::Sum(parts) => {
            let nothing = Reach::exactly(Decimal::default());
            in_unit(parts.iter().try_fold(nothing, |sum, part| sum.plus(reach(part)?))?)
        }
        Relation::Share(part, base) => reach(part)?.share(reach(base)?),
        Relation::Product(one, other) => in_unit(reach(one)?.times(reach(other)?)?),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn rows_of_one_shape() {
        let rows = |third: &str| {
            let head =
                "Năm 2016: tổng số 106.141; nam 53.959; nữ 52.182\nNăm 2017: tổng số 112.140; nam 55.393; nữ 56.747\n";
            format!(
                "{head}Năm 2018: tổng số 113.370; nam 56.721; nữ {third}\nNăm 2019: tổng số 115.836; nam 57.460; nữ 58.376"
            )
        };
        assert!(found(&rows("56.649")).is_empty(), "{:?}", found(&rows("56.649")));
        assert_eq!(found(&rows("56.469")).len(), 1);
        let items = |third: &str| {
            format!(
                "Xã A 69 em (13 giải Nhất, 31 giải Nhì, 25 giải Ba); xã B 63 em (4 giải Nhất, 34 giải Nhì, 25 giải Ba); xã C {third} em (7 giải Nhất, 26 giải Nhì, 24 giải Ba)."
            )
        };
        assert!(found(&items("57")).is_empty(), "{:?}", found(&items("57")));
        assert_eq!(found(&items("59")).len(), 1);
    }
}
