//! Who and what is named where, over the whole archive: the raw material of the rules on names.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::papers::papers;
use crate::load::{Records, StoryRecords};
use crate::model::resolve::{folder_name, story_day};
use crate::record::Visit;
use crate::record::papers::Signer;
use crate::record::party::{Body, Person};
use crate::record::value::Day;
use crate::source::{Source, Span};
use crate::viet::date::Ymd;
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
        self.source.line_of(self.span)
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
    /// As what it is told.
    pub role: Role,
}

/// As what somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Chair, secretary, speaker, guest …: with the position and its body.
    Told,
    /// Signer: with the position alone, since the head of the paper names the body.
    Signer,
    /// An entry of `people.yaml`.
    Registered,
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

/// All sightings of an archive, in its order; who signs for the site signs today.
pub fn all(records: &Records, today: Option<Ymd>) -> Sightings {
    let each: Vec<Sightings> =
        records.stories.par_iter().enumerate().map(|(number, story)| in_story(story, number)).collect();
    let mut all = Sightings::default();
    for one in each {
        all.persons.extend(one.persons);
        all.bodies.extend(one.bodies);
    }
    if let Some(site) = &records.site {
        let today = today.and_then(|day| day.iso().parse().ok());
        let place =
            Place { source: Arc::clone(&site.source), span: Span::default(), day: today, story: records.stories.len() };
        all.persons.extend(site.record.signer.iter().filter_map(|signer| signed(signer, &place)));
    }
    all
}

/// Somebody who signs: *KT. CHỦ TỊCH, PHÓ CHỦ TỊCH, Lê Văn A*.
fn signed(signer: &Signer, place: &Place) -> Option<SeenPerson> {
    let name = signer.name.as_ref().filter(|name| !name.is_empty())?;
    // *Q. GIÁM ĐỐC* says in one line in whose stead and as what.
    let acting = || Some(signer.authority.last()?.strip_prefix("Q. ")?.to_owned()).map(|post| format!("Quyền {post}"));
    let title = signer.position.as_ref().map(|position| position.value.clone()).or_else(acting).unwrap_or_default();
    Some(SeenPerson {
        at: Place { span: name.span, ..place.clone() },
        name: name.value.clone(),
        id: None,
        honorific: String::new(),
        folded_title: fold::fold(&title),
        title,
        in_motion: false,
        role: Role::Signer,
    })
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
    if let Some(sourced) = &story.document {
        walk(&sourced.source, &|visitor| sourced.record.walk_fields(visitor));
    }
    for (source, signer, own) in signers(story) {
        let day = own.map(|own| own.date).filter(|date| date.year() > 0).or(day);
        let place = Place { source: Arc::clone(source), span: Span::default(), day, story: number };
        found.persons.extend(signed(signer, &place));
    }
    found
}

/// All who sign papers of a story, with the day of the paper.
fn signers(story: &StoryRecords) -> impl Iterator<Item = (&Arc<Source>, &Signer, Option<Day>)> {
    let document = story.document.iter().map(|sourced| {
        let record = &sourced.record;
        (&sourced.source, record.signer.as_ref(), record.date)
    });
    let papers = papers(story).into_iter().map(|told| (told.source, told.paper.signer.as_deref(), told.paper.date));
    papers.chain(document).filter_map(|(source, signer, day)| Some((source, signer?, day)))
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
            role: Role::Told,
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
