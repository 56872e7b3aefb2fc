//! Capitals against Nghị định 30/2020/NĐ-CP, Phụ lục II — *viết hoa*: only what print follows too.

use std::sync::LazyLock;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::capital::{Register, Weight};

/// The official names, read once.
static REGISTER: LazyLock<Register> = LazyLock::new(Register::new);

/// Checks the capitals of a text.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for miscased in REGISTER.check(&proof.text).into_iter().filter(|miscased| miscased.weight == Weight::Rule) {
        let hint = Message::new("capital.hint").with("right", &miscased.right).with("item", miscased.rule);
        faults.push(proof.fault("capital", miscased.range).hint(hint));
    }
}
