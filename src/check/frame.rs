//! What all texts of a project share: the house style, the register's persons, bodies and short forms.

use std::collections::{HashMap, HashSet};

use super::house::House;
use crate::load::Records;
use crate::record::register::{RegisteredBody, RegisteredPerson};
use crate::viet::fold::fold;

/// The frame of all texts; an empty one outside a project.
#[derive(Debug, Default)]
pub struct Frame {
    /// Short forms that the register explains.
    pub explained: HashSet<String>,
    /// The style of the site.
    pub house: House,
    /// The persons of the register by id.
    pub people: HashMap<String, RegisteredPerson>,
    /// Their ids by their names without marks and capitals.
    pub namesakes: HashMap<String, Vec<String>>,
    /// Their names in small letters.
    pub names: HashSet<String>,
    /// The first words of their names, without marks.
    pub heads: HashSet<String>,
    /// The bodies of the register.
    pub bodies: Vec<RegisteredBody>,
    /// Their places in that list by the first two words of their names, in small letters.
    pub offices: HashMap<String, Vec<usize>>,
}

impl Frame {
    /// The frame that `site.yaml` and `people.yaml` give.
    pub fn of(records: &Records) -> Frame {
        let mut frame = Frame {
            house: House::of(records.site.as_ref().and_then(|site| site.record.style.as_ref())),
            ..Frame::default()
        };
        let Some(register) = &records.register else { return frame };
        let short = register.record.bodies.iter().filter_map(|body| body.abbreviation.as_ref());
        frame.explained = short.map(|short| short.value.clone()).collect();
        frame.bodies.clone_from(&register.record.bodies);
        for (at, body) in frame.bodies.iter().enumerate() {
            frame.offices.entry(words(&body.name).take(2).collect()).or_default().push(at);
        }
        for person in &register.record.people {
            let key = fold(&person.name);
            frame.heads.extend(key.split(' ').next().map(str::to_owned));
            frame.namesakes.entry(key).or_default().push(person.id.value.clone());
            frame.names.insert(person.name.to_lowercase());
            frame.people.insert(person.id.value.clone(), person.clone());
        }
        frame
    }

    /// The registered persons of a name without marks and capitals.
    pub fn called(&self, name: &str) -> impl Iterator<Item = &RegisteredPerson> {
        self.namesakes.get(name).into_iter().flatten().filter_map(|id| self.people.get(id))
    }
}

/// The words of a name in small letters, whatever stands between them.
pub fn words(name: &str) -> impl Iterator<Item = String> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}
