//! The words of numbers — *từ chỉ số*: what each does, the misspelt ones, and the faults that name a word.

use std::fmt;
use std::ops::Range;

use crate::viet::letter::lower;
use crate::viet::unicode::nfc;

/// A word that does not fit — *từ sai*, with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFault {
    /// The word as written; empty when there is no word at all.
    pub word: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What is wrong with it.
    pub kind: WordFaultKind,
}

/// What is wrong with a word in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordFaultKind {
    /// There is no number.
    Empty,
    /// No word of numbers.
    Unknown,
    /// A word of numbers that cannot stand here.
    Misplaced,
    /// Another form of the word stands here: *lăm* after *mười* (rules N3 to N6).
    Instead(&'static str),
    /// Read in two ways: *một nghìn năm* is 1.005 or 1.500.
    Ambiguous,
    /// More digits than are read.
    TooLarge,
}

impl fmt::Display for WordFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = &self.word;
        match self.kind {
            WordFaultKind::Empty => write!(f, "no number"),
            WordFaultKind::Unknown => write!(f, "“{word}” is no word of numbers"),
            WordFaultKind::Misplaced => write!(f, "“{word}” cannot stand here"),
            WordFaultKind::Instead(right) => write!(f, "“{word}” should be “{right}”"),
            WordFaultKind::Ambiguous => write!(f, "“{word}” can be read in two ways"),
            WordFaultKind::TooLarge => write!(f, "the number ending in “{word}” is too large"),
        }
    }
}

impl std::error::Error for WordFault {}

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A digit in its plain form, *một … chín* and *không*.
    Digit(u8),
    /// A digit in the form it takes after a ten: *mốt, tư, lăm*.
    AfterTen(u8),
    /// *mười*
    Ten,
    /// *mươi*, *chục*
    Tens,
    /// *trăm*
    Hundred,
    /// *nghìn* (3), *triệu* (6): the power of ten.
    Scale(u32),
    /// *tỷ*
    Billion,
    /// *linh*, *lẻ*
    Filler,
    /// *rưỡi*
    Half,
    /// *âm*
    Minus,
    /// *phẩy*
    Comma,
}

/// Every word of numbers, in lower case and NFC, with its role.
const WORDS: [(&str, Role); 35] = [
    ("không", Role::Digit(0)),
    ("một", Role::Digit(1)),
    ("hai", Role::Digit(2)),
    ("ba", Role::Digit(3)),
    ("bốn", Role::Digit(4)),
    ("năm", Role::Digit(5)),
    ("sáu", Role::Digit(6)),
    ("bảy", Role::Digit(7)),
    ("bẩy", Role::Digit(7)),
    ("tám", Role::Digit(8)),
    ("chín", Role::Digit(9)),
    ("mốt", Role::AfterTen(1)),
    ("tư", Role::AfterTen(4)),
    ("lăm", Role::AfterTen(5)),
    ("nhăm", Role::AfterTen(5)),
    ("mười", Role::Ten),
    ("mươi", Role::Tens),
    ("chục", Role::Tens),
    ("trăm", Role::Hundred),
    ("nghìn", Role::Scale(3)),
    ("ngàn", Role::Scale(3)),
    ("triệu", Role::Scale(6)),
    ("tỷ", Role::Billion),
    ("tỉ", Role::Billion),
    ("tỹ", Role::Billion),
    ("linh", Role::Filler),
    ("lẻ", Role::Filler),
    ("lẽ", Role::Filler),
    ("rưỡi", Role::Half),
    ("rưởi", Role::Half),
    ("âm", Role::Minus),
    ("trừ", Role::Minus),
    ("phẩy", Role::Comma),
    ("phảy", Role::Comma),
    ("muời", Role::Ten),
];

/// Misspelt words of [`WORDS`] with the right ones (the wrong-form list of §1.1).
const MISSPELT: [(&str, &str); 4] = [("lẽ", "lẻ"), ("muời", "mười"), ("tỹ", "tỷ"), ("phảy", "phẩy")];

/// One word of the text.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    range: Range<usize>,
    pub(super) role: Role,
}

impl Word<'_> {
    /// The fault of this word.
    pub(super) fn fault(&self, kind: WordFaultKind) -> WordFault {
        WordFault { word: self.text.to_owned(), range: self.range.clone(), kind }
    }

    /// The fault that this word cannot stand here.
    pub(super) fn misplaced(&self) -> WordFault {
        self.fault(WordFaultKind::Misplaced)
    }
}

/// The fault of a text without words.
pub(super) fn empty() -> WordFault {
    WordFault { word: String::new(), range: 0..0, kind: WordFaultKind::Empty }
}

/// The words between blanks and punctuation, with their bytes.
pub(super) fn split(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let sign = |c| matches!(c, ',' | ';' | ':' | '.' | '/' | '(' | ')' | '-' | '–' | '“' | '”' | '"');
    let pieces = text.split(move |c: char| c.is_whitespace() || sign(c));
    let start = text.as_ptr() as usize;
    let place = move |piece: &str| piece.as_ptr() as usize - start;
    pieces.filter(|piece| !piece.is_empty()).map(move |piece| (piece, place(piece)..place(piece) + piece.len()))
}

/// Lower case and NFC, for comparison.
pub(super) fn folded(word: &str) -> String {
    lower(&nfc(word))
}

/// The role of a word of numbers in small letters, misspelt ones too.
pub(super) fn role_of(word: &str) -> Option<Role> {
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, role)| *role)
}

/// The role of one word.
pub(super) fn word_of<'t>((text, range): (&'t str, Range<usize>)) -> Result<Word<'t>, WordFault> {
    let folded = folded(text);
    let fault = |kind| WordFault { word: text.to_owned(), range: range.clone(), kind };
    if let Some((_, right)) = MISSPELT.iter().find(|(wrong, _)| *wrong == folded) {
        return Err(fault(WordFaultKind::Instead(right)));
    }
    match role_of(&folded) {
        Some(role) => Ok(Word { text, range, role }),
        None => Err(fault(WordFaultKind::Unknown)),
    }
}

/// All words of a text with their roles.
pub(super) fn tokens(text: &str) -> Result<Vec<Word<'_>>, WordFault> {
    split(text).map(word_of).collect()
}

/// What is being read: a bare number or an amount of money.
///
/// Whether a last *nghìn* belongs to the fraction (0,1000) or is the unit of an amount (2,5 nghìn đồng).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Number,
    Money,
}

/// The words of a fraction and the power of the unit that follows them: *năm | nghìn tỷ*.
///
/// *triệu* and *tỷ* never end a fraction, which has four digits at most; *nghìn* may, as in 5,1000, so it
/// is a unit in amounts only.
pub(super) fn unit_of<'w, 't>(words: &'w [Word<'t>], kind: Kind) -> (&'w [Word<'t>], i32) {
    let (power, count) = match words.iter().map(|word| word.role).collect::<Vec<_>>()[..] {
        [.., Role::Scale(3), Role::Billion] => (12, 2),
        [.., Role::Scale(6), Role::Billion] => (15, 2),
        [.., Role::Billion] => (9, 1),
        [.., Role::Scale(6)] => (6, 1),
        [.., Role::Scale(3)] if kind == Kind::Money => (3, 1),
        _ => (0, 0),
    };
    (&words[..words.len() - count], power)
}
