//! `bantin explain`: the rules with their reasons, so that a clerk can judge a warning and an editor a mend.

use clap::ArgMatches;

use super::{Voice, code, out};
use crate::check::rules;
use crate::diag::{Diagnostic, Message, Severity};

/// Prints one rule with its reason and examples, or the list of rules.
pub fn run(matches: &ArgMatches, voice: Voice) -> u8 {
    let Some(name) = matches.get_one::<String>("rule") else {
        list(voice);
        return code::DONE;
    };
    if let Some(text) = rules::explanation(name, voice.lang) {
        out(&format!("{name}\n\n{text}\n"));
        return code::DONE;
    }
    let names: Vec<&str> = rules::RULES.iter().map(|rule| rule.name).collect();
    let hint = match crate::record::nearest(name, &names) {
        Some(near) => Message::new("did-you-mean").with("near", near),
        None => Message::new("allow-unknown.hint"),
    };
    voice.faults(&[Diagnostic::error("explain-unknown").with("rule", name).hint(hint)]);
    code::USAGE
}

/// All rules by family, each with its weight and what it flags.
fn list(voice: Voice) {
    for family in rules::families() {
        out(&format!("{}\n", rules::heading(family, voice.lang)));
        for rule in rules::RULES.iter().filter(|rule| rule.family == family) {
            let word = Message::new(if rule.severity == Severity::Error { "word-error" } else { "word-warning" });
            let (word, head) = (word.text(voice.lang), rules::head(rule.name, voice.lang));
            out(&format!("  {:<24}{word:<10}{head}\n", rule.name));
        }
    }
}
