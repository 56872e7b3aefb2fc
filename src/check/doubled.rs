//! Words typed twice — *chữ lặp*; what Vietnamese doubles on purpose (*luôn luôn, ngày ngày*) is left alone.

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::spell::lexicon::Lexicon;

/// Words that are never doubled on purpose.
const NEVER: [&str; 36] = [
    "của", "và", "các", "là", "trong", "cho", "với", "được", "theo", "tại", "để", "những", "đã", "sẽ", "trên", "vào",
    "bởi", "về", "này", "đến", "hoặc", "bằng", "nhưng", "thì", "mà", "có", "do", "như", "khi", "bị", "cùng", "đang",
    "cũng", "gồm", "nhằm", "số",
];

/// A word and its place.
type Word<'t> = (Range<usize>, &'t str);

/// Checks for words and pairs of words that stand twice in a row.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lexicon = Lexicon::embedded();
    for run in runs(&proof.text) {
        let mut at = 1;
        while at < run.len() {
            let pair = (at >= 3).then(|| &run[at - 3..=at]).filter(|four| is_doubled_pair(four));
            let range = match pair {
                Some(four) => Some(four[0].0.start..four[3].0.end),
                None if is_doubled(&run[at - 1], &run[at], lexicon) => Some(run[at - 1].0.start..run[at].0.end),
                None => None,
            };
            if let Some(range) = range {
                let once = pair.map_or(run[at].1.to_owned(), |four| format!("{} {}", four[0].1, four[1].1));
                let hint = Message::new("word-doubled.hint").with("once", once);
                faults.push(proof.fault("word-doubled", range).hint(hint));
                at += 1;
            }
            at += 1;
        }
    }
}

/// Words with nothing but blanks between them, run by run.
fn runs(text: &str) -> Vec<Vec<Word<'_>>> {
    let mut runs = vec![Vec::new()];
    let mut end = 0;
    let start = text.as_ptr() as usize;
    for word in text.split(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c)) {
        if word.is_empty() {
            continue;
        }
        let at = word.as_ptr() as usize - start;
        let gap = &text[end..at];
        if !gap.trim().is_empty() || gap.contains("\n\n") {
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            run.push((at..at + word.len(), word));
        }
        end = at + word.len();
    }
    runs
}

/// Numbers and names double by chance; small words that the lexicon never saw side by side do not.
fn is_doubled(first: &Word, second: &Word, lexicon: Lexicon) -> bool {
    let word = first.1.to_lowercase();
    let small = second.1.chars().all(|c| c.is_alphabetic() && c.is_lowercase());
    if !small || word != second.1 {
        return false;
    }
    NEVER.contains(&second.1)
        || lexicon.find(&word).is_some_and(|id| lexicon.count(id) > 200.0 && lexicon.pair(id, id).is_none())
}

fn is_doubled_pair(four: &[Word]) -> bool {
    let [a, b, c, d] = four else { return false };
    let small = |word: &Word| word.1.chars().all(|c| c.is_alphabetic() && c.is_lowercase());
    a.1 == c.1 && b.1 == d.1 && a.1 != b.1 && [a, b].into_iter().all(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_reduplication() {
        for (text, doubled) in [
            ("sự phối hợp của của các đơn vị", Some("của của")),
            ("tiếp tục thực hiện thực hiện kế hoạch", Some("thực hiện thực hiện")),
            ("luôn luôn ghi nhận, ngày ngày đêm đêm", None),
            ("xã Na Na, bản Co Co", None),
            ("năm 20 20 hộ", None),
            ("cho, cho", None),
        ] {
            let lexicon = Lexicon::embedded();
            let runs = runs(text);
            let single = runs.iter().flat_map(|run| run.windows(2)).find(|two| is_doubled(&two[0], &two[1], lexicon));
            let pair = runs.iter().flat_map(|run| run.windows(4)).find(|four| is_doubled_pair(four));
            let found = single.or(pair).map(|words| &text[words[0].0.start..words[words.len() - 1].0.end]);
            assert_eq!(found, doubled, "{text}");
        }
    }
}
