//! Votes against those present, head counts against membership — *biểu quyết, thành phần*.

use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::model::votes::{base_of, cast};
use crate::record::meeting::{Attendance, Meeting, Personnel, Vote, VoteBase};
use crate::record::value::{Count, Rate};
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
    let Some(stated) = one.stated.as_ref().filter(|stated| stated.is_read()) else { return };
    let bases = [
        (exact(one.base_count.as_ref()), VoteBase::Membership.name()),
        (exact(one.ballots.as_ref()), VoteBase::Ballots.name()),
        (exact(present), VoteBase::Present.name()),
        (exact(attendance.and_then(|attendance| attendance.membership.as_ref())), VoteBase::Membership.name()),
    ];
    let told = Told { matter: &one.position, part: approve.number, stated };
    // On the membership alone nobody counts unless the record says so.
    if bases[..3].iter().any(|(whole, _)| whole.is_some()) {
        faults.extend(told.against(bases).map(|fault| fault.at(source, stated.span)));
    }
}

/// A rate that is printed beside the votes it is of.
struct Told<'a> {
    matter: &'a str,
    part: i64,
    stated: &'a Rate,
}

impl Told<'_> {
    /// The fault of a rate that does not fit the first of the bases; where it fits another one, that is named.
    fn against(&self, bases: impl IntoIterator<Item = (Option<i64>, &'static str)>) -> Option<Diagnostic> {
        let mut bases = bases.into_iter().filter_map(|(whole, name)| Some((whole?, name)));
        let (whole, base) = bases.next()?;
        let rate = self.rate_of(whole)?;
        if self.is_of(whole) {
            return None;
        }
        let fault = Diagnostic::error("vote-rate")
            .with("matter", self.matter)
            .with("said", format!("{}%", self.stated.number))
            .with("computed", format!("{rate}%"))
            .with("part", self.part)
            .with("whole", whole)
            .with("base", base);
        let Some((right, name)) = bases.find(|(other, _)| *other != whole && self.is_of(*other)) else {
            return Some(fault.hint_id("vote-rate.hint"));
        };
        let hint = Message::new("vote-rate.hint.base").with("said", format!("{}%", self.stated.number));
        Some(fault.hint(hint.with("part", self.part).with("whole", right).with("base", name)))
    }

    /// The rate the counts come to, to as many places as the text gives: more would accuse it of rounding.
    fn rate_of(&self, whole: i64) -> Option<Decimal> {
        let part = Decimal::whole(i128::from(self.part));
        part.percent_of(Decimal::whole(i128::from(whole)), self.stated.number.scale)
    }

    /// One unit of the last place is left to rounding and to cutting off.
    fn is_of(&self, whole: i64) -> bool {
        let off = self.rate_of(whole).and_then(|rate| rate.checked_sub(self.stated.number));
        off.is_some_and(|off| off.mantissa.abs() <= 1)
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
    } else if let Some(present) = present {
        let moved = attendance.is_some_and(|attendance| !attendance.movements.is_empty());
        faults
            .extend(too_few(vote, present.number).filter(|_| !moved).map(|fault| fault.at(source, vote.approve.span)));
    }
}

/// Fewer votes than people, where for, against and abstaining are all told: somebody present is not accounted for.
fn too_few(vote: &Vote, present: i64) -> Option<Diagnostic> {
    let told = [&vote.against, &vote.abstain];
    let exact = |count: &Option<Count>| count.as_ref().is_some_and(|count| count.qualifier.is_empty());
    (vote.approve.is_read() && vote.approve.qualifier.is_empty() && told.into_iter().all(exact)).then_some(())?;
    let counted = cast(vote) + number(&vote.not_voting);
    // Those who did not take part may be absent, or present and silent.
    let missing = present - counted;
    (missing > 0 && missing > number(&vote.not_taking_part)).then_some(())?;
    let fault = Diagnostic::warning("vote-short")
        .with("matter", &vote.matter)
        .with("counted", counted)
        .with("present", present)
        .with("missing", missing);
    Some(fault.hint_id(if vote.not_voting.is_some() { "vote-short.hint" } else { "vote-short.hint.silent" }))
}

/// More votes than there can be.
fn too_many(matter: &str, counted: i64, (most, of): (i64, &'static str)) -> Diagnostic {
    let mut fault =
        Diagnostic::error("vote-count").with("matter", matter).with("counted", counted).with("present", most);
    fault.message = fault.message.word("of", of);
    fault.hint(Message::new("vote-count.hint").with("more", counted - most))
}

/// The printed rate against votes and base.
fn check_rate(vote: &Vote, attendance: Option<&Attendance>, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let Some(stated) = vote.stated.as_ref().filter(|_| vote.approve.is_read()) else { return };
    let (base, whole) = base_of(vote, attendance);
    let of = |count: Option<&Count>| count.filter(|count| count.qualifier.is_empty()).map(|count| count.number);
    let bases = [
        (whole, base.name()),
        (of(attendance.and_then(|attendance| attendance.present.as_ref())), VoteBase::Present.name()),
        (of(attendance.and_then(|attendance| attendance.membership.as_ref())), VoteBase::Membership.name()),
        (Some(cast(vote)).filter(|cast| *cast > vote.approve.number), VoteBase::Ballots.name()),
    ];
    let told = Told { matter: &vote.matter, part: vote.approve.number, stated };
    if whole.is_some() {
        faults.extend(told.against(bases).map(|fault| fault.at(source, stated.span)));
    }
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
