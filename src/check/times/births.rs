//! Births against what else is told of people — *Huy hiệu 70 năm tuổi Đảng … (sinh năm 1932)*; *(77 tuổi, sinh năm 1944) …
//! (24 tuổi, sinh năm 1997)*: nobody joins as a child, and all ages of a text are of one year.

use std::ops::Range;

use super::Sentence;
use super::ages::{BORN, DIED, ages, years_of};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;

/// The age at which people join the Party, at the least.
const YOUNG: u16 = 15;

/// A year that no text of today is of.
const BEYOND: u16 = 2045;

/// The longest stretch that is marked, in bytes.
const FAR: usize = 120;

/// How far behind an age its birth stands, in bytes.
const BESIDE: usize = 24;

/// Checks badges and ages beside births.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let births: Vec<u16> = sentences.iter().flat_map(|one| years_of(one, &BORN)).map(|(_, year)| year).collect();
    let told = proof.points().iter().filter_map(|point| point.year).filter(|year| !births.contains(year));
    // An undated text is of today.
    let year = told.max().or_else(|| proof.day.filter(|_| !proof.dated).map(Ymd::year));
    for (at, sentence) in sentences.iter().enumerate() {
        badges(proof, &sentences[..=at], year, faults);
        faults.extend(joined(proof, sentence).or_else(|| joined_late(proof, sentence)));
    }
    faults.extend(died_young(proof, sentences));
    faults.extend(of_one_year(proof, sentences));
}

/// The badges of a sentence: where each stands, and its years.
fn badges_of(sentence: &Sentence) -> Vec<(usize, u16)> {
    let badge = |(at, _): (usize, &str)| {
        let years = sentence.lower[..at].rsplit(' ').next()?.parse().ok()?;
        Some((sentence.range.start + at, years))
    };
    sentence.lower.match_indices(" năm tuổi đảng").filter_map(badge).collect()
}

/// *Huy hiệu 75 năm tuổi Đảng là đảng viên A (sinh năm 1959)*: the births between a badge and the next one.
fn badges(proof: &Proof, sentences: &[Sentence], year: Option<u16>, faults: &mut Vec<Diagnostic>) {
    let Some(sentence) = sentences.last() else { return };
    let badges = badges_of(sentence);
    let last = year.unwrap_or(BEYOND).min(BEYOND);
    let births = if badges.is_empty() { Vec::new() } else { years_of(sentence, &BORN) };
    let one = births.len() == 1;
    for (range, born) in births {
        let before = badges.partition_point(|(place, _)| *place < range.start);
        // *ông A (sinh năm 1932), đảng viên Chi bộ thôn B, được trao Huy hiệu 70 năm tuổi Đảng*
        let behind = badges.first().filter(|(place, _)| one && !sentence.between(range.end..*place).contains(';'));
        let badge_of = before.checked_sub(1).map(|at| &badges[at]).or(behind).map(|badge| badge.1);
        faults.extend(
            badge_of.filter(|years| born + years + YOUNG > last).map(|years| badge(proof, (range, born), years)),
        );
    }
}

/// *sinh ngày 12/10/1996 … từ trần ngày 21/9/2018 … Huy hiệu 30 năm tuổi Đảng*, *hơn 45 năm hoạt động cách mạng*: the one birth and
/// the one death of a text.
fn died_young(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let all =
        |words: &[&str]| sentences.iter().flat_map(|one| years_of(one, words)).collect::<Vec<(Range<usize>, u16)>>();
    let (born, died) = (all(&BORN), all(&DIED));
    let ([born], [(_, died)]) = (&born[..], &died[..]) else { return None };
    let early = |years: &u16| born.1 + years + YOUNG > *died && born.1 < *died;
    let badges = sentences.iter().flat_map(|one| badges_of(one)).map(|(_, years)| years);
    if let Some(years) = badges.max().filter(early) {
        return Some(badge(proof, born.clone(), years));
    }
    let years = sentences.iter().flat_map(|one| served(one)).max().filter(early)?;
    let mut fault = badge(proof, born.clone(), years);
    fault.message.id = "date-span.served-born";
    Some(fault)
}

/// *trong hơn 45 năm hoạt động cách mạng*: the years that a sentence tells of a life's work.
fn served(sentence: &Sentence) -> Vec<u16> {
    const WORK: [&str; 7] = ["hoạt động", "công tác", "cống hiến", "tham gia", "phục vụ", "chiến đấu", "quân ngũ"];
    let told = |(at, word): (usize, &str)| {
        let behind = sentence.lower[at + word.len()..].trim_start();
        let years = sentence.lower[..at].rsplit(' ').next()?.parse().ok()?;
        WORK.iter().any(|work| behind.starts_with(work)).then_some(years)
    };
    sentence.lower.match_indices(" năm ").filter_map(told).collect()
}

/// *kết nạp Đảng ngày 3/2/1968, … trao Huy hiệu 65 năm tuổi Đảng ngày 19/5/2023*: the years between the two of one sentence.
fn joined(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let [(at, said)] = badges_of(sentence)[..] else { return None };
    let [(place, admitted)] = years_of(sentence, &["kết nạp", "vào đảng"])[..].to_vec().try_into().ok()?;
    let others = sentence.points.iter().filter(|point| point.range != place).filter_map(|point| point.year);
    let now = others.max().or_else(|| proof.day.filter(|_| proof.dated).map(Ymd::year))?;
    let years = now.checked_sub(admitted).filter(|years| (1..100).contains(years))?;
    // The badge follows its day by some months.
    (!(said..=said + 1).contains(&years) && at > place.end).then(|| {
        let digits = said.to_string().len();
        let mut fault = proof.fault("date-span", at - digits..at + " năm tuổi đảng".len());
        fault.message.id = "date-span.badge";
        let fault = fault.with("admitted", admitted).with("years", years);
        fault.hint(Message::new("date-span.hint.years").with("years", years))
    })
}

/// *cụ A, vào Đảng ngày 3/2/1961 và cụ B, vào Đảng ngày 22/12/1970, … Huy hiệu 50 năm tuổi Đảng*: several who have one badge.
fn joined_late(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let [(at, said)] = badges_of(sentence)[..] else { return None };
    let admitted = years_of(sentence, &["kết nạp", "vào đảng"]);
    let (place, year) = admitted.iter().max_by_key(|(_, year)| *year)?;
    let now = proof.day.filter(|_| proof.dated).map(Ymd::year)?;
    let years = now.checked_sub(*year)?;
    (years < said && place.end < at).then(|| {
        let digits = said.to_string().len();
        let range = place.start..at + " năm tuổi đảng".len();
        let range = if range.len() < FAR { range } else { at - digits..at + " năm tuổi đảng".len() };
        let mut fault = proof.fault("date-span", range);
        fault.message.id = "date-span.badge";
        let fault = fault.with("admitted", *year).with("years", years);
        fault.hint(Message::new("date-span.hint.years").with("years", years))
    })
}

fn badge(proof: &Proof, (range, born): (Range<usize>, u16), years: u16) -> Diagnostic {
    let mut fault = proof.fault("date-span", range).with("years", years).with("born", born);
    fault.message.id = "date-span.badge-born";
    fault.hint_id("date-span.hint.badge-born")
}

/// *(77 tuổi, sinh năm 1944) … (24 tuổi, sinh năm 1979)*: the pair that is of another year than the others, of two the earlier one.
fn of_one_year(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let mut told: Vec<(Range<usize>, u16, u16)> = Vec::new();
    for sentence in sentences {
        let births = years_of(sentence, &BORN);
        told.extend(ages(sentence).into_iter().filter_map(|(range, age, _)| {
            let near = |birth: &&(Range<usize>, u16)| (range.end..range.end + BESIDE).contains(&birth.0.start);
            let (place, born) = births.iter().find(near)?;
            let between = sentence.between(range.end..place.start);
            let tight = !between.contains([';', '.', ')']);
            tight.then_some((range.start..place.end, age, *born))
        }));
    }
    let now = |(_, age, born): &(Range<usize>, u16, u16)| born + age;
    let alike = |one: &(Range<usize>, u16, u16)| told.iter().filter(|other| now(one).abs_diff(now(other)) <= 1).count();
    let model = told.iter().max_by_key(|one| (alike(one), now(one)))?;
    // Each other one that stands alone.
    let (range, _, born) = told.iter().find(|one| alike(one) == 1 && now(one).abs_diff(now(model)) > 1)?;
    let age = now(model).checked_sub(*born).filter(|age| *age < 120)?;
    let mut fault = proof.fault("date-span", range.clone()).with("born", *born).with("age", age);
    fault.message.id = "date-span.age";
    Some(fault.hint(Message::new("date-span.hint.age").with("age", age)))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn births_beside_badges_and_ages() {
        for (text, told) in [
            ("Trao Huy hiệu 70 năm tuổi Đảng cho bà Lê Thị Em (sinh năm 1962).", Some("năm 1962")),
            ("Trao Huy hiệu 50 năm tuổi Đảng cho bà Lê Thị Em (sinh năm 1952).", None),
            ("Huy hiệu 75 năm tuổi Đảng có ông Hòa (SN 1924); bà Canh (SN 1959). Xã có 8 người.", Some("1959")),
            ("Huy hiệu 75 năm tuổi Đảng có ông Hòa (SN 1924); bà Canh (SN 1929). Xã có 8 người.", None),
            (
                "Sáng 3/2/2023, xã vui mừng có ông Sáu (SN 1965), thôn Cả, được trao Huy hiệu 70 năm tuổi Đảng.",
                Some("1965"),
            ),
            ("Sáng 3/2/2023, xã vui mừng có ông Sáu (SN 1935), được trao Huy hiệu 70 năm tuổi Đảng.", None),
            (
                "Ông sinh ngày 12/10/1996. Ông từ trần ngày 21/9/2018. Ông có Huy hiệu 30 năm tuổi Đảng.",
                Some("12/10/1996"),
            ),
            ("Ông sinh ngày 12/10/1956. Ông từ trần ngày 21/9/2018. Ông có Huy hiệu 30 năm tuổi Đảng.", None),
            (
                "Ông Tư, sinh ngày 13-8-1974, ở xã, từ trần ngày 31-5-2013. Trong hơn 45 năm hoạt động, ông có công.",
                Some("13-8-1974"),
            ),
            (
                "Ông Tư, sinh ngày 13-8-1947, ở xã, từ trần ngày 31-5-2013. Trong hơn 45 năm hoạt động, ông có công.",
                None,
            ),
            (
                "Ngày 30/1/2012, cụ Tư, vào Đảng ngày 3/2/1961 và cụ Sáu, vào Đảng ngày 22/12/1970, nhận Huy hiệu 50 năm tuổi Đảng.",
                Some("22/12/1970, nhận Huy hiệu 50 năm tuổi Đảng"),
            ),
            (
                "Ngày 30/1/2012, cụ Tư, vào Đảng ngày 3/2/1961 và cụ Sáu, vào Đảng ngày 22/12/1960, nhận Huy hiệu 50 năm tuổi Đảng.",
                None,
            ),
            (
                "Lớn tuổi nhất là ông Tư (67 tuổi, sinh năm 1944), nhỏ tuổi nhất là cô Lý (24 tuổi, sinh năm 1997).",
                Some("67 tuổi, sinh năm 1944"),
            ),
            (
                "Lớn tuổi nhất là ông Tư (77 tuổi, sinh năm 1944), nhỏ tuổi nhất là cô Lý (24 tuổi, sinh năm 1997).",
                None,
            ),
            (
                "Bà Tư, kết nạp Đảng ngày 3/2/1968, được trao Huy hiệu 65 năm tuổi Đảng ngày 19/5/2023.",
                Some("65 năm tuổi Đảng"),
            ),
            ("Bà Tư, kết nạp Đảng ngày 3/2/1968, được trao Huy hiệu 55 năm tuổi Đảng ngày 19/5/2023.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
