//! Provincial units — *đơn vị hành chính cấp tỉnh*: 63 before the mergers of 2025, 34 after, each with its days.

mod district;
mod mention;
mod near;
mod unit;

use crate::viet::date::Ymd;
pub use district::{abolished_levels, district_nearly, lies_in, provinces_of};
pub use mention::{Mention, Standing, find};
pub use near::{Misspelt, misspelt};
pub use unit::{Prefix, Town, Unit, units, units_on};
use unit::{key, spellings, split_prefix};

/// What a name is on a day — *tình trạng của địa danh* (rules P1, P2, P4).
///
/// ```text
/// 2025-01-01  thành phố Huế replaces tỉnh Thừa Thiên Huế     NQ 175/2024/QH15
/// 2025-06-12  34 units are decided …                         NQ 202/2025/QH15
/// 2025-07-01  … and at work; districts are abolished         same
/// 2026-04-30  Đồng Nai becomes a thành phố                   NQ 30/2026/QH16
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The unit exists under this rank.
    Valid(Prefix),
    /// The rank is the town's inside the province: *thành phố Thái Nguyên* in 2024.
    Town,
    /// The unit was merged into another.
    Former {
        /// Its last day.
        last: Ymd,
        /// The unit that holds it now.
        successor: &'static str,
    },
    /// The unit bears another rank that day; holds the right one.
    WrongPrefix(Prefix),
    /// The unit begins later.
    NotYet {
        /// Its first day.
        from: Ymd,
        /// The unit that became it.
        predecessor: &'static str,
    },
}

/// The official name of a spelling, whatever its capitals, tone style or hyphens; `None` when unknown.
///
/// *Đăk Lăk*, *Bắc Cạn*, *Bà Rịa Vũng Tàu*, *THANH HOÁ* are all known (rules P6, P7).
pub fn official_name(spelling: &str) -> Option<&'static str> {
    let (_, name) = split_prefix(spelling);
    spellings().names.get(&key(name)).copied()
}

/// Whether a spelling is the official one; capitals and tone style are free, letters and hyphens are not.
pub fn is_official_spelling(spelling: &str) -> bool {
    let (_, spelling) = split_prefix(spelling);
    units().any(|unit| is_spelled_as(spelling, unit.name))
}

/// Whether a spelling without rank is this name, letter for letter and hyphen for hyphen.
fn is_spelled_as(spelling: &str, name: &str) -> bool {
    let hyphens = |text: &str| (text.matches(" - ").count(), text.contains('-'));
    key(name) == key(spelling) && hyphens(name) == hyphens(spelling)
}

/// The name with its rank on a day — *thành phố Huế*; the last rank it bore when it is gone.
pub fn full_name(name: &str, day: Ymd) -> Option<String> {
    let name = official_name(name)?;
    let row =
        units_on(day).find(|unit| unit.name == name).or_else(|| units().filter(|unit| unit.name == name).last())?;
    Some(format!("{} {name}", row.prefix.word()))
}

/// The units merged into this one on 2025-07-01 or before, itself aside — *hợp nhất từ*.
pub fn merged_into(name: &str) -> Vec<&'static str> {
    let Some(name) = official_name(name) else { return Vec::new() };
    units().filter(|unit| unit.successor == Some(name)).map(|unit| unit.name).collect()
}

/// What a name, with or without its rank, is on a day; `None` for a name that is no unit's.
///
/// ```text
/// status("Kiên Giang", 2024-10-10)            →  Valid(tỉnh)
/// status("Kiên Giang", 2025-07-01)            →  Former, successor An Giang
/// status("tỉnh Đồng Nai", 2026-05-01)         →  WrongPrefix(thành phố)
/// status("tỉnh Huế", 2024-12-31)              →  NotYet, predecessor Thừa Thiên Huế
/// status("thành phố Thái Nguyên", 2024-10-10) →  Town
/// ```
pub fn status(text: &str, day: Ymd) -> Option<Status> {
    let (prefix, _) = split_prefix(text);
    let name = official_name(text)?;
    let rows = || units().filter(|unit| unit.name == name);
    let town = prefix == Some(Prefix::City) && !districts_abolished(day);
    if let Some(unit) = rows().find(|unit| unit.holds(day)) {
        return Some(match prefix {
            Some(prefix) if prefix != unit.prefix && town && unit.town == Town::Homonym => Status::Town,
            Some(prefix) if prefix != unit.prefix => Status::WrongPrefix(unit.prefix),
            _ => Status::Valid(unit.prefix),
        });
    }
    let unit = rows().last()?;
    if let (Some(last), Some(successor)) = (unit.to.filter(|last| *last < day), unit.successor) {
        return Some(Status::Former { last, successor });
    }
    let predecessor = units().find(|unit| unit.successor == Some(name)).map(|unit| unit.name);
    match (unit.from, predecessor) {
        _ if town && unit.town == Town::Homonym => Some(Status::Town),
        (Some(from), Some(predecessor)) => Some(Status::NotYet { from, predecessor }),
        _ => None,
    }
}

/// Whether the mergers were decided but not yet at work — 12 to 30 June 2025 (rule P3).
pub fn in_transition(day: Ymd) -> bool {
    (day.year(), day.month()) == (2025, 6) && day.day() >= 12
}

/// Whether districts — *cấp huyện* — are gone: since 2025-07-01 (rule P5).
pub fn districts_abolished(day: Ymd) -> bool {
    (day.year(), day.month()) >= (2025, 7)
}

#[cfg(test)]
mod tests {
    use super::unit::prefix_of;
    use super::*;

    /// A day in ISO form.
    fn day(iso: &str) -> Ymd {
        Ymd::from_iso(iso).unwrap()
    }

    #[test]
    fn vectors_of_provinces() {
        let (new, old) = (day("2025-07-01"), day("2026-04-30"));
        for row in include_str!("../../tests/vectors/provinces_2025.tsv").lines().filter(|row| !row.starts_with('#')) {
            let cells: Vec<&str> = row.split('\t').collect();
            let name = cells[2];
            if cells[0] == "N" {
                assert_eq!(full_name(name, new), Some(format!("{} {name}", cells[3])), "{row}");
                assert_eq!(full_name(name, old), Some(format!("{} {name}", cells[4])), "{row}");
                let mut merged: Vec<_> = cells[5].split(" + ").filter(|part| *part != name).collect();
                // The vectors begin with the units of 2025; Hà Tây was merged in 2008.
                let before = ["Thừa Thiên Huế", "Hà Tây"];
                let mut own: Vec<_> = merged_into(name).into_iter().filter(|part| !before.contains(part)).collect();
                merged.sort_unstable();
                own.sort_unstable();
                assert_eq!(own, merged, "{row}");
            } else {
                let last = if cells[4].is_empty() { day("2025-06-30") } else { day(cells[4]) };
                let prefix = prefix_of(cells[3]).unwrap();
                assert_eq!(status(name, last), Some(Status::Valid(prefix)), "{row}");
                let gone = !units_on(new).any(|unit| unit.name == name);
                let after = status(name, new);
                let former = Status::Former { last, successor: official_name(cells[5]).unwrap() };
                assert_eq!(after == Some(former), gone, "{row}");
            }
        }
        assert_eq!((units_on(day("2025-06-30")).count(), units_on(new).count(), units_on(old).count()), (63, 34, 34));
        assert_eq!(units_on(old).filter(|unit| unit.prefix == Prefix::City).count(), 7);
        assert_eq!(units_on(day("2024-06-30")).count(), 63);
    }

    #[test]
    fn names_with_ranks_by_date() {
        use Status::*;
        let merged = |successor| Former { last: day("2025-06-30"), successor };
        for (text, date, expected) in [
            ("tỉnh Kiên Giang", "2024-10-10", Valid(Prefix::Province)),
            ("Kiên Giang", "2025-06-20", Valid(Prefix::Province)),
            ("KIÊN GIANG", "2025-07-01", merged("An Giang")),
            ("tỉnh Bà Rịa-Vũng Tàu", "2026-01-01", merged("Hồ Chí Minh")),
            ("TP. HCM", "2026-01-01", Valid(Prefix::City)),
            ("Thành phố Hồ Chí Minh", "2020-01-01", Valid(Prefix::City)),
            ("tỉnh Hồ Chí Minh", "2020-01-01", WrongPrefix(Prefix::City)),
            ("thành phố Huế", "2025-01-01", Valid(Prefix::City)),
            ("tỉnh Huế", "2025-07-01", WrongPrefix(Prefix::City)),
            ("tỉnh Huế", "2024-12-31", NotYet { from: day("2025-01-01"), predecessor: "Thừa Thiên Huế" }),
            ("Huế", "2024-12-31", NotYet { from: day("2025-01-01"), predecessor: "Thừa Thiên Huế" }),
            ("thành phố Huế", "2024-12-31", Town),
            ("Thừa Thiên - Huế", "2025-01-01", Former { last: day("2024-12-31"), successor: "Huế" }),
            ("tỉnh Đồng Nai", "2026-04-29", Valid(Prefix::Province)),
            ("thành phố Đồng Nai", "2026-04-29", WrongPrefix(Prefix::Province)),
            ("thành phố Đồng Nai", "2026-04-30", Valid(Prefix::City)),
            ("tỉnh Đồng Nai", "2026-04-30", WrongPrefix(Prefix::City)),
            ("thành phố Thái Nguyên", "2024-10-10", Town),
            ("thành phố Thái Nguyên", "2025-07-01", WrongPrefix(Prefix::Province)),
            ("tỉnh Đà Nẵng", "2024-10-10", WrongPrefix(Prefix::City)),
        ] {
            assert_eq!(status(text, day(date)), Some(expected), "{text} {date}");
        }
        assert_eq!(status("Sài Gòn", day("2024-10-10")), None);
        assert!(in_transition(day("2025-06-12")) && !in_transition(day("2025-07-01")));
    }

    #[test]
    fn spellings() {
        for (spelling, name) in [
            ("Đăk Lăk", "Đắk Lắk"),
            ("ĐẮC LẮC", "Đắk Lắk"),
            ("Bắc Cạn", "Bắc Kạn"),
            ("Kontum", "Kon Tum"),
            ("Bà Rịa Vũng Tàu", "Bà Rịa - Vũng Tàu"),
            ("Thừa Thiên-Huế", "Thừa Thiên Huế"),
        ] {
            assert_eq!(official_name(spelling), Some(name));
            assert!(!is_official_spelling(spelling), "{spelling}");
        }
        for spelling in ["Thanh Hoá", "KHÁNH HOÀ", "tỉnh Hòa Bình", "Bà Rịa - Vũng Tàu", "Hoa\u{300} Bi\u{300}nh"]
        {
            assert!(is_official_spelling(spelling), "{spelling}");
        }
    }
}
