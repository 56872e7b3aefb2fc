//! What figures are told of, by the words around them: *rừng trồng giảm 2.084,8 ha* is of *45.483,4 ha rừng trồng* and of no other.

use std::collections::HashSet;

use super::Tie;
use super::dimension::may_add;
use crate::check::figures::Reading;

/// Words that tell nothing of what is counted.
const PLAIN: [&str; 48] = [
    "tăng", "giảm", "thêm", "hơn", "so", "với", "cùng", "kỳ", "năm", "tháng", "quý", "tuần", "trước", "nay", "này",
    "là", "có", "đạt", "được", "làm", "và", "của", "trong", "đó", "các", "cả", "tổng", "số", "từ", "lên", "xuống",
    "còn", "đã", "cũng", "như", "vậy", "ước", "khoảng", "gần", "bằng", "ở", "mức", "tỉnh", "toàn", "nước", "ngày",
    "đến", "thì",
];

/// How many words before a figure and behind it are read.
const WORDS: (usize, usize) = (6, 4);

/// Among how many figures behind a gap another is of its name.
const NEAR: usize = 4;

impl Reading<'_> {
    /// The words before a figure, less those that tell nothing.
    fn named_before(&self, at: usize) -> HashSet<&str> {
        // *134 người chết và 147 người bị thương*: what stands before *và* is of another one.
        let label = self.label(at);
        let label = label.rsplit_once(" và ").map_or(label, |(_, own)| own);
        told(label.split_whitespace().rev().take(WORDS.0))
    }

    /// The words of its unit and behind it.
    fn named_behind(&self, at: usize) -> HashSet<&str> {
        let unit = self.lower().get(self.figures[at].range.clone()).unwrap_or_default();
        told(unit.split_whitespace().skip(1).chain(self.tail(at).split_whitespace().take(WORDS.1)))
    }

    /// Whether both ends of a gap, and no other figures near, are told with the words of the gap: those before it, else its unit and
    /// what follows.
    pub(super) fn is_of_one_name(&self, tie: &Tie) -> bool {
        let mut own = self.named_before(tie.result);
        if own.is_empty() {
            own = self.named_behind(tie.result);
        }
        let shared = |at: usize| {
            let mut words = self.named_before(at);
            words.extend(self.named_behind(at));
            words.intersection(&own).copied().collect::<HashSet<&str>>()
        };
        let (one, other) = (shared(tie.terms[0]), shared(tie.terms[1]));
        let least = one.intersection(&other).count();
        let ends = [tie.result, tie.terms[0], tie.terms[1]];
        let first = ends.into_iter().min().unwrap_or_default();
        let near = first..self.figures.len().min(tie.result + NEAR);
        let rival = |at: usize| {
            let figure = &self.figures[at];
            at != tie.result
                && !tie.terms.contains(&at)
                && figure.is_counted()
                && figure.of.is_none()
                && !self.is_moved(at)
                && may_add(figure, &self.figures[tie.result])
                && shared(at).len() >= least
        };
        least > 0 && one == other && !near.into_iter().any(rival)
    }
}

fn told<'t>(words: impl Iterator<Item = &'t str>) -> HashSet<&'t str> {
    words
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty() && !PLAIN.contains(word))
        .collect()
}
