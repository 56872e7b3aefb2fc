//! Measures that explain one another — *1.245 ha, năng suất 62,4 tạ/ha, sản lượng …* — and one measure told in two units:
//! *3.500 m² (tương đương 0,35 ha)*.

use crate::check::figures::changes::growth::PLANS;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::unit::power;
use crate::check::figures::{NEAR, Reading};
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

/// How many figures may stand between a yield and its output.
const ASIDES: usize = 4;

/// How many sentences before its yield a field may stand.
const FIELDS: usize = 2;

impl Reading<'_> {
    /// The ways of a figure among measures: an output, a yield, the same told twice.
    pub(in crate::check::figures) fn measures(&self, at: usize) -> Vec<Way> {
        let alone = || self.yielded(at).or_else(|| self.same_measure(at)).into_iter().collect();
        self.harvest(at).unwrap_or_else(alone)
    }

    /// *A ha … năng suất B tạ/ha, sản lượng C tấn*: the output is the figure.
    fn harvest(&self, output: usize) -> Option<Vec<Way>> {
        // *sản lượng tăng gần 600 nghìn tấn*, *sản lượng vụ trước là …*: how far it moved, and that of another time.
        let label = self.label(output);
        let own = !self.is_moved(output) && !["trước", "ngoái", "cùng kỳ"].iter().any(|word| label.contains(word));
        (own && label.contains("sản lượng")).then_some(())?;
        let yielded = self.yield_before(output)?;
        let (one, whole) = (&self.figures[yielded], &self.figures[output]);
        // Of several areas any may be the one that was harvested.
        let sown = |at: &usize| {
            let area = &self.figures[*at];
            area.kind == "ha" && area.per.is_none() && !self.is_moved(*at) && self.sentences_back(*at) <= FIELDS
        };
        let areas = (yielded.saturating_sub(NEAR)..yielded).rev().filter(sown).map(|at| &self.figures[at]);
        let (own, weight) = (measure(&one.unit)?, measure(&whole.kind)?);
        let way = |(place, area): (usize, &Mention)| {
            let product = Reach::of(one)?.times(Reach::of(area)?)?;
            let makes = product.map(|size| Some(whole.in_unit(size.shifted(own.1 - weight.1)?)))?;
            let tie = if place == 0 && !area.rough { Tie::Told } else { Tie::Silent };
            let terms = format!("{} × {}", area.shown(), one.shown());
            Some(Way { tie, makes, terms: Terms::Product(terms, one.range.start..whole.range.end) })
        };
        Some(areas.enumerate().filter_map(way).collect())
    }

    /// The yield that an output is told of: between them stands nothing but how far either moved, and at most one full stop.
    fn yield_before(&self, output: usize) -> Option<usize> {
        let found = (output.saturating_sub(ASIDES)..output).rev().find(|at| {
            let one = &self.figures[*at];
            one.per.as_deref() == Some("ha") && !self.is_moved(*at) && self.label(*at).contains("năng suất")
        })?;
        let asides = (found + 1..output).all(|at| self.figures[at].is_rate() || self.is_moved(at));
        let near = self.sentences_back(found) <= 1 && self.text[self.figures[found].range.end..].len() > 1;
        // *thôn A 60 tạ/ha; thôn B 56 tạ/ha. Tổng sản lượng …*: a total of a sentence of its own is of no one of them.
        let yields = |at: usize| self.figures[at].per.as_deref() == Some("ha");
        let several = (found.saturating_sub(NEAR)..found).any(yields);
        let of_all = several && found < self.own.start && self.label(output).contains("tổng");
        (asides && near && !of_all).then_some(found)
    }

    /// *520 ha, sản lượng 2.860 tấn, năng suất bình quân 55 tạ/ha*: the yield is the figure.
    fn yielded(&self, at: usize) -> Option<Way> {
        let said = &self.figures[at];
        let named = self.label(at).contains("năng suất") && said.per.as_deref() == Some("ha");
        let own = measure(&said.unit).filter(|_| named)?;
        let told = |wanted: &str| {
            let one = |at: &usize| self.figures[*at].kind == wanted && self.figures[*at].per.is_none();
            let mut found = (self.own.start..at).filter(one).map(|at| &self.figures[at]);
            found.next().filter(|_| found.next().is_none())
        };
        let output = told("tấn")?;
        let area = told("ha").or_else(|| self.whole_field(at))?;
        let makes = Reach::of(output)?.over(Reach::of(area)?)?.map(|size| size.shifted(3 - own.1))?;
        let terms = Terms::Product(format!("{} : {}", output.shown(), area.shown()), said.range.clone());
        Some(Way { tie: Tie::Told, makes, terms })
    }

    /// *xã A 420 ha …, xã B 380 ha … Tổng sản lượng …, năng suất bình quân chung …*: the field of the sentences before that all others of
    /// them make up.
    fn whole_field(&self, at: usize) -> Option<&Mention> {
        ["bình quân chung", "chung đạt", "bình quân"].iter().any(|word| self.label(at).contains(word)).then_some(())?;
        let field = |one: &usize| {
            let figure = &self.figures[*one];
            let plain = figure.kind == "ha" && figure.per.is_none() && figure.of.is_none() && !self.is_moved(*one);
            plain && self.sentences_back(*one) <= FIELDS
        };
        let none = !(self.own.start.max(at.saturating_sub(NEAR))..at).any(|one| field(&one));
        let fields: Vec<&Mention> = (at.saturating_sub(NEAR)..at).filter(field).map(|one| &self.figures[one]).collect();
        let whole = fields.iter().max_by_key(|field| field.size)?;
        let sum = fields.iter().try_fold(Decimal::default(), |sum, field| sum.checked_add(field.size))?;
        (none && fields.len() > 2 && sum.checked_sub(whole.size)? == whole.size).then_some(*whole)
    }

    /// *3.500 m² (tương đương 3,5 ha)*: the second figure must be the first, within one unit of its last place.
    fn same_measure(&self, second: usize) -> Option<Way> {
        let first = second.checked_sub(1).filter(|first| *first >= self.own.start)?;
        let between = self.between(first, second);
        let link = between.trim_matches([' ', '\u{a0}', '(', ',']);
        // *12.500 m2 (1,25 ha)* says as much as *tương đương*.
        (EQUALS.contains(&link) || (link.is_empty() && between.contains('('))).then_some(())?;
        let (one, other) = (&self.figures[first], &self.figures[second]);
        let (from, to) = (measure(&one.unit)?, measure(&other.unit)?);
        // Kilograms are never hectares, and one unit told twice is no conversion.
        (from.0 == to.0 && one.unit != other.unit).then_some(())?;
        let makes = Reach::exactly(one.value.shifted(from.1 - to.1)?);
        Some(Way { tie: Tie::Told, makes, terms: Terms::Product(one.shown(), other.range.clone()) })
    }
}

impl Reading<'_> {
    /// *lúa xuân đạt 54,7 tạ/ha, lúa mùa đạt 47,5 tấn/ha*: of like yields one is told in a unit ten times as large.
    pub(in crate::check::figures) fn of_other_unit(&self) -> Option<Diagnostic> {
        self.own.clone().skip(1).find_map(|at| {
            let (one, said) = (&self.figures[at - 1], &self.figures[at]);
            let (of, with) = (measure(&one.kind)?, measure(&said.kind)?);
            let yields = one.per.is_some() && one.per == said.per && of.0 == with.0 && of.1 != with.1;
            let about = one.value.percent_of(said.value, 0).is_some_and(|rate| (50..=200).contains(&rate.mantissa));
            let plain = power(&one.unit) == power(&said.unit) && !self.is_moved(at) && !self.is_moved(at - 1);
            let near = at > self.own.start && !self.between(at - 1, at).contains('(');
            (yields && about && plain && near && said.value != one.value).then_some(())?;
            let mut fault = self.proof.fault("prose-sum", self.place(&said.range));
            fault.message.id = "prose-sum.unit";
            let per = said.per.as_deref().unwrap_or_default();
            let told = |figure: &Mention| format!("{}/{per}", figure.shown());
            let fault = fault.with("one", told(one)).with("said", told(said));
            let right = format!("{} {}/{per}", said.value, one.unit);
            Some(fault.hint(Message::new("prose-sum.hint.measure").with("right", right)))
        })
    }

    /// *680 nghìn ha, vượt kế hoạch là 600 nghìn tấn*: a plan is of the measure of what is told to reach it.
    pub(in crate::check::figures) fn unlike(&self) -> Option<Diagnostic> {
        self.own.clone().skip(1).find_map(|plan| {
            let label = self.label(plan);
            let label = label.trim_end();
            let label = label.strip_suffix(" là").unwrap_or(label);
            let compared = ["vượt", "đạt", "bằng", "so với"].iter().any(|word| label.contains(word));
            (compared && PLANS.iter().any(|word| label.ends_with(word))).then_some(())?;
            let done = plan.checked_sub(1).filter(|done| *done >= self.own.start)?;
            let (one, other) = (&self.figures[done], &self.figures[plan]);
            let (of, with) = (measure(&one.kind)?, measure(&other.kind)?);
            let about = one.value.percent_of(other.value, 0).is_some_and(|rate| (50..=200).contains(&rate.mantissa));
            let plain = one.per.is_none() && other.per.is_none() && !self.is_moved(done);
            (of.0 != with.0 && power(&one.unit) == power(&other.unit) && about && plain).then_some(())?;
            let mut fault = self.proof.fault("prose-sum", self.place(&other.range));
            fault.message.id = "prose-sum.measure";
            let fault = fault.with("done", one.shown()).with("plan", other.shown());
            let hint = Message::new("prose-sum.hint.measure").with("right", format!("{} {}", other.value, one.unit));
            Some(fault.hint(hint))
        })
    }
}

/// What a unit measures, and its power of ten.
pub(in crate::check::figures) fn measure(unit: &str) -> Option<(&'static str, i32)> {
    MEASURES.iter().find(|(name, ..)| *name == unit).map(|(_, kind, power)| (*kind, *power))
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{told_from, told_of_slips};

    #[test]
    fn units_of_like_yields() {
        told_of_slips(&[
            ("Năng suất lúa xuân đạt 52,4 tạ/ha, lúa mùa ước đạt 46,8 {}/ha.", "tạ", &["tấn"]),
            ("Năng suất lúa đạt 5,2 {}/ha, mía đạt 65 tấn/ha.", "tấn", &[]),
            (
                "Ba thôn gieo cấy 900 ha. Thôn An Hạ gieo 400 ha, năng suất 60 tạ/ha; thôn Bãi Sậy 300 ha, năng suất 56 tạ/ha; thôn Cồn Nổi 200 ha, năng suất 51 tạ/ha. Tổng sản lượng là 5.100 tấn, năng suất bình quân chung đạt {} tạ/ha.",
                "56,7",
                &["55,7"],
            ),
        ]);
    }

    #[test]
    fn outputs_and_units() {
        told_from(&[
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 1.200 tấn.", None),
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 2.100 tấn.", Some("60 tạ/ha, sản lượng 2.100 tấn")),
            (
                "Cấy 1,684 triệu ha, năng suất tăng 3 tạ/ha (vụ này 5,21 tấn/ha), sản lượng tăng gần 600 nghìn tấn (sản lượng vụ trước là 8,664 triệu tấn).",
                None,
            ),
            ("Cấy 203 ha, năng suất bình quân 60,1 tạ/ha, sản lượng đạt 1.221 tấn.", None),
            ("Thu hồi 12.500 m² (tương đương 1,25 ha) đất.", None),
            ("Thu hồi 12.500 m² (tương đương 12,5 ha) đất.", Some("12,5 ha")),
        ]);
    }
}
