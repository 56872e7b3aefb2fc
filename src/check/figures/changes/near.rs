//! A change of one of several figures near by, found by the words around them: what it is told of, and what that may have been before.

use crate::check::figures::Reading;
use crate::check::figures::changes::growth::{FALLS, PLANS};
use crate::check::figures::judge::{Terms, Tie, Way};

/// Words of what was aimed at.
const AIMS: [&str; 7] = ["mục tiêu", "phấn đấu", "chỉ tiêu", "nghị quyết", "kế hoạch", "dự toán", "giao"];

/// How many figures before a result, and behind it, may explain it.
pub(in crate::check::figures) const WINDOW: (usize, usize) = (12, 4);

impl Reading<'_> {
    /// The figure that a result before or behind it is told of.
    pub(in crate::check::figures) fn subject(&self, at: usize) -> Option<usize> {
        let told = |one: &usize| {
            let figure = &self.figures[*one];
            let plain = !figure.is_rate() && figure.of.is_none() && figure.per.is_none();
            plain && !self.is_moved(*one) && !self.is_base_of_rate(*one) && self.sentences_back(*one) <= 1
        };
        (at.saturating_sub(WINDOW.0)..at).rev().find(told)
    }

    /// The figures near a result that count what its subject counts.
    pub(in crate::check::figures) fn beside(&self, at: usize, subject: usize) -> Vec<usize> {
        let kin = |one: &usize| {
            let figure = &self.figures[*one];
            let plain = !figure.is_rate() && figure.of.is_none() && figure.is_kin(&self.figures[subject]);
            let told = self.before(*one).trim_end().ends_with("so với") || !self.is_moved(*one);
            plain && told && *one != subject && *one != at && self.sentences_back(*one) <= 2
        };
        (at.saturating_sub(WINDOW.0)..self.own.end.min(at + WINDOW.1)).filter(kin).collect()
    }

    /// *tăng 6,3%*: the figure before it against any of its kind near by.
    pub(in crate::check::figures) fn of_figures_near(&self, at: usize, sure: Sure) -> Vec<Way> {
        let sure = sure == Sure::Told;
        let mover = self.mover(at);
        let Some(now) = self.borne(at, &mover).or_else(|| self.subject(at)) else { return Vec::new() };
        let said = &self.figures[at];
        let falls = FALLS.iter().any(|word| self.label(at).contains(word));
        if said.is_rate() {
            let near = self.beside(at, now);
            let way = |from: &usize| {
                let tie = if self.is_compared_with(at, *from) { Tie::Only } else { Tie::Free };
                let mut ways = self.change(at, &self.figures[*from], &self.figures[now], tie);
                // *bằng 105%* told as *tăng 105%*
                let share = self.reach_of(now).zip(self.reach_of(*from)).and_then(|(now, from)| now.share(from));
                let share = share.filter(|_| !sure);
                ways.retain(|way| !matches!(way.terms, Terms::Backwards(..)));
                let terms = Terms::Change(self.figures[*from].size, self.figures[now].clone());
                ways.extend(share.filter(|_| !falls).map(|makes| Way { tie: Tie::Silent, makes, terms }));
                ways
            };
            return near.iter().flat_map(way).collect();
        }
        if !self.figures[now].is_kin(said) {
            return Vec::new();
        }
        // *còn 7.358 hộ (giảm 1.668 hộ)*: the figure before the change against an earlier one.
        let all = self.beside(at, at);
        let alone = all.len() == 2 && self.text[self.figures[now].range.end..said.range.start].contains('(');
        let mut ways = Vec::new();
        for (place, one) in all.iter().enumerate() {
            for other in &all[place + 1..] {
                if self.are_of_other_fates(*one, *other) {
                    continue;
                }
                let (from, to) = if *other == now { (*one, now) } else { (*other, *one) };
                let told = to == now && from < now && (self.figures[from].size > self.figures[to].size) == falls;
                let tie = match told {
                    true if self.is_compared_with(at, from) => Tie::Told,
                    true if alone => Tie::Named,
                    true if self.bears(to, &mover) && self.bears(from, &mover) => Tie::Only,
                    true => Tie::Free,
                    false => Tie::Silent,
                };
                ways.extend(self.change(at, &self.figures[from], &self.figures[to], tie));
            }
        }
        ways
    }

    /// *giảm 962 hộ so với đầu năm*: whether an earlier figure is told with that time.
    fn is_compared_with(&self, at: usize, from: usize) -> bool {
        let behind = self.following(at);
        let Some(with) = behind.trim_start().strip_prefix("so với ") else { return false };
        let with = with.split([',', ';', '.', '(', ')']).next().unwrap_or_default().trim();
        let before = self.own_lead(from);
        // *phấn đấu đạt 126 trường … có 157 trường, vượt 31 trường so với chỉ tiêu*
        let planned = PLANS.iter().any(|word| with.starts_with(word));
        let aimed = || AIMS.iter().any(|word| before.contains(word));
        !with.is_empty() && (before.contains(with) || (planned && aimed()))
    }
}

/// Whether the words of a change leave no doubt of its two ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::check::figures) enum Sure {
    Told,
    Open,
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    #[test]
    fn changes_of_figures_near() {
        told_of_slips(&[(
            "Đầu năm có 8.214 hộ. Cuối năm còn 6.557 hộ (giảm {} so với đầu năm).",
            "1.657 hộ",
            &["1.675 hộ"],
        )]);
        left_alone(&["Đầu năm có 8.214 hộ. Cuối năm còn 6.557 hộ (giảm 1.120 hộ so với quý I)."]);
    }
}
