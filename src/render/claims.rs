//! Each place in the output is one file's: two that would lie in the same one are a fault, not an overwritten page. Windows and
//! macOS take `Anh.jpg` and `anh.jpg` for one file, so capitals count for nothing here.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Mutex;

use super::{Area, Output, Sink};
use crate::cache::Cache;
use crate::diag::Diagnostic;

/// Hands outputs on to a sink, each place once.
pub struct Claims<'a> {
    sink: &'a dyn Sink,
    taken: Mutex<Taken>,
}

/// Who has which place, by its path in small letters.
#[derive(Default)]
struct Taken {
    files: HashMap<(Area, String), String>,
    folders: HashSet<(Area, String)>,
    /// Path and both owners of what was handed over twice; sorted, since threads come in any order.
    twice: BTreeSet<(String, String, String)>,
}

/// Stands for the pages of the whole site where no record made a file.
const SITE: &str = "site.yaml";

impl<'a> Claims<'a> {
    /// Nothing is taken yet.
    pub fn new(sink: &'a dyn Sink) -> Claims<'a> {
        Claims { sink, taken: Mutex::default() }
    }

    /// Whose a place of `public/` is, if anybody's; a folder is in the way of a file of its name, and the other way round.
    pub fn owner(&self, path: &str) -> Option<String> {
        self.taken.lock().ok()?.owner(Area::Public, &path.to_lowercase())
    }

    /// What was handed over twice.
    pub fn faults(self) -> Vec<Diagnostic> {
        let twice = self.taken.into_inner().map(|taken| taken.twice).unwrap_or_default();
        let fault = |(path, one, other)| {
            let fault = Diagnostic::error("path-twice").with("path", path).with("one", one).with("other", other);
            fault.hint_id("path-twice.hint")
        };
        twice.into_iter().map(fault).collect()
    }
}

impl Sink for Claims<'_> {
    fn put(&self, output: Output) {
        let free = self.taken.lock().is_ok_and(|mut taken| taken.claim(&output));
        if free {
            self.sink.put(output);
        }
    }

    fn cache(&self) -> Option<&Cache> {
        self.sink.cache()
    }
}

impl Taken {
    fn owner(&self, area: Area, path: &str) -> Option<String> {
        let file = |path: &str| self.files.get(&(area, path.to_owned())).cloned();
        let folder = || self.folders.contains(&(area, path.to_owned())).then(|| format!("{path}/"));
        file(path).or_else(folder).or_else(|| folders(path).find_map(file))
    }

    /// Takes the place of an output; a place that is taken is a fault, told alike whoever came first.
    fn claim(&mut self, output: &Output) -> bool {
        let path = output.path.to_lowercase();
        let own = if output.origin.is_empty() { SITE } else { &output.origin };
        if let Some(other) = self.owner(output.area, &path) {
            let mut owners = [own.to_owned(), other];
            owners.sort_unstable();
            let [one, other] = owners;
            self.twice.insert((path, one, other));
            return false;
        }
        for folder in folders(&path) {
            if !self.folders.insert((output.area, folder.to_owned())) {
                break;
            }
        }
        self.files.insert((output.area, path), own.to_owned());
        true
    }
}

/// The folders above a path, the nearest first.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = path;
    std::iter::from_fn(move || {
        rest = rest.rsplit_once('/')?.0;
        Some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nowhere;

    impl Sink for Nowhere {
        fn put(&self, _output: Output) {}
    }

    #[test]
    fn a_place_is_taken_once() {
        let claims = Claims::new(&Nowhere);
        let put = |area, path: &str, origin: &str| {
            claims.put(Output { area, path: path.to_owned(), bytes: Vec::new(), origin: origin.to_owned() });
        };
        put(Area::Public, "tin/a/index.html", "a");
        put(Area::Documents, "tin/a/index.html", "a");
        for (path, owner) in [
            ("tin/a/index.html", Some("a")),
            ("TIN/A/Index.html", Some("a")),
            ("tin/a", Some("tin/a/")),
            ("tin/a/index.html/b", Some("a")),
            ("tin/a/b", None),
            ("tin/ab", None),
        ] {
            assert_eq!(claims.owner(path).as_deref(), owner, "{path}");
        }
        put(Area::Public, "Tin/a/index.html", "b");
        put(Area::Public, "tin", "");
        let told: Vec<String> = claims.faults().iter().map(|fault| fault.message.text(crate::diag::Lang::En)).collect();
        assert_eq!(
            told,
            ["tin is made twice: by site.yaml and by tin/", "tin/a/index.html is made twice: by a and by b"]
        );
    }
}
