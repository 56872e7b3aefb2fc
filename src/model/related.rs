//! Which stories stand below another as further reading — *tin đã đăng*; each costs the same, however many there are.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Story;
use super::topics::{Topic, TopicKind, Topics};

/// Stories to read next to one.
const RELATED: usize = 4;

/// How far along a topic's list stories are looked at: enough to find the nearest ones, and never the whole list.
const NEARBY: usize = 8;

/// The stories nearest to one by what they share — a series most, then tags, bodies, category — and by day; where
/// too little is shared, the ones published before it.
pub fn related<'a>(topics: &Topics<'a>, stories: &[&'a Story], at: usize) -> Vec<&'a Story> {
    let story = stories[at];
    let mut shared: HashMap<&str, (u32, &'a Story)> = HashMap::new();
    for (topic, place) in topics.places(story) {
        let near = &topic.stories[place.saturating_sub(NEARBY)..topic.stories.len().min(place + NEARBY + 1)];
        for other in near.iter().filter(|other| other.id != story.id && !other.upcoming) {
            shared.entry(&other.id).or_insert((0, other)).0 += weight(topic);
        }
    }
    let distance = |day: Date| (day - story.day()).get_days().unsigned_abs();
    let mut found: Vec<(u32, &Story)> = shared.into_values().collect();
    found.sort_by(|(a, one), (b, other)| {
        let nearer = || distance(one.day()).cmp(&distance(other.day()));
        b.cmp(a).then_with(nearer).then_with(|| one.id.cmp(&other.id))
    });
    let mut related: Vec<&Story> = found.into_iter().map(|(_, story)| story).take(RELATED).collect();
    let before = stories.iter().skip(at + 1).take(RELATED);
    for other in before {
        if related.len() < RELATED && !other.upcoming && !related.iter().any(|known| known.id == other.id) {
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
