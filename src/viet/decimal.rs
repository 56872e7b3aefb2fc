//! Exact decimal numbers as Vietnamese write them — *số thập phân*: comma for decimals, dots for thousands.

use std::cmp::Ordering;
use std::fmt;

/// `mantissa × 10^-scale`, exact; never floating point. `81,725` is 81725 × 10^-3.
///
/// Decimal comma and thousands dot: Luật Kế toán 88/2015/QH13 art. 11, NĐ 86/2012/NĐ-CP PL V.
#[derive(Debug, Clone, Copy, Default)]
pub struct Decimal {
    /// All digits as one integer, with the sign.
    pub mantissa: i128,
    /// How many of them stand after the comma; at most [`Decimal::MAX_SCALE`].
    pub scale: u32,
}

/// Why a text is not a number in Vietnamese writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberFault {
    /// No number at all.
    NotANumber,
    /// `81.725` is 81 725 to some and 81,725 to others; both are given as they should be written.
    Ambiguous {
        /// Read with the dot as thousands mark: `81725`.
        whole: String,
        /// Read with the dot as decimal mark: `81,725`.
        fraction: String,
    },
    /// `32.3` or `1,234.5`: English writing; holds the Vietnamese form.
    English {
        /// The same number in Vietnamese writing.
        vietnamese: String,
    },
    /// More digits than any budget has.
    TooLong,
}

impl Decimal {
    /// The most digits after the comma that are read.
    pub const MAX_SCALE: u32 = 9;
    /// The most digits in all.
    pub const MAX_DIGITS: usize = 24;

    /// A whole number.
    pub fn whole(value: i128) -> Decimal {
        Decimal { mantissa: value, scale: 0 }
    }

    /// Reads `81,725`, `1.260,5`, `1.234.567`, `59`, `-5`; one lone group after a dot is refused as ambiguous.
    ///
    /// # Errors
    /// [`NumberFault`] says which reading failed and what to write instead.
    pub fn parse(text: &str) -> Result<Decimal, NumberFault> {
        match Decimal::parse_grouped(text) {
            Ok(_) if lone_group(text) => {
                Err(NumberFault::Ambiguous { whole: text.replace('.', ""), fraction: text.replace('.', ",") })
            }
            other => other,
        }
    }

    /// Like [`Decimal::parse`], for values that cannot have decimals (people, đồng): `1.260` is 1260.
    ///
    /// # Errors
    /// [`NumberFault`], never `Ambiguous`.
    pub fn parse_grouped(text: &str) -> Result<Decimal, NumberFault> {
        let (negative, body) = match text.strip_prefix(['-', '−']) {
            Some(body) => (true, body),
            None => (false, text),
        };
        let digits = body.chars().filter(char::is_ascii_digit).count();
        let marks = body.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
        if digits == 0 || !marks || !body.starts_with(|c: char| c.is_ascii_digit()) || body.ends_with(['.', ',']) {
            return Err(NumberFault::NotANumber);
        }
        if digits > Decimal::MAX_DIGITS {
            return Err(NumberFault::TooLong);
        }
        let (whole, fraction) = body.split_once(',').unwrap_or((body, ""));
        if !grouped(whole) || fraction.contains(['.', ',']) {
            return Err(english(body));
        }
        if fraction.len() > Decimal::MAX_SCALE as usize {
            return Err(NumberFault::TooLong);
        }
        let joined: String = whole.chars().chain(fraction.chars()).filter(char::is_ascii_digit).collect();
        let mantissa: i128 = joined.parse().map_err(|_| NumberFault::TooLong)?;
        let scale = u32::try_from(fraction.len()).unwrap_or(Decimal::MAX_SCALE);
        Ok(Decimal { mantissa: if negative { -mantissa } else { mantissa }, scale })
    }

    /// The same number with exactly `scale` decimals, or `None` if digits would be lost or it does not fit.
    pub fn rescaled(self, scale: u32) -> Option<Decimal> {
        if scale >= self.scale {
            let factor = 10_i128.checked_pow(scale - self.scale)?;
            return Some(Decimal { mantissa: self.mantissa.checked_mul(factor)?, scale });
        }
        let factor = 10_i128.checked_pow(self.scale - scale)?;
        (self.mantissa % factor == 0).then(|| Decimal { mantissa: self.mantissa / factor, scale })
    }

    /// Without zeros at the end of the decimals: `2,50` is `2,5`.
    #[must_use]
    pub fn trimmed(mut self) -> Decimal {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Sum, exact.
    pub fn checked_add(self, other: Decimal) -> Option<Decimal> {
        let scale = self.scale.max(other.scale);
        let (a, b) = (self.rescaled(scale)?, other.rescaled(scale)?);
        Some(Decimal { mantissa: a.mantissa.checked_add(b.mantissa)?, scale })
    }

    /// Difference, exact.
    pub fn checked_sub(self, other: Decimal) -> Option<Decimal> {
        self.checked_add(Decimal { mantissa: -other.mantissa, ..other })
    }

    /// Times a power of ten.
    pub fn shifted(self, power: i32) -> Option<Decimal> {
        let scale = i64::from(self.scale) - i64::from(power);
        if scale >= 0 {
            return Some(Decimal { mantissa: self.mantissa, scale: u32::try_from(scale).ok()? });
        }
        let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
        Some(Decimal { mantissa: self.mantissa.checked_mul(factor)?, scale: 0 })
    }

    /// `100 × self / base` rounded half away from zero to `scale` decimals; `None` if the base is zero.
    pub fn percent_of(self, base: Decimal, scale: u32) -> Option<Decimal> {
        let top = self.mantissa.checked_mul(10_i128.checked_pow(2 + scale + base.scale)?)?;
        let bottom = base.mantissa.checked_mul(10_i128.checked_pow(self.scale)?)?;
        if bottom == 0 {
            return None;
        }
        let doubled = top.checked_mul(2)?;
        let sign = if (doubled < 0) == (bottom < 0) { 1 } else { -1 };
        let mantissa = (doubled + sign * bottom) / bottom.checked_mul(2)?;
        Some(Decimal { mantissa, scale })
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }
}

/// `1.234.567` or plain digits.
fn grouped(whole: &str) -> bool {
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let groups_of_three = first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|group| group.len() == 3);
    !first.is_empty() && (rest.is_empty() || groups_of_three)
}

/// `81.725`: one dot, three digits after it, no comma.
fn lone_group(text: &str) -> bool {
    !text.contains(',') && text.matches('.').count() == 1
}

fn english(body: &str) -> NumberFault {
    let vietnamese: String = match body.rsplit_once('.') {
        Some((whole, fraction)) if !fraction.contains(',') && !whole.contains('.') => {
            format!("{},{fraction}", whole.replace(',', "."))
        }
        None if body.matches(',').count() > 1 => body.replace(',', "."),
        _ => return NumberFault::NotANumber,
    };
    NumberFault::English { vietnamese }
}

impl fmt::Display for Decimal {
    /// `1.260,5`: groups of three with dots, decimals after a comma.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = self.scale as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale as usize);
        if self.mantissa < 0 {
            f.write_str("-")?;
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                f.write_str(".")?;
            }
            write!(f, "{digit}")?;
        }
        if fraction.is_empty() { Ok(()) } else { write!(f, ",{fraction}") }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    /// By value: `2,5` equals `2,50`.
    fn cmp(&self, other: &Decimal) -> Ordering {
        /// The largest power of ten that a mantissa holds with room to spare.
        const WIDEST: u32 = 37;
        let power = |scale: u32| 10_i128.pow(scale.min(WIDEST));
        let (a, b) = (self.trimmed(), other.trimmed());
        let whole = (a.mantissa.div_euclid(power(a.scale))).cmp(&b.mantissa.div_euclid(power(b.scale)));
        let part = |d: Decimal| d.mantissa.rem_euclid(power(d.scale)) * power(WIDEST - d.scale.min(WIDEST));
        whole.then_with(|| part(a).cmp(&part(b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_vietnamese_writing_and_prints_it_back() {
        for text in ["0", "59", "-5", "81,725", "1.260,5", "1.234.567", "0,05", "13", "2,50"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Decimal::parse("1234567").unwrap().to_string(), "1.234.567");
        assert_eq!(Decimal::parse_grouped("1.260").unwrap().mantissa, 1260);
    }

    #[test]
    fn order_is_by_value_however_many_places_there_are() {
        let of = |mantissa, scale| Decimal { mantissa, scale };
        assert!(of(1_234_567_890_123, 12) > of(1_234, 3));
        assert!(of(1_234_567_890_123, 12) < of(1_235, 3));
        assert!(of(-1, 20) < of(0, 0));
        assert_eq!(of(25, 1).cmp(&of(250_000_000_000_000, 14)), Ordering::Equal);
    }

    #[test]
    fn refuses_what_can_be_read_in_two_ways() {
        let ambiguous = NumberFault::Ambiguous { whole: "81725".into(), fraction: "81,725".into() };
        assert_eq!(Decimal::parse("81.725"), Err(ambiguous));
        for (text, vietnamese) in
            [("32.3", "32,3"), ("0.725", "0,725"), ("1,234.5", "1.234,5"), ("1,234,567", "1.234.567")]
        {
            assert_eq!(Decimal::parse(text), Err(NumberFault::English { vietnamese: vietnamese.into() }));
        }
        for text in ["", "mười", "1,", ",5", "1.2.3,4", "1..5", "--5", "1,2,3.4.5"] {
            assert!(
                matches!(Decimal::parse(text), Err(NumberFault::NotANumber | NumberFault::English { .. })),
                "{text}"
            );
        }
        assert_eq!(Decimal::parse(&"9".repeat(40)), Err(NumberFault::TooLong));
    }

    #[test]
    fn rates_are_rounded_half_away_from_zero() {
        let d = |text| Decimal::parse(text).unwrap();
        for (part, base, scale, rate) in [
            ("25,3", "59", 2, "42,88"),
            ("25,3", "91,3", 1, "27,7"),
            ("13", "32,3", 0, "40"),
            ("-1", "8", 1, "-12,5"),
            ("1", "8", 0, "13"),
        ] {
            assert_eq!(d(part).percent_of(d(base), scale).unwrap().to_string(), rate);
        }
        assert_eq!(d("5").percent_of(d("0"), 2), None);
    }

    #[test]
    fn compares_by_value() {
        let d = |text| Decimal::parse(text).unwrap();
        assert_eq!(d("2,5"), d("2,50"));
        assert!(d("-0,5") < d("-0,25") && d("91,3") > d("91,29") && d("9") < d("10,1"));
        assert_eq!(d("32,3").checked_add(d("59")).unwrap(), d("91,3"));
        assert_eq!(d("81,725").shifted(9).unwrap(), d("81725000000"));
    }
}
