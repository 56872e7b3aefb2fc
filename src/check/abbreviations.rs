//! Short forms that nobody explains, or that are explained twice or in two ways — *chữ viết tắt*.

mod readers;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::abbreviation::{self, Fault, FaultKind, Strictness};
use crate::viet::spell::lexicon::Lexicon;

/// Checks the abbreviations of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for one in abbreviation::disordered(&proof.text) {
        // Which of the two is the slip nobody can say.
        let range = one.full_range.start..one.short_range.end;
        let fault = proof.fault("abbreviation-two-ways", range).with("full", &one.full).with("short", &one.short);
        let mut fault = fault.hint_id("abbreviation-two-ways.hint.letters");
        fault.message.id = "abbreviation-two-ways.letters";
        faults.push(fault);
    }
    youth_unions(proof, faults);
    let named = readers::told(&proof.text);
    let explained = explanations(&proof.text);
    for one in abbreviation::faults(&proof.text, proof.references(), Strictness::News) {
        let fault = |rule| proof.fault(rule, one.range.clone()).with("short", &one.short);
        let found = match &one.kind {
            FaultKind::Undefined(_) if is_free(proof, &one, &named) => continue,
            FaultKind::Undefined(Some(full)) => {
                let hint = Message::new("abbreviation-undefined.hint").with("full", full).with("short", &one.short);
                fault("abbreviation-undefined").hint(hint)
            }
            FaultKind::Undefined(None) => fault("abbreviation-undefined").hint_id("abbreviation-undefined.hint.none"),
            // The values of a record do not follow one another as the paragraphs of its article will.
            FaultKind::DefinedTwice | FaultKind::UsedBefore if !in_one_value(proof, &one, &explained) => continue,
            FaultKind::DefinedTwice => fault("abbreviation-twice").hint_id("abbreviation-twice.hint"),
            FaultKind::UsedBefore => {
                let mut found = fault("abbreviation-undefined").hint_id("abbreviation-undefined.hint.later");
                found.message.id = "abbreviation-undefined.later";
                found
            }
            FaultKind::TwoFullForms(first) => {
                let hint = Message::new("abbreviation-two-ways.hint").with("first", first).with("short", &one.short);
                fault("abbreviation-two-ways").hint(hint)
            }
            FaultKind::TwoShortForms(first) => {
                let hint = Message::new("abbreviation-two-ways.hint.short").with("first", first);
                let mut found = fault("abbreviation-two-ways").hint(hint);
                found.message.id = "abbreviation-two-ways.short";
                found
            }
        };
        faults.push(found);
    }
}

/// Bodies that bear Hồ Chí Minh's name behind a short form.
const UNIONS: [(&str, &str); 2] = [("Đoàn ", "TNCS"), ("Đội ", "TNTP")];

/// *Đoàn THCS Hồ Chí Minh*: another short form in the name of the Youth Union or of the Pioneers.
fn youth_unions(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (head, right) in UNIONS {
        for (at, _) in proof.text.match_indices(head) {
            let from = at + head.len();
            let rest = &proof.text[from..];
            let length = rest.find(' ').unwrap_or(rest.len());
            let short = &rest[..length];
            let plain = (3..=6).contains(&short.chars().count()) && short.chars().all(char::is_uppercase);
            let name = rest[length..].trim_start();
            if plain && short != right && (name.starts_with("Hồ Chí Minh") || name.starts_with("HCM")) {
                let hint = Message::new("abbreviation-two-ways.hint.union").with("right", right);
                let mut fault = proof.fault("abbreviation-two-ways", from..from + length).hint(hint);
                fault.message.id = "abbreviation-two-ways.union";
                faults.push(fault);
            }
        }
    }
}

/// Whether the other place that explains the short form stands in the same article or value.
fn in_one_value(proof: &Proof, one: &Fault, explained: &HashMap<String, Vec<usize>>) -> bool {
    let value = proof.value_at(one.range.start);
    let places = explained.get(&one.short).map_or(&[][..], Vec::as_slice);
    let first = places.partition_point(|place| *place < value.start);
    let last = places.partition_point(|place| *place < value.end);
    last - first > usize::from(one.kind == FaultKind::DefinedTwice)
}

/// Where each short form is explained, in order.
fn explanations(text: &str) -> HashMap<String, Vec<usize>> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for definition in abbreviation::definitions(text) {
        places.entry(definition.short).or_default().push(definition.short_range.start);
    }
    places
}

/// Explained elsewhere, read by everybody, or alone in its line: the pen name below an article.
fn is_free(proof: &Proof, one: &Fault, named: &HashSet<&str>) -> bool {
    let alone = proof.text[..one.range.start].ends_with('\n')
        && proof.text[one.range.end..].trim_start_matches([' ', '.']).starts_with(['\n', '\r']);
    alone
        || is_dateline(&proof.text, &one.range)
        || is_label(&proof.text, &one.range)
        || is_credit(&proof.text, one.range.start)
        || named.contains(one.short.as_str())
        || readers::is_part(&proof.text, &one.range)
        || is_shouted(&proof.text, &one.range)
        || is_pronounced(&one.short)
        || readers::is_of_other_words(&one.short)
        || proof.is_explained(&one.short)
        || readers::know(&one.short)
}

/// *GELEX*, *COVAX*, *HERMES*: what can be spoken as a word is a name in capitals; initials of Vietnamese words cannot.
fn is_pronounced(short: &str) -> bool {
    let is_vowel = |letter: &char| "AEIOUY".contains(*letter);
    let plain = short.len() > 3 && short.bytes().all(|letter| letter.is_ascii_uppercase());
    let vowels = short.chars().filter(is_vowel).count();
    let groups = short.split(|letter: char| !is_vowel(&letter)).filter(|group| !group.is_empty()).count();
    let runs: Vec<usize> = short.split(|letter: char| is_vowel(&letter)).map(str::len).collect();
    let edges = [runs.first(), runs.last()].into_iter().flatten().all(|run| *run <= 2);
    plain && edges && runs.iter().all(|run| *run <= 3) && (groups > 1 || vowels > 2)
}

/// *(QNO) - Sáng 5/3, …*, *VOH - Năm nay, …*: the paper whose report begins so.
fn is_dateline(text: &str, range: &Range<usize>) -> bool {
    let (head, bracket) = match text[..range.start].strip_suffix('(') {
        Some(head) => (head.trim_end(), text[range.end..].starts_with(')')),
        None => (&text[..range.start], false),
    };
    let rest = text[range.end..].trim_start_matches(')').trim_start_matches([' ', '\u{a0}']);
    let begins = head.is_empty() || head.ends_with('\n') || bracket && head.ends_with('.');
    begins && rest.starts_with(['-', '–', '—'])
}

/// *ĐT: 0983…*, *Lưu: VT, NN.*: the label of a number, the codes of an archive.
fn is_label(text: &str, range: &Range<usize>) -> bool {
    let near = text[..range.start].char_indices().rev().take(60).last().map_or(range.start, |(at, _)| at);
    let line = text[near..range.start].rfind('\n').map_or(near, |at| near + at + 1);
    let archive = text[line..range.start].trim_start_matches(['-', ' ']).starts_with("Lưu");
    let number = text[range.end..]
        .strip_prefix(':')
        .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '('));
    archive || number
}

/// *Ảnh: C.L*, *(ảnh KV)*, *Nguồn: VGP*: the initials of who wrote or took it.
fn is_credit(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end_matches([' ', ':', '\u{a0}']);
    let word = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    matches!(word.as_str(), "ảnh" | "tin" | "bài" | "nguồn" | "theo")
        && (head.len() + 1 < at || text[..at].ends_with(' '))
        && (text[head.len()..at].contains(':') || word == "ảnh")
}

/// A word of a phrase in capitals: *CHỦ TỊCH* are syllables side by side, *UBND TP* are none.
fn is_shouted(text: &str, range: &Range<usize>) -> bool {
    let word = text[range.clone()].to_lowercase().replace('ð', "đ");
    let capital = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_uppercase);
    let before = text[..range.start].strip_suffix(' ').and_then(|before| before.split([' ', '\n']).next_back());
    let after = text[range.end..].strip_prefix(' ').and_then(|after| after.split([' ', '\n', ',', '.', ';']).next());
    let beside = [before, after].map(|word| word.is_some_and(capital));
    let known = |word: &str| Lexicon::embedded().find(word).is_some();
    // *TRÊN ĐỊA BÀN TỈNH KON TUM*: a name among syllables.
    let among = beside == [true, true] && [before, after].iter().flatten().all(|word| known(&word.to_lowercase()));
    among || known(&word) && (beside.contains(&true) || word.chars().any(|c| !c.is_ascii() && c != 'đ'))
}
