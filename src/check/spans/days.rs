//! Days told one by one, and ages — *trong hai ngày 14, 15 và 16/8*; *sinh năm 1960, năm nay 75 tuổi*.

use super::{counted, digits};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;

/// How far an age stands from its year of birth, in letters.
const FAR: usize = 60;

/// Checks each count of days with the days behind it, and each age with a year of birth.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, word) in proof.text.match_indices(" ngày ") {
        faults.extend(listed(proof, at + word.len()));
    }
    for (at, word) in proof.text.match_indices("Huy hiệu ") {
        faults.extend(years_in_the_party(proof, at, at + word.len()));
    }
    for (at, word) in proof.text.match_indices("sinh năm ") {
        faults.extend(age(proof, at + word.len()));
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

/// *sinh năm 1960, năm nay 75 tuổi*: a year less or more is a way of counting.
fn age(proof: &Proof, from: usize) -> Option<Diagnostic> {
    let text = &proof.text;
    let year = proof.day.filter(|_| proof.dated).map(Ymd::year)?;
    let (born, rest) = digits(&text[from..], 4)?;
    let far = rest.char_indices().nth(FAR).map_or(rest.len(), |(far, _)| far);
    let clause = rest[..far].split(['.', ';', '\n']).next()?;
    let at = clause.find(" tuổi")?;
    let word = clause[..at].rsplit(|c: char| !c.is_ascii_digit()).next().filter(|word| !word.is_empty())?;
    // *65 năm tuổi Đảng*, *Huy hiệu 60*, *lúc 20 tuổi* are no age of today.
    let today = clause[..at - word.len()].trim_end_matches(' ');
    let plain = today.ends_with([',', '(']) || ["nay", "đã", "tròn", "vừa"].iter().any(|word| today.ends_with(word));
    let said: u16 = word.parse().ok().filter(|_| plain)?;
    let right = year.checked_sub(born).filter(|right| *right < 130 && right.abs_diff(said) > 1)?;
    let start = from + 4 + at - word.len();
    let mut fault = proof.fault("date-span", start..start + word.len() + " tuổi".len());
    fault.message.id = "date-span.age";
    Some(fault.with("born", born).with("age", right).hint(Message::new("date-span.hint.age").with("age", right)))
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
    fn days_and_ages() {
        for (text, told) in [
            ("Trong hai ngày 14, 15 và 16/8, Đoàn", Some("hai ngày 14, 15 và 16/8")),
            ("Trong ba ngày 14, 15 và 16/8, Đoàn", None),
            ("Trong hai ngày 14 và 15/5, Đoàn", None),
            ("trong 2 ngày 14 - 16/8/2025, Đoàn", Some("2 ngày 14 - 16/8/2025")),
            ("trong 3 ngày 14 - 16/8/2025, Đoàn", None),
            ("họp ngày 14, 15 và 16/8", None),
            ("Năm 2025, bà Lan, sinh năm 1960, năm nay 75 tuổi, ở ấp", Some("75 tuổi")),
            ("Năm 2025, bà Lan, sinh năm 1960, năm nay 66 tuổi, ở ấp", None),
            ("Năm 2025, bà Lan, sinh năm 1960, vào Đảng lúc 20 tuổi", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, Ymd::new(2026, 6, 30).ok()), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
