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
    /// How many characters begin before each block of bytes: long lines are not counted anew for each place.
    counts: OnceLock<Vec<usize>>,
}

/// The bytes of a block whose characters are counted once.
const BLOCK: usize = 512;

/// The longest line that is quoted whole, and what is quoted of longer ones on either side, in bytes.
const LONG_LINE: usize = 4_000;
const AROUND: usize = 300;

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
        Arc::new(Source { path: path.into(), text: text.into(), lines: OnceLock::new(), counts: OnceLock::new() })
    }

    /// Line and column of a byte offset.
    pub fn place(&self, offset: usize) -> Place {
        let lines = self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect()
        });
        let offset = offset.min(self.text.len());
        let line = lines.partition_point(|start| *start <= offset).max(1);
        let column = self.characters_before(offset) - self.characters_before(lines[line - 1]) + 1;
        Place { line, column }
    }

    /// The file and the line in which a span begins, as messages name a place: `content/2024/…/meeting.yaml:12`.
    pub fn line_of(&self, span: Span) -> String {
        format!("{}:{}", self.path, self.place(span.start as usize).line)
    }

    /// How many characters begin before a byte.
    fn characters_before(&self, offset: usize) -> usize {
        // Characters are counted by their first bytes, so an offset inside one is harmless.
        let count = |bytes: &[u8]| bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count();
        let counts = self.counts.get_or_init(|| {
            let mut sum = 0;
            let mut counts = vec![0];
            counts.extend(self.text.as_bytes().chunks(BLOCK).map(|block| {
                sum += count(block);
                sum
            }));
            counts
        });
        let block = offset / BLOCK;
        counts[block] + count(&self.text.as_bytes()[block * BLOCK..offset])
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

    /// The line that holds a byte offset, without its line break; of a very long one the part around the offset.
    pub fn line(&self, offset: usize) -> &str {
        let range = self.line_range(offset);
        self.text[range].trim_end_matches('\r')
    }

    /// The bytes that [`Source::line`] gives.
    pub fn line_range(&self, offset: usize) -> Range<usize> {
        let at = self.clamp(Span::new(offset, offset)).start;
        let near = self.clamp(Span::new(at.saturating_sub(LONG_LINE), at + LONG_LINE));
        let start = self.text[near.start..at].rfind('\n').map(|found| near.start + found + 1);
        let end = self.text[at..near.end].find('\n').map(|found| at + found);
        let whole =
            start.or((near.start == 0).then_some(0)).zip(end.or((near.end == self.text.len()).then_some(near.end)));
        let part = || self.clamp(Span::new(at.saturating_sub(AROUND), at + AROUND));
        whole.map_or_else(part, |(start, end)| start..end)
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
    fn long_lines_are_counted_right_and_quoted_in_part() {
        let source = Source::new("a", "một hai ".repeat(2_000));
        let place = source.place("một hai ".len() * 1_500);
        assert_eq!(place, Place { line: 1, column: 8 * 1_500 + 1 });
        assert!(source.line(9_000).len() < 700 && source.line(9_000).contains("một hai"));
    }

    #[test]
    fn a_span_inside_a_letter_is_moved_to_its_edge() {
        let source = Source::new("a", "ộộ");
        assert_eq!(source.clamp(Span::new(1, 4)), 0..3);
    }
}
