//! Hours that have passed between two days — *khoảng 18 giờ ngày 21/11, Nhạc bỏ trốn. … Khoảng 21 giờ ngày 22/11, Nhạc bị bắt, sau 27
//! giờ*: the only two moments around, where a slip explains the count.

use super::clock::{Clock, of_the_day};
use super::hours::{FAR, another_length, day};
use crate::check::proof::Proof;
use crate::check::slip::is_typed_for;
use crate::diag::Diagnostic;
use crate::viet::seek::seek;

/// The fewest hours that a slip is told of.
const LEAST: u16 = 10;

/// *sau 37 giờ*: so many hours behind the first of the two moments told before it.
pub(super) fn check(proof: &Proof, clocks: &[Clock]) -> Option<Diagnostic> {
    const LEADS: [&str; 7] = ["sau", "trong", "suốt", "qua", "hơn", "gần", "sau khoảng"];
    let lower = proof.lower();
    seek(lower, " giờ").chain(seek(lower, " tiếng")).find_map(|(at, unit)| {
        let digits = at - lower[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (start, end) = (at - digits, at + unit.len());
        let said: u16 = lower[start..at].parse().ok().filter(|said| *said >= LEAST)?;
        let led = LEADS.iter().any(|word| lower[..start].trim_end().ends_with(word));
        let behind = lower[end..].trim_start();
        let named = ["ngày", "sáng", "trưa", "chiều", "tối", "đêm"].iter().any(|word| behind.starts_with(word))
            || behind.starts_with(|c: char| c.is_ascii_digit());
        (led && !named).then_some(())?;
        let told = &clocks[..clocks.partition_point(|clock| clock.range.end <= start)];
        let far = told.iter().rev().take_while(|clock| start - clock.range.end < FAR).take(3).count();
        let [one, other] = &told[told.len() - far..] else { return None };
        let minutes =
            |clock: &Clock| Some(day(proof, clock)?.ordinal() * 24 * 60 + i64::from(of_the_day(proof, clock)?));
        let long = minutes(other)? - minutes(one)?;
        let right = u16::try_from((long + 30) / 60).ok()?;
        let wrong = right >= LEAST && right.abs_diff(said) > 1 && is_typed_for(said, right);
        let text = proof.plain();
        let span = format!("{} - {}", &text[one.range.clone()], &text[other.range.clone()]);
        wrong.then(|| another_length(proof, start..end, &span, long))
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn hours_that_have_passed() {
        for (text, told) in [
            (
                "Khoảng 18 giờ ngày 21/11, Nhạc bỏ trốn. Khoảng 21 giờ ngày 22/11, công an đã bắt được Nhạc, sau 37 giờ lẩn trốn.",
                Some("37 giờ"),
            ),
            (
                "Khoảng 18 giờ ngày 21/11, Nhạc bỏ trốn. Khoảng 21 giờ ngày 22/11, công an đã bắt được Nhạc, sau 27 giờ lẩn trốn.",
                None,
            ),
            (
                "Đám cháy bùng lên lúc 14 giờ ngày 3/4/2024. Đến 8 giờ ngày 4/4/2024, lửa tắt hẳn. Sau gần 28 giờ chữa cháy, dân đã về.",
                Some("28 giờ"),
            ),
            ("Mưa từ 18 giờ ngày 21/11. Đến 21 giờ ngày 22/11, nước rút. Chợ mở lại sau 37 giờ.", Some("37 giờ")),
            (
                "Từ 18 giờ ngày 21/11 cấm đường. Đến 21 giờ ngày 22/11, xe được qua cầu, trong 60 giờ đầu đi một làn.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
