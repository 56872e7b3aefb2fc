//! Points told one after the other — *các mốc theo thứ tự*: the lines of a schedule, the sentences of a life. Where all but one
//! go on in time, that one is a slip.

use super::Sentence;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Point, Ymd};

/// So many must be in order for the one that is not to be a slip.
const ORDERED: usize = 3;

/// The longest head of a sentence before its point, in letters.
const HEAD: usize = 24;

/// Words that may open a sentence before its point.
const OPENING: [&str; 26] = [
    "ngày", "sáng", "chiều", "tối", "đêm", "từ", "đến", "đầu", "cuối", "giữa", "sau", "đó", "năm", "tháng", "vào",
    "trong", "tới", "và", "rồi", "ông", "bà", "lúc", "giờ", "khoảng", "mùa", "thu",
];

/// Words of a schedule whose lines tell their points last.
const PLANNED: [&str; 7] = ["dự kiến", "xét tuyển", "đăng ký", "nhập học", "nộp", "công bố", "đợt"];

/// Checks the lines and the sentences of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let (mut lines, mut lives): (Vec<&Point>, Vec<&Point>) = (Vec::new(), Vec::new());
    let mut number = None;
    let mut mark = None;
    for sentence in sentences {
        let own = mark.take().or_else(|| numbered(sentence));
        if own.is_some() && sentence.points.is_empty() && sentence.lower.trim().len() < "10. ".len() {
            // *8. Thí sinh …*: the mark of the line that follows.
            mark = own;
            continue;
        }
        // A line that does not go on with the numbers before it begins a schedule of its own.
        if own.is_some() && own != number.map(|last: u8| last + 1)
            || sentence.lower.trim_start().starts_with(['+', '-'])
        {
            faults.extend(one_off(proof, &std::mem::take(&mut lines)));
        }
        number = own.or(number);
        match sentence.points {
            [point, ..] if opens(sentence, point) && point.year.is_some() => lives.push(point),
            [point] if own.is_some() && planned(sentence, point) => lines.push(point),
            [point, _] if own.is_some() && planned(sentence, point) => lines.push(point),
            _ => {}
        }
        if proof.text[sentence.range.end..].starts_with('\n') {
            faults.extend(one_off(proof, &std::mem::take(&mut lives)));
        }
    }
    faults.extend(one_off(proof, &lines).or_else(|| one_off(proof, &lives)));
}

/// The number with which a line begins: *8. Thí sinh …*.
fn numbered(sentence: &Sentence) -> Option<u8> {
    let own = sentence.lower.trim_start();
    let length = own.bytes().take_while(u8::is_ascii_digit).count();
    own[length..].starts_with(['.', ')', '/']).then(|| own[..length].parse().ok())?
}

/// Whether a point is the time of its line: *dự kiến từ ngày 8/10*.
fn planned(sentence: &Sentence, point: &Point) -> bool {
    point.months.is_some() && PLANNED.iter().any(|word| sentence.before(point.range.start).contains(word))
}

/// Whether a sentence opens with its point: *Đầu năm 1941, …*.
fn opens(sentence: &Sentence, point: &Point) -> bool {
    let head = sentence.before(point.range.start);
    let mut words = head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    head.chars().count() <= HEAD && words.all(|word| OPENING.contains(&word))
}

/// The one point without which all others go on in time, where it alone is such a one.
fn one_off(proof: &Proof, row: &[&Point]) -> Option<Diagnostic> {
    let year = proof.day.map_or(2024, Ymd::year);
    let told: Vec<(Ymd, Ymd)> = row.iter().filter_map(|point| Some((point.first(year)?, point.last(year)?))).collect();
    (told.len() == row.len() && told.len() > ORDERED).then_some(())?;
    let back = (1..told.len()).find(|at| told[*at].1 < told[*at - 1].0)?;
    // Without a year, January may be the next one's.
    let wraps =
        row[back].year.is_none() && told[back].1.month() + 5 < told[back - 1].0.month() && told[back].1.month() < 4;
    let goes_on = |without: usize| {
        let rest: Vec<&(Ymd, Ymd)> = (0..told.len()).filter(|at| *at != without).map(|at| &told[at]).collect();
        rest.windows(2).all(|pair| pair[1].1 >= pair[0].0)
    };
    let slip = match (goes_on(back), goes_on(back - 1)) {
        (true, false) => back,
        (false, true) => back - 1,
        // The last of a row may look back; the first two may stand in either order.
        (true, true) if back + 1 == told.len() => back,
        _ => return None,
    };
    let other = if slip == back { back - 1 } else { back };
    let text = proof.plain();
    let fault = proof.fault("time-course", row[slip].range.clone()).with("other", &text[row[other].range.clone()]);
    (!wraps).then(|| {
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.row";
        fault
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn rows_of_points() {
        let lines = |last: &str| {
            format!(
                "1. Nộp hồ sơ: trước ngày 3/10.\n2. Công bố kết quả: dự kiến ngày 7/10.\n3. Xét tuyển bổ sung: từ ngày 8/10.\n4. Xét tuyển đợt cuối: {last}.\n"
            )
        };
        let life = |year: &str| {
            format!(
                "Năm 1950, ông vào Đoàn. Năm {year}, ông đi học. Tháng 5/1958, ông về xã. Năm 1960, ông làm Bí thư Đoàn xã."
            )
        };
        for (text, told) in [
            (lines("từ tháng 8 đến tháng 12"), Some("tháng 8")),
            (lines("từ tháng 11 đến tháng 12"), None),
            (lines("đến hết tháng 01"), None),
            (life("1965"), Some("Năm 1965")),
            (life("1955"), None),
        ] {
            let source = crate::source::Source::new("-", text.as_str());
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
