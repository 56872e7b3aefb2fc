//! One person, one spelling: *Nguyễn Thị Hồng Thấm* here and *Nguyễn Thị Hồng Thắm* there.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{held, one_person};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::capital::SURNAMES;
use crate::viet::fold::fold;
use crate::viet::letter::{is_letter, lower};
use crate::viet::place;
use crate::viet::tone::{Style, restyle};
use crate::viet::unicode::nfc;

/// The words of a full name.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=5;

/// Flags the rarer spelling of a name; of equally many, the later one.
pub(super) fn check(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    // A name that is a value of its own is somebody of a list: the rules on the archive compare those.
    let (listed, told): (Vec<_>, Vec<_>) =
        names.iter().cloned().partition(|range| proof.value_at(range.start) == *range);
    let listed: HashSet<&str> = listed.into_iter().map(|range| &proof.text[range]).collect();
    let mut persons: HashMap<String, Vec<Range<usize>>> = HashMap::new();
    for range in told.into_iter().filter(|range| !listed.contains(&proof.text[range.clone()])) {
        persons.entry(fold(&proof.text[range.clone()])).or_default().push(range);
    }
    one_person::check(proof, &persons, faults);
    small_letters(proof, names, faults);
    let mut spelt: Vec<&Vec<Range<usize>>> = persons.values().filter(|places| places.len() > 1).collect();
    spelt.sort_by_key(|places| places[0].start);
    for places in spelt {
        if places.windows(2).any(|pair| are_two(proof, &pair[0], &pair[1])) {
            continue;
        }
        let mut counts: HashMap<String, usize> = HashMap::new();
        for place in places {
            *counts.entry(nfc(&proof.text[place.clone()]).into_owned()).or_default() += 1;
        }
        let common = |place: &&Range<usize>| counts.get(&*nfc(&proof.text[(*place).clone()])).copied();
        let Some(model) = places.iter().rev().max_by_key(common).filter(|_| counts.len() > 1) else { continue };
        // Of two names that stand twice each, each is somebody's.
        if counts.len() == 2 && counts.values().all(|count| *count > 1 && count * 2 == places.len()) {
            continue;
        }
        let own = nfc(&proof.text[model.clone()]);
        for place in places.iter().filter(|place| nfc(&proof.text[(*place).clone()]) != own) {
            let hint = Message::new("name-two-ways.hint").with("model", &own);
            faults.push(proof.fault("name-two-ways", place.clone()).hint(hint));
        }
    }
}

/// *Lê Văn Bình, Lê Văn Bính*, *Giám đốc Lê Văn Bình … Phó Giám đốc Lê Văn Bính*: side by side they are two, brothers perhaps, and
/// with two posts they are two; *Hòa* and *Hoà* are one.
fn are_two(proof: &Proof, one: &Range<usize>, other: &Range<usize>) -> bool {
    let form = |name: &Range<usize>| restyle(&proof.text[name.clone()].to_lowercase(), Style::FirstVowel);
    if form(one) == form(other) {
        return false;
    }
    let between = &proof.text[one.end..other.start];
    let clause = !between.contains([';', '\n', ':']) && !between.contains(". ");
    let joined = [", ", " và "].contains(&between) || clause && (between.contains(" và ") || between.contains(','));
    joined || held::are_two(proof, one, other)
}

/// *bà Tôn Nữ Hồng Châu … bà Tôn Nữ hồng Châu*: a person who is told elsewhere, with a small letter in the name.
fn small_letters(proof: &Proof, names: &[Range<usize>], faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let known: HashMap<String, &Range<usize>> =
        names.iter().map(|name| (text[name.clone()].to_lowercase(), name)).collect();
    let first = |name: &str| lower(name.split([' ', '\n', '\u{a0}']).next().unwrap_or_default());
    let heads: HashSet<String> = known.keys().map(|name| first(name)).collect();
    let start = text.as_ptr() as usize;
    let words: Vec<&str> = text.split([' ', '\n', '\u{a0}']).collect();
    for at in 0..words.len() {
        if !words[at].starts_with(char::is_uppercase) || !heads.contains(&lower(words[at])) {
            continue;
        }
        for length in LENGTH {
            let Some(run) = words.get(at..at + length) else { break };
            let last = run[length - 1].trim_end_matches(|c: char| !is_letter(c));
            let from = run[0].as_ptr() as usize - start;
            let range = from..last.as_ptr() as usize - start + last.len();
            let small = run[1..].iter().any(|word| word.starts_with(char::is_lowercase));
            let own = text.get(range.clone()).filter(|_| small && !last.is_empty()).unwrap_or_default();
            if let Some(model) = known.get(&lower(own)) {
                let hint = Message::new("name-two-ways.hint").with("model", &text[(*model).clone()]);
                faults.push(proof.fault("name-two-ways", range).hint(hint));
            }
        }
    }
}

/// Words before a name.
const CALLED: [&str; 6] = ["anh", "chị", "ông", "bà", "em", "cháu"];

/// The full names of a text: three to five capital words from a surname on, or those of a name that is known from
/// elsewhere in the text.
pub(super) fn names(text: &str) -> Vec<Range<usize>> {
    let runs = runs(text);
    let mut found: Vec<Range<usize>> = runs.iter().filter_map(|run| name(text, run)).collect();
    let known: HashSet<&str> = found.iter().map(|name| &text[name.clone()]).collect();
    let again = runs.iter().filter(|run| name(text, run).is_none()).filter_map(|run| {
        let mut tails = LENGTH.filter_map(|length| Some(run[run.len().checked_sub(length)?].start..run.last()?.end));
        tails.find(|tail| known.contains(&text[tail.clone()]))
    });
    let again: Vec<Range<usize>> = again.collect();
    found.extend(again);
    found.sort_by_key(|name| name.start);
    found
}

/// The runs of capital words of a text, each in one phrase.
fn runs(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut found = Vec::new();
    let mut run: Vec<Range<usize>> = Vec::new();
    let start = text.as_ptr() as usize;
    for word in text.split([' ', '\n', '\u{a0}']) {
        let at = word.as_ptr() as usize - start;
        let bare = word.trim_matches(|c: char| !is_letter(c));
        let lead = word.find(is_letter).unwrap_or(0);
        let mut letters = bare.chars();
        let capital = letters.next().is_some_and(char::is_uppercase) && letters.clone().all(char::is_lowercase);
        // *Tráng A Chớ*: one letter may be a word of a name, not its first.
        let capital = capital && (bare.len() > 1 || !run.is_empty());
        let apart = text[..at].ends_with('\n') || lead > 0;
        if !capital || apart {
            found.push(std::mem::take(&mut run));
        }
        if capital {
            run.push(at + lead..at + lead + bare.len());
            if lead + bare.len() < word.len() {
                found.push(std::mem::take(&mut run));
            }
        }
    }
    found.push(run);
    found.retain(|run| !run.is_empty());
    found
}

/// Surnames that are other words too: only at the head of a run of capital words, before a word that names have there.
const RARE: [&str; 32] = [
    "lưu", "chu", "đàm", "kiều", "triệu", "doãn", "nghiêm", "đậu", "khuất", "hứa", "lò", "vi", "giàng", "sùng", "thào",
    "nông", "bạch", "thạch", "tống", "diệp", "lại", "ninh", "từ", "la", "mạc", "lục", "thân", "tôn", "vàng", "phí",
    "cù", "hồng",
];

/// Words behind such a surname.
const MIDDLE: [&str; 28] = [
    "văn", "thị", "đức", "hữu", "ngọc", "minh", "thanh", "quang", "xuân", "đình", "quốc", "công", "thế", "tiến",
    "mạnh", "kim", "thu", "mỹ", "anh", "hoàng", "trọng", "duy", "bá", "tuấn", "việt", "chí", "hồng", "như",
];

fn name(text: &str, run: &[Range<usize>]) -> Option<Range<usize>> {
    let word = |range: &Range<usize>| lower(&text[range.clone()]);
    let calls = |word: &str| CALLED.contains(&word);
    // *bà Tôn Nữ Hồng Châu*: a rare surname is known by the word before it.
    let called = || {
        let first = run.first()?;
        let before = text[..first.start].trim_end().rsplit([' ', '\n', '(']).next()?.to_lowercase();
        if calls(&word(first)) { Some(1) } else { calls(&before).then_some(0) }
    };
    let is_surname = |range: &Range<usize>| SURNAMES.contains(&word(range).as_str());
    let surname = || {
        let at = run.iter().position(is_surname)?;
        // *tỉnh Thái Bình Nguyễn Văn Ba*: the name of a province is none of a person.
        let province = run.get(at + 2).is_some_and(is_surname) && run.len() > at + 4;
        let province = province && place::official_name(&text[run[at].start..run[at + 1].end]).is_some();
        Some(if province { at + 2 } else { at })
    };
    let rare =
        || (RARE.contains(&word(run.first()?).as_str()) && MIDDLE.contains(&word(run.get(1)?).as_str())).then_some(0);
    let from = called().or_else(rare).or_else(surname)?;
    let words = &run[from..];
    LENGTH.contains(&words.len()).then(|| words[0].start..words[words.len() - 1].end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons() {
        for (text, told) in [
            ("bà Nguyễn Thị Hồng Thấm dự; bà Nguyễn Thị Hồng Thắm nói", &["Nguyễn Thị Hồng Thắm"][..]),
            ("bà Nguyễn Thị Hồng Thấm dự; bà Nguyễn Thị Hồng Thấm nói", &[]),
            ("ông Lê Văn Hòa; ông Lê Văn Hoà; ông Lê Văn Hòa", &["Lê Văn Hoà"]),
            ("anh Lê Văn Bình (35 tuổi) và anh Lê Văn Bính (32 tuổi) dự", &[]),
            ("Giám đốc Sở Lê Văn Bình dự. Phó Giám đốc Sở Lê Văn Bính nói", &[]),
            ("Phó Chủ tịch UBND tỉnh Bùi Định Long nói. Đồng chí Bùi Đình Long nghe", &["Bùi Đình Long"]),
            ("các ông Lê Văn Bình, Lê Văn Bính và bà con; ông Lê Văn Bính nói", &[]),
            ("ông Lê Văn Hòa, Trần Văn Hòa và Lê Văn Hòa", &[]),
            ("Nhà ông Lê Văn Thoát ở đầu xóm. Nay ông Lê Văn Thoáng còn giúp bà con", &[]),
            ("Nhà ông Lê Văn Thoát ở đầu xóm. Nay ông Lê Văn Thoán còn giúp bà con", &["Lê Văn Thoán"]),
            ("Nhà ông Lê Văn Thoát ở đầu xóm. Nay ông Lê Văn Thoán, Trưởng ấp, nói", &[]),
            ("Ông Phạm Anh Tuấn, Chủ tịch UBND xã, dự. Chủ tịch UBND xã Phạm Tuấn Anh nói", &["Phạm Tuấn Anh"]),
            ("Ông Phạm Anh Tuấn, Chủ tịch UBND xã, dự. Phó Chủ tịch UBND xã Phạm Tuấn Anh nói", &[]),
            (
                "Bắt Đỗ Tiến Điệp (SN 1994). Bị can Đỗ Tiến Hiệp khai báo. Trước đó, Đỗ Tiến Điệp lái xe",
                &["Đỗ Tiến Hiệp"],
            ),
            ("Bắt Đỗ Tiến Điệp (SN 1994). Bị can Đỗ Tiến Hiệp (SN 1996) khai. Trước đó, Đỗ Tiến Điệp lái xe", &[]),
            ("Có bà Tôn Nữ Hồng Châu dự; Bà Tôn Nữ hồng Châu nói", &["Tôn Nữ hồng Châu"]),
            ("Giám đốc Sở Lê Minh Hưng dự. Giám đốc Lê Minh Hùng nói", &["Lê Minh Hùng"]),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &names(text), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, told, "{text}");
        }
    }
}
