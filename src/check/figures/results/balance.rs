//! What lies between two figures or adds to one — *xuất siêu, chênh lệch, thêm*.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::results::rest::BACK;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// What lies between two sides, each told with a figure: its words, and those of the two sides.
const BALANCES: [(&str, &str, &str); 5] = [
    ("xuất siêu", "xuất khẩu", "nhập khẩu"),
    ("nhập siêu", "nhập khẩu", "xuất khẩu"),
    ("thặng dư", "xuất khẩu", "nhập khẩu"),
    ("thâm hụt", "nhập khẩu", "xuất khẩu"),
    ("bội chi", "chi ", "thu "),
];

/// Words that begin a sentence with what the sentences before it make up.
const ADDED: [&str; 9] = [
    "lũy kế",
    "luỹ kế",
    "tổng cộng",
    "cộng chung",
    "cộng dồn",
    "như vậy, tổng",
    "như vậy tổng",
    "tính chung",
    "tính đến nay",
];

/// Words at the head of a clause that tells what those before it make up.
const SUMMED: [&str; 8] =
    ["tổng cộng", "cộng chung", "nâng tổng", "tổng vốn", "tổng số vốn", "tổng kinh phí", "cả quý", "cả năm"];

/// Wholes that sides are found in, within so many figures before their balance.
const SIDES: usize = 8;

impl Reading<'_> {
    /// *xuất khẩu 6,25 tỷ USD, nhập khẩu 4,05 tỷ USD, xuất siêu 2,2 tỷ USD*: the nearest figure of either side.
    ///
    /// *tháng 7 xuất siêu 0,26 tỷ USD* behind the figures of seven months: those of a sentence before it clear it.
    pub(in crate::check::figures) fn balance(&self, at: usize) -> Vec<Way> {
        let said = &self.figures[at];
        let behind = self.tail(at).trim_start();
        let past = ["của ", "cùng kỳ", "năm trước"].iter().any(|word| behind.starts_with(word));
        let Some((more, less)) = self.balanced(at).filter(|_| !past) else { return Vec::new() };
        let kin = |one: &usize| self.figures[*one].is_kin(said) && !self.is_moved(*one);
        let before: Vec<usize> = (at.saturating_sub(NEAR)..more.min(less)).filter(kin).collect();
        let earlier = before.windows(2).filter_map(|pair| self.difference(said, (pair[0], pair[1]), Tie::Silent));
        self.difference(said, (more, less), Tie::Told).into_iter().chain(earlier).collect()
    }

    /// The figures that a balance lies between: what is more by its words, and what is less.
    pub(in crate::check::figures) fn balanced(&self, at: usize) -> Option<(usize, usize)> {
        let label = self.label(at);
        let (_, more, less) = BALANCES.iter().find(|(word, ..)| label.contains(word))?;
        let said = &self.figures[at];
        let side = |word: &str| {
            let told = |one: &usize| {
                let figure = &self.figures[*one];
                figure.is_kin(said) && figure.of.is_none() && !self.is_moved(*one) && self.sentences_back(*one) <= BACK
            };
            let names = |one: &usize| self.label(*one).replace("xuất nhập khẩu", "").contains(word);
            (at.saturating_sub(SIDES)..at).rev().filter(told).find(names)
        };
        let (more, less) = (side(more)?, side(less)?);
        (more != less).then_some((more, less))
    }

    /// *Quý I chi 3.450 triệu đồng. Sang quý II chi 4.120 triệu đồng. Lũy kế sáu tháng, đã chi 7.570 triệu đồng*: what the
    /// sentences before make up.
    pub(in crate::check::figures) fn added(&self, at: usize) -> Option<Way> {
        let head = self.opening();
        let total = &self.figures[at];
        let kin = |one: &usize| self.figures[*one].is_kin(total) && self.figures[*one].per.is_none();
        let added = ADDED.iter().any(|word| head.starts_with(word)) && !(self.own.start..at).any(|one| kin(&one));
        // *9 tháng đạt 37,8 tỷ kWh … 3 tháng cuối năm đạt 13,5 tỷ kWh; cả năm đạt 51,3 tỷ kWh*
        let yearly = self.label(at).contains("cả năm");
        // What its own sentence makes up goes before what those before it do.
        let own = self.summed_up(at).filter(|_| !added);
        if own.is_some() || !(added || yearly) {
            return own;
        }
        (total.per.is_none()).then_some(())?;
        let timed = |one: &usize| !yearly || ["tháng", "quý"].iter().any(|word| self.lead(*one).contains(word));
        let most = if yearly { 4 } else { 2 };
        let before = |one: &usize| kin(one) && self.sentences_back(*one) <= most && !self.is_moved(*one) && timed(one);
        // *mỗi suất 4,5 triệu đồng* is no part.
        let before = |one: &usize| before(one) && !self.is_of_each(*one);
        let parts: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(before).collect();
        let plain =
            (2..=4).contains(&parts.len()) && !parts.iter().any(|at| self.figures[*at].rough && parts.len() > 2);
        plain.then_some(())?;
        let sum =
            parts.iter().try_fold(Reach::exactly(Decimal::default()), |sum, part| sum.plus(self.reach_of(*part)?))?;
        let terms: Vec<String> =
            parts.iter().map(|part| crate::check::figures::lists::sum::term(&self.figures[*part], total)).collect();
        // What is far from the sum is the sum of something else.
        let off = crate::check::figures::absolute(sum.mid().checked_sub(total.size)?).shifted(1)?;
        let tie = if off <= total.size { Tie::Told } else { Tie::Only };
        let makes = sum.map(|size| Some(total.in_unit(size)))?;
        Some(Way { tie, makes, terms: Terms::Sum(terms.join(" + ")) })
    }

    /// *ngân sách tỉnh 45 tỷ đồng, ngân sách huyện 30 tỷ đồng; tổng cộng 75 tỷ đồng*: a total behind its parts, all in one sentence.
    fn summed_up(&self, at: usize) -> Option<Way> {
        let total = &self.figures[at];
        let label = self.label(at).trim_start();
        let called = SUMMED.iter().any(|word| label.starts_with(word));
        let like = |one: &usize| self.figures[*one].is_kin(total);
        let parts: Vec<usize> = (self.own.start..at).filter(like).collect();
        let plain = |one: &usize| {
            let figure = &self.figures[*one];
            figure.of.is_none()
                && !figure.rough
                && !self.is_moved(*one)
                && !self.is_base_of_rate(*one)
                && figure.size < total.size
        };
        let told = called && total.is_counted() && (2..=12).contains(&parts.len()) && parts.iter().all(plain);
        // What is listed may be parts of parts.
        let nested = self.sentence().contains("trong đó");
        (told && !nested).then_some(())?;
        let nothing = Reach::exactly(Decimal::default());
        let sum = parts.iter().try_fold(nothing, |sum, part| sum.plus(self.reach_of(*part)?))?;
        let terms: Vec<String> =
            parts.iter().map(|part| crate::check::figures::lists::sum::term(&self.figures[*part], total)).collect();
        let off = crate::check::figures::absolute(sum.mid().checked_sub(total.size)?).shifted(1)?;
        let tie = if off <= total.size { Tie::Told } else { Tie::Only };
        let makes = sum.map(|size| Some(total.in_unit(size)))?;
        Some(Way { tie, makes, terms: Terms::Sum(terms.join(" + ")) })
    }

    /// What one figure leaves of another.
    pub(in crate::check::figures) fn difference(&self, said: &Mention, ends: (usize, usize), tie: Tie) -> Option<Way> {
        let (whole, part) = (&self.figures[ends.0], &self.figures[ends.1]);
        let apart = self.reach_of(ends.0)?.apart(self.reach_of(ends.1)?)?;
        let makes = apart.map(|size| Some(said.in_unit(size)))?;
        let terms = Terms::Sum(format!("{} - {}", said.in_unit(whole.size), said.in_unit(part.size)));
        Some(Way { tie, makes, terms })
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn balances_of_two_times() {
        told_of_slips(&[
            (
                "Tháng 5, xuất khẩu đạt 8,41 tỷ USD, nhập khẩu đạt 7,96 tỷ USD. Tính 5 tháng, xuất khẩu đạt 37,2 tỷ USD, nhập khẩu đạt 33,1 tỷ USD. Như vậy, tháng 5 xuất siêu {} tỷ USD.",
                "0,45",
                &[],
            ),
            (
                "Quý I, xuất khẩu đạt 37,2 tỷ USD, nhập khẩu đạt 33,1 tỷ USD, xuất siêu {} tỷ USD, khá hơn mức xuất siêu 1,3 tỷ USD của cùng kỳ.",
                "4,1",
                &["4,7"],
            ),
        ]);
    }
}
