//! The order in which a text tells its points — *thứ tự kể*: where all but one go on in time, and a slip of the typist would explain
//! that one, what stands around it is weighed. `viet/data/README.md` tells how the worths were fitted.

#[cfg(test)]
mod fitting;
mod row;
mod signs;
mod slip;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Sentence, is_later};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use row::Told;
use signs::{Place, Sign};

/// So many points before and behind one must go on in time.
const REACH: usize = 3;

/// How far before a day its hour stands, in bytes.
const HOUR: usize = 24;

/// Among so many before and behind it a point is looked for again.
const WIDE: usize = 60;

/// What the evidence must come to, as the logarithm of odds.
const BAR: f32 = 3.0;

/// What each sign is worth, as fitted.
static WORTH: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    let row = |line: &'static str| line.split_once('\t').and_then(|(sign, worth)| Some((sign, worth.parse().ok()?)));
    include_str!("order/worth.tsv").lines().filter_map(row).collect()
});

/// A point without which those around it go on in time.
struct Break {
    /// Its place in the row.
    at: usize,
    /// The neighbour that it is on the wrong side of.
    other: usize,
    signs: Vec<Sign>,
}

/// The breaks of a text, the surest of each place, but for those of points that are told of already.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], known: &[Diagnostic]) -> Vec<Diagnostic> {
    let row = row::told(proof, sentences);
    // *đến 7 giờ ngày 03/9*: the hour before a day is told with it.
    let is_known = |place: usize| {
        let own = &row[place].point.range;
        let start = proof.text.ceil_char_boundary(own.start.saturating_sub(HOUR));
        let span = proof.place(start..own.end).map(|(_, span)| span);
        span.is_some_and(|own| known.iter().any(|fault| fault.span.start < own.end && own.start < fault.span.end))
    };
    let mut faults = Vec::new();
    let mut found: Vec<(f32, Break)> = breaks(proof, &row).into_iter().map(|one| (odds(&one.signs), one)).collect();
    found.retain(|(odds, one)| *odds > BAR && !is_known(one.at) && !is_known(one.other));
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut taken: Vec<usize> = Vec::new();
    for (_, one) in found {
        if !taken.contains(&one.at) && !taken.contains(&one.other) {
            taken.extend([one.at, one.other]);
            faults.push(fault(proof, &row, &one));
        }
    }
    faults
}

fn fault(proof: &Proof, row: &[Told], one: &Break) -> Diagnostic {
    let text = proof.plain();
    let (own, other) = (&row[one.at].point.range, &row[one.other].point.range);
    let fault = proof.fault("time-course", own.clone());
    let mut fault = fault.with("other", &text[other.clone()]).hint_id("time-course.hint");
    fault.message.id = "time-course.row";
    fault
}

/// All breaks of a row with what stands around them.
fn breaks(proof: &Proof, row: &[Told]) -> Vec<Break> {
    // *nghỉ thứ Sáu, ngày 02/01. Như vậy, … từ ngày 01/01 đến 04/01*: the whole behind its part is no step back.
    let holds = |at: usize| row[at].last.as_ref().is_some_and(|last| !is_later(&row[at - 1].point, last));
    let falls = (1..row.len()).filter(|at| is_later(&row[at - 1].point, &row[*at].point) && !holds(*at));
    falls
        .flat_map(|at| [(at, at - 1), (at - 1, at)])
        .filter_map(|(at, other)| one_break(proof, row, (at, other)))
        .collect()
}

/// The break that one point makes, if all around it go on in time without it: those of other paragraphs too, or of its own alone.
fn one_break(proof: &Proof, row: &[Told], (at, other): (usize, usize)) -> Option<Break> {
    let near = at.saturating_sub(REACH)..row.len().min(at + REACH + 1);
    let of_one = |place: &usize| row[*place].paragraph == row[at].paragraph;
    let own = near.start + near.clone().filter(|place| !of_one(place) && *place < at).count()..;
    let own = own.start..own.start + near.clone().filter(of_one).count();
    let goes_on = |near: &Range<usize>| {
        let rest: Vec<&Point> = near.clone().filter(|place| *place != at).map(|place| &row[place].point).collect();
        near.contains(&other) && rest.len() > 1 && !rest.windows(2).any(|pair| is_later(pair[0], pair[1]))
    };
    let near = [near, own].into_iter().find(goes_on)?;
    // What is told twice is no slip.
    let wide = &row[at.saturating_sub(WIDE)..row.len().min(at + WIDE)];
    let again = |point: &Point| wide.iter().filter(|one| is_one_time(&one.point, point)).count() > 1;
    (!again(&row[at].point) && !again(&row[other].point)).then_some(())?;
    let place = Place { row: &row[near.clone()], at: at - near.start, other: other - near.start };
    place.is_of_one_thing().then(|| Break { at, other, signs: place.signs(proof) })
}

/// Whether two tell the same time.
fn is_one_time(one: &Point, other: &Point) -> bool {
    let year = one.year.is_none() || other.year.is_none() || one.year == other.year;
    year && (one.months, one.day) == (other.months, other.day)
}

fn odds(signs: &[Sign]) -> f32 {
    signs.iter().map(|(sign, strength)| WORTH.get(sign).copied().unwrap_or_default() * strength).sum()
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn points_out_of_their_row() {
        let life = |year: &str| {
            format!(
                "Ông Tư là người làng Gạo. Năm 1950, ông vào Đoàn. Năm {year}, ông đi học. Tháng 5/1958, ông về xã. Năm 1960, ông làm Bí thư Đoàn xã."
            )
        };
        let storm = |day: &str| {
            format!(
                "Hồi 7 giờ ngày 14/9, bão ở biển Đông. Đến 7 giờ ngày 15/9, bão đi 200 km; đến 7 giờ ngày {day}, bão vào bờ. Đến 7 giờ ngày 17/9, bão tan."
            )
        };
        let school = |day: &str| {
            format!(
                "Các trường kết thúc học kỳ I trước ngày 15/1/2024, dạy xong trước ngày 25/5/2024, sau đó bế giảng trước ngày {day}/5/2024. Việc xét tốt nghiệp xong trước ngày 30/6/2024."
            )
        };
        let year_end = |span: &str| {
            format!(
                "Công chức làm bù vào ngày 29/12/2018 để nghỉ ngày 04/01/2019. Như vậy, công chức nghỉ liền, {span}. Các cơ quan trực từ ngày 06/01/2019."
            )
        };
        let plan = |day: &str| {
            format!(
                "Ngày 20/5/2008, tỉnh lập Ban Quản lý. Ngày 20/5/2011, tỉnh phê duyệt quy hoạch phát triển cây lúa đến năm 2020, tầm nhìn đến năm 2030. Ngày {day}, tỉnh lập Trạm Giống."
            )
        };
        for (text, told) in [
            (life("1965"), Some("Năm 1965")),
            (life("1955"), None),
            (storm("10/9"), Some("10/9")),
            (storm("16/9"), None),
            (school("13"), Some("13/5/2024")),
            (year_end("từ ngày 01/01 đến hết ngày 05/01/2019"), None),
            (plan("20/5/2016"), None),
            (school("31"), None),
        ] {
            let seen = crate::check::proof::seen(&text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
