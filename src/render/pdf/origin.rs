//! Where a text of a document was written: the records are read again, since only a fault asks.

use std::path::Path;
use std::sync::Arc;

use crate::load::text;
use crate::model::Story;
use crate::record::Record;
use crate::record::budget::Budget;
use crate::record::conclusions::Conclusions;
use crate::record::document::Document;
use crate::record::meeting::Meeting;
use crate::record::news::News;
use crate::record::register::Register;
use crate::record::site::SiteRecord;
use crate::source::{Source, Span};

/// Letters on either side that tell one place of a character from another.
const AROUND: usize = 12;

/// The files that a document of a story is made of: its own records, then those of the whole project.
pub fn sources(story: &Story, root: &Path) -> Vec<Arc<Source>> {
    let folder = story.source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let own = [Meeting::NAME, Conclusions::NAME, Budget::NAME, News::NAME, Document::NAME];
    let own = own.into_iter().map(|name| (story.dir.join(name), format!("{folder}/{name}")));
    let shared = [SiteRecord::NAME, Register::NAME].map(|name| (root.join(name), name.to_owned()));
    let read = own
        .chain(shared)
        .filter_map(|(path, name)| text::from_bytes(std::fs::read(path).ok()?, &name, &mut Vec::new()));
    let mut sources: Vec<Arc<Source>> = read.collect();
    // What was never on the disk is known by itself.
    if sources.iter().all(|source| source.path != story.source.path) {
        sources.insert(0, Arc::clone(&story.source));
    }
    sources
}

/// The record of a story that is a document by itself.
pub fn document(story: &Story) -> Arc<Source> {
    let found = sources(story, Path::new("")).into_iter().find(|source| source.path.ends_with(Document::NAME));
    found.unwrap_or_else(|| Arc::clone(&story.source))
}

/// The place of a character of a text: of all places of that character, the one with the same words around it.
pub fn place(sources: &[Arc<Source>], (character, text): (char, &str)) -> Option<(Arc<Source>, Span)> {
    let at = text.find(character)?;
    let alike = |source: &Source, found: usize| {
        let same = |(a, b): &(char, char)| a == b || (a.is_whitespace() && b.is_whitespace());
        let before = text[..at].chars().rev().zip(source.text[..found].chars().rev()).take(AROUND).take_while(same);
        let after = text[at..].chars().zip(source.text[found..].chars()).take(AROUND).take_while(same);
        before.count() + after.count()
    };
    let found = |source: &Arc<Source>| {
        let places = source.text.match_indices(character).map(|(found, _)| found).collect::<Vec<_>>();
        places.into_iter().map(|found| (alike(source, found), Arc::clone(source), found)).collect::<Vec<_>>()
    };
    let mut places: Vec<(usize, Arc<Source>, usize)> = sources.iter().flat_map(found).collect();
    // Of those alike the first: the sort keeps their order.
    places.sort_by_key(|(alike, _, _)| std::cmp::Reverse(*alike));
    let (_, source, found) = places.into_iter().next()?;
    Some((source, Span::new(found, found + character.len_utf8())))
}
