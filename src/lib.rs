//! Bantin turns a folder of YAML records about meetings, budgets and conclusions into Vietnamese news articles,
//! a public archive site and official PDFs. One record, every document.
//!
//! # The line
//!
//! ```text
//!  content/*.yaml       rules               links, slugs            pages as values      bytes          disk
//!  ─────────►  load ──────────► check ──────────► resolve ──────────► plan ──────────► render ─────────► write
//!    Project     Records          (same Records)    Site                Pages           Outputs           Written
//!                   └───────────── diagnostics flow along the whole line, printed once, in main ──────────────┘
//! ```
//!
//! # The layers, each importing only from below
//!
//! | row | modules | may touch |
//! |---|---|---|
//! | 10 | `main`, [`cli`] | terminal, exit, clock, arguments |
//! | 8 | [`build`] | — |
//! | 7 | [`write`] | the output folders |
//! | 6 | [`render`] | rayon; typst only in `render::pdf` |
//! | 5 | [`news`], [`papers`] | — |
//! | 4 | [`template`], [`text`], [`cache`] | minijinja only in `template`; `.bantin/cache/` only in `cache` |
//! | 3c | [`check`] | — |
//! | 3b | [`model`] | — |
//! | 3a | [`load`] | `content/`, the YAML crate only in `load` |
//! | 2 | [`record`], [`project`], [`archive`] | templates and fonts only in `project`, foreign PDFs only in `archive` |
//! | 1 | [`diag`] | — |
//! | 0 | [`source`], [`markdown`], [`viet`] | std, Unicode tables, embedded language data |
//!
//! # One record on its way
//!
//! `planned: 59 tỷ đồng` in a `budget.yaml` is a [`record::node::Node`] with its place after [`load`], an exact
//! [`record::value::Amount`] in a [`record::budget::Line`], a term of the sum that [`check`] compares, a figure with its rate in
//! [`model::figures`], a clause of `templates/news/figures.txt`, a cell of the page's table and of the report's, and two lines of
//! `manifest.json`.
//!
//! # Words of the field
//!
//! | here | Vietnamese | what it is |
//! |---|---|---|
//! | story | *tin* | a folder with at least one record |
//! | meeting, conclusions, budget | *cuộc họp, kết luận, kinh phí* | its records |
//! | paper | *văn bản* | an official document made of them: invitation, programme, minutes, notice, report |
//! | document | *văn bản* | an official document written as one, in `document.yaml` |
//! | kind | *tên loại* | one of the 29 kinds of the decree, a row of [`record::kinds::KINDS`] |
//! | issuer, signer | *cơ quan ban hành, người ký* | who a paper is by |
//! | bridge point, side | *điểm cầu, bên* | where people sit online, at which side of the table |
//! | fault | *lỗi* | a [`diag::Diagnostic`] |
//!
//! # Absent on purpose
//!
//! Network, global state, plugins, feature flags, code the compiler cannot check, floating-point money, and a clock anywhere but in `main`.

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
use diag::Diagnostic;
use model::{Hidden, Options};
use project::Project;
use render::Sink;

/// The whole line: reads a project and hands every output to `sink`; returns all faults, sorted.
///
/// Errors found before rendering stop it there; an error while rendering leaves outputs that must not be kept.
pub fn build(project: &Project, options: &Options, sink: &dyn Sink) -> Vec<Diagnostic> {
    build_and_tell(project, options, sink).0
}

/// [`build`], and why each story that is not on the site is kept from it.
pub fn build_and_tell(project: &Project, options: &Options, sink: &dyn Sink) -> (Vec<Diagnostic>, Vec<Hidden>) {
    let (site, mut faults) = checked(project, options, Depth::Facts);
    let hidden = site
        .iter()
        .flat_map(|site| &site.stories)
        .filter(|story| options.only.as_deref().is_none_or(|only| story.is(only)))
        .filter_map(|story| story.hidden)
        .collect();
    if let Some(site) = site.filter(|_| !diag::has_errors(&faults)) {
        let plan = render::plan(&site);
        render::render(project, &site, &plan, sink, &mut faults);
    }
    diag::sort(&mut faults);
    (faults, hidden)
}

/// The line up to the site: everything that is wrong with the records, their language included; nothing rendered.
pub fn check(project: &Project, options: &Options) -> Vec<Diagnostic> {
    let (_, mut faults) = checked(project, options, Depth::Language);
    diag::sort(&mut faults);
    faults
}

/// Proof-reads a pasted text.
pub fn check_text(bytes: Vec<u8>, name: &str, options: &Options) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    if let Some(source) = load::text::from_bytes(bytes, name, &mut faults) {
        faults.extend(check::check_text(&source, today(options)));
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
