//! A part of the year against the days it is counted to — *9 tháng đầu năm (tính đến ngày 30/6/2024)*, *quý II (từ tháng
//! 7 đến tháng 9)*.

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Ymd};
use crate::viet::seek::seek;

/// Quarters by their Roman figures.
const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];

/// How many days before or after its end a period may be counted to: reports are written early, and closed late.
const SLACK: i64 = 25;

/// How far behind a period its last day is looked for, in letters.
const FAR: usize = 70;

/// Words that may stand between a period and its last day.
const BETWEEN: [&str; 14] =
    ["tính", "số", "liệu", "từ", "ngày", "năm", "đầu", "chốt", "kỳ", "báo", "cáo", "lũy", "luỹ", "kế"];

/// Checks each period that has a last day or months beside it.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    for (at, word) in seek(text, " tháng đầu năm") {
        let digits = text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let months = text[at - digits..at].parse::<u8>().ok().filter(|months| (1..=12).contains(months));
        faults.extend(months.and_then(|months| ends_elsewhere(proof, (at - digits, at + word.len()), (1, months))));
    }
    for (at, word) in seek(text, " tháng cuối năm") {
        let digits = text[..at].len() - text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let months = text[at - digits..at].parse::<u8>().ok().filter(|months| (1..=12).contains(months));
        faults
            .extend(months.and_then(|months| ends_elsewhere(proof, (at - digits, at + word.len()), (13 - months, 12))));
    }
    for (at, word) in seek(text, "uý ") {
        let rest = &text[at + word.len()..];
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let quarter = QUARTERS.iter().zip(0_u8..).find(|(name, _)| **name == &rest[..length]);
        if let Some((_, quarter)) = quarter.filter(|_| text[..at].ends_with(['q', 'Q'])) {
            let place = (at - 1, at + word.len() + length);
            faults.extend(ends_elsewhere(proof, place, (quarter * 3 + 1, quarter * 3 + 3)));
        }
    }
}

/// A period, by its place and its months, with another end behind it.
fn ends_elsewhere(proof: &Proof, place: (usize, usize), months: (u8, u8)) -> Option<Diagnostic> {
    let text = proof.plain();
    let rest = &text[place.1..];
    if let Some(fault) = other_months(proof, place, months).or_else(|| month_outside(proof, place, months)) {
        return Some(fault);
    }
    if let Some(fault) = last_day(proof, place, months) {
        return Some(fault);
    }
    let far = rest.char_indices().nth(FAR).map_or(rest.len(), |(far, _)| far);
    let rest = &rest[..rest[..far].find([';', '\n']).unwrap_or(far)];
    let (lead, tail) = rest.split_once("đến ")?;
    let plain = |piece: &str| {
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        BETWEEN.contains(&bare.to_lowercase().as_str())
            || bare.chars().all(|c| c.is_ascii_digit() || c == '/')
            || bare == "tháng"
    };
    lead.split([' ', '\u{a0}']).all(plain).then_some(())?;
    let tail = tail.strip_prefix("hết ").unwrap_or(tail);
    if let Some(last) = tail.strip_prefix("tháng ") {
        let first: u8 = lead.split("tháng ").nth(1)?.trim().parse().ok()?;
        let last: u8 = last[..last.find(|c: char| !c.is_ascii_digit())?].parse().ok()?;
        return ((first, last) != months).then(|| told(proof, place, format!("tháng {}-{}", months.0, months.1)));
    }
    let day =
        date::days(&rest[lead.len()..]).into_iter().next().filter(|day| day.range.start < "đến hết ngày  ".len())?;
    let year = day.year.or_else(|| year_in(lead)).or(proof.day.map(Ymd::year))?;
    let said = Ymd::new(year, day.month?, day.day).ok()?;
    let last = (28..=31).rev().find_map(|last| Ymd::new(year, months.1, last).ok())?;
    let off = said.ordinal() - last.ordinal();
    (off.abs() > SLACK).then(|| told(proof, place, format!("ngày {}/{}", last.day(), last.month())))
}

/// *đến hết quý III/2024 (30/8/2024)*: the last day of a period.
fn last_day(proof: &Proof, place: (usize, usize), months: (u8, u8)) -> Option<Diagnostic> {
    let (head, rest) = (&proof.lower()[..place.0], &proof.plain()[place.1..]);
    let far = rest.char_indices().nth(FAR).map_or(rest.len(), |(far, _)| far);
    let (lead, inside) = rest[..far].split_once('(')?;
    let year = lead.trim().trim_start_matches(['/', '-']).trim_start_matches("năm").trim();
    let bare = year.is_empty() || (year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
    let day = date::days(inside.get(..inside.find(')')?)?).into_iter().next()?;
    let ended = head.trim_end().ends_with("hết") || head.trim_end().ends_with("kết thúc");
    let year = day.year.or_else(|| year.parse().ok()).unwrap_or(2024);
    let last = (28..=31).rev().find_map(|last| Ymd::new(year, months.1, last).ok())?;
    let said = Ymd::new(year, day.month?, day.day).ok()?;
    (bare && ended && said != last && (said.ordinal() - last.ordinal()).abs() < 200)
        .then(|| told(proof, place, format!("ngày {}/{}", last.day(), last.month())))
}

/// *quý II (tháng 7, 8, 9)*: the months of a period, one by one.
fn other_months(proof: &Proof, place: (usize, usize), months: (u8, u8)) -> Option<Diagnostic> {
    let rest = &proof.plain()[place.1..];
    let inside =
        rest.strip_prefix(" (").or_else(|| rest.get(..5)?.starts_with('/').then(|| rest[5..].strip_prefix(" ("))?)?;
    let inside = inside[..inside.find(')')?].strip_prefix("tháng ")?;
    let told: Option<Vec<u8>> =
        inside.split([',', ' ']).filter(|word| !matches!(*word, "" | "và")).map(|word| word.parse().ok()).collect();
    let told = told.filter(|told| told.len() > 1)?;
    let right: Vec<u8> = (months.0..=months.1).collect();
    (told != right).then(|| self::told(proof, place, format!("tháng {}-{}", months.0, months.1)))
}

/// *trong quý III/2019, cụ thể vào các tháng 7, 8 và 10*: a month told one by one is no month of the period that announces it.
fn month_outside(proof: &Proof, place: (usize, usize), months: (u8, u8)) -> Option<Diagnostic> {
    const LEADS: [&str; 7] = ["cụ thể", "gồm", "là", "trong", "vào", "tức", "các"];
    /// How far behind the period its months stand, in bytes.
    const NEAR: usize = 60;
    let rest = &proof.lower()[place.1..];
    let near = &rest[..rest.floor_char_boundary(NEAR.min(rest.len()))];
    let at = near.find("các tháng ")?;
    let lead = near[..at].trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | ' '));
    let lead = lead.strip_prefix("năm ").unwrap_or(lead).trim_start_matches(|c: char| c.is_ascii_digit());
    let own = lead.split([' ', ',', ':', '(']).filter(|word| !word.is_empty());
    let plain = own.clone().all(|word| LEADS.iter().any(|lead| lead.split(' ').any(|part| part == word)));
    let list = &rest[at + "các tháng ".len()..];
    let end = list.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | ' ' | 'v' | 'à'))).unwrap_or(list.len());
    let told: Option<Vec<u8>> = list[..end]
        .split([',', ' '])
        .filter(|word| !matches!(*word, "" | "và" | "v"))
        .map(|word| word.parse().ok())
        .collect();
    let told = told.filter(|told| plain && told.len() > 1 && told.windows(2).all(|pair| pair[0] < pair[1]))?;
    let inside = told.iter().filter(|month| (months.0..=months.1).contains(month)).count();
    (inside > 0 && inside < told.len()).then(|| {
        let from = place.1 + at;
        let list = from..from + "các tháng ".len() + list[..end].trim_end_matches([' ', ',', 'v', 'à']).len();
        let period = proof.plain()[place.0..place.1].to_owned();
        let end = format!("tháng {}-{}", months.0, months.1);
        let mut fault = proof.fault("date-span", list);
        fault.message.id = "date-span.period";
        fault.with("period", period).with("end", &end).hint(Message::new("date-span.hint.period").with("end", end))
    })
}

/// The year of a period: *9 tháng đầu năm 2024*, *quý I/2024*.
fn year_in(lead: &str) -> Option<u16> {
    lead.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4)?.parse().ok()
}

fn told(proof: &Proof, place: (usize, usize), end: String) -> Diagnostic {
    let rest = &proof.plain()[place.1..];
    let close = rest.find([')', ',', ';', '\n', '.']).unwrap_or(rest.len());
    let mut fault = proof.fault("date-span", place.0..place.1 + close);
    fault.message.id = "date-span.period";
    let period = proof.plain()[place.0..place.1].to_owned();
    fault.with("period", period).with("end", &end).hint(Message::new("date-span.hint.period").with("end", end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_of_periods() {
        for (text, told) in [
            ("9 tháng đầu năm (tính đến ngày 30/6/2024).", Some("9 tháng đầu năm (tính đến ngày 30/6/2024")),
            ("9 tháng đầu năm (tính đến ngày 15/9/2024).", None),
            (
                "6 tháng đầu năm 2025 (từ ngày 01/01/2025 đến ngày 30/9/2025)",
                Some("6 tháng đầu năm 2025 (từ ngày 01/01/2025 đến ngày 30/9/2025"),
            ),
            ("6 tháng cuối năm (từ tháng 7 đến tháng 11) của", Some("6 tháng cuối năm (từ tháng 7 đến tháng 11")),
            ("6 tháng đầu năm 2025; đến ngày 30/9/2025 xong", None),
            ("6 tháng đầu năm 2025, xã phấn đấu đến ngày 30/9/2025 xong", None),
            ("Đến hết quý III/2024 (30/8/2024), thu", Some("quý III/2024 (30/8/2024")),
            ("Đến hết quý III/2024 (30/9/2024), thu", None),
            ("Trong quý II/2025 (từ tháng 7 đến tháng 9), thu", Some("quý II/2025 (từ tháng 7 đến tháng 9")),
            ("Trong quý III/2025 (từ tháng 7 đến tháng 9), thu", None),
            ("Trong quý II/2025 (tháng 7, 8 và 9), thu", Some("quý II/2025 (tháng 7")),
            ("Trong quý II/2025 (tháng 4, 5, 6), thu", None),
            ("Trong quý IV/2025, cụ thể là các tháng 9, 11 và 12, xã thu", Some("các tháng 9, 11 và 12")),
            ("Trong quý IV/2025, cụ thể là các tháng 10, 11 và 12, xã thu", None),
            ("Trong quý IV/2025, hộ thiếu ăn vào các tháng 3, 4 và 10 được giúp", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
