//! Places in an order — *đứng thứ 2 với 352 triệu USD. Tiếp theo là EU đạt 369 triệu USD* — against the figures told with them: what
//! comes later in the order is never more.

use std::ops::Range;

use crate::check::figures::Reading;
use crate::check::figures::mention::Mention;
use crate::diag::{Diagnostic, Message};
use crate::viet::seek::seek;

/// Words of the head of an order.
const FIRST: [&str; 6] = ["dẫn đầu", "đứng đầu", "đứng thứ nhất", "cao nhất", "lớn nhất", "nhiều nhất"];

/// Words that begin what comes next in it.
const NEXT: [&str; 8] =
    ["tiếp theo là", "tiếp đến là", "tiếp đó là", "kế đến là", "tiếp sau là", "đứng thứ", "xếp thứ", "xếp sau là"];

/// The second place of an order, which two orders of one text may both have.
const SECOND: [&str; 3] = ["đứng thứ nhì", "đứng thứ hai", "đứng thứ 2"];

/// Words of another time.
const TIMES: [&str; 5] = ["năm ", "tháng", "quý ", "cùng kỳ", "trước đó"];

/// Words behind which another order is told.
const ANEW: [&str; 4] = ["chung cuộc", "tính cả", "nội dung", "tổng cộng"];

/// How far from a word of order its figure may stand, in figures.
const NEAR: usize = 3;

/// How far the next in the order may stand behind, in bytes.
const FAR: usize = 300;

/// From how many figures on one falling order is no chance.
const LONG: usize = 5;

/// A word of order with its figure.
struct Place {
    at: usize,
    figure: usize,
    first: bool,
}

impl Reading<'_> {
    /// Each of the next places of an order whose figure is more than that of the place before.
    pub(in crate::check::figures) fn ranks(&self) -> Vec<Diagnostic> {
        let ordered = FIRST.iter().chain(&NEXT).any(|word| self.sentence().contains(word));
        let places = if ordered { self.places() } else { Vec::new() };
        let other = |pair: &[Place]| {
            let [one, next] = pair else { return None };
            let (higher, lower) = (&self.figures[one.figure], &self.figures[next.figure]);
            let near = next.at.saturating_sub(higher.range.end) <= FAR && !next.first && one.figure < next.figure;
            let kin = higher.is_kin(lower) && higher.unit == lower.unit && higher.power() == lower.power();
            let told = |figure: &Mention| !figure.rough && figure.of.is_none();
            // Of two times, and of two events, each has its own order.
            let between = &self.lower()[higher.range.end.min(lower.range.start)..lower.range.start];
            let timed = TIMES.iter().chain(&ANEW).any(|word| between.contains(word));
            let second = |place: &Place| SECOND.iter().any(|word| self.lower()[place.at..].starts_with(word));
            let apart = timed || (second(one) && second(next));
            (near && kin && !apart && told(higher) && told(lower) && lower.size > higher.size)
                .then(|| self.out_of_order(one, next))
        };
        let own = |pair: &&[Place]| (self.within.start..self.within.end).contains(&pair[0].at);
        let mut found: Vec<Diagnostic> = places.windows(2).filter(own).filter_map(other).collect();
        if found.is_empty() {
            found.extend(self.falling());
            found.extend(self.between_places());
        }
        found
    }

    /// *đạt 72,80 điểm, xếp thứ 2, sau A (72,95 điểm) và trên B (70,76 điểm)*: who stands before has no less, who stands behind no more.
    fn between_places(&self) -> Vec<Diagnostic> {
        let sentence = &self.text[self.within.clone()];
        let ranked = ["xếp thứ", "đứng thứ", "xếp vị trí", "đứng vị trí"].iter().any(|word| sentence.contains(word));
        let mut found = Vec::new();
        for (word, above) in [(" sau ", true), (" trên ", false)].into_iter().filter(|_| ranked) {
            for (at, _) in sentence.match_indices(word) {
                let start = self.within.start + at + word.len();
                let given = self.figures.partition_point(|figure| figure.range.start < start);
                let Some(figure) = self.figures.get(given).filter(|_| given < self.own.end) else { continue };
                let link = &self.text[start..figure.range.start];
                let named = link.starts_with(char::is_uppercase) && link.ends_with('(') && !link.contains([',', ';']);
                let about = |own: &Mention| {
                    own.size.percent_of(figure.size, 0).is_some_and(|rate| (50..=200).contains(&rate.mantissa))
                };
                let level = |own: &Mention| own.is_kin(figure) && about(own);
                let kin = |own: &usize| level(&self.figures[*own]) && !self.is_moved(*own);
                let Some(own) = (self.own.start..given).find(kin).filter(|_| named) else { continue };
                let size = self.figures[own].size;
                if (above && figure.size < size) || (!above && figure.size > size) {
                    let place = |at: usize| Place { at: self.figures[at].range.start, figure: at, first: false };
                    let (one, next) = if above { (given, own) } else { (own, given) };
                    found.push(self.apart_in_order(&place(one), &place(next), start..figure.range.end));
                }
            }
        }
        found
    }

    /// *cao nhất là A 35,2%; tiếp theo là B 34,4%; C 15,8%; D 16,8%; thấp nhất là E 1,9%*: the one item of a falling order that is more
    /// than the item before it.
    fn falling(&self) -> Option<Diagnostic> {
        let sentence = self.sentence();
        let first = FIRST.iter().filter_map(|word| sentence.find(word)).min()?;
        let ordered = ["thấp nhất", "ít nhất", "theo thứ tự", "lần lượt"].iter().any(|word| sentence.contains(word));
        let from = self.figures.partition_point(|figure| figure.range.start < self.within.start + first);
        let run: Vec<usize> = (from..self.own.end).collect();
        let head = self.figures.get(from).filter(|_| ordered && run.len() >= LONG)?;
        let alike = run.iter().all(|at| self.figures[*at].is_kin(head) && self.figures[*at].unit == head.unit);
        let moved = run.iter().any(|at| self.is_moved(*at) || self.figures[*at].of.is_some());
        let mut odd = run.windows(2).filter(|pair| self.figures[pair[1]].size > self.figures[pair[0]].size);
        let pair = odd.next().filter(|_| alike && !moved && odd.next().is_none())?;
        let place = |at: usize| Place { at: self.figures[at].range.start, figure: at, first: false };
        Some(self.out_of_order(&place(pair[0]), &place(pair[1])))
    }

    /// The words of order of the paragraph from a sentence on, each with the figure right behind it.
    fn places(&self) -> Vec<Place> {
        // What follows is read as far as so many figures go.
        let end = self.figures.get(self.own.end + 8 * NEAR).map_or(self.text.len(), |figure| figure.range.start);
        let text = &self.lower()[self.within.start..end.max(self.within.end)];
        let mut found: Vec<Place> = Vec::new();
        for (words, first) in [(&FIRST[..], true), (&NEXT[..], false)] {
            for word in words {
                for (at, _) in seek(text, word) {
                    let place = self.within.start + at;
                    found.extend(self.figure_behind(place + word.len()).map(|figure| Place {
                        at: place,
                        figure,
                        first,
                    }));
                }
            }
        }
        found.sort_by_key(|place| place.at);
        found.dedup_by_key(|place| place.figure);
        found
    }

    /// The figure that a word of order is told with: the first one behind it in its sentence, up to a semicolon.
    fn figure_behind(&self, place: usize) -> Option<usize> {
        let first = self.figures.partition_point(|figure| figure.range.start < place);
        (first..self.figures.len().min(first + NEAR)).next().filter(|at| {
            let between = &self.text[place..self.figures[*at].range.start];
            !between.contains([';', '(', ':', '\n']) && !between.contains(". ") && between.matches(',').count() <= 1
        })
    }

    fn out_of_order(&self, one: &Place, next: &Place) -> Diagnostic {
        self.apart_in_order(one, next, one.at..self.figures[next.figure].range.end)
    }

    fn apart_in_order(&self, one: &Place, next: &Place, place: Range<usize>) -> Diagnostic {
        let (higher, lower) = (&self.figures[one.figure], &self.figures[next.figure]);
        let mut fault = self.proof.fault("prose-sum", self.place(&place));
        fault.message.id = "prose-sum.rank";
        let fault = fault.with("lower", lower.shown()).with("higher", higher.shown());
        fault.hint(Message::new("prose-sum.hint.rank"))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn orders() {
        for (text, told) in [
            ("Xã A dẫn đầu với 34 nhà, xã B đứng thứ 2 với 39 nhà.", true),
            ("Xã A dẫn đầu với 39 nhà, xã B đứng thứ 2 với 34 nhà.", false),
            ("Xã A có mức tăng cao nhất 0,37%. Tiếp theo là xã B tăng 0,46%.", true),
            ("Xã A có mức tăng cao nhất 0,37%. Tiếp theo là xã B tăng 0,26%.", false),
            // Of two orders each has its own head, or its own second.
            ("Về lúa xã B đứng thứ nhì với 34 tạ. Về ngô xã A có 45 tạ. Đứng thứ hai là xã B với 39 tạ.", false),
            ("Xã A dẫn đầu về lúa với 34 tạ; xã B dẫn đầu về ngô với 39 tạ.", false),
            (
                "Môn vật, xã A dẫn đầu với 17 giải, xã B đứng thứ nhì với 5 giải. Chung cuộc, đứng thứ hai là xã B với 8 giải.",
                false,
            ),
            ("Xã A dẫn đầu với 34 nhà. Trong 6 tháng trồng 39 ha, tiếp theo là xã B.", false),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told), "{text}: {found:?}");
        }
    }
}
