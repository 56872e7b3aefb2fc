//! Lists of today's provinces — *cả nước có 34 tỉnh, thành phố, gồm: …* — in which one stands that was merged away.

use std::collections::HashSet;

use crate::check::proof::Proof;
use crate::viet::date::Ymd;
use crate::viet::place::{Mention, Status};

/// So many provinces side by side are a list of them all, and so many where their number is told beside it.
const ALL: usize = 20;
const TOLD: usize = 8;

/// How far before a list its number is looked for, in letters.
const FAR: usize = 300;

/// The starts of the provinces that stand in such a list and are none of today's, with the day on which the others are.
pub(super) fn strangers(proof: &Proof, mentions: &[Mention]) -> (HashSet<usize>, Option<Ymd>) {
    let day = Ymd::new(2025, 7, 1).ok();
    let mut found = HashSet::new();
    let next = |a: &Mention, b: &Mention| {
        let from = b.prefix_range.as_ref().map_or(b.range.start, |prefix| prefix.start);
        let gap = proof.text.get(a.range.end..from).unwrap_or_default().trim();
        matches!(gap, "," | "và" | ", và" | ";" | "-" | "–")
    };
    for run in mentions.chunk_by(next).filter(|run| run.len() >= TOLD) {
        let Some(day) = day else { break };
        let merged = |mention: &&Mention| matches!(mention.status(day), Some(Status::Former { .. }));
        let gone: Vec<&Mention> = run.iter().filter(merged).collect();
        let start = run[0].range.start;
        let from = proof.text[..start].char_indices().rev().nth(FAR).map_or(0, |(from, _)| from);
        let told = proof.text[from..start].contains("34 ");
        if gone.len() == 1 && (told || run.len() >= ALL) {
            found.insert(gone[0].range.start);
        }
    }
    (found, day)
}
