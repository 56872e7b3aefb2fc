//! Prints faults: for people in groups by file, one a line for editors, JSON for machines.

use std::io::{self, Write};

use serde_json::json;

use super::{Diagnostic, Lang, Message, Severity, human};

/// How faults are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// Grouped by file, quoted, underlined, counted.
    #[default]
    Human,
    /// `file:line:col: severity: message`.
    Short,
    /// One JSON array.
    Json,
}

/// Prints all faults to a writer that understands ANSI colours or strips them.
///
/// # Errors
/// Those of the writer.
pub fn print(faults: &[Diagnostic], format: Format, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Human => human::print(faults, lang, out),
        Format::Short => faults.iter().try_for_each(|fault| writeln!(out, "{}", short(fault, lang))),
        Format::Json => writeln!(out, "{}", json_array(faults, lang)),
    }
}

/// *lỗi* or *cảnh báo*.
pub(super) fn severity_word(severity: Severity, lang: Lang) -> String {
    let id = match severity {
        Severity::Error => "word-error",
        Severity::Warning => "word-warning",
    };
    Message::new(id).text(lang)
}

fn short(fault: &Diagnostic, lang: Lang) -> String {
    let at = fault.place().map_or(String::new(), |at| format!("{}:{}:{}: ", fault.path(), at.line, at.column));
    let hints: Vec<String> = fault.hints.iter().map(|hint| hint.text(lang)).collect();
    let hints = if hints.is_empty() { String::new() } else { format!(" ({})", hints.join("; ")) };
    let word = severity_word(fault.severity, lang);
    format!("{at}{word}[{}]: {}{hints}", fault.rule, fault.message.text(lang))
}

/// The documented JSON: `severity, rule, file, line, column, endLine, endColumn, quote, message, hints`.
fn json_array(faults: &[Diagnostic], lang: Lang) -> serde_json::Value {
    let rows = faults.iter().map(|fault| {
        let severity = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let hints: Vec<String> = fault.hints.iter().map(|hint| hint.text(lang)).collect();
        let mut row = json!({
            "severity": severity, "rule": fault.rule, "message": fault.message.text(lang), "hints": hints,
        });
        if let Some(source) = &fault.source {
            let range = source.clamp(fault.span);
            let (from, to) = (source.place(range.start), source.place(range.end));
            row["file"] = json!(source.path);
            row["line"] = json!(from.line);
            row["column"] = json!(from.column);
            row["endLine"] = json!(to.line);
            row["endColumn"] = json!(to.column);
            row["quote"] = json!(source.line(range.start));
        }
        row
    });
    rows.collect()
}
