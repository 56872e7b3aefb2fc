//! Words by which persons are called — *ông Nguyễn Thị Lan*, *bà Trần Thị Lệ … ông Lệ*, *gồm đồng Nguyễn Văn Cung*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};

/// Words before a person's last name, with who may be called so.
pub(super) const CALLED: [(&str, Who); 15] = [
    ("ông", Who::Man),
    ("anh", Who::Man),
    ("bà", Who::Woman),
    ("chị", Who::Woman),
    ("cô", Who::Woman),
    ("bị can", Who::Either),
    ("bị cáo", Who::Either),
    ("đối tượng", Who::Either),
    ("nghi phạm", Who::Either),
    ("nạn nhân", Who::Either),
    ("em", Who::Either),
    ("cháu", Who::Either),
    ("thầy", Who::Either),
    ("tài xế", Who::Either),
    ("đồng chí", Who::Either),
];

/// Whom a word calls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    Man,
    Woman,
    Either,
}

/// Whom the word right before a name calls: *ông Nguyễn Văn Thắng*.
pub(super) fn who_before(text: &str, start: usize) -> Option<Who> {
    let word = text[..start].trim_end().rsplit(|c: char| !c.is_alphabetic()).next()?.to_lowercase();
    CALLED.iter().find(|(called, _)| *called == word).map(|(_, who)| *who)
}

/// *ông Nguyễn Thị Lan*, *bà Trần Văn Bình*: the second word of the name is a woman's, or a man's.
pub(super) fn other_who(proof: &Proof, name: &Range<usize>) -> Option<Diagnostic> {
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
pub(super) fn half_called(proof: &Proof, name: &Range<usize>) -> Option<Diagnostic> {
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

/// *Bà Trần Thị Lệ … ông Lệ*: the only one of that name is a woman.
pub(super) fn other_gender(
    proof: &Proof,
    bearers: &[&Range<usize>],
    (word, range): (Who, &Range<usize>),
) -> Option<Diagnostic> {
    const COUPLES: [&str; 7] = ["ông", "bà", "và", "vợ", "chồng", "con", "của"];
    let text = &proof.text;
    let who = |name: &&Range<usize>| match (who_before(text, name.start), text[(*name).clone()].split(' ').nth(1)) {
        (Some(Who::Woman), Some("Thị")) => Some(Who::Woman),
        (Some(Who::Man), Some("Văn")) => Some(Who::Man),
        _ => None,
    };
    let own = &text[(*bearers.first()?).clone()];
    let one = bearers.iter().all(|name| text[(*name).clone()] == *own);
    let other = bearers.iter().find_map(who).filter(|who| *who != word && word != Who::Either && one)?;
    let start = text[..range.start].trim_end().rfind([' ', '\n', '(']).map_or(0, |at| at + 1);
    let head = proof.lower()[..start].trim_end().trim_end_matches([',', '/']);
    let couple = COUPLES.iter().any(|word| head.ends_with(word));
    (bearers[0].end < range.start && !couple).then(|| {
        let mut fault = proof.fault("name-two-ways", start..range.end);
        fault.message.id = "name-two-ways.who";
        fault.hint(Message::new("name-two-ways.hint.who").with("right", if other == Who::Woman { "bà" } else { "ông" }))
    })
}
