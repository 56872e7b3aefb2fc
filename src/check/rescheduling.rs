//! Meetings that were called off or moved — *hủy, hoãn, đổi lịch*: in the right direction, in time, and not held all the same.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::Diagnostic;
use crate::load::StoryRecords;
use crate::record::Field;
use crate::record::change::{Change, ChangeKind};
use crate::record::meeting::Meeting;
use crate::record::value::{Clock, date};
use crate::source::{Source, Span};
use crate::viet::clock;

/// A day, and an hour where it is known.
type Moment = (Date, Option<clock::Clock>);

/// Checks one story.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let (record, source) = (&meeting.record, &meeting.source);
    for (at, change) in record.changes.iter().enumerate() {
        let (old, new) = (old(record, at), new(record, at));
        if old.0.year() == 0 || new.0.year() == 0 || change.date.date.year() == 0 {
            continue;
        }
        faults.extend(idle(change).map(|fault| fault.at(source, change.date.span).hint_id("change-idle.hint")));
        faults.extend(backwards(change, old, new).map(|fault| fault.at(source, span(change))));
        if change.date.date > old.0 {
            let fault = Diagnostic::warning("change-late").with("day", date::numeric(change.date.date));
            let fault = fault.with("held", date::numeric(old.0));
            faults.push(fault.at(source, change.date.span).hint_id("change-late.hint"));
        }
    }
    let last = record.changes.last();
    let off = |change: &&Change| {
        change.kind == ChangeKind::Cancelled || change.kind == ChangeKind::Postponed && !timed(change)
    };
    if let Some(change) = last.filter(off)
        && let Some((source, span)) = held(story, record, source)
    {
        let fault = Diagnostic::error("called-off-held").with("what", change.kind.name());
        faults.push(fault.at(source, span).hint_id("called-off-held.hint"));
    }
}

/// Whether a change keeps a former day or hour.
fn timed(change: &Change) -> bool {
    change.old_date.is_some() || change.old_start.is_some()
}

/// Where the former moment stands.
fn span(change: &Change) -> Span {
    let hour = change.old_start.map(|start| start.span);
    change.old_date.map(|day| day.span).or(hour).unwrap_or(change.date.span)
}

fn time(clock: Option<Clock>) -> Option<clock::Clock> {
    clock.and_then(|clock| clock.time)
}

/// What held before a change: the next former day that is told from there on, else the meeting's own.
fn old(meeting: &Meeting, at: usize) -> Moment {
    let day = meeting.changes[at..].iter().find_map(|change| change.old_date).unwrap_or(meeting.date);
    (day.date, time(meeting.changes[at].old_start))
}

/// What held after it.
fn new(meeting: &Meeting, at: usize) -> Moment {
    let later = &meeting.changes[at + 1..];
    let day = later.iter().find_map(|change| change.old_date).unwrap_or(meeting.date);
    (day.date, time(later.iter().find_map(|change| change.old_start).or(meeting.start)))
}

/// A change that keeps nothing of what held before, or a cancellation that does: nothing takes its place.
fn idle(change: &Change) -> Option<Diagnostic> {
    let keeps = timed(change) || change.old_place.as_ref().is_some_and(|place| !place.is_absent());
    let wrong = match change.kind {
        ChangeKind::Cancelled => keeps,
        ChangeKind::Moved => !keeps,
        ChangeKind::Postponed => false,
    };
    let id = if keeps { "change-idle.cancelled" } else { "change-idle" };
    wrong.then(|| {
        let mut fault = Diagnostic::error("change-idle");
        fault.message.id = id;
        fault
    })
}

/// Postponed to an earlier or the same moment, or moved to where it was.
fn backwards(change: &Change, old: Moment, new: Moment) -> Option<Diagnostic> {
    if !timed(change) {
        return None;
    }
    let hours = old.1.zip(new.1).filter(|_| old.0 == new.0);
    let same = old.0 == new.0 && hours.is_none_or(|(old, new)| old == new);
    let earlier = new.0 < old.0 || hours.is_some_and(|(old, new)| new < old);
    let elsewhere = change.old_place.is_some();
    let wrong = match change.kind {
        ChangeKind::Postponed => same || earlier,
        ChangeKind::Moved => same && !elsewhere,
        ChangeKind::Cancelled => false,
    };
    let told = |moment: Moment| match moment.1.filter(|_| hours.is_some()) {
        Some(hour) => format!("{} {}", hour.news(), date::numeric(moment.0)),
        None => date::numeric(moment.0),
    };
    let hint = if earlier { "change-backwards.hint.earlier" } else { "change-backwards.hint" };
    wrong.then(|| Diagnostic::error("change-backwards").with("old", told(old)).with("new", told(new)).hint_id(hint))
}

/// Where a record tells first that the meeting was held.
fn held<'a>(story: &'a StoryRecords, meeting: &Meeting, own: &'a Arc<Source>) -> Option<(&'a Arc<Source>, Span)> {
    let attendance = meeting.attendance.as_ref();
    let spans = [
        attendance.and_then(|attendance| attendance.present.as_ref()).map(|count| count.span),
        meeting.proceedings.first().map(|step| step.text.span),
        meeting.results.first().map(|result| result.span),
        meeting.votes.first().map(|vote| vote.matter.span),
        meeting.resolutions.first().map(|resolution| resolution.title.span),
        meeting.personnel.first().map(|one| one.position.span),
        meeting.live.first().map(|entry| entry.text.span),
    ];
    let own = spans.into_iter().flatten().next().map(|span| (own, span));
    own.or_else(|| Some((&story.conclusions.as_ref()?.source, Span::default())))
}
