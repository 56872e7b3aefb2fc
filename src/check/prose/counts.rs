//! Heads, votes and bridge points told in words against those recorded: *49/53 đại biểu*, *12 điểm cầu*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::meeting::Meeting;
use crate::record::value::Count;

/// Whom a quorum is told of.
const HEADS: [&str; 3] = ["đại biểu", "ủy viên", "thành viên"];

/// Checks the counts in a story's words.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let facts = Facts::of(&meeting.record);
    if facts.heads.is_some() {
        for noun in HEADS {
            for (at, _) in proof.text.match_indices(noun) {
                faults.extend(facts.ratio(proof, at, at + noun.len()));
                faults.extend(facts.present(proof, at, at + noun.len()));
            }
        }
    }
    if facts.bridges.is_some() {
        for (at, _) in proof.text.match_indices("điểm cầu") {
            faults.extend(facts.bridge_points(proof, at));
        }
    }
}

struct Facts {
    /// Present and members, as far as both or one are exact.
    heads: Option<(Option<i64>, Option<i64>)>,
    /// Every number that a vote or a head count holds.
    known: Vec<i64>,
    bridges: Option<i64>,
}

fn exact(count: Option<&Count>) -> Option<i64> {
    count.filter(|count| count.qualifier.is_empty() && count.number > 0).map(|count| count.number)
}

impl Facts {
    fn of(meeting: &Meeting) -> Facts {
        let attendance = meeting.attendance.as_ref();
        let present = exact(attendance.and_then(|attendance| attendance.present.as_ref()));
        let members = exact(attendance.and_then(|attendance| attendance.membership.as_ref()));
        let invited = attendance.and_then(|attendance| attendance.invited.as_ref());
        let votes = meeting.votes.iter().flat_map(|vote| {
            let more = [&vote.against, &vote.abstain, &vote.not_voting, &vote.not_taking_part, &vote.base_count];
            more.into_iter().flatten().chain([&vote.approve])
        });
        let ballots = meeting.personnel.iter().flat_map(|one| [&one.approve, &one.ballots, &one.base_count]);
        let known = votes.chain(ballots.flatten()).chain(invited).map(|count| count.number);
        Facts {
            known: known.chain(present).chain(members).collect(),
            heads: (present.is_some() || members.is_some()).then_some((present, members)),
            bridges: exact(meeting.bridges.as_ref().and_then(|bridges| bridges.count.as_ref())),
        }
    }

    /// "49/53 đại biểu": the second is everybody, the first somebody's count.
    fn ratio(&self, proof: &Proof, noun: usize, end: usize) -> Option<Diagnostic> {
        let (range, written) = number_before(&proof.text, noun)?;
        let (part, whole) = written.split_once('/')?;
        let (part, whole): (i64, i64) = (part.parse().ok()?, whole.parse().ok()?);
        let members = self.heads?.1;
        let known = |number| self.known.contains(&number);
        if members.is_none() || (known(part) && known(whole)) {
            return None;
        }
        // A ratio of which neither number is known speaks of other people.
        if !known(part) && !known(whole) {
            return None;
        }
        // "10/53 đại biểu là nữ" is a share of its own; of those who came it is said that they came.
        let after = proof.text[end..].trim_start();
        if known(whole) && !["có mặt", "tham dự", "dự họp"].iter().any(|words| after.starts_with(words)) {
            return None;
        }
        let right = if known(whole) { self.heads?.0? } else { members? };
        let wrong = if known(whole) { part } else { whole };
        let fault = proof.fault("prose-count", range).with("right", right);
        Some(fault.hint(mend(wrong, right)))
    }

    /// "52 đại biểu có mặt", "có mặt 52 đại biểu".
    fn present(&self, proof: &Proof, noun: usize, end: usize) -> Option<Diagnostic> {
        let right = self.heads?.0?;
        let (range, written) = number_before(&proof.text, noun)?;
        let wrong: i64 = written.parse().ok()?;
        let after = proof.text[end..].trim_start().starts_with("có mặt");
        let before = proof.text[..range.start].trim_end().ends_with("có mặt");
        if !(after || before) || wrong == right {
            return None;
        }
        let fault = proof.fault("prose-count", range).with("right", right);
        Some(fault.hint(mend(wrong, right)))
    }

    /// More bridge points than there are; fewer may be those of one level.
    fn bridge_points(&self, proof: &Proof, noun: usize) -> Option<Diagnostic> {
        let right = self.bridges?;
        let (range, written) = number_before(&proof.text, noun)?;
        let wrong: i64 = written.parse().ok()?;
        let fault = || proof.fault("prose-count", range).with("right", right);
        (wrong > right).then(|| fault().hint(mend(wrong, right)))
    }
}

fn mend(wrong: i64, right: i64) -> Message {
    Message::new("prose-count.hint").with("wrong", wrong).with("right", right)
}

/// The digits right before a noun, with a stroke between two of them; nothing behind a word of approximation.
fn number_before(text: &str, noun: usize) -> Option<(Range<usize>, String)> {
    let before = text[..noun].trim_end_matches([' ', '\u{a0}']);
    let blank = noun - before.len();
    let start = before
        .rfind(|c: char| !(c.is_ascii_digit() || c == '/'))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let digits = &before[start..];
    let free = !before[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '-'));
    let lead = before[..start].trim_end();
    let about = ["gần", "hơn", "trên", "khoảng", "ước", "thêm"].iter().any(|word| lead.ends_with(word));
    (blank > 0 && free && !about && !digits.is_empty()).then(|| (start..before.len(), digits.to_owned()))
}
