//! What a document of `document.yaml` says, ready for its template: kind, legal bases, body, attached texts, appendices.

mod item;
mod layout;

use serde::Serialize;

use crate::model::Story;
use crate::record::document::{Appendix, Article, Attached, Basis, Document, Particulars, Party};
use crate::record::kinds::Kind;
use crate::record::value::date::Signing;
use crate::record::value::{Day, Photo, PhotoPaper, Prose, Text};
use crate::viet::{reference, roman};

pub use item::{Item, Picture};

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
#[derive(Debug, Default, Serialize)]
pub struct AppendixView<'a> {
    /// `II`; empty where there is one alone.
    pub number: String,
    /// Its title.
    pub title: &'a str,
    /// Whether it lies on its side.
    pub landscape: bool,
    /// Whether it is a file of its own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own_file: bool,
    /// When that file was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_at: Option<Signing>,
    /// Its body.
    pub items: Vec<Item>,
}

/// More columns than this need a page on its side.
const PORTRAIT_COLUMNS: usize = 7;

/// The content of a story's document.
pub fn content(story: &Story) -> Option<Content<'_>> {
    let document = story.document.as_deref()?;
    let kind: &'static Kind = document.kind.0;
    let items = items(document.body.as_ref(), &document.articles, &story.printable);
    let attached = document.attached.as_ref().map(|attached| attached_view(attached, &story.printable));
    let text = [&*items, attached.as_ref().map_or(&[], |attached| &attached.items)];
    Some(Content {
        appendices: appendices(document, story, &text),
        name: kind.name,
        about: kind.about,
        coded: !kind.code.is_empty(),
        enacts: kind.enacts,
        authority: document.authority.as_deref(),
        bases: document.bases.iter().map(basis).collect(),
        items,
        articles: document.articles.len(),
        attached,
        particulars: document.particulars.as_ref(),
        parties: &document.parties,
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

impl Content<'_> {
    /// Whether a part of its text goes by this name.
    pub fn has(&self, part: &str) -> bool {
        let attached = self.attached.as_ref().is_some_and(|attached| attached.is_called(part));
        attached || self.items.iter().any(|item| item.is_called(part))
    }

    /// The photos in it, by their place among the story's.
    pub fn pictures(&self) -> impl Iterator<Item = usize> {
        let attached = self.attached.iter().flat_map(|attached| &attached.items);
        let appendices = self.appendices.iter().flat_map(|appendix| &appendix.items);
        self.items.iter().chain(attached).chain(appendices).filter_map(Item::picture)
    }

    /// Itself with these parts alone; what leads to the text is no part of it.
    pub fn of(mut self, parts: &[Text]) -> Self {
        self.bases.clear();
        self.items = item::extract(self.items, |item| parts.iter().any(|part| item.is_called(part)));
        self.attached = self.attached.filter(|attached| parts.iter().any(|part| attached.is_called(part)));
        self
    }
}

fn attached_view<'a>(attached: &'a Attached, photos: &[Photo]) -> AttachedView<'a> {
    AttachedView {
        name: attached.kind.0.name,
        subject: &attached.subject,
        items: items(attached.body.as_ref(), &attached.articles, photos),
    }
}

impl AttachedView<'_> {
    fn is_called(&self, part: &str) -> bool {
        part.trim().to_lowercase() == self.name.to_lowercase()
    }
}

/// The photos that a document prints behind its text: those that say so, where the text does not show them already.
pub fn photos<'i>(story: &Story, paper: PhotoPaper, text: impl Iterator<Item = &'i [Item]>) -> Vec<Picture> {
    let shown: Vec<usize> = text.flatten().filter_map(Item::picture).collect();
    let asked = story.printable.iter().enumerate().filter(|(_, photo)| photo.papers.contains(&paper));
    asked.filter(|(at, _)| !shown.contains(at)).map(|(at, photo)| picture(at, photo)).collect()
}

/// A photo without a caption is told by what is seen on it.
fn picture(at: usize, photo: &Photo) -> Picture {
    let caption = photo.caption.as_ref().unwrap_or(&photo.alt);
    Picture {
        picture: at,
        alt: photo.alt.value.clone(),
        caption: caption.value.clone(),
        credit: photo.credit.as_deref().map(str::to_owned),
    }
}

/// The Markdown first, then the articles.
fn items(body: Option<&Prose>, articles: &[Article], photos: &[Photo]) -> Vec<Item> {
    let shown = |file: &str| {
        let at = photos.iter().position(|photo| photo.file.value == file)?;
        Some(Item::Photo(picture(at, &photos[at])))
    };
    let mut items = body.map(|body| layout::markdown(body, &shown)).unwrap_or_default();
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

/// The name of an appendix of photos.
const PHOTOS: &str = "Hình ảnh";

/// The appendices in their order, the photos that the text does not show last; one alone bears no number.
fn appendices<'a>(document: &'a Document, story: &Story, text: &[&[Item]]) -> Vec<AppendixView<'a>> {
    let mut views: Vec<AppendixView> = document.appendices.iter().map(|one| appendix(one, &story.printable)).collect();
    let shown = text.iter().copied().chain(views.iter().map(|view| &*view.items));
    let photos = photos(story, PhotoPaper::Document, shown);
    if !photos.is_empty() {
        let items = photos.into_iter().map(Item::Photo).collect();
        views.push(AppendixView { title: PHOTOS, items, ..AppendixView::default() });
    }
    let many = views.len() > 1;
    for (at, view) in (1..).zip(&mut views).filter(|_| many) {
        view.number = roman::numeral(at).unwrap_or_default();
    }
    views
}

fn appendix<'a>(appendix: &'a Appendix, photos: &[Photo]) -> AppendixView<'a> {
    let mut items = items(appendix.body.as_ref(), &[], photos);
    if !appendix.columns.is_empty() {
        items.push(layout::table(&appendix.columns, &appendix.rows, appendix.unit.as_deref()));
    }
    let wide = |item: &Item| matches!(item, Item::Table(grid) if grid.columns.len() > PORTRAIT_COLUMNS);
    AppendixView {
        number: String::new(),
        title: &appendix.title,
        landscape: appendix.landscape.0 || items.iter().any(wide),
        own_file: appendix.own_file.0,
        signed_at: appendix.signed_at,
        items,
    }
}
