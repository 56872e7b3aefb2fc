//! Persons called again by their last name — *ông Nguyễn Văn Thắng … ông Thăng cho biết*: the name of nobody, and nearly
//! that of one who is told in full.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::who::{self, CALLED, Who, who_before};
use super::{alone, is_near};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::fold::fold;
use crate::viet::letter::{is_letter, reads};
use crate::viet::number::capitalised;
use crate::viet::seek::seek;
use crate::viet::tone::{Style, restyle};

/// The persons of a text by their last names.
pub(super) struct Given<'p> {
    pub(super) proof: &'p Proof,
    /// Who is told in full, by the form of the last name.
    pub(super) full: HashMap<String, Vec<&'p Range<usize>>>,
    /// The same forms by their first letters.
    pub(super) by_first: HashMap<char, Vec<String>>,
}

/// Checks each person that a text calls by the last name alone, and each whom a word calls that is not for them.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let known: HashSet<String> = last_names(text).into_iter().map(form).collect();
    let mut given = Given { proof, full: HashMap::new(), by_first: HashMap::new() };
    for name in names {
        let word = text[name.clone()].rsplit(' ').next().unwrap_or_default();
        given.full.entry(form(word)).or_default().push(name);
        faults.extend(who::other_who(proof, name).or_else(|| who::half_called(proof, name)));
    }
    for word in given.full.keys() {
        given.by_first.entry(first_of(word)).or_default().push(word.clone());
    }
    if given.full.is_empty() {
        return;
    }
    let mut first: HashMap<String, usize> = HashMap::new();
    for (word, range) in called(text) {
        let own = form(&text[range.clone()]);
        let first = *first.entry(own.clone()).or_insert(range.start);
        if given.full.contains_key(&own) {
            faults.extend(who::other_gender(proof, &given.full[&own], (word, &range)));
            continue;
        }
        let near = given.near(&own).filter(|_| !known.contains(&own));
        let Some(name) = near.and_then(|other| given.before(&other, range.start)) else { continue };
        // Who is called so before the other is told is somebody else.
        if first < name.start {
            continue;
        }
        if word == Who::Either || who_before(text, name.start).is_some_and(|who| who == word) {
            faults.push(given.fault(range, name));
        }
    }
    alone::check(&given, &known, faults);
}

impl Given<'_> {
    /// The only last name of somebody that another word nearly is: of one person alone it may be a letter off, else its marks.
    pub(super) fn near(&self, own: &str) -> Option<String> {
        let one = self.full.len() == 1 && own.len() > 3;
        let same = |other: &&String| fold(own) == fold(other) || one && is_near(own, other);
        let mut near = self.by_first.get(&first_of(own)).into_iter().flatten().filter(same);
        let (Some(other), None) = (near.next(), near.next()) else { return None };
        Some(other.clone())
    }

    /// Who is told in full under a last name, before a place.
    pub(super) fn before(&self, last: &str, at: usize) -> Option<&Range<usize>> {
        self.full.get(last)?.iter().rfind(|name| name.end < at).copied()
    }

    pub(super) fn fault(&self, range: Range<usize>, name: &Range<usize>) -> Diagnostic {
        let model = &self.proof.text[name.clone()];
        let right = model.rsplit(' ').next().unwrap_or_default();
        let hint = Message::new("name-two-ways.hint.given").with("model", model).with("right", right);
        self.proof.fault("name-two-ways", range).hint(hint)
    }
}

/// The first letter of a last name without its marks.
pub(super) fn first_of(word: &str) -> char {
    fold(word).chars().next().unwrap_or_default()
}

/// A name in small letters with its tones where all have them.
pub(super) fn form(word: &str) -> String {
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
            ("Ông Thăng dự. Ông Nguyễn Văn Thắng nói. Ông Thăng cho biết ấp yên.", None),
            ("Ông Nguyễn Văn Thắng dự. Ông Ba cho biết ấp yên.", None),
            ("Chị Trần Thị Hoà dự. Chị Hòa cho biết ấp yên.", None),
            ("Dự có đồng Nguyễn Văn Cung, Cục trưởng.", Some("đồng Nguyễn Văn Cung")),
            ("Dự có đồng chí Nguyễn Văn Cung; Hội đồng Nguyễn Văn Cung họp.", None),
            ("Ba bị can Lê Văn Sa, Hồ Văn Chíu, Lê La bị bắt. Ba bị can Sa, Chiếu và La khai nhận.", Some("Chiếu")),
            ("Bắt Lê Văn Sa, Hồ Văn Chíu, Lê Văn La. Sa, Chíu và La khai nhận.", None),
            ("Bắt Trần Đình Quyền và Lê Văn Ba. Tại công an, Quyến khai nhận.", Some("Quyến")),
            ("Bắt Trần Đình Quyền và Lê Văn Ba. Tại công an, Quyền khai nhận.", None),
            ("Khởi tố Đào Thị Thường. Theo điều tra, bị can Thương lập hợp đồng khống.", Some("Thương")),
            ("Bà Trần Thị Lệ dự. Ngày nào ông Lệ cũng có mặt.", Some("ông Lệ")),
            ("Bà Trần Thị Lệ dự. Ngày nào bà Lệ cũng có mặt; ông bà Lệ vui.", None),
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
