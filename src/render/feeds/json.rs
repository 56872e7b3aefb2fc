//! JSON Feed 1.1; the same items under the same ids.

use serde_json::{Value, json};

use super::{Feed, identity, terms};
use crate::model::Story;

/// The feed as JSON.
pub fn json(feed: &Feed) -> Vec<u8> {
    let mut told = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.address(""),
        "feed_url": feed.address("feed.json"),
        "language": "vi",
        "authors": [{ "name": feed.author(), "url": format!("{}/", feed.site.base_url) }],
        "items": feed.items.iter().map(|story| item(feed, story)).collect::<Vec<_>>(),
    });
    if let Some(tagline) = feed.site.record.tagline.as_ref().filter(|_| feed.path.is_empty()) {
        told["description"] = Value::from(tagline.value.as_str());
    }
    let mut bytes = serde_json::to_vec_pretty(&told).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn item(feed: &Feed, story: &Story) -> Value {
    json!({
        "id": identity::tag(feed.site, &story.id),
        "url": feed.page(story),
        "title": story.headline,
        "content_text": (feed.standfirst)(story),
        "date_published": story.published,
        "date_modified": story.updated,
        "language": "vi",
        "tags": terms(story).collect::<Vec<_>>(),
    })
}
