//! Phrases told twice with one word changed — *Tòa nhà Bách Khoa Mới … Tòa nhà Bách Khóa Mới*, *triển lãm “Mùa xuân độc lập” …
//! triển lãm “Mùa thu độc lập”*: all around the word is the same.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};
use std::ops::Range;

use super::is_near;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::fold::fold;
use crate::viet::letter::is_word;
use crate::viet::tone::{Style, restyle};

/// The words of a phrase, the changed one with them.
const WIDTH: usize = 5;

/// So many of the other words must be names or figures.
const NAMED: usize = 2;

/// Spreads the numbers of phrases.
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// How many words to either side are looked at for names.
const AROUND: usize = 3;

/// A word with its place and the sentence it stands in.
struct Word<'t> {
    range: Range<usize>,
    own: &'t str,
    hash: u64,
    /// Whether it is a name or a figure.
    name: bool,
    sentence: usize,
    /// Whether nothing but blanks, dashes and quotation marks part it from the word before.
    joined: bool,
    /// Whether one blank parts it from the word before.
    inner: bool,
    /// How many of the words around it are names.
    named: usize,
}

impl Word<'_> {
    /// In small letters, tones where all have them, without zeros before figures.
    fn form(&self) -> String {
        restyle(&self.own.trim_start_matches('0').to_lowercase(), Style::FirstVowel)
    }
}

/// Flags the word that stands less often; of equally many, the later one. Persons have rules of their own.
pub(super) fn check(proof: &Proof, persons: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let words = words(proof);
    // Every phrase without each of its words in turn, as a number; those of one number stand side by side.
    let mut phrases: Vec<(u64, usize)> = Vec::new();
    for from in 0..words.len().saturating_sub(WIDTH - 1) {
        let window = &words[from..from + WIDTH];
        let named = window.iter().filter(|word| word.name).count();
        if named < NAMED || window[1..].iter().any(|word| !word.joined) {
            continue;
        }
        for gap in 0..WIDTH {
            if named - usize::from(window[gap].name) >= NAMED {
                let others = window.iter().enumerate().filter(|(at, _)| *at != gap);
                let key = others.fold(gap as u64, |key, (_, word)| key.rotate_left(9).wrapping_mul(ODD) ^ word.hash);
                phrases.push((key, from + gap));
            }
        }
    }
    phrases.sort_unstable();
    let mut slips: BTreeMap<usize, usize> = BTreeMap::new();
    for told in phrases.chunk_by(|one, other| one.0 == other.0).filter(|told| told.len() > 1) {
        let places: Vec<usize> = told.iter().map(|(_, place)| *place).collect();
        if let Some((slip, model)) = odd_one(&words, &places) {
            slips.entry(slip).or_insert(model);
        }
    }
    for (slip, model) in slips {
        let range = words[slip].range.clone();
        let person = persons[..persons.partition_point(|name| name.start < range.end)].last();
        if person.is_none_or(|name| name.end <= range.start) {
            let hint = Message::new("name-two-ways.hint").with("model", words[model].own);
            faults.push(proof.fault("name-two-ways", range).hint(hint));
        }
    }
    quoted(proof, faults);
}

/// Of the words in one place of a phrase the one that differs from all others, and one of them.
fn odd_one(words: &[Word], places: &[usize]) -> Option<(usize, usize)> {
    let mut forms: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    places.iter().for_each(|place| forms.entry(words[*place].own).or_default().push(*place));
    let [(_, one), (_, other)] = &forms.into_iter().collect::<Vec<_>>()[..] else { return None };
    let (slip, model) = match one.len().cmp(&other.len()) {
        std::cmp::Ordering::Less => (one, other),
        std::cmp::Ordering::Greater => (other, one),
        std::cmp::Ordering::Equal if one[0] > other[0] => (one, other),
        std::cmp::Ordering::Equal => (other, one),
    };
    let [place] = slip[..] else { return None };
    // *Anh Hùng* once, *Anh hùng* again and again, between names.
    let inner = |at: usize| words[at].inner && at > 0 && words[at - 1].own.starts_with(char::is_uppercase);
    let cased = words[place].form() == words[model[0]].form() && model.len() > 1;
    let cased = cased && inner(place) && model.iter().all(|at| inner(*at));
    let first = |word: &Word| word.own.chars().next().is_some_and(char::is_uppercase);
    let shouted = is_shouted(&words[place]) || is_shouted(&words[model[0]]);
    let cased = cased && first(&words[place]) != first(&words[model[0]]) && !shouted;
    // *Phó chủ tịch* is a matter of capitals and no name.
    let cased = cased && words[place - 1].own != "Phó";
    // *Bảo Tín Minh Châu, Bảo Tín Mạnh Hải*: the names go on otherwise.
    let next = |at: usize| words.get(at + 1).filter(|next| next.inner && next.own.starts_with(char::is_uppercase));
    let other = |at: &usize| next(*at).zip(next(place)).is_some_and(|(one, other)| one.form() != other.form());
    if model.iter().any(other) {
        return None;
    }
    let apart = model.iter().all(|other| words[*other].sentence != words[place].sentence);
    (apart && (cased || is_slip(&words[place], &words[model[0]]))).then_some((place, model[0]))
}

/// *ANH HÙNG*: of a headline.
fn is_shouted(word: &Word) -> bool {
    word.own.chars().count() > 1 && word.own.chars().all(char::is_uppercase)
}

/// Whether one word is the other with other marks, figures changed about, or a letter of a name or of a sign.
fn is_slip(slip: &Word, model: &Word) -> bool {
    let (one, other) = (&slip.form(), &model.form());
    if one == other {
        return false;
    }
    let figures = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    if figures(one) || figures(other) {
        return one.len() > 2 && figures(one) && figures(other) && sorted(one) == sorted(other);
    }
    let named = [slip, model].iter().all(|word| word.own.starts_with(char::is_uppercase));
    let signs = named && [slip, model].iter().all(|word| word.own.chars().all(char::is_uppercase));
    let long = one.chars().count().min(other.chars().count());
    let (a, b): (Vec<char>, Vec<char>) = (fold(one).chars().collect(), fold(other).chars().collect());
    let off = if a.len() == b.len() { a.iter().zip(&b).filter(|(a, b)| a != b).count() } else { 9 };
    // *Hợp chúng quốc Hoa Kỳ, Hợp chủng quốc Hoa Kỳ*: inside a name a word may be small.
    let inner = [slip, model].iter().all(|word| word.own.starts_with(char::is_lowercase) && word.named > NAMED);
    let sound = named && sound(one) == sound(other);
    inner && off == 0
        || sound
        || named && (off == 0 || long > 3 && is_near(one, other))
        || signs && long > 2 && off == 1
}

/// How a word of a name sounds, whatever letters it is written in: *Ka, Ca*, *Phai, Fai*.
pub(super) fn sound(word: &str) -> String {
    fold(word).replace("ph", "f").replace(['k', 'q'], "c").replace('y', "i").replace(['j', 'z'], "d")
}

/// The words of a text.
fn words(proof: &Proof) -> Vec<Word<'_>> {
    let mut found: Vec<Word> = Vec::new();
    for (sentence, range) in proof.all_sentences().iter().enumerate() {
        let own = &proof.text[range.clone()];
        let mut end = range.start;
        for word in own.split(|c: char| !is_word(c) && !('\u{300}'..='\u{36f}').contains(&c)) {
            if word.is_empty() {
                continue;
            }
            let start = word.as_ptr() as usize - proof.text.as_ptr() as usize;
            let gap = &proof.text[end..start];
            let joined = end > range.start && gap.chars().all(|c| c == ' ' || "-–“”\"()\u{a0}".contains(c));
            let small = &proof.lower()[start..start + word.len()];
            let mut hash = DefaultHasher::new();
            small.trim_start_matches('0').hash(&mut hash);
            let (hash, name) = (hash.finish(), word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
            end = start + word.len();
            found.push(Word {
                range: start..end,
                own: word,
                hash,
                name,
                sentence,
                joined,
                inner: gap == " ",
                named: 0,
            });
        }
    }
    let capital: Vec<bool> = found.iter().map(|word| word.own.starts_with(char::is_uppercase)).collect();
    for at in 0..found.len() {
        let around = at.saturating_sub(AROUND)..(at + AROUND + 1).min(found.len());
        found[at].named = around.filter(|near| *near != at && capital[*near]).count();
    }
    found
}

/// The last words of what has many titles alike: *danh hiệu, mô hình, tiêu chí, câu lạc bộ*.
const KINDS: [&str; 4] = ["hiệu", "hình", "chí", "bộ"];

/// A title in quotation marks: where, in which sentence, and the word that is left out of what it shares.
type Title = (Range<usize>, usize, String);

/// *triển lãm “Mùa xuân độc lập” … triển lãm “Mùa thu độc lập”*: two titles behind one word, of which one word is another.
fn quoted(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut titles: HashMap<(String, usize, String), Vec<Title>> = HashMap::new();
    for (sentence, range) in proof.all_sentences().iter().enumerate() {
        let mut from = range.start;
        while let Some(open) = text[from..range.end].find(['“', '"']).map(|at| from + at) {
            let start = open + text[open..].chars().next().map_or(1, char::len_utf8);
            let Some(length) = text[start..range.end].find(['”', '"']) else { break };
            let title = &text[start..start + length];
            let lead = text[range.start..open].trim_end().rsplit([' ', '\n']).next().unwrap_or_default().to_lowercase();
            let words: Vec<String> =
                title.split_whitespace().map(|word| word.trim_start_matches('0').to_lowercase()).collect();
            let of_kinds = lead.is_empty() || KINDS.contains(&lead.as_str());
            if (4..=12).contains(&words.len()) && title.starts_with(char::is_uppercase) && !of_kinds {
                // *Tháng Thanh niên 2023, Tháng Thanh niên 2024*: a figure makes another of the kind.
                let plain = |at: &usize| words[*at].chars().all(char::is_alphabetic);
                for at in (0..words.len()).filter(plain) {
                    let rest = [&words[..at], &words[at + 1..]].concat().join(" ");
                    titles.entry((lead.clone(), at, rest)).or_default().push((
                        start..start + length,
                        sentence,
                        words[at].clone(),
                    ));
                }
            }
            let close = start + length;
            from = close + text[close..].chars().next().map_or(1, char::len_utf8);
        }
    }
    let mut slips: BTreeMap<usize, (Range<usize>, Range<usize>)> = BTreeMap::new();
    for told in titles.values() {
        let Some((first, place, own)) = told.first() else { continue };
        let others: Vec<_> = told.iter().filter(|(.., word)| word != own).collect();
        // A series has many titles.
        if let [(slip, sentence, _)] = others[..]
            && sentence != place
        {
            slips.insert(slip.start, (slip.clone(), first.clone()));
        }
    }
    for (slip, model) in slips.into_values() {
        let hint = Message::new("name-two-ways.hint").with("model", &text[model]);
        faults.push(proof.fault("name-two-ways", slip).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_with_one_word_changed() {
        for (text, told) in [
            ("Trao danh hiệu “Xã nông thôn mới”. Rồi danh hiệu “Huyện nông thôn mới” ở đây.", None),
            ("Mở hội “Tháng Thanh niên năm 2023”. Năm sau là hội “Tháng Thanh niên năm 2024” ở đây.", None),
            ("Khu Bách Khoa Mới Hà Đông mở cửa. Đoàn thăm Bách Khóa Mới Hà Đông.", Some("Khóa")),
            ("Hội Phụ nữ phường Vĩnh Ngơn họp. Sáng nay, Hội Phụ nữ phường Vĩnh Nguơn vui.", Some("Nguơn")),
            ("Khu Bách Khoa Mới Hà Đông mở cửa. Đoàn thăm Bách Khoa Mới Hà Đông.", None),
            ("Vàng nhẫn tại An Tín Minh Châu giảm. Chiều nay, vàng nhẫn tại An Tín Mạnh Hải tăng.", None),
            ("Thời kỳ 179 TCN - 938 SCN ở Việt Nam. Nói về 179 TCN - 938 TCN ở Việt Nam.", Some("TCN")),
            ("Xe buýt SAR 413 của Trung tâm. Lại có SAR 431 của Trung tâm.", Some("431")),
            ("Về Khu bảo tồn Ea Kly Sô họp. Đoàn đến Khu bảo tồn Ea Cly Sô chiều nay.", Some("Cly")),
            ("Xã Đông Hòa có 12 hộ. Xã Đông Hòa có 21 hộ.", None),
            (
                "Khai trương triển lãm “Mùa xuân độc lập”. Kéo dài triển lãm “Mùa thu độc lập” ở đây.",
                Some("Mùa thu độc lập"),
            ),
            ("Khai trương triển lãm “Mùa xuân độc lập”. Hội thi “Mùa thu độc lập” ở đây.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &[], &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
