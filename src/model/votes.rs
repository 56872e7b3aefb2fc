//! Votes with the base they are counted on and their rate — *tỷ lệ tán thành*.

use serde::Serialize;

use crate::record::meeting::{Attendance, Vote, VoteBase};
use crate::record::value::Count;
use crate::viet::decimal::Decimal;

/// A vote, counted out.
#[derive(Debug, Clone, Serialize)]
pub struct VoteView {
    /// The vote as recorded.
    #[serde(flatten)]
    pub vote: Vote,
    /// What the rate is counted on: `present`, `membership` or `ballots`.
    pub base_key: &'static str,
    /// The number it is counted on.
    pub base_number: Option<i64>,
    /// `for` as a percentage of the base: as stated, else with two decimals at most.
    pub rate: Option<String>,
}

/// The number that a vote's rate is counted on.
pub fn base_of(vote: &Vote, attendance: Option<&Attendance>) -> (VoteBase, Option<i64>) {
    let base = vote.base.unwrap_or_default();
    let number = |count: Option<&Count>| count.map(|count| count.number);
    let given = number(vote.base_count.as_ref());
    let told = match base {
        VoteBase::Present => number(attendance.and_then(|attendance| attendance.present.as_ref())),
        VoteBase::Membership => number(attendance.and_then(|attendance| attendance.membership.as_ref())),
        VoteBase::Ballots => Some(cast(vote)),
    };
    (base, given.or(told).or_else(|| (cast(vote) > vote.approve.number).then(|| cast(vote))))
}

/// All votes that were given: for, against, abstaining.
pub fn cast(vote: &Vote) -> i64 {
    let number = |count: &Option<Count>| count.as_ref().map_or(0, |count| count.number);
    vote.approve.number + number(&vote.against) + number(&vote.abstain)
}

/// `part` of `base` in percent, rounded to two decimals, zeros at the end dropped.
pub fn percent(part: i64, base: i64) -> Option<Decimal> {
    Decimal::whole(i128::from(part)).percent_of(Decimal::whole(i128::from(base)), 2).map(Decimal::trimmed)
}

/// Counts out all votes of a meeting.
pub fn view(votes: &[Vote], attendance: Option<&Attendance>) -> Vec<VoteView> {
    let views = votes.iter().map(|vote| {
        let (base, number) = base_of(vote, attendance);
        let computed = || number.and_then(|base| percent(vote.approve.number, base));
        let rate = vote.stated.as_ref().map(|stated| stated.number).or_else(computed);
        VoteView {
            vote: vote.clone(),
            base_key: base.key(),
            base_number: number,
            rate: rate.map(|rate| format!("{rate}%")),
        }
    });
    views.collect()
}
