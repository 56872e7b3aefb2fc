//! The photos and attachments of a story, read once: what is published beside its page, and what the page says of it.

use super::attachment;
use super::photo::{Photo, Refusal};
use crate::cache::Cache;
use crate::diag::{Diagnostic, Message};
use crate::model::Story;
use crate::record::value::FileName;
use crate::source::Span;

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

/// The largest photo or attachment that is copied.
const MAX_FILE: u64 = 50 * 1024 * 1024;

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Photo,
    Attachment,
}

/// Reads the files; the check has made sure that they lie in the story's folder.
pub fn read<'a>(story: &'a Story, cache: Option<&Cache>, faults: &mut Vec<Diagnostic>) -> Vec<File<'a>> {
    let photos = story.photos.iter().map(|photo| (&photo.file, Use::Photo));
    let attachments = story.attachments.iter().map(|attachment| (&attachment.file, Use::Attachment));
    let mut wanted: Vec<(&FileName, Use)> = Vec::new();
    for (file, used) in photos.chain(attachments) {
        if !wanted.iter().any(|(known, _)| known.value == file.value) {
            wanted.push((file, used));
        }
    }
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

fn file<'a>(
    story: &'a Story,
    (name, used): (&'a FileName, Use),
    names: &[&str],
    cache: Option<&Cache>,
) -> Result<File<'a>, Box<Diagnostic>> {
    let Some(bytes) = bytes_of(story, name) else {
        let fault = Diagnostic::error("file-not-ordinary").with("file", &name.value);
        return Err(Box::new(fault.at(&story.source, Span::default()).hint_id("file-not-ordinary.hint")));
    };
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
    let refused = |refusal| Box::new(refusal_told(refusal, name).at(&story.source, name.span));
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

fn refusal_told(refusal: Refusal, name: &FileName) -> Diagnostic {
    let (rule, hint) = match refusal {
        Refusal::Unreadable => ("photo-unreadable", "photo-kind.hint"),
        Refusal::TooLarge => ("photo-too-large", "photo-too-large.hint"),
    };
    Diagnostic::error(rule).with("file", name).hint_id(hint)
}

/// The bytes of an ordinary file of bounded size; a link, a device or a pipe is never opened.
fn bytes_of(story: &Story, name: &str) -> Option<Vec<u8>> {
    let path = story.dir.join(name);
    let ordinary = std::fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() <= MAX_FILE);
    ordinary.then(|| std::fs::read(&path).ok()).flatten()
}
