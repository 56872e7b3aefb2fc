//! Who was elected, dismissed or appointed to what, as the words say it, against the record.

use crate::check::proof::Proof;
use crate::check::prose::posts;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::meeting::PersonnelAction;

/// Verbs with what they say was done.
const VERBS: [(&str, PersonnelAction); 6] = [
    ("bầu ", PersonnelAction::Elected),
    ("miễn nhiệm ", PersonnelAction::Dismissed),
    ("bãi nhiệm ", PersonnelAction::Dismissed),
    ("cho thôi ", PersonnelAction::Dismissed),
    ("bổ nhiệm ", PersonnelAction::Appointed),
    ("phê chuẩn ", PersonnelAction::Confirmed),
];

/// Checks what is told of the persons whose posts were voted on.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let all = &meeting.record.personnel;
    // By name: what the record gives by an id is looked up in the register.
    let named = all.iter().filter_map(|one| {
        let fields = &one.person.fields;
        let id = fields.id.as_deref().or(fields.name.as_deref()).unwrap_or_default();
        let registered = proof.frame.people.get(id);
        let own = registered.map(|known| &*known.name).or(fields.name.as_deref());
        Some((one, own.filter(|name| name.contains(' '))?.to_owned()))
    });
    let named: Vec<_> = named.collect();
    for (one, name) in &named {
        // Of somebody who leaves one post for another both are told.
        if named.iter().filter(|(_, other)| other == name).count() > 1 {
            continue;
        }
        let place = meeting.source.line_of(one.position.span);
        for (value, _) in proof.values().filter(|(_, by_hand)| *by_hand) {
            for (at, _) in proof.text[value.clone()].match_indices(name.as_str()) {
                let range = value.start + at..value.start + at + name.len();
                let before = &proof.text[value.start..range.start];
                let before = before[before.rfind(['.', ';', '\n']).map_or(0, |stop| stop + 1)..].to_lowercase();
                // The verb nearest before the name, in the same sentence.
                let verb = VERBS
                    .iter()
                    .filter_map(|(verb, action)| Some((before.rfind(verb)?, action)))
                    .max_by_key(|row| row.0);
                let Some((_, action)) = verb else { continue };
                let known = [one.position.value.as_str()];
                // Who is dismissed is often told by the post that comes next.
                let other =
                    posts::contradicted(proof, &range, &known).filter(|_| *action != PersonnelAction::Dismissed);
                if *action != one.action || other.is_some() {
                    let right = &one.position.value;
                    let mut fault = proof.fault("prose-position", range).with("place", &place);
                    fault.message.id = if *action == one.action { "prose-position" } else { "prose-position.action" };
                    let fault = fault.with("action", one.action.name());
                    faults.push(fault.hint(Message::new("prose-position.hint").with("right", right)));
                }
            }
        }
    }
}
