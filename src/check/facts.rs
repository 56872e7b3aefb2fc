//! Facts that must be there and dates that must be in order: photos, attachments, links, days, deadlines.

use jiff::civil::Date;

use super::commons;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::markdown::{addresses, is_safe};
use crate::model::resolve::{folder_name, story_day};
use crate::record::value::{FileName, Photo, Prose, date};
use crate::record::{Cx, nearest};
use crate::source::Span;
use crate::viet::fold;

/// Checks one story.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    for (source, common) in commons(story) {
        for photo in &common.photos {
            let image = [".jpg", ".jpeg", ".png"].iter().any(|ending| photo.file.to_lowercase().ends_with(ending));
            check_file("photo-missing", &photo.file, story, &mut Cx { source, faults });
            if !photo.file.is_empty() && !image {
                let fault = Diagnostic::error("photo-kind").with("file", &photo.file);
                faults.push(fault.at(source, photo.file.span).hint_id("photo-kind.hint"));
            }
            faults.extend(says_nothing(photo).map(|fault| fault.at(source, photo.alt.span)));
        }
        for attachment in &common.attachments {
            check_file("attachment-missing", &attachment.file, story, &mut Cx { source, faults });
        }
        for link in common.video.iter().filter(|link| !link.url.is_empty()) {
            if !(is_safe(&link.url) && link.url.starts_with("http")) {
                Cx { source, faults }.error(link.url.span, unsafe_link(&link.url));
            }
        }
    }
    if let Some(news) = &story.news {
        check_links(&news.record.body, &mut Cx { source: &news.source, faults });
    }
    check_days(story, faults);
    check_deadlines(story, faults);
}

/// A link that a browser would run, not open.
fn unsafe_link(url: &str) -> Diagnostic {
    Diagnostic::error("link-unsafe").with("url", url).hint_id("link-unsafe.hint")
}

/// The links of a body in Markdown, each at its own place.
fn check_links(body: &Prose, cx: &mut Cx) {
    for url in addresses(&body.value).into_iter().filter(|url| !is_safe(url)) {
        let range = cx.source.clamp(body.span);
        let at = cx.source.text[range.clone()].find(&url).map(|at| range.start + at);
        let span = at.map_or(body.span, |start| Span::new(start, start + url.len()));
        cx.error(span, unsafe_link(&url));
    }
}

/// A description that tells somebody who cannot see the photo nothing of it: the name of its file, its caption, *ảnh*.
fn says_nothing(photo: &Photo) -> Option<Diagnostic> {
    const EMPTY: [&str; 5] = ["anh", "hinh anh", "anh minh hoa", "photo", "image"];
    let alt = fold::fold(&photo.alt);
    let stem = photo.file.rsplit_once('.').map_or(&*photo.file.value, |(stem, _)| stem);
    let file = alt == fold::fold(&photo.file) || alt.replace(' ', "-") == fold::fold(stem).replace(' ', "-");
    let caption = photo.caption.as_deref().is_some_and(|caption| fold::fold(caption) == alt);
    let empty = file || caption || EMPTY.contains(&alt.as_str());
    (empty && !alt.is_empty())
        .then(|| Diagnostic::warning("photo-alt").with("seen", &photo.alt).hint_id("photo-alt.hint"))
}

/// A photo or an attachment that is not beside its record.
fn check_file(rule: &'static str, file: &FileName, story: &StoryRecords, cx: &mut Cx) {
    if file.is_empty() || story.files.iter().any(|known| known == &file.value) {
        return;
    }
    let known: Vec<&str> = story.files.iter().map(String::as_str).collect();
    let hint = match nearest(file, &known) {
        Some(near) => Message::new("did-you-mean").with("near", near),
        None => Message::new("photo-missing.hint").with("folder", &story.folder),
    };
    cx.error(file.span, Diagnostic::error(rule).with("file", file).hint(hint));
}

/// The last day is not before the first, the end not before the start of one day.
fn check_days(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let (first, record) = (meeting.record.date, &meeting.record);
    if let Some(last) = record.end_date.filter(|last| known(last.date) && known(first.date) && last.date < first.date) {
        let fault = Diagnostic::error("date-order")
            .with("first", date::numeric(first.date))
            .with("last", date::numeric(last.date));
        faults.push(fault.at(&meeting.source, last.span).hint_id("date-order.hint"));
    }
    let time = |clock: &Option<crate::record::value::Clock>| clock.as_ref().and_then(|clock| clock.time);
    if let (Some(start), Some(end)) = (time(&record.start), time(&record.end)) {
        let one_day = record.end_date.is_none_or(|last| last.date == first.date);
        if one_day && end < start {
            let span = record.end.as_ref().map(|end| end.span).unwrap_or_default();
            let fault = Diagnostic::error("date-order").with("first", start.news()).with("last", end.news());
            faults.push(fault.at(&meeting.source, span).hint_id("date-order.hint"));
        }
    }
}

/// A deadline before the meeting that set it.
fn check_deadlines(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(conclusions) = &story.conclusions else { return };
    let Some(day) = story_day(story, folder_name(&story.folder).0).map(|day| day.date).filter(|day| known(*day)) else {
        return;
    };
    for task in conclusions.record.tasks() {
        let Some(due) = &task.due else { continue };
        if due.last.is_some_and(|last| last < day) {
            let fault = Diagnostic::warning("deadline-past").with("due", &due.text).with("day", date::numeric(day));
            faults.push(fault.at(&conclusions.source, due.span).hint_id("deadline-past.hint"));
        }
    }
}

/// A faulty date was replaced by the year 0: nothing can be said of it.
fn known(date: Date) -> bool {
    date.year() > 0
}
