//! Atom, RFC 4287.

use std::io;

use super::xml::{Xml, document, empty, parent, text};
use super::{Feed, identity, terms};
use crate::model::Story;

/// The feed as Atom.
pub fn atom(feed: &Feed) -> io::Result<Vec<u8>> {
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "vi")];
    document("feed", &attributes, |xml| {
        text(xml, "id", &identity::tag(feed.site, feed.path))?;
        text(xml, "title", feed.title)?;
        if let Some(tagline) = feed.site.record.tagline.as_ref().filter(|_| feed.path.is_empty()) {
            text(xml, "subtitle", tagline)?;
        }
        text(xml, "updated", &feed.updated)?;
        link(xml, "self", "application/atom+xml", &feed.address("atom.xml"))?;
        link(xml, "alternate", "text/html", &feed.address(""))?;
        parent(xml, "author", |xml| text(xml, "name", feed.author()))?;
        feed.items.iter().try_for_each(|story| parent(xml, "entry", |xml| entry(xml, feed, story)))
    })
}

fn entry(xml: &mut Xml, feed: &Feed, story: &Story) -> io::Result<()> {
    text(xml, "id", &identity::tag(feed.site, &story.id))?;
    text(xml, "title", &story.headline)?;
    text(xml, "published", &story.published)?;
    text(xml, "updated", &story.updated)?;
    link(xml, "alternate", "text/html", &feed.page(story))?;
    text(xml, "summary", (feed.standfirst)(story))?;
    terms(story).try_for_each(|term| empty(xml, "category", &[("term", term)]))
}

fn link(xml: &mut Xml, rel: &str, kind: &str, address: &str) -> io::Result<()> {
    empty(xml, "link", &[("rel", rel), ("type", kind), ("href", address)])
}
