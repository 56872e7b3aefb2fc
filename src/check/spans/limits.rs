//! Two limits of one act — *đăng ký trước ngày 25 hằng tháng; ai đăng ký sau ngày 15 thì xếp vào tháng kế tiếp*: what is still in
//! time by the one is late by the other.

use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::seek::seek;

/// Words before the last day that is in time.
const BY: [&str; 4] = [" trước ngày ", " chậm nhất ngày ", " hết ngày ", " muộn nhất ngày "];

/// Words of what becomes of those who come later.
#[rustfmt::skip]
const LATE: [&str; 12] = [
    "tháng kế tiếp", "tháng sau", "tháng tiếp theo", "kỳ sau", "kỳ kế", "đợt sau", "không nhận", "không được", "không giải quyết", "không tiếp nhận",
    "coi là", "bị ",
];

/// How far before its limit an act is told, in bytes.
const CLAUSE: usize = 120;

/// How far behind the one limit the other stands, in bytes.
const FAR: usize = 360;

/// Checks each limit against the one that is told of the same act behind it.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    for (at, word) in BY.iter().flat_map(|word| seek(lower, word)) {
        let Some(limit) = day(&lower[at + word.len()..]) else { continue };
        let clause = &lower[lower.floor_char_boundary(at.saturating_sub(CLAUSE))..at];
        let clause = clause.rsplit(['.', ';', '\n']).next().unwrap_or_default();
        let far = lower.floor_char_boundary((at + FAR).min(lower.len()));
        let behind = lower[at + word.len()..far.max(at + word.len())].split('\n').next().unwrap_or_default();
        let from = at + word.len();
        let late = seek(behind, " sau ngày ").find_map(|(place, word)| {
            let later = day(&behind[place + word.len()..]).filter(|later| later.month == limit.month)?;
            let said = act(&behind[..place]).is_some_and(|act| clause.contains(act));
            let rest = &behind[place + word.len()..];
            let clause = rest.split(['.', ';']).next().unwrap_or_default();
            let refused = LATE.iter().any(|word| clause.contains(word));
            (said && refused && later.day + 1 < limit.day).then_some(later)
        });
        if let Some(late) = late {
            let mut fault = proof.fault("date-span", from..from + limit.length).with("late", late.day);
            fault.message.id = "date-span.limits";
            faults.push(fault.hint_id("date-span.hint.papers"));
        }
    }
}

/// A day with its month, if any, and its length in the text.
struct Day {
    day: u8,
    month: Option<u8>,
    length: usize,
}

/// *25 hằng tháng*, *25/6*.
fn day(text: &str) -> Option<Day> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let length = digits(text);
    let day = text[..length].parse().ok().filter(|day| (1..=31).contains(day))?;
    let joint = ["/", "-", " tháng "].into_iter().find(|joint| text[length..].starts_with(joint));
    let month = joint.and_then(|joint| {
        let rest = &text[length + joint.len()..];
        Some((rest[..digits(rest)].parse().ok()?, length + joint.len() + digits(rest)))
    });
    Some(Day { day, month: month.map(|month| month.0), length: month.map_or(length, |month| month.1) })
}

/// The two syllables before a limit, which say what must be done by it: *đăng ký*, *nộp đơn*.
fn act(head: &str) -> Option<&str> {
    const SHORT: usize = 4;
    let from = head.rmatch_indices([' ', '\n']).nth(1)?.0 + 1;
    let act = &head[from..];
    let plain = act.chars().all(|c| c.is_alphabetic() || c == ' ');
    (plain && act.len() > SHORT).then_some(act)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_of_one_act() {
        for (text, told) in [
            ("Hộ dân nộp đơn trước ngày 20 hằng tháng; ai nộp đơn sau ngày 10 thì xét vào tháng sau.", Some("20")),
            ("Hộ dân nộp đơn trước ngày 10 hằng tháng; ai nộp đơn sau ngày 10 thì xét vào tháng sau.", None),
            ("Đơn vị gửi báo cáo trước ngày 25/6; gửi báo cáo sau ngày 15/6 thì không được xét.", Some("25/6")),
            ("Đơn vị gửi báo cáo trước ngày 25/6; gửi báo cáo sau ngày 25/6 thì không được xét.", None),
            (
                "Hộ dân đăng ký mua giống trước ngày 26/3; hộ đăng ký sau ngày 16/3 thì không được trợ giá.",
                Some("26/3"),
            ),
            ("Đơn vị gửi báo cáo trước ngày 25/6; trẻ sinh ra sau ngày 15/6 thì không được tính.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
