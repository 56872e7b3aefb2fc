//! XML by a writer that escapes: documents, elements of text, empty elements.

use std::borrow::Cow;
use std::io;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

/// A document in the making.
pub type Xml = Writer<Vec<u8>>;

/// A whole document.
pub fn document(
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

/// An element that holds other elements.
pub fn parent(writer: &mut Xml, name: &str, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    writer.create_element(name).write_inner_content(content).map(drop)
}

/// An element that holds text.
pub fn text(writer: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&allowed(value))).map(drop)
}

/// An element that holds nothing but attributes.
pub fn empty(writer: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, allowed(value))).collect();
    let attributes = attributes.iter().map(|(name, value)| (*name, value.as_ref()));
    writer.create_element(name).with_attributes(attributes).write_empty().map(drop)
}

/// Without the characters that XML cannot hold in any form.
fn allowed(text: &str) -> Cow<'_, str> {
    let forbidden =
        |letter: char| matches!(letter, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) { Cow::Owned(text.replace(forbidden, "")) } else { Cow::Borrowed(text) }
}
