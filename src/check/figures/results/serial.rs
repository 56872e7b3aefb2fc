//! Numbers that follow one another — *các bệnh nhân thứ 51.003 - 53.380* — against how many there are said to be.

use crate::check::figures::Reading;
use crate::check::figures::judge::{Terms, Tie, Way};
use crate::check::figures::reach::Reach;
use crate::viet::decimal::Decimal;

/// Words before the first of a run of numbers.
const RUNS: [&str; 6] = ["thứ", "từ số", "số thứ tự", "mã số", "BN", "thứ tự từ"];

/// More bytes than any of these words has.
const LONGEST: usize = 32;

/// What stands between the first number and the last.
const TO: [&str; 6] = [" - ", "-", " – ", "–", " đến ", " đến số "];

/// The most words between a count and the bracket that holds its run.
const BESIDE: usize = 4;

/// How far behind the count the run may begin, in bytes.
const FAR: usize = 120;

impl Reading<'_> {
    /// *2.378 ca mắc mới là các bệnh nhân thứ 51.003 - 53.380*: the last less the first, and one.
    pub(in crate::check::figures) fn serial(&self, at: usize) -> Option<Way> {
        let said = &self.figures[at];
        let behind = self.text.get(said.range.end..self.within.end)?;
        // No farther than a run may begin: a sentence may hold hundreds of figures.
        let head = &behind[..behind.floor_char_boundary(FAR + LONGEST)];
        let led = RUNS.iter().filter_map(|word| Some((head.find(&format!(" {word} "))?, word.len() + 2))).min();
        // *151 ca mắc mới (BN17577 - BN17727)*
        let bracket = || head.find(" (BN").map(|place| (place, 2));
        let (place, length) = led.or_else(bracket)?;
        let link = &behind[..place];
        let near = place <= FAR && !link.contains([';', '(', ':']);
        let rest = &behind[place + length..];
        let rest = rest.strip_prefix("từ ").unwrap_or(rest);
        let (first, behind_first) = number(unlettered(rest))?;
        let next = TO.iter().find_map(|to| behind_first.strip_prefix(to))?;
        // *BN17053 đến BN17321*: the letters before both are the same.
        let letters = &rest[..rest.len() - unlettered(rest).len()];
        let (last, _) = number(next.strip_prefix(letters).unwrap_or(next))?;
        let run = last.checked_sub(first)?.checked_add(Decimal::whole(1))?;
        let counted = said.is_counted() && said.value.scale == 0 && said.power() == Some(0) && !said.rough;
        let terms = Terms::Sum(format!("{last} - {first} + 1"));
        // *là các bệnh nhân thứ … - …* says that they are the same.
        let beside = led.is_none() && link.split_whitespace().count() <= BESIDE;
        let tie = if beside || link.contains(" là ") { Tie::Told } else { Tie::Only };
        (near && counted && run.mantissa > 1).then_some(Way { tie, makes: Reach::exactly(run), terms })
    }
}

/// A text without the capital letters that it begins with.
fn unlettered(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_ascii_uppercase())
}

/// The whole number that a text begins with, and what follows it.
fn number(text: &str) -> Option<(Decimal, &str)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(text.len());
    let digits = text[..end].trim_end_matches('.');
    Some((Decimal::parse_grouped(digits).ok()?, &text[digits.len()..]))
}

#[cfg(test)]
mod tests {
    use crate::check::figures::tests::found;

    #[test]
    fn runs_of_numbers() {
        for (text, told) in [
            ("Có thêm 2.828 ca mắc mới là các bệnh nhân thứ 51.003 - 53.380.", true),
            ("Có thêm 2.378 ca mắc mới là các bệnh nhân thứ 51.003 - 53.380.", false),
            ("Có thêm 131 ca mắc mới (BN21577 - BN21717), gồm 4 ca nhập cảnh.", true),
            ("Có thêm 141 ca mắc mới (BN21577 - BN21717), gồm 4 ca nhập cảnh.", false),
            ("Sáng nay có 140 ca mới, là các bệnh nhân có mã số từ BN4103 đến BN4242.", false),
            ("Sáng nay có 150 ca mới, là các bệnh nhân có mã số từ BN4103 đến BN4242.", true),
            ("Sáng nay có 104 ca mới, là các bệnh nhân có mã số từ BN4103 đến BN4242.", true),
            // What is no slip for the run counts something else.
            ("Có 1.500 ca khỏi, thêm vào các bệnh nhân thứ 51.003 - 53.380.", false),
        ] {
            assert_eq!(found(text).len(), usize::from(told), "{text}");
        }
    }
}
