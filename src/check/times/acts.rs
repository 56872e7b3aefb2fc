//! One act told with two days — *khai mạc Hội chợ Quê ngày 12/5 … khai mạc Hội chợ Quê vào ngày 15/5*: the act and the words behind
//! it are the same.

use std::collections::BTreeMap;

use super::course::bound;
use super::stages::of_two_things;
use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Point, Ymd};

/// Acts that are done on one day.
const ACTS: [&str; 12] = [
    "khai mạc",
    "bế mạc",
    "khởi công",
    "khánh thành",
    "thông xe",
    "ra mắt",
    "ký kết",
    "trao giải",
    "phát động",
    "thành lập",
    "thông qua",
    "công bố",
];

/// Those of an event that is held but once.
const ONCE: [&str; 6] = ["khai mạc", "bế mạc", "khởi công", "động thổ", "khánh thành", "thông xe"];

/// What happens once.
#[rustfmt::skip]
const CASES: [&str; 12] = [
    "vụ cháy", "vụ tai nạn", "vụ nổ", "vụ việc", "trận lũ", "trận động đất", "vụ sạt lở", "vụ án mạng", "vụ va chạm", "vụ lật", "vụ chìm", "vụ cướp",
];

/// So many words behind the act must be the same.
const SAME: usize = 3;

/// Words of another day than the one that the act was done on, and of one that was put off.
const OTHERS: [&str; 12] =
    ["trước ", "sau ", "kể từ", "đến ", "chuẩn bị", "hoãn", "lùi", "dời", "ban đầu", "lần thứ", "năm trước", "thay vì"];

/// Checks the acts of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut told: BTreeMap<String, Vec<(usize, &Point)>> = BTreeMap::new();
    for (at, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| !sentence.points.is_empty()) {
        let mut days = sentence.points.iter().filter(|point| point.day.is_some());
        // Of two days in a sentence nobody can say which is the act's.
        let (Some(_), None) = (days.next(), days.next()) else { continue };
        for act in ACTS {
            let mut places = sentence.lower.match_indices(act);
            let (Some((from, _)), None) = (places.next(), places.next()) else { continue };
            let Some((_, point)) = bound(sentence, &[act], &[]).into_iter().next() else { continue };
            let thing = words_behind(&sentence.lower[from + act.len()..]);
            let aside = OTHERS.iter().any(|word| sentence.lower.contains(word));
            if let Some(thing) = thing.filter(|_| point.day.is_some() && point.months.is_some() && !aside) {
                told.entry(format!("{act} {thing}")).or_default().push((at, point));
            }
        }
    }
    let (year, before) = (proof.day.map_or(2024, Ymd::year), faults.len());
    for (act, places) in told {
        let [(one, first), (other, then)] = places[..] else { continue };
        let same_year = first.year.is_none() || then.year.is_none() || first.year == then.year;
        let day = |point: &Point| point.first(first.year.or(then.year).unwrap_or(year));
        // *thành lập ngày 6/12/1986 … ngày 6/12/1989*
        let other_year = !same_year && (first.day, first.months) == (then.day, then.months);
        if one != other && (other_year || same_year && day(first) != day(then)) {
            faults.push(twice(proof, &act, (first, then)));
        }
    }
    if faults.len() > before {
        return;
    }
    let known = |word: &&str| proof.lower().contains(word);
    let opened = ONCE.into_iter().filter(known).find_map(|act| opened_twice(proof, sentences, act));
    faults.extend(
        opened.or_else(|| CASES.into_iter().filter(known).find_map(|case| happened_twice(proof, sentences, case))),
    );
}

/// *Sáng 15/9, liên hoan khai mạc tại … Theo Ban Tổ chức, liên hoan khai mạc ngày 16/9*: one event of its kind, opened or closed twice.
fn opened_twice(proof: &Proof, sentences: &[Sentence], act: &str) -> Option<Diagnostic> {
    #[rustfmt::skip]
    const KINDS: [&str; 14] = [
        "liên hoan", "hội chợ", "giải", "lễ hội", "kỳ họp", "đại hội", "hội thi", "triển lãm", "hội nghị", "festival", "hội diễn", "cầu ", "dự án",
        "công trình",
    ];
    #[rustfmt::skip]
    const ASIDE: [&str; 17] = [
        "vòng", "bảng ", "cụm", "khu vực", "đợt", "hoãn", "lùi", "dời", "ban đầu", "năm trước", "thay vì", "chuẩn bị", "trước đó", "lần trước",
        "năm ngoái", "lần đầu", "trước khi",
    ];
    /// How far from its act the kind of an event stands, in bytes.
    const NEAR: usize = 70;
    /// The longest time between two days that may be a slip.
    const APART: i64 = 31;
    let mut told: Vec<(&str, &Point, &Sentence)> = Vec::new();
    for sentence in sentences {
        let Some(at) = sentence.lower.find(act).filter(|_| sentence.lower.matches(act).count() == 1) else { continue };
        let Some((_, point)) = bound_to(sentence, act) else { continue };
        let head = sentence.near(sentence.range.start + at);
        let head = &head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..];
        let behind = &sentence.lower[at + act.len()..];
        let behind = &behind[..behind.floor_char_boundary(NEAR.min(behind.len()))];
        let before = KINDS.iter().filter_map(|kind| Some((head.rfind(kind)?, *kind))).max();
        let after = KINDS.iter().filter_map(|kind| Some((behind.find(kind)?, *kind))).min();
        let (_, kind) = before.or(after)?;
        let aside = ASIDE.iter().any(|word| sentence.lower.contains(word));
        (!aside).then_some(())?;
        told.push((kind, point, sentence));
    }
    let [(kind, one, first), (other, then, next)] = told[..] else { return None };
    (!of_two_things(proof, &first.range, &next.range)).then_some(())?;
    let year = one.year.or(then.year).or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let apart = (one.first(year)?.ordinal() - then.first(year)?.ordinal()).abs();
    (kind == other && (1..=APART).contains(&apart)).then(|| twice(proof, act, (one, then)))
}

/// The whole day of the one act of a sentence.
fn bound_to<'s>(sentence: &'s Sentence, act: &str) -> Option<(&'static str, &'s Point)> {
    let act = ONCE.into_iter().find(|one| *one == act)?;
    let others: Vec<&str> = ONCE.into_iter().filter(|one| *one != act).collect();
    let [told] = bound(sentence, &[act], &others)[..] else { return None };
    (told.1.day.is_some() && told.1.months.is_some()).then_some(told)
}

/// *Vụ cháy xảy ra khoảng 20 giờ ngày 13/3 … Sau vụ cháy tối 14/3*: one case, told with two days.
fn happened_twice(proof: &Proof, sentences: &[Sentence], case: &str) -> Option<Diagnostic> {
    #[rustfmt::skip]
    const JOINTS: [&str; 19] = [
        "xảy", "ra", "lúc", "khoảng", "vào", "ngày", "rạng", "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "giờ", "phút", "hồi", "diễn", "vừa", "trên",
    ];
    const SEVERAL: [&str; 6] = ["hai vụ", "các vụ", "nhiều vụ", "những vụ", "vụ khác", "trước đó"];
    /// The longest time between two days that may be a slip.
    const APART: i64 = 3;
    let mut told: Vec<&Point> = Vec::new();
    for sentence in sentences {
        for (at, _) in sentence.lower.match_indices(case) {
            let end = sentence.range.start + at + case.len();
            let point = sentence.points.iter().find(|point| point.range.start >= end);
            let Some(point) = point.filter(|point| point.day.is_some() && point.months.is_some()) else { continue };
            let link = sentence.between(end..point.range.start);
            let mut words = link.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            if link.len() < 60 && words.all(|word| JOINTS.contains(&word)) {
                told.push(point);
            }
        }
    }
    let (one, rest) = told.split_first()?;
    let year = one.year.or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let several = SEVERAL.iter().any(|word| proof.lower().contains(word));
    let other = rest.iter().find(|other| {
        let days = one.first(year).zip(other.first(year));
        days.is_some_and(|(one, other)| (1..=APART).contains(&(one.ordinal() - other.ordinal()).abs()))
    })?;
    (!several).then(|| twice(proof, case, (one, other)))
}

/// One act with two days.
pub(super) fn twice(proof: &Proof, act: &str, (first, then): (&Point, &Point)) -> Diagnostic {
    let text = proof.plain();
    let fault = proof.fault("time-course", both(text, &first.range, &then.range)).with("act", act);
    let fault = fault.with("first", &text[first.range.clone()]).with("then", &text[then.range.clone()]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.act";
    fault
}

/// The first words behind an act, in one clause.
fn words_behind(rest: &str) -> Option<String> {
    let clause = rest.split([',', '.', ';', '(', ':', '\n']).next()?;
    let words: Vec<&str> = clause.split_whitespace().take(SAME).collect();
    let plain = words.len() == SAME && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'));
    (plain && !matches!(words[0], "vào" | "ngày" | "trong" | "và" | "tại" | "từ")).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn acts_with_two_days() {
        for (text, told) in [
            (
                "Ngày 12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Quê diễn ra ngày 15/5 tại sân.",
                Some("12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Quê diễn ra ngày 15/5"),
            ),
            ("Ngày 12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Quê diễn ra ngày 12/5 tại sân.", None),
            ("Ngày 12/5, huyện khai mạc Hội chợ Quê. Buổi lễ khai mạc Hội chợ Tết diễn ra ngày 15/5 tại sân.", None),
            ("Ban đầu, ngày 12/5 khai mạc Hội chợ Quê. Nay khai mạc Hội chợ Quê ngày 15/5 tại sân.", None),
            (
                "Sáng 15/9, liên hoan tiếng hát của huyện khai mạc tại sân. Theo ban tổ chức, liên hoan khai mạc ngày 16/9.",
                Some(
                    "15/9, liên hoan tiếng hát của huyện khai mạc tại sân. Theo ban tổ chức, liên hoan khai mạc ngày 16/9",
                ),
            ),
            (
                "Sáng 15/9, liên hoan tiếng hát của huyện khai mạc tại sân. Vòng sau của liên hoan khai mạc ngày 16/9.",
                None,
            ),
            (
                "Vụ cháy xảy ra khoảng 20 giờ ngày 13/3 tại xưởng. Sau vụ cháy tối 14/3, xưởng đóng cửa.",
                Some("13/3 tại xưởng. Sau vụ cháy tối 14/3"),
            ),
            (
                "Vụ cháy xảy ra khoảng 20 giờ ngày 13/3 tại xưởng. Hai vụ cháy là vụ cháy tối 13/3 và vụ cháy tối 14/3.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
