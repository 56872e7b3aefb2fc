//! Words of which the first half has a capital and the second none, as titles have them: *Chủ tích*, *Bi thư*.

use crate::viet::spell::company::is_word;
use crate::viet::spell::lexicon::Id;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// How often the word meant must have been counted.
const COUNT: f32 = 50.0;

/// Below such a logarithm of its free share a second half is not thought to stand by itself.
const STRAY: f32 = -1.0;

/// Words before the name of a person or a place.
const NAMED: [&str; 24] = [
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "cô",
    "chú",
    "bác",
    "cháu",
    "thầy",
    "cụ",
    "xã",
    "thôn",
    "bản",
    "ấp",
    "làng",
    "phường",
    "huyện",
    "tỉnh",
    "phố",
    "chí",
    "sĩ",
    "hộ",
    "con",
];

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (0..reading.tokens.len().saturating_sub(1)).filter_map(|at| half(reading, at)).collect()
}

/// The half of a title that is another word than is meant.
fn half(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let lexicon = &reading.lexicon;
    let next = reading.tokens.get(at + 1).filter(|next| next.joined && next.shape == Shape::Lower)?;
    let capital = matches!(reading.tokens[at].shape, Shape::Capital | Shape::Initial);
    // *Bi thư Huyện ủy*, *Chủ tích UBND*: a title before its body is none of a name.
    let unit = reading.tokens.get(at + 2).is_some_and(|unit| unit.joined && unit.shape != Shape::Lower);
    // The last word of a name is followed by what its bearer does.
    let before = at.checked_sub(1).filter(|_| reading.tokens[at].joined);
    let named = before.is_some_and(|before| {
        let capital = reading.tokens[before].shape == Shape::Capital && reading.word(before) != "Phó";
        capital || (!unit && NAMED.contains(&&*reading.plain(before).to_lowercase()))
    });
    let (first, second) = (reading.ids[at]?, reading.ids[at + 1]?);
    let taken = is_word(lexicon, reading.right(at + 1).map(|right| (second, right)));
    (capital && !named && !taken && !next.quoted && lexicon.pair(first, second).is_none()).then_some(())?;
    let title = |a: Id, b: Id| lexicon.pair(a, b).filter(|pair| pair.headword && pair.count >= COUNT);
    let stray = lexicon.free(second) < STRAY;
    let seconds = lexicon.near(second).filter(|(_, cause)| stray && *cause < 2);
    let seconds = seconds.filter_map(|(meant, _)| Some((at + 1, meant, title(first, meant)?.count)));
    let firsts = lexicon.near(first).filter(|(_, cause)| *cause == 0);
    let firsts = firsts.filter_map(|(meant, _)| Some((at, meant, title(meant, second)?.count)));
    let (place, meant, _) = seconds.chain(firsts).max_by(|a, b| a.2.total_cmp(&b.2))?;
    Some(flag(reading, place, Kind::Company, Some(lexicon.word(meant))))
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn halves_of_titles() {
        for (text, told) in [
            ("khen thưởng của Chủ tích UBND tỉnh", Some(("tích", "tịch"))),
            ("do đồng chí Phó Bi thư trình bày", Some(("Bi", "Bí"))),
            ("khen thưởng của Chủ tịch UBND tỉnh", None),
            ("chị Thảo luôn giúp bà con, ông Bình thanh toán", None),
            ("ở xã Tân Thành tích nước", None),
        ] {
            let flags = check(text, &Exempt::new());
            let found = flags.first().map(|flag| (flag.word.as_str(), flag.suggestion.as_deref().unwrap_or_default()));
            assert_eq!(found, told, "{text}");
        }
    }
}
