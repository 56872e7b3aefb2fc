//! A text as words and slots: numbers, shares, days and Roman numerals that may differ while the words around them do not.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::viet::letter::{is_letter, is_word, lower};

/// What a slot holds; only slots of one kind are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// *12*, *2.840*, *16,2*
    Number,
    /// *50%*
    Rate,
    /// *17/3/2026*, *49/53*
    Day,
    /// *2026* behind *năm*
    Year,
    /// *quý II*, *khóa XV*
    Roman,
}

/// A word or a slot with its place.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its bytes.
    pub range: Range<usize>,
    /// The word in small letters; of a slot its value in one form: `17/3/2026`, `2840`.
    pub key: String,
    /// What slot it is, if it is one.
    pub slot: Option<Slot>,
    /// Whether a sentence or a part of one begins with it: what is before belongs to something else.
    pub opens: bool,
}

/// The words of a story, value by value, read once for all comparisons.
pub struct Texts {
    /// Of what is written by hand.
    pub by_hand: Vec<Vec<Word>>,
    /// Of the records' own values.
    pub records: Vec<Vec<Word>>,
}

impl Texts {
    /// The words of a story; none of the records' where nothing is written by hand, for then nothing is compared.
    pub fn of(proof: &Proof) -> Texts {
        let read = |hand: bool| {
            let values = proof.values().filter(move |(_, by_hand)| *by_hand == hand);
            values.map(|(range, _)| words(&proof.text, range)).collect::<Vec<_>>()
        };
        let by_hand = read(true);
        Texts { records: if by_hand.is_empty() { Vec::new() } else { read(false) }, by_hand }
    }
}

/// Words that Roman numerals follow.
const NUMBERED: [&str; 9] = ["quý", "khóa", "khoá", "thứ", "vực", "vùng", "chương", "lục", "hạng"];

/// The words of a range of a text.
pub fn words(text: &str, range: Range<usize>) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut at = range.start;
    let mut opens = true;
    while let Some(head) = text[at..range.end].chars().next() {
        if !is_word(head) {
            let ends = matches!(head, ';' | '\n') || (head == '.' && !text[at + 1..].starts_with(is_word));
            opens |= ends || matches!(head, '!' | '?' | '…');
            at += head.len_utf8();
            continue;
        }
        let end = at + length(&text[at..range.end], head);
        let before = found.last().filter(|_| !opens).map(|word| word.key.as_str());
        let (key, slot) = read(&text[at..end], before, &text[end..range.end]);
        found.push(Word { range: at..end, key, slot, opens });
        opens = false;
        at = end;
    }
    found
}

/// The length of a word: letters and digits, of a number also the marks within.
fn length(rest: &str, head: char) -> usize {
    let mut length = 0;
    let mut signs = rest.chars().peekable();
    let mut coded = false;
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied().unwrap_or(' ');
        let inner = head.is_ascii_digit()
            && match sign {
                '.' | ',' => next.is_ascii_digit(),
                '/' | '-' => is_word(next),
                _ => false,
            };
        coded |= is_letter(sign);
        let within = is_word(sign) || ('\u{300}'..='\u{36f}').contains(&sign) || (inner && !(coded && sign == ','));
        if !within {
            break;
        }
        length += sign.len_utf8();
    }
    length
}

/// The key of a word, and what slot it is.
fn read(word: &str, before: Option<&str>, behind: &str) -> (String, Option<Slot>) {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/' | '-');
    if word.starts_with(|c: char| c.is_ascii_digit()) && word.chars().all(digits) {
        let bare = |part: &'_ str| {
            let bare = part.trim_start_matches('0');
            if bare.starts_with(|c: char| c.is_ascii_digit()) { bare.to_owned() } else { format!("0{bare}") }
        };
        let key = word.split(['/', '-']).map(bare).collect::<Vec<_>>().join("/").replace('.', "");
        let slot = match () {
            () if behind.trim_start().starts_with('%') => Slot::Rate,
            () if word.contains(['/', '-']) => Slot::Day,
            () if before == Some("năm") && word.len() == 4 => Slot::Year,
            () => Slot::Number,
        };
        return (key, Some(slot));
    }
    let roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    if roman && before.is_some_and(|before| NUMBERED.contains(&before)) {
        return (word.to_owned(), Some(Slot::Roman));
    }
    (lower(word), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_slots() {
        let text =
            "Giải ngân ít nhất 50% của 2.840 tỷ trước ngày 30/06/2026; Chỉ thị số 08/CT-UBND, quý II năm 2026. Hết.";
        let found = words(text, 0..text.len());
        let slots: Vec<(&str, Slot)> = found.iter().filter_map(|word| Some((word.key.as_str(), word.slot?))).collect();
        let expected = [
            ("50", Slot::Rate),
            ("2840", Slot::Number),
            ("30/6/2026", Slot::Day),
            ("II", Slot::Roman),
            ("2026", Slot::Year),
        ];
        assert_eq!(slots, expected);
        let opening: Vec<&str> = found.iter().filter(|word| word.opens).map(|word| word.key.as_str()).collect();
        assert_eq!(opening, ["giải", "chỉ", "hết"]);
        assert!(found.iter().any(|word| word.key == "08/ct-ubnd"));
    }
}
