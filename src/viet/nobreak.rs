//! Places where a line must not break — *chỗ không được xuống dòng*: spaces become U+00A0, numbers of documents
//! are handed out to be wrapped, because UAX 14 breaks them at "/" and "-" (`45/2012/|NĐ-|CP`).
//!
//! Only what reads badly when torn is bound; blanks of compounds stay, since justified lines need them.

mod table;

use std::ops::Range;

use table::{COMPOUNDS, LABELS, LEANING, ROMAN_LABELS, SCALES, UNITS};

use crate::viet::format::NO_BREAK_SPACE;
use crate::viet::list::POINT_LETTERS;
use crate::viet::reference;
use crate::viet::roman;

/// A stretch of a text — *đoạn văn bản*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Text that breaks at its spaces.
    Flowing(&'t str),
    /// A document number: to be wrapped in a box or a `nowrap` span.
    Unbreakable(&'t str),
}

/// The text with no-break spaces where rule §11 wants them; nothing but single spaces is changed.
///
/// ```text
/// 91,3 tỷ đồng · Điều 5 · khoản 2 · số 45/2012/NĐ-CP · ngày 10/10/2024 · ngày 09 tháng 01 năm 2024
/// TP. Hồ Chí Minh · lần thứ XIV · 08 giờ 30 phút · V. I. Lênin
/// ```
/// Each part of a long date holds together, the date itself may break: *ngày 09 | tháng 01 | năm 2024*.
/// Doing it twice changes nothing.
pub fn bind(text: &str) -> String {
    let words = words(text);
    let mut bound = String::with_capacity(text.len() + 16);
    let mut end = 0;
    let mut amount = Amount::No;
    for (place, word) in words.iter().enumerate() {
        let gap = &text[end..word.start];
        let left = place.checked_sub(1).filter(|_| is_blank(gap)).map(|left| &text[words[left].clone()]);
        let next = words.get(place + 1).map_or("", |next| &text[next.clone()]);
        let right = &text[word.clone()];
        let holds = match left {
            Some(left) => {
                amount = amount.after(left);
                amount.takes(right, next) || holds(left, right, next)
            }
            None => {
                amount = Amount::No;
                false
            }
        };
        if holds {
            bound.push(NO_BREAK_SPACE);
        } else {
            bound.push_str(gap);
            amount = Amount::No;
        }
        bound.push_str(right);
        end = word.end;
    }
    bound.push_str(&text[end..]);
    bound
}

/// The bytes of the document numbers of a text: no line may break inside them.
///
/// The ranges are of this very text: call it on what [`bind`] returned, or take [`pieces`].
pub fn unbreakable(text: &str) -> Vec<Range<usize>> {
    reference::find(text).into_iter().map(|reference| reference.range).collect()
}

/// The text cut at its document numbers, for callers that wrap them; the pieces joined are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut end = 0;
    for range in unbreakable(text) {
        pieces.push(Piece::Flowing(&text[end..range.start]));
        pieces.push(Piece::Unbreakable(&text[range.clone()]));
        end = range.end;
    }
    pieces.push(Piece::Flowing(&text[end..]));
    pieces.retain(|piece| !matches!(piece, Piece::Flowing("")));
    pieces
}

/// How much of an amount the words so far are: *91,3 | tỷ | đồng*.
///
/// A figure opens it, scales continue it, a unit ends it; any other word breaks it off, so that the *tỷ* of
/// *năm 2024 tỷ lệ* binds nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Amount {
    No,
    Figure,
    Scale,
}

impl Amount {
    /// The state once the word on the left is known.
    fn after(self, left: &str) -> Self {
        match self {
            Self::Figure | Self::Scale if SCALES.contains(&left.to_lowercase().as_str()) => Self::Scale,
            _ if is_figure(left) => Self::Figure,
            _ => Self::No,
        }
    }

    /// Whether the word on the right belongs to the amount.
    fn takes(self, right: &str, next: &str) -> bool {
        if self == Self::No {
            return false;
        }
        let word = bare(right);
        let ended = word.len() < right.trim_start_matches(OPENING).len();
        let compound = !ended && COMPOUNDS.contains(&(word, bare(next)));
        let unit = UNITS.contains(&word) || SCALES.contains(&word);
        unit && !compound && !right.starts_with(OPENING)
    }
}

/// Signs that may stand before a word.
const OPENING: [char; 8] = ['(', '[', '“', '"', '‘', '\'', '«', '*'];

/// Signs that may stand behind a word.
const CLOSING: [char; 14] = ['.', ',', ';', ':', ')', ']', '”', '"', '’', '\'', '!', '?', '…', '»'];

/// The words between blanks, as bytes; U+00A0 is a blank too, which makes [`bind`] idempotent.
fn words(text: &str) -> Vec<Range<usize>> {
    let start = text.as_ptr() as usize;
    let place = |word: &str| word.as_ptr() as usize - start;
    let words = text.split(char::is_whitespace).filter(|word| !word.is_empty());
    words.map(|word| place(word)..place(word) + word.len()).collect()
}

/// Whether a gap is one space, of either kind.
fn is_blank(gap: &str) -> bool {
    gap == " " || gap.chars().eq([NO_BREAK_SPACE])
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_start_matches(OPENING).trim_end_matches(CLOSING)
}

/// Whether a word is a figure with nothing behind it: `91,3`, `(1.234`, `10-15`.
fn is_figure(word: &str) -> bool {
    let word = word.trim_start_matches(OPENING).trim_start_matches(['-', '−', '+', '±', '~', '≈', '<', '>', '≤', '≥']);
    let inner = |c: char| c.is_ascii_digit() || ".,-–/".contains(c);
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(|c: char| c.is_ascii_digit())
        && word.chars().all(inner)
}

/// Whether two words belong together, amounts aside.
///
/// In this order: a label and its figure, a label and its Roman numeral, *điểm* and its letter, *lần* and
/// *thứ* when a numeral follows, an abbreviation or an initial and the name behind it.
fn holds(left: &str, right: &str, next: &str) -> bool {
    // A small letter is held by these two alone: most words of a text are told here.
    let small = right.starts_with(char::is_lowercase);
    if small && !matches!(left.trim_start_matches(OPENING), "điểm" | "Điểm" | "ĐIỂM" | "lần" | "Lần" | "LẦN")
    {
        return false;
    }
    let label = left.trim_start_matches(OPENING).to_lowercase();
    let label = label.strip_suffix(':').filter(|label| *label == "số").unwrap_or(&label);
    let word = bare(right);
    let numbered = right.starts_with(|c: char| c.is_ascii_digit());
    let roman = roman::value(word.split('/').next().unwrap_or(word)).is_some();
    let capital = word.starts_with(char::is_uppercase) || numbered;
    let point = || POINT_LETTERS.contains(&word.trim_end_matches(|c: char| c.is_ascii_digit()));
    (numbered && LABELS.contains(&label))
        || (roman && ROMAN_LABELS.contains(&label))
        || (label == "điểm" && point())
        || (label == "lần"
            && right == "thứ"
            && (roman::value(bare(next)).is_some() || next.starts_with(|c: char| c.is_ascii_digit())))
        || (capital && (LEANING.contains(&left.trim_start_matches(OPENING)) || is_initial(left)))
}

/// Whether a word is an initial: `V.`, `(A.`, `N.T.`.
fn is_initial(word: &str) -> bool {
    let word = word.trim_start_matches(OPENING);
    let mut letters = word.chars();
    let pair = |letters: &mut std::str::Chars<'_>| {
        letters.next().is_some_and(char::is_uppercase) && letters.next() == Some('.')
    };
    pair(&mut letters) && (letters.as_str().is_empty() || pair(&mut letters) && letters.as_str().is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_holds_together() {
        for text in [
            "đạt 91,3~tỷ~đồng, bằng 42,9% kế hoạch",
            "1,5~nghìn~tỷ~đồng; 450~triệu~USD; 1.234.567~đồng.",
            "(22~m, 15~°C, 3~ha, 120~km/h)",
            "theo điểm~a khoản~2 Điều~5 Chương~XII Phần~I",
            "điểm~đ khoản~1, điểm~a1 khoản~3",
            "Nghị định số~45/2012/NĐ-CP ngày~21/5/2012",
            "ngày~09 tháng~01 năm~2024",
            "Số:~12/QĐ-UBND",
            "tháng~9, năm~2024, quý~IV, quý~I/2024",
            "TP.~Hồ Chí Minh, TP~Cần Thơ",
            "Đại hội lần~thứ~XIV, khóa~XIII, lần~thứ~3",
            "08~giờ 30~phút và 14h30",
            "V.~I.~Lênin, PGS.~TS.~Nguyễn Văn A",
            "năm~2024 tỷ lệ đạt 5%, ngày~10 đồng chí A, có 5 đồng chí",
            "kinh tế - xã hội, thứ Hai, lần thứ hai, số lượng",
            "có 12 xã và 5 người; 10, tỷ giá",
            "quận~1, phường~12, Quốc lộ~1A",
            "10-15~tỷ~đồng",
        ] {
            let plain = text.replace('~', " ");
            let bound = text.replace('~', "\u{a0}");
            assert_eq!(bind(&plain), bound);
            assert_eq!(bind(&bound), bound);
        }
    }

    #[test]
    fn other_blanks_are_left_alone() {
        for text in ["91,3  tỷ", "Điều\n5", "Điều\t5", " ", "", "  Điều", "Điều "] {
            assert_eq!(bind(text), text);
        }
    }

    #[test]
    fn numbers_of_documents_are_cut_out() {
        use Piece::*;
        let text = "Nghị định số 45/2012/NĐ-CP và 19-NQ/TW.";
        let numbers = [Unbreakable("45/2012/NĐ-CP"), Unbreakable("19-NQ/TW")];
        assert_eq!(pieces(text), [Flowing("Nghị định số "), numbers[0], Flowing(" và "), numbers[1], Flowing(".")]);
        assert_eq!(pieces(""), []);
    }

    proptest! {
        #[test]
        fn only_spaces_change_and_twice_is_once(words in proptest::collection::vec(word(), 0..12)) {
            let text = words.concat();
            let bound = bind(&text);
            prop_assert_eq!(bound.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
            prop_assert_eq!(bind(&bound), bound);
        }
    }

    /// A word or a blank that rules turn on.
    fn word() -> impl Strategy<Value = &'static str> {
        proptest::sample::select(vec![
            " ",
            " ",
            " ",
            " ",
            "\u{a0}",
            "\n",
            "5",
            "91,3",
            "tỷ",
            "nghìn",
            "đồng",
            "lệ",
            "Điều",
            "điểm",
            "a",
            "số",
            "lần",
            "thứ",
            "XIV",
            "TP.",
            "V.",
            "Huế",
            ",",
            "45/2012/NĐ-CP",
            "(",
            "m",
            "tháng",
            "%",
        ])
    }
}
