//! One thing told with two days — *ngày 12/10 là phiên trù bị … Sáng 13/10, … phiên trù bị*; *Kỳ họp thứ 6 sẽ khai mạc ngày 23/10 …
//! Kỳ họp thứ 6 sẽ khai mạc ngày 24/10*.

mod called;

use std::ops::Range;

use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::check::spans::days_before as before;
use crate::diag::Diagnostic;
use crate::viet::date::{Point, Ymd};

/// Parts of one event that are held once.
const PARTS: [&str; 7] =
    ["phiên trù bị", "lễ khai giảng", "lễ khai mạc", "lễ bế mạc", "lễ truy điệu", "lễ an táng", "đêm chung kết"];

/// Words of another thing of the kind, or of one put off.
const OTHERS: [&str; 12] = [
    "trước đó",
    "thực hiện",
    "theo ",
    "căn cứ",
    "hoãn",
    "lùi",
    "dời",
    "ban đầu",
    "lần trước",
    "năm trước",
    "trước đây",
    "tiếp theo",
];

/// How far from its part a day stands, in bytes.
const NEAR: usize = 90;

/// Words of time, and those that any day may follow.
#[rustfmt::skip]
const TIMED: [&str; 32] = [
    "ngày", "sáng", "chiều", "tối", "trưa", "đêm", "lúc", "giờ", "phút", "vào", "khoảng", "từ", "đến", "hồi", "trong", "tới", "hết", "trước",
    "sau", "đó", "cùng", "nay", "và", "hôm", "theo", "cụ", "thể", "được", "biết", "sẽ", "đã", "là",
];

/// The longest time between two days that may be a slip.
const APART: i64 = 31;

/// Checks the things of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    for part in PARTS {
        let told: Vec<&Point> = sentences.iter().filter_map(|sentence| day_of(sentence, part)).collect();
        if let [one, other] = told[..] {
            faults.extend(two_days(proof, part, (one, other)));
        }
    }
    faults.extend(called::again(proof, sentences));
    faults.extend(in_the_same_words(proof, sentences));
    faults.extend(of_one_class(proof, sentences));
    faults.extend(days_on_end(proof, sentences));
}

/// *Kỳ họp thứ 6 sẽ khai mạc ngày 23/10 … Theo đó, Kỳ họp thứ 6 sẽ khai mạc vào ngày 24/10*: two days to which the same words lead,
/// behind more words of one of them.
fn in_the_same_words(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    /// So many of the words must be the same that are no words of time; so many places back they are looked for.
    const OWN: usize = 3;
    const BACK: usize = 12;
    let mut told: Vec<(Vec<&str>, &Point)> = Vec::new();
    for sentence in sentences {
        let Some(point) = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some()) else {
            continue;
        };
        let lead = sentence.near(point.range.start);
        let lead = lead.rsplit(". ").next().unwrap_or(lead);
        // A list tells each of its items in the same words; papers are compared by their numbers.
        if lead.contains([';', ':', '/']) || OTHERS.iter().any(|word| lead.contains(word)) {
            continue;
        }
        let words = lead.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let own: Vec<&str> = words.filter(|word| !TIMED.contains(word)).collect();
        let like = |(other, _): &&(Vec<&str>, &Point)| {
            let shared = own.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
            let (least, most) = (own.len().min(other.len()), own.len().max(other.len()));
            shared == least && shared >= if least == most { OWN } else { OWN + 1 }
        };
        if let Some((words, first)) = told.iter().rev().take(BACK).find(like) {
            let what = own[own.len() - words.len().min(own.len())..].join(" ");
            if let Some(fault) = two_days(proof, &what, (first, point)) {
                return Some(fault);
            }
        }
        told.push((own, point));
    }
    None
}

/// *lớp 1 tựu trường ngày 21/8 … Khối 1: tập trung 7 giờ, ngày 22/8*: the pupils of one year come on one day.
fn of_one_class(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const COME: [&str; 4] = ["tựu trường", "tập trung", "nhập học", "có mặt"];
    let mut told: Vec<(&str, &Point)> = Vec::new();
    for sentence in sentences {
        let [point] = sentence.points else { continue };
        let head = sentence.before(point.range.start);
        let Some(at) = ["lớp ", "khối "].iter().filter_map(|word| Some(head.rfind(word)? + word.len())).max()
        else {
            continue;
        };
        let length = head[at..].bytes().take_while(u8::is_ascii_digit).count();
        let rest = head[at + length..].trim_start_matches([',', ':', ' ', '(']);
        // *Khối 2, 3, 4*, *từ khối 2 đến khối 9*
        let several =
            rest.starts_with(|c: char| c.is_ascii_digit()) || head[..at].contains("đến") || rest.starts_with("và");
        if length > 0 && !several && COME.iter().any(|word| head.contains(word)) && point.day.is_some() {
            let class = &head[at..at + length];
            if let Some((_, first)) = told.iter().find(|(other, _)| *other == class) {
                return two_days(proof, "tựu trường", (first, point)).filter(|_| point.months.is_some());
            }
            told.push((class, point));
        }
    }
    None
}

/// *lễ tang trong hai ngày 14 và 15/8 … Trong hai ngày (13/8 và 14/8)*: as many days on end, told once more and a day off.
fn days_on_end(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    /// Words of a text that tells of several such times.
    const SEVERAL: [&str; 8] = ["đợt", "lớp", "cụm", "khóa", "khoá", "vòng", "lượt", "khu vực"];
    let several = SEVERAL.iter().any(|word| proof.lower().contains(word));
    let year = proof.points().iter().find_map(|point| point.year).or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let told = |sentence: &Sentence| -> Option<(i64, i64, Range<usize>)> {
        let (one, last) = sentence.points.iter().zip(sentence.points.iter().skip(1)).find(|(one, last)| {
            let link = sentence.between(one.range.end..last.range.start);
            let link = link.trim_matches(|c: char| c == ' ' || c == ',' || c.is_ascii_digit());
            let listed = ["và", "và ngày", "đến", "đến ngày", "đến hết ngày", "-", "–"].contains(&link);
            listed && last.day.is_some() && last.months.is_some()
        })?;
        let (first, end) = (one.first(last.year.unwrap_or(year))?.ordinal(), last.first(year)?.ordinal());
        let (_, count) = before(proof.plain(), one.range.start)?;
        (end - first + 1 == count).then_some((first, count, one.range.start..last.range.end))
    };
    let all: Vec<(i64, i64, Range<usize>)> = sentences.iter().filter_map(told).collect();
    let [(first, count, range), (then, other, again)] = &all[..] else { return None };
    let off = (then - first).abs();
    (!several && count == other && (1..*count).contains(&off)).then(|| {
        let text = proof.plain();
        let fault = proof.fault("time-course", again.clone()).with("act", format!("{count} ngày"));
        let fault = fault.with("first", &text[range.clone()]).with("then", &text[again.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.act";
        fault
    })
}

/// The day of the one part of a sentence: right behind it, else the last before it.
fn day_of<'s>(sentence: &'s Sentence, part: &str) -> Option<&'s Point> {
    let mut places = sentence.lower.match_indices(part).map(|(at, _)| at);
    let (Some(at), None) = (places.next(), places.next()) else { return None };
    let (start, end) = (sentence.range.start + at, sentence.range.start + at + part.len());
    // *lễ khai mạc Hội chợ Quê*: of which of two events it is, the name tells, and nothing here.
    let named = is_named(sentence, end);
    let whole = |point: &&Point| point.day.is_some() && point.months.is_some();
    let plain = |words: &str| words.len() < NEAR && !words.contains([';', '(']) && !words.contains(". ");
    let behind = sentence.points.iter().filter(whole).find(|point| point.range.start >= end);
    let behind = behind.filter(|point| plain(sentence.between(end..point.range.start)));
    let before = sentence.points.iter().filter(whole).rfind(|point| point.range.end <= start);
    let before = before.filter(|point| plain(sentence.between(point.range.end..start)));
    let aside = OTHERS.iter().any(|word| sentence.lower.contains(word));
    behind.or(before).filter(|_| !aside && !named)
}

/// Whether a thing has a name of its own behind it: *lễ khai mạc triển lãm*.
fn is_named(sentence: &Sentence, end: usize) -> bool {
    let next = sentence.behind(end).trim_start().split([' ', ',', '.']).next().unwrap_or_default();
    ["triển", "trưng", "hội", "giải", "các", "lớp"].contains(&next)
}

/// Two days of one part.
fn two_days(proof: &Proof, part: &str, (one, other): (&Point, &Point)) -> Option<Diagnostic> {
    let year = one.year.or(other.year).or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let apart = (one.first(year)?.ordinal() - other.first(year)?.ordinal()).abs();
    let same_year = one.year.is_none() || other.year.is_none() || one.year == other.year;
    (same_year && (1..=APART).contains(&apart)).then(|| {
        let text = proof.plain();
        let fault = proof.fault("time-course", both(text, &one.range, &other.range)).with("act", part);
        let fault = fault.with("first", &text[one.range.clone()]).with("then", &text[other.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.act";
        fault
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn things_with_two_days() {
        for (text, told) in [
            (
                "Trong đó, ngày 12/10 là phiên trù bị. Sáng 13/10, đại biểu dự phiên trù bị.",
                Some("12/10 là phiên trù bị. Sáng 13/10"),
            ),
            (
                "Lễ hội diễn ra trong hai ngày 14 và 15/8/2020 tại đình. Trong hai ngày lễ hội (13/8 và 14/8/2020), xã treo cờ.",
                Some("13/8 và 14/8/2020"),
            ),
            (
                "Lễ hội diễn ra trong hai ngày 14 và 15/8/2020 tại đình. Trong hai ngày lễ hội (14/8 và 15/8/2020), xã treo cờ.",
                None,
            ),
            ("Trong đó, ngày 13/10 là phiên trù bị. Sáng 13/10, đại biểu dự phiên trù bị.", None),
            (
                "Kỳ họp thứ 6 sẽ khai mạc ngày 23/10. Theo đó, Kỳ họp thứ 6 sẽ khai mạc ngày 24/10 tại hội trường.",
                Some("23/10. Theo đó, Kỳ họp thứ 6 sẽ khai mạc ngày 24/10"),
            ),
            ("Kỳ họp thứ 6 sẽ khai mạc ngày 23/10. Kỳ họp thứ 7 sẽ khai mạc ngày 24/11 tại hội trường.", None),
            (
                "Cuối năm, kỳ họp thứ sáu của hội đồng sẽ khai mạc ngày 23/10. Theo đó, kỳ họp thứ sáu của hội đồng sẽ khai mạc ngày 24/10, bế mạc ngày 29/11.",
                Some("23/10. Theo đó, kỳ họp thứ sáu của hội đồng sẽ khai mạc ngày 24/10"),
            ),
            (
                "Xét công nhận tốt nghiệp chậm nhất ngày 26/7. Xét công nhận tốt nghiệp sau phúc khảo chậm nhất ngày 18/8.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
