//! Where sentences begin and end — *đầu câu, cuối câu*: a capital, a mark, and no more words than a reader can hold.

mod commas;
mod cuts;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::syllable::is_vowel;

/// Words between two marks (full stop or semicolon) from which a sentence is too long to be read aloud at one go: the
/// longest ones of printed conclusions, whose lists are parted by semicolons, have about ninety.
const LONG: usize = 100;

/// Words from which a line is prose and no heading or caption.
const PROSE: usize = 12;

/// Checks the sentences of each paragraph.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    commas::check_towns(proof, faults);
    for paragraph in proof.paragraphs() {
        let text = &proof.text[paragraph.clone()];
        if text.trim_start().starts_with(['|', '#', '>', '`']) || text.contains("](") {
            continue;
        }
        for sentence in proof.sentences(paragraph) {
            faults.extend(small_head(proof, paragraph, sentence));
            faults.extend(too_long(proof, sentence));
            faults.extend(commas::check(proof, sentence));
        }
        let cut = |two: &[Range<usize>]| cuts::check(proof, &two[0], &two[1]);
        faults.extend(proof.sentences(paragraph).windows(2).filter_map(cut));
        // Values of a record get their full stop when they are told; only running text has its own.
        if proof.is_running(paragraph.start) {
            faults.extend(open_lines(proof, paragraph));
            faults.extend(open_end(proof, paragraph));
        }
    }
}

/// A sentence behind a full stop that begins with a small letter.
fn small_head(proof: &Proof, paragraph: &Range<usize>, sentence: &Range<usize>) -> Option<Diagnostic> {
    let before = proof.text[paragraph.start..sentence.start].trim_end_matches([' ', '\u{a0}']);
    let words = before.strip_suffix(['.', '!', '?'])?;
    let word = words.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // *v.v.*, *tr. 5*, *...*, *./.* and numbers end no sentence for certain.
    let whole = word.chars().count() >= 2 && word.chars().all(char::is_alphabetic) && !words.ends_with(['.', '/']);
    // *bệnh nhân Ph. đã*: of a name only its first sound is told.
    let initial = word.starts_with(char::is_uppercase) && !word.to_lowercase().contains(is_vowel) && word.len() <= 3;
    let abbreviated = initial
        || words[..words.len() - word.len()].ends_with('.')
        || matches!(word, "tr" | "tp" | "tx" | "tt" | "ths" | "vv");
    let text = &proof.text[sentence.clone()];
    let from = sentence.start + text.len() - text.trim_start().len();
    let head = proof.text[from..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let small = head.chars().next().is_some_and(char::is_lowercase) && head.chars().count() >= 2;
    let address = proof.text[from + head.len()..].starts_with(['.', '@', '/', ':']);
    (whole && !abbreviated && small && !address).then(|| {
        let right = crate::viet::sentence::upper_first(head);
        let hint = Message::new("sentence-capital.hint").with("right", right);
        proof.fault("sentence-capital", from..from + head.len()).hint(hint)
    })
}

fn too_long(proof: &Proof, sentence: &Range<usize>) -> Option<Diagnostic> {
    let text = &proof.text[sentence.clone()];
    // Spaces are counted first: most sentences need no closer look.
    (text.len() > LONG * 3).then_some(())?;
    let mut start = 0;
    for part in text.split([';', '…']) {
        if words_of(part) > LONG {
            let words = part.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
            let lead = part.len() - part.trim_start().len();
            let from = sentence.start + start + lead;
            let range = from..from + part.trim().len();
            let fault = proof.fault("sentence-long", range).with("words", words);
            return Some(fault.hint_id("sentence-long.hint"));
        }
        start += part.len();
        start += text[start..].chars().next().map_or(0, char::len_utf8);
    }
    None
}

/// The words of a part; *Hà Nội (2.940), Hải Dương (1.906)* is a table in a row, each of its names one word.
fn words_of(part: &str) -> usize {
    let is_cell = |piece: &str| {
        let number = piece.trim_end().strip_suffix(')').and_then(|piece| piece.rsplit_once('('));
        number.is_some_and(|(_, number)| number.trim().chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')))
    };
    let count = |piece: &str| piece.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    part.split(", ").map(|piece| if is_cell(piece) { 1 } else { count(piece) }).sum()
}

/// A paragraph of whole sentences of which the last has no mark.
fn open_end(proof: &Proof, paragraph: &Range<usize>) -> Option<Diagnostic> {
    let last = proof.sentences(paragraph).last()?;
    let text = proof.text[last.clone()].trim();
    let line = proof.text[..last.start].rfind('\n').map_or(0, |at| at + 1).max(paragraph.start);
    // Two sentences of one line, or one as long as no caption is.
    let after_stop = last.start > line;
    let words = text.split_whitespace().count();
    let lettered = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')' | '%'));
    let listed = proof.text[line..].starts_with(['-', '+', '*', '•']);
    // *Tin, ảnh: TRỌNG LỘC* ends an article; *…tại kỳ họp,* stands above *QUYẾT NGHỊ:*.
    let by_line = text.contains(':') && words <= 8 && !text.chars().any(|c| matches!(c, '.' | ';'));
    let next = proof.text[last.end..].trim_start().lines().next().unwrap_or_default();
    let resolving = text.ends_with(',') && next.contains(char::is_uppercase) && !next.contains(char::is_lowercase);
    let prose = (after_stop && words >= PROSE / 3 && before_is_prose(proof, line..last.start)) || words >= PROSE * 3;
    (lettered && prose && !listed && !by_line && !resolving).then(|| {
        let end = last.start + proof.text[last.clone()].trim_end().len();
        let word = proof.text[..end].rfind(char::is_whitespace).map_or(line, |at| at + 1);
        proof.fault("end-mark", word..end).hint_id("end-mark.hint")
    })
}

/// No editor wraps lines as long as this.
const UNWRAPPED: usize = 200;

/// Lines of whole sentences, each a paragraph of its own, of which the last sentence has no mark.
fn open_lines(proof: &Proof, paragraph: &Range<usize>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    let mut lines = proof.text[paragraph.clone()].split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let text = line.trim_end();
        let goes_on = lines.peek().is_none_or(|next| !next.trim_start().starts_with(char::is_uppercase));
        let lettered = text.ends_with(|c: char| c.is_lowercase());
        if text.len() >= UNWRAPPED && lettered && !goes_on && !text.starts_with(['-', '+', '*', '•']) {
            let last = text.rfind(". ").filter(|at| before_is_prose(proof, start..start + at));
            let words = last.map_or(0, |at| text[at + 2..].split_whitespace().count());
            let word = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
            if words >= PROSE / 3 {
                found.push(proof.fault("end-mark", start + word..start + text.len()).hint_id("end-mark.hint"));
            }
        }
        start += line.len();
    }
    found
}

/// `1. Về kết quả` is an item; a sentence before the last one has words enough.
fn before_is_prose(proof: &Proof, range: Range<usize>) -> bool {
    proof.text[range].split_whitespace().count() >= PROSE / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let source = crate::source::Source::new("-", text);
        let mut faults = Vec::new();
        check(&Proof::article(&source, None), &mut faults);
        faults.iter().map(|fault| format!("{} {}", fault.rule, &text[source.clamp(fault.span)])).collect()
    }

    #[test]
    fn both_sides() {
        for (text, told) in [
            ("Hội nghị đã bế mạc. các đại biểu ra về.", &["sentence-capital các"][..]),
            ("Gồm lúa, ngô, v.v. và rau ở tr. 5. Xem gov.vn. dulich.vn cũng có.", &[]),
            ("Anh Tr. cùng chị Ngh. được cứu; nạn nhân Th. đã ra viện.", &[]),
            ("Bà con vùng trũng như Hải Lăng... đã kê cao đồ đạc.", &[]),
            ("Hội nghị đã bế mạc chiều nay tại tỉnh. Các đại biểu ra về lúc 17 giờ", &["end-mark giờ"]),
            ("Hội nghị đã bế mạc. Các đại biểu ra về./.", &[]),
            ("1. Về kết quả đạt được trong năm", &[]),
            ("Toàn cảnh Hội nghị", &[]),
        ] {
            assert_eq!(found(text), told, "{text}");
        }
        let long = format!("Hội nghị đã bế mạc chiều nay. Các đại biểu{} ra về", " đã làm việc tích cực và".repeat(6));
        assert_eq!(found(&format!("{long}\nTại hội nghị có 9 đại biểu.")), ["end-mark về"]);
        assert!(found(&format!("{long}\ntại hội nghị có 9 đại biểu.")).is_empty());
        assert!(found(&format!("Xã {}.", "đã làm xong ".repeat(33))).is_empty());
        assert_eq!(found(&format!("Xã {}.", "đã làm xong ".repeat(34))).len(), 1);
    }
}
