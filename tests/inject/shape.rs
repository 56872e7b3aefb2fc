//! What the machines that read outputs would see of them, read strictly: elements and attributes, members, columns, lines.

use std::collections::BTreeSet;

/// A page taken apart as the HTML standard's tokenizer does.
#[derive(Debug, Default)]
pub struct Page {
    /// Elements with the names of their attributes, and their ends, in order.
    pub shape: Vec<String>,
    /// Words shown.
    pub text: String,
    /// Words of the first heading.
    pub heading: String,
    /// Everywhere the page leads or loads from: element, attribute, address.
    pub addresses: Vec<(String, String, String)>,
    /// What stands in data blocks.
    pub data: Vec<String>,
}

/// Elements whose content is no markup.
const RAW: [&str; 6] = ["script", "style", "title", "textarea", "iframe", "xmp"];

/// Attributes that are addresses.
const ADDRESSES: [&str; 8] = ["href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href"];

/// Reads a page.
pub fn page(html: &str) -> Page {
    let (mut page, mut rest, mut headed) = (Page::default(), html, false);
    while let Some(at) = rest.find('<') {
        page.words(&rest[..at], headed);
        let inside = &rest[at + 1..];
        let letter = |text: &str| text.starts_with(|c: char| c.is_ascii_alphabetic());
        if letter(inside) {
            let (name, attributes, after) = tag(inside);
            rest = after;
            headed |= name == "h1" && page.heading.is_empty();
            if RAW.contains(&name.as_str()) {
                let end = rest.to_ascii_lowercase().find(&format!("</{name}")).unwrap_or(rest.len());
                if name == "script" {
                    page.data.push(rest[..end].to_owned());
                } else {
                    page.words(&rest[..end], false);
                }
                rest = &rest[end..];
            }
            page.element(&name, attributes);
        } else if inside.starts_with('/') && letter(&inside[1..]) {
            let (name, _, after) = tag(&inside[1..]);
            headed &= name != "h1";
            page.shape.push(format!("/{name}"));
            rest = after;
        } else if inside.starts_with(['!', '?', '/']) {
            let comment = inside.starts_with("!--");
            let end = inside.find(if comment { "-->" } else { ">" }).unwrap_or(inside.len());
            page.shape.push(if comment { "comment" } else { "declaration" }.to_owned());
            rest = inside[end..].trim_start_matches('-').get(1..).unwrap_or_default();
        } else {
            page.words("<", headed);
            rest = inside;
        }
    }
    page.words(rest, headed);
    page
}

impl Page {
    fn words(&mut self, text: &str, headed: bool) {
        let text = entities(text);
        if headed {
            self.heading.push_str(&text);
        }
        self.text.push_str(&text);
    }

    fn element(&mut self, name: &str, attributes: Vec<(String, String)>) {
        let names: BTreeSet<&str> = attributes.iter().map(|(name, _)| name.as_str()).collect();
        self.shape.push(format!("{name} {names:?}"));
        let refresh = attributes.iter().any(|(key, value)| key == "http-equiv" && value == "refresh");
        for (key, value) in attributes {
            if ADDRESSES.contains(&key.as_str()) || refresh && key == "content" {
                self.addresses.push((name.to_owned(), key, value));
            }
        }
    }
}

/// Name, attributes with their values, and what follows the tag.
fn tag(text: &str) -> (String, Vec<(String, String)>, &str) {
    let name_ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let end = text.find(name_ends).unwrap_or(text.len());
    let name = text[..end].to_ascii_lowercase();
    let (mut rest, mut attributes) = (&text[end..], Vec::new());
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            return (name, attributes, rest.get(1..).unwrap_or_default());
        }
        let end = rest[1..].find(|c: char| name_ends(c) || c == '=').map_or(rest.len(), |end| end + 1);
        let key = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            rest = after.trim_start();
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
            let start = usize::from(quote.is_some());
            let ends = |c: char| quote.map_or(c.is_ascii_whitespace() || c == '>', |quote| c == quote);
            let end = rest[start..].find(ends).map_or(rest.len(), |end| start + end);
            value = &rest[start..end];
            rest = rest.get(end + start..).unwrap_or_default();
        }
        attributes.push((key, entities(value)));
    }
}

/// The five names and the numbers that our pages escape with.
fn entities(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'")];
        let (escaped, letter) = known.into_iter().find(|(escaped, _)| rest.starts_with(escaped)).unwrap_or(("&", "&"));
        out.push_str(letter);
        rest = &rest[escaped.len()..];
    }
    out + rest
}

/// Elements and attribute names of XML that is well-formed to the last sign, with its text.
pub fn xml(text: &str) -> Result<(Vec<String>, String), String> {
    use quick_xml::events::Event;
    let allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if let Some(wrong) = text.chars().find(|c| !allowed(*c)) {
        return Err(format!("{wrong:?} may not stand in XML"));
    }
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut shape, mut words) = (Vec::new(), String::new());
    loop {
        let event = reader.read_event().map_err(|error| error.to_string())?;
        match event {
            Event::Eof => return Ok((shape, words)),
            Event::Start(tag) | Event::Empty(tag) => {
                let mut names = vec![tag.name().as_ref().to_owned()];
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    names.push(attribute.key.as_ref().to_owned());
                }
                shape.push(names.join(" "));
            }
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(name) => words.push_str(&entities(&format!("&{};", &*name))),
            Event::End(_) | Event::Decl(_) => {}
            other => return Err(format!("{other:?} in a feed")),
        }
    }
}

/// The members of JSON by name, their texts left out.
pub fn json(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Object(map) => {
            let members: Vec<String> = map.iter().map(|(key, value)| format!("{key}:{}", json(value))).collect();
            format!("{{{}}}", members.join(","))
        }
        serde_json::Value::Array(list) => format!("[{}]", list.iter().map(json).collect::<Vec<_>>().join(",")),
        serde_json::Value::String(_) => "s".to_owned(),
        _ => "v".to_owned(),
    }
}

/// The names of a calendar's lines in order: RFC 5545, lines unfolded.
pub fn calendar(text: &str) -> Result<Vec<String>, String> {
    if let Some(long) = text.split("\r\n").find(|line| line.len() > 75 || line.contains(['\n', '\r'])) {
        return Err(format!("a line of {} octets or with a bare line end: {long}", long.len()));
    }
    let name = |line: &str| {
        let (name, value) = line.split_once(':').ok_or(format!("no property: {line}"))?;
        let known = name.split(';').next().unwrap_or_default();
        let plain = known.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
        let structural = matches!(known, "BEGIN" | "END");
        if plain { Ok(if structural { line.to_owned() } else { known.to_owned() }) } else { Err(value.to_owned()) }
    };
    text.replace("\r\n ", "").lines().map(name).collect()
}

/// The cells of a CSV file, RFC 4180 with semicolons, every cell in quotes.
pub fn csv(text: &str) -> Result<Vec<Vec<String>>, String> {
    let mut rows = Vec::new();
    for line in text.trim_start_matches('\u{feff}').split_terminator("\r\n") {
        let (mut cells, mut rest) = (Vec::new(), line);
        loop {
            let mut cell = String::new();
            rest = rest.strip_prefix('"').ok_or(format!("a cell without a quote: {line}"))?;
            loop {
                let end = rest.find('"').ok_or(format!("an open cell: {line}"))?;
                cell.push_str(&rest[..end]);
                rest = &rest[end + 1..];
                match rest.strip_prefix('"') {
                    Some(after) => (cell, rest) = (cell + "\"", after),
                    None => break,
                }
            }
            cells.push(cell);
            match rest.strip_prefix(';') {
                Some(after) => rest = after,
                None if rest.is_empty() => break,
                None => return Err(format!("more behind a cell: {line}")),
            }
        }
        rows.push(cells);
    }
    Ok(rows)
}
