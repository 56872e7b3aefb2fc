//! One of many: what it is one of and how many there are, whether it is told of these or of others, and of what it is made up.

use crate::check::figures::changes::earlier::REACHED;
use crate::check::figures::judge::{Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::results::mean::MEANS;
use crate::check::figures::results::measures::measure;
use crate::check::figures::results::product::BACK;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// How many figures before a mean those may stand that make it.
const TERMS: usize = 4;

/// The most words from a thing to its mean.
const WORDS: usize = 5;

impl Reading<'_> {
    /// *bình quân 1 ngày có 31 vụ*: the one that a mean is told of, right before it.
    pub(in crate::check::figures) fn one_before(&self, at: usize) -> Option<usize> {
        let one = at.checked_sub(1).filter(|one| *one >= self.own.start)?;
        let plain = self.figures[one].value == Decimal::whole(1) && self.figures[one].size == Decimal::whole(1);
        let link = self.between(one, at);
        let label = self.label(one).trim_end();
        let each = MEANS.iter().chain(&["mỗi", "cứ", "trên"]).any(|word| label.ends_with(word));
        (plain && each && !link.contains([',', ';', '.', '(']) && link.split_whitespace().count() <= WORDS)
            .then_some(one)
    }

    /// What one of is meant: the word behind *mỗi* beside the figure, or behind its stroke.
    pub(in crate::check::figures) fn one_of(&self, at: usize) -> Option<String> {
        let figure = &self.figures[at];
        let head = |words: &str| words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
        let behind = || {
            let after = self.text[figure.range.end..].trim_start_matches([' ', '\u{a0}']);
            let after = after.strip_prefix("cho ").unwrap_or(after);
            // *1.500.000 đồng đối với tập thể*
            let of_each = ["mỗi ", "một ", "đối với mỗi ", "đối với một ", "đối với "];
            of_each.iter().find_map(|word| after.strip_prefix(word)).map(head)
        };
        let before = self.lead(at);
        // *bình quân một doanh nghiệp*, *mỗi tấn*
        let ahead = || {
            let each =
                ["mỗi 1 ", "mỗi ", "quân một ", "quân 1 ", "quân trên một ", "bình một ", "bình 1 ", "trên một "];
            let each = each.iter().find_map(|word| before.rsplit_once(word));
            // *bình quân vốn đăng ký một dự án đạt …*
            let meant = || before.rsplit_once(" một ").filter(|(head, _)| MEANS.iter().any(|word| head.contains(word)));
            let each = each.or_else(meant);
            each.map(|(_, noun)| head(noun)).or_else(|| Some(head(&self.figures[self.one_before(at)?].kind)))
        };
        figure.per.clone().or_else(behind).or_else(ahead)
    }

    /// The nearest figure before another that counts such things, or measures them: *36 tấn* for *12.500 đồng/kg*.
    pub(in crate::check::figures) fn count_of(&self, noun: &str, before: usize) -> Option<Mention> {
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            let person = matches!(noun, "người" | "lao" | "công") && figure.is_person();
            let kind = figure.kind.to_lowercase();
            let alike = kind == noun || kind.strip_prefix(noun).is_some_and(|rest| rest.starts_with(' ')) || person;
            let same = alike || measure(&figure.unit).zip(measure(noun)).is_some_and(|(own, other)| own.0 == other.0);
            let near = self.sentences_back(*at) <= BACK;
            same && figure.of.is_none() && figure.per.is_none() && near && !self.is_each_of_others(*at, before)
        };
        let found = (before.saturating_sub(NEAR)..before).rev().find(counts)?;
        let found = self.whole_of_run(found).unwrap_or(found);
        let mut figure = self.figures[found].clone();
        if let Some((own, other)) = measure(&figure.unit).zip(measure(noun)) {
            figure.size = figure.value.shifted(own.1 - other.1)?;
        }
        (!self.is_change(found)).then_some(figure)
    }

    /// *70 suất, gồm xã A 20 suất, xã B 20 suất và xã C 30 suất*: the total that figures up to one make.
    fn whole_of_run(&self, last: usize) -> Option<usize> {
        let mut sum = self.figures[last].size;
        let kin = |at: &usize| self.figures[*at].is_like(&self.figures[last]) && self.figures[*at].of.is_none();
        let mut before = (last.saturating_sub(NEAR)..last).rev().filter(kin);
        before.find(|at| {
            let (made, size) = (sum, self.figures[*at].size);
            sum = sum.checked_add(size).unwrap_or_default();
            made == size && made > self.figures[last].size
        })
    }

    /// *… mỗi xã nhận 5 suất. Mỗi suất 500.000 đồng*: whether a count of a sentence before is told of each of several.
    pub(in crate::check::figures) fn is_each_of_others(&self, count: usize, one: usize) -> bool {
        self.stops_between(count, one) > 0 && self.is_of_each(count)
    }

    /// *Tháng 11 có 12 doanh nghiệp, vốn 132 tỷ đồng, bình quân 11 tỷ đồng/doanh nghiệp. Tính chung …*: whether figures of a sentence
    /// before make a mean already, so that it is one of no others.
    pub(in crate::check::figures) fn is_of_others(&self, one: usize, total: usize) -> bool {
        let mean = &self.figures[one];
        let told =
            one < total && self.span_holds_stop(one, total) && MEANS.iter().any(|word| self.label(one).contains(word));
        let near = || (one.saturating_sub(TERMS)..one).filter(|at| !self.span_holds_stop(*at, one));
        let amount = |at: &usize| self.figures[*at].kind == mean.kind && self.figures[*at].per.is_none();
        let count = |at: &usize| self.figures[*at].is_counted() && self.figures[*at].kind != mean.kind;
        let makes = |amount: usize, count: usize| {
            let made = self.reach_of(amount)?.over(self.reach_of(count)?)?.map(|size| Some(mean.in_unit(size)))?;
            Some(made.holds(mean))
        };
        told && near().filter(amount).any(|amount| near().filter(count).any(|count| makes(amount, count) == Some(true)))
    }

    fn span_holds_stop(&self, at: usize, behind: usize) -> bool {
        self.text.get(self.figures[at].range.end..self.figures[behind].range.start).is_none_or(|gap| gap.contains(". "))
    }

    /// *trao 70 suất, mỗi suất 2 triệu đồng. Ngoài ra còn tặng 50 phần quà tổng trị giá 5 triệu đồng, mỗi phần 100.000 đồng*: whether a
    /// total has one of many in its own sentence, so that it is none of those told before.
    pub(in crate::check::figures) fn has_own_many(&self, one: usize, total: usize) -> bool {
        let own = |at: usize| {
            let noun =
                self.label(at).rsplit_once("mỗi ").and_then(|(_, noun)| noun.split(' ').next()).unwrap_or_default();
            let counts = |many: usize| self.figures[many].kind.split(' ').next() == Some(noun);
            self.figures[at].kind == self.figures[total].kind && (self.own.start..at).any(counts)
        };
        let near = self.own.start.max(total.saturating_sub(NEAR))..self.own.end.min(total + NEAR);
        one < self.own.start && near.into_iter().any(own)
    }

    /// *mỗi suất 1 triệu đồng tiền mặt và 1 túi quà trị giá 300.000 đồng*: whether an amount is one more piece of one, and no total.
    pub(in crate::check::figures) fn is_piece(&self, one: usize, total: usize) -> bool {
        let gap = self.text.get(self.figures[one].range.end..self.figures[total].range.start).unwrap_or_default();
        let less = one < total && self.figures[total].size < self.figures[one].size;
        less && gap.contains(" và ") && !gap.contains([',', ';', '.', ':']) && !gap.contains("tổng")
    }

    /// *riêng tháng 11, bình quân một doanh nghiệp đạt 11 tỷ đồng*, *mỗi phần gồm 300.000 đồng và 200.000 đồng*: whether a mean is of
    /// less than what is told before it, or only a piece of one.
    pub(in crate::check::figures) fn is_other_mean(&self, at: usize) -> bool {
        let head = self.lower().get(self.within.start..self.figures[at].range.start).unwrap_or_default();
        let clause = &head[head.rfind([';', '(']).map_or(0, |sign| sign + 1)..];
        clause.trim_start().starts_with("riêng ") || self.pieces_of(at).is_some()
    }

    /// *chè 2,6 tỷ USD với 4,1 triệu tấn … Giá bình quân: chè 638 USD/tấn; cà phê …*: the mean of the amount and the number that the same
    /// words name.
    pub(in crate::check::figures) fn named_mean(&self, at: usize) -> Option<Way> {
        let mean = &self.figures[at];
        let per = mean.per.as_deref().filter(|per| !per.is_empty() && self.is_told_as_mean(at))?;
        let name = |at: usize| {
            let label = self.label(at).trim();
            REACHED.iter().find_map(|word| label.strip_suffix(word)).unwrap_or(label).trim().to_owned()
        };
        let own = Some(name(at)).filter(|name| !name.is_empty())?;
        let amount = |one: &usize| {
            let (figure, count) = (&self.figures[*one], &self.figures[*one + 1]);
            let paired = count.kind == per && count.is_counted() && self.between(*one, *one + 1).contains(" với ");
            figure.kind == mean.kind && figure.per.is_none() && paired && name(*one) == own
        };
        let mut found = (at.saturating_sub(NEAR)..at.saturating_sub(1)).filter(amount);
        let amount = found.next().filter(|one| found.next().is_none() && self.sentences_back(*one) <= BACK)?;
        self.quotient(at, &self.figures[amount], &self.figures[amount + 1], Tie::Told)
    }

    /// *mỗi phần gồm hiện vật trị giá 300.000 đồng và 200.000 đồng tiền mặt*: what the two pieces of one make up, and how that is told.
    pub(in crate::check::figures) fn pieces_of(&self, one: usize) -> Option<(Decimal, String)> {
        let (_, led) = self.label(one).rsplit_once("mỗi ")?;
        let (first, second) = (&self.figures[one], self.figures.get(one + 1)?);
        let joined = self.before(one + 1);
        let plain = |one: &Mention| one.is_counted() && one.of.is_none();
        let pair = led.contains(" gồm ") && joined.contains(" và ") && !joined.contains([',', ';', '(', '.']);
        let alone = one + 2 >= self.own.end || !self.lead(one + 2).contains(" và ");
        (pair && alone && plain(first) && plain(second) && first.kind == second.kind).then_some(())?;
        Some((first.size.checked_add(second.size)?, format!("({} + {})", first.shown(), second.shown())))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{left_alone, told_of_slips};

    #[test]
    fn one_of_these_or_of_others() {
        told_of_slips(&[(
            "Hội trao 140 suất, mỗi suất 1,2 triệu đồng. Ngoài ra, hội tặng 3.000 phần quà với tổng trị giá {}, mỗi phần gồm gạo trị giá \
             400.000 đồng và 200.000 đồng tiền mặt.",
            "1,8 tỷ đồng",
            &["1,8 triệu đồng"],
        )]);
        told_of_slips(&[(
            "Đoàn trao 60 suất quà, gồm xã A 25 suất, xã B 15 suất và xã C 20 suất. Mỗi suất 500.000 đồng, tổng trị giá {}.",
            "30.000.000 đồng",
            &["10.000.000 đồng"],
        )]);
        left_alone(&[
            // Pieces of one, and how many there are each.
            "Quỹ trao 5.100 suất quà với tổng số tiền 6,63 tỷ đồng gồm mỗi huyện 150 suất quà, mỗi suất quà trị giá 1 triệu đồng tiền mặt và \
             1 túi quà trị giá 300.000 đồng.",
            "Sáu tháng, có 6.100 hộ vay 793 tỷ đồng; riêng tháng 6 vốn vay bình quân một hộ đạt 110 triệu đồng.",
            "Tháng 5 có 1.240 doanh nghiệp (DN) với vốn 14,9 nghìn tỷ đồng, bình quân 12 tỷ đồng/DN. Tính chung 5 tháng, có 6.100 DN với \
             tổng vốn đăng ký 79,3 nghìn tỷ đồng; bình quân một DN đạt 13 tỷ đồng.",
        ]);
    }
}
