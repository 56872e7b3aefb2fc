//! A comma between who acts and what is done — *dấu phẩy tách chủ ngữ*: *Hội đồng nhân dân xã Trung Hà, tổ chức kỳ họp*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::seek::seek;

/// What the names of bodies begin with.
#[rustfmt::skip]
const BODIES: [&str; 23] = [
    "HĐND", "UBND", "UBMTTQ", "Hội đồng", "Ủy ban", "Uỷ ban", "Hội", "Đoàn", "Đảng ủy", "Đảng uỷ", "Đảng bộ",
    "Công an", "Trường", "Trạm", "Mặt trận", "Ban", "Chi bộ", "Công đoàn", "Liên đoàn", "Phòng", "Sở", "Huyện",
    "Trung tâm",
];

/// What is said of when and why, before the body.
#[rustfmt::skip]
const WHEN: [&str; 24] = [
    "Sáng", "Chiều", "Tối", "Ngày", "Trong", "Vừa qua", "Hôm nay", "Từ", "Năm", "Tại", "Thực hiện", "Nhân dịp",
    "Theo", "Được sự", "Hưởng ứng", "nhiệm kỳ", "khóa", "khoá", "ngày", "sáng", "chiều", "vừa qua", "năm", "tại",
];

/// What a body does.
#[rustfmt::skip]
const ACTS: [&str; 14] = [
    "đã", "tổ chức kỳ", "tổ chức hội", "tổ chức lễ", "tổ chức Lễ", "tổ chức Hội", "tổ chức Kỳ", "tổ chức đại",
    "tổ chức Đại", "phối hợp với", "phối hợp cùng", "ban hành", "tiến hành", "long trọng",
];

/// Words that no name of a body has: the clause has its verb before the comma, or several act.
const NONE: [&str; 14] =
    ["và", "đã", "phối", "cùng", "với", "được", "do", "là", "có", "sau", "khi", "tổ", "theo", "về"];

/// The most words of a body's name.
const NAME: usize = 14;

/// The comma behind the body that a sentence begins with.
pub(super) fn check(proof: &Proof, sentence: &Range<usize>) -> Option<Diagnostic> {
    let text = &proof.text[sentence.clone()];
    let mut from = text.len() - text.trim_start().len();
    loop {
        let part = &text[from..];
        let comma = part.find(", ")?;
        let (name, rest) = (&part[..comma], &part[comma + 2..]);
        let begins = |text: &str, word: &str| text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        if BODIES.iter().any(|body| begins(name, body)) {
            let plain = name.split(' ').count() <= NAME
                && ends_a_name(name)
                && !name.split(' ').any(|word| NONE.contains(&word));
            let acts = plain && !name.contains(['(', ':', ';', '"', '“']) && ACTS.iter().any(|act| begins(rest, act));
            let at = sentence.start + from + comma;
            return acts.then(|| proof.fault("comma-subject", at..at + 1).hint_id("comma-subject.hint"));
        }
        if !WHEN.iter().any(|when| begins(name, when) || name == *when) {
            return None;
        }
        from += comma + 2;
    }
}

/// *các huyện, thị, xã, thành phố*: a comma within *thị xã*, where towns stand between districts and cities.
pub(super) fn check_towns(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for (at, _) in seek(&proof.text, "thị, xã") {
        let (before, behind) = (&proof.text[..at], &proof.text[at + "thị, xã".len()..]);
        let between = ["huyện, ", "quận, ", "các "].iter().any(|word| before.ends_with(word));
        if between && [", thành phố", " và thành phố"].iter().any(|word| behind.starts_with(word)) {
            let comma = at + "thị".len();
            let mut fault = proof.fault("comma-subject", comma..comma + 1).hint_id("comma-subject.hint");
            fault.message.id = "comma-subject.town";
            faults.push(fault);
        }
    }
}

/// Whether a name ends there: in a capital, or in the kind of its place; *Phòng Kinh tế chủ trì* is a clause.
fn ends_a_name(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    last.starts_with(char::is_uppercase)
        || matches!(last, "xã" | "phường" | "huyện" | "tỉnh" | "trấn" | "phố" | "trường" | "thôn")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_within_a_town() {
        for (text, told) in [
            ("Các huyện, thị, xã, thành phố trực thuộc tỉnh.", 1),
            ("Các quận, thị, xã và thành phố trực thuộc tỉnh.", 1),
            ("Các huyện, thị xã, thành phố; các ban, ngành, huyện, thị, xã.", 0),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check_towns(&Proof::article(&source, None), &mut faults);
            assert_eq!(faults.len(), told, "{text}");
        }
    }

    #[test]
    fn a_comma_behind_who_acts() {
        for (text, told) in [
            ("Hội đồng nhân dân xã Trung Lộc, tổ chức kỳ họp thứ 5.", true),
            ("Ngày 12/3, Đoàn xã Bến Lộc, đã ra quân.", true),
            (
                "Thực hiện chương trình toàn khóa, nhiệm kỳ 2021-2026, ngày 9/12, Hội đồng nhân dân xã, tổ chức kỳ họp.",
                true,
            ),
            ("Ngày 12/3, Đoàn xã Bến Lộc đã ra quân, tổ chức lễ phát động.", false),
            ("Hội Nông dân xã phối hợp với trường, tổ chức lễ trao quà.", false),
            ("Đoàn Thanh niên, Hội Phụ nữ, đã ra quân.", false),
            ("Phòng Kinh tế chủ trì, phối hợp với Thuế cơ sở 4.", false),
            ("Ban Chỉ đạo, tổ chức đảng các cấp cùng họp.", false),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            assert_eq!(check(&proof, &(0..text.len())).is_some(), told, "{text}");
        }
    }
}
