//! How far figures are off what they make, and which slip would explain it.

use super::{Sign, flag};
use crate::check::figures::mention::Mention;
use crate::check::figures::relations::{Form, Tie, distance};
use crate::check::figures::slip::{self, Slip, slip};
use crate::check::figures::{Reading, absolute};
use crate::viet::decimal::Decimal;

/// Powers of ten that a figure of a wrong order is off by.
const ORDERS: [i32; 2] = [1, -1];

/// The fewest digits of a figure in which two of them changed about count as a slip.
const LEAST: usize = 2;

/// How far off its total a sum is told by one digit, in hundredths.
const NEAR: i128 = 15;

/// From so many digits on another digit tells a slip however far off it leads.
const LONG: usize = 5;

/// How many digits of a total are no rounding.
const KEPT: usize = 3;

/// Powers of ten between two words of scale.
const SCALES: [i32; 4] = [3, -3, 6, -6];

/// How far off a result is told to be, in hundredths of what is made, by form: a sum leaves out little, a rate more.
const OFF: [(&str, i128); 3] = [("off by 3%", 3), ("off by 15%", 15), ("off by 50%", 50)];

impl Reading<'_> {
    /// How far a result is off: with its figures as they are, or others.
    pub(in crate::check::figures) fn off(&self, tie: &Tie, figures: &[Mention]) -> Vec<Sign> {
        let said = &figures[tie.result];
        let slips = match tie.form {
            Form::Sum => sum_slips(tie, figures),
            Form::Share | Form::Growth | Form::Change => rate_slips(tie, figures),
            _ => result_slips(tie, figures),
        };
        let made = tie.makes.mid();
        let over = made.checked_sub(said.value).unwrap_or_default();
        let off = OFF.iter().find(|(_, percent)| {
            let most = Decimal { mantissa: made.mantissa.saturating_mul(*percent), ..made };
            absolute(over).shifted(2).is_some_and(|over| over <= absolute(most))
        });
        let mut signs: Vec<Sign> = slips.into_iter().filter(|(_, strength)| *strength > 0.0).collect();
        signs.extend(off.map(|(name, _)| (*name, 1.0)));
        signs.push(("a short rate", flag(said.is_rate() && slip::digits(said.value) < 3)));
        signs.push(("more than told", flag(over.mantissa > 0)));
        signs
    }
}

/// A total, or one of its parts, with a slip in it.
fn sum_slips(tie: &Tie, figures: &[Mention]) -> Vec<Sign> {
    let whole = &figures[tie.result];
    let parts = || tie.terms.iter().map(|part| &figures[*part]);
    let Some(sum) = parts().try_fold(Decimal::default(), |sum, part| sum.checked_add(part.size)) else {
        return Vec::new();
    };
    let Some(over) = sum.checked_sub(whole.size) else { return Vec::new() };
    // What each figure would have to be, told as finely as it is.
    // Of two parts a pair of digits changed about is chance, if they count things.
    let counts = whole.value.scale == 0 && whole.size == whole.value;
    let least = if tie.terms.len() > 2 || !counts { LEAST } else { LEAST + 1 };
    let of_total = tie.makes.rounded(whole.value.scale).into_iter().filter_map(|right| slip(whole.value, right, least));
    let of_part = |part: &Mention| {
        let right = part.in_unit(part.size.checked_sub(over)?).percent_of(Decimal::whole(100), part.value.scale)?;
        slip(part.value, right, least)
    };
    let slips: Vec<Slip> = of_total.chain(parts().filter_map(of_part)).collect();
    let turned = slips.contains(&Slip::Turned);
    // Another digit that leads far off is as likely another figure, and of what is rounded it is no sign.
    let near = absolute(over)
        .shifted(2)
        .is_some_and(|off| off <= Decimal { mantissa: whole.size.mantissa.saturating_mul(NEAR), ..whole.size });
    let exact = |one: &Mention| one.value.scale == 0 && one.size == one.value;
    // Of many digits all but one hardly fit by chance.
    let long = whole.value.mantissa.to_string().len() >= LONG;
    let near = (near || long) && exact(whole) && parts().all(exact);
    let length = !turned && slips.contains(&Slip::Length);
    let digit = !turned && !length && !slips.is_empty();
    // A round total may be rounded: 483.000 to a thousand.
    let zeros = whole.size.rescaled(0).map_or(0, |size| {
        let digits = size.mantissa.to_string();
        (digits.len() - digits.trim_end_matches('0').len()).min(digits.len().saturating_sub(KEPT)) as i32
    });
    let slack = Decimal { mantissa: i128::from(zeros > 0) * 5, scale: 0 }.shifted(zeros - 1).unwrap_or_default();
    let scaled = |powers: &[i32]| {
        let off = |part: &Mention, power: i32| {
            let other = part.size.shifted(power)?.checked_sub(part.size)?;
            sum.checked_add(other)?.checked_sub(whole.size).map(absolute)
        };
        powers.iter().any(|power| parts().any(|part| off(part, *power).is_some_and(|off| off <= slack)))
    };
    // *7.256,8 và 4.924,55 triệu USD, tổng 12.181,35 tỷ USD*
    let exactly = |power: &i32| whole.size.shifted(*power).is_some_and(|size| size.trimmed() == sum.trimmed());
    // Of many digits nothing but the scale fits by chance: the sign counts once for every few of them. *4,21 tỷ đồng* of 8,8 and 33,3.
    let another = SCALES.iter().chain(&ORDERS).any(exactly);
    let fitting = if another { slip::digits(whole.value) / KEPT } else { 0 };
    let few = whole.size == whole.value && absolute(over) <= Decimal::whole(2);
    vec![
        // A digit left out or put in is as rare by chance as two changed about.
        ("turned", flag(turned || length)),
        ("digit", flag(digit && near)),
        ("digit of something else", flag(digit && !near)),
        ("scaled", flag(scaled(&ORDERS) && slips.is_empty() && fitting == 0)),
        ("of another scale", flag(scaled(&SCALES) && slips.is_empty()).max(fitting as f32)),
        ("off by one or two", flag(few)),
    ]
}

/// A product, a mean or a gap with a slip in it.
fn result_slips(tie: &Tie, figures: &[Mention]) -> Vec<Sign> {
    let said = &figures[tie.result];
    let slips = || tie.makes.told(said.value.scale).into_iter().filter_map(|right| slip(said.value, right, LEAST));
    let of_term = term_slip(tie, figures);
    let turned = slips().any(|slip| slip == Slip::Turned) || of_term == Some(Slip::Turned);
    let pair = turned && of_term.is_none() && slip::digits(said.value) < 3;
    let length = !turned && slips().any(|slip| slip == Slip::Length);
    let digit = !turned && !length && (slips().next().is_some() || of_term.is_some());
    let scaled = |powers: &[i32]| {
        powers.iter().any(|power| {
            tie.makes.told(said.value.scale).iter().any(|right| right.shifted(*power) == Some(said.value))
                || said.value.shifted(*power).is_some_and(|value| tie.makes.holds(&Mention { value, ..said.clone() }))
        })
    };
    // Of a rate in two digits another one is no sign of a slip.
    let short = said.is_rate() && slip::digits(said.value) < 3;
    vec![
        ("turned", flag(turned && !pair)),
        ("turned of two", flag(pair)),
        ("digit", flag(digit && !short)),
        ("digit of two", flag(digit && short)),
        ("scaled", flag(length || (scaled(&ORDERS) && !turned && !digit && said.value.mantissa > 9))),
        ("of another scale", flag(scaled(&SCALES) && !turned && !digit)),
    ]
}

/// The slip in one of its terms that explains a product or a gap: *308.472 tấn, 167,71 triệu USD, giá 534,7 USD/tấn*.
fn term_slip(tie: &Tie, figures: &[Mention]) -> Option<Slip> {
    let [first, second] = tie.terms[..] else { return None };
    let [whole, first, second] = [tie.result, first, second].map(|at| &figures[at]);
    let least = |term: &Mention| (slip::digits(term.value) > LEAST).then_some(LEAST + 1);
    let told = |term: &Mention, right: Option<Decimal>| {
        let right = term.in_unit(right?).percent_of(Decimal::whole(100), term.value.scale)?;
        slip(term.value, right, least(term)?).filter(|slip| *slip == Slip::Turned || slip::digits(term.value) >= LONG)
    };
    match tie.form {
        Form::Product if whole.kind == second.kind => {
            let right = |term: &Mention, other: &Mention| {
                told(term, whole.size.percent_of(other.size, term.value.scale + 2)?.shifted(-2))
            };
            [right(first, second), right(second, first)].into_iter().flatten().find(|slip| *slip == Slip::Turned)
        }
        // *359.748 vụ, năm trước 333.195 vụ, tăng 26.589 vụ*
        Form::Gap => {
            let right = told(first, second.size.checked_add(whole.size));
            right.or_else(|| told(second, first.size.checked_sub(whole.size)))
        }
        _ => None,
    }
}

/// A rate with a slip in it, or made of the wrong figures.
fn rate_slips(tie: &Tie, figures: &[Mention]) -> Vec<Sign> {
    let (said, part, base) = (&figures[tie.result], &figures[tie.terms[0]], &figures[tie.terms[1]]);
    let scale = said.value.scale;
    let same = |other: Option<Decimal>| {
        let off = other.and_then(|other| distance(other, said.value));
        off.is_some_and(|off| off <= Decimal { mantissa: 5, scale: scale + 1 })
    };
    let left = Decimal::whole(100).checked_sub(tie.makes.mid());
    let moved = distance(part.size, base.size);
    let wrong = match tie.form {
        Form::Share => None,
        Form::Growth => moved.and_then(|moved| moved.percent_of(part.size, scale + 1)),
        _ => part.size.percent_of(base.size, scale + 1),
    };
    // *vượt 107%* for 7%, *đạt 7%* for 107%
    let share = part.size.percent_of(base.size, scale + 1);
    let other = match tie.form {
        Form::Share => moved.and_then(|moved| moved.percent_of(base.size, scale + 1)),
        Form::Growth => share,
        _ => None,
    };
    let mut slips = result_slips(tie, figures);
    slips.extend([
        ("left", flag(same(left))),
        ("wrong base", flag(same(wrong))),
        ("share for growth", flag(same(other))),
    ]);
    slips
}
