//! Official documents as PDF/A-2a and PDF/UA-1: facts and templates go into the embedded typesetter, bytes come out.

mod facts;
mod glyphs;
mod world;

use std::sync::Arc;

use typst::World;
use typst::WorldExt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{Area, Output, Sink};
use crate::diag::Diagnostic;
use crate::model::{Site, Story};
use crate::papers::{self, Document};
use crate::project::Project;
use crate::source::{Source, Span};
use glyphs::Coverage;
use world::{Press, Sheet};

/// Sets documents in type; one serves all threads.
pub struct Typesetter {
    press: Press,
    coverage: Coverage,
}

impl Typesetter {
    /// Loads the fonts and templates of a project.
    pub fn new(project: &Project) -> Typesetter {
        let press = Press::new(project);
        Typesetter { coverage: Coverage::of(&press.fonts), press }
    }

    /// Drops what was remembered of documents already set, so that memory stays bounded. Call it between chunks of work.
    pub fn forget(&self) {
        typst::comemo::evict(0);
    }
}

/// Sets all documents of one story and hands them to the sink; those that are public go to both folders.
pub fn render_story(typesetter: &Typesetter, site: &Site, story: &Story, sink: &dyn Sink) -> Vec<Diagnostic> {
    let mut faults: Vec<Diagnostic> = papers::lacking(site, story).iter().map(|lacking| lacks(lacking, story)).collect();
    for document in papers::documents(site, story) {
        let Some(bytes) = set(typesetter, &document, &mut faults) else { continue };
        let origin = story.source.path.clone();
        if let Some(path) = document.public_path() {
            sink.put(Output { area: Area::Public, path, bytes: bytes.clone(), origin: origin.clone() });
        }
        sink.put(Output { area: Area::Documents, path: document.office_path(), bytes, origin });
    }
    faults
}

fn lacks(lacking: &papers::Lacking, story: &Story) -> Diagnostic {
    let fault = Diagnostic::warning("paper-facts").with("file", lacking.kind.file()).with("missing", lacking.missing.join(", "));
    fault.at(&story.source, Span::default()).hint_id("paper-facts.hint")
}

/// Sets one document; a fault leaves it out.
fn set(typesetter: &Typesetter, document: &Document, faults: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let story = document.story;
    let data = match serde_json::to_value(document) {
        Ok(data) => facts::prepared(data),
        Err(error) => {
            faults.push(failed(document, &error.to_string()));
            return None;
        }
    };
    let before = faults.len();
    typesetter.coverage.check(&data, story, faults);
    if faults.len() > before {
        return None;
    }
    let Some(sheet) = typesetter.press.sheet(document.kind.key(), data.to_string()) else {
        faults.push(failed(document, document.kind.key()));
        return None;
    };
    let set = typst::compile::<PagedDocument>(&sheet);
    faults.extend(set.warnings.iter().map(|warning| told(&sheet, document, warning)));
    let written = set.output.and_then(|pages| typst_pdf::pdf(&pages, &options(document)));
    match written {
        Ok(bytes) => Some(bytes),
        Err(errors) => {
            faults.extend(errors.iter().map(|error| told(&sheet, document, error)));
            None
        }
    }
}

/// Archivable and accessible at once; the file's identity follows from the story, its date from the record.
fn options(document: &Document) -> PdfOptions {
    PdfOptions {
        ident: Smart::Custom(format!("{}/{}", document.story.id, document.kind.key())),
        creator: Smart::Custom(Some("Bantin".to_owned())),
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap_or_default(),
        ..PdfOptions::default()
    }
}

fn failed(document: &Document, detail: &str) -> Diagnostic {
    let fault = Diagnostic::error("pdf-failed").with("file", document.kind.file()).with("detail", detail);
    fault.at(&document.story.source, Span::default())
}

/// A complaint of the typesetter in our own voice: at the line of the template, if it has one.
fn told(sheet: &Sheet, document: &Document, complaint: &SourceDiagnostic) -> Diagnostic {
    let rule = if complaint.severity == Severity::Error { "pdf-failed" } else { "pdf-warning" };
    let mut fault = Diagnostic::error(rule).with("file", document.kind.file()).with("detail", &complaint.message);
    if complaint.severity == Severity::Warning {
        fault.severity = crate::diag::Severity::Warning;
    }
    match template_of(sheet, complaint) {
        Some((source, span)) => fault.at(&source, span),
        None => fault.at(&document.story.source, Span::default()),
    }
}

fn template_of(sheet: &Sheet, complaint: &SourceDiagnostic) -> Option<(Arc<Source>, Span)> {
    let id = complaint.span.id()?;
    let range = sheet.range(complaint.span.clone())?;
    let text = sheet.source(id).ok()?;
    let path = format!("templates/pdf{}", id.vpath().get_with_slash());
    Some((Source::new(path, text.text()), Span::new(range.start, range.end)))
}

#[cfg(test)]
mod tests;
