//! How fast the proof-reader reads, how soon it is ready, and how many single slips it finds in news written for
//! this measurement, or in other texts: `cargo bench --bench proofing [-- FILE...]`.

use std::hint::black_box;
use std::time::Instant;

use bantin::viet::spell::{Exempt, check};
use bantin::viet::syllable::{Syllable, Tone, tone_of};
use bantin::viet::tone::Style;

/// News of our own making, one paragraph a line; none of it was counted for the lexicon.
const NEWS: &str = include_str!("proofing.txt");

fn main() {
    let started = Instant::now();
    black_box(check(black_box("sẵn sàng"), &Exempt::new()));
    println!("first words judged after {:?}", started.elapsed());
    let files = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let texts: String = files.filter_map(|file| std::fs::read_to_string(file).ok()).collect();
    let news = if texts.is_empty() { NEWS } else { &texts };
    speed(news);
    let flags = check(news, &Exempt::new());
    for flag in &flags {
        println!("told: {} -> {}", flag.word, flag.suggestion.as_deref().unwrap_or("?"));
    }
    println!("{} words told in {} syllables as they are", flags.len(), news.split_whitespace().count());
    for (name, slip) in SLIPS {
        let (found, made, right) = recall(news, slip);
        let share = |part: usize| part as f64 * 100.0 / made as f64;
        println!("{name}: {:.1} % of {made} found, {:.1} % mended", share(found), share(right));
    }
}

/// Reads the news many times over on one thread.
fn speed(news: &str) {
    let text = news.repeat(200);
    let syllables = text.split_whitespace().count();
    let started = Instant::now();
    black_box(check(black_box(&text), &Exempt::new()));
    let seconds = started.elapsed().as_secs_f64();
    println!("{:.2} million syllables a second", syllables as f64 / seconds / 1e6);
}

/// A slip: what becomes of a syllable, with a number that chooses among the possible.
type Slip = fn(&str, usize) -> Option<String>;

const SLIPS: [(&str, Slip); 8] = [
    ("tone dropped", |word, _| {
        Syllable::parse(word).filter(|s| s.tone != Tone::Level)?;
        Some(word.chars().map(|c| tone_of(c).0).collect())
    }),
    ("tone changed", |word, choice| {
        let syllable = Syllable::parse(word)?;
        let others: Vec<Tone> = Tone::ALL.into_iter().filter(|t| *t != syllable.tone).collect();
        let tone = others[choice % others.len()];
        Some(Syllable { tone, ..syllable }.write(Style::FirstVowel))
    }),
    ("hỏi for ngã and back", |word, _| {
        let syllable = Syllable::parse(word)?;
        let tone = match syllable.tone {
            Tone::Dipping => Tone::Creaky,
            Tone::Creaky => Tone::Dipping,
            _ => return None,
        };
        Some(Syllable { tone, ..syllable }.write(Style::FirstVowel))
    }),
    ("mark of a letter lost", |word, _| {
        const MARKED: [(char, &str); 6] = [('ă', "a"), ('â', "a"), ('ê', "e"), ('ô', "o"), ('ơ', "o"), ('ư', "u")];
        let syllable = Syllable::parse(word)?;
        let plain = Syllable { tone: Tone::Level, ..syllable }.write(Style::FirstVowel);
        let (marked, bare) = MARKED.iter().find(|(marked, _)| plain.contains(*marked))?;
        let lost =
            Syllable::parse(&plain.replacen(*marked, bare, 1)).map(|lost| Syllable { tone: syllable.tone, ..lost });
        lost.map(|lost| lost.write(Style::FirstVowel))
    }),
    ("first or last consonant misheard", |word, choice| {
        const FIRST: [(&str, &str); 8] =
            [("tr", "ch"), ("ch", "tr"), ("s", "x"), ("x", "s"), ("gi", "d"), ("d", "gi"), ("l", "n"), ("n", "l")];
        const LAST: [(&str, &str); 4] = [("ng", "n"), ("n", "ng"), ("c", "t"), ("t", "c")];
        let first = FIRST.iter().find_map(|(from, to)| Some(format!("{to}{}", word.strip_prefix(from)?)));
        let last = LAST.iter().find_map(|(from, to)| Some(format!("{}{to}", word.strip_suffix(from)?)));
        if choice % 2 == 0 { first.or(last) } else { last.or(first) }
    }),
    ("letter lost", |word, choice| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.remove(choice % letters.len());
        (letters.len() > 1).then(|| letters.into_iter().collect())
    }),
    ("letter doubled", |word, choice| {
        let mut letters: Vec<char> = word.chars().collect();
        let at = choice % letters.len();
        letters.insert(at, letters[at]);
        Some(letters.into_iter().collect())
    }),
    ("letters swapped", |word, choice| {
        let mut letters: Vec<char> = word.chars().collect();
        let at = choice % letters.len().checked_sub(1).filter(|&last| last > 0)?;
        letters.swap(at, at + 1);
        Some(letters.into_iter().collect())
    }),
];

/// Makes the slip in one word of each paragraph at a time, ten words a paragraph; found, made, rightly mended.
fn recall(news: &str, slip: Slip) -> (usize, usize, usize) {
    let (mut found, mut made, mut right) = (0, 0, 0);
    let mut chance: usize = 7;
    for line in news.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        for _ in 0..10 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (at, choice) = ((chance >> 33) % words.len(), chance >> 45);
            let word = words[at];
            if !word.chars().all(|c| c.is_alphabetic() && c.is_lowercase()) {
                continue;
            }
            let Some(wrong) = slip(word, choice).filter(|wrong| wrong != word) else {
                continue;
            };
            let mut typed = words.clone();
            typed[at] = &wrong;
            let start: usize = typed[..at].iter().map(|word| word.len() + 1).sum();
            let flags = check(&typed.join(" "), &Exempt::new());
            let flag = flags.iter().find(|flag| flag.range.contains(&start));
            made += 1;
            found += usize::from(flag.is_some());
            right += usize::from(flag.is_some_and(|flag| flag.suggestion.as_deref() == Some(word)));
        }
    }
    (found, made, right)
}
