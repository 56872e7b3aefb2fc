//! Fits the worths of `relations` to right texts: to the signs around their figures, as they are and with slips put in.
//! `BANTIN_TEXTS=LIST cargo test --lib fitting -- --nocapture`, LIST a file of paths, prints `worth.tsv` and how well it does on
//! passages left out of the fit; without a list the texts of `tests/traps` must keep their shares.

mod prior;

use super::mention::{self, Mention};
use super::relations::evidence::bar;
use super::relations::{Form, Tie, numbers};
use super::{Reading, absolute, bare, passages, readings};
use crate::check::fitting::{Case, fitted, passages_of, paths};
use crate::check::proof::Proof;
use crate::viet::decimal::Decimal;

/// How many slips are put into figures that make one another.
const SLIPS: usize = 4;

#[test]
fn evidence_of_texts() {
    let cases = cases();
    let told = |slipped: bool| {
        let of = || cases.iter().filter(|case| case.slipped == slipped);
        (of().filter(|case| case.odds > TOLD).count(), of().count())
    };
    let ((slips, all), (wrong, others)) = (told(true), told(false));
    println!("told {slips} of {all} slips, {wrong} of {others} others");
    if std::env::var("BANTIN_TEXTS").is_ok() {
        let (table, shares) = fitted(&cases, &prior::FORMS);
        println!("{}\n{table}", shares.join("\n"));
    }
    // Three slips in ten are told, and hardly anything else.
    assert!(all > 50 && slips * 10 >= all * 3 && wrong * 50 <= others);
}

/// All ties in the texts that may be told, those that hold with slips put in.
fn cases() -> Vec<Case> {
    let (mut seed, mut cases) = (7_u64, Vec::new());
    read_texts(|passage, reading| {
        for result in reading.own.clone() {
            let ties = reading.ties(result);
            let held: Vec<&Tie> = ties.iter().filter(|tie| reading.explains(tie)).collect();
            if held.is_empty() && !reading.is_explained(result) {
                cases.extend(ties.iter().filter_map(|tie| case(passage, (reading, tie), None)));
            }
            for tie in held {
                for _ in 0..SLIPS {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let Some((figures, tie)) = slipped(reading, tie, seed >> 33) else { continue };
                    if !tie.makes.holds(&figures[result]) {
                        cases.extend(case(passage, (reading, &tie), Some(&figures)));
                    }
                }
            }
        }
    });
    cases
}

/// A tie with the signs around it, and those of its figures, be they others; none where it is never told.
fn case(passage: &str, (reading, tie): (&Reading, &Tie), figures: Option<&[Mention]>) -> Option<Case> {
    let off = reading.off(tie, figures.unwrap_or(reading.figures));
    bar(tie.form, &off)?;
    let odds = reading.odds(tie, &off);
    let signs = [reading.around(tie), off].concat();
    Some(Case { form: tie.form.name(), passage: passage.to_owned(), slipped: figures.is_some(), signs, odds })
}

/// Figures with a slip in one that a tie joins, and the tie as it is then.
fn slipped(reading: &Reading, tie: &Tie, random: u64) -> Option<(Vec<Mention>, Tie)> {
    let mut figures = reading.figures.to_vec();
    let rate = reading.figures[tie.result].is_rate();
    let which = (random % if rate { 10 } else { tie.terms.len() as u64 + 2 }) as usize;
    if rate && which < 2 {
        figures[tie.result].value = mistaken(reading, tie)?;
    } else {
        let at = tie.terms.get(if rate { which.wrapping_sub(8) } else { which }).copied().unwrap_or(tie.result);
        spoil(&mut figures[at], random / 16)?;
    }
    let again = Reading { figures: &figures, ..reading.clone() };
    let same = |one: &Tie| (one.form, &one.terms) == (tie.form, &tie.terms);
    let tie = again.ties(tie.result).into_iter().find(same)?;
    Some((figures, tie))
}

/// A rate told of the wrong base, or what is left of it.
fn mistaken(reading: &Reading, tie: &Tie) -> Option<Decimal> {
    let (said, part, base) = (tie.result, tie.terms[0], tie.terms[1]);
    let [said, part, base] = [said, part, base].map(|at| &reading.figures[at]);
    match tie.form {
        Form::Growth if reading.figures[tie.terms[0]].size > base.size => {
            part.size.percent_of(base.size, said.value.scale)
        }
        Form::Growth => absolute(part.size.checked_sub(base.size)?).percent_of(part.size, said.value.scale),
        Form::Change => part.size.percent_of(base.size, said.value.scale),
        _ => Decimal::whole(100).checked_sub(said.value),
    }
}

/// Reads each sentence of the texts, with their names.
fn read_texts(mut read: impl FnMut(&str, &Reading)) {
    for path in paths() {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        for (number, passage) in passages_of(&text).into_iter().enumerate() {
            let source = crate::source::Source::new("-", &passage);
            let proof = Proof::article(&source, None);
            for paragraph in passages(&proof) {
                let text = &proof.text[paragraph.clone()];
                let mut figures = mention::mentions(text);
                bare::add(text, &mut figures);
                let figures = numbers::all(text, &figures);
                readings(&proof, &paragraph, &figures)
                    .iter()
                    .for_each(|reading| read(&format!("{path}#{number}"), reading));
            }
        }
    }
}

/// The odds from which a case counts as told here: the highest of the bars.
const TOLD: f32 = 2.5;

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
        4 if one.power() > Some(0) => return rescale(one),
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

/// Tells a figure in the next scale: *triệu đồng* for *tỷ đồng*.
fn rescale(one: &mut Mention) -> Option<()> {
    let scales = [("nghìn tỷ", "tỷ", -3), ("tỷ", "triệu", -3), ("triệu", "tỷ", 3)];
    let (from, to, power) = scales.into_iter().find(|(from, ..)| one.unit.starts_with(from))?;
    one.unit = one.unit.replacen(from, to, 1);
    one.size = one.size.shifted(power)?;
    Some(())
}
