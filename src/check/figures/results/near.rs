//! Relations that no word tells, but the figures themselves do: what two or more figures near by make, told with one slip of
//! the typist. How much a likeness is worth depends on its digits and on how many relations were tried.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::{Reading, slip};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// One chance in so many that a likeness means nothing is little enough.
const SURE: i128 = 150;

/// Among how many figures before and behind a result its terms stand.
const WINDOW: (usize, usize) = (6, 8);

/// The most terms of a pair before it, and how many sentences back they stand.
const PAIRED: usize = 4;
const BACK: usize = 2;

impl Reading<'_> {
    /// The figures of the sentence that are a slip away from what those near by make, where nothing else is told.
    pub(in crate::check::figures) fn near_misses(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|at| self.near_miss(at)).collect()
    }

    fn near_miss(&self, at: usize) -> Option<Diagnostic> {
        let said = &self.figures[at];
        ((self.is_plain(at) || self.is_compared(at))
            && slip::digits(said.value) > 2
            && !(said.rough && said.is_round()))
        .then_some(())?;
        // *còn lại* tells of a part that has no figure.
        let rest = self.sentence().contains("còn lại") || self.is_in_a_whole_list(at) || self.is_one_of_a_row(at);
        let ways = if rest { Vec::new() } else { self.sums_near(at) };
        (!ways.iter().any(|way| way.makes.holds(said)) && !self.is_term(at)).then_some(())?;
        let long =
            |way: &&Way| way.makes.rounded(said.value.scale).is_some_and(|made| slip::is_as_long(said.value, made));
        let tried = i128::try_from(ways.iter().filter(long).count()).ok()?;
        let told = ways.iter().find_map(|way| {
            let right = way.makes.rounded(said.value.scale)?;
            (slip::odds(said.value, right)? >= SURE * tried).then_some((way, right))
        });
        told.map(|(way, right)| self.tell(at, &way.terms, right))
    }

    /// *thấp hơn giá xăng A 327 đồng*: a difference whose ends may stand anywhere near.
    fn is_compared(&self, at: usize) -> bool {
        let label = self.label(at);
        let figure = &self.figures[at];
        let told = ["thấp hơn", "cao hơn", "nhiều hơn", "ít hơn", "chênh"].iter().any(|word| label.contains(word));
        let limit = ["không thấp hơn", "không cao hơn"].iter().any(|word| label.contains(word));
        told && !limit && !figure.is_rate() && figure.of.is_none()
    }

    fn is_plain(&self, at: usize) -> bool {
        let figure = &self.figures[at];
        !self.is_compared(at)
            && !figure.is_rate()
            && figure.unit != "lần"
            && figure.of.is_none()
            && !self.is_moved(at)
            && !self.is_base_of_rate(at)
    }

    /// The figures of its kind before a figure and behind it in its sentence.
    fn kin_near(&self, at: usize) -> (Vec<usize>, Vec<usize>) {
        let kin = |one: &usize| self.figures[*one].is_kin(&self.figures[at]) && self.is_plain(*one);
        let back = |one: &usize| kin(one) && self.sentences_back(*one) <= BACK;
        let before = (at.saturating_sub(WINDOW.0)..at).filter(back).collect();
        (before, (at + 1..self.own.end.min(at + 1 + WINDOW.1)).filter(kin).collect())
    }

    /// The sums and differences that may make a figure.
    fn sums_near(&self, at: usize) -> Vec<Way> {
        let (before, behind) = self.kin_near(at);
        let mut ways = Vec::new();
        let pairs = &before[before.len().saturating_sub(PAIRED)..];
        for (place, one) in pairs.iter().enumerate() {
            for other in &pairs[place + 1..] {
                ways.extend(self.sum_of(at, &[*one, *other]));
                ways.extend(self.difference(&self.figures[at], (*one, *other), Tie::Free));
            }
        }
        if self.is_compared(at) {
            let next = (self.own.end..self.figures.len().min(self.own.end + PAIRED)).filter(|one| self.is_plain(*one));
            let next = next.filter(|one| self.figures[*one].is_kin(&self.figures[at]));
            let all: Vec<usize> = pairs.iter().copied().chain(behind).chain(next).take(PAIRED).collect();
            let differences = all.iter().enumerate().flat_map(|(place, one)| {
                all[place + 1..]
                    .iter()
                    .filter_map(|other| self.difference(&self.figures[at], (*one, *other), Tie::Free))
            });
            return differences.filter(|way| way.makes.mid().mantissa > 0).collect();
        }
        let own = before.iter().filter(|one| **one >= self.own.start).count();
        let run = &before[before.len() - own..];
        ways.extend((3..=run.len()).filter_map(|count| self.sum_of(at, &run[run.len() - count..])));
        ways.extend((2..=behind.len()).filter_map(|count| self.sum_of(at, &behind[..count])));
        let counts = |way: &Way| way.makes.mid().mantissa > 0;
        ways.retain(counts);
        ways
    }

    fn sum_of(&self, at: usize, parts: &[usize]) -> Option<Way> {
        let said = &self.figures[at];
        let nothing = Reach::exactly(Decimal::default());
        let sum = parts.iter().try_fold(nothing, |sum, part| sum.plus(self.reach_of(*part)?))?;
        // Beside a large part a small one makes no sum of its own.
        let least = |part: &usize| self.figures[*part].size.shifted(1).is_some_and(|tenfold| tenfold >= sum.mid());
        (parts.len() > 2 || parts.iter().all(least)).then_some(())?;
        let terms: Vec<String> =
            parts.iter().map(|part| crate::check::figures::lists::sum::term(&self.figures[*part], said)).collect();
        let makes = sum.map(|size| Some(said.in_unit(size)))?;
        Some(Way { tie: Tie::Free, makes, terms: Terms::Sum(terms.join(" + ")) })
    }

    /// Whether a figure is one of several in a row that make up the one before or behind them exactly.
    fn is_in_a_whole_list(&self, at: usize) -> bool {
        let window = at.saturating_sub(WINDOW.0)..self.figures.len().min(at + 1 + WINDOW.1);
        let kin: Vec<usize> = window.filter(|one| self.figures[*one].is_kin(&self.figures[at])).collect();
        let size = |one: usize| self.figures[kin[one]].size;
        (0..kin.len()).any(|first| {
            let mut sum = Decimal::default();
            (first..kin.len()).any(|last| {
                let Some(more) = sum.checked_add(size(last)) else { return false };
                sum = more;
                let within = kin[first] <= at && at <= kin[last] && last > first;
                let whole = [first.checked_sub(1), Some(last + 1).filter(|next| *next < kin.len())];
                // *khoảng 2.300 triệu đồng* for 2.245.
                let holds = |whole: usize| {
                    let off = size(whole).checked_sub(sum).map(crate::check::figures::absolute);
                    let near =
                        off.and_then(|off| off.mantissa.checked_mul(20).map(|mantissa| Decimal { mantissa, ..off }));
                    size(whole) == sum || (self.figures[kin[whole]].rough && near.is_some_and(|off| off <= size(whole)))
                };
                within && whole.into_iter().flatten().any(holds)
            })
        })
    }

    /// *99 đồng chí nhận huy hiệu 50 năm; 37 đồng chí nhận huy hiệu 45 năm; …*: whether four figures or more of a sentence are told in
    /// the same words, so that none of them is the sum of others.
    pub(in crate::check::figures) fn is_one_of_a_row(&self, at: usize) -> bool {
        let words = |one: usize| {
            let mut behind = self.following(one).split_whitespace();
            Some((behind.next()?, behind.next()?))
        };
        let own = words(at);
        let row = self.own.clone().filter(|one| self.figures[*one].is_kin(&self.figures[at]) && words(*one) == own);
        own.is_some() && row.count() > 3
    }

    /// Whether a figure makes another one up together with a third, so that it is explained.
    fn is_term(&self, at: usize) -> bool {
        let (before, behind) = self.kin_near(at);
        let all: Vec<&Mention> = before.iter().chain(&behind).map(|one| &self.figures[*one]).collect();
        let size = self.figures[at].size;
        let makes = |one: &Mention, other: &Mention| size.checked_add(one.size) == Some(other.size);
        all.iter().any(|one| all.iter().any(|other| makes(one, other)))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn figures_that_make_one_another() {
        for (text, told) in [
            (
                "Xã thu hồi 3.417 triệu đồng, loại trừ 2.214 triệu đồng; cả thảy phát hiện 5.613 triệu đồng.",
                Some("5.613"),
            ),
            ("Xã thu hồi 3.417 triệu đồng, loại trừ 2.214 triệu đồng; cả thảy phát hiện 5.631 triệu đồng.", None),
            // What no slip explains is something else.
            ("Xã thu hồi 3.417 triệu đồng, loại trừ 2.214 triệu đồng; năm trước phát hiện 5.127 triệu đồng.", None),
            ("Huyện có 58.142 hộ: vùng cao 21.635 hộ, vùng thấp 36.507 hộ.", None),
            // One of many in a row.
            (
                "Trao 99 suất loại một cho thôn A; 37 suất loại một cho thôn B; 163 suất loại một cho thôn C; 121 suất loại một cho thôn D.",
                None,
            ),
            ("Phát hiện 5.613 triệu đồng; thu hồi 3.417 triệu đồng; loại trừ 2.214 triệu đồng.", Some("5.613")),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
