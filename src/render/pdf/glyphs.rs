//! Whether the font has every character of a document; one that is missing is named before anything is set.

use std::collections::BTreeMap;

use serde_json::Value;
use typst::text::{Coverage as Set, Font};

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

    /// Names each character of a document's data that no font has.
    pub fn check(&self, data: &Value, story: &Story, faults: &mut Vec<Diagnostic>) {
        let mut missing = BTreeMap::new();
        self.walk(data, &mut missing);
        faults.extend(missing.into_iter().map(|(character, text)| fault(character, &text, story)));
    }

    /// Notes the first text in which each missing character stands.
    fn walk(&self, value: &Value, missing: &mut BTreeMap<char, String>) {
        match value {
            Value::String(text) => {
                for character in text.chars().filter(|character| !self.has(*character)) {
                    missing.entry(character).or_insert_with(|| excerpt(text, character));
                }
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

/// The character, its code, and its place in the story's file if it stands there.
fn fault(character: char, text: &str, story: &Story) -> Diagnostic {
    let code = format!("U+{:04X}", u32::from(character));
    let place = story.source.text.find(character).map(|at| Span::new(at, at + character.len_utf8()));
    let fault = Diagnostic::error("glyph-missing").with("char", character).with("code", code).with("text", text);
    fault.at(&story.source, place.unwrap_or_default()).hint_id("glyph-missing.hint")
}
