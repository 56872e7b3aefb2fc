//! Misspelt words and two habits of placing tones in one text — *chính tả, vị trí dấu thanh*.

mod headline;
mod numbered;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::seek::seek;
use crate::viet::spell::{self, Exempt, Flag, Kind};
use crate::viet::tone::{Names, Style, placements};
use crate::viet::vowel_i;

/// Checks the words of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let exempt: Exempt = proof.explained().collect();
    for flag in spell::check(&proof.text, &exempt).into_iter().filter(|flag| !ends_a_name(&proof.text, flag)) {
        faults.push(misspelt(proof, &flag));
    }
    faults.extend(headline::find(proof, &exempt).iter().map(|flag| misspelt(proof, flag)));
    about(proof, faults);
    clause(proof, faults);
    two_units(proof, faults);
    numbered::check(proof, faults);
    check_tones(proof, faults);
    check_letters(proof, faults);
}

/// *theo khoảng 2 Điều 7*: before an article of a law a clause is meant.
fn clause(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, word) in seek(&proof.text, "khoảng ") {
        let rest = &proof.text[at + word.len()..];
        let number = rest.bytes().take_while(u8::is_ascii_digit).count();
        let cited = rest[number..].trim_start_matches([' ', ',']);
        let cited = cited.strip_prefix("Điều ").or_else(|| cited.strip_prefix("điều "));
        if (1..=2).contains(&number) && cited.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            faults.push(meant(proof, at..at + "khoảng".len(), "khoản"));
        }
    }
}

/// *xã thị trấn Vĩnh An*: one place is of one kind; the first of two nouns before a name is left over.
fn two_units(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    const LEVELS: [[&str; 3]; 2] = [["xã", "phường", "thị trấn"], ["huyện", "quận", "thị xã"]];
    // *các xã thị trấn*, *liên xã phường*: several, told without a comma.
    const SEVERAL: [&str; 14] =
        ["các", "những", "mỗi", "từng", "hai", "ba", "nhiều", "cấp", "liên", "toàn", "số", "thị", "và", "trung"];
    for (noun, level) in LEVELS.iter().flat_map(|level| level.iter().map(move |noun| (noun, level))) {
        for (at, word) in seek(&proof.text, &format!("{noun} ")) {
            let before = proof.text[..at].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let parted = !before.is_empty() && proof.text[..at].ends_with(' ') || before.is_empty();
            let several = SEVERAL.contains(&before.to_lowercase().as_str())
                || before.starts_with(|c: char| c.is_ascii_digit())
                || level.iter().any(|noun| noun.ends_with(before) && !before.is_empty());
            let rest = &proof.text[at + word.len()..];
            let second = level.iter().filter(|other| *other != noun).find_map(|other| rest.strip_prefix(other));
            let named =
                second.and_then(|rest| rest.strip_prefix(' ')).is_some_and(|name| name.starts_with(char::is_uppercase));
            if parted && !several && named {
                let length = word.len() + rest.len() - second.map_or(0, str::len);
                let meant = proof.text[at + word.len()..at + length].to_owned();
                let range = at..at + length;
                let mut fault = proof.fault("spelling", range.clone()).with("phrase", phrase(&proof.text, &range));
                fault.message.id = "spelling.company";
                faults.push(fault.hint(Message::new("spelling.hint").with("meant", meant)));
            }
        }
    }
}

/// A word that its number shows to be another.
fn meant(proof: &Proof, range: Range<usize>, meant: &'static str) -> Diagnostic {
    let mut fault = proof.fault("spelling", range.clone()).with("phrase", phrase(&proof.text, &range));
    fault.message.id = "spelling.company";
    fault.hint(Message::new("spelling.hint").with("meant", meant))
}

/// *phục vụ khoản 1.450 hộ*: before so large a number no clause of a law is meant.
fn about(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, word) in seek(&proof.text, " khoản ") {
        let rest = &proof.text[at + word.len()..];
        let number = &rest[..rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len())];
        let cited = rest[number.len()..].trim_start_matches([' ', ',']).starts_with(['Đ', 'đ']);
        if number.trim_end_matches('.').len() > 2 && !cited {
            faults.push(meant(proof, at + 1..at + " khoản".len(), "khoảng"));
        }
    }
}

/// *Ngô Quang Trung kết luận*: the last word of a name and the first of what follows are no phrase.
fn ends_a_name(text: &str, flag: &Flag) -> bool {
    let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    let before = text[..flag.range.start].strip_suffix(' ').and_then(|before| before.split(' ').next_back());
    let mut words = flag.word.split(' ');
    flag.kind == Kind::Confusion && capital(before) && capital(words.next()) && !capital(words.next())
}

/// A flag as a fault: why, and what may be meant. A guess is a hint and never a mend made by itself.
fn misspelt(proof: &Proof, flag: &Flag) -> Diagnostic {
    let reason = match flag.kind {
        Kind::Unwritable => "spelling",
        Kind::Unattested => "spelling.unattested",
        Kind::Company => "spelling.company",
        Kind::Confusion => "spelling.confusion",
    };
    let mut fault = proof.fault("spelling", flag.range.clone()).with("phrase", phrase(&proof.text, &flag.range));
    fault.message.id = reason;
    match &flag.suggestion {
        Some(meant) => fault.hint(Message::new("spelling.hint").with("meant", meant)),
        None => fault.hint_id("spelling.hint.none"),
    }
}

/// A word with its neighbours of the same line.
fn phrase<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let part = |c: char| !c.is_alphanumeric();
    let before = text[..range.start].strip_suffix(' ').map_or(range.start, |before| {
        let start = before.rfind(part).map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        if start < before.len() { start } else { range.start }
    });
    let after = text[range.end..].strip_prefix(' ').map_or(range.end, |after| {
        let length = after.find(part).unwrap_or(after.len());
        if length > 0 { range.end + 1 + length } else { range.end }
    });
    &text[before..after]
}

/// Of two habits in one text the rarer is flagged; of equally many, the one that is not the habit of State bodies. A
/// house that has settled on one leaves no choice.
fn check_tones(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let placed = placements(&proof.text, Names::Keep);
    let main = placed.iter().filter(|word| word.style == Style::MainVowel).count();
    let common = if main * 2 > placed.len() { Style::MainVowel } else { Style::FirstVowel };
    let own = proof.frame.house.tones.unwrap_or(common);
    let model = placed.iter().find(|word| word.style == own);
    for word in placed.iter().filter(|word| word.style != own) {
        let hint = Message::new("tone-mixed.hint").with("right", &word.other);
        let mut fault = proof.fault("tone-mixed", word.range.clone());
        match model {
            Some(model) => fault = fault.with("model", &proof.text[model.range.clone()]),
            None if proof.frame.house.tones.is_some() => fault.message.id = "tone-mixed.house",
            None => return,
        }
        faults.push(fault.hint(hint));
    }
}

/// *kỹ thuật* here, *kĩ thuật* there: the rarer letter of the text, or the one that is not the house's.
fn check_letters(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let other = match proof.frame.house.letter {
        Some(own) => {
            let mut spelt = vowel_i::spellings(&proof.text);
            spelt.retain(|word| word.letter != own);
            spelt
        }
        None => vowel_i::mixed(&proof.text),
    };
    for word in other {
        let hint = Message::new("i-y-mixed.hint").with("right", &word.other);
        let mut fault = proof.fault("i-y-mixed", word.range);
        if proof.frame.house.letter.is_some() {
            fault.message.id = "i-y-mixed.house";
        }
        faults.push(fault.hint(hint));
    }
}
