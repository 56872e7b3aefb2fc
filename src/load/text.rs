//! Bytes on disk → a text we can trust: UTF-8, of sane size, an ordinary file, composed letters, no look-alikes.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
use crate::source::{Source, Span};
use crate::viet::encoding;
use crate::viet::unicode::{self, Kind};

/// The largest record anybody writes by hand is far below this.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Reads a text file; whatever is wrong with it as a file is a fault.
pub fn read(path: &Path, name: &str, faults: &mut Vec<Diagnostic>) -> Option<Arc<Source>> {
    let nameless = |fault: Diagnostic| fault.with("file", name);
    let kind = match fs::symlink_metadata(path) {
        Ok(kind) => kind,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            faults.push(nameless(Diagnostic::error("file-missing")).hint_id("content-missing.hint"));
            return None;
        }
        Err(error) => {
            faults.push(
                nameless(Diagnostic::error("file-unreadable")).with("detail", error).hint_id("file-unreadable.hint"),
            );
            return None;
        }
    };
    if !kind.is_file() {
        faults.push(nameless(Diagnostic::error("file-not-ordinary")).hint_id("file-not-ordinary.hint"));
        return None;
    }
    let mut bytes = Vec::with_capacity(usize::try_from(kind.len().min(MAX_BYTES)).unwrap_or_default());
    let read = fs::File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        faults
            .push(nameless(Diagnostic::error("file-unreadable")).with("detail", error).hint_id("file-unreadable.hint"));
        return None;
    }
    if bytes.len() as u64 > MAX_BYTES {
        faults.push(nameless(Diagnostic::error("file-too-large")).hint_id("file-too-large.hint"));
        return None;
    }
    from_bytes(bytes, name, faults)
}

/// Checks bytes that were read elsewhere.
pub fn from_bytes(mut bytes: Vec<u8>, name: &str, faults: &mut Vec<Diagnostic>) -> Option<Arc<Source>> {
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        bytes.drain(..3);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let source = Source::new(name, text);
            // The YAML reader would stumble over a control character and say so less well.
            (!lint(&source, faults)).then_some(source)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
            let hint = match encoding::detect(&bytes) {
                _ if utf16 => Message::new("text-encoding.hint.utf16"),
                Some(found) => Message::new("text-encoding.hint.known")
                    .with("name", found.encoding.name().to_lowercase())
                    .with("file", name),
                None => Message::new("text-encoding.hint"),
            };
            let source = Source::new(name, String::from_utf8_lossy(&bytes));
            let fault = Diagnostic::error("text-encoding").at(&source, Span::new(at, at + 1));
            faults.push(fault.hint(hint));
            None
        }
    }
}

/// Letters that look right and are wrong. One fault a kind a file, at the first place, with the number of places.
/// Returns whether there are control characters, which no YAML may hold.
fn lint(source: &Arc<Source>, faults: &mut Vec<Diagnostic>) -> bool {
    let plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
    if source.text.as_bytes().iter().all(plain) {
        return false;
    }
    wrong_letters(&source.text, source, None, faults).contains(&Kind::Control)
}

/// The same for a value whose letters were written as escapes, such as `"\u202E"`: the value is the place.
/// Returns it without them, fit to be shown in further messages.
pub fn lint_value(value: &str, source: &Arc<Source>, span: Span, faults: &mut Vec<Diagnostic>) -> Option<String> {
    let wrong = !wrong_letters(value, source, Some(span), faults).is_empty();
    wrong.then(|| unicode::clean(value))
}

fn wrong_letters(text: &str, source: &Arc<Source>, span: Option<Span>, faults: &mut Vec<Diagnostic>) -> Vec<Kind> {
    let found = unicode::lint(text);
    let kinds = [
        (Kind::Decomposed, "text-nfd", "text-nfd.hint"),
        (Kind::LookAlike, "text-lookalike", "text-lookalike.hint"),
        (Kind::MixedScript, "text-mixed-script", "text-mixed-script.hint"),
        (Kind::Control, "text-control", "text-control.hint"),
        (Kind::Replacement, "text-replacement", "text-replacement.hint"),
        (Kind::Invisible, "text-invisible", "text-invisible.hint"),
    ];
    for (kind, rule, hint) in kinds {
        let mut places = found.iter().filter(|fault| fault.kind == kind);
        let Some(first) = places.next() else { continue };
        let seen = text.get(first.range.clone()).unwrap_or_default();
        let fault = Diagnostic::error(rule).with("seen", seen).with("count", 1 + places.count());
        let mend = Message::new(hint).with("mend", unicode::clean(seen));
        let place = span.unwrap_or(Span::new(first.range.start, first.range.end));
        faults.push(fault.at(source, place).hint(mend));
    }
    found.into_iter().map(|fault| fault.kind).collect()
}
