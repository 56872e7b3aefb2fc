//! What stories are about — *chuyên mục, nhãn, cơ quan, người* — each with its stories and its permanent address.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::mentions::mentions;
use super::{Site, Story};
use crate::record::value::is_device;
use crate::viet::collate::{Collator, Order};
use crate::viet::fold;

/// What a topic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TopicKind {
    /// A category — *chuyên mục*.
    Category,
    /// A tag — *nhãn*.
    Tag,
    /// A body — *cơ quan, đơn vị*.
    Body,
    /// A person of the register — *người*.
    Person,
    /// A meeting held again and again; it relates stories and has no page.
    Series,
}

impl TopicKind {
    /// The kinds that have pages, in the order of the site's menus.
    pub const SHOWN: [TopicKind; 4] = [TopicKind::Category, TopicKind::Tag, TopicKind::Body, TopicKind::Person];

    /// Its folder, which is part of permanent addresses.
    pub fn folder(self) -> &'static str {
        match self {
            TopicKind::Category => "chuyen-muc",
            TopicKind::Tag => "nhan",
            TopicKind::Body => "co-quan",
            TopicKind::Person => "nguoi",
            TopicKind::Series => "",
        }
    }
}

/// One topic with its stories.
#[derive(Debug)]
pub struct Topic<'a> {
    /// What it is.
    pub kind: TopicKind,
    /// Its name as the register, or else its newest story, writes it.
    pub name: &'a str,
    /// Its id in the register, if it is there.
    pub id: Option<&'a str>,
    /// Folder of its page below the root: `nhan/dau-tu-cong/`.
    pub path: String,
    /// Its stories by their place among all, newest first.
    pub stories: Vec<usize>,
}

/// All topics of the published stories.
#[derive(Debug, Default)]
pub struct Topics<'a> {
    /// By kind, each in Vietnamese order.
    pub all: Vec<Topic<'a>>,
    /// By a story's id: the numbers of its topics, and its place in each.
    of: HashMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Topics<'a> {
    /// The topics of a story.
    pub fn of(&self, story: &Story) -> impl Iterator<Item = &Topic<'a>> {
        self.places(story).map(|(topic, _)| topic)
    }

    /// The topics of a story with its place among the stories of each.
    pub fn places(&self, story: &Story) -> impl Iterator<Item = (&Topic<'a>, usize)> {
        let of = self.of.get(story.id.as_str()).into_iter().flatten();
        of.filter_map(|(number, place)| Some((self.all.get(*number)?, *place)))
    }

    /// The topics of one kind.
    pub fn of_kind(&self, kind: TopicKind) -> impl Iterator<Item = &Topic<'a>> {
        self.all.iter().filter(move |topic| topic.kind == kind)
    }
}

/// A body that is not in the register has a page from so many stories on.
const STORIES_OF_A_BODY: usize = 2;

/// Under which one name the writings of a topic meet: its id in the register, else its name in small letters.
type Key<'a> = (TopicKind, Option<&'a str>, String);

/// Groups stories, which come newest first, by topic; linear in what they name.
pub fn topics<'a>(site: &'a Site, stories: &[&'a Story]) -> Topics<'a> {
    let register = Register::new(site);
    let mut groups: BTreeMap<Key<'a>, (&'a str, Vec<usize>)> = BTreeMap::new();
    for (at, story) in stories.iter().enumerate() {
        let mut own: HashSet<Key<'a>> = HashSet::new();
        for (key, name) in register.keys(story) {
            if own.insert(key.clone()) {
                groups.entry(key).or_insert_with(|| (name, Vec::new())).1.push(at);
            }
        }
    }
    let kept = groups.into_iter().filter(|((kind, id, _), (_, stories))| match kind {
        TopicKind::Body => id.is_some() || stories.len() >= STORIES_OF_A_BODY,
        TopicKind::Series => stories.len() > 1,
        _ => true,
    });
    let mut taken = HashSet::new();
    let mut all: Vec<Topic> = Vec::new();
    for ((kind, id, _), (name, stories)) in kept {
        let path = address(kind, id.unwrap_or(name), &mut taken);
        all.push(Topic { kind, name, id, path, stories });
    }
    let collator = Collator::new();
    all.sort_by_cached_key(|topic| (topic.kind, collator.key(topic.name, order(topic.kind)), topic.path.clone()));
    let mut of: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (number, topic) in all.iter().enumerate() {
        for (place, at) in topic.stories.iter().enumerate() {
            of.entry(&stories[*at].id).or_default().push((number, place));
        }
    }
    Topics { all, of }
}

fn order(kind: TopicKind) -> Order {
    if kind == TopicKind::Person { Order::Person } else { Order::Dictionary }
}

/// Letters of a name in its address.
const SLUG: usize = 120;

/// An address of its own: names that differ by marks alone are told apart by a number.
fn address(kind: TopicKind, name: &str, taken: &mut HashSet<String>) -> String {
    let slug = fold::short_slug(name, SLUG);
    let slug = match slug.as_str() {
        "" => "khac".to_owned(),
        // No folder on Windows can be called so; *con* is a word that tags begin with.
        device if is_device(device) => format!("{device}-1"),
        _ => slug,
    };
    let mut path = format!("{}/{slug}/", kind.folder());
    let mut number = 2;
    while !taken.insert(path.clone()) {
        path = format!("{}/{slug}-{number}/", kind.folder());
        number += 1;
    }
    path
}

/// The register by what stories write of it.
struct Register<'a> {
    people: HashMap<&'a str, &'a str>,
    bodies: HashMap<&'a str, &'a str>,
    /// Ids of bodies that alone bear their name.
    names: HashMap<&'a str, &'a str>,
}

impl<'a> Register<'a> {
    fn new(site: &'a Site) -> Register<'a> {
        let bodies = &site.register.bodies;
        Register {
            people: site.register.people.iter().map(|person| (&*person.id.value, &*person.name.value)).collect(),
            bodies: bodies.iter().map(|body| (&*body.id.value, &*body.name.value)).collect(),
            names: bodies.iter().map(|body| (&*body.name.value, &*body.id.value)).collect(),
        }
    }

    /// The topics that a story names, with their names.
    fn keys(&self, story: &'a Story) -> Vec<(Key<'a>, &'a str)> {
        let written = |kind, name: &'a str| ((kind, None, name.to_lowercase()), name);
        let listed = |kind, id: &'a str, name: &'a str| ((kind, Some(id), String::new()), name);
        let mut keys = Vec::new();
        keys.extend(story.category.as_deref().map(|name| written(TopicKind::Category, name)));
        keys.extend(story.tags.iter().map(|name| written(TopicKind::Tag, name)));
        let told = mentions(story);
        for id in told.people {
            keys.extend(self.people.get(id).map(|name| listed(TopicKind::Person, id, name)));
        }
        for id in told.bodies {
            keys.extend(self.bodies.get(id).map(|name| listed(TopicKind::Body, id, name)));
        }
        for name in told.names {
            keys.push(match self.names.get(name) {
                Some(id) => listed(TopicKind::Body, id, name),
                None => written(TopicKind::Body, name),
            });
        }
        keys.extend(series(story).map(|key| ((TopicKind::Series, None, key), story.title.as_str())));
        keys
    }
}

/// What the editions of a meeting share: the title as far as *lần thứ*.
fn series(story: &Story) -> Option<String> {
    story.meeting.as_ref()?.series.as_ref()?;
    let title = fold::fold(&story.title);
    title.split_once(" lan thu ").map(|(name, _)| name.to_owned())
}
