//! The end of what a text counts through the year — *tính đến hết quý I, … trong 3 tháng, … riêng tháng 3*: all its counts end there.

use std::ops::Range;

use super::told::ASIDE;
use crate::check::proof::Proof;
use crate::check::times::Sentence;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use crate::viet::reading::parse_integer;
use crate::viet::seek::seek;

/// Words right before the end of a count.
const UNTIL: [&str; 3] = ["tính đến hết", "đến hết", "tính đến cuối"];

/// Words right before so many months, and those right behind them.
const LED: [&str; 6] = ["qua", "trong", "sau", "tính chung", "lũy kế", "luỹ kế"];
const BEHIND: [&str; 4] = [" đầu năm", " qua", ",", ":"];

/// Words of a sentence that looks ahead, or at another time.
#[rustfmt::skip]
const AHEAD: [&str; 11] = [
    "sẽ ", "phấn đấu", "kế hoạch", "dự kiến", "mục tiêu", "nhiệm vụ", "đề nghị", "yêu cầu", "gia hạn", "thời hạn", "miễn ",
];

/// The one end of a count that differs from all the months that the text counts.
pub(super) fn other_end(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let ends: Vec<&Point> = sentences.iter().filter_map(end).collect();
    let [until] = ends[..] else { return None };
    let last = until.months?.1;
    let counts: Vec<(u8, Range<usize>)> = sentences.iter().flat_map(counts).collect();
    let (count, place) = counts.first().filter(|(count, _)| counts.iter().all(|(other, _)| other == count))?;
    let count = *count;
    let of_month = |month: u8| {
        let others = proof.points().iter().filter(move |point| point.range != until.range && point.day.is_none());
        others.filter(move |point| point.months.is_some_and(|(_, last)| last == month)).count()
    };
    let sure = counts.len() + of_month(count) > 1 && of_month(last) == 0;
    // *đến hết tháng 9, … trong 8 tháng, … riêng tháng 9*
    let off = counts.len() == 1 && of_month(count) == 0 && of_month(last) > 0 && count + 1 == last;
    (last != count && (sure || off)).then(|| {
        let whole = &proof.plain()[place.clone()];
        let mut fault = proof.fault("time-course", until.range.clone()).with("whole", whole);
        fault.message.id = "time-course.part";
        fault.hint_id("time-course.hint")
    })
}

/// *tính đến hết quý II-2018*: the month or the quarter up to which a sentence counts.
fn end<'p>(sentence: &Sentence<'p>) -> Option<&'p Point> {
    let ahead = AHEAD.iter().any(|word| sentence.lower.contains(word));
    sentence.points.iter().find(|point| {
        let head = sentence.near(point.range.start).trim_end();
        !ahead && point.day.is_none() && point.months.is_some() && UNTIL.iter().any(|word| head.ends_with(word))
    })
}

/// *ba tháng đầu năm*, *qua 3 tháng*: how many months a sentence counts from the first of the year.
fn counts(sentence: &Sentence) -> Vec<(u8, Range<usize>)> {
    let ahead = AHEAD.iter().any(|word| sentence.lower.contains(word));
    let count = |(at, word): (usize, &str)| {
        let (head, behind) = (&sentence.lower[..at], &sentence.lower[at + word.len()..]);
        let number = head.rsplit([' ', '\n', '(']).next()?;
        let count = number.parse().ok().or_else(|| u8::try_from(parse_integer(number).ok()?).ok())?;
        let lead = head[..head.len() - number.len()].trim_end();
        let of_year = behind.starts_with(BEHIND[0]);
        let led = LED.iter().any(|word| lead.ends_with(word)) || lead.is_empty();
        let bare = led && BEHIND.iter().any(|word| behind.starts_with(word));
        let aside = ASIDE.iter().any(|word| *word != "so với" && lead.ends_with(word) && !LED.contains(word));
        ((of_year || bare) && !aside && (2..12).contains(&count)).then(|| {
            let end = sentence.range.start + at;
            (count, end - number.len()..end + word.len())
        })
    };
    if ahead { Vec::new() } else { seek(sentence.lower, " tháng").filter_map(count).collect() }
}

#[cfg(test)]
mod tests {
    use crate::check::times::check;

    #[test]
    fn ends_of_counts() {
        let figures = |end: &str| {
            format!(
                "Thu ngân sách tháng 6 tăng khá. Tính đến hết {end}, tỉnh thu 4.200 tỷ đồng, tăng 9% so với sáu tháng đầu năm 2022. Trong 6 tháng, thuế đạt 3.100 tỷ đồng."
            )
        };
        for (text, told) in [
            (figures("quý III-2023"), Some("quý III-2023")),
            (figures("quý II-2023"), None),
            (figures("tháng 6-2023"), None),
            (
                "Tính đến hết quý III-2023, tỉnh thu 4.200 tỷ đồng. Trong 6 tháng, thuế đạt 3.100 tỷ đồng; quý III tăng 5%."
                    .to_owned(),
                None,
            ),
            (
                "Tính đến hết tháng 9/2023, xã có 15 vụ cháy. Như vậy, trong 8 tháng, số vụ giảm; riêng tháng 9 có 1 vụ.".to_owned(),
                Some("tháng 9/2023"),
            ),
            (
                "Trong 6 tháng đầu năm, tỉnh giảm thuế. Việc giảm thuế được gia hạn đến hết tháng 9; qua 6 tháng, thuế giảm.".to_owned(),
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(&text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
