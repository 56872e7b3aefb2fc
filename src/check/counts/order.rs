//! Items numbered one after another — *1. … 2. … 4. …*; *a) … b) … d) …*; *Điều 1. … Điều 3.*: none is left out, none stands twice.

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::list::{self, Counting};
use crate::viet::seek::seek;

/// The most items that are told in words.
const MOST: u32 = 12;

/// The letters of items in the order of the alphabet that decrees use.
const LETTERS: [&str; 22] =
    ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x"];

/// How an item is marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// *1.*
    Stop,
    /// *1)*
    Bracket,
    /// *a)*
    Letter,
    /// *Điều 1.*
    Article,
}

/// An item: its mark, its number and the place of both.
struct Item {
    mark: Mark,
    number: usize,
    range: std::ops::Range<usize>,
}

/// Checks the items that begin lines, and those that follow one another inside a paragraph.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    in_words(proof, faults);
    let items = items(&proof.text);
    for mark in [Mark::Stop, Mark::Bracket, Mark::Letter, Mark::Article] {
        let mut open: Vec<usize> = Vec::new();
        // Items of one article, or of one value of a record, are one list.
        let mut value = 0..0;
        for item in items.iter().filter(|item| item.mark == mark) {
            if item.number == 1 {
                value = proof.value_at(item.range.start);
                open.push(1);
                continue;
            }
            let Some(level) = open.iter().rposition(|last| last + 1 == item.number) else {
                let last = open.last().copied();
                // The first item of a text may continue another text's count; after one of another kind the count may too.
                let told = last.filter(|last| item.number == last + 2 || item.number == *last);
                if let Some(last) = told.filter(|_| proof.value_at(item.range.start) == value) {
                    faults.push(out_of_order(proof, item, last));
                }
                if let Some(top) = open.last_mut() {
                    *top = item.number;
                }
                continue;
            };
            open.truncate(level);
            open.push(item.number);
        }
    }
}

/// *Một là, … Hai là, … Bốn là, …*; *Thứ nhất, … Thứ ba, …*.
fn in_words(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for counting in [Counting::Cardinal, Counting::Ordinal] {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for number in 1..=MOST {
            let opening = list::opening(number, counting);
            let opening = opening.trim_end_matches([',', ' ']);
            found.extend(seek(&proof.text, opening).filter_map(|(at, word)| {
                let begins =
                    proof.text[..at].trim_end_matches([' ', '-', '*', '_']).ends_with(['.', ':', ';', '\n']) || at == 0;
                let ended = proof.text[at + word.len()..].starts_with([',', ' ', ':']);
                (begins && ended).then_some((at, usize::try_from(number).ok()?, word.len()))
            }));
        }
        found.sort_unstable();
        for pair in found.windows(2) {
            let ((_, last, _), (at, number, length)) = (pair[0], pair[1]);
            if number != last + 1 && number != 1 && (number == last + 2 || number == last) {
                let mut fault = proof.fault("count-announced", at..at + length);
                fault.message.id = "count-announced.order";
                let next = u32::try_from(last + 1).map(|next| list::opening(next, counting)).unwrap_or_default();
                let told = fault.with("last", last);
                faults.push(
                    told.hint(
                        Message::new("count-announced.hint.order").with("next", next.trim_end_matches([',', ' '])),
                    ),
                );
            }
        }
    }
}

fn out_of_order(proof: &Proof, item: &Item, last: usize) -> Diagnostic {
    let shown = |number: usize| match item.mark {
        Mark::Letter => LETTERS.get(number - 1).copied().unwrap_or_default().to_owned(),
        _ => number.to_string(),
    };
    let mut fault = proof.fault("count-announced", item.range.clone());
    fault.message.id = "count-announced.order";
    fault.with("last", shown(last)).hint(Message::new("count-announced.hint.order").with("next", shown(last + 1)))
}

/// The items of a text, in order.
fn items(text: &str) -> Vec<Item> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start_matches([' ', '#', '*', '_', '\t']).len();
        let first = item(&line[lead..]);
        let inline = first.as_ref().is_none_or(|(.., number, _)| *number == 1);
        if let Some((mark, number, length)) = first {
            found.push(Item { mark, number, range: start + lead..start + lead + length });
        }
        // *kết luận: 1. Giao … 2. Giao …*: in one paragraph the items follow a stop.
        if inline {
            for (at, sign) in line.match_indices([':', '.', ';']) {
                let rest = line[at + sign.len()..].strip_prefix(' ');
                if let Some((mark, number, length)) =
                    rest.and_then(item).filter(|(mark, ..)| *mark == Mark::Stop || *mark == Mark::Bracket)
                {
                    let from = start + at + sign.len() + 1;
                    found.push(Item { mark, number, range: from..from + length });
                }
            }
        }
        start += line.len();
    }
    found
}

/// The mark at the head of a text, its number and its length.
fn item(text: &str) -> Option<(Mark, usize, usize)> {
    let spaced = |length: usize| text[length..].starts_with([' ', '\u{a0}']);
    if let Some(rest) = text.strip_prefix("Điều ") {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = "Điều ".len() + digits + 1;
        let ended = rest[digits..].starts_with(['.', ':']) && spaced(length);
        return ended.then(|| Some((Mark::Article, rest[..digits].parse().ok()?, length)))?;
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&digits) {
        let mark = match text[digits..].chars().next()? {
            '.' => Mark::Stop,
            ')' => Mark::Bracket,
            _ => return None,
        };
        let begins = text[digits + 1..].trim_start().starts_with(char::is_uppercase);
        return (spaced(digits + 1) && begins).then(|| Some((mark, text[..digits].parse().ok()?, digits + 1)))?;
    }
    let begins = |letter: &&str| text.strip_prefix(*letter).is_some_and(|rest| rest.starts_with(')'));
    let number = LETTERS.iter().position(begins)?;
    let length = LETTERS[number].len() + 1;
    spaced(length).then_some((Mark::Letter, number + 1, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_one_another() {
        for (text, told) in [
            ("kết luận: 1. Giao xã. 2. Giao thôn. 4. Giao Công an.", &["4."][..]),
            ("kết luận: 1. Giao xã. 2. Giao thôn. 3. Giao Công an.", &[]),
            ("1. Một\n2. Hai\n2. Ba", &["2."]),
            ("1. Một\na) Một\nb) Hai\n2. Hai\na) Một\nb) Hai\nd) Ba", &["d)"]),
            ("1. Một\na) Một\nb) Hai\nc) Ba\nd) Bốn\nđ) Năm\ne) Sáu", &[]),
            ("Điều 1. Một\n1. Một\n2. Hai\nĐiều 2. Hai\n1. Một\nĐiều 4. Ba", &["Điều 4."]),
            ("I. Một\n1. Một\n2. Hai\nII. Hai\n3. Ba\n4. Bốn", &[]),
            ("nêu: Một là, làm. Hai là, dạy. Bốn là, học.", &["Bốn là"]),
            ("nêu: Một là, làm. Hai là, dạy. Ba là, học.", &[]),
            ("Thu năm 2025. 12. Họp lúc 5. Xong", &[]),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, told, "{text}");
        }
    }
}
