//! Parts of an event against its days — *Tang lễ được tổ chức trong hai ngày 25 và 26/7 … lễ truy điệu lúc 13h ngày 27/7*; *thi đấu từ
//! ngày 1/1 đến ngày 30/4, trong đó lễ khai mạc vào ngày 27/5*.

use std::ops::Range;

use super::event::{Span, spans};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Partial, Ymd};

/// Events with the parts that are held on one of their days.
const EVENTS: [(&[&str], &[&str]); 3] = [
    (&["tang lễ", "lễ tang", "quốc tang"], &["lễ viếng", "truy điệu", "an táng", "đưa tang", "di quan", "hỏa táng"]),
    (
        &["lễ hội", "festival", "hội chợ", "ngày hội", "hội làng", "tuần lễ", "triển lãm", "lễ giỗ", "hội xuân"],
        &["khai hội", "lễ chính", "chính lễ", "lễ rước", "bế mạc", "khai mạc", "đêm hội", "lễ tế", "chung kết"],
    ),
    (
        &["giải ", "hội thao", "đại hội", "hội thi", "hội khỏe", "hội nghị", "kỳ họp", "liên hoan", "hội diễn"],
        &["bán kết", "chung kết", "bế mạc", "khai mạc", "phiên chính", "tứ kết", "phiên bế"],
    ),
];

/// Words right before the days of an event.
const HELD: [&str; 8] = ["diễn ra", "tổ chức", "tiến hành", "kéo dài", "trong", "được mở", "thi đấu", "thời gian"];

/// Words of a day that is not of the event itself.
#[rustfmt::skip]
const ASIDE: [&str; 16] = [
    "trước đó", "năm ngoái", "năm trước", "lần trước", "hạn ", "đăng ký", "chuẩn bị", "tập trung", "bốc thăm", "sơ duyệt", "tổng duyệt",
    "họp báo", "vòng loại", "lùi", "hoãn", "sơ khảo",
];

/// So many spans at most tell the days of one event.
const MANY: usize = 12;

/// How far before its days an event is told, and how far before its day a part, in bytes.
const FAR: usize = 260;
const NEAR: usize = 130;

/// How many days outside the event a day of another time is.
const APART: i64 = 62;

/// Checks the parts of the one event of its kind.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let mut told = spans(proof, proof.days());
    told.extend(listed(proof));
    told.sort_by_key(|span| span.range.start);
    if told.is_empty() || told.len() > MANY {
        return;
    }
    for (events, parts) in EVENTS {
        let of_event = |span: &&Span| {
            let head = lead(proof, span.range.start, FAR);
            events.iter().any(|word| head.contains(word))
                && HELD.iter().any(|word| head.contains(word))
                && !ASIDE.iter().any(|word| head.contains(word))
                && !parts.iter().any(|part| head.contains(part))
        };
        let mut own: Vec<&Span> = told.iter().filter(of_event).collect();
        own.dedup_by_key(|span| (span.first, span.last));
        if let [span] = own[..] {
            faults.extend(part_outside(proof, span, (parts, &told)));
        }
    }
}

/// The words of a sentence shortly before a place, in small letters.
fn lead(proof: &Proof, at: usize, far: usize) -> &str {
    let lower = proof.lower();
    let from = lower.ceil_char_boundary(at.saturating_sub(far));
    let near = &lower[from..at];
    near.rsplit(['\n', ';']).next().and_then(|near| near.rsplit(". ").next()).unwrap_or_default()
}

/// *trong hai ngày 25 và 26/7*, *các ngày 14, 15 và 16/8*: days told one by one.
fn listed(proof: &Proof) -> Vec<Span> {
    const COUNTED: [&str; 5] = ["hai ngày", "ba ngày", "bốn ngày", "các ngày", "những ngày"];
    let (lower, days) = (proof.lower(), proof.days());
    let Some(own) = proof.day.or_else(|| Ymd::new(2024, 1, 1).ok()) else { return Vec::new() };
    let list = |pair: &[Partial]| {
        let [one, other] = pair else { return None };
        let link = &lower[one.range.end..other.range.start];
        let head = lower[..one.range.start].trim_end().trim_end_matches('(').trim_end();
        let number = head.strip_suffix("ngày")?.trim_end();
        let figures = number.ends_with(|c: char| c.is_ascii_digit()) && !number.ends_with(['/', '-']);
        let counted = figures || COUNTED.iter().any(|word| head.ends_with(word));
        let joined =
            link.contains(" và ") && link.bytes().all(|byte| byte.is_ascii_digit() || b" ,v\xc3\xa0".contains(&byte));
        let last = other.like(own).filter(|_| counted && joined && other.month.is_some())?;
        let first = one.like(last).filter(|first| *first <= last)?;
        Some(Span { range: one.range.start..other.range.end, first, last })
    };
    days.windows(2).filter_map(list).collect()
}

/// A part that is told on a day outside the event, close behind its name.
fn part_outside(proof: &Proof, span: &Span, (parts, told): (&[&str], &[Span])) -> Option<Diagnostic> {
    let inside = |range: &Range<usize>| told.iter().any(|other| other.range.contains(&range.start));
    let behind = proof.days().iter().filter(|day| day.range.start >= span.range.end && day.month.is_some());
    let (day, _) = behind.filter(|day| !inside(&day.range)).find_map(|day| {
        let head = lead(proof, day.range.start, NEAR).trim_end();
        let at = parts.iter().filter_map(|part| Some(head.rfind(part)? + part.len())).max()?;
        let between = head[at..].trim_end_matches("ngày").trim_end();
        // *lễ bế mạc trước ngày*, *khai mạc đến ngày*: a day that bounds something; another day stands between.
        let bounds = ["trước", "sau", "đến", "từ", "hết", "và"].iter().any(|word| between.ends_with(word));
        let plain = !bounds && !between.contains(['/', ':', '(']) && !ASIDE.iter().any(|word| head.contains(word));
        let date = day.like(span.first).filter(|_| plain)?;
        let apart = if date < span.first {
            span.first.ordinal() - date.ordinal()
        } else {
            date.ordinal() - span.last.ordinal()
        };
        (1..APART).contains(&apart).then_some((day, date))
    })?;
    let mut fault = proof.fault("date-span", day.range.clone()).with("span", &proof.plain()[span.range.clone()]);
    fault.message.id = "date-span.outside";
    Some(fault.hint_id("date-span.hint.outside"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_events() {
        let funeral = |day: &str| {
            format!(
                "Tang lễ ông Tư được tổ chức trong hai ngày 25 và 26/7 tại huyện. Lễ viếng từ 7h ngày 25/7; lễ truy điệu bắt đầu lúc 13h ngày {day}, an táng cùng ngày."
            )
        };
        let fair = |day: &str| {
            format!(
                "Lễ hội đền Gạo diễn ra trong ba ngày 4, 5 và 6/3/2025. Lễ rước kiệu bắt đầu lúc 7 giờ ngày {day} ở đình."
            )
        };
        let cup = |day: &str| {
            format!(
                "Giải bóng đá xã tổ chức từ ngày 5/6 đến ngày 20/6/2024 với 8 đội. Trận chung kết sẽ diễn ra chiều {day}."
            )
        };
        for (text, told) in [
            (funeral("27/7"), Some("27/7")),
            (funeral("26/7"), None),
            (fair("7/3"), Some("7/3")),
            (fair("5/3"), None),
            (cup("21/6"), Some("21/6")),
            (cup("20/6"), None),
            (cup("19/6. Năm ngoái, chung kết lùi đến ngày 2/7"), None),
        ] {
            let seen = crate::check::proof::seen(&text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
