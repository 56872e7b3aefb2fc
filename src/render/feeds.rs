//! What machines read: the Atom feed with permanent ids and true dates, the list of all pages, the word to robots.

use std::borrow::Cow;
use std::io;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

use super::{Area, List, Output, Plan, Sheet, Sink};
use crate::model::{Site, Story};

/// Items in a feed.
const ITEMS: usize = 30;

/// Addresses in one sitemap, by its protocol.
const LOCATIONS: usize = 50_000;

/// The year in `tag:` addresses (RFC 4151); any fixed one serves, and it must never change.
const TAG_YEAR: u16 = 2026;

/// How the standfirst of a story is looked up.
pub type Standfirst<'a> = &'a dyn Fn(&Story) -> &'a str;

type Xml = Writer<Vec<u8>>;

/// Renders all feeds; a site that does not know its own address has none, since all of them are made of addresses.
pub fn render(site: &Site, plan: &Plan, standfirst: Standfirst, sink: &dyn Sink) {
    if site.base_url.is_empty() {
        return;
    }
    let put = |path: String, bytes: Vec<u8>| {
        sink.put(Output { area: Area::Public, path, bytes, origin: String::new() });
    };
    // Writing XML into memory cannot fail; an empty feed would be seen by every validator.
    put("atom.xml".to_owned(), atom(site, plan, standfirst).unwrap_or_default());
    let pages = pages(site, plan);
    let parts: Vec<&[Location]> = pages.chunks(LOCATIONS).collect();
    if let [one] = parts[..] {
        put("sitemap.xml".to_owned(), sitemap(("urlset", "url"), one).unwrap_or_default());
    } else {
        let mut index = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let name = format!("sitemap-{}.xml", number + 1);
            put(name.clone(), sitemap(("urlset", "url"), part).unwrap_or_default());
            index.push(Location {
                address: format!("{}/{name}", site.base_url),
                modified: newest(part.iter().filter_map(|page| page.modified)),
            });
        }
        put("sitemap.xml".to_owned(), sitemap(("sitemapindex", "sitemap"), &index).unwrap_or_default());
    }
    put(
        "robots.txt".to_owned(),
        format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", site.base_url).into_bytes(),
    );
}

/// RFC 4287.
fn atom(site: &Site, plan: &Plan, standfirst: Standfirst) -> io::Result<Vec<u8>> {
    let root = format!("{}/", site.base_url);
    let latest = &plan.stories[..plan.stories.len().min(ITEMS)];
    let updated = newest(latest.iter().map(|story| story.updated.as_str()));
    let updated = updated.map_or_else(|| format!("{}T00:00:00+07:00", site.as_of.date()), str::to_owned);
    let author = site.record.managing_body.as_deref().or(site.record.issuer.name.as_deref());
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "vi")];
    document("feed", &attributes, |feed| {
        text(feed, "id", &tag(site, ""))?;
        text(feed, "title", &site.record.title)?;
        if let Some(tagline) = &site.record.tagline {
            text(feed, "subtitle", tagline)?;
        }
        text(feed, "updated", &updated)?;
        link(feed, "self", "application/atom+xml", &format!("{root}atom.xml"))?;
        link(feed, "alternate", "text/html", &root)?;
        let writer = feed.create_element("author");
        writer.write_inner_content(|feed| text(feed, "name", author.unwrap_or(&site.record.title)))?;
        latest.iter().try_for_each(|story| entry(feed, site, story, standfirst(story)))
    })
}

fn entry(feed: &mut Xml, site: &Site, story: &Story, standfirst: &str) -> io::Result<()> {
    let content = |entry: &mut Xml| {
        text(entry, "id", &tag(site, &story.id))?;
        text(entry, "title", &story.headline)?;
        text(entry, "published", &story.published)?;
        text(entry, "updated", &story.updated)?;
        link(entry, "alternate", "text/html", &format!("{}/{}", site.base_url, story.path))?;
        text(entry, "summary", standfirst)?;
        let terms = story.category.iter().chain(&story.tags);
        terms.into_iter().try_for_each(|term| empty(entry, "category", &[("term", term)]))
    };
    feed.create_element("entry").write_inner_content(content).map(drop)
}

/// A permanent id: made of the site's host and folder and of what never changes about the story, not of its address.
fn tag(site: &Site, id: &str) -> String {
    let place = site.base_url.split_once("://").map_or(site.base_url.as_str(), |(_, place)| place);
    let (host, folder) = place.split_once('/').unwrap_or((place, ""));
    let host = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(host, |(host, _)| host);
    let mut tag = format!("tag:{},{TAG_YEAR}:", host.to_lowercase());
    for byte in format!("/{folder}{}{id}", if folder.is_empty() { "" } else { "/" }).bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'/') {
            tag.push(char::from(byte));
        } else {
            tag.push_str(&format!("%{byte:02X}"));
        }
    }
    tag
}

/// An address with the moment of its last change.
struct Location<'a> {
    address: String,
    modified: Option<&'a str>,
}

/// Every page that a search engine may show.
fn pages<'a>(site: &Site, plan: &Plan<'a>) -> Vec<Location<'a>> {
    let address = |path: &str| format!("{}/{path}", site.base_url);
    let of_list = |list: &List<'a>| Location {
        address: address(&list.path),
        modified: newest(list.stories.iter().map(|story| story.updated.as_str())),
    };
    let of_story = |story: &&'a Story| Location { address: address(&story.path), modified: Some(&story.updated) };
    let newest = newest(plan.stories.iter().map(|story| story.updated.as_str()));
    let of_sheet = |sheet: &Sheet| Location {
        address: address(&sheet.path()),
        modified: newest.filter(|_| sheet.follows_stories()),
    };
    let lists = plan.lists.iter().map(of_list).chain(plan.sheets.iter().map(of_sheet));
    lists.chain(plan.stories.iter().map(of_story)).collect()
}

/// The latest of moments that are all written in one time zone.
fn newest<'a>(moments: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    moments.max()
}

/// sitemaps.org 0.9: a list of pages, or of such lists.
fn sitemap((root, item): (&str, &str), locations: &[Location]) -> io::Result<Vec<u8>> {
    document(root, &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |map| {
        locations.iter().try_for_each(|location| {
            let content = |map: &mut Xml| {
                text(map, "loc", &location.address)?;
                location.modified.map_or(Ok(()), |modified| text(map, "lastmod", modified))
            };
            map.create_element(item).write_inner_content(content).map(drop)
        })
    })
}

fn document(
    root: &str,
    attributes: &[(&str, &str)],
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let element = writer.create_element(root).with_attributes(attributes.iter().copied());
    element.write_inner_content(content)?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn text(writer: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&allowed(value))).map(drop)
}

/// Without the characters that XML cannot hold in any form.
fn allowed(text: &str) -> Cow<'_, str> {
    let forbidden =
        |letter: char| matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) { Cow::Owned(text.replace(forbidden, "")) } else { Cow::Borrowed(text) }
}

fn link(writer: &mut Xml, rel: &str, kind: &str, address: &str) -> io::Result<()> {
    empty(writer, "link", &[("rel", rel), ("type", kind), ("href", address)])
}

fn empty(writer: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, allowed(value))).collect();
    let attributes = attributes.iter().map(|(name, value)| (*name, value.as_ref()));
    writer.create_element(name).with_attributes(attributes).write_empty().map(drop)
}
