//! Who makes up a total: the figures that *trong đó* or *gồm* puts behind it, and whether anything is left out.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::figures::Reading;
use crate::check::figures::lists::opener::{Opened, Opener};
use crate::check::figures::lists::parts::Parts;
use crate::check::figures::mention::Mention;

/// Signs that a list goes on.
const OPEN: [&str; 4] = ["...", "…", "v.v", "vân vân"];

/// How far behind its total a list may begin, in bytes: where its parts are counted otherwise, and where they are not.
pub(in crate::check::figures) const FAR: (usize, usize) = (120, 300);

/// Among how many figures behind its opener the first part is looked for.
const HEADS: usize = 3;

/// The units of a list's parts beside that of its whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check::figures) enum Units {
    /// One unit throughout.
    Same,
    /// Others, which fill the whole between them: *145 đại biểu, 83 nam và 62 nữ*.
    Filling,
    /// That of the whole, but for one of them: *8 suất, 46 suất và 26 trẻ em*.
    Mixed,
    /// Others: *58 mô hình, trong đó 24 hợp tác xã …*.
    Other,
}

/// A total with the figures told of it.
#[derive(Clone)]
pub(in crate::check::figures) struct List {
    pub(in crate::check::figures) opener: Opener,
    pub(in crate::check::figures) whole: Mention,
    pub(in crate::check::figures) parts: Vec<Mention>,
    /// Whether the words say that nothing is left out.
    pub(in crate::check::figures) closed: bool,
    /// Whether *còn lại* names the last part: what is left of the total.
    pub(in crate::check::figures) rest: bool,
    /// Whether something may be: an open end, or a figure that could not be placed.
    pub(in crate::check::figures) open: bool,
    /// Whether the total stands right before, and only parts and their rates follow.
    pub(in crate::check::figures) plain: bool,
    /// Whether its total stands in a sentence before.
    pub(in crate::check::figures) apart: bool,
    /// How the parts are counted.
    pub(in crate::check::figures) units: Units,
    /// *riêng xã A 5 ha*: a part of a part, or one part more.
    pub(in crate::check::figures) asides: Vec<Mention>,
    /// Whether other lists of its form hold.
    pub(in crate::check::figures) vouched: bool,
    /// Whether *và* stands before its last part, behind which its sentence ends without another figure.
    pub(in crate::check::figures) joined: bool,
}

impl List {
    /// A total right before its parts, which leave nothing out.
    pub(in crate::check::figures) fn of(opener: Opener, whole: Mention, parts: Vec<Mention>) -> Self {
        Self {
            opener,
            whole,
            parts,
            closed: true,
            rest: false,
            open: false,
            plain: true,
            apart: false,
            units: Units::Same,
            asides: Vec::new(),
            joined: false,
            vouched: false,
        }
    }

    /// What lists of one form share: how they are opened, and what they count.
    fn form(&self) -> Option<(Opener, String, String)> {
        Some((self.opener, self.whole.kind.clone(), self.parts.first()?.kind.clone()))
    }

    /// A whole of which a part is told behind it.
    pub(in crate::check::figures) fn among(whole: Mention) -> Self {
        Self { closed: false, ..Self::of(Opener::Among, whole, Vec::new()) }
    }
}

/// *xã A 69 em (13 giải Nhất, 56 giải Nhì); xã B 63 em (…)*: where two lists of a form hold or more, the only one that does not
/// was meant to.
pub(in crate::check::figures) fn vouch(lists: &mut [Vec<List>]) {
    let mut held: HashMap<(Opener, String, String), (usize, usize)> = HashMap::new();
    for list in lists.iter().flatten() {
        let Some(form) = list.form().filter(|_| list.parts.len() > 1) else { continue };
        let (holds, fails) = held.entry(form).or_default();
        *(if list.sum() == Some(list.whole.size) { holds } else { fails }) += 1;
    }
    for list in lists.iter_mut().flatten() {
        list.vouched =
            list.form().and_then(|form| held.get(&form)).is_some_and(|(holds, fails)| *holds > 1 && *fails == 1);
    }
}

impl Reading<'_> {
    /// The lists of a sentence, each with its total.
    pub(in crate::check::figures) fn lists(&self) -> Vec<List> {
        let opened = self.openers();
        let lists = |(at, one): (usize, &Opened)| self.lists_of(one, &opened[at + 1..]);
        let mut found: Vec<List> = opened.iter().enumerate().flat_map(lists).collect();
        found.extend(self.own.clone().filter_map(|at| self.list_of_with(at).or_else(|| self.list_of_given(at))));
        found.extend(self.own.clone().filter_map(|at| self.list_of_months(at)));
        found.extend(self.list_of_handled());
        found.extend(self.own.clone().filter_map(|at| self.list_of_recovered(at)));
        found.extend(self.brackets());
        found.extend(self.sides());
        found.extend(self.columns());
        found.extend(self.moves_of_move());
        found.extend(self.run_on());
        found.extend(self.totalled());
        found
    }

    /// The lists behind a word, one for each kind of thing: *371 hộ với 1.864 khẩu và 806 hộ với 4.077 khẩu* are two; what the
    /// next word opens is a list of its own.
    fn lists_of(&self, opened: &Opened, next: &[Opened]) -> Vec<List> {
        // *50 đại biểu đến từ 12 tỉnh*: where they come from is counted, and not they.
        if opened.opener == Opener::From {
            return self.unitless(opened).into_iter().collect();
        }
        let first = self.figures.partition_point(|figure| figure.range.start < opened.word.end);
        let last = self.figures.partition_point(|figure| figure.range.start < opened.end);
        let inner = next.iter().take_while(|next| next.word.start < opened.end);
        let inner: Vec<Range<usize>> = inner.map(|next| next.word.start..next.end).collect();
        // *tàu dưới 6 m là 712 tàu*: a measure before the first part tells what it is.
        let mut heads: Vec<(usize, usize)> = Vec::new();
        for head in (first..last).filter(|at| !self.figures[*at].is_rate()).take(HEADS) {
            let other = |(known, _): &(usize, usize)| !self.figures[*known].is_kin(&self.figures[head]);
            let whole = || self.whole(opened, first, &self.figures[head]);
            heads.extend(Some(head).filter(|_| heads.iter().all(other)).and_then(|head| Some((head, whole()?))));
        }
        if heads.is_empty() {
            let told = self.unitless(opened).or_else(|| self.mixed(opened, first..last));
            return told.or_else(|| self.more_persons(opened, first)).into_iter().collect();
        }
        let list = |(head, whole): (usize, usize)| self.list(opened, whole, self.parts(opened, head..last, &inner)?);
        let wholes: Vec<usize> = heads.iter().map(|(_, whole)| *whole).collect();
        let found: Vec<List> = heads.into_iter().filter_map(list).collect();
        let Some(mixed) = self.mixed_with(opened, first..last, &wholes) else { return found };
        // What all figures fill, no fewer of them need.
        let fills = mixed.sum() == Some(mixed.whole.size);
        let other =
            |list: &List| list.whole.range != mixed.whole.range || (!fills && list.parts.len() > mixed.parts.len());
        let mut found: Vec<List> = found.into_iter().filter(other).collect();
        found.push(mixed);
        found
    }

    fn list(&self, opened: &Opened, whole: usize, mut parts: Parts) -> Option<List> {
        let spilt = self.spilt(opened, &parts.found);
        parts.found.extend(spilt);
        // One part alone may only be too large.
        let larger = |part: &usize| self.figures[*part].size > self.figures[whole].size;
        let tiny =
            |part: &usize| crate::check::figures::lists::sum::is_tiny(&self.figures[*part], &self.figures[whole]);
        (parts.found.len() > 1 || parts.found.iter().any(|part| larger(part) || tiny(part))).then_some(())?;
        // *324/590 trường, trong đó có 71/179 trường mầm non, 160/206 trường tiểu học*: all of them are shares, or none.
        let shares = parts.found.iter().filter(|part| self.figures[**part].of.is_some()).count();
        let alike = shares == 0 || (shares == parts.found.len() && self.figures[whole].of.is_some());
        alike.then_some(())?;
        let words = &self.text[opened.word.start..opened.end];
        // *xuất siêu 3 tỷ USD, trong đó khu vực A nhập siêu 16 tỷ USD*: what is told of the other way is taken off.
        let balance = self.balance_of(whole);
        if balance.is_some()
            && parts.found.iter().any(|part| self.balance_of(*part).is_some_and(|one| Some(one) != balance))
        {
            return None;
        }
        if self.are_overlapping(&parts.found) {
            return None;
        }
        let rest = parts.found.last().is_some_and(|last| self.before(*last).contains("còn lại"));
        let crossed = parts.crossed && !self.is_regular(&parts.found);
        // *Trong số chi ngân sách 820 tỷ đồng, chi thường xuyên đạt 573 tỷ đồng …*: of money the small items may go untold.
        let scaled = opened.opener == Opener::OfWhole && self.figures[whole].power().is_some_and(|power| power > 0);
        Some(List {
            opener: opened.opener,
            whole: self.figures[whole].clone(),
            closed: (opened.opener != Opener::Among && !self.is_told_before(whole, opened))
                || rest
                || self.are_halves(&parts.found),
            rest,
            open: parts.broken || scaled || OPEN.iter().any(|sign| words.contains(sign)),
            plain: !crossed && spilt.is_none() && self.is_at_hand(whole, opened),
            apart: self.figures[whole].range.end <= self.within.start,
            units: Units::Same,
            vouched: false,
            joined: parts.found.last().is_some_and(|last| {
                // *và 264 suất cho trẻ em (mỗi suất 500.000 đồng)*: what a bracket tells of the last part ends nothing.
                let behind = (*last + 1..self.own.end).all(|at| self.is_enclosed(at, self.within.end));
                self.before(*last).contains(" và ") && behind && spilt.is_none()
            }),
            asides: parts.asides.iter().map(|at| self.figures[*at].clone()).collect(),
            parts: parts.found.iter().map(|at| self.counted(*at)).collect::<Option<_>>()?,
        })
    }
}

#[cfg(test)]
mod tests;
