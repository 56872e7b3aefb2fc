//! Names of places and firms told a letter off — *thôn Phú Nhận … thôn Phú Hận*, *tỉnh Long Châu Hậu … Long Châu Hà*, *Công ty Cổ
//! phần Sông Lam … Công ty TNHH Sông Lam*: one stands once, the other again and again.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use super::alike::sound;
use super::spells_near;
use super::syllables::{UNITS, capitals, ends_with_word};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::place;

/// More words behind which the name of a place stands.
const PLACES: [&str; 9] = ["sông", "suối", "hồ", "đèo", "núi", "đảo", "cầu", "chợ", "hợp tác xã"];

fn is_wild(unit: &str) -> bool {
    PLACES.contains(&unit) || matches!(unit, "làng" | "bản")
}

/// So many names that part in one word are compared.
const MOST: usize = 8;

/// A name by its words, and where it stands.
struct Named<'p> {
    own: Vec<&'p str>,
    places: Vec<Range<usize>>,
    /// Whether it is that of a hamlet, or of what lies in the country.
    wild: bool,
}

/// Flags the name that stands once.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut units: BTreeMap<(&str, &str), Named> = BTreeMap::new();
    for (unit, words) in units_of(&proof.text) {
        let range = words[0].start..words[words.len() - 1].end;
        let own = || words.iter().map(|word| &proof.text[word.clone()]).collect();
        let named = units.entry((unit, &proof.text[range.clone()]));
        named.or_insert_with(|| Named { own: own(), places: Vec::new(), wild: is_wild(unit) }).places.push(range);
    }
    let mut groups: HashMap<(&str, usize, Vec<&str>), Vec<&Named>> = HashMap::new();
    for ((unit, _), named) in &units {
        for at in 0..named.own.len() {
            let rest = named.own.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, word)| *word);
            groups.entry((unit, at, rest.collect())).or_default().push(named);
        }
    }
    let mut slips: BTreeMap<usize, (Range<usize>, &Range<usize>)> = BTreeMap::new();
    for ((_, at, _), group) in groups.iter().filter(|(_, group)| (2..=MOST).contains(&group.len())) {
        for (slip, model) in group.iter().flat_map(|slip| group.iter().map(move |model| (slip, model))) {
            if is_slip(proof, (slip, model), *at) {
                slips.insert(slip.places[0].start, (slip.places[0].clone(), &model.places[0]));
            }
        }
    }
    for (slip, model) in slips.into_values() {
        let hint = Message::new("name-two-ways.hint").with("model", &proof.text[model.clone()]);
        faults.push(proof.fault("name-two-ways", slip).hint(hint));
    }
    firms(proof, faults);
}

/// Whether a name that stands once is another, told again and again in other sentences, but for a letter of one word.
fn is_slip(proof: &Proof, (slip, model): (&Named, &Named), at: usize) -> bool {
    // Two places may well have names of two words that are nearly one.
    let often = if slip.own.len() > 2 { 2 } else { 3 };
    let [place] = &slip.places[..] else { return false };
    let sentences = proof.all_sentences();
    let sentence = |range: &Range<usize>| sentences.partition_point(|sentence| sentence.end <= range.start);
    let apart = || model.places.iter().all(|other| sentence(other) != sentence(place));
    let known = || [slip, model].iter().all(|named| place::official_name(&named.own.join(" ")).is_some());
    // *hồ Đắk Uy … hồ Đăk Ui*: of waters, hills and hamlets two do not sound alike.
    let later = || model.places.iter().all(|other| other.start < place.start);
    if slip.wild && sound(slip.own[at]) == sound(model.own[at]) {
        return later() && apart();
    }
    model.places.len() >= often && spells_near(slip.own[at], model.own[at]) && apart() && !known()
}

/// The names of two and three words behind the word for a place, each with that word.
fn units_of(text: &str) -> Vec<(&'static str, Vec<Range<usize>>)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(' ') {
        if !text[at + 1..].starts_with(char::is_uppercase) || !text[..at].ends_with(char::is_lowercase) {
            continue;
        }
        let near = text[..at].char_indices().rev().nth(12).map_or(0, |(near, _)| near);
        let head: String = text[near..at].chars().map(crate::viet::letter::small).collect();
        let unit = UNITS.into_iter().chain(PLACES).find(|unit| ends_with_word(&head, unit));
        let mut words = unit.map(|_| capitals(text, at + 1)).unwrap_or_default();
        // *các xã Phú Hữu, Phú Hậu và Phú Hội*: all of a list are of one kind.
        while let Some((unit, last)) = unit.zip(words.last()) {
            let rest = &text[last.end..];
            let joint = [", ", " và "].into_iter().find(|joint| rest.starts_with(joint));
            let next = joint.map(|joint| capitals(text, last.end + joint.len())).unwrap_or_default();
            let own = std::mem::replace(&mut words, next);
            if (2..=3).contains(&own.len()) {
                found.push((unit, own));
            }
        }
    }
    found
}

/// The forms of firms behind *Công ty*, with the words that tell them.
const FORMS: [(&str, &str); 5] =
    [("Cổ phần ", "Cổ phần"), ("cổ phần ", "Cổ phần"), ("CP ", "Cổ phần"), ("TNHH MTV ", "TNHH"), ("TNHH ", "TNHH")];

/// Words of a text in which a firm changes its form.
const CHANGED: [&str; 5] = ["cổ phần hóa", "cổ phần hoá", "chuyển đổi", "tiền thân", "đổi tên"];

/// *Công ty Cổ phần Sông Lam … Công ty TNHH Sông Lam*: one firm has one form.
fn firms(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut told: BTreeMap<&str, Vec<(Range<usize>, &str)>> = BTreeMap::new();
    for (start, firm) in text.match_indices("Công ty ") {
        let from = start + firm.len();
        let Some((head, form)) = FORMS.iter().find(|(head, _)| text[from..].starts_with(head)) else { continue };
        let words = capitals(text, from + head.len());
        let Some(last) = words.last().filter(|_| words.len() > 1) else { continue };
        told.entry(&text[words[0].start..last.end]).or_default().push((start..last.end, form));
    }
    for told in told.values() {
        let Some((first, form)) = told.first() else { continue };
        let Some((other, _)) = told.iter().find(|(_, other)| other != form) else { continue };
        if !CHANGED.iter().any(|word| proof.lower().contains(word)) {
            let hint = Message::new("name-two-ways.hint").with("model", &text[first.clone()]);
            faults.push(proof.fault("name-two-ways", other.clone()).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_firms_told_a_letter_off() {
        for (text, told) in [
            (
                "Thôn Phú Nhận vui. Đường về thôn Phú Nhận mới. Xưa, thôn Phú Hận nghèo. Nay thôn Phú Nhận có điện.",
                Some("Phú Hận"),
            ),
            ("Thôn Phú Nhận vui. Xưa, thôn Phú Hận nghèo. Nay thôn Phú Nhận có điện.", None),
            ("Lập xã Long Hưng Hạ. Nay xã Long Hưng Hậu có 5 ấp. Dân xã Long Hưng Hậu vui.", Some("Long Hưng Hạ")),
            (
                "Các xã Phú Hữu, Phú Hậu họp. Xã Phú Hữu đông. Dân xã Phú Hữu vui. Xã Phú Hậu nghèo. Xã Phú Hữu xa.",
                None,
            ),
            ("Lập xã Long Hưng Tây. Nay xã Long Hưng Hậu có 5 ấp. Dân xã Long Hưng Hậu vui.", None),
            ("Công ty Cổ phần Sông Lam thắng thầu. Công ty TNHH Sông Lam thi công.", Some("Công ty TNHH Sông Lam")),
            ("Công ty CP Sông Lam thắng thầu. Công ty Cổ phần Sông Lam thi công.", None),
            ("Công ty TNHH Sông Lam chuyển đổi thành Công ty Cổ phần Sông Lam.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
