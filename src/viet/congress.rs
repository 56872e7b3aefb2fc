//! National congresses and terms by their numbers — *Đại hội XIII của Đảng, Quốc hội khóa XV*: whose, which years, from what day.

use std::sync::LazyLock;

use super::date::Ymd;

/// A body whose terms are numbered through the whole country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// *Đảng*
    Party,
    /// *Quốc hội*
    Assembly,
    /// *Công đoàn Việt Nam*
    Union,
    /// *Đoàn TNCS Hồ Chí Minh*
    Youth,
    /// *Mặt trận Tổ quốc Việt Nam*
    Front,
    /// *Hội Nông dân Việt Nam*
    Farmers,
    /// *Hội Liên hiệp Phụ nữ Việt Nam*
    Women,
    /// *Hội Cựu chiến binh Việt Nam*
    Veterans,
}

/// The words of the table.
const NAMES: [(&str, Body); 8] = [
    ("party", Body::Party),
    ("assembly", Body::Assembly),
    ("union", Body::Union),
    ("youth", Body::Youth),
    ("front", Body::Front),
    ("farmers", Body::Farmers),
    ("women", Body::Women),
    ("veterans", Body::Veterans),
];

/// Bodies by the words that stand before a number of theirs; all but the first need *toàn quốc* or *Trung ương* too.
pub const CALLED: [(&str, Body); 10] = [
    ("công đoàn việt nam", Body::Union),
    ("hồ chí minh", Body::Youth),
    ("đoàn toàn quốc", Body::Youth),
    ("tổ quốc việt nam", Body::Front),
    ("mttq việt nam", Body::Front),
    ("nông dân việt nam", Body::Farmers),
    ("phụ nữ toàn quốc", Body::Women),
    ("phụ nữ việt nam", Body::Women),
    ("cựu chiến binh việt nam", Body::Veterans),
    ("ccb việt nam", Body::Veterans),
];

/// A numbered term.
#[derive(Debug)]
pub struct Term {
    /// Whose.
    pub body: Body,
    /// Its number, written in Roman figures.
    pub number: u32,
    /// Its years.
    pub years: (u16, u16),
    /// The day it began, where the table has it.
    pub begun: Option<Ymd>,
}

/// All terms of the table.
fn terms() -> &'static [Term] {
    static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
        let row = |row: &str| {
            let cells: Vec<&str> = row.split('\t').collect();
            let [name, number, first, last, day] = cells[..] else { return None };
            let body = NAMES.iter().find(|(own, _)| *own == name)?.1;
            let years = (first.parse().ok()?, last.parse().ok()?);
            Some(Term { body, number: number.parse().ok()?, years, begun: Ymd::from_iso(day).ok() })
        };
        include_str!("data/congresses.tsv").lines().filter_map(row).collect()
    });
    &TERMS
}

/// The term of a body by its number.
pub fn term(body: Body, number: u32) -> Option<&'static Term> {
    terms().iter().find(|term| term.body == body && term.number == number)
}

/// The term that a body had on a day.
pub fn on(body: Body, day: Ymd) -> Option<&'static Term> {
    terms().iter().rfind(|term| term.body == body && term.begun.is_some_and(|begun| begun <= day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_follow_each_other() {
        assert_eq!(terms().len(), include_str!("data/congresses.tsv").lines().count() - 2);
        for pair in terms().windows(2).filter(|pair| pair[0].body == pair[1].body) {
            assert_eq!((pair[0].number + 1, pair[0].years.1), (pair[1].number, pair[1].years.0));
        }
        let day = |iso| Ymd::from_iso(iso).ok();
        let number = |body, iso| Some(on(body, day(iso)?)?.number);
        assert_eq!(number(Body::Party, "2018-05-19"), Some(12));
        assert_eq!(number(Body::Assembly, "2025-10-20"), Some(15));
    }
}
