//! Words of headlines in capitals — *HỘI NGHỊ TỔNG KÊT CÔNG TÁC*: read in small letters, names as far as they can be known; only
//! what cannot be a word, or what a common word of the dictionary needs otherwise, is told.

use std::collections::HashSet;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::viet::abbreviation::expansions;
use crate::viet::letter::{is_letter, lower};
use crate::viet::sentence::upper_first;
use crate::viet::spell::lexicon::{Lexicon, Pair};
use crate::viet::spell::{self, Exempt, Flag, Kind};
use crate::viet::syllable::is_vowel;

/// The fewest words of a headline.
const FEWEST: usize = 4;

/// How often the word must have been counted that is meant.
const COMMON: f32 = 20.0;

/// Words behind which a name of two words stands.
#[rustfmt::skip]
const BEFORE_NAMES: [&str; 20] = [
    "xã", "phường", "trấn", "huyện", "quận", "phố", "tỉnh", "thôn", "ấp", "bản", "làng", "đường", "ông", "bà", "anh", "chị", "cụ",
    "sông", "chợ", "cầu",
];

/// Surnames that are hardly any other word.
#[rustfmt::skip]
const SURNAMES: [&str; 16] = [
    "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "võ", "đặng", "bùi", "ngô", "trịnh", "đinh", "phùng", "tạ", "quách",
];

/// The flags of all headlines in capitals, their words and what is meant in capitals too.
pub(super) fn find(proof: &Proof, exempt: &Exempt) -> Vec<Flag> {
    let text = &proof.text;
    let shouted = |line: &&str| !line.contains(char::is_lowercase) && words(line).count() >= FEWEST;
    let mut lines = text.split('\n').filter(shouted).peekable();
    if lines.peek().is_none() {
        return Vec::new();
    }
    let names = names(text);
    lines.flat_map(|line| of_line(line, line.as_ptr() as usize - text.as_ptr() as usize, (&names, exempt))).collect()
}

/// The flags of one line, which begins at a place.
fn of_line(line: &str, start: usize, (names, exempt): (&HashSet<String>, &Exempt)) -> Vec<Flag> {
    let small = in_small_letters(line, names);
    if small.len() != line.len() {
        return Vec::new();
    }
    let flags = spell::check(&small, exempt).into_iter().filter(|flag| is_certain(&small, flag));
    let told = flags.map(|flag| Flag {
        range: start + flag.range.start..start + flag.range.end,
        word: line[flag.range.clone()].to_owned(),
        suggestion: flag.suggestion.map(|meant| meant.to_uppercase()),
        ..flag
    });
    told.collect()
}

/// Whether a flag would stand whatever names there are in the line.
fn is_certain(line: &str, flag: &Flag) -> bool {
    let meant = flag.suggestion.as_deref().unwrap_or_default();
    match flag.kind {
        Kind::Confusion => true,
        Kind::Unwritable | Kind::Unattested => !flag.word.is_ascii() && !meant.is_empty(),
        Kind::Company => {
            let other = |c: char| !is_letter(c);
            let before = line[..flag.range.start].strip_suffix(' ').and_then(|head| head.rsplit(other).next());
            let behind = line[flag.range.end..].strip_prefix(' ').and_then(|rest| rest.split(other).next());
            let whole = |pair: Option<Pair>| pair.is_some_and(|pair| pair.headword && pair.count >= COMMON);
            whole(before.and_then(|before| pair(before, meant))) || whole(behind.and_then(|behind| pair(meant, behind)))
        }
    }
}

/// What was counted of two words.
fn pair(first: &str, second: &str) -> Option<Pair> {
    let lexicon = Lexicon::embedded();
    lexicon.pair(lexicon.find(&lower(first))?, lexicon.find(&lower(second))?)
}

/// The runs of letters of a line.
fn words(line: &str) -> impl Iterator<Item = Range<usize>> {
    let start = line.as_ptr() as usize;
    let runs = line.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty());
    runs.map(move |word| word.as_ptr() as usize - start..word.as_ptr() as usize - start + word.len())
}

/// Two words in a row that the text has with a capital each, in small letters.
fn names(text: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    for line in text.split('\n').filter(|line| line.contains(char::is_lowercase)) {
        let words: Vec<&str> = line.split(' ').map(|word| word.trim_matches(|c: char| !is_letter(c))).collect();
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let two = words.windows(2).filter(|two| two.iter().all(|word| capital(word)));
        found.extend(two.map(|two| lower(&two.join(" "))));
    }
    found
}

/// A line in small letters, each as long as its capital; short forms as they are, and a capital at the head of each word of a name.
fn in_small_letters(line: &str, names: &HashSet<String>) -> String {
    let places: Vec<Range<usize>> = words(line).collect();
    let small: Vec<String> = places.iter().map(|place| lower(&line[place.clone()])).collect();
    let mut named = vec![false; small.len()];
    for at in 0..small.len() {
        let next = small.get(at + 1);
        let phrase =
            next.is_some_and(|next| pair(&small[at], next).is_some_and(|pair| pair.headword && pair.count > 0.0));
        let known = next.is_some_and(|next| names.contains(&format!("{} {next}", small[at])));
        let own = at..(at + if SURNAMES.contains(&&*small[at]) { 4 } else { 2 }).min(small.len());
        if known || SURNAMES.contains(&&*small[at]) {
            named[own].fill(true);
        } else if BEFORE_NAMES.contains(&&*small[at]) && !phrase {
            let behind = (at + 1).min(small.len())..(at + 4).min(small.len());
            named[behind].fill(true);
        }
    }
    let mut plain = String::with_capacity(line.len());
    let mut end = 0;
    for (at, place) in places.into_iter().enumerate() {
        plain.push_str(&line[end..place.start]);
        end = place.end;
        let own = &line[place];
        let short = expansions(own).next().is_some() || !small[at].contains(is_vowel);
        match short {
            true => plain.push_str(own),
            false if named[at] || at == 0 => plain.push_str(&upper_first(&small[at])),
            false => plain.push_str(&small[at]),
        }
    }
    plain.push_str(&line[end..]);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_capitals() {
        for (text, told) in [
            ("HỘI NGHỊ TỔNG KÊT CÔNG TÁC HỘI NĂM 2024\n", &["KÊT"][..]),
            ("XÃ TÂN KHÊ TRIỂN KHAI NHIỆN VỤ QUÝ IV\n", &["NHIỆN"]),
            ("KẾ HOẠCH TUYỂN TRUYỀN PHÒNG CHÁY, CHỮA CHÁY\n", &["TUYỂN"]),
            ("BÁO CÁO KẾT QỦA GIẢM NGHÈO\n", &["QỦA"]),
            ("ĐỒNG CHÍ LÊ QUANG ĐẠO DỰ LỄ KHÁNH THÀNH CẦU KHE NGÀN\n", &[]),
            ("UBND HUYỆN KBANG HỌP VỚI XÃ ĐĂK RONG VÀ KRÔNG\n", &[]),
            ("HỢP TÁC XÃ CHÈ AN MÔ XUẤT LÔ HÀNG ĐẦU TIÊN\nHợp tác xã An Mô có 12 hộ.\n", &[]),
            ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập\n", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let found: Vec<_> = find(&proof, &Exempt::new()).into_iter().map(|flag| flag.word).collect();
            assert_eq!(found, told, "{text}");
        }
    }
}
