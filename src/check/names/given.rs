//! Persons called again by their last name — *ông Nguyễn Văn Thắng … ông Thăng cho biết*: the name of nobody, and nearly
//! that of one who is told in full.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::is_near;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::fold::fold;
use crate::viet::letter::{is_letter, reads};
use crate::viet::number::capitalised;
use crate::viet::seek::seek;
use crate::viet::tone::{Style, restyle};

/// Words before a person's last name, with who may be called so.
const CALLED: [(&str, Who); 5] =
    [("ông", Who::Man), ("anh", Who::Man), ("bà", Who::Woman), ("chị", Who::Woman), ("cô", Who::Woman)];

/// Whom a word calls.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Man,
    Woman,
}

/// Checks each person that a text calls by the last name alone, and each whom a word calls that is not for them.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let known: HashSet<String> = last_names(text).into_iter().map(form).collect();
    let mut full: HashMap<String, Vec<&Range<usize>>> = HashMap::new();
    for name in names {
        let word = text[name.clone()].rsplit(' ').next().unwrap_or_default();
        full.entry(form(word)).or_default().push(name);
        faults.extend(other_who(proof, name).or_else(|| half_called(proof, name)));
    }
    let mut by_first: HashMap<char, Vec<&String>> = HashMap::new();
    for word in full.keys() {
        by_first.entry(fold(word).chars().next().unwrap_or_default()).or_default().push(word);
    }
    for (word, range) in called(text) {
        let own = form(&text[range.clone()]);
        if full.contains_key(&own) || known.contains(&own) {
            continue;
        }
        let near = by_first.get(&fold(&own).chars().next().unwrap_or_default());
        // Of one person alone the name may be a letter off, else its marks.
        let same =
            |other: &&&String| fold(&own) == fold(other) || (full.len() == 1 && own.len() > 3 && is_near(&own, other));
        let mut near = near.into_iter().flatten().filter(same);
        let (Some(other), None) = (near.next(), near.next()) else { continue };
        let Some(name) = full[*other].iter().rfind(|name| name.end < range.start) else { continue };
        if who_before(text, name.start).is_some_and(|who| who == word) {
            let right = text[(*name).clone()].rsplit(' ').next().unwrap_or_default();
            let hint =
                Message::new("name-two-ways.hint.given").with("model", &text[(*name).clone()]).with("right", right);
            faults.push(proof.fault("name-two-ways", range).hint(hint));
        }
    }
}

/// A name in small letters with its tones where all have them.
fn form(word: &str) -> String {
    restyle(&word.to_lowercase(), Style::FirstVowel)
}

/// The last words of all capital runs: whoever is told of in any way, with or without a surname that we know.
fn last_names(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut run = 0;
    let mut last = "";
    for word in text.split([' ', '\n', '\u{a0}']) {
        let bare = word.trim_matches(|c: char| !is_letter(c));
        let calls = || CALLED.iter().any(|(called, _)| reads(bare, called));
        let capital = bare.starts_with(char::is_uppercase) && !calls();
        if capital {
            run += 1;
            last = bare;
        }
        if !capital || bare.len() < word.len() {
            if run > 1 {
                found.push(last);
            }
            run = 0;
        }
    }
    found
}

/// *ông Thăng cho biết*: a word of calling and one capital word, with no other behind it.
fn called(text: &str) -> Vec<(Who, Range<usize>)> {
    let mut found = Vec::new();
    for (word, who) in CALLED {
        let forms = [word.to_owned(), capitalised(word)];
        for (start, form) in forms.iter().flat_map(|form| seek(text, form.as_str())) {
            let Some(name) = text[start + form.len()..].strip_prefix(' ') else { continue };
            let inner = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
            let length = name.find(|c: char| !inner(c)).unwrap_or(name.len());
            let one = name.starts_with(char::is_uppercase) && name[..length].chars().skip(1).all(char::is_lowercase);
            let behind = &name[length..];
            let alone = !behind.starts_with(['.', '\'', '-']) || behind.starts_with(". ");
            let alone = alone && !behind.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase));
            if one && alone && length > 2 && !text[..start].ends_with(char::is_alphanumeric) {
                let from = start + form.len() + 1;
                found.push((who, from..from + length));
            }
        }
    }
    found.sort_by_key(|(_, range)| range.start);
    found
}

/// Whom the word right before a name calls: *ông Nguyễn Văn Thắng*.
fn who_before(text: &str, start: usize) -> Option<Who> {
    let word = text[..start].trim_end().rsplit(|c: char| !c.is_alphabetic()).next()?.to_lowercase();
    CALLED.iter().find(|(called, _)| *called == word).map(|(_, who)| *who)
}

/// *ông Nguyễn Thị Lan*, *bà Trần Văn Bình*: the second word of the name is a woman's, or a man's.
fn other_who(proof: &Proof, name: &Range<usize>) -> Option<Diagnostic> {
    let text = &proof.text;
    let who = who_before(text, name.start)?;
    let second = text[name.clone()].split(' ').nth(1)?;
    let right = match (who, second) {
        (Who::Man, "Thị") => "bà",
        (Who::Woman, "Văn") => "ông",
        _ => return None,
    };
    let head = text[..name.start].trim_end();
    let start = head.len() - head.rsplit(|c: char| !c.is_alphabetic()).next()?.len();
    // *ông bà Nguyễn Văn A*, *ông, bà*, *ông (bà)*: either may be meant.
    let before = proof.lower()[..start].trim_end();
    let either = ["ông", "ông,", "bà,", "ông/", "và", "ông -", "(", "/", "anh", "anh,"]
        .iter()
        .any(|word| before.ends_with(word));
    (!either).then(|| {
        let mut fault = proof.fault("name-two-ways", start..name.end);
        fault.message.id = "name-two-ways.who";
        fault.hint(Message::new("name-two-ways.hint.who").with("right", right))
    })
}

/// *gồm đồng Nguyễn Văn Cung*: of *đồng chí* one word is missing; *hội đồng, 12 triệu đồng* are other words.
fn half_called(proof: &Proof, name: &Range<usize>) -> Option<Diagnostic> {
    const LEADS: [&str; 12] = ["có", "gồm", "và", "là", "cho", "với", "của", "cùng", "các", "tặng", "do", "bầu"];
    let head =
        proof.text[..name.start].strip_suffix(" đồng ").or_else(|| proof.text[..name.start].strip_suffix(" chí "))?;
    let last = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    (head.ends_with([',', ';', ':']) || LEADS.contains(&last)).then(|| {
        let mut fault = proof.fault("name-two-ways", head.len() + 1..name.end);
        fault.message.id = "name-two-ways.comrade";
        fault.hint(Message::new("name-two-ways.hint.comrade").with("name", &proof.text[name.clone()]))
    })
}

#[cfg(test)]
mod tests {
    use super::super::persons::names;
    use super::*;

    #[test]
    fn persons_called_by_their_last_name() {
        for (text, told) in [
            ("Ông Nguyễn Văn Thắng, Trưởng ấp, dự. Ông Thăng cho biết ấp yên.", Some("Thăng")),
            ("Ông Nguyễn Văn Thắng, Trưởng ấp, dự. Ông Thắng cho biết ấp yên.", None),
            ("Ông Nguyễn Văn Thắng dự cùng bà Lê Thị Thăng. Bà Thăng cho biết ấp yên.", None),
            ("Ông Nguyễn Văn Thắng dự. Bà Thăng cho biết ấp yên.", None),
            ("Ông Nguyễn Văn Thắng dự. Ông Ba cho biết ấp yên.", None),
            ("Chị Trần Thị Hoà dự. Chị Hòa cho biết ấp yên.", None),
            ("Dự có đồng Nguyễn Văn Cung, Cục trưởng.", Some("đồng Nguyễn Văn Cung")),
            ("Dự có đồng chí Nguyễn Văn Cung; Hội đồng Nguyễn Văn Cung họp.", None),
            ("Mời ông Nguyễn Thị Lan dự.", Some("ông Nguyễn Thị Lan")),
            ("Mời bà Nguyễn Thị Lan và ông Trần Văn Bình; nhà ông bà Trần Văn Bình.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
