//! The table of rules: the only list of what is looked for in records. Faults of YAML and of values are not rules.

use Severity::{Error, Warning};

use crate::diag::{Lang, Severity, message};

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

/// All rules, by family. Errors stop a build; what concerns language never does.
pub const RULES: &[Rule] = &[
    rule("sum-mismatch", "sums", Error),
    rule("sum-rounding", "sums", Warning),
    rule("sum-rest", "sums", Warning),
    rule("rate-mismatch", "sums", Error),
    rule("rate-absurd", "sums", Error),
    rule("unit-mixed", "sums", Error),
    rule("sum-skipped", "sums", Warning),
    rule("amount-negative", "sums", Error),
    rule("vote-count", "votes", Error),
    rule("vote-short", "votes", Warning),
    rule("vote-rate", "votes", Error),
    rule("attendance-count", "votes", Error),
    rule("quorum", "votes", Warning),
    rule("photo-missing", "facts", Error),
    rule("photo-alt", "facts", Warning),
    rule("attachment-missing", "facts", Error),
    rule("date-order", "facts", Error),
    rule("deadline-past", "facts", Warning),
    rule("link-unsafe", "facts", Error),
    rule("time-order", "schedule", Warning),
    rule("outside-meeting", "schedule", Warning),
    rule("review-early", "schedule", Warning),
    rule("change-backwards", "rescheduling", Error),
    rule("change-idle", "rescheduling", Error),
    rule("change-late", "rescheduling", Warning),
    rule("called-off-held", "rescheduling", Error),
    rule("cited-later", "citations", Warning),
    rule("cited-two-ways", "citations", Warning),
    rule("citation-incomplete", "citations", Warning),
    rule("paper-date", "papers", Warning),
    rule("notice-late", "papers", Warning),
    rule("paper-kind", "papers", Warning),
    rule("paper-incomplete", "papers", Warning),
    rule("minutes-incomplete", "papers", Warning),
    rule("count-list", "lists", Warning),
    rule("change-mismatch", "changes", Warning),
    rule("person-two-ways", "persons", Warning),
    rule("honorific-two-ways", "persons", Warning),
    rule("position-two-ways", "positions", Warning),
    rule("position-register", "positions", Warning),
    rule("body-two-names", "bodies", Warning),
    rule("body-former", "bodies", Warning),
    rule("series-order", "series", Warning),
    rule("prose-day", "prose", Warning),
    rule("prose-name", "prose", Warning),
    rule("prose-position", "prose", Warning),
    rule("prose-count", "prose", Warning),
    rule("prose-reference", "prose", Warning),
    rule("prose-host", "prose", Warning),
    rule("prose-task", "prose", Warning),
    rule("prose-echo", "prose", Warning),
    rule("prose-fact", "prose", Warning),
    rule("document-secret", "documents", Error),
    rule("signer-authority", "documents", Error),
    rule("signer-position", "documents", Error),
    rule("signer-rank", "documents", Warning),
    rule("signature-picture", "documents", Error),
    rule("photo-unlisted", "documents", Error),
    rule("appendix-unmentioned", "documents", Warning),
    rule("spelling", "spelling", Warning),
    rule("tone-mixed", "spelling", Warning),
    rule("i-y-mixed", "spelling", Warning),
    rule("space-before", "spacing", Warning),
    rule("space-after", "spacing", Warning),
    rule("space-double", "spacing", Warning),
    rule("mark-doubled", "spacing", Warning),
    rule("hyphen-lopsided", "spacing", Warning),
    rule("bracket-unclosed", "brackets", Warning),
    rule("quote-mixed", "marks", Warning),
    rule("dash-mixed", "marks", Warning),
    rule("word-doubled", "doubled", Warning),
    rule("capital", "capitals", Warning),
    rule("sentence-capital", "sentences", Warning),
    rule("comma-subject", "sentences", Warning),
    rule("sentence-cut", "sentences", Warning),
    rule("end-mark", "sentences", Warning),
    rule("sentence-long", "sentences", Warning),
    rule("abbreviation-undefined", "abbreviations", Warning),
    rule("abbreviation-twice", "abbreviations", Warning),
    rule("abbreviation-two-ways", "abbreviations", Warning),
    rule("reference-form", "references", Warning),
    rule("reference-kind", "references", Warning),
    rule("reference-so", "references", Warning),
    rule("reference-year", "references", Warning),
    rule("reference-issuer", "references", Warning),
    rule("reference-date", "references", Warning),
    rule("reference-near", "references", Warning),
    rule("term-figures", "references", Warning),
    rule("date-impossible", "dates", Warning),
    rule("date-weekday", "dates", Warning),
    rule("date-zero", "dates", Warning),
    rule("date-mixed", "dates", Warning),
    rule("time-course", "times", Warning),
    rule("date-named", "times", Warning),
    rule("term-years", "times", Warning),
    rule("date-span", "spans", Warning),
    rule("place-former", "places", Warning),
    rule("place-spelling", "places", Warning),
    rule("name-two-ways", "names", Warning),
    rule("name-syllable", "names", Warning),
    rule("count-announced", "counts", Warning),
    rule("prose-rate", "figures", Warning),
    rule("prose-sum", "figures", Warning),
    rule("prose-change", "figures", Warning),
    rule("prose-product", "figures", Warning),
    rule("amount-words", "figures", Warning),
    rule("number-english", "figures", Warning),
    rule("number-mixed", "figures", Warning),
];

const fn rule(name: &'static str, family: &'static str, severity: Severity) -> Rule {
    Rule { name, family, severity }
}

/// The families in the order of the table.
pub fn families() -> Vec<&'static str> {
    let mut families: Vec<&str> = RULES.iter().map(|rule| rule.family).collect();
    families.dedup();
    families
}

/// What a family is called.
pub fn heading(family: &str, lang: Lang) -> &'static str {
    message::pattern(&format!("family-{family}"), lang).unwrap_or_default()
}

/// The head line of a rule's explanation.
pub fn head(name: &str, lang: Lang) -> &'static str {
    explanation(name, lang).and_then(|text| text.lines().next()).unwrap_or_default()
}

/// A rule by its name.
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// What a rule is about: its head line, then why it exists, a bad example and a good one.
pub fn explanation(name: &str, lang: Lang) -> Option<&'static str> {
    let texts = match lang {
        Lang::Vi => include_str!("../../templates/rules/vi.txt"),
        Lang::En => include_str!("../../templates/rules/en.txt"),
    };
    let mut entries = texts.split("\n== ").skip(1);
    entries.find_map(|entry| entry.strip_prefix(name)?.strip_prefix('\n')).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every rule is explained in both languages, and nothing else is.
    #[test]
    fn every_rule_is_explained() {
        for lang in [Lang::Vi, Lang::En] {
            for rule in RULES {
                let text = explanation(rule.name, lang).unwrap_or_else(|| panic!("{} is not explained", rule.name));
                assert!(text.lines().count() >= 4, "{}: a head, a reason, a bad and a good example", rule.name);
            }
        }
        let count = |text: &str| text.matches("\n== ").count();
        assert_eq!(count(include_str!("../../templates/rules/vi.txt")), RULES.len());
        assert_eq!(count(include_str!("../../templates/rules/en.txt")), RULES.len());
    }
}
