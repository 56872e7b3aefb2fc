//! Places in an order — *đứng thứ 2 với 352 triệu USD. Tiếp theo là EU đạt 369 triệu USD* — against the figures told with them: what
//! comes later in the order is never more.

use super::Reading;
use super::mention::Mention;
use crate::diag::{Diagnostic, Message};
use crate::viet::seek::seek;

/// Words of the head of an order.
const FIRST: [&str; 6] = ["dẫn đầu", "đứng đầu", "đứng thứ nhất", "cao nhất", "lớn nhất", "nhiều nhất"];

/// Words that begin what comes next in it.
const NEXT: [&str; 8] =
    ["tiếp theo là", "tiếp đến là", "tiếp đó là", "kế đến là", "tiếp sau là", "đứng thứ", "xếp thứ", "xếp sau là"];

/// Words of another time.
const TIMES: [&str; 5] = ["năm ", "tháng", "quý ", "cùng kỳ", "trước đó"];

/// How far from a word of order its figure may stand, in figures.
const NEAR: usize = 3;

/// How far the next in the order may stand behind, in bytes.
const FAR: usize = 300;

/// A word of order with its figure.
struct Place {
    at: usize,
    figure: usize,
    first: bool,
}

impl Reading<'_> {
    /// Each of the next places of an order whose figure is more than that of the place before.
    pub(super) fn ranks(&self) -> Vec<Diagnostic> {
        let ordered = FIRST.iter().chain(&NEXT).any(|word| self.sentence().contains(word));
        let places = if ordered { self.places() } else { Vec::new() };
        let other = |pair: &[Place]| {
            let [one, next] = pair else { return None };
            let (higher, lower) = (&self.figures[one.figure], &self.figures[next.figure]);
            let near = next.at.saturating_sub(higher.range.end) <= FAR && !next.first && one.figure < next.figure;
            let kin = higher.is_kin(lower) && higher.unit == lower.unit && higher.power() == lower.power();
            let told = |figure: &Mention| !figure.rough && figure.of.is_none();
            // Of two times each has its own order.
            let between = &self.lower()[higher.range.end.min(lower.range.start)..lower.range.start];
            let timed = TIMES.iter().any(|word| between.contains(word));
            (near && kin && !timed && told(higher) && told(lower) && lower.size > higher.size)
                .then(|| self.out_of_order(one, next))
        };
        let own = |pair: &&[Place]| (self.within.start..self.within.end).contains(&pair[0].at);
        places.windows(2).filter(own).filter_map(other).collect()
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
        let (higher, lower) = (&self.figures[one.figure], &self.figures[next.figure]);
        let place = one.at..self.figures[next.figure].range.end;
        let mut fault = self.proof.fault("prose-sum", self.place(&place));
        fault.message.id = "prose-sum.rank";
        let fault = fault.with("lower", lower.shown()).with("higher", higher.shown());
        fault.hint(Message::new("prose-sum.hint.rank"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn orders() {
        for (text, told) in [
            ("Xã A dẫn đầu với 34 nhà, xã B đứng thứ 2 với 39 nhà.", true),
            ("Xã A dẫn đầu với 39 nhà, xã B đứng thứ 2 với 34 nhà.", false),
            ("Xã A có mức tăng cao nhất 0,37%. Tiếp theo là xã B tăng 0,46%.", true),
            ("Xã A có mức tăng cao nhất 0,37%. Tiếp theo là xã B tăng 0,26%.", false),
            // Of two orders each has its own head.
            ("Xã A dẫn đầu về lúa với 34 tạ; xã B dẫn đầu về ngô với 39 tạ.", false),
            ("Xã A dẫn đầu với 34 nhà. Trong 6 tháng trồng 39 ha, tiếp theo là xã B.", false),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told), "{text}: {found:?}");
        }
    }
}
