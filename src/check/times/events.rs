//! Events that bear a number — *phiên họp thứ năm, Hội nghị lần thứ 8*: one number has one day, and a higher number a later day.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Point, Ymd};
use crate::viet::reading::parse_integer;
use crate::viet::roman;

/// Events, each with how many days it may last.
const EVENTS: [(&str, i64); 11] = [
    ("kỳ họp", 45),
    ("phiên họp", 4),
    ("hội nghị", 4),
    ("cuộc họp", 1),
    ("đại hội", 6),
    ("phiên chất vấn", 4),
    ("buổi làm việc", 1),
    ("hội thi", 15),
    ("liên hoan", 15),
    ("hội diễn", 15),
    ("ngày hội", 15),
];

/// Whose they may be: those of two bodies are two.
const BODIES: [&str; 9] =
    ["quốc hội", "ban thường vụ", "hđnd", "đồng nhân dân", "chính phủ", "đảng bộ", "chấp hành", "ubnd", "ban chỉ đạo"];

/// Words of a sentence whose day is not the event's own.
#[rustfmt::skip]
const OTHERS: [&str; 14] = [
    "chuẩn bị", "trước ", "sau ", "sẽ", "dự kiến", "thực hiện", "kết quả", "kể từ", "trù bị", "hạn", "từ khi",
    "tới", "giữa hai", "đến nay",
];

/// How far before the first of the two such words are looked for, in bytes.
const NEAR: usize = 30;

/// An event with its day.
struct Told<'p> {
    point: &'p Point,
    event: &'p str,
    days: i64,
    number: u32,
    bodies: Vec<&'static str>,
}

/// Checks the numbered events of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let told: Vec<Told> = sentences.iter().filter_map(|sentence| told(proof, sentence)).collect();
    let behind = |word: &'static str| {
        proof.lower().split(word).skip(1).filter_map(|rest| rest.split([' ', ',', '.', ';', '\n']).next())
    };
    // Each term counts its sessions anew.
    let anew = behind("khóa ").chain(behind("khoá ")).collect::<BTreeSet<_>>().len() > 1;
    let year = proof.day.map_or(2024, Ymd::year);
    for (at, one) in told.iter().enumerate() {
        let Some(earlier) = told[..at].iter().rfind(|other| other.is_like(one)) else { continue };
        let (Some(first), Some(last)) = (one.point.first(year), one.point.last(year)) else { continue };
        let (Some(from), Some(to)) = (earlier.point.first(year), earlier.point.last(year)) else { continue };
        let gap = (first.ordinal() - to.ordinal()).max(from.ordinal() - last.ordinal());
        let same_year = one.point.year.is_some() == earlier.point.year.is_some();
        let wrong = match one.number.cmp(&earlier.number) {
            std::cmp::Ordering::Equal => gap >= one.days && (same_year || gap < 330),
            std::cmp::Ordering::Greater => same_year && last < from && !anew,
            std::cmp::Ordering::Less => same_year && first > to && !anew,
        };
        if wrong {
            let range = both(proof.plain(), &earlier.point.range, &one.point.range);
            faults.push(fault(proof, range, [earlier.point, one.point]));
        }
    }
}

fn fault(proof: &Proof, range: Range<usize>, [earlier, one]: [&Point; 2]) -> Diagnostic {
    let told = |point: &Point| proof.plain()[point.range.clone()].to_owned();
    let fault = proof.fault("time-course", range).with("other", told(earlier)).with("own", told(one));
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.event";
    fault
}

impl Told<'_> {
    /// Whether two may be of one row: one kind, and no other body named.
    fn is_like(&self, other: &Told) -> bool {
        let shared = self.bodies.iter().any(|body| other.bodies.contains(body));
        self.event == other.event && (shared || self.bodies.is_empty() || other.bodies.is_empty())
    }
}

/// The one numbered event of a sentence, with the one point that the sentence tells.
fn told<'p>(proof: &'p Proof, sentence: &Sentence<'p>) -> Option<Told<'p>> {
    let [point] = sentence.points else { return None };
    let lower = sentence.lower;
    let mut found = EVENTS.iter().flat_map(|(event, days)| {
        lower.match_indices(event).filter_map(|(at, _)| {
            let end = at + event.len() + name(&lower[at + event.len()..], *days);
            Some((number(proof, sentence, end)?, &lower[at..end], *days))
        })
    });
    let ((number, end), event, days) = found.next()?;
    let place = sentence.range.start + end;
    let (head, between) = (
        sentence.before(point.range.start.min(place)),
        sentence.between(point.range.start.min(place)..point.range.end.max(place)),
    );
    let cut = (head.len().saturating_sub(NEAR)..=head.len()).find(|at| head.is_char_boundary(*at))?;
    let near = [&head[cut..], between].concat();
    // *dự kiến diễn ra vào tháng 12*: planned for its own day.
    let held = ["diễn ra", "tổ chức", "khai mạc"].iter().any(|word| near.contains(word));
    let others = OTHERS.iter().any(|word| near.contains(word) && !(held && matches!(*word, "sẽ" | "dự kiến")));
    let exact = point.months.is_some() || (days > 10 && point.year.is_some() && days < 45);
    let plain = found.next().is_none() && !others && exact;
    let bodies = BODIES.into_iter().filter(|body| lower.contains(body)).collect();
    plain.then_some(Told { point, event, days, number, bodies })
}

/// How long the name is that stands between an event and its number: *Ngày hội Văn hóa các dân tộc lần thứ 14*.
fn name(rest: &str, days: i64) -> usize {
    const LONG: usize = 60;
    const FESTIVAL: i64 = 15;
    let at = rest.find(" lần thứ ").filter(|at| days == FESTIVAL && *at < LONG);
    at.filter(|at| !rest[..*at].contains([',', '.', ';', '('])).unwrap_or(0)
}

/// *lần thứ 8*, *thứ năm*, *lần thứ XIV* behind an event: the number, and where it ends in the sentence.
fn number(proof: &Proof, sentence: &Sentence, from: usize) -> Option<(u32, usize)> {
    let rest = &sentence.lower[from..];
    let rest = [" lần thứ ", " thứ ", " thường kỳ thứ "].iter().find_map(|word| rest.strip_prefix(word))?;
    let start = sentence.lower.len() - rest.len();
    let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let (word, end) = (&rest[..length], start + length);
    let own = &proof.text[sentence.range.start + start..sentence.range.start + end];
    let spelt = || if word == "nhất" { Some(1) } else { u32::try_from(parse_integer(word).ok()?).ok() };
    let number = word.parse().ok().or_else(|| roman::value(own)).or_else(spelt)?;
    Some((number, end))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn events_by_their_numbers() {
        for (text, told) in [
            (
                "KẾT LUẬN TẠI PHIÊN HỌP THỨ NĂM NGÀY 12 THÁNG 3 NĂM 2024\nNgày 21 tháng 3 năm 2024, Trưởng ban chủ trì phiên họp thứ năm của Ban.",
                Some("12 THÁNG 3 NĂM 2024\nNgày 21 tháng 3 năm 2024"),
            ),
            (
                "KẾT LUẬN TẠI PHIÊN HỌP THỨ NĂM NGÀY 12 THÁNG 3 NĂM 2024\nNgày 21 tháng 3 năm 2024, Trưởng ban chủ trì phiên họp thứ sáu của Ban.",
                None,
            ),
            (
                "Ông được bầu tại Hội nghị lần thứ 4 của Ban (tháng 11/1951). Tháng 5/1951, tại Hội nghị lần thứ 5, ông làm Bí thư.",
                Some("tháng 11/1951). Tháng 5/1951"),
            ),
            (
                "Ông được bầu tại Hội nghị lần thứ 4 của Ban (tháng 11/1950). Tháng 5/1951, tại Hội nghị lần thứ 5, ông làm Bí thư.",
                None,
            ),
            ("Tháng 11/2021, Quốc hội họp kỳ họp thứ hai. Tháng 7/2021, HĐND tỉnh họp kỳ họp thứ ba.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
