//! Provinces misspelt by one letter or one mark — *tỉnh Lào Cay* — where the words before say that a province is meant.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::unit::units;
use super::{Mention, official_name, provinces_of};
use crate::viet::fold::fold;
use crate::viet::name::is_syllable;
use crate::viet::seek::seek;
use crate::viet::unicode::nfc;

/// What is one letter from a province and is another place: provinces of old, cities abroad.
const OTHERS: [&str; 4] = ["Vĩnh Phú", "Phúc Yên", "Bắc Kinh", "Nam Ninh"];

/// Words behind which a province stands.
const RANKS: [&str; 4] = ["tỉnh", "thành phố", "Tỉnh", "Thành phố"];

/// A name that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelt {
    /// Where it stands.
    pub range: Range<usize>,
    /// What was meant.
    pub right: &'static str,
}

/// The misspelt provinces of a text: behind *tỉnh, thành phố* and in the list that begins there; in a list that begins with a
/// province without its rank, those with other marks.
pub fn misspelt(text: &str, known: &[Mention]) -> Vec<Misspelt> {
    let ranks = RANKS.iter().flat_map(|rank| seek(text, rank).map(|(at, rank)| (at + rank.len(), true)));
    let listed =
        known.iter().filter_map(|mention| Some((mention.range.end + list_mark(text, mention.range.end)?, false)));
    let mut starts: Vec<(usize, bool)> = ranks.chain(listed).collect();
    starts.sort_unstable();
    let mut found: Vec<Misspelt> = Vec::new();
    let mut read = 0;
    for (start, ranked) in starts {
        // A list that was read from its head is not read again from a rank inside it.
        let mut at = start.max(read);
        while let Some(words) = name_at(text, at) {
            let near = of_words(text, &words);
            // Without a rank the name is the whole run of words, and only its marks are others.
            let end = words[words.len() - 1].end;
            let whole = |near: &Misspelt| near.range.end == end && fold(&text[near.range.clone()]) == fold(near.right);
            found.extend(near.filter(|near| ranked || whole(near)));
            at = end;
            read = end;
            match list_mark(text, at) {
                Some(length) => at += length,
                None => break,
            }
        }
    }
    found.extend(swapped(text));
    found.extend(beside(text));
    found.sort_by_key(|one| (one.range.start, one.range.end));
    found.dedup_by_key(|one| one.range.start);
    found
}

/// Names of two words in which hỏi and ngã have changed places, as they are often misheard: *Hà Tỉnh, Quãng Ngãi*.
static SWAPPED: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let swap = |c: char| match c {
        '\u{303}' => '\u{309}',
        '\u{309}' => '\u{303}',
        other => other,
    };
    let other = |name: &str, at: usize| {
        let words = name.split(' ').enumerate();
        let words =
            words.map(|(place, word)| if place == at { word.nfd().map(swap).nfc().collect() } else { word.to_owned() });
        words.collect::<Vec<String>>().join(" ")
    };
    let forms = |name: &'static str| (0..2).map(move |at| (other(name, at), name));
    let two = units().map(|unit| unit.name).filter(|name| name.split(' ').count() == 2);
    two.flat_map(forms).filter(|(form, name)| form != name && official_name(form).is_none()).collect()
});

/// Such names wherever they stand as a whole, but behind the word for a smaller place.
fn swapped(text: &str) -> impl Iterator<Item = Misspelt> {
    SWAPPED.iter().flat_map(move |(form, right)| {
        let told = seek(text, form).map(|(at, form)| at..at + form.len());
        told.filter(|range| is_whole(text, range)).map(|range| Misspelt { range, right })
    })
}

/// What is called by a name and is no province.
#[rustfmt::skip]
const BELOW: [&str; 30] = [
    "xã", "phường", "thôn", "ấp", "bản", "trấn", "đường", "làng", "huyện", "quận", "ông", "bà", "anh", "chị", "em", "cháu", "cô",
    "chú", "chợ", "cầu", "sông", "núi", "hồ", "ga", "trường", "chùa", "đền", "buôn", "phố", "đội",
];

/// Whether a name stands for itself: no part of a longer one, and none of a smaller place or a person.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let (head, behind) = (&text[..range.start], &text[range.end..]);
    let last = head.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    let inner = last.starts_with(char::is_uppercase) && last.ends_with(char::is_alphabetic);
    let bounded = !head.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric);
    let longer = behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    bounded && !longer && !inner && !BELOW.contains(&last.to_lowercase().as_str())
}

/// Names of two and three words that are no place of their own and a province but for the marks of one word, or but for a letter
/// that makes one of them no syllable: *ngư dân Bình Thuân*, *than từ Quảng Ninhh*.
fn beside(text: &str) -> Vec<Misspelt> {
    let heads = text.char_indices().filter(|(at, c)| c.is_uppercase() && !text[..*at].ends_with(char::is_alphanumeric));
    let names = heads.filter_map(|(at, _)| {
        let words = capitals(text, at);
        let range = at..words.last()?.end;
        ((2..=3).contains(&words.len()) && is_whole(text, &range)).then_some((range, words))
    });
    let told = names.filter_map(|(range, words)| {
        let own = &text[range.clone()];
        let right = almost(own, words.len())?;
        let wrong =
            words.iter().zip(right.split(' ')).filter(|(word, part)| plain(&text[(*word).clone()]) != plain(part));
        let wrong: Vec<_> = wrong.collect();
        let [(word, part)] = wrong[..] else { return None };
        let seen = &text[word.clone()];
        let marks = bare(seen) == bare(part) || !is_syllable(seen);
        let free = official_name(own).is_none() && provinces_of(own).is_empty() && !OTHERS.contains(&own);
        (marks && free).then_some(Misspelt { range, right })
    });
    told.collect()
}

/// The province of as many words that a name is but for one letter or mark.
fn almost(name: &str, words: usize) -> Option<&'static str> {
    let own = letters(name);
    let near = NAMES.get(&words)?.iter().find(|(other, _)| *other != own && is_one_off(other, &own))?;
    Some(near.1)
}

/// A word without its tone and marks; *đ* is a letter.
fn bare(word: &str) -> String {
    word.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).collect()
}

/// The words of a run of capitals that begins at a place, a blank between two.
fn capitals(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut at = from;
    while words.len() <= MOST && text[at..].starts_with(char::is_uppercase) {
        let end = at + word_at(text, at);
        words.push(at..end);
        at = end + 1;
        if !text[end..].starts_with(' ') {
            break;
        }
    }
    words
}

/// The length of what joins one name of a list to the next.
fn list_mark(text: &str, at: usize) -> Option<usize> {
    [",", " và", ";"].iter().find(|mark| text[at..].starts_with(**mark)).map(|mark| mark.len())
}

/// The words in capitals that stand one blank behind a place, five at most.
fn name_at(text: &str, from: usize) -> Option<Vec<Range<usize>>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = from;
    while words.len() < MOST {
        let gap = [" - ", " ", "\u{a0}"].iter().find(|gap| text[at..].starts_with(**gap));
        let Some(gap) = gap.filter(|gap| !words.is_empty() || **gap != " - ") else { break };
        let start = at + gap.len();
        let (rest, length) = (&text[start..], word_at(text, start));
        if length == 0 || !rest.starts_with(char::is_uppercase) {
            break;
        }
        at = start + length;
        words.push(start..at);
    }
    (!words.is_empty()).then_some(words)
}

/// How long the word at a place is.
fn word_at(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    rest.find(|c: char| !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c)).unwrap_or(rest.len())
}

/// The most words that are looked at behind a rank: four of a province, and more of whoever is named behind it.
const MOST: usize = 5;

/// The province that the first words of a run almost are; nothing where they are one.
fn of_words(text: &str, words: &[Range<usize>]) -> Option<Misspelt> {
    let whole = |count: usize| words[0].start..words[count - 1].end;
    let most = words.len().min(4);
    let known = |name: &str| official_name(name).is_some() || OTHERS.iter().any(|other| plain(other) == plain(name));
    if (1..=most).any(|count| known(&text[whole(count)])) {
        return None;
    }
    (1..=most).rev().find_map(|count| {
        let range = whole(count);
        let own = letters(&text[range.clone()]);
        let near = NAMES.get(&count)?.iter().find(|(name, _)| is_one_off(name, &own))?;
        Some(Misspelt { range, right: near.1 })
    })
}

/// Names are compared composed and in small letters: neither the keyboard nor a heading in capitals is a slip.
fn plain(name: &str) -> String {
    nfc(name).to_lowercase()
}

/// Letters and marks, one by one: *ã* is two.
pub(super) fn letters(name: &str) -> Vec<char> {
    let lower = name.to_lowercase();
    lower.nfd().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// A name letter by letter, and as it is written.
type Spelt = (Vec<char>, &'static str);

/// The names of all provinces by their number of words.
static NAMES: LazyLock<HashMap<usize, Vec<Spelt>>> = LazyLock::new(|| {
    let mut names: HashMap<usize, Vec<Spelt>> = HashMap::new();
    for unit in units() {
        let count = unit.name.split([' ', '-']).filter(|word| !word.is_empty()).count();
        names.entry(count).or_default().push((letters(unit.name), unit.name));
    }
    names
});

/// Whether two names differ by one letter or mark: another one, one more, one less, or two changed about.
pub(super) fn is_one_off(one: &[char], two: &[char]) -> bool {
    let head = one.iter().zip(two).take_while(|(a, b)| a == b).count();
    let tail = one[head..].iter().rev().zip(two[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, two) = (&one[head..one.len() - tail], &two[head..two.len() - tail]);
    match (one, two) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provinces_almost_spelt() {
        for (text, told) in [
            ("UBND tỉnh Lào Cay báo cáo", &[("Lào Cay", "Lào Cai")][..]),
            ("tỉnh Quảng Ngải; thành phố Đà Nẳng", &[("Quảng Ngải", "Quảng Ngãi"), ("Đà Nẳng", "Đà Nẵng")]),
            ("các tỉnh Hà Giang, Lào Cay, Yên Báy và Bắc Cạn", &[("Lào Cay", "Lào Cai"), ("Yên Báy", "Yên Bái")]),
            ("Chủ tịch UBND tỉnh Lâm Đông Trần Văn A", &[("Lâm Đông", "Lâm Đồng")]),
            ("tỉnh Bà Rịa - Vũng Tào", &[("Bà Rịa - Vũng Tào", "Bà Rịa - Vũng Tàu")]),
            ("tỉnh Kiên Gaing", &[("Kiên Gaing", "Kiên Giang")]),
            ("tỉnh Vĩnh Phú cũ, thành phố Bắc Kinh, tỉnh Hải Nam, thành phố Vinh, thành phố Hạ Long", &[]),
            ("tỉnh Vân Nam và Quảng Tây (Trung Quốc), tỉnh Champasak", &[]),
            ("tỉnh Lào Cai Nguyễn Văn A; TP. Hồ Chí Minh; tỉnh Đắk Lắk", &[]),
            ("xã Lào Cay", &[]),
            ("ngập 90 nhà (Điên Biên 15, Lai Châu 75)", &[("Điên Biên", "Điện Biên")]),
            (
                "Ngư dân Bình Thuân bán tôm cho Quảng Ninhh",
                &[("Bình Thuân", "Bình Thuận"), ("Quảng Ninhh", "Quảng Ninh")],
            ),
            ("doanh nhân TP. Hồ Chí Mình đến", &[("Hồ Chí Mình", "Hồ Chí Minh")]),
            ("hoa Hải Đường nở; phố Nam Đình Lê; huyện Phù Yên; Hà Lan", &[]),
            ("ông Thái Bính ở Thái Bình; chợ Hà Nàm", &[]),
            ("Tuyến đi từ Hà Tỉnh vào (Quãng Ngãi 17 xã)", &[("Hà Tỉnh", "Hà Tĩnh"), ("Quãng Ngãi", "Quảng Ngãi")]),
            ("xã Vỉnh Long; ông Lê Hà Tỉnh; Hà Tỉnh Sơn", &[]),
            ("Mưa ở Nghệ An, Hà Tỉnh và Quảng Bình", &[("Hà Tỉnh", "Hà Tĩnh")]),
            ("Mưa ở Nghệ An, Hà Tinh Vân và Quảng Ninh Giang", &[]),
        ] {
            let found = misspelt(text, &super::super::find(text));
            let seen: Vec<(&str, &str)> = found.iter().map(|one| (&text[one.range.clone()], one.right)).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
