//! The same change told twice — *giảm 59 vụ (giảm 71%)*, *giảm 13,5% (tương ứng giảm 2,7 tỷ USD)* — and the level that it led to.

use crate::check::figures::Reading;
use crate::check::figures::changes::growth::FALLS;
use crate::check::figures::changes::near::WINDOW;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;

/// What may stand between the size of a change and its rate.
const LINKS: [&str; 10] =
    ["", "-", "+", "tức", "tương đương", "tương ứng", "tương ứng mức", "tương ứng với", "bằng", "tức là"];

/// Words between *lên* or *xuống* and the level that is reached.
const LEVELS: [&str; 5] = ["mức", "thành", "đến", "tới", "ở mức"];

impl Reading<'_> {
    /// *24 vụ tai nạn … so với cùng kỳ số vụ tai nạn giảm 59 vụ (giảm 71%)*: what fell by 59 to 24 was 83.
    pub(in crate::check::figures) fn of_moves(&self, at: usize) -> Vec<Way> {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        beside.filter(|moved| self.own.contains(moved)).flat_map(|moved| self.of_move(at, moved)).collect()
    }

    pub(in crate::check::figures) fn of_move(&self, at: usize, moved: usize) -> Vec<Way> {
        let (first, last) = (at.min(moved), at.max(moved));
        let (rate, change) = (&self.figures[at], &self.figures[moved]);
        let counts = !change.is_rate() && change.of.is_none() && change.unit != "lần";
        // *tăng 640 con, tương đương gấp 8,3 lần*
        let times = rate.unit == "lần" && moved < at;
        let told = (rate.is_rate() || times) && counts && self.is_move(moved);
        let Some(link) = self.same_move(first, last).filter(|_| told) else { return Vec::new() };
        let falls = FALLS.iter().any(|word| self.label(moved).contains(word));
        let mut wholes = self.moved_to(first, change);
        // Of those killed and those hurt each have their own.
        let fate = self.fate(moved);
        wholes.retain(|now| fate.is_none() || self.fate(*now).is_none_or(|own| Some(own) == fate));
        // *tăng 2,59 điểm (+1,83%), lên mức 144,39 điểm*: the level that is told as its end is meant.
        let level = self.level_of(moved, last);
        if let Some(level) = level {
            wholes = vec![level];
        }
        let behind = wholes.is_empty().then(|| self.told_behind(moved)).flatten();
        wholes.extend(behind);
        let way = |(place, now): (usize, &usize)| {
            let (reach, change) = (self.reach_of(*now)?, Reach::of(change)?);
            let base = if falls { reach.plus(change)? } else { reach.minus(change)? };
            (base.mid().mantissa > 0).then_some(())?;
            let near = *now + 1 == first
                && *now >= self.own.start
                && self.between(*now, first).split_whitespace().count() <= 3;
            let tie = match place {
                0 if level.is_some() => Tie::Told,
                0 if behind.is_some() => Tie::Named,
                0 if (near && link == Link::Bare) || self.is_named(moved, *now) => Tie::Told,
                0 => Tie::Only,
                _ => Tie::Free,
            };
            let makes = if times { reach.over(base)? } else { change.share(base)? };
            let place = self.figures[first].range.start..self.figures[last].range.end;
            let terms = Terms::Both(base.mid(), self.figures[*now].clone(), place);
            // *tăng 4 vụ (9,1%)* to 44 is a rate of what is now, not of what was: the wrong base tells the slip beyond doubt.
            let of_now = || change.share(reach).is_some_and(|makes| makes.holds(rate));
            let tie = if tie == Tie::Only && !times && of_now() { Tie::Told } else { tie };
            let silent = change.over(base).filter(|_| times);
            let silent = silent.map(|makes| Way { tie: Tie::Silent, makes, terms: terms.clone() });
            Some([Some(Way { tie, makes, terms }), silent].into_iter().flatten())
        };
        wholes.iter().enumerate().filter_map(way).flatten().collect()
    }

    /// *tăng nhẹ 0,27 điểm, lên mức 58,49 điểm (+0,46%)*: the rate in the bracket behind the level that a change led to.
    pub(in crate::check::figures) fn behind_level(&self, at: usize) -> Vec<Way> {
        let told = || {
            let level = at.checked_sub(1).filter(|level| *level > self.own.start)?;
            let moved = level - 1;
            let opened = matches!(self.between(level, at).trim(), "(" | "(+" | "(-");
            let told = opened && self.figures[at].is_rate() && self.is_move(moved) && !self.figures[moved].is_rate();
            (told && self.level_of(moved, moved) == Some(level)).then_some(())?;
            let (now, change) = (&self.figures[level], self.figures[moved].size);
            let falls = FALLS.iter().any(|word| self.label(moved).contains(word));
            let was = if falls { now.size.checked_add(change)? } else { now.size.checked_sub(change)? };
            let from = Mention { value: now.in_unit(was), size: was, ..now.clone() };
            (was.mantissa > 0).then(|| self.change(at, &from, now, Tie::Told))
        };
        told().unwrap_or_default()
    }

    /// What a change led to, right behind it or its rate: *lên mức 144,39 điểm*, *còn 12 vụ*.
    fn level_of(&self, moved: usize, last: usize) -> Option<usize> {
        let level = Some(last + 1).filter(|next| *next < self.own.end)?;
        let (change, figure) = (&self.figures[moved], &self.figures[level]);
        let led = self.label(level).trim();
        let led = LEVELS.iter().find_map(|word| led.strip_suffix(word)).map_or(led, str::trim_end);
        let plain = figure.is_kin(change) && figure.of.is_none() && !figure.rough;
        (plain && ["lên", "xuống", "còn", "xuống còn"].contains(&led)).then_some(level)
    }

    /// *giảm 73 người chết (24,09%) … Kỳ nghỉ này có 230 người chết*: the one figure behind of what fell, told with the same words.
    fn told_behind(&self, moved: usize) -> Option<usize> {
        let change = &self.figures[moved];
        let fate = self.fate(moved);
        let same = |one: &usize| {
            let figure = &self.figures[*one];
            let plain = figure.is_kin(change) && figure.of.is_none() && !figure.rough && !self.is_moved(*one);
            plain && self.fate(*one) == fate
        };
        let mut found = (self.own.end..self.figures.len().min(self.own.end + WINDOW.0)).filter(same);
        found.next().filter(|_| found.next().is_none() && (fate.is_some() || !change.is_person()))
    }

    /// Whether the words between a change and its rate say that both are one, and how.
    fn same_move(&self, first: usize, last: usize) -> Option<Link> {
        let between = self.between(first, last);
        let (words, link) = between.rsplit_once(['(', ','])?;
        let bracket = between.trim_end().len() > words.len() && between[words.len()..].starts_with('(');
        let link = link.trim();
        let link = ["gần", "hơn", "khoảng"].iter().find_map(|word| link.strip_suffix(word)).unwrap_or(link).trim_end();
        let bare = ["tăng", "giảm", "gấp"].iter().find_map(|word| link.strip_suffix(word)).unwrap_or(link).trim();
        let told = LINKS.contains(&bare) && (bracket || !bare.is_empty() || link.ends_with("gấp"));
        let plain = words.split_whitespace().count() <= 4 && !words.contains([',', ';', '(']);
        let closed = !bracket || self.text[self.figures[last].range.end..].starts_with(')');
        (told && plain).then_some(if words.trim().is_empty() && closed { Link::Bare } else { Link::Worded })
    }
}

/// How a change and its rate stand beside one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// Nothing but a word of sameness lies between.
    Bare,
    Worded,
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_from;

    #[test]
    fn changes_told_twice() {
        told_from(&[
            (
                "Xảy ra 30 vụ cháy, làm 2 người chết. So với cùng kỳ năm 2024, số vụ cháy giảm 10 vụ (giảm 35%).",
                Some("10 vụ (giảm 35%"),
            ),
            ("Xảy ra 30 vụ cháy, làm 2 người chết. So với cùng kỳ năm 2024, số vụ cháy giảm 10 vụ (giảm 25%).", None),
            (
                "Xảy ra 30 vụ cháy. So với cùng kỳ năm 2024 giảm 10 vụ (-35%), giảm 2 người chết (-50%).",
                Some("10 vụ (-35%"),
            ),
            // The level that is told as the end of the change is meant.
            (
                "Chỉ số A tăng 3,1 điểm (+3,1%), lên mức 103,1 điểm; chỉ số B tăng 2 điểm (+1,25%), lên mức 162 điểm.",
                None,
            ),
            (
                "Chỉ số A tăng 3,1 điểm (+3,1%), lên mức 103,1 điểm; chỉ số B tăng 2 điểm (+1,52%), lên mức 162 điểm.",
                Some("2 điểm (+1,52%"),
            ),
            ("Chỉ số A tăng nhẹ 0,36 điểm, lên mức 72,36 điểm (+0,5%).", None),
            ("Chỉ số A tăng nhẹ 0,36 điểm, lên mức 72,36 điểm (+0,36%).", Some("0,36%")),
            // The pair in the bracket is both ends of the rate behind it.
            ("Cả tỉnh có 45 người chết, tăng 9 người (45/36), tức tăng 25%.", None),
            ("Cả tỉnh có 45 người chết, tăng 9 người (45/36), tức tăng 20%.", Some("20%")),
            ("Xảy ra 30 vụ, làm 21 người chết, 14 người bị thương, giảm 6 người bị thương (-30%).", None),
            ("Xảy ra 30 vụ cháy, tăng 6 vụ (25%) so với cùng kỳ năm 2024.", None),
            // A rate of what is now, and not of what was.
            ("Xảy ra 30 vụ cháy, tăng 6 vụ (20%) so với cùng kỳ năm 2024.", Some("6 vụ (20%")),
            ("Xảy ra 30 vụ cháy. So với cùng kỳ, số vụ phá rừng giảm 10 vụ (giảm 35%).", None),
            ("Thu 520 tỷ đồng. So với cùng kỳ chi đầu tư giảm 10 tỷ đồng (giảm 35%).", None),
        ]);
    }
}
