//! Which stories stand below another as further reading — *tin đã đăng*; each costs the same, however many there are.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Story;
use super::topics::{Topic, TopicKind, Topics};

/// Stories to read next to one.
const RELATED: usize = 4;

/// How far along a topic's list stories are looked at: enough to find the nearest ones, and never the whole list.
const NEARBY: usize = 8;

/// The stories nearest to one by what they share — a series most, then tags, bodies, category — and by day; where
/// too little is shared, the ones published before it. Stories are told by their place among all.
pub fn related(topics: &Topics, stories: &[&Story], at: usize) -> Vec<usize> {
    let story = stories[at];
    let mut shared: HashMap<usize, u32> = HashMap::new();
    for (topic, place) in topics.places(story) {
        let near = &topic.stories[place.saturating_sub(NEARBY)..topic.stories.len().min(place + NEARBY + 1)];
        for other in near.iter().filter(|other| **other != at && !stories[**other].upcoming) {
            *shared.entry(*other).or_default() += weight(topic);
        }
    }
    let distance = |other: usize| (stories[other].day() - story.day()).get_days().unsigned_abs();
    let mut found: Vec<(u32, usize)> = shared.into_iter().map(|(other, weight)| (weight, other)).collect();
    found.sort_by_key(|(weight, other)| (Reverse(*weight), distance(*other), *other));
    let mut related: Vec<usize> = found.into_iter().map(|(_, other)| other).take(RELATED).collect();
    for other in (at + 1..stories.len()).take(RELATED) {
        if related.len() < RELATED && !stories[other].upcoming && !related.contains(&other) {
            related.push(other);
        }
    }
    related
}

/// What two stories share counts the more, the fewer share it.
fn weight(topic: &Topic) -> u32 {
    let base = match topic.kind {
        TopicKind::Series => 40,
        TopicKind::Tag => 12,
        TopicKind::Body => 6,
        TopicKind::Category => 4,
        TopicKind::Person => 2,
    };
    let rare = 20 / u32::try_from(topic.stories.len()).unwrap_or(u32::MAX).max(1);
    base + rare
}
