//! What a body is printed from: divisions, articles, headings, paragraphs and tables, each with its number.

use serde::Serialize;

use crate::markdown::blocks::Runs;

/// One piece of a body, in order.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    /// *Phần, Chương, Mục*: word and number on a line, the title below.
    Division {
        /// `part`, `chapter` or `section`.
        word: &'static str,
        /// `II`; a section's is Arabic.
        number: String,
        /// Its title.
        title: String,
        /// Level of its heading, the document's title being 1.
        level: usize,
    },
    /// *Điều*.
    Article {
        /// Its number.
        number: String,
        /// Its title.
        #[serde(skip_serializing_if = "String::is_empty")]
        title: String,
        /// Its words.
        runs: Runs,
        /// Level of its heading.
        level: usize,
    },
    /// A numbered heading: `I.`, `1.`, `a)`.
    Head {
        /// Its rank: 0 for `I.`, 1 for `1.`, 2 for `a)`.
        rank: usize,
        /// Its number with its mark; empty where the words have one.
        number: String,
        /// Its words.
        text: String,
        /// Level of its heading.
        level: usize,
    },
    /// A paragraph, or a point with its number.
    P {
        /// `1.`, `a)`, `-`; empty for a plain paragraph.
        number: String,
        /// Its words.
        runs: Runs,
    },
    /// A table.
    Table(Grid),
}

/// How a column is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// Words.
    Text,
    /// Ordinal numbers, in the middle.
    Ordinal,
    /// Figures, with their decimal commas one under the other.
    Figures,
    /// Anything the clerk set flush right.
    Right,
}

/// A table's cells.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Grid {
    /// How each column is set.
    pub columns: Vec<Column>,
    /// The head, repeated on each page.
    pub head: Vec<Runs>,
    /// The rows.
    pub rows: Vec<Vec<Runs>>,
    /// *Đơn vị tính*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}
