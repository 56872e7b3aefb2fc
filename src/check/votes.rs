//! Votes against those present, head counts against membership — *biểu quyết, thành phần*.

use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::model::votes::{base_of, cast};
use crate::record::meeting::{Attendance, Vote};
use crate::record::value::Count;
use crate::source::Source;
use crate::viet::decimal::Decimal;

/// Checks votes and attendance of a story's meeting.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let attendance = meeting.record.attendance.as_ref();
    for vote in &meeting.record.votes {
        check_count(vote, attendance, &meeting.source, faults);
        check_rate(vote, attendance, &meeting.source, faults);
    }
    if let Some(attendance) = attendance {
        check_attendance(attendance, &meeting.source, faults);
    }
}

fn number(count: &Option<Count>) -> i64 {
    count.as_ref().map_or(0, |count| count.number)
}

/// No more votes than people; where all groups are told, exactly as many.
fn check_count(vote: &Vote, attendance: Option<&Attendance>, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let Some(present) =
        attendance.and_then(|attendance| attendance.present.as_ref()).filter(|count| count.qualifier.is_empty())
    else {
        return;
    };
    let counted = cast(vote) + number(&vote.not_voting);
    if counted <= present.number {
        return;
    }
    let fault = Diagnostic::error("vote-count")
        .with("matter", &vote.matter)
        .with("counted", counted)
        .with("present", present.number);
    let hint = Message::new("vote-count.hint").with("more", counted - present.number);
    faults.push(fault.at(source, vote.approve.span).hint(hint));
}

fn check_rate(vote: &Vote, attendance: Option<&Attendance>, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let Some(stated) = vote.stated.as_ref().filter(|_| vote.approve.is_read()) else { return };
    let (base, Some(whole)) = base_of(vote, attendance) else { return };
    let part = Decimal::whole(i128::from(vote.approve.number));
    let Some(rate) = part.percent_of(Decimal::whole(i128::from(whole)), stated.number.scale) else { return };
    let off = rate.checked_sub(stated.number).map_or(1, |difference| difference.mantissa.abs());
    if off <= 1 {
        return;
    }
    let fault = Diagnostic::error("vote-rate")
        .with("matter", &vote.matter)
        .with("said", format!("{}%", stated.number))
        .with("computed", format!("{rate}%"))
        .with("part", vote.approve.number)
        .with("whole", whole)
        .with("base", base.name());
    faults.push(fault.at(source, stated.span).hint_id("vote-rate.hint"));
}

/// Those present and those absent are not more than the members or the invited.
fn check_attendance(attendance: &Attendance, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let Some(present) = attendance.present.as_ref().filter(|count| count.qualifier.is_empty()) else { return };
    let Some(whole) =
        attendance.membership.as_ref().or(attendance.invited.as_ref()).filter(|count| count.qualifier.is_empty())
    else {
        return;
    };
    let absent: i64 =
        attendance.absent.iter().map(|absence| absence.count.as_ref().map_or(1, |count| count.number)).sum();
    if present.number + absent <= whole.number {
        return;
    }
    let fault = Diagnostic::error("attendance-count")
        .with("present", present.number)
        .with("absent", absent)
        .with("whole", whole.number);
    faults.push(fault.at(source, present.span).hint_id("attendance-count.hint"));
}
