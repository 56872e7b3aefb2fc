//! *tại 4 tỉnh, thành: Gò Me 31 ca; Bến Vông 12; Cầu Đúc và Láng Sen mỗi nơi 2*: a count of places against those that are named
//! behind a colon, each with its number.

use std::ops::Range;

use super::told;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::seek::seek;

/// What places are counted as, the longer first.
const PLACES: [&str; 12] = [
    "tỉnh, thành phố",
    "tỉnh, thành",
    "tỉnh thành",
    "tỉnh",
    "thành phố",
    "địa phương",
    "huyện, thị xã",
    "huyện",
    "quận",
    "xã, phường",
    "xã",
    "phường",
];

/// The fewest places, how far off their count is told, and the most words behind a number.
const LEAST: u32 = 4;
const OFF: u32 = 2;
const WORDS: usize = 3;

/// The first of such counts of a line that is not kept.
pub(super) fn check(proof: &Proof, start: usize, line: &str) -> Option<Diagnostic> {
    seek(line, ": ").find_map(|(colon, _)| {
        let (range, count) = counted(&line[..colon])?;
        let list = line[colon + 2..].split(". ").next()?.trim_end();
        let list = list.strip_suffix('.').unwrap_or(list);
        let found = named(list)?;
        let near = found.abs_diff(count) <= OFF && found.min(count) >= LEAST;
        (near && found != count).then(|| told(proof, start + range.start..start + range.end, count, found))
    })
}

/// The count of places at the end of a text.
fn counted(head: &str) -> Option<(Range<usize>, u32)> {
    let noun = PLACES.iter().find(|noun| head.ends_with(**noun))?;
    let before = head[..head.len() - noun.len()].strip_suffix(' ')?;
    let number = before.rsplit(' ').next()?;
    Some((before.len() - number.len()..head.len(), number.parse().ok()?))
}

/// How many places a list names, where it holds nothing but names and their numbers.
fn named(list: &str) -> Option<u32> {
    (!list.contains("..") && !list.contains('…')).then_some(())?;
    // *Gò Me 1.310 ca; Bến Vông 2,5*: a comma within a number parts nothing.
    let items = list.split([';']).flat_map(|item| item.split(", ")).flat_map(|item| item.split(" và "));
    let mut count = 0;
    let mut numbers = 0;
    for item in items.map(str::trim).filter(|item| !item.is_empty()) {
        let words: Vec<&str> = item.split(' ').collect();
        let name = words.iter().take_while(|word| word.starts_with(char::is_uppercase)).count();
        let rest = &words[name..];
        let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
        let plain = match rest {
            [] => true,
            [each, .., last] if *each == "mỗi" => number(last) || rest.iter().any(number),
            [first, unit @ ..] => number(first) && unit.len() <= WORDS && !unit.iter().any(number),
        };
        (name > 0 && plain).then_some(())?;
        count += 1;
        numbers += u32::from(!rest.is_empty());
    }
    // Names alone are told elsewhere.
    (numbers > 1).then_some(count)
}

#[cfg(test)]
mod tests {
    use crate::check::proof::Proof;
    use crate::source::Source;

    #[test]
    fn places_with_their_numbers() {
        for (text, found) in [
            (
                "Có 58 ca tại 5 tỉnh, thành: Gò Me 31 ca; Bến Vông 12; TP.Láng 9; Cầu Đúc, Hòa An và Tân Lập mỗi nơi 2 ca.",
                Some(6),
            ),
            (
                "Có 58 ca tại 6 tỉnh, thành: Gò Me 31 ca; Bến Vông 12; TP.Láng 9; Cầu Đúc, Hòa An và Tân Lập mỗi nơi 2 ca.",
                None,
            ),
            ("Mưa to tại 5 xã: Gò Me 310,5 mm, Bến Vông 290 mm, Cầu Đúc 254 mm, Hòa An 240 mm. Gió giật.", Some(4)),
            // A list that goes on, or tells of something else.
            ("Mưa to tại 5 xã: Gò Me 310,5 mm, Bến Vông 290 mm, Cầu Đúc 254 mm, Hòa An 240 mm...", None),
            ("Họp tại 5 xã: Gò Me 7 giờ sáng ngày 5/6, Bến Vông, Cầu Đúc, Hòa An.", None),
        ] {
            let source = Source::new("-", text);
            let told = super::check(&Proof::article(&source, None), 0, text);
            assert_eq!(told.is_some(), found.is_some(), "{text}");
        }
    }
}
