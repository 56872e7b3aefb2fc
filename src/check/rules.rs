//! The table of rules: the only list of what is looked for in records. Faults of YAML and of values are not rules.

use crate::diag::Severity;

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, after the fault.
    pub name: &'static str,
    /// The family it is checked with.
    pub family: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
}

/// All rules, by family.
pub const RULES: [Rule; 11] = [
    rule("sum-mismatch", "sums", Severity::Error),
    rule("sum-rounding", "sums", Severity::Warning),
    rule("rate-mismatch", "sums", Severity::Error),
    rule("vote-count", "votes", Severity::Error),
    rule("vote-rate", "votes", Severity::Error),
    rule("attendance-count", "votes", Severity::Error),
    rule("photo-missing", "facts", Severity::Error),
    rule("attachment-missing", "facts", Severity::Error),
    rule("date-order", "facts", Severity::Error),
    rule("deadline-past", "facts", Severity::Warning),
    rule("link-unsafe", "facts", Severity::Error),
];

const fn rule(name: &'static str, family: &'static str, severity: Severity) -> Rule {
    Rule { name, family, severity }
}

/// A rule by its name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
