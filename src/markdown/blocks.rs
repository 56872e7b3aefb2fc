//! Markdown → typed blocks for print: headings, paragraphs, lists and tables of runs; everything else is its words.

mod reader;

use pulldown_cmark::{Event, Options, Parser, Tag};

use reader::Reader;

/// Words of one weight and slope.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Bold.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// Italic.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub emphasis: bool,
}

/// A paragraph's or a cell's words in order.
pub type Runs = Vec<Run>;

/// One block of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading and its level, from 1.
    Heading(usize, Runs),
    /// A paragraph.
    Paragraph(Runs),
    /// A list: the first number, if it is numbered, and its items.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A table.
    Table(Table),
    /// A picture beside the record, by its file.
    Picture(String),
}

/// Which side a column is set flush to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    /// Left, or nothing said.
    #[default]
    Left,
    /// Right.
    Right,
}

/// A table: the head's cells, the rows', and the side of each column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Cells of the head.
    pub head: Vec<Runs>,
    /// Rows of cells.
    pub rows: Vec<Vec<Runs>>,
    /// The columns' sides.
    pub sides: Vec<Side>,
}

/// Reads a body. Raw HTML stays text, a link and a picture from elsewhere are told by their words; a picture beside the record
/// is a block of its own.
pub fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_TABLES;
    let mut reader = Reader::default();
    Parser::new_ext(text, options).for_each(|event| reader.event(event));
    reader.finish()
}

/// Whether an address is the plain name of a file.
fn is_beside(address: &str) -> bool {
    !address.is_empty() && !address.starts_with('.') && !address.contains(['/', '\\', ':', '?', '#'])
}

/// The pictures of a body that lie beside the record, by their files.
pub fn pictures(text: &str) -> Vec<String> {
    let address = |event| match event {
        Event::Start(Tag::Image { dest_url, .. }) if is_beside(&dest_url) => Some(dest_url.to_string()),
        _ => None,
    };
    Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(address).collect()
}

/// The words of runs.
pub fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks in one line: `h1 …`, `p …`, `l[…;…]`, `t[…|…/…]`; `*` marks what is bold, `_` what is italic.
    fn told(blocks: &[Block]) -> String {
        let cells = |cells: &[Runs]| cells.iter().map(|runs| words(runs)).collect::<Vec<_>>().join("|");
        let one = |block: &Block| match block {
            Block::Heading(level, runs) => format!("h{level} {}", marked(runs)),
            Block::Paragraph(runs) => format!("p {}", marked(runs)),
            Block::List(first, items) => {
                let items: Vec<String> = items.iter().map(|item| told(item)).collect();
                format!("l{}[{}]", first.map(|first| first.to_string()).unwrap_or_default(), items.join("; "))
            }
            Block::Table(table) => {
                let rows: Vec<String> = table.rows.iter().map(|row| cells(row)).collect();
                format!("t[{}/{}]", cells(&table.head), rows.join("/"))
            }
            Block::Picture(file) => format!("i {file}"),
        };
        blocks.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn marked(runs: &[Run]) -> String {
        let mark = |run: &Run| match (run.strong, run.emphasis) {
            (true, _) => format!("*{}*", run.text),
            (_, true) => format!("_{}_", run.text),
            _ => run.text.clone(),
        };
        runs.iter().map(mark).collect()
    }

    #[test]
    fn endless_nesting_ends() {
        let told = told(&blocks(&format!("{}x", "- ".repeat(5_000))));
        assert_eq!(told.matches("l[").count(), reader::DEEPEST);
        assert!(told.contains("p x"));
    }

    #[test]
    fn bodies_are_blocks() {
        for (text, blocks_of) in [
            ("# Một\n\nhai **ba** *bốn*\nnăm", "h1 Một, p hai *ba* _bốn_ năm"),
            ("- a\n- b\n  - c\n\nd", "l[p a; p b, l[p c]], p d"),
            ("3. a\n4. b", "l3[p a; p b]"),
            ("a\n\n| x | y |\n|---|--:|\n| 1 | 2 |\n| 3 |\n", "p a, t[x|y/1|2/3|]"),
            ("<b>x</b> ![ảnh](../a.png) [chữ](javascript:1)", "p <b>x</b> ảnh chữ"),
            ("a ![ảnh](a.png) b\n\n- c ![](<d 1.jpg>)", "p a, i a.png, p b, l[p c, i d 1.jpg]"),
            ("<div>\nx\n</div>\n\ny", "p <div> x </div>, p y"),
            ("> trích", "p trích"),
            ("", ""),
        ] {
            assert_eq!(told(&blocks(text)), blocks_of, "{text}");
        }
    }
}
