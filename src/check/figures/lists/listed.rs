//! Lists without a word of their own — in brackets right behind the total, behind *với* — or with parts in other units.

use std::ops::Range;

use crate::check::figures::lists::entries::{bare, bare_items, items, joined, named_items};
use crate::check::figures::lists::list::{FAR, List, Units};
use crate::check::figures::lists::opener::{Opened, Opener};
use crate::check::figures::mention::Mention;
use crate::check::figures::{CHANGES, Reading};
use crate::viet::decimal::Decimal;

/// Units of money, which is never counted one by one.
pub(in crate::check::figures) const MONEY: [&str; 4] = ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"];

/// Units that fill a whole between them, whatever the whole is counted in.
const FILLING: [&[&str]; 3] = [&["nam", "nữ"], &["trai", "gái"], &["xã", "phường", "thị trấn", "đặc khu"]];

/// The most words between a total and its bracket.
const WORDS_BETWEEN: usize = 16;

/// The longest list in brackets, in letters.
const LONGEST: usize = 2_000;

impl Reading<'_> {
    /// *52 học viên, trong đó có 31 nam và 21 nữ*: all figures of the list, each counted in its own unit.
    pub(in crate::check::figures) fn mixed(&self, opened: &Opened, range: Range<usize>) -> Option<List> {
        let first = range.start;
        // *53 liệt sỹ ở hai tỉnh* is one item: what is told within it of something else is no part.
        let item = |at: &usize| *at == first || self.is_joined(*at) || self.figures[*at].is_kin(&self.figures[first]);
        let parts: Vec<usize> = range.filter(item).collect();
        let heads = self.text[self.within.start..opened.word.start].trim().is_empty();
        let floor = if heads { self.own.start.saturating_sub(1) } else { self.own.start };
        let kin = |whole: &usize| {
            let figure = &self.figures[*whole];
            figure.is_counted()
                && parts.iter().any(|at| self.figures[*at].is_kin(figure))
                && self.sentences_back(*whole) <= 1
        };
        let same = (first.saturating_sub(WORDS_BETWEEN)..first).rev().filter(|_| heads).find(kin);
        let near = |whole: &usize| opened.word.start.saturating_sub(self.figures[*whole].range.end) <= FAR.0;
        let least = parts.iter().map(|at| self.figures[*at].size).max()?;
        let larger = |whole: &usize| self.figures[*whole].size > least;
        let last = || first.checked_sub(1).filter(|whole| *whole >= floor && near(whole));
        let whole = same.or_else(|| (floor..first).rev().take_while(near).find(larger)).or_else(last)?;
        let unit = |at: &usize| self.figures[*at].unit.as_str();
        let persons = [whole].iter().chain(&parts).all(|at| self.figures[*at].is_person());
        let filling = persons || FILLING.iter().any(|units| parts.iter().all(|part| units.contains(&unit(part))));
        let units = if filling { Units::Filling } else { Units::Other };
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            figure.value.scale == 0 && figure.size == figure.value && !figure.is_rate() && figure.of.is_none()
        };
        let counted = [whole].iter().chain(&parts).all(|at| counts(at) && !MONEY.contains(&unit(at)));
        let apart = !self.is_filled_by_single(opened, whole, &parts)
            && parts.iter().all(|at| (*at == first || self.is_joined(*at)) && !self.is_change(*at));
        let whole_told = !self.is_change(whole) && self.figures[whole].per.is_none();
        (parts.len() > 1 && counted && apart && whole_told).then(|| List {
            closed: false,
            units,
            joined: parts.last().is_some_and(|last| self.before(*last).contains(" và ") && *last + 1 == self.own.end),
            ..List::of(
                opened.opener,
                self.figures[whole].clone(),
                parts.iter().map(|at| self.figures[*at].clone()).collect(),
            )
        })
    }

    /// *22 vụ vi phạm, gồm 17 vi phạm về thuế; 5 vụ buôn lậu*, *8 suất tặng …, 46 suất tặng … và 26 trẻ em*: items in the unit of
    /// their total beside others that are called by what they are.
    pub(in crate::check::figures) fn mixed_with(
        &self,
        opened: &Opened,
        range: Range<usize>,
        wholes: &[usize],
    ) -> Option<List> {
        let list = self.mixed(opened, range)?;
        let kin = |part: &&Mention| part.is_kin(&list.whole);
        // What counts the whole in its own unit, and one item that does not.
        let own = list.parts.iter().filter(kin).count();
        let told = wholes.iter().find(|whole| self.figures[**whole].range == list.whole.range);
        // One of them alone is called otherwise.
        let units = if fill_by_name(&list.parts) { Units::Filling } else { Units::Mixed };
        (told.is_some() && own + 1 == list.parts.len()).then_some(List { units, ..list })
    }

    /// *81 chiếc (Vĩnh Hòa 65 chiếc, Tân Lập 16 chiếc)*: the brackets of a sentence that hold one figure an item.
    pub(in crate::check::figures) fn brackets(&self) -> Vec<List> {
        let opened = self.text[self.within.clone()].match_indices('(');
        opened.filter_map(|(at, _)| self.bracket(self.within.start + at)).collect()
    }

    fn bracket(&self, open: usize) -> Option<List> {
        // A bracket that nobody closes is no list, and is not read to the end of the text.
        self.text[open..].chars().take(LONGEST).any(|c| c == ')').then_some(())?;
        let whole = self.whole_of_bracket(open)?;
        let inner = open + 1..self.reach(open + 1);
        let parts = bare_items(self.text, inner.clone(), &whole)
            .or_else(|| self.worded_items(inner.clone(), &whole))
            .or_else(|| self.prizes(inner, &whole))?;
        // *khai thác đạt 2,2 triệu tấn (khai thác biển đạt 2,9 triệu tấn)*: the words of the part go on with those of the whole.
        if let [part] = &parts[..] {
            let named = self.is_named_in(part, &whole) && part.size > whole.size;
            return named.then(|| List { parts: parts.clone(), ..List::among(whole.clone()) });
        }
        let other = parts.iter().all(|part| !part.is_kin(&whole));
        let units = match (other, fill_by_name(&parts)) {
            (true, true) => Units::Filling,
            (true, false) => Units::Other,
            (false, _) => Units::Same,
        };
        (parts.len() > 1).then_some(List { units, ..List::of(Opener::Bracket, whole, parts) })
    }

    /// *53 học sinh (4 giải Nhất, 22 giải Nhì, 27 giải Ba)*: whole numbers of one unit that is not the total's.
    fn prizes(&self, range: Range<usize>, whole: &Mention) -> Option<Vec<Mention>> {
        let first = self.figures.partition_point(|figure| figure.range.start < range.start);
        let last = self.figures.partition_point(|figure| figure.range.start < range.end);
        let parts = &self.figures[first..last];
        let counts =
            |one: &Mention| one.value.scale == 0 && one.size == one.value && one.is_counted() && one.of.is_none();
        let unit = &parts.first()?.unit;
        // *541 vận động viên (367 nam, 174 nữ)*
        let filling = fill_by_name(parts);
        let of_one = |part: &Mention| part.unit == *unit || filling;
        let alike = parts.iter().all(|part| counts(part) && of_one(part) && !part.is_kin(whole) && !part.rough);
        let items = items(self.text, range).len() == parts.len();
        (alike && items && parts.len() > 1 && counts(whole) && !MONEY.contains(&unit.as_str())).then(|| parts.to_vec())
    }

    /// Whether the clause of a part names what the clause of its whole does, and more.
    fn is_named_in(&self, part: &Mention, whole: &Mention) -> bool {
        let label = |one: &Mention| {
            let at = self.figures.iter().position(|figure| figure.range.start == one.range.start)?;
            let label = self.label(at);
            let name = label.trim().trim_end_matches("đạt").trim_end_matches("ước").trim();
            Some(name.to_owned()).filter(|name| name.contains(' '))
        };
        let (Some(part), Some(whole)) = (label(part), label(whole)) else { return false };
        part.strip_prefix(whole.as_str()).is_some_and(|rest| rest.starts_with(' '))
    }

    /// Items that hold one figure each, or a name of several words with a number.
    fn worded_items(&self, range: Range<usize>, whole: &Mention) -> Option<Vec<Mention>> {
        let mut parts: Vec<Mention> = Vec::new();
        for item in joined(self.text, items(self.text, range)) {
            let first = self.figures.partition_point(|figure| figure.range.start < item.start);
            let last = self.figures.partition_point(|figure| figure.range.start < item.end);
            let mut told = (first..last).filter(|at| !self.is_aside(*at));
            let Some(at) = told.next() else {
                if first == last {
                    parts.push(bare(self.text, item, whole)?.1);
                }
                continue;
            };
            let figure = &self.figures[at];
            let named = figure.range.start > item.start || self.text[figure.range.end..item.end].contains(' ');
            let plain = figure.is_kin(whole) && figure.of.is_none() && !self.is_change_of(at);
            (told.next().is_none() && named && plain).then_some(())?;
            parts.push(figure.clone());
        }
        Some(parts)
    }

    /// *10.661 lượt. Trong đó, tăng huyết áp: 4.290, tiểu đường: 4.194, bệnh khác: 2.177*: a list of names and numbers.
    pub(in crate::check::figures) fn unitless(&self, opened: &Opened) -> Option<List> {
        let before = self.figures.partition_point(|figure| figure.range.end <= opened.word.start);
        let near = |whole: &usize| self.sentences_back(*whole) <= 1 && before - whole <= WORDS_BETWEEN;
        // *155 người (53 người chết, 102 người mất tích), gồm*: what a bracket tells apart is no total.
        let open = |whole: &usize| !self.is_enclosed(*whole, opened.word.start);
        let counts = |whole: &usize| !self.figures[*whole].is_rate() && self.figures[*whole].per.is_none();
        let whole =
            (0..before).rev().take_while(near).filter(open).filter(counts).find(|whole| !self.is_moved(*whole))?;
        let whole = Mention { of: None, ..self.figures[whole].clone() };
        let start = opened.word.end + self.text[opened.word.end..].find(|c: char| c.is_alphabetic())?;
        // *đến từ 11 môn: Karate 6, Bơi 5*: what is counted before the colon is where they come from.
        let colon = self.text.get(start..opened.end).and_then(|text| text.find(": "));
        let colon = colon.filter(|_| opened.opener == Opener::From);
        let colon = colon.filter(|colon| !self.text[start..start + colon].contains([',', ';', '.']));
        let start = colon.map_or(start, |colon| start + colon + 2);
        let inner = start..opened.end;
        (inner.start < inner.end && inner.len() <= LONGEST).then_some(())?;
        // *11 môn: Karate 6, Bơi 5*: as many as are counted before the colon are no other names.
        let many = self.figures.iter().find(|one| colon.is_some() && one.range.start >= opened.word.end);
        let all = named_items(self.text, inner.clone(), &whole).filter(|all| {
            many.is_some_and(|many| i128::try_from(all.len()).is_ok_and(|all| many.size == Decimal::whole(all)))
        });
        let all = all.map(|all| all.into_iter().map(|(_, part)| part).collect());
        let parts = all.or_else(|| bare_items(self.text, inner, &whole))?;
        // Of *trong đó* a part that is larger is told, and so it is of a list that goes on.
        let smaller = opened.opener == Opener::Among || parts.iter().all(|part| part.size < whole.size);
        let open = ["...", "…", "v.v"].iter().any(|sign| self.text[opened.word.end..opened.end].contains(sign));
        (smaller && parts.len() > 1).then_some(List {
            closed: opened.opener != Opener::Among,
            open,
            ..List::of(opened.opener, whole, parts)
        })
    }

    /// The figure that a bracket stands behind, rates and a few words in between.
    fn whole_of_bracket(&self, open: usize) -> Option<Mention> {
        let before = self.figures.partition_point(|figure| figure.range.end <= open);
        let whole = (self.own.start..before).rev().find(|at| !self.figures[*at].is_rate())?;
        let figure = &self.figures[whole];
        let link = &self.text[figure.range.end..open];
        let near = !link.contains([';', ':', '(', ')']) && link.split_whitespace().count() <= WORDS_BETWEEN;
        let moved = self.is_moved(whole) || CHANGES.iter().any(|word| self.label(whole).trim_end().ends_with(word));
        (near && !moved && figure.of.is_none()).then(|| figure.clone())
    }
}

/// Whether parts are of units that fill any whole between them: *nam* and *nữ*.
pub(in crate::check::figures) fn fill_by_name(parts: &[Mention]) -> bool {
    FILLING.iter().any(|units| parts.iter().all(|part| units.contains(&part.unit.as_str())))
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn brackets_and_with() {
        for (text, told) in [
            ("Lốc xoáy làm tốc mái 96 căn (Vĩnh Hòa 57 căn, Tân Lập 31 căn).", Some("96 căn")),
            ("Lốc xoáy làm tốc mái 88 căn (Vĩnh Hòa 57 căn, Tân Lập 31 căn).", None),
            ("Lốc xoáy làm chìm 92 chiếc (Vĩnh Hòa 57, Tân Lập 31).", Some("92 chiếc")),
            ("Lốc xoáy làm chìm 88 chiếc (Vĩnh Hòa 57, Tân Lập 31).", None),
            ("Đội có 88 người (Phường 1, Phường 3, Quận 8).", None),
            ("Thiệt hại 14,62 tỷ đồng (Vĩnh Hòa 6,41 tỷ đồng, Tân Lập 7,21 tỷ đồng).", Some("14,62 tỷ đồng")),
            ("Thu 184 tỷ đồng (kế hoạch 170 tỷ đồng, năm trước 160 tỷ đồng).", None),
            ("Thu 184 tỷ đồng, đạt 90% (tăng 20 tỷ đồng so với cùng kỳ, vượt 14 tỷ đồng so với kế hoạch).", None),
            ("Có 515 đơn với 52 đơn khiếu nại, 17 đơn tố cáo và 436 đơn kiến nghị.", Some("515 đơn")),
            ("Có 505 đơn với 52 đơn khiếu nại, 17 đơn tố cáo và 436 đơn kiến nghị.", None),
            ("Có 905 hộ với 52 hộ nghèo và 136 hộ cận nghèo.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
