//! Bantin turns a folder of YAML records about meetings, budgets and conclusions into Vietnamese news articles,
//! a public archive site and official PDFs. One record, every document.
//!
//! # The line
//!
//! ```text
//!  content/*.yaml       rules               links, slugs            pages as values      bytes          disk
//!  ─────────►  load ──────────► check ──────────► resolve ──────────► plan ──────────► render ─────────► write
//!    Project     Records          (same Records)    Site                Pages           Outputs           Written
//!                   └───────────── diagnostics flow along the whole line, printed once, in the verb that ran it ────┘
//! ```
//!
//! [`build`] goes the whole way with [`check::Depth::Facts`]; [`check`](fn@check) stops at the site and reads the language too;
//! [`build_and_tell`] is for a caller who chooses the depth and wants to say which stories are not on the site, and why.
//!
//! # The layers, each importing only from below
//!
//! | row | modules | may touch |
//! |---|---|---|
//! | 10 | `main`, [`cli`] | terminal, exit, clock, arguments |
//! | 8 | [`build`] | — |
//! | 7 | [`write`](mod@write) | the output folders |
//! | 6 | [`render`] | rayon; typst only in `render::pdf`, photos only in `render::photo` |
//! | 5 | [`news`], [`papers`] | — |
//! | 4 | [`template`], [`text`], [`cache`] | minijinja only in `template`; `.bantin/cache/` only in `cache` |
//! | 3c | [`check`](mod@check) | — |
//! | 3b | [`model`] | — |
//! | 3a | [`load`] | `content/`, the YAML crate only in `load` |
//! | 2 | [`record`], [`project`], [`archive`] | templates and fonts only in `project`, foreign PDFs only in `archive` |
//! | 1 | [`diag`] | — |
//! | 0 | [`source`], [`markdown`], [`viet`] | std, Unicode tables, embedded language data |
//!
//! `tests/tidy.rs` reads this table and fails where an import goes up or a module is not in it.
//!
//! # One record on its way
//!
//! `planned: 59 tỷ đồng` in a `budget.yaml` is a [`record::node::Node`] with its place after [`load`], an exact
//! [`record::value::Amount`] in a [`record::budget::Line`], a term of the sum that [`check`](mod@check) compares, a figure with
//! its rate in [`model::figures`], a clause of `templates/news/figures.txt`, a cell of the page's table and of the report's, a
//! term of the search index, and a line of `manifest.json` for each file it came to stand in.
//!
//! A `document.yaml` of the kind `QĐ` finds its row in [`record::kinds::KINDS`], which names the form it is set in; [`papers`]
//! puts head, body, signature and recipients together as values, `templates/pdf` sets them. Its PDF goes into `documents/`, and
//! into `public/` too if it says `public: true`. With `archive_format: a-3a` the office's copy carries the records themselves,
//! which [`archive`] takes out again.
//!
//! # Where to look
//!
//! | question | place |
//! |---|---|
//! | what may stand in a record | one `record!` in [`record`]: struct, reader, schema and blank record in one |
//! | why is this a fault | `check::FAMILY`, its row in [`check::rules::RULES`], its words in `templates/rules` |
//! | which figures belong together, and whether they fit | `check::figures`: totals in `lists`, the other ways of a figure by `judge` |
//! | the same where no word tells | `figures::relations`: what stands around them, weighed by `worth.tsv`; fitted by `figures::fitting` |
//! | what must hold between two days | `viet::date::points` reads them, `check::times` and `check::spans` relate them |
//! | which day is out of its row, which count of time no two days make | `check::times`: `order`, weighed by its `worth.tsv`; `lengths` |
//! | whether what is reviewed is over | `check::times::period` |
//! | prose against the records of its story | `check::prose`, in the order of its `check` |
//! | is this word misspelt, or one left out | `viet::spell`, its data and how the weights were fitted in `viet/data/README.md` |
//! | rules that see all stories at once | `check` on the archive: series, persons, positions, bodies, cited documents |
//! | who may see a story, and when | [`model::state`] |
//! | the words of an article, of a page, of a paper | `templates/news`, `templates/site`, `templates/pdf` |
//! | which papers a story gives | `papers::choose` |
//! | cards, feeds, calendar, search, old addresses | `render::pdf::card`, `render::feeds`, `render::search`, `render::site::moved` |
//! | what is not made again | [`cache`]: photos, cards and PDFs by the digest of all that goes into them |
//!
//! # Words of the field
//!
//! | here | Vietnamese | what it is |
//! |---|---|---|
//! | story | *tin* | a folder with at least one record |
//! | meeting, conclusions, budget, news | *cuộc họp, kết luận, kinh phí, tin* | its records |
//! | paper | *văn bản* | an official document made of them: invitation, programme, minutes, notice, report |
//! | document | *văn bản* | an official document written as one, in `document.yaml` |
//! | kind | *tên loại* | one of the 29 kinds of the decree, a row of [`record::kinds::KINDS`] |
//! | issuer, signer | *cơ quan ban hành, người ký* | who a paper is by |
//! | register | *danh bạ* | `people.yaml`: persons with positions by date, bodies with their names by date |
//! | bridge point, side | *điểm cầu, bên* | where people sit online, at which side of the table |
//! | reach | *phạm vi* | whether a story is for the public, for the office or for nobody |
//! | card | *ảnh chia sẻ* | the picture shown where a page is shared |
//! | fault | *lỗi* | a [`diag::Diagnostic`] |
//! | the decree | *Nghị định 30/2020/NĐ-CP* | how official documents are set: Annex I form, II capitals, III codes and samples |
//!
//! # Absent on purpose
//!
//! Network, global state, plugins, feature flags, code the compiler cannot check, floating-point money, environment outside `cli`,
//! and a clock anywhere but in `main`: the same input gives the same bytes on any machine, with any number of threads.

pub mod archive;
pub mod cache;
pub mod check;
pub mod cli;
pub mod diag;
pub mod load;
pub mod markdown;
pub mod model;
pub mod news;
pub mod papers;
pub mod project;
pub mod record;
pub mod render;
pub mod source;
pub mod template;
pub mod text;
pub mod viet;
pub mod write;

use check::{Asked, Depth};
use diag::{Diagnostic, Severity};
use jiff::civil::DateTime;
use model::{Hidden, Options};
use project::Project;
use render::Sink;

/// The whole line: reads a project and hands every output to `sink`; returns all faults, sorted.
///
/// Errors found before rendering stop it there; an error while rendering leaves outputs that must not be kept.
pub fn build(project: &Project, options: &Options, sink: &dyn Sink) -> Vec<Diagnostic> {
    build_and_tell(project, options, Depth::Facts, sink).0
}

/// A story that is not on the public site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its permanent id.
    pub id: String,
    /// The record that stands for it in messages and in `manifest.json`.
    pub record: String,
    /// Why it is kept from the site.
    pub reason: Hidden,
    /// The moment of its publication, which is still to come where that is the reason; Vietnam's time.
    pub due: DateTime,
}

/// [`build`] with the records read as deep as asked, and which stories are not on the site, and why.
pub fn build_and_tell(
    project: &Project,
    options: &Options,
    depth: Depth,
    sink: &dyn Sink,
) -> (Vec<Diagnostic>, Vec<LeftOut>) {
    let (site, mut faults) = checked(project, options, depth);
    let hidden = site
        .iter()
        .flat_map(|site| &site.stories)
        .filter(|story| options.only.as_deref().is_none_or(|only| story.is(only)))
        .filter_map(|story| {
            let record = story.source.path.clone();
            Some(LeftOut { id: story.id.clone(), record, reason: story.hidden?, due: story.due })
        })
        .collect();
    if let Some(site) = site.filter(|_| !diag::has_errors(&faults)) {
        let plan = render::plan(&site);
        render::render(project, &site, &plan, sink, &mut faults);
    }
    diag::sort(&mut faults);
    (faults, hidden)
}

/// The line up to the site: everything that is wrong with the records, their language included, and which documents
/// cannot be made as asked; nothing rendered.
pub fn check(project: &Project, options: &Options) -> Vec<Diagnostic> {
    let (site, mut faults) = checked(project, options, Depth::Language);
    faults.extend(site.iter().flat_map(render::foresee));
    diag::sort(&mut faults);
    faults
}

/// Proof-reads a pasted text, by the house style and the register of the project it is checked in, if there is one.
pub fn check_text(bytes: Vec<u8>, name: &str, project: Option<&Project>, options: &Options) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let frame = project.map(|project| load::frame(&project.root, &mut faults)).unwrap_or_default();
    // What is merely doubtful about the project's own files is told when the project is checked.
    faults.retain(|fault| fault.severity == Severity::Error);
    if let Some(source) = load::text::from_bytes(bytes, name, &mut faults) {
        faults.extend(check::check_text(&source, today(options), &frame));
    }
    diag::sort(&mut faults);
    faults
}

fn checked(project: &Project, options: &Options, depth: Depth) -> (Option<model::Site>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let records = load::load(&project.root, &mut faults);
    check::check(&records, Asked { depth, today: today(options) }, &mut faults);
    let site = model::resolve::resolve(records, options, &mut faults);
    (site, faults)
}

fn today(options: &Options) -> Option<viet::date::Ymd> {
    viet::date::Ymd::from_iso(&options.as_of.date().to_string()).ok()
}
