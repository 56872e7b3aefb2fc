//! What speaks for a slip in a row of figures and its total: the words and marks around them, how far they are off, and what each
//! of these is worth.

use super::{is_part, stops};
use crate::check::figures::mention::Mention;
use crate::check::figures::slip::{self, Slip};
use crate::check::figures::{CHANGES, Reading, absolute};
use crate::viet::decimal::Decimal;

/// How many kinds of evidence there are.
const KINDS: usize = 44;

/// What each kind is worth, in the order of [`Reading::around`] and [`off`].
#[rustfmt::skip]
const WORTH: [f32; KINDS] = [
    // in any case: always
    -3.509,
    // between the total and its parts: parts before their total, trong đó, gồm, cụ thể, với, có, a colon, a bracket
    // opens, a bracket within, sentences between, sentences between, parts before, words between, words between,
    // parts before, other figures between
    -1.940, 1.477, 1.712, 1.098, 0.023, 0.262, 0.638, 0.666, -0.609, 0.551, 0.002, 0.322, -0.231,
    // how the parts follow one another: two parts, three parts, six and more, words between parts, joints between
    // parts, sentences within, a sentence each, và before the last, the sentence ends, another of the kind follows,
    // other figures within, parts begin alike
    1.296, 0.767, -0.220, -0.381, 0.716, -0.223, -0.632, 0.687, 0.434, -1.355, 0.186, 0.276,
    // of the words of the total and its parts: a rest, còn lại, each, mean, most, a change, a time, a total's word, a
    // total's word, parts before, rough total, rough part, another kind, rates beside parts
    -0.336, 1.115, -0.479, 1.103, 0.587, 0.691, 0.602, 0.387, 0.649, -2.617, 0.387,
    // how the sum is off: two digits changed about, another digit, another power, off by 3 %, off by 12 %, off by 40
    // %, more than the total
    7.842, 2.975, 3.711, 0.611, -0.007, -0.388, 0.245,
];

/// Words between a total and its parts that tell of parts, of all of them, of what is told one by one, of something had.
const LINKS: [&[&str]; 4] = [
    &["trong đó", "trong số", "trong tổng số"],
    &["gồm", "chia ra", "chia thành", "phân theo", "đến từ"],
    &["cụ thể", "theo đó", "lần lượt", "phân loại", "hình thức", "kết quả", "như sau"],
    &[" với ", " có ", " là "],
];

/// Words of a total, of the last part, of something told each or compared.
const TOTALS: [&str; 6] = ["tổng", "cả ", "toàn ", "tất cả", "chung", "cộng"];
const RESTS: [&str; 4] = ["còn lại", "khác", "các ", "những"];
const EACH: [&str; 6] = ["mỗi", "bình quân", "trung bình", "tối đa", "tối thiểu", "mức"];
const TIMES: [&str; 6] = ["năm ", "tháng ", "quý ", "ngày ", "kỳ ", "giai đoạn"];

/// A total and its parts, in order, as they stand.
pub(super) struct Row<'r> {
    pub(super) whole: usize,
    pub(super) parts: &'r [usize],
    /// Whether the parts stand before their total.
    pub(super) back: bool,
    /// The next figure of the kind beyond them.
    pub(super) next: Option<usize>,
}

impl Reading<'_> {
    /// What stands around a total and its parts.
    pub(super) fn around(&self, row: &Row) -> Vec<f32> {
        [vec![1.0], self.link(row), self.shape(row), self.labels(row)].concat()
    }

    /// What stands between a total and its parts.
    fn link(&self, row: &Row) -> Vec<f32> {
        let (first, last) = (row.parts[0], row.parts[row.parts.len() - 1]);
        let (one, other) = if row.back { (last, row.whole) } else { (row.whole, first) };
        let link = self.lower().get(self.figures[one].range.end..self.figures[other].range.start).unwrap_or_default();
        let (opens, back) = (link.trim_start().starts_with('('), flag(row.back));
        let ahead = |yes: bool| flag(!row.back && yes);
        let words = log(link.split_whitespace().count());
        let between = self.crossed(row.whole, (one, other));
        vec![
            back,
            ahead(says(LINKS[0], link)),
            ahead(says(LINKS[1], link)),
            ahead(says(LINKS[2], link)),
            ahead(says(LINKS[3], link)),
            ahead(link.contains(':')),
            ahead(opens),
            ahead(link.contains('(') && !opens),
            stops(link).min(3) as f32,
            back * stops(link).min(3) as f32,
            words,
            back * words,
            between.min(3) as f32,
        ]
    }

    /// How the parts follow one another, and what follows them.
    fn shape(&self, row: &Row) -> Vec<f32> {
        let (first, last) = (row.parts[0], row.parts[row.parts.len() - 1]);
        let within = self.figures[first].range.start..self.figures[last].range.end;
        let sentences = stops(self.text.get(within).unwrap_or_default());
        let gaps: Vec<&str> = row.parts.windows(2).map(|pair| self.gap(pair[0], pair[1])).collect();
        let joints = gaps.iter().filter(|gap| gap.contains([',', ';', '\n']) || gap.contains(" và ")).count();
        let longest = gaps.iter().map(|gap| gap.split_whitespace().count()).max().unwrap_or(0);
        let behind = self.text[self.figures[last].range.end..].trim_start_matches(' ');
        let follows = row.next.is_some_and(|next| {
            let (one, other) = if row.back { (next, first) } else { (last, next) };
            stops(self.gap(one, other)) == 0
        });
        let inside: usize = row.parts.windows(2).map(|pair| self.crossed(row.whole, (pair[0], pair[1]))).sum();
        let heads = |part: &usize| self.label(*part).trim().split(' ').next().unwrap_or_default();
        let alike =
            row.parts.windows(2).filter(|pair| heads(&pair[0]) == heads(&pair[1]) && !heads(&pair[0]).is_empty());
        let count = row.parts.len();
        vec![
            flag(count == 2),
            flag(count == 3),
            flag(count > 5),
            log(longest),
            share(joints, gaps.len()),
            sentences.min(3) as f32,
            flag(sentences + 1 == count && sentences > 0),
            flag(gaps.last().is_some_and(|gap| gap.contains(" và "))),
            flag(behind.is_empty() || behind.starts_with(['.', '\n', ')'])),
            flag(follows),
            inside.min(3) as f32,
            share(alike.count(), count - 1),
        ]
    }

    /// The words of a total and of its parts.
    fn labels(&self, row: &Row) -> Vec<f32> {
        let said = &self.figures[row.whole];
        let labels: Vec<&str> = row.parts.iter().map(|part| self.label(*part).trim()).collect();
        let (label, last) = (self.label(row.whole), labels.last().copied().unwrap_or_default());
        let any = |words: &[&str]| labels.iter().any(|label| says(words, label));
        let parts = || row.parts.iter().map(|part| &self.figures[*part]);
        let (first, end) = (row.parts[0], row.parts[row.parts.len() - 1]);
        let rates = self.figures[first..=end].iter().filter(|one| one.is_rate()).count();
        vec![
            flag(says(&RESTS, last)),
            flag(last.contains("còn lại")),
            flag(any(&EACH) || says(&EACH, label)),
            flag(any(&CHANGES)),
            flag(any(&TIMES)),
            flag(says(&TOTALS, label)),
            flag(row.back && says(&TOTALS, label)),
            flag(said.rough),
            flag(parts().any(|part| part.rough)),
            flag(!parts().all(|part| part.is_kin(said))),
            share(rates, labels.len()),
        ]
    }

    /// How many figures of another kind stand between two.
    fn crossed(&self, whole: usize, (one, other): (usize, usize)) -> usize {
        let said = &self.figures[whole];
        self.figures[one + 1..other].iter().filter(|figure| !figure.is_rate() && !is_part(figure, said)).count()
    }

    /// The text between two figures.
    fn gap(&self, one: usize, other: usize) -> &str {
        self.text.get(self.figures[one].range.end..self.figures[other].range.start).unwrap_or_default()
    }
}

pub(in crate::check::figures) fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

pub(in crate::check::figures) fn log(length: usize) -> f32 {
    (length as f32 + 1.0).ln()
}

fn share(count: usize, all: usize) -> f32 {
    if all == 0 { 0.0 } else { count as f32 / all as f32 }
}

pub(in crate::check::figures) fn says(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// How far the parts are off their total, and which slip would explain it.
pub(in crate::check::figures) fn off(whole: &Mention, parts: &[Mention]) -> Option<Vec<f32>> {
    let sum = parts.iter().try_fold(Decimal::default(), |sum, part| sum.checked_add(part.size))?;
    let over = sum.checked_sub(whole.size)?;
    let mends = slip::mends(whole, parts, over);
    let has = |slip: Slip| mends.iter().any(|mend| mend.slip == slip);
    let within = |percent: i128| {
        let most = Decimal { mantissa: whole.size.mantissa.saturating_mul(percent), ..whole.size };
        absolute(over).shifted(2).is_some_and(|off| off <= most)
    };
    // A round total may be rounded: 483.000 to a thousand.
    let zeros = whole.size.rescaled(0).map_or(0, |size| {
        let digits = size.mantissa.to_string();
        (digits.len() - digits.trim_end_matches('0').len()) as i32
    });
    let slack = Decimal { mantissa: i128::from(zeros > 0) * 5, scale: 0 }.shifted(zeros - 1).unwrap_or_default();
    let turned = has(Slip::Turned);
    let digit = !turned && (has(Slip::Digit) || has(Slip::Swapped));
    let scaled = [1, -1, 3, -3].iter().any(|power| {
        parts.iter().any(|part| {
            let other = part.size.shifted(*power).and_then(|size| size.checked_sub(part.size));
            let off = other.and_then(|more| sum.checked_add(more)).and_then(|sum| sum.checked_sub(whole.size));
            off.map(absolute).is_some_and(|off| off <= slack)
        })
    });
    let more = over.mantissa > 0;
    Some(vec![
        flag(turned),
        flag(digit),
        flag(scaled && !turned && !digit),
        flag(within(3)),
        flag(!within(3) && within(12)),
        flag(!within(12) && within(40)),
        flag(more),
    ])
}

/// The logarithm of the odds that a run was meant to fill its total, and holds a slip.
pub(in crate::check::figures) fn odds(evidence: &[f32]) -> f32 {
    evidence.iter().zip(&WORTH).map(|(evidence, worth)| evidence * worth).sum()
}
