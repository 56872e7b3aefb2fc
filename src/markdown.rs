//! Markdown of bodies → safe HTML, plain text and blocks; no raw HTML, no address but http, https, mailto and local ones.

pub mod blocks;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

fn events(text: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        // Headings below the page's own h1.
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) if !is_safe(&dest_url) => {
            Event::Start(Tag::Link { link_type, dest_url: "#".into(), title, id })
        }
        Event::Start(Tag::Image { dest_url, title, .. }) => Event::Start(Tag::Link {
            link_type: pulldown_cmark::LinkType::Inline,
            dest_url: if is_safe(&dest_url) { dest_url } else { "#".into() },
            title,
            id: "".into(),
        }),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Link),
        other => other,
    })
}

/// A heading of the first or second level is an h2, deeper ones go one down.
fn lower(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel as H;
    match level {
        H::H1 | H::H2 => H::H2,
        H::H3 => H::H3,
        _ => H::H4,
    }
}

/// Whether an address may stand in a link.
pub fn is_safe(url: &str) -> bool {
    let url = url.trim().to_ascii_lowercase();
    let scheme = url.split(['/', '?', '#']).next().unwrap_or_default();
    !scheme.contains(':') || ["http:", "https:", "mailto:", "tel:"].iter().any(|safe| scheme.starts_with(safe))
}

/// HTML of a body.
pub fn to_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, events(text));
    out
}

/// The words of a body: paragraphs parted by blank lines, list items with a dash or their number.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // The number of the next item of each open list; none for dashes.
    let mut lists: Vec<Option<u64>> = Vec::new();
    for event in events(text) {
        match event {
            Event::Start(Tag::List(first)) => lists.push(first),
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => match lists.last_mut() {
                Some(Some(number)) => {
                    out.push_str(&format!("{number}. "));
                    *number += 1;
                }
                _ => out.push_str("- "),
            },
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::TableCell) => out.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead,
            ) => {
                out.push_str("\n\n");
            }
            _ => {}
        }
    }
    out
}

/// The paragraphs of a body alone, without headings, lists and tables: what a brief may quote.
pub fn prose(text: &str) -> String {
    let mut out = String::new();
    let mut depth = 0_usize;
    for event in events(text) {
        match event {
            Event::Start(Tag::List(_) | Tag::Table(_) | Tag::Heading { .. } | Tag::CodeBlock(_)) => depth += 1,
            Event::End(TagEnd::List(_) | TagEnd::Table | TagEnd::Heading(_) | TagEnd::CodeBlock) => {
                depth = depth.saturating_sub(1)
            }
            _ if depth > 0 => {}
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            Event::End(TagEnd::Paragraph) => out.push_str("\n\n"),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_markdown_stays_text() {
        let html = to_html(
            "<script>alert(1)</script>\n\n[x](javascript:alert(1)) [y](JaVaScRiPt:1) ![z](data:text/html,1) [ok](https://a.vn)",
        );
        assert!(
            !html.contains("<script")
                && !html.to_lowercase().contains("href=\"javascript")
                && !html.contains("data:text")
        );
        assert!(html.contains("href=\"https://a.vn\""));
    }

    #[test]
    fn plain_text_keeps_words_and_lists() {
        assert_eq!(plain("3. ba\n4. bốn").trim(), "3. ba\n\n4. bốn");
        assert_eq!(plain("# Tít\n\nMột **hai**\nba\n\n- bốn\n- năm\n").trim(), "Tít\n\nMột hai ba\n\n- bốn\n\n- năm");
    }
}
