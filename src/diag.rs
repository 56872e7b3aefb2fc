//! One voice for faults: what is wrong, where, and how to mend it, for people (two languages) and machines.

mod human;
pub mod message;
pub mod print;

use std::sync::Arc;

pub use message::{Lang, Message};

use crate::source::{Place, Source, Span};

/// How bad it is. Errors stop the build; warnings stop it under `--strict`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing may ship.
    Error,
    /// Worth a look before it ships.
    Warning,
}

/// One fault — *lỗi*: the only shape in which YAML, rules, templates and typesetting complain.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The rule's name, such as `sum-mismatch`.
    pub rule: &'static str,
    /// What is wrong.
    pub message: Message,
    /// How to mend it.
    pub hints: Vec<Message>,
    /// The file, if the fault has one.
    pub source: Option<Arc<Source>>,
    /// Where in the file.
    pub span: Span,
}

impl Diagnostic {
    /// An error whose message goes by the rule's own name.
    pub fn error(rule: &'static str) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            rule,
            message: Message::new(rule),
            hints: Vec::new(),
            source: None,
            span: Span::default(),
        }
    }

    /// A warning whose message goes by the rule's own name.
    pub fn warning(rule: &'static str) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(rule) }
    }

    /// Where it stands.
    #[must_use]
    pub fn at(mut self, source: &Arc<Source>, span: Span) -> Diagnostic {
        self.source = Some(Arc::clone(source));
        self.span = span;
        self
    }

    /// Fills a `{name}` of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Diagnostic {
        self.message = self.message.with(name, value);
        self
    }

    /// Adds a way to mend it.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Diagnostic {
        self.hints.push(hint);
        self
    }

    /// Adds the hint named `RULE.hint`, if the fault is of a kind that always has the same mend.
    #[must_use]
    pub fn hint_id(self, id: &'static str) -> Diagnostic {
        self.hint(Message::new(id))
    }

    /// The file's name, or nothing.
    pub fn path(&self) -> &str {
        self.source.as_ref().map_or("", |source| source.path.as_str())
    }

    /// Line and column, if the fault has a file.
    pub fn place(&self) -> Option<Place> {
        self.source.as_ref().map(|source| source.place(self.span.start as usize))
    }
}

/// Sorts by file and place, errors before warnings on one spot, and drops exact repetitions.
pub fn sort(faults: &mut Vec<Diagnostic>) {
    fn key(fault: &Diagnostic) -> (&str, Span, Severity, &str) {
        (fault.path(), fault.span, fault.severity, fault.rule)
    }
    faults.sort_by(|a, b| key(a).cmp(&key(b)));
    faults.dedup();
}

/// Whether the build must stop.
pub fn has_errors(faults: &[Diagnostic]) -> bool {
    faults.iter().any(|fault| fault.severity == Severity::Error)
}
