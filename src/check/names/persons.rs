//! One person, one spelling: *Nguyễn Thị Hồng Thấm* here and *Nguyễn Thị Hồng Thắm* there.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{is_near, titles};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::capital::SURNAMES;
use crate::viet::fold::fold;
use crate::viet::letter::{is_letter, lower};
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
    nearly_one(proof, &persons, faults);
    small_letters(proof, names, faults);
    let mut spelt: Vec<&Vec<Range<usize>>> = persons.values().filter(|places| places.len() > 1).collect();
    spelt.sort_by_key(|places| places[0].start);
    for places in spelt {
        // *Lê Văn Bình, Lê Văn Bính*: side by side they are two, brothers perhaps.
        let listed = |pair: &[Range<usize>]| [", ", " và "].contains(&&proof.text[pair[0].end..pair[1].start]);
        if places.windows(2).any(listed) {
            continue;
        }
        let mut counts: HashMap<String, usize> = HashMap::new();
        for place in places {
            *counts.entry(nfc(&proof.text[place.clone()]).into_owned()).or_default() += 1;
        }
        let common = |place: &&Range<usize>| counts.get(&*nfc(&proof.text[(*place).clone()])).copied();
        let Some(model) = places.iter().rev().max_by_key(common).filter(|_| counts.len() > 1) else { continue };
        let own = nfc(&proof.text[model.clone()]);
        for place in places.iter().filter(|place| nfc(&proof.text[(*place).clone()]) != own) {
            let hint = Message::new("name-two-ways.hint").with("model", &own);
            faults.push(proof.fault("name-two-ways", place.clone()).hint(hint));
        }
    }
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

/// A spelling of a name: its first place, how often it stands there, how its holder is called and titled.
struct Spelt<'t> {
    first: &'t Range<usize>,
    count: usize,
    called: Vec<&'static str>,
    titles: Vec<(&'static str, bool)>,
}

/// Words before a name.
const CALLED: [&str; 6] = ["anh", "chị", "ông", "bà", "em", "cháu"];

/// *anh Đinh Ngọc Quyết … anh Đinh Ngọc Quyến*, *Phạm Anh Tuấn, Chủ tịch … Chủ tịch Phạm Tuấn Anh*: one syllable is a
/// letter off or two have changed places, both are called or titled the same way, and the later one is told once.
fn nearly_one(proof: &Proof, persons: &HashMap<String, Vec<Range<usize>>>, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let mut groups: HashMap<String, Vec<Spelt>> = HashMap::new();
    for (folded, places) in persons {
        let Some(first) = places.first() else { continue };
        let words: Vec<&str> = folded.split(' ').collect();
        let mut sorted = words.clone();
        sorted[1..].sort_unstable();
        let mut keys = vec![format!("= {}", sorted.join(" "))];
        keys.extend(
            (1..words.len()).map(|at| format!("{at} {} _ {}", words[..at].join(" "), words[at + 1..].join(" "))),
        );
        let called = |place: &Range<usize>| {
            let word =
                text[..place.start].trim_end().rsplit([' ', '\n', '(']).next().unwrap_or_default().to_lowercase();
            CALLED.into_iter().find(|one| *one == word)
        };
        let spelt = || Spelt {
            first,
            count: places.len(),
            called: places.iter().filter_map(called).collect(),
            titles: places.iter().flat_map(|place| titles::of(text, place)).collect(),
        };
        keys.into_iter().for_each(|key| groups.entry(key).or_default().push(spelt()));
    }
    let alone = alone(text);
    let mut told: Vec<(&Range<usize>, &Range<usize>)> = Vec::new();
    for (key, group) in groups.iter().filter(|(_, group)| group.len() == 2) {
        let [a, b] = &group[..] else { continue };
        let (one, other) = if a.first.start < b.first.start { (a, b) } else { (b, a) };
        let (slip, model) = if one.count < other.count { (one, other) } else { (other, one) };
        let titled = one.titles.iter().any(|title| other.titles.contains(title));
        let alike = one.called.iter().any(|word| other.called.contains(word)) || titled;
        // Two names side by side in one sentence are two persons; one who is introduced anew is another.
        let apart = text[one.first.end..other.first.start].contains(['.', '\n']);
        let behind = text[slip.first.end..].trim_start_matches(' ');
        let introduced = behind.starts_with([',', '(', '-', '–']) && !titled;
        let near = key.starts_with('=') || is_one_letter_apart(&text[one.first.clone()], &text[other.first.clone()]);
        // *Đỗ Tiến Điệp … Bị can Đỗ Tiến Hiệp … Đỗ Tiến Điệp*: once only, among the same name told again and again.
        let lone = model.count > 1 && key.starts_with(|c: char| c.is_ascii_digit());
        let lone = lone && is_any_letter_apart(&text[one.first.clone()], &text[other.first.clone()]);
        // *ông Nguyễn Nhân Chiến … Ông Nguyễn Nhân Chinh*: a rare middle word, and the same head of the last one.
        let close = alike && key.starts_with(|c: char| c.is_ascii_digit());
        let close = close && is_of_one_head(&text[one.first.clone()], &text[other.first.clone()]);
        // *Trần Trung Hiền … Hiền đến … Trần Trung Hiếu*: only one of the two is called by the last name.
        let last = |spelt: &Spelt| text[spelt.first.clone()].rsplit(' ').next().unwrap_or_default();
        let by_name = near && alone.contains(last(model)) && !alone.contains(last(slip));
        if (alike && near || lone || by_name || close) && apart && !introduced && slip.count == 1 {
            told.push((slip.first, model.first));
        }
    }
    told.sort_by_key(|(slip, _)| slip.start);
    told.dedup_by_key(|(slip, _)| slip.start);
    for (slip, model) in told {
        let hint = Message::new("name-two-ways.hint").with("model", &text[model.clone()]);
        faults.push(proof.fault("name-two-ways", slip.clone()).hint(hint));
    }
}

/// Names that part in their last words alone, which begin with the same two letters, behind a middle word that few bear.
fn is_of_one_head(a: &str, b: &str) -> bool {
    const COMMON: [&str; 6] = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Thanh"];
    let (Some((rest, a)), Some((other, b))) = (a.rsplit_once(' '), b.rsplit_once(' ')) else { return false };
    let middle = rest.rsplit(' ').next().unwrap_or_default();
    let (a, b) = (fold(a), fold(b));
    let head = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    rest == other && head > 1 && a.len().abs_diff(b.len()) < 2 && !COMMON.contains(&middle)
}

/// The capital words of a text that stand alone inside a sentence: *Đến tối, Hiền đã đến*.
fn alone(text: &str) -> HashSet<&str> {
    let words: Vec<&str> = text.split([' ', '\n', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let capital = |word: &str| word.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(char::is_uppercase);
    let mut found = HashSet::new();
    for (at, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        let parted = |word: &str| word.ends_with([',', '.', ';', ':', ')']);
        let before = at.checked_sub(1).map(|at| words[at]);
        let first = before.is_none_or(|word| !capital(word) || parted(word));
        let last = parted(word) || words.get(at + 1).is_none_or(|next| !capital(next));
        if bare.starts_with(char::is_uppercase) && first && last {
            found.insert(bare);
        }
    }
    found
}

/// Names that are one letter apart, marks aside, in their last word: *Điệp* and *Hiệp*.
fn is_any_letter_apart(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let head = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let tail = a.bytes().rev().zip(b.bytes().rev()).take_while(|(a, b)| a == b).count();
    a.len() == b.len() && head + tail + 1 == a.len() && !a[head..].contains(' ') && tail > 1
}

/// Names of as many words of which one is a letter off: *Quyết* and *Quyến*, *Tuấn* and *Toàn*.
fn is_one_letter_apart(a: &str, b: &str) -> bool {
    let mut other = a.split(' ').zip(b.split(' ')).filter(|(a, b)| a != b);
    let first = other.next();
    other.next().is_none() && first.is_some_and(|(a, b)| a.chars().count() >= 3 && is_near(a, b))
}

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

fn name(text: &str, run: &[Range<usize>]) -> Option<Range<usize>> {
    let word = |range: &Range<usize>| lower(&text[range.clone()]);
    let calls = |word: &str| CALLED.contains(&word);
    // *bà Tôn Nữ Hồng Châu*: a rare surname is known by the word before it.
    let called = || {
        let first = run.first()?;
        let before = text[..first.start].trim_end().rsplit([' ', '\n', '(']).next()?.to_lowercase();
        if calls(&word(first)) { Some(1) } else { calls(&before).then_some(0) }
    };
    let surname = || run.iter().position(|range| SURNAMES.contains(&word(range).as_str()));
    let from = called().or_else(surname)?;
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
