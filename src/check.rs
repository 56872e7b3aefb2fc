//! Reads the records like a careful colleague; the table of rules, a file per family.

pub mod facts;
pub mod rules;
pub mod sums;
pub mod votes;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::load::{Records, StoryRecords};
use crate::model::Options;
use crate::record::common::Common;
use crate::source::Source;

/// A family of rules: looks at one story and notes faults.
type Family = fn(&StoryRecords, &mut Vec<Diagnostic>);

const FAMILIES: [Family; 3] = [sums::check, votes::check, facts::check];

/// Runs all rules over all stories, on all cores; what a record allows with a reason is dropped.
pub fn check(records: &Records, _options: &Options, faults: &mut Vec<Diagnostic>) {
    let found: Vec<Vec<Diagnostic>> = records.stories.par_iter().map(check_story).collect();
    faults.extend(found.into_iter().flatten());
}

fn check_story(story: &StoryRecords) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for family in FAMILIES {
        family(story, &mut found);
    }
    for (source, common) in commons(story) {
        allow(source, common, &mut found);
    }
    found
}

/// The common keys of each record of a story.
pub fn commons(story: &StoryRecords) -> Vec<(&Arc<Source>, &Common)> {
    let meeting = story.meeting.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let budget = story.budget.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let conclusions = story.conclusions.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    let news = story.news.as_ref().map(|sourced| (&sourced.source, &sourced.record.common));
    [meeting, budget, conclusions, news].into_iter().flatten().collect()
}

/// Drops what the record allows; a rule that does not exist, or cannot be allowed, is a fault itself.
fn allow(source: &Arc<Source>, common: &Common, found: &mut Vec<Diagnostic>) {
    for allowed in &common.allow {
        match rules::find(&allowed.rule) {
            Some(_) => found.retain(|fault| fault.rule != &*allowed.rule || fault.source.as_ref() != Some(source)),
            None => {
                let names: Vec<&str> = rules::RULES.iter().map(|rule| rule.name).collect();
                let hint = match crate::record::nearest(&allowed.rule, &names) {
                    Some(near) => crate::diag::Message::new("did-you-mean").with("near", near),
                    None => crate::diag::Message::new("allow-unknown.hint").with("rules", names.join(", ")),
                };
                found.push(
                    Diagnostic::error("allow-unknown")
                        .with("rule", &allowed.rule)
                        .at(source, allowed.rule.span)
                        .hint(hint),
                );
            }
        }
    }
}
