//! Votes, opinions and guests told in words against the meeting's own: *118 đại biểu tán thành*, *9 ý kiến*, *cùng 124 đại biểu*.

use std::collections::BTreeSet;

use super::words::{Slot, Word, words};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::meeting::Meeting;
use crate::record::value::Count;

/// Words that may stand between a number and *tán thành*.
const VOTERS: [&str; 10] = ["đại", "biểu", "phiếu", "ý", "kiến", "ủy", "uỷ", "viên", "thành", "có"];

/// Words behind *ý kiến* that tell which opinions are meant, not how many there were.
const SOME: [&str; 9] = ["đề", "đồng", "cho", "không", "tán", "băn", "khác", "nhất", "trái"];

/// Checks the numbers of voices in what is written by hand.
pub fn check(story: &StoryRecords, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let facts = Facts::of(&meeting.record);
    for (range, _) in proof.values().filter(|(_, by_hand)| *by_hand) {
        let text = words(&proof.text, range);
        for at in 1..text.len() {
            let wrong = facts.vote(&text, at).or_else(|| facts.opinions(&text, at)).or_else(|| facts.guests(&text, at));
            faults.extend(wrong.map(|(word, wrong, right)| {
                let hint = Message::new("prose-count.hint").with("wrong", wrong).with("right", right);
                proof.fault("prose-count", word.range.clone()).with("right", right).hint(hint)
            }));
        }
    }
}

struct Facts {
    approve: BTreeSet<i64>,
    against: BTreeSet<i64>,
    opinions: Option<i64>,
    /// Who came, or was asked; the first stands for all.
    guests: Vec<i64>,
}

fn exact(count: Option<&Count>) -> Option<i64> {
    count.filter(|count| count.qualifier.is_empty() && count.number > 0).map(|count| count.number)
}

impl Facts {
    fn of(meeting: &Meeting) -> Facts {
        let elected = meeting.personnel.iter().filter_map(|one| one.approve.as_ref());
        let approve = meeting.votes.iter().map(|vote| &vote.approve).chain(elected);
        let attendance = meeting.attendance.as_ref();
        let heads = attendance.into_iter().flat_map(|all| [&all.present, &all.invited, &all.membership]);
        let sides = attendance.into_iter().flat_map(|all| &all.sides).filter_map(|side| side.count.as_ref());
        let bridges = meeting.bridges.iter().flat_map(|bridges| {
            bridges.points.iter().filter_map(|point| point.count.as_ref()).chain(&bridges.participants)
        });
        let main: Vec<i64> = heads.flatten().filter_map(|count| exact(Some(count))).collect();
        let others = sides.chain(bridges).map(|count| count.number);
        Facts {
            approve: approve.map(|count| count.number).collect(),
            against: meeting.votes.iter().filter_map(|vote| vote.against.as_ref()).map(|count| count.number).collect(),
            opinions: exact(meeting.discussion.as_ref().and_then(|discussion| discussion.count.as_ref())),
            guests: if main.is_empty() { Vec::new() } else { main.into_iter().chain(others).collect() },
        }
    }

    /// *118 đại biểu tán thành*, *4 phiếu không tán thành*, where there was one vote.
    fn vote<'w>(&self, text: &'w [Word], at: usize) -> Option<(&'w Word, i64, i64)> {
        (text[at - 1].key == "tán" && text[at].key == "thành").then_some(())?;
        let against = text.get(at.checked_sub(2)?)?.key == "không";
        let known = if against { &self.against } else { &self.approve };
        let right = *known.first().filter(|_| known.len() == 1)?;
        let from = at - 1 - usize::from(against);
        let place = (0..from).rev().take(4).find(|place| !VOTERS.contains(&text[*place].key.as_str()))?;
        let wrong = number(&text[place])?;
        (place + 1 < from && wrong != right).then(|| (&text[place], wrong, right))
    }

    /// *có 9 ý kiến*, *9 lượt ý kiến*; some of them may ask for something.
    fn opinions<'w>(&self, text: &'w [Word], at: usize) -> Option<(&'w Word, i64, i64)> {
        let right = self.opinions?;
        (text[at - 1].key == "ý" && text[at].key == "kiến").then_some(())?;
        let place = at.checked_sub(2)?;
        let place = if text[place].key == "lượt" { place.checked_sub(1)? } else { place };
        let led = ["có", "với", "nghe", "nhận", "được"].contains(&text[place.checked_sub(1)?].key.as_str());
        let some = text.get(at + 1).is_some_and(|next| !next.opens && SOME.contains(&next.key.as_str()));
        let wrong = number(&text[place])?;
        (led && !some && wrong != right).then(|| (&text[place], wrong, right))
    }

    /// *cùng 124 đại biểu*, *124 đại biểu tham dự*.
    fn guests<'w>(&self, text: &'w [Word], at: usize) -> Option<(&'w Word, i64, i64)> {
        let right = *self.guests.first()?;
        (text[at - 1].key == "đại" && text[at].key == "biểu").then_some(())?;
        let place = at.checked_sub(2)?;
        let led = text.get(place.checked_sub(1)?)?.key == "cùng";
        let came = text.get(at + 1).is_some_and(|next| ["dự", "tham"].contains(&next.key.as_str()) && !next.opens);
        let wrong = number(&text[place])?;
        ((led || came) && !self.guests.contains(&wrong)).then(|| (&text[place], wrong, right))
    }
}

/// The number of a slot; of *118/124* the first.
fn number(word: &Word) -> Option<i64> {
    matches!(word.slot?, Slot::Number | Slot::Day).then_some(())?;
    word.key.split('/').next()?.parse().ok()
}
