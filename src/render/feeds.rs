//! What machines read: the Atom feed, with permanent ids and true dates.

use quick_xml::events::BytesText;
use quick_xml::writer::Writer;

use super::{Area, Output, Plan, Sink};
use crate::model::{Site, Story};

/// Items in a feed.
const ITEMS: usize = 30;

/// Renders all feeds.
pub fn render(site: &Site, plan: &Plan, sink: &dyn Sink) {
    // Writing XML into memory cannot fail; an empty feed would be seen by every validator.
    let bytes = atom(site, plan).unwrap_or_default();
    sink.put(Output { area: Area::Public, path: "atom.xml".to_owned(), bytes, origin: String::new() });
}

/// RFC 4287.
fn atom(site: &Site, plan: &Plan) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    let root = format!("{}/", site.base_url);
    let latest: Vec<&Story> = plan.stories.iter().take(ITEMS).copied().collect();
    let updated = latest.iter().map(|story| story.updated.as_str()).max();
    let updated = updated.map_or_else(|| format!("{}T00:00:00+07:00", site.as_of.date()), str::to_owned);
    writer.write_event(quick_xml::events::Event::Decl(quick_xml::events::BytesDecl::new(
        "1.0",
        Some("utf-8"),
        None,
    )))?;
    writer
        .create_element("feed")
        .with_attribute(("xmlns", "http://www.w3.org/2005/Atom"))
        .with_attribute(("xml:lang", "vi"))
        .write_inner_content(|feed| {
            text(feed, "id", &root)?;
            text(feed, "title", &site.record.title)?;
            text(feed, "updated", &updated)?;
            feed.create_element("link")
                .with_attribute(("rel", "self"))
                .with_attribute(("href", format!("{root}atom.xml").as_str()))
                .write_empty()?;
            feed.create_element("link")
                .with_attribute(("rel", "alternate"))
                .with_attribute(("href", root.as_str()))
                .write_empty()?;
            feed.create_element("author").write_inner_content(|author| {
                text(author, "name", site.record.issuer.name.as_deref().unwrap_or(&site.record.title))
            })?;
            latest.iter().try_for_each(|story| entry(feed, &root, story))
        })?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn entry(feed: &mut Writer<Vec<u8>>, root: &str, story: &Story) -> std::io::Result<()> {
    let address = format!("{root}{}", story.path);
    feed.create_element("entry").write_inner_content(|entry| {
        // The id is made of what never changes, not of the address.
        text(entry, "id", &format!("{root}#{}", story.id))?;
        text(entry, "title", &story.headline)?;
        text(entry, "published", &story.published)?;
        text(entry, "updated", &story.updated)?;
        entry
            .create_element("link")
            .with_attribute(("rel", "alternate"))
            .with_attribute(("href", address.as_str()))
            .write_empty()?;
        if let Some(summary) = &story.summary {
            text(entry, "summary", summary)?;
        }
        story.tags.iter().try_for_each(|tag| {
            entry.create_element("category").with_attribute(("term", tag.as_str())).write_empty().map(|_| ())
        })
    })?;
    Ok(())
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> std::io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(value)).map(|_| ())
}
