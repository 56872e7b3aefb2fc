//! The events of the Markdown parser, gathered into blocks as they come in.

use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag, TagEnd};

use super::{Block, Run, Runs, Side, Table, is_beside};

/// Lists inside lists are told apart this deep; nobody numbers deeper, and hostile nesting ends here.
pub(super) const DEEPEST: usize = 8;

/// What is open while events come in.
#[derive(Default)]
pub(super) struct Reader {
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
    pub(super) fn event(&mut self, event: Event) {
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

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.paragraph();
        self.levels.into_iter().next().unwrap_or_default()
    }
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
