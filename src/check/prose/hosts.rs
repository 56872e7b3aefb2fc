//! Who held a meeting, as the words say it, against those who did: *Sở Xây dựng tổ chức Hội nghị*.

use super::bodies::{LONGEST, begins_a_body, is_named, names};
use super::words::words;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;

/// Checks who is said to hold the meeting in the first sentence written by hand.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = story.meeting.as_ref() else { return };
    let Some(organisers) = &meeting.record.organisers else { return };
    let roles = [&organisers.hosting, &organisers.directing, &organisers.partners, &organisers.sponsors];
    let known: Vec<String> = roles.into_iter().flatten().flat_map(|body| names(body, &proof.frame)).collect();
    let Some(right) = organisers.hosting.first().and_then(|body| names(body, &proof.frame).into_iter().next()) else {
        return;
    };
    for (range, _) in proof.values().filter(|(_, by_hand)| *by_hand) {
        let Some(sentence) = proof.sentences(&range).first() else { continue };
        let text = words(&proof.text, sentence.clone());
        let held = text.windows(2).position(|pair| pair[0].key == "tổ" && pair[1].key == "chức");
        let Some(end) = held.filter(|end| *end > 0) else { continue };
        // The nearest word before the verb with which the name of a body begins.
        let begins = |at: &usize| begins_a_body(&proof.text[text[*at].range.clone()]);
        let Some(start) = (0..end).rev().take(LONGEST).find(begins) else { continue };
        let name = text[start].range.start..text[end - 1].range.end;
        let words = &proof.text[name.clone()];
        // *phối hợp với Hội Nông dân tổ chức*: the host is named before.
        let joined = start > 0 && ["với", "và", "cùng"].contains(&text[start - 1].key.as_str());
        let alone =
            !words.contains([',', ';', '(']) && !["phối hợp", " và ", " do "].iter().any(|glue| words.contains(glue));
        if alone && !joined && !known.iter().any(|one| is_named(words, one)) {
            let hint = Message::new("prose-host.hint").with("right", &right);
            faults.push(proof.fault("prose-host", name).with("right", &right).hint(hint));
        }
    }
}
