//! Pages in the place of others: where a story went from an old address, and that one was withdrawn; and the same for servers.

use minijinja::context;
use minijinja::value::Value;

use super::{Pages, address, shortened};
use crate::diag::Diagnostic;
use crate::markdown;
use crate::model::Story;
use crate::record::common::Withdrawal;
use crate::record::value::{Text, date, is_device};
use crate::render::claims::Claims;
use crate::render::{Area, Output, Plan, Sink};

/// The server's files: template, name.
const SERVER_FILES: [(&str, &str); 4] = [
    ("site/headers.txt", "_headers"),
    ("site/headers_nginx.txt", "nginx/headers.conf"),
    ("site/redirects.txt", "_redirects"),
    ("site/redirects_nginx.txt", "nginx/redirects.map"),
];

/// Letters of a headline in the title of a moved page.
const HEADLINE: usize = 90;

/// Letters of one part of an address: disks hold few more.
const SEGMENT: usize = 200;

/// An address that a story once had.
struct Former<'a> {
    story: &'a Story,
    path: String,
}

/// Renders all of it.
pub fn render(pages: &Pages, plan: &Plan, sink: &Claims, faults: &mut Vec<Diagnostic>) {
    for (story, withdrawal) in pages.site.withdrawn() {
        let successor = successor(pages, story, withdrawal, faults);
        let facts = context! {
            menu => pages.menu.clone(), depth => address::depth(&story.path), path => &story.path, slug => &story.slug, successor => successor,
            reason => &withdrawal.reason.value, day => date::numeric(withdrawal.date.date), iso => withdrawal.date.date.to_string(),
        };
        let file = format!("{}index.html", story.path);
        put(pages, "site/withdrawn.html", (file, &story.source.path), (facts, sink), faults);
    }
    let former = moved(pages, plan, sink, faults);
    let root = address::root(&pages.site.base_url);
    let moves: Vec<Value> =
        former.iter().map(|former| context! { from => &former.path, to => &former.story.path }).collect();
    for (template, name) in SERVER_FILES {
        let facts = context! { root => &root, moves => &moves };
        put(pages, template, (name.to_owned(), ""), (facts, sink), faults);
    }
}

fn put(
    pages: &Pages,
    template: &str,
    (path, origin): (String, &str),
    (facts, sink): (Value, &dyn Sink),
    faults: &mut Vec<Diagnostic>,
) {
    match pages.engine.render(template, facts) {
        Ok(mut text) => {
            text.truncate(text.trim_end().len());
            text.push('\n');
            sink.put(Output { area: Area::Public, path, bytes: text.into_bytes(), origin: origin.to_owned() });
        }
        Err(fault) => faults.push(*fault),
    }
}

/// A page at each old address of a public story; one that is no address, or is another page's, is a fault.
fn moved<'a>(pages: &Pages, plan: &Plan<'a>, sink: &Claims, faults: &mut Vec<Diagnostic>) -> Vec<Former<'a>> {
    let mut former = Vec::new();
    for (story, alias) in plan.stories.iter().flat_map(|story| story.aliases.iter().map(move |alias| (*story, alias))) {
        let fault = |rule: &'static str| {
            let fault = Diagnostic::error(rule).with("alias", &alias.value);
            fault.at(&story.source, alias.span).hint_id("alias.hint")
        };
        let Some(path) = path(story, alias) else {
            faults.push(fault("alias-unreadable"));
            continue;
        };
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path.clone() };
        if let Some(owner) = sink.owner(&file) {
            faults.push(fault("alias-taken").with("owner", owner));
            continue;
        }
        let facts = context! {
            menu => pages.menu.clone(), depth => address::depth(&path), path => &path, to => &story.path, headline => shortened(&story.headline, HEADLINE),
        };
        put(pages, "site/moved.html", (file, &story.source.path), (facts, sink), faults);
        former.push(Former { story, path });
    }
    former
}

/// `ten-cu` lies where the story lies; `bai-viet/ten-cu.html` and `https://host/tin/ten-cu/` are whole addresses.
fn path(story: &Story, alias: &Text) -> Option<String> {
    let rest = alias
        .value
        .split_once("://")
        .map_or(alias.value.as_str(), |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let path = rest.trim_matches('/');
    let plain = |segment: &str| {
        (1..=SEGMENT).contains(&segment.len())
            && !segment.starts_with('.')
            && !segment.ends_with('.')
            && !is_device(segment)
            && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    if !path.split('/').all(plain) {
        return None;
    }
    let last = path.rsplit('/').next().unwrap_or(path);
    match last.rsplit_once('.') {
        Some((_, "html" | "htm")) => Some(path.to_owned()),
        Some(_) => None,
        None if path.contains('/') => Some(format!("{path}/")),
        None => {
            let folder = story.path.trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder);
            Some(format!("{folder}/{path}/"))
        }
    }
}

/// The link to the story that replaces a withdrawn one.
fn successor(pages: &Pages, story: &Story, withdrawal: &Withdrawal, faults: &mut Vec<Diagnostic>) -> Option<Value> {
    let wanted = withdrawal.successor.as_ref()?;
    if let Some(next) = pages.site.public().find(|next| next.is(wanted)) {
        let href = format!("{}{}index.html", address::depth(&story.path), next.path);
        return Some(context! { href => href, title => &next.headline });
    }
    if wanted.contains("://") && markdown::is_safe(wanted) {
        return Some(context! { href => &wanted.value, title => &wanted.value });
    }
    let fault = Diagnostic::error("successor-unknown").with("id", &wanted.value);
    faults.push(fault.at(&story.source, wanted.span).hint_id("successor-unknown.hint"));
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::tests::site;

    #[test]
    fn old_addresses_stay_inside() {
        let site = site("", "title: Họp\ndate: 10/10/2024", "");
        for (alias, told) in [
            ("ten-cu", Some("tin/2024/10/ten-cu/")),
            ("/tin/2023/01/ten-cu", Some("tin/2023/01/ten-cu/")),
            ("bai-viet/ten-cu.html", Some("bai-viet/ten-cu.html")),
            ("https://cu.vn/tin/ten-cu/", Some("tin/ten-cu/")),
            ("../ra-ngoai", None),
            ("a/../b", None),
            (".git/config", None),
            ("a//b", None),
            ("bai/con", None),
            ("aux.html", None),
            ("bai./b", None),
            ("a b", None),
            ("tin.aspx?id=5", None),
            ("tin.php", None),
            ("https://cu.vn", None),
            ("a;\nb", None),
            (&"a".repeat(201), None),
        ] {
            let alias = Text { value: alias.to_owned(), ..Text::default() };
            assert_eq!(path(&site.stories[0], &alias).as_deref(), told, "{alias}");
        }
    }
}
