//! Where the time of a build goes, stage by stage, on one thread: `cargo bench --bench stages -- PROJECT`.
//!
//! `PROJECT` is a project such as `convert.py` makes; without one the sample project is taken, over and over.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use bantin::diag::Diagnostic;
use bantin::model::resolve::resolve;
use bantin::model::{Options, Show};
use bantin::news::{self, Length};
use bantin::project::Project;
use bantin::render::site::Pages;
use bantin::render::{Output, Sink};
use bantin::template::Engine;
use bantin::viet::nobreak;
use jiff::civil::date;

struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, output: Output) {
        std::hint::black_box(output);
    }
}

/// Runs a job and prints what it took, in all and for each story.
fn timed<T>(name: &str, stories: usize, job: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = job();
    let took: Duration = start.elapsed();
    let each = took.as_secs_f64() * 1e6 / stories.max(1) as f64;
    println!("{name:32} {:9.1} ms {each:9.1} µs a story", took.as_secs_f64() * 1e3);
    done
}

fn main() {
    let root =
        std::env::args().skip(1).find(|word| !word.starts_with("--")).map_or_else(|| PathBuf::from("."), PathBuf::from);
    let project = Project::at(root);
    let as_of = date(2026, 11, 22).at(12, 0, 0, 0);
    let options = Options { as_of, drafts: Show::Published, base_url: None, only: None };
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().unwrap_or_default();
    let mut faults: Vec<Diagnostic> = Vec::new();
    let records = bantin::load::load(&project.root, &mut faults);
    let many = records.stories.len();
    let records = timed("load (again, warm)", many, || {
        drop(records);
        bantin::load::load(&project.root, &mut faults)
    });
    let asked = bantin::check::Asked { depth: bantin::check::Depth::Facts, today: None };
    timed("check", many, || bantin::check::check(&records, asked, &mut faults));
    let Some(of) = timed("resolve", many, || resolve(records, &options, &mut faults)) else { return };
    let Some(engine) = timed("templates", 1, || Engine::new(&project, &of, &mut faults)) else { return };
    let facts = timed("facts for templates", many, || of.stories.iter().map(news::facts).collect::<Vec<_>>());
    let mut articles = Vec::new();
    for length in Length::ALL {
        timed(&format!("article, {length:?}"), many, || {
            articles = facts.iter().filter_map(|facts| news::article(&engine, &of, facts, length).ok()).collect();
        });
    }
    timed("no-break rules", many, || {
        articles.iter().flat_map(|article| &article.paragraphs).map(|text| nobreak::bind(text).len()).sum::<usize>()
    });
    timed("JSON", many, || {
        of.stories.iter().map(|story| serde_json::to_vec(story).map_or(0, |json| json.len())).sum::<usize>()
    });
    timed("all files of the site's stories", many, || {
        let plan = bantin::render::plan(&of);
        let pages = Pages::new(&engine, &of, &plan);
        (0..plan.stories.len()).for_each(|at| drop(pages.render_story(at, &Nowhere)));
    });
}
