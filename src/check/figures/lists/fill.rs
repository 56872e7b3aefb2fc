//! A total and the figures in a row around it that fill it, whatever words join them. Right texts teach where figures make up
//! another one: a log-linear model weighs what stands around them and how far they are off; `viet/data/README.md` tells how it
//! was fitted.

pub(in crate::check::figures) mod evidence;

use evidence::{Row, odds, off};

use crate::check::figures::Reading;
use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip::{self, Slip};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// What the evidence must come to, as the logarithm of odds.
const BAR: f32 = 2.0;

/// The same where no slip of the typist would explain it.
const PLAIN: f32 = 3.5;

/// The most parts of a total, and within how many bytes and sentences they stand.
const MOST: usize = 12;
const FAR: usize = 900;
const SENTENCES: usize = 4;

/// The least total: of less anything is the sum.
const LEAST: i128 = 8;

/// Words behind which parts stand.
const LINKS: [&str; 3] = ["trong đó", "gồm", "trong số"];

/// A figure with others that may fill it.
#[derive(Debug, Clone)]
pub(in crate::check::figures) struct Run {
    pub(in crate::check::figures) whole: usize,
    pub(in crate::check::figures) parts: Vec<usize>,
    pub(in crate::check::figures) around: Vec<f32>,
}

impl Reading<'_> {
    /// The totals of a sentence that the figures around them were meant to fill and do not.
    pub(in crate::check::figures) fn unfilled(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|whole| self.unfilled_at(whole)).collect()
    }

    fn unfilled_at(&self, whole: usize) -> Option<Diagnostic> {
        // *trong đó tỉnh 1.120 triệu đồng, huyện 825 triệu đồng, xã 300 triệu đồng*: the first part is no total.
        let next = self.figures.get(whole + 1)?;
        let opens = |words: &str| LINKS.iter().any(|word| words.contains(word));
        let link = &self.lower()[self.figures[whole].range.end..next.range.start];
        if opens(self.lead(whole)) && !opens(link) && !link.contains(['(', ':']) {
            return None;
        }
        if self.is_one_of_a_row(whole) {
            return None;
        }
        let runs = self.runs(whole);
        let sums = |run: &Run| self.sum_of_run(run);
        if runs.iter().any(|run| sums(run).is_none_or(|sum| sum.holds(&self.figures[whole]))) {
            return None;
        }
        let judged = runs.iter().filter_map(|run| Some((run, odds(&self.evidence(run)?))));
        let (run, odds) = judged.max_by(|a, b| a.1.total_cmp(&b.1))?;
        let parts = run.parts.iter().map(|part| self.figures[*part].clone()).collect();
        let list = List::of(Opener::Run, self.figures[whole].clone(), parts);
        let sum = list.sum()?;
        let over = sum.checked_sub(list.whole.size)?;
        let mends = slip::mends(&list.whole, &list.parts, over);
        // *hơn 43.500 doanh nghiệp* for 43.501; groups that one person may be of several of; parts of one of the parts.
        let turned = mends.iter().any(|mend| mend.slip == Slip::Turned);
        let loose = list.whole.rough && list.whole.is_round() && !turned;
        if loose || self.are_overlapping(&run.parts) || self.is_nested(run) || self.leaves_some(&list, over) {
            return None;
        }
        let near = off(&list.whole, &list.parts)?.iter().rev().take(4).skip(1).any(|near| *near > 0.0);
        // Of what is rounded one digit is no sign of a slip.
        let exact = near && list.is_exact();
        let slipped = mends.iter().any(|mend| exact || mend.slip != Slip::Digit);
        let bar = match slipped || list.of_another_scale(sum).is_some() {
            true => BAR,
            // What is far off, and no slip, is another sum; of what is rounded some may be left out.
            false if near && list.is_exact() => PLAIN,
            false => return None,
        };
        (odds > bar && (turned || !self.leaves_a_little(&list, sum))).then_some(())?;
        self.unfit(&list, sum, &mends)
    }

    /// *180 vụ phạm tội. Trộm cắp 53 vụ (29,44%), đánh bạc 33 vụ (18,33%)*: whether the rates of two parts are told of another part.
    fn is_nested(&self, run: &Run) -> bool {
        let rated = |part: &usize| self.figures.get(part + 1).filter(|rate| rate.is_rate());
        let of = |whole: usize, part: &usize| {
            let rate = rated(part)?;
            let share = self.figures[*part].size.percent_of(self.figures[whole].size, rate.value.scale)?;
            Some(whole != *part && share == rate.value)
        };
        // Two rates of one part are no chance.
        let nested = |whole: &usize| run.parts.iter().filter(|part| of(*whole, part) == Some(true)).count() > 1;
        run.parts.iter().any(nested)
    }

    /// Whether a list goes on, or its total in millions holds a trifle more that is not worth telling.
    fn leaves_a_little(&self, list: &List, sum: Decimal) -> bool {
        let end = list.parts.last().map_or(0, |part| part.range.end);
        let behind = self.text[end..].trim_start_matches([' ', ',']);
        let off = list.whole.size.checked_sub(sum).and_then(|off| off.shifted(2));
        let scaled = list.whole.power().is_some_and(|power| power > 0);
        let trifle = scaled && off.is_some_and(|off| off.mantissa > 0 && off <= list.whole.size);
        trifle || behind.starts_with("..") || behind.starts_with('…') || behind.starts_with("v.v")
    }

    /// All that speaks for a slip in a run.
    pub(in crate::check::figures) fn evidence(&self, run: &Run) -> Option<Vec<f32>> {
        let parts: Vec<Mention> = run.parts.iter().map(|part| self.figures[*part].clone()).collect();
        let mut evidence = run.around.clone();
        evidence.extend(off(&self.figures[run.whole], &parts)?);
        Some(evidence)
    }

    /// What the parts of a run make, in the unit of its total.
    pub(in crate::check::figures) fn sum_of_run(&self, run: &Run) -> Option<Reach> {
        let said = &self.figures[run.whole];
        let nothing = Reach::exactly(Decimal::default());
        let sum = run.parts.iter().try_fold(nothing, |sum, part| sum.plus(self.reach_of(*part)?))?;
        sum.map(|size| Some(said.in_unit(size)))
    }

    /// The rows of figures behind a figure, and before it, that may fill it.
    pub(in crate::check::figures) fn runs(&self, whole: usize) -> Vec<Run> {
        let said = &self.figures[whole];
        let counts = said.is_counted() && said.of.is_none() && said.size >= Decimal::whole(LEAST);
        if !counts || self.is_moved(whole) || self.is_base_of_rate(whole) {
            return Vec::new();
        }
        let ahead = self.kin_row(whole, whole + 1..self.figures.len());
        let back = self.kin_row(whole, (0..whole).rev());
        let mut runs = Vec::new();
        for (row, back) in [(ahead, false), (back, true)] {
            for count in 2..=row.len() {
                let next = row.get(count).copied();
                let mut parts = row[..count].to_vec();
                parts.sort_unstable();
                let around = self.around(&Row { whole, parts: &parts, back, next });
                runs.push(Run { whole, parts, around });
            }
        }
        runs
    }

    /// The figures of the kind of a total that follow one another from it on, up to one that is larger.
    fn kin_row(&self, whole: usize, order: impl Iterator<Item = usize>) -> Vec<usize> {
        let said = &self.figures[whole];
        let mut row: Vec<usize> = Vec::new();
        let mut level = None;
        for at in order {
            let one = &self.figures[at];
            let (from, to) =
                if at > whole { (said.range.end, one.range.start) } else { (one.range.end, said.range.start) };
            let gap = self.text.get(from..to).unwrap_or_default();
            if gap.len() > FAR || stops(gap) > SENTENCES || row.len() == MOST {
                break;
            }
            let depth = self.level(from.min(to), to) * if at > whole { 1 } else { -1 };
            if depth < 0 {
                break;
            }
            if !is_part(one, said) || self.is_moved(at) || self.is_base_of_rate(at) || one.size.is_zero() {
                continue;
            }
            if *level.get_or_insert(depth) < depth || one.size == said.size {
                continue;
            }
            // *mỗi xã 1 ca* are several.
            if self.before(at).contains("mỗi ") {
                return Vec::new();
            }
            if level.is_some_and(|level| depth < level) || one.size > said.size {
                break;
            }
            row.push(at);
        }
        row
    }
}

/// Ends of sentences in a text.
pub(in crate::check::figures) fn stops(text: &str) -> usize {
    text.matches(". ").count() + text.matches('\n').count()
}

/// Whether a figure counts what a total does.
fn is_part(one: &Mention, whole: &Mention) -> bool {
    let same = one.is_kin(whole) || (one.is_person() && whole.is_person());
    same && one.of.is_none() && one.is_counted()
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn totals_of_any_wording() {
        for (text, told) in [
            (
                "Ngành đã xử phạt 2.064 lượt hộ theo các cách sau đây: nhắc nhở 1.352 lượt hộ, phạt tiền 571 lượt hộ, đình chỉ 114 lượt hộ.",
                Some("114 lượt"),
            ),
            (
                "Ngành đã xử phạt 2.064 lượt hộ theo các cách sau đây: nhắc nhở 1.352 lượt hộ, phạt tiền 571 lượt hộ, đình chỉ 141 lượt hộ.",
                None,
            ),
            (
                "Ba trạm mua được 7.418 tấn lúa; trạm Bến Vông mua 3.127 tấn lúa, trạm Cầu Đúc mua 2.456 tấn lúa, trạm Gò Me mua 1.853 tấn lúa.",
                Some("1.853 tấn"),
            ),
            // Two of many stations need not make up the whole.
            ("Các trạm mua được 7.418 tấn lúa; trạm Bến Vông mua 3.127 tấn lúa, trạm Cầu Đúc mua 2.456 tấn lúa.", None),
        ] {
            let found = found(text);
            assert_eq!(found.len(), usize::from(told.is_some()), "{text}: {found:?}");
            assert!(found.iter().zip(told).all(|(found, told)| found.starts_with(told)), "{text}: {found:?}");
        }
    }
}
