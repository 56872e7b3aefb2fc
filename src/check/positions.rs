//! One position at a time — *chức vụ*: nobody is head and deputy of one body at once, nor holds what the register says ended.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::sightings::{Role, SeenPerson, Sightings};
use crate::diag::{Diagnostic, Message};
use crate::load::Records;
use crate::record::register::{DatedPosition, RegisteredPerson};
use crate::record::value::date;
use crate::viet::fold;

/// A post of fewer words names no body: *Giám đốc*, *Phó Giám đốc*.
const TELLING: usize = 4;

/// Words that make another post of one, without marks.
pub const DEPUTIES: [&str; 3] = ["pho", "quyen", "nguyen"];

/// Checks the positions of everybody who is named.
pub fn check(records: &Records, seen: &Sightings, faults: &mut Vec<Diagnostic>) {
    let by_name = by_name(records);
    let by_id = by_id(records);
    let mut holders: BTreeMap<(String, String), Vec<Held>> = BTreeMap::new();
    for person in seen.persons.iter().filter(|person| !person.in_motion) {
        let id = person.id.as_deref().unwrap_or(&person.name);
        let known = by_id.get(id).or_else(|| by_name.get(person.name.as_str()).and_then(Option::as_ref)).copied();
        for post in posts(&person.folded_title) {
            if let (Some(known), Some(day)) = (known, person.at.day) {
                faults.extend(against_register(person, known, post, day));
            }
            // Of whom the register knows, it says what is right on each day.
            if known.is_none() && post.base.split(' ').count() >= TELLING {
                let key = (fold::fold(&person.name), post.base.to_owned());
                holders.entry(key).or_default().push(Held { person, deputy: post.deputy });
            }
        }
    }
    for held in holders.into_values() {
        two_ways(held, faults);
    }
}

/// Registered persons by name; a name that two of them bear tells nobody.
fn by_name(records: &Records) -> HashMap<&str, Option<&RegisteredPerson>> {
    let mut names: HashMap<&str, Option<&RegisteredPerson>> = HashMap::new();
    for person in records.register.iter().flat_map(|register| &register.record.people) {
        // Two registered namesakes cannot be told apart by their name.
        names.entry(&*person.name).and_modify(|known| *known = None).or_insert(Some(person));
    }
    names
}

/// Registered persons by id.
fn by_id(records: &Records) -> HashMap<&str, &RegisteredPerson> {
    let people = records.register.iter().flat_map(|register| &register.record.people);
    people.map(|person| (&*person.id, person)).collect()
}

/// *Phó Giám đốc Sở A* is the post *Giám đốc Sở A*, as a deputy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Post<'a> {
    /// The post without a word for its deputy.
    pub base: &'a str,
    /// *pho*, *quyen*, *nguyen* or nothing.
    pub deputy: &'a str,
}

impl Post<'_> {
    /// Whether another post is this one with its body: *chủ tịch* of *chủ tịch ubnd tỉnh a*.
    pub fn is_head_of(&self, other: Post) -> bool {
        other.base.strip_prefix(self.base).is_some_and(|body| body.is_empty() || body.starts_with(' '))
    }
}

/// The posts of a title without marks.
pub fn posts(title: &str) -> impl Iterator<Item = Post<'_>> {
    title.split([',', ';']).map(str::trim).filter(|post| !post.is_empty()).map(post_of)
}

/// One post of a title without marks.
pub fn post_of(post: &str) -> Post<'_> {
    let deputy = DEPUTIES.iter().find_map(|deputy| Some((*deputy, post.strip_prefix(deputy)?.strip_prefix(' ')?)));
    deputy.map_or(Post { base: post, deputy: "" }, |(deputy, base)| Post { base, deputy })
}

/// A post that the register knows, on a day on which it was not held; or held as head where the register says deputy.
fn against_register(person: &SeenPerson, known: &RegisteredPerson, post: Post, day: Date) -> Option<Diagnostic> {
    let all: Vec<(&DatedPosition, String)> =
        known.positions.iter().map(|position| (position, fold::fold(&position.title))).collect();
    let on_day = |position: &DatedPosition| {
        position.from.is_none_or(|from| from.date <= day) && position.to.is_none_or(|to| day <= to.date)
    };
    // Above a signature the body is left out.
    let named = |other: Post| {
        if person.role == Role::Signer { post.is_head_of(other) } else { other.base == post.base }
    };
    let own = |title: &str| posts(title).any(|other| named(other) && other.deputy == post.deputy);
    if all.iter().any(|(position, title)| own(title) && on_day(position)) {
        return None;
    }
    let ended = all.iter().find(|(_, title)| own(title));
    let other = all.iter().find(|(position, title)| {
        let conflict = |other: Post| named(other) && other.deputy != post.deputy;
        on_day(position) && post.deputy != "nguyen" && posts(title).any(conflict)
    });
    let fault = |rule| {
        let name = person.at.source.text.get(person.at.span.range()).unwrap_or_default();
        let fault = Diagnostic::warning(rule).with("name", name).with("title", &person.title);
        fault.with("day", date::numeric(day)).at(&person.at.source, person.at.span)
    };
    if let Some((position, _)) = other {
        let hint = Message::new("position-register.hint").with("right", &position.title);
        return Some(fault("position-register").hint(hint));
    }
    let (position, _) = ended?;
    let held = all.iter().find(|(position, _)| on_day(position)).map(|(position, _)| position);
    let hint = match (held, position.to.filter(|to| to.date < day), position.from) {
        (Some(held), ..) => Message::new("position-register.hint").with("right", &held.title),
        (None, Some(to), _) => Message::new("position-register.hint.ended").with("to", date::numeric(to.date)),
        (None, None, Some(from)) => Message::new("position-register.hint.later").with("from", date::numeric(from.date)),
        (None, None, None) => return None,
    };
    Some(fault("position-register").hint(hint))
}

struct Held<'a> {
    person: &'a SeenPerson,
    deputy: &'a str,
}

/// Head and deputy of one body: on one day, or as deputy between two days as head and the other way round.
fn two_ways(mut held: Vec<Held>, faults: &mut Vec<Diagnostic>) {
    if held.iter().all(|one| one.deputy == held[0].deputy) {
        return;
    }
    held.retain(|one| one.deputy != "nguyen");
    held.sort_by_key(|one| (one.person.at.day, one.person.at.story, one.person.at.span));
    for at in 1..held.len() {
        let (before, this) = (&held[at - 1], &held[at]);
        let same_day = before.person.at.day.is_some() && before.person.at.day == this.person.at.day;
        let returned = held.get(at + 1).is_some_and(|after| after.deputy == before.deputy);
        if before.deputy != this.deputy && (same_day || returned) {
            let fault = Diagnostic::warning("position-two-ways")
                .with("name", &this.person.name)
                .with("title", &this.person.title)
                .with("other", &before.person.title)
                .with("place", before.person.at.shown());
            faults.push(fault.at(&this.person.at.source, this.person.at.span).hint_id("position-two-ways.hint"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_of_a_title() {
        let found: Vec<_> = posts("uy vien a, pho giam doc so b").map(|post| (post.deputy, post.base)).collect();
        assert_eq!(found, [("", "uy vien a"), ("pho", "giam doc so b")]);
    }
}
