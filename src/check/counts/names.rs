//! "4 xã gồm: Hòa Bình, Tân Lập, Phú Lương": a count against the names behind it.

use super::told;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::number::parse_integer;

/// What is counted and named one by one.
const NOUNS: [&str; 16] = [
    "xã",
    "phường",
    "tỉnh",
    "thành phố",
    "tỉnh, thành phố",
    "xã, phường",
    "đặc khu",
    "sở",
    "thôn",
    "bản",
    "ấp",
    "trường",
    "huyện",
    "địa phương",
    "doanh nghiệp",
    "cơ quan",
];

/// Words between the count and its names.
const LINKS: [&str; 6] = [" gồm: ", " gồm ", ": ", " là: ", " là ", " bao gồm: "];

/// The most names that are counted.
const MOST: u32 = 40;

/// How far names are read, in letters.
const FAR: usize = 1_200;

/// The first count of a line with names behind it that are not as many.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    LINKS.iter().flat_map(|link| line.match_indices(link)).find_map(|(at, link)| {
        let (from, count) = count_before(&line[..at])?;
        let found = names(&line[at + link.len()..])?;
        (found != count).then(|| told(proof, start + from..start + at, count, found))
    })
}

/// *4 xã*, *các xã* aside: where the count begins, and the count.
fn count_before(head: &str) -> Option<(usize, u32)> {
    let noun = NOUNS.iter().filter(|noun| head.ends_with(&format!(" {noun}"))).max_by_key(|noun| noun.len())?;
    let before = head[..head.len() - noun.len()].trim_end();
    let word = before.rsplit([' ', '(', '\u{a0}']).next()?;
    let count = word.parse().ok().or_else(|| u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok())?;
    (2..=MOST).contains(&count).then_some((before.len() - word.len(), count))
}

/// How many names stand up to the end of the sentence; `None` where anything but names stands there.
fn names(text: &str) -> Option<u32> {
    let far = text.char_indices().nth(FAR).map_or(text.len(), |(far, _)| far);
    let text = &text[..far];
    let end = text.find(['.', ';', ':', '(', ')', '\n']).unwrap_or(text.len());
    if text[end..].starts_with("..") || text[end..].starts_with(['(', ':']) {
        return None;
    }
    let mut count = 0;
    for part in text[..end].split(',') {
        for name in part.split(" và ") {
            let words: Vec<&str> = name.split_whitespace().collect();
            let named = (1..=5).contains(&words.len())
                && words.iter().all(|word| {
                    *word == "-" || word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
                });
            named.then_some(())?;
            count += 1;
        }
    }
    (count > 1).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_counted() {
        for (line, seen) in [
            ("kiểm tra tại 4 xã gồm: Hòa Bình, Tân Lập, Phú Lương.", Some("4 xã")),
            ("kiểm tra tại 4 xã gồm: Hòa Bình, Tân Lập, Phú Lương và An Phú.", None),
            ("tại 4 xã: Hòa Bình, Tân Lập...", None),
            ("tại 4 xã gồm Hòa Bình, nơi có cầu, và An Phú", None),
            ("với ba tỉnh: Gia Lai, Đắk Lắk", Some("ba tỉnh")),
            ("của 12 xã là Anh hùng", None),
        ] {
            let source = crate::source::Source::new("-", line);
            let fault = check(&Proof::article(&source, None), 0, line);
            assert_eq!(fault.map(|fault| &line[source.clamp(fault.span)]), seen, "{line}");
        }
    }
}
