//! Days that do not exist, weekdays of other days, zeros against the decree — *ngày tháng trong câu chữ*.

mod after;
mod agenda;
mod calendar;
pub mod clock;
mod event;
mod forecast;
mod hours;
mod parts;
mod passed;
mod programme;
mod sittings;
mod steps;
mod turns;

use std::collections::BTreeSet;
use std::ops::Range;

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
///
/// | what is told | silent where |
/// |---|---|
/// | days, months, quarters, weekdays and hours that no calendar or clock has | a number may count something: *mỗi ngày 31.6 tấn* |
/// | a weekday of another day | it may be the place in a row: *kỳ họp thứ hai*; whole days of the text are of several years |
/// | an hour outside its part of the day | a comma or a stop parts the two |
/// | hours that run backwards, or a little back where the text goes on | a night lies between, or they are counted to 12 |
/// | lengths that do not lie between their two hours or days | they are told roughly, or what takes so long may begin later |
/// | one hour to the minute with two days at one place | no *khoảng* tells it of what happened: matches, shows |
/// | days outside the span of their event | the event is told to have several spans |
/// | zeros against the decree, or in several ways | one writing fits all days |
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mentions = proof.dates();
    for mention in mentions {
        if let Err(fault) = mention.day {
            faults.push(impossible(proof, mention, fault));
        }
        for wrong in &mention.faults {
            faults.extend(written_wrong(proof, mention, *wrong));
        }
    }
    weekdays_without_a_year(proof, mentions, faults);
    calendar::check(proof, faults);
    after::check(proof, faults);
    agenda::check(proof, faults);
    let before = faults.len();
    event::check(proof, faults);
    if faults.len() == before {
        parts::check(proof, faults);
    }
    sittings::check(proof, faults);
    clock::check(proof, faults);
    mixed_zeros(proof, mentions, faults);
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
        let numeric =
            matches!(mention.form, date::Form::Numeric(_)) && proof.plain()[mention.range.clone()].contains('/');
        numeric && !mention.faults.contains(&MentionFault::MixedPadding)
    };
    let dates: Vec<(&Mention, Ymd)> =
        mentions.iter().filter(sound).filter_map(|mention| Some((mention, mention.day.ok()?))).collect();
    let fits =
        |zeros: Zeros, (mention, day): &(&Mention, Ymd)| proof.plain()[mention.range.clone()] == *zeros.write(*day);
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

/// The years of which the days of a text without a year may be: that of all its whole days, else all years that it tells
/// (*Năm 2024, … sáng thứ Tư (4/7)*) and that of the text itself.
fn own_years(proof: &Proof, mentions: &[Mention]) -> BTreeSet<u16> {
    let whole: BTreeSet<u16> = mentions.iter().filter_map(|mention| Some(mention.day.ok()?.year())).collect();
    if whole.len() == 1 {
        return whole;
    }
    let own = proof.day.filter(|_| proof.dated).map(Ymd::year);
    whole.into_iter().chain(proof.points().iter().filter_map(|point| point.year)).chain(own).collect()
}

/// *sáng thứ Hai, 12/5*: a weekday that the day has in none of the years of the text.
fn weekdays_without_a_year(proof: &Proof, mentions: &[Mention], faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    let years = own_years(proof, mentions);
    for day in proof.days().iter().filter(|day| day.year.is_none()) {
        let in_year = |year: &u16| Ymd::new(*year, day.month?, day.day).ok();
        let (before, behind) = (&text[..day.range.start], &text[day.range.end..]);
        let told = date::weekday_before(before).or_else(|| date::weekday_behind(behind).map(|told| told.0));
        let Some(own) = years.iter().rev().find_map(in_year) else { continue };
        if told.is_some_and(|told| years.iter().filter_map(in_year).all(|own| told != own.weekday())) {
            let fault = proof.fault("date-weekday", with_weekday(text, &day.range));
            faults.push(fault.hint(Message::new("date-weekday.hint").with("right", own.weekday().words())));
        }
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
            let fault = proof.fault("date-weekday", with_weekday(proof.plain(), &mention.range));
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

/// A date with the day of the week before it or behind it.
fn with_weekday(text: &str, date: &Range<usize>) -> Range<usize> {
    let far = text[..date.start].char_indices().rev().take(24).last().map_or(date.start, |(at, _)| at);
    let near = &text[far..date.start];
    let before = date::weekday_before(&text[..date.start]).and_then(|_| {
        ["thứ ", "Thứ ", "chủ ", "Chủ "].iter().filter_map(|word| near.rfind(word)).max().or(near.rfind('T'))
    });
    let behind = before.is_none().then(|| date::weekday_behind(&text[date.end..])).flatten();
    before.map_or(date.start, |at| far + at)..date.end + behind.map_or(0, |told| told.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_of_days_without_a_year() {
        for (text, told) in [
            ("Ngày 05/4/2025, xã họp. Nghỉ đến hết thứ Sáu (01/5).", Some("thứ Sáu (01/5")),
            ("Ngày 05/4/2025, xã họp. Nghỉ đến hết thứ Năm (01/5).", None),
            ("Ngày 05/4/2025, xã họp. Nghỉ từ sáng thứ Tư (01/5).", Some("thứ Tư (01/5")),
            ("Luật ngày 19/6/2015, nghị quyết ngày 05/4/2025. Nghỉ hết thứ Ba (01/5).", Some("thứ Ba (01/5")),
            ("Luật ngày 19/6/2015, nghị quyết ngày 05/4/2025. Nghỉ hết thứ Năm (01/5).", None),
            ("Hội diễn ngày 27/9/2017 (tối thứ Ba) tại xã.", Some("27/9/2017 (tối thứ Ba")),
            ("Hội diễn ngày 27/9/2017 (tối thứ Tư) tại xã.", None),
            ("Các ngày 8, 9, 10/10/2022 (thứ Bảy, Chủ nhật, thứ Hai), xã mở hội.", None),
            (
                "Các ngày 9, 10, 11/10/2022 (thứ Bảy, Chủ nhật, thứ Hai), xã mở hội.",
                Some("11/10/2022 (thứ Bảy, Chủ nhật, thứ Hai"),
            ),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let weekdays = faults.iter().filter(|fault| fault.message.id.starts_with("date-weekday"));
            let seen: Vec<&str> = weekdays.map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
