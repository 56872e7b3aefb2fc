//! `bantin text VERB`: the language engine for clerks and scripts, line by line from standard input.

use serde_json::json;

use crate::diag::Message;
use crate::viet::collate::{self, Order};
use crate::viet::encoding::{self, Encoding};
use crate::viet::spell::{self, Exempt, Kind};
use crate::viet::tone::{self, Style};
use crate::viet::{date, fold, number, reference};

/// What to do with each line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Number → words.
    Words,
    /// Amount → `Bằng chữ: …`.
    Money,
    /// Words → number.
    Number,
    /// ISO date → official form.
    Date,
    /// Text → slug.
    Slug,
    /// Text → search form.
    Fold,
    /// Lines in Vietnamese order.
    Sort(Order),
    /// Tone marks in one style.
    Tone(Style),
    /// Document numbers, one JSON array a line.
    References,
    /// Legacy encoding → Unicode; `None` finds out which.
    Convert(Option<Encoding>),
    /// Misspellings, for people.
    Spell,
    /// Misspellings, one JSON array a line.
    SpellJson,
}

/// A line that could not be done; its output is an empty line, so that lines stay side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Line number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: Message,
}

/// Does the whole input: the output, and the lines that could not be done.
pub fn run(verb: Verb, input: &[u8]) -> (String, Vec<BadLine>) {
    if let Verb::Convert(from) = verb {
        return convert(input, from);
    }
    let text = String::from_utf8_lossy(input);
    let lines: Vec<&str> = text.lines().map(|line| line.trim_start_matches('\u{feff}')).collect();
    if let Verb::Sort(order) = verb {
        return (collate::sort_lines(&lines, order).iter().map(|line| format!("{line}\n")).collect(), Vec::new());
    }
    let mut out = String::with_capacity(input.len() * 2);
    let mut bad = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match done(verb, line, at + 1) {
            Ok(done) => out.push_str(&done),
            Err(message) => {
                bad.push(BadLine { line: at + 1, message });
                out.push('\n');
            }
        }
    }
    (out, bad)
}

/// One line's output with its line break; spelling for people prints as many lines as there are flags.
fn done(verb: Verb, line: &str, number_of_line: usize) -> Result<String, Message> {
    let unreadable = |id: &'static str| Message::new(id).with("value", line.trim());
    let one = match verb {
        Verb::Words => number::words_of_text(line.trim()).map_err(|_| unreadable("text-number"))?,
        Verb::Money => number::money_of_text(line.trim()).map_err(|_| unreadable("text-amount"))?,
        Verb::Number => {
            let read = number::parse_words(line).map_err(|fault| unreadable("text-words").with("word", fault.word))?;
            read.to_string().replace('.', "")
        }
        Verb::Date => date::official_of_iso(line.trim()).map_err(|_| unreadable("text-date"))?,
        Verb::Slug => fold::slug(line),
        Verb::Fold => fold::fold(line),
        Verb::Tone(style) => tone::restyle(line, style),
        Verb::References => references(line),
        Verb::SpellJson => flags(line).to_string(),
        Verb::Spell => return Ok(told(line, number_of_line)),
        Verb::Sort(_) | Verb::Convert(_) => line.to_owned(),
    };
    Ok(format!("{one}\n"))
}

fn references(line: &str) -> String {
    let found = reference::find(line).into_iter().map(|found| {
        json!({
            "text": &line[found.range.clone()], "class": found.class.label(), "number": found.number,
            "year": found.year, "type": found.kind_code(), "issuer": found.issuer, "canonical": found.canonical(),
            "start": found.range.start, "end": found.range.end,
            "faults": found.faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        })
    });
    found.collect::<serde_json::Value>().to_string()
}

fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Unwritable => "unwritable",
        Kind::Unattested => "unattested",
        Kind::Company => "company",
        Kind::Confusion => "confusion",
    }
}

fn flags(line: &str) -> serde_json::Value {
    let flags = spell::check(line, &Exempt::new()).into_iter().map(|flag| {
        json!({
            "word": flag.word, "suggestion": flag.suggestion, "kind": kind_name(flag.kind),
            "start": flag.range.start, "end": flag.range.end, "column": line[..flag.range.start].chars().count() + 1,
        })
    });
    flags.collect()
}

/// `line:column: word → suggestion`, a line a flag.
fn told(line: &str, number: usize) -> String {
    let flags = spell::check(line, &Exempt::new()).into_iter().map(|flag| {
        let column = line[..flag.range.start].chars().count() + 1;
        let meant = flag.suggestion.map_or(String::new(), |meant| format!(" → {meant}"));
        format!("{number}:{column}: {}{meant}\n", flag.word)
    });
    flags.collect()
}

fn convert(input: &[u8], from: Option<Encoding>) -> (String, Vec<BadLine>) {
    if let Some(from) = from {
        return (encoding::convert(input, from), Vec::new());
    }
    // A text that was already misread as windows-1252 arrives as UTF-8: it is looked at as text first.
    let misread = std::str::from_utf8(input).ok().and_then(encoding::detect_text);
    match misread.or_else(|| encoding::detect(input)) {
        Some(found) => (found.text, Vec::new()),
        None if std::str::from_utf8(input).is_ok() => (encoding::convert(input, Encoding::Utf8), Vec::new()),
        None => (String::new(), vec![BadLine { line: 1, message: Message::new("text-unknown-encoding") }]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_has_its_line() {
        let (out, bad) = run(Verb::Words, "5\nx\n-12,5\n".as_bytes());
        assert_eq!(out, "năm\n\nâm mười hai phẩy năm\n");
        assert_eq!(bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), [2]);
        assert_eq!(run(Verb::Number, "một nghìn không trăm linh một".as_bytes()).0, "1001\n");
    }

    #[test]
    fn spelling_names_line_and_column() {
        assert_eq!(run(Verb::Spell, "tốt\ncác đại điện Sở".as_bytes()).0, "2:9: điện → diện\n");
    }
}
