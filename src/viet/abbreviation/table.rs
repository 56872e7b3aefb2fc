//! Abbreviations with their full forms — *bảng chữ viết tắt*; the measured list first, then common ones.

use std::sync::LazyLock;

use super::{Abbreviation, Class};

/// Every known abbreviation; one short form may stand for several full ones (rule A6).
pub static TABLE: LazyLock<Vec<Abbreviation>> =
    LazyLock::new(|| include_str!("../data/abbreviations.tsv").lines().filter_map(row).collect());

/// A row of the table; lines that begin with `#` are none.
fn row(row: &'static str) -> Option<Abbreviation> {
    let mut cells = row.split('\t').filter(|_| !row.starts_with('#'));
    let (short, full) = (cells.next()?, cells.next()?);
    let class = match cells.next()? {
        "Standard" => Class::Standard,
        "BeforeName" => Class::BeforeName,
        "Jargon" => Class::Jargon,
        "Number" => Class::Number,
        "Signature" => Class::Signature,
        _ => return None,
    };
    Some(Abbreviation { short, full, class })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(TABLE.len(), include_str!("../data/abbreviations.tsv").lines().count() - 2);
    }
}
