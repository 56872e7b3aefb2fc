//! Anniversaries whose one day stands behind them — *kỷ niệm 60 năm Cuộc nổi dậy … (ngày 07/02/1969)*, *giỗ 200 năm ngày mất Trịnh
//! Hoài Đức … (1765-1852)* — against the year of the text.

use std::ops::Range;

use super::Sentence;
use super::lives::lives;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;
use crate::viet::seek::seek;

/// How far before its years the word of an anniversary stands, and how far behind them its day, in bytes.
const LEAD: usize = 40;
const FAR: usize = 150;

/// From this month on the anniversaries of the next year are told of.
const NEXT: u8 = 9;

/// Years that are counted from a day.
struct Counted<'p> {
    /// *60 năm*
    range: Range<usize>,
    said: u16,
    /// What they are counted from, in small letters, up to the end of the sentence.
    thing: &'p str,
}

/// Checks the anniversaries of each sentence.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let Some(day) = proof.day.filter(|_| proof.dated) else { return };
    for sentence in sentences {
        for one in counted(sentence) {
            let begun = in_bracket(&one).or_else(|| of_a_life(proof, sentences, &one));
            let Some((place, begun)) = begun.filter(|(_, begun)| *begun < day.year()) else { continue };
            let told = begun + one.said;
            let now = |year: u16| told == year || told == year + 1 && day.month() >= NEXT;
            // A text of several years may be of the year that the anniversary leads to.
            let of_text = proof.points().iter().filter_map(|point| point.year).any(|year| year == told);
            if !now(day.year()) && !of_text {
                faults.push(fault(proof, (&one, place), (begun, day)));
            }
        }
    }
}

/// *kỷ niệm tròn 60 năm …*, *giỗ lần thứ 200 năm …*, *lễ giỗ 200 năm ngày mất …*
fn counted<'p>(sentence: &Sentence<'p>) -> Vec<Counted<'p>> {
    const LEADS: [&str; 5] = ["kỷ niệm", "giỗ", "tưởng niệm", "tưởng nhớ", "mừng"];
    let one = |(at, unit): (usize, &str)| {
        let head = &sentence.lower[..at];
        let number = head.rsplit(' ').next()?;
        let said: u16 = number.parse().ok().filter(|said| (5..=1_500).contains(said))?;
        let from = at - number.len();
        let near = &head[head.ceil_char_boundary(from.saturating_sub(LEAD))..from];
        let led = LEADS.iter().any(|word| near.contains(word)) && !near.contains(['(', ';', '.', ')']);
        let range = sentence.range.start + from..sentence.range.start + at + unit.trim_end().len();
        led.then_some(Counted { range, said, thing: &sentence.lower[at + unit.len()..] })
    };
    seek(sentence.lower, " năm ").filter_map(one).collect()
}

/// *(ngày 07/02/1969)*, *(1969)*: the one year in the first bracket behind, and where it stands.
fn in_bracket(one: &Counted) -> Option<(Range<usize>, u16)> {
    let at = one.thing.find('(').filter(|at| *at < FAR && !one.thing[..*at].contains([';', ',', ':']))?;
    // *60 năm Công ty A và 30 năm Công ty B (1990)*: what counts again stands between.
    (!one.thing[..at].contains(" năm ")).then_some(())?;
    let inside = one.thing[at + 1..].split(')').next()?;
    let plain = inside.chars().all(|c| c.is_ascii_digit() || "/-. ".contains(c) || "ngàythánăm".contains(c));
    let year = inside.get(inside.len().checked_sub(4)?..)?;
    let digits = year.bytes().all(|byte| byte.is_ascii_digit());
    let alone = inside.split(|c: char| !c.is_ascii_digit()).filter(|piece| piece.len() == 4).count() == 1;
    let from = one.range.end + 1 + at + 1;
    (plain && digits && alone && inside.len() > 3).then(|| Some((from..from + inside.len(), year.parse().ok()?)))?
}

/// *200 năm ngày mất danh nhân A … A (1765-1852)*: the birth or the death of somebody whose life the text tells.
fn of_a_life(proof: &Proof, sentences: &[Sentence], one: &Counted) -> Option<(Range<usize>, u16)> {
    const BIRTHS: [&str; 2] = ["ngày sinh", "năm sinh"];
    const DEATHS: [&str; 4] = ["ngày mất", "năm mất", "ngày hy sinh", "ngày giỗ"];
    let born = BIRTHS.iter().any(|word| one.thing.starts_with(word));
    let died = DEATHS.iter().any(|word| one.thing.starts_with(word));
    (born || died).then_some(())?;
    let near = &one.thing[..one.thing.ceil_char_boundary(FAR.min(one.thing.len()))];
    let all = sentences.iter().flat_map(|sentence| lives(proof, sentence));
    let life = all.into_iter().find(|life| near.contains(&life.name))?;
    Some((life.range.clone(), if born { life.born } else { life.died }))
}

fn fault(proof: &Proof, (one, place): (&Counted, Range<usize>), (begun, now): (u16, Ymd)) -> Diagnostic {
    let years = now.year() - begun;
    // The day in its bracket beside the years, else the life where it stands.
    let near = (one.range.end..one.range.end + FAR).contains(&place.start);
    let range = if near { one.range.start..place.end } else { place };
    let fault = proof.fault("time-course", range).with("said", one.said).with("begun", begun).with("now", now.year());
    let mut fault = fault.with("years", years).hint(Message::new("time-course.hint.jubilee").with("years", years));
    fault.message.id = "time-course.jubilee";
    fault
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn anniversaries_of_one_day() {
        let rising = |year: &str| {
            format!(
                "Từ ngày 21/01/2019, bảo tàng trưng bày kỷ niệm tròn 60 năm Cuộc nổi dậy ở xã Gạo (ngày 07/02/{year}) của dân."
            )
        };
        let poet = |died: &str| {
            format!(
                "Ngày 5/3/2025, xã cho biết lễ giỗ 200 năm ngày mất thầy Lê Hoài Đức diễn ra ở đình. Lê Hoài Đức (1765-{died}) là thầy đồ."
            )
        };
        for (text, told) in [
            (rising("1969"), Some("60 năm Cuộc nổi dậy ở xã Gạo (ngày 07/02/1969")),
            (rising("1959"), None),
            (poet("1852"), Some("200 năm ngày mất thầy Lê Hoài Đức diễn ra ở đình. Lê Hoài Đức (1765-1852")),
            (poet("1825"), None),
        ] {
            let seen = crate::check::proof::seen(&text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
