//! The first and the last day of an event against the span the text gives it — *diễn ra từ 26/8 đến 31/8 … khai mạc
//! ngày 26/8 và bế mạc ngày 30/8*.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Padding, Partial, Ymd};

/// Words before the span of an event.
const HELD: [&str; 9] =
    ["diễn ra", "tổ chức", "kéo dài", "thời gian", "tiến hành", "được mở", "thăm", "chuyến công", "thi đấu"];

/// What is held on a visit.
const TALKS: [&str; 6] = ["hội đàm", "hội kiến", "tiếp kiến", "lễ đón", "chiêu đãi", "cuộc gặp"];

/// Words of a day outside the event that belongs to it.
const ASIDE: [&str; 7] = ["trước đó", "trước chuyến", "sau chuyến", "chuẩn bị", "lần trước", "năm ngoái", "năm trước"];

/// How far before a day its words are looked for, in letters.
const FAR: usize = 80;

/// A span of days of a text.
pub(super) struct Span {
    pub(super) range: Range<usize>,
    pub(super) first: Ymd,
    pub(super) last: Ymd,
}

/// Checks the opening and the closing of the one event whose span the text tells.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let text = proof.plain();
    let days = proof.days();
    let mut held = spans(proof, days);
    faults.extend(held.iter().find_map(|span| in_the_course(proof, span)));
    // *Từ ngày 27 đến ngày 30/9, tại công viên sẽ diễn ra giải*: the verb may stand behind the span.
    let opens = |span: &Span| {
        let head = before(text, span.range.start).rsplit(['.', '\n']).next().unwrap_or_default().trim();
        let behind = &text[span.range.end..];
        let clause = behind.split(['.', ';', '\n']).next().unwrap_or_default();
        head.is_empty() && clause.contains("diễn ra") && clause.len() < 320
    };
    held.retain(|span| {
        HELD.iter().any(|word| before(text, span.range.start).to_lowercase().contains(word)) || opens(span)
    });
    // A span that is told again is one.
    held.dedup_by(|next, one| (next.first, next.last) == (one.first, one.last));
    faults.extend(talks(proof, &held));
    let [span] = &held[..] else { return };
    let told = |word: &str| {
        let mut found = days.iter().filter(|day| day.month.is_some() && !span.range.contains(&day.range.start));
        let day = found.find(|day| leads(text, day, word) || follows(text, day, word))?;
        Some((day.range.clone(), day.like(span.first)?))
    };
    let (opening, closing) = (told("khai mạc"), told("bế mạc").or_else(|| told("khép lại")));
    let outside = |day: Ymd| day < span.first || day > span.last;
    let main = within(text, span, days).filter(|(_, day)| outside(*day));
    if let Some((range, _)) = main.filter(|(range, _)| {
        ![&opening, &closing].iter().any(|told| told.as_ref().is_some_and(|(own, _)| own == range))
    }) {
        let mut fault = proof.fault("date-span", range).with("span", &text[span.range.clone()]);
        fault.message.id = "date-span.outside";
        faults.push(fault.hint_id("date-span.hint.outside"));
        return;
    }
    let wrong = match (opening, closing) {
        (Some(opening), Some(closing)) => match (opening.1 == span.first, closing.1 == span.last) {
            (true, false) => ("bế mạc", closing.0, span.last),
            (false, true) => ("khai mạc", opening.0, span.first),
            _ => return,
        },
        (Some(opening), None) if outside(opening.1) => ("khai mạc", opening.0, span.first),
        (None, Some(closing)) if outside(closing.1) => ("bế mạc", closing.0, span.last),
        _ => return,
    };
    let (word, range, right) = wrong;
    let right = right.day_and_month(Padding::Unpadded);
    let mut fault = proof.fault("date-span", range).with("word", word).with("span", &text[span.range.clone()]);
    fault.message.id = "date-span.event";
    faults.push(fault.hint(Message::new("date-span.hint.event").with("right", right)));
}

/// *thăm Việt Nam từ ngày 3 đến ngày 6/8 … sẽ hội đàm vào ngày 7/8*: talks of a visit on a day outside all its spans.
fn talks(proof: &Proof, held: &[Span]) -> Option<Diagnostic> {
    /// How many days outside a visit a day of another time is.
    const APART: i64 = 20;
    /// Of so many spans nobody can say which is the visit's.
    const MANY: usize = 8;
    let (text, lower) = (proof.plain(), proof.lower());
    let named = ["thăm", "chuyến"].iter().filter_map(|word| lower.find(word)).min()?;
    let visits = || held.iter().filter(|span| span.range.start > named);
    let visit = visits().next().filter(|_| held.len() < MANY)?;
    proof.all_sentences().iter().find_map(|sentence| {
        let own = &lower[sentence.clone()];
        let said = TALKS.iter().any(|word| own.contains(word)) && !ASIDE.iter().any(|word| own.contains(word));
        let place = |at: usize| proof.days().partition_point(|day| day.range.start < at);
        let days = &proof.days()[place(sentence.start)..place(sentence.end)];
        let mut days = days.iter().filter(|day| day.month.is_some());
        let (day, None) = (days.next().filter(|_| said)?, days.next()) else { return None };
        let told = day.like(visit.first)?;
        let near = visits().any(|span| (told.ordinal() - span.last.ordinal()).abs() < APART);
        let outside = visits().all(|span| told < span.first || told > span.last);
        (near && outside).then(|| {
            let mut fault = proof.fault("date-span", day.range.clone()).with("span", &text[visit.range.clone()]);
            fault.message.id = "date-span.outside";
            fault.hint_id("date-span.hint.outside")
        })
    })
}

/// *Trong khuôn khổ chuyến công tác từ ngày 15 đến 17/9, ngày 19/9, đoàn đến thăm*: a day of the span that its clause names.
fn in_the_course(proof: &Proof, span: &Span) -> Option<Diagnostic> {
    const COURSE: [&str; 6] =
        ["trong khuôn khổ", "trong thời gian", "trong chuyến", "trong những ngày", "nhân chuyến", "trong đợt"];
    /// How far behind the span its day may stand, in bytes.
    const NEAR: usize = 40;
    let (text, lower) = (proof.plain(), proof.lower());
    let head = before(lower, span.range.start).rsplit(['.', ';', '\n']).next()?;
    COURSE.iter().any(|word| head.contains(word)).then_some(())?;
    let days = proof.days();
    let day = days.get(days.partition_point(|day| day.range.start < span.range.end))?;
    let link = lower[span.range.end..day.range.start].trim_matches([' ', ',', ')']);
    let link =
        ["ngày", "vào", "sáng", "chiều", "tối"].iter().fold(link, |link, word| link.trim_end_matches(word).trim_end());
    let told = day.like(span.first).filter(|_| day.month.is_some() && link.is_empty())?;
    let near = day.range.start - span.range.end < NEAR;
    (near && (told < span.first || told > span.last)).then(|| {
        let mut fault = proof.fault("date-span", day.range.clone()).with("span", &text[span.range.clone()]);
        fault.message.id = "date-span.outside";
        fault.hint_id("date-span.hint.outside")
    })
}

/// The spans of a text, *từ ngày 6 đến ngày 10/7/2015*, of which the last day names the month.
pub(super) fn spans(proof: &Proof, days: &[Partial]) -> Vec<Span> {
    let text = proof.plain();
    let Some(own) = proof.day.or_else(|| Ymd::new(2024, 1, 1).ok()) else { return Vec::new() };
    let span = |pair: &[Partial]| {
        let [first, last] = pair else { return None };
        let link = text[first.range.end..last.range.start].trim();
        let dash = ["-", "–"].contains(&link);
        let joined = dash || ["đến", "đến ngày", "đến hết ngày", "đến hết", "tới", "tới ngày"].contains(&link);
        let lead = text[..first.range.start].trim_end();
        let lead = lead.strip_suffix("ngày").unwrap_or(lead).trim_end();
        let bracket = dash && lead.ends_with('(');
        let opened = lead.ends_with("từ") || lead.ends_with("Từ") || bracket;
        let end = last.like(own).filter(|_| joined && opened && last.month.is_some())?;
        let start = first.like(end).filter(|start| *start <= end)?;
        Some(Span {
            range: if bracket { first.range.start } else { lead.len() - "từ".len() }..last.range.end,
            first: start,
            last: end,
        })
    };
    days.windows(2).filter_map(span).collect()
}

/// *diễn ra trong 2 ngày (25 - 26/11), trong đó phiên chính vào ngày 26/11*: a day of the event itself, in the same
/// sentence.
fn within(text: &str, span: &Span, days: &[Partial]) -> Option<(Range<usize>, Ymd)> {
    let day = days.iter().find(|day| day.month.is_some() && day.range.start >= span.range.end)?;
    let between = text[span.range.end..day.range.start].trim_start_matches([')', ' ', ',']);
    let part = between.starts_with("trong đó") && between.len() < 160 && !between.contains(['.', ';', '\n']);
    part.then(|| Some((day.range.clone(), day.like(span.first)?)))?
}

/// Whether a word stands before a day, with no other day and no end of a sentence between.
fn leads(text: &str, day: &Partial, word: &str) -> bool {
    let near = before(text, day.range.start);
    near.rfind(word).is_some_and(|at| {
        let between = &near[at + word.len()..];
        // *khai mạc vào 20 giờ ngày 26/8*: hours are no day.
        let other = date::days(between).iter().any(|day| day.month.is_some());
        !other
            && !between.contains(['.', ';', '\n'])
            && !["khai mạc", "bế mạc"].iter().any(|word| between.contains(word))
    })
}

/// *sáng 26/9 sẽ diễn ra lễ khai mạc*: whether the word stands right behind a day that opens its clause.
fn follows(text: &str, day: &Partial, word: &str) -> bool {
    let behind = text[day.range.end..].split([',', '.', ';', '\n', '(']).next().unwrap_or_default();
    let at = behind.find(word).filter(|at| *at < FAR);
    at.is_some_and(|at| {
        word == "khép lại"
            || ["diễn ra lễ ", "tổ chức lễ ", "là lễ ", " lễ "].iter().any(|lead| behind[..at].ends_with(lead))
    })
}

/// What stands shortly before a place.
fn before(text: &str, at: usize) -> &str {
    let far = text[..at].char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    &text[far..at]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openings_and_closings() {
        for (text, told) in [
            (
                "Hội thi diễn ra từ 26/8 đến 31/8. Khai mạc là 20 giờ; khai mạc ngày 26/8 và bế mạc tối ngày 30/8.",
                Some("30/8"),
            ),
            ("Hội thi diễn ra từ 26/8 đến 31/8; khai mạc ngày 25/8 và bế mạc tối ngày 31/8.", Some("25/8")),
            ("Hội thi diễn ra từ 26/8 đến 31/8; khai mạc ngày 26/8 và bế mạc tối ngày 31/8.", None),
            ("Hội chợ diễn ra từ 26/8 đến 31/8; khai mạc ngày 27/8.", None),
            ("Hội chợ diễn ra từ 26/8 đến 31/8; khai mạc ngày 27/9.", Some("27/9")),
            ("Hội nghị diễn ra trong 2 ngày (25 – 26/11), trong đó phiên chính vào ngày 27/11 tại", Some("27/11")),
            ("Hội nghị diễn ra trong 2 ngày (25 – 26/11), trong đó phiên chính vào ngày 26/11 tại", None),
            ("Hội chợ diễn ra từ 26/8 đến 31/8; khai mạc ngày 27/8, bế mạc ngày 30/8.", None),
            (
                "Hội thao tổ chức từ 1/8 đến 5/8, hội thi diễn ra từ 26/8 đến 31/8; khai mạc ngày 26/8, bế mạc 30/8.",
                None,
            ),
            ("Ông Tư thăm chính thức tỉnh từ ngày 3 đến ngày 6/8/2013. Hai bên sẽ hội đàm vào ngày 9/8.", Some("9/8")),
            ("Ông Tư thăm chính thức tỉnh từ ngày 3 đến ngày 6/8/2013. Hai bên sẽ hội đàm vào ngày 4/8.", None),
            ("Ông Tư thăm chính thức tỉnh từ ngày 3 đến ngày 6/8/2013. Trước đó, hai bên hội đàm ngày 9/7.", None),
            ("Trong khuôn khổ chuyến công tác từ ngày 15 đến 17/9, ngày 19/9, đoàn thăm xã.", Some("19/9")),
            ("Trong khuôn khổ chuyến công tác từ ngày 15 đến 17/9, ngày 16/9, đoàn thăm xã.", None),
            (
                "Lễ hội diễn ra từ ngày 1/11 đến 31/12/2022. Đêm nhạc tối 31/12/2023 sẽ khép lại lễ hội.",
                Some("31/12/2023"),
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
