//! "04 dự án, gồm: …; …; …", "hai trụ cột là A, B và C": a count against the items of its own sentence.

use std::ops::Range;

use super::told;
use crate::check::figures::mention::is_word;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::number::parse_integer;

/// Words between the count and its items.
const LINKS: [&str; 8] = [" gồm: ", " gồm có: ", " bao gồm: ", " cụ thể: ", " là: ", " như sau: ", ": ", " là "];

/// Nouns that measure, or name a place in an order; what follows them is no list of them.
const NO_NOUNS: [&str; 34] = [
    "đồng", "tỷ", "triệu", "nghìn", "ha", "km", "m", "kg", "tấn", "tạ", "ngày", "tháng", "năm", "giờ", "phút", "tuần",
    "lần", "lượt", "điểm", "người", "hộ", "khẩu", "suất", "phần", "và", "của", "đến", "trong", "trên", "là", "có",
    "quý", "tuổi", "phiếu",
];

/// Words before a number that make it a place in an order.
const ORDERED: [&str; 12] = ["thứ", "số", "Điều", "điều", "khoản", "mục", "Mục", "năm", "tháng", "khóa", "khoá", "kỳ"];

/// The most items that are counted, and the most words between their count and them.
const MOST: u32 = 40;
const FAR: usize = 12;

/// The first count of a line whose own sentence lists more or fewer.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    LINKS.iter().flat_map(|link| line.match_indices(link)).find_map(|(at, link)| {
        let head = line[..at].trim_end_matches(',');
        let (range, count) = count_before(head)?;
        let rest = &line[at + link.len()..];
        let end = rest.match_indices(". ").map(|(stop, _)| stop).next().unwrap_or(rest.trim_end().len());
        let list = rest[..end].trim_end_matches(['.', '/', ' ']);
        let open = ["...", "…", "v.v", "(1)", "(i)", ": "].iter().any(|sign| list.contains(sign));
        let found = if open { None } else { by_semicolons(list).or_else(|| by_commas(list, count, link)) }?;
        (found != count).then(|| told(proof, start + range.start..start + range.end, count, found))
    })
}

/// *04 dự án*, at most some words before the list: where it stands, and the count.
fn count_before(head: &str) -> Option<(Range<usize>, u32)> {
    let sentence = head.rfind(['.', ';', ':', '(', '\n']).map_or(0, |stop| stop + 1);
    let clause = &head[sentence..];
    let words: Vec<&str> = clause.split([' ', '\u{a0}']).collect();
    for at in (words.len().saturating_sub(FAR)..words.len()).rev() {
        let word = words[at];
        let spelt = || u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok();
        let Some(count) = word.parse().ok().or_else(spelt) else {
            // Another number in between, or another plural, is what the list is of.
            if word.contains(|c: char| c.is_ascii_digit()) || matches!(word, "các" | "những" | "mỗi" | "từng") {
                return None;
            }
            continue;
        };
        let noun = words.get(at + 1)?.trim_end_matches(',');
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let counted = noun.starts_with(char::is_lowercase) && !NO_NOUNS.contains(&noun) && !ORDERED.contains(&before);
        let plain = words[at + 1..].iter().filter(|word| word.ends_with(',')).count() == 0;
        // *một*, *năm* and *mười* are other words as well.
        let sure = word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(word.to_lowercase().as_str(), "hai" | "ba" | "bốn" | "sáu" | "bảy" | "tám");
        let from = word.as_ptr() as usize - head.as_ptr() as usize;
        let second = words.get(at + 2).filter(|second| is_word(noun, second));
        let last = second.map_or(noun, |second| second);
        let end = last.as_ptr() as usize - head.as_ptr() as usize + last.len();
        return ((2..=MOST).contains(&count) && counted && plain && sure).then_some((from..end, count));
    }
    None
}

/// Items between semicolons.
fn by_semicolons(list: &str) -> Option<u32> {
    let items = list.split(';').filter(|item| !item.trim().is_empty()).count();
    (items > 1).then(|| u32::try_from(items).ok())?
}

/// Items between commas, the last behind *và*: a comma or *và* may stand inside an item too, so that only fewer items
/// than announced, or items of one pattern, are told.
fn by_commas(list: &str, count: u32, link: &str) -> Option<u32> {
    let parts: Vec<&str> = list.split(", ").collect();
    let (last, others) = parts.split_last()?;
    // *04 tập thể: Công an tỉnh, Sở Nội vụ, Sở Tài chính*: names need no *và*.
    let named =
        |item: &&str| item.starts_with(char::is_uppercase) && (2..=7).contains(&item.split_whitespace().count());
    if !list.contains(" và ") && link.ends_with(": ") && parts.len() > 1 && parts.iter().all(named) {
        return u32::try_from(parts.len()).ok();
    }
    let (before, behind) = last.rsplit_once(" và ")?;
    let short = |item: &&str| (1..=7).contains(&item.split_whitespace().count());
    let mut items: Vec<&str> = others.to_vec();
    items.extend([before, behind]);
    (others.is_empty() || items.iter().all(short)).then_some(())?;
    let all = u32::try_from(items.len()).ok()?;
    let most = all + u32::try_from(items.iter().map(|item| item.matches(" và ").count()).sum::<usize>()).ok()?;
    // *là* leads to much else than a list.
    let listed = link != " là " || items.len() > 2;
    if count > most && items.len() > 2 && listed {
        return Some(all);
    }
    let ends = |end: fn(&str) -> Option<&str>| {
        let first = end(items[0]);
        items.len() > 2 && items.iter().all(|item| item.contains(' ') && end(item) == first)
    };
    let alike = ends(|item| item.split(' ').next()) || ends(|item| item.split(' ').next_back());
    (alike && count != all).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_a_sentence() {
        for (line, seen) in [
            ("bổ sung 04 dự án, gồm: xây trường; cải tạo chợ; nâng đường; kè sông; sửa nhà. Vốn", Some("04 dự án")),
            ("bổ sung 05 dự án, gồm: xây trường; cải tạo chợ; nâng đường; kè sông; sửa nhà. Vốn", None),
            ("dựa trên hai trụ cột là kinh tế số, xã hội số và chính quyền số.", Some("hai trụ cột")),
            ("dựa trên ba trụ cột là kinh tế số, xã hội số và chính quyền số.", None),
            ("ba nhiệm vụ là: xây dựng Đảng, phát triển kinh tế, bảo tồn và phát huy văn hóa.", None),
            ("năm 2025 đạt 4 tiêu chí: thu nhập, hộ nghèo và môi trường.", Some("4 tiêu chí")),
            ("khen 04 tập thể: Công an tỉnh, Sở Nội vụ, Sở Tài chính.", Some("04 tập thể")),
            ("còn 5 tiêu chí chưa đạt là: quy hoạch, thủy lợi, điện, bưu điện và thu nhập.", None),
            ("phân công 5 đồng chí phụ trách các lĩnh vực: kinh tế; văn hóa; nội chính.", None),
            ("lúc 7 giờ 30: khai mạc; 9 giờ: thảo luận; 11 giờ: bế mạc", None),
        ] {
            let source = crate::source::Source::new("-", line);
            let fault = check(&Proof::article(&source, None), 0, line);
            assert_eq!(fault.map(|fault| &line[source.clamp(fault.span)]), seen, "{line}");
        }
    }
}
