//! Totals and their parts: how the words open a list, which figures are its parts, whether they make up the whole.

pub(super) mod beyond;
pub(super) mod classes;
pub(super) mod columns;
pub(super) mod entries;
pub(super) mod fit;
pub(super) mod items;
pub(super) mod list;
pub(super) mod listed;
pub(super) mod opener;
pub(super) mod outcomes;
pub(super) mod parts;
pub(super) mod rows;
pub(super) mod sides;
pub(super) mod sum;
pub(super) mod total;
pub(super) mod with;
