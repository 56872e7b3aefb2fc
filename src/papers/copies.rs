//! A copy of an issued document — *bản sao*: what is printed below the text on paper (mẫu 3.1), or in the corner of the first
//! page (mẫu 3.2); of an extract, only the parts that were asked for.

use serde::Serialize;

use super::content::{AppendixView, Content};
use super::head::{self, Issued, Number, Sign};
use crate::model::{Site, Story};
use crate::record::copies::{CertifiedCopy, CopyForm};
use crate::record::papers::Issuer;
use crate::record::value::date::Signing;
use crate::record::value::{Day, Text};

/// A copy as its template prints it.
#[derive(Debug, Serialize)]
pub struct CopyView<'a> {
    /// `sao y`, `trích sao`, `sao lục`.
    pub form: &'static str,
    /// Whether it is electronic, with nothing below the text.
    pub electronic: bool,
    /// The moment of the digital signature.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Signing>,
    /// Who copies.
    pub issuer: Issued<'a>,
    /// Its number line, of one series for all copies.
    pub number: Number,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Who signs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signer: Option<Sign<'a>>,
    /// Lines of *Nơi nhận*, bare.
    pub recipients: Vec<&'a str>,
    /// What follows *Lưu:*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<&'a str>,
}

/// Copy number `at` of a document, below it those it is a copy of: *sao lục* is made of a *sao y*.
pub fn copies<'a>(site: &'a Site, story: &'a Story, at: usize) -> Vec<CopyView<'a>> {
    let all = story.document.as_deref().map_or(&[][..], |document| &document.certified_copies);
    let Some(copy) = all.get(at) else { return Vec::new() };
    let copied = all[..at].iter().rfind(|one| one.form == CopyForm::True && !one.electronic.0);
    let copied = copied.filter(|_| copy.form == CopyForm::OfACopy);
    copied.into_iter().chain([copy]).map(|copy| view(site, story, copy)).collect()
}

fn view<'a>(site: &'a Site, story: &'a Story, copy: &'a CertifiedCopy) -> CopyView<'a> {
    let levels: [Option<&Issuer>; 3] = [copy.issuer.as_ref(), None, Some(&site.record.issuer)];
    let name = head::field(levels, |issuer| issuer.name.as_ref()).unwrap_or_default();
    let ours = site.record.issuer.name.as_deref() == Some(name);
    let code = head::field(levels, |issuer| issuer.code.as_ref());
    let parts: Vec<&str> = [Some(copy.form.key()), code].into_iter().flatten().collect();
    let signer = copy.signer.as_ref().or(site.record.signer.as_ref().filter(|_| ours));
    CopyView {
        form: copy.form.name(),
        electronic: copy.electronic.0,
        signed_at: copy.signed_at,
        issuer: head::issued(site, story, levels),
        number: head::number(copy.number.as_deref(), &format!("/{}", parts.join("-"))),
        date: copy.date,
        signer: signer.map(head::sign),
        recipients: head::lines(&copy.recipients),
        archive: copy.archive.as_ref().map(|words| head::bare(words)),
    }
}

/// The parts of an extract that copy number `at` asks for, and are not in the document.
pub fn unknown_parts<'a>(story: &'a Story, content: &Content, at: usize) -> Vec<&'a Text> {
    let copy = story.document.as_deref().and_then(|document| document.certified_copies.get(at));
    let parts = copy.filter(|copy| copy.form == CopyForm::Extract).map_or(&[][..], |copy| &copy.parts);
    let there = |part: &&Text| content.has(part) || content.appendices.iter().any(|one| is_called(one, part));
    parts.iter().filter(|part| !there(part)).collect()
}

/// Leaves of a document what copy number `at` is of: all, or the parts of an extract.
pub fn copied<'a>(story: &Story, content: Content<'a>, at: usize) -> Content<'a> {
    let copy = story.document.as_deref().and_then(|document| document.certified_copies.get(at));
    let extract = copy.filter(|copy| copy.form == CopyForm::Extract && !copy.parts.is_empty());
    let Some(CertifiedCopy { parts, .. }) = extract else { return content };
    let mut content = content.of(parts);
    content.appendices.retain(|one| parts.iter().any(|part| is_called(one, part)));
    content
}

/// `Phụ lục II`, or `Phụ lục` for one alone.
fn is_called(appendix: &AppendixView, part: &str) -> bool {
    let name = format!("Phụ lục {}", appendix.number);
    name.trim().to_lowercase() == part.trim().to_lowercase()
}
