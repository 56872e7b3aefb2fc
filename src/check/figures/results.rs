//! What two figures and more make that are no list: rests, balances, products, means, measures, series.

pub(super) mod balance;
pub(super) mod mean;
pub(super) mod measures;
pub(super) mod one;
pub(super) mod product;
pub(super) mod rest;
pub(super) mod serial;
pub(super) mod several;
pub(super) mod sided;
pub(super) mod stock;
