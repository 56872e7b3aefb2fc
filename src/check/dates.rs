//! Days that do not exist, weekdays of other days, zeros against the decree — *ngày tháng trong câu chữ*.

mod after;
mod agenda;
mod calendar;
pub mod clock;
mod event;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, DateFault, Mention, MentionFault, Padding, Ymd};

/// Ways of writing zeros in a numeric date, each followed by a text as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zeros {
    /// 09/01/2024, 05/09/2024
    All,
    /// 09/01/2024, 05/9/2024: as NĐ 30/2020 writes days in words.
    Office,
    /// 9/1/2024, 5/9/2024
    None,
}

const ZEROS: [Zeros; 3] = [Zeros::All, Zeros::Office, Zeros::None];

/// Checks the dates of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mentions = date::find(&proof.text);
    for mention in &mentions {
        if let Err(fault) = mention.day {
            faults.push(impossible(proof, mention, fault));
        }
        for wrong in &mention.faults {
            faults.extend(written_wrong(proof, mention, *wrong));
        }
    }
    calendar::check(proof, faults);
    after::check(proof, faults);
    agenda::check(proof, faults);
    event::check(proof, faults);
    clock::check(proof, faults);
    mixed_zeros(proof, &mentions, faults);
}

impl Zeros {
    /// A day in this writing.
    fn write(self, day: Ymd) -> String {
        match self {
            Zeros::All => day.numeric(Padding::Padded),
            Zeros::None => day.numeric(Padding::Unpadded),
            Zeros::Office if day.month() < 3 => day.numeric(Padding::Padded),
            Zeros::Office => format!("{:02}/{}/{}", day.day(), day.month(), day.year()),
        }
    }
}

/// Dates that no one writing of zeros has in common: those outside the commonest are flagged.
fn mixed_zeros(proof: &Proof, mentions: &[Mention], faults: &mut Vec<Diagnostic>) {
    let sound = |mention: &&Mention| {
        let numeric = matches!(mention.form, date::Form::Numeric(_)) && proof.text[mention.range.clone()].contains('/');
        numeric && !mention.faults.contains(&MentionFault::MixedPadding)
    };
    let dates: Vec<(&Mention, Ymd)> =
        mentions.iter().filter(sound).filter_map(|mention| Some((mention, mention.day.ok()?))).collect();
    let fits = |zeros: Zeros, (mention, day): &(&Mention, Ymd)| proof.text[mention.range.clone()] == *zeros.write(*day);
    let own = proof.frame.house.dates.map(|dates| if dates == Padding::Padded { Zeros::All } else { Zeros::None });
    let count = |zeros: &Zeros| dates.iter().filter(|date| fits(*zeros, date)).count();
    let Some(common) = own.or_else(|| ZEROS.into_iter().rev().max_by_key(count)) else { return };
    for date in dates.iter().filter(|date| !fits(common, date)) {
        let hint = Message::new("date-mixed.hint").with("right", common.write(date.1));
        let mut fault = proof.fault("date-mixed", date.0.range.clone()).hint(hint);
        if own.is_some() {
            fault.message.id = "date-mixed.house";
        }
        faults.push(fault);
    }
}

/// A day that the calendar lacks, and what it lacks of it.
fn impossible(proof: &Proof, mention: &Mention, fault: DateFault) -> Diagnostic {
    let hint = match fault {
        DateFault::Day { last, .. } => Message::new("date-impossible.hint.day").with("last", last),
        DateFault::Month(month) => Message::new("date-impossible.hint.month").with("month", month),
        DateFault::Year(_) | DateFault::Shape => Message::new("date-impossible.hint"),
    };
    proof.fault("date-impossible", mention.range.clone()).hint(hint)
}

/// A sound day with another weekday, or with zeros that are not as the decree writes them.
fn written_wrong(proof: &Proof, mention: &Mention, wrong: MentionFault) -> Option<Diagnostic> {
    let day = mention.day.ok()?;
    let fault = match wrong {
        MentionFault::OtherWeekday(right) => {
            let start = weekday_start(&proof.text, mention.range.start);
            let fault = proof.fault("date-weekday", start..mention.range.end);
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

/// Where the day of the week before a date begins.
fn weekday_start(text: &str, date: usize) -> usize {
    let far = text[..date].char_indices().rev().take(24).last().map_or(date, |(at, _)| at);
    let near = &text[far..date];
    ["thứ ", "Thứ ", "chủ ", "Chủ "].iter().filter_map(|word| near.rfind(word)).max().map_or(date, |at| far + at)
}
