//! Rates ready to print: those the source stated, then those the figures give — *tỷ lệ, tỷ trọng, tăng giảm*.

use super::{RateView, Scope, base_value, computed_rate, value};
use crate::record::budget::{Base, Line, Measure, Stated};
use crate::viet::decimal::Decimal;

/// All rates of a line: stated ones, then progress against the plan in force, then the change since the period before.
pub fn rates(line: &Line, scope: Scope) -> Vec<RateView> {
    let mut rates: Vec<RateView> = line.stated.iter().map(|stated| stated_view(line, stated, scope)).collect();
    let has = |measure| value(line, measure, scope.unit).is_some();
    let base = if has(Measure::Adjusted) { Base::Adjusted } else { Base::Planned };
    for measure in [Measure::Allocated, Measure::Spent, Measure::Estimated] {
        let told = line.stated.iter().any(|stated| stated.measure == measure && stated.of.unwrap_or_default() == base);
        if !told && let Some(rate) = computed(line, measure, base, scope) {
            rates.push(rate);
        }
    }
    let told = line.stated.iter().any(|stated| stated.of == Some(Base::Previous));
    let latest = [Measure::Spent, Measure::Estimated, Measure::Planned].into_iter().find(|measure| has(*measure));
    if !told && let Some(change) = latest.and_then(|measure| computed(line, measure, Base::Previous, scope)) {
        rates.push(change);
    }
    rates
}

fn stated_view(line: &Line, stated: &Stated, scope: Scope) -> RateView {
    let of = stated.of.unwrap_or_default();
    let rate = &stated.rate;
    let lead = if rate.qualifier.is_empty() { String::new() } else { format!("{} ", rate.qualifier) };
    // The sign of a stated change may be left out in the record ("giảm 5%"): the figures know it.
    let signed = computed_rate(line, stated, scope).unwrap_or(rate.number);
    let absolute = Decimal { mantissa: rate.number.mantissa.abs(), ..rate.number };
    let change = if of == Base::Previous { direction(signed) } else { "" };
    RateView { measure: stated.measure.key(), of: of.key(), text: format!("{lead}{absolute}%"), change, stated: true }
}

fn computed(line: &Line, measure: Measure, base: Base, scope: Scope) -> Option<RateView> {
    let (part, _) = value(line, measure, scope.unit)?;
    let whole = base_value(line, measure, base, scope)?;
    let top = if base == Base::Previous { part.checked_sub(whole)? } else { part };
    let rate = top.percent_of(whole, 2)?.trimmed();
    let change = if base == Base::Previous { direction(rate) } else { "" };
    let absolute = Decimal { mantissa: rate.mantissa.abs(), ..rate };
    Some(RateView { measure: measure.key(), of: base.key(), text: format!("{absolute}%"), change, stated: false })
}

fn direction(rate: Decimal) -> &'static str {
    match rate.mantissa {
        0 => "same",
        mantissa if mantissa < 0 => "down",
        _ => "up",
    }
}
