//! *Tới* and *vừa qua* behind a point — *vào tháng 4/2017 tới*, *ngày 12/9 vừa qua* — against the time of the text.

use super::{Sentence, today};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Padding, Point, Ymd};

/// Words right behind a point that is still to come, and behind one that is over.
const COMING: [&str; 4] = [" tới đây", " sắp tới", " này tới", " tới"];
const OVER: [&str; 2] = [" vừa qua", " vừa rồi"];

/// Words that make *tới* a verb or the first end of a span: *từ ngày 5 tới ngày 8*.
const VERBS: [&str; 9] =
    [" tới ngày", " tới tháng", " tới năm", " tới hết", " tới nay", " tới cuối", " tới khi", " tới lúc", " tới "];

/// What may follow *tới* all the same.
const STOPS: [&str; 7] = ["tại ", "ở ", "và ", "nhằm ", "sẽ ", "với ", "là "];

/// How many days of another time are no slip.
const FAR: i64 = 300;

/// Checks each point that is said to lie ahead of the text, or right behind it.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let Some((at, begun, ended)) = own_time(proof, sentences) else { return };
    for sentence in &sentences[at..] {
        let told = sentence.lower.contains(" đã hẹn") || sentence.lower.contains("khi đó");
        if told {
            continue;
        }
        for point in sentence.points.iter().filter(|point| point.months.is_some()) {
            let behind = sentence.behind(point.range.end);
            let (Some(first), Some(last)) = (point.first(begun.year()), point.last(begun.year())) else { continue };
            let past = begun.ordinal() - last.ordinal();
            let ahead = first.ordinal() - ended.ordinal();
            let id = if is_coming(behind) && (1..FAR).contains(&past) && !turns(point, begun) {
                "time-course.ahead"
            } else if OVER.iter().any(|word| behind.starts_with(word))
                && (1..FAR).contains(&ahead)
                && point.year.is_some()
            {
                "time-course.known"
            } else {
                continue;
            };
            let fault = proof.fault("time-course", point.range.clone());
            let mut fault = fault.with("day", begun.numeric(Padding::Padded)).hint_id("time-course.hint.papers");
            fault.message.id = id;
            faults.push(fault);
        }
    }
}

/// The time of a text: its day, else the month or the quarter that its report is of.
fn own_time(proof: &Proof, sentences: &[Sentence]) -> Option<(usize, Ymd, Ymd)> {
    if let Some((at, day)) = today::shown(proof, sentences) {
        return Some((at, day, day));
    }
    let (at, sentence) = sentences.iter().enumerate().find(|(_, sentence)| !sentence.points.is_empty())?;
    let point = sentence.points.first().filter(|point| point.day.is_none() && point.months.is_some())?;
    let report = ["báo cáo", "tình hình", "kết quả", "công tác"];
    let head = sentence.before(point.range.start);
    let year = point.year.or_else(|| proof.points().iter().find_map(|point| point.year))?;
    let of_report = report.iter().any(|word| head.contains(word)) && at < 3;
    of_report.then(|| Some((at, point.first(year)?, point.last(year)?)))?
}

/// Whether *tới* stands right behind, and nothing that makes it a verb.
fn is_coming(behind: &str) -> bool {
    let Some(rest) = COMING.iter().find_map(|word| behind.strip_prefix(word)) else { return false };
    let verb = VERBS.iter().any(|word| behind.starts_with(word));
    !rest.starts_with(char::is_alphabetic) && (!verb || STOPS.iter().any(|word| rest.trim_start().starts_with(word)))
}

/// *ngày 12/1 tới* in December: a day without its year is of the next one.
fn turns(point: &Point, day: Ymd) -> bool {
    point.year.is_none() && day.month() > 8 && point.months.is_some_and(|(first, _)| first < 5)
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn what_is_to_come() {
        for (text, told) in [
            (
                "Báo cáo công tác tháng 5 và 5 tháng năm 2017. Trong tháng 5, xã chuẩn bị nội dung trình kỳ họp vào tháng 4/2017 tới.",
                Some("tháng 4/2017"),
            ),
            (
                "Báo cáo công tác tháng 5 và 5 tháng năm 2017. Trong tháng 5, xã chuẩn bị nội dung trình kỳ họp vào tháng 7/2017 tới.",
                None,
            ),
            ("Ngày 5/3/2024, xã cho hay trường mở cửa ngày 28/2 tới.", Some("28/2")),
            ("Ngày 5/3/2024, xã cho hay trường mở cửa ngày 28/3 tới, đón 20 em.", None),
            ("Ngày 5/12/2024, xã cho hay trường mở cửa ngày 8/1 tới.", None),
            ("Ngày 5/3/2024, xã cho hay đoàn từ ngày 2/3 tới thăm trường.", None),
            ("Ngày 5/3/2024, xã khen đội thi ngày 12/5/2024 vừa qua.", Some("12/5/2024")),
            ("Ngày 5/3/2024, xã khen đội thi ngày 12/2/2024 vừa qua.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
