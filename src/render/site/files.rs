//! The photos and attachments of a story, read once: what is published beside its page, and what the page says of it.

use std::collections::HashMap;

use minijinja::context;
use minijinja::value::Value;

use super::{address, attachment};
use crate::cache::Cache;
use crate::diag::{Diagnostic, Message};
use crate::model::{Site, Story};
use crate::news::Length;
use crate::papers;
use crate::record::value::FileName;
use crate::render::CARD;
use crate::render::photo::{Photo, Scaled, bytes_of, refused};

/// A file of the story that is published beside its page.
pub struct File<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its sizes, if it is a picture.
    pub photo: Option<Photo>,
    /// File names and bytes: several for a photo.
    pub outputs: Vec<(String, Vec<u8>)>,
}

impl File<'_> {
    /// Bytes of the file itself.
    pub fn length(&self) -> usize {
        self.outputs.iter().find(|(name, _)| name == self.name).map_or(0, |(_, bytes)| bytes.len())
    }
}

/// The page itself.
const PAGE: &str = "index.html";

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Photo,
    Attachment,
}

/// Reads the files; the check has made sure that they lie in the story's folder.
pub fn read<'a>(site: &Site, story: &'a Story, cache: Option<&Cache>, faults: &mut Vec<Diagnostic>) -> Vec<File<'a>> {
    let photos = story.photos.iter().map(|photo| (&photo.file, Use::Photo));
    let attachments = story.attachments.iter().map(|attachment| (&attachment.file, Use::Attachment));
    let mut wanted: Vec<(&FileName, Use)> = Vec::new();
    for (file, used) in photos.chain(attachments) {
        if !wanted.iter().any(|(known, _)| known.value == file.value) {
            wanted.push((file, used));
        }
    }
    taken(site, story, &mut wanted, faults);
    let names: Vec<&str> = wanted.iter().map(|(file, _)| &*file.value).collect();
    let mut files = Vec::new();
    for (name, used) in wanted {
        match file(story, (name, used), &names, cache) {
            Ok(file) => files.push(file),
            Err(fault) => faults.push(*fault),
        }
    }
    files
}

/// Drops files that bear the name of one that Bantin lays beside the page, or but for capitals that of another file.
fn taken(site: &Site, story: &Story, wanted: &mut Vec<(&FileName, Use)>, faults: &mut Vec<Diagnostic>) {
    let texts = Length::ALL.map(|length| length.file(&story.slug));
    let [json, csv] = ["json", "csv"].map(|ending| format!("{}.{ending}", story.slug));
    let papers = papers::public_papers(site, story).into_iter().map(|paper| paper.file.to_owned());
    let own: Vec<String> =
        texts.into_iter().chain([PAGE.to_owned(), CARD.to_owned(), json, csv]).chain(papers).collect();
    let mut known: HashMap<String, &str> = own.iter().map(|name| (name.clone(), name.as_str())).collect();
    wanted.retain(|(file, _)| {
        let Some(other) = known.insert(file.value.to_lowercase(), &file.value) else { return true };
        let id = if own.iter().any(|name| name == other) { "file-taken" } else { "file-twin" };
        let fault = Diagnostic::error(id).with("file", &file.value).with("other", other);
        faults.push(fault.at(&story.source, file.span).hint_id("file-taken.hint"));
        false
    });
}

fn file<'a>(
    story: &'a Story,
    (name, used): (&'a FileName, Use),
    names: &[&str],
    cache: Option<&Cache>,
) -> Result<File<'a>, Box<Diagnostic>> {
    let bytes = bytes_of(story, name)?;
    if used == Use::Attachment {
        let refused = |refusal| Box::new(not_given_out(refusal, name).at(&story.source, name.span));
        attachment::check(name, &bytes).map_err(refused)?;
    }
    let folded = name.value.to_lowercase();
    let picture = [".jpg", ".jpeg", ".png"].iter().any(|ending| folded.ends_with(ending));
    let photo = match used {
        Use::Photo => Some(Photo::in_page(name, &bytes, names)),
        // A camera notes where it was also in pictures that are only attached.
        Use::Attachment => picture.then(|| Photo::attached(name, &bytes)),
    };
    let refused = |refusal| refused(refusal, story, name);
    let photo = photo.transpose().map_err(refused)?;
    let outputs = match &photo {
        Some(photo) => photo.files(&bytes, cache).map_err(refused)?,
        None => vec![(name.value.clone(), bytes)],
    };
    Ok(File { name, photo, outputs })
}

fn not_given_out(refusal: attachment::Refusal, name: &FileName) -> Diagnostic {
    let rule = match refusal {
        attachment::Refusal::Kind => "attachment-kind",
        attachment::Refusal::Content => "attachment-content",
    };
    let hint = Message::new("attachment-kind.hint").with("kinds", attachment::endings());
    Diagnostic::error(rule).with("file", name).hint(hint)
}

/// What a template shows of a photo; `folder` stands before the names.
pub fn photo_facts(photo: &Photo, folder: &str) -> Value {
    let sizes = photo.sizes();
    let href = |of: &Scaled| format!("{folder}{}", address::segment(&of.name));
    let largest = sizes.last();
    let offered = sizes.iter().filter(|_| sizes.len() > 1);
    context! {
        href => largest.map(href), width => largest.map(|of| of.width), height => largest.map(|of| of.height),
        sizes => offered.map(|of| context! { href => href(of), width => of.width }).collect::<Vec<_>>(),
    }
}
