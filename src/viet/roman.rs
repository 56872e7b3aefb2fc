//! Roman numerals — *chữ số La Mã*, for congresses, terms, quarters and chapters (rule E4).
//!
//! Party congresses and terms of the National Assembly are counted in Roman (*lần thứ XIV*, *khóa XIII*);
//! the measured news write *khóa* so in 18 of 19 places. Only canonical numerals count as numerals.

/// The signs from the greatest down, the subtractive pairs among them.
const SIGNS: [(u32, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// The numeral of 1 to 3999 — 14 is *XIV*; `None` outside that span.
pub fn numeral(number: u32) -> Option<String> {
    if !(1..=3999).contains(&number) {
        return None;
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            rest -= value;
            text.push_str(sign);
        }
    }
    Some(text)
}

/// The number of a numeral in its one canonical spelling: *IIII*, *VX* and *xiv* are no numerals (rule E4).
pub fn value(text: &str) -> Option<u32> {
    let mut rest = text;
    let mut number = 0u32;
    for (value, sign) in SIGNS {
        while let Some(tail) = rest.strip_prefix(sign) {
            number = number.checked_add(value)?;
            rest = tail;
        }
    }
    (rest.is_empty() && numeral(number)? == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors_of_ordinals() {
        for row in include_str!("../../tests/vectors/ordinals.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(value(cells[3]), cells[0].parse().ok(), "{row}");
            assert_eq!(cells[0].parse().ok().and_then(numeral).as_deref(), Some(cells[3]), "{row}");
        }
    }

    #[test]
    fn both_ways_and_only_canonical() {
        assert!((1..4000).all(|n| numeral(n).as_deref().and_then(value) == Some(n)));
        for text in ["", "IIII", "VX", "IC", "xiv", "XIVI", "VV", "MMMM", "X V", "XIIV", "IXI"] {
            assert_eq!(value(text), None, "{text}");
        }
        assert_eq!((numeral(0), numeral(4000)), (None, None));
    }
}
