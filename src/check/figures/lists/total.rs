//! The total of a list: the figure before its opener that counts what its parts do, and whether it stands right there.

use crate::check::figures::lists::list::{FAR, List};
use crate::check::figures::lists::opener::{Opened, Opener};
use crate::check::figures::mention::Mention;
use crate::check::figures::{NEAR, Reading};

impl Reading<'_> {
    /// *1.450 giáo viên, trong đó 1.520 người đạt chuẩn*: persons called otherwise may only be too many.
    pub(in crate::check::figures) fn more_persons(&self, opened: &Opened, first: usize) -> Option<List> {
        let whole = first.checked_sub(1).filter(|whole| *whole >= self.own.start && first < self.own.end)?;
        let (one, part) = (&self.figures[whole], &self.figures[first]);
        let plain = |figure: &Mention| figure.is_person() && figure.of.is_none() && figure.per.is_none();
        let near = opened.word.start.checked_sub(one.range.end).is_some_and(|gap| gap <= FAR.0);
        let told = near && opened.opener == Opener::Among && plain(one) && plain(part) && part.size > one.size;
        let still = !self.is_moved(whole) && !self.is_moved(first) && !self.is_enclosed(whole, opened.word.start);
        (told && still).then(|| List { parts: vec![part.clone()], ..List::among(one.clone()) })
    }

    /// The total of a list: the nearest figure before it that counts the same and is no change.
    pub(in crate::check::figures) fn whole(&self, opened: &Opened, first: usize, head: &Mention) -> Option<usize> {
        let before = self.figures[..first].partition_point(|figure| figure.range.end <= opened.word.start);
        let heads = self.text[self.within.start..opened.word.start].trim().is_empty();
        let near = |whole: &usize| {
            let distance = opened.word.start.saturating_sub(self.figures[*whole].range.end);
            distance <= FAR.1
                && if heads || opened.opener == Opener::Such {
                    self.sentences_back(*whole) <= 2
                } else {
                    *whole >= self.own.start
                }
        };
        let counts = |whole: &usize| {
            let figure = &self.figures[*whole];
            // *97 triệu đồng/người. Cụ thể, mỗi người được tỉnh hỗ trợ 30 triệu đồng*
            let each = figure.per.is_some()
                && self.text[self.within.clone()].contains("mỗi ")
                && Mention { per: None, ..figure.clone() }.is_kin(head);
            let points = opened.opener == Opener::OfWhole && figure.is_rate() && head.unit == "điểm";
            (figure.is_kin(head) || points || each) && !self.is_moved(*whole) && !self.is_base_of_rate(*whole)
        };
        let open = |whole: &usize| !self.is_enclosed(*whole, opened.word.start);
        let found = (before.saturating_sub(NEAR)..before).rev().filter(near).filter(open).find(counts);
        // *Toàn tỉnh trồng 16.470 ha. Các địa phương trồng các loại cây, gồm: …*: the first figure of the sentence before.
        let listed = opened.opener == Opener::Consists && self.text[opened.word.end..].starts_with(": ");
        let told =
            |whole: &usize| *whole < self.own.start && self.sentences_back(*whole) == 0 && !self.figures[*whole].rough;
        found
            .or_else(|| (before.saturating_sub(NEAR)..before).filter(|_| listed).filter(told).filter(open).find(counts))
    }

    /// Whether the total of *gồm* stands in a sentence before, though its own does not begin with the list.
    pub(in crate::check::figures) fn is_told_before(&self, whole: usize, opened: &Opened) -> bool {
        let heads = self.text[self.within.start..opened.word.start].trim().is_empty();
        opened.opener == Opener::Consists && !heads && whole < self.own.start
    }

    /// Whether nothing but rates stands between a total and its list.
    pub(in crate::check::figures) fn is_at_hand(&self, whole: usize, opened: &Opened) -> bool {
        let place = opened.word.start;
        let between = (whole + 1..self.figures.len()).take_while(|at| self.figures[*at].range.end <= place);
        let other = |at: usize| self.figures[at].is_kin(&self.figures[whole]) && !self.is_enclosed(at, place);
        between.filter(|at| !self.figures[*at].is_rate()).all(|at| !other(at)) && self.sentences_back(whole) <= 1
    }
}
