//! Lengths of time that make up another — *1 năm tù … 3 năm 6 tháng tù … mức chung là 4 năm 6 tháng*; *thời gian thử thách 4 năm,
//! trừ 1 tháng, còn 47 tháng*; *gia hạn 3 ngày … tính cả, nhiều nhất là 9 ngày*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::seek::seek;

/// A length of time: months or days.
struct Length {
    range: Range<usize>,
    months: i64,
    days: i64,
}

/// Words before the whole of several terms of imprisonment.
#[rustfmt::skip]
const JOINED: [&str; 9] = [
    "hình phạt chung", "mức chung", "hợp hình phạt", "phạt tổng hợp", "mức án chung", "tổng mức án", "tổng hình phạt", "án chung", "tổng cộng",
];

/// From so many months on a whole is as long as the law lets it be.
const MOST: i64 = 360;

/// Words of a whole of all lengths told before.
const ALL: [&str; 5] = ["tính cả", "kể cả", "cộng cả", "cộng lại", "tổng cộng"];

/// How far behind its words a whole stands, in bytes.
const NEAR: usize = 70;

/// The longest paragraph whose lengths belong together, in bytes.
const LONG: usize = 8_000;

/// So many lengths are tried as parts of a whole.
const PARTS: usize = 7;

/// Checks each whole of a paragraph against its parts.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    for paragraph in proof.paragraphs() {
        let own = &lower[paragraph.clone()];
        let says = |words: &[&str]| words.iter().any(|word| own.contains(word));
        let (joined, left, all) = (says(&["tù"]) && says(&JOINED), own.contains(" còn "), says(&ALL));
        if !(joined || left || all) || own.len() > LONG {
            continue;
        }
        let told = lengths(own);
        let at = |range: &Range<usize>| paragraph.start + range.start..paragraph.start + range.end;
        let wrong = joined.then(|| sentence_of_all(own, &told)).flatten();
        let wrong = wrong.or_else(|| left.then(|| what_is_left(own, &told)).flatten());
        let wrong = wrong.or_else(|| all.then(|| whole_of_all(proof, paragraph, &told)).flatten());
        faults.extend(wrong.map(|(place, right)| {
            let mut fault = proof.fault("date-span", at(&place)).with("right", &right);
            fault.message.id = "date-span.lengths";
            fault.hint(Message::new("date-span.hint.lengths").with("right", right))
        }));
    }
}

/// The lengths of a text, in order: *3 năm 6 tháng*, *47 tháng*, *9 ngày*.
fn lengths(text: &str) -> Vec<Length> {
    let mut found: Vec<Length> = Vec::new();
    for (at, _) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let free = !text[..at].ends_with(|c: char| c.is_alphanumeric() || "/-–.,".contains(c));
        if free && found.last().is_none_or(|last| at >= last.range.end) {
            found.extend(length(text, at));
        }
    }
    found
}

fn length(text: &str, start: usize) -> Option<Length> {
    let number = |text: &str| {
        let length = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((text[..length].parse::<i64>().ok().filter(|_| length < 4)?, length))
    };
    let (count, digits) = number(&text[start..])?;
    let unit = [" năm", " tháng", " ngày"].into_iter().find(|unit| text[start + digits..].starts_with(unit))?;
    let end = start + digits + unit.len();
    // *ngày 5 tháng 6*, *tháng 6 năm 2025*, *12 ngày 3/5*: a date.
    let date =
        ["ngày", "tháng", "năm", "quý", "điều", "khoản"].iter().any(|word| text[..start].trim_end().ends_with(word));
    let more = text[end..].strip_prefix(' ').and_then(number);
    let joined = more.filter(|(_, length)| text[end + 1 + length..].starts_with(" tháng"));
    let (months, days, end) = match (unit, joined) {
        (" năm", Some((months, length))) => (count * 12 + months, 0, end + 1 + length + " tháng".len()),
        (_, Some(_)) => return None,
        _ if more.is_some() => return None,
        (" năm", None) => (count * 12, 0, end),
        (" tháng", None) => (count, 0, end),
        _ => (0, count, end),
    };
    let whole = !text[end..].starts_with(char::is_alphanumeric);
    (!date && whole).then_some(Length { range: start..end, months, days })
}

/// A length in words: *4 năm 6 tháng*, *9 ngày*; in the units of the one it stands for.
fn words(months: i64, days: i64, like: &str) -> String {
    match (months / 12, months % 12) {
        (0, 0) => format!("{days} ngày"),
        _ if !like.contains("năm") => format!("{months} tháng"),
        (0, months) => format!("{months} tháng"),
        (years, 0) => format!("{years} năm"),
        (years, months) => [format!("{years} năm"), format!("{months} tháng")].join(" "),
    }
}

/// *1 năm tù về tội …, 3 năm 6 tháng tù về tội …, mức chung là 5 năm 6 tháng*: no run of the terms told last, and one figure off.
fn sentence_of_all(own: &str, told: &[Length]) -> Option<(Range<usize>, String)> {
    let of_prison = |length: &&Length| {
        let rest = &own[length.range.end..];
        length.months > 0 && [" tù", " về tội", " về hành vi"].iter().any(|word| rest.starts_with(word))
    };
    let mut from = 0;
    let mut wholes: Vec<usize> = JOINED.iter().flat_map(|word| seek(own, word)).map(|(at, _)| at).collect();
    wholes.sort_unstable();
    wholes.into_iter().find_map(|at| {
        let whole = told.iter().find(|length| length.range.start > at)?;
        let link = &own[at..whole.range.start];
        let near = link.len() < NEAR && !link.contains(['.', ';']) && whole.months > 0 && whole.months < MOST;
        let parts: Vec<i64> = told
            .iter()
            .filter(|length| (from..at).contains(&length.range.start))
            .filter(of_prison)
            .map(|length| length.months)
            .collect();
        // The whole of one who is told of among others stands beside a term of his own.
        let stop = own[..at].rfind(". ").map_or(0, |stop| stop + 1);
        let beside =
            told.iter().filter(|length| (stop.max(from)..at).contains(&length.range.start)).any(|one| of_prison(&one));
        let aside = own[from..at].contains("trừ ") || !beside;
        if near {
            from = whole.range.end;
        }
        let sums = (2..=parts.len().min(PARTS)).map(|count| parts[parts.len() - count..].iter().sum::<i64>());
        let sums: Vec<i64> = sums.collect();
        let slip = |sum: &&i64| {
            let (years, months) = (**sum / 12, **sum % 12);
            let (told, left) = (whole.months / 12, whole.months % 12);
            years == told && (months - left).abs() < 10
                || months == left && (one_digit(years, told) || (years - told).abs() < 3)
        };
        let right = sums.iter().find(slip).filter(|_| near && !aside && !sums.contains(&whole.months))?;
        Some((whole.range.clone(), words(*right, 0, &own[whole.range.clone()])))
    })
}

/// Whether two numbers differ by one digit.
fn one_digit(one: i64, other: i64) -> bool {
    let (one, other) = (one.to_string(), other.to_string());
    one.len() == other.len() && one.bytes().zip(other.bytes()).filter(|(one, other)| one != other).count() == 1
}

/// *thời gian thử thách 4 năm … trừ 1 tháng … thời gian thử thách còn 35 tháng*.
fn what_is_left(own: &str, told: &[Length]) -> Option<(Range<usize>, String)> {
    seek(own, " còn ").find_map(|(at, word)| {
        let left = told.iter().find(|length| length.range.start == at + word.len())?;
        let sentence = own[..at].rfind(". ").map_or(0, |stop| stop + 2);
        let taken = told.iter().rev().filter(|length| (sentence..at).contains(&length.range.start));
        let mut taken = taken.filter(|length| own[..length.range.start].trim_end().ends_with("trừ"));
        let (taken, None) = (taken.next()?, taken.next()) else { return None };
        // What is left is called as it was: two to four words.
        let starts = own[..at].rmatch_indices([' ', ',']).map(|(at, _)| at + 1);
        let names = starts.take(4).skip(1).map(|from| own[from..at].trim()).filter(|name| !name.contains([',', '.']));
        let whole = |name: &str| {
            let before = |length: &&Length| {
                let head = own[..length.range.start].trim_end();
                length.range.end <= taken.range.start
                    && head.strip_suffix("là").unwrap_or(head).trim_end().ends_with(name)
            };
            told.iter().rev().find(before)
        };
        let whole = names.filter_map(whole).last()?;
        let (months, days) = (whole.months - taken.months, whole.days - taken.days);
        let same = (whole.months > 0) == (taken.months > 0) && (whole.months > 0) == (left.months > 0);
        (same && months + days > 0 && (months, days) != (left.months, left.days))
            .then(|| (left.range.clone(), words(months, days, &own[left.range.clone()])))
    })
}

/// *3 ngày … gia hạn 3 ngày … lần thứ hai 3 ngày. Tính cả hai lần gia hạn, nhiều nhất là 12 ngày*: more than all of them.
fn whole_of_all(proof: &Proof, paragraph: &Range<usize>, told: &[Length]) -> Option<(Range<usize>, String)> {
    const LEADS: [&str; 7] = ["nhiều nhất", "tối đa", "tổng cộng", "không quá", "là", "dài nhất", "tất cả"];
    let lower = proof.lower();
    proof.sentences(paragraph).iter().find_map(|sentence| {
        let words_of = &lower[sentence.clone()];
        let all = ALL.iter().filter_map(|word| words_of.find(word)).min()?;
        let from = sentence.start - paragraph.start;
        let inside = |length: &&Length| (from..sentence.end - paragraph.start).contains(&length.range.start);
        let own: Vec<&Length> = told.iter().filter(inside).collect();
        // *5 ngày theo luật và 2 ngày phép, tổng cộng 7 ngày*: its own sentence may tell the parts.
        let (whole, here) = own.split_last()?;
        (here.is_empty() || here.len() > 1 && here.iter().all(|length| length.range.end < from + all)).then_some(())?;
        let head = lower[paragraph.start..paragraph.start + whole.range.start].trim_end();
        let led = whole.range.start > from + all && LEADS.iter().any(|word| head.ends_with(word));
        let before = &lower[paragraph.start..paragraph.start + whole.range.start];
        // What is told of each, or by its dates, makes up more than is seen.
        let hidden = ["mỗi ", "từng "].iter().any(|word| before.contains(word));
        let place = |at: usize| proof.days().partition_point(|day| day.range.start < at);
        let dated = place(paragraph.start) < place(sentence.end);
        let first = here.first().map_or(0, |length| length.range.start);
        let of_it = |length: &Length| (first..whole.range.start).contains(&length.range.start);
        let alike = |length: &&Length| of_it(length) && (length.days > 0) == (whole.days > 0);
        let parts: Vec<i64> = told.iter().filter(alike).map(|length| length.months + length.days).collect();
        let total = whole.months + whole.days;
        let sum: i64 = parts.iter().sum();
        let few = (2..=PARTS).contains(&parts.len()) && led && !hidden && !dated;
        let made = few
            && (1_u32..1 << parts.len()).any(|set| {
                parts.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, part)| part).sum::<i64>()
                    == total
            });
        let near = total > parts.iter().copied().max()? && total < 3 * sum;
        let days = whole.days > 0;
        let right = || {
            words(
                if days { 0 } else { sum },
                if days { sum } else { 0 },
                &lower[paragraph.start..][whole.range.clone()],
            )
        };
        (few && !made && near).then(|| (whole.range.clone(), right()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_that_make_up_one() {
        for (text, told) in [
            (
                "Tòa phạt B. 2 năm 6 tháng tù về tội trộm cắp và 1 năm tù về tội gây rối, tổng hợp hình phạt là 4 năm 6 tháng tù.",
                Some("4 năm 6 tháng"),
            ),
            (
                "Tòa phạt B. 2 năm 6 tháng tù về tội trộm cắp và 1 năm tù về tội gây rối, tổng hợp hình phạt là 3 năm 6 tháng tù.",
                None,
            ),
            (
                "A. lĩnh 5 năm tù. B. lĩnh 2 năm tù về tội trộm cắp, đang thi hành bản án 1 năm 3 tháng tù nên mức chung là 3 năm 3 tháng tù.",
                None,
            ),
            (
                "A. lĩnh 5 năm tù, B. lĩnh 2 năm tù. Riêng B. phải chấp hành hình phạt chung là 4 năm tù của hai bản án.",
                None,
            ),
            ("Thời gian tập sự 2 năm. Nay xã trừ 3 tháng, thời gian tập sự còn 11 tháng.", Some("11 tháng")),
            ("Thời gian tập sự 2 năm. Nay xã trừ 3 tháng, thời gian tập sự còn 21 tháng.", None),
            ("Hạn làm đơn 5 ngày, được gia hạn 4 ngày. Tính cả gia hạn, tối đa là 11 ngày.", Some("11 ngày")),
            ("Hạn làm đơn 5 ngày, được gia hạn 4 ngày. Tính cả gia hạn, tối đa là 9 ngày.", None),
            ("Thợ nghỉ 4 ngày lễ và 3 ngày phép, tổng cộng 8 ngày.", Some("8 ngày")),
            ("Thợ nghỉ 4 ngày lễ và 3 ngày phép, tổng cộng 7 ngày.", None),
            (
                "Tòa phạt B. 8 năm tù về tội cướp, 3 năm tù về tội gây rối, tổng hợp hình phạt là 12 năm tù.",
                Some("12 năm"),
            ),
            ("Hạn làm đơn 5 ngày, gia hạn hai lần, mỗi lần 3 ngày. Tính cả gia hạn, tối đa là 11 ngày.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
