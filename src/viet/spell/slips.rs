//! The slips of hand and ear that turn one syllable into another: a tone missed, a mark lost, `s` for `x`, a letter
//! too few. Only slips that end in a syllable of the grammar are made; all others betray themselves.

use crate::viet::syllable::{Syllable, Tone, is_valid};
use crate::viet::tone::Style;

/// Onsets that ears or keyboards confuse, both ways.
const ONSETS: [(&str, &str); 20] = [
    ("s", "x"),
    ("ch", "tr"),
    ("l", "n"),
    ("d", "gi"),
    ("d", "r"),
    ("gi", "r"),
    ("d", "v"),
    ("gi", "v"),
    ("d", "đ"),
    ("n", "nh"),
    ("ng", "nh"),
    ("n", "ng"),
    ("t", "th"),
    ("t", "tr"),
    ("c", "ch"),
    ("c", "kh"),
    ("k", "kh"),
    ("g", "gi"),
    ("p", "ph"),
    ("h", "kh"),
];

/// Ends of rimes that are confused, both ways.
const CODAS: [(&str, &str); 12] = [
    ("n", "ng"),
    ("n", "nh"),
    ("t", "c"),
    ("c", "ch"),
    ("t", "ch"),
    ("i", "y"),
    ("o", "u"),
    ("ai", "ay"),
    ("ay", "ây"),
    ("au", "âu"),
    ("iêu", "iu"),
    ("ươu", "ưu"),
];

/// Vowel letters told apart by a mark alone.
const MARKS: [&str; 4] = ["aăâ", "eê", "oôơ", "uư"];

/// Neighbours on the keyboard, for letters that can change places and leave a syllable.
const KEYS: [(char, &str); 21] = [
    ('a', "s"),
    ('b', "vnhg"),
    ('c', "vx"),
    ('d', "sc"),
    ('e', "rd"),
    ('g', "hbv"),
    ('h', "gnb"),
    ('i', "uo"),
    ('k', "l"),
    ('l', "k"),
    ('m', "n"),
    ('n', "mbh"),
    ('o', "ip"),
    ('p', "o"),
    ('r', "t"),
    ('s', "dx"),
    ('t', "r"),
    ('u', "iy"),
    ('v', "cb"),
    ('x', "cs"),
    ('y', "tu"),
];

/// Every syllable one slip away, tones on the main vowel; the syllable itself is not among them.
pub fn slips(syllable: &str) -> Vec<String> {
    let Some(meant) = Syllable::parse(syllable) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for tone in Tone::ALL {
        found.push(Syllable { tone, ..meant }.write(Style::MainVowel));
    }
    let toneless = Syllable {
        tone: Tone::Level,
        ..meant
    }
    .write(Style::MainVowel);
    let rime = &toneless[toneless.len() - meant.rime.len()..];
    let bare = [syllable.to_owned(), toneless.clone()];
    found.push(crate::viet::fold::fold(syllable));
    for (one, other) in ONSETS {
        for (from, to) in [(one, other), (other, one)] {
            if meant.onset == from {
                found.push(retone(&format!("{to}{rime}"), meant.tone));
            }
        }
    }
    for (one, other) in CODAS {
        for (from, to) in [(one, other), (other, one)] {
            if let Some(head) = toneless.strip_suffix(from) {
                found.push(retone(&format!("{head}{to}"), meant.tone));
            }
        }
    }
    for form in change_marks(&toneless) {
        found.push(retone(&form, meant.tone));
        found.push(form);
    }
    for form in bare.iter().flat_map(|form| mistype(form)) {
        found.push(form);
    }
    found.retain(|form| form != syllable && is_valid(form));
    found.sort();
    found.dedup();
    found
}

/// A toneless text under a tone, or as it is when the grammar has no such syllable.
fn retone(toneless: &str, tone: Tone) -> String {
    match Syllable::parse_misplaced(toneless).or_else(|| stop(toneless)) {
        Some(plain) => Syllable { tone, ..plain }.write(Style::MainVowel),
        None => toneless.to_owned(),
    }
}

/// A stop syllable given without the tone it must bear.
fn stop(toneless: &str) -> Option<Syllable> {
    toneless.char_indices().find_map(|(at, letter)| {
        let marked = crate::viet::syllable::with_tone(letter, Tone::Heavy);
        let rest = &toneless[at + letter.len_utf8()..];
        Syllable::parse_misplaced(&format!("{}{marked}{rest}", &toneless[..at]))
    })
}

/// One vowel letter with another mark, or both of `uo` with the horn missed or set.
fn change_marks(toneless: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for (at, letter) in toneless.char_indices() {
        for row in MARKS.iter().filter(|row| row.contains(letter)) {
            for other in row.chars().filter(|&other| other != letter) {
                let rest = &toneless[at + letter.len_utf8()..];
                forms.push(format!("{}{other}{rest}", &toneless[..at]));
            }
        }
    }
    for (from, to) in [("ươ", "uô"), ("uô", "ươ")] {
        forms.push(toneless.replace(from, to));
    }
    forms
}

/// A letter missing, two changed about, or one hit for its neighbour.
fn mistype(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut forms = Vec::new();
    for at in 0..letters.len() {
        let mut shorter = letters.clone();
        let missed = shorter.remove(at);
        forms.push(shorter.iter().collect());
        if at + 1 < letters.len() {
            let mut swapped = letters.clone();
            swapped.swap(at, at + 1);
            forms.push(swapped.iter().collect());
        }
        for (_, near) in KEYS.iter().filter(|(key, _)| *key == missed) {
            for other in near.chars() {
                let mut hit = letters.clone();
                hit[at] = other;
                forms.push(hit.iter().collect());
            }
        }
    }
    forms
}
