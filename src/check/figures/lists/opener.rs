//! What opens a list of the parts of a total: *trong đó*, *gồm*, *trong tổng số*, a colon.

use std::ops::Range;

use crate::check::figures::Reading;
use crate::check::figures::mention::Mention;
use crate::viet::seek::seek;

/// What makes a list of the figures behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::check::figures) enum Opener {
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
    /// *54/56 đại biểu tán thành, 01 …*: some may not have voted.
    Votes,
    /// *như: khoai tây 2.400 ha; ngô 2.500 ha*: examples, or all.
    Such,
    /// *34 huy chương đến từ điền kinh 12, bơi 15, karate 7*
    From,
    /// *Cả nước đạt 408 triệu lượt. Đường bộ đạt 386 triệu lượt; đường thủy đạt 17 triệu lượt …*
    Run,
    /// *12 hộ, gồm: xã A (5), xã B (4), xã C (3)*
    Tally,
}

/// Words behind which the parts of a total stand; what is part of another word stands behind it.
const WORDS: [(&str, Opener); 13] = [
    ("qua phân loại", Opener::Among),
    ("trong đó", Opener::Among),
    ("trong số đó", Opener::Among),
    ("trong số này", Opener::Among),
    ("bao gồm", Opener::Consists),
    ("gồm", Opener::Consists),
    ("cụ thể", Opener::Namely),
    ("chia ra", Opener::Namely),
    ("chia thành", Opener::Namely),
    ("chia theo", Opener::Namely),
    ("phân theo", Opener::Namely),
    ("lần lượt là", Opener::Namely),
    ("đến từ", Opener::From),
];

/// Words at the head of a sentence that go on with what the one before told.
const HEADS: [&str; 5] = ["kết quả có ", "kết quả, có ", "kết quả cho", "về cơ cấu", "xét theo"];

/// What begins a sentence that parts a whole without *trong đó*.
const OF_WHOLE: &str = "trong tổng số";

/// The most words between a total and its colon.
const WORDS_BETWEEN: usize = 6;

/// A word that opens a list, and where the list ends.
pub(in crate::check::figures) struct Opened {
    pub(in crate::check::figures) opener: Opener,
    pub(in crate::check::figures) word: Range<usize>,
    pub(in crate::check::figures) end: usize,
}

impl Reading<'_> {
    /// The words that open a list, one after another.
    pub(in crate::check::figures) fn openers(&self) -> Vec<Opened> {
        let start = self.within.start;
        // All of these words begin with a letter that small and capital share the length of.
        let sentence = self.text[self.within.clone()].to_ascii_lowercase();
        let mut found: Vec<(usize, &str, Opener)> = Vec::new();
        for (word, opener) in WORDS {
            found.extend(seek(&sentence, word).map(|(at, word)| (at, word, opener)));
        }
        let head = sentence.len() - sentence.trim_start().len();
        let headed = HEADS.iter().find(|word| self.opening().starts_with(**word));
        found.extend(headed.map(|word| (head, *word, Opener::Among)));
        found.sort_by_key(|(at, ..)| *at);
        let mut end = 0;
        found.retain(|(at, word, _)| {
            let apart = *at >= end;
            end = end.max(at + word.len());
            apart
        });
        let opened = |(place, (at, word, opener)): (usize, &(usize, &str, Opener))| {
            let word = start + at..start + at + word.len();
            let end = self.reach(word.end);
            let next = found.get(place + 1).and_then(|next| self.next_total(word.end..(start + next.0).min(end)));
            let end = next.unwrap_or(end);
            Opened { opener: *opener, end: if place > 0 { self.inner_end(&word, end) } else { end }, word }
        };
        let found: Vec<Opened> = found.iter().enumerate().map(opened).collect();
        // *Cụ thể, trong số thu ngân sách 814 tỷ đồng, thu nội địa đạt …*: the whole stands behind the word.
        let headed = found.len() == 1 && found[0].word.start == start + head;
        if let Some(told) = Some(()).filter(|()| headed).and_then(|()| self.of_whole(&sentence)) {
            return vec![told];
        }
        if found.is_empty() {
            let told = self.of_whole(&sentence).or_else(|| self.colon()).or_else(|| self.such());
            return told.or_else(|| self.headed()).into_iter().collect();
        }
        found
    }

    /// *11 huyện, gồm 10 huyện và 1 thị xã; 193 xã, gồm …*: where the total of the next list begins, if the one before has parts.
    fn next_total(&self, between: Range<usize>) -> Option<usize> {
        let text = self.text.get(between.clone())?;
        let stop = between.start + text.rfind(';')?;
        let place = |at: usize| self.figures.partition_point(|one| one.range.start < at);
        let count = |range: Range<usize>| {
            self.figures[place(range.start)..place(range.end)].iter().filter(|one| !one.is_rate()).count()
        };
        let total = &self.text[stop..between.end];
        let plain = !total.trim_end().trim_end_matches(',').contains([',', '(']);
        // *9 phiếu xanh, trong đó 8 phiếu hợp lệ; 7 phiếu hồng, trong đó 6 phiếu hợp lệ*: a number heads its clause.
        let heads = total.trim_start_matches([';', ' ']).starts_with(|c: char| c.is_ascii_digit());
        let least = if heads { 1 } else { 2 };
        (plain && count(between.start..stop) >= least && count(stop..between.end) > 0).then_some(stop)
    }

    /// *Trong tổng số 126 căn nhà, có 84 căn xây mới và 42 căn sửa chữa*: the parts stand behind the whole.
    fn of_whole(&self, sentence: &str) -> Option<Opened> {
        let whole = self.figures.get(self.own.start).filter(|_| self.own.len() > 2)?;
        // *Theo trình độ phát triển, trong 145 xã này có 59 xã …*
        let head = self.label(self.own.start).trim();
        // *Trong 7,63 điểm phần trăm tăng trưởng, công nghiệp đóng góp 3,68 điểm*
        let named = ["trong số ", "trong tổng số ", "trong tổng "].iter().find_map(|word| head.strip_prefix(word));
        let called = named.is_some_and(|named| !["đó", "này", "những"].iter().any(|word| named.starts_with(word)));
        // *Trong tổng số người trúng cử, nữ có 30 người*: what follows a comma is told of the whole, and is not it.
        let whole_told = called && head.split(' ').count() <= WORDS_BETWEEN;
        let opened = sentence.trim_start().starts_with(OF_WHOLE) && !self.before(self.own.start).contains(',');
        (opened || whole_told || head == "trong" || head == "trong số").then_some(())?;
        let tail = self.text.get(whole.range.end..self.within.end)?;
        // *Trong 120 xã của tỉnh có 54 xã khu vực I, 23 xã khu vực II*: the first part may stand behind no comma.
        let opens =
            |word: &str| tail.find(word).filter(|at| tail[at + word.len()..].starts_with(|c: char| c.is_ascii_digit()));
        let comma = whole.range.end + opens(" có ").into_iter().chain(tail.find(", ")).min()?;
        // *Trong 113 tỷ đồng, mới 85 tỷ đồng được giao và 37,4 tỷ đồng được chi* are steps of one way.
        let steps = ["mới ", "đã ", "chỉ "].iter().any(|word| self.text[comma + 1..].trim_start().starts_with(word));
        let word = comma..comma + 1;
        let end = self.inner_end(&word, self.within.end);
        (!steps).then_some(Opened { opener: Opener::OfWhole, word, end })
    }

    /// *18 trường mầm non, gồm 9 trường …, 3 trường … và 6 trường …; 23 trường tiểu học*: a list within a list ends with its
    /// item, if that holds two parts or more.
    fn inner_end(&self, word: &Range<usize>, end: usize) -> usize {
        let Some(stop) = self.text[word.end..end].find(';').map(|stop| word.end + stop) else { return end };
        let within = |figure: &&Mention| (word.end..stop).contains(&figure.range.start) && !figure.is_rate();
        // *…, gồm Bình Minh 12 ca, Hòa An 7 ca; Phú Tân và An Lạc mỗi xã 1 ca*: what several have each is an item like those before.
        let next = self.figures.partition_point(|figure| figure.range.start < stop);
        let each = self
            .figures
            .get(next)
            .is_some_and(|next| next.range.start < end && self.text[stop..next.range.start].contains(" mỗi "));
        if !each && self.figures[self.own.clone()].iter().filter(within).count() > 1 { stop } else { end }
    }

    /// *trồng các loại cây như: khoai tây 2.400 ha; ngô 2.500 ha …*: what a colon lists may be all of a figure before it.
    fn such(&self) -> Option<Opened> {
        let colon = self.within.start + self.text[self.within.clone()].find(": ")?;
        Some(Opened { opener: Opener::Such, word: colon..colon + 1, end: self.within.end })
    }

    /// *211 ca ghi nhận tại Bắc Giang 98 ca; Bắc Ninh 61 ca; Hà Nội 52 ca*: one figure that is larger than all others of its
    /// sentence, which count the same behind names.
    fn headed(&self) -> Option<Opened> {
        let (whole, parts) = self.figures[self.own.clone()].split_first()?;
        let named = |part: &Mention| {
            let before = self.text[..part.range.start].trim_end();
            before.rsplit([' ', ';', ',']).next().is_some_and(|word| word.starts_with(char::is_uppercase))
        };
        let alike = parts.iter().all(|part| part.is_kin(whole) && part.size < whole.size && part.of.is_none());
        let names = parts.iter().filter(|part| named(part)).count();
        let end = whole.range.end;
        (alike && parts.len() > 2 && names + 1 >= parts.len()).then_some(Opened {
            opener: Opener::Such,
            word: end..end,
            end: self.within.end,
        })
    }

    /// *45 dự án mới: 19 dự án công nghiệp, 14 dự án du lịch, 12 dự án nông nghiệp*.
    fn colon(&self) -> Option<Opened> {
        let whole = self.figures.get(self.own.start)?;
        let tail = self.text.get(whole.range.end..self.within.end)?;
        let colon = tail.find(": ").filter(|colon| tail[..*colon].split_whitespace().count() <= WORDS_BETWEEN)?;
        let colon = whole.range.end + colon;
        let plain = !tail[..colon - whole.range.end].contains([',', ';', '(', '.']);
        plain.then_some(Opened { opener: Opener::Namely, word: colon..colon + 1, end: self.within.end })
    }
}
