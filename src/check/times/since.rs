//! Years that have passed since a thing began — *trốn truy nã 29 năm … Năm 1993, … bị truy nã*: the year that the same words tell, and
//! a slip that explains why it does not fit.

use super::Sentence;
use crate::check::proof::Proof;
use crate::check::slip::is_typed_for;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;
use crate::viet::seek::seek;

/// Words between a number of years and the words of what goes on so long.
const LEADS: [&str; 9] = ["suốt", "hơn", "gần", "được", "trong", "tròn", "đã", "khoảng", "sau"];

/// Words that name nothing.
#[rustfmt::skip]
const PLAIN: [&str; 16] = [
    "kinh nghiệm", "thời hạn", "thời gian", "nhiệm kỳ", "kỷ niệm", "bình quân", "kết quả", "mức án", "giai đoạn", "thực hiện", "hoạt động", "tổ chức",
    "công tác", "làm việc", "năm tù", "tuổi đảng",
];

/// The fewest years that a slip is told of.
const LEAST: u16 = 5;

/// How many numbers of years are read.
const MANY: usize = 12;

/// Checks the years of a text that have passed since a beginning.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    faults.extend(since(proof, sentences));
}

/// *trốn truy nã 39 năm … Năm 1993, Tý bỏ trốn và bị truy nã*, in a text of 2022.
fn since(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let now = proof.day.filter(|_| proof.dated).map(Ymd::year)?;
    let lower = proof.lower();
    let years = || proof.points().iter().filter_map(|point| point.year);
    let all = seek(lower, " năm").filter(|(at, _)| lower[..*at].ends_with(|c: char| c.is_ascii_digit()));
    all.take(MANY).find_map(|(at, word)| {
        let digits = at - lower[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (start, end) = (at - digits, at + word.len());
        let count: u16 = lower[start..at].parse().ok().filter(|count| (LEAST..100).contains(count))?;
        let rest = lower[end..].trim_start();
        let plain = !rest.starts_with(|c: char| c.is_ascii_digit()) && !lower[end..].starts_with(char::is_alphanumeric);
        let known = |year: u16| (now.saturating_sub(count).abs_diff(year)) < 2;
        (plain && !years().any(known)).then_some(())?;
        let thing = thing(&lower[..start])?;
        let told = sentences.iter().filter(|sentence| !sentence.range.contains(&at) && sentence.lower.contains(thing));
        let point = told
            .flat_map(|sentence| sentence.points.first())
            .find(|point| point.year.is_some_and(|year| now >= year + LEAST && is_typed_for(count, now - year)))?;
        let right = now - point.year?;
        let fault = proof.fault("date-span", start..end).with("begun", &lower[point.range.clone()]);
        let mut fault = fault.with("years", right);
        fault.message.id = "date-span.since";
        Some(fault.hint(Message::new("date-span.hint.years").with("years", right)))
    })
}

/// The two words before a number of years: *trốn truy nã 29 năm*.
fn thing(head: &str) -> Option<&str> {
    let mut head = head.trim_end();
    while let Some(rest) = LEADS.iter().find_map(|word| head.strip_suffix(word)) {
        head = rest.trim_end();
    }
    let (from, _) = head.rmatch_indices(' ').nth(1)?;
    let thing = &head[from + 1..];
    let words = thing.chars().all(|c| c.is_alphabetic() || c == ' ');
    (words && !PLAIN.contains(&thing)).then_some(thing)
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn years_since_a_beginning() {
        for (text, told) in [
            (
                "Sáng 20/1/2022, xã bắt được Tý, kẻ trốn lệnh nã 39 năm. Năm 1993, Tý bị lệnh nã của trại Gò Me.",
                Some("39 năm"),
            ),
            ("Sáng 20/1/2022, xã bắt được Tý, kẻ trốn lệnh nã 29 năm. Năm 1993, Tý bị lệnh nã của trại Gò Me.", None),
            ("Sáng 20/1/2022, xã mừng hội làng 39 năm. Năm 1993, đình làng được sửa.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
