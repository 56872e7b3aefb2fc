//! minijinja over the project's templates: filters from `viet`, errors as our diagnostics.

mod escape;
mod filters;

use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};

use crate::diag::Diagnostic;
use crate::model::Site;
use crate::project::Project;
use crate::source::{Source, Span};

/// What parts paragraphs in what templates write, where they say `¶`: a sign that no record can hold, since there it is white
/// space, and as long as the one it stands for, so that faults keep their places.
pub const PARAGRAPH: char = '\u{85}';

/// The sign by which templates say it.
const WRITTEN: char = '¶';

/// The template engine of one build, shared by all threads.
pub struct Engine {
    env: Environment<'static>,
}

impl Engine {
    /// Reads and checks all templates of the project; `None` if one of them is faulty.
    pub fn new(project: &Project, site: &Site, faults: &mut Vec<Diagnostic>) -> Option<Engine> {
        let mut env = Environment::new();
        env.set_undefined_behavior(UndefinedBehavior::Chainable);
        env.set_auto_escape_callback(|name| if name.ends_with(".html") { AutoEscape::Html } else { AutoEscape::None });
        env.set_formatter(escape::format);
        filters::add(&mut env);
        env.add_filter("json_ld", escape::json_ld);
        env.add_filter("csv", |value: Value| escape::csv(&value));
        env.add_filter("csp_hash", escape::csp_hash);
        env.add_global("site", Value::from(Serde(&site.record)));
        env.add_global("base_url", Value::from(site.base_url.clone()));
        let before = faults.len();
        for path in project.template_paths("news").into_iter().chain(project.template_paths("site")) {
            let Some(text) = project.template(&path).filter(|_| path.ends_with(".txt") || path.ends_with(".html"))
            else {
                continue;
            };
            if let Err(error) = env.add_template_owned(path, text.replace(WRITTEN, PARAGRAPH.encode_utf8(&mut [0; 4])))
            {
                faults.push(diagnostic(&error));
            }
        }
        (faults.len() == before).then_some(Engine { env })
    }

    /// Renders a template with its facts.
    ///
    /// # Errors
    /// The template's own fault, with its place.
    pub fn render(&self, name: &str, facts: Value) -> Result<String, Box<Diagnostic>> {
        let render = || self.env.get_template(name)?.render(facts);
        render().map_err(|error: Error| Box::new(diagnostic(&error)))
    }
}

/// The innermost template error with file and line; its English detail is for whoever wrote the template.
fn diagnostic(error: &Error) -> Diagnostic {
    let mut inner = error;
    while let Some(next) = std::error::Error::source(inner).and_then(|source| source.downcast_ref::<Error>()) {
        inner = next;
    }
    let detail =
        inner.detail().map_or_else(|| inner.kind().to_string(), |detail| format!("{}: {detail}", inner.kind()));
    let rule = if inner.kind() == ErrorKind::TemplateNotFound { "template-missing" } else { "template-failed" };
    let fault = Diagnostic::error(rule).with("detail", detail);
    match (inner.name(), inner.template_source()) {
        (Some(name), Some(text)) => {
            let range = inner.range().unwrap_or_default();
            let text = text.replace(PARAGRAPH, WRITTEN.encode_utf8(&mut [0; 4]));
            fault.at(&Source::new(format!("templates/{name}"), text), Span::new(range.start, range.end))
        }
        _ => fault,
    }
}
