//! One person, one name and one way of address across the archive — *họ tên, cách gọi*.
//!
//! Two spellings are one person only where something else says so: the same position with its body, or one story in
//! which no two positions speak against it. Namesakes are common, and nothing is said of them.

use std::collections::HashMap;
use std::sync::Arc;

use super::positions::{Post, posts};
use super::sightings::{Place, Role, SeenPerson, Sightings};
use crate::diag::{Diagnostic, Message};
use crate::load::Records;
use crate::viet::{fold, tone};

/// A title of fewer words is held by many: *Ủy viên*, *Thư ký*.
const TELLING: usize = 4;

/// Checks names and ways of address.
pub fn check(records: &Records, seen: &Sightings, faults: &mut Vec<Diagnostic>) {
    let registered = registered(records);
    let mut groups: HashMap<String, Vec<&SeenPerson>> = HashMap::new();
    for person in seen.persons.iter().chain(&registered).filter(|person| !person.name.is_empty()) {
        groups.entry(fold::fold(&person.name)).or_default().push(person);
    }
    for group in groups.values() {
        spellings(group, faults);
        addresses(group, faults);
    }
}

/// The persons of the register, once for each of their positions.
fn registered(records: &Records) -> Vec<SeenPerson> {
    let mut found = Vec::new();
    if let Some(register) = &records.register {
        for person in &register.record.people {
            let place =
                Place { source: Arc::clone(&register.source), span: person.name.span, day: None, story: usize::MAX };
            let titles = person.positions.iter().map(|position| position.title.value.clone());
            // One without a position is still somebody.
            let titles = titles.chain(person.positions.is_empty().then(String::new));
            found.extend(titles.map(|title| SeenPerson {
                at: place.clone(),
                name: person.name.value.clone(),
                id: Some(person.id.value.clone()),
                honorific: person.honorific.as_deref().unwrap_or_default().to_lowercase(),
                folded_title: fold::fold(&title),
                title,
                in_motion: false,
                role: Role::Registered,
            }));
        }
    }
    found
}

/// The same words in other capitals are one spelling.
fn is_same(one: &str, other: &str) -> bool {
    one == other || one.to_lowercase() == other.to_lowercase()
}

/// Spellings that differ from the one most often used, or registered.
fn spellings(group: &[&SeenPerson], faults: &mut Vec<Diagnostic>) {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for person in group {
        match counts.iter_mut().find(|(name, _)| is_same(name, &person.name)) {
            Some((_, count)) => *count += 1,
            None => counts.push((&person.name, 1)),
        }
    }
    if counts.len() < 2 {
        return;
    }
    let mut names = group.iter().filter(|person| person.role == Role::Registered).map(|person| person.name.as_str());
    let first = names.next();
    // Two registered namesakes cannot be told apart by their letters.
    let alone = first.filter(|first| names.all(|name| name == *first));
    let by_register = alone.and_then(|name| counts.iter().find(|(one, _)| is_same(one, name)));
    // Of equally many, the first one met is the model.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    let Some((model, _)) = by_register.or(most) else { return };
    let models = Known::of(group.iter().filter(|person| is_same(&person.name, model)).copied());
    let told = group.iter().filter(|person| person.role != Role::Registered);
    for person in told.filter(|person| !is_same(&person.name, model)) {
        // Neighbours of one list may well be two persons, unless the tone mark alone stands elsewhere.
        let told_apart = |other: &&SeenPerson| {
            let telling = other.at.story != person.at.story || is_telling(&person.folded_title);
            let signed = person.role == Role::Signer || other.role == Role::Signer;
            telling || signed || person.title.is_empty() != other.title.is_empty() || is_restyled(&person.name, model)
        };
        if let Some(other) = models.same_person(person).filter(told_apart) {
            let fault = Diagnostic::warning("person-two-ways")
                .with("seen", &person.name)
                .with("other", &other.name)
                .with("place", other.at.shown());
            let hint = Message::new("person-two-ways.hint").with("model", model);
            faults.push(at(fault, &person.at).hint(hint));
        }
    }
}

/// *Thúy* and *Thuý*.
fn is_restyled(one: &str, other: &str) -> bool {
    let style = |name: &str| tone::restyle_names(name, tone::Style::default(), tone::Names::Change);
    style(one) == style(other)
}

fn is_telling(title: &str) -> bool {
    title.split_whitespace().count() >= TELLING
}

/// *ông* here, *bà* there.
fn addresses(group: &[&SeenPerson], faults: &mut Vec<Diagnostic>) {
    let called = |word: &'static str| group.iter().filter(move |person| person.honorific == word).copied();
    let (men, women) = (called("ông"), called("bà"));
    let (more, fewer, right) = if men.clone().count() >= women.clone().count() {
        (Known::of(men), women.collect::<Vec<_>>(), "ông")
    } else {
        (Known::of(women), men.collect(), "bà")
    };
    for person in fewer {
        let other = more.same_person(person).filter(|other| is_same(&other.name, &person.name));
        if let Some(other) = other {
            let fault = Diagnostic::warning("honorific-two-ways")
                .with("name", &person.name)
                .with("seen", &person.honorific)
                .with("other", right)
                .with("place", other.at.shown());
            faults.push(at(fault, &person.at).hint_id("honorific-two-ways.hint"));
        }
    }
}

fn at(fault: Diagnostic, place: &Place) -> Diagnostic {
    fault.at(&place.source, place.span)
}

/// Sightings of one name, found by title and by story.
struct Known<'a> {
    titles: HashMap<&'a str, &'a SeenPerson>,
    stories: HashMap<usize, &'a SeenPerson>,
}

impl<'a> Known<'a> {
    fn of(persons: impl Iterator<Item = &'a SeenPerson>) -> Known<'a> {
        let mut known = Known { titles: HashMap::new(), stories: HashMap::new() };
        for person in persons {
            known.titles.entry(&person.folded_title).or_insert(person);
            known.stories.entry(person.at.story).or_insert(person);
        }
        known
    }

    /// A sighting that is surely of the same person.
    fn same_person(&self, person: &SeenPerson) -> Option<&'a SeenPerson> {
        let title = person.folded_title.as_str();
        let by_title = self.titles.get(title).filter(|_| is_telling(title)).copied();
        by_title
            .or_else(|| {
                let other = self.stories.get(&person.at.story)?;
                let (one, two) = (title, other.folded_title.as_str());
                (one.is_empty() || two.is_empty() || one == two || is_held(other, person) || is_held(person, other))
                    .then_some(*other)
            })
            .or_else(|| {
                // Of one paper's signer another story or the register may know the whole position.
                let signs = person.role == Role::Signer && !title.is_empty();
                let held = self.titles.values().filter(|other| signs && is_held(person, other));
                held.min_by_key(|other| (other.at.story, other.at.span)).copied()
            })
    }
}

/// Whether a signer's position, *Phó Chủ tịch*, is one that somebody is told with: *Phó Chủ tịch UBND tỉnh A*.
fn is_held(signer: &SeenPerson, other: &SeenPerson) -> bool {
    let begins = |held: Post, own: Post| held.deputy == own.deputy && own.is_head_of(held);
    signer.role == Role::Signer
        && posts(&signer.folded_title).any(|own| posts(&other.folded_title).any(|held| begins(held, own)))
}
