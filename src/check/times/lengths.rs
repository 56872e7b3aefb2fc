//! How long it is from one point to another — *sinh năm 1959 … hy sinh ngày 26/3/1978, khi mới 19 tuổi*; *40 năm (1969 - 2009)*; *từ 2/9
//! đến 21/10, qua 49 ngày*: a count of time that no two points near it make, where a slip would let two of them make it.

mod counts;
mod marks;

use super::Sentence;
use crate::check::proof::Proof;
use crate::check::slip;
use crate::diag::{Diagnostic, Message};
use counts::{Count, Unit};
use marks::Mark;

/// In how many sentences around a count its points stand.
const NEAR: usize = 2;

/// How many points around a count are read.
const MANY: usize = 10;

/// The fewest that are counted for a slip to be no chance.
const LEAST: i64 = 10;

/// Two points that may make a count, and what lies between them in its unit.
#[derive(Debug, Clone, Copy)]
struct Tie<'m> {
    first: &'m Mark,
    last: &'m Mark,
    makes: i64,
}

/// A text with its points in order.
struct Text<'p> {
    proof: &'p Proof,
    marks: Vec<Mark>,
    counts: Vec<Count>,
}

/// The counts of a text that two points should make and do not, but for those told of already.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], known: &[Diagnostic]) -> Vec<Diagnostic> {
    let text = Text { proof, marks: marks::all(proof, sentences), counts: counts::all(proof, sentences) };
    if text.marks.len() < 2 {
        return Vec::new();
    }
    let told = |count: &Count| {
        let span = proof.place(count.range.clone()).map(|(_, span)| span);
        span.is_some_and(|own| known.iter().any(|fault| fault.span.start < own.end && own.start < fault.span.end))
    };
    text.counts
        .iter()
        .filter(|count| count.value >= LEAST && !told(count))
        .filter_map(|count| text.wrong(count))
        .collect()
}

impl Text<'_> {
    /// The fault of a count that no two points explain, and that a slip would let two of them make.
    fn wrong(&self, count: &Count) -> Option<Diagnostic> {
        let ties = self.ties(count);
        (!ties.iter().any(|tie| explains(tie, count))).then_some(())?;
        let meant = ties.iter().filter(|tie| self.is_meant(count, tie));
        let tie = meant.min_by_key(|tie| {
            let apart = tie.last.range.start.abs_diff(count.range.start);
            (!self.is_bracket(count, tie), tie.first.span.is_none() || tie.first.span != tie.last.span, apart)
        })?;
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

    /// Whether two points were meant to make a count: a slip explains it, its ends stand beside it, and no name behind it tells of
    /// another beginning.
    fn is_meant(&self, count: &Count, tie: &Tie) -> bool {
        let own = |mark: &Mark| mark.sentence == count.sentence && !mark.is_now;
        let lower = self.proof.lower();
        let beside = match count.unit {
            // A life may be told in several sentences; of two births nobody can say whose age it is.
            Unit::Age => {
                let births = self.near(count).filter(|mark| mark.is_birth(lower)).count();
                tie.first.is_birth(lower) && births == 1 && (own(tie.first) || !tie.last.is_now)
            }
            _ => own(tie.first) && own(tie.last) || self.has_passed(count, tie),
        };
        // *thời hạn 20 ngày; nơi này từ 21/9 đến 5/10, nơi kia từ 22/9 đến 2/10*: of two spans nobody can say whose it is.
        let of_one = self.is_bracket(count, tie) || {
            let own = self.marks.iter().filter(|mark| mark.sentence == count.sentence);
            own.filter_map(|mark| mark.span).collect::<std::collections::BTreeSet<_>>().len() < 2
        };
        // *80 năm lập nước và 50 năm Ngày giải phóng tỉnh (1975 - 2025)*: what makes another count is not meant by this one.
        let mut others =
            self.counts.iter().filter(|other| other.sentence == count.sentence && other.unit == count.unit);
        let taken = others.any(|other| other.value == tie.makes);
        let beside = beside && of_one && !taken;
        beside && is_typed_for(count.value, tie.makes) && (!self.is_named(count) || self.is_bracket(count, tie))
    }

    /// *Bão vào bờ năm 2013. Đến năm 2023, đã 20 năm trôi qua*; *Ngày 21/10/2021, xã bắt Cương, bị truy nã từ tháng 8/1998. Sau 23
    /// năm …*: the only two times around, births aside, told before the count.
    fn has_passed(&self, count: &Count, tie: &Tie) -> bool {
        const PASSED: [&str; 7] = ["đã", "tròn", "sau", "suốt", "sau hơn", "sau gần", "ròng rã"];
        let lower = self.proof.lower();
        let lead = lower[..count.range.start].trim_end();
        let led = PASSED.iter().any(|word| lead.ends_with(word)) && tie.last.range.end < count.range.start;
        let mut told = self.near(count).filter(|mark| !mark.is_now && !mark.is_birth(lower));
        let makes_none = |mark: &Mark| [tie.first, tie.last].iter().all(|end| count.unit.between(end, mark) != Some(0));
        led && !told.any(makes_none) && tie.last.sentence + 1 >= count.sentence
    }

    /// The points around a count.
    fn near(&self, count: &Count) -> impl Iterator<Item = &Mark> {
        let place = self.marks.partition_point(|mark| mark.range.start < count.range.start);
        let near = place.saturating_sub(MANY)..self.marks.len().min(place + MANY);
        let now = self.marks[..near.start].iter().take(1).filter(|mark| mark.is_now);
        now.chain(&self.marks[near]).filter(|mark| mark.sentence.abs_diff(count.sentence) <= NEAR || mark.is_now)
    }

    /// All pairs of points near a count, and of each what lies between.
    fn ties(&self, count: &Count) -> Vec<Tie<'_>> {
        let mut marks: Vec<&Mark> = self.near(count).collect();
        marks.sort_by_key(|mark| mark.range.start.abs_diff(count.range.start));
        marks.truncate(MANY);
        let pairs = marks.iter().flat_map(|first| marks.iter().map(move |last| (*first, *last)));
        let tie = |(first, last)| {
            count.unit.between(first, last).filter(|makes| *makes > 0).map(|makes| Tie { first, last, makes })
        };
        pairs.filter_map(tie).collect()
    }

    /// *40 năm thực hiện Di chúc (1969 - 2009)*: whether two points stand in the bracket behind a count.
    fn is_bracket(&self, count: &Count, tie: &Tie) -> bool {
        let span = tie.first.span.is_some() && tie.first.span == tie.last.span;
        let gap = self.proof.lower().get(count.range.end..tie.first.range.start).unwrap_or_default();
        span && gap.ends_with('(') && !gap.contains([')', ';', '.'])
    }

    /// Whether a name stands right behind a count: *60 năm Chiến thắng Điện Biên Phủ*.
    fn is_named(&self, count: &Count) -> bool {
        let behind = self.proof.text[count.range.end..].trim_start_matches(' ');
        behind.starts_with(char::is_uppercase)
    }
}

/// Whether two points make a count: a day, a month or a year more or less is a way of counting.
fn explains(tie: &Tie, count: &Count) -> bool {
    (tie.makes - count.value).abs() < 2 || count.is_rough && (tie.makes - count.value).abs() * 10 <= tie.makes
}

/// Whether one number may be typed for another.
fn is_typed_for(said: i64, right: i64) -> bool {
    let numbers = u16::try_from(said).ok().zip(u16::try_from(right).ok());
    numbers.is_some_and(|(said, right)| right >= 10 && slip::is_typed_for(said, right))
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
            ("Lũ về bản năm 2003. Đến năm 2023, đã 30 năm trôi qua, người bản vẫn nhớ.", Some("30 năm")),
            ("Lũ về bản năm 2003. Đến năm 2023, đã 20 năm trôi qua, người bản vẫn nhớ.", None),
            ("Nhân 80 năm lập nước và mừng 50 năm xã về với tỉnh nhà (31/3/1975 - 31/3/2025), xã họp.", None),
            (
                "Ngày 21/10/2021, xã bắt Cương (SN 1971), bị truy nã từ tháng 8/1998. Sau 32 năm trốn, Cương đã khai.",
                Some("32 năm"),
            ),
            (
                "Ngày 21/10/2021, xã bắt Cương (SN 1971), bị truy nã từ tháng 8/1998. Sau 23 năm trốn, Cương đã khai.",
                None,
            ),
            (
                "Ngày 17/4/2019, xã đã tròn 30 ngày không có lợn bệnh. Con lợn cuối cùng bị tiêu hủy ngày 28/3/2019 ở thôn.",
                Some("30 ngày"),
            ),
            (
                "Ngày 17/4/2019, xã đã tròn 30 ngày không có lợn bệnh. Con lợn cuối cùng bị tiêu hủy ngày 18/3/2019 ở thôn.",
                None,
            ),
            // Two births, a badge, a thing with a beginning of its own.
            ("Ông sinh năm 1937, bà sinh năm 1947. Năm 2025, bà mất, hưởng thọ 88 tuổi.", None),
            ("Sáng 19/5/2022, xã trao Huy hiệu 60 năm, 50 năm tuổi Đảng cho đảng viên vào Đảng năm 1982.", None),
            (
                "Cạnh các trường nhận hồ sơ 20 ngày, Trường Cao đẳng Đông nhận từ ngày 11-9 đến 25-9-2017, Trường Cao đẳng Tây nhận từ ngày 12-9 đến 22-9-2017.",
                None,
            ),
            ("Năm 2014, xã mừng 60 năm Chiến thắng Điện Biên Phủ tại đình dựng năm 1924.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
