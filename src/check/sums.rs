//! Parts against totals, printed rates against computed ones — *tổng, tỷ lệ*.

use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::model::figures::{Scope, computed_rate, sum};
use crate::record::Cx;
use crate::record::budget::{Line, Measure, Stated};
use crate::viet::decimal::Decimal;

/// Checks the budget of a story.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(budget) = &story.budget else { return };
    let scope = Scope { unit: &budget.record.unit, roots: &budget.record.lines, parent: None };
    let mut cx = Cx { source: &budget.source, faults };
    budget.record.lines.iter().for_each(|line| check_line(line, scope, &mut cx));
}

fn check_line(line: &Line, scope: Scope, cx: &mut Cx) {
    for measure in Measure::ALL {
        check_sum(line, *measure, scope, cx);
    }
    for stated in &line.stated {
        check_rate(line, stated, scope, cx);
    }
    let below = Scope { parent: Some(line), ..scope };
    line.lines.iter().for_each(|child| check_line(child, below, cx));
}

/// A closed line's own figure is the sum of its sub-lines; parts that were rounded may miss it by half a last place each.
fn check_sum(line: &Line, measure: Measure, scope: Scope, cx: &mut Cx) {
    let Some(own) = line.measure(measure).filter(|_| !line.open.0 && !line.lines.is_empty()) else { return };
    let (Some((whole, kind)), Some((parts, same))) =
        (own.comparable(scope.unit), sum(&line.lines, measure, scope.unit))
    else {
        return;
    };
    if kind != same || whole == parts {
        return;
    }
    let Some(difference) = whole.checked_sub(parts) else { return };
    let shown = |value: Decimal| show(value, scope.unit);
    let terms: Vec<String> =
        line.lines.iter().filter_map(|child| Some(child.measure(measure)?.text(scope.unit))).collect();
    let rule = if rounding(line, measure, scope).is_some_and(|slack| absolute(difference) <= slack) {
        "sum-rounding"
    } else {
        "sum-mismatch"
    };
    let fault = if rule == "sum-rounding" { Diagnostic::warning(rule) } else { Diagnostic::error(rule) };
    let fault = fault
        .with("line", &line.name)
        .with("measure", measure.name())
        .with("whole", own.text(scope.unit))
        .with("terms", terms.join(" + "))
        .with("parts", shown(parts));
    let hint = Message::new("sum-mismatch.hint").with("difference", shown(absolute(difference)));
    cx.error(own.span, fault.hint(hint));
}

/// The most that rounding of the parts can make: half a unit in the last place of each part that has decimals.
fn rounding(line: &Line, measure: Measure, scope: Scope) -> Option<Decimal> {
    let mut slack = Decimal::default();
    for child in &line.lines {
        let amount = child.measure(measure)?;
        if amount.number.scale > 0 {
            let half = Decimal { mantissa: 5, scale: amount.number.scale + 1 };
            let unit = crate::record::value::amount::money_power(amount.unit_or(scope.unit)).unwrap_or(0);
            slack = slack.checked_add(half.shifted(unit)?)?;
        }
    }
    (!slack.is_zero()).then_some(slack)
}

/// A stated rate may be rounded or cut off: within one unit of its last place.
fn check_rate(line: &Line, stated: &Stated, scope: Scope, cx: &mut Cx) {
    let Some(rate) = computed_rate(line, stated, scope).filter(|_| stated.rate.is_read()) else { return };
    let said = stated.rate.number;
    let (said_size, rate_size) = (absolute(said), absolute(rate));
    let unit = Decimal { mantissa: 1, scale: said.scale };
    if said_size.checked_sub(rate_size).is_some_and(|difference| absolute(difference) <= unit) {
        return;
    }
    let of = stated.of.unwrap_or_default();
    let fault = Diagnostic::error("rate-mismatch")
        .with("line", &line.name)
        .with("said", format!("{said}%"))
        .with("computed", format!("{rate}%"))
        .with("measure", stated.measure.name())
        .with("base", of.name());
    let hint = match right_base(line, stated, scope) {
        Some((part, base)) => Message::new("rate-mismatch.hint.base")
            .with("said", format!("{said}%"))
            .with("part", part)
            .with("base", base),
        None => Message::new("rate-mismatch.hint").with("computed", format!("{rate}%")),
    };
    cx.error(stated.rate.span, fault.hint(hint));
}

/// The figure of the record that would make the rate right: "27,7% is 25,3/91,3, not 25,3/59".
fn right_base(line: &Line, stated: &Stated, scope: Scope) -> Option<(String, String)> {
    let amount = line.measure(stated.measure)?;
    let (part, kind) = amount.comparable(scope.unit)?;
    let mut queue: Vec<&Line> = scope.roots.iter().collect();
    while let Some(candidate) = queue.pop() {
        for measure in Measure::ALL {
            let Some(base) = candidate.measure(*measure) else { continue };
            let Some((whole, same)) = base.comparable(scope.unit) else { continue };
            let matches = same == kind && part.percent_of(whole, stated.rate.number.scale) == Some(stated.rate.number);
            if matches {
                return Some((amount.text(scope.unit), base.text(scope.unit)));
            }
        }
        queue.extend(&candidate.lines);
    }
    None
}

fn absolute(value: Decimal) -> Decimal {
    Decimal { mantissa: value.mantissa.abs(), ..value }
}

/// A sum in the table's own unit.
fn show(value: Decimal, unit: &str) -> String {
    let power = crate::record::value::amount::money_power(unit).unwrap_or(0);
    let number = value.shifted(-power).unwrap_or(value).trimmed();
    format!("{number} {unit}")
}
