//! Days told one by one, and years in the Party — *trong hai ngày 14, 15 và 16/8*; *Huy hiệu 60 năm tuổi Đảng*.

use super::{counted, digits};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;

/// Checks each count of days with the days behind it, and each badge with the year of joining.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, word) in proof.text.match_indices(" ngày ") {
        faults.extend(listed(proof, at + word.len()));
    }
    for (at, word) in proof.text.match_indices("Huy hiệu ") {
        faults.extend(years_in_the_party(proof, at, at + word.len()));
    }
}

/// *hai ngày 14, 15 và 16/8*: as many days as are told.
fn listed(proof: &Proof, from: usize) -> Option<Diagnostic> {
    let text = &proof.text;
    let (said, count) = counted(text, from)?;
    let (mut days, mut rest) = (0_i64, &text[from..]);
    let mut last = 0;
    loop {
        let (day, after) = digits(rest, 2)?;
        days += 1;
        let joint = [", ", " và ", " - ", "-", " – "].into_iter().find(|joint| after.starts_with(joint));
        // A span counts all its days.
        if let Some(joint) = joint {
            rest = &after[joint.len()..];
            if joint.contains(['-', '–']) {
                days += i64::from(digits(rest, 2)?.0) - i64::from(day) - 1;
            }
            last = day;
            continue;
        }
        let month = after.strip_prefix('/').or_else(|| after.strip_prefix(" tháng "))?;
        rest = month;
        let ordered = day > last && days > 1;
        (ordered && digits(month, 2).is_some()).then_some(())?;
        break;
    }
    let length = rest.find(|c: char| !(c.is_ascii_digit() || c == '/')).unwrap_or(rest.len());
    let end = text.len() - rest.len() + length;
    (days != count).then(|| {
        let mut fault = proof.fault("date-span", said.start..end).with("days", days).with("span", &text[from..end]);
        fault.message.id = "date-span.count";
        fault.hint(Message::new("date-span.hint").with("days", days))
    })
}

/// *Huy hiệu 60 năm tuổi Đảng … được kết nạp vào Đảng ngày 19/5/1975*: as many years as have passed.
fn years_in_the_party(proof: &Proof, start: usize, from: usize) -> Option<Diagnostic> {
    const WIDE: usize = 260;
    let text = &proof.text;
    let year = proof.day.filter(|_| proof.dated).map(Ymd::year)?;
    let (said, rest) = digits(&text[from..], 2)?;
    let rest = rest.strip_prefix(" năm tuổi Đảng")?;
    let end = text.len() - rest.len();
    let far = rest.char_indices().nth(WIDE).map_or(rest.len(), |(far, _)| far);
    let near = rest[..far].split('\n').next()?;
    // Of several badges in one sentence nobody can say whose year it is.
    (!near.contains("Huy hiệu")).then_some(())?;
    let joined = near.find("kết nạp").or_else(|| near.find("vào Đảng"))?;
    let admitted = near[joined..].split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4)?;
    let right = year.checked_sub(admitted.parse().ok()?)?;
    (right.abs_diff(said) > 1 && right < 100).then(|| {
        let mut fault = proof.fault("date-span", start..end).with("admitted", admitted).with("years", right);
        fault.message.id = "date-span.badge";
        fault.hint(Message::new("date-span.hint.years").with("years", right))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_badges() {
        for (text, told) in [
            ("Trong hai ngày 14, 15 và 16/8, Đoàn", Some("hai ngày 14, 15 và 16/8")),
            ("Trong ba ngày 14, 15 và 16/8, Đoàn", None),
            ("Trong hai ngày 14 và 15/5, Đoàn", None),
            ("trong 2 ngày 14 - 16/8/2025, Đoàn", Some("2 ngày 14 - 16/8/2025")),
            ("trong 3 ngày 14 - 16/8/2025, Đoàn", None),
            ("họp ngày 14, 15 và 16/8", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, Ymd::new(2026, 6, 30).ok()), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
