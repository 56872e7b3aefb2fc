//! The figures of a list as its words join them: which are parts, which stand aside, and where it breaks off.

use std::ops::Range;

use crate::check::figures::Reading;
use crate::check::figures::lists::opener::Opened;
use crate::viet::decimal::Decimal;

/// The parts read so far.
#[derive(Default)]
pub(in crate::check::figures) struct Parts {
    pub(in crate::check::figures) found: Vec<usize>,
    pub(in crate::check::figures) asides: Vec<usize>,
    /// Figures of another kind stand between them: *475 lượt với 1,6 tỷ USD và 286 lượt*.
    pub(in crate::check::figures) crossed: bool,
    /// A list within the list, or another subject, broke it off.
    pub(in crate::check::figures) broken: bool,
}

/// Words of what persons are, of which one may be several: *nữ 8 người, trẻ tuổi 9 người, ngoài Đảng 4 người*.
const TRAITS: [&str; 12] = [
    "nữ",
    "trẻ",
    "dưới 3",
    "dưới 4",
    "ngoài đảng",
    "dân tộc",
    "tôn giáo",
    "có đạo",
    "tái cử",
    "trình độ",
    "đảng viên",
    "đoàn viên",
];

impl Reading<'_> {
    /// Whether the parts are groups that one person may be of several of, by two different traits.
    pub(in crate::check::figures) fn are_overlapping(&self, parts: &[usize]) -> bool {
        let trait_of = |at: &usize| {
            let end = self.figures.get(at + 1).map_or(self.within.end, |next| next.range.start);
            let behind = self.lower().get(self.figures[*at].range.start..end).unwrap_or_default();
            let behind = behind.split([',', ';', '(']).next().unwrap_or_default();
            let told = |words: &str| TRAITS.iter().position(|word| words.contains(word));
            // *đại biểu trẻ dưới 40 tuổi có 47 người*: a figure may stand within the words.
            let head = self.lower().get(self.within.start..self.figures[*at].range.start).unwrap_or_default();
            let clause = &head[head.rfind([',', ';', ':', '(', ')']).map_or(0, |sign| sign + 1)..];
            let clause = clause.rsplit(" và ").next().unwrap_or_default();
            told(self.label(*at)).or_else(|| told(clause)).or_else(|| told(behind))
        };
        let persons = parts.iter().all(|at| self.figures[*at].is_person());
        let mut traits: Vec<usize> = parts.iter().filter_map(trait_of).collect();
        traits.sort_unstable();
        traits.dedup();
        persons && traits.len() > 2
    }

    /// *23 người, gồm Chủ tịch, 3 Phó Chủ tịch và 19 Ủy viên*: whether items without a number, one each, make up the total.
    pub(in crate::check::figures) fn is_filled_by_single(
        &self,
        opened: &Opened,
        whole: usize,
        parts: &[usize],
    ) -> bool {
        let size = |at: &usize| self.figures[*at].size;
        let first = parts.first().map_or(opened.end, |first| self.figures[*first].range.start);
        let single = self.text.get(opened.word.end..first).unwrap_or_default().matches(", ").count();
        let rest = parts.iter().try_fold(size(&whole), |rest, at| rest.checked_sub(size(at)));
        single > 0 && rest.is_some_and(|rest| i128::try_from(single).is_ok_and(|one| rest == Decimal::whole(one)))
    }

    /// Whether the same kinds of figures stand between any two parts: *69 vụ/102 bị can; 1 vụ/1 bị can*.
    pub(in crate::check::figures) fn is_regular(&self, parts: &[usize]) -> bool {
        let kinds = |pair: &[usize]| -> Vec<&str> {
            let between = pair[0] + 1..pair[1];
            between.filter(|at| !self.figures[*at].is_rate()).map(|at| self.figures[at].kind.as_str()).collect()
        };
        let mut gaps = parts.windows(2).map(kinds);
        let first = gaps.next();
        first.is_some_and(|first| gaps.all(|gap| gap == first))
    }

    /// The figures of a list that count what its first one counts; none where one of them cannot be placed.
    pub(in crate::check::figures) fn parts(
        &self,
        opened: &Opened,
        range: Range<usize>,
        inner: &[Range<usize>],
    ) -> Option<Parts> {
        let head = &self.figures[range.start];
        let level = |at: usize| self.level(opened.word.end, self.figures[at].range.start);
        let mut parts = Parts::default();
        // Nobody can say where a list within this one ends, if commas alone part the items of both.
        let stops = self.text[opened.word.end..opened.end].contains(';');
        let endless = inner.iter().any(|inner| inner.end == opened.end) && !stops;
        for at in range.clone() {
            let figure = &self.figures[at];
            let inside = inner.iter().any(|inner| inner.contains(&figure.range.start));
            parts.broken |= inside && endless;
            // Of sides and their balance the balance is no part.
            let balance = self.balance_of(at).is_some() && self.balance_of(range.start).is_none();
            if inside || balance || level(at) != level(range.start) || self.is_aside(at) {
                if !inside && figure.is_kin(head) && self.is_alone(at) {
                    parts.asides.push(at);
                }
                continue;
            }
            if !figure.is_kin(head) {
                // Behind two parts and more, a figure of another kind begins something else.
                if parts.found.len() > 1 && !parts.crossed {
                    parts.broken |= (at..range.end).any(|at| self.figures[at].is_kin(head));
                    break;
                }
                parts.crossed = true;
                continue;
            }
            let apart = parts.found.last().is_none_or(|last| is_joint(self.between(*last, at)));
            (apart && !self.is_result(at)).then_some(())?;
            (!self.is_change_of(at)).then_some(())?;
            parts.found.push(at);
        }
        Some(parts)
    }
}

/// Whether a new item begins between two figures.
fn is_joint(between: &str) -> bool {
    between.contains([',', ';', '\n']) || between.contains(" và ")
}
