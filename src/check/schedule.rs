//! The course of a meeting — *trình tự*: its rows in order and inside its days, no review before its year is over.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::model::resolve::{folder_name, story_day};
use crate::record::meeting::{Meeting, PartOfDay};
use crate::record::value::{Clock, Day, Text, date};
use crate::source::Source;
use crate::viet::clock;

/// Checks one story.
pub fn check(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    if let Some(meeting) = &story.meeting {
        let course = Course::of(&meeting.record, &meeting.source);
        course.rows(faults);
        course.days(faults);
        course.moments(faults);
        faults.extend(course.part_of_day());
    }
    check_reviews(story, faults);
}

/// The last day of a meeting; nothing where its days could not be read.
pub fn last_day(meeting: &Meeting) -> Option<Date> {
    let last = meeting.sessions.iter().filter_map(|sitting| sitting.date).chain(meeting.end_date);
    last.map(|day| day.date).chain([meeting.date.date]).max().filter(|date| date.year() > 0)
}

/// A row of the agenda, a sitting, a step of the minutes: what says when it begins and ends.
struct Row<'a> {
    date: Option<Day>,
    start: Option<&'a Clock>,
    end: Option<&'a Clock>,
}

struct Course<'a> {
    meeting: &'a Meeting,
    source: &'a Arc<Source>,
}

impl<'a> Course<'a> {
    fn of(meeting: &'a Meeting, source: &'a Arc<Source>) -> Self {
        Course { meeting, source }
    }

    /// *sáng* of a meeting that begins at 14 giờ.
    fn part_of_day(&self) -> Option<Diagnostic> {
        let (part, start) = (self.meeting.part_of_day?, self.meeting.start.as_ref()?);
        let time = start.time?;
        let hours = match part {
            PartOfDay::Morning => 0..12,
            PartOfDay::Noon => 10..14,
            PartOfDay::Afternoon => 12..19,
            PartOfDay::Evening => 16..24,
            PartOfDay::AllDay => return None,
        };
        (!hours.contains(&time.hour())).then(|| {
            let mut fault = Diagnostic::warning("time-order").with("part", part.name()).with("at", time.news());
            fault.message.id = "time-order.part";
            fault.at(self.source, start.span).hint_id("time-order.hint.part")
        })
    }

    fn one_day(&self) -> bool {
        last_day(self.meeting) == Some(self.meeting.date.date)
    }

    /// Agenda, sittings, minutes and live entries, each in its own order.
    fn rows(&self, faults: &mut Vec<Diagnostic>) {
        let meeting = self.meeting;
        let agenda = meeting.agenda.iter();
        let agenda = agenda.map(|row| Row { date: row.date, start: row.start.as_ref(), end: row.end.as_ref() });
        self.order(&agenda.collect::<Vec<_>>(), faults);
        let sittings = meeting.sessions.iter();
        let sittings = sittings.map(|row| Row { date: row.date, start: row.start.as_ref(), end: row.end.as_ref() });
        self.order(&sittings.collect::<Vec<_>>(), faults);
        if self.one_day() {
            let at = |start| Row { date: None, start, end: None };
            let steps: Vec<Row> = meeting.proceedings.iter().map(|step| at(step.at.as_ref())).collect();
            self.order(&steps, faults);
        }
    }

    /// Rows that begin before the row above them.
    fn order(&self, rows: &[Row], faults: &mut Vec<Diagnostic>) {
        // Rows without days cannot say where the next day begins.
        if !self.one_day() && rows.iter().all(|row| row.date.is_none()) {
            return;
        }
        let mut day: Option<Date> = None;
        let mut before: Option<clock::Clock> = None;
        for row in rows {
            if let Some(own) = row.date.filter(|own| own.date.year() > 0) {
                if let Some(last) = day.filter(|last| own.date < *last) {
                    let fault = Diagnostic::warning("time-order")
                        .with("at", date::numeric(own.date))
                        .with("before", date::numeric(last));
                    faults.push(fault.at(self.source, own.span).hint_id("time-order.hint"));
                }
                if day != Some(own.date) {
                    before = None;
                }
                day = Some(own.date);
            }
            if let (Some(start), Some(end)) = (row.start, row.end)
                && let (Some(from), Some(to)) = (start.time, end.time)
                && to < from
            {
                let fault = Diagnostic::error("date-order").with("first", from.news()).with("last", to.news());
                faults.push(fault.at(self.source, end.span).hint_id("date-order.hint"));
            }
            let Some((start, time)) = row.start.and_then(|start| Some((start, start.time?))) else { continue };
            if let Some(last) = before.filter(|last| time < *last) {
                faults.push(self.early(start, time, last));
            }
            before = Some(time);
        }
    }

    /// A time before the one above it; `2:00` behind `13:30` was meant as `14:00`.
    fn early(&self, start: &Clock, time: clock::Clock, last: clock::Clock) -> Diagnostic {
        let fault = Diagnostic::warning("time-order").with("at", time.news()).with("before", last.news());
        let afternoon = clock::Clock::new(time.hour() + 12, time.minute());
        let hint = match afternoon.filter(|later| time.hour() < 12 && *later >= last) {
            Some(later) => Message::new("time-order.hint.afternoon").with("later", later.news()),
            None => Message::new("time-order.hint"),
        };
        fault.at(self.source, start.span).hint(hint)
    }

    /// Rows of other days than the meeting's own.
    fn days(&self, faults: &mut Vec<Diagnostic>) {
        let (first, last) = (self.meeting.date.date, self.meeting.end_date.unwrap_or(self.meeting.date).date);
        if first.year() == 0 || last < first {
            return;
        }
        let agenda = self.meeting.agenda.iter().filter_map(|row| row.date);
        // Without a last day, the sittings say how long it lasts.
        let sittings = self.meeting.sessions.iter().filter_map(|sitting| sitting.date);
        let told = self.meeting.end_date.is_some();
        let span = |day: &Day| day.date.year() > 0 && (day.date < first || (day.date > last && told));
        for day in agenda.chain(sittings).filter(span) {
            let fault = Diagnostic::warning("outside-meeting")
                .with("at", date::numeric(day.date))
                .with("first", date::numeric(first))
                .with("last", date::numeric(last));
            faults.push(fault.at(self.source, day.span).hint_id("outside-meeting.hint"));
        }
    }

    /// Steps of the minutes, arrivals and departures outside the hours of a meeting of one day.
    fn moments(&self, faults: &mut Vec<Diagnostic>) {
        let time = |clock: &Option<Clock>| clock.as_ref().and_then(|clock| clock.time);
        if !self.one_day() || !self.meeting.sessions.is_empty() {
            return;
        }
        let (start, end) = (time(&self.meeting.start), time(&self.meeting.end));
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            return;
        }
        let steps = self.meeting.proceedings.iter().filter_map(|step| step.at.as_ref());
        let moves = self.meeting.attendance.iter().flat_map(|attendance| &attendance.movements);
        let moves = moves.filter_map(|movement| movement.at.as_ref());
        for at in steps.chain(moves) {
            let Some(time) = at.time else { continue };
            let early = start.is_some_and(|start| time < start);
            if early || end.is_some_and(|end| time > end) {
                let shown = |time: Option<clock::Clock>| time.map_or_else(|| "…".to_owned(), clock::Clock::news);
                let fault = Diagnostic::warning("outside-meeting")
                    .with("at", time.news())
                    .with("first", shown(start))
                    .with("last", shown(end));
                faults.push(fault.at(self.source, at.span).hint_id("outside-meeting.hint"));
            }
        }
    }
}

/// Words between *tổng kết* and its year that make the year another thing's: a plan, a law, a school year.
const OTHER_YEARS: [&str; 14] = [
    "tháng",
    "quý",
    "triển khai",
    "phương hướng",
    "nhiệm vụ",
    "kế hoạch",
    "giai đoạn",
    "đến",
    "từ",
    "năm học",
    "nhiệm kỳ",
    "vụ",
    "đề án",
    "dự án",
];

/// Words before *tổng kết* that make it one to come.
const TO_COME: [&str; 5] = ["chuẩn bị", "kế hoạch", "bàn", "dự thảo", "trước"];

/// The month from which on the year is taken as done: offices hold their reviews before New Year's Eve.
const REVIEWS_FROM: i8 = 12;

/// A review of a year that is not over yet.
fn check_reviews(story: &StoryRecords, faults: &mut Vec<Diagnostic>) {
    let Some(day) = story_day(story, folder_name(&story.folder).0).map(|day| day.date) else { return };
    if day.year() == 0 {
        return;
    }
    let mut titles: Vec<(&Arc<Source>, &Text)> = Vec::new();
    if let Some(meeting) = &story.meeting {
        titles.push((&meeting.source, &meeting.record.title));
        titles.extend(meeting.record.reports.iter().map(|report| (&meeting.source, &report.title)));
    }
    if let Some(news) = &story.news {
        titles.push((&news.source, &news.record.title));
    }
    for (source, title) in titles {
        let Some(year) = reviewed(&title.to_lowercase()) else { continue };
        let over = day.year() > year || (day.year() == year && day.month() >= REVIEWS_FROM);
        if !over {
            let fault = Diagnostic::warning("review-early").with("year", year).with("day", date::numeric(day));
            faults.push(fault.at(source, title.span).hint_id("review-early.hint"));
        }
    }
}

/// The one year that a title, in small letters, reviews: *tổng kết công tác năm 2024*.
fn reviewed(title: &str) -> Option<i16> {
    let (before, after) = title.split_once("tổng kết ")?;
    if TO_COME.iter().any(|word| before.contains(word)) {
        return None;
    }
    let clause = after.split([',', ';', ':', '(']).next().unwrap_or_default();
    let (between, rest) = clause.split_once("năm 2").or_else(|| Some(("", clause.strip_prefix("năm 2")?)))?;
    let words = format!(" {between} năm ");
    if OTHER_YEARS.iter().any(|other| words.contains(&format!(" {other} "))) {
        return None;
    }
    let digits = rest.get(..3).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))?;
    let range = rest[3..].trim_start().starts_with(['-', '–', '/']) || rest[3..].starts_with(char::is_alphanumeric);
    if range { None } else { format!("2{digits}").parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_that_is_reviewed() {
        for (title, year) in [
            ("Hội nghị tổng kết công tác khuyến nông năm 2024, triển khai nhiệm vụ năm 2025", Some(2024)),
            ("Hội nghị tổng kết năm 2024", Some(2024)),
            ("Tổng kết 10 năm thi hành Luật", None),
            ("Tổng kết năm học 2023-2024", None),
            ("Tổng kết giai đoạn 2021-2025", None),
            ("Tổng kết 5 năm 2021-2025", None),
            ("Tổng kết công tác 9 tháng đầu năm 2024", None),
            ("Tổng kết vụ Đông Xuân, triển khai vụ Hè Thu năm 2024", None),
            ("Họp chuẩn bị Hội nghị tổng kết năm 2024", None),
        ] {
            assert_eq!(reviewed(&title.to_lowercase()), year, "{title}");
        }
    }
}
