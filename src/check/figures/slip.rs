//! The figure of a sum in which a slip would explain it: the total, or one of its parts.

use super::mention::Mention;
pub(super) use crate::check::slip::{Slip, digits, one_figure_apart, slip};
use crate::viet::decimal::Decimal;

/// Digits from which a likeness is none of chance.
const LEAST: usize = 3;

/// One figure that explains a sum, with the number that would make it right.
pub(super) struct Mend {
    pub(super) slip: Slip,
    pub(super) figure: Mention,
    pub(super) right: Decimal,
}

/// Each figure of a sum that a slip in it would explain: the total, or one of the parts.
pub(super) fn mends(whole: &Mention, parts: &[Mention], over: Decimal) -> Vec<Mend> {
    let mend = |figure: &Mention, right: Option<Decimal>| {
        let right = figure.in_unit(right?);
        Some(Mend { slip: slip(figure.value, right, LEAST)?, figure: figure.clone(), right })
    };
    let total = mend(whole, whole.size.checked_add(over));
    let parts = parts.iter().filter_map(|part| mend(part, part.size.checked_sub(over)));
    total.into_iter().chain(parts).collect()
}

/// The one mend that explains a sum better than any other.
pub(super) fn likely(mends: &[Mend]) -> Option<&Mend> {
    let only = |slip: Slip| {
        let mut alike = mends.iter().filter(move |mend| mend.slip == slip);
        let first = alike.next();
        (first, alike.next().is_none())
    };
    let long = |mend: &&Mend| mend.figure.value.mantissa.to_string().len() >= LEAST;
    // The rarer a slip is by chance, the more it tells.
    for slip in [Slip::Turned, Slip::Swapped, Slip::Length, Slip::Digit] {
        if let (Some(mend), alone) = only(slip) {
            return Some(mend).filter(|mend| alone && (slip != Slip::Digit || long(mend)));
        }
    }
    None
}

/// Whether one figure alone has two digits changed about.
pub(super) fn is_turned_once(mends: &[Mend]) -> bool {
    mends.iter().filter(|mend| mend.slip == Slip::Turned).count() == 1
}
