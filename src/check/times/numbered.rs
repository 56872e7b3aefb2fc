//! The numbers of one body's terms — *khóa IX, nhiệm kỳ 2018 - 2023*, *lần thứ X, nhiệm kỳ 2023 - 2028*: in one text each number
//! has its years, and the next number the next years.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::check::spans::two_years;
use crate::diag::{Diagnostic, Message};
use crate::viet::roman;
use crate::viet::seek::seek;

/// Bodies that number their terms, each with its short form.
const BODIES: [(&str, &str); 15] = [
    ("quốc hội", "quốc hội"),
    ("đồng nhân dân", "hđnd"),
    ("hđnd", "hđnd"),
    ("ban nhân dân", "ubnd"),
    ("ubnd", "ubnd"),
    ("trận tổ quốc", "mttq"),
    ("mttq", "mttq"),
    ("hội nông dân", "hội nông dân"),
    ("hiệp phụ nữ", "phụ nữ"),
    ("hội lhpn", "phụ nữ"),
    ("cựu chiến binh", "cựu chiến binh"),
    ("đoàn tncs", "đoàn"),
    ("đoàn lao động", "công đoàn"),
    ("công đoàn", "công đoàn"),
    ("đảng bộ", "đảng bộ"),
];

/// Their levels; where none is told, nobody can say which body of its kind is meant.
const LEVELS: [&str; 9] = ["tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "phường", "xã", "việt nam"];

/// How far before its number a body is looked for, in letters.
const FAR: usize = 110;

/// The years from one term to the next.
const STEP: u16 = 5;

/// A body: its kind, its level, its place if one is told.
#[derive(Clone, PartialEq, Eq)]
struct Body {
    kind: &'static str,
    level: &'static str,
    place: String,
}

/// A term with its number.
struct Term {
    range: Range<usize>,
    number: u32,
    first: u16,
    /// None of a committee that is told without its body.
    body: Option<Body>,
    committee: bool,
}

/// Checks all numbered terms of a text against each other.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut terms = terms(proof);
    if terms.len() < 2 {
        return;
    }
    // *Ban Chấp hành khóa IX*: of the one body of whose committee the text tells.
    let named = terms.iter().filter(|term| term.committee).filter_map(|term| term.body.clone());
    let named = named.fold(Vec::new(), |mut all: Vec<Body>, body| {
        if !all.contains(&body) {
            all.push(body);
        }
        all
    });
    if let [own] = &named[..] {
        terms
            .iter_mut()
            .filter(|term| term.body.is_none() && term.committee)
            .for_each(|term| term.body = Some(own.clone()));
    }
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for one in 0..terms.len() {
        for other in one + 1..terms.len() {
            if is_one_body(&terms, one, other) && disagree(&terms[one], &terms[other]) {
                let (slip, model) = slip(&terms, one, other);
                if told.insert(slip) {
                    faults.push(fault(proof, &terms[slip], &terms[model]));
                }
            }
        }
    }
}

fn fault(proof: &Proof, slip: &Term, model: &Term) -> Diagnostic {
    let mut fault = proof.fault("term-years", slip.range.clone()).with("other", &proof.plain()[model.range.clone()]);
    fault.message.id = "term-years.numbered";
    fault.hint(Message::new("term-years.hint.numbered"))
}

/// The numbered terms of a text.
fn terms(proof: &Proof) -> Vec<Term> {
    let (text, lower) = (proof.plain(), proof.lower());
    let term = |(at, word): (usize, &str)| {
        let from = at + word.len();
        let (first, last, rest) = two_years(&text[from..])?;
        let head = lower[..at].trim_end_matches([' ', ',', '(', '\u{a0}']);
        let (start, number, tail) = number(text, head)?;
        let before = head[..start].trim_end();
        let before = ["khóa", "khoá", "lần thứ"].iter().find_map(|word| before.strip_suffix(word))?;
        let far = before.char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
        let from = before[far..].rfind(['.', ';', ':', '\n']).map_or(far, |stop| far + stop + 1);
        let words = &before[from..];
        let term = Term {
            range: before.len()..text.len() - rest.len(),
            number,
            first,
            // *Đại hội lần thứ 10 Công đoàn tỉnh, nhiệm kỳ 2018 - 2023*
            body: body(&head[tail..], &text[tail..head.len()]).or_else(|| body(words, &text[from..before.len()])),
            committee: words.contains("ban chấp hành") || words.contains("bch "),
        };
        (last > first).then_some(term)
    };
    seek(lower, "nhiệm kỳ ").filter_map(term).collect()
}

/// The number of a term at the end of some words, or with its body behind it: where it begins, which it is, and where it ends.
fn number(text: &str, head: &str) -> Option<(usize, u32, usize)> {
    /// How far before its years a number is looked for, in bytes.
    const NEAR: usize = 70;
    let floor = head.ceil_char_boundary(head.len().saturating_sub(NEAR));
    let lead =
        ["khóa ", "khoá ", "lần thứ "].iter().filter_map(|word| Some(head[floor..].rfind(word)? + word.len())).max()?;
    let start = floor + lead;
    let length = head[start..].find([' ', ',', '\u{a0}']).unwrap_or(head.len() - start);
    let own = &text[start..start + length];
    let number = roman::value(own).or_else(|| own.parse().ok()).filter(|number| (1..60).contains(number))?;
    let tail = &head[start + length..];
    (!tail.contains([',', '.', ';', ':', '(', '\n'])).then_some((start, number, start + length))
}

/// The last body of some words, in small letters and as they stand.
fn body(words: &str, text: &str) -> Option<Body> {
    let (at, name, kind) = BODIES.iter().filter_map(|(name, kind)| Some((words.rfind(name)?, *name, *kind))).max()?;
    let from = at + name.len();
    // *MTTQ Việt Nam huyện*: the last level is the body's.
    let whole = |at: usize, level: &str| {
        words[..at].ends_with([' ', '.']) && !words[at + level.len()..].starts_with(char::is_alphanumeric)
    };
    let levels = LEVELS.iter().filter_map(|level| Some((from + words[from..].rfind(level)?, *level)));
    let Some((at, level)) = levels.filter(|(at, level)| whole(*at, level)).max() else {
        return Some(Body { kind, level: "", place: String::new() });
    };
    let behind = text.get(at + level.len()..)?;
    let place: Vec<&str> = behind.split_whitespace().take_while(|word| word.starts_with(char::is_uppercase)).collect();
    let level = if level == "tp" { "thành phố" } else { level };
    Some(Body { kind, level, place: place.join(" ").to_lowercase() })
}

/// Whether two terms are of one body: a place that is left out is the one place of which the text tells.
fn is_one_body(terms: &[Term], one: usize, other: usize) -> bool {
    let (Some(a), Some(b)) = (&terms[one].body, &terms[other].body) else { return false };
    // Where no level is told, the text must tell of one body of the kind.
    let levels = || terms.iter().filter_map(|term| term.body.as_ref()).map(|body| body.level).collect::<BTreeSet<_>>();
    let same = a.kind == b.kind && a.level == b.level && (!a.level.is_empty() || levels().len() == 1);
    let places = || {
        let own = terms.iter().filter_map(|term| term.body.as_ref()).filter(|body| body.level == a.level);
        own.filter(|body| !body.place.is_empty()).map(|body| &body.place).collect::<BTreeSet<_>>().len()
    };
    same && (a.place == b.place || ((a.place.is_empty() || b.place.is_empty()) && places() < 2))
}

/// One number with two spans of years, two numbers with one, or numbers that do not go up with the years. A body that was
/// founded anew counts from I again.
fn disagree(one: &Term, other: &Term) -> bool {
    let (early, late) = if one.first <= other.first { (one, other) } else { (other, one) };
    let (years, numbers) = (late.first - early.first, i64::from(late.number) - i64::from(early.number));
    let anew = years > 0 && (late.number == 1 || early.number == 1);
    // After ten years the next number but one.
    let turns = i64::from(years / STEP);
    let regular = years % STEP == 0 && (1..=2).contains(&turns);
    !anew && if regular { numbers != turns } else { (years == 0) != (numbers == 0) || numbers < 0 && years > 0 }
}

/// Of two terms the one that the text tells less often and the other; of equally many, the lower number with the same
/// years, *khóa IX* beside *khóa X*, else the later one.
fn slip(terms: &[Term], one: usize, other: usize) -> (usize, usize) {
    let count = |at: usize| {
        let same = |term: &&Term| term.number == terms[at].number && term.first == terms[at].first;
        terms.iter().filter(same).count()
    };
    let lower = terms[one].first == terms[other].first && terms[one].number < terms[other].number;
    match count(one).cmp(&count(other)) {
        std::cmp::Ordering::Less => (one, other),
        std::cmp::Ordering::Equal if lower => (one, other),
        _ => (other, one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_terms() {
        for (text, told) in [
            (
                "MTTQ huyện khóa XI, nhiệm kỳ 2019 - 2024; MTTQ huyện khóa IX, nhiệm kỳ 2019 – 2024. Bầu MTTQ huyện khóa IX, nhiệm kỳ 2019 - 2024.",
                Some("khóa XI, nhiệm kỳ 2019 - 2024"),
            ),
            (
                "Đại hội Hội Nông dân xã A lần thứ XII, nhiệm kỳ 2023 - 2028. Nghị quyết Hội Nông dân xã A khóa IX, nhiệm kỳ 2018 - 2023.",
                Some("khóa IX, nhiệm kỳ 2018 - 2023"),
            ),
            (
                "Đại hội Hội Nông dân huyện A lần thứ XII, nhiệm kỳ 2023 - 2028. Nghị quyết Hội Nông dân huyện A khóa XI, nhiệm kỳ 2013 - 2018.",
                Some("khóa XI, nhiệm kỳ 2013 - 2018"),
            ),
            (
                "Đại hội Hội Nông dân xã A lần thứ XII, nhiệm kỳ 2023 - 2028. Nghị quyết Hội Nông dân xã A khóa XI, nhiệm kỳ 2018 - 2023.",
                None,
            ),
            (
                "Báo cáo của Ban Chấp hành khóa IX, nhiệm kỳ 2023-2028; bầu Ban Chấp hành Hội Nông dân tỉnh A khóa X, nhiệm kỳ 2023-2028.",
                Some("khóa IX, nhiệm kỳ 2023-2028"),
            ),
            (
                "Bầu UBND huyện khóa XX, nhiệm kỳ 2021-2026. Bầu UBND huyện A khóa XX, nhiệm kỳ 2016-2021.",
                Some("khóa XX, nhiệm kỳ 2016-2021"),
            ),
            ("Bầu HĐND huyện A khóa XX, nhiệm kỳ 2021-2026. Bầu HĐND huyện B khóa XI, nhiệm kỳ 2021-2026.", None),
            (
                "Bầu Quốc hội khóa XV và HĐND tỉnh khóa XX, nhiệm kỳ 2021-2026; HĐND xã khóa IX, nhiệm kỳ 2021-2026.",
                None,
            ),
            (
                "Đại hội Công đoàn tỉnh lần thứ 11 (nhiệm kỳ 2023 – 2028) đã họp. Nghị quyết Đại hội lần thứ 10 Công đoàn tỉnh, nhiệm kỳ 2013-2018.",
                Some("lần thứ 10 Công đoàn tỉnh, nhiệm kỳ 2013-2018"),
            ),
            (
                "Đại hội Công đoàn tỉnh lần thứ 11 (nhiệm kỳ 2023 – 2028) đã họp. Nghị quyết Đại hội lần thứ 10 Công đoàn tỉnh, nhiệm kỳ 2018-2023.",
                None,
            ),
            ("Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030; Đảng bộ xã lần thứ XII, nhiệm kỳ 2020 - 2025.", None),
            (
                "Kiểm điểm Ban Chấp hành công đoàn lần thứ III, nhiệm kỳ 2012 - 2017; phương hướng công đoàn lần thứ III, nhiệm kỳ 2017 - 2022.",
                Some("lần thứ III, nhiệm kỳ 2017 - 2022"),
            ),
            (
                "Kiểm điểm Ban Chấp hành công đoàn lần thứ II, nhiệm kỳ 2012 - 2017; phương hướng công đoàn lần thứ III, nhiệm kỳ 2017 - 2022.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
