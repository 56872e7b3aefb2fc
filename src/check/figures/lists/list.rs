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
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn parts_among_other_figures() {
        for (text, told) in [
            (
                "Huyện đón 541.200 lượt khách (tăng 7% so với cùng kỳ); trong đó, khách quốc tế đạt 94.000 lượt (tăng 10% so \
                 với cùng kỳ), khách nội địa đạt 457.200 lượt (tăng 6% so với cùng kỳ); doanh thu đạt 489 tỷ đồng.",
                Some("541.200 lượt"),
            ),
            (
                "Gieo được 655,4 nghìn ha, bằng 99,3% cùng kỳ (vụ xuân đạt 307,1 nghìn ha, bằng 99,4% cùng kỳ; vụ hè đạt \
                 154,8 nghìn ha, bằng 100,5%; vụ mùa đạt 139,5 nghìn ha, bằng 97,9%).",
                Some("139,5 nghìn ha"),
            ),
            (
                "Huyện đón 551.200 lượt khách (tăng 7% so với cùng kỳ); trong đó, khách quốc tế đạt 94.000 lượt (tăng 10% so \
                 với cùng kỳ), khách nội địa đạt 457.200 lượt (tăng 6% so với cùng kỳ); doanh thu đạt 489 tỷ đồng.",
                None,
            ),
            (
                "Thu 1.221 tỷ đồng, đạt 51,8% nghị quyết (2.360 tỷ đồng); trong đó, thu nội địa 1.015 tỷ đồng, đạt 50,5% và \
                 thu khác là 322 tỷ đồng.",
                Some("1.221 tỷ đồng"),
            ),
            (
                "Gieo được 655,4 nghìn ha, bằng 99,3% cùng kỳ (vụ xuân đạt 307,1 nghìn ha, bằng 99,4% cùng kỳ; vụ hè đạt \
                 154,8 nghìn ha, bằng 100,5%; vụ mùa đạt 193,5 nghìn ha, bằng 97,9%).",
                None,
            ),
            (
                "Có 331 lượt góp vốn với 4,79 tỷ USD, trong đó có 47 lượt làm tăng vốn với giá trị 1,64 tỷ USD và 286 lượt mua \
                 lại với giá trị 3,15 tỷ USD.",
                Some("331 lượt"),
            ),
            ("Có thêm 220 ca mới, trong đó, Bình Minh 187 ca, Hòa An 30 ca, và 12 ca tại nơi khác.", Some("187 ca")),
            ("Có 248 ca tại chỗ, gồm Bình Minh 168 ca, Hòa An 77 ca, Phú Tân, An Lạc và Tân Lập mỗi xã có 1 ca.", None),
            (
                "Có 258 ca tại chỗ, gồm Bình Minh 168 ca, Hòa An 77 ca, Phú Tân, An Lạc và Tân Lập mỗi xã có 1 ca.",
                Some("258 ca"),
            ),
            (
                "Có 252 thanh niên khám tuyển. Trong đó, đi bộ đội 238 người, đi công an 24 người.",
                Some("252 thanh niên"),
            ),
            (
                "Kim ngạch đạt 7,58 tỷ USD, tăng 10,4%. Trong đó, xuất khẩu đạt 3,68 tỷ USD, tăng 17%; riêng hàng may đạt 1,1 \
                 tỷ USD. Đối với nhập khẩu, kim ngạch đạt 4,10 tỷ USD, tăng 4,6%.",
                Some("7,58 tỷ USD"),
            ),
            (
                "Kim ngạch đạt 7,58 tỷ USD, tăng 10,4%. Trong đó, xuất khẩu đạt 3,68 tỷ USD, tăng 17%; riêng hàng may đạt 1,1 \
                 tỷ USD. Đối với nhập khẩu, kim ngạch đạt 3,90 tỷ USD, tăng 4,6%.",
                None,
            ),
            (
                "Tổng vốn 100 tỷ đồng, trong đó ngân sách 60 tỷ đồng (gồm tỉnh 45 tỷ đồng, xã 15 tỷ đồng), dân góp 40 tỷ đồng.",
                None,
            ),
            ("Thu 1.174 tỷ đồng. Trong đó, thu nội địa 972 tỷ đồng, thu qua hải quan 197 tỷ đồng.", None),
            ("Bão làm thiệt hại 24,1 tỷ USD. Trong đó, lúa 13,1 tỷ USD; tôm 6,6 tỷ USD; cá 3,7 tỷ USD.", None),
            ("Tổng vốn 100 tỷ đồng, trong đó giảm nghèo 60 tỷ đồng, nông thôn mới 35 tỷ đồng.", None),
            ("Trong 120 xã của tỉnh có 54 xã vùng I, 32 xã vùng II và 43 xã vùng III.", Some("120 xã")),
            ("Trong 120 xã của tỉnh có 54 xã vùng I, 23 xã vùng II và 43 xã vùng III.", None),
            (
                "Có 25 người trúng cử. Trong đó, nữ 8 người, trẻ tuổi 9 người, ngoài Đảng 4 người, dân tộc 10 người.",
                None,
            ),
            ("Có 1.450 giáo viên, trong đó 1.520 người đạt chuẩn.", Some("1.450 giáo viên")),
            ("Có 4 ca nặng. Trong đó, 4.309 ca nhập viện.", None),
            ("Trao 18.796 suất cho 17.269 hộ nghèo và 1.572 hộ khó khăn.", Some("1.572 hộ")),
            (
                "Đoàn kiểm tra 2.541 nhà. Kết quả có 2.189 trường hợp đúng phép, 235 trường hợp sai phép, 157 trường hợp không phép.",
                Some("2.541 nhà"),
            ),
            (
                "Toàn tỉnh trồng 16.470 ha, có 6.700 ha lúa. Các xã trồng màu, gồm: khoai 2.400 ha; ngô 5.200 ha; lạc 5.800 ha; rau 5.770 ha.",
                Some("5.200 ha"),
            ),
            // One item called otherwise, and what fills a whole by its very name.
            (
                "Xã trao 428 suất quà, trong đó 54 suất cho người già, 150 suất cho hộ nghèo và 278 trẻ em.",
                Some("428 suất"),
            ),
            ("Xã trao 482 suất quà, trong đó 54 suất cho người già, 150 suất cho hộ nghèo và 278 trẻ em.", None),
            ("Huyện có 12 xã, phường, trong đó 9 xã và 4 phường.", Some("12 xã")),
            ("Huyện có 13 xã, phường, trong đó 9 xã và 4 phường.", None),
            ("Đội có 541 VĐV (367 nam, 147 nữ).", Some("541 VĐV")),
            ("Đội có 514 VĐV (367 nam, 147 nữ).", None),
            ("Hội bầu 24 Ủy viên. Trong đó, 7 Ủy viên ở tỉnh; 12 Ủy viên ở huyện; 6 Ủy viên ở xã.", Some("24 Ủy viên")),
            ("Hội bầu 25 Ủy viên. Trong đó, 7 Ủy viên ở tỉnh; 12 Ủy viên ở huyện; 6 Ủy viên ở xã.", None),
            // What is told the other way is taken off, and a balance is no part.
            (
                "Tỉnh xuất siêu 3,2 tỷ USD, trong đó khu vực A xuất siêu 8,1 tỷ USD; khu vực B nhập siêu 4,9 tỷ USD.",
                None,
            ),
            ("Đạt 20,6 tỷ USD; trong đó, xuất khẩu 11,2 tỷ USD; nhập khẩu 9,4 tỷ USD; xuất siêu 1,8 tỷ USD.", None),
            (
                "Trong số thu 814,2 tỷ đồng, thu nội địa đạt 694 tỷ đồng, thu từ dầu 37,7 tỷ đồng, thu khác 125,2 tỷ đồng.",
                Some("814,2 tỷ"),
            ),
            (
                "Trong số thu 814,2 tỷ đồng, thu nội địa đạt 649 tỷ đồng, thu từ dầu 37,7 tỷ đồng, thu khác 125,2 tỷ đồng.",
                None,
            ),
            ("Trong tổng số người trúng cử, tỉnh có 194 người; huyện có 301 người.", None),
            (
                "Phải thu 12 tỷ 345 triệu đồng, gồm 4 tỷ 120 triệu đồng và 8 tỷ 252 triệu đồng.",
                Some("8 tỷ 252 triệu đồng"),
            ),
            ("Phải thu 12 tỷ 345 triệu đồng, gồm 4 tỷ 120 triệu đồng và 8 tỷ 225 triệu đồng.", None),
            ("Có 285 hộ, tăng 35 hộ, trong đó 20 hộ nghèo và 15 hộ cận nghèo.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
