//! The photos and attachments of a story, read once: their bytes to copy, the sizes of photos for the pages.

use super::dimensions::{self, Size};
use crate::diag::Diagnostic;
use crate::model::Story;
use crate::source::Span;

/// A file of the story that is published beside its page.
pub struct File<'a> {
    /// Its name.
    pub name: &'a str,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Width and height, if it is a photo.
    pub size: Option<Size>,
}

/// The largest photo or attachment that is copied.
const MAX_FILE: u64 = 50 * 1024 * 1024;

/// The most pixels of a photo: no camera makes more, and a reader's browser would have to unpack them.
const MAX_PIXELS: u64 = 100_000_000;

/// Reads the files; the check has made sure that they lie in the story's folder.
pub fn read<'a>(story: &'a Story, faults: &mut Vec<Diagnostic>) -> Vec<File<'a>> {
    let photos = story.photos.iter().map(|photo| &*photo.file.value);
    let mut names: Vec<&str> = photos.chain(story.attachments.iter().map(|file| &*file.file.value)).collect();
    names.sort_unstable();
    names.dedup();
    let mut files = Vec::new();
    for name in names {
        match bytes_of(story, name) {
            Some(bytes) => files.push(File { name, size: dimensions::size(&bytes), bytes }),
            None => {
                let fault = Diagnostic::error("file-not-ordinary").with("file", name);
                faults.push(fault.at(&story.source, Span::default()).hint_id("file-not-ordinary.hint"));
            }
        }
    }
    for photo in &story.photos {
        let Some(file) = files.iter().find(|file| file.name == photo.file.value) else { continue };
        let rule = match file.size {
            None => "photo-unreadable",
            Some(size) if u64::from(size.width) * u64::from(size.height) > MAX_PIXELS => "photo-too-large",
            Some(_) => continue,
        };
        let hint = if rule == "photo-too-large" { "photo-too-large.hint" } else { "photo-kind.hint" };
        let fault = Diagnostic::error(rule).with("file", &photo.file);
        faults.push(fault.at(&story.source, photo.file.span).hint_id(hint));
    }
    files
}

/// The bytes of an ordinary file of bounded size; a link, a device or a pipe is never opened.
fn bytes_of(story: &Story, name: &str) -> Option<Vec<u8>> {
    let path = story.dir.join(name);
    let ordinary = std::fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_file() && meta.len() <= MAX_FILE);
    ordinary.then(|| std::fs::read(&path).ok()).flatten()
}
