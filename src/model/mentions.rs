//! Who a story tells its readers of: registered persons and the bodies that act in it — never what only the office keeps,
//! such as absences, proceedings and the signers of papers.

use super::Story;
use super::figures::LineView;
use crate::record::conclusions::Item;
use crate::record::party::{Body, Person};

/// The persons and bodies of one story, in reading order, with repetitions.
#[derive(Debug, Default)]
pub struct Mentions<'a> {
    /// Ids of persons in the register: a name alone may be a namesake's.
    pub people: Vec<&'a str>,
    /// Ids of bodies in the register.
    pub bodies: Vec<&'a str>,
    /// Names of bodies that were written in full.
    pub names: Vec<&'a str>,
}

impl<'a> Mentions<'a> {
    fn person(&mut self, person: &'a Person) {
        self.people.extend(person.fields.id.as_deref());
        self.people_body(person);
    }

    fn people_body(&mut self, person: &'a Person) {
        person.fields.body.iter().for_each(|body| self.body(body));
    }

    fn body(&mut self, body: &'a Body) {
        match body.fields.id.as_deref() {
            Some(id) => self.bodies.push(id),
            None => self.names.extend(Some(body.name()).filter(|name| !name.is_empty())),
        }
    }

    fn items(&mut self, items: &'a [Item]) {
        for item in items {
            for task in &item.tasks {
                task.lead.iter().chain(&task.partners).for_each(|body| self.body(body));
                task.person.iter().for_each(|person| self.person(person));
            }
            self.items(&item.items);
        }
    }

    fn lines(&mut self, lines: &'a [LineView]) {
        for line in lines {
            line.owner.iter().for_each(|body| self.body(body));
            self.lines(&line.lines);
        }
    }
}

/// Gathers the mentions of a story.
pub fn mentions(story: &Story) -> Mentions<'_> {
    let mut told = Mentions::default();
    if let Some(meeting) = &story.meeting {
        if let Some(by) = &meeting.organisers {
            [&by.directing, &by.hosting, &by.partners, &by.sponsors]
                .into_iter()
                .flatten()
                .for_each(|body| told.body(body));
        }
        let attendance = meeting.attendance.iter();
        let present =
            attendance.flat_map(|all| all.people.iter().chain(all.sides.iter().flat_map(|side| &side.people)));
        meeting.chairs.iter().chain(present).for_each(|person| told.person(person));
        for report in &meeting.reports {
            report.presenter.iter().for_each(|person| told.person(person));
            report.by.iter().for_each(|body| told.body(body));
        }
        for speech in &meeting.speeches {
            speech.speaker.iter().for_each(|person| told.person(person));
            speech.by.iter().for_each(|body| told.body(body));
        }
        meeting
            .proposals
            .iter()
            .filter_map(|proposal| proposal.answered_by.as_ref())
            .for_each(|person| told.person(person));
    }
    if let Some(conclusions) = &story.conclusions {
        conclusions.by.iter().for_each(|person| told.person(person));
        told.items(&conclusions.items);
    }
    if let Some(budget) = &story.budget {
        budget.source.iter().for_each(|body| told.body(body));
        told.lines(&budget.lines);
    }
    told
}
