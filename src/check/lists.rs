//! Counts of a record against its own lists — *số đếm và danh sách*: five tasks announced, four written.

use std::sync::Arc;

use super::counts::announced;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::conclusions::Item;
use crate::record::meeting::Meeting;
use crate::record::value::{Count, Text};
use crate::source::Source;

/// Checks one story.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    if let Some(conclusions) = &story.conclusions {
        let record = &conclusions.record;
        if let Some(intro) = &record.intro {
            announces(intro, record.items.len(), &conclusions.source, faults);
        }
        record.items.iter().for_each(|item| in_item(item, &conclusions.source, faults));
    }
    if let Some(meeting) = &story.meeting {
        no_more_than_counted(&meeting.record, &meeting.source, faults);
    }
}

/// An item that announces a number of points and holds one list of them.
fn in_item(item: &Item, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let lists = [item.points.len(), item.tasks.len(), item.items.len()];
    let mut filled = lists.into_iter().filter(|length| *length > 0);
    if let (Some(length), None) = (filled.next(), filled.next()) {
        // What stands last before the list announces it.
        if let Some(words) = item.paragraphs.last().or(item.text.as_ref()).or(item.heading.as_ref()) {
            announces(words, length, source, faults);
        }
    }
    item.items.iter().for_each(|item| in_item(item, source, faults));
}

/// "gồm 5 nhiệm vụ sau:" against the list that follows in the record.
fn announces(words: &Text, found: usize, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let Some((range, count)) = announced(words) else { return };
    if found == 0 || u32::try_from(found) == Ok(count) {
        return;
    }
    let said = &words[range];
    let fault = Diagnostic::warning("count-announced").with("seen", said).with("count", count).with("found", found);
    faults.push(fault.at(source, words.span).hint(Message::new("count-announced.hint").with("found", found)));
}

/// A list may name fewer than were counted, never more.
fn no_more_than_counted(meeting: &Meeting, source: &Arc<Source>, faults: &mut Vec<Diagnostic>) {
    let mut compare = |count: Option<&Count>, listed: usize, list: &'static str| {
        let Some(count) = count.filter(|count| count.qualifier.is_empty()) else { return };
        if usize::try_from(count.number).is_ok_and(|counted| listed > counted) {
            let mut fault = Diagnostic::warning("count-list").with("count", count.number).with("listed", listed);
            fault.message = fault.message.word("list", list);
            faults.push(fault.at(source, count.span).hint_id("count-list.hint"));
        }
    };
    if let Some(attendance) = &meeting.attendance {
        let sides = attendance.sides.iter().map(|side| side.people.len()).sum::<usize>();
        compare(attendance.present.as_ref(), attendance.people.len() + sides, "list-people");
        for side in &attendance.sides {
            compare(side.count.as_ref(), side.people.len(), "list-people");
        }
    }
    if let Some(bridges) = &meeting.bridges {
        compare(bridges.count.as_ref(), bridges.points.len(), "list-bridges");
        let people = bridges.points.iter().filter_map(|point| point.count.as_ref()).map(|count| count.number);
        let people = usize::try_from(people.sum::<i64>()).unwrap_or(0);
        compare(bridges.participants.as_ref(), people, "list-people");
        for point in &bridges.points {
            compare(point.count.as_ref(), point.people.len(), "list-people");
        }
    }
    compare(meeting.resolutions_count.as_ref(), meeting.resolutions.len(), "list-resolutions");
    if let Some(discussion) = &meeting.discussion {
        compare(discussion.count.as_ref(), discussion.speakers.len(), "list-speakers");
    }
}
