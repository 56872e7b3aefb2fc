//! The public site as HTML, plain text and JSON: a story's own files, lists, and the fixed pages.

use minijinja::context;
use minijinja::value::Value;
use serde_json::Value as Json;

use super::{Area, List, ListKind, Output, Plan, Sink};
use crate::diag::Diagnostic;
use crate::markdown;
use crate::model::{Site, Story};
use crate::news::{self, Length};
use crate::papers;
use crate::project::Project;
use crate::record::value::date;
use crate::template::Engine;
use crate::viet::nobreak;

/// Renders all public files of a story.
pub fn render_story(engine: &Engine, site: &Site, story: &Story, sink: &dyn Sink) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let put = |path: String, bytes: Vec<u8>| {
        sink.put(Output { area: Area::Public, path, bytes, origin: story.source.path.clone() });
    };
    match told(engine, site, story) {
        Ok(files) => files.into_iter().for_each(|(name, text)| put(format!("{}{name}", story.path), text.into_bytes())),
        Err(fault) => faults.push(*fault),
    }
    put(format!("{}{}.json", story.path, story.slug), published_json(story));
    copy_files(story, &put, &mut faults);
    faults
}

/// The article in its three lengths and as a page: file names and texts.
fn told(engine: &Engine, site: &Site, story: &Story) -> Result<Vec<(String, String)>, Box<Diagnostic>> {
    let facts = news::facts(story);
    let captions = news::captions(engine, story)?;
    let mut files = Vec::new();
    for length in Length::ALL {
        let article = news::article(engine, site, &facts, length)?;
        let captions = if length == Length::Full { captions.as_slice() } else { &[] };
        files.push((length.file(&story.slug), article.text(captions)));
        if length == Length::Full {
            files.push(("index.html".to_owned(), page(engine, site, story, (&facts, &article))?));
        }
    }
    Ok(files)
}

/// What stands in the page's body: a paragraph's text, or the number of a photo.
fn block(block: news::Block) -> Value {
    match block {
        news::Block::Paragraph(text) => Value::from(nobreak::bind(text)),
        news::Block::Photo(number) => Value::from(number),
    }
}

fn page(
    engine: &Engine,
    site: &Site,
    story: &Story,
    (facts, article): (&Value, &news::Article),
) -> Result<String, Box<Diagnostic>> {
    let body: Vec<Value> = article.blocks(story.photos.len()).into_iter().map(block).collect();
    let credits: Vec<String> = article.credits.iter().map(|line| nobreak::bind(line)).collect();
    let markdown = story.news.as_ref().map(|news| Value::from_safe_string(markdown::to_html(&news.body)));
    let documents: Vec<Value> = papers::public_papers(site, story)
        .into_iter()
        .map(|paper| context! { file => paper.file, kind => paper.kind })
        .collect();
    let page = context! {
        facts => facts, story => facts.get_attr("story").unwrap_or_default(), blocks => body, credits => credits,
        markdown => markdown, documents => documents, depth => depth(&story.path), path => &story.path,
    };
    engine.render("site/article.html", page)
}

/// `../` as often as the page lies below the root, so that the site works from any folder.
fn depth(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The record as published: what templates saw, without empty values.
fn published_json(story: &Story) -> Vec<u8> {
    let mut json = serde_json::to_value(story).unwrap_or_default();
    prune(&mut json);
    format!("{json:#}\n").into_bytes()
}

fn prune(json: &mut Json) {
    match json {
        Json::Object(map) => {
            map.values_mut().for_each(prune);
            map.retain(|_, value| !matches!(value, Json::Null) && value.as_array().is_none_or(|list| !list.is_empty()));
            map.retain(|_, value| value.as_str() != Some(""));
        }
        Json::Array(list) => list.iter_mut().for_each(prune),
        _ => {}
    }
}

/// The largest photo or attachment that is copied.
const MAX_FILE: u64 = 50 * 1024 * 1024;

/// Copies photos and attachments; the check has made sure that they lie in the story's folder.
fn copy_files(story: &Story, put: &dyn Fn(String, Vec<u8>), faults: &mut Vec<Diagnostic>) {
    let photos = story.photos.iter().map(|photo| &photo.file);
    let mut names: Vec<&str> =
        photos.chain(story.attachments.iter().map(|file| &file.file)).map(|file| &*file.value).collect();
    names.sort_unstable();
    names.dedup();
    for name in names {
        let path = story.dir.join(name);
        let ordinary = std::fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() <= MAX_FILE);
        match ordinary.then(|| std::fs::read(&path)) {
            Some(Ok(bytes)) => put(format!("{}{name}", story.path), bytes),
            _ => {
                let fault = Diagnostic::error("file-not-ordinary").with("file", name);
                faults.push(fault.at(&story.source, crate::source::Span::default()).hint_id("file-not-ordinary.hint"));
            }
        }
    }
}

/// What a list shows of a story.
fn teaser(story: &Story) -> Value {
    context! {
        headline => &story.headline, path => &story.path, date => story.date.date.to_string(),
        day => date::numeric(story.day()), summary => &story.summary, category => &story.category,
        photo => story.photos.first().map(|photo| context! { file => &photo.file.value, alt => &photo.alt.value }),
        upcoming => story.upcoming,
    }
}

/// Renders a page that lists stories.
pub fn render_list(engine: &Engine, site: &Site, plan: &Plan, list: &List, sink: &dyn Sink) -> Vec<Diagnostic> {
    let (kind, year, month) = match list.kind {
        ListKind::Home => ("home", None, None),
        ListKind::Archive => ("archive", None, None),
        ListKind::Year(year) => ("year", Some(year), None),
        ListKind::Month(year, month) => ("month", Some(year), Some(month)),
    };
    // The archive counts stories, months list them: no page grows with the square of the archive.
    let teasers: Vec<Value> = match list.kind {
        ListKind::Archive | ListKind::Year(_) => Vec::new(),
        _ => list.stories.iter().map(|story| teaser(story)).collect(),
    };
    let page = context! {
        kind => kind, year => year, month => month, stories => teasers, total => list.stories.len(),
        page => list.page.0, pages => list.page.1, depth => depth(&list.path), path => &list.path,
        years => if list.kind == ListKind::Home || list.kind == ListKind::Archive || year.is_some() { years(plan, year) } else { Vec::new() },
    };
    let _ = site;
    match engine.render("site/list.html", page) {
        Ok(html) => {
            let path = format!("{}index.html", list.path);
            sink.put(Output { area: Area::Public, path, bytes: html.into_bytes(), origin: String::new() });
            Vec::new()
        }
        Err(fault) => vec![*fault],
    }
}

/// The years of the archive with the number of their stories; of one year, its months too.
fn years(plan: &Plan, only: Option<i16>) -> Vec<Value> {
    let of_year = |list: &&List| matches!(list.kind, ListKind::Year(year) if only.is_none_or(|only| only == year));
    let years = plan.lists.iter().filter(of_year).map(|list| {
        let ListKind::Year(year) = list.kind else { return Value::UNDEFINED };
        let months = list.stories.chunk_by(|a, b| a.day().month() == b.day().month());
        let months = months.map(|month| context! { month => month[0].day().month(), path => format!("{year}/{:02}/", month[0].day().month()), total => month.len() });
        context! { year => year, path => &list.path, total => list.stories.len(), months => months.collect::<Vec<_>>() }
    });
    years.collect()
}

/// Pages and files that do not depend on the stories: style sheet, 404, `static/`.
pub fn render_fixed(engine: &Engine, site: &Site, project: &Project, sink: &dyn Sink, faults: &mut Vec<Diagnostic>) {
    let put = |path: &str, bytes: Vec<u8>| {
        sink.put(Output { area: Area::Public, path: path.to_owned(), bytes, origin: String::new() });
    };
    put("style.css", project.template("site/style.css").unwrap_or_default().into_owned().into_bytes());
    let root = site
        .base_url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'))
        .map_or(String::new(), |(_, path)| path.to_owned());
    let depth = if root.is_empty() { "/".to_owned() } else { format!("/{root}/") };
    match engine.render("site/404.html", context! { depth => depth, path => "404.html" }) {
        Ok(html) => put("404.html", html.into_bytes()),
        Err(fault) => faults.push(*fault),
    }
    for (path, bytes) in project.static_files() {
        put(&path, bytes);
    }
}
