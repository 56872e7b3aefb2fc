//! The records that an office's copy carries inside: the story's own files, byte for byte as they lie on the disk.

use crate::model::{Site, Story};
use crate::record::Record;
use crate::record::budget::Budget;
use crate::record::conclusions::Conclusions;
use crate::record::document::Document;
use crate::record::meeting::Meeting;
use crate::record::news::News;
use crate::record::site::ArchiveFormat;

/// A record to be put into a PDF.
pub struct Kept {
    /// Its file name.
    pub name: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The records of a story, if the site asks for them; a public copy never gets them.
pub fn of(site: &Site, story: &Story) -> Vec<Kept> {
    if site.record.archive_format != Some(ArchiveFormat::WithRecords) {
        return Vec::new();
    }
    let names = [Meeting::NAME, Conclusions::NAME, Budget::NAME, News::NAME, Document::NAME];
    names.into_iter().filter_map(|name| Some(Kept { name, bytes: std::fs::read(story.dir.join(name)).ok()? })).collect()
}
