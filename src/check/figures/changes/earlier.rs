//! Changes against an earlier time that the words give in short: *giảm 165 vụ (194/359 vụ)*, *giảm 146 lượt tiếp, 127 lượt người (năm
//! trước 1.012 lượt với 1.091 lượt người)*, *giảm so với cùng kỳ (2.627 ca)*, two rates of one beginning.

use crate::check::figures::changes::growth::TIMES;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::{FOLLOWING, NEAR, Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// How many figures around a bracket may belong to what it tells of earlier times.
const MOVES: usize = 12;

/// Beginnings that all figures of a year share; *cùng kỳ* is another time for each of them.
const STARTS: [&str; 5] = ["đầu năm", "cuối năm", "31/12", "ngày 31/12", "tháng 12"];

/// Words between what moved and its figure, which say nothing of what it is.
pub(in crate::check::figures) const REACHED: [&str; 4] = ["đạt", "ước", "là", "khoảng"];

/// How many words at the end of two labels make their figures of one thing.
const SHARED: usize = 3;

/// Among how many figures before a comparison what it compares stands.
const COMPARED: usize = 4;

/// The most words between a movement and the bracket with what was before.
const WORDS: usize = 8;

impl Reading<'_> {
    /// *giảm 165 vụ, giảm 45,96% (194/359 vụ)*: the pair in brackets is what is now and what was. It may as well be a part of a
    /// whole, so that only a slip for the change tells it.
    pub(in crate::check::figures) fn against_pair(&self, at: usize) -> Vec<Way> {
        let told = || {
            let pair = (at + 1..self.own.end.min(at + 3)).find(|one| self.figures[*one].of.is_some())?;
            let figure = &self.figures[pair];
            let between = &self.text[self.figures[at].range.end..figure.range.start];
            let moves = (at + 1..pair).all(|one| self.is_move(one));
            let close = between.trim_end().ends_with('(') && !between.contains([';', ')']);
            (self.is_move(at) && moves && close).then_some(())?;
            let size = figure.of?;
            let from = Mention { value: figure.in_unit(size), size, of: None, ..figure.clone() };
            let now = Mention { of: None, ..figure.clone() };
            let mut ways = self.change(at, &from, &now, Tie::Only);
            // *giảm 87,5% (350/400 vụ)*: what is left, told as what fell.
            let left = Reach::of(&now)?.share(Reach::of(&from)?)?;
            let said = &self.figures[at];
            let told = said.is_rate() && left.holds(said) && self.label(at).contains("giảm");
            ways.iter_mut().filter(|way| told && way.tie == Tie::Only).for_each(|way| way.tie = Tie::Told);
            Some(ways)
        };
        told().unwrap_or_default()
    }

    /// *tăng 7 người (35/28), tức tăng 25%*: the pair between a change and its rate, if it is as far apart, is what is now and what was;
    /// no other figure explains the rate.
    pub(in crate::check::figures) fn of_pair_between(&self, at: usize) -> Vec<Way> {
        let told = || {
            let moved = at.checked_sub(1).filter(|moved| *moved >= self.own.start)?;
            let (change, rate) = (&self.figures[moved], &self.figures[at]);
            (rate.is_rate() && self.is_move(at) && self.is_move(moved) && change.is_counted()).then_some(())?;
            let between = self.between(moved, at);
            let (_, pair) = between.split_once('(').filter(|(words, _)| !words.contains([',', ';']))?;
            let (now, was) = pair.split_once(')')?.0.split_once('/')?;
            let end = |text: &str| {
                let value = Decimal::parse_grouped(text.trim()).ok()?;
                Some(Mention { value, size: value.shifted(change.power()?)?, ..change.clone() })
            };
            let (now, was) = (end(now)?, end(was)?);
            let far = absolute(now.size.checked_sub(was.size)?) == change.size;
            far.then(|| self.change(at, &was, &now, Tie::Told))
        };
        told().unwrap_or_default()
    }

    /// As many figures in the bracket behind a run of changes as there are changes, and before it as many of what is now.
    pub(in crate::check::figures) fn against_periods(&self, at: usize) -> Vec<Way> {
        self.periods(at).unwrap_or_default()
    }

    fn periods(&self, at: usize) -> Option<Vec<Way>> {
        let end = self.figures[at].range.end;
        let open = end + self.text.get(end..self.within.end)?.find('(')?;
        let close = self.reach(open + 1);
        // Moves stand close together: no more figures are asked than a sentence has.
        let from = self.own.start.max(at.saturating_sub(MOVES));
        (from..at + 1).rev().find(|one| self.is_move(*one)).filter(|first| *first + 3 > at)?;
        let first = (from..=at).find(|one| self.is_move(*one) && self.label(*one).contains("so với"))?;
        let moved: Vec<usize> = (first..self.own.end).take_while(|one| self.figures[*one].range.end <= open).collect();
        let ahead = at..self.figures.len().min(at + MOVES);
        let given: Vec<usize> = ahead.filter(|one| (open..close).contains(&self.figures[*one].range.start)).collect();
        let now = first.checked_sub(moved.len())?..first;
        let kind = |one: &usize| self.figures[*one].kind.split(' ').next();
        let alike = |all: &[usize]| all.iter().map(kind).eq(moved.iter().map(kind)) && all.len() > 1;
        let now: Vec<usize> = now.collect();
        let plain = |one: &usize| {
            let figure = &self.figures[*one];
            figure.of.is_none() && figure.per.is_none() && !figure.is_rate() && !figure.rough
        };
        let words = &self.lower()[open..self.figures[*given.first()?].range.start];
        let timed = TIMES.iter().any(|word| words.contains(word));
        let still = now.iter().chain(&given).all(|one| plain(one) && !self.is_moved(*one));
        let near = now.iter().all(|one| self.sentences_back(*one) <= 1);
        (alike(&given) && alike(&now) && timed && still && near).then_some(())?;
        let place = at.checked_sub(first)?;
        Some(self.change(at, &self.figures[*given.get(place)?], &self.figures[*now.get(place)?], Tie::Told))
    }

    /// *dư nợ đạt 65.955 tỷ đồng, tăng 12,06% so với đầu năm … dư nợ đạt 68.512 tỷ đồng, tăng 16,41% so với đầu năm*: the first rate
    /// shows the beginning of both.
    pub(in crate::check::figures) fn of_one_start(&self, at: usize) -> Vec<Way> {
        let told = |other: usize| {
            let (now, then) = (at.checked_sub(1)?, other.checked_sub(1)?);
            let rate = self.reach_of(other)?;
            let whole = Reach::exactly(Decimal::whole(100));
            let grown = if self.label(other).contains("giảm") { whole.minus(rate)? } else { whole.plus(rate)? };
            let start = self.reach_of(then)?.over(grown.map(|size| size.shifted(-2))?)?;
            let (makes, _) = self.reach_of(now)?.growth(start)?;
            let from = start.mid().rescaled(self.figures[now].last_place()?.scale).unwrap_or(start.mid());
            let terms = Terms::Change(from, self.figures[now].clone());
            self.is_one_thing(now, then).then_some(Way { tie: Tie::Only, makes, terms })
        };
        let Some(start) = self.start_of(at) else { return Vec::new() };
        let near = at.saturating_sub(NEAR)..self.figures.len().min(at + NEAR);
        let others = near.filter(|other| *other != at && self.start_of(*other) == Some(start));
        others.filter(|other| self.sentences_back(*other) <= 1).filter_map(told).collect()
    }

    /// The beginning that a rate of growth is told against.
    fn start_of(&self, at: usize) -> Option<&'static str> {
        let figure = &self.figures[at];
        let behind = self.text[figure.range.end..].trim_start();
        let behind = behind.strip_prefix("so với ")?;
        STARTS.iter().copied().find(|start| behind.starts_with(*start)).filter(|_| figure.is_rate() && self.is_move(at))
    }

    /// Whether the last words before two figures name one thing.
    fn is_one_thing(&self, one: usize, other: usize) -> bool {
        let last = |at: usize| -> Vec<String> {
            let label = self.label(at);
            let words = label.split_whitespace().rev().skip_while(|word| REACHED.contains(word));
            words.take(SHARED).map(str::to_owned).collect()
        };
        let kin = self.figures[one].is_kin(&self.figures[other]) && !self.figures[one].is_rate();
        kin && last(one).len() == SHARED && last(one) == last(other)
    }

    /// *số ca mắc giảm so với cùng kỳ năm trước (2.627 ca mắc)* where it has risen: no figure tells how far.
    pub(in crate::check::figures) fn directions(&self) -> Vec<Diagnostic> {
        let sentence = &self.text[self.within.clone()];
        let compared = ["thấp hơn ", "cao hơn "].iter().flat_map(|word| sentence.match_indices(word));
        let compared: Vec<Diagnostic> =
            compared.filter_map(|(at, word)| self.compared(self.within.start + at, word)).collect();
        let places = sentence.match_indices(" so với").map(|(at, _)| self.within.start + at);
        let told = |at: usize| {
            let way = ["tăng", "giảm"].iter().copied().find(|word| self.text[..at].ends_with(word))?;
            self.direction(at - way.len(), way)
        };
        places.filter_map(told).chain(compared).collect()
    }

    /// *đạt đỉnh 7,4 m, thấp hơn đỉnh lũ năm 1999 (7,3 m)*, *32,48%, thấp hơn 0,48% so với chỉ tiêu (32%)*: the bracket that closes a
    /// comparison holds what the nearest figure of its kind before is compared with.
    fn compared(&self, word: usize, way: &str) -> Option<Diagnostic> {
        let behind = &self.text[word..self.within.end];
        let open = word + behind.char_indices().take(FOLLOWING).find(|(_, sign)| *sign == '(').map(|(at, _)| at)?;
        let link = &self.text[word..open];
        let words = link.split_whitespace().count();
        let plain = !link.contains([';', ':', ')', '\n']) && !link.contains(". ") && words <= 2 * WORDS;
        let at = self.figures.partition_point(|figure| figure.range.start <= open);
        let given =
            self.figures.get(at).filter(|given| plain && given.range.start == open + 1 && given.of.is_none())?;
        self.text[given.range.end..].starts_with(')').then_some(())?;
        let first = self.figures.partition_point(|figure| figure.range.start < word);
        // *vượt báo động 3 là 1,4 m* is no level of its own.
        let about =
            |now: &Mention| now.size.percent_of(given.size, 0).is_some_and(|rate| (50..=200).contains(&rate.mantissa));
        let kin = |now: &Mention| now.is_kin(given) && about(now);
        let near = |now: &usize| *now >= self.own.start && kin(&self.figures[*now]) && !self.is_moved(*now);
        let now = (first.saturating_sub(COMPARED)..first).rev().find(near).map(|now| &self.figures[now])?;
        let below = way.starts_with("thấp");
        let wrong = if below { now.size > given.size } else { now.size < given.size };
        (wrong && !now.rough && !given.rough && now.of.is_none()).then_some(())?;
        let off = absolute(now.size.checked_sub(given.size)?);
        let right = if below { "cao hơn" } else { "thấp hơn" };
        let computed = format!("{right} {}", now.shown_as(now.in_unit(off)));
        let fault = self.proof.fault("prose-change", self.place(&(word..open))).with("from", given.shown());
        let fault = fault.with("to", now.shown()).with("said", way.trim()).with("computed", &computed);
        Some(fault.hint(Message::new("prose-change.hint").with("computed", computed)))
    }

    /// The fault of a word of movement whose bracket tells of one the other way.
    fn direction(&self, word: usize, way: &str) -> Option<Diagnostic> {
        let falls = way == "giảm";
        let behind = &self.text[word..self.within.end];
        let open = word + behind.find('(')?;
        let link = &self.lower()[word..open];
        let plain = !link.contains([',', ';', '.', ':']) && link.split_whitespace().count() <= WORDS + 3;
        let timed = TIMES.iter().any(|time| link.contains(time));
        let close = self.reach(open + 1);
        let given = |at: &usize| (open..close).contains(&self.figures[*at].range.start);
        let inside: Vec<usize> = self.own.clone().filter(given).collect();
        // A change in the bracket tells how far it moved, and not what it was.
        let figures = inside.iter().all(|at| !self.is_moved(*at) && !self.figures[*at].is_rate());
        (plain && timed && figures).then_some(())?;
        let other = |at: &usize| {
            let before = self.now_of(*at, word)?;
            let (from, to) = (&self.figures[*at], &self.figures[before]);
            let fell = to.size < from.size;
            (fell != falls && to.size != from.size && !from.rough && !to.rough).then_some((*at, before))
        };
        let (from, to) = inside.iter().find_map(other)?;
        let (from, to) = (&self.figures[from], &self.figures[to]);
        let off = absolute(to.size.checked_sub(from.size)?);
        let right = if falls { "tăng" } else { "giảm" };
        let computed = format!("{right} {}", to.shown_as(to.in_unit(off)));
        let fault = self.proof.fault("prose-change", self.place(&(word..word + way.len())));
        let fault = fault.with("from", to.shown_as(to.in_unit(from.size))).with("to", to.shown());
        let fault = fault.with("said", way).with("computed", &computed);
        Some(fault.hint(Message::new("prose-change.hint").with("computed", computed)))
    }

    /// The figure before a place that counts what one behind it does: the word behind both is the same.
    fn now_of(&self, given: usize, place: usize) -> Option<usize> {
        let next = |at: usize| {
            let figure = &self.figures[at];
            let clause = self.text[figure.range.end..].split([',', ';', '.', '(', ')']).next().unwrap_or_default();
            let words = format!("{} {clause}", figure.kind);
            words.split_whitespace().take(2).map(str::to_owned).collect::<Vec<String>>()
        };
        let told = |at: &usize| {
            let figure = &self.figures[*at];
            let plain = figure.of.is_none() && figure.per.is_none() && !self.is_moved(*at);
            let kin = figure.is_kin(&self.figures[given]) && next(*at) == next(given) && next(given).len() > 1;
            plain && kin && figure.range.end <= place && self.sentences_back(*at) <= 1
        };
        let mut found = (given.saturating_sub(NEAR)..given).filter(told);
        found.next().filter(|_| found.next().is_none())
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn earlier_times() {
        for (text, told) in [
            ("Trọng án giảm 156 vụ, giảm 45,96% (194/359 vụ) so với trước.", Some("156 vụ")),
            ("Trọng án giảm 165 vụ, giảm 45,96% (194/359 vụ) so với trước.", None),
            // What is left, told as what fell.
            ("Tội phạm giảm 54,04% (194/359 vụ) so với trước.", Some("54,04%")),
            // The pair is a part of its whole.
            ("Số vụ giảm 12% (14/18 xã có vụ việc).", None),
            (
                "Xã tiếp 866 lượt với 964 người. So với cùng kỳ giảm 146 lượt, 172 người (năm trước tiếp 1.012 lượt với 1.091 người).",
                Some("172 người"),
            ),
            (
                "Xã tiếp 866 lượt với 964 người. So với cùng kỳ giảm 146 lượt, 127 người (năm trước tiếp 1.012 lượt với 1.091 người).",
                None,
            ),
            (
                "Dư nợ đạt 65.955 tỷ đồng, tăng 12,06% so với đầu năm. Cuối năm, dư nợ đạt 68.512 tỷ đồng, tăng 5,1% so với đầu năm.",
                None,
            ),
            (
                "Tổng dư nợ đạt 65.955 tỷ đồng, tăng 12,06% so với đầu năm. Cuối năm, tổng dư nợ đạt 68.512 tỷ đồng, tăng 14,61% so với đầu năm.",
                Some("14,61%"),
            ),
            (
                "Tổng dư nợ đạt 65.955 tỷ đồng, tăng 12,06% so với đầu năm. Cuối năm, tổng dư nợ đạt 68.512 tỷ đồng, tăng 16,41% so với đầu năm.",
                None,
            ),
            ("Ghi nhận 3.218 ca mắc. Số ca mắc giảm so với cùng kỳ năm trước (2.627 ca mắc).", Some("giảm")),
            ("Ghi nhận 3.218 ca mắc. Số ca mắc tăng so với cùng kỳ năm trước (2.627 ca mắc).", None),
            ("Ghi nhận 3.218 ca mắc. Số ca nặng giảm so với cùng kỳ năm trước (2.627 ca nặng).", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
