//! A total against the parts that its sentence lists — *tổng, trong đó*.

use super::mention::Mention;
use super::{Reading, absolute};
use crate::diag::{Diagnostic, Message};
use crate::viet::decimal::Decimal;

/// Words behind which the parts of a total stand.
const LISTS: [&str; 6] = ["trong đó", "bao gồm", "gồm", "cụ thể", "chia ra", "lần lượt là"];

/// What begins a sentence that parts a whole without *trong đó*.
const OF_WHOLE: &str = "trong tổng số";

/// Signs that a list goes on.
const OPEN: [&str; 4] = ["...", "…", "v.v", "vân vân"];

/// How far behind its total a list may begin, in bytes.
const FAR: usize = 120;

/// Units of money, which is never counted one by one.
const MONEY: [&str; 4] = ["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"];

/// Units that fill a whole between them, whatever the whole is counted in.
const FILLING: [&[&str]; 3] = [&["nam", "nữ"], &["trai", "gái"], &["xã", "phường", "thị trấn", "đặc khu"]];

/// Words for persons: of one whole, its parts may be called otherwise.
pub(super) const PERSONS: [&str; 18] = [
    "người",
    "em",
    "cháu",
    "học sinh",
    "sinh viên",
    "học viên",
    "đồng chí",
    "đảng viên",
    "đại biểu",
    "cán bộ",
    "công chức",
    "viên chức",
    "giáo viên",
    "hội viên",
    "đoàn viên",
    "thành viên",
    "lao động",
    "trẻ",
];

/// The units of a list's parts beside that of its whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Units {
    /// One unit throughout.
    Same,
    /// Others, which fill the whole between them: *145 đại biểu, 83 nam và 62 nữ*.
    Filling,
    /// Others: *58 mô hình, trong đó 24 hợp tác xã …*.
    Other,
}

/// A list with the figure it makes up.
struct List {
    /// The word that opens it, and where it stands.
    word: &'static str,
    from: usize,
    whole: usize,
    parts: Vec<usize>,
    /// How the parts are counted.
    units: Units,
}

impl Reading<'_> {
    /// "tổng … 91,3 tỷ đồng, trong đó: … 32,3 tỷ đồng; … 59 tỷ đồng": the parts never exceed the whole, and parts that
    /// come within a hundredth of it, or differ from it in one figure, were meant to make it up.
    pub(super) fn sum(&self) -> Option<Diagnostic> {
        let list = self.list()?;
        let total = &self.figures[list.whole];
        let mut sum = Decimal::default();
        for part in &list.parts {
            sum = sum.checked_add(self.figures[*part].size)?;
        }
        let over = sum.checked_sub(total.size)?;
        // Another total of the paragraph may be the one that is made up.
        let other = self.figures[..list.parts[0]].iter().any(|one| one.is_kin(total) && one.size == sum);
        if over.is_zero() || other || self.is_rounded(&list, over)? || !self.is_meant(&list, sum, over)? {
            return None;
        }
        let terms: Vec<String> = list.parts.iter().map(|part| self.term(*part, list.whole)).collect();
        let off = absolute(over);
        // Any of them may be the wrong one, unless one of another scale makes the sum right.
        let culprit = self.of_another_scale(&list.parts, sum, total.size).map(|at| &self.figures[at].range);
        let last = *list.parts.last()?;
        let all = total.range.start..self.figures[last].range.end;
        let fault = self
            .proof
            .fault("prose-sum", self.place(culprit.unwrap_or(&all)))
            .with("terms", terms.join(" + "))
            .with("told", total.shown())
            .with("sum", total.shown_as(total.in_unit(sum)));
        Some(fault.hint(Message::new("prose-sum.hint").with("difference", total.shown_as(total.in_unit(off)))))
    }

    /// The list of a sentence: its total before the word that opens it, its parts behind.
    fn list(&self) -> Option<List> {
        let sentence = self.text[self.within.clone()].to_lowercase();
        let listed = LISTS.iter().filter_map(|word| Some((sentence.find(word)?, *word))).min();
        let (at, word) = listed.or_else(|| self.of_whole(&sentence))?;
        let from = self.within.start + at;
        // *… có 1.915 học sinh. Cụ thể, bậc mầm non 412 cháu …*: the whole ends the sentence before.
        let opened = sentence[..at].trim().is_empty();
        let floor = if opened { self.own.start.saturating_sub(3) } else { self.own.start };
        let first = self.figures.partition_point(|figure| figure.range.start < from);
        let head = self.figures.get(first).filter(|_| first < self.own.end)?;
        let near = |whole: &usize| from.saturating_sub(self.figures[*whole].range.end) <= FAR;
        let whole = (floor..first).rev().find(|at| self.figures[*at].is_kin(head));
        if let Some(whole) = whole.filter(near).filter(|whole| !self.is_change(*whole)) {
            let aside = |at: &usize| self.figures[*at].is_rate() || self.is_base_of_rate(*at) || self.is_move_of(*at);
            let mut parts: Vec<usize> = (first..self.own.end).filter(|at| !aside(at)).collect();
            // Behind two parts and more, a figure of another kind begins something else.
            if let Some(end) = parts.iter().position(|at| !self.figures[*at].is_kin(head)).filter(|end| *end > 1) {
                parts.truncate(end);
            }
            let all = parts.len() > 1 && parts.iter().all(|at| self.is_part(*at, first, head));
            return all.then_some(List { word, from, whole, parts, units: Units::Same });
        }
        // *52 học viên, trong đó có 31 nam và 21 nữ*
        let whole = first.checked_sub(1).filter(|whole| *whole >= floor && near(whole))?;
        let parts: Vec<usize> = (first..self.own.end).collect();
        let unit = |at: &usize| self.figures[*at].unit.as_str();
        let persons = [whole].iter().chain(&parts).all(|at| PERSONS.contains(&unit(at)));
        let filling = persons || FILLING.iter().any(|units| parts.iter().all(|part| units.contains(&unit(part))));
        let units = if filling { Units::Filling } else { Units::Other };
        let counts = |at: &usize| {
            let figure = &self.figures[*at];
            figure.value.scale == 0 && figure.size == figure.value && !figure.is_rate() && figure.of.is_none()
        };
        let counted = [whole].iter().chain(&parts).all(|at| counts(at) && !MONEY.contains(&unit(at)));
        let apart = parts.iter().all(|at| self.is_joined(*at, first) && !self.is_change(*at));
        let whole_told = (filling || word.ends_with("gồm") || parts.len() > 2)
            && !self.is_change(whole)
            && self.figures[whole].per.is_none();
        (parts.len() > 1 && counted && apart && whole_told).then_some(List { word, from, whole, parts, units })
    }

    /// *Trong tổng số 126 căn nhà, có 84 căn xây mới và 42 căn sửa chữa*: the parts stand behind the whole.
    fn of_whole(&self, sentence: &str) -> Option<(usize, &'static str)> {
        let opened = sentence.trim_start().starts_with(OF_WHOLE);
        let whole = self.figures.get(self.own.start).filter(|_| opened && self.own.len() > 2)?;
        let tail = &self.text[whole.range.end..self.within.end];
        let comma = tail.find(", có ").or_else(|| tail.find(", "))?;
        Some((whole.range.end + comma - self.within.start, OF_WHOLE))
    }

    /// Whether a total is off by no more than rounding, or by what *hơn* and *gần* leave open.
    fn is_rounded(&self, list: &List, over: Decimal) -> Option<bool> {
        let total = &self.figures[list.whole];
        let off = absolute(over);
        let last_place = Decimal { mantissa: i128::try_from(list.parts.len()).ok()?, scale: total.value.scale };
        let rough = total.rough || list.parts.iter().any(|part| self.figures[*part].rough);
        let rounded = total.value.scale > 0 && off <= last_place.shifted(power_of(total)?)?;
        Some(rounded || (rough && off.shifted(2)? <= times(total.size, 5)?))
    }

    /// Whether the parts were meant to make up the total: more than it is, all but a little, or off by one slip.
    fn is_meant(&self, list: &List, sum: Decimal, over: Decimal) -> Option<bool> {
        let total = self.figures[list.whole].size;
        let hundred = absolute(over).shifted(2)?;
        let within = |percent: i128| Some(hundred <= times(total, percent)?);
        let part = list.word == "trong đó" || list.word == OF_WHOLE;
        match list.units {
            Units::Same => {}
            // Parts in other units may count something else altogether.
            Units::Filling => return within(if part { 5 } else { 12 }),
            Units::Other if part => return Some(over.mantissa > 0 && within(5)?),
            Units::Other => return within(12),
        }
        if over.mantissa > 0 {
            // What a sentence only says of a whole may overlap.
            return if list.word == OF_WHOLE { within(15) } else { Some(true) };
        }
        if OPEN.iter().any(|sign| self.text[list.from..self.within.end].contains(sign)) {
            return Some(false);
        }
        let told = if list.word != "trong đó" {
            10
        } else if list.parts.len() > 2 {
            5
        } else {
            3
        };
        let slip = one_figure_apart(sum, total, if list.parts.len() > 2 { 2 } else { 3 }) && within(12)?;
        Some(within(told)? || slip || self.of_another_scale(&list.parts, sum, total).is_some())
    }

    /// The part that would make the sum right if it were ten or a thousand times as large, or as small: *triệu* for *tỷ*.
    fn of_another_scale(&self, parts: &[usize], sum: Decimal, total: Decimal) -> Option<usize> {
        let with = |part: &usize, power: i32| {
            let size = self.figures[*part].size;
            sum.checked_sub(size)?.checked_add(size.shifted(power)?)
        };
        parts.iter().copied().find(|part| [3, -3, 1, -1].iter().any(|power| with(part, *power) == Some(total)))
    }

    /// A part in the words of the sum: its unit only where it is another.
    pub(super) fn term(&self, part: usize, whole: usize) -> String {
        let figure = &self.figures[part];
        if figure.unit == self.figures[whole].unit { figure.value.to_string() } else { figure.shown() }
    }

    /// Whether a figure fills a clause of its own and counts what the total counts.
    fn is_part(&self, at: usize, first: usize, head: &Mention) -> bool {
        let figure = &self.figures[at];
        let plain = figure.is_kin(head) && figure.of.is_none();
        plain && self.is_joined(at, first) && !self.is_change(at) && !self.is_result(at, first)
    }

    /// Whether a figure begins a further item of its list.
    fn is_joined(&self, at: usize, first: usize) -> bool {
        let before = self.before(at);
        at == first || before.contains([',', ';', '\n']) || before.contains(" và ")
    }

    /// *bằng 82% dự toán (9.000 tỷ đồng)*: the base of a rate is no part.
    fn is_base_of_rate(&self, at: usize) -> bool {
        let rate = at.checked_sub(1).map(|rate| &self.figures[rate]).filter(|rate| rate.is_rate());
        rate.is_some_and(|rate| self.in_brackets(rate) == Some(&self.figures[at]))
    }

    /// *lúa 720 ha, tăng 20 ha*: how far a part moved is no part.
    fn is_move_of(&self, at: usize) -> bool {
        matches!(self.label(at).trim(), "tăng" | "giảm" | "tăng thêm" | "giảm thêm")
    }

    /// A figure of what was done with a part is no further part: *vốn tỉnh 32 tỷ đồng, đã giải ngân 13 tỷ đồng*.
    fn is_result(&self, at: usize, first: usize) -> bool {
        let before = self.before(at).to_lowercase();
        let own = before.rsplit_once("trong đó").map_or(before.as_str(), |(_, own)| own);
        let nested =
            before.contains("trong đó") && before.split("trong đó").next().is_some_and(|head| !head.trim().is_empty());
        let words = ["đã ", "đạt", "giải ngân", "thực hiện", "còn ", "mỗi", "lũy kế", "luỹ kế", "trong số", "riêng"];
        nested && at > first || words.iter().any(|word| own.contains(word))
    }
}

/// The power of ten between a figure and its size.
pub(super) fn power_of(figure: &Mention) -> Option<i32> {
    (0..=12).find(|power| figure.value.shifted(*power) == Some(figure.size))
}

/// A number some times over.
pub(super) fn times(value: Decimal, factor: i128) -> Option<Decimal> {
    Some(Decimal { mantissa: value.mantissa.checked_mul(factor)?, ..value })
}

/// Whether two numbers of so many digits or more differ in one digit: the slip of a typist.
fn one_figure_apart(a: Decimal, b: Decimal, least: usize) -> bool {
    let digits = |value: Decimal| value.rescaled(Decimal::MAX_SCALE).map(|value| value.mantissa.to_string());
    let (Some(a), Some(b)) = (digits(a), digits(b)) else { return false };
    let many = |text: &str| text.trim_end_matches('0').len() >= least;
    a.len() == b.len() && (many(&a) || many(&b)) && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn sums() {
        let wrong = "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 69 tỷ đồng.";
        assert_eq!(found(wrong), ["91,3 tỷ đồng chênh lệch 10 tỷ đồng; sửa tổng hoặc sửa một phần"]);
        let mixed = "Tổng chi là 21,45 tỷ đồng, gồm chi đầu tư 8,2 tỷ đồng, chi thường xuyên 12,75 tỷ đồng và dự phòng 600 triệu đồng.";
        assert_eq!(found(mixed), ["21,45 tỷ đồng chênh lệch 0,1 tỷ đồng; sửa tổng hoặc sửa một phần"]);
        assert_eq!(
            found("Tỉnh cấp 15 dự án với vốn 20 tỷ đồng, trong đó có 6 dự án mới và 10 dự án mở rộng.").len(),
            1
        );
        for wrong in [
            "Tổng mức là 2,4 tỷ đồng, gồm xây lắp 1,9 triệu đồng, thiết bị 350 triệu đồng và khác 150 triệu đồng.",
            "Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 3 đảng viên.",
        ] {
            assert_eq!(found(wrong).len(), 1, "{wrong}");
        }
        for right in [
            "Chi bộ có 45 đảng viên, có mặt 41 đảng viên, vắng 4 đảng viên.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn địa phương 59 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 32,3 tỷ đồng, vốn huyện 9 tỷ đồng.",
            "Tổng vốn 91,3 tỷ đồng, trong đó vốn quốc gia 91 tỷ đồng, đã giải ngân 80 tỷ đồng.",
            "Tổng vốn 100 tỷ đồng, gồm vốn tỉnh 32,3 tỷ đồng, vốn xã 59 tỷ đồng...",
            "Có 100 hộ, trong đó 60 hộ nghèo, tăng 50 hộ.",
            "Tổng chi là 21,45 tỷ đồng, gồm chi đầu tư 8,2 tỷ đồng, chi thường xuyên 12,75 tỷ đồng và dự phòng 500 triệu đồng.",
        ] {
            assert!(found(right).is_empty(), "{right}: {:?}", found(right));
        }
    }
}
