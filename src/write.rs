//! The only module that writes: outputs go into a folder aside, which takes the old one's place when all is well.
//!
//! Files that are as they were are linked, not written again; files that Bantin did not make are carried over.
//! A build that fails or is killed leaves the old folder as it was.

mod exchange;
pub mod manifest;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use sha2::{Digest, Sha256};

use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::render::{Area, Output, Sink};

/// Where the two output folders are.
#[derive(Debug, Clone)]
pub struct Folders {
    /// `public/`.
    pub public: PathBuf,
    /// `documents/`.
    pub documents: PathBuf,
}

/// What of the old folder stays beside the new outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Only what Bantin did not make.
    Foreign,
    /// What the stories that are not built now made, too.
    Others,
}

/// What became of the outputs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// Files in both folders.
    pub files: usize,
    /// How many of them are new or changed.
    pub changed: usize,
    /// Files of an earlier build that are no longer made.
    pub removed: usize,
}

/// Takes outputs and puts them aside until [`Writer::commit`].
pub struct Writer {
    areas: [Staging; 2],
    keep: Keep,
    cache: Option<Cache>,
    /// Held while this build writes, so that no other build writes into the same folders; let go of when it ends.
    _lock: Option<File>,
    failure: Mutex<Option<Diagnostic>>,
}

/// One output folder in the making.
struct Staging {
    target: PathBuf,
    aside: PathBuf,
    made: Mutex<manifest::Entries>,
    folders: Mutex<BTreeSet<PathBuf>>,
    changed: Mutex<usize>,
}

impl Writer {
    /// Makes the folders aside, next to the targets so that they can be put in place by a rename.
    ///
    /// # Errors
    /// Whatever the disk says, as a diagnostic.
    pub fn new(folders: &Folders, keep: Keep) -> Result<Writer, Box<Diagnostic>> {
        let lock = lock(&folders.public)?;
        let public = Staging::new(Area::Public, &folders.public)?;
        let documents = Staging::new(Area::Documents, &folders.documents)?;
        Ok(Writer { areas: [public, documents], keep, cache: None, _lock: lock, failure: Mutex::new(None) })
    }

    /// With what earlier builds made, so that this one need not make it again.
    #[must_use]
    pub fn with_cache(self, cache: Cache) -> Writer {
        Writer { cache: Some(cache), ..self }
    }

    /// Puts both folders in place.
    ///
    /// # Errors
    /// The first failure of any write, or of the exchange itself; the old folders are then as they were.
    pub fn commit(self) -> Result<Written, Box<Diagnostic>> {
        let failure = self.failure.lock().ok().and_then(|mut failure| failure.take());
        if let Some(failure) = failure {
            self.discard();
            return Err(Box::new(failure));
        }
        let mut written = Written::default();
        for staging in &self.areas {
            if let Err(error) = staging.commit(self.keep, &mut written) {
                let fault = write_fault(&staging.target, &error);
                self.discard();
                return Err(fault);
            }
        }
        if let Some(cache) = self.cache.as_ref().filter(|_| self.keep == Keep::Foreign) {
            cache.sweep();
        }
        Ok(written)
    }

    /// Throws away what was put aside.
    pub fn discard(&self) {
        for staging in &self.areas {
            // What cannot be removed now is removed by the next build.
            drop(fs::remove_dir_all(&staging.aside));
        }
    }
}

impl Sink for Writer {
    fn put(&self, output: Output) {
        let staging = if output.area == Area::Public { &self.areas[0] } else { &self.areas[1] };
        if let Err(error) = staging.put(&output)
            && let Ok(mut failure) = self.failure.lock()
        {
            failure.get_or_insert(*write_fault(&staging.target.join(&output.path), &error));
        }
    }

    fn cache(&self) -> Option<&Cache> {
        self.cache.as_ref()
    }
}

fn write_fault(path: &Path, error: &io::Error) -> Box<Diagnostic> {
    let fault = Diagnostic::error("write-failed").with("path", path.display()).with("detail", error);
    Box::new(fault.hint_id("write-failed.hint"))
}

/// Locks the folder that the output folders lie in; systems that cannot lock a folder go on without.
fn lock(target: &Path) -> Result<Option<File>, Box<Diagnostic>> {
    let parent = parent(target);
    fs::create_dir_all(parent).map_err(|error| write_fault(target, &error))?;
    let Ok(folder) = File::open(parent) else { return Ok(None) };
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(fs::TryLockError::WouldBlock) => {
            let fault = Diagnostic::error("write-busy").with("path", parent.display());
            Err(Box::new(fault.hint_id("write-busy.hint")))
        }
        Err(fs::TryLockError::Error(_)) => Ok(None),
    }
}

fn parent(target: &Path) -> &Path {
    target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

impl Staging {
    fn new(area: Area, target: &Path) -> Result<Staging, Box<Diagnostic>> {
        // Where the folder is a link, the folder behind it is what a web server shows.
        let behind = target.is_symlink().then(|| fs::canonicalize(target).ok()).flatten();
        let target = behind.as_deref().unwrap_or(target);
        let fault = |error: io::Error| write_fault(target, &error);
        let name = target.file_name().ok_or_else(|| fault(io::ErrorKind::InvalidInput.into()))?.to_string_lossy();
        let aside = parent(target).join(format!(".{name}.bantin-new"));
        let foreign = target.is_dir()
            && !manifest::path(target).exists()
            && fs::read_dir(target).map_err(fault)?.next().is_some();
        if foreign && area == Area::Public && target.join(".git").exists() {
            // A folder with a repository of its own is somebody's work tree, not an output.
            return Err(fault(io::ErrorKind::AlreadyExists.into()));
        }
        if aside.exists() {
            fs::remove_dir_all(&aside).map_err(fault)?;
        }
        fs::create_dir_all(&aside).map_err(fault)?;
        Ok(Staging {
            target: target.to_owned(),
            aside,
            made: Mutex::default(),
            folders: Mutex::default(),
            changed: Mutex::default(),
        })
    }

    fn put(&self, output: &Output) -> io::Result<()> {
        let path = self.aside.join(safe(&output.path)?);
        self.make_folder(&path)?;
        let old = self.target.join(&output.path);
        let same = fs::metadata(&old).is_ok_and(|meta| meta.is_file() && meta.len() == output.bytes.len() as u64)
            && fs::read(&old).is_ok_and(|bytes| bytes == output.bytes);
        if !(same && fs::hard_link(&old, &path).is_ok()) {
            fs::write(&path, &output.bytes)?;
        }
        if !same && let Ok(mut changed) = self.changed.lock() {
            *changed += 1;
        }
        let entry = manifest::Entry { sha256: hex(&Sha256::digest(&output.bytes)), record: output.origin.clone() };
        let twice = self.made.lock().map_err(|_| io::ErrorKind::Other)?.insert(output.path.clone(), entry).is_some();
        if twice { Err(io::Error::other(format!("{} made twice", output.path))) } else { Ok(()) }
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let Some(folder) = path.parent() else { return Ok(()) };
        let known = self.folders.lock().is_ok_and(|folders| folders.contains(folder));
        if !known {
            fs::create_dir_all(folder)?;
            if let Ok(mut folders) = self.folders.lock() {
                folders.insert(folder.to_owned());
            }
        }
        Ok(())
    }

    fn commit(&self, keep: Keep, written: &mut Written) -> io::Result<()> {
        let mut made = self.made.lock().map_err(|_| io::ErrorKind::Other)?;
        let before = manifest::read(&self.target);
        if keep == Keep::Others {
            // What the story of this build made before beside its page, and does not make any more, goes.
            let of_story = made.iter().filter(|(_, entry)| !entry.record.is_empty());
            let own: BTreeSet<String> = of_story.map(|(path, _)| folder(path).to_owned()).collect();
            for (path, entry) in before.iter().filter(|(path, _)| !own.contains(folder(path))) {
                made.entry(path.clone()).or_insert_with(|| entry.clone());
            }
        }
        self.carry_over(&made, &before)?;
        fs::write(manifest::path(&self.aside), manifest::to_json(&made))?;
        written.files += made.len();
        written.changed += *self.changed.lock().map_err(|_| io::ErrorKind::Other)?;
        written.removed += before.keys().filter(|path| !made.contains_key(*path)).count();
        exchange::exchange(&self.aside, &self.target)?;
        if self.aside.exists() {
            drop(fs::remove_dir_all(&self.aside));
        }
        Ok(())
    }

    /// Files in the old folder that are to stay.
    fn carry_over(&self, made: &manifest::Entries, before: &manifest::Entries) -> io::Result<()> {
        if !self.target.is_dir() {
            return Ok(());
        }
        for entry in walkdir::WalkDir::new(&self.target) {
            let entry = entry?;
            let Ok(below) = entry.path().strip_prefix(&self.target) else { continue };
            let name = below.to_string_lossy().replace('\\', "/");
            let dropped = before.contains_key(&name) && !made.contains_key(&name);
            let path = self.aside.join(below);
            if dropped || name == manifest::FILE || entry.file_type().is_dir() || path.exists() {
                continue;
            }
            self.make_folder(&path)?;
            fs::hard_link(entry.path(), &path).or_else(|_| fs::copy(entry.path(), &path).map(|_| ()))?;
        }
        Ok(())
    }
}

/// Writes a file that is not there yet, with its folders; an existing one is never touched.
///
/// # Errors
/// Whatever the disk says, also that the file exists.
pub fn new_file(path: &Path, bytes: &[u8]) -> Result<(), Box<Diagnostic>> {
    let make = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = File::create_new(path)?;
        io::Write::write_all(&mut file, bytes)
    };
    make().map_err(|error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists if path.exists() => {
            let fault = Diagnostic::error("record-exists").with("path", path.display());
            Box::new(fault.hint_id("record-exists.hint"))
        }
        _ => write_fault(path, &error),
    })
}

/// The folder of a path below an output folder.
fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A relative path that stays below its folder.
fn safe(path: &str) -> io::Result<&Path> {
    let relative = Path::new(path);
    let inside = relative.components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if inside { Ok(relative) } else { Err(io::Error::other(format!("{path} leaves its folder"))) }
}

/// Lower-case hexadecimal, as `sha256sum` prints it.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
