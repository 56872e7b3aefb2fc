//! So many days before or after a day — *chậm nhất ngày 2-6 (10 ngày sau ngày bầu cử)*, *15 ngày kể từ ngày 5/3*. Where
//! the other day is told in words, two such reckonings of one text must agree on it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Padding, Ymd};

/// Words between a number of days and the day they are counted from, with the side: later, or earlier.
const SIDES: [(&str, &str, i64); 4] =
    [("sau khi ", "sau", 1), ("sau ", "sau", 1), ("trước ", "trước", -1), ("kể từ ", "kể từ", 1)];

/// A day, and how it is reckoned.
struct Reckoned {
    range: Range<usize>,
    day: Ymd,
    count: i64,
    side: &'static str,
    sign: i64,
    /// The words of the day it is reckoned from.
    from: String,
}

/// Checks each reckoning of a text.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    let Some(own) = proof.day.or_else(|| Ymd::new(2024, 1, 1).ok()) else { return };
    let days = proof.days();
    let mut by_words: BTreeMap<String, Vec<Reckoned>> = BTreeMap::new();
    let mut others: Vec<Ymd> = Vec::new();
    for day in days.iter().filter(|day| day.month.is_some()) {
        let Some(at) = day.like(own) else { continue };
        match reckoned(text, day.range.end) {
            Some((count, (side, sign), from)) => {
                let told = Reckoned { range: day.range.clone(), day: at, count, side, sign, from: from.to_owned() };
                by_words.entry(from.to_lowercase()).or_default().push(told);
            }
            None => others.push(at),
        }
    }
    for told in by_words.into_values() {
        let named = date::days(&told[0].from).first().and_then(|day| day.like(own).filter(|_| day.month.is_some()));
        let anchors: Vec<Option<Ymd>> = told.iter().map(|one| one.day.plus(-one.sign * one.count)).collect();
        let agreed = anchors.iter().flatten().find(|anchor| others.contains(anchor)).copied();
        let Some(anchor) = named.or(agreed).or(anchors[0]) else { continue };
        for one in &told {
            let Some(right) = anchor.plus(one.sign * one.count) else { continue };
            // Whether the first day counts is told in many ways.
            let off = (right.ordinal() - one.day.ordinal()).abs();
            if off > 1 {
                faults.push(fault(proof, one, right));
            }
        }
    }
}

fn fault(proof: &Proof, one: &Reckoned, right: Ymd) -> Diagnostic {
    let right = right.day_and_month(Padding::Unpadded);
    let mut fault = proof.fault("date-span", one.range.clone());
    fault.message.id = "date-span.after";
    let fault = fault.with("count", one.count).with("side", one.side).with("anchor", &one.from).with("right", &right);
    fault.hint(Message::new("date-span.hint.after").with("right", right))
}

/// *(20 ngày sau ngày bầu cử)* right behind a day: the number, the side, and the words of the other day.
fn reckoned(text: &str, end: usize) -> Option<(i64, (&'static str, i64), &str)> {
    let rest = text[end..].trim_start().strip_prefix(['(', ',', '-', '–'])?.trim_start();
    let rest = ["tức là ", "tức ", "là "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let count: i64 = rest[..length].parse().ok().filter(|_| length < 4)?;
    let rest = rest[length..].strip_prefix(" ngày ")?;
    let (rest, side) = SIDES.iter().find_map(|(word, side, sign)| Some((rest.strip_prefix(word)?, (*side, *sign))))?;
    let from = rest[..rest.find([')', ',', ';', '\n']).unwrap_or(rest.len())].trim_end_matches('.');
    let plain = from.starts_with("ngày ") && from.chars().count() < 60;
    plain.then_some((count, side, from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_reckoned_from_a_day() {
        for (text, told) in [
            (
                "chậm nhất ngày 2-6 (10 ngày sau ngày bầu cử), rồi ngày 22-6 (20 ngày sau ngày bầu cử); bầu ngày 23-5",
                Some("22-6"),
            ),
            ("chậm nhất ngày 2-6 (10 ngày sau ngày bầu cử), rồi ngày 12-6 (20 ngày sau ngày bầu cử)", None),
            ("trước ngày 8/5 (15 ngày trước ngày bầu cử), xong ngày 13/5 (10 ngày trước ngày bầu cử)", None),
            ("hạn là ngày 20/3/2024 (10 ngày kể từ ngày 05/3/2024)", Some("20/3/2024")),
            ("hạn là ngày 14/3/2024 (10 ngày kể từ ngày 05/3/2024)", None),
            ("ngày 5/3 (3 ngày nghỉ)", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
