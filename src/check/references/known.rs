//! Laws and decrees that everybody cites — *văn bản hay được viện dẫn* — against their own numbers and days.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Padding, Ymd};
use crate::viet::reference::known::{self, Known};

/// How far behind the name of a law its day or number may stand, in letters.
const FAR: usize = 40;

/// Checks the days of known numbers, and numbers and days of known laws.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for one in proof.references() {
        let Some(mention) = proof.date_behind(one) else { continue };
        let (Some(known), Ok(day)) = (known::of_number(&one.canonical()), mention.day) else { continue };
        let other_year = one.year.is_some_and(|year| year != day.year());
        if known.day != day && !other_year {
            faults.push(other_day(proof, mention.range, &one.canonical(), known.day));
        }
    }
    let lower = proof.lower();
    for (at, word) in lower.match_indices("luật ") {
        let laws = known::of_name(&lower[at + word.len()..]);
        let whole = !lower[..at].ends_with(char::is_alphanumeric);
        // *Luật sửa đổi một số điều của Luật Đất đai ngày …*: the day is another law's.
        let part = lower[..at].trim_end().ends_with("của") || lower[..at].trim_end().ends_with("bổ sung");
        if let Some(first) = laws.first().filter(|_| whole && !part) {
            faults.extend(of_law(proof, at + word.len() + first.name.len(), &laws));
        }
    }
}

fn other_day(proof: &Proof, range: Range<usize>, number: &str, right: Ymd) -> Diagnostic {
    let right = right.numeric(Padding::Padded);
    let mut fault = proof.fault("reference-date", range).with("number", number);
    fault.message.id = "reference-date.known";
    fault.hint(Message::new("reference-date.hint.known").with("number", number).with("right", right))
}

/// *Luật Đất đai ngày 29/11/2014*, *Luật Đất đai số 54/2013/QH13*: nearly the day or the number of the law.
fn of_law(proof: &Proof, end: usize, laws: &[&Known]) -> Option<Diagnostic> {
    let text = &proof.text;
    let rest = &text[end..];
    let far = rest.char_indices().nth(FAR).map_or(rest.len(), |(far, _)| far);
    let behind = rest[..far].trim_start_matches([',', ' ', '(']);
    let start = text.len() - rest.len() + rest[..far].len() - behind.len();
    if behind.starts_with("ngày ") {
        let told =
            date::find(&text[start..start + behind.len()]).into_iter().next().filter(|told| told.range.start < 6)?;
        let day = told.day.ok()?;
        let known = laws.iter().any(|law| law.day == day);
        // A day that is another in every part may be a law's that the table lacks.
        let near = |law: &&&Known| {
            let same = [law.day.year() == day.year(), law.day.month() == day.month(), law.day.day() == day.day()];
            same.into_iter().filter(|same| *same).count() == 2
        };
        let right = laws.iter().find(near).filter(|_| !known)?;
        let range = start + told.range.start..start + told.range.end;
        return Some(other_day(proof, range, right.number, right.day));
    }
    let all = proof.references();
    let one = all.get(all.partition_point(|one| one.range.start < end)).filter(|one| one.range.start < end + far)?;
    let led = text[end..one.range.start].trim().trim_start_matches([',', '(']).trim();
    let own = one.canonical();
    let known = laws.iter().any(|law| law.number == own);
    let near = laws.iter().find(|law| {
        let (number, rest) = law.number.split_once('/').unwrap_or((law.number, ""));
        own.ends_with(rest) && is_near(number, &one.number) || (one.number == number && own.len() == law.number.len())
    });
    let right = near.filter(|_| !known && matches!(led, "" | "số"))?;
    let mut fault = proof.fault("reference-near", one.range.clone());
    fault.message.id = "reference-near.known";
    Some(fault.hint(Message::new("reference-near.hint").with("right", right.number)))
}

/// Numbers of one length that differ in one figure, or in the order of two.
fn is_near(a: &str, b: &str) -> bool {
    let other: Vec<(u8, u8)> = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).collect();
    a.len() == b.len()
        && matches!(other[..], [_] | [_, _])
        && (other.len() == 1 || other[0] == (other[1].1, other[1].0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_and_decrees() {
        for (text, told) in [
            ("Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2014;", Some("ngày 29 tháng 11 năm 2014")),
            ("Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;", None),
            ("Căn cứ Luật Đất đai ngày 18/01/2024; Luật sửa đổi, bổ sung Luật Đất đai ngày 18/01/2025;", None),
            ("Căn cứ Luật Đất đai ngày 01/7/1993;", None),
            ("Luật Đất đai số 54/2013/QH13", Some("54/2013/QH13")),
            ("Luật Đầu tư công số 39/2019/QH14", None),
            ("Nghị định số 30/2020/NĐ-CP ngày 15/3/2020", Some("15/3/2020")),
            ("Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
