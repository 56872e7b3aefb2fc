//! Words said again with others between — *tổ chức long trọng tổ chức*, *đã bầu đã sáng suốt bầu*, *đồng chí đồng*: a second writing
//! that does not stand right beside the first.

use super::{COMMON, Word, is_small};
use crate::viet::letter::reads;
use crate::viet::spell::lexicon::Lexicon;

/// Verbs of the trade, and what may stand between one and its second writing: *tổ chức long trọng tổ chức*.
const VERBS: [&str; 12] = [
    "tổ chức",
    "triển khai",
    "thực hiện",
    "phối hợp",
    "tham gia",
    "phát động",
    "ban hành",
    "tiến hành",
    "thành lập",
    "trao tặng",
    "tham dự",
    "đánh giá",
];
const BETWEEN: [&str; 13] = [
    "long trọng",
    "trọng thể",
    "trực tiếp",
    "đồng loạt",
    "tích cực",
    "chủ động",
    "thường xuyên",
    "kịp thời",
    "nghiêm túc",
    "đã",
    "sẽ",
    "đang",
    "cùng",
];

/// The words from a verb to its second writing, which ends at a place.
pub(super) fn verb<'r, 't>(run: &'r [Word<'t>], at: usize) -> Option<&'r [Word<'t>]> {
    let is = |words: &[Word], phrase: &str| words.iter().map(|word| word.1).eq(phrase.split(' '));
    let verb = VERBS.iter().find(|verb| is(&run[at - 1..=at], verb))?;
    let between = BETWEEN.iter().find(|between| {
        let start = (at - 1).checked_sub(between.split(' ').count());
        start.is_some_and(|start| is(&run[start..at - 1], between) && start >= 2 && is(&run[start - 2..start], verb))
    })?;
    Some(&run[at - 3 - between.split(' ').count()..=at])
}

/// *đã bầu đã sáng suốt bầu*: what somebody has done stands twice behind the word of its time.
pub(super) fn tense<'r, 't>(run: &'r [Word<'t>], at: usize) -> Option<&'r [Word<'t>]> {
    let verb = run[at].1;
    (3..=TENSE).find_map(|back| {
        let words = run.get(at.checked_sub(back + 1)?..=at)?;
        let tense = ["đã", "sẽ", "đang"].contains(&words[0].1) && words[0].1 == words[2].1;
        (tense && words[1].1 == verb && is_small(verb)).then_some(words)
    })
}

/// How far behind the first a verb stands again.
const TENSE: usize = 5;

/// *đồng chí đồng Phạm Văn An*, *tổ chức tổ các hoạt động*: a common word of two syllables whose first stands again before what
/// it never goes with.
pub(super) fn half<'r, 't>(run: &'r [Word<'t>], at: usize, lexicon: Lexicon) -> Option<&'r [Word<'t>]> {
    let words = run.get(at.checked_sub(2)?..=at)?;
    let [first, second, again] = [words[0].1, words[1].1, words[2].1];
    (reads(first, again) && is_small(second) && is_small(again) && second != again).then_some(())?;
    let next = run.get(at + 1)?.1;
    let id = |word: &str| lexicon.find(&word.to_lowercase());
    let (half, other) = (id(again)?, id(second)?);
    lexicon.pair(half, other).filter(|pair| pair.headword && pair.count >= COMMON)?;
    let behind =
        if next.starts_with(char::is_uppercase) { lexicon.name()? } else { id(next).filter(|_| is_small(next))? };
    let beside = lexicon.pair(half, behind).unwrap_or_default();
    let joined = lexicon.pair(other, half).is_some_and(|pair| pair.headword);
    let strange = match Some(behind) == lexicon.name() {
        true => beside.count / lexicon.count(half) < SHARE,
        false => !beside.headword && beside.count <= 1.0,
    };
    (!joined && strange).then_some(words)
}

/// Which share of a syllable stands before names by chance.
const SHARE: f32 = 0.001;

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn words_said_again() {
        for (text, again) in [
            ("đã tổ chức long trọng tổ chức lễ kỷ niệm", Some("tổ chức long trọng tổ chức")),
            ("đã tổ chức họp và tổ chức lễ", None),
            ("Đại hội đã bầu đã sáng suốt bầu 15 đồng chí", Some("đã bầu đã sáng suốt bầu")),
            ("việc đã bàn đã làm xong", None),
            ("Dự lễ có đồng chí đồng Phạm Văn An", Some("đồng chí đồng")),
            ("đã tổ chức tổ các hoạt động", Some("tổ chức tổ")),
            ("kinh tế - xã hội xã Hải Lộc, tổ trưởng tổ dân phố", None),
            ("các chị em chị Lan giúp, học sinh học bài", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(again), "{text}");
        }
    }
}
