//! A project on disk: its root, and templates and fonts, where a user's file wins over the embedded one of the same path.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use include_dir::{Dir, File, include_dir};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static FONTS: Dir = include_dir!("$CARGO_MANIFEST_DIR/fonts");

/// All files of an embedded folder and of the folders in it.
fn files_below<'a>(dir: &'a Dir<'a>, files: &mut Vec<&'a File<'a>>) {
    files.extend(dir.files());
    dir.dirs().for_each(|dir| files_below(dir, files));
}

/// A folder that holds `site.yaml` and `content/`.
#[derive(Debug, Clone)]
pub struct Project {
    /// The folder.
    pub root: PathBuf,
}

impl Project {
    /// The project in a folder; whether it is one is found out by loading.
    pub fn at(root: impl Into<PathBuf>) -> Project {
        Project { root: root.into() }
    }

    /// A template by its path below `templates/`, such as `news/lead.txt`.
    pub fn template(&self, path: &str) -> Option<Cow<'static, str>> {
        match self.own("templates", path) {
            Some(bytes) => Some(Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())),
            None => TEMPLATES.get_file(path)?.contents_utf8().map(Cow::Borrowed),
        }
    }

    /// Paths of all templates below a folder of `templates/`, the user's own included, sorted.
    pub fn template_paths(&self, folder: &str) -> Vec<String> {
        let mut embedded = Vec::new();
        TEMPLATES.get_dir(folder).into_iter().for_each(|dir| files_below(dir, &mut embedded));
        let mut paths: Vec<String> =
            embedded.iter().filter_map(|file| Some(file.path().to_str()?.replace('\\', "/"))).collect();
        let own = walkdir::WalkDir::new(self.root.join("templates").join(folder)).into_iter().flatten();
        paths.extend(own.filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
            let below = entry.path().strip_prefix(self.root.join("templates")).ok()?;
            Some(below.to_str()?.replace('\\', "/"))
        }));
        paths.sort();
        paths.dedup();
        paths
    }

    /// The fonts documents are set in: the user's `fonts/` first, then the embedded ones, each in name order.
    pub fn fonts(&self) -> Vec<Cow<'static, [u8]>> {
        let own = walkdir::WalkDir::new(self.root.join("fonts")).sort_by_file_name().into_iter().flatten();
        let own: Vec<PathBuf> =
            own.map(walkdir::DirEntry::into_path).filter(|path| is_font(path) && path.is_file()).collect();
        let replaced = |path: &Path| own.iter().any(|file| file.file_name() == path.file_name());
        let mut embedded: Vec<_> =
            FONTS.files().filter(|file| is_font(file.path()) && !replaced(file.path())).collect();
        embedded.sort_by_key(|file| file.path());
        let mut fonts: Vec<Cow<'static, [u8]>> = Vec::new();
        fonts.extend(own.iter().filter_map(|path| std::fs::read(path).ok().map(Cow::Owned)));
        fonts.extend(embedded.iter().map(|file| Cow::Borrowed(file.contents())));
        fonts
    }

    /// Files of `static/`, to be copied as they are: paths below it with their bytes, sorted.
    pub fn static_files(&self) -> Vec<(String, Vec<u8>)> {
        let root = self.root.join("static");
        let files = walkdir::WalkDir::new(&root)
            .sort_by_file_name()
            .into_iter()
            .flatten()
            .filter(|entry| entry.file_type().is_file());
        let read = files.filter_map(|entry| {
            let below = entry.path().strip_prefix(&root).ok()?.to_str()?.replace('\\', "/");
            Some((below, std::fs::read(entry.path()).ok()?))
        });
        read.collect()
    }

    /// A user's file; paths come from our own code, never from records.
    fn own(&self, folder: &str, path: &str) -> Option<Vec<u8>> {
        std::fs::read(self.root.join(folder).join(path)).ok()
    }
}

fn is_font(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ttf" || extension == "otf")
}
