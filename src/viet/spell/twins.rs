//! Words that sound or look alike and are both right, told apart by what stands around them: *vượt chi tiêu* can only
//! mean *chỉ tiêu*, *tiết kiệm chỉ tiêu* only *chi tiêu*.

use crate::viet::spell::company::is_word;
use crate::viet::spell::heads::Heads;
use crate::viet::spell::lexicon::Id;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, cased};

/// What is written, what is meant, and the phrases before and behind of which one must stand on each side that has any;
/// `^` is the beginning of a clause, `#` a number. Tones on the main vowel.
struct Twin(&'static str, &'static str, &'static str, &'static str);

/// The table, sorted by what is written; the build script writes it out of `data/twins.tsv`.
static TWINS: &[Twin] = &include!(concat!(env!("OUT_DIR"), "/twins.rs"));

/// What the phrases begin with.
static HEADS: Heads = {
    let (mut heads, mut at) = (Heads::none(), 0);
    while at < TWINS.len() {
        heads = heads.with(TWINS[at].0);
        at += 1;
    }
    heads
};

/// From such a bond on a neighbour takes a word for itself.
const BOND: f32 = 2.0;

/// What a number begins with.
const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (0..reading.tokens.len()).filter_map(|at| twin(reading, at)).collect()
}

/// The first line of the table that holds at a token. Nearly every token begins none, which the sieve of heads tells at once.
fn twin(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let capital = match reading.tokens[at].shape {
        Shape::Lower | Shape::Initial => false,
        // *Mặt trận Tổng Quốc*: what stands before must tell that it is no name.
        Shape::Capital => true,
        Shape::Other => return None,
    };
    let head = reading.plain(at);
    HEADS.may_be(&head).then_some(())?;
    let from = TWINS.partition_point(|twin| twin.0 < &*head);
    let mut same = TWINS[from..].iter().take_while(|twin| twin.0.split(' ').next() == Some(&*head));
    let (twin, end) = same.find_map(|twin| {
        let end = phrase(reading, at, twin.0).filter(|_| !capital || !twin.2.is_empty())?;
        (before(reading, at, twin.2) && behind(reading, end, twin.3) && alone(reading, (at, end), twin))
            .then_some((twin, end))
    })?;
    let range = reading.tokens[at].range.start..reading.tokens[end - 1].range.end;
    let word = reading.text[range.clone()].to_owned();
    let suggestion = Some(cased(twin.1, &word));
    Some(Flag { range, kind: Kind::Company, word, suggestion })
}

/// Where a phrase that begins at a token ends.
fn phrase(reading: &Reading<'_>, at: usize, words: &str) -> Option<usize> {
    let mut end = at;
    for word in words.split(' ') {
        let token = reading.tokens.get(end)?;
        let same = if word == "#" { reading.word(end).starts_with(DIGITS) } else { &*reading.plain(end) == word };
        ((end == at || token.joined) && same).then_some(())?;
        end += 1;
    }
    Some(end)
}

/// Whether one of the phrases ends right before a token.
fn before(reading: &Reading<'_>, at: usize, phrases: &str) -> bool {
    let ends = |words: &str| {
        let start = at.checked_sub(words.split(' ').count()).filter(|_| reading.tokens[at].joined);
        start.is_some_and(|start| phrase(reading, start, words) == Some(at))
    };
    phrases.is_empty()
        || phrases.split('|').any(|words| if words == "^" { !reading.tokens[at].joined } else { ends(words) })
}

/// Whether one of the phrases begins right behind a token.
fn behind(reading: &Reading<'_>, end: usize, phrases: &str) -> bool {
    let joined = reading.tokens.get(end).is_some_and(|next| next.joined);
    phrases.is_empty() || (joined && phrases.split('|').any(|words| phrase(reading, end, words).is_some()))
}

/// Whether the side that the table does not speak of leaves the word alone: *toàn tình hình*, *suy nghĩ lễ phép*.
fn alone(reading: &Reading<'_>, (at, end): (usize, usize), twin: &Twin) -> bool {
    let lexicon = &reading.lexicon;
    let free = |pair: Option<(Id, Id)>| {
        pair.is_none_or(|(a, b)| !is_word(lexicon, Some((a, b))) && lexicon.bond(a, b).is_none_or(|bond| bond < BOND))
    };
    let ids = |a: usize, b: usize| reading.ids.get(a).copied().flatten().zip(reading.ids.get(b).copied().flatten());
    let next = reading.tokens.get(end).is_some_and(|next| next.joined);
    // *khi nghe báo của*: what is written as it is meant may keep its company.
    let changed = twin.0.split(' ').next() != twin.1.split(' ').next();
    let left = at.checked_sub(1).filter(|_| reading.tokens[at].joined && twin.2.is_empty() && changed);
    // *nổ lực thi đua*: what follows is as much the company of what is meant, unless it makes another word.
    let kept = twin.0.split(' ').next_back() == twin.1.split(' ').next_back();
    let behind = ids(end - 1, end);
    let free_behind = if kept { !twin.2.is_empty() || !is_word(lexicon, behind) } else { free(behind) };
    free(left.and_then(|left| ids(left, at))) && (!next || !twin.3.is_empty() || free_behind)
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, cased, check};

    #[test]
    fn each_line_is_told_and_mended() {
        let rows = include_str!("../data/twins.tsv").lines().filter(|row| !row.starts_with('#'));
        let mut wrong = Vec::new();
        for row in rows {
            let [written, meant, .., case] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let mended = |text: &str| {
                let mut text = text.to_owned();
                for flag in check(&text, &Exempt::new()).into_iter().rev() {
                    text.replace_range(flag.range, &flag.suggestion.unwrap_or_default());
                }
                text
            };
            let right = case.replace(written, meant).replace(&cased(written, "A"), &cased(meant, "A"));
            if (mended(case), mended(&right)) != (right.clone(), right.clone()) {
                wrong.push(format!("{row}: {} and {}", mended(case), mended(&right)));
            }
        }
        assert_eq!(wrong, [""; 0]);
    }

    #[test]
    fn what_stands_around_decides() {
        for (text, told) in [
            ("hoàn thành vượt chi tiêu được giao", Some(("chi tiêu", "chỉ tiêu"))),
            ("hoàn thành vượt chỉ tiêu được giao", None),
            ("tiết kiệm chi tiêu của các hộ gia đình", None),
            ("kinh tế của tình duy trì ổn định", Some(("tình", "tỉnh"))),
            ("diễn biến của tình hình, trong tình đoàn kết", None),
            ("dịch đã được kiểm soát, xong do giá tăng", Some(("xong", "song"))),
            ("Cầu làm xong do dân góp sức, xong trước Tết", None),
            ("đường làm song trước mùa mưa", Some(("song", "xong"))),
            ("làm song song hai việc", None),
            ("Tham dự hội có đồng chí Bí thư", Some(("dự hội", "dự hội nghị"))),
            ("bà con đi dự hội làng", None),
            ("tập trung sức lực; suy nghĩ nghỉ ngơi; vượt chi phí", None),
            ("sau khi nghe báo của Sở", Some(("nghe báo", "nghe báo cáo"))),
        ] {
            let flags = check(text, &Exempt::new());
            let found = flags.first().map(|flag| (flag.word.as_str(), flag.suggestion.as_deref().unwrap_or_default()));
            assert_eq!(found, told, "{text}");
        }
    }
}
