//! Fits the worths of the order to right texts: to what stands around their breaks, as they are and with slips put into their points.
//! `BANTIN_TEXTS=LIST cargo test --lib order::fitting -- --nocapture`, LIST a file of paths, prints `worth.tsv`.

use super::row::{self, Told};
use super::slip::{self, Slip};
use super::{Break, REACH, breaks, odds};
use crate::check::fitting::{Case, Prior, fitted, passages_of, paths};
use crate::check::proof::Proof;
use crate::check::times::sentences;
use crate::viet::date::Point;

/// How many slips are put into each point.
const SLIPS: usize = 4;

/// What signs are worth before the fit.
const ORDER: [Prior; 1] = [Prior {
    form: "order",
    is_rare: false,
    set: &[
        ("always", -3.0),
        ("others go on", 1.0),
        ("two go on", 1.0),
        ("then between", 1.0),
        ("at the beginning", -0.5),
        ("turned", 1.0),
        ("another day", 0.5),
        ("another month", 0.5),
        ("another year", 0.5),
        ("inside", 0.5),
        ("narrow", 1.0),
        ("goes on", 1.0),
        ("looks back", -1.5),
        ("of a thing", -1.0),
        ("all open", 1.5),
    ],
}];

#[test]
fn breaks_of_texts() {
    let cases = cases();
    let of = |slipped: bool| cases.iter().filter(move |case| case.slipped == slipped);
    let told = |slipped: bool| of(slipped).filter(|case| case.odds > super::BAR).count();
    println!("told {} of {} slips, {} of {} others", told(true), of(true).count(), told(false), of(false).count());
    if std::env::var("BANTIN_TEXTS").is_ok() {
        let (table, shares) = fitted(&cases, &ORDER);
        println!("{}\n{}", shares.join("\n"), table.replace("order\t", ""));
    }
    // Two slips in ten are told, and hardly anything else.
    assert!(told(true) * 10 >= of(true).count() * 2 && told(false) * 10 <= of(false).count());
}

/// All breaks in the texts, and those that slips make.
fn cases() -> Vec<Case> {
    let (mut seed, mut cases) = (7_u64, Vec::new());
    for path in paths() {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        for (number, passage) in passages_of(&text).into_iter().enumerate() {
            let source = crate::source::Source::new("-", &passage);
            let proof = Proof::article(&source, None);
            let row = row::told(&proof, &sentences(&proof, proof.points()));
            let name = format!("{path}#{number}");
            let known: Vec<Break> = breaks(&proof, &row);
            let case = |one: &Break, row: &[Told], slipped| {
                let text = &proof.plain()[row[one.at].point.range.clone()];
                let passage = if slipped { name.clone() } else { format!("{name} {text}") };
                Case { form: "order", passage, slipped, signs: one.signs.clone(), odds: odds(&one.signs) }
            };
            cases.extend(known.iter().map(|one| case(one, &row, false)));
            for at in 0..row.len() {
                for _ in 0..SLIPS {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let variants = slips(&row[at].point, seed >> 33);
                    let Some((_, point)) = variants.get((seed >> 40) as usize % variants.len().max(1)) else {
                        continue;
                    };
                    let mut row = row.clone();
                    row[at].point = point.clone();
                    let near = at.saturating_sub(REACH)..at + REACH + 1;
                    let found =
                        breaks(&proof, &row).into_iter().filter(|one| one.at == at && near.contains(&one.other));
                    cases.extend(found.map(|one| case(&one, &row, true)));
                }
            }
        }
    }
    cases
}

/// The slips that one may be: days and months are mistaken more often than years.
fn slips(point: &Point, random: u64) -> Vec<(Slip, Point)> {
    let kind = match random % 10 {
        0..=1 => Slip::Turned,
        2..=5 => Slip::Day,
        6..=7 => Slip::Month,
        _ => Slip::Year,
    };
    // Of a year the last two figures are.
    let near = |other: &Point| other.year.zip(point.year).is_none_or(|(one, other)| one.abs_diff(other) < 100);
    slip::variants(point).into_iter().filter(|(slip, other)| *slip == kind && near(other)).collect()
}
