//! Heads, votes and bridge points told in words against the meeting's own: *58 vị có mặt*, *49/53 đại biểu tán thành*,
//! *9 ý kiến*, *12 điểm cầu*.

use std::collections::BTreeSet;

use super::facts::{ROUGH, spelt};
use super::words::{Slot, Texts, Word, words};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::load::StoryRecords;
use crate::record::meeting::{Meeting, Vote};
use crate::record::value::Count;

/// Words that may stand between a number and what is said of those it counts.
const COUNTED: [&str; 13] =
    ["đại", "biểu", "vị", "người", "ủy", "uỷ", "viên", "thành", "phiếu", "ý", "kiến", "cán", "bộ"];

/// Words behind *ý kiến* that tell which opinions are meant, not how many there were.
const SOME: [&str; 9] = ["đề", "đồng", "cho", "không", "tán", "băn", "khác", "nhất", "trái"];

/// Checks the numbers of voices in what is written by hand.
pub fn check(story: &StoryRecords, texts: &Texts, proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let Some(meeting) = &story.meeting else { return };
    let facts = Facts::of(&meeting.record);
    for text in &texts.by_hand {
        for at in 0..text.len() {
            let Some(wrong) = number(&text[at]) else { continue };
            let right = || facts.heads(text, at, wrong).or_else(|| facts.votes(text, at, wrong));
            let base = || Some((base(&text[at])?, facts.base(text, at)?));
            let Some((wrong, right)) = right().map(|right| (wrong, right)).or_else(base) else { continue };
            let hint = Message::new("prose-count.hint").with("wrong", wrong).with("right", right);
            faults.push(proof.fault("prose-count", text[at].range.clone()).with("right", right).hint(hint));
        }
    }
}

/// What the record knows of each kind of voices.
struct Facts<'a> {
    /// Who belongs to the body that meets.
    members: BTreeSet<i64>,
    /// Who came: all, and each side and bridge point.
    present: BTreeSet<i64>,
    /// Who was asked; the members, where nobody else was.
    invited: BTreeSet<i64>,
    /// Who stayed away, counted one by one.
    absent: BTreeSet<i64>,
    opinions: BTreeSet<i64>,
    /// How many bridge points there are.
    bridges: Option<i64>,
    votes: &'a [Vote],
    /// Every number of a vote or an election.
    counted: BTreeSet<i64>,
    /// The votes with which somebody was elected or dismissed.
    elected: Vec<i64>,
}

/// A count that is told exactly; *hơn 50* may be any number above.
fn exact(count: Option<&Count>) -> Option<i64> {
    count.filter(|count| count.qualifier.is_empty() && count.number > 0).map(|count| count.number)
}

impl<'a> Facts<'a> {
    fn of(meeting: &'a Meeting) -> Facts<'a> {
        let attendance = meeting.attendance.as_ref();
        let heads = |count: Option<&Count>| exact(count).into_iter().collect::<BTreeSet<i64>>();
        let members = heads(attendance.and_then(|all| all.membership.as_ref()));
        let mut present = heads(attendance.and_then(|all| all.present.as_ref()));
        let mut invited = heads(attendance.and_then(|all| all.invited.as_ref()));
        if !present.is_empty() || !invited.is_empty() {
            // Parts of those who came come too.
            let sides = attendance.into_iter().flat_map(|all| &all.sides).filter_map(|side| side.count.as_ref());
            let bridges = meeting.bridges.iter().flat_map(|bridges| {
                bridges.points.iter().filter_map(|point| point.count.as_ref()).chain(&bridges.participants)
            });
            present.extend(sides.chain(bridges).map(|count| count.number));
        }
        let away = attendance.map_or(&[][..], |all| &all.absent).iter();
        let away: i64 = away.map(|one| one.count.as_ref().map_or(1, |count| count.number)).sum();
        if invited.is_empty() {
            invited.clone_from(&members);
        }
        let votes = meeting.votes.iter().flat_map(|vote| {
            let more = [&vote.against, &vote.abstain, &vote.not_voting, &vote.not_taking_part, &vote.base_count];
            more.into_iter().flatten().chain([&vote.approve])
        });
        let elections = meeting.personnel.iter().flat_map(|one| [&one.approve, &one.ballots, &one.base_count]);
        Facts {
            counted: votes.chain(elections.flatten()).map(|count| count.number).collect(),
            bridges: exact(meeting.bridges.as_ref().and_then(|bridges| bridges.count.as_ref())),
            members,
            present,
            invited,
            absent: Some(away).filter(|away| *away > 0).into_iter().collect(),
            opinions: heads(meeting.discussion.as_ref().and_then(|discussion| discussion.count.as_ref())),
            votes: &meeting.votes,
            elected: meeting.personnel.iter().filter_map(|one| Some(one.approve.as_ref()?.number)).collect(),
        }
    }

    /// The number of heads that is meant, where another is told: *58 vị có mặt*, *tổng số 62 đại biểu*, *9 ý kiến*.
    fn heads(&self, text: &[Word], at: usize, wrong: i64) -> Option<i64> {
        let (before, behind) = (before(text, at), behind(text, at));
        let noun = next(text, at);
        if noun == "điểm" && behind.starts_with("điểm cầu") {
            // Fewer may be those of one level.
            return self.bridges.filter(|all| wrong > *all && !rough(&before));
        }
        let opinions = noun == "ý" || (noun == "lượt" && behind.starts_with("ý"));
        let led = text[at].opens || ["có", "với", "nghe", "nhận", "được"].iter().any(|word| before.ends_with(word));
        let known = match () {
            () if opinions => {
                let rest = behind.trim_start_matches("lượt ").trim_start_matches("ý kiến").trim_start();
                let some = SOME.iter().any(|word| rest.starts_with(word));
                let led =
                    led || ["đã", "phát", "tham", "thảo", "góp", "được"].iter().any(|word| rest.starts_with(word));
                &self.opinions.clone().into_iter().filter(|_| led && !some).collect()
            }
            () if before.ends_with("tổng số") && COUNTED.contains(&noun) => &self.members,
            () if starts(&behind, &["được mời", "được triệu tập"]) => &self.invited,
            () if starts(&behind, &["vắng", "xin vắng"]) => &self.absent,
            () if starts(&behind, &["có mặt", "dự", "tham dự", "tới dự"]) && COUNTED.contains(&noun) => {
                &self.present
            }
            () if before.ends_with("cùng") && noun == "đại" => &self.present,
            () => return None,
        };
        // A number of other heads is right of those: *58 đại biểu tham dự, 62 được mời*.
        let all = [&self.members, &self.invited, &self.present];
        let elsewhere =
            !opinions && !known.is_empty() && known != &self.absent && all.iter().any(|all| all.contains(&wrong));
        known.first().copied().filter(|_| !known.contains(&wrong) && !elsewhere)
    }

    /// How many belong to the body, where a known number is told of others: *50/55 đại biểu*.
    fn base(&self, text: &[Word], at: usize) -> Option<i64> {
        let heads = [&self.members, &self.invited, &self.present];
        let known = |number: i64| self.counted.contains(&number) || heads.iter().any(|heads| heads.contains(&number));
        let members = ["đại", "ủy", "uỷ", "thành"].contains(&next(text, at));
        let told = members && known(number(&text[at])?) && !known(base(&text[at])?);
        self.members.first().copied().filter(|_| told)
    }

    /// The number of votes that is meant, where none has the one told.
    fn votes(&self, text: &[Word], at: usize, wrong: i64) -> Option<i64> {
        let behind = behind(text, at);
        let voice = Voice::told(&behind)?;
        let others: &[i64] = if voice == Voice::For { &self.elected } else { &[] };
        let counted = |vote: &'a Vote| Some((vote, voice.of(vote)?.number));
        let known: Vec<(&Vote, i64)> = self.votes.iter().filter_map(counted).collect();
        if known.iter().any(|(_, number)| *number == wrong) || others.contains(&wrong) {
            return None;
        }
        if let [(_, only)] = known[..] {
            return Some(only).filter(|_| others.is_empty());
        }
        // Of several votes the one whose matter, or whose other numbers, are told here.
        let start = (0..=at).rev().find(|place| text[*place].opens).unwrap_or(0);
        let end = (at + 1..text.len()).find(|place| text[*place].opens).unwrap_or(text.len());
        let near: BTreeSet<&str> = text[start..end].iter().map(|word| word.key.as_str()).collect();
        let told = |vote: &Vote| {
            let matter = words(&vote.matter, 0..vote.matter.len());
            let numbers = [Some(&vote.approve), vote.against.as_ref(), vote.abstain.as_ref()];
            let numbers = numbers.into_iter().flatten().filter(|count| count.number > 2);
            let numbers = numbers.filter(|count| near.contains(count.number.to_string().as_str())).count();
            matter.iter().filter(|word| near.contains(&*word.key)).count() + 3 * numbers
        };
        let (shared, right) = known.iter().map(|(vote, number)| (told(vote), *number)).max()?;
        (shared >= 3).then_some(right)
    }
}

/// Which voices are told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voice {
    For,
    Against,
    Abstaining,
}

impl Voice {
    fn told(behind: &str) -> Option<Voice> {
        let is = |phrases: &[&str]| starts(behind, phrases);
        let against = is(&["không tán thành", "chống", "phản đối"]).then_some(Voice::Against);
        let abstaining = || is(&["không có ý"]).then_some(Voice::Abstaining);
        let approving = || is(&["tán thành", "thuận", "đồng ý", "bầu"]).then_some(Voice::For);
        against.or_else(abstaining).or_else(approving)
    }

    fn of(self, vote: &Vote) -> Option<&Count> {
        match self {
            Voice::For => Some(&vote.approve),
            Voice::Against => vote.against.as_ref(),
            Voice::Abstaining => vote.abstain.as_ref(),
        }
    }
}

/// The two words before a place, in one sentence with it.
fn before(text: &[Word], at: usize) -> String {
    let start = (0..=at).rev().find(|place| text[*place].opens).unwrap_or(0).max(at.saturating_sub(2));
    text[start..at].iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}

/// What is said of those that a number counts: the words behind their noun.
fn behind(text: &[Word], at: usize) -> String {
    let inside = || text[at + 1..].iter().take_while(|word| !word.opens);
    let opinion = |word: &&Word| COUNTED.contains(&word.key.as_str()) && word.key != "ý" && word.key != "kiến";
    let noun = inside().take_while(opinion).count().min(3);
    inside().skip(noun).take(4).map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}

/// The word right behind a place, in one sentence with it.
fn next(text: &[Word], at: usize) -> &str {
    text.get(at + 1).filter(|next| !next.opens).map_or("", |next| &next.key)
}

/// Whether some words begin with one of several phrases, word by word.
fn starts(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| words.strip_prefix(phrase).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// The second number of *118/124*.
fn base(word: &Word) -> Option<i64> {
    word.key.split_once('/').filter(|_| word.slot == Some(Slot::Day))?.1.parse().ok()
}

/// Whether words leave the number behind them open.
fn rough(before: &str) -> bool {
    ROUGH.iter().any(|word| before.ends_with(word))
}

/// The number of a word; of *118/124* the first.
fn number(word: &Word) -> Option<i64> {
    match word.slot {
        Some(Slot::Number | Slot::Day) => word.key.split('/').next()?.parse().ok(),
        None => spelt(&word.key),
        _ => None,
    }
}
