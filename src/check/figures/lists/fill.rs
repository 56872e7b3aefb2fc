//! A total and the figures in a row around it that fill it, whatever words join them. Right texts teach where figures make up
//! another one: a log-linear model weighs what stands around them and how far they are off; `viet/data/README.md` tells how it
//! was fitted.

use crate::check::figures::lists::list::List;
use crate::check::figures::lists::opener::Opener;
use crate::check::figures::mention::Mention;
use crate::check::figures::reach::Reach;
use crate::check::figures::slip::{self, Slip};
use crate::check::figures::{CHANGES, Reading, absolute};
use crate::diag::Diagnostic;
use crate::viet::decimal::Decimal;

/// How many kinds of evidence there are.
const KINDS: usize = 44;

/// What each kind is worth, in the order of [`Reading::around`] and [`off`].
#[rustfmt::skip]
const WORTH: [f32; KINDS] = [
    -3.728, // always
    -2.135, // parts before their total
    1.503, // trong đó
    1.574, // gồm
    0.846, // cụ thể
    0.188, // với, có
    0.269, // a colon
    0.492, // a bracket opens
    0.675, // a bracket within
    -0.603, // sentences between
    0.298, // sentences between, parts before
    -0.047, // words between
    0.550, // words between, parts before
    -0.340, // other figures between
    1.139, // two parts
    0.812, // three parts
    -0.608, // six and more
    -0.393, // words between parts
    1.212, // joints between parts
    -0.199, // sentences within
    -0.324, // a sentence each
    0.730, // và before the last
    0.415, // the sentence ends
    -1.317, // another of the kind follows
    0.200, // other figures within
    0.106, // parts begin alike
    -0.429, // a rest
    1.174, // còn lại
    0.111, // each, mean, most
    1.267, // a change
    0.766, // a time
    0.699, // a total's word
    0.646, // a total's word, parts before
    0.475, // rough total
    0.984, // rough part
    -2.810, // another kind
    0.148, // rates beside parts
    7.747, // two digits changed about
    2.808, // another digit
    5.781, // another power
    0.761, // off by 3 %
    0.070, // off by 12 %
    -0.381, // off by 40 %
    0.296, // more than the total
];

/// What the evidence must come to, as the logarithm of odds.
const BAR: f32 = 2.0;

/// The most parts of a total, and within how many bytes and sentences they stand.
const MOST: usize = 12;
const FAR: usize = 900;
const SENTENCES: usize = 4;

/// The least total: of less anything is the sum.
const LEAST: i128 = 8;

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

/// A figure with others that may fill it.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) whole: usize,
    pub(super) parts: Vec<usize>,
    pub(super) around: Vec<f32>,
}

impl Reading<'_> {
    /// The totals of a sentence that the figures around them were meant to fill and do not.
    pub(in crate::check::figures) fn unfilled(&self) -> Vec<Diagnostic> {
        self.own.clone().filter_map(|whole| self.unfilled_at(whole)).collect()
    }

    fn unfilled_at(&self, whole: usize) -> Option<Diagnostic> {
        let runs = self.runs(whole);
        let sums = |run: &Run| self.sum_of_run(run);
        if runs.iter().any(|run| sums(run).is_none_or(|sum| sum.holds(&self.figures[whole]))) {
            return None;
        }
        let judged = runs.iter().filter_map(|run| Some((run, odds(&self.evidence(run)?))));
        let (run, _) = judged.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, odds)| *odds > BAR)?;
        let parts = run.parts.iter().map(|part| self.figures[*part].clone()).collect();
        let list = List::of(Opener::Run, self.figures[whole].clone(), parts);
        let sum = list.sum()?;
        let mends = slip::mends(&list.whole, &list.parts, sum.checked_sub(list.whole.size)?);
        self.unfit(&list, sum, &mends)
    }

    /// All that speaks for a slip in a run.
    pub(super) fn evidence(&self, run: &Run) -> Option<Vec<f32>> {
        let parts: Vec<Mention> = run.parts.iter().map(|part| self.figures[*part].clone()).collect();
        let mut evidence = run.around.clone();
        evidence.extend(off(&self.figures[run.whole], &parts)?);
        Some(evidence)
    }

    /// What the parts of a run make, in the unit of its total.
    pub(super) fn sum_of_run(&self, run: &Run) -> Option<Reach> {
        let said = &self.figures[run.whole];
        let nothing = Reach::exactly(Decimal::default());
        let sum = run.parts.iter().try_fold(nothing, |sum, part| sum.plus(self.reach_of(*part)?))?;
        sum.map(|size| Some(said.in_unit(size)))
    }

    /// The rows of figures behind a figure, and before it, that may fill it.
    pub(super) fn runs(&self, whole: usize) -> Vec<Run> {
        let said = &self.figures[whole];
        let counts = said.is_counted() && said.of.is_none() && said.size >= Decimal::whole(LEAST);
        if !counts || self.is_moved(whole) || self.is_base_of_rate(whole) {
            return Vec::new();
        }
        let ahead = self.kin_row(whole, (whole + 1..self.figures.len()).collect());
        let back: Vec<usize> = self.kin_row(whole, (0..whole).rev().collect());
        let mut runs = Vec::new();
        for (row, back) in [(ahead, false), (back, true)] {
            for count in 2..=row.len() {
                let next = row.get(count).copied();
                let mut parts = row[..count].to_vec();
                parts.sort_unstable();
                let around = self.around(whole, &parts, (back, next));
                runs.push(Run { whole, parts, around });
            }
        }
        runs
    }

    /// The figures of the kind of a total that follow one another from it on, up to one that is larger.
    fn kin_row(&self, whole: usize, order: Vec<usize>) -> Vec<usize> {
        let said = &self.figures[whole];
        let mut row: Vec<usize> = Vec::new();
        let mut level = None;
        for at in order {
            let one = &self.figures[at];
            let (from, to) = if at > whole { (said.range.end, one.range.start) } else { (one.range.end, said.range.start) };
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
            if level.is_some_and(|level| depth < level) || one.size > said.size {
                break;
            }
            row.push(at);
        }
        row
    }

    /// What stands around a total and its parts.
    fn around(&self, whole: usize, parts: &[usize], (back, next): (bool, Option<usize>)) -> Vec<f32> {
        let said = &self.figures[whole];
        let (first, last) = (parts[0], parts[parts.len() - 1]);
        let (from, to) = if back {
            (self.figures[last].range.end, said.range.start)
        } else {
            (said.range.end, self.figures[first].range.start)
        };
        let link = self.lower().get(from..to).unwrap_or_default();
        let run = self.text.get(self.figures[first].range.start..self.figures[last].range.end).unwrap_or_default();
        let gaps: Vec<&str> = parts.windows(2).map(|pair| self.between_any(pair[0], pair[1])).collect();
        let labels: Vec<&str> = parts.iter().map(|part| self.label(*part).trim()).collect();
        let share = |count: usize, all: usize| if all == 0 { 0.0 } else { count as f32 / all as f32 };
        let says = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
        let label = self.label(whole);
        let crossed = |from: usize, to: usize| {
            (from + 1..to).filter(|at| !self.figures[*at].is_rate() && !is_part(&self.figures[*at], said)).count()
        };
        let between = if back { crossed(last, whole) } else { crossed(whole, first) };
        let inside: usize = parts.windows(2).map(|pair| crossed(pair[0], pair[1])).sum();
        let heads: Vec<&str> = labels.iter().map(|label| label.split(' ').next().unwrap_or_default()).collect();
        let alike = heads.windows(2).filter(|pair| pair[0] == pair[1] && !pair[0].is_empty()).count();
        let joints = gaps.iter().filter(|gap| gap.contains([',', ';', '\n']) || gap.contains(" và ")).count();
        let behind = &self.text[self.figures[last].range.end..];
        let ends = behind.trim_start().starts_with(['.', '\n']) || behind.trim().is_empty();
        let follows = next.is_some_and(|next| {
            let (one, other) = if back { (next, first) } else { (last, next) };
            stops(self.between_any(one, other)) == 0
        });
        let near = |at: &usize| self.figures[*at].is_kin(said);
        let rates = (first..=last).filter(|at| self.figures[*at].is_rate()).count();
        let flag = |yes: bool| f32::from(u8::from(yes));
        let count = parts.len();
        let log = |length: usize| (length as f32 + 1.0).ln();
        let own = stops(run);
        vec![
            1.0,
            flag(back),
            flag(!back && says(LINKS[0], link)),
            flag(!back && says(LINKS[1], link)),
            flag(!back && says(LINKS[2], link)),
            flag(!back && says(LINKS[3], link)),
            flag(!back && link.contains(':')),
            flag(!back && link.trim_start().starts_with('(')),
            flag(!back && link.contains('(') && !link.trim_start().starts_with('(')),
            stops(link).min(3) as f32,
            flag(back) * stops(link).min(3) as f32,
            log(link.split_whitespace().count()),
            flag(back) * log(link.split_whitespace().count()),
            between.min(3) as f32,
            flag(count == 2),
            flag(count == 3),
            flag(count > 5),
            log(gaps.iter().map(|gap| gap.split_whitespace().count()).max().unwrap_or(0)),
            share(joints, gaps.len()),
            own.min(3) as f32,
            flag(own + 1 == count && own > 0),
            flag(gaps.last().is_some_and(|gap| gap.contains(" và "))),
            flag(ends || behind.trim_start().starts_with(')')),
            flag(follows),
            inside.min(3) as f32,
            share(alike, count - 1),
            flag(labels.last().is_some_and(|label| says(&RESTS, label))),
            flag(labels.last().is_some_and(|label| label.contains("còn lại"))),
            flag(labels.iter().any(|label| says(&EACH, label)) || says(&EACH, label)),
            flag(labels.iter().any(|label| says(&CHANGES, label))),
            flag(labels.iter().any(|label| says(&TIMES, label))),
            flag(says(&TOTALS, label)),
            flag(back && says(&TOTALS, label)),
            flag(said.rough),
            flag(parts.iter().any(|part| self.figures[*part].rough)),
            flag(!parts.iter().all(near)),
            share(rates, count),
        ]
    }

    /// The text between two figures of the paragraph.
    fn between_any(&self, one: usize, other: usize) -> &str {
        self.text.get(self.figures[one].range.end..self.figures[other].range.start).unwrap_or_default()
    }
}

/// Ends of sentences in a text.
fn stops(text: &str) -> usize {
    text.matches(". ").count() + text.matches('\n').count()
}

/// Whether a figure counts what a total does.
fn is_part(one: &Mention, whole: &Mention) -> bool {
    let same = one.is_kin(whole) || (one.is_person() && whole.is_person());
    same && one.of.is_none() && one.is_counted()
}

/// How far the parts are off their total, and which slip would explain it.
pub(super) fn off(whole: &Mention, parts: &[Mention]) -> Option<Vec<f32>> {
    let sum = parts.iter().try_fold(Decimal::default(), |sum, part| sum.checked_add(part.size))?;
    let over = sum.checked_sub(whole.size)?;
    let mends = slip::mends(whole, parts, over);
    let has = |slip: Slip| mends.iter().any(|mend| mend.slip == slip);
    let within = |percent: i128| {
        let most = Decimal { mantissa: whole.size.mantissa.saturating_mul(percent), ..whole.size };
        absolute(over).shifted(2).is_some_and(|off| off <= most)
    };
    let flag = |yes: bool| f32::from(u8::from(yes));
    let turned = has(Slip::Turned);
    let digit = !turned && (has(Slip::Digit) || has(Slip::Swapped));
    let scaled = [1, -1, 3, -3].iter().any(|power| {
        parts.iter().any(|part| {
            let other = part.size.shifted(*power).and_then(|size| size.checked_sub(part.size));
            other.and_then(|more| sum.checked_add(more)).is_some_and(|sum| sum == whole.size)
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
fn odds(evidence: &[f32]) -> f32 {
    evidence.iter().zip(&WORTH).map(|(evidence, worth)| evidence * worth).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::figures::{bare, mention, passages};
    use crate::check::proof::Proof;

    /// Prints the evidence of all runs in the texts that the file `BANTIN_TEXTS` names, for a fit: 1 for a run that made up its
    /// total before a slip was put into it, 0 for one that never did.
    #[test]
    #[ignore = "for fitting the weights"]
    fn evidence_of_texts() {
        let Ok(list) = std::env::var("BANTIN_TEXTS") else { return };
        let mut seed = 7_u64;
        for path in std::fs::read_to_string(list).unwrap().lines() {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            for (number, (passage, slip)) in passages_of(&text).into_iter().enumerate() {
                print_passage(&format!("{path}#{number}"), &passage, &slip, &mut seed);
            }
        }
    }

    /// The texts of a file: the whole of it, or the passages behind their heads, each with the words of its slip.
    fn passages_of(text: &str) -> Vec<(String, String)> {
        if !text.contains("== ") || !text.contains(" | ") {
            return vec![(text.to_owned(), String::new())];
        }
        let parts = format!("\n{text}");
        let parts = parts.split("\n== ").skip(1).filter_map(|part| part.split_once('\n'));
        parts
            .map(|(head, text)| (text.trim().to_owned(), head.splitn(3, " | ").nth(2).unwrap_or_default().trim().to_owned()))
            .collect()
    }

    fn print_passage(name: &str, text: &str, slip: &str, seed: &mut u64) {
        let source = crate::source::Source::new("-", text);
        let proof = Proof::article(&source, None);
        let place = proof.text.find(slip).filter(|_| !slip.is_empty()).map(|at| at..at + slip.len());
        for paragraph in passages(&proof) {
            let text = &proof.text[paragraph.clone()];
            let mut figures = mention::mentions(text);
            bare::add(text, &mut figures);
            for sentence in proof.sentences(&paragraph) {
                let within = sentence.start - paragraph.start..sentence.end - paragraph.start;
                let first = figures.partition_point(|figure| figure.range.start < within.start);
                let last = figures.partition_point(|figure| figure.range.start < within.end);
                let start = paragraph.start;
                let reading = Reading { proof: &proof, start, text, figures: &figures, own: first..last, within };
                for whole in first..last {
                    let runs = reading.runs(whole);
                    let spoilt = |run: &Run| {
                        let touches = |at: usize| {
                            let range = reading.place(&figures[at].range);
                            place.as_ref().is_some_and(|place| range.start < place.end && place.start < range.end)
                        };
                        touches(run.whole) || run.parts.iter().any(|part| touches(*part))
                    };
                    let holds =
                        |run: &Run| reading.sum_of_run(run).is_some_and(|sum| sum.holds(&figures[whole]));
                    let held: Vec<&Run> = runs.iter().filter(|run| holds(run)).collect();
                    if held.is_empty() {
                        for run in runs.iter().filter(|run| !spoilt(run)) {
                            let evidence = reading.evidence(run).unwrap();
                            print_row(name, 0, (&figures[whole], run, &figures), &evidence);
                        }
                    }
                    for run in held {
                        for _ in 0..3 {
                            let mut parts: Vec<Mention> = run.parts.iter().map(|part| figures[*part].clone()).collect();
                            let mut total = figures[whole].clone();
                            *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                            let random = *seed >> 33;
                            let which = random as usize % (parts.len() + 1);
                            let one = if which == parts.len() { &mut total } else { &mut parts[which] };
                            if spoil(one, random / 16).is_none() {
                                continue;
                            }
                            let mut evidence = run.around.clone();
                            evidence.extend(off(&total, &parts).unwrap());
                            print_row(name, 1, (&total, run, &figures), &evidence);
                        }
                    }
                }
            }
        }
    }

    /// Puts a slip into a figure: two digits changed about, another digit, another power of ten.
    fn spoil(one: &mut Mention, random: u64) -> Option<()> {
        let mut digits: Vec<u8> = one.value.mantissa.to_string().into_bytes();
        let at = (random / 8) as usize % digits.len();
        match random % 8 {
            0..=3 => {
                let next = at + 1;
                (next < digits.len() && digits[at] != digits[next] && digits[next] != b'0' || at > 0).then_some(())?;
                (next < digits.len() && digits[at] != digits[next]).then_some(())?;
                digits.swap(at, next);
            }
            4..=6 => digits[at] = b'1' + (digits[at] - b'0' + (random / 64 % 8) as u8) % 9,
            _ => digits.push(b'0'),
        }
        let power = one.power()?;
        let value = Decimal { mantissa: String::from_utf8(digits).ok()?.parse().ok()?, ..one.value };
        (value.mantissa != one.value.mantissa && value.mantissa > 0).then_some(())?;
        one.size = value.shifted(power)?;
        one.value = value;
        Some(())
    }

    fn print_row(name: &str, label: u8, (total, run, figures): (&Mention, &Run, &[Mention]), evidence: &[f32]) {
        let parts: Vec<String> = run.parts.iter().map(|part| figures[*part].shown()).collect();
        let evidence: Vec<String> = evidence.iter().map(f32::to_string).collect();
        println!("ROW\t{name}\t{label}\t{} < {}\t{}", total.shown(), parts.join(" + "), evidence.join(" "));
    }
}
