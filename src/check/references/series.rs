//! Numbers of one series — *số 47/TB-HĐND* and *số 48/TB-HĐND* of one year: the higher number is not of a much earlier day.

use std::collections::BTreeMap;

use crate::check::proof::Proof;
use crate::check::references::context::{day_near, issuer_behind};
use crate::diag::Diagnostic;
use crate::viet::date::{self, Ymd};
use crate::viet::reference::Reference;

/// Numbers are taken some days ahead, and given out late.
const SLACK: i64 = 20;

/// Checks the dated numbers of a text by their codes.
pub(super) fn check(proof: &Proof, found: &[Reference], faults: &mut Vec<Diagnostic>) {
    let mut series: BTreeMap<String, Vec<(u32, Ymd, &Reference)>> = BTreeMap::new();
    for one in found {
        let (Ok(number), Some(day)) = (one.number.parse(), day_of(proof, one)) else { continue };
        let canonical = one.canonical();
        let code = canonical.strip_prefix(one.number.as_str()).unwrap_or(&canonical).to_owned();
        // Two offices of one code count apart.
        let issuer = issuer_behind(proof, one).map(|issuer| proof.text[issuer.range].to_owned());
        let local = one.year.is_none() && issuer.as_deref().is_some_and(|issuer| issuer.contains("Chủ tịch"));
        let key = format!("{code} {}", if local { issuer.unwrap_or_default() } else { String::new() });
        series.entry(key).or_default().push((number, day, one));
    }
    for told in series.values() {
        // Of many one cannot say which is the slip, and offices of one code may be many.
        let [a, b] = &told[..] else { continue };
        let (low, high) = if a.0 <= b.0 { (a, b) } else { (b, a) };
        let near = high.0 - low.0 <= low.0 / 2 + 5 && high.0 != low.0;
        let back = low.1.ordinal() - high.1.ordinal();
        if near && low.1.year() == high.1.year() && back > SLACK {
            let slip = b.2.range.clone();
            let fault = proof.fault("reference-date", slip).with("low", low.2.canonical());
            let fault = fault.with("high", high.2.canonical()).with("late", low.1.numeric(date::Padding::Padded));
            let mut fault = fault.with("early", high.1.numeric(date::Padding::Padded));
            fault.message.id = "reference-date.series";
            faults.push(fault.hint_id("reference-date.hint.series"));
        }
    }
}

/// The day behind a number, else the one on which the sentence tells that it was made; a year that is left out is the text's.
fn day_of(proof: &Proof, one: &Reference) -> Option<Ymd> {
    let near = || day_near(proof, one).filter(|day| day.month.is_some())?.like(proof.day?);
    proof.day_behind(one).or_else(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_one_series() {
        for (text, told) in [
            (
                "Ngày 29-11, HĐND đã có Thông báo số 48/TB-HĐND về lịch họp. Trước đó, ngày 26-12-2022, HĐND đã ban hành Thông báo số 47/TB-HĐND.",
                Some("47/TB-HĐND"),
            ),
            (
                "Ngày 29-11, HĐND đã có Thông báo số 48/TB-HĐND về lịch họp. Trước đó, ngày 26-11-2022, HĐND đã ban hành Thông báo số 47/TB-HĐND.",
                None,
            ),
            ("Quyết định số 12/QĐ-UBND ngày 05/9/2023; Quyết định số 1250/QĐ-UBND ngày 05/3/2023", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &crate::viet::reference::find(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
