//! Rates ready to print: those the source stated, then those the figures give — *tỷ lệ, tỷ trọng, tăng giảm*.

use super::{RateView, Scope, base_value, value};
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

/// A part and its whole, both of one kind of unit.
fn share(line: &Line, measure: Measure, base: Base, scope: Scope) -> Option<(Decimal, Decimal)> {
    let (part, kind) = value(line, measure, scope.unit)?;
    let (whole, same) = base_value(line, measure, base, scope)?;
    (kind == same).then_some((part, whole))
}

/// What a stated rate comes to by the record's own figures, rounded as the source rounded. Against the period before
/// that is the change (*tăng 13,8%*), or the level (*bằng 113,8%*) where the source plainly says that.
pub fn computed_rate(line: &Line, stated: &Stated, scope: Scope) -> Option<Decimal> {
    let base = stated.of.unwrap_or_default();
    let (part, whole) = share(line, stated.measure, base, scope)?;
    let scale = stated.rate.number.scale;
    if base == Base::Previous && !is_level(line, stated, scope) {
        return part.checked_sub(whole)?.percent_of(whole, scale);
    }
    part.percent_of(whole, scale)
}

/// Whether a rate against the period before is told as a part of it: nearer to the level than to the change.
fn is_level(line: &Line, stated: &Stated, scope: Scope) -> bool {
    let distance = || {
        let (part, whole) = share(line, stated.measure, Base::Previous, scope)?;
        let said = size(stated.rate.number);
        let level = part.percent_of(whole, said.scale)?;
        let change = size(part.checked_sub(whole)?.percent_of(whole, said.scale)?);
        Some(size(said.checked_sub(level)?) < size(said.checked_sub(change)?))
    };
    distance().unwrap_or(false)
}

fn size(value: Decimal) -> Decimal {
    Decimal { mantissa: value.mantissa.abs(), ..value }
}

fn stated_view(line: &Line, stated: &Stated, scope: Scope) -> RateView {
    let of = stated.of.unwrap_or_default();
    let rate = &stated.rate;
    let lead = if rate.qualifier.is_empty() { String::new() } else { format!("{} ", rate.qualifier) };
    // The sign of a stated change may be left out in the record ("giảm 5%"): the figures know it.
    let signed = computed_rate(line, stated, scope).unwrap_or(rate.number);
    let change = match of {
        Base::Previous if is_level(line, stated, scope) => "level",
        Base::Previous => direction(signed),
        _ => "",
    };
    let text = format!("{lead}{}%", size(rate.number));
    RateView { measure: stated.measure.key(), of: of.key(), text, change, stated: true }
}

fn computed(line: &Line, measure: Measure, base: Base, scope: Scope) -> Option<RateView> {
    let (part, whole) = share(line, measure, base, scope)?;
    let top = if base == Base::Previous { part.checked_sub(whole)? } else { part };
    let rate = top.percent_of(whole, 2)?.trimmed();
    let change = if base == Base::Previous { direction(rate) } else { "" };
    Some(RateView { measure: measure.key(), of: base.key(), text: format!("{}%", size(rate)), change, stated: false })
}

fn direction(rate: Decimal) -> &'static str {
    match rate.mantissa {
        0 => "same",
        mantissa if mantissa < 0 => "down",
        _ => "up",
    }
}
