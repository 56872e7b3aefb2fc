//! Who and what is named where, over the whole archive: the raw material of the rules on names.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::load::{Records, StoryRecords};
use crate::model::resolve::{folder_name, story_day};
use crate::record::Visit;
use crate::record::party::{Body, Person};
use crate::source::{Source, Span};
use crate::viet::fold;

/// A place where something is named.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file.
    pub source: Arc<Source>,
    /// The words.
    pub span: Span,
    /// The day of the story.
    pub day: Option<Date>,
    /// The story's place in the archive.
    pub story: usize,
}

impl Place {
    /// `content/2024/…/meeting.yaml:12`
    pub fn shown(&self) -> String {
        format!("{}:{}", self.source.path, self.source.place(self.span.start as usize).line)
    }
}

/// A person as a record tells it.
#[derive(Debug)]
pub struct SeenPerson {
    /// Where.
    pub at: Place,
    /// The name, as it is written; empty where an id stands for it.
    pub name: String,
    /// The id in the register, if that is how it is told.
    pub id: Option<String>,
    /// *ông*, *bà* or nothing, in small letters.
    pub honorific: String,
    /// All positions with the body.
    pub title: String,
    /// The title without marks and capitals.
    pub folded_title: String,
    /// Whether it is elected, dismissed or appointed at this meeting: its position is in motion.
    pub in_motion: bool,
}

/// A body as a record tells it.
#[derive(Debug)]
pub struct SeenBody {
    /// Where.
    pub at: Place,
    /// The name, or nothing where an id stands for it.
    pub name: String,
    /// The id in the register, if that is how it is told.
    pub id: Option<String>,
}

/// Everybody and every body that the records name.
#[derive(Debug, Default)]
pub struct Sightings {
    /// Persons, story by story.
    pub persons: Vec<SeenPerson>,
    /// Bodies, story by story.
    pub bodies: Vec<SeenBody>,
}

/// All sightings of an archive, in its order.
pub fn all(records: &Records) -> Sightings {
    let each: Vec<Sightings> =
        records.stories.par_iter().enumerate().map(|(number, story)| in_story(story, number)).collect();
    let mut all = Sightings::default();
    for one in each {
        all.persons.extend(one.persons);
        all.bodies.extend(one.bodies);
    }
    all
}

/// The sightings of one story.
pub fn in_story(story: &StoryRecords, number: usize) -> Sightings {
    let day = story_day(story, folder_name(&story.folder).0).map(|day| day.date).filter(|date| date.year() > 0);
    let personnel = story.meeting.iter().flat_map(|meeting| &meeting.record.personnel);
    let in_motion = personnel.map(|one| key_of(&one.person)).collect();
    let mut found = Sightings::default();
    let mut walk = |source: &Arc<Source>, walk: &dyn Fn(&mut dyn Visit)| {
        walk(&mut Collector { found: &mut found, source, day, story: number, in_motion: &in_motion });
    };
    if let Some(sourced) = &story.meeting {
        walk(&sourced.source, &|visitor| sourced.record.walk_fields(visitor));
    }
    if let Some(sourced) = &story.budget {
        walk(&sourced.source, &|visitor| sourced.record.walk_fields(visitor));
    }
    if let Some(sourced) = &story.conclusions {
        walk(&sourced.source, &|visitor| sourced.record.walk_fields(visitor));
    }
    if let Some(sourced) = &story.news {
        walk(&sourced.source, &|visitor| sourced.record.walk_fields(visitor));
    }
    found
}

fn key_of(person: &Person) -> String {
    person.fields.id.as_deref().unwrap_or_else(|| person.name()).to_owned()
}

struct Collector<'a> {
    found: &'a mut Sightings,
    source: &'a Arc<Source>,
    day: Option<Date>,
    story: usize,
    in_motion: &'a HashSet<String>,
}

impl Collector<'_> {
    /// The words inside a value where they stand there as they are, else the whole value.
    fn place(&self, words: &str, span: Span) -> Place {
        let range = self.source.clamp(span);
        let span = match self.source.text[range.clone()].find(words).filter(|_| !words.is_empty()) {
            Some(at) => Span::new(range.start + at, range.start + at + words.len()),
            None => span,
        };
        Place { source: Arc::clone(self.source), span, day: self.day, story: self.story }
    }
}

impl Visit for Collector<'_> {
    fn person(&mut self, person: &Person) {
        let name = if person.by_id { "" } else { person.name() };
        if name.is_empty() && !person.by_id {
            return;
        }
        let title = person.title();
        let span = person.fields.name.as_ref().map_or(person.span, |name| name.span);
        self.found.persons.push(SeenPerson {
            at: self.place(name, span),
            name: name.to_owned(),
            id: person.fields.id.as_ref().filter(|_| person.by_id).map(|id| id.value.clone()),
            honorific: person.fields.honorific.as_deref().unwrap_or_default().to_lowercase(),
            folded_title: fold::fold(&title),
            title,
            in_motion: self.in_motion.contains(&key_of(person)),
        });
    }

    fn body(&mut self, body: &Body) {
        let name = if body.by_id { "" } else { body.name() };
        if name.is_empty() && !body.by_id {
            return;
        }
        let span = body.fields.name.as_ref().map_or(body.span, |name| name.span);
        self.found.bodies.push(SeenBody {
            at: self.place(name, span),
            name: name.to_owned(),
            id: body.fields.id.as_ref().filter(|_| body.by_id).map(|id| id.value.clone()),
        });
    }
}
