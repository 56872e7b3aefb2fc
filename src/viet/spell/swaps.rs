//! Two neighbours changed about: *phần góp xây dựng* for *góp phần xây dựng*. Where two were never seen together in their
//! order and are a word in the other, both orders are weighed between what stands around them.

use crate::viet::spell::company::is_word;
use crate::viet::spell::lexicon::Id;
use crate::viet::spell::place::Side;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, cased};

/// How often the word must have been counted.
const WORD: f32 = 60.0;

/// Words that stand before a verb of two syllables and never within it.
const SPLIT_BY: [&str; 12] = ["đã", "đang", "sẽ", "cũng", "được", "bị", "chưa", "rất", "vẫn", "phải", "cần", "cùng"];

/// Neighbours counted oftener may well stand so.
const RARE: f32 = 3.0;

/// How much likelier the other order must be, as a logarithm.
const BAR: f32 = 6.5;

/// Flags of the layer.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    (1..reading.tokens.len()).filter_map(|at| swapped(reading, at)).collect()
}

/// The word that ends at a token, if it is one in its other order only.
fn swapped(reading: &Reading<'_>, at: usize) -> Option<Flag> {
    let (first, second) = neighbours(reading, at)?;
    (gain(reading, at, (first, second)) > BAR).then_some(())?;
    let range = reading.tokens[at - 1].range.start..reading.tokens[at].range.end;
    let word = reading.text[range.clone()].to_owned();
    let meant = [second, first].map(|word| reading.lexicon.word(word)).join(" ");
    Some(Flag { range, kind: Kind::Company, suggestion: Some(cased(&meant, &word)), word })
}

/// A word and the one before it, if only their other order is known, and neither belongs to what is beyond.
fn neighbours(reading: &Reading<'_>, at: usize) -> Option<(Id, Id)> {
    (reading.tokens[at].joined && reading.counted(at) <= RARE).then_some(())?;
    let shapes = [at - 1, at].map(|at| reading.tokens[at].shape);
    matches!(shapes, [Shape::Lower | Shape::Initial, Shape::Lower]).then_some(())?;
    let lexicon = &reading.lexicon;
    let (first, second) = reading.ids[at - 1].zip(reading.ids[at])?;
    let listed =
        |first: Id, second: Id| lexicon.pair(first, second).is_some_and(|pair| pair.headword && pair.count >= WORD);
    let before = reading.before(at - 1).id().map(|left| (left, first));
    let behind = reading.behind(at).id().map(|right| (second, right));
    // *tập đã trung*: the second splits a word.
    let split = SPLIT_BY.contains(&lexicon.word(second))
        && reading.behind(at).id().is_some_and(|right| listed(first, right))
        && reading.counted(at + 1) <= RARE;
    // *bán hết số vé*: whatever can be counted stands behind its number.
    let counted = lexicon.word(first) == "số";
    (split || (!counted && reading.counted(at) < RARE && listed(second, first))).then_some(())?;
    (!is_word(lexicon, before) && !is_word(lexicon, behind)).then_some((first, second))
}

/// How much likelier the other order is.
fn gain(reading: &Reading<'_>, at: usize, (first, second): (Id, Id)) -> f32 {
    let lexicon = &reading.lexicon;
    let (left, right) = (reading.before(at - 1), reading.behind(at));
    let order = |one: Id, other: Id| {
        let end = if let Side::Word(right) = right { lexicon.chance_behind(Some(other), right) } else { 0.0 };
        lexicon.chance_behind(left.id(), one) + lexicon.chance_behind(Some(one), other) + end
    };
    order(second, first) - order(first, second)
}

#[cfg(test)]
mod tests {
    use crate::viet::spell::{Exempt, check};

    #[test]
    fn neighbours_changed_about() {
        for (text, told) in [
            ("toàn thể đảng viên, phần góp đưa nghị quyết vào cuộc sống", Some(("phần góp", "góp phần"))),
            ("toàn thể đảng viên góp phần đưa nghị quyết vào cuộc sống", None),
            ("các đại biểu tập đã trung thảo luận", Some(("tập đã", "đã tập"))),
            ("nối kết các bộ phận lại với nhau", None),
            ("ngành đường sắt đã bán gần hết số vé dịp Tết", None),
        ] {
            let flags = check(text, &Exempt::new());
            let found = flags.first().map(|flag| (flag.word.as_str(), flag.suggestion.as_deref().unwrap_or_default()));
            assert_eq!(found, told, "{text}");
        }
    }
}
