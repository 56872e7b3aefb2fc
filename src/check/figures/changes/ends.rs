//! A change by both its ends — *từ 45 lên 59 người*.

use crate::check::figures::Reading;
use crate::check::figures::judge::{Tie, Way};
use crate::check::figures::mention::Mention;
use crate::viet::decimal::Decimal;

/// Words between the two ends of a change.
const STEPS: [&str; 9] =
    ["lên", "lên thành", "lên đến", "lên tới", "tăng lên", "xuống", "xuống còn", "còn", "giảm xuống còn"];

impl Reading<'_> {
    /// *từ B lên C* with the change before it or behind it.
    pub(in crate::check::figures) fn between_ends(&self, at: usize) -> Vec<Way> {
        let mut ways = Vec::new();
        // *tăng thêm 12 người, từ 45 lên 59 người*
        for to in at + 1..self.own.end.min(at + 3) {
            let close = self.text[self.figures[at].range.end..].trim_start_matches([',', ' ', '(']).starts_with("từ ");
            if let Some((from, first)) = self.from(to).filter(|(_, first)| close && *first == at + 1) {
                ways.extend(
                    self.change(at, &from, &self.figures[to], Tie::Told)
                        .into_iter()
                        .filter(|_| first <= to && self.is_move(at)),
                );
            }
        }
        // *từ 1.260 xuống còn 840 triệu đồng, giảm 420 triệu đồng (33,3%)*
        let bracket = |one: usize| self.figures[at].is_rate() && self.between(one, at).trim_end().ends_with('(');
        for to in [at.checked_sub(1), at.checked_sub(2)].into_iter().flatten().filter(|to| *to >= self.own.start) {
            let next = to + 1 == at && self.is_move(at) && self.between(to, at).contains([',', '(']);
            let after = to + 2 == at && bracket(to + 1) && self.is_move(to + 1) && !self.figures[to + 1].is_rate();
            if let Some((from, _)) = self.from(to).filter(|_| next || after) {
                ways.extend(self.change(at, &from, &self.figures[to], Tie::Told));
            }
        }
        ways.extend(self.bare_ends(at).into_iter().flat_map(|(from, to)| self.change(at, &from, &to, Tie::Told)));
        ways
    }

    /// *Số hợp tác xã từ 145 lên 163, tăng 18 hợp tác xã*: both ends right before a change, told without what they count.
    fn bare_ends(&self, at: usize) -> Option<(Mention, Mention)> {
        let change = &self.figures[at];
        (self.is_move(at) && change.is_counted()).then_some(())?;
        let head = self.before(at);
        // *từ 36 xuống 24; số cấp phó giảm 19 người* tells of two things.
        let sign = head.rfind([',', '(', ';', ':'])?;
        let short = head[sign + 1..].split_whitespace().count() <= 3;
        let head = head.get(..sign).filter(|_| short && !head[sign..].starts_with([';', ':']))?.trim_end();
        let number = |text: &str| Decimal::parse_grouped(text).ok();
        let (head, to) = head.rsplit_once(' ')?;
        let step = STEPS.iter().filter(|step| head.ends_with(**step)).max_by_key(|step| step.len())?;
        let (head, from) = head.strip_suffix(step)?.trim_end().rsplit_once(' ')?;
        let end = |value: Decimal| Some(Mention { value, size: value.shifted(change.power()?)?, ..change.clone() });
        let opened = head == "từ" || head.ends_with(" từ") || head.ends_with("Từ");
        opened.then_some((end(number(from)?)?, end(number(to)?)?))
    }

    /// The lower end of a change whose upper end is a figure, and the index of the first figure of the pair.
    pub(in crate::check::figures) fn from(&self, at: usize) -> Option<(Mention, usize)> {
        let before = self.before(at).trim_end();
        let step = STEPS.iter().filter(|step| before.ends_with(**step)).max_by_key(|step| step.len())?;
        let head = before.strip_suffix(step)?.trim_end();
        // *từ 4,86% cuối năm 2024 xuống còn 3,12%*
        let lower = at.checked_sub(1).filter(|from| *from >= self.own.start);
        let to = &self.figures[at];
        // *từ 21.300 đồng xuống còn 20.800 đồng/lít*: what one of is meant may be told once.
        let same = |from: &usize| {
            let from = &self.figures[*from];
            from.is_kin(to) || (from.kind == to.kind && from.per.is_none())
        };
        let opened = |from: &usize| self.before(*from).trim_end().ends_with("từ");
        if let Some(from) = lower.filter(same).filter(opened).filter(|_| !head.contains([',', ';', ':'])) {
            return Some((Mention { per: to.per.clone(), ..self.figures[from].clone() }, from));
        }
        let (words, number) = head.rsplit_once(' ')?;
        let value = Decimal::parse_grouped(number).ok().filter(|_| words.ends_with("từ"))?;
        // The unit of the upper end holds for the lower one.
        Some((Mention { value, size: value.shifted(to.power()?)?, ..to.clone() }, at))
    }
}
