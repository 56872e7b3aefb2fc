//! Parts that fill a whole although no *trong đó* says so: two sides of it, how votes fell, names with their numbers.

use crate::check::figures::Reading;
use crate::check::figures::lists::list::{List, Units};
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::Mention;
use crate::check::figures::slip::slip;
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// Words of parts that are opposed, so that nothing but a third outcome may stand beside them.
pub(in crate::check::figures) const SIDES: [(&str, &str); 12] = [
    ("có mặt", "vắng"),
    ("đã giải quyết", "đang giải quyết"),
    ("đã giải quyết", "chưa giải quyết"),
    ("được giải quyết", "đang giải quyết"),
    ("được giải quyết", "chưa được"),
    ("đã xử lý", "đang xử lý"),
    ("đã trả lời", "đang "),
    ("âm tính", "dương tính"),
    ("hợp lệ", "không hợp lệ"),
    ("đạt chuẩn", "chưa đạt"),
    ("đúng hạn", "quá hạn"),
    ("đúng hạn", "trễ hạn"),
];

/// Words of those who did not agree.
const OTHERS: [&str; 7] =
    ["không tán thành", "không đồng ý", "không biểu quyết", "không có ý", "ý kiến khác", "phiếu trắng", "không hợp lệ"];

/// What becomes of the things counted: they rise, fall, or stay.
const STATES: [&[&str]; 3] = [&["tăng"], &["giảm"], STILL];

/// Words of what stays as it is.
const STILL: &[&str] =
    &["giữ nguyên", "không đổi", "không thay đổi", "không biến động", "ổn định", "tương đương", "bằng tháng"];

/// Among how many figures behind the whole its states are told.
pub(in crate::check::figures) const STATED: usize = 24;

/// The fewest names that make a list.
const LEAST: usize = 3;

/// Words that open a list of names with their numbers.
const OPENERS: [&str; 7] = ["gồm:", "gồm", "là:", "cụ thể:", "trong đó,", "trong đó:", "trong đó"];

impl Reading<'_> {
    /// *13/18 khoản thu đạt dự toán; 06/18 khoản thu không đạt dự toán*: what did and what did not make up the whole.
    pub(in crate::check::figures) fn complements(&self) -> Vec<Diagnostic> {
        let denied = |at: usize| {
            let behind = self.following(at).split([',', ';', '.', '(']).next().unwrap_or_default();
            let words: Vec<&str> = behind.split_whitespace().collect();
            let not = words.iter().position(|word| matches!(*word, "không" | "chưa"));
            (
                words.iter().filter(|word| !matches!(**word, "không" | "chưa")).copied().collect::<Vec<_>>(),
                not.is_some(),
            )
        };
        let wrong = |at: usize| {
            let (one, other) = (&self.figures[at], self.figures.get(at + 1)?);
            let of = one.of.filter(|of| other.of == Some(*of) && one.is_kin(other))?;
            let ((done, no), (left, not)) = (denied(at), denied(at + 1));
            let same = !no && not && left.len() > 1 && done.len() >= left.len() && done[..2] == left[..2];
            let right = of.checked_sub(one.size).filter(|right| same && *right != other.size)?;
            Some(self.other_sum(at + 1, format!("{of} - {}", one.value), right, &other.range))
        };
        let last = self.own.end.saturating_sub(1);
        (self.own.start..last).filter_map(wrong).collect()
    }

    /// The lists that their own words close.
    pub(in crate::check::figures) fn sides(&self) -> Vec<List> {
        [self.opposed(), self.opposed_of(), self.groups(), self.classes(), self.tally(), self.votes(), self.states()]
            .into_iter()
            .flatten()
            .collect()
    }

    /// *Trong 11 nhóm hàng, có 6 nhóm tăng …, 4 nhóm giảm …; nhóm giáo dục không biến động*: whether one that no figure counts stays
    /// as it is.
    pub(in crate::check::figures) fn leaves_some(&self, list: &List, over: Decimal) -> bool {
        // A group that stays and has no figure fills what the others leave.
        let behind = self.lower().get(list.whole.range.end..self.within.end).unwrap_or_default();
        let counted = || self.own.clone().any(|at| STILL.iter().any(|word| self.behind(at).contains(word)));
        matches!(list.opener, Opener::OfWhole | Opener::Run)
            && over.mantissa < 0
            && STILL.iter().any(|word| behind.contains(word))
            && !counted()
    }

    /// *Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 4 đảng viên*; *767 trường hợp, 721 mẫu âm tính; 29 mẫu đang chờ và
    /// 17 mẫu dương tính*.
    fn opposed(&self) -> Option<List> {
        let sentence = self.sentence();
        let (one, other) = SIDES.iter().find(|(one, other)| sentence.contains(one) && sentence.contains(other))?;
        let tells = |at: usize, word: &str| self.label(at).contains(word) || self.behind(at).contains(word);
        // Of *không hợp lệ* and *hợp lệ* the longer is told first.
        let second = self.own.clone().find(|at| tells(*at, other))?;
        let first = self.own.clone().find(|at| *at != second && tells(*at, one))?;
        let counts = |at: &usize| !self.figures[*at].is_rate() && !self.is_base_of_rate(*at);
        let head = first.min(second);
        let plain = |at: &usize| self.figures[*at].is_kin(&self.figures[head]) && self.figures[*at].of.is_none();
        // The whole stands right before the first part, or ends the sentence before.
        let (from, whole) = match head.checked_sub(1).filter(|whole| self.sentences_back(*whole) <= 1) {
            Some(before) if counts(&before) => (head, before),
            _ => return None,
        };
        let parts: Vec<usize> = (from..self.own.end).filter(counts).collect();
        let whole = &self.figures[whole];
        let alike = parts.iter().all(|at| plain(at) && !self.is_change(*at) && self.figures[*at].size < whole.size);
        let all = parts.contains(&first.max(second)) && parts.len() < 5;
        let kin = whole.is_kin(&self.figures[head]);
        (alike && all && whole.of.is_none() && whole.per.is_none()).then(|| List {
            units: if kin { Units::Same } else { Units::Filling },
            ..List::of(Opener::Namely, whole.clone(), parts.iter().map(|at| self.figures[*at].clone()).collect())
        })
    }

    /// *Trong 11 nhóm hàng, có 4 nhóm giá không đổi. 5 nhóm có giá tăng. 2 nhóm có giá giảm*: what rose, fell and stayed is all.
    fn states(&self) -> Option<List> {
        let whole = self.own.clone().next()?;
        let head = self.text.get(self.within.start..self.figures[whole].range.start)?.trim().to_lowercase();
        (head == "trong" || head == "trong số" || head == "trong tổng số").then_some(())?;
        let mut told: Vec<(usize, usize)> = Vec::new();
        for at in whole + 1..self.figures.len().min(whole + 1 + STATED) {
            let state = STATES.iter().position(|words| words.iter().any(|word| self.behind(at).contains(word)));
            let kin = self.figures[at].is_kin(&self.figures[whole]) && self.figures[at].of.is_none();
            // *Ngoài 3 nhóm giảm thì có …* tells one of them again.
            if let Some(state) = state.filter(|state| kin && told.iter().all(|(known, _)| known != state)) {
                told.push((state, at));
            }
        }
        let moved = told.iter().filter(|(state, _)| *state < 2).count() == 2;
        let parts: Vec<usize> = told.iter().map(|(_, at)| *at).collect();
        (moved && parts.len() > 2).then(|| self.whole_list(Opener::Namely, whole, &parts))
    }

    /// What is said of a figure: the words up to the next one.
    pub(in crate::check::figures) fn behind(&self, at: usize) -> &str {
        let most = if at < self.own.end { self.within.end } else { self.text.len() };
        let end = self.figures.get(at + 1).map_or(most, |next| next.range.start).min(most);
        let words = self.lower().get(self.figures[at].range.end..end).unwrap_or_default();
        &words[..words.find([',', ';', '(']).unwrap_or(words.len())]
    }

    /// *54/56 đại biểu tán thành, 01 đại biểu không tán thành và 02 đại biểu không biểu quyết*: at most 56.
    fn votes(&self) -> Option<List> {
        let agreed = self.own.clone().find(|at| {
            let words = self.behind(*at);
            self.figures[*at].of.is_some() && (words.contains("tán thành") || words.contains("đồng ý"))
        })?;
        let figure = &self.figures[agreed];
        // The next motion has its own votes.
        let agrees =
            |at: &usize| self.behind(*at).contains("tán thành") && !self.behind(*at).contains("không tán thành");
        let other_motion = |at: &usize| self.figures[*at].of.is_some() || agrees(at);
        let next = (agreed + 1..self.own.end).find(other_motion).unwrap_or(self.own.end);
        let others = (agreed + 1..next).map(|at| (&self.figures[at], self.behind(at)));
        let votes = others.filter(|(other, words)| {
            let same = other.is_kin(figure) || matches!(other.kind.as_str(), "phiếu" | "ý kiến" | "đại biểu");
            same && OTHERS.iter().any(|word| words.contains(word))
        });
        let votes: Vec<Mention> = votes.map(|(other, _)| other.clone()).collect();
        let whole = Mention { value: figure.of?, size: figure.of?, of: None, ..figure.clone() };
        let own = Mention { of: None, ..figure.clone() };
        (!votes.is_empty()).then(|| List {
            closed: false,
            open: true,
            ..List::of(Opener::Votes, whole, [vec![own], votes].concat())
        })
    }

    /// *12 hộ, gồm: xã A (5), xã B (4), xã C (3)*; of the figures before it, that of the names is no total.
    fn tally(&self) -> Option<List> {
        let text = &self.text[self.within.clone()];
        let found = OPENERS.iter().filter_map(|word| {
            let open = text.find(&format!("{word} "))? + word.len();
            Some((open, counts(&text[open..], self.within.start + open)?))
        });
        let (open, counts) = found.max_by_key(|(.., counts)| counts.len())?;
        let sum = Decimal::whole(counts.iter().map(|(_, count)| *count).sum());
        let names = Decimal::whole(i128::try_from(counts.len()).ok()?);
        let place = self.within.start + open;
        let before = |at: &usize| {
            let figure = &self.figures[*at];
            figure.range.end <= place && !figure.rough && !figure.is_rate() && figure.value.scale == 0
        };
        let wholes: Vec<usize> = self.own.clone().filter(before).collect();
        (!wholes.iter().any(|at| self.figures[*at].value == sum)).then_some(())?;
        // A figure near the sum that is not the number of names was meant to be the total.
        let off = |at: &usize| crate::check::figures::absolute(self.figures[*at].value.checked_sub(sum).unwrap_or(sum));
        let near = |at: &usize| off(at).mantissa.checked_mul(5).is_some_and(|off| off <= sum.mantissa);
        let other = |at: &usize| self.figures[*at].value != names;
        let slipped = |at: &usize| slip(self.figures[*at].value, sum, 2).is_some();
        let at = wholes.into_iter().filter(other).filter(|at| near(at) || slipped(at)).min_by_key(off)?;
        let whole = self.figures[at].clone();
        let part = |(range, count): (std::ops::Range<usize>, i128)| {
            let value = Decimal::whole(count);
            Mention { range, value, size: value, ..whole.clone() }
        };
        let parts = counts.into_iter().map(part).collect();
        Some(List::of(Opener::Tally, whole, parts))
    }
}

/// The numbers of *A (5), B (2) và C (1).* to the end of a sentence, with their places; none if anything else stands there.
fn counts(list: &str, start: usize) -> Option<Vec<(std::ops::Range<usize>, i128)>> {
    let trimmed = list.trim_end().trim_end_matches(['.', ';']);
    let mut found = Vec::new();
    let mut rest = trimmed;
    while let Some(open) = rest.find('(') {
        let close = open + rest[open..].find(')')?;
        let name = rest[..open].trim_start_matches([',', ';', ' ']);
        let name = name.strip_prefix("và ").unwrap_or(name);
        let number = rest[open + 1..close].trim();
        let count = number.split(' ').next()?.parse().ok()?;
        let worded = number.split(' ').count() <= 3;
        (worded && !name.trim().is_empty() && !name.contains([':', ',', ';']) && !name.contains(". ")).then_some(())?;
        let at = start + (rest.as_ptr() as usize - list.as_ptr() as usize) + open + 1;
        found.push((at..at + number.len(), count));
        rest = &rest[close + 1..];
        (rest.is_empty() || rest.starts_with([',', ';']) || rest.starts_with(" và ")).then_some(())?;
    }
    (found.len() >= LEAST && rest.is_empty()).then_some(found)
}
