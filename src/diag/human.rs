//! Faults as a person reads them: file by file under a heading with its count, the line quoted, the fault underlined,
//! a summary at the end. Eighty columns, whatever the terminal: the same faults look the same everywhere.

use std::collections::HashSet;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::print::severity_word;
use super::{Diagnostic, Lang, Message, Severity};

/// The width of the narrowest terminal that people still use.
const COLUMNS: usize = 80;

/// Text is never broken into shorter lines than this, however long the label before it.
const LEAST: usize = 30;

/// Prints sorted faults; those of no file come first and have no heading.
pub(super) fn print(faults: &[Diagnostic], lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    for group in faults.chunk_by(|one, next| one.path() == next.path()) {
        let file = group.first().map(Diagnostic::path).filter(|file| !file.is_empty());
        if let Some(file) = file {
            let heading = Message::new("file-heading").with("file", file).with("counts", counts(group, lang));
            writeln!(out, "\u{1b}[1m{}\u{1b}[0m\n", heading.text(lang))?;
        }
        group.iter().try_for_each(|fault| writeln!(out, "{}\n", shown(fault, lang)))?;
    }
    let files: HashSet<&str> = faults.iter().map(Diagnostic::path).filter(|file| !file.is_empty()).collect();
    let summary = match files.len() {
        _ if faults.is_empty() => return Ok(()),
        0 | 1 => Message::new("faults-found"),
        files => Message::new("faults-found.files").with("files", files),
    };
    writeln!(out, "{}", summary.with("counts", counts(faults, lang)).text(lang))
}

/// *2 lỗi, 1 cảnh báo*; of what there is none, nothing is said.
fn counts(faults: &[Diagnostic], lang: Lang) -> String {
    let of = |severity: Severity, one: &'static str, more: &'static str| {
        let count = faults.iter().filter(|fault| fault.severity == severity).count();
        let id = if count == 1 { one } else { more };
        (count > 0).then(|| Message::new(id).with("count", count).text(lang))
    };
    let errors = of(Severity::Error, "count-error", "count-errors");
    let warnings = of(Severity::Warning, "count-warning", "count-warnings");
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(", ")
}

/// One fault: what is wrong, where, the line, the mends.
fn shown(fault: &Diagnostic, lang: Lang) -> String {
    let word = severity_word(fault.severity, lang);
    let mend = Message::new("word-mend").text(lang);
    let place = fault.source.as_ref().map(|source| source.place(source.clamp(fault.span).start));
    let label = word.chars().count() + fault.rule.len() + "[]: ".len();
    // Mends stand behind the numbers of lines: "39 |   = cách sửa: ".
    let margin = place.map_or(1, |place| place.line.to_string().len()) + mend.chars().count() + " = : ".len();
    let level = match fault.severity {
        Severity::Error => Level::ERROR.with_name(word),
        Severity::Warning => Level::WARNING.with_name(word),
    };
    let title = level.primary_title(broken(&fault.message.text(lang), label)).id(fault.rule);
    let hints = fault.hints.iter().map(|hint| broken(&hint.text(lang), margin));
    let hints = hints.map(|hint| Level::HELP.with_name(mend.clone()).message(hint));
    let group = match (&fault.source, place) {
        (Some(source), Some(place)) => {
            let range = source.clamp(fault.span);
            // Only the line is handed over: a file of ten thousand faults is not read ten thousand times, and a block of
            // many lines is quoted by its first one.
            let start = source.line_range(range.start).start;
            let line = source.line(range.start);
            let within = (range.start - start).min(line.len())..(range.end - start).min(line.len());
            let snippet = Snippet::source(line)
                .line_start(place.line)
                .path(source.path.as_str())
                .annotation(AnnotationKind::Primary.span(within));
            title.element(snippet).elements(hints)
        }
        _ => Group::with_title(title).elements(hints),
    };
    Renderer::styled().term_width(COLUMNS).render(&[group])
}

/// A text in lines that fit beside a label of so many columns, broken between words.
fn broken(text: &str, label: usize) -> String {
    let most = COLUMNS.saturating_sub(label).max(LEAST);
    let mut lines = String::with_capacity(text.len() + 8);
    let mut width = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > most {
            lines.push('\n');
            width = 0;
        } else if width > 0 || !lines.is_empty() {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += length;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_broken_between_words() {
        let text = "chọn đúng mẫu số (of), hoặc sửa tỷ lệ".repeat(4);
        let lines = broken(&text, 14);
        assert!(lines.lines().count() > 2 && lines.lines().all(|line| line.chars().count() <= 66), "{lines}");
        assert_eq!(lines.replace('\n', " "), text);
        assert_eq!(broken("một hai", 79), "một hai");
        assert_eq!(broken("", 10), "");
    }
}
