//! Words read back as numbers — *đọc ngược số bằng chữ*, in every regional form, with the wrong word named.
//!
//! What people say is taken: *linh* or *lẻ*, *hai mốt*, *một tỷ rưỡi*. What the textbook calls wrong (*linh
//! lăm*, *mười năm*) is refused, and what has two readings (*một nghìn năm*).

mod group;
mod word;

use group::{Place, group, integer};
use word::{Kind, Role, Word, empty, folded, role_of, split, tokens, unit_of, word_of};
pub use word::{WordFault, WordFaultKind};

use crate::viet::decimal::Decimal;

/// The number that words say — *tám mươi mốt phẩy ba trăm hai mươi lăm* is 81,325.
///
/// The inverse of [`crate::viet::number::decimal_words`] for every style, capital letters and commas
/// between groups aside. Integers are read to 10²¹.
///
/// # Errors
/// The first word that is wrong.
pub fn parse_words(text: &str) -> Result<Decimal, WordFault> {
    number(&tokens(text)?, Kind::Number)
}

/// As [`parse_words`], for whole numbers only.
///
/// # Errors
/// The first word that is wrong; a *phẩy* is.
pub fn parse_integer(text: &str) -> Result<i128, WordFault> {
    let words = tokens(text)?;
    match words.iter().find(|word| word.role == Role::Comma) {
        Some(comma) => Err(comma.misplaced()),
        None => number(&words, Kind::Number).map(|number| number.mantissa),
    }
}

/// The number from *không* to *mười* that one word in small letters is.
pub fn digit(word: &str) -> Option<u8> {
    match role_of(word)? {
        Role::Digit(digit) => Some(digit),
        Role::Ten => Some(10),
        _ => None,
    }
}

/// The đồng of a line in words — *Bằng chữ: Một nghìn đồng chẵn.* is 1000 (rule N12).
///
/// TT 200/2014/TT-BTC wants words and figures to agree: read the words back and compare.
///
/// # Errors
/// The first word that is wrong; a part of a đồng is none.
pub fn parse_money(text: &str) -> Result<i128, WordFault> {
    let mut all: Vec<_> = split(text).collect();
    if let Some(at) = all.iter().position(|(word, _)| folded(word) == "chữ") {
        all.drain(..=at);
    }
    while let Some((word, _)) = all.last() {
        let known = ["chẵn", "đồng", "việt", "nam", "vnđ", "vnd"];
        if !known.contains(&folded(word).as_str()) {
            break;
        }
        all.pop();
    }
    let words = all.into_iter().map(word_of).collect::<Result<Vec<_>, _>>()?;
    let amount = number(&words, Kind::Money)?;
    let whole = amount.rescaled(0).map(|whole| whole.mantissa);
    match (whole, words.last()) {
        (Some(whole), _) => Ok(whole),
        (None, Some(last)) => Err(last.misplaced()),
        (None, None) => Err(empty()),
    }
}

/// A number of any shape: sign, whole part, fraction and the unit of an amount.
///
/// *âm | hai mươi bảy | phẩy | bảy | tỷ*: the sign comes first, *phẩy* once, and a scale behind the fraction
/// multiplies the whole, as in *hai phẩy năm tỷ đồng*.
fn number(words: &[Word<'_>], kind: Kind) -> Result<Decimal, WordFault> {
    let (negative, words) = match words {
        [Word { role: Role::Minus, .. }, rest @ ..] => (true, rest),
        _ => (false, words),
    };
    let last = words.last().ok_or_else(empty)?;
    let too_large = || last.fault(WordFaultKind::TooLarge);
    let signed = |mantissa: i128| if negative { -mantissa } else { mantissa };
    let Some(at) = words.iter().position(|word| word.role == Role::Comma) else {
        let whole = i128::try_from(integer(words)?).map_err(|_| too_large())?;
        return Ok(Decimal::whole(signed(whole)));
    };
    if at == 0 || at + 1 == words.len() {
        return Err(words[at].misplaced());
    }
    let (fraction, power) = unit_of(&words[at + 1..], kind);
    let digits = fraction_digits(fraction)
        .and_then(|digits| if digits.is_empty() { Err(words[at].misplaced()) } else { Ok(digits) })?;
    if digits.len() > Decimal::MAX_SCALE as usize {
        return Err(too_large());
    }
    let joined = format!("{}{digits}", integer(&words[..at])?);
    let mantissa = joined.parse().map_err(|_| too_large())?;
    let number = Decimal { mantissa: signed(mantissa), scale: u32::try_from(digits.len()).unwrap_or_default() };
    if power == 0 { Ok(number) } else { number.shifted(power).ok_or_else(too_large) }
}

/// The digits a fraction says (rule N11), by how it begins:
///
/// ```text
/// không năm                     05      digit by digit, also beyond four digits
/// không trăm tám mươi mốt       081     a group of three
/// không nghìn không trăm linh…  000…    a group of four
/// không một trăm hai mươi lăm   0125    zeros, then one number
/// ba trăm hai mươi lăm          325     one number
/// ```
fn fraction_digits(words: &[Word<'_>]) -> Result<String, WordFault> {
    let plain =
        |word: &Word<'_>| if let Role::Digit(digit) = word.role { Some(char::from(b'0' + digit)) } else { None };
    if let Some(digits) = words.iter().map(plain).collect::<Option<String>>() {
        return Ok(digits);
    }
    let padded = |width: usize, value: u128| format!("{value:0>width$}");
    match words {
        [Word { role: Role::Digit(0), .. }, Word { role: Role::Hundred, .. }, ..] => {
            Ok(padded(3, group(words, Place::First)?))
        }
        [Word { role: Role::Digit(0), .. }, Word { role: Role::Scale(3), .. }, rest @ ..] => {
            Ok(padded(4, group(rest, Place::After(3))?))
        }
        [Word { role: Role::Digit(0), .. }, rest @ ..] => Ok(format!("0{}", fraction_digits(rest)?)),
        _ => Ok(integer(words)?.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::viet::number::*;

    /// The cells of each row of a vector file.
    fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
        file.lines().filter(|row| !row.starts_with('#')).map(|row| row.split('\t').collect())
    }

    #[test]
    fn vectors_backwards() {
        for cells in rows(include_str!("../../tests/vectors/numbers.tsv")) {
            assert_eq!(parse_integer(cells[1]), Ok(cells[0].parse().unwrap()), "{}", cells[1]);
        }
        for cells in rows(include_str!("../../tests/vectors/money.tsv")) {
            assert_eq!(parse_money(cells[2]), Ok(cells[0].parse().unwrap()), "{}", cells[2]);
        }
        for cells in rows(include_str!("../../tests/vectors/decimals.tsv")) {
            assert_eq!(parse_words(cells[1]).map(|number| number.to_string()).as_deref(), Ok(cells[0]));
        }
    }

    #[test]
    fn what_people_say() {
        for (text, number) in [
            ("hai mốt", 21),
            ("ba tư", 34),
            ("hai mươi nhăm", 25),
            ("hai chục", 20),
            ("một trăm rưỡi", 150),
            ("một tỷ rưỡi", 1_500_000_000),
            ("hai nghìn rưởi", 2500),
            ("hai nghìn rưỡi tỷ", 2_500_000_000_000),
            ("một triệu lẻ năm", 1_000_005),
            ("một triệu mười", 1_000_010),
            ("một triệu một ngàn không trăm lẻ một", 1_001_001),
            ("Một triệu, hai trăm nghìn", 1_200_000),
            ("một triệu tỷ hai trăm ba mươi bốn nghìn tỷ năm trăm sáu mươi bảy tỷ", 1_234_567_000_000_000),
            ("một tỷ không triệu không nghìn không trăm linh năm", 1_000_000_005),
            ("BA MƯƠI TƯ", 34),
            ("trừ năm", -5),
            ("âm một tỷ tỷ", -1_000_000_000_000_000_000),
        ] {
            assert_eq!(parse_integer(text), Ok(number), "{text}");
        }
    }

    #[test]
    fn amounts() {
        for (text, amount) in [
            ("Bằng chữ: Hai phẩy năm tỷ đồng.", 2_500_000_000),
            ("(Bằng chữ: Một nghìn năm trăm tỷ đồng chẵn./.)", 1_500_000_000_000),
            ("một phẩy năm nghìn tỷ đồng", 1_500_000_000_000),
            ("hai phẩy năm nghìn đồng", 2_500),
            ("Số tiền viết bằng chữ: Ba mươi triệu đồng Việt Nam chẵn", 30_000_000),
        ] {
            assert_eq!(parse_money(text), Ok(amount), "{text}");
        }
        assert!(parse_money("hai phẩy năm đồng").is_err());
        assert!(parse_money("đồng").is_err());
    }

    #[test]
    fn the_wrong_word_is_named() {
        use WordFaultKind::*;
        for (text, word, kind) in [
            ("", "", Empty),
            ("một trăm linh lăm", "lăm", Instead("năm")),
            ("một trăm linh tư", "tư", Instead("bốn")),
            ("một trăm lẽ năm", "lẽ", Instead("lẻ")),
            ("mười năm", "năm", Instead("lăm")),
            ("sáu mươi năm", "năm", Instead("lăm")),
            ("hai mươi một", "một", Instead("mốt")),
            ("muời hai", "muời", Instead("mười")),
            ("một mươi", "mươi", Instead("mười")),
            ("một nghìn năm", "năm", Ambiguous),
            ("một trăm hai", "hai", Ambiguous),
            ("một triệu hai", "hai", Ambiguous),
            ("hai nghìn ba triệu", "triệu", Misplaced),
            ("nghìn", "nghìn", Misplaced),
            ("tỷ", "tỷ", Misplaced),
            ("linh năm", "linh", Misplaced),
            ("hai ba", "ba", Misplaced),
            ("mười mươi", "mươi", Misplaced),
            ("năm trăm con gà", "con", Unknown),
            ("năm phẩy", "phẩy", Misplaced),
            ("phẩy năm", "phẩy", Misplaced),
            ("rưỡi", "rưỡi", Misplaced),
            ("một không trăm", "không", Misplaced),
            ("không mươi", "không", Misplaced),
        ] {
            let fault = parse_words(text).unwrap_err();
            assert_eq!((fault.word.as_str(), fault.kind), (word, kind), "{text}");
            assert_eq!(&text[fault.range], word);
        }
    }

    /// Any style at all.
    fn styles() -> impl Strategy<Value = Style> {
        any::<[bool; 6]>().prop_map(|[filler, thousand, billion, four, seven, zeros]| Style {
            filler: if filler { Filler::Le } else { Filler::Linh },
            thousand: if thousand { Thousand::Ngan } else { Thousand::Nghin },
            billion: if billion { Billion::TiWithI } else { Billion::TyWithY },
            four: if four { Four::Bon } else { Four::Tu },
            seven: if seven { Seven::WithBreveless } else { Seven::WithA },
            zero_groups: if zeros { ZeroGroups::Spoken } else { ZeroGroups::Silent },
            even: Even::WholeThousands,
        })
    }

    /// Numbers of every length, many with zero groups.
    fn numbers() -> impl Strategy<Value = i128> {
        let limit = 10_i128.pow(18);
        let sparse = proptest::collection::vec(prop_oneof![Just(0), Just(5), 0..1000_i128], 1..=6)
            .prop_map(|groups| groups.iter().fold(0, |number, group| number * 1000 + group));
        prop_oneof![-limit..=limit, -2_000_000..=2_000_000_i128, sparse]
    }

    proptest! {
        #[test]
        fn words_read_back_are_the_number(number in numbers(), style in styles()) {
            prop_assert_eq!(parse_integer(&words_in(number, style)), Ok(number));
            prop_assert_eq!(parse_money(&money_line(number, style)), Ok(number));
        }

        #[test]
        fn words_keep_the_rules(number in numbers()) {
            let text = words(number);
            for wrong in ["mười năm", "linh lăm", "linh tư", "mươi một", "mươi năm", "một mươi"] {
                prop_assert!(!text.contains(wrong), "{}", text);
            }
            prop_assert!(text.matches("tỷ").count() <= 2);
        }

        #[test]
        fn decimals_read_back(mantissa in -10_i128.pow(12)..10_i128.pow(12), scale in 0u32..=9) {
            let number = Decimal { mantissa, scale };
            let text = decimal_words(number, Style::default());
            let back = parse_words(&text);
            prop_assert_eq!(back.as_ref().map(|number| number.scale), Ok(scale), "{}", text);
            prop_assert_eq!(back.map(|number| number.mantissa), Ok(mantissa));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[a-zà-ỹ ,.]{0,40}") {
            let _ = (parse_words(&text), parse_money(&text));
        }
    }
}
