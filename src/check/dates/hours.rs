//! Hours told one after the other — *Trước đó, vào 17 giờ cùng ngày*, *120 phút, 13g30 đến 15g30*, *Trong 24 giờ tới … Đến 13 giờ
//! ngày 04/8* — against the hour and the day they go on from.

use std::ops::Range;

use super::clock::{Clock, of_the_day};
use super::forecast;
use super::turns::BEGUN;
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{self, Ymd};

/// How far one hour may stand behind the other, in bytes.
pub(super) const FAR: usize = 1_200;

/// How far around an hour its words are looked for, in letters.
const NEAR: usize = 40;

/// Parts of the day.
const PARTS: [&str; 5] = ["sáng", "trưa", "chiều", "tối", "đêm"];

/// Checks the hours of a text.
pub(super) fn check(proof: &Proof, clocks: &[Clock], faults: &mut Vec<Diagnostic>) {
    let before = faults.len();
    for pair in clocks.windows(2) {
        let found = same_day(proof, &pair[0], &pair[1]).or_else(|| backwards(proof, &pair[0], &pair[1]));
        faults.extend(found.or_else(|| lasts(proof, &pair[0], &pair[1])));
    }
    forecast::check(proof, clocks, faults);
    if faults.len() == before {
        faults.extend(over_midnight(proof, clocks));
    }
    for sentence in proof.all_sentences() {
        let place = |at: usize| clocks.partition_point(|clock| clock.range.start < at);
        let own = &clocks[place(sentence.start)..place(sentence.end)];
        faults.extend(took(proof, own, sentence).or_else(|| two_halves(proof, own, sentence)));
    }
}

/// What stands shortly before a place, in its sentence and in small letters.
pub(super) fn before(proof: &Proof, at: usize) -> &str {
    let head = &proof.lower()[..at];
    let from = head.char_indices().rev().nth(NEAR).map_or(0, |(from, _)| from);
    head[from..].rsplit(['.', ';', '\n']).next().unwrap_or_default()
}

/// *Đến khoảng 11 giờ cùng ngày* is later than the hour before it, *Trước đó, vào 17 giờ 12 phút cùng ngày* earlier.
fn same_day(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    let lower = proof.lower();
    let behind = lower[other.range.end..].trim_start_matches([',', ' ', '(']);
    let between = &lower[one.range.end..other.range.start];
    // The day of the first hour may stand behind it; any other day parts the two.
    let apart = date::days(between).iter().any(|day| day.month.is_some() && day.range.start > "phút, ngày  ".len());
    let behind = PARTS.iter().find_map(|part| behind.strip_prefix(part)).unwrap_or(behind).trim_start();
    (behind.starts_with("cùng ngày") && between.len() < FAR && !apart).then_some(())?;
    let head = before(proof, other.range.start);
    let (first, then) = (of_the_day(proof, one)?, of_the_day(proof, other)?);
    let after = lower[one.range.end..].trim_start();
    // *9 giờ sáng … đến 2 giờ cùng ngày*: counted to 12, nobody can compare; hours of every day are of none.
    let half = PARTS.iter().any(|part| after.starts_with(part)) && other.hour < 7;
    let every = ["hằng ngày", "hàng ngày", "mỗi ngày"].iter().any(|word| after.starts_with(word));
    let earlier = ["trước đó", "trước khi"].iter().any(|word| head.contains(word));
    let later = !earlier && ["đến", "sau đó", "tiếp đó", "tới"].iter().any(|word| head.contains(word));
    // What was told as earlier, or as planned, is no hour to go on from, unless it has a day of its own.
    let aside = |word: &&str| before(proof, one.range.start).contains(*word);
    let aside = ["dự kiến", "theo lịch"].iter().any(aside) || (aside(&"trước đó") && day(proof, one).is_none());
    let wrong = (earlier && then > first || later && then < first && !aside) && !half && !every;
    wrong.then(|| {
        let fault = proof.fault("time-course", other.range.clone()).with("begun", &proof.plain()[one.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = if earlier { "time-course.hours-before" } else { "time-course.hours" };
        fault
    })
}

/// *từ 22 giờ ngày 11/9 đến 4 giờ ngày 11/9*: a span of hours on one day goes on in time.
fn backwards(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    /// The longest link between the two, in bytes.
    const LINK: usize = 40;
    let link = &proof.lower()[one.range.end..other.range.start];
    let spans = link.len() < LINK && link.trim_end().ends_with("đến") && before(proof, one.range.start).contains("từ");
    let same = day(proof, one).filter(|own| spans && day(proof, other) == Some(*own)).is_some();
    (same && (other.hour, other.minute) < (one.hour, one.minute)).then(|| {
        let fault = proof.fault("time-course", other.range.clone()).with("begun", &proof.plain()[one.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.hours";
        fault
    })
}

/// *120 phút, 13g30 đến 15g00*: so many minutes lie between the two.
fn lasts(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    let text = proof.plain();
    let link = text[one.range.end..other.range.start].trim();
    let head = text[..one.range.start].trim_end();
    let head = ["từ", "Từ"].iter().find_map(|word| head.strip_suffix(word)).unwrap_or(head);
    let head = head.trim_end_matches([' ', ',', '(', ':']).strip_suffix("phút")?.trim_end();
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let said: u16 = head[head.len() - digits..].parse().ok()?;
    let minutes = |clock: &Clock| u16::from(clock.hour) * 60 + u16::from(clock.minute);
    let long = minutes(other).checked_sub(minutes(one))?;
    (matches!(link, "đến" | "-" | "–" | "tới") && long != said && said > 9).then(|| {
        let range = head.len() - digits..other.range.end;
        let fault = proof.fault("date-span", range).with("said", said).with("minutes", long);
        let mut fault = fault.hint(Message::new("date-span.hint.minutes").with("minutes", long));
        fault.message.id = "date-span.minutes";
        fault
    })
}

/// The day right behind an hour: *13 giờ ngày 04/8*.
pub(super) fn day(proof: &Proof, clock: &Clock) -> Option<Ymd> {
    let days = proof.days();
    let own = days.get(days.partition_point(|day| day.range.start < clock.range.end))?;
    let link = proof.lower()[clock.range.end..own.range.start].trim_start_matches([',', ' ']).trim_end();
    let part = PARTS.iter().find_map(|part| link.strip_prefix(part)).map(|rest| rest.trim_matches([' ', '(', ',']));
    let year = proof.day.map_or(2024, Ymd::year);
    let named = proof.lower()[own.range.clone()].starts_with("ngày");
    // *7 giờ sáng nay (7/9)*, *đến 7 giờ ngày mai (8/9)*
    let today = link.trim_end_matches([' ', '(']);
    let today = ["hôm nay", "hôm qua", "ngày mai"].contains(&today);
    let told = |rest: &str| matches!(rest, "" | "ngày" | "nay" | "mai" | "qua" | "ngày mai" | "hôm nay" | "hôm qua");
    let led = matches!(link, "ngày" | "/") || link.is_empty() && named || today || part.is_some_and(told);
    (led && own.month.is_some()).then(|| own.like(Ymd::new(year, 1, 1).ok()?))?
}

/// *Lúc 23 giờ 40 ngày 17/9, … Đến khoảng 2 giờ sáng 17/9, …*: what goes on behind midnight is of the next day.
fn over_midnight(proof: &Proof, clocks: &[Clock]) -> Option<Diagnostic> {
    const ON: [&str; 6] = ["đến", "đến khoảng", "đến lúc", "tới", "sau đó, lúc", "sau đó, khoảng"];
    let told: Vec<(&Clock, i64, Ymd)> = clocks
        .iter()
        .filter_map(|clock| {
            let own = day(proof, clock)?;
            let behind = proof.lower()[clock.range.end..].trim_start();
            let late = clock.hour < 12 && ["chiều", "tối", "đêm"].iter().any(|part| behind.starts_with(part));
            Some((clock, i64::from(clock.hour) * 60 + i64::from(clock.minute) + if late { 12 * 60 } else { 0 }, own))
        })
        .collect();
    let pair = told.windows(2).find(|pair| {
        let [(one, first, begun), (other, then, ended)] = pair else { return false };
        let head = before(proof, other.range.start);
        let on = ON.iter().any(|word| head.trim_end().ends_with(word));
        let between = &proof.lower()[one.range.end..other.range.start];
        // *từ 22 giờ … đến 4 giờ* is a span, which is told of elsewhere.
        let span = before(proof, one.range.start).trim_end().ends_with("từ") && !between.contains(". ");
        begun == ended && on && !span && then < first && between.len() < FAR && !between.contains("trước đó")
    })?;
    let (one, other) = (pair[0].0, pair[1].0);
    let fault = proof.fault("time-course", other.range.clone()).with("begun", &proof.plain()[one.range.clone()]);
    let mut fault = fault.hint_id("time-course.hint");
    fault.message.id = "time-course.hours";
    Some(fault)
}

/// *rời ga lúc 19 giờ 00, đến nơi lúc 5 giờ 30 sáng hôm sau, hết 8 giờ 30 phút*: the one length of time of a sentence and its two hours.
fn took(proof: &Proof, clocks: &[Clock], sentence: &Range<usize>) -> Option<Diagnostic> {
    let lower = &proof.lower()[sentence.clone()];
    let mut told = lengths(lower);
    let (Some((own, said, exact)), None) = (told.next(), told.next()) else { return None };
    let range = sentence.start + own.start..sentence.start + own.end;
    let outside = |clock: &&Clock| clock.range.end <= range.start || clock.range.start >= range.end;
    // *rời bến lúc 20 giờ … , sau 7 giờ*, but *từ 5 giờ đến 22 giờ; sau 22 giờ*.
    let after = lower[..own.start].trim_end().ends_with("sau");
    let leaves = |at: usize| BEGUN.iter().chain(&["rời"]).any(|word| lower[..at].contains(word));
    let moments: Vec<&Clock> = clocks.iter().filter(outside).collect();
    let [one, other] = moments[..] else { return None };
    if after && !(other.range.end <= range.start && leaves(one.range.start - sentence.start)) {
        return None;
    }
    let minutes = |clock: &Clock| {
        let behind = proof.lower()[clock.range.end..].trim_start();
        let late = clock.hour < 12 && ["chiều", "tối", "đêm"].iter().any(|part| behind.starts_with(part));
        i64::from(clock.hour) * 60 + i64::from(clock.minute) + if late { 12 * 60 } else { 0 }
    };
    let days = match (day(proof, one), day(proof, other)) {
        (Some(one), Some(other)) => other.ordinal() - one.ordinal(),
        (None, None) => {
            let behind = proof.lower()[other.range.end..sentence.end].trim_start();
            i64::from(["hôm sau", "sáng hôm sau", "ngày hôm sau"].iter().any(|word| behind.starts_with(word)))
        }
        _ => return None,
    };
    let long = days * 24 * 60 + minutes(other) - minutes(one);
    let off = (long - said).abs();
    let wrong = long > 0 && if exact { off > 0 } else { off >= 60 };
    wrong.then(|| another_length(proof, range, &format_span(proof, &[one, other]), long))
}

/// *sáng từ 8 giờ đến 11 giờ, chiều từ 13 giờ đến 16 giờ, tổng cộng 7 giờ*: the one length of a sentence and the two halves of its day.
fn two_halves(proof: &Proof, clocks: &[Clock], sentence: &Range<usize>) -> Option<Diagnostic> {
    let lower = &proof.lower()[sentence.clone()];
    let mut told = lengths(lower);
    let (Some((own, said, exact)), None) = (told.next(), told.next()) else { return None };
    let range = sentence.start + own.start..sentence.start + own.end;
    let outside = |clock: &&Clock| clock.range.end <= range.start || clock.range.start >= range.end;
    let moments: Vec<&Clock> = clocks.iter().filter(outside).collect();
    let [one, two, three, four] = moments[..] else { return None };
    let linked = |from: &Clock, to: &Clock| {
        let link = proof.lower()[from.range.end..to.range.start].trim();
        matches!(link, "đến" | "-" | "–" | "tới" | "đến hết")
    };
    let long = |from: &Clock, to: &Clock| of_the_day(proof, to)?.checked_sub(of_the_day(proof, from)?);
    let parts = lower.contains("sáng") && lower.contains("chiều") && linked(one, two) && linked(three, four);
    let long = i64::from(long(one, two)? + long(three, four)?);
    let off = (long - said).abs();
    // *mở cửa 24 giờ*: what goes on all day has no halves.
    let wrong = parts && said < 24 * 60 && if exact { off > 0 } else { off >= 60 };
    wrong.then(|| another_length(proof, range, &format_span(proof, &moments), long))
}

/// Hours as a span: *8 giờ - 11 giờ*.
fn format_span(proof: &Proof, clocks: &[&Clock]) -> String {
    let told: Vec<&str> = clocks.iter().map(|clock| &proof.plain()[clock.range.clone()]).collect();
    told.chunks(2).map(|pair| pair.join(" - ")).collect::<Vec<_>>().join(", ")
}

/// A length that is not the one between two hours, in minutes.
pub(super) fn another_length(proof: &Proof, range: Range<usize>, span: &str, long: i64) -> Diagnostic {
    let (hours, minutes) = (long / 60, format!("{:02}", long % 60));
    let fault = proof.fault("date-span", range.clone()).with("said", &proof.plain()[range]).with("span", span);
    let fault = fault.with("hours", hours).with("minutes", minutes.as_str());
    let hint = Message::new("date-span.hint.took").with("hours", hours).with("minutes", minutes);
    let mut fault = fault.hint(hint);
    fault.message.id = "date-span.took";
    fault
}

/// The lengths of time of a sentence in minutes, and whether they are told to the minute: *trong 48 giờ*, *hết 8 giờ 30 phút*.
fn lengths(lower: &str) -> impl Iterator<Item = (Range<usize>, i64, bool)> {
    #[rustfmt::skip]
    const TOOK: [&str; 12] = [
        "hết", "mất", "trong", "vòng", "kéo dài", "suốt", "thời gian", "tổng cộng", "thành tích", "làm việc", "mở cửa", "sau",
    ];
    const OF_DAY: [&str; 9] = ["ngày", "sáng", "trưa", "chiều", "tối", "đêm", "tới", "tiếp", "đầu"];
    let spoken = lower.match_indices(" tiếng").filter(|(at, unit)| !lower[at + unit.len()..].starts_with(" nói"));
    lower.match_indices(" giờ").chain(spoken).filter_map(|(at, unit)| {
        let head = &lower[..at];
        let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let hours: i64 = head[at - digits..].parse().ok()?;
        let lead = head[..at - digits].trim_end();
        let rest = &lower[at + unit.len()..];
        let minutes = rest.strip_prefix(' ').and_then(|rest| {
            let length = rest.bytes().take_while(u8::is_ascii_digit).count();
            let more = rest[length..].strip_prefix(" phút")?;
            Some((rest[..length].parse::<i64>().ok()?, more))
        });
        let (told, rest) = minutes.map_or((0, rest), |(minutes, rest)| (minutes, rest));
        let clock = OF_DAY.iter().any(|word| rest.trim_start().starts_with(word))
            || rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let range = at - digits..lower.len() - rest.len();
        (!clock && TOOK.iter().any(|word| lead.ends_with(word))).then_some((
            range,
            hours * 60 + told,
            minutes.is_some(),
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::super::clock::find;
    use super::*;

    #[test]
    fn hours_that_go_on() {
        let storm = |day: &str| {
            format!(
                "Hồi 13 giờ ngày 03/8, tâm bão ở phía nam. Trong 24 giờ tới, bão đi về hướng đông. Đến 13 giờ ngày 04/8, tâm bão ở ngoài khơi. Trong 24 đến 48 giờ tiếp theo, bão tan. Đến 13 giờ ngày {day}, tâm bão ở xa bờ."
            )
        };
        for (text, told) in [
            (
                "Lúc 16 giờ 20 phút ngày 14-11, máy chạy. Trước đó, vào 17 giờ 12 phút cùng ngày, có điện.",
                Some("17 giờ 12 phút"),
            ),
            ("Lúc 16 giờ 20 phút ngày 14-11, máy chạy. Trước đó, vào 15 giờ 12 phút cùng ngày, có điện.", None),
            ("Khoảng 11 giờ 45 ngày 17-11, có tin báo. Đến khoảng 11 giờ cùng ngày, bắt giữ.", Some("11 giờ")),
            ("Khoảng 11 giờ 45 ngày 17-11, có tin báo. Đến khoảng 2 giờ chiều cùng ngày, bắt giữ.", None),
            ("Văn 12, 120 phút, 13g30 đến 15g00; Toán 12, 90 phút, 7g30 đến 9g00", Some("120 phút, 13g30 đến 15g00")),
            (&storm("06/8"), Some("13 giờ")),
            (&storm("05/8"), None),
            (
                "Theo Đài, lúc 7 giờ ngày 11/9, tâm áp thấp ở ngoài khơi. Trong 12 giờ tới, áp thấp đi về phía tây; đến 19 giờ ngày 12/9, tâm ở trên bờ.",
                Some("19 giờ"),
            ),
            (
                "Theo Đài, lúc 7 giờ ngày 11/9, tâm áp thấp ở ngoài khơi. Trong 12 giờ tới, áp thấp đi về phía tây; đến 19 giờ ngày 11/9, tâm ở trên bờ.",
                None,
            ),
            (
                "Tàu rời ga lúc 19 giờ 00, đến ga cuối lúc 5 giờ 30 sáng hôm sau, hết 8 giờ 30 phút.",
                Some("8 giờ 30 phút"),
            ),
            ("Tàu rời ga lúc 19 giờ 00, đến ga cuối lúc 5 giờ 30 sáng hôm sau, hết 10 giờ 30 phút.", None),
            ("Xe rời xã lúc 21 giờ và đến nơi lúc 4 giờ sáng hôm sau, sau 9 giờ chạy.", Some("9 giờ")),
            ("Xe rời xã lúc 21 giờ và đến nơi lúc 4 giờ sáng hôm sau, sau 7 giờ chạy.", None),
            ("Chợ mở từ 5 giờ đến 22 giờ, sau 23 giờ cấm xe.", None),
            ("Nước ngừng từ 22 giờ ngày 11/9 đến 4 giờ ngày 11/9.", Some("4 giờ")),
            ("Nước ngừng từ 22 giờ ngày 11/9 đến 4 giờ ngày 12/9.", None),
            ("Trạm làm việc 9 giờ mỗi ngày, sáng từ 7 giờ đến 11 giờ, chiều từ 13 giờ đến 16 giờ.", Some("9 giờ")),
            ("Trạm làm việc 7 giờ mỗi ngày, sáng từ 7 giờ đến 11 giờ, chiều từ 13 giờ đến 16 giờ.", None),
            ("Mưa đo được trong 24 giờ (19 giờ ngày 10/10 - 19 giờ ngày 11/10) tại trạm là 80 mm.", None),
            ("Mưa đo được trong 48 giờ (19 giờ ngày 10/10 - 19 giờ ngày 11/10) tại trạm là 80 mm.", Some("48 giờ")),
            ("Lúc 23 giờ 40 ngày 17/9, kho bốc cháy. Đến khoảng 2 giờ sáng 17/9, lửa tắt.", Some("2 giờ")),
            ("Lúc 23 giờ 40 ngày 17/9, kho bốc cháy. Đến khoảng 2 giờ sáng 18/9, lửa tắt.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            let proof = Proof::article(&source, None);
            check(&proof, &find(proof.plain()), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
