//! A period compared with itself — *trong 15 ngày đầu tháng 8/2018 … giảm 23,9% so với 15 ngày đầu tháng 8/2018*.

use std::collections::BTreeMap;

use super::Sentence;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Point;

/// Words that lead to what something is compared with.
const COMPARED: &str = "so với ";

/// Parts of a month or a year, before it.
const PARTS: [&str; 4] = ["đầu", "cuối", "giữa", "cùng kỳ"];

/// So many periods are those of a table.
const MANY: usize = 12;

/// The most words between *so với* and its period.
const LINK: usize = 4;

/// Checks what the figures of a sentence are compared with.
pub(super) fn check(proof: &Proof, sentence: &Sentence, faults: &mut Vec<Diagnostic>) {
    let told = sentence.points.iter().enumerate().find_map(|(at, point)| {
        let link = link(sentence, point)?;
        let own = sentence.points[..at].iter().rev().find(|own| self::link(sentence, own).is_none())?;
        let whole = |one: &Point| (one.year, one.months, one.day);
        let before = sentence.before(own.range.start).trim_end();
        // *15 ngày đầu tháng 8* is no *tháng 8*.
        let alike = if link.is_empty() {
            !PARTS.iter().any(|word| before.ends_with(word))
        } else {
            before.ends_with(link) && !link.contains("cùng kỳ")
        };
        let dated = point.year.is_some() && point.months.is_some();
        let between = sentence.between(own.range.end..point.range.start);
        let planned = ["kế hoạch", "dự kiến", "mục tiêu", ";"].iter().any(|word| between.contains(word));
        (dated && whole(own) == whole(point) && alike && !planned).then_some(point)
    });
    let Some((point, year)) = told.and_then(|point| Some((point, point.year?))) else { return };
    let mut fault = proof.fault("time-course", point.range.clone());
    fault.message.id = "time-course.itself";
    faults.push(fault.hint(Message::new("time-course.hint.compared").with("year", year.saturating_sub(1))));
}

/// *Quý I/2024, doanh thu đạt 220 tỷ đồng. Lợi nhuận tăng 19% so với quý I/2024 năm ngoái*: the one period that a text tells of, in
/// another sentence.
pub(super) fn across(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    // *Năm 2024, sản lượng đạt … so với năm 2024* as much as a quarter.
    let part = |point: &&Point| point.day.is_none();
    let told = sentences.iter().flat_map(|sentence| sentence.points.iter().map(move |point| (sentence, point)));
    let (compared, own): (Vec<_>, Vec<_>) =
        told.filter(|(_, point)| part(point)).partition(|(sentence, point)| is_compared(sentence, point));
    // Of many periods none is the one that the text is of; of each, the first place tells.
    let mut known = BTreeMap::new();
    for told in own {
        known.entry((told.1.year, told.1.months)).or_insert(told);
    }
    let own: Vec<_> = known.into_values().collect();
    (own.len() < MANY).then_some(())?;
    let (year, point) = compared.iter().find_map(|(_, point)| {
        // The year of a report is told beside its months; a month, beside the years before.
        let mut alike = own.iter().filter(|(_, own)| point.months.is_none() || own.months.is_some());
        let same = |own: &Point| own.year == point.year && (point.months.is_none() || own.months == point.months);
        // *15 ngày đầu tháng 8* is no *tháng 8*.
        let part = |(sentence, own): &(&Sentence, &Point)| {
            let head = sentence.near(own.range.start).trim_end();
            PARTS.iter().any(|word| head.ends_with(word))
        };
        let before =
            own.iter().any(|told| told.1.range.end < point.range.start && told.1.months == point.months && !part(told));
        let year = point.year.filter(|_| before && alike.all(|(_, own)| same(own)))?;
        Some((year, point))
    })?;
    let mut fault = proof.fault("time-course", point.range.clone());
    fault.message.id = "time-course.itself";
    Some(fault.hint(Message::new("time-course.hint.compared").with("year", year.saturating_sub(1))))
}

/// *so với quý I/2024*, *gấp 3 lần cùng kỳ tháng 8/2022*, *so với cùng kỳ năm trước (quý II/2021)*: whether figures are compared with a
/// period as a whole.
fn is_compared(sentence: &Sentence, point: &Point) -> bool {
    const LEADS: [&str; 5] = ["so với", "cùng kỳ", "cùng kỳ của", "so với năm", "so cùng kỳ"];
    let head = sentence.near(point.range.start).trim_end_matches([' ', '(', ',']);
    let head = ["trước", "ngoái"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head).trim_end();
    let head = head.strip_suffix("kỳ năm").map_or(head, |_| &head[..head.len() - " năm".len()]);
    LEADS.iter().any(|word| head.ends_with(word))
}

/// The words between *so với* and a period, if nothing else stands between.
fn link<'s>(sentence: &'s Sentence, point: &Point) -> Option<&'s str> {
    let before = sentence.before(point.range.start);
    let link = before[before.rfind(COMPARED)? + COMPARED.len()..].trim();
    let plain = !link.contains([',', ';', '(', '%']) && link.split_whitespace().count() <= LINK;
    plain.then_some(link)
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn periods_compared_with_themselves() {
        for (text, told) in [
            ("Trong 15 ngày đầu tháng 8/2018, giá đạt 1.700 USD/tấn, giảm 2% so với 15 ngày đầu tháng 8/2018.", true),
            ("Trong 15 ngày đầu tháng 8/2018, giá đạt 1.700 USD/tấn, giảm 2% so với 15 ngày đầu tháng 8/2017.", false),
            ("Quý II/2024, doanh thu tăng 6% so với quý I/2024 và tăng 9% so với quý II/2024.", true),
            ("Quý II/2024, doanh thu tăng 6% so với quý I/2024 và tăng 9% so với quý II/2023.", false),
            ("Trong 15 ngày đầu tháng 8/2018, lượng hàng bằng 48% so với tháng 8/2018.", false),
            ("Quý I/2024, doanh thu đạt 220 tỷ đồng. Lợi nhuận tăng 19% so với quý I/2024 năm ngoái.", true),
            ("Quý I/2024, doanh thu đạt 220 tỷ đồng. Lợi nhuận tăng 19% so với quý I/2023.", false),
            ("Tháng 8/2022, khách tăng. Tháng 9/2022, khách giảm. Thu vẫn hơn 5% so với tháng 8/2022.", false),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let found = faults.iter().any(|fault| fault.message.id == "time-course.itself");
            assert_eq!(found, told, "{text}");
        }
    }
}
