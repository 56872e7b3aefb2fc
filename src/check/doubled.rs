//! Words typed twice — *chữ lặp*; what Vietnamese doubles on purpose (*luôn luôn, ngày ngày*) is left alone.

mod again;
mod clauses;

use std::ops::Range;

use super::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::letter::{is_letter, is_word, reads};
use crate::viet::spell::lexicon::Lexicon;

/// Words that are never doubled on purpose, nor end one word and begin the next.
const NEVER: [&str; 18] = [
    "của", "và", "các", "là", "những", "đã", "sẽ", "được", "với", "hoặc", "nhưng", "cũng", "đang", "trong", "trên",
    "cho", "nhiều", "về",
];

/// Words that begin the names of laws and bodies; no place is called by one of them twice.
const TITLES: [&str; 12] =
    ["Luật", "Sở", "Bộ", "Ban", "Phòng", "Cục", "Viện", "Hội", "Trường", "Đảng", "Đoàn", "Huyện"];

/// Words that doubled mean everyone of them: *Người người, nhà nhà thi đua*.
const PEOPLE: [&str; 3] = ["người", "nhà", "nơi"];

/// What everyone does.
const ALL_DO: [&str; 12] = ["đều", "cùng", "thi", "nô", "phấn", "hăng", "háo", "tấp", "làm", "hân", "chung", "ai"];

/// The points of the compass.
const WINDS: [&str; 4] = ["đông", "tây", "nam", "bắc"];

/// The most words of a phrase that is looked for twice.
const LONGEST: usize = 4;

/// A word and its place.
type Word<'t> = (Range<usize>, &'t str);

/// Checks for words and pairs of words that stand twice in a row.
pub fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lexicon = Lexicon::embedded();
    for run in runs(&proof.text) {
        let mut at = 1;
        while at < run.len() {
            if let Some((words, once)) = twice(&run, at, lexicon) {
                let range = words[0].0.start..words[words.len() - 1].0.end;
                let hint = Message::new("word-doubled.hint").with("once", once);
                faults.push(proof.fault("word-doubled", range).hint(hint));
                at += 1;
            }
            at += 1;
        }
    }
    for range in clauses::doubled(&proof.text) {
        faults.push(
            proof
                .fault("word-doubled", range.clone())
                .hint(Message::new("word-doubled.hint").with("once", proof.text[range].trim())),
        );
    }
}

/// The words up to a place that say something twice, and what is to be kept of them.
fn twice<'r, 't>(run: &'r [Word<'t>], at: usize, lexicon: Lexicon) -> Option<(&'r [Word<'t>], String)> {
    let join = |words: &[Word]| words.iter().map(|word| word.1).collect::<Vec<_>>().join(" ");
    let first = |words: &'r [Word<'t>], kept: usize| (words, join(&words[..kept]));
    let phrase = (2..=LONGEST).find_map(|length| doubled_phrase(run, at, length));
    phrase
        .map(|words| first(words, words.len() / 2))
        .or_else(|| again::tense(run, at).map(|words| (words, join(&words[2..]))))
        .or_else(|| again::verb(run, at).map(|words| first(words, words.len() - 2)))
        .or_else(|| again::half(run, at, lexicon).map(|words| first(words, 2)))
        .or_else(|| is_doubled(run, at, lexicon).then(|| first(&run[at - 1..=at], 1)))
}

/// Words with nothing but blanks between them, run by run.
fn runs(text: &str) -> Vec<Vec<Word<'_>>> {
    let mut runs = vec![Vec::new()];
    let mut end = 0;
    let start = text.as_ptr() as usize;
    for word in text.split(|c: char| !is_word(c) && !('\u{300}'..='\u{36f}').contains(&c)) {
        if word.is_empty() {
            continue;
        }
        let at = word.as_ptr() as usize - start;
        let gap = &text[end..at];
        if !gap.trim().is_empty() || gap.contains("\n\n") {
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            run.push((at..at + word.len(), word));
        }
        end = at + word.len();
    }
    runs
}

/// Words whose first half stands before them with a sense of its own: *kháng kháng sinh*, *Khoa Khoa học*.
const WHOLE: [(&str, &str); 5] =
    [("kháng", "sinh"), ("kháng", "thể"), ("kháng", "nguyên"), ("Khoa", "học"), ("Phòng", "chống")];

/// Numbers and names double by chance; small words that the lexicon never saw side by side do not, unless the first
/// ends one word and the second begins another: *đại biểu biểu quyết*.
fn is_doubled(run: &[Word], at: usize, lexicon: Lexicon) -> bool {
    let (first, second) = (run[at - 1].1, run[at].1);
    if run.get(at + 1).is_some_and(|next| WHOLE.contains(&(second, next.1))) {
        return false;
    }
    if TITLES.contains(&second) && first == second {
        return true;
    }
    if !reads(first, second) || !is_small(second) {
        return first == second && opens_a_word(run, at, lexicon);
    }
    if NEVER.contains(&second) {
        return true;
    }
    // *ngày ngày 15/3*, *có có 5 hộ*; *năm năm 2021 - 2025* are five years.
    if second != "năm" && run.get(at + 1).is_some_and(|next| next.1.starts_with(|c: char| c.is_ascii_digit())) {
        return true;
    }
    // *hội diễn lần lần thứ XIV*
    if second == "lần" && run.get(at + 1).is_some_and(|next| next.1 == "thứ") {
        return true;
    }
    // *đường hàng không không mở lại*
    if second == "không" {
        return at.checked_sub(2).is_none_or(|before| run[before].1.to_lowercase() != "hàng");
    }
    if PEOPLE.contains(&second) {
        return !is_everybody(run, at);
    }
    // *hướng tây tây nam*
    if WINDS.contains(&second) {
        return false;
    }
    let Some(id) = lexicon.find(second) else { return false };
    let side = |at: Option<usize>| lexicon.find(&run.get(at?)?.1.to_lowercase());
    // *đại biểu biểu quyết*: the end of one word and the beginning of the next.
    let word = |first: u16, second: u16| {
        let listed = lexicon.pair(first, second).is_some_and(|pair| pair.headword);
        listed || lexicon.bond(first, second).is_some_and(|bond| bond > 3.0)
    };
    let ends = side(at.checked_sub(2)).is_some_and(|before| word(before, id));
    let small = run.get(at + 1).is_some_and(|next| is_small(next.1));
    // *già làng làng Plei Bong*
    if ends && !small && matches!(second, "làng" | "bản" | "thôn" | "ấp" | "buôn") {
        return false;
    }
    let begins = small && side(Some(at + 1)).is_some_and(|after| word(id, after));
    let count = lexicon.count(id);
    // *trực tiếp tiếp dân*, *đại hội hội nông dân*: what stands side by side so seldom does so where a word ends.
    let seldom = if ends { BOUNDARY } else { CHANCE * count };
    let slip = lexicon.pair(id, id).is_none_or(|pair| !pair.headword && pair.count < seldom);
    let seen = lexicon.pair(id, id).is_some();
    slip && count > if seen || ends { COMMON_ENOUGH } else { KNOWN } && !(ends && begins)
}

/// *Ủy Ủy ban*, *Nhiều Nhiều vị*: no name ends in the first half of the word that begins behind it.
fn opens_a_word(run: &[Word], at: usize, lexicon: Lexicon) -> bool {
    let second = run[at].1;
    let next = run.get(at + 1).map(|next| next.1).filter(|next| is_small(next));
    let pair = next.and_then(|next| lexicon.pair(lexicon.find(&second.to_lowercase())?, lexicon.find(next)?));
    let plain = second.starts_with(char::is_uppercase) && is_small(second.trim_start_matches(char::is_uppercase));
    plain && pair.is_some_and(|pair| if at == 1 { pair.count >= 3.0 } else { pair.headword && pair.count >= COMMON })
}

/// Of a word's places so many at most are beside itself by chance; and how often it was counted at least, where it was seen
/// beside itself, and where it never was.
const CHANCE: f32 = 0.01;
const BOUNDARY: f32 = 3.0;
const COMMON_ENOUGH: f32 = 200.0;
const KNOWN: f32 = 8.0;

/// *Người người, nhà nhà*; *Người người đều phấn khởi*: a clause ends there, another pair follows or went before, or what
/// follows is done by all.
fn is_everybody(run: &[Word], at: usize) -> bool {
    let twice = |at: usize| run.get(at).zip(run.get(at + 1)).is_some_and(|(a, b)| a.1.to_lowercase() == b.1);
    let next = run.get(at + 1).is_none_or(|word| ALL_DO.contains(&word.1));
    next || twice(at + 1) || at.checked_sub(3).is_some_and(twice)
}

/// The words up to a place, if their second half repeats their first, of which each word is small.
fn doubled_phrase<'r, 't>(run: &'r [Word<'t>], at: usize, length: usize) -> Option<&'r [Word<'t>]> {
    let words = run.get((at + 1).checked_sub(2 * length)?..=at)?;
    let (first, second) = words.split_at(length);
    let same = first.iter().zip(second).all(|(a, b)| a.1 == b.1) && first[0].1 != first[1].1;
    (same && first.iter().all(|word| is_small(word.1))).then_some(words)
}

/// How often a common word was counted.
const COMMON: f32 = 60.0;

fn is_small(word: &str) -> bool {
    word.chars().all(|c| is_letter(c) && c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_reduplication() {
        for (text, doubled) in [
            ("sự phối hợp của của các đơn vị", Some("của của")),
            ("tiếp tục thực hiện thực hiện kế hoạch", Some("thực hiện thực hiện")),
            ("trường học trên địa bàn trên địa bàn xã", Some("trên địa bàn trên địa bàn")),
            ("“… cùng cấp. Người người bị chất vấn phải trả lời", Some("Người người")),
            ("Người người, nhà nhà thi đua; người người nhà nhà vui", None),
            ("Nơi nơi người người đều phấn khởi", None),
            ("các đại biểu biểu quyết", None),
            ("tình trạng kháng kháng sinh; giảng viên Khoa Khoa học máy tính", None),
            ("tham dự Hội nghị nghị quyết; già làng làng Kon Hà", None),
            ("luôn luôn ghi nhận, ngày ngày đêm đêm", None),
            ("xã Na Na, bản Co Co, em Linh Linh vui", None),
            ("do Ủy Ủy ban nhân dân xã", Some("Ủy Ủy")),
            ("Nhiều Nhiều vị cao niên", Some("Nhiều Nhiều")),
            ("khu vực Trung Trung Bộ", None),
            ("mạo danh, không không đủ điều kiện", Some("không không")),
            ("đêm qua bùn bùn vẫn ngập", Some("bùn bùn")),
            ("nhằm tăng cường sự hợp hợp tác", Some("hợp hợp")),
            ("sự phối hợp hợp tác", None),
            ("Chủ tịch xã trực tiếp tiếp công dân, hoàn thành đại hội hội nông dân", None),
            ("Công an quận quận Hải Sơn", Some("quận quận")),
            ("mắt rưng rưng, lòng lâng lâng, đèn lung linh", None),
            ("năm 20 20 hộ", None),
            ("cho, cho", None),
            ("Căn cứ Luật Luật Tố cáo", Some("Luật Luật")),
            ("diễn ra ngày ngày 15/3", Some("ngày ngày")),
            ("trong năm năm 2021", None),
            ("người dân không không đồng tình", Some("không không")),
            ("đường hàng không không mở lại", None),
            ("với nhiều nhiều nội dung", Some("nhiều nhiều")),
            ("hội diễn lần lần thứ XIV", Some("lần lần")),
            ("làm đi làm lại lần lần rồi quen", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(doubled), "{text}");
        }
    }
}
