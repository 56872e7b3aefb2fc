//! Markdown → typed blocks for print: headings, paragraphs, lists and tables of runs; everything else is its words.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

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

/// Lists inside lists are told apart this deep; nobody numbers deeper, and hostile nesting ends here.
const DEEPEST: usize = 8;

/// What is open while events come in.
#[derive(Default)]
struct Reader {
    /// Finished blocks of the body and of each open item.
    levels: Vec<Vec<Block>>,
    /// The open lists: first number and finished items.
    lists: Vec<(Option<u64>, Vec<Vec<Block>>)>,
    /// Open lists below the deepest level: their items are paragraphs of the item above.
    flattened: usize,
    runs: Runs,
    strong: usize,
    emphasis: usize,
    table: Option<Table>,
    row: Vec<Runs>,
    /// The picture that is open; its words are told elsewhere.
    picture: Option<String>,
}

impl Reader {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(end) => self.end(end),
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.push(&words);
            }
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.paragraph(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::List(first) => {
                // The words before an item's own list are a paragraph.
                self.paragraph();
                if self.flattened > 0 || self.lists.len() == DEEPEST {
                    self.flattened += 1;
                } else {
                    self.lists.push((*first, Vec::new()));
                }
            }
            Tag::Image { dest_url, .. } if is_beside(dest_url) && self.table.is_none() => {
                self.paragraph();
                self.picture = Some(dest_url.to_string());
            }
            Tag::Item if self.flattened > 0 => self.paragraph(),
            Tag::Item => self.levels.push(Vec::new()),
            Tag::Table(alignments) => {
                let side = |alignment| if alignment == Alignment::Right { Side::Right } else { Side::Left };
                let sides = alignments.iter().copied().map(side).collect();
                self.table = Some(Table { sides, ..Table::default() });
            }
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.paragraph(),
            TagEnd::Heading(level) => {
                let runs = self.taken();
                self.put(Block::Heading(depth(level), runs));
            }
            TagEnd::Image => {
                if let Some(file) = self.picture.take() {
                    self.runs.clear();
                    self.put(Block::Picture(file));
                }
            }
            TagEnd::Item if self.flattened > 0 => self.paragraph(),
            TagEnd::List(_) if self.flattened > 0 => self.flattened -= 1,
            TagEnd::Item => {
                self.paragraph();
                let blocks = self.levels.pop().unwrap_or_default();
                if let Some((_, items)) = self.lists.last_mut() {
                    items.push(blocks);
                }
            }
            TagEnd::List(_) => {
                if let Some((first, items)) = self.lists.pop() {
                    self.put(Block::List(first, items));
                }
            }
            TagEnd::TableCell => {
                let runs = self.taken();
                self.row.push(runs);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                if let Some(table) = &mut self.table {
                    if end == TagEnd::TableHead { table.head = row } else { table.rows.push(row) }
                }
            }
            TagEnd::Table => {
                if let Some(table) = self.table.take() {
                    self.put(Block::Table(table));
                }
            }
            _ => {}
        }
    }

    fn push(&mut self, words: &str) {
        let words = words.replace('\n', " ");
        let (strong, emphasis) = (self.strong > 0, self.emphasis > 0);
        match self.runs.last_mut() {
            Some(run) if run.strong == strong && run.emphasis == emphasis => run.text.push_str(&words),
            _ => self.runs.push(Run { text: words, strong, emphasis }),
        }
    }

    /// The runs gathered, without white space at either end.
    fn taken(&mut self) -> Runs {
        let mut runs = std::mem::take(&mut self.runs);
        if let Some(first) = runs.first_mut() {
            first.text = first.text.trim_start().to_owned();
        }
        if let Some(last) = runs.last_mut() {
            last.text = last.text.trim_end().to_owned();
        }
        runs.retain(|run| !run.text.is_empty());
        runs
    }

    fn paragraph(&mut self) {
        let runs = self.taken();
        if !runs.is_empty() {
            self.put(Block::Paragraph(runs));
        }
    }

    fn put(&mut self, block: Block) {
        if self.levels.is_empty() {
            self.levels.push(Vec::new());
        }
        if let Some(blocks) = self.levels.last_mut() {
            blocks.push(block);
        }
    }

    fn finish(mut self) -> Vec<Block> {
        self.paragraph();
        self.levels.into_iter().next().unwrap_or_default()
    }
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

fn depth(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
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
        assert_eq!(told.matches("l[").count(), DEEPEST);
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
