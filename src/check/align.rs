//! Where a part of a value stands in the file: YAML folds lines, indents blocks and doubles quotes, so a value is
//! laid beside its source letter by letter.

use std::ops::Range;

/// Byte offsets of a value's letters in its source; built once a value, looked up by binary search.
#[derive(Debug, Default)]
pub struct Alignment {
    /// Offset in the value and in the source, where a run of equal letters begins.
    runs: Vec<(usize, usize)>,
    /// One past the last byte of both.
    end: (usize, usize),
}

impl Alignment {
    /// Lays a value beside the source text of its scalar; `None` where letters were written as codes.
    pub fn new(value: &str, raw: &str) -> Option<Alignment> {
        if value == raw {
            return Some(Alignment { runs: vec![(0, 0)], end: (value.len(), raw.len()) });
        }
        let mut found = Alignment::default();
        let mut at = opening(value, raw);
        let mut seen = value.char_indices().peekable();
        let mut in_step = false;
        while let Some((from, letter)) = seen.next() {
            if letter.is_whitespace() {
                while seen.next_if(|(_, next)| next.is_whitespace()).is_some() {}
                at += folded_break(&raw[at..]);
                in_step = false;
                continue;
            }
            let skipped = passed_over(letter, &raw[at..]);
            if skipped > 0 {
                at += skipped;
                in_step = false;
            }
            if !raw[at..].starts_with(letter) {
                return None;
            }
            if !in_step {
                found.runs.push((from, at));
                in_step = true;
            }
            at += letter.len_utf8();
            found.end = (from + letter.len_utf8(), at);
        }
        Some(found)
    }

    /// The range in the source; spaces at its edges belong to it.
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.start_of(range.start);
        let end = self.end_of(range.end).max(start);
        start..end
    }

    /// The last run that begins no later than a place, and its number; runs are in order, so halving finds it.
    fn run_before(&self, at: usize) -> Option<(usize, (usize, usize))> {
        let place = self.runs.partition_point(|(from, _)| *from <= at).checked_sub(1)?;
        Some((place, self.runs[place]))
    }

    /// Where a range begins in the other text, never behind its end.
    fn start_of(&self, at: usize) -> usize {
        self.run_before(at).map_or(0, |(_, (from, to))| to + (at - from)).min(self.end.1)
    }

    /// The end of a range that ends in a blank lies where the next run begins.
    fn end_of(&self, at: usize) -> usize {
        let Some((place, (from, to))) = at.checked_sub(1).and_then(|last| self.run_before(last)) else { return 0 };
        let end = to + (at - from);
        let limit = self.runs.get(place + 1).map_or(self.end.1, |next| next.1);
        end.min(limit)
    }
}

/// What stands before the first letter: spaces, a quote, the head of a block.
fn opening(value: &str, raw: &str) -> usize {
    let blanks = raw.len() - raw.trim_start().len();
    let rest = &raw[blanks..];
    let head = rest.chars().next().filter(|head| !value.starts_with(*head));
    match head {
        Some('"' | '\'') => blanks + 1,
        Some('|' | '>') => {
            let line = rest.find('\n').map_or(rest.len(), |at| at + 1);
            blanks + line + (rest[line..].len() - rest[line..].trim_start().len())
        }
        _ => blanks,
    }
}

/// Blanks and line breaks of any length, with the stroke that joins lines inside double quotes.
fn folded_break(raw: &str) -> usize {
    raw.len() - raw.trim_start_matches(|c: char| c.is_whitespace()).trim_start_matches("\\\n").trim_start().len()
}

/// The sign that YAML writes before this letter and does not mean: `\"`, `''`, or the indent of a next line.
fn passed_over(letter: char, raw: &str) -> usize {
    let blanks = raw.len() - raw.trim_start().len();
    let rest = &raw[blanks..];
    let escaped = rest.strip_prefix('\\').is_some_and(|next| next.starts_with(letter) && "\"\\/".contains(letter));
    let doubled = rest.strip_prefix('\'').is_some_and(|next| next.starts_with(letter));
    if escaped || doubled { blanks + 1 } else { blanks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_their_source() {
        for (value, raw, part, found) in [
            ("đại điện Sở", "đại điện Sở", "điện", "điện"),
            ("đại điện Sở", "\"đại điện Sở\"", "điện Sở", "điện Sở"),
            ("đại điện Sở", "đại\n      điện Sở", "đại điện", "đại\n      điện"),
            ("một\nhai ba", "|\n  một\n  hai ba\n", "hai", "hai"),
            ("một hai", ">-\n  một\n  hai\n", "hai", "hai"),
            ("it's thưc hiện", "'it''s thưc hiện'", "thưc", "thưc"),
            ("nói \"thưc\" hiện", "\"nói \\\"thưc\\\" hiện\"", "thưc", "thưc"),
            ("phủ , Thủ", "phủ , Thủ", " ,", " ,"),
        ] {
            let alignment = Alignment::new(value, raw).unwrap();
            let at = value.find(part).unwrap();
            assert_eq!(&raw[alignment.range(at..at + part.len())], found, "{raw}");
        }
        assert!(Alignment::new("một hai", "\"m\\u1ed9t hai\"").is_none());
    }
}
