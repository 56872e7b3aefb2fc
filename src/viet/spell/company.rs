//! Real words in the wrong place. Where two neighbours were never seen together, every syllable that one slip turns
//! into what is written is tried in its place; it is flagged when another makes the phrase far likelier.

use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// What a better word must bring, in natural logarithms of likelihood.
///
/// One syllable in a thousand or so is mistyped, and in one of some forty ways: at e^10 a slip becomes the likelier
/// reading. Raising the bars trades finds for silence; they were set on news written for the purpose
/// (`benches/proofing.rs`) and on texts strung together from pairs withheld from the lexicon.
struct Bar {
    /// With a neighbour on both sides.
    both: f32,
    /// With one neighbour.
    one: f32,
    /// Where it makes a headword with a neighbour that no other word lays claim to.
    word: f32,
    /// How often such a headword must have been counted.
    word_count: f32,
    /// What the cause of the slip costs: a mark, a sound, a key.
    causes: [f32; 3],
}

/// The bars in force.
const BAR: Bar = Bar { both: 8.5, one: 9.0, word: 4.5, word_count: 12.0, causes: [0.0, 1.0, 4.0] };

/// Below such a bond two neighbours were seen together less often than chance brings them.
const STRANGE: f32 = 0.3;

/// From such a bond on a neighbour is company.
const KNOWN: f32 = 1.5;

/// Below such a bond a listed word is one that hardly anybody writes.
const LOOSE: f32 = 1.0;

/// From such a bond on two neighbours are as good as a word: *đẩy mạnh, cải thiện*.
const BOUND: f32 = 4.0;

/// So often the commonest words were counted: *và, của, các, đã*.
const COMMON: f32 = 4_000.0;

/// How much of the evidence counts that a half of words stands here without its other half.
const HALF: f32 = 0.5;

/// Above such a logarithm of its free share a syllable is no half of words.
const BOUND_HALF: f32 = -1.0;

/// Below so many counts a word is one that hardly anybody writes.
const RARE: f32 = 10.0;

/// Units of the countryside, which laws and the news of the capital seldom name.
const UNITS: [&str; 9] = ["thôn", "bản", "ấp", "xóm", "buôn", "khóm", "sóc", "phường", "xã"];

/// A better word for a place.
#[derive(Clone, Copy)]
struct Better {
    at: usize,
    meant: Id,
    gain: f32,
}

/// Flags of the layer; of neighbours that blame each other the likelier culprit is kept.
pub(super) fn find(reading: &Reading<'_>) -> Vec<Flag> {
    let mut found: Vec<Better> = Vec::new();
    for at in 0..reading.tokens.len() {
        let Some(better) = improve(reading, at) else {
            continue;
        };
        match found.last_mut() {
            Some(last) if last.at + 1 == at && reading.tokens[at].joined => {
                if better.gain > last.gain {
                    *last = better;
                }
            }
            _ => found.push(better),
        }
    }
    let meant = |better: &Better| reading.lexicon.word(better.meant);
    found.iter().map(|better| flag(reading, better.at, Kind::Company, Some(meant(better)))).collect()
}

/// The best word for a place, if it is far better than the one that stands there.
///
/// Nothing is asked while both neighbours are known to keep this company, nor where the word is bound to one of them:
/// that is nearly every word of a clean text. For the rest each near syllable *v* is weighed against the word *w* as
/// written by P(v | before) · P(after | v) over the same with *w*, both by counts of pairs, discounted so that what
/// was never seen is improbable and not impossible.
fn improve(reading: &Reading<'_>, at: usize) -> Option<Better> {
    let opens = reading.tokens[at].shape == Shape::Initial;
    if reading.tokens[at].shape != Shape::Lower && !opens {
        return None;
    }
    let lexicon = &reading.lexicon;
    let (seen, left, right) = (reading.ids[at]?, reading.left(at), reading.right(at));
    let before = left.map(|left| (left, seen));
    let after = right.map(|right| (seen, right));
    let strange =
        |pair: Option<(Id, Id)>| pair.is_some_and(|(a, b)| lexicon.bond(a, b).is_none_or(|bond| bond < STRANGE));
    // *sửa đi sửa lại*, *năm này năm khác*: between two of one word stands what the phrase needs.
    if left.is_some() && left == right {
        return None;
    }
    if !(strange(before) || strange(after)) || is_word(lexicon, before) || is_word(lexicon, after) {
        return None;
    }
    let bar = if left.is_some() && right.is_some() { BAR.both } else { BAR.one };
    let free_left = strange(before) && !leans_left(reading, at - 1);
    let free_right = strange(after) && !leans_right(reading, at + 1);
    // A lone neighbour that belongs to another word proves nothing.
    let lone = left.is_some() != right.is_some();
    let heard = !lone || (left.is_some() && free_left) || (right.is_some() && free_right);
    // Beside a word that hardly anybody writes, one that is listed need not be common.
    let word_count = if lexicon.count(seen) < RARE { 0.0 } else { BAR.word_count };
    let makes_word = |meant: Id| {
        let strong = |first: Id, second: Id| {
            let pair = lexicon.pair(first, second);
            // What is no listed word must be common to prove anything, and very common to do so alone.
            let least = if lone { 100.0 } else { 20.0 };
            let bound = |count: f32| count >= least && is_bound(lexicon, Some((first, second)));
            pair.is_some_and(|pair| pair.count >= word_count && (pair.headword || bound(pair.count)))
        };
        (free_left && left.is_some_and(|left| strong(left, meant)))
            || (free_right && right.is_some_and(|right| strong(meant, right)))
    };
    // What is likelier must have been counted beside a neighbour, and not once by chance.
    let counted =
        |first: Id, second: Id| lexicon.pair(first, second).is_some_and(|pair| pair.headword || pair.count >= 3.0);
    let is_counted =
        |meant: Id| left.is_some_and(|left| counted(left, meant)) || right.is_some_and(|right| counted(meant, right));
    // A very common word is met in every company; villages are hardly told of in what was counted.
    let local = if UNITS.contains(&lexicon.word(seen)) { 3.0 } else { 0.0 };
    let common = if lexicon.count(seen) > COMMON { 1.5 } else { local };
    // A side that keeps its company speaks for the word.
    let known = |pair: Option<(Id, Id)>| {
        // Of what hardly anybody writes, chance keeps the only company.
        let (a, b) = pair.filter(|_| lexicon.count(seen) >= RARE)?;
        lexicon.bond(a, b).filter(|bond| *bond > KNOWN)
    };
    let kept = if known(before).or(known(after)).is_some() { 1.5 } else { 0.0 };
    let base = likelihood(lexicon, left, seen, right) + common + kept;
    let joins = |pair: Option<(Id, Id)>| is_listed(lexicon, pair, f32::MIN) || is_bound(lexicon, pair);
    let whole = |meant: Id| joins(left.map(|left| (left, meant))) || joins(right.map(|right| (meant, right)));
    // Half a word without the other half is a stray: that speaks for another that makes a word here.
    let stray = |id: Id| HALF * Some(lexicon.free(id)).filter(|free| *free < BOUND_HALF).unwrap_or_default();
    let strays = |meant: Id| if whole(meant) { 0.0 } else { stray(meant) } - stray(seen);
    let gain =
        |meant: Id, cause: u8| likelihood(lexicon, left, meant, right) - base - BAR.causes[usize::from(cause.min(2))];
    lexicon
        .near(seen)
        .map(|(meant, cause)| Better { at, meant, gain: gain(meant, cause) })
        .filter(|better| {
            let word = better.gain + strays(better.meant) > BAR.word && makes_word(better.meant);
            word || (better.gain > bar && heard && !opens && is_counted(better.meant))
        })
        .max_by(|a, b| a.gain.total_cmp(&b.gain))
}

/// Whether two neighbours are a word: listed as one, and not seen side by side only by chance.
pub(super) fn is_word(lexicon: &Lexicon, pair: Option<(Id, Id)>) -> bool {
    is_listed(lexicon, pair, LOOSE)
}

/// Whether two neighbours are listed as a word and bound so far.
fn is_listed(lexicon: &Lexicon, pair: Option<(Id, Id)>, least: f32) -> bool {
    let listed = |(a, b): (Id, Id)| lexicon.pair(a, b).is_some_and(|pair| pair.headword);
    pair.is_some_and(|(a, b)| listed((a, b)) && lexicon.bond(a, b).is_some_and(|bond| bond > least))
}

/// Whether two neighbours are as good as a word.
fn is_bound(lexicon: &Lexicon, pair: Option<(Id, Id)>) -> bool {
    pair.and_then(|(a, b)| lexicon.bond(a, b)).is_some_and(|bond| bond >= BOUND)
}

/// Whether a word is taken by the one before it, so that it says nothing about the one after: in *công cụ thể* the
/// word *cụ* may belong to either side.
fn leans_left(reading: &Reading<'_>, at: usize) -> bool {
    let pair = reading.left(at).zip(reading.ids[at]);
    is_listed(&reading.lexicon, pair, 0.0)
}

/// Whether a word is taken by the one after it.
fn leans_right(reading: &Reading<'_>, at: usize) -> bool {
    let pair = reading.ids[at].zip(reading.right(at));
    is_listed(&reading.lexicon, pair, 0.0) || is_bound(&reading.lexicon, pair)
}

/// The logarithm of the chance of a word between its neighbours.
pub(super) fn likelihood(lexicon: &Lexicon, left: Option<Id>, word: Id, right: Option<Id>) -> f32 {
    lexicon.chance(left, word) + right.map_or(0.0, |right| lexicon.chance(Some(word), right))
}
