//! Measures that explain one another — *1.245 ha, năng suất 62,4 tạ/ha, sản lượng …* — and one measure told in two units:
//! *3.500 m² (tương đương 0,35 ha)*.

use super::mention::Mention;
use super::product::times;
use super::{NEAR, Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Units of one measure with their powers of ten: square metres, kilograms, metres.
const MEASURES: [(&str, &str, i32); 14] = [
    ("m", "length", 0),
    ("mét", "length", 0),
    ("km", "length", 3),
    ("m²", "area", 0),
    ("m2", "area", 0),
    ("ha", "area", 4),
    ("héc-ta", "area", 4),
    ("km²", "area", 6),
    ("km2", "area", 6),
    ("kg", "weight", 0),
    ("yến", "weight", 1),
    ("tạ", "weight", 2),
    ("tấn", "weight", 3),
    ("nghìn tấn", "weight", 6),
];

/// Words between one figure and the same in another unit.
const EQUALS: [&str; 7] = ["tương đương", "tương đương với", "tức", "tức là", "bằng", "hay", "quy ra"];

impl Reading<'_> {
    /// The fault of a figure among measures: an output, a yield, the same told twice.
    pub(super) fn measures(&self, at: usize) -> Option<Diagnostic> {
        self.yielded(at).or_else(|| self.harvest(at)).or_else(|| self.same_measure(at))
    }

    /// *A ha … năng suất B tạ/ha, sản lượng C tấn*: the output is the figure.
    fn harvest(&self, output: usize) -> Option<Diagnostic> {
        let yielded = output.checked_sub(1).filter(|yielded| *yielded >= self.own.start)?;
        let (one, whole) = (&self.figures[yielded], &self.figures[output]);
        let told = self.between(yielded, output).to_lowercase();
        let named = self.before(yielded).contains("năng suất") && told.contains("sản lượng");
        (named && one.per.as_deref() == Some("ha") && !whole.rough && !one.rough).then_some(())?;
        // Of several areas any may be the one that was harvested.
        let sown = |at: &usize| self.figures[*at].unit == "ha" && self.figures[*at].per.is_none();
        let areas = (yielded.saturating_sub(NEAR)..yielded).rev().filter(sown).map(|at| &self.figures[at]);
        let (own, weight) = (measure(&one.unit)?, measure(&whole.unit)?);
        let output_of = |area: &Mention| times(one.value.shifted(own.1)?, area.size)?.shifted(-weight.1);
        let fits = |area: &&Mention| {
            // A yield is rounded itself: half its last place, times the area.
            let last = Decimal { mantissa: 1, scale: one.value.scale };
            let slack = last.shifted(own.1).and_then(|last| times(last, area.size)?.shifted(-weight.1));
            let off = output_of(area).and_then(|product| product.checked_sub(whole.value)).map(absolute);
            off.zip(slack).is_none_or(|(off, slack)| off <= slack)
        };
        let area = areas.clone().next().filter(|area| !area.rough)?;
        (!areas.clone().any(|area| fits(&area))).then_some(())?;
        Some(self.other_product(output, (area, one), output_of(area)?.trimmed()))
    }

    /// *520 ha, sản lượng 2.860 tấn, năng suất bình quân 55 tạ/ha*: the yield is the figure.
    fn yielded(&self, at: usize) -> Option<Diagnostic> {
        let said = &self.figures[at];
        let named = self.label(at).contains("năng suất") && said.per.as_deref() == Some("ha") && !said.rough;
        let own = measure(&said.unit).filter(|_| named)?;
        let told = |wanted: &str| {
            let one = |at: &usize| self.figures[*at].unit == wanted && self.figures[*at].per.is_none();
            let mut found = (self.own.start..at).filter(one).map(|at| &self.figures[at]);
            found.next().filter(|figure| found.next().is_none() && !figure.rough)
        };
        let (area, output) = (told("ha")?, told("tấn")?);
        let weight = output.value.shifted(3 - own.1)?;
        let real = weight.percent_of(area.size, said.value.scale + 2)?.shifted(-2)?;
        let shown = weight.percent_of(area.size, 0)?.shifted(-2)?.trimmed();
        // An area and an output are rounded themselves.
        let off = absolute(real.checked_sub(said.value)?).shifted(2)?;
        let far = off > Decimal { mantissa: said.value.mantissa.checked_mul(2)?, ..said.value };
        far.then(|| {
            let computed = said.shown_as(shown);
            let fault = self.proof.fault("prose-product", self.place(&said.range)).with("told", said.shown());
            let fault = fault.with("terms", format!("{} : {}", output.shown(), area.shown()));
            fault.with("computed", &computed).hint(Message::new("prose-product.hint").with("computed", computed))
        })
    }

    /// *3.500 m² (tương đương 3,5 ha)*: the second figure must be the first, within one unit of its last place.
    fn same_measure(&self, second: usize) -> Option<Diagnostic> {
        let first = second.checked_sub(1).filter(|first| *first >= self.own.start)?;
        let between = self.between(first, second);
        let link = between.trim_matches([' ', '\u{a0}', '(', ',']);
        // *12.500 m2 (1,25 ha)* says as much as *tương đương*.
        (EQUALS.contains(&link) || (link.is_empty() && between.contains('('))).then_some(())?;
        let (one, other) = (&self.figures[first], &self.figures[second]);
        let (from, to) = (measure(&one.unit)?, measure(&other.unit)?);
        // Kilograms are never hectares, and one unit told twice is no conversion.
        (from.0 == to.0 && one.unit != other.unit).then_some(())?;
        let value = one.value.shifted(from.1 - to.1)?;
        if super::near(value, other.value)
            && !(value.mantissa != 0 && other.value.scale == 0 && value < Decimal::whole(1))
        {
            return None;
        }
        let computed = other.shown_as(value.trimmed());
        let fault = self
            .proof
            .fault("prose-product", self.place(&other.range))
            .with("told", other.shown())
            .with("terms", one.shown());
        Some(fault.with("computed", &computed).hint(Message::new("prose-product.hint").with("computed", computed)))
    }
}

/// What a unit measures, and its power of ten.
pub(super) fn measure(unit: &str) -> Option<(&'static str, i32)> {
    MEASURES.iter().find(|(name, ..)| *name == unit).map(|(_, kind, power)| (*kind, *power))
}
