//! "8 lần vô địch vào các năm 1997, 1998, …": a count of times or years against the years that are told one by one.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::number::parse_integer;
use crate::viet::seek::seek;

/// What a list of years counts.
const NOUNS: [&str; 7] = [" lần ", " năm ", " kỳ ", " mùa ", " chức vô địch ", " danh hiệu ", " giải "];

/// Words by which the years are only some of those counted.
const SOME: [&str; 7] = ["trong đó", "như", "gần nhất", "gần đây", "từ năm", "kể từ", "riêng"];

/// Words between the count and the years.
const LINKS: [&str; 4] = ["năm", "các năm", "vào các năm", "(năm"];

/// The most words and bytes between the count and its years.
const WORDS: usize = 8;
const FAR: usize = 90;

/// Checks each list of years of a line; the first that is off.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    NOUNS.iter().flat_map(|noun| seek(line, noun)).find_map(|(at, noun)| {
        let word = line[..at].rsplit([' ', '(', '\u{a0}']).next()?;
        let spelt = || u32::try_from(parse_integer(&word.to_lowercase()).ok()?).ok();
        let count: u32 = word.parse().ok().or_else(spelt).filter(|count| (2..40).contains(count))?;
        let lead = line[..at - word.len()].trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
        let ordered = ["thứ", "năm", "tháng", "mỗi", "ngày", "số", "kỳ"].contains(&lead.as_str());
        let (from, found) = years(line, at + noun.trim_end().len())?;
        let link = &line[at + noun.trim_end().len()..from];
        let between = link.trim_end_matches(['(', ':', ' ']).trim();
        let led = between.is_empty() || link.ends_with('(') || LINKS.iter().any(|word| between.ends_with(word));
        let some = SOME.iter().any(|word| link.to_lowercase().contains(word));
        let range: Range<usize> = start + at - word.len()..start + at + noun.trim_end().len();
        (!ordered && led && !some && found != count).then(|| super::told(proof, range, count, found))
    })
}

/// The list of years behind a count: where it begins, and how many there are.
fn years(line: &str, from: usize) -> Option<(usize, u32)> {
    let far = line.floor_char_boundary((from + FAR).min(line.len()));
    let near = &line[from..far];
    let first = near.find(|c: char| c.is_ascii_digit())?;
    let plain = !near[..first].contains(['.', ';', ',', '\n']) && near[..first].split_whitespace().count() <= WORDS;
    let mut rest = line.get(from + first..).filter(|_| plain)?;
    let (mut found, mut last) = (0, 0);
    loop {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        let year = rest[..length].parse::<u16>().ok().filter(|year| (1900..2100).contains(year) && *year > last)?;
        (found, last, rest) = (found + 1, year, &rest[length..]);
        let next =
            [", năm ", ", và ", " và năm ", ", ", " và ", "; "].iter().find_map(|joint| rest.strip_prefix(joint));
        match next.filter(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
            Some(next) => rest = next,
            None => break,
        }
    }
    let ended = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '–'));
    let span = [" - ", " – ", " đến"].iter().any(|dash| rest.starts_with(dash));
    (found > 1 && ended && !span).then_some((from + first, found))
}

#[cfg(test)]
mod tests {
    use crate::check::counts::check;

    #[test]
    fn counts_of_years() {
        for (text, told) in [
            ("Đội xã có 5 lần vô địch vào các năm 2008, 2011, 2015 và 2022.", Some("5 lần")),
            ("Đội xã có 4 lần vô địch vào các năm 2008, 2011, 2015 và 2022.", None),
            ("Trong ba năm 2021, 2022, 2023 và 2024, xã làm 12 km đường.", Some("ba năm")),
            ("Trong ba năm 2021, 2022 và 2023, xã làm 12 km đường.", None),
            ("Đội xã có 5 lần vô địch, trong đó có các năm 2008, 2011.", None),
            ("Đội xã lần thứ 5 vô địch sau các năm 2008, 2011.", None),
            ("Đội xã đoạt 3 giải nhất (2008, 2011, 2015, 2017) tại tỉnh.", Some("3 giải")),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
