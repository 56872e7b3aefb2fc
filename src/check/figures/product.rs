//! Figures that multiply — *86 hộ, mỗi hộ 60 triệu đồng, tổng …*; *1.245 ha, năng suất 62,4 tạ/ha, sản lượng …* — and one
//! measure told in two units: *3.500 m² (tương đương 0,35 ha)*.

use super::mention::Mention;
use super::{Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Units of one measure with their powers of ten: square metres, kilograms, metres.
const MEASURES: [(&str, &str, i32); 11] = [
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

/// Words that make a figure approximate.
const ROUGH: [&str; 8] = ["hơn", "gần", "khoảng", "trên", "xấp xỉ", "ước khoảng", "tối đa", "tối thiểu"];

impl Reading<'_> {
    /// The faults of the sentence's products and of measures told twice.
    pub(super) fn products(&self) -> Vec<Diagnostic> {
        let told = |at: usize| self.each(at).or_else(|| self.harvest(at)).or_else(|| self.same_measure(at));
        self.own.clone().filter_map(told).collect()
    }

    /// *N hộ, mỗi hộ X triệu đồng, tổng Y*, *N suất, mức X đồng/suất, tổng trị giá Y*: the total is a figure.
    fn each(&self, total: usize) -> Option<Diagnostic> {
        let each = total.checked_sub(1).filter(|each| *each > self.own.start)?;
        let count = each - 1;
        let (one, many, whole) = (&self.figures[each], &self.figures[count], &self.figures[total]);
        // *mỗi hộ*, or a stroke and the unit: *500.000 đồng/suất*.
        let per = self.between(count, each).to_lowercase();
        let behind = self.text[one.range.end..].strip_prefix('/').unwrap_or_default();
        let said = per.split_once("mỗi ").map(|(_, word)| word).unwrap_or(behind);
        let same = said.starts_with(many.unit.as_str()) && !many.unit.is_empty();
        let told = self.between(each, total).to_lowercase();
        let summed = ["tổng", "trị giá", "thành tiền"].iter().any(|word| told.contains(word));
        let plain = one.kind == whole.kind && many.of.is_none() && !many.is_rate() && many.kind != one.kind;
        (same && summed && plain && !is_rough(&per) && !is_rough(&told)).then_some(())?;
        let product = times(one.size, many.size)?;
        (product != whole.size).then(|| self.other_product(total, many, one, whole.in_unit(product)))
    }

    /// *A ha, năng suất B tạ/ha, sản lượng C tấn*: the output is the figure.
    fn harvest(&self, output: usize) -> Option<Diagnostic> {
        let yielded = output.checked_sub(1).filter(|yielded| *yielded > self.own.start)?;
        let (area, one, whole) = (&self.figures[yielded - 1], &self.figures[yielded], &self.figures[output]);
        let told = self.between(yielded, output).to_lowercase();
        let named = self.between(yielded - 1, yielded).contains("năng suất") && told.contains("sản lượng");
        let per = self.text[one.range.end..].starts_with("/ha") && area.unit == "ha";
        (named && per && !is_rough(&told)).then_some(())?;
        let (own, weight) = (measure(&one.unit)?, measure(&whole.unit)?);
        let product = times(one.value.shifted(own.1)?, area.size)?.shifted(-weight.1)?;
        // A yield is rounded itself: half its last place, times the area.
        let slack =
            times(Decimal { mantissa: 1, scale: one.value.scale }.shifted(own.1)?, area.size)?.shifted(-weight.1)?;
        let off = absolute(product.checked_sub(whole.value)?);
        (off > slack).then(|| self.other_product(output, area, one, product.trimmed()))
    }

    /// The fault of a product, with its factors and the right total.
    fn other_product(&self, at: usize, many: &Mention, one: &Mention, product: Decimal) -> Diagnostic {
        let whole = &self.figures[at];
        let computed = whole.shown_as(product);
        let fault = self.proof.fault("prose-product", self.place(&whole.range));
        let fault = fault.with("terms", format!("{} × {}", many.shown(), one.shown())).with("computed", &computed);
        fault.hint(Message::new("prose-product.hint").with("computed", computed))
    }

    /// *3.500 m² (tương đương 3,5 ha)*: the second figure must be the first, within one unit of its last place.
    fn same_measure(&self, second: usize) -> Option<Diagnostic> {
        let first = second.checked_sub(1).filter(|first| *first >= self.own.start)?;
        let link = self.between(first, second).trim_matches([' ', '\u{a0}', '(', ',']);
        EQUALS.contains(&link).then_some(())?;
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
        let fault = self.proof.fault("prose-product", self.place(&other.range)).with("terms", one.shown());
        Some(fault.with("computed", &computed).hint(Message::new("prose-product.hint").with("computed", computed)))
    }
}

/// What a unit measures, and its power of ten.
fn measure(unit: &str) -> Option<(&'static str, i32)> {
    MEASURES.iter().find(|(name, ..)| *name == unit).map(|(_, kind, power)| (*kind, *power))
}

/// Words that leave the figure behind them open.
fn is_rough(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| ROUGH.contains(&word))
}

/// The product, exactly.
fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale.checked_add(b.scale).filter(|scale| *scale <= Decimal::MAX_SCALE)?;
    Some(Decimal { mantissa: a.mantissa.checked_mul(b.mantissa)?, scale }.trimmed())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn products() {
        for (text, told) in [
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 600 triệu đồng.", None),
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 650 triệu đồng.", Some("650 triệu đồng")),
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 600 tỷ đồng.", Some("600 tỷ đồng")),
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền hơn 590 triệu đồng.", None),
            ("Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 15 triệu đồng.", None),
            ("Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 1,5 triệu đồng.", Some("1,5 triệu đồng")),
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 1.200 tấn.", None),
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 2.100 tấn.", Some("2.100 tấn")),
            ("Cấy 203 ha, năng suất bình quân 60,1 tạ/ha, sản lượng đạt 1.221 tấn.", None),
            ("Thu hồi 12.500 m² (tương đương 1,25 ha) đất.", None),
            ("Thu hồi 12.500 m² (tương đương 12,5 ha) đất.", Some("12,5 ha")),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
