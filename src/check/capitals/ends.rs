//! Names whose last word has lost its capital — *viết hoa tên riêng*: *thép Đại tín* beside *thép Đại Tín* in one text.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::letter::{is_letter, lower};
use crate::viet::spell::lexicon::Lexicon;

/// A word with its place.
type Word<'t> = (usize, &'t str);

/// Flags the small last word of a name that the same words tell with a capital elsewhere.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let start = text.as_ptr() as usize;
    let words: Vec<Word> = text
        .split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - start, word))
        .collect();
    let mut whole: HashMap<String, Range<usize>> = HashMap::new();
    let mut cut: Vec<(String, usize)> = Vec::new();
    for at in 2..words.len() {
        let [(first, lead), (middle, name), (last, end)] = [words[at - 2], words[at - 1], words[at]];
        let joined = middle == first + lead.len() + 1 && last == middle + name.len() + 1;
        if !joined || !is_capital(name) {
            continue;
        }
        let ended = last + end.len();
        // Behind the noun of a place the name alone is compared: *thị xã Ba Đồn*, *chợ Ba đồn*.
        let first = if PLACES.contains(&&*lower(lead)) { middle } else { first };
        if is_capital(end) {
            whole.entry(lower(&text[middle..ended])).or_insert(middle..ended);
            whole.entry(lower(&text[first..ended])).or_insert(middle..ended);
        } else if end.starts_with(char::is_lowercase) {
            cut.push((lower(&text[first..ended]), at));
        }
    }
    for (key, at) in cut {
        let Some(model) = whole.get(&key).filter(|_| !has_company(text, &words, at)) else { continue };
        let right = &text[model.clone()];
        let mut fault = proof.fault("capital", words[at - 1].0..words[at].0 + words[at].1.len());
        fault.message.id = "capital.end";
        faults.push(fault.with("model", right).hint(Message::new("space.hint").with("right", right)));
    }
}

/// Nouns of places, of two words the second.
const PLACES: [&str; 26] = [
    "xã",
    "phường",
    "trấn",
    "huyện",
    "quận",
    "phố",
    "tỉnh",
    "thôn",
    "ấp",
    "làng",
    "bản",
    "cầu",
    "sông",
    "chợ",
    "hồ",
    "núi",
    "đèo",
    "cảng",
    "biển",
    "vịnh",
    "ga",
    "tại",
    "ở",
    "về",
    "khu",
    "vùng",
];

/// So often two words were counted that go together: *lập kế* of *lập kế hoạch*.
const COMMON: f32 = 10.0;

/// Whether a word has a capital at its head alone.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some() && letters.all(char::is_lowercase)
}

/// Whether the small word makes a word of the dictionary with the one before (*Nông dân*), or was seen before what follows
/// (*Thị được tặng*).
fn has_company(text: &str, words: &[Word], at: usize) -> bool {
    let lexicon = Lexicon::embedded();
    let pair = |first: &str, second: &str| lexicon.pair(lexicon.find(&lower(first))?, lexicon.find(&lower(second))?);
    let (start, word) = words[at];
    let next = words.get(at + 1).filter(|next| next.0 == start + word.len() + 1 && text[..next.0].ends_with(' '));
    // A word of the dictionary that nobody was seen to write is a name there too.
    pair(words[at - 1].1, word).is_some_and(|pair| pair.headword && pair.count > 0.0)
        // *Trần Thị ngọc Yến*: the name goes on, and is told as a whole.
        || next.is_some_and(|next| is_capital(next.1))
        || next.is_some_and(|next| pair(word, next.1).is_some_and(|pair| pair.headword || pair.count >= COMMON))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_of_a_name_keeps_its_capital() {
        for (text, told) in [
            ("Công ty Cổ phần thép Đại Tín khởi công. Công ty thép Đại tín, huyện Nam.", &["Đại tín"][..]),
            ("Ông Hồ Văn Lợm nói. Bà con thăm ông Hồ Văn lợm.", &["Văn lợm"]),
            ("Hội Nông Dân xã. Hội Nông dân xã họp.", &[]),
            ("Xã Tân Lập họp. Xã Tân lập kế hoạch.", &[]),
            ("Thị xã Ba Đồn có cảng. Tiểu thương chợ Ba đồn dọn hàng.", &["Ba đồn"]),
            ("Phường Nam Lý họp. Hội thi tại Nam lý thú.", &[]),
            ("Công ty thép Đại Tín, công ty thép Đại Tín.", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let mut faults = Vec::new();
            check(&proof, &mut faults);
            let found: Vec<_> = faults.iter().map(|fault| &source.text[source.clamp(fault.span)]).collect();
            assert_eq!(found, told, "{text}");
        }
    }
}
