//! The grammar of whole numbers — *nhóm ba chữ số*: blocks of nine digits, groups of three, tens.

use super::word::{Role, Word, WordFault, WordFaultKind, empty, folded};

/// Where a block stands: what bare digits and *linh* mean depends on it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing before it.
    First,
    /// After a scale of this power of ten.
    After(u32),
}

/// A whole number: blocks of nine digits between *tỷ* (rule N1).
///
/// ```text
/// một tỷ tỷ                              1 × 10⁹ × 10⁹         nothing between: multiplies
/// một tỷ không trăm linh năm tỷ          (1 × 10⁹ + 5) × 10⁹   one number of billions
/// một triệu tỷ hai trăm nghìn tỷ         10⁶ × 10⁹ + 2·10⁵ × 10⁹   a scale before tỷ: adds
/// ```
/// The last form says *tỷ* once too often, but nobody reads it otherwise.
pub(super) fn integer(words: &[Word<'_>]) -> Result<u128, WordFault> {
    let Some(end) = words.iter().rposition(|word| word.role == Role::Billion) else {
        return block(words, Place::First);
    };
    let mut total = 0u128;
    let mut place = Place::First;
    let mut sums = false;
    for piece in words[..=end].split_inclusive(|word| word.role == Role::Billion) {
        let Some((billion, piece)) = piece.split_last() else { continue };
        let value = match (piece, place) {
            ([], Place::First) => return Err(billion.misplaced()),
            ([], _) => 0,
            _ => block(piece, Place::First)?,
        };
        let sum = if sums && !piece.is_empty() {
            value.checked_mul(1_000_000_000).and_then(|value| value.checked_add(total))
        } else {
            total.checked_add(value).and_then(|total| total.checked_mul(1_000_000_000))
        };
        total = sum.ok_or_else(|| billion.fault(WordFaultKind::TooLarge))?;
        sums = matches!(piece.last(), Some(Word { role: Role::Scale(_), .. }));
        place = Place::After(9);
    }
    match &words[end + 1..] {
        [] => Ok(total),
        rest => Ok(total + block(rest, place)?),
    }
}

/// Up to nine digits: groups of three before *triệu*, *nghìn* and nothing, in this order, each once.
///
/// A bare digit behind a scale is ambiguous (*một nghìn năm*: 1.005 or 1.500) unless another scale follows
/// it; *rưỡi* is half of the scale before it. The South's *một triệu mười* needs no *không trăm*.
fn block(words: &[Word<'_>], place: Place) -> Result<u128, WordFault> {
    let mut rest = words;
    let mut place = place;
    let mut limit = 9;
    let mut total = 0;
    if rest.is_empty() {
        return Err(empty());
    }
    while let Some(first) = rest.first() {
        if let (Role::Half, Place::After(power), 1) = (first.role, place, rest.len()) {
            return Ok(total + 10u128.pow(power) / 2);
        }
        let scale = rest.iter().position(|word| matches!(word.role, Role::Scale(_)));
        let (end, power) = match scale.map(|at| (at, rest[at].role)) {
            Some((0, _)) => return Err(first.misplaced()),
            Some((at, Role::Scale(power))) if power >= limit => return Err(rest[at].misplaced()),
            Some((at, Role::Scale(power))) => (at, power),
            _ => (rest.len(), 0),
        };
        if let ([bare], Place::After(_), 0) = (&rest[..end], place, power) {
            let kind =
                if matches!(bare.role, Role::Digit(1..)) { WordFaultKind::Ambiguous } else { WordFaultKind::Misplaced };
            if bare.role != Role::Ten {
                return Err(bare.fault(kind));
            }
        }
        total += group(&rest[..end], place)? * 10u128.pow(power);
        rest = if power == 0 { &[] } else { &rest[end + 1..] };
        (limit, place) = (power, Place::After(power));
    }
    Ok(total)
}

/// A group of three digits, its hundreds first: *một trăm hai* is refused, 102 or 120.
pub(super) fn group(words: &[Word<'_>], place: Place) -> Result<u128, WordFault> {
    match words {
        [Word { role: Role::Digit(hundreds), .. }, hundred, rest @ ..] if hundred.role == Role::Hundred => {
            let rest = match rest {
                [] => 0,
                [Word { role: Role::Half, .. }] => 50,
                [digit] if matches!(digit.role, Role::Digit(1..)) => return Err(digit.fault(WordFaultKind::Ambiguous)),
                _ => tens(rest, Place::After(2))?,
            };
            Ok(u128::from(*hundreds) * 100 + rest)
        }
        _ => tens(words, place),
    }
}

/// The last two digits of a group, in the forms of rules N2 to N6.
///
/// ```text
/// linh năm       5     only behind hundreds or a scale
/// mười, mười lăm 10, 15
/// hai mươi mốt   21    also hai chục, and hai mốt, ba tư, hai lăm as people speak
/// ```
fn tens(words: &[Word<'_>], place: Place) -> Result<u128, WordFault> {
    let (value, extra) = match words {
        [] => return Err(empty()),
        [filler, unit, extra @ ..] if filler.role == Role::Filler && place != Place::First => (alone(unit)?, extra),
        [ten] if ten.role == Role::Ten => (10, &[][..]),
        [ten, unit, extra @ ..] if ten.role == Role::Ten => (10 + after_ten(unit)?, extra),
        [tens, mark, extra @ ..] if mark.role == Role::Tens => {
            let Role::Digit(count @ 1..) = tens.role else { return Err(tens.misplaced()) };
            if count == 1 && folded(mark.text) == "mươi" {
                return Err(mark.fault(WordFaultKind::Instead("mười")));
            }
            let tens = u128::from(count) * 10;
            match extra {
                [unit, extra @ ..] => (tens + after_tens(unit)?, extra),
                [] => (tens, extra),
            }
        }
        [tens, unit, extra @ ..] if matches!((tens.role, unit.role), (Role::Digit(2..), Role::AfterTen(_))) => {
            let Role::Digit(count) = tens.role else { return Err(tens.misplaced()) };
            (u128::from(count) * 10 + after_tens(unit)?, extra)
        }
        [digit, extra @ ..] => match digit.role {
            Role::Digit(0) => (0, extra),
            _ => (alone(digit)?, extra),
        },
    };
    extra.first().map_or(Ok(value), |word| Err(word.misplaced()))
}

/// A unit without a ten before it: *bốn*, never *tư*.
fn alone(word: &Word<'_>) -> Result<u128, WordFault> {
    match word.role {
        Role::Digit(digit @ 1..) => Ok(digit.into()),
        Role::AfterTen(1) => Err(word.fault(WordFaultKind::Instead("một"))),
        Role::AfterTen(4) => Err(word.fault(WordFaultKind::Instead("bốn"))),
        Role::AfterTen(_) => Err(word.fault(WordFaultKind::Instead("năm"))),
        _ => Err(word.misplaced()),
    }
}

/// A unit after *mười*: *một, bốn, lăm*.
fn after_ten(word: &Word<'_>) -> Result<u128, WordFault> {
    match word.role {
        Role::Digit(5) => Err(word.fault(WordFaultKind::Instead("lăm"))),
        Role::AfterTen(5) => Ok(5),
        _ => alone(word),
    }
}

/// A unit after *mươi*: *mốt, tư* or *bốn, lăm*.
fn after_tens(word: &Word<'_>) -> Result<u128, WordFault> {
    match word.role {
        Role::Digit(1) => Err(word.fault(WordFaultKind::Instead("mốt"))),
        Role::Digit(5) => Err(word.fault(WordFaultKind::Instead("lăm"))),
        Role::Digit(digit @ 1..) | Role::AfterTen(digit) => Ok(digit.into()),
        _ => Err(word.misplaced()),
    }
}
