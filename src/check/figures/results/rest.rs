//! What is left of a whole — *còn lại* — and what lies between two figures — *xuất siêu, chênh lệch*.

use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::reach::Reach;
use crate::check::figures::{NEAR, Reading};
use crate::viet::decimal::Decimal;

/// Words right before a rest, beside *còn lại*.
const RESTS: [&str; 10] =
    ["còn", "chưa", "vắng", "đang", "hiện còn", "tồn", "còn tồn", "còn thiếu", "khuyết", "chuyển kỳ sau"];

/// Words behind a figure that is not done with yet.
const UNDER: [&str; 6] =
    ["đang trong", "đang thực hiện", "đang giải quyết", "đang điều tra", "đang xử lý", "đang thụ lý"];

/// Words of what is done, of which nothing is left.
const DONE: [&str; 7] =
    ["đã thi hành", "đã giải quyết", "giải quyết được", "đã kết thúc", "đã xử lý", "đã hoàn thành", "đã xét xử"];

/// Words before a rest whose number follows an *là*: *số vụ còn đang theo dõi là 49*.
const STILL: [&str; 3] = ["còn đang", "còn phải", "hiện còn"];

/// Words that begin a sentence on what a whole is without a part.
const WITHOUT: [&str; 5] = ["nếu không tính", "nếu không kể", "không tính", "nếu trừ", "sau khi trừ"];

/// How many sentences before a rest its whole may stand.
pub(in crate::check::figures) const BACK: usize = 3;

/// Words behind those who came, and behind those who did not.
const PRESENT: [&str; 5] = ["dự", "tham dự", "tham gia", "có mặt", "đến"];
const ABSENT: [&str; 5] = ["bỏ thi", "vắng", "không dự", "không đến", "chưa đến"];

/// The most words before what is still to be done.
const DUE: usize = 5;

/// Words before a *còn* that tells what something fell to.
const FALLEN: [&str; 7] = ["giảm", "xuống", "chỉ", "nay", "vẫn", "hiện", "cũng"];

impl Reading<'_> {
    /// The ways of what is left.
    pub(in crate::check::figures) fn rests(&self, at: usize) -> Vec<Way> {
        let mut ways: Vec<Way> = self.other_half(at).into_iter().collect();
        ways.extend(self.remainder(at).unwrap_or_default());
        ways.extend(self.last_rest(at));
        ways.extend(self.vacancy(at));
        // *còn lại là 132 cuộc theo nhóm, 93 cuộc theo chuyên đề*: several make up the rest.
        let said = &self.figures[at];
        let more = |next: usize| {
            let other = &self.figures[next];
            next < self.own.end
                && other.is_kin(said)
                && other.of.is_none()
                && self.is_joined(next)
                && !self.is_moved(next)
        };
        let next = (at + 1..self.own.end).find(|next| !self.figures[*next].is_rate());
        if self.label(at).contains("còn lại là") && next.is_some_and(more) {
            return Vec::new();
        }
        // *3.654 hộ … còn 2.692 hộ (giảm 962 hộ)* is judged where the change is told.
        let moved = self.figures.get(at + 1).is_some_and(|_| self.is_moved(at + 1));
        if !moved {
            ways.extend(self.rests_of(at));
        }
        // *54 bản án, gồm 39 cũ và 15 mới; đã xong 5, còn 39*: a half of the whole is what the other one leaves, and no rest of what is
        // done.
        let halves = self.halves_before(at);
        ways.retain(|way| way.tie == Tie::Told || !halves.contains(&way.makes.mid()));
        ways
    }

    /// Each two figures right behind the one that they make up.
    fn halves_before(&self, at: usize) -> Vec<Decimal> {
        let said = &self.figures[at];
        let kin = |one: &usize| self.figures[*one].is_kin(said) && self.sentences_back(*one) <= 1;
        let before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(kin).collect();
        let size = |one: usize| self.figures[one].size;
        let made = |three: &[usize]| size(three[1]).checked_add(size(three[2])) == Some(size(three[0]));
        let led = |three: &[usize]| {
            let link = self.between(three[0], three[1]);
            link.contains("gồm") || link.contains("trong đó")
        };
        let halves = before.windows(3).filter(|three| made(three) && led(three));
        halves.flat_map(|three| [said.in_unit(size(three[1])), said.in_unit(size(three[2]))]).collect()
    }

    /// Whether the words before a figure may tell of a rest.
    pub(in crate::check::figures) fn is_left(&self, at: usize) -> bool {
        let label = self.label(at);
        // *hai bị cáo còn lại mỗi người 150 triệu đồng*
        if label.contains("mỗi ") {
            return false;
        }
        let told =
            label.contains("còn lại") || RESTS.iter().any(|word| label.trim_end().ends_with(word)) || self.is_rest(at);
        told || self.is_still(at)
            || self.is_unfinished(at)
            || self.is_without(at)
            || self.is_left_behind(at)
            || self.is_absent(at)
    }

    fn is_absent(&self, at: usize) -> bool {
        ABSENT.iter().any(|word| self.following(at).trim_start().starts_with(word))
    }

    /// *7 ca còn lại đang được điều tra* at the head of a clause.
    fn is_left_behind(&self, at: usize) -> bool {
        self.label(at).trim().is_empty() && self.following(at).trim_start().starts_with("còn lại")
    }

    fn is_still(&self, at: usize) -> bool {
        let label = self.label(at);
        label.trim_end().ends_with(" là") && STILL.iter().any(|word| label.contains(word))
    }

    /// *24 cuộc đang trong thời gian thực hiện* at the head of a sentence: the words of a rest stand behind it.
    fn is_unfinished(&self, at: usize) -> bool {
        let behind = self.following(at);
        let behind = behind.trim_start();
        self.label(at).trim().is_empty() && at == self.own.start && UNDER.iter().any(|word| behind.starts_with(word))
    }

    /// *Nếu không tính tiền đất (5.056 tỷ đồng) thì thu nội địa đạt 11.130 tỷ đồng*.
    fn is_without(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= self.own.start) else { return false };
        let opened = self.opening();
        let less = WITHOUT.iter().any(|word| opened.starts_with(word));
        less && before == self.own.start
            && self.between(before, at).trim_start_matches([')', ',', ' ']).starts_with("thì ")
    }

    /// *có 77 đơn. Đã giải quyết 66 đơn, còn 11 đơn*: what is done of the nearest whole. Any whole or part told before may be
    /// meant, so that they clear it.
    fn last_rest(&self, at: usize) -> Vec<Way> {
        let left = &self.figures[at];
        let rest = self.is_rest(at) || self.is_still(at) || self.is_unfinished(at) || self.is_without(at);
        let kin = |one: &usize| {
            let figure = &self.figures[*one];
            let plain = figure.of.is_none() && figure.per.is_none() && !figure.rough && !self.is_moved(*one);
            plain && figure.is_kin(left) && self.sentences_back(*one) <= BACK
        };
        let before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(kin).collect();
        let done = |one: &usize| {
            let told = self.lead(*one);
            DONE.iter().any(|word| told.contains(word)) && !told.contains("trong đó")
        };
        let part = match self.is_without(at) {
            true => before.last().copied(),
            false => before.iter().rev().copied().find(done),
        };
        let Some(part) = part.filter(|_| rest) else { return Vec::new() };
        let plan = |one: &&usize| **one < part && self.figures[**one].size > self.figures[part].size;
        let subset = |one: usize| self.lead(one).contains("trong số") && self.is_unfinished(at);
        let mut wholes = before.iter().rev().filter(plan).filter(|one| !subset(**one));
        let Some(mut whole) = wholes.next().copied() else { return Vec::new() };
        // *54 bản án, trong đó 39 bản án cũ, 15 bản án mới*: the parts make up the whole that is meant.
        if let (Some(one), Some(all)) = (wholes.next(), wholes.next()) {
            let size = |at: usize| self.figures[at].size;
            if size(*one).checked_add(size(whole)) == Some(size(*all)) {
                whole = *all;
            }
        }
        let mut ways: Vec<Way> = Vec::new();
        for (place, one) in before.iter().enumerate() {
            for other in &before[place + 1..] {
                let tie = if (*one, *other) == (whole, part) { Tie::Told } else { Tie::Silent };
                ways.extend(self.difference(left, (*one, *other), tie));
            }
        }
        ways
    }

    /// *gồm 177 đồng chí; bầu 168 ủy viên, khuyết 9 ủy viên*: the two figures right before.
    fn vacancy(&self, at: usize) -> Option<Way> {
        let label = self.label(at);
        let vacant = ["khuyết", "còn thiếu"].iter().any(|word| label.trim_end().ends_with(word));
        let mut before = (at.saturating_sub(4)..at).rev().filter(|one| vacant || !self.figures[*one].is_rate());
        let (part, whole) = (before.next()?, before.next()?);
        // *5.446 thí sinh đăng ký, 5.410 thí sinh dự thi, 36 thí sinh bỏ thi*
        let came = || PRESENT.iter().any(|word| self.following(part).trim_start().starts_with(word));
        (vacant || (self.is_absent(at) && came())).then_some(())?;
        let counts = |one: usize| {
            let figure = &self.figures[one];
            let alike = figure.is_kin(&self.figures[at]) || (figure.is_person() && self.figures[at].is_person());
            alike && figure.of.is_none() && self.sentences_back(one) <= 1
        };
        let falls = self.figures[whole].size > self.figures[part].size;
        (counts(part) && counts(whole) && falls)
            .then(|| self.difference(&self.figures[at], (whole, part), Tie::Told))?
    }

    /// The whole and all that is told of it in between: *186 kiến nghị; 143 kiến nghị đã giải quyết; 38 kiến nghị đang xử
    /// lý; còn 5 kiến nghị*.
    fn remainder(&self, at: usize) -> Option<Vec<Way>> {
        let left = &self.figures[at];
        self.is_rest(at).then_some(())?;
        // *6.256/6.410 cử tri bỏ phiếu; 6.200 cử tri đồng ý, 52 không đồng ý, còn lại 4 phiếu*: votes are left of voters.
        let voted = |other: usize| self.is_voter(other) && self.is_voter(at);
        let same = |other: &usize| {
            let figure = &self.figures[*other];
            let near = self.sentences_back(*other) <= 2;
            let alone = figure.of.is_none() || voted(*other);
            (figure.is_kin(left) || voted(*other)) && alone && near && figure.size >= Decimal::default()
        };
        let mut before: Vec<usize> = (at.saturating_sub(NEAR)..at).filter(same).collect();
        let pair = before.iter().rposition(|one| self.figures[*one].of.is_some());
        before.drain(..pair.unwrap_or(0));
        let (whole, parts) = before.split_first()?;
        // Increases and cuts in between make the rest another sum.
        let plain = (1..=4).contains(&parts.len()) && !before.iter().any(|at| self.is_change(*at));
        let size = self.figures[*whole].size;
        let smaller = parts.iter().all(|part| self.figures[*part].size < size) && left.size < size;
        (plain && smaller).then_some(())?;
        let told = self.lead(parts[0]);
        let spent = ["đã ", "giải ngân", "thực hiện"].iter().any(|word| told.contains(word));
        let named = self.label(at).contains("còn lại");
        let choices = self.choices(*whole, parts)?;
        let last = choices.len() - 1;
        let rough = before.iter().any(|one| self.figures[*one].rough);
        let way = |(place, (parts, rest)): (usize, &(Vec<usize>, Reach))| {
            let off = crate::check::figures::absolute(left.size.checked_sub(rest.mid())?).shifted(2)?;
            // What is far from the rest of all parts is the rest of something else.
            let near = off <= Decimal { mantissa: size.mantissa.checked_mul(12)?, ..size };
            let tie = match place == last {
                true if rough => Tie::Only,
                true if near || (parts.len() == 1 && (spent || named)) => Tie::Told,
                _ => Tie::Silent,
            };
            let shown: Vec<String> =
                parts.iter().map(|part| left.in_unit(self.figures[*part].size).to_string()).collect();
            let terms = Terms::Sum(format!("{} - {}", left.in_unit(size), shown.join(" - ")));
            Some(Way { tie, makes: rest.map(|size| Some(left.in_unit(size)))?, terms })
        };
        Some(choices.iter().enumerate().filter_map(way).collect())
    }

    /// The whole less some of the parts, each choice of them; less all of them comes last.
    fn choices(&self, whole: usize, parts: &[usize]) -> Option<Vec<(Vec<usize>, Reach)>> {
        let mut choices = vec![(Vec::new(), self.reach_of(whole)?)];
        for part in parts {
            let size = self.reach_of(*part)?;
            let less: Option<Vec<(Vec<usize>, Reach)>> = choices
                .iter()
                .map(|(parts, rest)| Some(([parts.as_slice(), &[*part]].concat(), rest.minus(size)?)))
                .collect();
            choices.extend(less?);
        }
        Some(choices)
    }

    /// *khám phá 158/190 vụ, đang điều tra 32 vụ*: what a share leaves of its whole.
    fn other_half(&self, at: usize) -> Option<Way> {
        let left = &self.figures[at];
        let part = at.checked_sub(1).filter(|part| *part >= self.own.start)?;
        let (part, whole) = (&self.figures[part], self.figures[part].of?);
        let label = self.label(at);
        let told = ["còn", "đang", "chưa"].iter().any(|word| label.trim_start().starts_with(word));
        let told = told || self.is_left_behind(at);
        (told && left.is_kin(part)).then_some(())?;
        let rest = whole.checked_sub(part.size)?;
        // Far from the rest it is part of it only.
        let off = crate::check::figures::absolute(left.size.checked_sub(rest)?).shifted(2)?;
        let near = off <= Decimal { mantissa: whole.mantissa.checked_mul(10)?, ..whole };
        let terms = Terms::Sum(format!("{} - {}", left.in_unit(whole), part.value));
        near.then_some(Way { tie: Tie::Told, makes: Reach::exactly(left.in_unit(rest)), terms })
    }

    /// Whether a figure is told as what is left of something: *còn lại 5 hộ*, *còn 5 hộ*, not *giảm còn 5 hộ*.
    fn is_rest(&self, at: usize) -> bool {
        let label = self.label(at);
        let label = label.trim_end();
        let bare =
            label.strip_suffix("còn").is_some_and(|head| !FALLEN.iter().any(|word| head.trim_end().ends_with(word)));
        // *còn phải theo dõi 49 bản án*
        let due = label.trim_start().starts_with("còn phải ") && label.split_whitespace().count() <= DUE;
        label.contains("còn lại") || label.ends_with("còn tồn") || bare || due
    }

    /// *còn lại 6.549 thùng*: what one figure before it leaves of another.
    fn rests_of(&self, at: usize) -> Vec<Way> {
        let said = &self.figures[at];
        let all: Vec<usize> = self.beside(at, at).into_iter().filter(|one| *one < at).collect();
        let mut ways = Vec::new();
        for (place, whole) in all.iter().enumerate() {
            for part in &all[place + 1..] {
                let falls = self.figures[*whole].size > self.figures[*part].size;
                let tie = if falls { Tie::Free } else { Tie::Silent };
                ways.extend(self.difference(said, (*whole, *part), tie));
            }
        }
        ways
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn wholes_and_rests() {
        for (text, told) in [
            ("Vốn giao 842 tỷ đồng. Đã giải ngân 517 tỷ đồng; số vốn còn lại là 325 tỷ đồng.", None),
            ("Vốn giao 842 tỷ đồng. Đã giải ngân 517 tỷ đồng; số vốn còn lại là 352 tỷ đồng.", Some("352 tỷ đồng")),
            ("Xã có 120 hộ, 30 hộ cận nghèo, đã giúp 20 hộ, còn lại 95 hộ.", None),
            ("Có 50/56 đại biểu tán thành, 4 đại biểu không tán thành, 2 đại biểu không biểu quyết.", None),
            (
                "Có 52/56 đại biểu tán thành, 4 đại biểu không tán thành, 2 đại biểu không biểu quyết.",
                Some("52/56 đại biểu"),
            ),
            (
                "Một nghị quyết 56/56 đại biểu tán thành; một nghị quyết có 52 đại biểu tán thành, 4 đại biểu không tán thành.",
                None,
            ),
            ("Trường có 200 em: Tốt 100 em (50%), Khá 60 em (30%), Đạt 40 em (20%).", None),
            ("Trường có 200 em: Tốt 100 em (50%), Khá 60 em (30%), Đạt 40 em (21,5%).", Some("40 em (21,5%")),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
