//! The files that a PDF carries inside: found by its name tree, unpacked within bounds. A PDF may come from anywhere,
//! so nothing in it is trusted: not its names, not its sizes, not its shape.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, LoadOptions, Object, decode_text_string};

/// The largest PDF that is read, in bytes.
pub const MOST_PDF: u64 = 256 * 1024 * 1024;
/// The largest file inside, and the most that all of them may fill, in bytes.
const MOST_FILE: usize = 32 * 1024 * 1024;
const MOST_TOGETHER: usize = 128 * 1024 * 1024;
/// The most files, and the deepest name tree.
const MOST_FILES: usize = 1000;
const MOST_DEPTH: usize = 16;
/// The longest name of a file, in bytes: what common disks take.
const LONGEST_NAME: usize = 200;

/// A file inside a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attached {
    /// Its name: one plain file name, without a folder.
    pub name: String,
    /// Its bytes as they were put in.
    pub bytes: Vec<u8>,
}

/// Why nothing is taken out of a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is no PDF, is broken or encrypted; the reader's own words.
    Unreadable(String),
    /// A name that could lead out of the folder.
    Name(String),
    /// Two files of one name.
    Twice(String),
    /// More or larger files than are taken out.
    TooMuch,
}

/// The files inside a PDF, in the order of its name tree.
///
/// # Errors
/// If the PDF cannot be read, or anything in it is out of bounds: then nothing of it is given.
pub fn attached(pdf: &[u8]) -> Result<Vec<Attached>, Refusal> {
    let options = LoadOptions { max_decompressed_size: Some(MOST_FILE), ..LoadOptions::default() };
    let unreadable = |error: lopdf::Error| Refusal::Unreadable(error.to_string());
    let file = Document::load_mem_with_options(pdf, options).map_err(unreadable)?;
    if file.is_encrypted() {
        return Err(Refusal::Unreadable(lopdf::Error::InvalidPassword.to_string()));
    }
    let catalog = file.catalog().map_err(unreadable)?;
    let tree = entry(&file, catalog, b"Names").and_then(|names| entry(&file, names, b"EmbeddedFiles"));
    let mut shelf = Shelf { file: &file, found: Vec::new(), names: BTreeSet::new(), left: MOST_TOGETHER };
    if let Some(tree) = tree {
        shelf.take_all(tree, 0)?;
    }
    Ok(shelf.found)
}

/// What has been taken out so far, and how much more may be.
struct Shelf<'a> {
    file: &'a Document,
    found: Vec<Attached>,
    names: BTreeSet<String>,
    left: usize,
}

impl<'a> Shelf<'a> {
    /// Walks a node of the name tree.
    fn take_all(&mut self, node: &'a Dictionary, depth: usize) -> Result<(), Refusal> {
        if depth > MOST_DEPTH {
            return Err(Refusal::TooMuch);
        }
        for pair in list(self.file, node, b"Names").chunks(2) {
            if let Some(described) = pair.get(1).and_then(|value| dictionary(self.file, value)) {
                self.take(described)?;
            }
        }
        let children = list(self.file, node, b"Kids");
        if children.len() > MOST_FILES {
            return Err(Refusal::TooMuch);
        }
        children
            .iter()
            .filter_map(|child| dictionary(self.file, child))
            .try_for_each(|kid| self.take_all(kid, depth + 1))
    }

    /// Takes one file out.
    fn take(&mut self, described: &Dictionary) -> Result<(), Refusal> {
        let name = described.get(b"UF").or_else(|_| described.get(b"F")).ok();
        let name = name.and_then(|name| decode_text_string(resolved(self.file, name)?).ok()).unwrap_or_default();
        if !is_plain(&name) {
            return Err(Refusal::Name(name));
        }
        let Some(held) = entry(self.file, described, b"EF") else { return Ok(()) };
        let held = held.get(b"F").or_else(|_| held.get(b"UF")).ok().and_then(|held| resolved(self.file, held));
        let Some(Object::Stream(stream)) = held else { return Ok(()) };
        let bytes = stream.get_plain_content_with_limit(MOST_FILE.min(self.left)).map_err(|_| Refusal::TooMuch)?;
        self.left = self.left.saturating_sub(bytes.len());
        // Some disks do not tell large letters from small ones.
        if !self.names.insert(name.to_lowercase()) {
            return Err(Refusal::Twice(name));
        }
        self.found.push(Attached { name, bytes });
        if self.found.len() > MOST_FILES { Err(Refusal::TooMuch) } else { Ok(()) }
    }
}

/// One file name and nothing else, on every system: no folder, no drive, no device, nothing hidden, nothing unseen.
fn is_plain(name: &str) -> bool {
    const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];
    let stem = name.split('.').next().unwrap_or_default().trim().to_uppercase();
    let numbered = stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT"));
    let foreign = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let turned = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.starts_with(['.', '-', ' '])
        && !name.ends_with(['.', ' '])
        && !name.chars().any(|c| foreign(c) || turned(c))
        && !DEVICES.contains(&stem.as_str())
        && !numbered
}

fn resolved<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    file.dereference(object).ok().map(|(_, object)| object)
}

fn dictionary<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    resolved(file, object)?.as_dict().ok()
}

fn entry<'a>(file: &'a Document, node: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    dictionary(file, node.get(key).ok()?)
}

fn list<'a>(file: &'a Document, node: &'a Dictionary, key: &[u8]) -> &'a [Object] {
    let list = node.get(key).ok().and_then(|list| resolved(file, list)).and_then(|list| list.as_array().ok());
    list.map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    /// A PDF that carries these files.
    fn pdf(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut file = Document::with_version("1.7");
        let mut names = Vec::new();
        for (name, bytes) in files {
            let mut stream = Stream::new(dictionary! {}, bytes.to_vec());
            stream.compress().unwrap();
            let held = file.add_object(stream);
            let described = file.add_object(dictionary! {
                "Type" => "Filespec", "UF" => lopdf::text_string(name), "EF" => dictionary! { "F" => held },
            });
            names.extend([lopdf::text_string(name), described.into()]);
        }
        let tree = dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } };
        let catalog = file.add_object(dictionary! { "Type" => "Catalog", "Names" => tree });
        file.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn files_come_out_as_they_went_in() {
        let files: [(&str, &[u8]); 2] = [("meeting.yaml", b"title: H\xe1\xbb\x8dp\r\n\0\xff"), ("kết luận.yaml", b"")];
        let found = attached(&pdf(&files)).unwrap();
        let shown: Vec<(&str, &[u8])> = found.iter().map(|file| (file.name.as_str(), &*file.bytes)).collect();
        assert_eq!(shown, files);
        assert_eq!(attached(&pdf(&[])), Ok(Vec::new()));
    }

    #[test]
    fn names_that_lead_elsewhere_are_refused() {
        for name in [
            "",
            ".",
            "..",
            "../a",
            "/etc/a",
            "a/b",
            "a\\b",
            "C:a",
            ".bashrc",
            "-rf",
            "ữ\0b",
            "NUL",
            "com1.yaml",
            "a\u{202e}b",
        ] {
            assert_eq!(attached(&pdf(&[(name, b"x")])), Err(Refusal::Name(name.to_owned())), "{name:?}");
        }
        assert_eq!(attached(&pdf(&[("A.yaml", b"1"), ("a.yaml", b"2")])), Err(Refusal::Twice("a.yaml".to_owned())));
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let large = vec![0; MOST_FILE + 1];
        let bomb = pdf(&[("a", &large)]);
        assert!(bomb.len() < 100_000);
        assert_eq!(attached(&bomb), Err(Refusal::TooMuch));
    }

    #[test]
    fn a_tree_that_bites_its_tail_ends() {
        let mut file = Document::with_version("1.7");
        let tree = file.new_object_id();
        file.objects.insert(tree, dictionary! { "Kids" => vec![tree.into(), tree.into()] }.into());
        let catalog =
            file.add_object(dictionary! { "Type" => "Catalog", "Names" => dictionary! { "EmbeddedFiles" => tree } });
        file.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        assert_eq!(attached(&bytes), Err(Refusal::TooMuch));
    }

    #[test]
    fn broken_files_are_refused_and_never_stop_the_program() {
        let whole = pdf(&[("meeting.yaml", b"title: a")]);
        for at in 0..whole.len() {
            drop(attached(&whole[..at]));
            for byte in [0, b'<', b'(', b'9', 0xff] {
                let mut spoilt = whole.clone();
                spoilt[at] = byte;
                drop(attached(&spoilt));
            }
        }
        assert!(attached(b"").is_err() && attached(b"%PDF-1.7\n").is_err());
    }
}
