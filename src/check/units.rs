//! Provinces, districts and ministries where the language is not read: issuers in capitals, fields that hold a bare name,
//! `site.yaml` on the day of the build, entries of `people.yaml` on the last day they held.

use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
use crate::load::{Records, StoryRecords};
use crate::model::resolve::{folder_name, story_day};
use crate::record::papers::Issuer;
use crate::record::value::{Day, Text, date};
use crate::source::Source;
use crate::viet::date::{Padding, Ymd};
use crate::viet::number::capitalised;
use crate::viet::office;
use crate::viet::place::{self, Status};

/// Levels below the province that ended on 01/7/2025, as words of a name.
const DISTRICTS: [&str; 4] = ["huyện", "quận", "thị xã", "thị trấn"];

/// Checks the issuers and places of all stories, the site's own, and the register's.
pub fn check(records: &Records, today: Option<Ymd>, faults: &mut Vec<Diagnostic>) {
    for story in &records.stories {
        let day = story_day(story, folder_name(&story.folder).0).and_then(|day| date::ymd(day.date));
        if let Some(day) = day {
            check_story(story, day, faults);
        }
    }
    if let (Some(site), Some(today)) = (&records.site, today) {
        let texts = [&site.record.address, &site.record.managing_body, &site.record.responsible];
        issuer(&site.record.issuer, &site.source, today, faults);
        texts.into_iter().flatten().for_each(|text| name(text, &site.source, today, faults));
    }
    if let (Some(register), Some(today)) = (&records.register, today) {
        let last = |to: Option<Day>| to.and_then(|to| date::ymd(to.date)).map_or(today, |to| to.min(today));
        for body in &register.record.bodies {
            name(&body.name, &register.source, last(body.to), faults);
        }
        for position in register.record.people.iter().flat_map(|person| &person.positions) {
            name(&position.title, &register.source, last(position.to), faults);
        }
    }
}

fn check_story(story: &StoryRecords, day: Ymd, faults: &mut Vec<Diagnostic>) {
    if let Some(meeting) = &story.meeting {
        let (record, source) = (&meeting.record, &meeting.source);
        record.issuer.iter().for_each(|one| shouted(one, source, day, faults));
        let places = record.place.iter().chain(record.sessions.iter().filter_map(|sitting| sitting.place.as_ref()));
        for place in places {
            if let Some(district) = place.district.as_ref().filter(|text| bare(text) && place::districts_abolished(day))
            {
                faults.push(former(district, source).hint_id("place-former.hint.district"));
            }
        }
        let papers = record.papers.iter().flat_map(|papers| {
            let all = [&papers.invitation, &papers.programme, &papers.minutes, &papers.notice, &papers.report];
            all.into_iter().flatten()
        });
        papers.filter_map(|paper| paper.issuer.as_ref()).for_each(|one| shouted(one, source, day, faults));
    }
    if let Some(conclusions) = &story.conclusions {
        let own = conclusions.record.notice.iter().filter_map(|notice| notice.issuer.as_ref());
        own.for_each(|one| shouted(one, &conclusions.source, day, faults));
    }
    if let Some(budget) = &story.budget {
        let own = budget.record.report.iter().filter_map(|report| report.issuer.as_ref());
        own.for_each(|one| shouted(one, &budget.source, day, faults));
    }
    if let Some(document) = &story.document {
        let own = document.record.date.and_then(|own| date::ymd(own.date)).unwrap_or(day);
        document.record.issuer.iter().for_each(|one| shouted(one, &document.source, own, faults));
    }
}

fn issuer(issuer: &Issuer, source: &Arc<Source>, day: Ymd, faults: &mut Vec<Diagnostic>) {
    for text in [&issuer.superior, &issuer.name, &issuer.place].into_iter().flatten() {
        name(text, source, day, faults);
        faults.extend(merged(text, source, day));
    }
}

/// The issuer of a story: what is not in capitals, and the provinces, are read with the language.
fn shouted(issuer: &Issuer, source: &Arc<Source>, day: Ymd, faults: &mut Vec<Diagnostic>) {
    for text in [&issuer.superior, &issuer.name].into_iter().flatten() {
        let capitals = !text.chars().any(char::is_lowercase);
        faults.extend(district(text, source, day).filter(|_| capitals));
        faults.extend(merged(text, source, day));
    }
}

/// A ministry or department in capitals that another has taken in by that day: it issues nothing any more.
fn merged(text: &Text, source: &Arc<Source>, day: Ymd) -> Option<Diagnostic> {
    if text.chars().any(char::is_lowercase) {
        return None;
    }
    let small = text.to_lowercase();
    let words: Vec<String> =
        small.split(' ').map(|word| if word == "và" { word.to_owned() } else { capitalised(word) }).collect();
    let gone = office::former(&words.join(" ")).into_iter().find(|one| one.last < day)?;
    let fault = Diagnostic::warning("body-former").with("name", text).with("day", day.numeric(Padding::default()));
    let hint = Message::new("body-former.hint.told").with("to", gone.last.numeric(Padding::default()));
    Some(fault.at(source, text.span).hint(hint.with("next", gone.next)))
}

/// A name that holds a level gone on that day; the words may be in capitals throughout.
fn district(text: &Text, source: &Arc<Source>, day: Ymd) -> Option<Diagnostic> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let padded = format!(" {} ", words.join(" "));
    let gone = DISTRICTS.iter().any(|level| padded.contains(&format!(" {level} "))) && !padded.contains(" cũ ");
    (gone && place::districts_abolished(day)).then(|| former(text, source).hint_id("place-former.hint.district"))
}

/// A name that holds a unit gone on that day; the words may be in capitals throughout.
fn name(text: &Text, source: &Arc<Source>, day: Ymd, faults: &mut Vec<Diagnostic>) {
    if let Some(fault) = district(text, source, day) {
        faults.push(fault);
        return;
    }
    let lower = text.to_lowercase();
    for rank in ["tỉnh ", "thành phố "] {
        let Some((_, unit)) = lower.split_once(rank) else { continue };
        let unit = unit.split([',', ';', '(']).next().unwrap_or_default();
        if let Some(hint) = province(&format!("{rank}{}", unit.trim()), day) {
            faults.push(former(text, source).hint(hint));
            return;
        }
    }
    if let Some(hint) = province(text, day) {
        faults.push(former(text, source).hint(hint));
    }
}

/// A district without its level: what has one is read with the language.
fn bare(district: &Text) -> bool {
    let lower = district.to_lowercase();
    !DISTRICTS.iter().any(|level| lower.contains(level))
}

fn former(text: &Text, source: &Arc<Source>) -> Diagnostic {
    Diagnostic::warning("place-former").with("seen", text).at(source, text.span)
}

/// What to write instead of a province that was merged before that day.
fn province(name: &str, day: Ymd) -> Option<Message> {
    match place::status(name, day)? {
        Status::Former { last, successor } if !place::in_transition(day) => Some(
            Message::new("place-former.hint")
                .with("now", place::full_name(successor, day)?)
                .with("last", last.numeric(Default::default())),
        ),
        _ => None,
    }
}
