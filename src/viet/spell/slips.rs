//! The slips of hand and ear that turn one syllable into another: a tone missed, a mark lost, `s` for `x`, a letter
//! too few. Only slips that end in a syllable of the grammar are made; all others betray themselves.

use crate::viet::fold::fold;
use crate::viet::syllable::{Syllable, Tone, is_valid};
use crate::viet::tone::Style;

/// Onsets that ears or keyboards confuse, both ways.
const ONSETS: [(&str, &str); 19] = [
    ("s", "x"),
    ("ch", "tr"),
    ("l", "n"),
    ("d", "gi"),
    ("d", "r"),
    ("gi", "r"),
    ("d", "v"),
    ("gi", "v"),
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

/// All onsets.
const BEGINNINGS: [&str; 26] = [
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "r", "s",
    "t", "th", "tr", "v", "x",
];

/// Ends of rimes that are confused, both ways.
const CODAS: [(&str, &str); 15] = [
    ("n", "ng"),
    ("n", "nh"),
    ("ng", "nh"),
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
    ("uât", "uôt"),
    ("uân", "uôn"),
];

/// All ends of rimes.
const ENDS: [&str; 12] = ["ch", "ng", "nh", "c", "m", "n", "p", "t", "i", "o", "u", "y"];

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

/// Letters that can be too many and leave a syllable.
const MORE: &str = "abcdeghiklmnopqrstuvxyăâđêôơư";

/// How a slip comes about, the commonest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A tone or mark missed or changed; the letters are right.
    Mark,
    /// Sounds that a region does not tell apart.
    Sound,
    /// A wrong key, two keys changed about, a key missed.
    Key,
    /// A key hit twice, or one too many.
    Added,
    /// More than one of these: all marks lost or changed, another onset altogether.
    Far,
}

/// Every syllable one slip away with its cause, tones on the main vowel; the syllable itself is not among them.
pub fn slips(syllable: &str) -> Vec<(String, Cause)> {
    let Some(meant) = Syllable::parse(syllable) else {
        return Vec::new();
    };
    let toneless = Syllable { tone: Tone::Level, ..meant }.write(Style::MainVowel);
    let mut found = Vec::new();
    let marks = Tone::ALL.map(|tone| Syllable { tone, ..meant }.write(Style::MainVowel));
    found.extend(marks.into_iter().map(|form| (form, Cause::Mark)));
    found.push((fold(syllable), Cause::Mark));
    for (from, to) in [("d", "đ"), ("đ", "d")] {
        found.extend(syllable.strip_prefix(from).map(|rest| (format!("{to}{rest}"), Cause::Mark)));
    }
    for form in change_marks(&toneless) {
        found.push((retone(&form, meant.tone), Cause::Mark));
        found.push((form, Cause::Mark));
    }
    found.extend(mishear(&toneless, meant).map(|form| (form, Cause::Sound)));
    found.extend(mistype(syllable).into_iter().map(|form| (form, Cause::Key)));
    found.extend(exchange(&toneless).map(|form| (retone(&form, meant.tone), Cause::Key)));
    found.extend(overtype(syllable).into_iter().map(|form| (form, Cause::Added)));
    found.extend(stray(&toneless, meant).map(|form| (form, Cause::Far)));
    found.retain(|(form, _)| form != syllable && is_valid(form));
    found.sort();
    found.dedup_by(|next, kept| next.0 == kept.0);
    found
}

/// Onset or end of the rime taken for its like.
fn mishear(toneless: &str, meant: Syllable) -> impl Iterator<Item = String> {
    let rime = &toneless[toneless.len() - meant.rime.len()..];
    let both = |(one, other)| [(one, other), (other, one)];
    let onsets = ONSETS.into_iter().flat_map(both).filter(move |(from, _)| *from == meant.onset);
    let onsets = onsets.map(move |(_, to)| format!("{to}{rime}"));
    // *lí / lý* are two habits, not a slip.
    let habit = matches!(meant.rime, "i" | "y");
    let codas = CODAS.into_iter().flat_map(both).filter(move |_| !habit);
    let codas = codas.filter_map(move |(from, to)| toneless.strip_suffix(from).map(|head| format!("{head}{to}")));
    // Who confuses sounds often confuses hỏi and ngã too: *giỏi* for *dõi*.
    let (tone, also) = match meant.tone {
        Tone::Dipping => (meant.tone, Some(Tone::Creaky)),
        Tone::Creaky => (meant.tone, Some(Tone::Dipping)),
        tone => (tone, None),
    };
    let tones = move |form: String| [Some(tone), also].into_iter().flatten().map(move |tone| retone(&form, tone));
    onsets.chain(codas).flat_map(tones)
}

/// A toneless text under a tone, or as it is when the grammar has no such syllable.
fn retone(toneless: &str, tone: Tone) -> String {
    Syllable::join(toneless, tone).map_or_else(|| toneless.to_owned(), |syllable| syllable.write(Style::MainVowel))
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

/// Two letters changed about; the tone goes where it belongs: *máu* for *múa*.
fn exchange(toneless: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = toneless.chars().collect();
    (1..letters.len()).map(move |at| {
        let mut swapped = letters.clone();
        swapped.swap(at - 1, at);
        swapped.into_iter().collect()
    })
}

/// A letter missing, or one hit for its neighbour.
fn mistype(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut forms = Vec::new();
    for at in 0..letters.len() {
        let mut shorter = letters.clone();
        let missed = shorter.remove(at);
        forms.push(shorter.iter().collect());
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

/// Any other onset or end, and any other marks on the same letters.
fn stray(toneless: &str, meant: Syllable) -> impl Iterator<Item = String> {
    let rime = &toneless[toneless.len() - meant.rime.len()..];
    let onsets = BEGINNINGS.into_iter().map(move |onset| retone(&format!("{onset}{rime}"), meant.tone));
    let head = ENDS.into_iter().find_map(|end| toneless.strip_suffix(end)).unwrap_or(toneless);
    let habit = matches!(meant.rime, "i" | "y");
    let ends = ENDS.into_iter().filter(move |_| !habit).map(move |end| retone(&format!("{head}{end}"), meant.tone));
    let mut bare = vec![String::new()];
    for letter in toneless.chars() {
        let row = MARKS.into_iter().find(|row| row.contains(letter)).map_or(letter.to_string(), str::to_owned);
        bare = bare.iter().flat_map(|head| row.chars().map(move |letter| format!("{head}{letter}"))).collect();
    }
    let marks = bare.into_iter().flat_map(|form| Tone::ALL.map(|tone| retone(&form, tone)));
    onsets.chain(ends).chain(marks)
}

/// A letter too many.
fn overtype(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut forms = Vec::new();
    for at in 0..=letters.len() {
        for more in MORE.chars() {
            let mut longer = letters.clone();
            longer.insert(at, more);
            forms.push(longer.iter().collect());
        }
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn makes_the_slips_people_make() {
        for (meant, seen) in [
            ("diện", "điện"),
            ("thực", "thức"),
            ("tiếng", "tiến"),
            ("trung", "chung"),
            ("nghỉ", "nghĩ"),
            ("của", "cua"),
            ("giành", "dành"),
            ("năng", "nâng"),
            ("hành", "hàng"),
            ("không", "hông"),
            ("đường", "đương"),
            ("dõi", "giỏi"),
            ("cán", "các"),
            ("suốt", "suất"),
            ("múa", "máu"),
        ] {
            assert!(slips(meant).iter().any(|slip| slip.0 == seen), "{meant} {seen}");
        }
        assert!(slips("thưc").is_empty());
    }
}
