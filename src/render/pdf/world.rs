//! The world of the typesetter: our templates, our fonts, one file of data and one of form; no disk, no network, no packages, no clock.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use super::records::Kept;
use super::{faces, tags};
use crate::cache::Key;
use crate::project::Project;
use crate::record::papers::Sizes;

/// What all documents share: loaded once, read from every thread.
pub struct Press {
    library: LazyHash<Library>,
    /// The fonts, in the project's order.
    pub fonts: Vec<Font>,
    /// The family that documents are set in.
    pub family: &'static str,
    store: FontStore,
    templates: HashMap<FileId, Source>,
    /// Digest of all fonts and templates.
    pub digest: [u8; 32],
}

/// One document's world: what all share, and the few files that are its own.
pub struct Sheet<'a> {
    press: &'a Press,
    main: FileId,
    own: Vec<(FileId, Bytes)>,
}

/// What a document looks like beside its template: sizes, pictures of signature and seal, empty where there is none, and photos.
#[derive(Default)]
pub struct Look {
    /// Its sizes.
    pub sizes: Sizes,
    /// Signature and seal.
    pub pictures: [Vec<u8>; 2],
    /// Photos, each by its place among the story's.
    pub photos: Vec<(usize, Vec<u8>)>,
}

/// A path's id is kept by the typesetter for ever, so the same few paths serve all documents.
fn id_of(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

impl Press {
    /// Loads fonts and templates.
    pub fn new(project: &Project) -> Press {
        let files = project.fonts().into_iter().map(Bytes::new);
        let fonts: Vec<Font> = files.flat_map(Font::iter).collect();
        let mut store = FontStore::new();
        store.extend(fonts.iter().map(|font| (font.clone(), font.info().clone())));
        let paths = project.template_paths("pdf");
        let templates = paths.iter().filter(|path| path.ends_with(".typ")).filter_map(|path| {
            let id = id_of(path.strip_prefix("pdf")?)?;
            Some((id, Source::new(id, project.template(path)?.into_owned())))
        });
        let templates: Vec<(FileId, Source)> = templates.collect();
        let digest = digest(&fonts, &templates);
        let mut library = Library::default();
        tags::define(library.global.scope_mut());
        Press {
            library: LazyHash::new(library),
            fonts,
            family: faces::SHIPPED,
            store,
            templates: templates.into_iter().collect(),
            digest,
        }
    }

    /// The world of one document: its template by name, its data as JSON, the records it is to carry. Its sizes stand in
    /// a file of their own, so that the shared parts are read once for all documents of a form.
    pub fn sheet(&self, template: &str, (data, look): (String, Look), records: &[Kept]) -> Option<Sheet<'_>> {
        let main = id_of(&format!("/{template}.typ")).filter(|main| self.templates.contains_key(main))?;
        let form = serde_json::json!({"sizes": look.sizes.key(), "font": self.family});
        let names: Vec<&str> = records.iter().map(|record| record.name).collect();
        let [signature, seal] = look.pictures.map(Bytes::new);
        let own = [
            ("/data.json".to_owned(), Bytes::from_string(data)),
            ("/form.json".to_owned(), Bytes::from_string(form.to_string())),
            ("/records.json".to_owned(), Bytes::from_string(serde_json::json!(names).to_string())),
            ("/signature.png".to_owned(), signature),
            ("/seal.png".to_owned(), seal),
        ];
        let carried =
            records.iter().map(|record| (format!("/records/{}", record.name), Bytes::new(record.bytes.clone())));
        let photos = look.photos.into_iter().map(|(at, bytes)| (format!("/photo-{at}"), Bytes::new(bytes)));
        let own = own.into_iter().chain(carried).chain(photos).filter_map(|(path, bytes)| Some((id_of(&path)?, bytes)));
        Some(Sheet { press: self, main, own: own.collect() })
    }
}

impl Sheet<'_> {
    /// The address of what this sheet becomes: of all fonts, templates and files that go in.
    pub fn key(&self, identity: &str) -> Key {
        let main = self.main.vpath().get_with_slash();
        let mut parts: Vec<&[u8]> = vec![b"pdf", &self.press.digest, main.as_bytes(), identity.as_bytes()];
        for (id, bytes) in &self.own {
            parts.push(id.vpath().get_with_slash().as_bytes());
            parts.push(bytes);
        }
        Key::of(&parts)
    }
}

/// What a document is made of beside its data; templates come in the order of their names.
fn digest(fonts: &[Font], templates: &[(FileId, Source)]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for font in fonts.iter().filter(|font| font.index() == 0) {
        hash.update(Sha256::digest(font.data()));
    }
    for (id, source) in templates {
        hash.update(Sha256::digest(id.vpath().get_with_slash()));
        hash.update(Sha256::digest(source.text()));
    }
    hash.finalize().into()
}

/// Whatever is not ours is not there: packages, the disk, the network.
fn not_found<T>(id: FileId) -> FileResult<T> {
    Err(FileError::NotFound(id.vpath().get_with_slash().into()))
}

impl World for Sheet<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.press.store.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.press.templates.get(&id).cloned().map_or_else(|| not_found(id), Ok)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let own = self.own.iter().find(|(known, _)| *known == id);
        own.map_or_else(|| not_found(id), |(_, bytes)| Ok(bytes.clone()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.store.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
