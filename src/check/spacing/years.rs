//! A hyphen missing between the two years of a span — *thiếu gạch nối*: *nhiệm kỳ 2020 2025*.

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::seek::seek;

/// Words that a span of years follows.
const SPANS: [&str; 8] =
    ["nhiệm kỳ", "nhiệm kì", "giai đoạn", "niên khóa", "niên khoá", "thời kỳ", "thời kì", "năm học"];

/// So many years at most are one span.
const LONGEST: u32 = 50;

/// Checks the spans of years of a text.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    for (at, _) in seek(text, " 20") {
        let (before, behind) = (&text[..at], &text[at + 1..]);
        let count = behind.bytes().take_while(u8::is_ascii_digit).count();
        let Some((lead, first)) = before.rsplit_once([' ', '\u{a0}']) else { continue };
        let (Some(begin), Some(end)) = (year(first), year(&behind[..count])) else { continue };
        let span = begin < end && end - begin <= LONGEST;
        if span && follows(lead) && is_whole(&behind[count..]) {
            let hint = Message::new("space.hint").with("right", format!("{begin}-{end}"));
            let mut fault = proof.fault("hyphen-lopsided", at - first.len()..at + 1 + count);
            fault.message.id = "hyphen-lopsided.missing";
            faults.push(fault.hint(hint));
        }
    }
}

/// A year in four figures.
fn year(text: &str) -> Option<u32> {
    (text.len() == 4).then(|| text.parse().ok()).flatten().filter(|year| (1900..2100).contains(year))
}

/// Whether a text ends in one of the words.
fn follows(lead: &str) -> bool {
    let mut words = lead.rsplit(' ');
    let (Some(last), Some(first)) = (words.next(), words.next()) else { return false };
    let pair = format!("{first} {last}").to_lowercase();
    SPANS.iter().any(|span| pair.ends_with(span))
}

/// Whether a number ends there: *2022.500* and *2022%* are no years.
fn is_whole(rest: &str) -> bool {
    let mut signs = rest.chars();
    match signs.next() {
        Some('.' | ',') => !signs.next().is_some_and(|c| c.is_ascii_digit()),
        Some(sign) => !matches!(sign, '/' | '%') && !sign.is_alphanumeric(),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_of_years_has_its_hyphen() {
        for (text, told) in [
            ("đại hội nhiệm kỳ 2020 2025 và giai đoạn 2021 2030.", &["2020 2025", "2021 2030"][..]),
            ("NHIỆM KỲ 2020 2025", &["2020 2025"]),
            ("nhiệm kỳ 2020-2025, giai đoạn 2021 - 2025, giai đoạn 2025 2021, giai đoạn 2021, 2025", &[]),
            ("giai đoạn 2021 2025% và năm 2021 2025 hộ, giai đoạn 2021 2.025 hộ", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let mut faults = Vec::new();
            check(&proof, &mut faults);
            let found: Vec<_> = faults.iter().map(|fault| &source.text[source.clamp(fault.span)]).collect();
            assert_eq!(found, told, "{text}");
        }
    }
}
