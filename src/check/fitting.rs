//! A logistic regression of slips on their signs, held to worths set by hand where texts have few cases: Newton's method with
//! halved steps, as in any textbook of generalised linear models.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What was so before a slip was put into it, or never was, with the signs around it.
pub(super) struct Case {
    /// Its form; each form has worths of its own.
    pub(super) form: &'static str,
    /// The passage that it stands in: cases of one passage are left out together.
    pub(super) passage: String,
    pub(super) slipped: bool,
    pub(super) signs: Vec<(&'static str, f32)>,
    /// What the worths of today make of it.
    pub(super) odds: f32,
}

/// How strongly worths are held to what they are set to; of forms with few cases, so many times as strongly.
const HELD: f64 = 1.5;
const FIRMLY: f64 = 4.0;

/// How strongly the sign that is always there is held.
const LOOSELY: f64 = 0.05;

/// Of one passage so many cases count in full, where cases are few.
const PASSAGE: f64 = 6.0;

/// In how many parts the passages are left out, one after another.
const FOLDS: u64 = 5;

/// What is known of a form before the fit.
pub(super) struct Prior {
    pub(super) form: &'static str,
    /// Whether texts have few cases of it, so that its worths are held firmly.
    pub(super) is_rare: bool,
    /// What signs are set to; all others to nothing.
    pub(super) set: &'static [(&'static str, f64)],
}

/// The cases of a form as numbers.
struct Form<'c> {
    name: &'static str,
    cases: Vec<&'c Case>,
    signs: Vec<&'static str>,
    set: Vec<f64>,
    held: Vec<f64>,
    weights: Vec<f64>,
}

/// The worths as a table, and of each form how many slips they tell of passages left out, where one other in a hundred is told.
pub(super) fn fitted(cases: &[Case], priors: &[Prior]) -> (String, Vec<String>) {
    let (mut table, mut shares) = (String::new(), Vec::new());
    for prior in priors {
        let (name, form) = (prior.form, Form::of(prior, cases));
        let share = form.told_of_others();
        shares.push(format!("{name}: {} cases, {:.0} % of slips told", form.cases.len(), 100.0 * share));
        let worths = form.fit(|_| true);
        let mut worths: Vec<(&str, f64)> = form.signs.iter().copied().zip(worths).collect();
        worths.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
        worths.retain(|(_, worth)| worth.abs() >= 0.02);
        table.extend(worths.iter().map(|(sign, worth)| format!("{name}\t{sign}\t{worth:.2}\n")));
    }
    (table, shares)
}

impl<'c> Form<'c> {
    fn of(prior: &Prior, all: &'c [Case]) -> Self {
        let name = prior.form;
        let cases: Vec<&Case> = all.iter().filter(|case| case.form == name).collect();
        let names = cases.iter().flat_map(|case| case.signs.iter().map(|(sign, _)| *sign));
        let signs: Vec<&str> = names.collect::<BTreeSet<_>>().into_iter().collect();
        let known: HashMap<&str, f64> = prior.set.iter().copied().collect();
        let set = signs.iter().map(|sign| known.get(sign).copied().unwrap_or_default()).collect();
        let held = |sign: &&str| match (prior.is_rare, *sign) {
            (true, _) => HELD * FIRMLY,
            (false, "always") => HELD * LOOSELY,
            (false, _) => HELD,
        };
        let mut counts: HashMap<(&str, bool), f64> = HashMap::new();
        cases.iter().for_each(|case| *counts.entry((&case.passage, case.slipped)).or_default() += 1.0);
        let counted = !known.is_empty();
        let weight = |case: &&Case| (PASSAGE / counts[&(case.passage.as_str(), case.slipped)]).sqrt().min(1.0);
        let weights = cases.iter().map(|case| if counted { weight(case) } else { 1.0 }).collect();
        Self { name, set, held: signs.iter().map(held).collect(), weights, signs, cases }
    }

    /// The strengths of the signs of a case.
    fn row(&self, case: &Case) -> Vec<f64> {
        let mut row = vec![0.0; self.signs.len()];
        for (sign, strength) in &case.signs {
            if let Ok(at) = self.signs.binary_search(sign) {
                row[at] += f64::from(*strength);
            }
        }
        row
    }

    /// The worths that fit the cases which are not left out.
    fn fit(&self, is_in: impl Fn(&Case) -> bool) -> Vec<f64> {
        let rows: Vec<(Vec<f64>, f64, f64)> = (self.cases.iter().zip(&self.weights))
            .filter(|(case, _)| is_in(case))
            .map(|(case, weight)| (self.row(case), f64::from(u8::from(case.slipped)), *weight))
            .collect();
        let loss = |worths: &[f64]| {
            let cases = rows.iter().map(|(row, slipped, weight)| {
                let odds = dot(row, worths).clamp(-30.0, 30.0);
                weight * (odds.exp().ln_1p() - slipped * odds)
            });
            let held = (0..worths.len()).map(|at| self.held[at] * (worths[at] - self.set[at]).powi(2) / 2.0);
            cases.sum::<f64>() + held.sum::<f64>()
        };
        let mut worths = self.set.clone();
        for _ in 0..60 {
            let step = self.step(&rows, &worths);
            let now = loss(&worths);
            let moved =
                |part: f64| -> Vec<f64> { worths.iter().zip(&step).map(|(worth, step)| worth - part * step).collect() };
            let part = std::iter::successors(Some(1.0), |part| Some(part / 2.0))
                .take(20)
                .find(|part| loss(&moved(*part)) <= now);
            let Some(part) = part else { break };
            worths = moved(part);
            if step.iter().all(|step| (part * step).abs() < 1e-6) {
                break;
            }
        }
        worths
    }

    /// Newton's step: the gradient over the curvature.
    fn step(&self, rows: &[(Vec<f64>, f64, f64)], worths: &[f64]) -> Vec<f64> {
        let count = worths.len();
        let mut gradient: Vec<f64> = (0..count).map(|at| self.held[at] * (worths[at] - self.set[at])).collect();
        let mut curvature: Vec<Vec<f64>> = vec![vec![0.0; count]; count];
        for (at, row) in curvature.iter_mut().enumerate() {
            row[at] = self.held[at] + 1e-6;
        }
        for (row, slipped, weight) in rows {
            let chance = 1.0 / (1.0 + (-dot(row, worths).clamp(-30.0, 30.0)).exp());
            for one in (0..count).filter(|at| row[*at] != 0.0) {
                gradient[one] += row[one] * weight * (chance - slipped);
                for other in 0..count {
                    curvature[one][other] += row[one] * row[other] * weight * chance * (1.0 - chance);
                }
            }
        }
        solve(curvature, gradient)
    }

    /// The share of slips told of passages left out, where one other in a hundred is told.
    fn told_of_others(&self) -> f64 {
        let fold = |case: &Case| {
            case.passage
                .bytes()
                .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
                % FOLDS
        };
        let mut odds: BTreeMap<bool, Vec<f64>> = BTreeMap::new();
        for left_out in 0..FOLDS {
            let worths = self.fit(|case| fold(case) != left_out);
            for case in self.cases.iter().filter(|case| fold(case) == left_out) {
                odds.entry(case.slipped).or_default().push(dot(&self.row(case), &worths));
            }
        }
        let (mut others, slips) = (odds.remove(&false).unwrap_or_default(), odds.remove(&true).unwrap_or_default());
        others.sort_by(|one, other| other.total_cmp(one));
        let Some(bar) = others.get(others.len() / 100) else { return 0.0 };
        assert!(!slips.is_empty(), "{}: no slips", self.name);
        slips.iter().filter(|odds| *odds > bar).count() as f64 / slips.len() as f64
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

/// Gauss's elimination with the largest pivot of each column.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Vec<f64> {
    let count = right.len();
    for at in 0..count {
        let pivot =
            (at..count).max_by(|one, other| matrix[*one][at].abs().total_cmp(&matrix[*other][at].abs())).unwrap_or(at);
        matrix.swap(at, pivot);
        right.swap(at, pivot);
        for below in at + 1..count {
            let part = matrix[below][at] / matrix[at][at];
            let (upper, lower) = matrix.split_at_mut(below);
            for (cell, above) in lower[0][at..].iter_mut().zip(&upper[at][at..]) {
                *cell -= part * above;
            }
            right[below] -= part * right[at];
        }
    }
    for at in (0..count).rev() {
        let known: f64 = (at + 1..count).map(|other| matrix[at][other] * right[other]).sum();
        right[at] = (right[at] - known) / matrix[at][at];
    }
    right
}

#[test]
fn a_known_line_is_found() {
    assert_eq!(solve(vec![vec![0.0, 2.0], vec![4.0, 1.0]], vec![6.0, 7.0]), [1.0, 3.0]);
}

/// The files of the list, else those of the project, in order.
pub(super) fn paths() -> Vec<String> {
    if let Ok(list) = std::env::var("BANTIN_TEXTS") {
        return std::fs::read_to_string(list).unwrap().lines().map(str::to_owned).collect();
    }
    let traps = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/traps");
    let folders = [traps.to_owned(), format!("{traps}/clean"), format!("{traps}/unseen-clean")];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let paths = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let mut paths: Vec<String> = paths.map(|path| path.display().to_string()).collect();
    paths.sort();
    paths
}

/// The texts of a file: the whole of it, or the passages behind their heads, each with its slip mended.
pub(super) fn passages_of(text: &str) -> Vec<String> {
    if !text.contains("== ") || !text.contains(" | ") {
        return vec![text.to_owned()];
    }
    let parts = format!("\n{text}");
    let parts = parts.split("\n== ").skip(1).filter_map(|part| part.split_once('\n'));
    let mended = |(head, text): (&str, &str)| {
        // Where no mend is told, the slip is left out.
        let slip = head.splitn(3, " | ").nth(2).unwrap_or_default();
        let (wrong, right) = slip.split_once(" -> ").unwrap_or((slip, ""));
        text.trim().replacen(wrong, right, 1)
    };
    parts.map(mended).collect()
}
