//! The picture that stands for a page where it is shared — *ảnh chia sẻ*: 1200 × 630 pixels, set in type.

use rayon::prelude::*;
use serde::Serialize;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use super::Typesetter;
use super::world::{Look, Sheet};
use crate::diag::Diagnostic;
use crate::model::{Site, Story};
use crate::render::{Area, CARD, Output, Sink};
use crate::viet::nobreak;

/// What a card says.
#[derive(Serialize)]
struct Facts<'a> {
    /// The name that the picture is about: a headline, or the site's title.
    title: String,
    /// The publishing office.
    office: String,
    /// The site's title, where the card is of a story.
    site: String,
    /// Day of publication.
    day: &'a str,
    /// Category.
    category: String,
}

/// Pixels of a card for a point of its page, which measures 600 × 315.
const PIXELS_PER_POINT: f64 = 2.0;

/// The template of cards.
const TEMPLATE: &str = "card";

/// Cards between two clearings of what the typesetter remembers.
const CHUNK: usize = 256;

/// Makes the card of the site and of those stories, and hands them to the sink.
pub fn render(typesetter: &Typesetter, site: &Site, stories: &[&Story], sink: &dyn Sink) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    put(typesetter, &of_site(typesetter, site), (CARD.to_owned(), ""), sink)
        .unwrap_or_else(|fault| faults.push(*fault));
    for chunk in stories.chunks(CHUNK) {
        let card = |story: &&&Story| {
            let place = (format!("{}{CARD}", story.path), story.source.path.as_str());
            put(typesetter, &of_story(typesetter, site, story), place, sink).err()
        };
        faults.extend(
            chunk.par_iter().map(|story| card(&story)).collect::<Vec<_>>().into_iter().flatten().map(|fault| *fault),
        );
        typesetter.forget();
    }
    faults
}

fn of_site<'a>(typesetter: &Typesetter, site: &'a Site) -> Facts<'a> {
    let known = |text: &str| nobreak::bind(&typesetter.coverage.known(text));
    Facts {
        title: known(&site.record.title),
        office: known(office(site)),
        site: known(site.record.tagline.as_deref().unwrap_or_default()),
        day: "",
        category: String::new(),
    }
}

fn of_story<'a>(typesetter: &Typesetter, site: &'a Site, story: &'a Story) -> Facts<'a> {
    let known = |text: &str| nobreak::bind(&typesetter.coverage.known(text));
    Facts {
        title: known(&story.headline),
        office: known(office(site)),
        site: known(&site.record.title),
        day: &story.published_day,
        category: known(story.category.as_deref().unwrap_or_default()),
    }
}

/// The body that publishes, as it is called in running text.
fn office(site: &Site) -> &str {
    let record = &site.record;
    record.managing_body.as_deref().or(record.issuer.name.as_deref()).unwrap_or(&record.title)
}

/// Sets a card, or finds it set before.
fn put(
    typesetter: &Typesetter,
    facts: &Facts,
    (path, origin): (String, &str),
    sink: &dyn Sink,
) -> Result<(), Box<Diagnostic>> {
    let failed = |detail: &str| Box::new(Diagnostic::error("pdf-failed").with("file", &path).with("detail", detail));
    let data = serde_json::to_string(facts).map_err(|error| failed(&error.to_string()))?;
    let sheet = typesetter.press.sheet(TEMPLATE, (data, Look::default()), &[]).ok_or_else(|| failed(TEMPLATE))?;
    let key = sheet.key(TEMPLATE);
    let known = sink.cache().and_then(|cache| cache.get(&key));
    let bytes = match known {
        Some(bytes) => bytes,
        None => {
            let bytes = set(&sheet).map_err(|detail| failed(&detail))?;
            if let Some(cache) = sink.cache() {
                cache.put(&key, &bytes);
            }
            bytes
        }
    };
    sink.put(Output { area: Area::Public, path, bytes, origin: origin.to_owned() });
    Ok(())
}

/// The card as PNG; or what the typesetter has against it.
fn set(sheet: &Sheet) -> Result<Vec<u8>, String> {
    let said = |errors: &[typst::diag::SourceDiagnostic]| {
        errors.first().map_or_else(String::new, |error| error.message.to_string())
    };
    let pages = typst::compile::<PagedDocument>(sheet).output.map_err(|errors| said(&errors))?;
    let page = pages.pages().first().ok_or(TEMPLATE)?;
    let options = RenderOptions { pixel_per_pt: PIXELS_PER_POINT.into(), ..RenderOptions::default() };
    let mut picture = typst_render::render(page, &options);
    // Sixteen steps a channel are enough for the edges of letters, and halve the file.
    picture.data_mut().iter_mut().for_each(|channel| *channel = channel.saturating_add(8) / 17 * 17);
    picture.encode_png().map_err(|error| error.to_string())
}
