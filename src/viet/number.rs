//! Numbers in words — *đọc số bằng chữ*: integers, decimals and the line *Bằng chữ: … đồng chẵn.*
//!
//! Figures stay figures in prose; words stand in *Bằng chữ* and in *Một là, …* only (rule N13). The
//! reading back is in [`crate::viet::reading`].

use crate::viet::decimal::{Decimal, NumberFault};
pub use crate::viet::dialect::{Billion, Even, Filler, Four, Seven, Style, Thousand, ZeroGroups};
use crate::viet::format::amount_of_text;
pub use crate::viet::reading::{WordFault, WordFaultKind, parse_integer, parse_money, parse_words};

/// The ten digits as they stand alone or before *trăm*.
pub(crate) const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// Fractions longer than this are read digit by digit (rule N11).
const MAX_FRACTION: usize = 4;

/// 10⁹, the base in which scales repeat: *tỷ*, *nghìn tỷ*, *triệu tỷ*, *tỷ tỷ* (rule N1).
const BILLION: u128 = 1_000_000_000;

/// An integer in the textbook's words — 105 is *một trăm linh năm*.
pub fn words(number: i128) -> String {
    words_in(number, Style::default())
}

/// An integer in the words of a style.
///
/// Groups of three with *nghìn, triệu, tỷ*; above 10⁹ the upper part is read as a number of its own and
/// closed by one *tỷ* (rule N1: NĐ 123/2020 art. 10.13). Every later non-zero group is read in full, so
/// 1.001 has *không trăm linh một* (rule N7: primary-school textbooks).
///
/// ```text
/// 21 hai mươi mốt     11 mười một     101 một trăm linh một      N3: mốt after two tens and more
/// 24 hai mươi tư      14 mười bốn     104 một trăm linh bốn      N4: tư likewise
/// 15 mười lăm         25 hai mươi lăm 105 một trăm linh năm      N5: lăm after any ten
/// ```
pub fn words_in(number: i128, style: Style) -> String {
    let mut out = Vec::new();
    if number < 0 {
        out.push("âm");
    }
    match number.unsigned_abs() {
        0 => out.push(DIGITS[0]),
        size => push_integer(&mut out, size, style),
    }
    out.join(" ")
}

/// A decimal in words — 81,325 is *tám mươi mốt phẩy ba trăm hai mươi lăm*.
///
/// The fraction is read as one number and a zero that leads it is spoken: 7,081 *bảy phẩy không trăm tám
/// mươi mốt* (rule N11: SGK Toán 5). Beyond four decimals the digits are read one by one.
pub fn decimal_words(number: Decimal, style: Style) -> String {
    let digits = format!("{:0>width$}", number.mantissa.unsigned_abs(), width = number.scale as usize + 1);
    let (whole, fraction) = digits.split_at(digits.len() - number.scale as usize);
    let mut out = vec![words_in(whole.parse().unwrap_or(i128::MAX), style)];
    if number.mantissa < 0 {
        out.insert(0, "âm".to_owned());
    }
    if !fraction.is_empty() {
        out.push("phẩy".to_owned());
        out.push(fraction_words(fraction, style));
    }
    out.join(" ")
}

/// The line that repeats an amount in words — *Bằng chữ: Một nghìn đồng chẵn.* (rule N12).
///
/// No law prescribes the reading or the word *chẵn*; that the words equal the figures is law (TT
/// 200/2014/TT-BTC), see [`parse_money`].
pub fn money_line(amount: i128, style: Style) -> String {
    let even = match style.even {
        Even::WholeThousands => amount % 1000 == 0,
        Even::Always => true,
        Even::Never => false,
    };
    let tail = if even && amount != 0 { " chẵn" } else { "" };
    format!("Bằng chữ: {} đồng{tail}.", capitalised(&words_in(amount, style)))
}

/// The words of a number in figures — `1.234.567`, `1234567`, `81,725`, `-5`.
///
/// # Errors
/// What is wrong with the figures; a lone `1.260` is a whole number here.
pub fn words_of_text(text: &str) -> Result<String, NumberFault> {
    Decimal::parse_grouped(text.trim()).map(|number| decimal_words(number, Style::default()))
}

/// The line *Bằng chữ* of an amount in figures — `81,725 tỷ đồng`, `1.234.567 đồng`, `1234567`.
///
/// # Errors
/// As [`amount_of_text`].
pub fn money_of_text(text: &str) -> Result<String, NumberFault> {
    amount_of_text(text).map(|amount| money_line(amount, Style::default()))
}

/// The first letter as a capital, the rest untouched.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether higher groups have been spoken, so that this one is read in full.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
}

/// Pushes a number above zero, splitting at 10⁹.
fn push_integer(out: &mut Vec<&'static str>, number: u128, style: Style) {
    let (upper, lower) = (number / BILLION, number % BILLION);
    if upper == 0 {
        return push_block(out, lower, Place::First, style);
    }
    push_integer(out, upper, style);
    out.push(match style.billion {
        Billion::TyWithY => "tỷ",
        Billion::TiWithI => "tỉ",
    });
    push_block(out, lower, Place::Later, style);
}

/// Pushes up to nine digits: *triệu*, *nghìn* and units.
fn push_block(out: &mut Vec<&'static str>, block: u128, place: Place, style: Style) {
    let thousand = match style.thousand {
        Thousand::Nghin => "nghìn",
        Thousand::Ngan => "ngàn",
    };
    let mut place = place;
    let mut rest = block;
    for (size, scale) in [(1_000_000, "triệu"), (1_000, thousand), (1, "")] {
        let group = rest / size;
        rest %= size;
        let spoken = style.zero_groups == ZeroGroups::Spoken && place == Place::Later && rest > 0;
        match (group, spoken) {
            (0, true) => out.extend([DIGITS[0], scale]),
            (0, false) => {}
            _ => {
                push_group(out, group as usize, place, style);
                out.extend((!scale.is_empty()).then_some(scale));
                place = Place::Later;
            }
        }
    }
}

/// Pushes a group of three digits above zero (rules N2 to N7).
fn push_group(out: &mut Vec<&'static str>, group: usize, place: Place, style: Style) {
    let (hundreds, tens, units) = (group / 100, group / 10 % 10, group % 10);
    let digit = |digit: usize| if digit == 7 { seven(style) } else { DIGITS[digit] };
    if hundreds > 0 || place == Place::Later {
        out.extend([digit(hundreds), "trăm"]);
        if tens == 0 && units > 0 {
            out.push(match style.filler {
                Filler::Linh => "linh",
                Filler::Le => "lẻ",
            });
        }
    }
    match tens {
        0 => {}
        1 => out.push("mười"),
        _ => out.extend([digit(tens), "mươi"]),
    }
    match (tens, units) {
        (_, 0) => {}
        (2.., 1) => out.push("mốt"),
        (2.., 4) if style.four == Four::Tu => out.push("tư"),
        (1.., 5) => out.push("lăm"),
        _ => out.push(digit(units)),
    }
}

/// The word for seven.
fn seven(style: Style) -> &'static str {
    match style.seven {
        Seven::WithA => DIGITS[7],
        Seven::WithBreveless => "bẩy",
    }
}

/// The digits after the comma: as one number up to four, else one by one (rule N11).
///
/// Zeros that lead are spoken in the group they belong to: 05 *không năm*, 081 *không trăm tám mươi mốt*,
/// 0125 *không nghìn một trăm hai mươi lăm*; zeros alone one by one.
fn fraction_words(digits: &str, style: Style) -> String {
    let value: usize = digits.parse().unwrap_or_default();
    let mut out = Vec::new();
    match digits.len() {
        2..=4 if value == 0 => out.extend(digits.bytes().map(|_| DIGITS[0])),
        2 if value < 10 => {
            out.push(DIGITS[0]);
            push_group(&mut out, value, Place::First, style);
        }
        3 if value < 100 => push_group(&mut out, value, Place::Later, style),
        MAX_FRACTION if value < 1000 => {
            out.extend([DIGITS[0], "nghìn"]);
            push_group(&mut out, value, Place::Later, style);
        }
        1..=MAX_FRACTION if value > 0 => push_integer(&mut out, value as u128, style),
        _ => out.extend(digits.bytes().map(|byte| match usize::from(byte - b'0') {
            7 => seven(style),
            digit => DIGITS[digit],
        })),
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of each row of a vector file.
    fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
        file.lines().filter(|row| !row.starts_with('#')).map(|row| row.split('\t').collect())
    }

    #[test]
    fn vectors_of_numbers() {
        for cells in rows(include_str!("../../tests/vectors/numbers.tsv")) {
            let number = cells[0].parse().unwrap();
            assert_eq!(words(number), cells[1]);
        }
    }

    #[test]
    fn vectors_of_decimals() {
        for cells in rows(include_str!("../../tests/vectors/decimals.tsv")) {
            assert_eq!(words_of_text(cells[0]).as_deref(), Ok(cells[1]));
        }
    }

    #[test]
    fn vectors_of_money() {
        for cells in rows(include_str!("../../tests/vectors/money.tsv")) {
            assert_eq!(money_line(cells[0].parse().unwrap(), Style::default()), cells[2]);
            assert_eq!(money_of_text(cells[0]).as_deref(), Ok(cells[2]));
            assert_eq!(money_of_text(cells[1]).as_deref(), Ok(cells[2]));
        }
    }

    #[test]
    fn decimals_with_zeros_and_many_digits() {
        for (text, reading) in [
            ("0,1985", "không phẩy một nghìn chín trăm tám mươi lăm"),
            ("-27,7", "âm hai mươi bảy phẩy bảy"),
            ("-0,5", "âm không phẩy năm"),
            ("82,26", "tám mươi hai phẩy hai mươi sáu"),
            ("5,00", "năm phẩy không không"),
            ("5,80", "năm phẩy tám mươi"),
            ("0,005", "không phẩy không trăm linh năm"),
            ("0,0125", "không phẩy không nghìn một trăm hai mươi lăm"),
            ("3,14159", "ba phẩy một bốn một năm chín"),
            ("1.234.567", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
            ("1234567", "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"),
            ("1.260", "một nghìn hai trăm sáu mươi"),
            ("-5", "âm năm"),
        ] {
            assert_eq!(words_of_text(text).as_deref(), Ok(reading), "{text}");
        }
    }

    #[test]
    fn regional_styles() {
        let south = Style { filler: Filler::Le, thousand: Thousand::Ngan, four: Four::Bon, ..Style::default() };
        assert_eq!(words_in(1_024_104, south), "một triệu không trăm hai mươi bốn ngàn một trăm lẻ bốn");
        let school = Style { zero_groups: ZeroGroups::Spoken, billion: Billion::TiWithI, ..Style::default() };
        assert_eq!(words_in(700_000_231, school), "bảy trăm triệu không nghìn hai trăm ba mươi mốt");
        assert_eq!(words_in(1_000_000_005, school), "một tỉ không triệu không nghìn không trăm linh năm");
        assert_eq!(words_in(1_000_000_000, school), "một tỉ");
        let north = Style { seven: Seven::WithBreveless, even: Even::Never, ..Style::default() };
        assert_eq!(money_line(77_000, north), "Bằng chữ: Bẩy mươi bẩy nghìn đồng.");
    }

    #[test]
    fn beyond_every_budget() {
        assert_eq!(words(10_i128.pow(18)), "một tỷ tỷ");
        assert_eq!(words(-10_i128.pow(21)), "âm một nghìn tỷ tỷ");
        assert!(words(i128::MIN).starts_with("âm một trăm bảy mươi tỷ"));
    }
}
