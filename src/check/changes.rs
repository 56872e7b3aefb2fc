//! "tăng 12,5% so với cùng kỳ" against the two amounts of the line — *so sánh với kỳ trước*.

use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::budget::{Line, Measure};
use crate::record::value::Text;
use crate::source::Source;
use crate::viet::decimal::Decimal;

/// The measures that may be compared with the period before.
const CURRENT: [Measure; 4] = [Measure::Spent, Measure::Estimated, Measure::Allocated, Measure::Planned];

/// Checks the remarks of each line of a story's budget.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(budget) = &story.budget else { return };
    let mut lines: Vec<&Line> = budget.record.lines.iter().collect();
    while let Some(line) = lines.pop() {
        for text in line.remarks.iter().chain(&line.intro).chain(&line.closing) {
            faults.extend(compare(line, text, &budget.record.unit, &budget.source));
        }
        lines.extend(&line.lines);
    }
}

/// The rate that stands in the words, against the two figures of its line.
fn compare(line: &Line, text: &Text, unit: &str, source: &Arc<Source>) -> Option<Diagnostic> {
    let said = change(text)?;
    let (before, kind) = line.previous.as_ref().filter(|amount| amount.qualifier.is_empty())?.comparable(unit)?;
    let mut first = None;
    for measure in CURRENT {
        let Some((now, same)) = line.measure(measure).and_then(|amount| amount.comparable(unit)) else { continue };
        let rate = now.checked_sub(before).filter(|_| kind == same)?.percent_of(before, said.scale)?;
        let off = rate.checked_sub(said)?;
        if off.mantissa.abs() <= 1 {
            return None;
        }
        first = first.or(Some((rate, line.measure(measure)?)));
    }
    let (rate, now) = first?;
    let size = Decimal { mantissa: rate.mantissa.abs(), ..rate };
    let said_size = Decimal { mantissa: said.mantissa.abs(), ..said };
    let word = |rate: Decimal| if rate.mantissa < 0 { "change-down" } else { "change-up" };
    let mut fault = Diagnostic::warning("change-mismatch")
        .with("said", format!("{said_size}%"))
        .with("now", now.text(unit))
        .with("before", line.previous.as_ref()?.text(unit));
    fault.message = fault.message.word("direction", word(said));
    let hint = Message::new("change-mismatch.hint").with("computed", format!("{size}%")).word("direction", word(rate));
    Some(fault.at(source, text.span).hint(hint))
}

/// The one change against an earlier period that a text tells; a fall is negative.
fn change(text: &str) -> Option<Decimal> {
    let lower = text.to_lowercase();
    if lower.matches('%').count() != 1 {
        return None;
    }
    let (before, after) = lower.split_once('%')?;
    let digits = before.rfind(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).map_or(0, |at| at + 1);
    let number = Decimal::parse(before.get(digits..)?).ok()?;
    let words = before[..digits].trim_end();
    let down = words.ends_with("giảm");
    let against = after.trim_start_matches([',', ' ']).strip_prefix("so ")?;
    let against = against.strip_prefix("với ").unwrap_or(against);
    let earlier = ["cùng kỳ", "năm trước", "kỳ trước", "năm 2", "quý trước"];
    if !(down || words.ends_with("tăng")) || !earlier.iter().any(|words| against.starts_with(words)) {
        return None;
    }
    Some(if down { Decimal { mantissa: -number.mantissa, ..number } } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes() {
        for (text, said) in [
            ("Tăng 12,5% so với cùng kỳ năm trước.", Some("12,5")),
            ("Số thu giảm 3% so với năm 2023.", Some("-3")),
            ("Đạt 82% kế hoạch, tăng 3% so với cùng kỳ.", None),
            ("Tăng 12,5% so với kế hoạch.", None),
            ("Tăng hơn 12% so với cùng kỳ.", None),
        ] {
            assert_eq!(change(text).map(|said| said.to_string()).as_deref(), said, "{text}");
        }
    }
}
