//! Parts that are more than what they are told of, where no list is: *54 đại biểu có mặt trong tổng số 51 đại biểu*, more answered
//! than received.

use crate::check::figures::lists::sum::times;
use crate::check::figures::mention::Mention;
use crate::check::figures::{NEAR, Reading};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// Words right before the whole of the figure before it.
const WHOLES: [&str; 3] = ["trong tổng số", "trên tổng số", "trong số"];

/// What became of a part of what was received.
const DONE: [&str; 8] = [
    "đã giải quyết",
    "được giải quyết",
    "đã trả lời",
    "được trả lời",
    "đã xử lý",
    "được xử lý",
    "đã tiếp thu",
    "đã hoàn thành",
];

/// Words behind a rate that name another base than what was received.
const PLANS: [&str; 6] = ["kế hoạch", "dự toán", "so với", "chỉ tiêu", "nghị quyết", "cùng kỳ"];

/// Words of those who are there or vote.
const PRESENT: [&str; 6] = ["có mặt", "dự họp", "tham dự", "tán thành", "đồng ý", "bỏ phiếu"];

/// The most words that lead from the members to those who are there.
const LABEL: usize = 4;

/// How many sentences before it that of which something was done may stand.
const BACK: usize = 2;

impl Reading<'_> {
    /// The parts of a sentence that are more than their whole.
    pub(in crate::check::figures) fn beyond(&self) -> Vec<Diagnostic> {
        // One figure is told once, by the surest of the ways.
        let one = |at: usize| {
            let told = self.beyond_all(at).or_else(|| self.beyond_received(at));
            told.or_else(|| self.beyond_itself(at)).or_else(|| self.beyond_members(at))
        };
        self.own.clone().filter_map(one).collect()
    }

    /// *31/30 phiếu*, *46/45 đại biểu có mặt*: more than all can neither vote nor be there.
    fn beyond_itself(&self, at: usize) -> Option<Diagnostic> {
        let part = &self.figures[at];
        let whole = part.of.filter(|of| *of < part.size)?;
        let behind = self.following(at).split([',', ';', '.', '(']).next().unwrap_or_default();
        // *kết nạp 46/45 đảng viên* is above a plan, which is well.
        let there = PRESENT.iter().any(|word| behind.contains(word) || self.label(at).contains(word));
        let voters = part.unit == "phiếu" || (part.is_person() && there);
        let whole = Mention { value: part.in_unit(whole), size: whole, of: None, ..part.clone() };
        voters.then(|| self.no_more_than(at, &whole))
    }

    /// *Chi bộ có 32 đảng viên, dự họp 34 đảng viên*.
    fn beyond_members(&self, at: usize) -> Option<Diagnostic> {
        let (part, whole) = (&self.figures[at], &self.figures[at.checked_sub(1).filter(|one| *one >= self.own.start)?]);
        let label = self.label(at).trim();
        // *dự họp còn có 34 cán bộ* are guests.
        let there = PRESENT.iter().any(|word| label.starts_with(word)) && label.split(' ').count() <= LABEL;
        let persons = part.is_person() && part.unit == whole.unit && part.of.is_none() && whole.of.is_none();
        let sure = persons && !part.rough && !whole.rough && !self.is_moved(at) && !self.is_moved(at - 1);
        (there && sure && part.size > whole.size).then(|| self.no_more_than(at, whole))
    }

    /// *54/54 đại biểu có mặt tại kỳ họp trong tổng số 51 đại biểu*.
    fn beyond_all(&self, at: usize) -> Option<Diagnostic> {
        let (part, whole) = (&self.figures[at], self.figures.get(at + 1).filter(|_| at + 1 < self.own.end)?);
        let link = self.between(at, at + 1).trim_end();
        let told = WHOLES.iter().any(|word| link.strip_suffix(word).is_some_and(|head| head.ends_with([' ', ','])));
        // *ông A 40 phiếu; bà B được 38 phiếu trong số 37 phiếu hợp lệ*: a stop begins something else.
        let near = told && !link.contains([';', ':', '(', ')']) && !link.contains(". ");
        let alike = whole.is_like(part) && !part.is_rate() && part.per.is_none() && !self.is_moved(at);
        let sure = !whole.rough && !part.rough && part.size > whole.size;
        (near && alike && sure).then(|| self.no_more_than(at, whole))
    }

    /// *2.593 kiến nghị được tổng hợp. Có 2.598 kiến nghị đã được giải quyết, đạt 99,8%*: the rate tells that it is a part.
    fn beyond_received(&self, at: usize) -> Option<Diagnostic> {
        let part = &self.figures[at];
        let rate = self.figures.get(at + 1).filter(|rate| rate.is_rate() && at + 1 < self.own.end)?;
        // *1.236 hồ sơ đã được giải quyết, đạt 98,6%*, *đã giải quyết 1.236 hồ sơ, đạt 98,6%*.
        let link = &self.lower()[part.range.end..rate.range.start];
        let done = DONE.iter().any(|word| link.contains(word)) || DONE.iter().any(|word| self.label(at).contains(word));
        let behind = self.following(at + 1).split([',', ';', '.']).next().unwrap_or_default();
        // *đạt 98,6% kế hoạch* is held against a plan, of which there may be more.
        let own = done && rate.value < Decimal::whole(100) && !PLANS.iter().any(|word| behind.contains(word));
        (own && part.of.is_none() && part.is_counted() && !self.is_moved(at)).then_some(())?;
        let kin = |one: &usize| {
            let figure = &self.figures[*one];
            figure.is_kin(part) && figure.per.is_none() && !self.is_moved(*one)
        };
        let before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(kin).collect();
        let whole = &self.figures[*before.last().filter(|last| self.sentences_back(**last) <= BACK)?];
        // Any larger figure may be the one that is meant.
        let largest = before.iter().all(|one| {
            let figure = &self.figures[*one];
            figure.size < part.size && figure.of.is_none_or(|of| of < part.size)
        });
        // Much more is of another whole.
        let near = part.size.shifted(2)? <= times(whole.size, 125)?;
        let whole = Mention { of: None, ..whole.clone() };
        (largest && near && !whole.rough && !part.rough).then(|| self.no_more_than(at, &whole))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn parts_beyond_what_they_are_of() {
        let received = "Huyện nhận 512 kiến nghị của cử tri.";
        for (text, told) in [
            ("Kỳ họp có 37/37 đại biểu có mặt trong tổng số 35 đại biểu.".to_owned(), true),
            ("Kỳ họp có 33/33 đại biểu có mặt trong tổng số 35 đại biểu.".to_owned(), false),
            ("Có 41 giáo viên dự tập huấn, trong tổng số 38 giáo viên của trường.".to_owned(), true),
            ("Có 41 giáo viên dự tập huấn; trong số 38 giáo viên đạt chuẩn có 12 nữ.".to_owned(), false),
            ("Bà Mai được bầu với 31/30 phiếu.".to_owned(), true),
            ("Có 46/45 đại biểu có mặt tại kỳ họp.".to_owned(), true),
            // Of a plan there may be more.
            ("Đảng bộ kết nạp 46/45 đảng viên.".to_owned(), false),
            ("Chi bộ có 32 đảng viên, dự họp 34 đảng viên.".to_owned(), true),
            ("Chi bộ có 34 đảng viên, dự họp 32 đảng viên.".to_owned(), false),
            ("Chi bộ có 32 đảng viên, dự họp còn có 34 cán bộ.".to_owned(), false),
            (format!("{received} Có 521 kiến nghị đã được trả lời, đạt 98,2%."), true),
            (format!("{received} Có 503 kiến nghị đã được trả lời, đạt 98,2%."), false),
            // Of the plan, and of a figure before.
            (format!("{received} Có 521 kiến nghị đã được trả lời, đạt 98,2% kế hoạch."), false),
            (format!("Cả tỉnh có 531 kiến nghị. {received} Có 521 kiến nghị đã được trả lời, đạt 98,2%."), false),
        ] {
            assert_eq!(found(&text).len(), usize::from(told), "{text}: {:?}", found(&text));
        }
    }
}
