//! What stands in a row of its own numbers — *Ngày thứ nhất (05/12) … Ngày thứ hai (04/12)*, *Đợt 1 … Đợt 2*, *Bước 1 … Bước 2*, the
//! numbered lines and the days of a programme: the next one is no earlier.

use super::{Sentence, both, is_later};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use crate::viet::reading::parse_integer;
use crate::viet::roman;

/// What is numbered through.
#[rustfmt::skip]
const LABELS: [&str; 14] = [
    "ngày thứ ", "ngày thi thứ ", "đợt ", "vòng ", "bước ", "giai đoạn ", "buổi thứ ", "phiên thứ ", "lượt ",
    "tuần ", "chặng ", "học kỳ ", "kỳ thi ", "lần ",
];

/// Labels of what may begin while the one before it goes on.
const OVERLAPS: [&str; 4] = ["giai đoạn ", "bước ", "lần ", ""];

/// How far behind its number a point stands, in bytes.
const NEAR: usize = 150;

/// How far apart two neighbours of one row stand, in bytes.
const FAR: usize = 1_500;

/// The longest head of a line before its day, in letters.
const HEAD: usize = 30;

/// A place of a row: its label, its number, its first point.
struct Place<'p> {
    label: &'static str,
    number: u32,
    at: usize,
    point: &'p Point,
    /// The last point of the span that begins with it.
    last: &'p Point,
}

/// Checks the rows of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut places: Vec<Place> = LABELS.into_iter().flat_map(|label| labelled(proof, label)).collect();
    let lines = lines(proof, sentences);
    let plain: Vec<&Point> = lines.iter().map(|place| place.point).collect();
    faults.extend(one_descent(proof, &plain));
    places.extend(lines.into_iter().filter(|place| place.number > 0));
    for (at, one) in places.iter().enumerate() {
        let next = places[at + 1..].iter().find(|next| next.label == one.label);
        let next = next.filter(|next| next.number == one.number + 1 && next.at - one.at < FAR);
        let Some(next) = next.filter(|next| one.point.is_as_exact_as(next.point)) else { continue };
        let known = faults.iter().any(|fault| fault.message.id == "time-course.turn");
        // *Đợt 1 từ 23/10 đến 10/11; Đợt 2 từ 02/11*: stages may overlap, turns do not.
        let begun = OVERLAPS.contains(&one.label) || is_later(one.point, next.point);
        let ended = if begun { one.point } else { one.last };
        if is_later(ended, next.point) && one.point.months.is_some() && !known {
            // *ngày 8 và 9-4*: the last of a list shows the month of its first.
            let bare = |point: &Point| proof.plain()[point.range.clone()].bytes().all(|byte| byte.is_ascii_digit());
            let ended = if bare(ended) { one.last } else { ended };
            faults.push(fault(proof, ended, if bare(next.point) { next.last } else { next.point }));
        }
    }
}

fn fault(proof: &Proof, one: &Point, next: &Point) -> Diagnostic {
    let text = proof.plain();
    let fault = proof.fault("time-course", both(text, &one.range, &next.range)).with("first", &text[one.range.clone()]);
    let mut fault = fault.with("then", &text[next.range.clone()]).hint_id("time-course.hint");
    fault.message.id = "time-course.turn";
    fault
}

/// The places of one label, each at the head of a clause, with the first point behind it.
fn labelled<'p>(proof: &'p Proof, label: &'static str) -> Vec<Place<'p>> {
    let lower = proof.lower();
    let points = proof.points();
    let starts: Vec<usize> = lower.match_indices(label).map(|(at, _)| at).collect();
    let place = |(nth, at): (usize, &usize)| {
        let head = lower[..*at].trim_end_matches([' ', '\u{a0}']);
        let opens = head.is_empty() || head.ends_with(['\n', '.', ';', ':', ',', '-', '–', '+', '(', '•', '*']);
        let from = at + label.len();
        let rest = &lower[from..];
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..length];
        let spelt = || if word == "nhất" { Some(1) } else { u32::try_from(parse_integer(word).ok()?).ok() };
        let upper = proof.text.get(from..from + length)?;
        let number = word.parse().ok().or_else(|| roman::value(upper)).or_else(spelt).filter(|number| *number < 20)?;
        let end = starts.get(nth + 1).copied().unwrap_or(lower.len()).min(from + NEAR);
        let first = points.partition_point(|point| point.range.start < from + length);
        let point = points.get(first).filter(|point| opens && point.range.start < end && point.months.is_some())?;
        let between = &lower[from + length..point.range.start];
        let last = points.get(first + 1).filter(|last| {
            let link = lower[point.range.end..last.range.start.max(point.range.end)].trim();
            ["đến", "đến ngày", "đến hết", "đến hết ngày", "và", "-", "–"].contains(&link)
        });
        let last = last.unwrap_or(point);
        (!between.contains('\n')).then_some(Place { label, number, at: *at, point, last })
    };
    starts.iter().enumerate().filter_map(place).collect()
}

/// The lines that open with a day, with their numbers: *2. Ngày 04 tháng 12 năm 2019:*, *Ngày 12/11/2025: …*.
fn lines<'p>(proof: &'p Proof, sentences: &[Sentence<'p>]) -> Vec<Place<'p>> {
    let lower = proof.lower();
    let opens = |sentence: &Sentence<'p>| {
        let point = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some())?;
        let start = lower[..point.range.start].rfind('\n').map_or(0, |at| at + 1);
        let head = lower[start..point.range.start].trim_start_matches([' ', '-', '+', '*', '•']);
        let digits = head.bytes().take_while(u8::is_ascii_digit).count();
        let rest = head[digits..].strip_prefix(['.', ')', '/']).unwrap_or(&head[digits..]);
        let number = if rest.len() < head.len() { head[..digits].parse().ok()? } else { 0 };
        let words = [
            "ngày", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "sáng", "chiều", "tối", "từ", "buổi",
        ];
        let mut bare = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let plain = head.chars().count() <= HEAD && bare.all(|word| words.contains(&word));
        // *Ngày 12/11/2025: …*: a line of a programme, not the first sentence of an article.
        let behind = lower[point.range.end..].trim_start_matches([' ', ')']);
        (plain && behind.starts_with([':', '(', '-', '–', '\n'])).then_some(Place {
            label: "",
            number,
            at: start,
            point,
            last: point,
        })
    };
    sentences.iter().filter_map(opens).collect()
}

/// Four days and more at the heads of lines that go on in time but once.
fn one_descent(proof: &Proof, points: &[&Point]) -> Option<Diagnostic> {
    const MANY: usize = 4;
    let back: Vec<usize> = (1..points.len()).filter(|at| is_later(points[at - 1], points[*at])).collect();
    let [at] = back[..] else { return None };
    // Behind a fall that goes back to the first day a second programme begins.
    let inside = is_later(points[at], points[0]);
    (points.len() >= MANY && inside).then(|| fault(proof, points[at - 1], points[at]))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn rows_by_their_numbers() {
        for (text, told) in [
            (
                "Đợt 1: ngày 3 và 4-5, thi khối A.\nĐợt 2: ngày 8 và 9-4, thi khối B.\nĐợt 3: ngày 13 và 14-5, thi khối C.",
                Some("4-5, thi khối A.\nĐợt 2: ngày 8 và 9-4"),
            ),
            (
                "Đợt 1: ngày 3 và 4-5, thi khối A.\nĐợt 2: ngày 8 và 9-5, thi khối B.\nĐợt 3: ngày 13 và 14-5, thi khối C.",
                None,
            ),
            (
                "Ngày thứ nhất (05/12/2019): khai mạc. Ngày thứ hai (04/12/2019): bế mạc.",
                Some("05/12/2019): khai mạc. Ngày thứ hai (04/12/2019"),
            ),
            ("Ngày thứ nhất (05/12/2019): khai mạc. Ngày thứ hai (06/12/2019): bế mạc.", None),
            (
                "Đợt 1: từ ngày 10/6 đến ngày 15/6/2024. Đợt 2: từ ngày 12/5 đến ngày 18/5/2024.",
                Some("10/6 đến ngày 15/6/2024. Đợt 2: từ ngày 12/5"),
            ),
            (
                "Đợt 1 từ ngày 23.10 đến ngày 10.11.2023; Đợt 2 từ ngày 02.11 đến ngày 28.11.2023.",
                Some("10.11.2023; Đợt 2 từ ngày 02.11"),
            ),
            ("Đợt 1: từ ngày 10/5 đến ngày 15/5/2024. Đợt 2: từ ngày 12/6 đến ngày 18/6/2024.", None),
            (
                "Khai giảng 05/9/2024; học kỳ I kết thúc ngày 10/01/2025; học kỳ II từ ngày 06/01/2025.",
                Some("10/01/2025; học kỳ II từ ngày 06/01/2025"),
            ),
            (
                "1. Ngày 05 tháng 12 năm 2019:\n- Họp.\n2. Ngày 04 tháng 12 năm 2019:\n- Họp.\n",
                Some("05 tháng 12 năm 2019:\n- Họp.\n2. Ngày 04 tháng 12 năm 2019"),
            ),
            (
                "Ngày 10/11/2025: họp.\nNgày 13/11/2025: thăm.\nNgày 12/11/2025: dự.\nNgày 14/11/2025: tiếp.\n",
                Some("13/11/2025: thăm.\nNgày 12/11/2025"),
            ),
            ("Ngày 10/11/2025: họp.\nNgày 13/11/2025: thăm.\nNgày 10/11/2025: dự.\nNgày 14/11/2025: tiếp.\n", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
