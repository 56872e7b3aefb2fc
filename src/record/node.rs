//! A YAML value with its place: what the reader hands to the record types.

use std::borrow::Cow;

use crate::source::Span;

/// One YAML value and where it stands.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// From its first byte to its last; a block's span is cut at its first line when printed.
    pub span: Span,
    /// The value.
    pub value: Value<'a>,
}

/// The three shapes of YAML, and nothing.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// `key:` with nothing behind it, `~` or `null`.
    Null,
    /// Any scalar, as text: whether it is a date or a number is the record type's business.
    Scalar(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A mapping, in the file's order, without duplicate keys.
    Map(Vec<Entry<'a>>),
}

/// One `key: value`.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The key's text.
    pub key: Cow<'a, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// Its value.
    pub value: Node<'a>,
}

impl Node<'_> {
    /// The text of a scalar.
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text) => Some(text),
            _ => None,
        }
    }

    /// The name of the shape in the catalogue of messages.
    pub fn shape_id(&self) -> &'static str {
        match self.value {
            Value::Null => "shape-nothing",
            Value::Scalar(_) => "shape-text",
            Value::List(_) => "shape-list",
            Value::Map(_) => "shape-map",
        }
    }
}
