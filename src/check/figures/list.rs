//! Who makes up a total: the figures that *trong đó*, *gồm* or *với* puts behind it, and whether anything is left out.

use std::ops::Range;

use super::mention::Mention;
use super::{NEAR, Reading};

/// What makes a list of the figures behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opener {
    /// *trong đó*: something may be left out.
    Among,
    /// *gồm*: nothing is.
    Consists,
    /// *cụ thể*, *chia ra*.
    Namely,
    /// *trong tổng số* at the head of a sentence.
    OfWhole,
    /// *5.591 đơn, với 651 đơn …, 281 đơn … và 4.659 đơn …*
    With,
    /// A bracket right behind the total.
    Bracket,
}

/// Words behind which the parts of a total stand; what is part of another word stands behind it.
const WORDS: [(&str, Opener); 6] = [
    ("trong đó", Opener::Among),
    ("bao gồm", Opener::Consists),
    ("gồm", Opener::Consists),
    ("cụ thể", Opener::Namely),
    ("chia ra", Opener::Namely),
    ("lần lượt là", Opener::Namely),
];

/// What begins a sentence that parts a whole without *trong đó*.
const OF_WHOLE: &str = "trong tổng số";

/// Signs that a list goes on.
const OPEN: [&str; 4] = ["...", "…", "v.v", "vân vân"];

/// How far behind its total a list may begin, in bytes: where its parts are counted otherwise, and where they are not.
pub(super) const FAR: (usize, usize) = (120, 300);

/// The units of a list's parts beside that of its whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Units {
    /// One unit throughout.
    Same,
    /// Others, which fill the whole between them: *145 đại biểu, 83 nam và 62 nữ*.
    Filling,
    /// Others: *58 mô hình, trong đó 24 hợp tác xã …*.
    Other,
}

/// A total with the figures told of it.
pub(super) struct List {
    pub(super) opener: Opener,
    pub(super) whole: Mention,
    pub(super) parts: Vec<Mention>,
    /// Whether the words say that nothing is left out.
    pub(super) closed: bool,
    /// Whether something may be: an open end, or a figure that could not be placed.
    pub(super) open: bool,
    /// Whether the total stands right before, and only parts and their rates follow.
    pub(super) plain: bool,
    /// Whether its total stands in a sentence before.
    pub(super) apart: bool,
    /// How the parts are counted.
    pub(super) units: Units,
}

/// A word that opens a list, and where the list ends.
pub(super) struct Opened {
    pub(super) opener: Opener,
    pub(super) word: Range<usize>,
    pub(super) end: usize,
}

/// The parts read so far.
#[derive(Default)]
struct Parts {
    found: Vec<usize>,
    /// Figures of another kind stand between them: *475 lượt với 1,6 tỷ USD và 286 lượt*.
    crossed: bool,
    /// A list within the list, or another subject, broke it off.
    broken: bool,
}

impl Reading<'_> {
    /// The lists of a sentence, each with its total.
    pub(super) fn lists(&self) -> Vec<List> {
        let opened = self.openers();
        let list = |(at, one): (usize, &Opened)| self.list(one, opened.get(at + 1));
        let mut found: Vec<List> = opened.iter().enumerate().filter_map(list).collect();
        found.extend(self.own.clone().filter_map(|at| self.list_of_with(at)));
        found.extend(self.brackets());
        found
    }

    /// The words that open a list, one after another.
    fn openers(&self) -> Vec<Opened> {
        let start = self.within.start;
        // All of these words begin with a letter that small and capital share the length of.
        let sentence = self.text[self.within.clone()].to_ascii_lowercase();
        let mut found: Vec<(usize, &str, Opener)> = Vec::new();
        for (word, opener) in WORDS {
            found.extend(sentence.match_indices(word).map(|(at, word)| (at, word, opener)));
        }
        found.sort_by_key(|(at, ..)| *at);
        let mut end = 0;
        found.retain(|(at, word, _)| {
            let apart = *at >= end;
            end = end.max(at + word.len());
            apart
        });
        let opened = |(at, word, opener): (usize, &str, Opener)| {
            let word = start + at..start + at + word.len();
            Opened { opener, end: self.reach(word.end), word }
        };
        let found: Vec<Opened> = found.into_iter().map(opened).collect();
        if found.is_empty() { self.of_whole(&sentence).into_iter().collect() } else { found }
    }

    /// *Trong tổng số 126 căn nhà, có 84 căn xây mới và 42 căn sửa chữa*: the parts stand behind the whole.
    fn of_whole(&self, sentence: &str) -> Option<Opened> {
        let opened = sentence.trim_start().starts_with(OF_WHOLE);
        let whole = self.figures.get(self.own.start).filter(|_| opened && self.own.len() > 2)?;
        let tail = self.text.get(whole.range.end..self.within.end)?;
        let comma = whole.range.end + tail.find(", có ").or_else(|| tail.find(", "))?;
        Some(Opened { opener: Opener::OfWhole, word: comma..comma + 1, end: self.within.end })
    }

    /// The list behind a word; what the next word opens is a list of its own.
    fn list(&self, opened: &Opened, next: Option<&Opened>) -> Option<List> {
        let first = self.figures.partition_point(|figure| figure.range.start < opened.word.end);
        let last = self.figures.partition_point(|figure| figure.range.start < opened.end);
        let head = (first..last).find(|at| !self.figures[*at].is_rate())?;
        if let Some(whole) = self.whole(opened, first, &self.figures[head]) {
            let inner = next.map(|next| next.word.start).filter(|inner| *inner < opened.end);
            let mut parts = self.parts(opened, head..last, inner)?;
            let spilt = (parts.found.len() == 1).then(|| self.spilt(opened, parts.found[0])).flatten();
            parts.found.extend(spilt);
            (parts.found.len() > 1).then_some(())?;
            let words = &self.text[opened.word.start..opened.end];
            let rest = parts.found.last().is_some_and(|last| self.before(*last).contains("còn lại"));
            return Some(List {
                opener: opened.opener,
                whole: self.figures[whole].clone(),
                closed: opened.opener != Opener::Among || rest || self.are_halves(&parts.found),
                open: parts.broken || OPEN.iter().any(|sign| words.contains(sign)),
                plain: !parts.crossed && spilt.is_none() && self.is_at_hand(whole, opened),
                apart: self.figures[whole].range.end <= self.within.start,
                units: Units::Same,
                parts: parts.found.iter().map(|at| self.counted(*at)).collect::<Option<_>>()?,
            });
        }
        self.mixed(opened, first..last)
    }

    /// The total of a list: the nearest figure before it that counts the same and is no change.
    fn whole(&self, opened: &Opened, first: usize, head: &Mention) -> Option<usize> {
        let before = self.figures[..first].partition_point(|figure| figure.range.end <= opened.word.start);
        let heads = self.text[self.within.start..opened.word.start].trim().is_empty();
        let near = |whole: &usize| {
            let distance = opened.word.start.saturating_sub(self.figures[*whole].range.end);
            distance <= FAR.1 && if heads { self.sentences_back(*whole) <= 2 } else { *whole >= self.own.start }
        };
        let counts = |whole: &usize| {
            let figure = &self.figures[*whole];
            figure.is_kin(head) && !self.is_moved(*whole) && !self.is_base_of_rate(*whole)
        };
        (before.saturating_sub(NEAR)..before)
            .rev()
            .filter(near)
            .filter(|whole| !self.is_enclosed(*whole, opened.word.start))
            .find(counts)
    }

    /// Whether nothing but rates stands between a total and its list.
    fn is_at_hand(&self, whole: usize, opened: &Opened) -> bool {
        let place = opened.word.start;
        let between = (whole + 1..self.figures.len()).take_while(|at| self.figures[*at].range.end <= place);
        let other = |at: usize| self.figures[at].is_kin(&self.figures[whole]) && !self.is_enclosed(at, place);
        between.filter(|at| !self.figures[*at].is_rate()).all(|at| !other(at)) && self.sentences_back(whole) <= 1
    }

    /// The figures of a list that count what its first one counts; none where one of them cannot be placed.
    fn parts(&self, opened: &Opened, range: Range<usize>, inner: Option<usize>) -> Option<Parts> {
        let head = &self.figures[range.start];
        let level = |at: usize| self.level(opened.word.end, self.figures[at].range.start);
        let mut parts = Parts::default();
        // Where a list within this one ends.
        let resumed = inner.map(|inner| self.text[inner..opened.end].find(';').map_or(opened.end, |at| inner + at));
        for at in range.clone() {
            let figure = &self.figures[at];
            let inside = inner.zip(resumed).is_some_and(|(from, to)| (from..to).contains(&figure.range.start));
            parts.broken |= inside;
            if inside || level(at) != level(range.start) || self.is_aside(at) {
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
            (at == range.start || self.is_part(at)).then_some(())?;
            (figure.of.is_none() && !self.is_change_of(at)).then_some(())?;
            parts.found.push(at);
        }
        Some(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

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
            ("Có 285 hộ, tăng 35 hộ, trong đó 20 hộ nghèo và 15 hộ cận nghèo.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
