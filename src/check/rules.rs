//! The table of rules: the only list of what is looked for in records. Faults of YAML and of values are not rules.

use Severity::{Error, Warning};

use crate::diag::{Lang, Severity};

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
pub const RULES: [Rule; 40] = [
    rule("sum-mismatch", "sums", Error),
    rule("sum-rounding", "sums", Warning),
    rule("rate-mismatch", "sums", Error),
    rule("rate-absurd", "sums", Error),
    rule("unit-mixed", "sums", Error),
    rule("sum-skipped", "sums", Warning),
    rule("amount-negative", "sums", Error),
    rule("vote-count", "votes", Error),
    rule("vote-rate", "votes", Error),
    rule("attendance-count", "votes", Error),
    rule("photo-missing", "facts", Error),
    rule("attachment-missing", "facts", Error),
    rule("date-order", "facts", Error),
    rule("deadline-past", "facts", Warning),
    rule("link-unsafe", "facts", Error),
    rule("spelling", "spelling", Warning),
    rule("tone-mixed", "spelling", Warning),
    rule("space-before", "spacing", Warning),
    rule("space-after", "spacing", Warning),
    rule("space-double", "spacing", Warning),
    rule("hyphen-lopsided", "spacing", Warning),
    rule("bracket-unclosed", "brackets", Warning),
    rule("word-doubled", "doubled", Warning),
    rule("capital", "capitals", Warning),
    rule("abbreviation-undefined", "abbreviations", Warning),
    rule("abbreviation-twice", "abbreviations", Warning),
    rule("abbreviation-two-ways", "abbreviations", Warning),
    rule("reference-form", "references", Warning),
    rule("reference-kind", "references", Warning),
    rule("reference-so", "references", Warning),
    rule("reference-year", "references", Warning),
    rule("date-impossible", "dates", Warning),
    rule("date-weekday", "dates", Warning),
    rule("date-zero", "dates", Warning),
    rule("place-former", "places", Warning),
    rule("place-spelling", "places", Warning),
    rule("name-two-ways", "names", Warning),
    rule("count-announced", "counts", Warning),
    rule("prose-rate", "figures", Warning),
    rule("prose-sum", "figures", Warning),
];

const fn rule(name: &'static str, family: &'static str, severity: Severity) -> Rule {
    Rule { name, family, severity }
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
            for rule in &RULES {
                let text = explanation(rule.name, lang).unwrap_or_else(|| panic!("{} is not explained", rule.name));
                assert!(text.lines().count() >= 4, "{}: a head, a reason, a bad and a good example", rule.name);
            }
        }
        let count = |text: &str| text.matches("\n== ").count();
        assert_eq!(count(include_str!("../../templates/rules/vi.txt")), RULES.len());
        assert_eq!(count(include_str!("../../templates/rules/en.txt")), RULES.len());
    }
}
