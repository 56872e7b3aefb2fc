//! A change against the same period before — *tăng 113 đơn (cùng kỳ năm trước 1.405 đơn)*, *giảm 59 vụ (giảm 71%)*.

use super::change::{FALLS, TIMES};
use super::mention::Mention;
use super::{NEAR, Reading, absolute, near};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// What may stand between the size of a change and its rate.
const LINKS: [&str; 9] = ["", "-", "+", "tăng", "giảm", "tức", "tương đương", "tương ứng", "bằng"];

/// Words that compare, before what is compared: *so với cùng kỳ năm trước số vụ giảm*.
const COMPARED: [&str; 9] =
    ["so với", "so", "cùng kỳ", "cùng thời điểm", "năm trước", "năm ngoái", "tháng trước", "năm", "tổng"];

/// Words before the noun of what moved.
const NUMBER: [&str; 3] = ["số lượng", "số", "đã"];

/// How much of the text around a figure may name what it counts, in characters.
const AROUND: usize = 60;

impl Reading<'_> {
    /// *1.536 đơn, so với cùng kỳ tăng 113 đơn (6 tháng đầu năm trước tiếp nhận 1.405 đơn)*: the bracket tells its time.
    pub(super) fn against_period(&self, at: usize) -> Option<Diagnostic> {
        let label = self.label(at);
        let behind = self.in_brackets(&self.figures[at]).is_none();
        (self.is_move(at) && label.contains("so với") && behind).then_some(())?;
        let given = self.timed_in_brackets(at)?;
        let change = &self.figures[at];
        let fits = change.is_rate() || change.is_kin(given);
        let now = self.moved_to(at, given).into_iter().next().filter(|_| fits && given.of.is_none() && !given.rough)?;
        self.judge(at, given.size, &self.figures[now])
    }

    /// The one figure of the bracket behind a change, if words of a time lead to it.
    fn timed_in_brackets(&self, at: usize) -> Option<&Mention> {
        let end = self.figures[at].range.end;
        let open = end + self.text[end..self.within.end].find('(')?;
        let close = self.reach(open + 1);
        let plain = !self.text[end..open].contains([',', ';', ':', ')']);
        let within = |one: &&Mention| (open..close).contains(&one.range.start);
        let mut told = self.figures.iter().filter(within);
        let given = told.next().filter(|given| plain && told.next().is_none() && !given.is_rate())?;
        let words = self.text[open + 1..given.range.start].to_lowercase();
        let moved = ["tăng", "giảm", "kế hoạch", "dự toán"].iter().any(|word| words.contains(word));
        let closes = self.text[given.range.end..close].split_whitespace().count() <= 4;
        (TIMES.iter().any(|word| words.contains(word)) && !moved && closes).then_some(given)
    }

    /// *24 vụ tai nạn … so với cùng kỳ số vụ tai nạn giảm 59 vụ (giảm 61%)*: what fell by 59 to 24 was 83.
    pub(super) fn rate_of_move(&self, at: usize) -> Option<Diagnostic> {
        let rate = &self.figures[at];
        let moved = at.checked_sub(1).filter(|moved| *moved >= self.own.start && rate.is_rate() && !rate.rough)?;
        let change = &self.figures[moved];
        let (words, link) = self.between(moved, at).rsplit_once('(')?;
        let plain =
            LINKS.contains(&link.trim()) && words.split_whitespace().count() <= 4 && !words.contains([',', ';']);
        let counts = !change.is_rate() && change.of.is_none() && !change.rough && change.unit != "lần";
        (plain && counts && self.is_move(moved)).then_some(())?;
        let falls = FALLS.iter().any(|word| self.label(moved).contains(word));
        let wholes = self.moved_to(moved, change);
        let nearest = *wholes.first().filter(|now| self.is_named(moved, **now))?;
        let earlier = |now: usize| {
            let size = self.figures[now].size;
            let size = if falls { size.checked_add(change.size) } else { size.checked_sub(change.size) };
            size.filter(|size| size.mantissa > 0)
        };
        let share = |base: Decimal| change.size.percent_of(base, rate.value.scale + 2);
        let right = |now: &usize| {
            let bases = [earlier(*now), Some(self.figures[*now].size)];
            bases.into_iter().flatten().any(|base| share(base).is_none_or(|share| near(share, rate.value)))
        };
        (!wholes.iter().any(right)).then_some(())?;
        let from = earlier(nearest)?;
        let computed = format!("{}%", absolute(change.size.percent_of(from, rate.value.scale)?));
        let fault = self.fault(at, from, &self.figures[nearest]).with("computed", &computed);
        Some(fault.hint(Message::new("prose-change.hint").with("computed", computed)))
    }

    /// The figures before a change that it may have led to, the nearest first.
    fn moved_to(&self, at: usize, kin: &Mention) -> Vec<usize> {
        let counts = |now: &usize| {
            let figure = &self.figures[*now];
            let plain = figure.is_kin(kin) && !figure.is_rate() && figure.of.is_none() && !figure.rough;
            plain && !self.is_moved(*now) && self.sentences_back(*now) <= 2
        };
        let open = |now: &usize| !self.is_enclosed(*now, self.figures[at].range.start);
        (at.saturating_sub(NEAR)..at).rev().filter(counts).filter(open).collect()
    }

    /// Whether a figure counts what a later one says has moved: its clause names nothing, or the same as the words around
    /// the figure do. Money and measures are of too many things for a guess.
    fn is_named(&self, moved: usize, now: usize) -> bool {
        let label = self.label(moved);
        let mut subject = label.trim();
        while let Some(rest) = strip(subject) {
            subject = rest;
        }
        let subject = ["tăng thêm", "giảm thêm", "tăng", "giảm"].iter().find_map(|word| subject.strip_suffix(word));
        let subject = subject.map(str::trim).unwrap_or_default();
        let figure = &self.figures[now].range;
        let around = self.text[figure.start..].chars().take(AROUND).collect::<String>().to_lowercase();
        let around = around.split(". ").next().unwrap_or_default();
        let counted = self.figures[now].size == self.figures[now].value && self.figures[now].value.scale == 0;
        if subject.is_empty() {
            return counted || self.sentences_back(now) == 0;
        }
        counted && around.contains(subject)
    }
}

/// A label without its first word of comparison, or a year.
fn strip(label: &str) -> Option<&str> {
    let rest = COMPARED.iter().chain(&NUMBER).find_map(|word| label.strip_prefix(word)?.strip_prefix(' '));
    let year = || label.split_once(' ').filter(|(word, _)| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    rest.map(str::trim_start).or_else(|| year().map(|(_, rest)| rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn periods() {
        for (text, told) in [
            (
                "Huyện nhận 1.240 đơn, so với cùng kỳ năm trước tăng 130 đơn (6 tháng đầu năm 2024 nhận 1.105 đơn).",
                Some("130 đơn sửa thành 135 đơn"),
            ),
            (
                "Huyện nhận 1.240 đơn, so với cùng kỳ năm trước tăng 135 đơn (6 tháng đầu năm 2024 nhận 1.105 đơn).",
                None,
            ),
            (
                "Huyện nhận 1.240 đơn (tồn 40 đơn, mới 1.200 đơn), so với cùng kỳ tăng 135 đơn (năm 2024 nhận 1.105 đơn).",
                None,
            ),
            (
                "Xảy ra 30 vụ cháy, làm 2 người chết. So với cùng kỳ năm 2024, số vụ cháy giảm 10 vụ (giảm 35%).",
                Some("35%"),
            ),
            ("Xảy ra 30 vụ cháy, làm 2 người chết. So với cùng kỳ năm 2024, số vụ cháy giảm 10 vụ (giảm 25%).", None),
            ("Xảy ra 30 vụ cháy. So với cùng kỳ năm 2024 giảm 10 vụ (-35%), giảm 2 người chết (-50%).", Some("35%")),
            ("Xảy ra 30 vụ cháy, tăng 6 vụ (25%) so với cùng kỳ năm 2024.", None),
            ("Xảy ra 30 vụ cháy. So với cùng kỳ, số vụ phá rừng giảm 10 vụ (giảm 35%).", None),
            ("Thu 520 tỷ đồng. So với cùng kỳ chi đầu tư giảm 10 tỷ đồng (giảm 35%).", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
