//! The hours of a forecast — *Hồi 13 giờ ngày 03/8 … Trong 24 giờ tới … Đến 13 giờ ngày 04/8*: each goes on from the one before it.

use super::clock::{Clock, of_the_day};
use super::hours::{FAR, before, day};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Padding;

/// *Hồi 13 giờ ngày 03/8 … Trong 24 giờ tới … Đến 13 giờ ngày 04/8*: so many hours behind the first or the one told last, and never
/// the same hour again.
pub(super) fn check(proof: &Proof, clocks: &[Clock], faults: &mut Vec<Diagnostic>) {
    const LEADS: [&str; 5] = ["hồi", "lúc", "vào", "khoảng", "tính đến"];
    const UNTIL: [&str; 4] = ["đến", "đến khoảng", "tới", "đến lúc"];
    /// So many hours back the day is of another year.
    const MOST: i64 = 24 * 90;
    let lower = proof.lower();
    let (mut base, mut last): (Option<i64>, Option<(i64, &Clock)>) = (None, None);
    for clock in clocks {
        let Some(own) = day(proof, clock) else { continue };
        let head = before(proof, clock.range.start).trim_end();
        let hour = of_the_day(proof, clock).map_or(i64::from(clock.hour), |minutes| i64::from(minutes / 60));
        let at = own.ordinal() * 24 + hour;
        let until = UNTIL.iter().any(|word| head.ends_with(word));
        if let (Some((from, earlier)), Some(begun), true) = (last, base, until) {
            let told = &lower[earlier.range.end..clock.range.start];
            let count = hours_ahead(told).filter(|_| told.matches("đến ").count() <= 2);
            let off = count.filter(|(count, span)| at != begun + count && (*span || at != from + count));
            // Of *24 đến 48 giờ tiếp theo* the last hour is counted from the first.
            let from = if off.is_some_and(|(_, span)| span) { begun } else { from };
            let off = off.map(|(count, _)| count);
            let again = count.is_none() && at <= from && told.contains("dự báo") && told.len() < FAR;
            // *đến 10 giờ ngày 20/7 … đến 10 giờ ngày 21/7 … đến 10 giờ ngày 12/7*: a row of days that goes on.
            let back =
                (begun - MOST..begun).contains(&at) && begun < from && told.len() < FAR && !told.contains("trước đó");
            let right = own.plus((from + off.unwrap_or(24) - at).div_euclid(24));
            if let Some(right) = right.filter(|_| off.is_some() || again || back) {
                let count = off.unwrap_or(24);
                let told = if back { "time-course" } else { "date-span" };
                let fault = proof.fault(told, clock.range.clone()).with("count", count);
                let mut fault = fault.with("begun", with_its_day(proof, earlier));
                fault.message.id = if back { "time-course.forecast" } else { "date-span.forecast" };
                let right = right.day_and_month(Padding::Padded);
                faults.push(fault.hint(Message::new("date-span.hint.forecast").with("right", right)));
                return;
            }
        }
        if until && base.is_some() || LEADS.iter().any(|word| head.ends_with(word)) {
            last = Some((at, clock));
            base = base.or(Some(at));
        }
    }
}

/// An hour with the day behind it: *7 giờ ngày 12/9*.
fn with_its_day<'p>(proof: &'p Proof, clock: &Clock) -> &'p str {
    let days = proof.days();
    let own = days.get(days.partition_point(|day| day.range.start < clock.range.end));
    &proof.plain()[clock.range.start..own.map_or(clock.range.end, |day| day.range.end)]
}

/// The hours that lie ahead, *trong 24 giờ tới*, and whether they are the last of a span: *24 đến 48 giờ tiếp theo*.
fn hours_ahead(told: &str) -> Option<(i64, bool)> {
    const AHEAD: [&str; 5] = [" giờ tới", " giờ tiếp", " giờ sau đó", " giờ kế tiếp", " giờ sau,"];
    let end = AHEAD.iter().filter_map(|words| told.rfind(words)).max()?;
    let word = told[..end].rsplit(' ').next()?;
    let lead = told[..end - word.len()].trim_end();
    let span = lead.ends_with("đến") || word.contains(['-', '–']);
    let count = word.rsplit(['-', '–']).next()?.parse().ok()?;
    (told.len() - end < FAR / 2).then_some((count, span))
}

#[cfg(test)]
mod tests {
    use super::super::clock;

    #[test]
    fn forecasts_go_on() {
        let told = |words: &str| crate::check::proof::seen(words, clock::check);
        let storm = |day: &str| {
            format!(
                "Lúc 4h sáng nay (12/10), tâm bão ở xa bờ. Trong 24 giờ tới, bão đi về phía tây; đến 4h sáng mai (13/10), bão mạnh lên. Trong 24 giờ sau đó, bão yếu dần. Đến 4h ngày {day}, bão tan."
            )
        };
        assert_eq!(told(&storm("15/10")), ["4h"]);
        assert!(told(&storm("14/10")).is_empty());
        let row = |day: &str| {
            format!(
                "Hồi 7 giờ ngày 11/8, bão ở xa bờ; đến 7 giờ ngày 12/8, bão vào gần; bão đi chậm, đến 7 giờ ngày 13/8 thì sát bờ; bão yếu đi, đến 7 giờ ngày {day} bão tan."
            )
        };
        assert_eq!(told(&row("04/8")), ["7 giờ"]);
        assert!(told(&row("14/8")).is_empty());
    }
}
