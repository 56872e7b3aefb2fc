//! Official documents as PDF/A-2a or, with their records inside, PDF/A-3a, and PDF/UA-1: facts and templates go into the embedded typesetter, bytes come out.

pub mod card;
mod complaints;
mod ends;
mod faces;
mod facts;
mod glyphs;
mod lacks;
mod origin;
mod records;
mod tags;
mod world;

use std::path::PathBuf;

use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{Area, Output, Sink, photo};
use crate::cache::Cache;
use crate::diag::Diagnostic;
use crate::model::{Site, Story};
use crate::papers::{self, Document, Part};
use crate::project::Project;
use crate::record::value::FileName;
use complaints::{failed, told};
use glyphs::Coverage;
use records::Kept;
use world::{Look, Press};

/// Sets documents in type; one serves all threads.
pub struct Typesetter {
    press: Press,
    coverage: Coverage,
    /// Where the project lies.
    root: PathBuf,
    /// What is wrong with the fonts that the user has put in.
    pub faults: Vec<Diagnostic>,
}

impl Typesetter {
    /// Loads the fonts and templates of a project.
    pub fn new(project: &Project) -> Typesetter {
        let mut press = Press::new(project);
        let (family, faults) = faces::chosen(&press.fonts);
        press.family = family;
        Typesetter { coverage: Coverage::of(&press.fonts, family), root: project.root.clone(), press, faults }
    }

    /// Drops what was remembered of documents already set, so that memory stays bounded. Call it between chunks of work.
    pub fn forget(&self) {
        typst::comemo::evict(0);
    }
}

/// Sets all documents of one story and hands them to the sink; those that are public go to both folders. Only the
/// office's copies carry the records.
pub fn render_story(typesetter: &Typesetter, site: &Site, story: &Story, sink: &dyn Sink) -> Vec<Diagnostic> {
    let documents = papers::documents(site, story);
    let mut faults = lacks::unmakeable(site, story, &documents);
    faults.extend(documents.iter().filter_map(lacks::unsigned));
    let records = records::of(site, story);
    for document in documents {
        let origin = story.source.path.clone();
        let Some(bytes) = set(typesetter, (&document, &[]), sink.cache(), &mut faults) else { continue };
        let office = match records.is_empty() || document.part != Part::Whole {
            true => Some(bytes.clone()),
            false => set(typesetter, (&document, &records), sink.cache(), &mut faults),
        };
        if let Some(path) = document.public_path() {
            sink.put(Output { area: Area::Public, path, bytes, origin: origin.clone() });
        }
        if let Some(bytes) = office {
            sink.put(Output { area: Area::Documents, path: document.office_path(), bytes, origin });
        }
    }
    faults
}

/// What a build would say of the documents of a story that were asked for and cannot be made so.
pub fn foresee(site: &Site, story: &Story) -> Vec<Diagnostic> {
    lacks::unmakeable(site, story, &papers::documents(site, story))
}

/// Sets one document with the records it is to carry, or finds it set before; a fault leaves it out.
fn set(
    typesetter: &Typesetter,
    (document, records): (&Document, &[Kept]),
    cache: Option<&Cache>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Vec<u8>> {
    let story = document.story;
    let data = match serde_json::to_value(document) {
        Ok(data) => facts::prepared(data),
        Err(error) => {
            faults.push(failed(document, &error.to_string()));
            return None;
        }
    };
    let before = faults.len();
    typesetter.coverage.check(&data, (story, &typesetter.root), faults);
    if faults.len() > before {
        return None;
    }
    let facts = (data.to_string(), look(document, cache, faults));
    if faults.len() > before {
        return None;
    }
    let Some(sheet) = typesetter.press.sheet(document.template(), facts, records) else {
        faults.push(failed(document, document.template()));
        return None;
    };
    let options = options(document, records);
    let key = sheet.key(&format!("{:?}", options.ident));
    if let Some(known) = cache.and_then(|cache| cache.get(&key)) {
        return Some(known);
    }
    let set = typst::compile::<PagedDocument>(&sheet);
    faults.extend(set.warnings.iter().map(|warning| told(&sheet, document, warning)));
    let written = set.output.and_then(|pages| typst_pdf::pdf(&pages, &options)).map(ends::plain);
    match written {
        Ok(bytes) => {
            // What was set with a complaint is set again, so that the complaint is heard again.
            if let Some(cache) = cache.filter(|_| faults.len() == before) {
                cache.put(&key, &bytes);
            }
            Some(bytes)
        }
        Err(errors) => {
            faults.extend(errors.iter().map(|error| told(&sheet, document, error)));
            None
        }
    }
}

/// Sizes of a document, the pictures of signature and seal that lie beside its record, and the photos it prints.
fn look(document: &Document, cache: Option<&Cache>, faults: &mut Vec<Diagnostic>) -> Look {
    let written = document.story.document.as_deref().filter(|_| document.content.is_some());
    let read = |file: Option<&FileName>| {
        let bytes = file.map(|file| std::fs::read(document.story.dir.join(&file.value)));
        bytes.and_then(Result::ok).unwrap_or_default()
    };
    let signature = written.and_then(|written| written.signature.as_ref());
    let seal = written.and_then(|written| written.seal.as_ref());
    let mut photos = Vec::new();
    for at in document.pictures() {
        let file = &document.story.printable[at].file;
        let made = photo::bytes_of(document.story, file)
            .and_then(|bytes| photo::printed(&bytes, cache).map_err(|no| photo::refused(no, document.story, file)));
        match made {
            Ok(made) => photos.push((at, made)),
            Err(fault) => faults.push(*fault),
        }
    }
    Look { sizes: document.head.sizes, pictures: [read(signature), read(seal)], photos }
}

/// Archivable and accessible at once; the file's identity follows from the story, its date from the record.
fn options(document: &Document, records: &[Kept]) -> PdfOptions {
    let archive = if records.is_empty() { PdfStandard::A_2a } else { PdfStandard::A_3a };
    PdfOptions {
        ident: Smart::Custom(identity(document)),
        creator: Smart::Custom(Some("Bantin".to_owned())),
        standards: PdfStandards::new(&[archive, PdfStandard::Ua_1]).unwrap_or_default(),
        ..PdfOptions::default()
    }
}

/// What tells a file from all others of a project.
fn identity(document: &Document) -> String {
    let part = match document.part {
        Part::Whole => String::new(),
        Part::Copy(at) => format!("/copy/{at}"),
        Part::Appendix(at) => format!("/appendix/{at}"),
    };
    format!("{}/{}{part}", document.story.id, document.kind.key())
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;
    use crate::diag::Lang;

    #[derive(Default)]
    struct Shelf(Mutex<Vec<Output>>);

    impl Sink for Shelf {
        fn put(&self, output: Output) {
            self.0.lock().unwrap().push(output);
        }
    }

    const MEETING: &str = "
title: 'Hội nghị TITLE'
date: 10/10/2024
start: 08:00
end: 11:30
place: Hội trường
chairs: ông Ngô Quang Trung - Cục trưởng
secretary: bà Đỗ Thị Minh Trâm
agenda: [Khai mạc, {start: 09:00, section: Phần hai, title: Thảo luận, presenter: ông A Văn B}]
votes: {matter: Quy chế, for: 50, against: 3}
papers: {invitation: {public: true}}
";

    fn set(title: &str) -> (Vec<Output>, Vec<Diagnostic>) {
        let conclusions = "items: [{heading: Việc, tasks: [{what: Làm, lead: Sở A}]}]";
        made(&MEETING.replace("TITLE", title), conclusions)
    }

    pub(super) fn made(meeting: &str, conclusions: &str) -> (Vec<Output>, Vec<Diagnostic>) {
        let site = papers::tests::site("", meeting, conclusions);
        let typesetter = Typesetter::new(&Project::at("no-such-folder"));
        let shelf = Shelf::default();
        let faults = render_story(&typesetter, &site, &site.stories[0], &shelf);
        typesetter.forget();
        (shelf.0.into_inner().unwrap(), faults)
    }

    pub(super) fn text(output: &Output) -> String {
        let file = lopdf::Document::load_mem(&output.bytes).unwrap();
        let pages: Vec<u32> = file.get_pages().keys().copied().collect();
        file.extract_text(&pages).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_kind_is_set_twice_to_the_same_bytes() {
        let (first, faults) = set("một");
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(
            first.iter().map(|output| output.path.as_str()).collect::<Vec<_>>(),
            [
                "tin/2024/10/hoi-nghi/giay-moi.pdf",
                "2024/hoi-nghi/giay-moi.pdf",
                "2024/hoi-nghi/chuong-trinh.pdf",
                "2024/hoi-nghi/bien-ban.pdf",
                "2024/hoi-nghi/thong-bao-ket-luan.pdf",
            ]
        );
        assert_eq!(first, set("một").0);
    }

    #[test]
    fn minutes_follow_their_form() {
        let (outputs, _) = set("một");
        let words = text(&outputs[3]);
        let mut rest = words.as_str();
        for label in [
            "Số:",
            "BIÊN BẢN",
            "Thời gian bắt đầu: 08 giờ 00",
            "Địa điểm: Hội trường",
            "Chủ trì (chủ tọa): Ông Ngô Quang Trung, Cục trưởng.",
            "Thư ký (người ghi biên bản):",
            "Nội dung",
            "50/53",
            "kết thúc vào 11 giờ 30 phút",
            "./.",
            "THƯ KÝ",
            "Lưu: VT, Hồ sơ.",
        ] {
            let at = rest.find(label).unwrap_or_else(|| panic!("{label} not after what came before in: {words}"));
            rest = &rest[at..];
        }
    }

    #[test]
    fn a_character_without_a_glyph_is_named_where_it_stands() {
        let (outputs, mut faults) = set("vui 😀");
        assert!(outputs.is_empty());
        crate::diag::sort(&mut faults);
        assert_eq!(faults.len(), 1);
        assert_eq!((faults[0].rule, faults[0].place().unwrap().line), ("glyph-missing", 2));
        assert!(faults[0].message.text(Lang::Vi).contains("U+1F600"));
    }
}

#[cfg(test)]
mod wording;
