//! What the documents of a story lack: told before anything is set.

use super::origin;
use crate::diag::Diagnostic;
use crate::model::{Site, Story};
use crate::papers::{self, Document, Lacking, Part};
use crate::record::value::Text;
use crate::source::Span;

/// What was asked for and cannot be made as asked.
pub fn unmakeable(site: &Site, story: &Story, documents: &[Document]) -> Vec<Diagnostic> {
    let lacking = papers::lacking(site, story);
    let parts = documents.iter().flat_map(|document| &document.unknown_parts);
    lacking.iter().map(|one| facts(one, story)).chain(parts.map(|part| unknown(part, story))).collect()
}

/// A document was asked for, and a fact is missing.
fn facts(lacking: &Lacking, story: &Story) -> Diagnostic {
    let fault = Diagnostic::warning("paper-facts")
        .with("file", lacking.kind.file())
        .with("missing", lacking.missing.join(", "));
    fault.at(&story.source, Span::default()).hint_id("paper-facts.hint")
}

/// A document whose record names nobody to sign it; minutes and agreements have signers of their own.
pub fn unsigned(document: &Document) -> Option<Diagnostic> {
    let own = matches!(document.kind.key(), "minutes" | "document/minutes" | "document/agreement");
    if own || document.part != Part::Whole || document.head.signer.is_some() {
        return None;
    }
    let fault = Diagnostic::warning("paper-unsigned").with("file", document.file());
    Some(fault.at(&document.story.source, Span::default()).hint_id("paper-unsigned.hint"))
}

/// An extract of a part that is not there.
fn unknown(part: &Text, story: &Story) -> Diagnostic {
    let fault = Diagnostic::error("extract-part").with("part", part);
    fault.at(&origin::document(story), part.span).hint_id("extract-part.hint")
}
