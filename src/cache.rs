//! What earlier builds made, by the SHA-256 of all that went into it: pictures and documents that cost time.
//!
//! Lies in `.bantin/cache/` of the project, may be deleted at any time, and is never believed: an entry bears the digest of
//! its own bytes, and one that does not match, cannot be read or cannot be written is as if it were not there.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use sha2::{Digest, Sha256};

/// The address of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key(String);

/// What distinguishes this program's renderers from those of another version; told by `build.rs`.
const RENDERERS: &str = env!("BANTIN_RENDERERS");

/// How a half-written entry's file begins.
const HALF: &str = "half-";

impl Key {
    /// The key of what is made of these parts alone, by this version of the program.
    pub fn of(parts: &[&[u8]]) -> Key {
        let mut hash = Sha256::new();
        for part in [RENDERERS.as_bytes()].iter().chain(parts) {
            // With its length, so that what moves from one part to the next makes another key.
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Key(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// The entries of one project.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    used: Mutex<HashSet<Key>>,
}

impl Cache {
    /// The cache of the project in this folder.
    pub fn at(root: &Path) -> Cache {
        Cache { folder: root.join(".bantin").join("cache"), used: Mutex::default() }
    }

    /// Looks an entry up.
    pub fn get(&self, key: &Key) -> Option<Vec<u8>> {
        self.mark(key);
        let entry = fs::read(self.path(key)).ok()?;
        let (digest, content) = entry.split_at_checked(DIGEST)?;
        (Sha256::digest(content).as_slice() == digest).then(|| content.to_vec())
    }

    /// Keeps an entry for later builds; where that fails, they make it again.
    pub fn put(&self, key: &Key, content: &[u8]) {
        self.mark(key);
        drop(self.write(key, content));
    }

    /// Removes what no part of this build asked for.
    pub fn sweep(&self) {
        let Ok(used) = self.used.lock() else { return };
        for shelf in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let of = shelf.file_name().to_string_lossy().into_owned();
            for entry in fs::read_dir(shelf.path()).into_iter().flatten().flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                let ours = name.starts_with(HALF) || is_key(&format!("{of}{name}"));
                if ours && !used.contains(&Key(format!("{of}{name}"))) {
                    drop(fs::remove_file(entry.path()));
                }
            }
        }
    }

    fn mark(&self, key: &Key) {
        if let Ok(mut used) = self.used.lock() {
            used.insert(key.clone());
        }
    }

    fn path(&self, Key(name): &Key) -> PathBuf {
        self.folder.join(&name[..2]).join(&name[2..])
    }

    fn write(&self, key: &Key, content: &[u8]) -> std::io::Result<()> {
        let path = self.path(key);
        let Some(shelf) = path.parent() else { return Ok(()) };
        if !shelf.exists() {
            fs::create_dir_all(shelf)?;
            if let Some(own) = self.folder.parent() {
                fs::write(own.join(".gitignore"), "*\n")?;
            }
        }
        let mut half = tempfile::Builder::new().prefix(HALF).tempfile_in(shelf)?;
        half.write_all(&Sha256::digest(content))?;
        half.write_all(content)?;
        half.persist(path).map(drop).map_err(|error| error.error)
    }
}

/// Bytes of SHA-256.
const DIGEST: usize = 32;

fn is_key(name: &str) -> bool {
    name.len() == 2 * DIGEST && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> Key {
        Key::of(&[word.as_bytes()])
    }

    #[test]
    fn an_entry_is_found_again_until_it_is_damaged() {
        let dir = tempfile::tempdir().unwrap();
        let cache = Cache::at(dir.path());
        assert_eq!(cache.get(&key("a")), None);
        cache.put(&key("a"), b"content");
        assert_eq!(cache.get(&key("a")).as_deref(), Some(&b"content"[..]));
        for damaged in [&b""[..], b"short", &[0; 40]] {
            fs::write(cache.path(&key("a")), damaged).unwrap();
            assert_eq!(cache.get(&key("a")), None);
        }
    }

    #[test]
    fn only_what_a_build_asked_for_stays() {
        let dir = tempfile::tempdir().unwrap();
        Cache::at(dir.path()).put(&key("old"), b"1");
        let mine = dir.path().join(".bantin/cache/notes.txt");
        fs::write(&mine, "mine").unwrap();
        let cache = Cache::at(dir.path());
        cache.put(&key("new"), b"2");
        cache.sweep();
        assert_eq!((cache.get(&key("old")), cache.get(&key("new"))), (None, Some(b"2".to_vec())));
        assert!(mine.exists());
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(Key::of(&[b"ab", b"c"]), Key::of(&[b"a", b"bc"]));
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_no_fault() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(".bantin"), "a file in the way").unwrap();
        let cache = Cache::at(dir.path());
        cache.put(&key("a"), b"1");
        cache.sweep();
        assert_eq!(cache.get(&key("a")), None);
    }
}
