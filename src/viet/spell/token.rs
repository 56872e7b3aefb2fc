//! Cuts a text into the words a proof-reader may judge and the rest: numbers, document numbers, addresses,
//! abbreviations, roman numerals, hyphenated loans.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use crate::viet::letter::is_letter;

/// Signs that nobody sees: a soft hyphen, joiners, a blank without width.
const HIDDEN: [char; 5] = ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}'];

/// What a token is to the proof-reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A word in small letters.
    Lower,
    /// A word capitalised because it begins a sentence, followed by one in small letters.
    Initial,
    /// A capitalised word elsewhere: part of a name, as a rule.
    Capital,
    /// Not to be judged.
    Other,
}

/// A token of the text.
#[derive(Debug, Clone)]
pub struct Token {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub shape: Shape,
    /// Nothing but spaces lies between it and the token before.
    pub joined: bool,
    /// It stands between quotation marks.
    pub quoted: bool,
}

/// The state of the cut.
struct Cutter {
    tokens: Vec<Token>,
    joined: bool,
    fresh: bool,
    quoted: bool,
}

/// All tokens of a text, in order.
pub fn cut(text: &str) -> Vec<Token> {
    let mut cutter = Cutter { tokens: Vec::with_capacity(text.len() / 5), joined: false, fresh: true, quoted: false };
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            if let Some(start) = start.take() {
                cutter.chunk(text, start..at);
            }
            if c == '\n' {
                cutter.fresh = true;
                cutter.joined = false;
                cutter.quoted = false;
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(start) = start {
        cutter.chunk(text, start..text.len());
    }
    settle_initials(text, &mut cutter.tokens);
    cutter.tokens
}

/// A capital at the head of a sentence counts as such only before a word in small letters: two capitals in a
/// row are a name.
fn settle_initials(text: &str, tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if tokens[at].shape == Shape::Initial {
            let follower = tokens.get(at + 1).filter(|next| next.joined);
            let begins_name =
                follower.is_some_and(|next| text[next.range.clone()].chars().next().is_some_and(char::is_uppercase));
            if begins_name {
                tokens[at].shape = Shape::Capital;
            }
        }
    }
}

impl Cutter {
    /// One run without spaces: a word with its punctuation, or something that is no word.
    fn chunk(&mut self, text: &str, range: Range<usize>) {
        let chunk = &text[range.clone()];
        if chunk.bytes().all(|byte| byte.is_ascii_lowercase()) || chunk.chars().all(is_word_letter) {
            self.word(text, range);
            return;
        }
        let core = chunk.trim_matches(|c: char| !is_word_letter(c) && !c.is_numeric());
        if core.is_empty() {
            self.punctuation(chunk);
            self.joined = false;
            return;
        }
        let start = range.start + (core.as_ptr() as usize - chunk.as_ptr() as usize);
        let end = start + core.len();
        self.punctuation(&text[range.start..start]);
        self.joined &= start == range.start;
        let tail = &text[end..range.end];
        // A word with a hidden sign in it is told as such.
        match separators(core, chunk).filter(|_| !core.contains(HIDDEN)) {
            Some(separators) => self.parts(text, start..end, separators),
            None => self.push(start..end, Shape::Other),
        }
        let listed = tail == ")" && letters(core) <= 3;
        self.punctuation(tail);
        self.fresh |= listed;
        if !tail.is_empty() {
            self.joined = false;
        }
    }

    /// The words of a chunk, cut at its inner punctuation.
    fn parts(&mut self, text: &str, range: Range<usize>, separators: fn(char) -> bool) {
        let mut start = range.start;
        for (at, c) in text[range.clone()].char_indices().filter(|(_, c)| separators(*c)) {
            let at = range.start + at;
            if start < at {
                self.word(text, start..at);
            }
            self.punctuation(&text[at..at + c.len_utf8()]);
            self.joined = false;
            start = at + c.len_utf8();
        }
        if start < range.end {
            self.word(text, start..range.end);
        }
    }

    /// What punctuation does to the words after it.
    fn punctuation(&mut self, marks: &str) {
        for c in marks.chars() {
            match c {
                '.' | '?' | '!' | ':' | '…' => self.fresh = true,
                '“' | '«' => {
                    self.fresh = true;
                    self.quoted = true;
                }
                '”' | '»' => self.quoted = false,
                '"' => {
                    self.quoted = !self.quoted;
                    self.fresh |= self.quoted;
                }
                '-' | '–' | '+' | '*' | '•' | '(' | '‘' | '[' => {}
                _ => self.fresh = false,
            }
        }
    }

    /// A run of letters.
    fn word(&mut self, text: &str, range: Range<usize>) {
        let word = &text[range.clone()];
        let mut letters = word.chars().filter(|&c| !is_mark(c));
        let capital = letters.next().is_some_and(char::is_uppercase);
        let (mut count, mut capitals) = (1, 0);
        for c in letters {
            count += 1;
            capitals += usize::from(c.is_uppercase());
        }
        let shape = match (capital, capitals) {
            _ if count == 1 && word.is_ascii() && word != "y" => Shape::Other,
            (_, 1..) => Shape::Other,
            (false, 0) => Shape::Lower,
            (true, 0) if self.fresh => Shape::Initial,
            (true, 0) => Shape::Capital,
        };
        self.push(range, shape);
    }

    /// Adds a token.
    fn push(&mut self, range: Range<usize>, shape: Shape) {
        self.tokens.push(Token { range, shape, joined: self.joined, quoted: self.quoted });
        self.joined = true;
        self.fresh = false;
    }
}

/// A letter, or a mark on one.
fn is_word_letter(c: char) -> bool {
    is_letter(c) || is_mark(c)
}

/// A Vietnamese letter with its tone, of the block that holds nothing else.
fn is_composed(c: char) -> bool {
    matches!(c, '\u{1ea0}'..='\u{1ef9}')
}

/// A mark written apart. The common letters are told apart without the table.
fn is_mark(c: char) -> bool {
    c >= '\u{300}' && !is_composed(c) && is_combining_mark(c)
}

/// How many letters a text has; marks written apart do not count.
fn letters(text: &str) -> usize {
    text.chars().filter(|&c| !is_mark(c)).count()
}

/// Where a chunk may be cut into words; `None` when it is no text: an address, a number, a code, a loan in
/// parts (`vắc-xin`, `Mát-xcơ-va`), an abbreviation (`TP.HCM`).
fn separators(core: &str, chunk: &str) -> Option<fn(char) -> bool> {
    if core.chars().all(is_word_letter) {
        return Some(|_| false);
    }
    let strange = |c: char| c.is_numeric() || "@_\\#&+=%'’~^|<>$*".contains(c);
    if core.contains(strange) || chunk.starts_with(['@', '#']) || core.contains("://") {
        return None;
    }
    let has = |marks: &str| core.contains(|c| marks.contains(c));
    let lower = !core.contains(char::is_uppercase);
    match (has("."), has("/"), has("-–")) {
        (true, _, _) if core.is_ascii() || core.split('.').any(|part| letters(part) < 2) => None,
        (true, _, _) => Some(|c| !is_word_letter(c)),
        (_, true, _) if !lower => None,
        (_, _, true) => None,
        _ => Some(|c| !is_word_letter(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Shape, cut};

    #[test]
    fn shapes() {
        use Shape::{Capital, Initial, Lower, Other};
        for (text, expected) in [
            ("Hội nghị", &[Initial, Lower][..]),
            ("Kiên Giang", &[Capital, Capital]),
            ("tại Huế. Ông nói", &[Lower, Capital, Initial, Lower]),
            ("số 45/2012/NĐ-CP, UBND", &[Lower, Other, Other]),
            ("và/hoặc, vắc-xin", &[Lower, Lower, Other]),
            ("a@b.vn https://a.vn/x moit.gov.vn TP.HCM", &[Other; 4]),
            ("tr\u{ad}ường học", &[Other, Lower]),
            ("xong.Rồi a) nghỉ", &[Lower, Initial, Other, Lower]),
            ("ở y tế TTg XIV iPhone", &[Lower, Lower, Lower, Other, Other, Other]),
        ] {
            let shapes: Vec<Shape> = cut(text).iter().map(|t| t.shape).collect();
            assert_eq!(shapes, expected, "{text}");
        }
    }

    #[test]
    fn joins_and_quotes() {
        let tokens = cut("một hai, ba “bốn năm” sáu");
        let joined: Vec<bool> = tokens.iter().map(|t| t.joined).collect();
        let quoted: Vec<bool> = tokens.iter().map(|t| t.quoted).collect();
        assert_eq!(joined, [false, true, false, false, true, false]);
        assert_eq!(quoted, [false, false, false, true, true, false]);
    }
}
