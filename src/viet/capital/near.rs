//! Official names of which one word is misspelt — *Ban Tuyến giáo Tỉnh ủy*, *Bô Tài chính*: all words of a name of the
//! register but one, and that one the same letters with other marks, or in a long name another word altogether.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::register::Name;
use super::words::{Case, Word, words};
use super::{Miscased, Register};
use crate::viet::spell::lexicon::Lexicon;

/// The fewest words of a name; of two words one is too little to know it by.
const FEWEST: usize = 3;

/// The fewest words of a name that is known by all its words but one, whatever stands in its place.
const LONG: usize = 6;

/// The fewest words of a name that is known without one of them.
const WHOLE: usize = 4;

/// Words that begin the names of bodies.
const BODIES: [&str; 14] =
    ["hội", "uỷ", "mặt", "ban", "đoàn", "liên", "tổng", "viện", "toà", "sở", "cục", "đảng", "trường", "bộ"];

/// A name with a word misspelt, or left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelt {
    /// The word, in bytes of the text given.
    pub range: Range<usize>,
    /// The whole name as it should stand.
    pub right: String,
}

impl Register {
    /// What [`Register::check`] finds, and the official names that are told with one word misspelt, each in order.
    pub fn read(&self, text: &str) -> (Vec<Miscased>, Vec<Misspelt>) {
        let words = words(text);
        (self.miscased(text, &words), self.misspelt(text, &words))
    }

    /// The names with a word misspelt.
    fn misspelt(&self, text: &str, words: &[Word]) -> Vec<Misspelt> {
        let told = |at: usize| words[at].case == Case::Capital;
        let found = (0..words.len()).filter(|at| told(*at)).filter_map(|at| self.misspelt_at(text, words, at));
        // *Ủy ban Mặt trận quốc*: the name within a name tells no more.
        found.fold(Vec::new(), |mut all: Vec<Misspelt>, one| {
            if all.last().is_none_or(|last| last.range.end <= one.range.start) {
                all.push(one);
            }
            all
        })
    }

    /// The longest name that begins at a word and has one other word.
    fn misspelt_at(&self, text: &str, words: &[Word], at: usize) -> Option<Misspelt> {
        let led = self.names.get(&*words[at].plain).into_iter().flatten();
        let second = words.get(at + 1).and_then(|second| self.seconds.get(&*second.plain));
        let followed = second.into_iter().flatten().filter_map(|(first, place)| self.names.get(first)?.get(*place));
        let names = led.chain(followed).filter(|name| name.words.len() >= FEWEST && !name.rule.starts_with("II."));
        let off = |name: &&Name| one_off(name, text, words.get(at..at + name.words.len())?);
        let Some((name, wrong)) =
            names.filter_map(|name| Some((name, off(&name)?))).max_by_key(|(name, _)| name.words.len())
        else {
            return self.shortened_at(text, words, at);
        };
        // *Ban Tổ chức* is a name as well as *Bàn Tổ chức* is none.
        let own = self.names.get(&*words[at].plain).into_iter().flatten();
        let known = own.filter(|own| own.words.len() > wrong).any(|own| {
            let span = words.get(at..at + own.words.len()).unwrap_or_default();
            !span.is_empty() && span.iter().zip(&own.words).all(|(word, part)| word.plain == part.0)
        });
        (!known).then(|| Misspelt { range: words[at + wrong].range.clone(), right: name.right.clone() })
    }
}

impl Register {
    /// *Ủy ban Mặt trận quốc Việt Nam*: the name that begins at a word and has lost another.
    fn shortened_at(&self, text: &str, words: &[Word], at: usize) -> Option<Misspelt> {
        BODIES.contains(&&*words[at].plain).then_some(())?;
        let names = self.names.get(&*words[at].plain).into_iter().flatten();
        // *Bộ trưởng Tài chính* is an office told in short.
        let office = |name: &Name| name.words.get(1).is_some_and(|word| word.0 == "trưởng");
        let long = names.filter(|name| name.words.len() >= WHOLE && !name.rule.starts_with("II.") && !office(name));
        let lost = |name: &&Name| one_lost(name, text, words.get(at..at + name.words.len() - 1)?);
        let (name, lost) =
            long.filter_map(|name| Some((name, lost(&name)?))).max_by_key(|(name, _)| name.words.len())?;
        let range = words[at + lost - 1].range.start..words[at + lost].range.end;
        (self.names_at(text, words, at).is_none()).then(|| Misspelt { range, right: name.right.clone() })
    }
}

/// The place of the one word of a name that is left out; in a short name, between two which are no company.
fn one_lost(name: &Name, text: &str, span: &[Word]) -> Option<usize> {
    let same = |(word, part): &(&Word, &(String, Case))| word.plain == part.0;
    let place = span.iter().zip(&name.words).take_while(same).count();
    let rest = span[place..].iter().zip(&name.words[place + 1..]);
    let capitals = span[..place].iter().zip(&name.words).chain(rest.clone().skip(1));
    let fits = (1..span.len()).contains(&place) && rest.clone().all(|pair| same(&pair));
    let close = |pair: &[Word]| matches!(&text[pair[0].range.end..pair[1].range.start], " " | "\u{a0}");
    // *Hội Chiến binh*: the capital may have gone over to what follows.
    let fits = fits && capitals.clone().all(|(word, part)| word.case == part.1) && name.words[place].0 != "và";
    let moved = || span[place].case == Case::Capital && name.words[place + 1].1 != Case::Capital;
    let apart = || name.words.len() > WHOLE || moved() || !is_company(&span[place - 1].plain, &span[place].plain);
    (fits && span.windows(2).all(close) && apart()).then_some(place)
}

/// The place of the one word that differs from a name's, by its marks alone or, in a long name, otherwise.
fn one_off(name: &Name, text: &str, span: &[Word]) -> Option<usize> {
    let mut other = span.iter().zip(&name.words).enumerate().filter(|(_, (word, part))| word.plain != part.0);
    let (place, (word, part)) = other.next()?;
    // Most names end here: more than one word is another.
    other.next().is_none().then_some(())?;
    let close = |pair: &[Word]| matches!(&text[pair[0].range.end..pair[1].range.start], " " | "\u{a0}");
    let capital = |(word, part): (&Word, &(String, Case))| word.case == part.1;
    span.windows(2).all(close).then_some(())?;
    // *Bộ Nông nghiệp và Phát triển nông Xóm*
    let before = place.checked_sub(1).map_or("", |before| span[before].plain.as_ref());
    if name.words.len() >= LONG && place > 1 && !is_company(before, &word.plain) {
        let others = span.iter().zip(&name.words).enumerate().filter(|(at, _)| *at != place);
        return others.map(|(_, pair)| pair).all(capital).then_some(place);
    }
    let fits = span.iter().zip(&name.words).all(capital);
    // What is written without any marks is no slip of one.
    let marked = || span.iter().any(|word| bare(&word.plain) != word.plain);
    let slip = fits && bare(&word.plain) == bare(&part.0) && marked();
    slip.then_some(place)
}

/// Whether two words were ever seen side by side.
fn is_company(first: &str, second: &str) -> bool {
    let lexicon = Lexicon::embedded();
    let pair = lexicon.find(first).zip(lexicon.find(second)).and_then(|(first, second)| lexicon.pair(first, second));
    pair.is_some()
}

/// The letters of a word without their marks; *đ* is a letter.
fn bare(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_word_misspelt() {
        let register = Register::new();
        for (text, told) in [
            ("dự có Ban Tuyến giáo Trung ương", &[("Tuyến", "Ban Tuyên giáo Trung ương")][..]),
            ("theo Bô Tài chính, cả nước", &[("Bô", "Bộ Tài chính")]),
            ("Sở Nông nghiêp và Môi trường", &[("nghiêp", "Sở Nông nghiệp và Môi trường")]),
            ("Ủy bạn nhân dân tỉnh và Ủy ban nhân dân xã", &[("bạn", "Ủy ban nhân dân")]),
            ("theo Bộ Nông nghiệp và Phát triển nông xứ", &[("xứ", "Bộ Nông nghiệp và Phát triển nông thôn")]),
            ("Ủy ban Mặt trận Tổ quốc các xã", &[]),
            ("Ủy ban Mặt trận quốc Việt Nam huyện họp", &[("trận quốc", "Ủy ban Mặt trận Tổ quốc Việt Nam")]),
            ("Trung ương Hội Chiến binh các cấp", &[("Hội Chiến", "Hội Cựu chiến binh")]),
            ("Hội Liên hiệp nữ Việt Nam", &[("hiệp nữ", "Hội Liên hiệp Phụ nữ Việt Nam")]),
            ("Bộ Tài chính, Ban Tuyên giáo Trung ương, Ban Tổ chức lễ hội", &[]),
            ("BO TAI CHINH, Bo Tai chinh, bộ tài chỉnh", &[]),
        ] {
            let (_, found) = register.read(text);
            let seen: Vec<(&str, &str)> =
                found.iter().map(|one| (&text[one.range.clone()], one.right.as_str())).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
