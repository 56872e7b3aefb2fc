//! Packs attested syllables and counted pairs into the block of `layout`. Runs in the build script only.

use std::collections::{BTreeMap, BTreeSet};

use crate::gather::{Word, gather, triples};
use crate::layout::{
    ATTESTED, BUCKETS, CAUSE_SHIFT, HEADWORD, SECTIONS, SLOTS, Section, hash, pack_count, pack_log, pack_share, triple,
};
use crate::slips::slips;
use crate::viet::syllable::Syllable;
use crate::viet::tone::Style;

/// A syllable must be counted so often before it is thought to be what a writer meant.
const MEANT: u64 = 3;

/// The block for the lists that [`gather`] reads.
pub fn pack(attested: &str, pairs: &str, phrases: &str, listed: &str) -> Vec<u8> {
    let words = gather(attested, pairs, phrases);
    let near = neighbours(&words);
    let triples = triples(&words, listed, phrases);
    write(&words, &near, &triples)
}

/// For each syllable, those that one slip turns into it, by cause.
fn neighbours(words: &[(String, Word)]) -> Vec<Vec<u16>> {
    let index: BTreeMap<&str, u16> = words.iter().zip(0..).map(|((word, _), at)| (word.as_str(), at)).collect();
    let mut near = vec![Vec::new(); words.len()];
    for ((meant, word), at) in words.iter().zip(0_u16..) {
        if word.count >= MEANT && word.attested {
            for (slip, cause) in slips(meant) {
                if let Some(&seen) = index.get(slip.as_str()) {
                    near[usize::from(seen)].push(at | (cause as u16) << CAUSE_SHIFT);
                }
            }
        }
    }
    for list in &mut near {
        list.sort();
    }
    near
}

/// Lays the sections out behind their offsets.
fn write(words: &[(String, Word)], near: &[Vec<u16>], triples: &BTreeSet<[u16; 3]>) -> Vec<u8> {
    let mut sections: [Vec<u8>; SECTIONS] = Default::default();
    let mut put = |section: Section, bytes: &[u8]| {
        let section = &mut sections[section as usize];
        section.extend_from_slice(bytes);
        section.len() as u32
    };
    let aliases = aliases(words);
    let texts: Vec<&str> =
        words.iter().map(|(word, _)| word.as_str()).chain(aliases.iter().map(|(text, _)| text.as_str())).collect();
    let mut end = 0_u32;
    for text in &texts {
        put(Section::WordAt, &end.to_le_bytes());
        end = put(Section::Words, text.as_bytes());
    }
    put(Section::WordAt, &end.to_le_bytes());
    put(Section::Slots, &slots(&texts));
    for (_, of) in &aliases {
        put(Section::Aliases, &of.to_le_bytes());
    }
    let (mut pairs, mut neighbours, mut begun) = (0, 0, 0);
    for (((_, word), near), openings) in words.iter().zip(near).zip(openings(words)) {
        let attested = if word.attested { ATTESTED } else { 0 };
        put(Section::Counts, &(word.count as u32 | attested).to_le_bytes());
        put(Section::Sums, &(word.count as u32).to_le_bytes());
        put(Section::Lefts, &word.lefts.to_le_bytes());
        put(Section::Alone, &[pack_log(word.count.saturating_sub(word.bound))]);
        put(Section::RowAt, &u32::to_le_bytes(pairs));
        for (second, pair) in &word.row {
            let headword = if pair.headword { HEADWORD } else { 0 };
            put(Section::Seconds, &second.to_le_bytes());
            pairs = put(Section::Values, &[pack_count(pair.count as u32) | headword]);
        }
        put(Section::NearAt, &u32::to_le_bytes(neighbours));
        for at in near {
            neighbours = put(Section::Near, &at.to_le_bytes()) / 2;
        }
        put(Section::OpeningAt, &u32::to_le_bytes(begun));
        for first in openings {
            begun = put(Section::Openings, &first.to_le_bytes()) / 2;
        }
    }
    put(Section::Bound, &bound(words, triples).concat());
    put(Section::OpeningAt, &begun.to_le_bytes());
    put(Section::RowAt, &pairs.to_le_bytes());
    put(Section::NearAt, &neighbours.to_le_bytes());
    let total: u64 = words.iter().map(|(_, word)| word.count).sum();
    put(Section::Total, &(total as u32).to_le_bytes());
    let mut buckets = vec![BTreeSet::new(); BUCKETS];
    for (bucket, entry) in triples.iter().copied().map(triple) {
        buckets[bucket].insert(entry);
    }
    let mut entries = 0;
    for bucket in &buckets {
        put(Section::TripleAt, &u32::to_le_bytes(entries));
        for entry in bucket {
            entries = put(Section::Triples, &entry.to_le_bytes()) / 4;
        }
    }
    put(Section::TripleAt, &entries.to_le_bytes());
    let mut block = Vec::new();
    let mut at = SECTIONS * 4;
    for section in &sections {
        block.extend_from_slice(&(at as u32).to_le_bytes());
        at += section.len();
    }
    block.extend(sections.concat());
    block
}

/// A word must be counted so often that its halves are thought to need each other.
const WORD: u64 = 3;

/// For each syllable, of the three in a row that it stands in the middle of and makes no word with the first, how few make none
/// with the last either; and the same the other way round.
fn bound(words: &[(String, Word)], triples: &BTreeSet<[u16; 3]>) -> Vec<[u8; 2]> {
    let is_word = |first: u16, second: u16| {
        let pair = words[usize::from(first)].1.row.get(&second);
        pair.is_some_and(|pair| pair.headword && pair.count >= WORD)
    };
    let mut seen = vec![[(0, 0); 2]; words.len()];
    for [first, middle, last] in triples {
        let (before, behind) = (is_word(*first, *middle), is_word(*middle, *last));
        let free = u32::from(!before && !behind);
        let [open_behind, open_before] = &mut seen[usize::from(*middle)];
        if !before {
            *open_behind = (open_behind.0 + free, open_behind.1 + 1);
        }
        if !behind {
            *open_before = (open_before.0 + free, open_before.1 + 1);
        }
    }
    seen.iter().map(|sides| sides.map(|(free, all)| pack_share(free, all))).collect()
}

/// For each syllable, the first halves of the words that it ends.
fn openings(words: &[(String, Word)]) -> Vec<Vec<u16>> {
    let mut openings = vec![Vec::new(); words.len()];
    for ((_, word), first) in words.iter().zip(0_u16..) {
        for (second, _) in word.row.iter().filter(|(_, pair)| pair.headword) {
            openings[usize::from(*second)].push(first);
        }
    }
    openings
}

/// The spellings with the tone on the first vowel, where they differ.
fn aliases(words: &[(String, Word)]) -> Vec<(String, u16)> {
    words
        .iter()
        .zip(0..)
        .filter_map(|((word, _), at)| {
            let first = Syllable::parse(word)?.write(Style::FirstVowel);
            (first != *word).then_some((first, at))
        })
        .collect()
}

/// The hash table over all texts.
fn slots(texts: &[&str]) -> Vec<u8> {
    let mut slots = vec![0_u16; SLOTS];
    for (text, at) in texts.iter().zip(1..) {
        let mut slot = hash(text.as_bytes()) as usize % SLOTS;
        while slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        slots[slot] = at;
    }
    slots.into_iter().flat_map(u16::to_le_bytes).collect()
}
