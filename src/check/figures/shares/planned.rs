//! A result against a plan whose figure its own sentence tells — *So với kế hoạch doanh thu 3.400 tỷ đồng, công ty thực hiện được 54,3%*.

use crate::check::figures::changes::growth::PLANS;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::{NEAR, Reading};

/// Words right before the rate of a plan that is reached.
const REACHED: [&str; 7] = ["hoàn thành", "thực hiện", "đạt", "đạt được", "được", "bằng", "mới được"];

/// Words before a number that leave it open.
const ROUGH: [&str; 6] = ["hơn", "gần", "khoảng", "trên", "xấp xỉ", "tới"];

/// Words behind what a plan is of.
const ENDS: [&str; 12] = ["đề", "cho", "cả", "năm", "của", "là", "được", "giao", "đã", "do", "toàn", "đặt"];

/// How many sentences before the plan its result may stand.
const BACK: usize = 3;

impl Reading<'_> {
    /// The result before a plan as its share: the one that is told with the words of the plan, else the only one.
    pub(in crate::check::figures) fn of_plan(&self, at: usize) -> Vec<Way> {
        self.reached_of_plan(at).unwrap_or_default()
    }

    fn reached_of_plan(&self, at: usize) -> Option<Vec<Way>> {
        let plan = at.checked_sub(1).filter(|plan| *plan >= self.own.start && !self.figures[*plan].is_rate())?;
        let label = self.label(plan);
        let (_, with) = label.rsplit_once("so với ")?;
        let noun = PLANS.iter().find_map(|word| with.trim_start_matches("các ").strip_prefix(word))?;
        let noun: Vec<&str> = noun.split_whitespace().take_while(|word| !ENDS.contains(word)).take(2).collect();
        let lead = self.label(at).trim_end();
        let lead = ROUGH.iter().find_map(|word| lead.strip_suffix(word)).unwrap_or(lead).trim_end();
        REACHED.iter().any(|word| lead.ends_with(word)).then_some(())?;
        let figure = &self.figures[plan];
        let done = |one: &usize| {
            let result = &self.figures[*one];
            let plain = result.is_kin(figure) && result.of.is_none() && !self.is_moved(*one);
            plain && self.sentences_back(*one) <= BACK
        };
        let before: Vec<usize> = (plan.saturating_sub(NEAR)..plan).filter(done).collect();
        let noun = noun.join(" ");
        let named = before.iter().rev().copied().find(|one| !noun.is_empty() && self.lead(*one).contains(&noun));
        let only = || before.first().copied().filter(|_| before.len() == 1 && noun.is_empty());
        let told = named.or_else(only)?;
        let way = |one: usize| {
            let makes = self.reach_of(one)?.share(self.reach_of(plan)?)?;
            let tie = if one == told { Tie::Told } else { Tie::Silent };
            Some(Way { tie, makes, terms: Terms::Share(one, figure.size) })
        };
        Some(before.iter().filter_map(|one| way(*one)).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn results_and_plans() {
        let sold = "Doanh thu 6 tháng đạt 1.845 tỷ đồng, lợi nhuận đạt 96 tỷ đồng. So với kế hoạch doanh thu cả năm 3.400 tỷ đồng, công ty";
        for (text, told) in [
            (format!("{sold} thực hiện được 54,3%."), false),
            (format!("{sold} thực hiện được 45,3%."), true),
            (format!("{sold} hoàn thành hơn 54%."), false),
            (format!("{sold} hoàn thành hơn 45%."), true),
            (
                "Sản lượng đạt 28,4 triệu tấn. So với mục tiêu 38 triệu tấn, tập đoàn hoàn thành gần 75%.".to_owned(),
                false,
            ),
            (
                "Sản lượng đạt 28,4 triệu tấn. So với mục tiêu 38 triệu tấn, tập đoàn hoàn thành gần 57%.".to_owned(),
                true,
            ),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }
}
