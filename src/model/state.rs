//! What the records of a story say of its publication: one state out of up to four, the strictest counting.

use jiff::civil::DateTime;

use super::{Hidden, Options, Reach, Show};
use crate::load::StoryRecords;
use crate::record::common::{Common, Status, Visibility, Withdrawal};
use crate::record::document::Document;
use crate::record::meeting::Meeting;
use crate::record::value::{Day, Moment, Photo};

/// A moment without a time.
pub fn moment_of(day: Day) -> Moment {
    Moment { day, ..Moment::default() }
}

/// When a story was published, and when it was last changed: RFC 3339.
pub struct Publication {
    /// The moment of publication.
    pub published: Moment,
    /// The day of the last correction or change, or again the moment of publication.
    pub updated: String,
}

/// When a story is published: the moment given, else its day; what was changed had been announced before.
pub fn publication(common: &Common, meeting: Option<&Meeting>, day: Day) -> Publication {
    let changes = || meeting.iter().flat_map(|meeting| &meeting.changes).map(|change| change.date);
    let published = common.publish_at.unwrap_or_else(|| moment_of(changes().fold(day, Day::min)));
    let changed = common.corrections.iter().map(|correction| correction.date).chain(changes()).max();
    let updated = changed.map(|day| moment_of(day).rfc3339()).max(Some(published.rfc3339()));
    Publication { updated: updated.unwrap_or_default(), published }
}

/// Whether a story may be seen.
pub fn reach(hidden: Option<Hidden>) -> Reach {
    match hidden {
        None => Reach::Public,
        Some(Hidden::Withdrawn) => Reach::Hidden,
        Some(_) => Reach::Office,
    }
}

/// Why a story is not on the site: the strictest of its records decides.
pub fn hidden(common: &Common, options: &Options) -> Option<Hidden> {
    let now: DateTime = options.as_of;
    let ahead = !begun(common, options);
    let expired = common.expires_at.as_ref().is_some_and(|moment| at(moment) <= now);
    let published_only = options.drafts == Show::Published;
    match common.status.unwrap_or_default() {
        Status::Withdrawn => Some(Hidden::Withdrawn),
        _ if common.withdrawal.is_some() => Some(Hidden::Withdrawn),
        _ if common.visibility == Some(Visibility::Internal) => Some(Hidden::Internal),
        _ if expired => Some(Hidden::Expired),
        Status::Draft if published_only => Some(Hidden::Draft),
        Status::Review if published_only => Some(Hidden::Review),
        _ if ahead && published_only => Some(Hidden::Scheduled),
        _ => None,
    }
}

/// What a page says in the place of a withdrawn story: only where the story had been public, and its record says why it went.
pub fn withdrawal(common: &Common, options: &Options) -> Option<Box<Withdrawal>> {
    let was_public = !matches!(common.status, Some(Status::Draft | Status::Review))
        && common.visibility != Some(Visibility::Internal)
        && begun(common, options);
    common.withdrawal.clone().filter(|_| was_public)
}

/// Whether the moment of publication has come.
fn begun(common: &Common, options: &Options) -> bool {
    common.publish_at.as_ref().is_none_or(|moment| at(moment) <= options.as_of)
}

/// A moment as a civil time; a day without an hour begins at midnight.
pub fn at(moment: &Moment) -> DateTime {
    let (hour, minute) = moment.time.time.map_or((0, 0), |time| (time.hour(), time.minute()));
    moment.day.date.at(i8::try_from(hour).unwrap_or(0), i8::try_from(minute).unwrap_or(0), 0, 0)
}

/// The common keys of all records of a story in one: first given wins, lists are joined, the strictest state counts.
///
/// A meeting may be announced; a document, a news item or figures of a day to come appear on that day.
pub fn merged(records: &StoryRecords, day: Day, options: &Options) -> Common {
    let all = [
        records.meeting.as_ref().map(|sourced| &sourced.record.common),
        records.news.as_ref().map(|sourced| &sourced.record.common),
        records.conclusions.as_ref().map(|sourced| &sourced.record.common),
        records.budget.as_ref().map(|sourced| &sourced.record.common),
    ];
    let document = records.document.as_ref().map(|sourced| told_of(&sourced.record));
    let mut common = Common::default();
    if records.meeting.is_none() && day.date > options.as_of.date() {
        common.publish_at = Some(moment_of(day));
    }
    for one in all.into_iter().flatten().cloned().chain(document) {
        common.id = common.id.or(one.id);
        common.aliases.extend(one.aliases);
        common.status = strictest(common.status, one.status);
        common.withdrawal = common.withdrawal.or(one.withdrawal);
        common.visibility = common.visibility.max(one.visibility);
        let order = |moment: &Option<Moment>| moment.map(|moment| moment.rfc3339());
        common.publish_at = [common.publish_at, one.publish_at].into_iter().max_by_key(order).flatten();
        let ends = [common.expires_at, one.expires_at];
        common.expires_at = ends.into_iter().flatten().min_by_key(|moment| moment.rfc3339());
        common.category = common.category.or(one.category);
        for tag in one.tags {
            if !common.tags.iter().any(|known| known.value == tag.value) {
                common.tags.push(tag);
            }
        }
        common.author = common.author.or(one.author);
        common.source_credit = common.source_credit.or(one.source_credit);
        common.summary = common.summary.or(one.summary);
        common.photos.extend(one.photos);
        common.video.extend(one.video);
        common.attachments.extend(one.attachments);
        common.corrections.extend(one.corrections);
        common.notice_to_readers = common.notice_to_readers.or(one.notice_to_readers);
        common.article = common.article.or(one.article);
        common.allow.extend(one.allow);
    }
    if is_internal(records) {
        common.visibility = Some(Visibility::Internal);
    }
    common.corrections.sort_by_key(|correction| correction.date);
    common
}

/// The photos of all records of a story.
pub fn photos(records: &StoryRecords) -> Vec<Photo> {
    let all = [
        records.meeting.as_ref().map(|sourced| &sourced.record.common),
        records.news.as_ref().map(|sourced| &sourced.record.common),
        records.conclusions.as_ref().map(|sourced| &sourced.record.common),
        records.budget.as_ref().map(|sourced| &sourced.record.common),
        records.document.as_ref().map(|sourced| &sourced.record.common),
    ];
    all.into_iter().flatten().flat_map(|common| common.photos.iter().cloned()).collect()
}

/// A document that is not public tells of the story's state, and nothing that a page shows.
fn told_of(document: &Document) -> Common {
    let common = document.common.clone();
    if document.public.0 {
        return common;
    }
    Common {
        id: common.id,
        aliases: common.aliases,
        status: common.status,
        visibility: common.visibility,
        publish_at: common.publish_at,
        expires_at: common.expires_at,
        allow: common.allow,
        ..Common::default()
    }
}

/// A story of nothing but a document that is not public is the office's.
fn is_internal(records: &StoryRecords) -> bool {
    let other = records.meeting.is_some() || records.news.is_some() || records.conclusions.is_some();
    let document = records.document.as_ref().map(|sourced| sourced.record.public.0);
    document == Some(false) && !other && records.budget.is_none()
}

/// Published is the mildest state and the default; withdrawn beats all.
fn strictest(a: Option<Status>, b: Option<Status>) -> Option<Status> {
    a.max(b)
}
