//! Periods — *thời kỳ*: several days, spans of years, quarters.
//!
//! Running text says *từ ngày … đến ngày …* and what both ends share but once; tables and rules write the
//! two ends with a spaced hyphen, spans of years with a bare one (rule D7).

use crate::viet::date::{Padding, Ymd};
use crate::viet::roman;

/// A quarter in words — *quý IV* (rule D8: quarters take Roman numerals); `None` beyond four.
pub fn quarter_words(quarter: u8) -> Option<String> {
    (1..=4).contains(&quarter).then(|| roman::numeral(u32::from(quarter)).map(|n| format!("quý {n}")))?
}

/// Several days in news form — *từ ngày 10 đến ngày 12/10/2024*; what both ends share is said once.
///
/// One day is that day alone. The ends may come in either order.
pub fn range(one: Ymd, other: Ymd, padding: Padding) -> String {
    let (from, to) = (one.min(other), one.max(other));
    let start = if from == to {
        return to.numeric(padding);
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        match padding {
            Padding::Padded => format!("{:02}", from.day()),
            Padding::Unpadded => from.day().to_string(),
        }
    } else if from.year() == to.year() {
        from.day_and_month(padding)
    } else {
        from.numeric(padding)
    };
    format!("từ ngày {start} đến ngày {}", to.numeric(padding))
}

/// Whether the second day follows the first in the same month.
pub fn adjoin(one: Ymd, other: Ymd) -> bool {
    (one.year(), one.month(), one.day() + 1) == (other.year(), other.month(), other.day())
}

/// Two days that adjoin — *trong hai ngày 10 và 11/10/2024*.
pub fn two_days(one: Ymd, other: Ymd, padding: Padding) -> String {
    let first = match padding {
        Padding::Padded => format!("{:02}", one.day()),
        Padding::Unpadded => one.day().to_string(),
    };
    format!("trong hai ngày {first} và {}", other.numeric(padding))
}

/// Several days in a table — *15/10/2017 - 20/11/2017*, hyphen between spaces (rule D7: QĐ 1989/QĐ-BGDĐT
/// art. 10).
pub fn range_in_figures(one: Ymd, other: Ymd, padding: Padding) -> String {
    let (from, to) = (one.min(other), one.max(other));
    if from == to { to.numeric(padding) } else { format!("{} - {}", from.numeric(padding), to.numeric(padding)) }
}

/// A span of years — *2021-2025*, hyphen without spaces as in *giai đoạn 2021-2025* (rule D7).
pub fn years(one: u16, other: u16) -> String {
    let (from, to) = (one.min(other), one.max(other));
    if from == to { from.to_string() } else { format!("{from}-{to}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viet::date::DateFault;

    #[test]
    fn ranges_say_what_they_share_once() -> Result<(), DateFault> {
        let day = Ymd::from_iso;
        for (from, to, words) in [
            ("2024-10-10", "2024-10-10", "10/10/2024"),
            ("2024-10-10", "2024-10-12", "từ ngày 10 đến ngày 12/10/2024"),
            ("2024-10-02", "2024-09-28", "từ ngày 28/9 đến ngày 2/10/2024"),
            ("2024-12-30", "2025-01-02", "từ ngày 30/12/2024 đến ngày 2/1/2025"),
        ] {
            assert_eq!(range(day(from)?, day(to)?, Padding::Unpadded), words);
        }
        assert_eq!(
            range_in_figures(day("2017-10-15")?, day("2017-11-20")?, Padding::Padded),
            "15/10/2017 - 20/11/2017"
        );
        assert_eq!((years(2021, 2025), years(2024, 2024)), ("2021-2025".into(), "2024".into()));
        Ok(())
    }

    #[test]
    fn quarters() {
        let words: Vec<_> = (0..=5).map(quarter_words).collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(words, [None, some("quý I"), some("quý II"), some("quý III"), some("quý IV"), None]);
        assert_eq!(
            (1..=12).filter_map(|m| Ymd::new(2024, m, 1).ok()).map(Ymd::quarter).collect::<Vec<_>>(),
            [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
        );
    }
}
