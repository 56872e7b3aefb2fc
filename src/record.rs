//! What a clerk can write: record types whose fields carry their Vietnamese label and explanation.
//!
//! `record!` turns one list of fields into the struct, its reader (all faults at once), its published shape
//! and its row in the schema; a field is added in one place.

pub mod agenda;
pub mod budget;
pub mod change;
pub mod common;
pub mod conclusions;
pub mod copies;
pub mod document;
pub mod kinds;
mod macros;
pub mod meeting;
pub mod news;
pub mod node;
pub mod papers;
pub mod party;
pub mod register;
pub mod schema;
pub mod site;
pub mod value;

pub(crate) use macros::{choice, map_field, record, text_or_map_field, wire_key};

use std::sync::Arc;

use crate::diag::{Diagnostic, Message};
use crate::source::{Source, Span};
use node::{Node, Value};
use party::{Body, Person};
use schema::{FieldInfo, Shape};
use value::{Photo, Prose, Text};

/// Where values are read: the file they come from and the faults found so far.
pub struct Cx<'a> {
    /// The file.
    pub source: &'a Arc<Source>,
    /// All faults of the run.
    pub faults: &'a mut Vec<Diagnostic>,
}

impl Cx<'_> {
    /// Notes an error at a place of this file.
    pub fn error(&mut self, span: Span, fault: Diagnostic) {
        self.faults.push(fault.at(self.source, span));
    }

    /// Notes that a value has the wrong shape.
    pub fn wrong_shape(&mut self, node: &Node, expected: &'static str) {
        let mut fault = Diagnostic::error("yaml-shape");
        fault.message = fault.message.word("found", node.shape_id()).word("expected", expected);
        let mend = if expected == "shape-map" { "yaml-shape.hint.map" } else { "yaml-shape.hint.text" };
        self.error(node.span, fault.hint_id(mend));
    }
}

/// A value that can stand behind a key. Reading never fails: a fault is noted and an empty value takes its place,
/// so that all faults of a file come at once; a run with errors never reaches rendering.
pub trait Field: Default {
    /// Whether a record without this key is faulty.
    const REQUIRED: bool = true;

    /// Reads the value.
    fn decode(node: &Node, cx: &mut Cx) -> Self;

    /// Reads a value of a list; a line may hold several.
    fn decode_some(node: &Node, cx: &mut Cx) -> Vec<Self> {
        vec![Self::decode(node, cx)]
    }

    /// Whether there is nothing to show.
    fn is_absent(&self) -> bool {
        false
    }

    /// Shows every text, person, body and photo inside to a visitor.
    fn walk(&self, _visitor: &mut dyn Visit) {}

    /// Lets a visitor complete every person and body inside.
    fn walk_mut(&mut self, _visitor: &mut dyn Complete) {}

    /// What the schema says of it.
    fn shape() -> Shape;
}

/// Looks at the leaves of a record, wherever they are.
pub trait Visit {
    /// A line of text.
    fn text(&mut self, _text: &Text) {}
    /// Text of several paragraphs.
    fn prose(&mut self, _prose: &Prose) {}
    /// A person.
    fn person(&mut self, _person: &Person) {}
    /// A body.
    fn body(&mut self, _body: &Body) {}
    /// A photo.
    fn photo(&mut self, _photo: &Photo) {}
}

/// Completes persons and bodies that were written by their id.
pub trait Complete {
    /// A person.
    fn person(&mut self, person: &mut Person);
    /// A body.
    fn body(&mut self, body: &mut Body);
}

/// A mapping with known keys.
pub trait Record: Default {
    /// Its name in the schema and in messages: `meeting.yaml`, `person`.
    const NAME: &'static str;

    /// Reads one key's value; `false` if the key is not one of its own.
    fn set(&mut self, key: &str, node: &Node, cx: &mut Cx) -> bool;

    /// Shows key and label of each key that must be there.
    fn each_required(show: &mut dyn FnMut(&'static str, &'static str));

    /// All its keys, flattened ones included, in the schema's order.
    fn fields() -> Vec<FieldInfo>;
}

/// Reads a mapping into a record: unknown keys get the nearest known one, missing keys are named.
pub fn decode_map<R: Record>(node: &Node, cx: &mut Cx) -> R {
    let mut record = R::default();
    let Value::Map(entries) = &node.value else {
        cx.wrong_shape(node, "shape-map");
        return record;
    };
    // A misspelt key is one fault, not also a missing one.
    let mut meant: Vec<&str> = Vec::new();
    let required = required::<R>();
    for entry in entries {
        let needed = required.iter().find(|(key, _)| *key == entry.key && matches!(entry.value.value, Value::Null));
        if let Some((key, label)) = needed {
            let mend = Message::new("value-empty.hint.required").with("key", key).with("label", label);
            cx.error(entry.value.span, Diagnostic::error("value-empty").hint(mend));
            continue;
        }
        if !record.set(&entry.key, &entry.value, cx) {
            meant.extend(unknown_key::<R>(&entry.key, entry.key_span, cx));
        }
    }
    for (key, label) in required {
        if !meant.contains(&key) && !entries.iter().any(|entry| entry.key == key) {
            let fault = Diagnostic::error("yaml-missing-key").with("key", key).with("record", R::NAME);
            let mend = Message::new("yaml-missing-key.hint").with("key", key).with("label", label);
            cx.error(first_key(node), fault.hint(mend));
        }
    }
    record
}

/// Key and label of each key that must be there.
fn required<R: Record>() -> Vec<(&'static str, &'static str)> {
    let mut required = Vec::new();
    R::each_required(&mut |key, label| required.push((key, label)));
    required
}

/// A missing key has no place of its own: the mapping's first key stands for it.
fn first_key(node: &Node) -> Span {
    match &node.value {
        Value::Map(entries) if !entries.is_empty() => entries[0].key_span,
        _ => node.span,
    }
}

/// Notes an unknown key; returns the known one that was probably meant.
fn unknown_key<R: Record>(key: &str, span: Span, cx: &mut Cx) -> Option<&'static str> {
    let fields = R::fields();
    let keys: Vec<&'static str> = fields.iter().map(|field| field.key).collect();
    let by_label = || fields.iter().find(|field| crate::viet::fold::fold(field.label) == crate::viet::fold::fold(key));
    let near = by_label().map(|field| field.key).or_else(|| nearest(key, &keys));
    let inside = || fields.iter().find(|field| field.holds(key));
    let hint = match (inside(), near) {
        (Some(field), _) => Message::new("yaml-unknown-key.hint.inside").with("key", key).with("outer", field.key),
        (None, Some(near)) => Message::new("did-you-mean").with("near", near),
        (None, None) => Message::new("yaml-unknown-key.hint").with("keys", keys.join(", ")),
    };
    cx.error(span, Diagnostic::error("yaml-unknown-key").with("key", key).with("record", R::NAME).hint(hint));
    near
}

/// The nearest known word, if it is near enough to have been meant.
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let scored = known.iter().map(|key| (strsim::damerau_levenshtein(word, key), *key));
    let (distance, key) = scored.min_by_key(|(distance, _)| *distance)?;
    (distance <= (word.chars().count().max(key.len()) / 3).max(1)).then_some(key)
}

impl<T: Field> Field for Option<T> {
    const REQUIRED: bool = false;

    fn decode(node: &Node, cx: &mut Cx) -> Self {
        match node.value {
            Value::Null => None,
            Value::Scalar(_) => {
                let before = cx.faults.len();
                let value = T::decode(node, cx);
                // What could not be read counts as absent: no rule may reason about a zero that nobody wrote.
                (cx.faults.len() == before).then_some(value)
            }
            _ => Some(T::decode(node, cx)),
        }
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Field::is_absent)
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        self.iter().for_each(|value| value.walk(visitor));
    }

    fn walk_mut(&mut self, visitor: &mut dyn Complete) {
        self.iter_mut().for_each(|value| value.walk_mut(visitor));
    }

    fn shape() -> Shape {
        T::shape()
    }
}

/// What is large and seldom there lies apart, so that records without it stay small.
impl<T: Field> Field for Box<T> {
    const REQUIRED: bool = T::REQUIRED;

    fn decode(node: &Node, cx: &mut Cx) -> Self {
        Box::new(T::decode(node, cx))
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        (**self).walk(visitor);
    }

    fn walk_mut(&mut self, visitor: &mut dyn Complete) {
        (**self).walk_mut(visitor);
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Field> Field for Vec<T> {
    const REQUIRED: bool = false;

    /// A list; a single value stands for a list of one.
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        match &node.value {
            Value::Null => Vec::new(),
            Value::List(items) => {
                // Records are many and stay long: a list takes no more room than it needs.
                let mut values = Vec::with_capacity(items.len());
                items.iter().for_each(|item| values.extend(T::decode_some(item, cx)));
                values.shrink_to_fit();
                values
            }
            _ => T::decode_some(node, cx),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        self.iter().for_each(|value| value.walk(visitor));
    }

    fn walk_mut(&mut self, visitor: &mut dyn Complete) {
        self.iter_mut().for_each(|value| value.walk_mut(visitor));
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}
