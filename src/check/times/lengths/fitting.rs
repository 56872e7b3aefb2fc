//! Fits the worths of lengths to right texts: to what stands around counts that two points make, with slips put in, and around those that
//! none make. `BANTIN_TEXTS=LIST cargo test --lib lengths::fitting -- --nocapture`, LIST a file of paths, prints `worth.tsv`.

use super::counts::{self, Count};
use super::{BAR, Text, Tie, explains, marks, odds};
use crate::check::fitting::{Case, Prior, fitted, passages_of, paths};
use crate::check::proof::Proof;
use crate::check::times::sentences;

/// How many slips are put into each count.
const SLIPS: usize = 4;

/// What signs are worth before the fit.
const LENGTHS: [Prior; 1] = [Prior {
    form: "lengths",
    is_rare: true,
    set: &[
        ("always", -0.5),
        ("turned", 2.0),
        ("a digit", 1.5),
        ("a bracket behind", 2.5),
        ("right beside a span", 2.0),
        ("a birth, an age", 2.0),
        ("a death, an age", 1.0),
        ("both in its sentence", 1.0),
        ("others between", -1.0),
        ("other counts", -0.5),
        ("rough", -0.5),
    ],
}];

#[test]
fn lengths_of_texts() {
    let cases = cases();
    let of = |slipped: bool| cases.iter().filter(move |case| case.slipped == slipped);
    let told = |slipped: bool| of(slipped).filter(|case| case.odds > BAR).count();
    println!("told {} of {} slips, {} of {} others", told(true), of(true).count(), told(false), of(false).count());
    if std::env::var("BANTIN_TEXTS").is_ok() {
        let (table, shares) = fitted(&cases, &LENGTHS);
        println!("{}\n{}", shares.join("\n"), table.replace("lengths\t", ""));
    }
    // Six slips in ten are told, and hardly anything else.
    assert!(told(true) * 10 >= of(true).count() * 6 && told(false) * 2 <= of(false).count());
}

/// All ties of counts that nothing makes, and of those that two points make, with slips in them.
fn cases() -> Vec<Case> {
    let (mut seed, mut cases) = (7_u64, Vec::new());
    for path in paths() {
        let whole = std::fs::read_to_string(&path).unwrap_or_default();
        for (number, passage) in passages_of(&whole).into_iter().enumerate() {
            let source = crate::source::Source::new("-", &passage);
            let proof = Proof::article(&source, None);
            let sentences = sentences(&proof, proof.points());
            let text = Text { proof: &proof, marks: marks::all(&proof, &sentences) };
            let counts = counts::all(&proof, &sentences);
            let name = format!("{path}#{number}");
            let case = |count: &Count, tie: &Tie, slipped: bool| {
                let signs = text.signs(count, tie, &counts);
                let own = &proof.text[count.range.clone()];
                let passage = if slipped { name.clone() } else { format!("{name} {own}") };
                Case { form: "lengths", passage, slipped, odds: odds(&signs), signs }
            };
            for count in &counts {
                let ties = text.ties(count);
                let held = ties.iter().find(|tie| tie.makes == count.value);
                let Some(held) = held else {
                    if !ties.iter().any(|tie| explains(tie, count)) {
                        cases.extend(
                            ties.iter().filter(|tie| text.is_of(count, tie)).map(|tie| case(count, tie, false)),
                        );
                    }
                    continue;
                };
                for _ in 0..SLIPS {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let Some(value) = slipped(count.value, seed >> 33) else { continue };
                    let wrong = Count { value, ..count.clone() };
                    if text.is_of(&wrong, held) && !ties.iter().any(|tie| explains(tie, &wrong)) {
                        cases.push(case(&wrong, held, true));
                    }
                }
            }
        }
    }
    cases
}

/// A number with a slip in it: two digits changed about, or another digit.
fn slipped(value: i64, random: u64) -> Option<i64> {
    let mut digits = value.to_string().into_bytes();
    let at = (random / 4) as usize % digits.len();
    match random % 4 {
        0 if at + 1 < digits.len() => digits.swap(at, at + 1),
        _ => digits[at] = b'1' + (digits[at] - b'0' + (random / 64 % 8) as u8) % 9,
    }
    String::from_utf8(digits).ok()?.parse().ok().filter(|other| *other != value)
}
