//! What machines read of the whole site: feeds of stories with permanent ids and true dates, the calendar of meetings,
//! the list of all pages, the word to robots.

mod atom;
mod calendar;
mod identity;
mod json;
mod rss;
mod sitemap;
mod xml;

use std::cmp::Reverse;

use super::{Area, Output, Plan, Sink};
use crate::model::topics::TopicKind;
use crate::model::{Site, Story};

/// Items in a feed.
const ITEMS: usize = 30;

/// How the standfirst of a story is looked up.
pub type Standfirst<'a> = &'a dyn Fn(&Story) -> &'a str;

/// A feed of stories in the three forms that readers know, all with the same items.
pub struct Channel<'a> {
    /// Folder below the root: empty for the whole site, else with a slash at its end.
    pub path: &'a str,
    /// Title.
    pub title: &'a str,
    /// Stories in any order; the latest published or corrected ones are told.
    pub stories: &'a [&'a Story],
}

/// What the three forms are written from.
struct Feed<'a> {
    site: &'a Site,
    path: &'a str,
    title: &'a str,
    /// The latest stories, the last changed one first.
    items: Vec<&'a Story>,
    /// Moment of the last change.
    updated: String,
    standfirst: Standfirst<'a>,
}

/// Renders all of it; a site that does not know its own address has none, since all of them are made of addresses.
pub fn render(site: &Site, plan: &Plan, standfirst: Standfirst, sink: &dyn Sink) {
    if site.base_url.is_empty() {
        return;
    }
    let put = |path: String, bytes: Vec<u8>| {
        sink.put(Output { area: Area::Public, path, bytes, origin: String::new() });
    };
    let whole = Channel { path: "", title: &site.record.title, stories: &plan.stories };
    channel(site, &whole, standfirst, sink);
    for topic in plan.topics.of_kind(TopicKind::Category).chain(plan.topics.of_kind(TopicKind::Tag)) {
        let (title, stories) = (format!("{} - {}", topic.name, site.record.title), plan.stories_of(topic));
        channel(site, &Channel { path: &topic.path, title: &title, stories: &stories }, standfirst, sink);
    }
    put("lich.ics".to_owned(), calendar::calendar(site, &plan.stories, standfirst).into_bytes());
    for (name, bytes) in sitemap::sitemaps(site, plan) {
        put(name, bytes);
    }
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", site.base_url);
    put("robots.txt".to_owned(), robots.into_bytes());
}

/// Renders one channel: `atom.xml`, `rss.xml` and `feed.json` in its folder.
pub fn channel(site: &Site, channel: &Channel, standfirst: Standfirst, sink: &dyn Sink) {
    let mut items = channel.stories.to_vec();
    items.sort_by_key(|story| (Reverse(&story.updated), &story.id));
    items.truncate(ITEMS);
    let updated = items.first().map(|story| story.updated.clone());
    let updated = updated.unwrap_or_else(|| format!("{}T00:00:00+07:00", site.as_of.date()));
    let standfirst = |story: &Story| standfirst(story);
    let feed = Feed { site, path: channel.path, title: channel.title, items, updated, standfirst: &standfirst };
    // Writing XML into memory cannot fail; an empty feed would be seen by every validator.
    let forms = [
        ("atom.xml", atom::atom(&feed).unwrap_or_default()),
        ("rss.xml", rss::rss(&feed).unwrap_or_default()),
        ("feed.json", json::json(&feed)),
    ];
    for (name, bytes) in forms {
        let path = format!("{}{name}", channel.path);
        sink.put(Output { area: Area::Public, path, bytes, origin: String::new() });
    }
}

impl Feed<'_> {
    /// Address of one of its forms, or of the page it belongs to.
    fn address(&self, name: &str) -> String {
        format!("{}/{}{name}", self.site.base_url, self.path)
    }

    /// Address of a story's page.
    fn page(&self, story: &Story) -> String {
        format!("{}/{}", self.site.base_url, story.path)
    }

    /// The publishing body.
    fn author(&self) -> &str {
        let record = &self.site.record;
        record.managing_body.as_deref().or(record.issuer.name.as_deref()).unwrap_or(&record.title)
    }
}

/// Category and tags.
fn terms(story: &Story) -> impl Iterator<Item = &String> {
    story.category.iter().chain(&story.tags)
}

/// The latest of moments that are all written in one time zone.
fn newest<'a>(moments: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    moments.max()
}
