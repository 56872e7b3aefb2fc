//! The ends of streams, made plain: a stream whose last byte is a carriage return is followed by another one.
//!
//! The end of line before `endstream` may be one byte or two; readers that strip two would think the stream a byte
//! shorter than its `Length`.

/// What follows the bytes of a stream.
const END: &[u8] = b"\nendstream\nendobj";

/// How many figures an offset has in the table of objects.
const FIGURES: usize = 10;

/// A finished file with plain ends; one that is built otherwise than ours is left as it is.
pub fn plain(bytes: Vec<u8>) -> Vec<u8> {
    let Some(table) = Table::of(&bytes) else { return bytes };
    let ends: Vec<usize> = table.ends(&bytes);
    if ends.is_empty() {
        return bytes;
    }
    let moved = |offset: usize| offset + ends.partition_point(|end| *end <= offset);
    let mut out = Vec::with_capacity(bytes.len() + ends.len());
    let mut from = 0;
    for end in &ends {
        out.extend(&bytes[from..*end]);
        out.push(b'\r');
        from = *end;
    }
    out.extend(&bytes[from..table.entries]);
    for line in bytes[table.entries..table.trailer].split_inclusive(|byte| *byte == b'\n') {
        let offset = number(&line[..FIGURES.min(line.len())]).filter(|_| line.ends_with(b" n\r\n"));
        match offset {
            Some(offset) => {
                out.extend(format!("{:0FIGURES$}", moved(offset)).bytes());
                out.extend(&line[FIGURES..]);
            }
            None => out.extend(line),
        }
    }
    out.extend(&bytes[table.trailer..table.start]);
    out.extend(moved(table.at).to_string().bytes());
    out.extend(&bytes[table.start + table.at.to_string().len()..]);
    out
}

/// Where a file's table of objects is.
struct Table {
    /// The word `xref`.
    at: usize,
    /// Its first entry.
    entries: usize,
    /// The word `trailer`.
    trailer: usize,
    /// The number behind `startxref`.
    start: usize,
}

impl Table {
    fn of(bytes: &[u8]) -> Option<Table> {
        let start = rfind(bytes, b"startxref\n")? + b"startxref\n".len();
        let at = number(bytes[start..].split(|byte| *byte == b'\n').next()?)?;
        let entries = bytes.get(at..)?.strip_prefix(b"xref\n")?;
        let first = entries.iter().position(|byte| *byte == b'\n')? + 1;
        let trailer = rfind(bytes, b"trailer\n")?;
        Some(Table { at, entries: bytes.len() - entries.len() + first, trailer, start })
    }

    /// Where streams end in a carriage return.
    fn ends(&self, bytes: &[u8]) -> Vec<usize> {
        let lines = bytes[self.entries..self.trailer].split(|byte| *byte == b'\n');
        let mut offsets: Vec<usize> = lines.filter_map(|line| number(line.get(..FIGURES)?)).collect();
        offsets.push(self.at);
        offsets.sort_unstable();
        let objects = offsets.windows(2).filter_map(|pair| bytes.get(pair[0]..pair[1]));
        let of = |object: &[u8]| {
            let end = object.trim_ascii_end().strip_suffix(END)?;
            end.ends_with(b"\r").then_some(end.len())
        };
        let bases = offsets.windows(2).map(|pair| pair[0]);
        bases.zip(objects).filter_map(|(base, object)| Some(base + of(object)?)).collect()
    }
}

fn number(figures: &[u8]) -> Option<usize> {
    std::str::from_utf8(figures).ok()?.trim().parse().ok()
}

fn rfind(bytes: &[u8], words: &[u8]) -> Option<usize> {
    (0..=bytes.len().checked_sub(words.len())?).rev().find(|at| bytes[*at..].starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of two objects, the first a stream of these bytes.
    fn file(stream: &[u8]) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n".to_vec();
        let first = out.len();
        out.extend(format!("1 0 obj\n<</Length {}>>\nstream\n", stream.len()).bytes());
        out.extend(stream);
        out.extend(b"\nendstream\nendobj\n");
        let second = out.len();
        out.extend(b"2 0 obj\n<</Type/Catalog>>\nendobj\n");
        let table = out.len();
        out.extend(format!("xref\n0 3\n0000000000 65535 f\r\n{first:010} 00000 n\r\n{second:010} 00000 n\r\n").bytes());
        out.extend(format!("trailer\n<</Size 3/Root 2 0 R>>\nstartxref\n{table}\n%%EOF").bytes());
        out
    }

    #[test]
    fn a_carriage_return_at_the_end_gets_another() {
        for (stream, added) in [(&b"abc"[..], 0), (b"ab\r", 1), (b"a\rb", 0), (b"\r", 1)] {
            let before = file(stream);
            let after = plain(before.clone());
            assert_eq!(after.len(), before.len() + added, "{stream:?}");
            let read = lopdf::Document::load_mem(&after).unwrap();
            assert_eq!(read.get_object((1, 0)).unwrap().as_stream().unwrap().content, stream);
            assert!(read.catalog().is_ok());
            assert_eq!(plain(b"no PDF".to_vec()), b"no PDF");
        }
    }
}
