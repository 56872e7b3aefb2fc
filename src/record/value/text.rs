//! Text as a clerk types it: one paragraph or several, with its place; and names of files beside the record.

use crate::diag::Diagnostic;
use crate::record::node::{Node, Value};
use crate::record::schema::Shape;
use crate::record::{Cx, Field, Visit};
use crate::source::Span;

/// One paragraph of text: inner line breaks and runs of spaces are one space.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

/// Text of several paragraphs, Markdown where the field says so: line breaks are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// The text.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

/// The name of a file in the story's own folder; it can never point elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileName {
    /// The plain name.
    pub value: String,
    /// Where it stands.
    pub span: Span,
}

/// Makes a struct with a `value` behave as its string.
macro_rules! string_like {
    ($($name:ident),*) => {$(
        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.value
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.value)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.value)
            }
        }
    )*};
}

pub(crate) use string_like;

string_like!(Text, Prose, FileName);

/// The scalar's text, or a fault: a list, a mapping, or nothing where words are needed.
pub fn scalar_text(node: &Node, cx: &mut Cx) -> Option<String> {
    let text = if matches!(node.value, Value::Null) { Some("") } else { node.scalar() };
    let Some(text) = text else {
        cx.wrong_shape(node, "shape-text");
        return None;
    };
    if text.trim().is_empty() {
        cx.error(node.span, Diagnostic::error("value-empty").hint_id("value-empty.hint"));
        return None;
    }
    if matches!(text.trim(), "…" | "...") {
        cx.error(node.span, Diagnostic::error("value-unfilled").hint_id("value-unfilled.hint"));
        return None;
    }
    Some(text.to_owned())
}

impl Field for Text {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let words = scalar_text(node, cx).unwrap_or_default();
        Text { value: one_line(words), span: node.span }
    }

    fn is_absent(&self) -> bool {
        self.value.is_empty()
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        visitor.text(self);
    }

    fn shape() -> Shape {
        Shape::Text
    }
}

/// Spaces, tabs and line breaks become one space; a text without them is taken as it is.
fn one_line(text: String) -> String {
    let plain = |c: char| c == ' ' || !c.is_whitespace();
    if text.trim().len() == text.len() && text.chars().all(plain) && !text.contains("  ") {
        return text;
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Field for Prose {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let value = scalar_text(node, cx).unwrap_or_default().trim().to_owned();
        Prose { value, span: node.span }
    }

    fn is_absent(&self) -> bool {
        self.value.is_empty()
    }

    fn walk(&self, visitor: &mut dyn Visit) {
        visitor.prose(self);
    }

    fn shape() -> Shape {
        Shape::Prose
    }
}

/// Names that Windows keeps for devices, whatever their ending: no file or folder there can be called `con` or `nul.txt`.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let numbered = port.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    numbered || matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
}

impl Field for FileName {
    fn decode(node: &Node, cx: &mut Cx) -> Self {
        let value = scalar_text(node, cx).unwrap_or_default().trim().to_owned();
        let hostile = value.starts_with('.')
            || value.ends_with('.')
            || value.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|'])
            || value.chars().any(char::is_control)
            || is_device(&value);
        if hostile {
            cx.error(node.span, Diagnostic::error("file-name").with("name", &value).hint_id("file-name.hint"));
            return FileName::default();
        }
        FileName { value, span: node.span }
    }

    fn is_absent(&self) -> bool {
        self.value.is_empty()
    }

    fn shape() -> Shape {
        Shape::File
    }
}
