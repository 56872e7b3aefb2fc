//! What the typesetter complains of, in our own voice and at the line of the template.

use std::sync::Arc;

use typst::World;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};

use super::world::Sheet;
use crate::diag::Diagnostic;
use crate::papers::Document;
use crate::source::{Source, Span};

/// A document that could not be set, with the reason in the typesetter's words.
pub(super) fn failed(document: &Document, detail: &str) -> Diagnostic {
    let fault = Diagnostic::error("pdf-failed").with("file", document.file()).with("detail", detail);
    fault.at(&document.story.source, Span::default())
}

/// A complaint of the typesetter in our own voice: at the line of the template, if it has one.
pub(super) fn told(sheet: &Sheet, document: &Document, complaint: &SourceDiagnostic) -> Diagnostic {
    let rule = if complaint.severity == Severity::Error { "pdf-failed" } else { "pdf-warning" };
    let mut fault = Diagnostic::error(rule).with("file", document.file()).with("detail", &complaint.message);
    if complaint.severity == Severity::Warning {
        fault.severity = crate::diag::Severity::Warning;
    }
    match template_of(sheet, complaint) {
        Some((source, span)) => fault.at(&source, span),
        None => fault.at(&document.story.source, Span::default()),
    }
}

/// The template and the place in it that a complaint is about.
fn template_of(sheet: &Sheet, complaint: &SourceDiagnostic) -> Option<(Arc<Source>, Span)> {
    let id = complaint.span.id()?;
    let range = sheet.range(complaint.span)?;
    let text = sheet.source(id).ok()?;
    let path = format!("templates/pdf{}", id.vpath().get_with_slash());
    Some((Source::new(path, text.text()), Span::new(range.start, range.end)))
}
