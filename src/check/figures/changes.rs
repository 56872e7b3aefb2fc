//! How far something moved, from one time to another: as a figure, a rate, some times over.

pub(super) mod earlier;
pub(super) mod ends;
pub(super) mod growth;
pub(super) mod mover;
pub(super) mod moves;
pub(super) mod rates;
pub(super) mod times;
