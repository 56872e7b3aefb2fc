//! What the weights of `lists/fill` and `shares/meant` were fitted on: the evidence of right texts, as it is and with slips put in.
//! `BANTIN_TEXTS=LIST cargo test --lib fitting -- --nocapture`, LIST a file of paths, prints a row for each case; without a list the
//! texts of `tests/traps` must keep their shares.

use super::lists::fill::Run;
use super::lists::fill::evidence::{odds as odds_of_total, off as off_total};
use super::mention::{self, Mention};
use super::shares::meant::evidence::{odds as odds_of_rate, off as off_rate};
use super::shares::meant::{Kind, Made};
use super::{Reading, absolute, bare, passages};
use crate::check::proof::Proof;
use crate::viet::decimal::Decimal;

/// Prints the evidence of all runs in the texts that the file `BANTIN_TEXTS` names, for a fit: 1 for a run that made up its
/// total before a slip was put into it, 0 for one that never did.
#[test]
fn evidence_of_texts() {
    let (mut seed, mut tally) = (7_u64, Tally::default());
    read_texts(|name, reading, is_spoilt| {
        for whole in reading.own.clone() {
            let runs = reading.runs(whole);
            let spoilt = |run: &Run| is_spoilt(run.whole) || run.parts.iter().any(|part| is_spoilt(*part));
            let holds = |run: &Run| reading.sum_of_run(run).is_some_and(|sum| sum.holds(&reading.figures[whole]));
            let held: Vec<&Run> = runs.iter().filter(|run| holds(run)).collect();
            if held.is_empty() {
                for run in runs.iter().filter(|run| !spoilt(run)) {
                    tally.add(0, print_row(name, 0, (run, &reading.figures[whole]), &reading.evidence(run).unwrap()));
                }
            }
            for run in held {
                for _ in 0..3 {
                    let mut parts: Vec<Mention> = run.parts.iter().map(|part| reading.figures[*part].clone()).collect();
                    let mut total = reading.figures[whole].clone();
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let random = seed >> 33;
                    let which = random as usize % (parts.len() + 1);
                    let one = if which == parts.len() { &mut total } else { &mut parts[which] };
                    if spoil(one, random / 16).is_some() {
                        let mut evidence = run.around.clone();
                        evidence.extend(off_total(&total, &parts).unwrap());
                        tally.add(1, print_row(name, 1, (run, &total), &evidence));
                    }
                }
            }
        }
    });
    tally.holds();
}

/// What is done with a sentence, and with the question whether one of its figures stands in the words of a slip.
type Read<'r> = dyn FnMut(&Reading, &dyn Fn(usize) -> bool) + 'r;

/// Reads each sentence of the texts, with their names, and whether a figure stands in the words of a slip.
fn read_texts(mut read: impl FnMut(&str, &Reading, &dyn Fn(usize) -> bool)) {
    for path in paths() {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        for (number, (passage, slip)) in passages_of(&text).into_iter().enumerate() {
            read_passage(&passage, &slip, &mut |reading, spoilt| read(&format!("{path}#{number}"), reading, spoilt));
        }
    }
}

/// The files of the list, else those of the project, in order.
fn paths() -> Vec<String> {
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

/// How many cases there are with a slip and without, and how many of each the weights would tell.
#[derive(Default)]
struct Tally {
    cases: [u32; 2],
    told: [u32; 2],
}

impl Tally {
    fn add(&mut self, slipped: u8, odds: f32) {
        self.cases[usize::from(slipped)] += 1;
        self.told[usize::from(slipped)] += u32::from(odds > TOLD);
    }

    /// Three slips in ten are told, and hardly anything else.
    fn holds(&self) {
        let [right, slips] = self.cases;
        println!("told {} of {slips} slips, {} of {right} others", self.told[1], self.told[0]);
        assert!(slips > 50 && self.told[1] * 10 >= slips * 3 && self.told[0] * 50 <= right);
    }
}

/// The odds from which a case counts as told here: the bars of the two models lie about there.
const TOLD: f32 = 2.5;

/// The texts of a file: the whole of it, or the passages behind their heads, each with the words of its slip.
fn passages_of(text: &str) -> Vec<(String, String)> {
    if !text.contains("== ") || !text.contains(" | ") {
        return vec![(text.to_owned(), String::new())];
    }
    let parts = format!("\n{text}");
    let parts = parts.split("\n== ").skip(1).filter_map(|part| part.split_once('\n'));
    let slip = |head: &str| {
        head.splitn(3, " | ").nth(2).and_then(|slip| slip.split(" -> ").next()).unwrap_or_default().trim().to_owned()
    };
    parts.map(|(head, text)| (text.trim().to_owned(), slip(head))).collect()
}

fn read_passage(text: &str, slip: &str, read: &mut Read) {
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
            let spoilt = |at: usize| {
                let range = reading.place(&figures[at].range);
                place.as_ref().is_some_and(|place| range.start < place.end && place.start < range.end)
            };
            read(&reading, &spoilt);
        }
    }
}

/// Puts a slip into a figure: two digits changed about, another digit, another power of ten.
fn spoil(one: &mut Mention, random: u64) -> Option<()> {
    let mut digits: Vec<u8> = one.value.mantissa.to_string().into_bytes();
    let at = (random / 8) as usize % digits.len();
    match random % 8 {
        0..=3 => {
            (at + 1 < digits.len() && digits[at] != digits[at + 1]).then_some(())?;
            (at > 0 || digits[1] != b'0').then_some(())?;
            digits.swap(at, at + 1);
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

fn print_row(name: &str, label: u8, (run, total): (&Run, &Mention), evidence: &[f32]) -> f32 {
    let odds = odds_of_total(evidence);
    let evidence: Vec<String> = evidence.iter().map(f32::to_string).collect();
    println!("ROW\t{name}\t{label}\t{} < {:?}\t{}", total.shown(), run.parts.len(), evidence.join(" "));
    odds
}

/// Prints the evidence of all rates in the texts that the file `BANTIN_TEXTS` names, for a fit.
#[test]
fn evidence_of_rates() {
    let (mut seed, mut tally) = (7_u64, Tally::default());
    read_texts(|name, reading, is_spoilt| {
        for rate in reading.own.clone() {
            let all = reading.made(rate);
            let spoilt = |made: &Made| [rate, made.part, made.base].iter().any(|at| is_spoilt(*at));
            let held: Vec<&Made> = all.iter().filter(|made| made.makes.holds(&reading.figures[rate])).collect();
            if held.is_empty() && !reading.is_made(rate, &all) {
                for made in all.iter().filter(|made| !spoilt(made)) {
                    tally.add(0, print_rate(name, 0, (rate, made), reading.figures));
                }
            }
            for made in held {
                for _ in 0..4 {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let random = seed >> 33;
                    let mut figures = reading.figures.to_vec();
                    let said = &figures[rate];
                    let (part, base) = (&figures[made.part], &figures[made.base]);
                    let wrong = match made.kind {
                        Kind::Share => base.size.percent_of(part.size, said.value.scale),
                        Kind::Growth => part
                            .size
                            .checked_sub(base.size)
                            .map(absolute)
                            .and_then(|apart| apart.percent_of(part.size, said.value.scale)),
                        Kind::Change => part.size.percent_of(base.size, said.value.scale),
                    };
                    let mut made = made.clone();
                    match (random % 10, wrong) {
                        (0..=1 | 4, Some(wrong)) if made.kind != Kind::Share => figures[rate].value = wrong,
                        (0..=1, _) => {
                            let left = Decimal::whole(100).checked_sub(said.value).unwrap();
                            figures[rate].value = left;
                        }
                        (2..=3, _) => {
                            let which = if random.is_multiple_of(2) { made.part } else { made.base };
                            if spoil(&mut figures[which], random / 16).is_none() {
                                continue;
                            }
                            let again = Reading { figures: &figures, ..reading.clone() };
                            let again = again.made(rate);
                            let same =
                                |one: &&Made| (one.kind, one.part, one.base) == (made.kind, made.part, made.base);
                            let Some(again) = again.iter().find(same) else { continue };
                            made = again.clone();
                        }
                        _ => {
                            if spoil(&mut figures[rate], random / 16).is_none() {
                                continue;
                            }
                        }
                    }
                    if !made.makes.holds(&figures[rate]) {
                        tally.add(1, print_rate(name, 1, (rate, &made), &figures));
                    }
                }
            }
        }
    });
    tally.holds();
}

fn print_rate(name: &str, label: u8, (rate, made): (usize, &Made), figures: &[Mention]) -> f32 {
    let off = off_rate(made, &figures[rate], figures);
    let evidence: Vec<String> = made.around.iter().chain(&off).map(f32::to_string).collect();
    let [said, part, base] = [rate, made.part, made.base].map(|at| figures[at].shown());
    println!("ROW\t{name}\t{label}\t{said} = {:?} {part} / {base}\t{}", made.kind, evidence.join(" "));
    odds_of_rate(&made.around, &off)
}
