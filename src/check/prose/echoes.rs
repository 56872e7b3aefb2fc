//! A passage written by hand that the record holds in the same words, but for one figure, day or quarter.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::words::{Slot, Texts, Word};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Words that stand beside so many figures that they say nothing of which one is meant.
const COMMON: [&str; 40] = [
    "tỷ", "tỉ", "triệu", "nghìn", "đồng", "đạt", "là", "của", "và", "các", "những", "năm", "tháng", "ngày", "trong",
    "đến", "từ", "tại", "với", "có", "được", "trên", "số", "theo", "về", "cho", "kế", "hoạch", "so", "cùng", "kỳ",
    "tăng", "giảm", "bằng", "ước", "tổng", "cộng", "quý", "đã", "phần",
];

/// A sentence with one of these speaks of another time, whose figures are others.
const OTHER_TIMES: [&str; 6] = ["năm trước", "cùng kỳ", "trước đó", "trước đây", "lần trước", "ban đầu"];

/// So many places of the same two words are looked at; where there are more, the words say little.
const MOST: usize = 64;

/// How far words are followed on either side of a slot.
const REACH: usize = 12;

/// Compares what is written by hand with the values of the records.
pub fn check(texts: &Texts, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let known = Known::of(&texts.records);
    for text in &texts.by_hand {
        let slots = (0..text.len()).filter(|at| text[*at].slot.is_some());
        faults.extend(slots.filter_map(|at| known.differs(proof, text, at)));
    }
}

/// The slots of the records' values by the two words on one side.
struct Known<'t> {
    texts: &'t [Vec<Word>],
    beside: HashMap<(Slot, String), Vec<(usize, usize)>>,
    /// Numbers with the word behind each, and days.
    values: HashSet<(Option<Slot>, String, String)>,
}

impl Known<'_> {
    fn of(texts: &[Vec<Word>]) -> Known<'_> {
        let mut beside: HashMap<_, Vec<_>> = HashMap::new();
        for (text, value) in texts.iter().enumerate() {
            for (at, word) in value.iter().enumerate() {
                let Some(slot) = word.slot else { continue };
                for key in sides(value, at) {
                    let places = beside.entry((slot, key)).or_default();
                    if places.len() < MOST {
                        places.push((text, at));
                    }
                }
            }
        }
        let counted = |word: &Word| matches!(word.slot, Some(Slot::Number | Slot::Day));
        let values = texts.iter().flat_map(|text| {
            let slots = (0..text.len()).filter(|at| counted(&text[*at]));
            slots.map(|at| value(text, at))
        });
        Known { values: values.collect(), texts, beside }
    }

    /// The slot of a hand-written text that every echo in the records contradicts.
    fn differs(&self, proof: &Proof, text: &[Word], at: usize) -> Option<Diagnostic> {
        let slot = text[at].slot?;
        let mut echoes: Vec<(usize, &Word)> = Vec::new();
        for key in sides(text, at) {
            for (other, place) in self.beside.get(&(slot, key)).into_iter().flatten() {
                let value = &self.texts[*other];
                if let Some(strength) = echo((text, at), (value, *place)) {
                    echoes.push((strength, &value[*place]));
                }
            }
        }
        let (_, right) = echoes.iter().max_by_key(|(strength, _)| *strength)?;
        let agrees = echoes.iter().any(|(_, word)| is_same(&word.key, &text[at].key));
        if agrees || self.is_elsewhere(text, at) || is_of_another_time(proof, text, at, &right.key) {
            return None;
        }
        let (source, span) = proof.place(right.range.clone())?;
        let written = &proof.text[right.range.clone()];
        let fault = proof.fault("prose-echo", text[at].range.clone()).with("right", written);
        let fault = fault.with("place", source.line_of(span));
        Some(fault.hint(Message::new("prose-echo.hint").with("right", written)))
    }

    /// Whether the records know the same value of the same thing somewhere else: *21 dự án*.
    fn is_elsewhere(&self, text: &[Word], at: usize) -> bool {
        self.values.contains(&value(text, at))
    }
}

/// A slot's value with the word behind it, which a day and a share do without.
fn value(text: &[Word], at: usize) -> (Option<Slot>, String, String) {
    let slot = text[at].slot;
    let next = text.get(at + 1).filter(|next| !next.opens && slot == Some(Slot::Number));
    (slot, text[at].key.clone(), next.map(|next| next.key.clone()).unwrap_or_default())
}

/// The two words before a slot and the two behind it, as keys.
fn sides(text: &[Word], at: usize) -> impl Iterator<Item = String> {
    let before = (at >= 2 && !text[at].opens && !text[at - 1].opens).then(|| at - 2..at);
    let behind = (at + 2 < text.len() && !text[at + 1].opens && !text[at + 2].opens).then(|| at + 1..at + 3);
    let key =
        |range: Range<usize>, side: &str| format!("{side} {} {}", text[range.start].key, text[range.start + 1].key);
    [before.map(|range| key(range, "<")), behind.map(|range| key(range, ">"))].into_iter().flatten()
}

/// How many words around two slots are the same, if they are enough to speak of one thing.
fn echo((text, at): (&[Word], usize), (other, place): (&[Word], usize)) -> Option<usize> {
    let same = |a: usize, b: usize| text[a].key == other[b].key;
    let free = |a: usize, b: usize| !text[a].opens && !other[b].opens;
    let before = (1..=REACH.min(at).min(place))
        .take_while(|step| free(at + 1 - step, place + 1 - step) && same(at - step, place - step))
        .count();
    let behind = (1..=REACH.min(text.len() - 1 - at).min(other.len() - 1 - place))
        .take_while(|step| free(at + step, place + step) && same(at + step, place + step))
        .count();
    let around = text[at - before..at].iter().chain(&text[at + 1..=at + behind]);
    let telling = around.filter(|word| word.slot.is_none() && !COMMON.contains(&word.key.as_str())).count();
    let both = before >= 2 && behind >= 2;
    let enough = match text[at].slot? {
        // Years, quarters and terms stand in the names of things that come back each time.
        Slot::Year | Slot::Roman => telling >= 4 && before + behind >= 6,
        _ => telling >= 3 && before + behind >= 5 && (both || before >= 4 || behind >= 4),
    };
    enough.then_some(before + behind)
}

/// Whether two slots hold one value; a day may leave out its year.
fn is_same(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short == long || long.strip_prefix(short).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether the sentence tells what the record has too, or speaks of another time: *tăng từ 50% lên 60%*.
fn is_of_another_time(proof: &Proof, text: &[Word], at: usize, right: &str) -> bool {
    let start = (0..=at).rev().find(|place| text[*place].opens).unwrap_or(0);
    let end = (at + 1..text.len()).find(|place| text[*place].opens).unwrap_or(text.len());
    let said = proof.text[text[start].range.start..text[end - 1].range.end].to_lowercase();
    let given = text[start..end].iter().any(|word| word.slot.is_some() && word.key == right);
    given || OTHER_TIMES.iter().any(|words| said.contains(words))
}
