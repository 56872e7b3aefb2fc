//! A change against both its ends — *tăng 12 người, từ 45 lên 59 người*; *giảm 8% so với cùng kỳ (205 tỷ đồng)*.

use super::mention::Mention;
use super::{NEAR, Reading, absolute, near};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words between the two ends of a change.
const STEPS: [&str; 9] =
    ["lên", "lên thành", "lên đến", "lên tới", "tăng lên", "xuống", "xuống còn", "còn", "giảm xuống còn"];

/// Words right before the size of a change.
const MOVES: [&str; 6] = ["tăng", "tăng thêm", "giảm", "giảm thêm", "tức tăng", "tức giảm"];

impl Reading<'_> {
    /// The faults of the sentence's changes.
    pub(super) fn changes(&self) -> Vec<Diagnostic> {
        let rates = self.own.clone().filter(|at| self.figures[*at].is_rate()).filter_map(|at| self.against_earlier(at));
        let surplus = self.own.clone().filter_map(|at| self.surplus(at));
        rates.chain(surplus).chain(self.own.clone().flat_map(|at| self.between_ends(at))).collect()
    }

    /// *bằng 112% kế hoạch, vượt 12%*: what is above the whole.
    fn surplus(&self, at: usize) -> Option<Diagnostic> {
        let over = &self.figures[at];
        let rate = at.checked_sub(1).filter(|rate| *rate >= self.own.start)?;
        let gap = self.between(rate, at);
        let (base, moved) = gap.rsplit_once([',', '('])?;
        let planned = ["kế hoạch", "dự toán", "chỉ tiêu"].iter().any(|word| base.trim().starts_with(word));
        let told = moved.trim() == "vượt" && over.is_rate() && self.figures[rate].is_rate();
        (planned && told && !base.contains([',', ';'])).then_some(())?;
        let whole = Decimal::whole(100);
        let real = self.figures[rate].value.checked_sub(whole)?;
        (real.mantissa > 0 && !near(real, over.value)).then_some(())?;
        let computed = format!("{real}%");
        let fault = self.fault(at, whole, &self.figures[rate]).with("computed", &computed);
        Some(fault.hint(Message::new("prose-change.hint").with("computed", computed)))
    }

    /// *312 tấn, tăng 5,2% so với cùng kỳ (302 tấn)*: the figure in brackets is the base of the change.
    fn against_earlier(&self, at: usize) -> Option<Diagnostic> {
        let rate = &self.figures[at];
        // The figure that moved is not the base in brackets of a rate before: *bằng 53% dự toán (34 tỷ đồng), tăng 9%*.
        let bracketed = |part: &usize| self.text[..self.figures[*part].range.start].ends_with('(');
        let part = (self.own.start.max(at.saturating_sub(NEAR))..at)
            .rev()
            .find(|part| !self.figures[*part].is_rate() && !bracketed(part))?;
        let moved = self.label(at);
        let rest = &self.text[rate.range.end..];
        let given = self.in_brackets(rate)?;
        let head = rest.find('(')?;
        let earlier = ["cùng kỳ", "năm trước", "năm ngoái", "tháng trước", "quý trước"];
        if !MOVES.contains(&moved.trim()) || !earlier.iter().any(|word| rest[..head].contains(word)) {
            return None;
        }
        let now = &self.figures[part];
        (now.kind == given.kind && !self.is_change(part)).then_some(())?;
        self.judge_rate(at, given.size, now)
    }

    /// *từ B lên C* with the change before it or behind it.
    fn between_ends(&self, at: usize) -> Vec<Diagnostic> {
        let Some((from, first)) = self.from(at) else { return Vec::new() };
        let to = &self.figures[at];
        let mut found = Vec::new();
        // *tăng thêm 12 người, từ 45 lên 59 người*
        if let Some(before) = first.checked_sub(1).filter(|before| *before >= self.own.start) {
            let gap = self.text.get(self.figures[before].range.end..to.range.start).unwrap_or_default();
            let close = gap.trim_start_matches([',', ' ', '(']).starts_with("từ ");
            if close && !self.moved(before).is_empty() {
                found.extend(self.judge(before, from, to));
            }
        }
        // *từ 1.260 xuống còn 840 triệu đồng, giảm 420 triệu đồng (33,3%)*
        let behind = at + 1;
        let moved = |gap: &str| gap.rsplit([',', '(']).next().is_some_and(|words| MOVES.contains(&words.trim()));
        if behind < self.own.end && moved(self.between(at, behind)) {
            found.extend(self.judge(behind, from, to));
            let rate = behind + 1;
            let bracket = rate < self.own.end && self.between(behind, rate).trim() == "(";
            if bracket && self.figures[rate].is_rate() && !self.figures[behind].is_rate() {
                found.extend(self.judge_rate(rate, from, to));
            }
        }
        found
    }

    /// The words of movement right before a figure.
    fn moved(&self, at: usize) -> &str {
        let before = self.before(at).trim_end();
        MOVES.iter().rev().find(|word| before.ends_with(**word)).copied().unwrap_or_default()
    }

    /// The lower end of a change whose upper end is a figure, and the index of the first figure of the pair.
    fn from(&self, at: usize) -> Option<(Decimal, usize)> {
        let before = self.before(at).trim_end();
        let step = STEPS.iter().filter(|step| before.ends_with(**step)).max_by_key(|step| step.len())?;
        let head = before.strip_suffix(step)?.trim_end();
        // *từ 4,86% cuối năm 2024 xuống còn 3,12%*
        let lower = at.checked_sub(1).filter(|from| *from >= self.own.start);
        let same = |from: &usize| self.figures[*from].kind == self.figures[at].kind;
        let opened = |from: &usize| self.before(*from).trim_end().ends_with("từ");
        if let Some(from) = lower.filter(same).filter(opened).filter(|_| !head.contains([',', ';', ':'])) {
            return Some((self.figures[from].size, from));
        }
        let (words, number) = head.rsplit_once(' ')?;
        let to = &self.figures[at];
        let value = Decimal::parse_grouped(number).ok().filter(|_| words.ends_with("từ"))?;
        // The unit of the upper end holds for the lower one.
        let power = (0..=12).find(|power| to.value.shifted(*power) == Some(to.size))?;
        Some((value.shifted(power)?, at))
    }

    /// A change in figures, in points between two rates, or as a rate.
    fn judge(&self, change: usize, from: Decimal, to: &Mention) -> Option<Diagnostic> {
        let figure = &self.figures[change];
        if figure.is_rate() {
            return self.judge_rate(change, from, to);
        }
        let real = absolute(to.size.checked_sub(from)?);
        let points = figure.unit == "điểm" && to.is_rate();
        if (figure.kind != to.kind && !points) || real == figure.size {
            return None;
        }
        let fault = self.fault(change, from, to).with("computed", figure.shown_as(figure.in_unit(real)));
        Some(fault.hint(Message::new("prose-change.hint").with("computed", figure.shown_as(figure.in_unit(real)))))
    }

    /// A change as a rate: its size, and whether it rises or falls as told.
    fn judge_rate(&self, rate: usize, from: Decimal, to: &Mention) -> Option<Diagnostic> {
        let said = &self.figures[rate];
        let signed = to.size.checked_sub(from)?.percent_of(from, said.value.scale)?;
        let falls = self.label(rate).contains("giảm") || self.moved(rate).contains("giảm");
        let bracket = self.before(rate).trim() == "(";
        let real = absolute(signed);
        let direction = bracket || falls == (signed.mantissa < 0) || signed.is_zero();
        // Between two rates people tell points as well as hundredths.
        let points = absolute(to.size.checked_sub(from)?);
        if (near(real, said.value) || (to.is_rate() && points == said.value)) && direction {
            return None;
        }
        let computed = format!("{real}%");
        let fault = self.fault(rate, from, to).with("computed", &computed);
        let hint = if direction { "prose-change.hint" } else { "prose-change.hint.direction" };
        Some(fault.hint(Message::new(hint).with("computed", computed)))
    }

    /// The fault of a change, with both its ends.
    fn fault(&self, change: usize, from: Decimal, to: &Mention) -> Diagnostic {
        self.proof
            .fault("prose-change", self.place(&self.figures[change].range))
            .with("from", to.shown_as(to.in_unit(from)))
            .with("to", to.shown())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn changes() {
        for (text, told) in [
            ("Số công chức tăng thêm 12 người, từ 45 lên 59 người.", &["12 người"][..]),
            ("Số công chức tăng thêm 14 người, từ 45 lên 59 người.", &[]),
            ("Số dư giảm từ 1.260 triệu đồng xuống còn 840 triệu đồng, giảm 420 triệu đồng (33,3%).", &[]),
            ("Số dư giảm từ 1.260 triệu đồng xuống còn 840 triệu đồng, giảm 420 triệu đồng (35,3%).", &["35,3%"]),
            ("Số hộ giảm từ 120 hộ xuống còn 90 hộ, giảm 40 hộ.", &["40 hộ"]),
            ("Thu 18.640 triệu đồng, tăng 9,6% so với cùng kỳ năm trước (17.007 triệu đồng).", &[]),
            ("Thu 184,5 tỷ đồng, giảm 8% so với cùng kỳ (205 tỷ đồng).", &["8%"]),
            ("Thu 184,5 tỷ đồng, tăng 10% so với cùng kỳ (205 tỷ đồng).", &["10%"]),
            ("Thu 184,5 tỷ đồng, tăng 10% so với cùng kỳ.", &[]),
            ("Đoàn đi từ 45 hộ đến 59 hộ, tăng 3 hộ.", &[]),
        ] {
            let found = found(text);
            assert_eq!(found.len(), told.len(), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
