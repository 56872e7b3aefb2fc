//! Counts without *gồm* against the names that stand right behind them — *ở 5 tỉnh A, B, C và D* —, in a bracket — *4 hãng (A, B, C,
//! D và E)* — or in the sentence behind: *Có 8 xã. Cụ thể, các xã A, B (huyện X) và xã C …*.

use std::ops::Range;

use super::count::{Count, count_before};
use super::names::{ENDS, name};
use super::told;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::number::parse_integer;
use crate::viet::seek::seek;

/// Nouns of places, each with what those of its level are called and what lies above them.
const PLACES: [(&str, &[&str], &[&str]); 10] = [
    ("tỉnh", &["tỉnh", "thành phố"], &[]),
    ("tỉnh, thành phố", &["tỉnh", "thành phố"], &[]),
    ("nước", &["nước"], &[]),
    ("quốc gia", &["quốc gia"], &[]),
    ("huyện", &["huyện", "thị xã", "thành phố"], &["tỉnh"]),
    ("quận", &["quận", "huyện"], &["thành phố"]),
    ("xã", &["xã", "phường", "thị trấn"], &["huyện", "tỉnh"]),
    ("phường", &["phường", "xã"], &["quận", "thành phố", "tỉnh"]),
    ("thôn", &["thôn", "bản", "xóm"], &["xã", "huyện"]),
    ("bản", &["bản", "thôn"], &["xã", "huyện"]),
];

/// Ends and heads of the names of regions, which are no places of the count.
const REGIONS: [&str; 6] = ["Bộ", "Tây Nguyên", "Miền ", "Đồng bằng", "Duyên hải", "Tây Bắc"];

/// Words behind the comma of a last name.
const BEHIND: [&str; 9] = ["mỗi", "trong", "với", "đã", "được", "để", "nơi", "thuộc", "gồm"];

/// Nouns of classes, of which a bracket names the kinds and not the things.
const CLASSES: [&str; 9] = ["giải", "huy", "lớp", "nhóm", "cấp", "bậc", "loại", "hạng", "khối"];

/// Words that begin the sentence with the names.
const HEADS: [&str; 4] = ["Cụ thể", "Trong đó", "Gồm", "Đó là"];

/// The fewest names, the most words between a count and its bracket, the longest bracket in letters.
const LEAST: u32 = 3;
const WORDS: usize = 6;
const READ: usize = 600;

/// The first of such counts of a line that is not kept.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    // One line tells one of them: a second would often be about the same names.
    let (range, count, found) =
        behind(line).or_else(|| bracketed(line)).or_else(|| in_the_next(line)).or_else(|| plural(line))?;
    Some(told(proof, start + range.start..start + range.end, count, found))
}

/// *ở 5 tỉnh A, B, C, D, mỗi tỉnh …*.
fn behind(line: &str) -> Option<(Range<usize>, u32, u32)> {
    let all = PLACES.iter().flat_map(|place| seek(line, place.0).map(move |(at, noun)| (at, noun, place.2)));
    all.filter(|(at, noun, _)| line[at + noun.len()..].starts_with(' ')).find_map(|(at, noun, above)| {
        let (range, count) = number_before(line, at)?;
        // Behind the noun the names begin at once: *3 xã Tân Lập, …*, not *3 xã được hỗ trợ*.
        let list = &line[at + noun.len() + 1..];
        let (names, joined) = names(list, above)?;
        let found = u32::try_from(names.len()).ok()?;
        // *6 tỉnh Tây Nguyên và Đông Nam Bộ* names regions, which hold several.
        let region = names.iter().any(|name| REGIONS.iter().any(|word| name.starts_with(word) || name.ends_with(word)));
        // *3 xã A, B, C, Ninh Bình*: the last of one more may be what the others lie in.
        let sure = found < count || joined || noun.starts_with("tỉnh");
        // Two or more off, something else is counted.
        let near = found.abs_diff(count) == 1 && found.min(count) >= LEAST;
        (near && sure && !region).then_some((range.start..at + noun.len(), count, found))
    })
}

/// The number that ends right before a place.
fn number_before(line: &str, at: usize) -> Option<(Range<usize>, u32)> {
    let head = line[..at].strip_suffix([' ', '\u{a0}'])?;
    let word = head.rsplit([' ', '\u{a0}', '(', '\n']).next()?;
    // *5 xã*, *ba xã*; *năm* is a year more often than a five.
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    let spelt = || u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok().filter(|_| word != "năm");
    let count = if digits { word.parse().ok()? } else { spelt()? };
    (2..=40).contains(&count).then_some((head.len() - word.len()..head.len(), count))
}

/// The names at the head of a text, and whether *và* joins the last of them; none where anything else may be one.
fn names<'t>(list: &'t str, above: &[&str]) -> Option<(Vec<&'t str>, bool)> {
    let mut found = Vec::new();
    let (mut rest, mut joined) = (list, false);
    loop {
        let (name, after) = name(rest)?;
        // *km 12*, *QL1A*: what holds a digit is no name of a place.
        (!name.is_empty() && name.chars().all(|c| c.is_alphabetic() || c == ' ')).then_some(())?;
        found.push(name);
        if after.is_empty()
            || after.starts_with([';', ')', '\n'])
            || (after.starts_with('.') && !after.starts_with(".."))
        {
            return Some((found, joined));
        }
        if let Some(next) = after.strip_prefix(" và ").or_else(|| after.strip_prefix("và ")) {
            (rest, joined) = (next, true);
            continue;
        }
        // *3 xã Tân Lập, An Phú và Hải Hà được hỗ trợ*: the words of the sentence go on.
        let Some(next) = after.strip_prefix(", ") else {
            let word = after.split_whitespace().next()?;
            return ENDS.contains(&word).then_some((found, joined));
        };
        // *…, huyện Đông Sơn*, *…, mỗi xã 2 tấn*: behind the comma no further name stands.
        let word = next.split(' ').next()?;
        if BEHIND.contains(&word) || above.iter().any(|noun| next.starts_with(noun)) {
            return Some((found, joined));
        }
        rest = next.strip_prefix("và ").inspect(|_| joined = true).unwrap_or(next);
    }
}

/// *4 hãng hàng không (A, B, C, D và E)*.
fn bracketed(line: &str) -> Option<(Range<usize>, u32, u32)> {
    seek(line, " (").find_map(|(at, _)| {
        let inner = &line[at + 2..];
        let close = inner.char_indices().take(READ).find(|(_, sign)| *sign == ')')?.0;
        // *(Sở Y tế, Sở Giáo dục và Đào tạo)* are two or three.
        let (least, most, joined) = items(&inner[..close])?;
        let Count { range, number, words, wide } = count_before(&line[..at])?;
        // *4 giải (Nhất, Nhì, Ba)*: one class may hold several.
        let class = words.split(' ').next().is_some_and(|noun| CLASSES.contains(&noun));
        let plain = !wide && !words.contains(',') && words.split(' ').count() <= WORDS && !class;
        // The nearest of what the names may be is told.
        let found = if number > most { most } else { least };
        let off = number > most || number < least;
        // *3 thôn (A, B, C, D)* may end with what they lie in.
        let sure = joined || most < number;
        let near = found.abs_diff(number) == 1 && found.min(number) >= LEAST;
        (plain && off && near && sure).then_some((range, number, found))
    })
}

/// How many names a bracket holds, at least and at most, as *và* may stand within one; none where it holds anything else.
fn items(inner: &str) -> Option<(u32, u32, bool)> {
    // *(Phòng Nội vụ; Phòng Tài chính, Kế hoạch; …)*: semicolons part what commas would only confuse.
    let sign = if inner.contains(';') { "; " } else { ", " };
    let items: Vec<&str> = inner.split(sign).map(str::trim).collect();
    let named = |item: &&str| {
        let plain = item.chars().all(|c| c.is_alphanumeric() || " -.".contains(c)) && !item.contains("..");
        let names = item.split(" và ").all(|name| name.starts_with(char::is_uppercase) && name.split(' ').count() <= 7);
        // *hãng Vasco*, *Sở Giáo dục và Đào tạo*
        plain && names && !item.contains(|c: char| c.is_ascii_digit())
    };
    (items.len() > 1 && items.iter().all(named)).then_some(())?;
    let joins: usize = items.iter().map(|item| item.matches(" và ").count()).sum();
    // Of several only the last joins two of them.
    let last = items.last()?.split_once(" và ");
    // *Nông nghiệp và Môi trường* may be one name; *Đông Hưng và Yên Mỹ* are two.
    let institution =
        |name: &str| name.contains(' ') && name.split(' ').any(|word| word.starts_with(char::is_lowercase));
    let sure = last.is_some_and(|(one, other)| joins == 1 && !institution(one) && !institution(other));
    let least = items.len() + usize::from(sure);
    Some((u32::try_from(least).ok()?, u32::try_from(items.len() + joins).ok()?, last.is_some()))
}

/// *Toàn tỉnh có 8 xã được hỗ trợ. Cụ thể, các xã A, B, C (huyện X) và xã D, E (huyện Y) …; xã F …*.
fn in_the_next(line: &str) -> Option<(Range<usize>, u32, u32)> {
    let mut from = 0;
    let mut head = 0..0;
    for sentence in line.split_inclusive(". ") {
        let own = from..from + sentence.len();
        from = own.end;
        // Without *cụ thể* the next sentence may tell of others.
        let begins = HEADS.iter().any(|word| sentence.starts_with(word));
        if let Some(told) = Some(()).filter(|()| begins).and_then(|()| spread(line, &head, sentence)) {
            return Some(told);
        }
        head = own;
    }
    None
}

/// The one count of places of a sentence against the names of all such places in the next.
fn spread(line: &str, head: &Range<usize>, sentence: &str) -> Option<(Range<usize>, u32, u32)> {
    let counted = |(noun, peers, _): &(&'static str, &'static [&'static str], _)| {
        let mut counts = seek(&line[head.clone()], noun).filter_map(|(at, _)| {
            let (range, count) = number_before(line, head.start + at)?;
            Some((range.start..head.start + at + noun.len(), count))
        });
        Some((counts.next()?, *peers)).filter(|_| counts.next().is_none())
    };
    let ((range, count), peers) = PLACES.iter().filter(|(noun, ..)| !noun.contains(',')).find_map(counted)?;
    // *(huyện Đông Sơn)* tells where the places lie, and is none of them.
    let plain = without_brackets(sentence);
    // A rest, or a part of some of them, leaves the count open.
    let open = ["...", "…", "còn lại", "khác", "trong đó", "riêng "].iter().any(|word| plain.contains(word));
    let mut all: Vec<&str> = Vec::new();
    for (at, noun) in peers.iter().flat_map(|noun| seek(&plain, noun)) {
        // *liên xã*, *mỗi xã*: only what a name follows counts.
        let apart = plain[..at].ends_with([' ', '(', '"']) || at == 0;
        let Some(list) = plain[at + noun.len()..].strip_prefix(' ').filter(|_| apart) else { continue };
        list.starts_with(char::is_uppercase).then(|| all.extend(run_of_names(list)));
    }
    // A name told twice is one place with two amounts.
    let names = all.len();
    all.sort_unstable();
    all.dedup();
    let found = u32::try_from(names).ok().filter(|_| all.len() == names)?;
    let near = found.abs_diff(count) == 1 && found.min(count) > LEAST;
    (near && !open).then_some((range, count, found))
}

/// *Hỗ trợ 3 tỉnh khắc phục thiệt hại. … hỗ trợ các tỉnh: A, B, C và D khắc phục thiệt hại*: the same words follow the count and the
/// names.
fn plural(line: &str) -> Option<(Range<usize>, u32, u32)> {
    PLACES.iter().find_map(|(noun, _, above)| {
        let lead = format!("các {noun}: ");
        let (at, _) = seek(line, &lead).next()?;
        let list = &line[at + lead.len()..];
        let (names, joined) = names(list, above)?;
        let found = u32::try_from(names.len()).ok().filter(|found| joined && *found >= LEAST)?;
        // What is done with those named must be what is done with those counted.
        let end = names.last()?.as_ptr() as usize - list.as_ptr() as usize + names.last()?.len();
        let behind = list[end..].split(". ").next()?;
        let mut counts = seek(&line[..at], noun).filter_map(|(place, _)| {
            let (range, count) = number_before(line, place)?;
            let mut words = line[place + noun.len()..].split([' ', ',', '.', ';']).filter(|word| !word.is_empty());
            let words = [words.next()?, words.next()?, words.next()?].join(" ");
            behind.contains(&words).then_some((range.start..place + noun.len(), count))
        });
        let (range, count) = counts.next()?;
        (found.abs_diff(count) == 1 && counts.next().is_none()).then_some((range, count, found))
    })
}

/// The names at the head of a text, up to anything else.
fn run_of_names(list: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = list;
    while let Some((name, after)) = name(rest).filter(|(name, _)| !name.is_empty()) {
        found.push(name);
        let next =
            after.strip_prefix(", ").or_else(|| after.strip_prefix(" và ")).or_else(|| after.strip_prefix("và "));
        let Some(next) = next else { break };
        rest = next;
    }
    found
}

/// A text without its brackets and the blanks before them.
fn without_brackets(text: &str) -> String {
    let mut plain = String::new();
    let mut level = 0;
    for sign in text.chars() {
        level += i32::from(sign == '(');
        if level == 0 {
            plain.push(sign);
        } else if level == 1 && sign == '(' && plain.ends_with(' ') {
            plain.pop();
        }
        level -= i32::from(sign == ')');
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn found(line: &str) -> bool {
        let source = Source::new("-", line);
        check(&Proof::article(&source, None), 0, line).is_some()
    }

    #[test]
    fn names_behind_their_count() {
        for (line, told) in [
            ("Mưa lớn ở 5 tỉnh Hà Giang, Tuyên Quang, Lào Cai, Yên Bái, mỗi tỉnh có một đoàn kiểm tra.", true),
            ("Mưa lớn ở 4 tỉnh Hà Giang, Tuyên Quang, Lào Cai, Yên Bái, mỗi tỉnh có một đoàn kiểm tra.", false),
            ("Đoàn đến 3 xã Tân Lập, Bình Minh, An Lạc và Phú Hòa.", true),
            // The last may be what the others lie in.
            ("Đoàn đến 3 xã Tân Lập, Bình Minh, An Lạc, Phú Hòa.", false),
            ("Đoàn đến 4 xã Tân Lập, Bình Minh, An Lạc, huyện Phú Hòa.", true),
            ("Đoàn đến 3 xã Tân Lập, Bình Minh, An Lạc, huyện Phú Hòa.", false),
            ("Đoàn đến 4 xã Tân Lập, Bình Minh, An Lạc và phường Phú Hòa.", false),
            ("Sông chảy qua 3 tỉnh Tây Nguyên, Nam Trung Bộ, Bình Phước và Long An.", false),
        ] {
            assert_eq!(found(line), told, "{line}");
        }
    }

    #[test]
    fn names_in_a_bracket() {
        for (line, told) in [
            ("Có 4 hợp tác xã tham gia (Tân Lập, Bình Minh, An Lạc, Phú Hòa và Đông Sơn).", true),
            ("Có 5 hợp tác xã tham gia (Tân Lập, Bình Minh, An Lạc, Phú Hòa và Đông Sơn).", false),
            ("Có 4 cơ quan phối hợp (Sở Y tế, Công an tỉnh, Sở Tài chính, Sở Giáo dục và Đào tạo).", false),
            ("Có 5 cơ quan phối hợp (Sở Y tế, Công an tỉnh, Sở Tài chính, Sở Giáo dục và Đào tạo).", false),
            ("Có 6 cơ quan phối hợp (Sở Y tế, Công an tỉnh, Sở Tài chính, Sở Giáo dục và Đào tạo).", true),
            ("Có 4 thôn bị ngập (Tân Lập, Bình Minh, An Lạc).", true),
            ("Có 3 thôn bị ngập (Tân Lập, Bình Minh, An Lạc, Phú Hòa).", false),
            ("Trường trao 4 giải (Nhất, Nhì, Ba và Khuyến khích, Triển vọng).", false),
            ("Có 4 hộ bị ngập (thôn Tân Lập, Bình Minh, An Lạc và Phú Hòa).", false),
        ] {
            assert_eq!(found(line), told, "{line}");
        }
    }

    #[test]
    fn names_in_the_next_sentence() {
        let names = "Cụ thể, các xã Tân Lập, An Lạc (huyện Đông Sơn) và xã Phú Hòa, Yên Mỹ (huyện Tây Sơn) nhận 1 tỷ đồng; xã Hải Hà";
        for (line, told) in [
            (format!("Có 5 xã được hỗ trợ. {names} và xã Vạn Lộc nhận 2 tỷ đồng."), true),
            (format!("Có 6 xã được hỗ trợ. {names} và xã Vạn Lộc nhận 2 tỷ đồng."), false),
            (format!("Có 7 xã được hỗ trợ. {names} và xã Vạn Lộc nhận 2 tỷ đồng; các xã còn lại chờ đợt sau."), false),
            (format!("Huyện có 5 xã được hỗ trợ. {names} và xã Vạn Lộc nhận 2 tỷ đồng."), true),
            ("Hỗ trợ 3 tỉnh khắc phục hậu quả bão. Phó Thủ tướng hỗ trợ các tỉnh: An Hòa, Bình Tân, Đông Hải và Kim Sơn để khắc phục hậu quả bão.".to_owned(), true),
            ("Hỗ trợ 3 tỉnh khắc phục hậu quả bão. Bộ kiểm tra các tỉnh: An Hòa, Bình Tân, Đông Hải và Kim Sơn.".to_owned(), false),
            (format!("Có 15 xã được hỗ trợ. {names} và xã Vạn Lộc nhận 2 tỷ đồng."), false),
        ] {
            assert_eq!(found(&line), told, "{line}");
        }
    }
}
