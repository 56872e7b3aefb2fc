//! Time and place of an event as one phrase each — *thời gian, địa điểm*.

use serde::Serialize;

use crate::record::Field;
use crate::record::meeting::{Meeting, MeetingKind, PartOfDay, Place};
use crate::record::value::{Day, Text, date};
use crate::viet::clock::DayParts;
use crate::viet::date::Padding;
use crate::viet::{fold, period, place};

/// When and where a meeting takes place, in words.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Setting {
    /// `sáng`, `chiều` …; absent for whole and several days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<&'static str>,
    /// `ngày 10/10/2024`, `trong hai ngày 10 và 11/10/2024` or `từ ngày 10 đến ngày 12/10/2024`.
    pub days: String,
    /// Whether it lasts several days.
    pub several_days: bool,
    /// `Trung tâm Hội nghị, phường Dương Đông, thành phố Phú Quốc, tỉnh Kiên Giang`; absent if online only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The same with the street address, for official documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_place: Option<String>,
    /// Whether people take part online.
    pub online: bool,
}

/// The setting of a meeting.
pub fn setting(meeting: &Meeting, padding: Padding) -> Setting {
    let end = meeting.end_date.filter(|end| end.date > meeting.date.date);
    let days = days(meeting.date, end, padding);
    let place = meeting.place.as_ref();
    let online = place.is_some_and(|place| place.online.0) || meeting.bridges.is_some();
    Setting {
        part: if end.is_some() { None } else { part_of_day(meeting) },
        several_days: end.is_some(),
        days,
        place: place.and_then(|place| phrase(place, meeting.date, Detail::Area)),
        full_place: place.and_then(|place| phrase(place, meeting.date, Detail::Street)),
        online,
    }
}

fn days(first: Day, last: Option<Day>, padding: Padding) -> String {
    let Some(one) = date::ymd(first.date) else { return String::new() };
    match last.and_then(|last| date::ymd(last.date)) {
        Some(other) if period::adjoin(one, other) => period::two_days(one, other, padding),
        Some(other) => period::range(one, other, padding),
        None => format!("ngày {}", one.numeric(padding)),
    }
}

fn part_of_day(meeting: &Meeting) -> Option<&'static str> {
    match meeting.part_of_day {
        Some(PartOfDay::AllDay) => None,
        Some(part) => Some(part.name()),
        None => meeting.start.as_ref()?.time.map(|time| time.day_part(DayParts::default()).word()),
    }
}

/// How exactly a place is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Area,
    Street,
}

fn phrase(place: &Place, day: Day, detail: Detail) -> Option<String> {
    let text = |text: &Option<Text>| text.as_ref().map(|text| text.value.clone());
    let parts = [
        text(&place.venue),
        text(&place.address).filter(|_| detail == Detail::Street),
        text(&place.ward),
        text(&place.district),
        text(&place.city).map(|city| with_unit(city, "thành phố")),
        text(&place.province).map(|province| province_name(&province, day)),
        text(&place.country),
    ];
    let mut phrase: Vec<String> = Vec::new();
    for part in parts.into_iter().flatten() {
        if !phrase.iter().any(|told| told.contains(&part)) {
            phrase.push(part);
        }
    }
    (!phrase.is_empty()).then(|| phrase.join(", "))
}

/// `Phú Quốc` is `thành phố Phú Quốc`; a name that begins with a small letter already says what it is.
fn with_unit(name: String, unit: &str) -> String {
    let told =
        name.starts_with(char::is_lowercase) || fold::fold(&name).starts_with("thanh pho") || name.starts_with("TP");
    if told { name } else { format!("{unit} {name}") }
}

/// The province with the unit it had on that day: `tỉnh Kiên Giang`, `thành phố Huế`.
fn province_name(name: &str, day: Day) -> String {
    if name.starts_with(char::is_lowercase) || name.starts_with("Thành phố") || name.starts_with("Thủ đô") {
        return name.to_owned();
    }
    date::ymd(day.date).and_then(|day| place::full_name(name, day)).unwrap_or_else(|| format!("tỉnh {name}"))
}

/// The kind of a meeting: as given, else told from how its title begins.
fn kind(meeting: &Meeting) -> MeetingKind {
    let title = fold::fold(&meeting.title);
    let begins = |words: &str| title == words || title.starts_with(&format!("{words} "));
    let told = MeetingKind::ALL.iter().find(|kind| begins(&fold::fold(kind.name()))).copied();
    let working = begins("lam viec").then_some(MeetingKind::WorkingVisit);
    meeting.kind.or(told).or(working).unwrap_or(MeetingKind::Meeting)
}

/// A meeting whose kind is told.
pub fn with_kind(mut meeting: Box<Meeting>) -> Box<Meeting> {
    meeting.kind = Some(kind(&meeting));
    meeting
}

/// Whether anything is said of the place.
pub fn has_place(meeting: &Meeting) -> bool {
    !meeting.place.is_absent() || meeting.bridges.is_some()
}
