//! A total against the parts that its sentence lists — *tổng, trong đó*.

use super::{Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words behind which the parts of a total stand.
const LISTS: [&str; 4] = ["trong đó", "bao gồm", "gồm", "cụ thể"];

/// Signs that a list goes on.
const OPEN: [&str; 4] = ["...", "…", "v.v", "vân vân"];

/// How far behind its total a list may begin, in bytes.
const FAR: usize = 120;

impl Reading<'_> {
    /// "tổng … 91,3 tỷ đồng, trong đó: … 32,3 tỷ đồng; … 59 tỷ đồng": the parts never exceed the whole, and parts that
    /// come within a hundredth of it, or differ from it in one figure, were meant to make it up.
    pub(super) fn sum(&self) -> Option<Diagnostic> {
        let sentence = &self.text[self.within.clone()];
        let (list, word) = LISTS.iter().filter_map(|word| Some((sentence.find(word)?, *word))).min()?;
        let list = self.within.start + list;
        let first = self.figures.partition_point(|figure| figure.range.start < list);
        let kind = &self.figures.get(first).filter(|_| first < self.own.end)?.kind;
        let whole = (self.own.start..first).rev().find(|at| self.figures[*at].kind == *kind)?;
        let parts: Vec<usize> = (first..self.own.end).collect();
        let near = list.saturating_sub(self.figures[whole].range.end) <= FAR;
        if parts.len() < 2 || !near || !parts.iter().all(|at| self.is_part(*at, first, kind)) || self.is_change(whole) {
            return None;
        }
        let mut sum = Decimal::default();
        for part in &parts {
            sum = sum.checked_add(self.figures[*part].size)?;
        }
        let total = &self.figures[whole];
        let open = OPEN.iter().any(|sign| self.text[list..self.within.end].contains(sign));
        let over = sum.checked_sub(total.size)?;
        let off = absolute(over);
        let last_place = Decimal { mantissa: i128::try_from(parts.len()).ok()?, scale: total.value.scale };
        let rounded = total.value.scale > 0 && off <= last_place.shifted(power_of(total)?)?;
        let close =
            off.shifted(2)? <= total.size || (off.shifted(1)? <= total.size && one_figure_apart(sum, total.size));
        let exhaustive = word != "trong đó" && off.shifted(1)? <= total.size;
        let meant =
            over.mantissa > 0 || (!open && (close || exhaustive || self.is_of_another_scale(&parts, sum, total.size)));
        if over.is_zero() || rounded || !meant {
            return None;
        }
        let terms: Vec<String> = parts.iter().map(|part| self.term(*part, whole)).collect();
        let fault = self
            .proof
            .fault("prose-sum", self.place(&total.range))
            .with("terms", terms.join(" + "))
            .with("sum", total.shown_as(total.in_unit(sum)));
        Some(fault.hint(Message::new("prose-sum.hint").with("difference", total.shown_as(total.in_unit(off)))))
    }

    /// Whether one part a thousand times as large would make the sum right: *triệu* written for *tỷ*.
    fn is_of_another_scale(&self, parts: &[usize], sum: Decimal, total: Decimal) -> bool {
        let grown = |part: &usize| {
            let size = self.figures[*part].size;
            sum.checked_sub(size)?.checked_add(size.shifted(3)?)
        };
        parts.iter().any(|part| grown(part) == Some(total))
    }

    /// A part in the words of the sum: its unit only where it is another.
    fn term(&self, part: usize, whole: usize) -> String {
        let figure = &self.figures[part];
        if figure.unit == self.figures[whole].unit { figure.value.to_string() } else { figure.shown() }
    }

    /// Whether a figure fills a clause of its own and counts what the total counts.
    fn is_part(&self, at: usize, first: usize, kind: &str) -> bool {
        let before = self.before(at);
        let joined = at == first || before.contains([',', ';', '\n']) || before.contains(" và ");
        self.figures[at].kind == kind
            && self.figures[at].of.is_none()
            && joined
            && !self.is_change(at)
            && !self.is_result(at, first)
    }

    /// A figure of what was done with a part is no further part: *vốn tỉnh 32 tỷ đồng, đã giải ngân 13 tỷ đồng*.
    fn is_result(&self, at: usize, first: usize) -> bool {
        let before = self.before(at).to_lowercase();
        let own = before.rsplit_once("trong đó").map_or(before.as_str(), |(_, own)| own);
        let nested =
            before.contains("trong đó") && before.split("trong đó").next().is_some_and(|head| !head.trim().is_empty());
        let words = ["đã ", "đạt", "giải ngân", "thực hiện", "còn ", "mỗi", "lũy kế", "luỹ kế", "trong số", "riêng"];
        nested && at > first || words.iter().any(|word| own.contains(word))
    }
}

/// The power of ten between a figure and its size.
fn power_of(figure: &super::Mention) -> Option<i32> {
    (0..=12).find(|power| figure.value.shifted(*power) == Some(figure.size))
}

/// Whether two numbers of three digits or more differ in one digit: the slip of a typist.
fn one_figure_apart(a: Decimal, b: Decimal) -> bool {
    let digits = |value: Decimal| value.rescaled(Decimal::MAX_SCALE).map(|value| value.mantissa.to_string());
    let (Some(a), Some(b)) = (digits(a), digits(b)) else { return false };
    let many = |text: &str| text.trim_end_matches('0').len() >= 3;
    a.len() == b.len() && (many(&a) || many(&b)) && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

/// Words of two parts that fill a whole between them.
const HALVES: [(&str, &str); 3] =
    [("có mặt", "vắng"), ("đã giải quyết", "đang giải quyết"), ("đã xử lý", "đang xử lý")];

impl Reading<'_> {
    /// *Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 3 đảng viên*: the two halves make up the whole.
    pub(super) fn halves(&self) -> Option<Diagnostic> {
        let sentence = &self.text[self.within.clone()];
        let (one, other) = HALVES.iter().find(|(one, other)| sentence.contains(one) && sentence.contains(other))?;
        let ends = |word: &str| self.own.clone().find(|at| self.label(*at).trim_end().ends_with(word));
        let (first, second) = (ends(one)?, ends(other)?);
        let whole = first.checked_sub(1).filter(|whole| *whole >= self.own.start && second == first + 1)?;
        let [whole, first, second] = [whole, first, second].map(|at| &self.figures[at]);
        let sum = first.size.checked_add(second.size)?;
        let differ = first.kind == whole.kind && second.kind == whole.kind && sum != whole.size;
        differ.then_some(())?;
        let off = absolute(sum.checked_sub(whole.size)?);
        let fault = self
            .proof
            .fault("prose-sum", self.place(&whole.range))
            .with("terms", format!("{} + {}", first.value, second.value))
            .with("sum", whole.shown_as(whole.in_unit(sum)));
        Some(fault.hint(Message::new("prose-sum.hint").with("difference", whole.shown_as(whole.in_unit(off)))))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn sums() {
        let wrong = "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 69 tỷ đồng.";
        assert_eq!(found(wrong), ["91,3 tỷ đồng chênh lệch 10 tỷ đồng; sửa tổng hoặc sửa một phần"]);
        let mixed = "Tổng chi là 21,45 tỷ đồng, gồm chi đầu tư 8,2 tỷ đồng, chi thường xuyên 12,75 tỷ đồng và dự phòng 600 triệu đồng.";
        assert_eq!(found(mixed), ["21,45 tỷ đồng chênh lệch 0,1 tỷ đồng; sửa tổng hoặc sửa một phần"]);
        assert_eq!(
            found("Tỉnh cấp 15 dự án với vốn 20 tỷ đồng, trong đó có 6 dự án mới và 10 dự án mở rộng.").len(),
            1
        );
        for wrong in [
            "Tổng mức là 2,4 tỷ đồng, gồm xây lắp 1,9 triệu đồng, thiết bị 350 triệu đồng và khác 150 triệu đồng.",
            "Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 3 đảng viên.",
        ] {
            assert_eq!(found(wrong).len(), 1, "{wrong}");
        }
        for right in [
            "Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 4 đảng viên.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 59 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn huyện 9 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 91 tỷ đồng, đã giải ngân 80 tỷ đồng.",
            "Tổng vốn 100 tỷ đồng, gồm vốn tỉnh 32,3 tỷ đồng, vốn xã 59 tỷ đồng...",
            "Có 100 hộ, trong đó 60 hộ nghèo, tăng 50 hộ.",
            "Tổng chi là 21,45 tỷ đồng, gồm chi đầu tư 8,2 tỷ đồng, chi thường xuyên 12,75 tỷ đồng và dự phòng 500 triệu đồng.",
        ] {
            assert!(found(right).is_empty(), "{right}: {:?}", found(right));
        }
    }
}
