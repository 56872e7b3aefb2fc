//! Groups and classes of which each thing counted is in one, so that they fill a whole though no word says that they are its parts.

use crate::check::figures::Reading;
use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::lists::sides::{SIDES, STATED};
use crate::check::figures::slip::slip;

/// Classes that everything is put into, from the best to the worst.
const CLASSES: [&[&str]; 5] = [
    &["xuất sắc"],
    &["giỏi", "hoàn thành tốt", "loại a"],
    &["khá", "loại b"],
    &["trung bình", "loại c"],
    &["yếu", "kém"],
];

/// Two groups of persons of which everybody is in one, so that their whole may stand farther off.
const GROUPS: [(&str, &str); 5] = [
    ("tái cử", "lần đầu"),
    ("chuyên trách", "kiêm nhiệm"),
    ("chính thức", "dự khuyết"),
    ("chính thức", "dự bị"),
    ("trong biên chế", "hợp đồng"),
];

impl Reading<'_> {
    /// *97 hồ sơ đúng hạn, 6 hồ sơ quá hạn trên tổng số 103 hồ sơ*, *đã cấp 2.240 thẻ, còn 260 thẻ chưa cấp trong tổng số 2.500 thẻ*: what
    /// was done and what was not, before the whole.
    pub(in crate::check::figures) fn opposed_of(&self) -> Option<List> {
        let whole = self.own.clone().skip(2).find(|at| {
            let lead = self.lead(*at).trim_end();
            ["trên tổng số", "trong tổng số"].iter().any(|word| lead.ends_with(word))
        })?;
        // The two figures right before the whole, whatever else the sentence tells.
        let parts = [whole - 2, whole - 1];
        let words = |at: usize| format!("{} {}", self.label(at), self.behind(at));
        let (one, other) = (words(parts[0]), words(parts[1]));
        let sides = SIDES
            .iter()
            .any(|(yes, no)| (one.contains(yes) && other.contains(no)) || (one.contains(no) && other.contains(yes)));
        // *đã cấp …, … chưa cấp*: the verb of the one is denied of the other.
        let denied = |yes: &str, no: &str| {
            let verb = ["chưa ", "không "].iter().find_map(|word| no.split_once(word));
            let verb =
                verb.and_then(|(_, rest)| rest.split([' ', ',']).find(|word| !word.is_empty() && *word != "được"));
            let not =
                |word: &str| yes.contains("chưa ") || yes.contains("không ") || !yes.split(' ').any(|one| one == word);
            verb.is_some_and(|word| !not(word))
        };
        let plain = parts.iter().all(|at| {
            let figure = &self.figures[*at];
            figure.is_kin(&self.figures[whole]) && figure.of.is_none() && !figure.rough && !self.is_moved(*at)
        });
        let own = plain && self.figures[whole].is_counted() && !self.figures[whole].rough;
        (own && (sides || denied(&one, &other) || denied(&other, &one)))
            .then(|| self.whole_list(Opener::Namely, whole, &parts))
    }

    /// *163 đồng chí trúng cử, có 49 nữ. Tái cử là 116 đồng chí; tham gia lần đầu có 47 đồng chí*: two groups of the largest figure
    /// of the sentences before.
    pub(in crate::check::figures) fn groups(&self) -> Option<List> {
        let told = |at: usize, word: &str| self.label(at).contains(word) || self.behind(at).contains(word);
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            figure.is_person() && figure.of.is_none() && figure.per.is_none() && !self.is_moved(*at)
        };
        let persons: Vec<usize> = self.own.clone().filter(counts).collect();
        let pair = |(one, other): &(&str, &str)| {
            let first = persons.iter().find(|at| told(**at, one) && !told(**at, other))?;
            let second = persons.iter().find(|at| told(**at, other) && !told(**at, one))?;
            Some((*first.min(second), *first.max(second)))
        };
        // The first pair of the table whose both words the sentence tells.
        let (first, second) = GROUPS.iter().find_map(pair)?;
        let near = |at: &usize| {
            self.sentences_back(*at) <= 1 && self.figures[*at].is_kin(&self.figures[first]) && !self.figures[*at].rough
        };
        let before: Vec<usize> = (first.saturating_sub(STATED)..first).filter(counts).filter(near).collect();
        let whole =
            before.iter().copied().max_by_key(|at| self.figures[*at].size.rescaled(0).map(|size| size.mantissa))?;
        let parts = [first, second];
        let sum = self.total_of(&parts)?;
        // *Ban Chấp hành gồm 45 đồng chí; Ban Thường vụ …*: either may be meant.
        let over = sum.checked_sub(self.figures[whole].size)?;
        let turned = |part: &usize| {
            let size = self.figures[*part].size;
            size.checked_sub(over).is_some_and(|right| slip(size, right, 2).is_some())
        };
        let slip = slip(self.figures[whole].size, sum, 2).is_some() || parts.iter().any(turned);
        let slip = slip && before.iter().all(|at| self.figures[*at].size != sum);
        (slip && self.between(first, second).matches(". ").count() == 0)
            .then(|| self.whole_list(Opener::Namely, whole, &parts))
    }

    /// *45 bài thi. Có 17 bài loại giỏi, 19 bài loại khá và 9 bài loại trung bình*: classes, each with its figure, to the last of the
    /// sentence.
    pub(in crate::check::figures) fn classes(&self) -> Option<List> {
        let class = |at: usize| {
            let told = |words: &str| CLASSES.iter().position(|names| names.iter().any(|name| words.contains(name)));
            told(self.behind(at)).or_else(|| told(self.label(at)))
        };
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            figure.of.is_none() && figure.is_counted() && !self.is_moved(*at) && figure.size == figure.value
        };
        let told: Vec<(usize, usize)> =
            self.own.clone().filter(counts).filter_map(|at| Some((class(at)?, at))).collect();
        let parts: Vec<usize> = told.iter().map(|(_, at)| *at).collect();
        let (first, last) = (*parts.first()?, *parts.last()?);
        // From the best to the worst, as they are always told.
        let ordered = parts.len() > 2 && told.windows(2).all(|pair| pair[0].0 < pair[1].0);
        let kin = |at: usize| self.figures[at].is_kin(&self.figures[first]);
        // What *và* closes leaves nothing out.
        let all = self.before(last).contains(" và ") && (last + 1..self.own.end).all(|at| self.figures[at].is_rate());
        let alike = parts.iter().all(|at| kin(*at) && self.figures[*at].unit == self.figures[first].unit);
        let whole = (first.saturating_sub(STATED)..first).rev().filter(counts).find(|at| kin(*at))?;
        let near = self.sentences_back(whole) <= 1 && !self.figures[whole].rough;
        let list = self.whole_list(Opener::Namely, whole, &parts);
        let sum = list.sum()?;
        let meant = sum > list.whole.size || slip(list.whole.size, sum, 2).is_some();
        (ordered && all && alike && near && meant).then_some(list)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn groups_that_fill_their_whole() {
        let elected = "Đại hội bầu 163 đồng chí, có 49 nữ.";
        let papers = "Ban giám khảo chấm 45 bài thi.";
        for (text, told) in [
            (format!("{elected} Tái cử là 116 đồng chí; tham gia lần đầu có 57 đồng chí."), true),
            (format!("{elected} Tái cử là 116 đồng chí; tham gia lần đầu có 47 đồng chí."), false),
            // So far off they are of something else.
            (format!("{elected} Tái cử là 52 đồng chí; tham gia lần đầu có 39 đồng chí."), false),
            (format!("{papers} Có 17 bài loại giỏi, 19 bài loại khá và 12 bài loại trung bình."), true),
            (format!("{papers} Có 17 bài loại giỏi, 19 bài loại khá và 9 bài loại trung bình."), false),
            // Worse ones may go untold.
            (format!("{papers} Có 11 bài loại giỏi, 12 bài loại khá và 9 bài loại trung bình."), false),
            ("Có 97 hồ sơ đúng hạn, 6 hồ sơ quá hạn trên tổng số 102 hồ sơ.".to_owned(), true),
            ("Có 97 hồ sơ đúng hạn, 6 hồ sơ quá hạn trên tổng số 103 hồ sơ.".to_owned(), false),
            ("Đã cấp 2.340 thẻ, còn 260 thẻ chưa cấp trong tổng số 2.500 thẻ.".to_owned(), true),
            ("Đã cấp 2.240 thẻ, còn 260 thẻ chưa cấp trong tổng số 2.500 thẻ.".to_owned(), false),
            ("Đã cấp 2.340 thẻ, đổi 260 thẻ trong tổng số 2.900 thẻ.".to_owned(), false),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }
}
