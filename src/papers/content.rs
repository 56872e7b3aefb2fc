//! What a document of `document.yaml` says, ready for its template: kind, legal bases, body, attached texts, appendices.

mod item;
mod layout;

use serde::Serialize;

use crate::model::Story;
use crate::record::document::{Appendix, Article, Basis, Document, Particulars, Party};
use crate::record::kinds::Kind;
use crate::record::value::{Day, Prose};
use crate::viet::{reference, roman};

use item::Item;

/// The substance of a document.
#[derive(Debug, Serialize)]
pub struct Content<'a> {
    /// Name of its kind: *Quyết định*.
    pub name: &'static str,
    /// What stands between its name and its subject.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub about: &'static str,
    /// Whether it has a code, so that its number line shows one.
    pub coded: bool,
    /// `QUYẾT ĐỊNH`, before its articles; empty where there is none.
    pub enacts: &'static str,
    /// Who has the power to issue it — *thẩm quyền ban hành*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<&'a str>,
    /// Its legal bases.
    pub bases: Vec<BasisView<'a>>,
    /// Its body.
    pub items: Vec<Item>,
    /// How many articles it has.
    pub articles: usize,
    /// What it issues or approves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attached: Option<AttachedView<'a>>,
    /// The labelled lines of a printed form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub particulars: Option<&'a Particulars>,
    /// The parties.
    pub parties: &'a [Party],
    /// Its appendices.
    pub appendices: Vec<AppendixView<'a>>,
    /// `KHẨN`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgency: Option<&'static str>,
    /// `LƯU HÀNH NỘI BỘ`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub circulation: Option<&'static str>,
    /// The contact line at the foot of the first page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<&'a str>,
    /// The unit that drafted it — *đơn vị soạn thảo*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'a str>,
    /// Drafter's mark — *ký hiệu người soạn thảo*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drafter: Option<&'a str>,
    /// Number of copies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copies: Option<i64>,
    /// Whether the picture of a signature is there.
    pub signature: bool,
    /// Whether the picture of a seal is there.
    pub seal: bool,
}

/// A legal basis: a line of text, or a document's data.
#[derive(Debug, Serialize)]
pub struct BasisView<'a> {
    /// The line, if it was written whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<&'a str>,
    /// *Nghị định*, …; told by the number where the clerk does not say.
    pub kind: String,
    /// `30/2020/NĐ-CP`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<&'a str>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
    /// Who issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<&'a str>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<&'a str>,
}

/// What a decision issues or approves.
#[derive(Debug, Serialize)]
pub struct AttachedView<'a> {
    /// Name of its kind.
    pub name: &'static str,
    /// Its subject.
    pub subject: &'a str,
    /// Its body.
    pub items: Vec<Item>,
}

/// An appendix.
#[derive(Debug, Serialize)]
pub struct AppendixView<'a> {
    /// `II`; empty where there is one alone.
    pub number: String,
    /// Its title.
    pub title: &'a str,
    /// Whether it lies on its side.
    pub landscape: bool,
    /// Its body.
    pub items: Vec<Item>,
}

/// More columns than this need a page on its side.
const PORTRAIT_COLUMNS: usize = 7;

/// The content of a story's document.
pub fn content(story: &Story) -> Option<Content<'_>> {
    let document = story.document.as_deref()?;
    let kind: &'static Kind = document.kind.0;
    Some(Content {
        name: kind.name,
        about: kind.about,
        coded: !kind.code.is_empty(),
        enacts: kind.enacts,
        authority: document.authority.as_deref(),
        bases: document.bases.iter().map(basis).collect(),
        items: items(document.body.as_ref(), &document.articles),
        articles: document.articles.len(),
        attached: document.attached.as_ref().map(|attached| AttachedView {
            name: attached.kind.0.name,
            subject: &attached.subject,
            items: items(attached.body.as_ref(), &attached.articles),
        }),
        particulars: document.particulars.as_ref(),
        parties: &document.parties,
        appendices: appendices(document),
        urgency: document.urgency.map(crate::record::document::Urgency::key),
        circulation: document.circulation.map(crate::record::document::Circulation::key),
        contact: document.contact.as_deref(),
        unit: document.unit.as_deref(),
        drafter: document.drafter.as_deref(),
        copies: document.copies.as_ref().map(|copies| copies.number),
        signature: document.signature.is_some(),
        seal: document.seal.is_some(),
    })
}

/// The Markdown first, then the articles.
fn items(body: Option<&Prose>, articles: &[Article]) -> Vec<Item> {
    let mut items = body.map(|body| layout::markdown(body)).unwrap_or_default();
    items.extend(layout::articles(articles));
    layout::level(&mut items);
    items
}

fn basis(basis: &Basis) -> BasisView<'_> {
    let told = || {
        let reference = reference::parse(basis.number.as_deref()?)?;
        match reference.kind_names().as_slice() {
            [name] => Some((*name).to_owned()),
            _ => None,
        }
    };
    BasisView {
        text: basis.text.as_deref(),
        kind: basis.kind.as_deref().map(str::to_owned).or_else(told).unwrap_or_default(),
        number: basis.number.as_deref(),
        date: basis.date,
        issuer: basis.issuer.as_deref(),
        about: basis.about.as_deref(),
    }
}

fn appendices(document: &Document) -> Vec<AppendixView<'_>> {
    let many = document.appendices.len() > 1;
    let view = |(at, appendix)| appendix_view(appendix, if many { at } else { 0 });
    (1..).zip(&document.appendices).map(view).collect()
}

/// Appendix number `at`; 0 for one alone, which bears no number.
fn appendix_view(appendix: &Appendix, at: u32) -> AppendixView<'_> {
    let mut items = items(appendix.body.as_ref(), &[]);
    if !appendix.columns.is_empty() {
        items.push(layout::table(&appendix.columns, &appendix.rows, appendix.unit.as_deref()));
    }
    let wide = |item: &Item| matches!(item, Item::Table(grid) if grid.columns.len() > PORTRAIT_COLUMNS);
    AppendixView {
        number: roman::numeral(at).unwrap_or_default(),
        title: &appendix.title,
        landscape: appendix.landscape.0 || items.iter().any(wide),
        items,
    }
}
