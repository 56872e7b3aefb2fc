//! What was there, came in and went out, against what is there in the end — *tồn đầu kỳ, nhập, xuất, tồn cuối kỳ*.

use crate::check::figures::Reading;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::results::rest::BACK;

/// Words of what was there, came in, went out, and is there in the end.
const OPENING: [&str; 5] = ["đầu kỳ", "đầu năm", "đầu tháng", "kỳ trước chuyển", "năm trước chuyển"];
const IN: [&str; 6] = ["nhập", "thu", "nhận", "tiếp nhận", "bổ sung", "tuyển"];
const OUT: [&str; 6] = ["xuất", "chi", "cấp", "bán", "sử dụng", "nghỉ"];
const CLOSING: [&str; 5] = ["cuối kỳ", "cuối năm", "cuối tháng", "chuyển kỳ sau", "chuyển năm sau"];

impl Reading<'_> {
    /// *tồn đầu kỳ 124 tấn, nhập 341 tấn, xuất 312 tấn, tồn cuối kỳ 153 tấn*.
    pub(in crate::check::figures) fn stock(&self, at: usize) -> Option<Way> {
        let said = &self.figures[at];
        let begins = |at: usize, words: &[&str]| words.iter().any(|word| self.label(at).trim_start().starts_with(word));
        let holds = |at: usize, words: &[&str]| words.iter().any(|word| self.label(at).contains(word));
        let [opening, came, went] = [at.checked_sub(3)?, at.checked_sub(2)?, at.checked_sub(1)?];
        let kin = |one: usize| {
            let figure = &self.figures[one];
            figure.is_kin(said) && figure.of.is_none() && !figure.rough && self.sentences_back(one) <= BACK
        };
        let told = holds(opening, &OPENING) && begins(came, &IN) && begins(went, &OUT) && holds(at, &CLOSING);
        (told && [opening, came, went].into_iter().all(kin)).then_some(())?;
        let made = self.reach_of(opening)?.plus(self.reach_of(came)?)?.minus(self.reach_of(went)?)?;
        let shown = |one: usize| said.in_unit(self.figures[one].size);
        let terms = Terms::Sum(format!("{} + {} - {}", shown(opening), shown(came), shown(went)));
        Some(Way { tie: Tie::Told, makes: made.map(|size| Some(said.in_unit(size)))?, terms })
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::told_of_slips;

    #[test]
    fn what_is_there_in_the_end() {
        told_of_slips(&[(
            "Kho tồn đầu kỳ 1.240 tấn, nhập trong kỳ 3.410 tấn, xuất 3.120 tấn, tồn cuối kỳ {}.",
            "1.530 tấn",
            &["1.630 tấn", "1.350 tấn"],
        )]);
    }
}
