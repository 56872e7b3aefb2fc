//! Real words in the wrong place. Where a word keeps no company it is known to keep, every syllable that one slip turns
//! into it is tried in its place; it is flagged when the evidence for another outweighs the chance of a slip.

use crate::viet::capital::SURNAMES;
use crate::viet::spell::evidence::Case;
use crate::viet::spell::lexicon::{Id, Lexicon};
use crate::viet::spell::place::{Place, Side, pairs, triples};
use crate::viet::spell::reading::CALLS;
use crate::viet::spell::token::Shape;
use crate::viet::spell::{Flag, Kind, Reading, flag};

/// What the evidence must come to, as the logarithm of odds, by how many more of the three in a row that the other word makes
/// were seen than of those that stand there, the middle one counted twice; and where both neighbours are known to keep the written word company, which
/// takes one more at least. Raising them trades finds for silence.
const BARS: [f32; 5] = [2.7, 2.0, 2.0, 2.0, 1.0];
const SETTLED_BARS: [f32; 5] = [f32::INFINITY, 3.0, -0.3, -0.7, -1.0];

/// So much more is asked where a word stands in for another that is nothing like it, and where it stands again two words before.
const STRANGER: f32 = 2.0;
const AGAIN: f32 = 0.3;

/// So much more is asked where the word makes one of the dictionary with a neighbour: *giải quốc nội*, *phòng thi hài*.
const WHOLE: f32 = 2.0;

/// So much at most the rest of the text can add.
const REST: f32 = 2.0;

/// A neighbour counted so often settles its side.
const SETTLED: f32 = 4.0;

/// The rank of a cause that is none of the common ones.
const FAR: u8 = 4;

/// What stands between and behind words said twice.
const TURNS: [&str; 6] = ["đi", "lại", "qua", "ra", "vào", "nọ"];

/// Below such a bond a listed word is one that hardly anybody writes.
const LOOSE: f32 = 1.0;

/// Nouns before the names of places.
const PLACES: [&str; 14] =
    ["xã", "phường", "trấn", "huyện", "quận", "phố", "tỉnh", "thôn", "ấp", "làng", "đường", "cầu", "sông", "chợ"];

/// How often the word was counted that the end of a title makes with what follows.
const TITLE: f32 = 20.0;

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
    let lexicon = &reading.lexicon;
    let place = judged(reading, at)?;
    let settled = is_settled(reading, at);
    let own = triples(lexicon, &place, place.seen);
    (!goes_on_a_list(reading, at)).then_some(())?;
    // *không đề phát sinh*: both neighbours are good company, but never both at once.
    (!settled || (!own[0] && place.shape != Shape::Capital)).then_some(())?;
    let gain = |meant: Id| match own[0] {
        true => 0,
        false => count(triples(lexicon, &place, meant)).saturating_sub(count(own)),
    };
    // What was never seen beside either neighbour is no better company.
    let title = place.shape == Shape::Capital && matches!(place.left, Side::Name(_));
    let listed = |meant: Id| pairs(lexicon, &place, meant)[1].is_some_and(|pair| pair.headword && pair.count >= TITLE);
    // *Sau đó, Lợi yêu cầu*: a capital alone is a name, unless the other word is half of a title.
    let half = |meant: Id| pairs(lexicon, &place, meant)[1].is_some_and(|pair| pair.headword);
    let known = |near: &(Id, u8)| match settled {
        _ if title => listed(near.0),
        _ if place.shape == Shape::Capital && !half(near.0) => false,
        true => gain(near.0) > 0,
        false => pairs(lexicon, &place, near.0).iter().any(Option::is_some),
    };
    let again = stand_ins(reading, &place);
    let stranger = if again.is_some() { AGAIN } else { STRANGER };
    let mut tried = lexicon.near(place.seen).chain(again.into_iter().flatten()).filter(known).peekable();
    tried.peek()?;
    let case = Case::new(reading, place);
    let (near, odds) = tried.map(|near| (near, case.odds(near, [0.0, 0.0]))).max_by(|a, b| a.1.total_cmp(&b.1))?;
    let far = if near.1 == FAR { stranger } else { 0.0 };
    let own = pairs(lexicon, &place, place.seen).into_iter().flatten().any(|pair| pair.headword && pair.count > 0.0);
    let whole = if own && !settled { WHOLE } else { 0.0 };
    let bar = if settled { SETTLED_BARS } else { BARS }[gain(near.0)] + far + whole;
    (odds > bar - REST).then_some(())?;
    let odds = case.odds(near, case.repeats(near.0));
    (odds > bar).then_some(Better { at, meant: near.0, odds })
}

/// *từng khoa, phòng tặng quà*: behind a comma a word that goes with the one before it, which is all that it is beside.
fn goes_on_a_list(reading: &Reading<'_>, at: usize) -> bool {
    let lexicon = &reading.lexicon;
    let before = at.checked_sub(1).filter(|_| reading.before(at) == Side::Edge);
    before.is_some_and(|before| {
        let gap = &reading.text[reading.tokens[before].range.end..reading.tokens[at].range.start];
        let pair = || lexicon.pair(reading.ids[before]?, reading.ids[at]?);
        gap == ", " && pair().is_some_and(|pair| pair.headword || pair.count >= SETTLED)
    })
}

/// *nhà văn nhà khu* for *nhà văn hoá khu*: where a word stands again behind the next, it may have crept in for anything that
/// was seen between its neighbours; not so in *đẩy đi đẩy lại* and *mồng 4 mồng 5*.
fn stand_ins(reading: &Reading<'_>, place: &Place) -> Option<impl Iterator<Item = (Id, u8)>> {
    let before = place.at.checked_sub(2)?;
    let lexicon = &reading.lexicon;
    let (Side::Word(left), Side::Word(right)) = (place.left, place.right) else { return None };
    let again = reading.ids[before] == Some(place.seen) && place.far_left == Some(place.seen);
    let turns = [left, right].into_iter().any(|word| lexicon.is_any(word) || TURNS.contains(&lexicon.word(word)));
    (again && !turns).then_some(())?;
    let middles = lexicon.middles(left, right);
    Some(middles.filter(move |word| !lexicon.is_any(*word)).map(|word| (word, FAR)))
}

/// How many hold, the middle one counted twice: it alone has both neighbours.
fn count(triples: [bool; 3]) -> usize {
    usize::from(triples[0]) + triples.into_iter().filter(|seen| *seen).count()
}

/// The place of a word that is none of a name, if the neighbours can say anything.
fn judged(reading: &Reading<'_>, at: usize) -> Option<Place> {
    // *ông Tác*, *chị Đạo*: whatever the name is.
    let calls = || CALLS.contains(&&*reading.plain(at));
    let judged = match reading.tokens[at].shape {
        Shape::Lower | Shape::Initial if matches!(reading.behind(at), Side::Name(_)) && calls() => false,
        Shape::Lower | Shape::Initial if reading.is_pronoun(at) => false,
        Shape::Lower | Shape::Initial => true,
        // The first half of a title may be wrong: *Bi thư*; a name of more words is its bearer's affair.
        Shape::Capital => {
            reading.right(at).is_some() && (!matches!(reading.before(at), Side::Name(_)) || ends_title(reading, at))
        }
        Shape::Other => false,
    };
    judged.then(|| Place::of(reading, at))?.filter(|place| is_open(&reading.lexicon, place))
}

/// *Trưởng Khối Dan vận phường*: the last capital of a title goes with the small word behind, unless a person bears the name.
fn ends_title(reading: &Reading<'_>, at: usize) -> bool {
    let lexicon = &reading.lexicon;
    let pair = |first: Option<Id>, second: Option<Id>| lexicon.pair(first?, second?);
    let (own, next, far) = (reading.ids[at], reading.behind(at).id(), reading.behind(at + 1).id());
    let mut run = (0..at)
        .rev()
        .take_while(|before| reading.tokens[*before].shape == Shape::Capital && reading.tokens[before + 1].joined);
    let (mut head, mut person) = (at, false);
    for before in run.by_ref() {
        (head, person) = (before, person || SURNAMES.contains(&&*reading.plain(before)));
    }
    // *xã Hòa Khánh Đông từ 8 giờ*: the name of a place.
    let place = head.checked_sub(1).is_some_and(|noun| PLACES.contains(&&*reading.plain(noun)));
    !person && !place && pair(own, next).is_none() && pair(next, far).is_none_or(|pair| !pair.headword)
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
