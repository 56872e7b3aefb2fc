//! Words that are none, or that nobody writes, and what was probably meant: every word one slip away is tried
//! between the neighbours, and the likeliest is suggested.

use std::collections::BTreeMap;

use crate::viet::fold::fold;
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::loans::{is_loan, is_name_part};
use crate::viet::spell::place::Side;
use crate::viet::spell::telex::{Row, telex};
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};
use crate::viet::syllable::{Syllable, Tone, is_valid, is_vowel};
use crate::viet::tone::Style;
use crate::viet::unicode::nfc;

/// Letters a slip can bring in.
const LETTERS: &str = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

/// Below so many counts a word is not what anybody meant.
pub(super) const MEANT: f32 = 3.0;

/// With so many unknown words a text is no prose; what was meant by further ones is not asked.
const ENOUGH: usize = 5_000;

/// A possible meaning and how likely the slip is by itself, as a logarithm.
type Guess = (Id, f32);

/// Flags of the two layers.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let mut known: BTreeMap<String, Vec<Guess>> = BTreeMap::new();
    let mut flags = Vec::new();
    for at in 0..reading.tokens.len() {
        let unknown = !reading.ids[at].is_some_and(|id| reading.lexicon.knows(id));
        if !unknown || reading.tokens[at].shape == Shape::Other {
            continue;
        }
        let word = nfc(reading.word(at)).to_lowercase();
        let row = if word.is_ascii() && in_foreign_run(reading, at) {
            Row::around(reading, at, |other| is_strange(reading, other))
        } else {
            Some(Row::alone(reading, at))
        };
        if (is_name(reading, at, &word) && !begins_a_title(reading, at))
            || is_letter(&word)
            || is_loan(&word)
            || is_foreign(&word)
        {
            continue;
        }
        let Some(row) = row else { continue };
        let meant = if known.len() < ENOUGH || known.contains_key(&word) {
            &*known.entry(word).or_insert_with_key(|word| guesses(&reading.lexicon, word))
        } else {
            &[][..]
        };
        flags.extend(judge(reading, at, (meant, row)));
    }
    flags
}

/// Decides on one unknown word.
///
/// Letters with Vietnamese marks make a slip certain. A word of plain letters may be foreign: it is flagged only if
/// something one slip away is known beside a neighbour (*trnog thời gian*). A capitalised word is a name until a
/// headword proves otherwise.
fn judge(reading: &Reading<'_>, at: usize, (guesses, row): (&[Guess], Row)) -> Option<Flag> {
    let word = nfc(reading.word(at)).to_lowercase();
    let Row { left, right } = row;
    let title = ends_a_title(reading, at, guesses);
    let left = left.or_else(|| reading.before(at).id().filter(|_| title));
    let score = |guess: &Guess| reading.lexicon.likelihood(left, guess.0, right) + guess.1;
    let best = guesses.iter().max_by(|a, b| score(a).total_cmp(&score(b))).map(|guess| guess.0);
    let supported = best.is_some_and(|best| fits(&reading.lexicon, left, best, right));
    let kind = if is_valid(&word) { Kind::Unattested } else { Kind::Unwritable };
    let wrong = match reading.tokens[at].shape {
        // *Qũy học bổng*: the letters of a word with its tone on the wrong one are no name.
        Shape::Capital => misplaced(&word) || names_a_known_word(reading, at, guesses),
        Shape::Initial if word.is_ascii() => (supported && right.is_some()) || counts(reading, at, guesses),
        _ if word.is_ascii() => supported || title || ends_in_a_key(&word) || counts(reading, at, guesses),
        _ => true,
    };
    let meant = best.map(|best| reading.lexicon.word(best).to_owned());
    let meant = meant.or_else(|| part(&reading.lexicon, &word));
    wrong.then(|| flag(reading, at, kind, meant.as_deref()))
}

/// *Qũy, gìao*: a syllable but for the place of its tone, which no style allows.
fn misplaced(word: &str) -> bool {
    !is_valid(word) && Syllable::parse_misplaced(word).is_some()
}

/// *Chủ tich UBND*: a capital before it, with which what is meant is a common word.
fn ends_a_title(reading: &Reading<'_>, at: usize, guesses: &[Guess]) -> bool {
    let Side::Name(before) = reading.before(at) else { return false };
    let pair = |guess: &Guess| reading.lexicon.pair(before, guess.0).unwrap_or_default();
    guesses.iter().filter(|guess| guess.1 >= MARKED).map(pair).any(|pair| pair.headword && pair.count >= TITLED)
}

/// *camhf*: no language of our neighbours ends a word so, but the keys of the tones do.
fn ends_in_a_key(word: &str) -> bool {
    let head = word.strip_suffix(['f', 'j']);
    head.is_some_and(|head| head.contains(is_vowel) && head.ends_with(['c', 'g', 'h', 'm', 'n', 'p', 't']))
}

/// A capitalised word is a name if the grammar allows it, or if its letters are those of another language.
fn is_name(reading: &Reading<'_>, at: usize, word: &str) -> bool {
    reading.tokens[at].shape == Shape::Capital && (word.is_ascii() || is_name_part(word) || is_valid(word))
}

/// *Qyết định số 15*, *71 Dáo sư*: a single capital before a small word, which may be the first half of a title.
fn begins_a_title(reading: &Reading<'_>, at: usize) -> bool {
    let shape = |at: usize| reading.tokens.get(at).filter(|token| token.joined).map(|token| token.shape);
    let alone = at == 0 || !reading.tokens[at].joined || reading.tokens[at - 1].shape != Shape::Capital;
    // *anh Th vay*: of the name only its first sound is told.
    let syllable = reading.word(at).chars().skip(1).any(|letter| is_vowel(letter) || !letter.is_ascii());
    alone && syllable && shape(at + 1) == Some(Shape::Lower)
}

/// *trogn 200 viên chức*, *Torng 9 tháng*: two letters changed about or one hit twice, and what is meant stands before numbers.
fn counts(reading: &Reading<'_>, at: usize, guesses: &[Guess]) -> bool {
    let number = reading.behind(at).id().filter(|id| Some(*id) == reading.lexicon.number());
    let before = |guess: &Guess| number.and_then(|number| reading.lexicon.pair(guess.0, number));
    guesses.iter().any(|guess| guess.1 >= SWAPPED && before(guess).is_some_and(|pair| pair.count >= NUMBERED))
}

/// Others are names too, unless one slip makes of them and a neighbour a word of the dictionary: `Công Thưong`, and the first
/// half of a title, where the slip may be any: `Qyết định`.
fn names_a_known_word(reading: &Reading<'_>, at: usize, guesses: &[Guess]) -> bool {
    let beside = |at: Option<usize>| at.and_then(|at| reading.ids.get(at).copied().flatten());
    let before = beside(at.checked_sub(1).filter(|_| reading.tokens[at].joined));
    let after = reading.tokens.get(at + 1).filter(|next| next.joined).and_then(|_| beside(Some(at + 1)));
    let known = |first: Option<Id>, second: Option<Id>| {
        let pair = first.zip(second).and_then(|(first, second)| reading.lexicon.pair(first, second));
        pair.filter(|pair| pair.headword).map_or(0.0, |pair| pair.count)
    };
    let title = begins_a_title(reading, at);
    let strange = is_name(reading, at, &nfc(reading.word(at)).to_lowercase());
    let close = |guess: &&Guess| guess.1 >= MARKED && !strange;
    guesses.iter().filter(close).any(|guess| known(before, Some(guess.0)).max(known(Some(guess.0), after)) >= 20.0)
        || title && guesses.iter().any(|guess| guess.1 >= 0.0 && known(Some(guess.0), after) >= TITLED)
}

/// Two words written as one: `giađình`.
fn part(lexicon: &Lexicon, word: &str) -> Option<String> {
    let cuts = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
    let known = cuts.filter_map(|(first, second)| {
        let pair = lexicon.pair(lexicon.find(first)?, lexicon.find(second)?)?;
        Some((pair.count, format!("{first} {second}")))
    });
    known.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, parted)| parted)
}

/// Whether a guess was seen beside a neighbour of the place.
pub(super) fn fits(lexicon: &Lexicon, left: Option<Id>, word: Id, right: Option<Id>) -> bool {
    let seen = |first: Option<Id>, second: Option<Id>| {
        let pair = first.zip(second).and_then(|(first, second)| lexicon.pair(first, second));
        pair.is_some_and(|pair| pair.headword || pair.count >= 2.0)
    };
    seen(left, Some(word)) || seen(Some(word), right)
}

/// Unknown ASCII words side by side are a phrase of another language, or a row of words typed in keys.
fn in_foreign_run(reading: &Reading<'_>, at: usize) -> bool {
    (reading.tokens[at].joined && at > 0 && is_strange(reading, at - 1))
        || reading.tokens.get(at + 1).is_some_and(|next| next.joined && is_strange(reading, at + 1))
}

/// Whether a token is an unknown word of plain letters.
fn is_strange(reading: &Reading<'_>, at: usize) -> bool {
    reading.ids[at].is_none() && reading.tokens[at].shape != Shape::Other && reading.word(at).is_ascii()
}

/// A letter by its name (*điểm đ*), not a syllable of one letter (*ý*).
fn is_letter(word: &str) -> bool {
    word.chars().count() == 1 && (word.is_ascii() || "ăâđêôơư".contains(word))
}

/// Letters no Vietnamese keyboard gives.
fn is_foreign(word: &str) -> bool {
    word.chars().any(|c| !c.is_ascii() && !LETTERS.contains(c)) || word.chars().count() > 12
}

/// The slip that leaves all letters and misses marks alone is the commonest.
const MARKED: f32 = 1.0;

/// So likely at least are letters changed about or doubled.
const SWAPPED: f32 = 1.5;

/// How often what is meant must have been counted before numbers, and the word that it makes as the first half of a title.
const NUMBERED: f32 = 20.0;
const TITLED: f32 = 100.0;

/// What a word typed without any marks may be: `duoc`. Each letter is tried with the marks it can bear.
fn marked(word: &str) -> Vec<String> {
    let mut forms = vec![String::new()];
    if word.is_ascii() && word.len() <= LONGEST {
        for letter in word.chars() {
            let row = MARKS.into_iter().find(|row| row.starts_with(letter)).map_or(letter.to_string(), str::to_owned);
            forms = forms.iter().flat_map(|head| row.chars().map(move |letter| format!("{head}{letter}"))).collect();
        }
    }
    let tones = |form: String| Tone::ALL.into_iter().filter_map(move |tone| Syllable::join(&form, tone));
    forms.into_iter().flat_map(tones).map(|syllable| syllable.write(Style::MainVowel)).collect()
}

/// Letters with the marks they can bear.
const MARKS: [&str; 5] = ["aăâ", "dđ", "eê", "oôơ", "uư"];

/// No syllable has more letters.
const LONGEST: usize = 7;

/// Everything one slip could have turned into the word.
fn guesses(lexicon: &Lexicon, word: &str) -> Vec<Guess> {
    let mut found: BTreeMap<Id, f32> = BTreeMap::new();
    let mut add = |form: &str, prior: f32| {
        if let Some(id) = lexicon.find(form).filter(|&id| lexicon.knows(id) && lexicon.count(id) >= MEANT) {
            let kept = found.entry(id).or_insert(prior);
            *kept = kept.max(prior);
        }
    };
    if let Some(syllable) = Syllable::parse_misplaced(word) {
        add(&syllable.write(Style::MainVowel), 4.0);
    }
    if let Some(syllable) = telex(word) {
        let typed = syllable.write(Style::MainVowel);
        add(&typed, 3.0);
        // *dangr*: the key of the stroke hit once.
        if let Some(rest) = typed.strip_prefix('d') {
            add(&format!("đ{rest}"), 3.0 - MARKED);
        }
    }
    edits(word, &mut add);
    if found.is_empty() {
        let known = marked(word).into_iter().filter_map(|form| lexicon.find(&form));
        found.extend(known.map(|id| (id, MARKED)));
    }
    found.into_iter().collect()
}

/// One letter too many, too few, another, or two changed about. Priors favour a letter doubled or swapped, which
/// nobody writes on purpose, and the same letter under another mark.
fn edits(word: &str, add: &mut impl FnMut(&str, f32)) {
    let letters: Vec<char> = word.chars().collect();
    let folded: Vec<String> = letters.iter().map(|c| fold(&c.to_string())).collect();
    let mut form = String::with_capacity(word.len() + 4);
    for at in 0..=letters.len() {
        let head: String = letters[..at].iter().collect();
        let mut attempt = |parts: &[char], rest: &[char], prior: f32| {
            form.clear();
            form.push_str(&head);
            form.extend(parts.iter().chain(rest));
            add(&form, prior);
        };
        let tail = &letters[at..];
        for new in LETTERS.chars() {
            attempt(&[new], tail, 0.0);
        }
        let [letter, rest @ ..] = tail else { continue };
        let doubled = at > 0 && letters[at - 1] == *letter;
        attempt(&[], rest, if doubled { 3.0 } else { 0.5 });
        for new in LETTERS.chars().filter(|new| new != letter) {
            let same = fold(&new.to_string()) == folded[at];
            attempt(&[new], rest, if same { MARKED } else { -1.0 });
        }
        if let [next, rest @ ..] = rest {
            attempt(&[*next, *letter], rest, 1.5);
        }
    }
}
