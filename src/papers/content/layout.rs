//! Bodies → numbered items: Markdown headings become I. – 1. – a), articles *Điều – khoản – điểm*; numbers a clerk wrote stay.

use super::item::{Column, Grid, Item};
use crate::markdown::blocks::{self, Block, Run, Runs, Side, Table};
use crate::record::document::Article;
use crate::record::value::Text;
use crate::viet::{list, roman};

/// Plain words as runs.
pub fn plain(text: &str) -> Runs {
    vec![Run { text: text.to_owned(), ..Run::default() }]
}

/// The items of a Markdown body; `photo` finds a photo by its file.
pub fn markdown(text: &str, photo: &dyn Fn(&str) -> Option<Item>) -> Vec<Item> {
    let read = blocks::blocks(text);
    let level = |block: &Block| if let Block::Heading(level, _) = block { Some(*level) } else { None };
    let top = read.iter().filter_map(level).min().unwrap_or(1);
    let mut body = Body { top, counts: [0; 3], rank: 0, photo, items: Vec::new() };
    read.into_iter().for_each(|block| body.push(block));
    body.items
}

/// A body as it grows.
struct Body<'a> {
    /// The highest level of its headings in Markdown.
    top: usize,
    /// How many headings of each rank stand under their superior.
    counts: [u32; 3],
    /// The rank of what comes below the last heading: 1 for `1.`, 2 for `a)`.
    rank: usize,
    /// Finds a photo by its file.
    photo: &'a dyn Fn(&str) -> Option<Item>,
    items: Vec<Item>,
}

impl Body<'_> {
    fn push(&mut self, block: Block) {
        match block {
            Block::Heading(level, runs) => self.heading(level.saturating_sub(self.top), &blocks::words(&runs)),
            Block::Paragraph(runs) => self.items.push(Item::P { number: String::new(), runs }),
            Block::List(first, entries) => {
                let rank = if first.is_some() { self.rank.max(1) } else { DASH };
                self.list(first, entries, rank);
            }
            Block::Table(table) => self.items.push(Item::Table(grid(table))),
            Block::Picture(file) => self.items.extend((self.photo)(&file)),
        }
    }

    /// One heading; `Chương I …` and `Điều 5. …` are what they say.
    fn heading(&mut self, rank: usize, words: &str) {
        let level = rank + 2;
        if let Some((word, number, title)) = division(words) {
            self.rank = 1;
            self.items.push(match word {
                "article" => Item::Article { number, title, runs: Runs::new(), level },
                _ => Item::Division { word, number, title, level },
            });
            return;
        }
        let rank = rank.min(2);
        self.rank = rank + 1;
        let number = if is_numbered(words) {
            String::new()
        } else {
            self.counts[rank] += 1;
            self.counts[rank + 1..].fill(0);
            ordinal(rank, self.counts[rank])
        };
        self.items.push(Item::Head { rank, number, text: words.to_owned(), level });
    }

    /// A list's points; what stands below a point's first paragraph follows it.
    fn list(&mut self, first: Option<u64>, entries: Vec<Vec<Block>>, rank: usize) {
        let from = first.and_then(|first| u32::try_from(first).ok()).unwrap_or(1);
        for (at, entry) in (from..).zip(entries) {
            let mut number = ordinal(rank, at);
            for block in entry {
                match block {
                    Block::Paragraph(runs) => self.items.push(Item::P { number: std::mem::take(&mut number), runs }),
                    Block::List(first, entries) => {
                        let below = match (first, rank) {
                            (Some(_), DASH..) | (None, ..DASH) => DASH,
                            _ => rank + 1,
                        };
                        self.list(first, entries, below);
                    }
                    other => self.push(other),
                }
            }
        }
    }
}

/// From this rank on, points have dashes: `-`, then `+`.
const DASH: usize = 3;

/// `I.`, `1.`, `a)`, `-`, `+` by rank.
fn ordinal(rank: usize, at: u32) -> String {
    match rank {
        0 => format!("{}.", roman::numeral(at).unwrap_or_default()),
        1 => format!("{at}."),
        2 => format!("{})", usize::try_from(at).ok().and_then(list::point_letter).unwrap_or_default()),
        DASH => "-".to_owned(),
        _ => "+".to_owned(),
    }
}

/// Whether words begin with a number of their own: `II.`, `1.2.`, `b)`.
fn is_numbered(words: &str) -> bool {
    let Some((first, _)) = words.split_once(' ') else { return false };
    let Some(number) = first.strip_suffix(['.', ')']).filter(|number| !number.is_empty()) else { return false };
    let digits = number.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let numeral = roman::value(number).is_some();
    digits || numeral || list::POINT_LETTERS.contains(&number)
}

/// `Chương II Quy định cụ thể` is a chapter, its number and its title; `Điều 5. Hiệu lực` an article.
fn division(words: &str) -> Option<(&'static str, String, String)> {
    let (first, rest) = words.split_once(' ')?;
    let word = match first.to_lowercase().as_str() {
        "phần" => "part",
        "chương" => "chapter",
        "mục" => "section",
        "điều" => "article",
        _ => return None,
    };
    let (number, title) = rest.split_once(' ').unwrap_or((rest, ""));
    let number = number.trim_end_matches(['.', ':']);
    let counted = number.bytes().all(|byte| byte.is_ascii_digit()) || roman::value(number).is_some();
    let title = title.trim_start_matches(['-', '–', ':', '.', ' ']);
    (counted && !number.is_empty()).then(|| (word, number.to_owned(), title.to_owned()))
}

/// The items of articles, with the parts, chapters and sections that begin with some of them.
pub fn articles(articles: &[Article]) -> Vec<Item> {
    let mut items = Vec::new();
    let [mut part, mut chapter, mut section] = [0_u32; 3];
    let has = |pick: fn(&Article) -> bool| usize::from(articles.iter().any(pick));
    let in_parts = 2 + has(|article| article.part.is_some());
    let in_chapters = in_parts + has(|article| article.chapter.is_some());
    for (at, article) in articles.iter().enumerate() {
        let mut divide = |word, title: &Text, number: String, level: usize| {
            items.push(Item::Division { word, number, title: title.value.clone(), level });
        };
        if let Some(title) = &article.part {
            part += 1;
            divide("part", title, roman::numeral(part).unwrap_or_default(), 2);
        }
        if let Some(title) = &article.chapter {
            (chapter, section) = (chapter + 1, 0);
            divide("chapter", title, roman::numeral(chapter).unwrap_or_default(), in_parts);
        }
        if let Some(title) = &article.section {
            section += 1;
            divide("section", title, section.to_string(), in_chapters);
        }
        let level = in_chapters + usize::from(section > 0);
        article_items(article, at + 1, level, &mut items);
    }
    items
}

/// Makes the levels of headings consecutive, as readers of tags expect: none is more than one below the last.
pub fn level(items: &mut [Item]) {
    let mut last = 1;
    for item in items {
        match item {
            Item::Article { title, .. } if title.is_empty() => {}
            Item::Division { level, .. } | Item::Article { level, .. } | Item::Head { level, .. } => {
                *level = (*level).min(last + 1);
                last = *level;
            }
            Item::P { .. } | Item::Table(_) | Item::Photo(_) => {}
        }
    }
}

/// One article with its clauses and points.
fn article_items(article: &Article, number: usize, level: usize, items: &mut Vec<Item>) {
    let words = |text: &Option<Text>| text.as_deref().map(plain).unwrap_or_default();
    let title = article.title.as_deref().unwrap_or_default().to_owned();
    items.push(Item::Article { number: number.to_string(), title, runs: words(&article.text), level });
    points(&article.points, items);
    for (at, clause) in (1..).zip(&article.clauses) {
        let number = ordinal(1, at);
        match clause.title.as_deref() {
            Some(title) => {
                items.push(Item::Head { rank: 1, number, text: title.to_owned(), level: level + 1 });
                if clause.text.is_some() {
                    items.push(Item::P { number: String::new(), runs: words(&clause.text) });
                }
            }
            None => items.push(Item::P { number, runs: words(&clause.text) }),
        }
        points(&clause.points, items);
    }
}

fn points(points: &[Text], items: &mut Vec<Item>) {
    items.extend((1..).zip(points).map(|(at, point)| Item::P { number: ordinal(2, at), runs: plain(point) }));
}

fn grid(table: Table) -> Grid {
    let Table { head, rows, sides } = table;
    let texts: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| blocks::words(cell)).collect()).collect();
    let columns = (0..head.len()).map(|at| {
        let name = blocks::words(&head[at]);
        column(
            &name,
            texts.iter().filter_map(|row| row.get(at).map(String::as_str)),
            sides.get(at).copied().unwrap_or_default(),
        )
    });
    Grid { columns: columns.collect(), unit: None, rows, head }
}

/// A table of plain cells.
pub fn table(head: &[Text], rows: &[Vec<Text>], unit: Option<&str>) -> Item {
    let cells = |row: &[Text]| -> Vec<Runs> {
        (0..head.len()).map(|at| row.get(at).map(|cell| plain(cell)).unwrap_or_default()).collect()
    };
    let table = Table { head: cells(head), rows: rows.iter().map(|row| cells(row)).collect(), sides: Vec::new() };
    Item::Table(Grid { unit: unit.map(str::to_owned), ..grid(table) })
}

/// How a column is set, told from its name and its cells.
fn column<'a>(name: &str, cells: impl Iterator<Item = &'a str>, side: Side) -> Column {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let is_ordinal = matches!(name.to_lowercase().as_str(), "stt" | "tt" | "số tt");
    let is_figure = |cell: &&str| {
        cell.trim_start_matches(['-', '+'])
            .trim_end_matches('%')
            .chars()
            .all(|c| c.is_ascii_digit() || ".,".contains(c))
    };
    if is_ordinal {
        Column::Ordinal
    } else if !cells.is_empty() && cells.iter().all(is_figure) {
        Column::Figures
    } else if side == Side::Right {
        Column::Right
    } else {
        Column::Text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(items: &[Item]) -> String {
        let one = |item: &Item| match item {
            Item::Division { word, number, title, level } => format!("{level}{word} {number} {title}"),
            Item::Article { number, title, level, .. } => format!("{level}Điều {number} {title}"),
            Item::Head { rank, number, text, level } => format!("{level}h{rank} {number} {text}"),
            Item::P { number, runs } => format!("{number} {}", blocks::words(runs)).trim().to_owned(),
            Item::Table(grid) => format!("{:?}", grid.columns),
            Item::Photo(picture) => picture.caption.clone(),
        };
        items.iter().map(one).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn headings_and_lists_are_numbered_by_rank() {
        for (text, items) in [
            ("# A\n## B\n1. x\n2. y\n# C\n## D", "2h0 I. A / 3h1 1. B / a) x / b) y / 2h0 II. C / 3h1 1. D"),
            ("## A\n1. x\n   1. y\n   - z\n", "2h0 I. A / 1. x / a) y / - z"),
            ("1. x\n2. y", "1. x / 2. y"),
            ("- x\n  - y\n", "- x / + y"),
            ("# II. A\n# 1.2. B\n# b) C\n", "2h0  II. A / 2h0  1.2. B / 2h0  b) C"),
            ("# Chương I Chung\n## Điều 1. Phạm vi\n1. x\n", "2chapter I Chung / 3Điều 1 Phạm vi / 1. x"),
            ("### A\n# B\n### C", "2h2 a) A / 2h0 I. B / 3h2 a) C"),
            ("# Mục đích\n", "2h0 I. Mục đích"),
            ("|STT|Tên|Vốn|\n|-|-|-|\n|1|a|2,5|\n", "[Ordinal, Text, Figures]"),
        ] {
            let mut found = markdown(text, &|_| None);
            level(&mut found);
            assert_eq!(told(&found), items, "{text}");
        }
    }
}
