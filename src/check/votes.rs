//! Votes against those present, head counts against membership — *biểu quyết, thành phần*.

use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::model::votes::{base_of, cast};
use crate::record::meeting::{Attendance, Meeting, Personnel, Vote, VoteBase};
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
    for one in &meeting.record.personnel {
        check_ballots(one, attendance, &meeting.source, faults);
    }
    if let Some(attendance) = attendance {
        check_attendance(attendance, &meeting.source, faults);
        check_quorum(&meeting.record, attendance, &meeting.source, faults);
    }
}

/// A body decides when more than half of its members are there; what its own statute asks beyond that is not known here.
fn check_quorum(meeting: &Meeting, attendance: &Attendance, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let exact = |count: &Option<Count>| count.as_ref().filter(|count| count.qualifier.is_empty()).cloned();
    let (Some(present), Some(members)) = (exact(&attendance.present), exact(&attendance.membership)) else { return };
    let decided = !meeting.votes.is_empty() || meeting.personnel.iter().any(|one| one.approve.is_some());
    if decided && present.number.saturating_mul(2) < members.number {
        let fault = Diagnostic::warning("quorum").with("present", present.number).with("members", members.number);
        faults.push(fault.at(source, present.span).hint_id("quorum.hint"));
    }
}

/// Ballots for somebody: no more for than cast, no more cast than people, the printed rate as computed.
fn check_ballots(one: &Personnel, attendance: Option<&Attendance>, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let exact = |count: Option<&Count>| count.filter(|count| count.qualifier.is_empty()).map(|count| count.number);
    let Some(approve) = one.approve.as_ref().filter(|count| count.qualifier.is_empty()) else { return };
    let present = attendance.and_then(|attendance| attendance.present.as_ref());
    let members = one.base_count.as_ref().or(attendance.and_then(|attendance| attendance.membership.as_ref()));
    let most = [(one.ballots.as_ref(), "votes-ballots"), (present, "votes-present"), (members, "votes-members")];
    let most = most.into_iter().find_map(|(count, of)| Some((exact(count)?, of)));
    if let Some(most) = most.filter(|(most, _)| approve.number > *most) {
        faults.push(too_many(&one.position, approve.number, most).at(source, approve.span));
        return;
    }
    let (Some(stated), Some(base)) =
        (&one.stated, exact(one.base_count.as_ref()).or(exact(one.ballots.as_ref())).or(exact(present)))
    else {
        return;
    };
    let part = Decimal::whole(i128::from(approve.number));
    let Some(rate) = part.percent_of(Decimal::whole(i128::from(base)), stated.number.scale) else { return };
    if stated.is_read() && rate.checked_sub(stated.number).is_some_and(|difference| difference.mantissa.abs() > 1) {
        let fault = Diagnostic::error("vote-rate")
            .with("matter", &one.position)
            .with("said", format!("{}%", stated.number))
            .with("computed", format!("{rate}%"))
            .with("part", approve.number)
            .with("whole", base)
            .with("base", if one.base_count.is_some() { VoteBase::Membership } else { VoteBase::Ballots }.name());
        faults.push(fault.at(source, stated.span).hint_id("vote-rate.hint"));
    }
}

/// A count that nobody gives is none.
fn number(count: &Option<Count>) -> i64 {
    count.as_ref().map_or(0, |count| count.number)
}

/// No more votes than people; where all groups are told, exactly as many.
fn check_count(vote: &Vote, attendance: Option<&Attendance>, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let present = attendance.and_then(|attendance| attendance.present.as_ref());
    // Where nobody says how many were present, there were no more than there are members.
    let members = vote.base_count.as_ref().or(attendance.and_then(|attendance| attendance.membership.as_ref()));
    let Some(most) = present.or(members).filter(|count| count.qualifier.is_empty()) else { return };
    let counted = cast(vote) + number(&vote.not_voting);
    if counted > most.number {
        let of = if present.is_some() { "votes-present" } else { "votes-members" };
        let fault = too_many(&vote.matter, counted, (most.number, of));
        faults.push(fault.at(source, vote.approve.span));
    }
}

/// More votes than there can be.
fn too_many(matter: &str, counted: i64, (most, of): (i64, &'static str)) -> Diagnostic {
    let mut fault =
        Diagnostic::error("vote-count").with("matter", matter).with("counted", counted).with("present", most);
    fault.message = fault.message.word("of", of);
    fault.hint(Message::new("vote-count.hint").with("more", counted - most))
}

/// The printed rate against votes and base; one unit of its last place is left to rounding.
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
