//! The day of the paper that a text is — *thông qua ngày …*, *Hà Nội, ngày …* — against what it rests on and when it is in
//! force.

use std::ops::Range;

use super::super::Sentence;
use super::{KINDS, Paper, fault};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{self, Padding, Ymd};

/// *Hà Nội, ngày 24 tháng 3 năm 2008*: the day of the paper that the text is.
pub(super) fn issue(sentence: &Sentence, days: &[(Range<usize>, Ymd)]) -> Option<Ymd> {
    let [(told, day)] = days else { return None };
    let (head, behind) = (sentence.before(told.start).trim(), sentence.behind(told.end).trim());
    let place = head.strip_suffix(',').is_some_and(|place| !place.contains([',', ':']) && place.split(' ').count() < 5);
    (place && behind.trim_end_matches('.').is_empty() && sentence.between(told.clone()).starts_with("ngày"))
        .then_some(*day)
}

/// A paper that is cited in one of an earlier day.
pub(super) fn cited_later(proof: &Proof, day: Ymd, papers: &[Paper]) -> Option<Diagnostic> {
    let paper = papers.iter().find(|paper| paper.day > day)?;
    let own = Paper { range: paper.range.clone(), told: paper.told.clone(), day };
    Some(fault(proof, paper.told.clone(), paper, &own))
}

/// *Xét Tờ trình … ngày 30/6/2017 … Nghị quyết này đã được … thông qua ngày 13/6/2017*; *có hiệu lực từ ngày 08/11/2025 …
/// thông qua ngày 18/11/2025*.
pub(super) fn passed(
    proof: &Proof,
    sentence: &Sentence,
    days: &[(Range<usize>, Ymd)],
    bases: &[Paper],
) -> Option<Diagnostic> {
    let own =
        sentence.lower.find(" này ").filter(|at| KINDS.iter().any(|kind| sentence.lower[..*at].ends_with(kind)))?;
    let made = sentence.lower[own..].find("thông qua").map(|at| sentence.range.start + own + at)?;
    let (told, day) = days.iter().find(|(told, _)| told.start > made)?;
    let younger: Vec<&Paper> = bases.iter().filter(|base| base.day > *day).collect();
    let effect = || in_force(proof, sentence.range.start, *day);
    let Some(base) = younger.first() else { return effect() };
    // Of many bases the one that is younger is the slip, else the day of passing is.
    let paper = Paper { range: told.clone(), told: told.clone(), day: *day };
    let at = if younger.len() == 1 && bases.len() > 2 { base.told.clone() } else { told.clone() };
    Some(fault(proof, at, base, &paper))
}

/// *Nghị quyết này có hiệu lực từ ngày 08/11/2025*, shortly before a place, and earlier than it was passed.
fn in_force(proof: &Proof, end: usize, passed: Ymd) -> Option<Diagnostic> {
    const FAR: usize = 1_200;
    let text = proof.plain();
    let from = (end.saturating_sub(FAR)..end).find(|at| text.is_char_boundary(*at))?;
    let near = &text[from..end];
    let at = near.rfind(" có hiệu lực").filter(|at| near[..*at].ends_with("này"))?;
    let first = date::find(&near[at..]).into_iter().next().filter(|told| told.range.start < 60)?;
    let day = first.day.ok().filter(|day| *day < passed)?;
    let range = from + at + first.range.start..from + at + first.range.end;
    let fault = proof.fault("time-course", range).with("later", "có hiệu lực").with("earlier", "thông qua");
    let fault = fault.with("ended", day.numeric(Padding::Padded)).with("begun", passed.numeric(Padding::Padded));
    Some(fault.hint_id("time-course.hint"))
}
