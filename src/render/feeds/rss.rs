//! RSS 2.0, for readers that know no Atom; the same items under the same ids.

use std::io;

use jiff::civil::DateTime;
use jiff::fmt::strtime;

use super::xml::{Xml, document, empty, parent, text};
use super::{Feed, identity, terms};
use crate::model::Story;

/// The feed as RSS.
pub fn rss(feed: &Feed) -> io::Result<Vec<u8>> {
    let attributes = [
        ("version", "2.0"),
        ("xmlns:atom", "http://www.w3.org/2005/Atom"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let about = feed.site.record.tagline.as_deref().unwrap_or(feed.title);
    document("rss", &attributes, |xml| {
        parent(xml, "channel", |xml| {
            text(xml, "title", feed.title)?;
            text(xml, "link", &feed.address(""))?;
            text(xml, "description", about)?;
            text(xml, "language", "vi")?;
            text(xml, "lastBuildDate", &rfc822(&feed.updated))?;
            let own = feed.address("rss.xml");
            empty(xml, "atom:link", &[("rel", "self"), ("type", "application/rss+xml"), ("href", &own)])?;
            feed.items.iter().try_for_each(|story| parent(xml, "item", |xml| item(xml, feed, story)))
        })
    })
}

fn item(xml: &mut Xml, feed: &Feed, story: &Story) -> io::Result<()> {
    text(xml, "title", &story.headline)?;
    text(xml, "link", &feed.page(story))?;
    let guid = xml.create_element("guid").with_attribute(("isPermaLink", "false"));
    let id = identity::tag(feed.site, &story.id);
    guid.write_text_content(quick_xml::events::BytesText::new(&id))?;
    text(xml, "pubDate", &rfc822(&story.published))?;
    text(xml, "description", (feed.standfirst)(story))?;
    text(xml, "dc:creator", story.author.as_deref().unwrap_or(feed.author()))?;
    if story.updated != story.published {
        text(xml, "atom:updated", &story.updated)?;
    }
    terms(story).try_for_each(|term| text(xml, "category", term))
}

/// `2024-10-11T08:00:00+07:00` as `Fri, 11 Oct 2024 08:00:00 +0700`.
fn rfc822(moment: &str) -> String {
    let local: Option<DateTime> = moment.get(..19).and_then(|local| local.parse().ok());
    let told = local.and_then(|local| strtime::format("%a, %d %b %Y %H:%M:%S +0700", local).ok());
    told.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::rfc822;

    #[test]
    fn moments_have_their_weekday() {
        assert_eq!(rfc822("2024-10-11T08:00:00+07:00"), "Fri, 11 Oct 2024 08:00:00 +0700");
        assert_eq!(rfc822("2026-01-01T00:00:00+07:00"), "Thu, 01 Jan 2026 00:00:00 +0700");
    }
}
