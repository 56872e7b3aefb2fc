//! One body, one official name across the archive, on the days on which it was there — *tên cơ quan*.

mod registered;
mod words;

use std::collections::{HashMap, HashSet};

use super::sightings::{SeenBody, Sightings};
use crate::diag::{Diagnostic, Message};
use crate::load::Records;
use crate::record::register::RegisteredBody;
use crate::record::value::date;
use crate::viet::number::capitalised;
pub use words::check as check_words;

/// Checks the names of bodies.
pub fn check(records: &Records, seen: &Sightings, faults: &mut Vec<Diagnostic>) {
    let known: Vec<&RegisteredBody> = records.register.iter().flat_map(|register| &register.record.bodies).collect();
    gone(&known, seen, faults);
    two_names(&known, seen, faults);
}

/// Bodies that the register says were not there on the story's day.
fn gone(known: &[&RegisteredBody], seen: &Sightings, faults: &mut Vec<Diagnostic>) {
    let mut by_key: HashMap<&str, Vec<&RegisteredBody>> = HashMap::new();
    for body in known {
        by_key.entry(&*body.id).or_default().push(body);
        by_key.entry(&*body.name).or_default().push(body);
    }
    for body in &seen.bodies {
        let key = body.id.as_deref().unwrap_or(&body.name);
        let (Some(entries), Some(day)) = (by_key.get(key), body.at.day) else { continue };
        let there = |entry: &&RegisteredBody| {
            entry.from.is_none_or(|from| from.date <= day) && entry.to.is_none_or(|to| day <= to.date)
        };
        let Some(entry) = entries.first().filter(|_| !entries.iter().any(there)) else { continue };
        let successor = entry.successor.as_ref().and_then(|id| by_key.get(&**id)?.first().copied());
        let hint = match (entry.to.filter(|to| to.date < day), entry.from, successor) {
            (Some(to), _, Some(next)) => {
                Message::new("body-former.hint").with("to", date::numeric(to.date)).with("next", &next.name)
            }
            (Some(to), ..) => Message::new("body-former.hint.ended").with("to", date::numeric(to.date)),
            (None, Some(from), _) => Message::new("body-former.hint.later").with("from", date::numeric(from.date)),
            (None, None, _) => continue,
        };
        let mut fault = Diagnostic::warning("body-former").with("name", &entry.name).with("day", date::numeric(day));
        if hint.id == "body-former.hint.later" {
            fault.message.id = "body-former.early";
        }
        faults.push(fault.at(&body.at.source, body.at.span).hint(hint));
    }
}

/// Names that differ in hyphens, spaces and capitals alone are one body's.
fn two_names(known: &[&RegisteredBody], seen: &Sightings, faults: &mut Vec<Diagnostic>) {
    let registered: HashMap<String, &str> =
        known.iter().map(|body| (key(&body.name), body.name.value.as_str())).collect();
    let mut groups: HashMap<String, Vec<&SeenBody>> = HashMap::new();
    for body in seen.bodies.iter().filter(|body| body.name.chars().any(char::is_lowercase)) {
        groups.entry(key(&body.name)).or_default().push(body);
    }
    for (key, group) in &groups {
        let mut counts: Vec<(String, usize)> = Vec::new();
        for body in group {
            let form = capitalised(&body.name);
            match counts.iter_mut().find(|(other, _)| *other == form) {
                Some((_, count)) => *count += 1,
                None => counts.push((form, 1)),
            }
        }
        let official = registered.get(key).map(|name| capitalised(name));
        let most = counts.iter().max_by_key(|(form, count)| (*count, form.matches(" - ").count(), form));
        let Some(model) = official.as_ref().or(most.map(|(form, _)| form)) else { continue };
        if counts.iter().any(|(form, _)| form != model) {
            strangers(group, model, faults);
        }
    }
}

/// Flags the other forms; a story that uses both is told so by the rule on one text.
fn strangers(group: &[&SeenBody], model: &str, faults: &mut Vec<Diagnostic>) {
    let right = |body: &&&SeenBody| capitalised(&body.name) == model;
    let stories: HashSet<usize> = group.iter().filter(right).map(|body| body.at.story).collect();
    let elsewhere = group.iter().find(|body| right(body));
    for body in group.iter().filter(|body| !right(body)) {
        let hyphen = body.name.matches(" - ").count() != model.matches(" - ").count();
        if hyphen && stories.contains(&body.at.story) {
            continue;
        }
        let fault = Diagnostic::warning("body-two-names").with("seen", &body.name).with("model", model);
        let place = elsewhere.map_or_else(|| "people.yaml".to_owned(), |other| other.at.shown());
        let hint = Message::new("body-two-names.hint").with("place", place).with("model", model);
        faults.push(fault.at(&body.at.source, body.at.span).hint(hint));
    }
}

/// The letters and figures of a name, in small letters.
fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
