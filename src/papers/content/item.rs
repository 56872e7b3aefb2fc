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
    /// A photo.
    Photo(Picture),
}

/// A photo as a document prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Its place among the story's photos.
    pub picture: usize,
    /// What is seen on it.
    pub alt: String,
    /// What stands below it.
    pub caption: String,
    /// Who took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

impl Item {
    /// Level of its heading, if it has one.
    fn level(&self) -> Option<usize> {
        match self {
            Item::Division { level, .. } | Item::Article { level, .. } | Item::Head { level, .. } => Some(*level),
            Item::P { .. } | Item::Table(_) | Item::Photo(_) => None,
        }
    }

    /// The photo that it is, by its place among the story's.
    pub fn picture(&self) -> Option<usize> {
        if let Item::Photo(photo) = self { Some(photo.picture) } else { None }
    }

    /// What others call it by: `Chương II`, `Điều 5`, `III`.
    fn label(&self) -> Option<String> {
        match self {
            Item::Division { word, number, .. } => {
                let word = DIVISIONS.iter().find(|(key, _)| key == word).map_or("", |(_, name)| name);
                Some(format!("{word} {number}"))
            }
            Item::Article { number, .. } => Some(format!("điều {number}")),
            Item::Head { number, .. } => Some(number.to_lowercase()),
            Item::P { .. } | Item::Table(_) | Item::Photo(_) => None,
        }
    }

    /// Whether it is the part that goes by this name.
    pub fn is_called(&self, part: &str) -> bool {
        let bare = |name: &str| name.trim().trim_end_matches(['.', ')']).to_lowercase();
        self.label().is_some_and(|label| bare(&label) == bare(part))
    }
}

/// The words of divisions by their keys.
const DIVISIONS: [(&str, &str); 3] = [("part", "phần"), ("chapter", "chương"), ("section", "mục")];

/// The items of the parts that go by these names, each with all that stands under it.
pub fn extract(items: Vec<Item>, is_wanted: impl Fn(&Item) -> bool) -> Vec<Item> {
    let mut under: Option<usize> = None;
    let keep = |item: &Item| {
        if let Some(level) = item.level() {
            under = if is_wanted(item) { under.or(Some(level)) } else { under.filter(|above| level > *above) };
        }
        under.is_some()
    };
    let mut keep = keep;
    items.into_iter().filter(|item| keep(item)).collect()
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
