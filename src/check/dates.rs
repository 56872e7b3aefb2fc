//! Days that do not exist, weekdays of other days, zeros against the decree — *ngày tháng trong câu chữ*.

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, DateFault, Mention, MentionFault, Padding};

/// Checks the dates of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for mention in date::find(&proof.text) {
        if let Err(fault) = mention.day {
            faults.push(impossible(proof, &mention, fault));
        }
        for wrong in &mention.faults {
            faults.extend(written_wrong(proof, &mention, *wrong));
        }
    }
}

fn impossible(proof: &Proof, mention: &Mention, fault: DateFault) -> Diagnostic {
    let hint = match fault {
        DateFault::Day { last, .. } => Message::new("date-impossible.hint.day").with("last", last),
        DateFault::Month(month) => Message::new("date-impossible.hint.month").with("month", month),
        DateFault::Year(_) | DateFault::Shape => Message::new("date-impossible.hint"),
    };
    proof.fault("date-impossible", mention.range.clone()).hint(hint)
}

fn written_wrong(proof: &Proof, mention: &Mention, wrong: MentionFault) -> Option<Diagnostic> {
    let day = mention.day.ok()?;
    let fault = match wrong {
        MentionFault::OtherWeekday(right) => {
            let fault = proof.fault("date-weekday", mention.range.clone());
            fault.hint(Message::new("date-weekday.hint").with("right", right.words()))
        }
        MentionFault::MissingZero | MentionFault::NeedlessZero => {
            let right = Message::new("date-zero.hint").with("right", day.official());
            proof.fault("date-zero", mention.range.clone()).hint(right)
        }
        MentionFault::MixedPadding => {
            let right = Message::new("date-zero.hint.numeric")
                .with("padded", day.numeric(Padding::Padded))
                .with("plain", day.numeric(Padding::Unpadded));
            proof.fault("date-zero", mention.range.clone()).hint(right)
        }
    };
    Some(fault)
}
