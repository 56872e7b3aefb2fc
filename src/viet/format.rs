//! Figures — *viết số*: grouped integers, amounts of money and their scales, percentages, units.
//!
//! The decimal sign is a comma and the thousands sign a dot (rules F1, F2: Luật Kế toán 88/2015/QH13
//! art. 11). Every function is exact: no digit is rounded away.

use crate::viet::decimal::{Decimal, NumberFault};

/// The no-break space that holds a number and its unit together — *dấu cách không ngắt*.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// The scale of an amount of money — *đơn vị tính* (rule F7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// *đồng*
    Unit,
    /// *nghìn đồng*, 10³
    Thousand,
    /// *triệu đồng*, 10⁶
    Million,
    /// *tỷ đồng*, 10⁹
    Billion,
    /// *nghìn tỷ đồng*, 10¹²
    ThousandBillion,
}

/// Scales from the greatest down, with their words and their powers of ten.
const SCALES: [(Scale, &str, u32); 5] = [
    (Scale::ThousandBillion, "nghìn tỷ đồng", 12),
    (Scale::Billion, "tỷ đồng", 9),
    (Scale::Million, "triệu đồng", 6),
    (Scale::Thousand, "nghìn đồng", 3),
    (Scale::Unit, "đồng", 0),
];

/// Decimals a scaled amount may take before it is clearer in full đồng.
const MAX_DECIMALS: u32 = 3;

impl Scale {
    /// The unit in words — *tỷ đồng*.
    pub fn words(self) -> &'static str {
        self.row().1
    }

    /// The power of ten: 9 for *tỷ*.
    pub fn exponent(self) -> u32 {
        self.row().2
    }

    /// The scale of a unit in words; `ngàn` and `tỉ` read like `nghìn` and `tỷ` (rule N9), and *đồng* may
    /// be left unsaid: *81,725 tỷ*.
    pub fn from_words(words: &str) -> Option<Self> {
        let words = words.trim().to_lowercase().replace("ngàn", "nghìn").replace("tỉ", "tỷ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let bare = |unit: &str| unit.strip_suffix(" đồng").is_some_and(|bare| bare == words);
        SCALES.iter().find(|row| row.1 == words || bare(row.1)).map(|row| row.0)
    }

    /// The largest scale that writes the amount as 1 ≤ x < 1000 with at most three decimals.
    ///
    /// An amount with more digits than that — 1.234.567 — stays in *đồng*: no digit is lost (rule F7).
    pub fn fitting(amount: i128) -> Self {
        let amount = amount.unsigned_abs();
        let fits = |exponent: u32| {
            let whole = 10u128.pow(exponent);
            amount >= whole && amount.is_multiple_of(10u128.pow(exponent.saturating_sub(MAX_DECIMALS)))
        };
        let largest = SCALES.iter().find(|row| amount >= 10u128.pow(row.2));
        largest.filter(|row| fits(row.2)).map_or(Self::Unit, |row| row.0)
    }

    /// The row of the table; the declaration runs upwards, the table downwards.
    fn row(self) -> (Self, &'static str, u32) {
        SCALES[SCALES.len() - 1 - self as usize]
    }
}

/// An integer with dots between its thousands — *1.234.567* (rule F2), from four digits on.
pub fn grouped(number: i128) -> String {
    Decimal::whole(number).to_string()
}

/// An amount in full — *1.234.567 đồng*: the word in prose, never decimals of a đồng (rule F6: Luật NHNN
/// art. 16).
pub fn dong(amount: i128) -> String {
    format!("{} {}", grouped(amount), Scale::Unit.words())
}

/// An amount in the scale that fits it — *81,725 tỷ đồng* (rule F7).
pub fn scaled_dong(amount: i128) -> String {
    dong_in(amount, Scale::fitting(amount))
}

/// An amount in a scale the text keeps throughout — *25.300 triệu đồng*; every digit is kept.
pub fn dong_in(amount: i128, scale: Scale) -> String {
    let scaled = Decimal { mantissa: amount, scale: scale.exponent() };
    format!("{} {}", scaled.trimmed(), scale.words())
}

/// A percentage with its sign glued to the number — *82,26%* (rule F4: 62 of 62 in law).
///
/// The decimals are kept as given, since numbers of one kind take the same count of them (rule F5).
pub fn percent(number: Decimal) -> String {
    format!("{number}%")
}

/// A number and its unit, held together by a no-break space — *22 m*, *15 °C* (rule F8: NĐ 86/2012 PL V).
pub fn with_unit(number: Decimal, unit: &str) -> String {
    format!("{number}{NO_BREAK_SPACE}{unit}")
}

/// The đồng of an amount in figures with its unit — `81,725 tỷ đồng` is 81725000000.
///
/// # Errors
/// What is wrong with the figures; an unknown unit or a part of a đồng is no amount (rule F6).
pub fn amount_of_text(text: &str) -> Result<i128, NumberFault> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !"-−.,".contains(c)).unwrap_or(text.len());
    let (figures, unit) = (&text[..end], text[end..].trim());
    let scale = match unit {
        "" | "đ" | "₫" | "VND" | "VNĐ" => Scale::Unit,
        _ => Scale::from_words(unit).ok_or(NumberFault::NotANumber)?,
    };
    let number = match scale {
        Scale::Unit => Decimal::parse_grouped(figures)?,
        _ => Decimal::parse(figures)?,
    };
    let exponent = i32::try_from(scale.exponent()).unwrap_or_default();
    let whole = number.shifted(exponent).and_then(|number| number.rescaled(0));
    whole.map(|number| number.mantissa).ok_or(NumberFault::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_scaled_money() {
        for row in include_str!("../../tests/vectors/scaled_money.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let amount: i128 = cells[0].parse().unwrap_or(i128::MAX);
            assert_eq!(Scale::fitting(amount).words(), cells[1], "{row}");
            assert_eq!(scaled_dong(amount), cells[2], "{row}");
            assert_eq!(Scale::from_words(cells[1]), Some(Scale::fitting(amount)), "{row}");
        }
    }

    #[test]
    fn vectors_of_money() {
        for row in include_str!("../../tests/vectors/money.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells[0].parse().map(dong).as_deref(), Ok(cells[1]), "{row}");
        }
    }

    #[test]
    fn scales() {
        for (amount, text) in [
            (0, "0 đồng"),
            (999, "999 đồng"),
            (1_000, "1 nghìn đồng"),
            (1_500, "1,5 nghìn đồng"),
            (999_999, "999,999 nghìn đồng"),
            (1_000_000, "1 triệu đồng"),
            (-25_300_000_000, "-25,3 tỷ đồng"),
            (12_345_678_900, "12.345.678.900 đồng"),
            (91_300_000_000, "91,3 tỷ đồng"),
            (2_345_000_000_000_000_000, "2.345.000 nghìn tỷ đồng"),
        ] {
            assert_eq!(scaled_dong(amount), text);
        }
        assert_eq!(dong_in(25_300_000_000, Scale::Million), "25.300 triệu đồng");
        assert_eq!(dong_in(1, Scale::Billion), "0,000000001 tỷ đồng");
        assert_eq!(dong_in(i128::MIN, Scale::Unit), format!("{} đồng", grouped(i128::MIN)));
        assert_eq!(Scale::from_words("Ngàn  tỉ đồng"), Some(Scale::ThousandBillion));
    }

    #[test]
    fn decimals_and_percentages() {
        let number = |mantissa, scale| Decimal { mantissa, scale };
        assert_eq!(percent(number(8226, 2)), "82,26%");
        assert_eq!(percent(number(40, 0)), "40%");
        assert_eq!(percent(number(-5, 1)), "-0,5%");
        assert_eq!(with_unit(number(15, 0), "°C"), "15\u{a0}°C");
    }

    #[test]
    fn amounts_with_units() {
        for (text, amount) in [
            ("81,725 tỷ đồng", 81_725_000_000),
            ("1,5 nghìn tỷ đồng", 1_500_000_000_000),
            ("1.234.567 đ", 1_234_567),
            ("450 triệu đồng", 450_000_000),
            ("2 tỉ đồng", 2_000_000_000),
            ("81,725 tỷ", 81_725_000_000),
            ("-5 đồng", -5),
        ] {
            assert_eq!(amount_of_text(text), Ok(amount), "{text}");
        }
        for text in ["", "đồng", "1,5 đồng", "0,0000000001 tỷ đồng", "5 lạng", "81.725 tỷ đồng", "tỷ đồng"]
        {
            assert!(amount_of_text(text).is_err(), "{text}");
        }
    }
}
