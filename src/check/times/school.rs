//! Days of a school year — *Sáng 05/9/2025, trường khai giảng năm học 2025 - 2026*, *kết thúc năm học trước 31/5/2026*: it begins in
//! its first year and ends in its second.

use super::Sentence;
use super::course::bound;
use crate::check::proof::Proof;
use crate::check::spans::two_years;
use crate::diag::Diagnostic;
use crate::viet::date::Point;
use crate::viet::seek::seek;

/// What opens a school year, and what closes it.
const OPENS: [&str; 2] = ["khai giảng", "tựu trường"];
const CLOSES: [&str; 4] = ["thúc năm học", "bế giảng", "kết năm học", "thành chương trình"];

/// Checks each day that opens or closes a school year.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut years: Vec<(u16, u16)> = seek(proof.lower(), "năm học ")
        .filter_map(|(at, word)| two_years(&proof.lower()[at + word.len()..]))
        .map(|(first, last, _)| (first, last))
        .collect();
    years.sort_unstable();
    years.dedup();
    for sentence in sentences {
        let told = school(proof, sentence);
        // Of several school years nobody can say whose day it is.
        let whole = || if let [(first, last)] = years[..] { outside(proof, sentence, (first, last)) } else { None };
        faults.extend(told.or_else(whole));
    }
}

/// *Kết thúc năm học trước 31/5/2025* of the school year 2025 - 2026.
fn outside(proof: &Proof, sentence: &Sentence, (first, last): (u16, u16)) -> Option<Diagnostic> {
    let of =
        |words: &[&'static str], others: &[&str]| bound(sentence, words, others).into_iter().map(|(_, point)| point);
    let opens = of(&OPENS, &CLOSES).find(|point| point.year.is_some_and(|year| year == last || year + 1 == first));
    let closes = || of(&CLOSES, &OPENS).find(|point| point.year.is_some_and(|year| year == first || year == last + 1));
    let point = opens.or_else(closes).filter(|point| point.day.is_some() && last == first + 1)?;
    // *khai giảng năm học mới*: another one than the text names.
    (!sentence.lower.contains("năm học mới") && !sentence.lower.contains("năm học tới"))
        .then(|| fault(proof, point, point.range.clone(), (first, last)))
}

/// *Hôm nay, ngày 05/9/2025, trường tổ chức lễ khai giảng năm học mới - năm học 2024 - 2025*: a school year begins in its first year.
fn school(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    /// How far behind the opening its school year may stand, in bytes.
    const NEAR: usize = 80;
    let at = OPENS.iter().filter_map(|word| sentence.lower.find(word)).min()?;
    let mut days = sentence.points.iter().filter(|point| point.day.is_some() && point.year.is_some());
    let point = days.next()?;
    let day = point.first(0).filter(|day| (8..=10).contains(&day.month()))?;
    // *Trong hai ngày 2 và 3/9/2016*
    days.all(|other| other.year == point.year && other.months == point.months).then_some(())?;
    let behind = &sentence.lower[at..];
    let (from, (first, last, after)) = seek(behind, "năm học ").find_map(|(year, word)| {
        let told = &behind[year + word.len()..];
        let told = told.strip_prefix("mới ").unwrap_or(told);
        Some((year, two_years(told).filter(|_| year < NEAR)?))
    })?;
    let link = &behind[..from];
    let plain =
        !link.contains([';', '.', '(']) && !["tổng kết", "kết quả", "kết thúc"].iter().any(|word| link.contains(word));
    (plain && day.year() != first && last == first + 1).then(|| {
        let (start, end) = (sentence.range.start + at + from, sentence.range.end - after.len());
        let own = point.range.start.min(start)..end.max(point.range.end);
        fault(proof, point, own, (first, last))
    })
}

fn fault(proof: &Proof, point: &Point, range: std::ops::Range<usize>, (first, last): (u16, u16)) -> Diagnostic {
    let fault = proof.fault("time-course", range).with("day", &proof.plain()[point.range.clone()]);
    let mut fault = fault.with("term", format!("{first} - {last}")).hint_id("time-course.hint");
    fault.message.id = "time-course.school";
    fault
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn days_of_school_years() {
        for (text, told) in [
            (
                "Sáng 05/9/2025, trường khai giảng năm học 2024 - 2025.",
                Some("05/9/2025, trường khai giảng năm học 2024 - 2025"),
            ),
            ("Sáng 05/9/2025, trường khai giảng năm học 2025 - 2026.", None),
            ("Khung năm học 2013-2014: Tựu trường: 1/8/2013; Kết thúc năm học trước: 31/5/2013.", Some("31/5/2013")),
            ("Khung năm học 2013-2014: Tựu trường: 1/8/2013; Kết thúc năm học trước: 31/5/2014.", None),
            ("Năm học 2024 - 2025 khai giảng ngày 05/9/2025.", Some("05/9/2025")),
            ("Tổng kết năm học 2024 - 2025; khai giảng năm học mới ngày 05/9/2025.", None),
            ("Trường nghỉ năm học 2023-2024, 2024-2025. Trường bế giảng ngày 28/5/2024.", None),
            (
                "Hôm nay, ngày 05/9/2023, trường tổ chức lễ khai giảng năm học mới - năm học 2022 - 2023.",
                Some("05/9/2023, trường tổ chức lễ khai giảng năm học mới - năm học 2022 - 2023"),
            ),
            ("Hôm nay, ngày 05/9/2023, trường tổ chức lễ khai giảng năm học mới - năm học 2023 - 2024.", None),
            (
                "Trong hai ngày 4 và 5/9/2016, trường mừng 40 năm và khai giảng năm học mới 2015-2016.",
                Some("4 và 5/9/2016, trường mừng 40 năm và khai giảng năm học mới 2015-2016"),
            ),
            ("Trong hai ngày 4 và 5/9/2016, trường mừng 40 năm và khai giảng năm học mới 2016-2017.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
