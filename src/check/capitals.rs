//! Capitals against Nghị định 30/2020/NĐ-CP, Phụ lục II — *viết hoa*: only what print follows too.

use std::sync::LazyLock;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::capital::{Miscased, Register, Weight};

/// The official names, read once.
static REGISTER: LazyLock<Register> = LazyLock::new(Register::new);

/// Checks the capitals of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let certain = |miscased: &Miscased| miscased.weight == Weight::Rule && !is_other_name(&proof.text, miscased);
    for miscased in REGISTER.check(&proof.text).into_iter().filter(certain) {
        let hint = Message::new("capital.hint").with("right", &miscased.right).with("item", miscased.rule);
        faults.push(proof.fault("capital", miscased.range).hint(hint));
    }
}

/// *tỉnh, Ủy ban* are two phrases; the *hội* of *Chi hội Phụ nữ* belongs to the word before.
fn is_other_name(text: &str, miscased: &Miscased) -> bool {
    let seen = &text[miscased.range.clone()];
    let marks = |text: &str| text.contains([',', ';', ':', '.']);
    let head = text[..miscased.range.start].trim_end_matches([' ', '\u{a0}']);
    let level = ["chi", "phân", "liên", "ban"].iter().any(|word| head.to_lowercase().ends_with(&format!(" {word}")));
    // *chi bộ xây dựng*, *cán bộ tài chính*: the word before makes another noun of *bộ*.
    let joined = ["chi", "cán", "đảng", "toàn", "nội", "đồng", "trọn", "tiến"];
    let noun = joined.iter().any(|word| head.to_lowercase().ends_with(&format!(" {word}")));
    // *các sở Tài chính, Xây dựng*: several at once are told by the common noun.
    let several = ["các", "những", "hai", "ba"].iter().any(|word| head.to_lowercase().ends_with(word));
    let kinds = ["sở ", "bộ ", "ban ", "phòng "].iter().any(|kind| seen.starts_with(kind));
    (marks(seen) && !marks(&miscased.right))
        || (seen.starts_with("hội ") && level)
        || (seen.starts_with("bộ ") && noun)
        || (kinds && several)
}
