//! Capitals against Nghị định 30/2020/NĐ-CP, Phụ lục II — *viết hoa*: only what print follows too.

mod bodies;
mod ends;
mod units;

use std::collections::HashSet;
use std::sync::LazyLock;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::capital::{Miscased, Register, Weight};

/// How many letters before a name are looked at.
const NEAR: usize = 12;

/// The official names, read once.
static REGISTER: LazyLock<Register> = LazyLock::new(Register::new);

/// Checks the capitals of a text, and the letters of official names.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    bodies::check(proof, faults);
    ends::check(proof, faults);
    units::check(proof, faults);
    let certain = |miscased: &Miscased| miscased.weight == Weight::Rule && !is_other_name(&proof.text, miscased);
    let (miscased, misspelt) = REGISTER.read(&proof.text);
    for miscased in miscased.into_iter().filter(certain) {
        let hint = Message::new("capital.hint").with("right", &miscased.right).with("item", miscased.rule);
        faults.push(proof.fault("capital", miscased.range).hint(hint));
    }
    let places: Vec<_> = misspelt.iter().map(|name| proof.fault("name-syllable", name.range.clone())).collect();
    // The whole name says more than the word that the spelling told.
    let told: HashSet<_> = places.iter().map(|fault| (fault.path().to_owned(), fault.span)).collect();
    if !told.is_empty() {
        faults.retain(|fault| fault.rule != "spelling" || !told.contains(&(fault.path().to_owned(), fault.span)));
    }
    for (name, mut fault) in misspelt.into_iter().zip(places) {
        fault.message.id = "name-syllable.office";
        faults.push(
            fault.with("name", &name.right).hint(Message::new("name-syllable.hint.office").with("right", name.right)),
        );
    }
}

/// *tỉnh, Ủy ban* are two phrases; the *hội* of *Chi hội Phụ nữ* belongs to the word before.
fn is_other_name(text: &str, miscased: &Miscased) -> bool {
    let seen = &text[miscased.range.clone()];
    let marks = |text: &str| text.contains([',', ';', ':', '.']);
    let head = text[..miscased.range.start].trim_end_matches([' ', '\u{a0}']);
    let near = head.char_indices().rev().nth(NEAR).map_or(0, |(near, _)| near);
    let head = head[near..].to_lowercase();
    let level = ["chi", "phân", "liên", "ban"].iter().any(|word| head.ends_with(&format!(" {word}")));
    // *chi bộ xây dựng*, *cán bộ tài chính*: the word before makes another noun of *bộ*.
    let joined = ["chi", "cán", "đảng", "toàn", "nội", "đồng", "trọn", "tiến"];
    let noun = joined.iter().any(|word| head.ends_with(&format!(" {word}")));
    // *cơ sở y tế*, *Trưởng phòng Nội vụ*: the word before makes a noun of *sở*, a title of *phòng*.
    let half = (seen.starts_with("sở ") && ["cơ", "trụ", "trú"].iter().any(|word| head.ends_with(&format!(" {word}"))))
        || (seen.starts_with("phòng ") && head.ends_with("trưởng"));
    // An address: *số 09 Cách Mạng Tháng Tám*, *đường Sông Đà*.
    let street =
        ["đường", "phố"].iter().any(|word| head.ends_with(word)) || head.ends_with(|c: char| c.is_ascii_digit());
    let street =
        street && seen.starts_with(char::is_uppercase) && !seen.starts_with("Năm") && !seen.starts_with("Tháng");
    // Print writes the noun of the city both ways; one text keeps to one.
    let city = miscased.right.ends_with("Hồ Chí Minh")
        && (seen.ends_with("Hồ Chí Minh") || !seen.contains(char::is_uppercase));
    let both = !city || text.contains(&miscased.right);
    // *các sở Tài chính, Xây dựng*: several at once are told by the common noun.
    let several = ["các", "những", "hai", "ba", "mỗi", "từng"].iter().any(|word| head.ends_with(word));
    let kinds = ["sở ", "bộ ", "ban ", "phòng "].iter().any(|kind| seen.starts_with(kind));
    // *Mỗi sở giáo dục và đào tạo là một đoàn; sở giáo dục và đào tạo nào …*: one of many.
    let several = several || ["mỗi ", "các "].iter().any(|word| text.to_lowercase().contains(&format!("{word}{seen}")));
    // *Uỷ ban Thường vụ*, *miền tây Bắc bộ*: the word before, or behind, makes another name.
    let half = half || (seen.starts_with("ban ") && ["ủy", "uỷ"].iter().any(|word| head.ends_with(word)));
    let rest = &text[miscased.range.end..];
    let half = half || seen.starts_with(char::is_lowercase) && (rest.starts_with(" bộ") || rest.starts_with(" Bộ"));
    (marks(seen) && !marks(&miscased.right))
        || ((seen.starts_with("hội ") || seen.starts_with("đoàn ")) && level)
        || (seen.starts_with("bộ ") && noun)
        || half
        || (street && miscased.rule != "II.1")
        || !both
        || (kinds && several)
}
