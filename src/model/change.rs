//! How an announced meeting stands after what was changed — *hủy, hoãn, đổi lịch*.

use jiff::civil::Date;
use serde::Serialize;

use super::hours::Hours;
use super::setting::{self, Setting};
use crate::record::change::{Change, ChangeKind};
use crate::record::meeting::{Citation, Meeting};
use crate::record::value::{Clock, Day, Text};
use crate::viet::date::Padding;

/// What holds after the last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It is not held.
    Cancelled,
    /// It is held later; nobody knows yet when.
    Postponed,
    /// It is held on another day or at another hour.
    Rescheduled,
    /// It is held somewhere else.
    Relocated,
}

impl Outcome {
    /// The word that headlines begin with.
    fn mark(self) -> &'static str {
        match self {
            Outcome::Cancelled => "Hủy",
            Outcome::Postponed => "Hoãn",
            Outcome::Rescheduled => "Đổi lịch",
            Outcome::Relocated => "Đổi địa điểm",
        }
    }
}

/// A meeting's last change, with when and where it was to be before.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// What holds now.
    pub outcome: Outcome,
    /// The word for it.
    pub mark: &'static str,
    /// Whether no day is left on which it is held.
    pub called_off: bool,
    /// The day of the announcement.
    pub announced: Day,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// The paper that announced it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Citation>,
    /// When and where it was to be; of a meeting that is called off, when and where it would have been.
    pub before: Setting,
    /// At which hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before_start: Option<Clock>,
    /// All former beginnings as machines want them, first to last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub starts: Vec<String>,
}

/// The day under which a meeting was first announced: its address keeps it, whatever is changed later.
pub fn first_day(meeting: &Meeting) -> Date {
    meeting.changes.iter().find_map(|change| change.old_date).map_or(meeting.date.date, |day| day.date)
}

/// What became of a meeting; nothing where nothing was changed.
pub fn view(meeting: &Meeting, padding: Padding) -> Option<ChangeView> {
    let last = meeting.changes.last()?;
    let outcome = outcome(last);
    let before = before(meeting, last);
    let starts = (0..meeting.changes.len()).filter_map(|at| start_before(meeting, at));
    Some(ChangeView {
        outcome,
        mark: outcome.mark(),
        called_off: matches!(outcome, Outcome::Cancelled | Outcome::Postponed),
        announced: last.date,
        reason: last.reason.clone(),
        notice: last.notice.clone(),
        before: setting::setting(&before, padding),
        before_start: before.start,
        starts: starts.collect(),
    })
}

/// A change that keeps no former day or hour has put nothing in its place.
fn outcome(change: &Change) -> Outcome {
    let timed = change.old_date.is_some() || change.old_start.is_some();
    match change.kind {
        ChangeKind::Cancelled => Outcome::Cancelled,
        ChangeKind::Postponed if !timed => Outcome::Postponed,
        ChangeKind::Moved if !timed => Outcome::Relocated,
        ChangeKind::Postponed | ChangeKind::Moved => Outcome::Rescheduled,
    }
}

/// The meeting as it was announced before a change: its hour and its last day belong to its day.
fn before(meeting: &Meeting, change: &Change) -> Meeting {
    let mut before = meeting.clone();
    if let Some(day) = change.old_date {
        before.date = day;
        (before.start, before.end, before.end_date, before.part_of_day) = (None, None, None, None);
    }
    if change.old_start.is_some() {
        before.start = change.old_start;
        (before.end, before.part_of_day) = (None, None);
    }
    before.place = change.old_place.clone().or(before.place);
    before
}

/// The beginning that held before a change of day or hour. A change of the hour alone was of the day that held then.
fn start_before(meeting: &Meeting, at: usize) -> Option<String> {
    let change = &meeting.changes[at];
    if change.old_date.is_none() && change.old_start.is_none() {
        return None;
    }
    let day = meeting.changes[at..].iter().find_map(|change| change.old_date).unwrap_or(meeting.date);
    let change = Change { old_date: Some(day), ..change.clone() };
    Some(Hours::of(&before(meeting, &change)).starts())
}

/// Words by which a headline says itself what became of the meeting.
const SAYING: [&str; 6] = ["hủy", "huỷ", "hoãn", "dời", "lùi", "không"];
/// Words that may stand before a word of saying, or say it with the next one.
const OPENING: [&str; 4] = ["tạm", "thông báo", "đổi", "thay đổi"];
/// What is changed, behind *đổi*.
const CHANGED: [&str; 5] = ["lịch", "ngày", "giờ", "thời gian", "địa điểm"];

/// A headline with the mark of what became of the meeting, unless its own words say so.
pub fn marked(headline: String, change: &ChangeView) -> String {
    let low = headline.to_lowercase();
    let begins = |text: &str, words: &[&str]| {
        words.iter().any(|word| text.strip_prefix(word).is_some_and(|rest| rest.starts_with([' ', ':'])))
    };
    let behind = OPENING.iter().find_map(|word| low.strip_prefix(word)?.strip_prefix(' '));
    let says = begins(&low, &SAYING) || behind.is_some_and(|rest| begins(rest, &SAYING) || begins(rest, &CHANGED));
    if says { headline } else { format!("{}: {headline}", change.mark) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tests::site;

    fn told(more: &str) -> Box<ChangeView> {
        let meeting = format!("title: Họp\ndate: 24/10/2024\nstart: 14:00\nplace: Nhà văn hóa\n{more}\n");
        site("", &meeting, "").stories[0].change.clone().unwrap()
    }

    #[test]
    fn the_last_change_holds() {
        for (changes, outcome, days, starts) in [
            ("[{kind: cancelled, date: 08/10/2024}]", Outcome::Cancelled, "ngày 24/10/2024", vec![]),
            ("[{kind: postponed, date: 08/10/2024}]", Outcome::Postponed, "ngày 24/10/2024", vec![]),
            (
                "[{kind: hoãn, date: 08/10/2024, old_date: 10/10/2024}]",
                Outcome::Rescheduled,
                "ngày 10/10/2024",
                vec!["2024-10-10"],
            ),
            (
                "[{kind: moved, date: 08/10/2024, old_start: 08:00}]",
                Outcome::Rescheduled,
                "ngày 24/10/2024",
                vec!["2024-10-24T08:00:00+07:00"],
            ),
            (
                "[{kind: moved, date: 08/10/2024, old_place: Sân vận động}]",
                Outcome::Relocated,
                "ngày 24/10/2024",
                vec![],
            ),
            (
                "[{kind: moved, date: 01/10/2024, old_start: 08:00}, {kind: postponed, date: 08/10/2024, old_date: 10/10/2024}, {kind: cancelled, date: 20/10/2024}]",
                Outcome::Cancelled,
                "ngày 24/10/2024",
                vec!["2024-10-10T08:00:00+07:00", "2024-10-10"],
            ),
        ] {
            let change = told(&format!("changes: {changes}"));
            assert_eq!(
                (change.outcome, change.before.days.as_str(), change.starts),
                (outcome, days, starts.into_iter().map(str::to_owned).collect()),
                "{changes}"
            );
        }
    }

    #[test]
    fn a_headline_says_it_once() {
        let change = told("changes: [{kind: cancelled, date: 08/10/2024}]");
        for (headline, shown) in [
            ("Họp dân", "Hủy: Họp dân"),
            ("Hủy họp dân", "Hủy họp dân"),
            ("Hoãn: họp dân", "Hoãn: họp dân"),
            ("Đổi mới công tác", "Hủy: Đổi mới công tác"),
            ("Thay đổi thời gian họp dân", "Thay đổi thời gian họp dân"),
            ("Thông báo hoãn họp dân", "Thông báo hoãn họp dân"),
        ] {
            assert_eq!(marked(headline.to_owned(), &change), shown);
        }
    }
}
