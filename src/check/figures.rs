//! Arithmetic that a text itself shows — *số liệu trong câu*: a rate against its parts, a total against what it holds.
//!
//! Only what leaves no choice is judged: the base of a rate must be named by the same word (*kế hoạch*) or be the only
//! other figure, and the parts of a total must fill their clauses alone.

pub mod mention;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;
use mention::{Mention, mentions};

/// Words that name the base of a rate, and the base itself: *giao theo kế hoạch 59 tỷ đồng … 27,7% kế hoạch năm*.
const BASES: [&str; 6] = ["kế hoạch", "dự toán", "chỉ tiêu", "nghị quyết", "tổng số", "kịch bản"];

/// Words behind which a rate is a share of something.
const SHARES: [&str; 5] = ["đạt", "chiếm", "bằng", "đạt tỷ lệ", "chiếm tỷ lệ"];

/// Words that make a figure a difference, which is no part of anything.
const CHANGES: [&str; 6] = ["tăng", "giảm", "thêm", "chênh", "cùng kỳ", "vượt"];

/// How many figures back a base is looked for.
const NEAR: usize = 40;

/// Checks the figures of a text, paragraph by paragraph.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for paragraph in proof.paragraphs() {
        let text = &proof.text[paragraph.clone()];
        if !text.contains('%') && !text.contains("trong đó") && !text.contains("gồm") {
            continue;
        }
        let figures = mentions(text);
        for sentence in proof.sentences(paragraph.clone()) {
            let within = sentence.start - paragraph.start..sentence.end - paragraph.start;
            let first = figures.partition_point(|figure| figure.range.start < within.start);
            let last = figures.partition_point(|figure| figure.range.start < within.end);
            let reading = Reading { proof, start: paragraph.start, text, figures: &figures, own: first..last };
            faults.extend(reading.rates());
            faults.extend(reading.sum());
        }
    }
}

/// One sentence with the figures of its paragraph.
struct Reading<'p> {
    proof: &'p Proof,
    start: usize,
    text: &'p str,
    figures: &'p [Mention],
    own: Range<usize>,
}

impl Reading<'_> {
    fn place(&self, range: &Range<usize>) -> Range<usize> {
        self.start + range.start..self.start + range.end
    }

    /// The text between two figures of the sentence.
    fn between(&self, left: usize, right: usize) -> &str {
        &self.text[self.figures[left].range.end..self.figures[right].range.start]
    }

    /// The text before a figure, back to the figure before it or to the head of its sentence.
    fn before(&self, at: usize) -> &str {
        let floor = if at > self.own.start { self.figures[at - 1].range.end } else { self.sentence_start(at) };
        &self.text[floor..self.figures[at].range.start]
    }

    /// The words of its own clause before a figure, in small letters.
    fn label(&self, at: usize) -> String {
        let before = self.before(at);
        let clause = before.rfind([',', ';', ':', '(', ')']).map_or(0, |sign| sign + 1);
        before[clause..].to_lowercase()
    }

    fn sentence_start(&self, at: usize) -> usize {
        let place = self.figures[at].range.start;
        self.text[..place]
            .rfind(['.', '\n'])
            .filter(|stop| self.text[*stop..].starts_with([' ', '\n']))
            .map_or_else(|| self.text[..place].rfind(". ").map_or(0, |stop| stop + 2), |stop| stop + 1)
    }

    fn rates(&self) -> Vec<Diagnostic> {
        self.own.clone().filter(|at| self.figures[*at].is_rate()).filter_map(|at| self.rate(at)).collect()
    }

    /// A rate right behind its part, with a base that the sentence leaves no doubt about.
    fn rate(&self, at: usize) -> Option<Diagnostic> {
        let part = at.checked_sub(1).filter(|part| *part >= self.own.start && !self.figures[*part].is_rate())?;
        let link = self.between(part, at).trim_matches([' ', ',', '(', '\u{a0}', '\n']).to_lowercase();
        if !SHARES.contains(&link.as_str()) || self.is_change(part) {
            return None;
        }
        let rate = &self.figures[at];
        let base = self.base(part, rate)?;
        let value = self.share(part, base, rate)?;
        if near(value, rate.value) {
            return None;
        }
        let shown = |at: usize| self.figures[at].shown();
        let fault = self
            .proof
            .fault("prose-rate", self.place(&rate.range))
            .with("part", shown(part))
            .with("base", shown(base))
            .with("computed", format!("{value}%"));
        let right = (part.saturating_sub(NEAR)..part).rev().find(|other| {
            let same = self.figures[*other].unit == self.figures[part].unit;
            same && *other != base && self.share(part, *other, rate).is_some_and(|value| value == rate.value)
        });
        let hint = match right {
            Some(right) => Message::new("prose-rate.hint.base")
                .with("said", format!("{}%", rate.value))
                .with("part", shown(part))
                .with("right", shown(right))
                .with("base", shown(base)),
            None => Message::new("prose-rate.hint").with("computed", format!("{value}%")),
        };
        Some(fault.hint(hint))
    }

    fn is_change(&self, part: usize) -> bool {
        let before = self.before(part).to_lowercase();
        CHANGES.iter().any(|word| before.contains(word))
    }

    fn share(&self, part: usize, base: usize, rate: &Mention) -> Option<Decimal> {
        self.figures[part].value.percent_of(self.figures[base].value, rate.value.scale)
    }

    /// The base of a rate: the figure before its part if the word behind the rate names it, or the only other figure
    /// of its unit in the sentence.
    fn base(&self, part: usize, rate: &Mention) -> Option<usize> {
        let unit = &self.figures[part].unit;
        let same = |other: &usize| !self.figures[*other].is_rate() && self.figures[*other].unit == *unit;
        let others: Vec<usize> = (self.own.start.max(part.saturating_sub(NEAR))..part).filter(same).collect();
        let after = self.text[rate.range.end..].trim_start();
        let after = after.strip_prefix("so với ").unwrap_or(after);
        if let Some(word) = BASES.iter().find(|word| after.starts_with(**word)) {
            let given = |other: &usize| {
                let label = self.label(*other);
                label.contains(word) || label.ends_with("giao ") || label.ends_with("giao là ")
            };
            return others.last().copied().filter(given);
        }
        let ends = after.is_empty() || after.starts_with([',', ';', '.', ')', ':']);
        let [only] = others[..] else { return None };
        (ends && !self.is_change(only)).then_some(only)
    }

    /// "tổng … 91,3 tỷ đồng, trong đó: … 32,3 tỷ đồng; … 59 tỷ đồng": the parts never exceed the whole, and parts that
    /// come within a hundredth of it were meant to make it up.
    fn sum(&self) -> Option<Diagnostic> {
        let whole = self.own.clone().find(|at| {
            let after = self.text[self.figures[*at].range.end..].trim_start_matches([' ', ',', ';', '(', '\u{a0}']);
            after.starts_with("trong đó") || after.starts_with("gồm") || after.starts_with("bao gồm")
        })?;
        let parts: Vec<usize> = (whole + 1..self.own.end).collect();
        let unit = &self.figures[whole].unit;
        let plain = |at: &usize| {
            let clauses = self.before(*at).chars().filter(|c| matches!(c, ',' | ';' | '\n')).count();
            let joined = *at == whole + 1 || clauses > 0 || self.before(*at).trim_start().starts_with("và ");
            self.figures[*at].unit == *unit && joined && !self.is_change(*at) && !self.is_result(*at)
        };
        if parts.len() < 2 || !parts.iter().all(plain) {
            return None;
        }
        let mut sum = Decimal::default();
        for part in &parts {
            sum = sum.checked_add(self.figures[*part].value)?;
        }
        let total = self.figures[whole].value;
        let over = sum.checked_sub(total)?;
        let slack = Decimal { mantissa: i128::try_from(parts.len()).ok()?, scale: total.scale };
        let off = absolute(over);
        let rounded = total.scale > 0 && off <= slack;
        let meant = over.mantissa > 0 || hundredfold(off)? <= total;
        if over.is_zero() || rounded || !meant {
            return None;
        }
        let terms: Vec<String> = parts.iter().map(|part| self.figures[*part].value.to_string()).collect();
        let fault = self
            .proof
            .fault("prose-sum", self.place(&self.figures[whole].range))
            .with("terms", terms.join(" + "))
            .with("sum", format!("{} {unit}", sum.trimmed()));
        let hint = Message::new("prose-sum.hint").with("difference", format!("{} {unit}", off.trimmed()));
        Some(fault.hint(hint))
    }

    /// A figure of what was done with a part is no further part: *vốn tỉnh 32 tỷ đồng, đã giải ngân 13 tỷ đồng*.
    fn is_result(&self, at: usize) -> bool {
        let before = self.before(at).to_lowercase();
        ["đã ", "đạt", "trong đó", "giải ngân", "thực hiện", "còn ", "mỗi", "lũy kế", "luỹ kế"]
            .iter()
            .any(|word| before.trim_start_matches([',', ';', ' ', ':']).trim_start_matches("trong đó").contains(word))
    }
}

/// A rate may be rounded or cut off: within one unit of its last place.
fn near(value: Decimal, said: Decimal) -> bool {
    let unit = Decimal { mantissa: 1, scale: said.scale };
    value.checked_sub(said).is_some_and(|difference| absolute(difference) <= unit)
}

fn absolute(value: Decimal) -> Decimal {
    Decimal { mantissa: value.mantissa.abs(), ..value }
}

fn hundredfold(value: Decimal) -> Option<Decimal> {
    value.shifted(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let source = crate::source::Source::new("-", text);
        let mut faults = Vec::new();
        check(&Proof::article(&source, None), &mut faults);
        let told = |fault: &Diagnostic| {
            let hint = fault.hints[0].text(crate::diag::Lang::Vi);
            format!("{} {hint}", &source.text[source.clamp(fault.span)])
        };
        faults.iter().map(told).collect()
    }

    #[test]
    fn rates() {
        let plan = "Tổng kế hoạch là 91,3 tỷ đồng, trong đó: vốn quốc gia 32,3 tỷ đồng; nay đã cấp 13 tỷ đồng (chiếm 40%). \
            Vốn địa phương giao theo kế hoạch 59 tỷ đồng; số thực hiện đạt 25,3 tỷ đồng, đạt";
        let wrong = "27,7% 27,7% là 25,3 tỷ đồng / 91,3 tỷ đồng, không phải 25,3 tỷ đồng / 59 tỷ đồng";
        assert_eq!(found(&format!("{plan} 27,7% kế hoạch năm.")), [wrong]);
        for right in ["42,9% kế hoạch năm.", "42,8% so với kế hoạch.", "27,7% chỉ tiêu.", "27,7% tổng vốn."]
        {
            assert!(found(&format!("{plan} {right}")).is_empty(), "{right}");
        }
        assert!(found("Xã đã nhận 4.186 hồ sơ, trả đúng hạn 4.127 hồ sơ, đạt 98,59%.").is_empty());
        assert_eq!(found("Xã đã nhận 4.186 hồ sơ, trả đúng hạn 4.127 hồ sơ, đạt 89,59%.").len(), 1);
        for unclear in [
            "Năm 2023 thu 20 tỷ đồng, năm 2024 thu 25 tỷ đồng, đạt 83% dự toán.",
            "Vốn được giao 42,92 tỷ đồng, điều chỉnh thành 48,67 tỷ đồng, đã cấp 48,67 tỷ đồng (bằng 100% kế hoạch điều chỉnh).",
            "Theo kế hoạch là 91,3 tỷ đồng, trong đó vốn tỉnh 32,3 tỷ đồng, đã cấp 13 tỷ đồng (bằng 40% kế hoạch).",
            "Thu 25 tỷ đồng, tăng 5 tỷ đồng, đạt 40%.",
            "Giải ngân 13 tỷ đồng, đạt 40%.",
            "Có 12 xã đạt chuẩn, thu 25 tỷ đồng, chiếm 3% cả nước.",
        ] {
            assert!(found(unclear).is_empty(), "{unclear}");
        }
    }

    #[test]
    fn sums() {
        let wrong = "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 69 tỷ đồng.";
        assert_eq!(found(wrong), ["91,3 tỷ đồng chênh lệch 10 tỷ đồng; sửa tổng hoặc sửa một phần"]);
        for right in [
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 59 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn huyện 9 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 91 tỷ đồng, đã giải ngân 80 tỷ đồng.",
            "Có 100 hộ, trong đó 60 hộ nghèo, tăng 50 hộ.",
        ] {
            assert!(found(right).is_empty(), "{right}: {:?}", found(right));
        }
    }
}
