//! How long it is from one point to another — *sinh năm 1959 … hy sinh ngày 26/3/1978, khi mới 19 tuổi*; *40 năm (1969 - 2009)*; *từ 2/9
//! đến 21/10, qua 49 ngày*: a count of time that no two points near it make, where a slip would let two of them make it.

mod counts;
#[cfg(test)]
mod fitting;
mod marks;
mod signs;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Sentence;
use super::order::{is_slip, is_turned};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use counts::{Count, Unit};
use marks::Mark;

/// What the evidence must come to, as the logarithm of odds.
const BAR: f32 = 1.2;

/// In how many sentences around a count its points stand.
const NEAR: usize = 2;

/// How many points around a count are read.
const MANY: usize = 10;

/// What each sign is worth, as fitted.
static WORTH: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    let row = |line: &'static str| line.split_once('\t').and_then(|(sign, worth)| Some((sign, worth.parse().ok()?)));
    include_str!("lengths/worth.tsv").lines().filter_map(row).collect()
});

/// Two points that may make a count.
#[derive(Debug, Clone, Copy)]
struct Tie<'m> {
    first: &'m Mark,
    last: &'m Mark,
    /// What lies between them, in the unit of the count.
    makes: i64,
}

/// What a text tells of time: its counts, its points in order, the last of which may be its own day.
struct Text<'p> {
    proof: &'p Proof,
    marks: Vec<Mark>,
}

/// The counts of a text that two points should make and do not, but for those told of already.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], known: &[Diagnostic]) -> Vec<Diagnostic> {
    let text = Text { proof, marks: marks::all(proof, sentences) };
    if text.marks.len() < 2 {
        return Vec::new();
    }
    let counts = counts::all(proof, sentences);
    let told = |count: &Count| {
        let span = proof.place(count.range.clone()).map(|(_, span)| span);
        span.is_some_and(|own| known.iter().any(|fault| fault.span.start < own.end && own.start < fault.span.end))
    };
    counts.iter().filter(|count| !told(count)).filter_map(|count| text.wrong(count, &counts)).collect()
}

impl Text<'_> {
    /// The fault of a count that no tie explains.
    fn wrong(&self, count: &Count, counts: &[Count]) -> Option<Diagnostic> {
        let ties = self.ties(count);
        (!ties.iter().any(|tie| explains(tie, count))).then_some(())?;
        let judged =
            ties.iter().filter(|tie| self.is_of(count, tie)).map(|tie| (odds(&self.signs(count, tie, counts)), tie));
        let (_, tie) = judged.filter(|(odds, _)| *odds > BAR).max_by(|one, other| one.0.total_cmp(&other.0))?;
        let text = self.proof.plain();
        let shown = |mark: &Mark| match text[mark.range.clone()].trim() {
            "" => "nay".to_owned(),
            shown => shown.to_owned(),
        };
        let fault = self.proof.fault("date-span", count.range.clone()).with("first", shown(tie.first));
        let right = format!("{} {}", tie.makes, count.unit.word());
        let mut fault = fault.with("last", shown(tie.last)).with("right", right.as_str());
        fault.message.id = "date-span.between";
        Some(fault.hint(Message::new("date-span.hint.between").with("right", right)))
    }

    /// Whether a count may be of two points at all: a slip explains it, one of the two stands beside it, and no name behind it tells of
    /// another beginning.
    fn is_of(&self, count: &Count, tie: &Tie) -> bool {
        let own = |mark: &Mark| mark.sentence == count.sentence && !mark.is_now;
        // Of an age of today the birth stands beside it: another sentence may tell of another person.
        let beside = own(tie.first) || own(tie.last) || count.unit == Unit::Age && !tie.last.is_now;
        let beside = beside && slip(count.value, tie.makes).is_some();
        beside && self.births(count) < 2 && (!self.is_named(count) || self.is_bracket(count, tie))
    }

    /// All pairs of points near a count, and of each what lies between.
    fn ties(&self, count: &Count) -> Vec<Tie<'_>> {
        let near = |mark: &&Mark| mark.sentence.abs_diff(count.sentence) <= NEAR || mark.is_now;
        let mut marks: Vec<&Mark> = self.marks.iter().filter(near).collect();
        marks.sort_by_key(|mark| mark.range.start.abs_diff(count.range.start));
        marks.truncate(MANY);
        let pairs = marks.iter().flat_map(|first| marks.iter().map(move |last| (*first, *last)));
        let tie = |(first, last): (&'_ Mark, &'_ Mark)| {
            let makes = count.unit.between(first, last).filter(|makes| *makes > 0)?;
            Some((first.range.start, last.range.start, makes))
        };
        let find = |at: usize| marks.iter().find(|mark| mark.range.start == at).copied();
        pairs
            .filter_map(tie)
            .filter_map(|(first, last, makes)| Some(Tie { first: find(first)?, last: find(last)?, makes }))
            .collect()
    }
}

/// Whether two points make a count: a day, a month or a year more or less is a way of counting.
fn explains(tie: &Tie, count: &Count) -> bool {
    (tie.makes - count.value).abs() < 2 || count.is_rough && (tie.makes - count.value).abs() * 10 <= tie.makes
}

/// How a count differs from what two points make.
fn slip(said: i64, right: i64) -> Option<bool> {
    let (said, right) = (u16::try_from(said).ok()?, u16::try_from(right).ok()?);
    (said > 9 && is_slip(said, right) && right > 9).then(|| is_turned(said, right))
}

fn odds(signs: &[signs::Sign]) -> f32 {
    signs.iter().map(|(sign, strength)| WORTH.get(sign).copied().unwrap_or_default() * strength).sum()
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn counts_that_two_points_make() {
        for (text, told) in [
            ("Ông Tư sinh ngày 5/5/1937, do tuổi cao đã từ trần ngày 20/5/2025, hưởng thọ 78 tuổi.", Some("78 tuổi")),
            ("Ông Tư sinh ngày 5/5/1937, do tuổi cao đã từ trần ngày 20/5/2025, hưởng thọ 88 tuổi.", None),
            (
                "Anh Ba sinh năm 1959, nhập ngũ năm 1977. Anh hy sinh ngày 26/3/1978 khi mới tròn 29 tuổi.",
                Some("29 tuổi"),
            ),
            ("Anh Ba sinh năm 1959, nhập ngũ năm 1977. Anh hy sinh ngày 26/3/1978 khi mới tròn 19 tuổi.", None),
            (
                "Nhân 64 năm Quốc khánh (1945 - 2009), 40 năm làm theo Di chúc của Bác (1959 - 2009), xã họp.",
                Some("40 năm"),
            ),
            ("Nhân 64 năm Quốc khánh (1945 - 2009), 40 năm làm theo Di chúc của Bác (1969 - 2009), xã họp.", None),
            (
                "Từ 18 giờ ngày 2/9/2020 đến 18 giờ ngày 21/10/2020, huyện đã qua 59 ngày không có ca mới.",
                Some("59 ngày"),
            ),
            ("Từ 18 giờ ngày 2/9/2020 đến 18 giờ ngày 21/10/2020, huyện đã qua 49 ngày không có ca mới.", None),
            // Two births, a badge, a thing with a beginning of its own.
            ("Ông sinh năm 1937, bà sinh năm 1947. Năm 2025, bà mất, hưởng thọ 88 tuổi.", None),
            ("Sáng 19/5/2022, xã trao Huy hiệu 60 năm, 50 năm tuổi Đảng cho đảng viên vào Đảng năm 1982.", None),
            ("Năm 2014, xã mừng 60 năm Chiến thắng Điện Biên Phủ tại đình dựng năm 1924.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
