//! Whether the font has every character of a document; one that is missing is named before anything is set.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;
use typst::text::{Coverage as Set, Font};

use super::origin;
use crate::diag::Diagnostic;
use crate::model::Story;
use crate::source::Span;

/// The characters that the faces of the documents' family have.
pub struct Coverage {
    faces: Vec<Set>,
}

impl Coverage {
    /// Reads the coverage of the fonts of a family.
    pub fn of(fonts: &[Font], family: &str) -> Coverage {
        let own = fonts.iter().filter(|font| font.info().family.as_str() == family);
        Coverage { faces: own.map(|font| font.info().coverage.clone()).collect() }
    }

    /// A character counts as there only if every face has it: bold and italic too.
    fn has(&self, character: char) -> bool {
        let code = u32::from(character);
        character.is_whitespace() || self.faces.iter().all(|face| face.contains(code))
    }

    /// A text without the characters that no font has.
    pub fn known(&self, text: &str) -> String {
        text.chars().filter(|character| self.has(*character)).collect()
    }

    /// Names each character of a document's data that no font has, at each place where it was written.
    pub fn check(&self, data: &Value, (story, root): (&Story, &Path), faults: &mut Vec<Diagnostic>) {
        let mut missing = Vec::new();
        self.walk(data, &mut missing);
        if missing.is_empty() {
            return;
        }
        let sources = origin::sources(story, root);
        let mut told = BTreeSet::new();
        for (character, text) in missing {
            let place = origin::place(&sources, (character, text));
            let (source, span) = place.unwrap_or_else(|| (Arc::clone(&story.source), Span::default()));
            if told.insert((character, source.path.clone(), span)) {
                faults.push(fault(character, text).at(&source, span).hint_id("glyph-missing.hint"));
            }
        }
    }

    /// Notes each text in which a character is missing, once a character.
    fn walk<'d>(&self, value: &'d Value, missing: &mut Vec<(char, &'d str)>) {
        match value {
            Value::String(text) => {
                let lacking: BTreeSet<char> = text.chars().filter(|character| !self.has(*character)).collect();
                missing.extend(lacking.into_iter().map(|character| (character, text.as_str())));
            }
            Value::Array(items) => items.iter().for_each(|item| self.walk(item, missing)),
            Value::Object(map) => map.values().for_each(|item| self.walk(item, missing)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// Characters shown on either side of the one that is missing.
const AROUND: usize = 20;

/// The words around a character.
fn excerpt(text: &str, character: char) -> String {
    let at = text.chars().position(|c| c == character).unwrap_or(0);
    text.chars().skip(at.saturating_sub(AROUND)).take(2 * AROUND).collect()
}

/// The character, its code, and the words it stands in.
fn fault(character: char, text: &str) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(character));
    let text = excerpt(text, character);
    Diagnostic::error("glyph-missing").with("char", character).with("code", code).with("text", text)
}
