//! Ministries and provincial departments that the reform of 2025 merged — *bộ, sở đã hợp nhất*.

use crate::viet::date::Ymd;

/// Fields of ministries (NQ 176/2025/QH15) and of departments (NĐ 45/2025/NĐ-CP) that went into another's.
const MERGED: [(&str, &str); 6] = [
    ("kế hoạch và đầu tư", "Tài chính"),
    ("thông tin và truyền thông", "Khoa học và Công nghệ"),
    ("giao thông vận tải", "Xây dựng"),
    ("tài nguyên và môi trường", "Nông nghiệp và Môi trường"),
    ("nông nghiệp và phát triển nông thôn", "Nông nghiệp và Môi trường"),
    ("lao động thương binh và xã hội", "Nội vụ"),
];

/// Bodies of the reform, and the days from which they are gone: ministries first, departments by the end of June.
const LEVELS: [(&str, &str, (u16, u8)); 2] = [("bộ", "Bộ", (2025, 3)), ("sở", "Sở", (2025, 7))];

/// What a ministry or department that is gone on a day is part of: *Sở Giao thông vận tải* → *Sở Xây dựng*.
///
/// The name may be in capitals throughout, and more may stand behind it: *SỞ GIAO THÔNG VẬN TẢI TỈNH A*.
pub fn merged_into(name: &str, day: Ymd) -> Option<String> {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let text = format!("{} ", words.join(" "));
    LEVELS.iter().filter(|(.., from)| (day.year(), day.month()) >= *from).find_map(|(level, written, _)| {
        let field = text.strip_prefix(level)?.strip_prefix(' ')?;
        let (_, now) = MERGED.iter().find(|(gone, _)| field.starts_with(&format!("{gone} ")))?;
        Some(format!("{written} {now}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ministries_and_departments_by_day() {
        for (name, day, now) in [
            ("BỘ GIAO THÔNG VẬN TẢI", "2025-02-28", None),
            ("BỘ GIAO THÔNG VẬN TẢI", "2025-03-01", Some("Bộ Xây dựng")),
            ("Bộ Lao động - Thương binh và Xã hội", "2026-01-01", Some("Bộ Nội vụ")),
            ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH A", "2025-06-30", None),
            ("SỞ KẾ HOẠCH VÀ ĐẦU TƯ TỈNH A", "2025-07-01", Some("Sở Tài chính")),
            ("Sở Tài chính", "2026-01-01", None),
            ("Bộ Nông nghiệp và Môi trường", "2026-01-01", None),
        ] {
            assert_eq!(merged_into(name, Ymd::from_iso(day).unwrap()).as_deref(), now, "{name} {day}");
        }
    }
}
