//! Markdown of bodies → safe HTML, plain text and blocks; no raw HTML, no address but http, https, mailto and local ones.

pub mod blocks;

use pulldown_cmark::{Alignment, Event, Options, Parser, Tag, TagEnd, html};

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

/// Whether an address may stand in a link: of a known scheme, or inside the site. Two strokes at its beginning, of either
/// kind, name another host; browsers read over tabs and line ends before and between them.
pub fn is_safe(url: &str) -> bool {
    let url: String = url.trim().chars().filter(|c| !c.is_control()).map(|c| c.to_ascii_lowercase()).collect();
    let scheme = url.split(['/', '?', '#']).next().unwrap_or_default();
    let host = url.len() > 1 && url.chars().take(2).all(|c| matches!(c, '/' | '\\'));
    let known = ["http:", "https:", "mailto:", "tel:"].iter().any(|safe| scheme.starts_with(safe));
    known || !scheme.contains(':') && !host
}

/// Where the links and pictures of a text lead to.
pub fn addresses(text: &str) -> Vec<String> {
    let links = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    });
    links.collect()
}

/// HTML of a body. A table is called by the heading above it, or by the title; its columns have heads, and on a narrow
/// screen it scrolls by itself.
pub fn to_html(text: &str, title: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    html::push_html(&mut out, tables(events(text), title));
    out
}

/// The events with tables written out: the crate's own would bear styles in attributes and have neither caption nor scope.
fn tables<'a>(events: impl Iterator<Item = Event<'a>>, title: &str) -> impl Iterator<Item = Event<'a>> {
    let mut name = String::new();
    let mut cells = ("", "");
    let mut columns: Vec<&str> = Vec::new();
    let mut column = 0;
    let (mut in_heading, mut rows) = (false, false);
    events.map(move |event| match event {
        Event::Start(Tag::Heading { .. }) => {
            in_heading = true;
            name.clear();
            event
        }
        Event::End(TagEnd::Heading(_)) => {
            in_heading = false;
            event
        }
        Event::Text(ref words) | Event::Code(ref words) if in_heading => {
            name.push_str(words);
            event
        }
        Event::Start(Tag::Table(sides)) => {
            columns = sides.iter().map(|side| side_class(*side)).collect();
            let called = escaped(if name.is_empty() { title } else { &name });
            html_event(format!(
                "<section class=\"wide\" aria-label=\"{called}\" tabindex=\"0\">\n<table>\n<caption>{called}</caption>\n"
            ))
        }
        Event::End(TagEnd::Table) => html_event(format!("{}</table>\n</section>\n", if rows { "</tbody>\n" } else { "" })),
        Event::Start(Tag::TableHead) => {
            (cells, column, rows) = (("<th scope=\"col\"", "</th>"), 0, false);
            html_event("<thead>\n<tr>".to_owned())
        }
        Event::End(TagEnd::TableHead) => html_event("</tr>\n</thead>\n".to_owned()),
        Event::Start(Tag::TableRow) => {
            let first = !rows;
            (cells, column, rows) = (("<td", "</td>"), 0, true);
            html_event(if first { "<tbody>\n<tr>" } else { "<tr>" }.to_owned())
        }
        Event::End(TagEnd::TableRow) => html_event("</tr>\n".to_owned()),
        Event::Start(Tag::TableCell) => {
            column += 1;
            html_event(format!("{}{}>", cells.0, columns.get(column - 1).unwrap_or(&"")))
        }
        Event::End(TagEnd::TableCell) => html_event(cells.1.to_owned()),
        other => other,
    })
}

fn side_class(side: Alignment) -> &'static str {
    match side {
        Alignment::Right => " class=\"number\"",
        Alignment::Center => " class=\"tt\"",
        Alignment::None | Alignment::Left => "",
    }
}

fn html_event<'a>(html: String) -> Event<'a> {
    Event::Html(html.into())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
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
            "",
        );
        assert!(
            !html.contains("<script")
                && !html.to_lowercase().contains("href=\"javascript")
                && !html.contains("data:text")
        );
        assert!(html.contains("href=\"https://a.vn\""));
    }

    #[test]
    fn addresses_of_other_hosts_name_their_scheme() {
        for url in ["https://a.vn/x", "mailto:a@b.vn", "tel:0200", "../tin/", "/tin/", "#so-lieu", "a.pdf", "?q=1"] {
            assert!(is_safe(url), "{url}");
        }
        for url in
            ["//a.vn/x", "\\\\a.vn\\x", "/\\a.vn", "/\t/a.vn", "java\nscript:alert(1)", "data:text/html,x", "file:///x"]
        {
            assert!(!is_safe(url), "{url:?}");
        }
    }

    #[test]
    fn tables_have_a_caption_and_heads_and_no_style() {
        let table = "a | b\n--|-:\n1 | 2\n3 | 4\n";
        let html = to_html(&format!("{table}\n## Số *liệu* <1>\n\n{table}"), "Tin \"A\"");
        let open = |name: &str| {
            format!(
                "<section class=\"wide\" aria-label=\"{name}\" tabindex=\"0\">\n<table>\n<caption>{name}</caption>\n"
            )
        };
        let rest = "<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\" class=\"number\">b</th></tr>\n</thead>\n<tbody>\n\
                    <tr><td>1</td><td class=\"number\">2</td></tr>\n<tr><td>3</td><td class=\"number\">4</td></tr>\n</tbody>\n</table>\n</section>\n";
        let heading = "<h2>Số <em>liệu</em> &lt;1&gt;</h2>\n";
        let (first, second) = (open("Tin &quot;A&quot;"), open("Số liệu &lt;1&gt;"));
        assert_eq!(html, format!("{first}{rest}{heading}{second}{rest}"));
    }

    #[test]
    fn plain_text_keeps_words_and_lists() {
        assert_eq!(plain("3. ba\n4. bốn").trim(), "3. ba\n\n4. bốn");
        assert_eq!(plain("# Tít\n\nMột **hai**\nba\n\n- bốn\n- năm\n").trim(), "Tít\n\nMột hai ba\n\n- bốn\n\n- năm");
    }
}
