//! Amounts told in words against the budget of the story: the same line, the same measure, another value.

use std::ops::Range;

use crate::check::figures::mention::{Mention, mentions};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::budget::{Budget, Line, Measure};
use crate::record::value::Amount;
use crate::record::value::unit::money_power;
use crate::viet::decimal::Decimal;

/// Words that say which measure a figure is of.
const MEASURES: [(&str, Measure); 11] = [
    ("kế hoạch", Measure::Planned),
    ("dự toán", Measure::Planned),
    ("được giao", Measure::Planned),
    ("phân bổ", Measure::Allocated),
    ("thực hiện", Measure::Spent),
    ("giải ngân", Measure::Spent),
    ("đã chi", Measure::Spent),
    ("đã thu", Measure::Spent),
    ("ước", Measure::Estimated),
    ("điều chỉnh", Measure::Adjusted),
    ("cùng kỳ", Measure::Previous),
];

/// Words that make a figure another one than a measure of a whole line.
const OTHERS: [&str; 23] = [
    "tăng",
    "giảm",
    "thêm",
    "chênh",
    "còn",
    "so với",
    "trong đó",
    "mỗi",
    "bình quân",
    "gần",
    "hơn",
    "trên",
    "khoảng",
    "dưới",
    "lũy kế",
    "luỹ kế",
    "tháng",
    "quý",
    "giai đoạn",
    "đợt",
    "bổ sung",
    "vượt",
    "trung ương",
];

/// A name that is too short to be told from other words.
const TELLING: usize = 2;

/// How far behind the name of a line its figure may stand, in bytes.
const NEAR: usize = 120;

/// Checks the amounts in a story's words.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(budget) = &story.budget else { return };
    let table = Table::of(&budget.record, &budget.source.path);
    for paragraph in proof.paragraphs() {
        let text = &proof.text[paragraph.clone()];
        if !text.contains("đồng") || !text.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        for sentence in proof.sentences(paragraph) {
            table.in_sentence(proof, &sentence, faults);
        }
    }
}

struct Row<'a> {
    line: &'a Line,
    name: String,
}

struct Table<'a> {
    rows: Vec<Row<'a>>,
    unit: &'a str,
    /// All amounts of the table in đồng.
    values: Vec<Decimal>,
    period: String,
    path: &'a str,
}

impl<'a> Table<'a> {
    fn of(budget: &'a Budget, path: &'a str) -> Table<'a> {
        let mut rows: Vec<Row> = Vec::new();
        let mut values = Vec::new();
        let mut queue: Vec<&Line> = budget.lines.iter().rev().collect();
        while let Some(line) = queue.pop() {
            let amounts = Measure::ALL.iter().filter_map(|measure| line.measure(*measure));
            values.extend(amounts.filter_map(|amount| amount.dong(&budget.unit)));
            rows.push(Row { line, name: line.name.to_lowercase() });
            queue.extend(line.lines.iter().rev());
        }
        let names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
        let alone = |row: &Row| names.iter().filter(|name| **name == row.name).count() == 1;
        rows.retain(|row| row.name.split(' ').count() >= TELLING && alone(row));
        let period = budget.period.as_deref().unwrap_or_default();
        Table { rows, unit: &budget.unit, values, period: period.to_lowercase(), path }
    }

    fn in_sentence(&self, proof: &Proof, sentence: &Range<usize>, faults: &mut Vec<Diagnostic>) {
        let text = &proof.text[sentence.clone()];
        let lower = text.to_lowercase();
        if lower.len() != text.len() || !self.same_period(&lower) {
            return;
        }
        let figures = mentions(&lower);
        for (at, figure) in figures.iter().enumerate() {
            let floor = if at > 0 { figures[at - 1].range.end } else { 0 };
            let clause = &lower[floor..figure.range.start];
            let Some(row) = self.row_before(&lower[..figure.range.start]) else { continue };
            // The name itself may hold one of the words: *vốn ngân sách trung ương*.
            let Some(measure) = measure_of(&clause.replace(&row.name, "")) else { continue };
            let Some(own) = row.line.measure(measure) else { continue };
            if self.differs(figure, own) {
                let range = sentence.start + figure.range.start..sentence.start + figure.range.end;
                let fault = proof
                    .fault("prose-figure", range)
                    .with("line", &row.line.name)
                    .with("measure", measure.name())
                    .with("right", own.text(self.unit))
                    .with("path", self.path);
                faults.push(fault.hint(Message::new("prose-figure.hint").with("right", own.text(self.unit))));
            }
        }
    }

    /// Whether every year of a sentence is one of the table's period.
    fn same_period(&self, sentence: &str) -> bool {
        sentence.match_indices("năm 2").all(|(at, _)| {
            let year = &sentence[at + "năm ".len()..];
            let digits = year.find(|c: char| !c.is_ascii_digit()).unwrap_or(year.len());
            self.period.contains(&year[..digits])
        })
    }

    /// The line named last before a figure; the longest of those that end there.
    fn row_before(&self, before: &str) -> Option<&Row<'a>> {
        let from = (before.len().saturating_sub(NEAR)..=before.len()).find(|at| before.is_char_boundary(*at))?;
        let near = &before[from..];
        let named = self.rows.iter().filter_map(|row| Some((near.rfind(&row.name)? + row.name.len(), row)));
        let (end, row) = named.max_by_key(|(end, row)| (*end, row.name.len()))?;
        (!near[end..].starts_with(char::is_alphanumeric)).then_some(row)
    }

    /// Another value than the line's, at the places that are written, and no other figure of the table.
    fn differs(&self, figure: &Mention, own: &Amount) -> bool {
        let Some(power) = money_power(&figure.unit) else { return false };
        let (Some(told), Some(right)) = (figure.value.shifted(power), own.dong(self.unit)) else { return false };
        let Some(place) = (Decimal { mantissa: 1, scale: figure.value.scale }).shifted(power) else { return false };
        let same = |value: Decimal| {
            told.checked_sub(value).is_some_and(|off| Decimal { mantissa: off.mantissa.abs(), ..off } < place)
        };
        own.qualifier.is_empty() && !same(right) && !self.values.iter().any(|value| same(*value))
    }
}

/// The measure that the words right before a figure name, if they name one and no other thing.
fn measure_of(clause: &str) -> Option<Measure> {
    let clause = clause.rsplit([';', ':']).next().unwrap_or(clause);
    if OTHERS.iter().any(|word| clause.contains(word)) {
        return None;
    }
    let mut found = MEASURES.iter().filter(|(word, _)| clause.contains(word)).map(|(_, measure)| *measure);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_in_words() {
        for (clause, measure) in [
            ("vốn đầu tư công được giao ", Some(Measure::Planned)),
            (", đã giải ngân ", Some(Measure::Spent)),
            (", đã giải ngân hơn ", None),
            ("thực hiện kế hoạch ", None),
            ("vốn đầu tư công là ", None),
        ] {
            assert_eq!(measure_of(clause), measure, "{clause}");
        }
    }
}
