//! What a number is of — things, money, a measure — and what may be added to it or compared with it.

use crate::check::figures::Reading;
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::results::measures::measure;

/// What a number is of: no two of these add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dimension<'f> {
    /// A measure, or money of one currency.
    Measure(&'f str),
    /// Things, told one by one.
    Count,
    /// Nothing that is told.
    Bare,
}

/// Units that are no things to be told one by one.
const MEASURES: [&str; 18] = [
    "đồng", "USD", "lít", "ml", "mm", "cm", "m³", "m3", "kWh", "MW", "điểm", "tháng", "năm", "ngày", "tuần", "quý",
    "giờ", "phút",
];

/// What a figure is of.
pub(super) fn dimension(figure: &Mention) -> Dimension<'_> {
    match measure(&figure.kind) {
        Some((kind, _)) => Dimension::Measure(kind),
        None if figure.kind.is_empty() => Dimension::Bare,
        None if MEASURES.contains(&figure.kind.as_str()) => Dimension::Measure(&figure.kind),
        None => Dimension::Count,
    }
}

/// Whether two figures may be added, or compared.
pub(super) fn may_add(one: &Mention, other: &Mention) -> bool {
    match (dimension(one), dimension(other)) {
        (Dimension::Bare, _) | (_, Dimension::Bare) => true,
        // Of metres and kilometres only products are read.
        (Dimension::Measure(_), Dimension::Measure(_)) => one.kind == other.kind,
        (one, other) => one == other,
    }
}

impl Reading<'_> {
    /// A figure with its doubt, in the smallest unit of its measure.
    pub(super) fn measured(&self, at: usize) -> Option<Reach> {
        let power = measure(&self.figures[at].kind).map_or(0, |(_, power)| power);
        self.reach_of(at)?.map(|size| size.shifted(power))
    }

    /// What is made, in the unit of a figure.
    pub(super) fn in_unit_of(&self, made: Reach, result: usize) -> Option<Reach> {
        let said = &self.figures[result];
        let power = measure(&said.kind).map_or(0, |(_, power)| power);
        made.map(|size| Some(said.in_unit(size.shifted(-power)?)))
    }
}
