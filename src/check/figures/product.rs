//! Figures that multiply — *86 hộ, mỗi hộ 60 triệu đồng, tổng …* — and means: *25 xã đạt 412 tiêu chí, bình quân …*.

use super::listed::PERSONS;
use super::measures::measure;
use super::mention::Mention;
use super::{NEAR, Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;
use crate::viet::reading::parse_integer;

/// How many sentences before its total a factor may stand.
const BACK: usize = 2;

/// Words that make the figure behind them a total.
const TOTALS: [&str; 11] = [
    "tổng",
    "trị giá",
    "thành tiền",
    "số tiền",
    "kinh phí",
    "tương ứng",
    "thu về",
    "doanh thu",
    "tiết kiệm",
    "nhu cầu vốn",
    "thu được",
];

/// Words that make it a mean.
const MEANS: [&str; 2] = ["bình quân", "trung bình"];

impl Reading<'_> {
    /// The faults of the sentence's products and of measures told twice.
    pub(super) fn products(&self) -> Vec<Diagnostic> {
        let told = |at: usize| self.each(at).or_else(|| self.mean(at)).or_else(|| self.measures(at));
        self.own.clone().filter_map(told).collect()
    }

    /// What one of is meant: the word behind *mỗi* beside the figure, or behind its stroke.
    fn one_of(&self, at: usize) -> Option<String> {
        let figure = &self.figures[at];
        let head = |words: &str| words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
        let behind = || {
            let after = self.text[figure.range.end..].trim_start_matches([' ', '\u{a0}']);
            let after = after.strip_prefix("cho ").unwrap_or(after);
            after.strip_prefix("mỗi ").or_else(|| after.strip_prefix("một ")).map(head)
        };
        let ahead = || Some(head(self.before(at).to_lowercase().rsplit_once("mỗi ")?.1));
        figure.per.clone().or_else(behind).or_else(ahead)
    }

    /// The nearest figure before another that counts such things, or measures them: *36 tấn* for *12.500 đồng/kg*.
    fn count_of(&self, noun: &str, before: usize) -> Option<Mention> {
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            let person = matches!(noun, "người" | "lao" | "công") && PERSONS.contains(&figure.unit.as_str());
            let alike = figure.unit == noun || figure.unit.starts_with(&format!("{noun} ")) || person;
            let same = alike || measure(&figure.unit).zip(measure(noun)).is_some_and(|(own, other)| own.0 == other.0);
            same && figure.of.is_none() && figure.per.is_none() && self.sentences_back(*at) <= BACK
        };
        let found = (before.saturating_sub(NEAR)..before).rev().find(counts)?;
        let mut figure = self.figures[found].clone();
        if let Some((own, other)) = measure(&figure.unit).zip(measure(noun)) {
            figure.size = figure.value.shifted(own.1 - other.1)?;
        }
        (!figure.rough && !self.is_change(found)).then_some(figure)
    }

    /// *N hộ, mỗi hộ X triệu đồng, tổng Y*; *mức X đồng/suất cho N suất, tổng trị giá Y*: the total is a figure.
    fn each(&self, one: usize) -> Option<Diagnostic> {
        let mean = MEANS.iter().any(|word| self.label(one).contains(word));
        let noun = self.one_of(one).filter(|noun| !noun.is_empty() && !mean)?;
        let unit = &self.figures[one];
        // Either side of the amount, and before the total: the nearest count of such things.
        let after = || (one + 1..self.own.end).find(|at| self.figures[*at].unit.starts_with(noun.as_str()));
        let count = self.count_of(&noun, one).or_else(|| Some(self.figures[after()?].clone()));
        let count = count.or_else(|| self.span_of_time(&noun))?;
        let apart = |at: &usize| *at != one && !self.label(*at).contains("mỗi ");
        let behind = (one + 1..self.own.end).find(|at| self.figures[*at].kind == unit.kind);
        let behind = behind.filter(|at| self.is_total(*at, unit));
        let ahead =
            || (self.own.start..one).rev().find(|at| self.is_total(*at, unit) && self.label(*at).contains("tổng"));
        let total = behind.or_else(ahead).filter(apart)?;
        let whole = &self.figures[total];
        // *42 thùng loại 25 kg/thùng và 33 thùng loại 30 kg/thùng, tổng …* is a sum of products.
        let more = |at: usize| at != one && self.figures[at].per == unit.per && self.figures[at].kind == unit.kind;
        let alone = unit.per.is_none() || !(self.own.start..total).any(more);
        let exact = ![unit, &count, whole].iter().any(|one| one.rough);
        let plain = !count.is_rate() && count.kind != unit.kind && exact && alone;
        plain.then_some(())?;
        let product = times(unit.size, count.size)?;
        let sure = self.before(total).to_lowercase().contains("tổng") || is_near(product, whole.size);
        let fault = || self.other_product(total, (&count, unit), whole.in_unit(product));
        (product != whole.size && sure).then(fault)
    }

    /// Whether a figure is told as what many of one make up.
    fn is_total(&self, at: usize, unit: &Mention) -> bool {
        let figure = &self.figures[at];
        let told = self.before(at).to_lowercase();
        // *trị giá* of a thing named before it is that thing's, not the sum of the many.
        let near = told.contains("tổng") || self.label(at).split_whitespace().count() <= 7;
        figure.kind == unit.kind && figure.per.is_none() && near && TOTALS.iter().any(|word| told.contains(word))
    }

    /// *25 xã đạt 412 tiêu chí, bình quân 16,5 tiêu chí/xã*: the mean of two figures before it.
    fn mean(&self, at: usize) -> Option<Diagnostic> {
        let mean = &self.figures[at];
        let label = self.label(at);
        let named = MEANS.iter().any(|word| label.contains(word)) && !label.contains("năng suất");
        let noun = self.one_of(at).filter(|noun| named && !noun.is_empty() && !mean.rough)?;
        let near = |count: &Mention| count.range.start >= self.within.start;
        let count = self.count_of(&noun, at).filter(near).or_else(|| self.span_of_time(&noun))?;
        let whole = |one: &usize| {
            let figure = &self.figures[*one];
            let same =
                figure.kind == mean.kind && figure.per.is_none() && figure.of.is_none() && figure.range != count.range;
            same && !self.is_change(*one) && !figure.rough && self.sentences_back(*one) == 0
        };
        // *bình quân 800 triệu đồng/tuyến, tổng số vốn 4,8 tỷ đồng*: the whole may follow.
        let wholes: Vec<usize> = self.own.clone().filter(|one| *one != at && whole(one)).collect();
        let [whole] = wholes[..] else { return None };
        let whole = &self.figures[whole];
        let hundred = whole.size.percent_of(count.size, mean.value.scale + 4)?;
        let real = mean.in_unit(hundred.shifted(-2)?);
        (!super::near(real, mean.value)).then_some(())?;
        let rounded = whole.size.percent_of(count.size.shifted(-2)?, mean.value.scale)?;
        let computed = mean.shown_as(mean.in_unit(rounded.shifted(-4)?));
        let fault = self.proof.fault("prose-product", self.place(&mean.range)).with("told", mean.shown());
        let fault = fault.with("terms", format!("{} : {}", whole.shown(), count.shown())).with("computed", &computed);
        Some(fault.hint(Message::new("prose-product.hint").with("computed", computed)))
    }

    /// *trong 5 năm qua*, *Năm năm qua*: how many years or months a sentence tells of.
    fn span_of_time(&self, noun: &str) -> Option<Mention> {
        matches!(noun, "năm" | "tháng").then_some(())?;
        let sentence = &self.text[self.within.clone()];
        let spaced = format!(" {noun}");
        let counts = sentence.match_indices(&spaced).filter_map(|(at, word)| {
            let ended = !sentence[at + word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '/');
            let dated = sentence[at + word.len()..].trim_start().starts_with(|c: char| c.is_ascii_digit());
            let word = sentence[..at].rsplit([' ', '(', '\u{a0}']).next()?;
            let count = word.parse().ok().or_else(|| parse_integer(&word.to_lowercase()).ok())?;
            ((2..=30).contains(&count) && ended && !dated).then_some((at - word.len(), at + word.len(), count))
        });
        let counts: Vec<(usize, usize, i128)> = counts.collect();
        let [(from, to, count)] = counts[..] else { return None };
        let value = Decimal::whole(count);
        let range = self.within.start + from..self.within.start + to.min(sentence.len());
        let unit = noun.to_owned();
        Some(Mention { range, value, kind: unit.clone(), unit, size: value, of: None, per: None, rough: false })
    }

    /// The fault of a product, with its factors and the right total; all of them may be the wrong one.
    pub(super) fn other_product(&self, at: usize, terms: (&Mention, &Mention), product: Decimal) -> Diagnostic {
        let (many, one) = terms;
        let whole = &self.figures[at];
        let computed = whole.shown_as(product);
        let near = one.range.start.min(whole.range.start)..one.range.end.max(whole.range.end);
        let fault = self.proof.fault("prose-product", self.place(&near)).with("told", whole.shown());
        let fault = fault.with("terms", format!("{} × {}", many.shown(), one.shown())).with("computed", &computed);
        fault.hint(Message::new("prose-product.hint").with("computed", computed))
    }
}

/// Whether two amounts are of about one size, or differ by their decimal point alone.
fn is_near(a: Decimal, b: Decimal) -> bool {
    let half = a
        .checked_sub(b)
        .and_then(|off| absolute(off).shifted(1))
        .is_some_and(|off| Decimal { mantissa: b.mantissa.saturating_mul(4), ..b } >= off);
    half || (-3..=3).any(|power| b.shifted(power) == Some(a))
}

/// The product, exactly.
pub(super) fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
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
            (
                "Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 650 triệu đồng.",
                Some("50 triệu đồng, tổng số tiền 650 triệu đồng"),
            ),
            (
                "Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền 600 tỷ đồng.",
                Some("50 triệu đồng, tổng số tiền 600 tỷ đồng"),
            ),
            ("Hỗ trợ 12 hộ, mỗi hộ 50 triệu đồng, tổng số tiền hơn 590 triệu đồng.", None),
            ("Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 15 triệu đồng.", None),
            (
                "Tặng 30 suất quà, trị giá 500.000 đồng/suất, tổng trị giá 1,5 triệu đồng.",
                Some("500.000 đồng/suất, tổng trị giá 1,5 triệu đồng"),
            ),
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 1.200 tấn.", None),
            ("Cấy 200 ha, năng suất 60 tạ/ha, sản lượng 2.100 tấn.", Some("60 tạ/ha, sản lượng 2.100 tấn")),
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
