//! The number of a meeting in its series, as the lead tells it: *Kỳ họp thứ tư* of the third one.

use super::days::leads;
use super::facts::spelt;
use super::words::{Slot, Word, words};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::viet::roman;

/// Checks the first ordinal of a lead.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = story.meeting.as_ref().map(|meeting| &meeting.record) else { return };
    let title = words(&meeting.title, 0..meeting.title.len());
    let Some((at, own)) = (1..title.len()).find_map(|at| Some((at, ordinal(&title, at)?))) else { return };
    // *Kỳ họp thứ*, *lần thứ*: the word before tells which series is counted.
    let named = at.checked_sub(2).map(|before| title[before].key.as_str());
    for lead in leads(story, proof) {
        let text = words(&proof.text, lead);
        let alike = |at: &usize| *at >= 2 && Some(text[*at - 2].key.as_str()) == named && !text[*at - 1].opens;
        let Some(at) = (1..text.len()).filter(|at| ordinal(&text, *at).is_some()).find(alike) else { continue };
        // Later ordinals of a lead may be of other meetings; the first is this one's.
        if ordinal(&text, at) != Some(own) {
            let right = &title[title.iter().position(|word| word.key == "thứ").map_or(0, |thu| thu + 1)].range;
            let right = &meeting.title[right.clone()];
            let mut fault = proof.fault("prose-day", text[at].range.clone()).with("right", right);
            fault.message.id = "prose-day.ordinal";
            faults.push(fault.hint(Message::new("prose-day.hint.ordinal").with("right", right)));
        }
    }
}

/// The number behind *thứ*.
fn ordinal(text: &[Word], at: usize) -> Option<u32> {
    (text[at - 1].key == "thứ" && !text[at].opens).then_some(())?;
    match text[at].slot {
        Some(Slot::Roman) => roman::value(&text[at].key),
        Some(Slot::Number) => text[at].key.parse().ok(),
        None if text[at].key == "nhất" => Some(1),
        None if text[at].key == "tư" => Some(4),
        None => u32::try_from(spelt(&text[at].key)?).ok(),
        _ => None,
    }
}
