//! Means — of things: *25 xã đạt 412 tiêu chí, bình quân 16,5 tiêu chí/xã* — and prices: *giá bình quân 1.842 USD/tấn*.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::results::product::BACK;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// Words that make it a mean.
pub(in crate::check::figures) const MEANS: [&str; 6] =
    ["bình quân", "trung bình", "mật độ", "tức mỗi", "tính ra mỗi", "như vậy mỗi"];

/// Words of a price, which with a unit behind its stroke is a mean as well.
const PRICES: [&str; 3] = ["giá xuất khẩu", "giá nhập khẩu", "đơn giá"];

/// The most figures before a mean that it may be of.
const PARTS: usize = 12;

/// How many sentences before a mean its figures may stand, where its words name them.
const FAR: usize = 5;

impl Reading<'_> {
    /// Whether the words around a figure make it a mean.
    pub(in crate::check::figures) fn is_mean(&self, at: usize) -> bool {
        // *Bình quân: 14 tiêu chí/xã*
        if let Some(each) = self.one_before(at) {
            return MEANS.iter().any(|word| self.label(each).contains(word));
        }
        let label = self.told_as(at);
        let priced = self.figures[at].per.is_some() && PRICES.iter().any(|word| label.contains(word));
        // *Tính bình quân, giá trị đạt 94 tỷ đồng/phiên*
        let opened = || self.lead(at).trim_start().trim_start_matches("tính ").starts_with("bình quân,");
        // *tức khoảng 1.520 con mỗi tháng*
        let again = || label.trim_start().starts_with("tức ") && self.following(at).trim_start().starts_with("mỗi ");
        let told = priced || MEANS.iter().any(|word| label.contains(word)) || opened() || again();
        told && !label.contains("năng suất")
    }

    /// *25 xã đạt 412 tiêu chí, bình quân 16,5 tiêu chí/xã*: the mean of two figures of its sentence.
    pub(in crate::check::figures) fn mean(&self, at: usize) -> Option<Way> {
        let mean = &self.figures[at];
        let noun = self.one_of(at).filter(|noun| !noun.is_empty())?;
        // *Từ năm 2022 đến năm 2025, bình quân …*: a sentence with a time of its own is of no other.
        let timed = ["từ năm", "giai đoạn"].iter().any(|word| self.opening().contains(word));
        let near = |count: &Mention| count.range.start >= self.within.start;
        let count = self
            .count_of(&noun, at)
            .filter(near)
            .or_else(|| self.span_of_time(&noun).filter(|span| near(span) || !timed))?;
        let whole = |one: &usize| {
            let figure = &self.figures[*one];
            let alike = figure.kind == mean.kind || figure.is_kin(&Mention { per: None, ..mean.clone() });
            let same = alike && figure.per.is_none() && figure.of.is_none() && figure.range != count.range;
            // *bình quân mỗi trạm 3.355 lượt* is no whole.
            let each = MEANS.iter().any(|word| self.label(*one).contains(word));
            same && !each && !self.is_change(*one) && self.sentences_back(*one) == 0
        };
        // *bình quân 800 triệu đồng/tuyến, tổng số vốn 4,8 tỷ đồng*: the whole may follow.
        let wholes: Vec<usize> = self.own.clone().filter(|one| *one != at && whole(one)).collect();
        let [whole] = wholes[..] else { return None };
        self.quotient(at, &self.figures[whole], &count, Tie::Told)
    }

    /// *1,9 triệu tấn, trị giá 3,5 tỷ USD … Giá bình quân 1.842 USD/tấn*, *mỗi tấn bình quân 3.400 USD*.
    pub(in crate::check::figures) fn quotients(&self, at: usize) -> Vec<Way> {
        let mean = &self.figures[at];
        let Some(noun) = self.one_of(at) else { return Vec::new() };
        let back = if self.mean_of(at).is_some() { FAR } else { BACK };
        let near = |one: &usize| {
            let figure = &self.figures[*one];
            figure.per.is_none() && figure.of.is_none() && !self.is_moved(*one) && self.sentences_back(*one) <= back
        };
        let before = || (at.saturating_sub(PARTS)..at).filter(near);
        let mut amounts: Vec<usize> = before().filter(|one| self.figures[*one].kind == mean.kind).collect();
        if amounts.is_empty() {
            // *4.095 lượt tiêu chí, bình quân mỗi xã 18,61 tiêu chí*
            amounts.extend(before().filter(|one| *one >= self.own.start && self.figures[*one].is_counted()));
        }
        let counted = |one: &usize| {
            let kind = self.figures[*one].kind.to_lowercase();
            kind == noun || kind.strip_prefix(noun.as_str()).is_some_and(|rest| rest.starts_with(' '))
        };
        let mut counts: Vec<usize> = before().filter(counted).collect();
        if counts.is_empty() {
            // The number of them may be told farther off, if it is the only one.
            let plain = |one: &usize| counted(one) && self.figures[*one].per.is_none() && !self.is_moved(*one);
            let mut all = (at.saturating_sub(NEAR)..at).filter(plain);
            counts.extend(all.next().filter(|_| all.next().is_none()));
        }
        // What its own sentence tells goes before what the sentences before it do, and of those the nearest.
        let sole = |all: &[usize]| {
            let nearest = all.iter().map(|one| self.sentences_back(*one)).min();
            all.iter().filter(|one| Some(self.sentences_back(**one)) == nearest).count() == 1
        };
        let alone = sole(&amounts) && sole(&counts);
        let mut ways = Vec::new();
        for amount in &amounts {
            for count in &counts {
                let here = *amount >= self.own.start || amounts.len() == 1 || self.between(*amount, *count) == "/";
                // *1.826 tiêu chí/92 xã* is one statement.
                let paired = self.between(*amount, *count) == "/";
                let told = (alone || paired)
                    && self.figures[*amount].kind == mean.kind
                    && amount.abs_diff(*count) == 1
                    && here;
                let beside = amount.abs_diff(*count) == 1
                    && self.between(*amount.min(count), *amount.max(count)).find(". ").is_none();
                let named = (sole(&counts) || beside) && self.is_meant(at, *amount, &amounts);
                // *Tổng tài sản 124.000 tỷ đồng; bình quân đạt 105 tỷ đồng/quỹ*
                let only = alone && *amount >= self.own.start && mean.per.is_some();
                // *Tính bình quân, giá trị đạt hơn 94 tỷ đồng/phiên* of the only amount and the only number before.
                let sole = alone && amounts.len() == 1 && counts.len() == 1 && mean.per.is_some();
                let opened = self.sentence().trim_start().trim_start_matches("tính ").starts_with("bình quân");
                let told = told || (sole && opened && self.is_about(at, *amount, *count));
                let named = named || sole;
                let tie = match (told, named, only) {
                    (true, ..) => Tie::Told,
                    (_, true, _) => Tie::Named,
                    (.., true) => Tie::Only,
                    _ => Tie::Free,
                };
                ways.extend(self.quotient(at, &self.figures[*amount], &self.figures[*count], tie));
            }
        }
        ways
    }

    /// *Vốn đăng ký* of *vốn đăng ký bình quân một doanh nghiệp đạt 12 tỷ đồng*.
    fn mean_of(&self, at: usize) -> Option<String> {
        let label = self.label(at);
        let (subject, behind) = label.split_once(" bình quân")?;
        let each = ["một ", "mỗi "].iter().any(|word| behind.contains(word));
        let subject = subject.trim();
        (each && subject.split(' ').count() > 1).then(|| subject.to_owned())
    }

    /// Whether a mean is at most twice what two figures make, and at least half of it.
    fn is_about(&self, at: usize, amount: usize, count: usize) -> bool {
        let Some(share) = self.figures[amount].size.percent_of(self.figures[count].size, 6) else { return false };
        let made = share.shifted(-2).and_then(|made| self.figures[at].size.percent_of(made, 0));
        made.is_some_and(|rate| (50..=200).contains(&rate.mantissa))
    }

    /// Whether an amount is the first that is told with the words of what a mean is of.
    fn is_meant(&self, at: usize, amount: usize, amounts: &[usize]) -> bool {
        let Some(subject) = self.mean_of(at) else { return false };
        let named = |one: &&usize| self.label(**one).contains(&subject) && !self.label(**one).contains("bình quân");
        amounts.iter().find(named) == Some(&amount)
    }

    pub(in crate::check::figures) fn quotient(
        &self,
        at: usize,
        amount: &Mention,
        count: &Mention,
        tie: Tie,
    ) -> Option<Way> {
        let mean = &self.figures[at];
        let makes = Reach::of(amount)?.over(Reach::of(count)?)?.map(|size| Some(mean.in_unit(size)))?;
        // A mean of whole things is rounded or cut off as any other: *bình quân mỗi ngày có 6 vụ*.
        let whole = Reach::exactly(mean.value);
        let near = || {
            let unit = Reach::exactly(Decimal::whole(1));
            Some(makes.plus(unit)?.holds(mean) || makes.minus(unit)?.holds(mean) || makes.told(0).contains(&mean.value))
        };
        let rounded = mean.is_counted() && mean.value.scale == 0 && mean.power() == Some(0) && near() == Some(true);
        let makes = if rounded && mean.value != Decimal::whole(0) { whole } else { makes };
        let terms = format!("{} : {}", amount.shown(), count.shown());
        Some(Way { tie, makes, terms: Terms::Product(terms, mean.range.clone()) })
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::{told_from, told_of_slips};

    #[test]
    fn means_and_prices() {
        told_of_slips(&[
            (
                "Chè đạt 1,25 triệu tấn, trị giá 2,5 tỷ USD, tăng 3%. Giá bình quân đạt {}.",
                "2.000 USD/tấn",
                &["1.450 USD/tấn"],
            ),
            (
                "Tỉnh bán 1,25 triệu tấn chè, trị giá 2.500 tỷ đồng. Giá bình quân đạt {}.",
                "2 triệu đồng/tấn",
                &["1,45 triệu đồng/tấn"],
            ),
            (
                "Năm 2024, trại gom được 18.240 con giống, bình quân mỗi chuồng 3.040 con, tức khoảng {} mỗi tháng.",
                "1.520 con",
                &["3.040 con"],
            ),
            (
                "Tháng 7 có 1.262 hộ vay 12,1 tỷ đồng, bình quân 9,6 triệu đồng một hộ. Lũy kế 7 tháng, có 7.593 hộ vay với tổng số 77,1 tỷ \
                 đồng, tăng 3,9% về số hộ; mức vay bình quân là {}.",
                "10,2 triệu đồng",
                &["12,2 triệu đồng"],
            ),
            (
                "Chè đạt 2,42 tỷ USD với lượng 3,75 triệu tấn; tiêu 1,5 tỷ USD với lượng 280 nghìn tấn. Giá bình quân: chè {} USD/tấn, tăng \
                 2%; tiêu 5.357 USD/tấn.",
                "645",
                &["465"],
            ),
        ]);
    }

    #[test]
    fn means_of_one() {
        told_from(&[
            ("Trong 5 phiên chợ này, dân bán 470 tấn chè. Tính bình quân, lượng bán đạt 84 tấn/phiên.", Some("84 tấn")),
            ("Trong 5 phiên chợ này, dân bán 470 tấn chè. Tính bình quân, lượng bán đạt 94 tấn/phiên.", None),
            ("Chợ mở 24 phiên, thu về 1.320 triệu đồng, tức mỗi phiên thu được 65 triệu đồng.", Some("65 triệu đồng")),
            ("Chợ mở 24 phiên, thu về 1.320 triệu đồng, tức mỗi phiên thu được 55 triệu đồng.", None),
            ("Xã có 25 HTX với vốn 125 tỷ đồng; vốn bình quân một HTX đạt 7 tỷ đồng.", Some("7 tỷ đồng")),
            ("Xã có 25 HTX với vốn 125 tỷ đồng; vốn bình quân một HTX đạt 5 tỷ đồng.", None),
        ]);
    }
}
