//! A change told the other way: *tiếp 866 lượt, tăng 146 lượt so với năm trước (1.012 lượt)* is a fall of just so many.

use crate::check::figures::mention::Mention;
use crate::check::figures::{Reading, absolute, slip};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Among how many figures behind the change stands what was, and before it what is.
const AHEAD: usize = 4;
const BACK: usize = 6;

/// The most words between a change and what was.
const WORDS: usize = 20;

/// Words of a time before.
const PAST: [&str; 6] = ["cùng kỳ", "năm trước", "tháng trước", "kỳ trước", "năm ngoái", "đầu năm"];

impl Reading<'_> {
    /// The changes of the sentence that two figures make exactly, but for the verb.
    pub(in crate::check::figures) fn other_ways(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|at| self.other_way(at)).collect()
    }

    fn other_way(&self, at: usize) -> Option<Diagnostic> {
        let said = &self.figures[at];
        let label = self.label(at).trim_end();
        let way = ["tăng", "giảm"].into_iter().find(|word| label.ends_with(word))?;
        (said.of.is_none() && !said.rough).then_some(())?;
        let was = (at + 1..self.own.end.min(at + AHEAD)).find(|one| self.is_what_was(*one, at))?;
        let now = |one: &usize| {
            let past = PAST.iter().any(|word| self.label(*one).contains(word));
            let figure = &self.figures[*one];
            figure.is_kin(&self.figures[was]) && figure.of.is_none() && !past && !self.is_moved(*one)
        };
        let from = &self.figures[was];
        let before = (at.saturating_sub(BACK)..at).rev().filter(|one| self.sentences_back(*one) <= 1);
        let to = before.filter(now).map(|one| &self.figures[one]).find(|to| is_exactly(said, from, to))?;
        ((to.size < from.size) == (way == "tăng")).then_some(())?;
        let right = if way == "tăng" { "giảm" } else { "tăng" };
        let computed = format!("{right} {}", said.shown());
        let verb = said.range.start - self.label(at).len() + self.label(at).rfind(way)?;
        let fault = self.proof.fault("prose-change", self.place(&(verb..said.range.end)));
        let fault = fault.with("from", from.shown()).with("to", to.shown());
        let fault = fault.with("said", format!("{way} {}", said.shown())).with("computed", &computed);
        Some(fault.hint(Message::new("prose-change.hint").with("computed", computed)))
    }

    /// Whether a figure behind a change is what it is compared with.
    fn is_what_was(&self, one: usize, at: usize) -> bool {
        let Some(link) = self.lower().get(self.figures[at].range.end..self.figures[one].range.start) else {
            return false;
        };
        let figure = &self.figures[one];
        let kin = figure.is_kin(&self.figures[at]);
        let led = link.contains("so với") || link.contains('(');
        let plain = !link.contains([';', '\n']) && !link.contains(". ") && link.split_whitespace().count() <= WORDS;
        kin && led && plain && figure.of.is_none() && !self.is_moved(one)
    }
}

/// Whether two figures lie exactly so far apart as is told.
fn is_exactly(said: &Mention, from: &Mention, to: &Mention) -> bool {
    let Some(apart) = to.size.checked_sub(from.size).map(absolute) else { return false };
    slip::digits(said.value) > 1 && apart.trimmed() == said.size.trimmed() && apart != Decimal::default()
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_from};

    #[test]
    fn changes_told_the_other_way() {
        told_from(&[
            (
                "Xã tiếp 866 lượt với 964 người. So với năm trước tăng 146 lượt (năm trước tiếp 1.012 lượt với 1.091 người).",
                Some("tăng "),
            ),
            ("Công suất giường bệnh đạt 137,13%, tăng 53,37% so với cùng kỳ (năm trước đạt 190,5%).", Some("tăng ")),
            ("Xã gặt 3.120 tấn lúa, giảm 240 tấn so với vụ trước (2.880 tấn).", Some("giảm ")),
        ]);
        left_alone(&[
            "Xã tiếp 866 lượt với 964 người. So với năm trước giảm 146 lượt (năm trước tiếp 1.012 lượt với 1.091 người).",
            "Công suất giường bệnh đạt 137,13%, giảm 53,37% so với cùng kỳ (năm trước đạt 190,5%).",
            "Xã gặt 3.120 tấn lúa, tăng 240 tấn so với vụ trước (2.880 tấn).",
        ]);
    }
}
