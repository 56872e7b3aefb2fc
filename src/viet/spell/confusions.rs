//! Phrases that are wrong wherever they stand, each with what is meant. Only such: where a pair has a second, right
//! reading (*dành / giành được*, *bàng quan / bàng quang*) it is left to the company layer or to the reader. What that
//! layer finds wherever it stands (*bổ xung*) is not listed.

use crate::viet::spell::heads::Heads;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, cased};

/// A confusion: what is written, what is meant, and the syllables that excuse it by following or preceding it
/// (*thăm quan chức*, *lịch sử lý luận*). Tones on the main vowel.
struct Confusion(&'static str, &'static str, &'static str, &'static str);

/// The table, sorted by what is written; the build script writes it out of `data/confusions.tsv`.
static CONFUSIONS: &[Confusion] = &include!(concat!(env!("OUT_DIR"), "/confusions.rs"));

/// What the phrases begin with.
static HEADS: Heads = {
    let (mut heads, mut at) = (Heads::none(), 0);
    while at < CONFUSIONS.len() {
        heads = heads.with(CONFUSIONS[at].0);
        at += 1;
    }
    heads
};

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let mut flags = Vec::new();
    for at in 0..reading.tokens.len() {
        if reading.tokens[at].shape == Shape::Other {
            continue;
        }
        let head = reading.plain(at);
        if !HEADS.may_be(&head) {
            continue;
        }
        let from = CONFUSIONS.partition_point(|entry| entry.0 < &*head);
        let same = CONFUSIONS[from..].iter().take_while(|entry| first(entry.0) == &*head);
        let fits = |entry: &&Confusion| length(reading, at, entry).is_some();
        if let Some(entry) = same.filter(fits).max_by_key(|entry| entry.0.len())
            && let Some(length) = length(reading, at, entry)
        {
            let range = reading.tokens[at].range.start..reading.tokens[at + length - 1].range.end;
            let word = reading.text[range.clone()].to_owned();
            let suggestion = Some(cased(entry.1, &word));
            flags.push(Flag { range, kind: Kind::Confusion, word, suggestion });
        }
    }
    flags
}

/// The first syllable of a phrase.
fn first(phrase: &str) -> &str {
    phrase.split_once(' ').map_or(phrase, |(head, _)| head)
}

/// How many tokens the confusion covers from here, if it stands here unexcused.
fn length(reading: &Reading<'_>, at: usize, entry: &Confusion) -> Option<usize> {
    let mut length = 0;
    for part in entry.0.split(' ') {
        let token = reading.tokens.get(at + length)?;
        // Two capitals in a row are a name: *Bảo Hòa*.
        let stands = length == 0 || (token.joined && token.shape == Shape::Lower);
        if !stands || reading.plain(at + length) != part {
            return None;
        }
        length += 1;
    }
    let excused = |excuses: &str, at: usize| excuses.split(' ').any(|e| e == reading.plain(at));
    let next = reading.tokens.get(at + length).is_some_and(|next| next.joined);
    let before = at.checked_sub(1).filter(|_| reading.tokens[at].joined);
    let behind = next && excused(entry.2, at + length);
    let ahead = before.is_some_and(|before| excused(entry.3, before));
    // *hồ sơ xác lập*: each half belongs to the word beyond it.
    let parted = before.is_some_and(|before| is_word(reading, before)) && next && is_word(reading, at + length - 1);
    (!behind && !ahead && !parted).then_some(length)
}

/// Whether a token and the next are a common word of the dictionary.
fn is_word(reading: &Reading<'_>, at: usize) -> bool {
    let two = reading.ids[at].zip(reading.ids[at + 1]);
    let pair = two.and_then(|(first, second)| reading.lexicon.pair(first, second));
    pair.is_some_and(|pair| pair.headword && pair.count >= COMMON)
}

/// So often a common word was counted.
const COMMON: f32 = 5.0;

#[cfg(test)]
mod tests {
    use super::CONFUSIONS;
    use crate::viet::spell::{Exempt, Kind, check};

    #[test]
    fn the_list_is_sorted_and_each_entry_is_found() {
        assert!(CONFUSIONS.is_sorted_by(|a, b| a.0 < b.0));
        for entry in CONFUSIONS {
            let flags = check(entry.0, &Exempt::new());
            assert_eq!(flags.len(), 1, "{}", entry.0);
            assert_eq!(flags[0].kind, Kind::Confusion, "{}", entry.0);
        }
    }

    #[test]
    fn the_right_phrases_are_right() {
        for entry in CONFUSIONS {
            assert!(check(entry.1, &Exempt::new()).is_empty(), "{}", entry.1);
        }
        for excused in ["thăm quan chức cấp cao", "lịch sử lý luận", "tập trung kết nối", "hồ sơ xác lập"]
        {
            assert!(check(excused, &Exempt::new()).is_empty(), "{excused}");
        }
    }
}
