//! What a story can give: which documents, in which files.

use crate::model::Story;
use crate::record::document::Appendix;
use crate::record::kinds;

/// What a story gives: the five that are made of a meeting's records, and the document that was written as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Invitation — *giấy mời*.
    Invitation,
    /// Programme — *chương trình*.
    Programme,
    /// Minutes — *biên bản*.
    Minutes,
    /// Notice of the conclusions — *thông báo kết luận*.
    Notice,
    /// Report on the figures — *báo cáo kinh phí*.
    Report,
    /// The document of `document.yaml`, of any kind.
    Written(&'static kinds::Kind),
}

/// Those made of a meeting's records with their keys in `papers`, in the order in which offices write them.
const MADE: [(Kind, &str); 5] = [
    (Kind::Invitation, "invitation"),
    (Kind::Programme, "programme"),
    (Kind::Minutes, "minutes"),
    (Kind::Notice, "notice"),
    (Kind::Report, "report"),
];

impl Kind {
    /// The kinds that a story may give; what was written as a document is not also made of the meeting's records.
    pub fn all(story: &Story) -> impl Iterator<Item = Kind> + use<> {
        let written = story.document.as_deref().map(|document| Kind::Written(document.kind.0));
        let made = MADE.iter().map(|row| row.0);
        made.filter(move |kind| written.is_none_or(|written| written.file() != kind.file())).chain(written)
    }

    /// Name of its template; of those made of a meeting also its key in `papers`.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Written(kind) => kind.form.template(),
            made => MADE.iter().find(|row| row.0 == made).map_or("", |row| row.1),
        }
    }

    /// Its row in the decree's table.
    fn row(self) -> Option<&'static kinds::Kind> {
        match self {
            Kind::Written(kind) => Some(kind),
            made => kinds::made_as(made.key()),
        }
    }

    /// Code in the number line — *chữ viết tắt tên loại*.
    pub fn code(self) -> &'static str {
        self.row().map_or("", |row| row.code)
    }

    /// Name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Kind::Written(kind) => kind.file,
            made => made.row().and_then(|row| row.made).map_or("", |made| made.file),
        }
    }
}

/// Which of the files that a document gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The document itself.
    Whole,
    /// A copy of it, by its place in the record — *bản sao*.
    Copy(usize),
    /// An appendix that is a file of its own, by its place — *phụ lục tệp riêng*.
    Appendix(usize),
}

/// The files of a document: itself, its copies, the appendices that are files of their own.
pub fn parts(story: &Story, kind: Kind) -> impl Iterator<Item = Part> + use<> {
    let written = story.document.as_deref().filter(|_| matches!(kind, Kind::Written(_)));
    let copies = written.map_or(0, |document| document.certified_copies.len());
    let alone = |(at, appendix): (usize, &Appendix)| appendix.own_file.0.then_some(Part::Appendix(at));
    let alone = written.into_iter().flat_map(|document| document.appendices.iter().enumerate().filter_map(alone));
    let alone: Vec<Part> = alone.collect();
    [Part::Whole].into_iter().chain((0..copies).map(Part::Copy)).chain(alone)
}

/// `quyet-dinh.pdf`, `quyet-dinh-sao-y.pdf`, `quyet-dinh-phu-luc-2.pdf`; the second copy of a form is told by its number.
pub fn file(story: &Story, kind: Kind, part: Part) -> String {
    let Some(document) = story.document.as_deref() else { return kind.file().to_owned() };
    let numbered = |name: &str, at: usize, many: bool| {
        let suffix = if many { format!("-{name}-{at}.pdf") } else { format!("-{name}.pdf") };
        kind.file().replace(".pdf", &suffix)
    };
    match part {
        Part::Whole => kind.file().to_owned(),
        Part::Copy(at) => {
            let forms: Vec<_> = document.certified_copies.iter().map(|copy| copy.form).collect();
            let nth = forms[..=at].iter().filter(|form| **form == forms[at]).count();
            numbered(forms[at].suffix(), nth, nth > 1)
        }
        Part::Appendix(at) => numbered("phu-luc", at + 1, document.appendices.len() > 1),
    }
}
