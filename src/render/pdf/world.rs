//! The world of the typesetter: our templates, our fonts and one file of data; no disk, no network, no packages, no clock.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;

use crate::project::Project;

/// What all documents share: loaded once, read from every thread.
pub struct Press {
    library: LazyHash<Library>,
    /// The fonts, in the project's order.
    pub fonts: Vec<Font>,
    store: FontStore,
    templates: HashMap<FileId, Source>,
    /// Digest of all fonts and templates.
    pub digest: [u8; 32],
    data: Option<FileId>,
}

/// One document's world.
pub struct Sheet<'a> {
    press: &'a Press,
    main: FileId,
    data: Bytes,
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
        Press {
            library: LazyHash::new(Library::default()),
            fonts,
            store,
            templates: templates.into_iter().collect(),
            digest,
            data: id_of("/data.json"),
        }
    }

    /// The world of one document: its template by name, its data as JSON.
    pub fn sheet(&self, template: &str, data: String) -> Option<Sheet<'_>> {
        let main = id_of(&format!("/{template}.typ"))?;
        self.templates.contains_key(&main).then(|| Sheet { press: self, main, data: Bytes::from_string(data) })
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
        if Some(id) == self.press.data { Ok(self.data.clone()) } else { not_found(id) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.store.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
