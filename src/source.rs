//! Text with a name: a byte span becomes a line, a column and the quoted line.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A byte range in a [`Source`]; files are far smaller than 4 GiB.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets.
    pub fn new(start: usize, end: usize) -> Span {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The span as a byte range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One file's text under the name a user knows it by.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Path relative to the project's root, with forward slashes.
    pub path: String,
    /// The whole text, without a byte-order mark.
    pub text: String,
    /// Where its lines begin, once somebody asks for a place.
    lines: OnceLock<Vec<usize>>,
}

/// A place that a person can find: both numbers count from 1, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line number.
    pub line: usize,
    /// Column in characters.
    pub column: usize,
}

impl Source {
    /// Names a text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Source> {
        Arc::new(Source { path: path.into(), text: text.into(), lines: OnceLock::new() })
    }

    /// Line and column of a byte offset.
    pub fn place(&self, offset: usize) -> Place {
        let lines = self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
        });
        let offset = offset.min(self.text.len());
        let line = lines.partition_point(|start| *start <= offset).max(1);
        let before = &self.text.as_bytes()[lines[line - 1]..offset];
        // Characters are counted by their first bytes, so an offset inside one is harmless.
        let column = before.iter().filter(|byte| (**byte & 0xC0) != 0x80).count() + 1;
        Place { line, column }
    }

    /// The span, moved onto character boundaries and inside the text.
    pub fn clamp(&self, span: Span) -> Range<usize> {
        let floor = |mut at: usize| {
            at = at.min(self.text.len());
            while !self.text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = floor(span.start as usize);
        start..floor(span.end as usize).max(start)
    }

    /// The line that holds a byte offset, without its line break.
    pub fn line(&self, offset: usize) -> &str {
        let at = self.clamp(Span::new(offset, offset)).start;
        let start = self.text[..at].rfind('\n').map_or(0, |found| found + 1);
        let end = self.text[at..].find('\n').map_or(self.text.len(), |found| at + found);
        self.text[start..end].trim_end_matches('\r')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_from_one() {
        let source = Source::new("a.yaml", "tên: Hội nghị\r\nngày: 31/11/2024\n");
        for (needle, line, column) in [("tên", 1, 1), ("Hội", 1, 6), ("nghị", 1, 10), ("31/11", 2, 7)] {
            let offset = source.text.find(needle).unwrap();
            assert_eq!(source.place(offset), Place { line, column }, "{needle}");
        }
        let second = source.text.find("ngày").unwrap();
        assert_eq!(source.line(second + 3), "ngày: 31/11/2024");
        assert_eq!(source.place(9_999).line, 3);
    }

    #[test]
    fn a_span_inside_a_letter_is_moved_to_its_edge() {
        let source = Source::new("a", "ộộ");
        assert_eq!(source.clamp(Span::new(1, 4)), 0..3);
    }
}
