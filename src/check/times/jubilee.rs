//! Anniversaries told without their two days — *kỷ niệm 79 năm Quốc khánh*, *thành lập năm 1975, đến năm 2025 … 45 năm* — against
//! the year of the text, and against each other.

use std::ops::Range;

use super::named::{holidays, words};
use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::check::slip::is_typed_for;
use crate::check::spans::two_years;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Point, Ymd};

/// In how many of its first sentences a text tells of its own time.
const FIRST: usize = 6;

/// From this month on the anniversaries of the next year are told of.
const NEXT: u8 = 9;

/// Years that are counted, and the year that they lead to.
struct Counted {
    range: Range<usize>,
    said: u16,
    begun: u16,
    sentence: usize,
    /// Whether the two days stand in a bracket behind, which are compared elsewhere.
    told: bool,
}

impl Counted {
    fn now(&self) -> u16 {
        self.begun + self.said
    }
}

/// Checks the anniversaries of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let counted = of_named_days(proof, sentences);
    let mut wrong: Vec<usize> = Vec::new();
    for one in &counted {
        if let Some(now) = other_year(proof, &sentences[one.sentence], one).filter(|_| !one.told) {
            wrong.push(one.range.start);
            faults.push(fault(proof, one.range.clone(), (one.said, one.begun, now)));
        }
    }
    for pair in counted.windows(2) {
        let [one, other] = pair else { continue };
        let near = one.sentence == other.sentence && one.now() != other.now();
        if near && !wrong.contains(&one.range.start) && !wrong.contains(&other.range.start) {
            faults.push(apart(proof, one, other));
        }
    }
    for sentence in sentences {
        faults.extend(since_founding(proof, sentence).or_else(|| until_now(proof, sentence)));
    }
    let again = || told_again(proof, sentences).or_else(|| of_one_beginning(proof, sentences));
    faults.extend(founded_once(proof, sentences).or_else(again));
}

fn fault(proof: &Proof, range: Range<usize>, (said, begun, now): (u16, u16, u16)) -> Diagnostic {
    let years = now.saturating_sub(begun);
    let fault = proof.fault("time-course", range).with("said", said).with("begun", begun).with("now", now);
    let mut fault = fault.with("years", years).hint(Message::new("time-course.hint.jubilee").with("years", years));
    fault.message.id = "time-course.jubilee";
    fault
}

fn apart(proof: &Proof, one: &Counted, other: &Counted) -> Diagnostic {
    let text = proof.plain();
    let fault = proof.fault("time-course", both(text, &one.range, &other.range));
    let told = |one: &Counted| format!("{} ({})", &text[one.range.clone()], one.now());
    let mut fault = fault.with("first", told(one)).with("then", told(other)).hint_id("time-course.hint");
    fault.message.id = "time-course.jubilees";
    fault
}

/// *79 năm Quốc khánh*, *lần thứ 78 Ngày thành lập Quân đội*: each count right before a named day of which the first year is known.
fn of_named_days(proof: &Proof, sentences: &[Sentence]) -> Vec<Counted> {
    let lower = proof.lower();
    let found = holidays(&words(lower));
    let counted = |&(start, end, holiday): &(usize, usize, &crate::viet::holiday::Holiday)| {
        let begun = holiday.year?;
        let head = lower[..start].trim_end_matches([' ', '“', '\u{a0}']);
        let head = ["ngày", "lễ", "chiến thắng", "và", "thành công", "tháng tám", "cách mạng"]
            .iter()
            .fold(head, |head, word| head.strip_suffix(word).unwrap_or(head).trim_end());
        let unit = head.strip_suffix(" năm");
        let number = unit.unwrap_or(head);
        let digits = number.len() - number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let from = number.len() - digits;
        let ordinal = unit.is_none() && number[..from].trim_end().ends_with("lần thứ");
        let said: u16 = number[from..].parse().ok().filter(|said| (1..=200).contains(said))?;
        let sentence = sentences.partition_point(|sentence| sentence.range.end <= start);
        (unit.is_some() || ordinal).then_some(())?;
        let told =
            lower[end..].trim_start_matches(|c: char| c.is_alphabetic() || c == ' ' || c == ',').starts_with('(');
        sentences.get(sentence)?;
        Some(Counted { range: from..head.len(), said, begun, sentence, told })
    };
    found.iter().filter_map(counted).collect()
}

/// The year to which an anniversary of the text's own time would lead, if that is another one.
fn other_year(proof: &Proof, sentence: &Sentence, one: &Counted) -> Option<u16> {
    let day = proof.day.filter(|_| proof.dated && whole_days(proof));
    // *đến năm 2045* is an aim.
    let past = |year: &u16| *year > one.begun + 9 && day.is_none_or(|day| *year <= day.year() + 1);
    let aim = |point: &&Point| {
        !["đến", "nhìn"].iter().any(|word| sentence.before(point.range.start).trim_end().ends_with(word))
    };
    let own: Vec<u16> = sentence.points.iter().filter(aim).filter_map(|point| point.year).filter(past).collect();
    if own.is_empty() {
        let day = day.filter(|_| one.sentence < FIRST || sentence.points.iter().any(|point| point.day.is_some()))?;
        let now = Some(day.year()).filter(|now| *now > one.begun)?;
        let next = day.month() >= NEXT && one.now() == now + 1;
        return (one.now() != now && !next).then_some(now);
    }
    let next = |year: &u16| *year == one.now() || (*year + 1 == one.now() && day.is_none_or(|day| day.month() >= NEXT));
    (!own.iter().any(next)).then(|| own.iter().max().copied())?
}

/// Whether a text shows a whole day of its own time.
fn whole_days(proof: &Proof) -> bool {
    let year = proof.day.map(Ymd::year);
    proof.dates().iter().any(|told| told.day.ok().map(Ymd::year) == year)
}

/// *Trường được thành lập năm 1984. Năm 2024, trường kỷ niệm 30 năm thành lập*: the one year of founding of a text, and the one
/// anniversary of it.
fn founded_once(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const FOUNDED: [&str; 4] = ["thành lập", "ra đời", "tái lập", "được xây dựng"];
    const OF_IT: [&str; 6] =
        ["thành lập", "ngày thành lập", "ngày tái lập", "tái lập", "ngày truyền thống", "xây dựng và"];
    let founded = |sentence: &Sentence| -> Option<u16> {
        let [point, more @ ..] = sentence.points else { return None };
        let (head, behind) = (sentence.before(point.range.start), sentence.behind(point.range.end));
        let led = FOUNDED.iter().filter_map(|word| head.rfind(word)).max().is_some_and(|at| head.len() - at < 40);
        let plain = more.is_empty() && !behind.contains("kỷ niệm") || behind.starts_with(')') || led;
        let opened = head.trim().is_empty() && FOUNDED.iter().any(|word| behind.contains(word));
        point.year.filter(|_| plain && !head.contains("kỷ niệm") && (led || opened))
    };
    let mut years: Vec<u16> = sentences.iter().filter_map(founded).collect();
    years.dedup();
    let [begun] = years[..] else { return None };
    let day = proof.day.filter(|_| proof.dated && whole_days(proof)).map(Ymd::year);
    sentences.iter().find_map(|sentence| {
        let at = sentence.lower.find("kỷ niệm ")? + "kỷ niệm ".len();
        let rest = &sentence.lower[at..];
        let fillers = ["tròn ", "trọng thể ", "lần thứ ", "dịp "];
        let bare = fillers.iter().fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let at = at + rest.len() - bare.len();
        let rest = bare;
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let said: u16 = rest[..length].parse().ok().filter(|said| (5..=150).contains(said))?;
        let thing = rest[length..].strip_prefix(" năm ")?;
        OF_IT.iter().any(|word| thing.starts_with(word)).then_some(())?;
        // *kỷ niệm 50 năm thành lập (1970 - 2020)*
        if let Some((_, inside)) = thing.split_once('(') {
            let (first, last, _) = two_years(inside)?;
            let from = sentence.range.start + at;
            let told = first != begun && last == first + said && founded_after(sentences, begun);
            return told.then(|| fault(proof, from..from + length + " năm".len(), (said, begun, last)));
        }
        let years: Vec<u16> =
            sentence.points.iter().filter_map(|point| point.year).filter(|year| *year != begun).collect();
        let now = if let [year] = years[..] { Some(year) } else { day.filter(|_| years.is_empty()) };
        let now = now.filter(|now| *now > begun)?;
        let wrong = (i32::from(now - begun) - i32::from(said)).abs() > 1;
        let from = sentence.range.start + at;
        wrong.then(|| fault(proof, from..from + length + " năm".len(), (said, begun, now)))
    })
}

/// *kỷ niệm lần thứ 94 ngày thành lập Hội … ôn lại truyền thống 92 năm*, *kỷ niệm 40 năm thành lập trường … 45 năm trước, trường được
/// thành lập*: the years of the one jubilee of a text, told again.
fn told_again(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const BEFORE: [&str; 6] = ["truyền thống", "chặng đường", "trải qua", "hành trình", "lịch sử", "suốt"];
    const BEHIND: [&str; 4] = [" truyền thống", " hình thành", " xây dựng và", " trưởng thành"];
    /// How far apart two numbers may be to be of one thing.
    const APART: std::ops::RangeInclusive<u16> = 2..=5;
    let number = |text: &str| {
        let length = text.bytes().take_while(u8::is_ascii_digit).count();
        text[..length].parse::<u16>().ok().filter(|said| (5..=200).contains(said)).map(|said| (said, length))
    };
    let lower = proof.lower();
    let mut said: Vec<(u16, Range<usize>)> = Vec::new();
    for (at, word) in lower.match_indices("kỷ niệm ") {
        let rest = &lower[at + word.len()..];
        let bare =
            ["tròn ", "lần thứ ", "dịp "].iter().fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let from = lower.len() - bare.len();
        said.extend(number(bare).map(|(said, length)| (said, from..from + length)));
    }
    let (first, range) = said.first()?;
    said.iter().all(|(other, _)| other == first).then_some(())?;
    sentences.iter().find_map(|sentence| {
        sentence.lower.match_indices(" năm").find_map(|(at, unit)| {
            let word = sentence.lower[..at].rsplit([' ', '\n']).next()?;
            let (years, length) = number(word).filter(|(_, length)| *length == word.len())?;
            let lead = sentence.lower[..at - length].trim_end();
            let behind = &sentence.lower[at + unit.len()..];
            let back = behind.starts_with(" trước,") && behind.contains("thành lập") && lead.is_empty();
            let led =
                BEFORE.iter().any(|word| lead.ends_with(word)) || BEHIND.iter().any(|word| behind.starts_with(word));
            let near = !["hơn", "gần", "trên"].iter().any(|word| lead.ends_with(word));
            let from = sentence.range.start + at - length;
            let own = from..from + length + unit.len();
            let wrong = near && (back || led) && own.start != range.start && APART.contains(&years.abs_diff(*first));
            wrong.then(|| {
                let text = proof.plain();
                let fault = proof.fault("time-course", own.clone()).with("first", &text[range.clone()]);
                let mut fault = fault.with("then", &text[own]).hint_id("time-course.hint");
                fault.message.id = "time-course.jubilees";
                fault
            })
        })
    })
}

/// *Hợp tác xã thành lập năm 2018, đến nay đã hoạt động được 10 năm. Ngày 15/6/2024, …*: against the year of the text.
fn until_now(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let [point] = sentence.points else { return None };
    let head = sentence.before(point.range.start);
    let begun = point
        .year
        .filter(|_| head.contains("thành lập") || head.contains("hoạt động từ") || head.contains("ra đời"))?;
    let behind = sentence.behind(point.range.end);
    let from = behind.find("đến nay")?;
    let at = from + behind[from..].find(" năm")?;
    let word = behind[..at].rsplit(' ').next()?;
    let said: u16 = word.parse().ok().filter(|said| *said > 4)?;
    let led = ["được ", "qua ", "gần ", "hơn ", "tròn ", "đã ", "có "]
        .iter()
        .any(|lead| behind[..at - word.len()].ends_with(lead));
    let now = proof.day.filter(|_| proof.dated && whole_days(proof)).map(Ymd::year).filter(|now| *now > begun)?;
    let from = point.range.end + at - word.len();
    (led && (now - begun).abs_diff(said) > 1)
        .then(|| fault(proof, from..point.range.end + at + " năm".len(), (said, begun, now)))
}

/// Whether a founding is told of what a sentence calls *trường được thành lập năm …*, not of a body before it.
fn founded_after(sentences: &[Sentence], begun: u16) -> bool {
    let year = begun.to_string();
    let told = |sentence: &Sentence| sentence.lower.contains("được thành lập") && sentence.lower.contains(&year);
    sentences.iter().any(told)
}

/// *Thành lập năm 1975, đến năm 2025 nhà trường đã trải qua 45 năm*: a year more or less is a way of counting.
fn since_founding(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    const PASSED: [&str; 7] = ["trải qua ", "qua ", "tròn ", "sau ", "đã được ", "hơn ", "gần "];
    let [first, last] = sentence.points else { return None };
    let (begun, now) = (first.year?, last.year.filter(|year| Some(*year) > first.year)?);
    let founded = sentence.before(first.range.start).contains("thành lập")
        || sentence.between(first.range.clone()).contains("thành lập");
    let until = sentence.between(first.range.end..last.range.start).trim_end().ends_with("đến")
        || sentence.between(first.range.end..last.range.start).contains("đến nay");
    let behind = sentence.behind(last.range.end);
    let at = behind.find(" năm").filter(|_| founded && until)?;
    let word = behind[..at].rsplit(' ').next()?;
    let said: u16 = word.parse().ok().filter(|said| *said > 4)?;
    let led = PASSED.iter().any(|lead| behind[..at - word.len()].ends_with(lead));
    (led && (now - begun).abs_diff(said) > 1).then(|| {
        let from = last.range.end + at - word.len();
        fault(proof, from..last.range.end + at + " năm".len(), (said, begun, now))
    })
}

/// *Năm 2001, nhân kỷ niệm 50 năm … Năm 2006, nhân kỷ niệm 45 năm … Năm 2021, nhân kỷ niệm 70 năm*: of several years and their
/// jubilees, the one that leads to another beginning.
fn of_one_beginning(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let told = |sentence: &&Sentence| {
        let at = sentence.lower.find("kỷ niệm ")? + "kỷ niệm ".len();
        let rest = &sentence.lower[at..];
        let bare =
            ["tròn ", "lần thứ ", "dịp "].iter().fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let length = bare.bytes().take_while(u8::is_ascii_digit).count();
        let said: u16 = bare[..length].parse().ok().filter(|said| (5..=200).contains(said))?;
        let from = sentence.range.start + sentence.lower.len() - bare.len();
        let year = sentence.points.iter().rfind(|point| point.range.end <= from).and_then(|point| point.year)?;
        Some((from..from + length + " năm".len(), said, year, year.checked_sub(said)?))
    };
    let told: Vec<(Range<usize>, u16, u16, u16)> = sentences.iter().filter_map(|sentence| told(&sentence)).collect();
    let alike = |begun: u16| told.iter().filter(|one| one.3 == begun).count();
    let begun = told.iter().map(|one| one.3).find(|begun| alike(*begun) > 1 && alike(*begun) + 1 == told.len())?;
    let (range, said, now, _) = told.iter().find(|one| one.3.abs_diff(begun) > 1)?;
    is_typed_for(*said, now - begun).then(|| fault(proof, range.clone(), (*said, begun, *now)))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn years_of_anniversaries() {
        for (text, told) in [
            ("Sáng 02/9/2025, xã chào cờ kỷ niệm 79 năm Quốc khánh.", Some("79 năm")),
            ("Sáng 02/9/2025, xã chào cờ kỷ niệm 80 năm Quốc khánh.", None),
            ("Trường được thành lập năm 1984. Năm 2024, trường kỷ niệm 30 năm thành lập.", Some("30 năm")),
            ("Trường được thành lập năm 1984. Năm 2024, trường kỷ niệm 40 năm thành lập.", None),
            ("Trường kỷ niệm 50 năm thành lập (1970 - 2020). Trường được thành lập năm 1972.", Some("50 năm")),
            ("Trường kỷ niệm 50 năm thành lập (1970 - 2020). Trường được thành lập năm 1970.", None),
            ("Ra đời ngày 26/3/1999, hôm 26/3/2014 công ty tổ chức kỷ niệm 25 năm thành lập.", Some("25 năm")),
            ("Trường (thành lập năm 1974) mở lễ kỷ niệm 60 năm thành lập vào ngày 20/11/2024.", Some("60 năm")),
            ("Tổ thành lập năm 2018, đến nay đã hoạt động được 10 năm. Ngày 15/6/2024, tổ họp.", Some("10 năm")),
            ("Tổ thành lập năm 2018, đến nay đã hoạt động được 6 năm. Ngày 15/6/2024, tổ họp.", None),
            ("Trường được thành lập năm 1984. Năm 2014, trường kỷ niệm 30 năm thành lập.", None),
            ("Ngày 15/12/2024, xã họp bàn việc kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam.", None),
            (
                "Năm 2014, nhân kỷ niệm 60 năm Chiến thắng Điện Biên Phủ, xã dựng bia. Ngày 5/5/2024, bia được sửa.",
                None,
            ),
            (
                "Kỷ niệm 38 năm ngày giải phóng miền Nam, thống nhất đất nước, 113 năm ngày sinh của Chủ tịch Hồ Chí Minh, xã mở hội.",
                Some("38 năm ngày giải phóng miền Nam, thống nhất đất nước, 113 năm"),
            ),
            ("Kỷ niệm 38 năm ngày giải phóng miền Nam, 123 năm ngày sinh của Chủ tịch Hồ Chí Minh, xã mở hội.", None),
            ("Thành lập năm 1975, đến năm 2025 trường đã trải qua 45 năm xây dựng.", Some("45 năm")),
            ("Thành lập năm 1975, đến năm 2025 trường đã trải qua 50 năm xây dựng.", None),
            (
                "Năm 2001, nhân kỷ niệm 50 năm, bia được dựng. Năm 2006, nhân kỷ niệm 45 năm, bia được sửa. Năm 2021 là kỷ niệm 70 năm.",
                Some("45 năm"),
            ),
            (
                "Năm 2001, nhân kỷ niệm 50 năm, bia được dựng. Năm 2006, nhân kỷ niệm 55 năm, bia được sửa. Năm 2021 là kỷ niệm 70 năm.",
                None,
            ),
            ("Kỷ niệm lần thứ 94 ngày thành lập Hội Mía, xã ôn lại truyền thống 92 năm.", Some("92 năm")),
            ("Kỷ niệm lần thứ 94 ngày thành lập Hội Mía, xã ôn lại truyền thống 94 năm.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
