//! One person whose name is told again with one word of it another — *anh Đinh Ngọc Quyết … anh Đinh Ngọc Quyến*, *Phạm Anh Tuấn,
//! Chủ tịch … Chủ tịch Phạm Tuấn Anh*: both are called or titled the same way, and the later one is told once, as known.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::offices::RANKS;
use super::{held, is_near};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::fold::fold;

/// Words before a name that say who is meant.
const CALLED: [&str; 30] = [
    "anh",
    "chị",
    "ông",
    "bà",
    "em",
    "cháu",
    "cô",
    "chú",
    "bác",
    "thầy",
    "bị cáo",
    "bị can",
    "đồng chí",
    "đ/c",
    "nạn nhân",
    "tài xế",
    "lái xe",
    "bác sĩ",
    "đối tượng",
    "nghi phạm",
    "nghệ nhân",
    "nghệ sĩ",
    "nhà giáo",
    "nhà báo",
    "luật sư",
    "liệt sĩ",
    "anh hùng",
    "cầu thủ",
    "vận động viên",
    "võ sĩ",
];

/// How close behind the first a name stands that is the same person's, in bytes.
const CLOSE: usize = 200;

/// So many names that part in one word are compared with one another.
const MOST: usize = 24;

/// A spelling of a name: its first place, how often it stands there, how its holder is called and titled.
struct Spelt<'p> {
    own: &'p str,
    first: &'p Range<usize>,
    count: usize,
    called: Vec<&'static str>,
    titles: Vec<(&'static str, bool)>,
}

/// Flags the spelling that stands once.
pub(super) fn check(proof: &Proof, persons: &HashMap<String, Vec<Range<usize>>>, faults: &mut Vec<Diagnostic>) {
    let mut groups: HashMap<String, Vec<&String>> = HashMap::new();
    for folded in persons.keys() {
        let words: Vec<&str> = folded.split(' ').collect();
        let mut sorted = words.clone();
        sorted[1..].sort_unstable();
        let blank = |at: usize| format!("{at} {} _ {}", words[..at].join(" "), words[at + 1..].join(" "));
        let keys = (0..words.len()).map(blank).chain([format!("= {}", sorted.join(" "))]);
        keys.for_each(|key| groups.entry(key).or_default().push(folded));
    }
    groups.retain(|_, group| (2..=MOST).contains(&group.len()));
    if groups.is_empty() {
        return;
    }
    let alone = alone(&proof.text);
    let mut told: Vec<(&Range<usize>, &Range<usize>)> = Vec::new();
    for (key, group) in &groups {
        let spelt: Vec<Spelt> = group.iter().filter_map(|folded| Spelt::read(proof, persons.get(*folded)?)).collect();
        for (at, a) in spelt.iter().enumerate() {
            for b in &spelt[at + 1..] {
                told.extend(one_person(proof, Pair { key, a, b, lone: spelt.len() == 2 }, &alone));
            }
        }
    }
    told.sort_by_key(|(slip, _)| slip.start);
    told.dedup_by_key(|(slip, _)| slip.start);
    for (slip, model) in told {
        let hint = Message::new("name-two-ways.hint").with("model", &proof.text[model.clone()]);
        faults.push(proof.fault("name-two-ways", slip.clone()).hint(hint));
    }
}

impl<'p> Spelt<'p> {
    fn read(proof: &'p Proof, places: &'p [Range<usize>]) -> Option<Self> {
        let called = |place: &Range<usize>| {
            let head = proof.lower()[..place.start].trim_end();
            let ends = |word: &&'static str| {
                head.strip_suffix(*word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
            };
            CALLED.into_iter().chain(RANKS).find(ends)
        };
        let first = places.first()?;
        Some(Spelt {
            own: &proof.text[first.clone()],
            first,
            count: places.len(),
            called: places.iter().filter_map(called).collect(),
            titles: places.iter().flat_map(|place| held::titles(proof, place)).collect(),
        })
    }

    fn last(&self) -> &'p str {
        self.own.rsplit(' ').next().unwrap_or_default()
    }
}

/// Two spellings that part in one word, or in the order of their words.
struct Pair<'s, 'p> {
    key: &'s str,
    a: &'s Spelt<'p>,
    b: &'s Spelt<'p>,
    /// Whether the text has no third one like them.
    lone: bool,
}

/// The slip and the model of a pair that is one person.
fn one_person<'p>(
    proof: &Proof,
    Pair { key, a, b, lone: two }: Pair<'_, 'p>,
    alone: &HashSet<&str>,
) -> Option<(&'p Range<usize>, &'p Range<usize>)> {
    let text = &proof.text;
    let (one, other) = if a.first.start < b.first.start { (a, b) } else { (b, a) };
    let (slip, model) = if one.count < other.count { (one, other) } else { (other, one) };
    let titled = one.titles.iter().any(|title| other.titles.contains(title));
    let alike = one.called.iter().any(|word| other.called.contains(word)) || titled;
    // Two names side by side in one sentence are two persons; one who is introduced anew is another.
    let apart = text[one.first.end..other.first.start].contains(['.', '\n']);
    let introduced = is_introduced(proof, slip.first) && !titled;
    let former = held::is_former(proof, slip.first) != held::is_former(proof, model.first);
    if !apart || introduced || former || slip.count > 1 || held::are_two(proof, slip.first, model.first) {
        return None;
    }
    let near = key.starts_with('=') || is_one_letter_apart(slip.own, model.own);
    // Of many that part in one word, as *Nguyễn Văn …* do, only those are one who are called and spelt alike.
    if !two {
        let found = near && alike && (titled || !slip.called.contains(&"đồng chí"));
        return found.then_some((slip.first, model.first));
    }
    let blank = key.starts_with(|c: char| c.is_ascii_digit()) && !key.starts_with('0');
    // *Đỗ Tiến Điệp … Bị can Đỗ Tiến Hiệp … Đỗ Tiến Điệp*: once only, among the same name told again and again.
    let lone = model.count > 1 && blank && is_any_letter_apart(slip.own, model.own);
    // *ông Nguyễn Nhân Chiến … Ông Nguyễn Nhân Chinh*: a rare middle word, and the same head of the last one.
    let close = alike && blank && (is_of_one_head(slip.own, model.own) || is_of_three_more(slip.own, model.own));
    // *Trần Trung Hiền … Hiền đến … Trần Trung Hiếu*: only one of the two is called by the last name.
    let by_name = near && alone.contains(model.last()) && !alone.contains(slip.last());
    // *Nguyễn Hoàng Phúc Lâm … Nguyễn Hoàng Phúc Lân*: of so long a name the rest says who is meant.
    let long = near && blank && is_of_three_more(slip.own, model.own);
    // *Trần Hữu Khoát vận chuyển gỗ. Khám xét nhà Trần Hữu Khoái*: told again right behind, with no word that he is another.
    let close = close
        || near && blank && text[one.first.end..other.first.start].len() < CLOSE && is_of_one_head(slip.own, model.own);
    (alike && near || lone || by_name || close || long).then_some((slip.first, model.first))
}

/// *Lê Văn Thoán, Trưởng ấp*: who is described behind the name is told for the first time; *Theo ông Lê Văn Thoán, năm nay* goes on.
fn is_introduced(proof: &Proof, name: &Range<usize>) -> bool {
    const FROM: [&str; 5] = ["theo", "với", "nhờ", "nghe", "gặp"];
    const DESCRIBED: [&str; 21] = [
        "trú",
        "ngụ",
        "ở ",
        "chủ ",
        "sinh",
        "sn",
        "quê",
        "người",
        "nguyên",
        "cán bộ",
        "giáo viên",
        "thôn",
        "xã",
        "ấp",
        "khu",
        "tổ",
        "hội viên",
        "đại diện",
        "con ông",
        "con bà",
        "học sinh",
    ];
    let text = proof.lower();
    let behind = text[name.end..].trim_start_matches(' ');
    let Some(clause) = behind.strip_prefix(", ") else { return behind.starts_with([',', '(', '-', '–']) };
    let mut before = text[..name.start].trim_end().rsplit([' ', '\n']);
    // *Khám xét nhà của Lê Văn Thoán, công an thu …*
    let owned = before.next() == Some("của");
    let head = before.next().unwrap_or_default();
    let described = held::title_at(clause).is_some() || DESCRIBED.iter().any(|word| clause.starts_with(word));
    described || !(owned || FROM.contains(&head)) || clause.starts_with(|c: char| c.is_ascii_digit())
}

/// *Nguyễn Ngọc Ánh Nguyệt, Nguyễn Ngọc Ánh Tuyết*: three words of four or more are the same, none of which all bear.
fn is_of_three_more(a: &str, b: &str) -> bool {
    const COMMON: [&str; 2] = ["Văn", "Thị"];
    let words = a.split(' ').count();
    words > 3 && b.split(' ').count() == words && !a.split(' ').any(|word| COMMON.contains(&word))
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
    a.len() == b.len() && head + tail + 1 == a.len() && !a[head..].contains(' ') && tail > 2
}

/// Names of as many words of which one is a letter off: *Quyết* and *Quyến*, *Tuấn* and *Toàn*.
fn is_one_letter_apart(a: &str, b: &str) -> bool {
    let mut other = a.split(' ').zip(b.split(' ')).filter(|(a, b)| a != b);
    let first = other.next();
    other.next().is_none() && first.is_some_and(|(a, b)| a.chars().count() >= 3 && is_near(a, b))
}
