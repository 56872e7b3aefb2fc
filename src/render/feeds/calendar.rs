//! `lich.ics`: all public meetings, past and to come, for calendars — iCalendar, RFC 5545.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use jiff::fmt::strtime;

use super::{Standfirst, identity};
use crate::model::change::{self, Outcome};
use crate::model::hours::Hours;
use crate::model::{Site, Story};

/// Octets of a line before it is folded, its line end aside.
const LINE: usize = 75;

/// The time zone of Vietnam, which has been the same since 1975.
const ZONE: &str = "Asia/Ho_Chi_Minh";
const ZONE_LINES: [&str; 9] = [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
];

/// The calendar. What is not public any more is not in it, so that subscribed calendars drop it.
pub fn calendar(site: &Site, stories: &[&Story], standfirst: Standfirst) -> String {
    let mut lines = Lines(String::new());
    lines.add("BEGIN:VCALENDAR");
    lines.add("VERSION:2.0");
    lines.add("PRODID:-//Bantin//Bantin//VI");
    lines.add("CALSCALE:GREGORIAN");
    lines.add("METHOD:PUBLISH");
    lines.text("X-WR-CALNAME", &site.record.title);
    lines.add(&format!("X-WR-TIMEZONE:{ZONE}"));
    ZONE_LINES.iter().for_each(|line| lines.add(line));
    for story in stories {
        event(&mut lines, site, story, standfirst(story));
    }
    lines.add("END:VCALENDAR");
    lines.0
}

fn event(lines: &mut Lines, site: &Site, story: &Story, standfirst: &str) {
    let Some(meeting) = &story.meeting else { return };
    let changed = utc(&story.updated);
    lines.add("BEGIN:VEVENT");
    lines.add(&format!("UID:{}", identity::uid(site, &story.id)));
    lines.add(&format!("DTSTAMP:{changed}"));
    lines.add(&format!("CREATED:{}", utc(&story.published)));
    lines.add(&format!("LAST-MODIFIED:{changed}"));
    lines.add(&format!("SEQUENCE:{}", story.corrections.len() + meeting.changes.len()));
    span(lines, Hours::of(meeting));
    let marked = story.change.as_ref().filter(|change| change.called_off);
    lines
        .text("SUMMARY", &marked.map_or_else(|| story.title.clone(), |what| change::marked(story.title.clone(), what)));
    let place = story.setting.as_ref().and_then(|setting| setting.full_place.as_ref());
    if let Some(place) = place {
        lines.text("LOCATION", place);
    }
    lines.text("DESCRIPTION", standfirst);
    lines.add(&format!("URL:{}/{}", site.base_url, story.path));
    if let Some(category) = &story.category {
        lines.text("CATEGORIES", category);
    }
    // The standard has no word for a day that is not known yet.
    let status = match story.change.as_ref().map(|change| change.outcome) {
        Some(Outcome::Cancelled) => "CANCELLED",
        Some(Outcome::Postponed) => "TENTATIVE",
        _ => "CONFIRMED",
    };
    lines.add(&format!("STATUS:{status}"));
    if story.called_off() {
        // Nobody is busy at that hour any more.
        lines.add("TRANSP:TRANSPARENT");
    }
    lines.add("END:VEVENT");
}

/// From moment to moment where both days have their hour; whole days where a meeting of several days has not.
fn span(lines: &mut Lines, hours: Hours) {
    let moment = |moment: DateTime| format_as("%Y%m%dT%H%M%S", moment);
    let day = |day: Date| format_as("%Y%m%d", day.at(0, 0, 0, 0));
    match (hours.start, hours.end) {
        (Some(start), Some(end)) => {
            lines.add(&format!("DTSTART;TZID={ZONE}:{}", moment(start)));
            lines.add(&format!("DTEND;TZID={ZONE}:{}", moment(end)));
        }
        (Some(start), None) if hours.first == hours.last => {
            lines.add(&format!("DTSTART;TZID={ZONE}:{}", moment(start)));
        }
        _ => {
            lines.add(&format!("DTSTART;VALUE=DATE:{}", day(hours.first)));
            // The end of whole days is the day after.
            let after = hours.last.tomorrow().unwrap_or(hours.last);
            lines.add(&format!("DTEND;VALUE=DATE:{}", day(after)));
        }
    }
}

/// `2024-10-11T08:00:00+07:00` as `20241011T010000Z`.
fn utc(moment: &str) -> String {
    let local: Option<DateTime> = moment.get(..19).and_then(|local| local.parse().ok());
    let utc = local.and_then(|local| local.checked_sub(7.hours()).ok());
    utc.map_or_else(String::new, |utc| format_as("%Y%m%dT%H%M%SZ", utc))
}

fn format_as(pattern: &str, moment: DateTime) -> String {
    strtime::format(pattern, moment).unwrap_or_default()
}

/// Lines with the line ends and the folds of the standard.
struct Lines(String);

impl Lines {
    /// A property of text, escaped.
    fn text(&mut self, name: &str, text: &str) {
        let mut line = format!("{name}:");
        for letter in text.chars() {
            match letter {
                '\\' | ';' | ',' => line.extend(['\\', letter]),
                '\n' => line.push_str("\\n"),
                letter if letter.is_control() => {}
                letter => line.push(letter),
            }
        }
        self.add(&line);
    }

    /// A line, folded by octets and never inside a character.
    fn add(&mut self, line: &str) {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(letter);
            length += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tests::site;

    fn told(meeting: &str) -> String {
        let site =
            site("base_url: https://a.vn", &format!("title: Họp; bàn, \"việc\"\ndate: 10/10/2024\n{meeting}\n"), "");
        calendar(&site, &site.stories.iter().collect::<Vec<_>>(), &|_| "Một câu.")
    }

    #[test]
    fn hours_that_are_known_are_told() {
        for (meeting, lines) in [
            ("", "DTSTART;VALUE=DATE:20241010\r\nDTEND;VALUE=DATE:20241011\r\n"),
            ("start: 08:00", "DTSTART;TZID=Asia/Ho_Chi_Minh:20241010T080000\r\nSUMMARY"),
            (
                "start: 08:00\nend: 11:30",
                "DTSTART;TZID=Asia/Ho_Chi_Minh:20241010T080000\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20241010T113000\r\n",
            ),
            ("start: 08:00\nend_date: 31/10/2024", "DTSTART;VALUE=DATE:20241010\r\nDTEND;VALUE=DATE:20241101\r\n"),
        ] {
            assert!(told(meeting).contains(lines), "{meeting}: {}", told(meeting));
        }
        assert!(told("publish_at: 11/10/2024 08:00").contains("DTSTAMP:20241011T010000Z\r\n"));
    }

    #[test]
    fn lines_are_folded_by_octets_and_text_is_escaped() {
        let calendar = told(&format!("place: {}", "Hội trường Ủy ban ".repeat(20)));
        assert!(calendar.lines().all(|line| line.len() <= LINE) && !calendar.replace("\r\n", "").contains('\n'));
        let unfolded = calendar.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY:Họp\\; bàn\\, \"việc\"\r\n"), "{unfolded}");
        assert!(unfolded.contains(&"Hội trường Ủy ban ".repeat(19)), "{unfolded}");
    }
}
