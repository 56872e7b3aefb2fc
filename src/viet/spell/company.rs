//! Real words in the wrong place. Where a word keeps no company it is known to keep, every syllable that one slip turns
//! into it is tried in its place; it is flagged when the evidence for another outweighs the chance of a slip.

use crate::viet::spell::evidence::Case;
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::place::{Place, Side, pairs};
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// What the evidence must come to, as the logarithm of odds. Raising it trades finds for silence.
const BAR: f32 = 2.8;

/// So much at most the rest of the text can add.
const REST: f32 = 2.0;

/// A neighbour counted so often settles its side.
const SETTLED: f32 = 4.0;

/// Below such a bond a listed word is one that hardly anybody writes.
const LOOSE: f32 = 1.0;

/// A better word for a place.
#[derive(Clone, Copy)]
struct Better {
    at: usize,
    meant: Id,
    odds: f32,
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
                if better.odds > last.odds {
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
fn improve(reading: &Reading<'_>, at: usize) -> Option<Better> {
    let place = doubtful(reading, at)?;
    let lexicon = &reading.lexicon;
    let case = Case::new(reading, place);
    // What was never seen beside either neighbour is no better company.
    let known = |near: &(Id, u8)| pairs(lexicon, &place, near.0).iter().any(Option::is_some);
    let tried = lexicon.near(place.seen).filter(known).map(|near| (near, case.odds(near, [0.0, 0.0])));
    let (near, _) = tried.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, odds)| *odds > BAR - REST)?;
    let odds = case.odds(near, case.repeats(near.0));
    (odds > BAR).then_some(Better { at, meant: near.0, odds })
}

/// The place of a word that is not known to be right there: one in four of a clean text.
pub(super) fn doubtful(reading: &Reading<'_>, at: usize) -> Option<Place> {
    is_judged(reading, at).then(|| Place::of(reading, at))?.filter(|place| is_open(&reading.lexicon, place))
}

/// Whether a word is none of a name, and not settled.
fn is_judged(reading: &Reading<'_>, at: usize) -> bool {
    let judged = match reading.tokens[at].shape {
        Shape::Lower | Shape::Initial => true,
        // The first half of a title may be wrong: *Bi thư*; a name of more words is its bearer's affair.
        Shape::Capital => !matches!(reading.before(at), Side::Name(_)) && reading.right(at).is_some(),
        Shape::Other => false,
    };
    judged && !is_settled(reading, at)
}

/// Whether each neighbour was counted beside a word often enough.
fn is_settled(reading: &Reading<'_>, at: usize) -> bool {
    let sides = [(reading.before(at), reading.counted(at)), (reading.behind(at), reading.counted(at + 1))];
    sides.into_iter().all(|(side, count)| side == Side::Edge || count >= SETTLED)
}

/// Whether the neighbours can say anything.
pub(super) fn is_open(lexicon: &Lexicon, place: &Place) -> bool {
    // *sửa đi sửa lại*, *năm này năm khác*: between two of one word stands what the phrase needs.
    place.left != place.right || place.left.id().is_some_and(|id| lexicon.is_any(id))
}

/// Whether two neighbours are a word: listed as one, and not seen side by side only by chance.
pub(super) fn is_word(lexicon: &Lexicon, pair: Option<(Id, Id)>) -> bool {
    let listed = |(a, b): (Id, Id)| lexicon.pair(a, b).is_some_and(|pair| pair.headword);
    pair.is_some_and(|(a, b)| listed((a, b)) && lexicon.bond(a, b).is_some_and(|bond| bond > LOOSE))
}
