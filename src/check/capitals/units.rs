//! Names of places of which one word has lost its capital — *xã tân Lập*, *huyện Mỹ đức*: behind the noun of a unit stands no
//! word that could be another.

use std::collections::HashSet;
use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::letter::{is_letter, lower};
use crate::viet::place::provinces_of;
use crate::viet::seek::seek;
use crate::viet::sentence::upper_first;
use crate::viet::spell::lexicon::{Id, Lexicon, Pair};

/// The nouns of units; of the first four the names are known.
const NOUNS: [&str; 9] = ["huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thị trấn", "thôn", "ấp"];
const KNOWN: usize = 4;

/// Words counted oftener outside of others (logarithm), or of which more stand without another half behind them (negative
/// logarithm of the share), may stand behind any noun: *xã giáp Lào*.
const FREE: f32 = 3.6;
const BOUND: f32 = 1.3;

/// So often two words were counted that go together.
const COMMON: f32 = 3.0;

/// Words that stand side by side so much oftener than by chance are a phrase (logarithm).
const CHANCE: f32 = 1.5;

/// Flags names of two words of which only one has its capital.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    alone(proof, faults);
    let text = &proof.text;
    faults.extend(LANDS.iter().flat_map(|noun| waters_and_hills(proof, noun)));
    // What the same name elsewhere in the text has told is not told again.
    let told: HashSet<_> = faults
        .iter()
        .filter(|fault| fault.rule == "capital")
        .map(|fault| (fault.path().to_owned(), fault.span))
        .collect();
    for (kind, noun) in NOUNS.iter().enumerate() {
        for (at, found) in seek(text, noun) {
            let Some([first, second]) = two_behind(text, at..at + found.len()) else { continue };
            let name = first.start..second.end;
            let [one, other] = [&text[first.clone()], &text[second.clone()]];
            let known = kind < KNOWN && !provinces_of(&text[name.clone()]).is_empty();
            let next = text[second.end..].strip_prefix(' ').map(word).unwrap_or_default();
            let lost = match (is_capital(one), is_capital(other)) {
                // *huyện Mỹ đức tổ chức* and not *huyện Yên lập tổ*.
                (true, false) => known && !goes_with(other, next),
                // *xã tân Lập họp* and not *Đảng bộ xã dự Đại hội*.
                (false, true) => {
                    let event = pair(other, next).is_some_and(|pair| pair.headword);
                    !event && !is_capital(next) && (known || is_alone(noun, one, other))
                }
                _ => false,
            };
            if lost {
                let right = format!("{} {}", upper_first(one), upper_first(other));
                let fault = proof.fault("capital", name);
                if !told.contains(&(fault.path().to_owned(), fault.span)) {
                    let hint = Message::new("capital.hint").with("right", right).with("item", "III.1");
                    faults.push(fault.hint(hint));
                }
            }
        }
    }
}

/// Words behind which a person is called.
const CALLED: [&str; 11] = ["ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "em", "cháu", "và"];

/// *từ Phan thiết đến*, *cầu Mỹ tho*: names of districts without their nouns, whose second word hardly ever stands alone.
fn alone(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = &proof.text;
    let start = text.as_ptr() as usize;
    let mut before = ("", true);
    for one in text.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty()) {
        let at = one.as_ptr() as usize - start;
        let opens = text[..at].trim_end().ends_with(['.', ':', '?', '!', '“', '"', '\n', '-', '–']) || at == 0;
        let (lead, _) = std::mem::replace(&mut before, (one, opens));
        let Some(rest) = text[at + one.len()..].strip_prefix(' ').filter(|_| is_capital(one) && !opens) else {
            continue;
        };
        let other = word(rest);
        let next = rest[other.len()..].strip_prefix(' ').map(word).unwrap_or_default();
        let name = at..at + one.len() + 1 + other.len();
        let free = is_capital(lead)
            || is_capital(next)
            || CALLED.contains(&lead)
            || NOUNS.iter().any(|noun| noun.ends_with(lead));
        let listed = pair(one, other).is_some_and(|pair| pair.headword || pair.count >= COMMON);
        if !free
            && !listed
            && is_rare(other)
            && !goes_with(other, next)
            && !provinces_of(&text[name.clone()]).is_empty()
        {
            let hint = Message::new("capital.hint").with("right", format!("{one} {}", upper_first(other)));
            faults.push(proof.fault("capital", name).hint(hint.with("item", "III.1")));
        }
    }
}

/// Nouns of what lies in the country.
const LANDS: [&str; 16] = [
    "sông",
    "núi",
    "hồ",
    "suối",
    "đèo",
    "chợ",
    "cầu",
    "vịnh",
    "đảo",
    "kênh",
    "rạch",
    "đầm",
    "chùa",
    "đền",
    "thác",
    "cửa khẩu",
];

/// *sông Tô lịch*, *đèo Phượng hoàng*: the second word of such a name, which hardly ever stands alone.
fn waters_and_hills(proof: &Proof, noun: &str) -> Vec<Diagnostic> {
    let text = &proof.text;
    let told = seek(text, noun).filter_map(|(at, found)| {
        let [first, second] = two_behind(text, at..at + found.len())?;
        let [one, other] = [&text[first.clone()], &text[second.clone()]];
        let next = text[second.end..].strip_prefix(' ').map(word).unwrap_or_default();
        let phrase = pair(one, other).is_some_and(|pair| pair.headword && pair.count > 0.0);
        let begins = goes_with(other, next) || pair(other, next).is_some_and(|pair| pair.headword);
        let lost = is_capital(one) && !is_capital(next) && !phrase && is_rare(other) && !begins;
        lost.then(|| {
            let hint = Message::new("capital.hint").with("right", format!("{one} {}", upper_first(other)));
            proof.fault("capital", first.start..second.end).hint(hint.with("item", "III.1"))
        })
    });
    told.collect()
}

/// The two words behind a noun, each behind one blank.
fn two_behind(text: &str, noun: Range<usize>) -> Option<[Range<usize>; 2]> {
    let bounded = !text[..noun.start].ends_with(is_letter);
    let first = noun.end + 1..noun.end + 1 + word(text[noun.end..].strip_prefix(' ')?).len();
    let rest = text[first.end..].strip_prefix(' ').filter(|_| bounded && !first.is_empty())?;
    let second = first.end + 1..first.end + 1 + word(rest).len();
    (!second.is_empty()).then_some([first, second])
}

/// The letters at the head of a text.
fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !is_letter(c)).unwrap_or(text.len())]
}

/// Whether a word has a capital at its head alone.
fn is_capital(word: &str) -> bool {
    let mut letters = word.chars();
    let small = letters.clone().skip(1).count() > 0 && letters.clone().skip(1).all(char::is_lowercase);
    letters.next().is_some_and(char::is_uppercase) && small
}

/// What was counted of two words.
fn pair(first: &str, second: &str) -> Option<Pair> {
    let lexicon = Lexicon::embedded();
    lexicon.pair(lexicon.find(&lower(first))?, lexicon.find(&lower(second))?)
}

/// Whether two words are a phrase, and not side by side by chance: *lập kế*, not *đức và*.
fn goes_with(first: &str, second: &str) -> bool {
    let lexicon = Lexicon::embedded();
    let ids = lexicon.find(&lower(first)).zip(lexicon.find(second));
    let bound = |(first, second): (Id, Id)| lexicon.bond(first, second).is_some_and(|bond| bond > CHANCE);
    pair(first, second).is_some_and(|pair| pair.headword || pair.count >= COMMON) && ids.is_some_and(bound)
}

/// Whether a small word was never seen behind a noun, and hardly ever stands alone.
fn is_alone(noun: &str, small: &str, capital: &str) -> bool {
    let lexicon = Lexicon::embedded();
    let behind = noun.rsplit(' ').next().unwrap_or(noun);
    is_rare(small)
        && pair(behind, small).is_none_or(|pair| !pair.headword && pair.count < COMMON)
        && lexicon.find(&lower(capital)).is_some()
}

/// Whether a small word hardly ever stands alone.
fn is_rare(small: &str) -> bool {
    let lexicon = Lexicon::embedded();
    let rare = |id: Id| {
        let alone = lexicon.alone(id);
        lexicon.knows(id) && (lexicon.bound(id)[0] > BOUND || alone > 0.0 && alone < FREE)
    };
    small.chars().all(char::is_lowercase) && small.chars().count() > 1 && lexicon.find(&lower(small)).is_some_and(rare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_units_keep_their_capitals() {
        for (text, told) in [
            ("HĐND xã thiệu Hưng họp. Phường nhơn Mỹ có 5 khu.", &["thiệu Hưng"][..]),
            ("UBND huyện Mỹ đức và xã Lộc. Dân quận Bình thạnh vui.", &["Mỹ đức", "Bình thạnh"]),
            ("huyện Yên lập kế hoạch; xã đảo Hòn Tre; xã giáp Lào; xã ven Đà; huyện vùng cao; thôn trưởng Lan", &[]),
            ("xã Thiệu Hưng, huyện Mỹ Đức; thành phố biển Vũng Tàu; xã nghèo Ea Trang; xã loại I", &[]),
            ("đoạn từ Phan thiết đến cầu, chợ ở Hải châu", &["Phan thiết", "Hải châu"]),
            ("anh Phan thiết tha; ông Đức thọ 90 tuổi; ông Lê Phan thiết kế; dự án của Phan thiết kế đẹp", &[]),
            ("nạo vét sông Tô lịch đang cạn", &["Tô lịch"]),
            (
                "sông Hồng chảy qua; cầu Bình Lợi; núi Bà đen đủi; hồ Tây rộng; chợ Lớn họp; cầu Mống thông xe; đảo Yến đón khách",
                &[],
            ),
            (
                "sông Đà dâng cao; suối Tiên đổ về; cầu Rồng phun lửa; cầu Đuống sửa xong; chợ Viềng đông nghịt; thác Voi tung bọt; chùa Hương khai hội; núi Cấm sạt lở; kênh Nhiêu bồi lắng",
                &[],
            ),
            ("694 đảng viên của Đảng bộ xã dự Đại hội; người dân huyện vui Hội xuân", &[]),
            ("thành phố du lịch Đà Lạt; huyện miền núi Nam Trà My; phường trung tâm Bến Thành", &[]),
        ] {
            let source = crate::source::Source::new("-", text);
            let proof = Proof::article(&source, None);
            let mut faults = Vec::new();
            check(&proof, &mut faults);
            let mut found: Vec<_> = faults.iter().map(|fault| &source.text[source.clamp(fault.span)]).collect();
            found.sort_by_key(|name| text.find(*name));
            assert_eq!(found, told, "{text}");
        }
    }
}
