//! Documents that a record cites — *văn bản dẫn*: none is younger than the text that cites it.

pub mod archive;
pub mod whole;

use std::sync::Arc;

use jiff::civil::Date;

use super::commons;
use super::schedule::last_day;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::conclusions::Item;
use crate::record::meeting::Citation;
use crate::record::value::date;
use crate::source::Source;
use crate::viet::reference;

/// Checks one story.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(limit) = latest(story) else { return };
    for (source, cited) in citations(story) {
        if let Some(day) = cited.date.filter(|day| day.date > limit) {
            let fault = Diagnostic::warning("cited-later")
                .with("number", &cited.number)
                .with("date", date::numeric(day.date))
                .with("day", date::numeric(limit));
            faults.push(fault.at(source, day.span).hint_id("cited-later.hint"));
        } else if let Some(one) = reference::parse(&cited.number)
            && let Some(year) = one.year.filter(|year| i16::try_from(*year).is_ok_and(|year| year > limit.year()))
        {
            let fault = Diagnostic::warning("cited-later")
                .with("number", &cited.number)
                .with("date", year)
                .with("day", date::numeric(limit));
            faults.push(fault.at(source, cited.number.span).hint(Message::new("cited-later.hint")));
        }
    }
}

/// The last day on which anything of the story was written, as far as it says so.
pub fn latest(story: &StoryRecords) -> Option<Date> {
    let mut days: Vec<Date> = Vec::new();
    if let Some(meeting) = &story.meeting {
        days.extend(last_day(&meeting.record));
        let papers = meeting.record.papers.iter();
        let all = papers.flat_map(|papers| [&papers.invitation, &papers.minutes, &papers.notice, &papers.report]);
        days.extend(all.flatten().filter_map(|paper| paper.date).map(|day| day.date));
    }
    if let Some(conclusions) = &story.conclusions {
        let own = conclusions.record.date;
        let notice = conclusions.record.notice.as_ref().and_then(|notice| notice.date);
        days.extend(own.into_iter().chain(notice).map(|day| day.date));
    }
    if let Some(budget) = &story.budget {
        let report = budget.record.report.as_ref().and_then(|report| report.date);
        days.extend([budget.record.date, budget.record.as_of, report].into_iter().flatten().map(|day| day.date));
    }
    days.extend(story.news.iter().map(|news| news.record.date.date));
    for (_, common) in commons(story) {
        days.extend(common.publish_at.map(|moment| moment.day.date));
        days.extend(common.corrections.iter().map(|correction| correction.date.date));
    }
    days.into_iter().max().filter(|date| date.year() > 0)
}

/// All documents that the records of a story name as cited.
pub fn citations(story: &StoryRecords) -> Vec<(&Arc<Source>, &Citation)> {
    let mut found = Vec::new();
    if let Some(meeting) = &story.meeting {
        found.extend(meeting.record.documents.iter().map(|cited| (&meeting.source, cited)));
    }
    if let Some(budget) = &story.budget {
        found.extend(budget.record.bases.iter().map(|cited| (&budget.source, cited)));
    }
    if let Some(conclusions) = &story.conclusions {
        let mut items: Vec<&Item> = conclusions.record.items.iter().rev().collect();
        while let Some(item) = items.pop() {
            found.extend(item.documents.iter().map(|cited| (&conclusions.source, cited)));
            items.extend(item.items.iter().rev());
        }
    }
    if let Some(news) = &story.news {
        found.extend(news.record.documents.iter().map(|cited| (&news.source, cited)));
    }
    found
}
