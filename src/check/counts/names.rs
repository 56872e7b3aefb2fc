//! "4 xã gồm: Hòa Bình, Tân Lập, Phú Lương": a count against the names behind it.

use super::told;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::number::parse_integer;

/// What is counted and named one by one.
const NOUNS: [&str; 20] = [
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
    "cá nhân",
    "đồng chí",
    "người",
    "tập thể",
];

/// Those of them who are persons.
const PERSONS: [&str; 3] = ["cá nhân", "đồng chí", "người"];

/// The most words that tell of persons between their count and their names.
const TOLD: usize = 7;

/// Words between the count and its names.
const LINKS: [&str; 7] = [" gồm: ", " gồm ", ": ", " là: ", " là ", " bao gồm: ", " gồm có: "];

/// The most names that are counted.
const MOST: u32 = 40;

/// How far before its names a count of persons stands, in letters.
const NEAR: usize = 80;

/// How far names are read, in letters.
const FAR: usize = 1_200;

/// The first count of a line with names behind it that are not as many.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    LINKS.iter().flat_map(|link| line.match_indices(link)).find_map(|(at, link)| {
        let head = line[..at].trim_end_matches(',');
        let (from, count) = count_before(head).or_else(|| persons_before(head).filter(|_| link.ends_with(": ")))?;
        let found = names(&line[at + link.len()..])?;
        (found != count).then(|| told(proof, start + from..start + head.len(), count, found))
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

/// *06 cá nhân có thành tích xuất sắc*: a few words may tell of persons what they did.
fn persons_before(head: &str) -> Option<(usize, u32)> {
    let near = head.char_indices().rev().nth(NEAR).map_or(0, |(near, _)| near);
    let places = PERSONS.iter().filter_map(|noun| Some((near + head[near..].rfind(&format!(" {noun} "))?, noun)));
    let (at, noun) = places.max_by_key(|(at, _)| *at)?;
    let told = &head[at + 1 + noun.len()..];
    let plain =
        told.split_whitespace().count() <= TOLD && !told.contains(|c: char| c.is_ascii_digit() || ",;:(".contains(c));
    count_before(&head[..at + 1 + noun.len()]).filter(|_| plain)
}

/// A name without *các ông*, *bà*, *đồng chí* before it.
fn bare(name: &str) -> &str {
    let name = name.trim();
    let name = name.strip_prefix("các ").unwrap_or(name);
    let called = ["ông ", "bà ", "anh ", "chị ", "em ", "đồng chí "];
    called.iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name)
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
    let list = before_verb(&text[..end]);
    for part in list.split(',') {
        for name in part.split(" và ") {
            let words: Vec<&str> = bare(name).split_whitespace().collect();
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

/// *Lê Văn Cường để bầu bổ sung*: the list ends where something is said of those named.
fn before_verb(list: &str) -> &str {
    const VERBS: [&str; 10] =
        [" để ", " dự ", " tham dự", " tham gia", " giữ ", " vào ", " đã ", " được ", " cùng dự", " làm "];
    let tail = list.rfind(',').map_or(0, |comma| comma + 1);
    VERBS.iter().filter_map(|verb| list[tail..].find(verb)).min().map_or(list, |at| &list[..tail + at])
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
            ("giới thiệu hai đồng chí: Hà An, Vũ Tá, Lê Lý để bầu bổ sung.", Some("hai đồng chí")),
            ("khen 3 cá nhân có thành tích tốt: các ông Lê Văn An, Vũ Tá và bà Hà Thị Lý.", None),
            (
                "khen 4 cá nhân có thành tích tốt: các ông Lê Văn An, Vũ Tá và bà Hà Thị Lý.",
                Some("4 cá nhân có thành tích tốt"),
            ),
        ] {
            let source = crate::source::Source::new("-", line);
            let fault = check(&Proof::article(&source, None), 0, line);
            assert_eq!(fault.map(|fault| &line[source.clamp(fault.span)]), seen, "{line}");
        }
    }
}
