//! What bears a number, initials or a name of two words — *Đại đội Biên phòng 316, bệnh nhân P.B.L., tài xế Phạm Hoành* — told
//! again a figure or a letter off.

use std::collections::BTreeMap;
use std::ops::Range;

use super::is_near;
use crate::check::proof::Proof;
use crate::diag::Message;
use crate::viet::capital::SURNAMES;

/// Words before a person, at the end of what stands before the name or shortly before it.
const PERSONS: [&str; 26] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "cháu",
    "cô",
    "chú",
    "bệnh nhân",
    "nạn nhân",
    "tài xế",
    "lái xe",
    "bị can",
    "bị cáo",
    "đối tượng",
    "nghi phạm",
    "nghi can",
    "bác sĩ",
    "thầy",
    "giáo viên",
    "học sinh",
    "sinh viên",
    "xạ thủ",
    "vận động viên",
    "cầu thủ",
    "đồng chí",
];

/// Words behind a number that it counts, or that make it a day or a price.
#[rustfmt::skip]
const COUNTED: [&str; 30] = [
    "người", "hộ", "ha", "m", "m2", "km", "kg", "tấn", "tỷ", "triệu", "nghìn", "đồng", "năm", "tháng", "ngày", "giờ",
    "xã", "cán", "em", "học", "đại", "usd", "ca", "vụ", "trường", "điểm", "lượt", "phần", "suất", "mẫu",
];

/// Signs that no thing is called by.
const MONEY: [&str; 4] = ["USD", "VND", "VNĐ", "EUR"];

/// Something told once, by what others must share with it to be the same.
struct Told<'t> {
    range: Range<usize>,
    own: &'t str,
    sentence: usize,
}

/// Flags what is told once beside nearly the same told elsewhere; of two that stand once each, the later.
pub(super) fn check(proof: &Proof, faults: &mut Vec<crate::diag::Diagnostic>) {
    let mut groups: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for (sentence, range) in proof.all_sentences().iter().enumerate() {
        read(&proof.text, range, sentence, &mut groups);
    }
    let mut slips: Vec<(Range<usize>, &str)> = Vec::new();
    for told in groups.values().filter(|told| told.len() > 1) {
        let mut forms: BTreeMap<&str, Vec<&Told>> = BTreeMap::new();
        told.iter().for_each(|one| forms.entry(one.own).or_default().push(one));
        // A series of many is a series.
        let [(_, one), (_, other)] = &forms.iter().collect::<Vec<_>>()[..] else { continue };
        let (slip, model) = match one.len().cmp(&other.len()) {
            std::cmp::Ordering::Less => (one, other),
            std::cmp::Ordering::Greater => (other, one),
            std::cmp::Ordering::Equal if one[0].range.start > other[0].range.start => (one, other),
            std::cmp::Ordering::Equal => (other, one),
        };
        let [slip] = slip[..] else { continue };
        let apart = model.iter().all(|told| told.sentence != slip.sentence);
        if apart && !is_introduced(&proof.text, slip) && is_slip(slip.own, model[0].own, model.len()) {
            slips.push((slip.range.clone(), model[0].own));
        }
    }
    slips.sort_by_key(|(range, _)| range.start);
    for (range, model) in slips {
        faults.push(proof.fault("name-two-ways", range).hint(Message::new("name-two-ways.hint").with("model", model)));
    }
}

/// Whether somebody or something is told of for the first time: an age, a place, a description behind it.
fn is_introduced(text: &str, told: &Told) -> bool {
    let behind = text[told.range.end..].trim_start_matches(['.', ' ']);
    let number = told.own.contains(|c: char| c.is_ascii_digit());
    !number && behind.starts_with(['(', ',', '-', '–'])
}

/// Whether one is the other with a slip: figures changed about, the first of some initials, a letter of a given name.
fn is_slip(slip: &str, model: &str, count: usize) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (slip.chars().collect(), model.chars().collect());
    if slip.contains(' ') {
        let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        return one.len().min(other.len()) > 6 && is_near(&last(slip), &last(model));
    }
    let off: Vec<usize> = (0..one.len().min(other.len())).filter(|at| one[*at] != other[*at]).collect();
    let mut sorted = (one.clone(), other.clone());
    sorted.0.sort_unstable();
    sorted.1.sort_unstable();
    let turned = sorted.0 == sorted.1 && off.len() == 2;
    // Brothers share their surname: who has another is the same person.
    let initials = one.contains(&'.') && one.len() == other.len() && one.len() > 4 && (off == [0] || turned);
    let figures =
        !one.contains(&'.') && one.len() == other.len() && (turned || off.len() == 1 && count > 1 && one.len() > 3);
    initials || figures
}

/// Reads one sentence.
fn read<'t>(text: &'t str, range: &Range<usize>, sentence: usize, groups: &mut BTreeMap<String, Vec<Told<'t>>>) {
    let own = &text[range.clone()];
    let words: Vec<(usize, &str)> = own
        .split([' ', '\n', '\u{a0}', '(', ')'])
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .collect();
    for at in 1..words.len() {
        let bare = words[at].1.trim_matches(|c: char| !c.is_alphanumeric());
        let lead = words[at].1.find(|c: char| c.is_alphanumeric()).unwrap_or_default();
        let from = words[at].0 + lead;
        let before = words[at - 1].1;
        // A mark before it parts it from what it would be of.
        if bare.is_empty() || lead > 0 || before.ends_with([',', ';', ':', '.']) {
            continue;
        }
        let range = from..from + bare.len();
        if let Some(key) = numbered(&words, at, bare).or_else(|| initials(&words, at, bare)).or_else(|| code(bare)) {
            groups.entry(key).or_default().push(Told { range, own: bare, sentence });
        } else if let Some((key, whole)) = named(text, &words, at, bare) {
            groups.entry(key).or_default().push(Told { own: &text[whole.clone()], range: whole, sentence });
        }
    }
}

/// *Đại đội Biên phòng 316*: a bare number of three figures and more behind a name, by the two words before it.
fn numbered(words: &[(usize, &str)], at: usize, bare: &str) -> Option<String> {
    let figures = bare.bytes().all(|byte| byte.is_ascii_digit()) && (3..=6).contains(&bare.len());
    figures.then_some(())?;
    let year = bare.len() == 4 && (bare.starts_with("19") || bare.starts_with("20"));
    let behind = words.get(at + 1).map_or("", |(_, word)| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let ended = words[at].1.ends_with([',', '.', ';', ':']);
    let counts = !ended && COUNTED.contains(&behind.to_lowercase().as_str());
    let lead: Vec<&str> = words[at.saturating_sub(2)..at].iter().map(|(_, word)| *word).collect();
    let named =
        lead.first()?.starts_with(char::is_uppercase) && lead.iter().all(|word| word.ends_with(char::is_alphabetic));
    let other =
        lead.iter().any(|word| matches!(word.to_lowercase().as_str(), "số" | "điều" | "ngày" | "năm" | "khoảng"));
    // *tàu SAR 413*: a sign says by itself whose number it is.
    let sign =
        lead.last().filter(|word| word.len() > 2 && word.chars().all(char::is_uppercase) && !MONEY.contains(*word));
    let lead = sign.map_or_else(|| lead.join(" ").to_lowercase(), |sign| (*sign).to_owned());
    (!year && !counts && (named || sign.is_some()) && !other).then_some(lead)
}

/// *VJ689*: letters and figures in one, by the letters.
fn code(bare: &str) -> Option<String> {
    let head = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let signs = (2..=4).contains(&head.chars().count()) && head.chars().all(char::is_uppercase);
    (signs && bare.len() - head.len() > 2).then(|| head.to_owned())
}

/// *bệnh nhân P.B.L.*: three initials and more behind the word for a person.
fn initials(words: &[(usize, &str)], at: usize, bare: &str) -> Option<String> {
    let parts: Vec<&str> = bare.split('.').collect();
    let letter = |part: &&str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    (parts.len() > 2 && parts.iter().all(letter))
        .then(|| person(words, at))?
        .map(|word| format!("{word} {}", parts.len()))
}

/// *tài xế Phạm Hoành*: a surname and a name, and no capital word before or behind them.
fn named(text: &str, words: &[(usize, &str)], at: usize, bare: &str) -> Option<(String, Range<usize>)> {
    let capital = |at: usize| words.get(at).is_some_and(|(_, word)| word.starts_with(char::is_uppercase));
    let (from, first) = words[at - 1];
    let plain = !capital(at + 1) || words[at].1 != bare;
    let alone = capital(at) && !(at > 1 && capital(at - 2)) && plain && first.chars().all(char::is_alphabetic);
    (alone && SURNAMES.contains(&first.to_lowercase().as_str()) && first.starts_with(char::is_uppercase))
        .then_some(())?;
    // *tài xế xe đầu kéo Phạm Hoàng*: some words may stand between.
    let near = (at.saturating_sub(5)..at).rev().find_map(|place| person(words, place));
    let range = from..words[at].0 + bare.len();
    near.filter(|_| text[range.clone()].split(' ').count() == 2).map(|_| (format!("{first} _"), range))
}

/// The word for a person right before a place.
fn person(words: &[(usize, &str)], at: usize) -> Option<&'static str> {
    let lead = words.get(at.checked_sub(1)?)?.1.to_lowercase();
    let both = at.checked_sub(2).map(|before| format!("{} {lead}", words[before].1.to_lowercase()));
    PERSONS.into_iter().find(|word| *word == lead || both.as_deref() == Some(*word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_initials_and_short_names() {
        for (text, told) in [
            ("Quà trao Tiểu đoàn Pháo binh 482 sáng nay. Sau đó, Tiểu đoàn Pháo binh 428 về đơn vị.", Some("428")),
            ("Quà trao Tiểu đoàn Pháo binh 482 sáng nay. Sau đó, Tiểu đoàn Pháo binh 482 về đơn vị.", None),
            ("Quà trao Tiểu đoàn Pháo binh 482 và Tiểu đoàn Pháo binh 428. Họ về đơn vị.", None),
            ("Đến Trung đoàn 101 rồi nghỉ. Sau đó, Trung đoàn 110 về. Cùng đi có Trung đoàn 111.", None),
            ("Xã có Trường học 482 em. Sau đó, có Trường học 428 em.", None),
            ("Bệnh nhân P.B.L. vào viện. Theo bác sĩ, bệnh nhân N.B.L nằm ở phòng 12.", Some("N.B.L")),
            ("Bệnh nhân P.B.L. vào viện. Theo bác sĩ, bệnh nhân P.B.L nằm ở phòng 12.", None),
            ("Bệnh nhân P.B.L. vào viện. Theo bác sĩ, bệnh nhân P.B.N nằm ở phòng 12.", None),
            ("Bệnh nhân P.B.L. vào viện. Theo bác sĩ, bệnh nhân N.B.L (35 tuổi) nằm ở phòng 12.", None),
            ("Xe do tài xế Lê Toàn (36 tuổi) lái. Lỗi thuộc về tài xế xe khách Lê Toán vượt ẩu.", Some("Lê Toán")),
            ("Xe do tài xế Lê Hoành (36 tuổi) lái. Lỗi thuộc về tài xế xe khách Lê Hoàng vượt ẩu.", Some("Lê Hoàng")),
            ("Xe do tài xế Lê Hoành (36 tuổi) lái. Lỗi thuộc về tài xế xe khách Lê Hoàng (40 tuổi).", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
