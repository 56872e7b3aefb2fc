//! A change against both its ends — *tăng 12 người, từ 45 lên 59 người*; *giảm 8% so với cùng kỳ (205 tỷ đồng)*.

use super::mention::Mention;
use super::{NEAR, Reading, absolute, near};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words between the two ends of a change.
const STEPS: [&str; 9] =
    ["lên", "lên thành", "lên đến", "lên tới", "tăng lên", "xuống", "xuống còn", "còn", "giảm xuống còn"];

/// Words right before the size of a change.
const MOVES: [&str; 9] =
    ["tăng", "tăng thêm", "giảm", "giảm thêm", "tức tăng", "tức giảm", "vượt", "cao hơn", "thấp hơn"];

/// Words of what was to be reached.
const PLANS: [&str; 5] = ["kế hoạch", "dự toán", "chỉ tiêu", "nghị quyết", "mục tiêu"];

/// Words of movement downwards.
pub(super) const FALLS: [&str; 2] = ["giảm", "thấp hơn"];

/// Words of a time: two figures of two times have a change between them.
pub(super) const TIMES: [&str; 10] =
    ["năm", "quý", "tháng", "cùng kỳ", "trước", "nhiệm kỳ", "vụ ", "ngày", "đầu", "cuối"];

impl Reading<'_> {
    /// The faults of the sentence's changes.
    pub(super) fn changes(&self) -> Vec<Diagnostic> {
        let told = |at: usize| {
            let mut found = self.between_ends(at);
            let other = self.surplus(at).or_else(|| self.against_earlier(at)).or_else(|| self.against_period(at));
            found.extend(other.or_else(|| self.rate_of_move(at)).or_else(|| self.of_two_times(at)));
            found
        };
        // A rate behind both its ends and its own size is told once.
        let mut seen = Vec::new();
        let mut found: Vec<Diagnostic> = self.own.clone().flat_map(told).collect();
        found.retain(|fault| {
            let fresh = !seen.contains(&fault.span);
            seen.push(fault.span);
            fresh
        });
        found
    }

    /// *bằng 112% kế hoạch, vượt 12%*: what is above the whole.
    fn surplus(&self, at: usize) -> Option<Diagnostic> {
        let over = &self.figures[at];
        let rate = at.checked_sub(1).filter(|rate| *rate >= self.own.start)?;
        let gap = self.between(rate, at);
        let (base, moved) = gap.rsplit_once([',', '('])?;
        let planned = PLANS.iter().any(|word| base.contains(word)) || base.trim().is_empty();
        let told = moved.trim().trim_start_matches("tức").trim_start_matches("tức là").trim();
        let told = told.strip_prefix("là").map_or(told, str::trim) == "vượt" && over.is_rate();
        let short = base.split_whitespace().count() <= 8 && !base.contains([',', ';']);
        (planned && told && short && self.figures[rate].is_rate() && !over.rough).then_some(())?;
        let whole = Decimal::whole(100);
        let real = self.figures[rate].value.checked_sub(whole)?;
        (real.mantissa > 0 && !near(real, over.value)).then_some(())?;
        let computed = format!("{real}%");
        let fault = self.fault(at, whole, &self.figures[rate]).with("computed", &computed);
        Some(fault.hint(Message::new("prose-change.hint").with("computed", computed)))
    }

    /// *312 tấn, tăng 5,2% so với cùng kỳ (302 tấn)*, *còn 14 thôn, giảm 4 thôn so với trước đây (18 thôn)*: the figure in
    /// brackets is what moved.
    fn against_earlier(&self, at: usize) -> Option<Diagnostic> {
        let change = &self.figures[at];
        let next = || self.figures.get(at + 1).filter(|_| at + 1 < self.own.end && self.is_told_behind(at));
        let given = self.in_brackets(change).or_else(next).filter(|given| given.of.is_none())?;
        let rest = &self.text[change.range.end..given.range.start];
        let compared = rest.split_once("so với").or_else(|| rest.split_once("trước"));
        // Far from its *so với*, a figure in brackets belongs to what is told last.
        let close = compared.is_some_and(|(_, with)| with.split_whitespace().count() <= 10 && !with.contains(" do "));
        (self.is_move(at) && close).then_some(())?;
        // The figure that moved is not the base in brackets of a rate before: *bằng 53% dự toán (34 tỷ đồng), tăng 9%*.
        let bracketed = |now: &usize| self.text[..self.figures[*now].range.start].ends_with('(');
        let kin = |now: &usize| self.figures[*now].is_kin(given) && !bracketed(now);
        let now = (self.own.start.max(at.saturating_sub(NEAR))..at).rev().find(kin)?;
        let single = change.is_rate() || change.is_kin(given) || self.is_points(at, given) || change.unit == "lần";
        (single && !self.is_change(now)).then_some(())?;
        self.judge(at, given.size, &self.figures[now])
    }

    /// *Quý I đón 15.240 lượt. Con số này của năm trước là 13.870 lượt. Như vậy đã tăng 9,9%*: of the two figures before a
    /// change, each told with its time, one is what became of the other.
    fn of_two_times(&self, at: usize) -> Option<Diagnostic> {
        let change = &self.figures[at];
        self.is_move(at).then_some(())?;
        let kin = |one: &usize| {
            let figure = &self.figures[*one];
            let alike =
                if change.is_rate() || change.unit == "lần" { !figure.is_rate() } else { figure.kind == change.kind };
            alike && figure.of.is_none() && figure.unit != "lần" && self.sentences_back(*one) <= 2
        };
        let before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(kin).collect();
        let [one, two] = before[..] else { return None };
        let (first, second) = (&self.figures[one], &self.figures[two]);
        // Nothing else lies between the second figure and its change.
        let plain = two + 1 == at && first.is_kin(second) && !first.rough && !second.rough;
        let moved = |one: usize| {
            let before = self.before(one).to_lowercase();
            ["tăng", "giảm", "thêm", "chênh"].iter().any(|word| before.contains(word))
        };
        let opened = self.from(two).is_some() || moved(one) || moved(two);
        let timed = |one: usize| TIMES.iter().find(|word| self.before(one).to_lowercase().contains(*word));
        let (early, late) = (timed(one)?, timed(two)?);
        let behind = self.text[change.range.end..self.within.end].trim_start_matches([' ', '\u{a0}']);
        // What it is compared with must be one of the two.
        let compared = behind.strip_prefix("so với ").is_none_or(|with| {
            let with = with.split([',', ';', '.', '(']).next().unwrap_or_default().trim();
            [one, two].iter().any(|one| self.before(*one).to_lowercase().contains(&with.to_lowercase()))
        });
        (plain && !opened && compared && !early.is_empty() && !late.is_empty()).then_some(())?;
        // Either may be the earlier one.
        let right = |from: &Mention, to: &Mention| self.judge(at, from.size, to).is_none();
        (!right(first, second) && !right(second, first)).then_some(())?;
        let backwards = ["trước", "cùng kỳ", "ngoái"].iter().any(|word| self.before(two).to_lowercase().contains(word));
        if backwards { self.judge(at, second.size, first) } else { self.judge(at, first.size, second) }
    }

    /// *vượt 5,2% so với kế hoạch đề ra từ đầu năm là 9.570 tấn*: what it is compared with follows without brackets.
    fn is_told_behind(&self, at: usize) -> bool {
        let link = self.between(at, at + 1);
        let told = ["là", "kế hoạch", "dự toán", "chỉ tiêu"].iter().any(|word| link.trim_end().ends_with(word));
        link.trim_start().starts_with("so với") && told && !link.contains([',', ';', '(', ':', '.'])
    }

    /// Whether a figure tells how far something moved.
    pub(super) fn is_move(&self, at: usize) -> bool {
        let label = self.label(at);
        let told = label.trim().trim_start_matches("như vậy ").trim_start_matches("đã ");
        MOVES.iter().any(|word| told == *word || label.trim_end().ends_with(&format!(" {word}")))
            || (self.figures[at].unit == "lần" && label.trim_end().ends_with("gấp"))
    }

    /// *4,5 điểm phần trăm*: the distance of two rates.
    fn is_points(&self, at: usize, other: &Mention) -> bool {
        self.figures[at].unit == "điểm" && other.is_rate()
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
        if behind < self.own.end && self.is_move(behind) && self.between(at, behind).contains([',', '(']) {
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
        let same = |from: &usize| self.figures[*from].is_kin(&self.figures[at]);
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
    pub(super) fn judge(&self, change: usize, from: Decimal, to: &Mention) -> Option<Diagnostic> {
        let figure = &self.figures[change];
        if figure.is_rate() {
            return self.judge_rate(change, from, to);
        }
        if figure.unit == "lần" {
            return self.judge_times(change, from, to);
        }
        let real = absolute(to.size.checked_sub(from)?);
        let slack = Decimal { mantissa: 1, scale: figure.value.scale };
        let rounded = figure.value.scale > 0
            && absolute(figure.in_unit(real).checked_sub(figure.value)?) <= slack
            && figure.in_unit(real).scale > figure.value.scale;
        if !(figure.kind == to.kind || figure.is_kin(to) || self.is_points(change, to))
            || real == figure.size
            || rounded
            || figure.rough
        {
            return None;
        }
        let fault = self.fault(change, from, to).with("computed", figure.shown_as(figure.in_unit(real)));
        Some(fault.hint(Message::new("prose-change.hint").with("computed", figure.shown_as(figure.in_unit(real)))))
    }

    /// *gấp 2,5 lần*: one end in the other.
    fn judge_times(&self, change: usize, from: Decimal, to: &Mention) -> Option<Diagnostic> {
        let said = &self.figures[change];
        let real = to.size.percent_of(from, 2)?.shifted(-2)?;
        let off = absolute(real.checked_sub(said.value)?);
        // Whole numbers of times are rounded to the nearest one; some say *tăng 2 lần* for what has trebled.
        let slack =
            if said.value.scale == 0 { Decimal { mantissa: 4, scale: 1 } } else { Decimal { mantissa: 1, scale: 1 } };
        let grown = absolute(off.checked_sub(Decimal::whole(1))?) <= slack && !self.label(change).contains("gấp");
        (off > slack && !grown && !said.rough).then_some(())?;
        let computed = said.shown_as(real.percent_of(Decimal::whole(1), 0)?.shifted(-2)?.trimmed());
        let fault = self.fault(change, from, to).with("computed", &computed);
        Some(fault.hint(Message::new("prose-change.hint").with("computed", computed)))
    }

    /// A change as a rate: its size, and whether it rises or falls as told.
    fn judge_rate(&self, rate: usize, from: Decimal, to: &Mention) -> Option<Diagnostic> {
        let said = &self.figures[rate];
        let moved = to.size.checked_sub(from)?;
        let (signed, exact) =
            (moved.percent_of(from, said.value.scale)?, moved.percent_of(from, said.value.scale + 2)?);
        let told = |words: &str| FALLS.iter().any(|word| words.contains(word));
        let falls = told(&self.label(rate)) || told(self.moved(rate));
        let bracket = self.before(rate).trim() == "(";
        let real = absolute(signed);
        let direction = bracket || falls == (signed.mantissa < 0) || signed.is_zero();
        // Between two rates people tell points as well as hundredths.
        let points = absolute(to.size.checked_sub(from)?);
        let about = said.rough && absolute(real.checked_sub(said.value)?) <= Decimal::whole(2);
        if (near(absolute(exact), said.value) || about || (to.is_rate() && points == said.value)) && direction {
            return None;
        }
        let computed = format!("{real}%");
        let fault = self.fault(rate, from, to).with("computed", &computed);
        let hint = if direction { "prose-change.hint" } else { "prose-change.hint.direction" };
        Some(fault.hint(Message::new(hint).with("computed", computed)))
    }

    /// The fault of a change, with both its ends.
    pub(super) fn fault(&self, change: usize, from: Decimal, to: &Mention) -> Diagnostic {
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
