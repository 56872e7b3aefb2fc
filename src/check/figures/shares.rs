//! Rates as shares: of which part, of which base, and which is the larger.

pub(super) mod base;
pub(super) mod closed;
pub(super) mod mend;
pub(super) mod paired;
pub(super) mod part;
pub(super) mod planned;
pub(super) mod rank;
pub(super) mod rated;
pub(super) mod share;
pub(super) mod votes;
pub(super) mod whole;
