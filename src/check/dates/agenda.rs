//! Days at the head of their lines, one after the other, as programmes have them: the one outside the span that the text
//! names before and that holds all others — *từ ngày 6 đến ngày 10/7 … Ngày 08/6: tiếp xúc cử tri tại xã*.

use crate::check::dates::event::spans;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Partial;

/// So many days must lie inside for the one outside to be a slip.
const INSIDE: usize = 3;

/// How many days behind the span a day may stand for its last one.
const NEAR: i64 = 3;

/// The longest head of a line before its day, in letters: *a) Thứ tư, ngày*.
const HEAD: usize = 28;

/// Checks the lines of a text that begin with a day.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    let days = proof.days();
    let heads: Vec<&Partial> = days.iter().filter(|day| day.month.is_some() && opens_its_line(text, day)).collect();
    let whole: Vec<&Partial> = days.iter().filter(|day| day.month.is_some() && day.year.is_some()).collect();
    for span in spans(proof, days) {
        // *từ ngày 8 đến ngày 16/5, cụ thể như sau*: all days that follow in lines are its days.
        let lead = text[span.range.end..].split('\n').next().unwrap_or_default();
        let parts = ["cụ thể như", "cụ thể:", "như sau:"].iter().any(|word| lead.contains(word)) && lead.len() < 60;
        let heads = if parts { &whole } else { &heads };
        let after = heads.iter().filter(|day| day.range.start > span.range.end);
        let lies = |day: &&&Partial| day.like(span.last).is_some_and(|day| span.first <= day && day <= span.last);
        let (inside, outside): (Vec<&&Partial>, Vec<&&Partial>) = after.partition(lies);
        let [one] = outside[..] else { continue };
        // Between days of the span, not behind them: a later event has a day of its own.
        let between = inside.iter().any(|day| day.range.start > one.range.start);
        // Days up to the last but one, and then one right behind the span.
        let last = inside.iter().filter_map(|day| day.like(span.last)).max();
        let stands_for_last = last.is_some_and(|last| last.tomorrow() == span.last)
            && one.like(span.last).is_some_and(|day| (1..=NEAR).contains(&(day.ordinal() - span.last.ordinal())));
        let between = between || stands_for_last;
        if inside.len() >= INSIDE && between {
            let mut fault = proof.fault("date-span", one.range.clone()).with("span", &text[span.range.clone()]);
            fault.message.id = "date-span.outside";
            faults.push(fault.hint_id("date-span.hint.outside"));
            return;
        }
    }
}

/// Whether nothing but its mark, a weekday and *ngày* stand before a day in its line.
fn opens_its_line(text: &str, day: &Partial) -> bool {
    // A longer head is no mark, and is not read to the beginning of its line.
    let before = &text[..day.range.start];
    let near = before.char_indices().rev().nth(HEAD + 1).map_or(0, |(at, _)| at);
    let stop = before[near..].rfind('\n').map(|at| at + 1).max(before[near..].rfind(". ").map(|at| at + 2));
    let line = stop.map_or(near, |at| near + at);
    let line = &before[line..];
    let head = line.rsplit([':', ')']).next().unwrap_or(line).to_lowercase();
    let words = ["ngày", "thứ", "hai", "ba", "tư", "năm", "sáu", "bảy", "chủ", "nhật", "sáng", "chiều", "tối"];
    let mut bare = head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    line.chars().count() <= HEAD && bare.all(|word| words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_programme() {
        let told = |odd: &str| {
            format!(
                "Từ ngày 6 đến ngày 10/7/2015, Đoàn về xã.\nCụ thể: Ngày 06/7/2015, họp.\nNgày 07/7/2015, họp.\n- Ngày {odd}, họp.\nNgày 09/7/2015, họp.\n"
            )
        };
        for (text, seen) in [(told("08/6/2015"), Some("08/6/2015")), (told("08/7/2015"), None), (told("08/7"), None)] {
            let source = crate::source::Source::new("-", text.as_str());
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let found: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(found, Vec::from_iter(seen), "{text}");
        }
    }
}
