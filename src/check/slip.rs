//! The slips of a typist in a number: one digit for another, two digits changed about, one left out or put in.

use crate::viet::decimal::Decimal;

/// Digits from which a likeness is none of chance.
const LEAST: usize = 3;

/// Two digits changed about count in a year, an age, a number of days.
const PAIR: usize = 2;

/// How a number differs from what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Slip {
    /// *91* for *19*.
    Turned,
    /// *3.870* for *3.078*: two digits that are no neighbours.
    Swapped,
    /// *1.24* or *12.124* for *1.214*: a digit left out or put in, neither the first nor a nought at the end.
    Length,
    /// *91* for *97*.
    Digit,
}

/// How two numbers of as many digits differ; a change about of two digits counts in numbers of so many or more.
pub(in crate::check) fn slip(said: Decimal, right: Decimal, least: usize) -> Option<Slip> {
    let scale = said.scale.max(right.scale);
    let digits = |value: Decimal| Some(value.rescaled(scale)?.mantissa.to_string().into_bytes());
    let (a, b) = (digits(said)?, digits(right)?);
    (a.len() > 1 && scale == said.scale && b[0] != b'-').then_some(())?;
    if a.len() != b.len() {
        return (is_longer_by_one(&a, &b) || is_longer_by_one(&b, &a)).then_some(Slip::Length);
    }
    let odd: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
    match odd[..] {
        [_] => Some(Slip::Digit),
        [first, second] if second == first + 1 && a[first] == b[second] && a[second] == b[first] => {
            (a.len() >= least).then_some(Slip::Turned)
        }
        [first, second] if a[first] == b[second] && a[second] == b[first] => (a.len() > least).then_some(Slip::Swapped),
        _ => None,
    }
}

/// Whether one whole number may be typed for another of as many digits.
pub(in crate::check) fn is_typed_for(said: u16, right: u16) -> bool {
    let slip = slip(Decimal::whole(said.into()), Decimal::whole(right.into()), PAIR);
    slip.is_some_and(|slip| slip != Slip::Length)
}

/// Whether two neighbouring digits of one whole number are changed about in the other: *1956* for *1965*.
pub(in crate::check) fn is_turned(said: u16, right: u16) -> bool {
    slip(Decimal::whole(said.into()), Decimal::whole(right.into()), PAIR) == Some(Slip::Turned)
}

/// Whether a number of more than three digits is another one with a digit put in, neither the first nor a nought at the end.
fn is_longer_by_one(long: &[u8], short: &[u8]) -> bool {
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let put_in = same > 0 && long.len() == short.len() + 1 && long[same + 1..] == short[same..];
    // Of round numbers one is another with a digit put in by chance.
    put_in && long.len() > LEAST && !long.ends_with(b"0") && !short.ends_with(b"0")
}

/// How many digits a number has, zeros at its end aside.
pub(in crate::check) fn digits(value: Decimal) -> usize {
    value.mantissa.unsigned_abs().to_string().trim_end_matches('0').len()
}

/// Whether two numbers of so many digits or more differ in one digit.
pub(in crate::check) fn one_figure_apart(a: Decimal, b: Decimal, least: usize) -> bool {
    let digits = |value: Decimal| value.rescaled(Decimal::MAX_SCALE).map(|value| value.mantissa.to_string());
    let (Some(a), Some(b)) = (digits(a), digits(b)) else { return false };
    let many = |text: &str| text.trim_end_matches('0').len() >= least;
    a.len() == b.len() && (many(&a) || many(&b)) && a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        let number = |text| Decimal::parse_grouped(text).unwrap_or_default();
        for (said, right, told) in [
            ("1.615", "1.651", Some(Slip::Turned)),
            ("3,986", "3,896", Some(Slip::Turned)),
            ("28,87", "27,87", Some(Slip::Digit)),
            ("71", "17", None),
            ("1.615", "1.561", None),
            ("3.870,5", "3.078,5", Some(Slip::Swapped)),
            ("255", "1.255", None),
            ("155", "155,5", None),
            ("1.214", "12.315", None),
            ("124", "1.214", Some(Slip::Length)),
            ("12.214", "1.214", Some(Slip::Length)),
            ("1.210", "121", None),
            ("23.250.000", "2.250.000", None),
            ("14", "114", None),
        ] {
            assert_eq!(slip(number(said), number(right), LEAST), told, "{said} {right}");
        }
    }
}
