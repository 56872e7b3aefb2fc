//! The hours of a programme — *7 giờ 30: đón tiếp. 8 giờ 00: khai mạc. 7 giờ 45: …*, *- 08h00 - 08h15: …*: each begins no earlier than the
//! one before it, where all others do.

use super::clock::Clock;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;

/// So many hours make a programme.
const MANY: usize = 4;

/// How far apart two lines of one programme stand, in bytes.
const FAR: usize = 600;

/// Checks the runs of hours that open their lines.
pub(super) fn check(proof: &Proof, clocks: &[Clock], faults: &mut Vec<Diagnostic>) {
    let heads: Vec<&Clock> = clocks.iter().filter(|clock| opens(proof.plain(), clock)).collect();
    let mut run: Vec<&Clock> = Vec::new();
    for clock in heads {
        if run.last().is_some_and(|last| clock.range.start - last.range.end > FAR || parted(proof, last, clock)) {
            faults.extend(one_early(proof, &run));
            run.clear();
        }
        run.push(clock);
    }
    faults.extend(one_early(proof, &run));
}

/// Whether an hour is the first word of its line or sentence, and what it is of follows a colon or a dash.
fn opens(text: &str, clock: &Clock) -> bool {
    let head = text[..clock.range.start].trim_end_matches([' ', '-', '+', '•', '*', '–', '\u{a0}']);
    let head = head.strip_suffix("Từ").unwrap_or(head).trim_end_matches([' ', '-', '+']);
    let behind = text[clock.range.end..].trim_start_matches(['’', '\'', ' ']);
    (head.is_empty() || head.ends_with(['\n', '.', ';', ':'])) && behind.starts_with([':', '-', '–'])
}

/// Whether a new day or another half of one begins between two lines.
fn parted(proof: &Proof, one: &Clock, other: &Clock) -> bool {
    let between = &proof.lower()[one.range.end..other.range.start];
    ["ngày", "buổi", "sáng", "chiều", "tối", "đêm", "thứ "].iter().any(|word| between.contains(word))
}

/// The one hour without which all others go on.
fn one_early(proof: &Proof, run: &[&Clock]) -> Option<Diagnostic> {
    let minutes: Vec<u16> = run.iter().map(|clock| u16::from(clock.hour) * 60 + u16::from(clock.minute)).collect();
    let back: Vec<usize> = (1..minutes.len()).filter(|at| minutes[*at] < minutes[at - 1]).collect();
    let [at] = back[..] else { return None };
    (run.len() >= MANY && minutes[at] > minutes[0]).then_some(())?;
    let clock = run[at];
    let fault =
        proof.fault("time-course", clock.range.clone()).with("begun", &proof.plain()[run[at - 1].range.clone()]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.hours";
    Some(fault)
}

#[cfg(test)]
mod tests {
    use super::super::clock::find;
    use super::*;

    #[test]
    fn hours_of_a_programme() {
        for (text, told) in [
            ("7 giờ 30: đón khách. 8 giờ 30: khai mạc. 8 giờ 15: phát biểu. 9 giờ: trao thưởng.", Some("8 giờ 15")),
            ("7 giờ 30: đón khách. 8 giờ 00: khai mạc. 8 giờ 15: phát biểu. 9 giờ: trao thưởng.", None),
            ("- 13h30: đón khách.\n- 14h00: khai mạc.\n- 15h00: thảo luận.\n- 14h45: kết luận.\n", Some("14h45")),
            ("- 8h00: thi.\n- 9h00: nghỉ.\n- 10h00: thi.\nChiều:\n- 9h30: chấm.\n", None),
            ("- 8h00: lớp A.\n- 9h00: lớp A.\n- 8h00: lớp B.\n- 9h00: lớp B.\n", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            let proof = Proof::article(&source, None);
            check(&proof, &find(proof.plain()), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
