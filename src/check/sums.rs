//! Parts against totals, printed rates against computed ones — *tổng, tỷ lệ*.

use super::dots;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::model::figures::{Scope, computed_rate, sum};
use crate::record::Cx;
use crate::record::budget::{Line, Measure, Stated};
use crate::record::value::Amount;
use crate::record::value::unit::money_power;
use crate::viet::decimal::Decimal;

/// How many times its plan a figure may be: 1.000%.
const MOST_TIMES: i128 = 10;

/// Checks the budget of a story.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(budget) = &story.budget else { return };
    if let Some(fault) = dots::check(budget) {
        // Nothing is summed while nobody knows what the figures are.
        return faults.push(fault);
    }
    let scope = Scope::of(&budget.record);
    let mut cx = Cx { source: &budget.source, faults };
    budget.record.lines.iter().for_each(|line| check_line(line, scope, &mut cx));
}

fn check_line(line: &Line, scope: Scope, cx: &mut Cx) {
    check_units(line, scope, cx);
    for measure in Measure::ALL {
        check_sum(line, *measure, scope, cx);
        check_size(line, *measure, scope, cx);
    }
    for stated in &line.stated {
        check_rate(line, stated, scope, cx);
    }
    let below = scope.below(line);
    line.lines.iter().for_each(|child| check_line(child, below, cx));
}

/// The measures of one line are of one kind: money is not a part of hectares.
fn check_units(line: &Line, scope: Scope, cx: &mut Cx) {
    let mut figures = Measure::ALL.iter().filter_map(|measure| line.measure(*measure).map(|amount| (measure, amount)));
    let Some((first, model)) = figures.next() else { return };
    let kind = |amount: &Amount| amount.comparable(scope.unit).map(|(_, kind)| kind);
    if let Some((other, amount)) = figures.find(|(_, amount)| kind(amount) != kind(model)) {
        let fault = Diagnostic::error("unit-mixed")
            .with("line", &line.name)
            .with("first", first.name())
            .with("unit", model.unit_or(scope.unit))
            .with("other", other.name())
            .with("found", amount.unit_or(scope.unit));
        cx.error(amount.span, fault.hint_id("unit-mixed.hint"));
    }
}

/// No plan and no payment is below nothing, and none is more than ten times its plan by anything but a slip.
fn check_size(line: &Line, measure: Measure, scope: Scope, cx: &mut Cx) {
    let Some(amount) = line.measure(measure) else { return };
    if amount.number.mantissa < 0 {
        let fault =
            Diagnostic::error("amount-negative").with("line", &line.name).with("value", amount.text(scope.unit));
        return cx.error(amount.span, fault.with("measure", measure.name()).hint_id("amount-negative.hint"));
    }
    let plan = line.adjusted.as_ref().or(line.planned.as_ref());
    let done = matches!(measure, Measure::Allocated | Measure::Spent | Measure::Estimated);
    let (Some(plan), true) = (plan, done) else { return };
    let (Some((part, kind)), Some((whole, same))) = (amount.comparable(scope.unit), plan.comparable(scope.unit)) else {
        return;
    };
    let most = Decimal { mantissa: whole.mantissa.saturating_mul(MOST_TIMES), ..whole };
    if kind == same && !whole.is_zero() && part > most {
        let rate = part.percent_of(whole, 0).unwrap_or_default();
        let fault = Diagnostic::error("rate-absurd")
            .with("line", &line.name)
            .with("part", amount.text(scope.unit))
            .with("whole", plan.text(scope.unit))
            .with("rate", format!("{rate}%"));
        cx.error(amount.span, fault.hint_id("rate-absurd.hint"));
    }
}

/// A sub-line in another kind of unit cannot be added: said, so that nobody takes the sum for checked.
fn sum_skipped(line: &Line, measure: Measure, scope: Scope, cx: &mut Cx) {
    let Some(own) = line.measure(measure).and_then(|own| own.comparable(scope.unit)) else { return };
    for child in &line.lines {
        let Some(amount) = child.measure(measure) else { continue };
        if amount.comparable(scope.unit).is_some_and(|(_, kind)| kind != own.1) {
            let fault = Diagnostic::warning("sum-skipped")
                .with("line", &line.name)
                .with("child", &child.name)
                .with("unit", amount.unit_or(scope.unit))
                .with("measure", measure.name());
            cx.error(amount.span, fault.hint(Message::new("sum-skipped.hint").with("line", &line.name)));
        }
    }
}

/// A closed line's own figure is the sum of its sub-lines; parts that were rounded may miss it by half a last place each.
fn check_sum(line: &Line, measure: Measure, scope: Scope, cx: &mut Cx) {
    let Some(own) = line.measure(measure).filter(|_| !line.open.0 && !line.lines.is_empty()) else { return };
    let Some((whole, kind)) = own.comparable(scope.unit) else { return };
    let Some((parts, _)) = sum(&line.lines, measure, scope.unit).filter(|(_, same)| *same == kind) else {
        return sum_skipped(line, measure, scope, cx);
    };
    let Some(difference) = whole.checked_sub(parts).filter(|difference| !is_near(line, measure, scope, *difference))
    else {
        return;
    };
    let shown = |value: Decimal| show(value, scope.unit);
    let terms: Vec<String> =
        line.lines.iter().filter_map(|child| Some(child.measure(measure)?.text(scope.unit))).collect();
    let fault = if rounding(line, measure, scope).is_some_and(|slack| absolute(difference) <= slack) {
        Diagnostic::warning("sum-rounding")
    } else if is_small_rest(line, difference, whole) {
        Diagnostic::warning("sum-rest").with("rest", shown(difference))
    } else {
        Diagnostic::error("sum-mismatch")
    };
    let hint = match fault.rule {
        "sum-rest" => Message::new("sum-rest.hint"),
        _ => Message::new("sum-mismatch.hint").with("difference", shown(absolute(difference))),
    };
    let fault = fault
        .with("line", &line.name)
        .with("measure", measure.name())
        .with("whole", own.text(scope.unit))
        .with("terms", terms.join(" + "))
        .with("parts", shown(parts));
    cx.error(own.span, fault.hint(hint));
}

/// Of a long list somebody may leave out what is too small to name: of so many parts, up to so much in a hundred.
const MANY: usize = 3;
const SMALL: i128 = 3;

/// Whether what the parts lack is only what a long list leaves unnamed.
fn is_small_rest(line: &Line, rest: Decimal, whole: Decimal) -> bool {
    let hundredfold = Decimal { mantissa: rest.mantissa.saturating_mul(100), ..rest };
    let most = Decimal { mantissa: whole.mantissa.saturating_mul(SMALL), ..whole };
    line.lines.len() >= MANY && rest.mantissa > 0 && hundredfold <= most
}

/// Whether a difference is none, or no more than what *hơn*, *gần*, *khoảng* before the figures leave open.
fn is_near(line: &Line, measure: Measure, scope: Scope, difference: Decimal) -> bool {
    let figures = std::iter::once(line).chain(&line.lines).filter_map(|line| line.measure(measure));
    let mut open = figures.filter(|amount| !amount.qualifier.is_empty()).filter_map(|amount| {
        let (size, _) = amount.comparable(scope.unit)?;
        let power = money_power(amount.unit_or(scope.unit)).unwrap_or(0);
        let place = last_place(amount.number).shifted(power)?;
        // *hơn 1.000 tỷ* is not 1.900 tỷ.
        let tenth = Decimal { scale: size.scale + 1, ..size };
        Some(if place <= tenth { place } else { tenth })
    });
    let slack = open.try_fold(Decimal::default(), Decimal::checked_add);
    difference.is_zero() || slack.is_some_and(|slack| absolute(difference) <= slack && !slack.is_zero())
}

/// One unit of the last digit that is not a zero: 100 for 1.300, 0,1 for 2,5.
fn last_place(number: Decimal) -> Decimal {
    let (mut rest, mut unit) = (number.mantissa, 1);
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        unit *= 10;
    }
    Decimal { mantissa: unit, ..number }
}

/// The most that rounding of the parts can make: half a unit in the last place of each part that has decimals.
fn rounding(line: &Line, measure: Measure, scope: Scope) -> Option<Decimal> {
    let mut slack = Decimal::default();
    for child in &line.lines {
        let amount = child.measure(measure)?;
        if amount.number.scale > 0 {
            let half = Decimal { mantissa: 5, scale: amount.number.scale + 1 };
            let unit = money_power(amount.unit_or(scope.unit)).unwrap_or(0);
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
    let power = money_power(unit).unwrap_or(0);
    let number = value.shifted(-power).unwrap_or(value).trimmed();
    format!("{number} {unit}")
}
