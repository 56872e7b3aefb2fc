//! Hours against the hours told before them — *Lúc 19 giờ 45, … đến 19 giờ 30*; *Lúc 11 giờ 15, … Lúc 12 giờ 45, tức sau 2 giờ
//! 30 phút*; one hour to the minute with two days.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::ops::Range;

use super::clock::{Clock, of_the_day};
use super::hours::{another_length, before, day};
use super::turns::BEGUN;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{self, Padding, Ymd};

/// Words before an hour at which something is, and before one up to which it goes on.
const AT: [&str; 5] = ["lúc", "vào", "khoảng", "hồi", "tầm"];
const UNTIL: [&str; 6] = ["đến", "đến khoảng", "đến lúc", "tới", "tới khoảng", "đến gần"];

/// How far apart two hours of one account stand, in bytes.
const FAR: usize = 700;

/// A step back of more minutes is one over midnight, or of another half of the day.
const STEP: u16 = 180;

/// Checks the hours of a text, one after the other.
pub(super) fn check(proof: &Proof, clocks: &[Clock]) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> =
        clocks.windows(2).filter_map(|pair| steps_back(proof, &pair[0], &pair[1])).collect();
    if told.is_empty() {
        told.extend((1..clocks.len()).filter_map(|at| after_so_long(proof, clocks, at)));
    }
    told.extend(of_two_days(proof, clocks));
    told
}

/// *Vào 19 giờ 45 phút, … . Sau 45 phút, đến 19 giờ 30 phút, lửa tắt*: the account goes on, its hour a little back.
fn steps_back(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    const APART: [&str; 12] = [
        "trước",
        "hôm",
        "dự kiến",
        "theo lịch",
        "kế hoạch",
        "hằng",
        "hàng ngày",
        "mỗi",
        "quy định",
        "mai",
        "đợt",
        "ca ",
    ];
    let lower = proof.lower();
    let between = lower.get(one.range.end..other.range.start).filter(|between| between.len() < FAR)?;
    let (lead, head) = (before(proof, one.range.start).trim_end(), before(proof, other.range.start).trim_end());
    let until = UNTIL.iter().filter_map(|word| head.strip_suffix(word)).map(str::trim_end);
    let goes_on = until.into_iter().any(|head| head.is_empty() || head.ends_with(','));
    let at = AT.iter().any(|word| lead.ends_with(word)) && goes_on;
    let behind = lower[other.range.end..].trim_start_matches([' ', ',', '(']);
    let named = ["sáng", "trưa", "chiều", "tối", "đêm", "ngày", "hôm", "cùng ngày", "rạng"];
    let parted = APART.iter().any(|word| between.contains(word))
        || named.iter().any(|word| behind.starts_with(word))
        || date::days(between).iter().any(|day| day.month.is_some() && day.range.start > "phút, ngày  ".len());
    let (first, then) = (of_the_day(proof, one)?, of_the_day(proof, other)?);
    let early = first.checked_sub(then).is_some_and(|early| (1..=STEP).contains(&early));
    (at && early && !parted).then(|| {
        let fault = proof.fault("time-course", other.range.clone()).with("begun", &proof.plain()[one.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.hours";
        fault
    })
}

/// A length of time that leads to an hour.
struct Lapse {
    range: Range<usize>,
    minutes: u16,
    /// Told to the minute.
    exact: bool,
    /// *tức sau 2 giờ kể từ khi …*: it is as long as the time between, no part of it.
    whole: bool,
}

/// *Khoảng 11 giờ 15, … Lúc 12 giờ 45, tức sau 2 giờ 30 phút*: so long behind none of the hours told before. What takes so long
/// behind the first of all did not begin there.
fn after_so_long(proof: &Proof, clocks: &[Clock], at: usize) -> Option<Diagnostic> {
    let lower = proof.lower();
    let clock = &clocks[at];
    let lapse = lapse_behind(lower, clock).or_else(|| lapse_before(proof, clock)).or_else(|| later(proof, clock))?;
    let far = lower.ceil_char_boundary(clock.range.start.saturating_sub(2 * FAR));
    let floor = lower[far..clock.range.start].rfind("\n\n").map_or(far, |stop| far + stop);
    let of_lapse = |other: &&Clock| other.range.end <= lapse.range.start || other.range.start >= lapse.range.end;
    let own: Vec<&Clock> = clocks[..at].iter().rev().take_while(|other| other.range.start >= floor).collect();
    let own: Vec<&Clock> = own.into_iter().filter(of_lapse).collect();
    let first = own.last()?;
    let place = |at: usize| proof.days().partition_point(|day| day.range.start < at);
    let days: HashSet<(u8, Option<u8>)> = proof.days()[place(first.range.start)..place(clock.range.end)]
        .iter()
        .filter(|day| day.month.is_some())
        .map(|day| (day.day, day.month))
        .collect();
    let end = of_the_day(proof, clock).filter(|_| days.len() < 2)?;
    let gap = |one: &&Clock| end.checked_sub(of_the_day(proof, one)?).filter(|gap| *gap > 0);
    let gaps: Option<Vec<u16>> = own.iter().map(gap).collect();
    let gaps = gaps.filter(|gaps| gaps.len() < 12)?;
    let slack = if lapse.exact { 5 } else { 45 };
    let longest = gaps.iter().copied().max()?;
    let sentence = lower[first.range.start..].split(['.', '\n']).next()?;
    let begun = BEGUN.iter().chain(&["cháy", "báo", "bị "]).any(|word| sentence.contains(word));
    let wrong = if lapse.whole {
        gaps.iter().all(|gap| gap.abs_diff(lapse.minutes) > slack)
    } else {
        begun && lapse.minutes > longest + slack
    };
    wrong.then(|| {
        let text = proof.plain();
        let span = format!("{} - {}", &text[first.range.clone()], &text[clock.range.clone()]);
        another_length(proof, lapse.range, &span, i64::from(longest))
    })
}

/// *12 giờ 45, tức sau 2 giờ 30 phút kể từ khi bùng phát*: the length right behind an hour.
fn lapse_behind(lower: &str, clock: &Clock) -> Option<Lapse> {
    let rest = lower[clock.range.end..].trim_start_matches([' ', ',', '(', '-', '–']);
    let (whole, rest) = ["tức là ", "tức ", "nghĩa là "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .map(|rest| (true, rest))
        .or_else(|| Some((false, rest)).filter(|(_, rest)| rest.starts_with("sau ")))?;
    let rest = ["sau ", "đúng ", "là sau "].iter().fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
    let (rest, rough) = rough(rest);
    let (minutes, exact, length) = length(rest)?;
    let start = lower.len() - rest.len();
    let behind = rest[length..].trim_start();
    let since = ["kể từ", "tính từ", "sau khi", "sau"].iter().any(|word| behind.starts_with(word));
    // *Đến 16 giờ, sau hơn 3 giờ tìm kiếm*: what is done so long may begin later.
    let named = !whole && behind.starts_with(char::is_alphabetic);
    (since || named).then_some(Lapse { range: start..start + length, minutes, exact: exact && !rough, whole })
}

/// *Sau 45 phút chữa cháy, đến 20 giờ 30*: the length that opens the sentence of an hour.
fn lapse_before(proof: &Proof, clock: &Clock) -> Option<Lapse> {
    const NEAR: usize = 160;
    let head = &proof.lower()[..clock.range.start];
    let far = head.ceil_char_boundary(head.len().saturating_sub(NEAR));
    let sentence = &head[head[far..].rfind(['.', ';', '\n']).map_or(far, |stop| far + stop + 1)..];
    let own = sentence.trim_start().strip_prefix("sau ")?;
    let until = UNTIL.iter().chain(&AT).any(|word| sentence.trim_end().ends_with(word));
    let (own, rough) = rough(own);
    let (minutes, exact, length) = length(own).filter(|_| until)?;
    let start = head.len() - own.len();
    let whole = own[length..].contains(|c: char| c.is_ascii_digit());
    (!whole).then_some(Lapse { range: start..start + length, minutes, exact: exact && !rough, whole: false })
}

/// *Chỉ 5 phút sau, lúc 9 giờ 15 phút*: so long behind the hour told before.
fn later(proof: &Proof, clock: &Clock) -> Option<Lapse> {
    const NEAR: usize = 60;
    let lower = proof.lower();
    let head = lower[..clock.range.start].trim_end();
    let head = AT.iter().chain(&UNTIL).find_map(|word| head.strip_suffix(word)).map_or(head, str::trim_end);
    let head = head.trim_end_matches([',', ' ']);
    let head = head.strip_suffix("sau đó").or(head.strip_suffix("sau"))?.trim_end();
    let far = head.ceil_char_boundary(head.len().saturating_sub(NEAR));
    let near = &head[head[far..].rfind(['.', ';', ',', '\n']).map_or(far, |stop| far + stop + 1)..];
    let start = head.len() - near.len() + near.find(|c: char| c.is_ascii_digit())?;
    let (minutes, exact, length) = length(&head[start..]).filter(|told| start + told.2 == head.len())?;
    let rough = ["gần", "hơn", "khoảng", "chừng", "ngót"].iter().any(|word| near.contains(word));
    Some(Lapse { range: start..start + length, minutes, exact: exact && !rough, whole: true })
}

/// What follows *gần, hơn, khoảng* where they stand, and whether they do.
fn rough(text: &str) -> (&str, bool) {
    const ROUGH: [&str; 5] = ["gần ", "hơn ", "khoảng ", "chừng ", "ngót "];
    ROUGH.iter().find_map(|word| text.strip_prefix(word)).map_or((text, false), |rest| (rest, true))
}

/// *2 giờ 30 phút*, *45 phút*, *3 tiếng*: in minutes, whether to the minute, and how long it is.
fn length(text: &str) -> Option<(u16, bool, usize)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let number: u16 = text[..first].parse().ok().filter(|_| first < 4)?;
    if text[first..].starts_with(" phút") {
        return Some((number, true, first + " phút".len()));
    }
    let unit = [" giờ đồng hồ", " giờ", " tiếng đồng hồ", " tiếng"]
        .into_iter()
        .find(|unit| text[first..].starts_with(unit))?;
    let end = first + unit.len();
    let hours = number.checked_mul(60)?;
    let more = text[end..].strip_prefix(' ').and_then(|rest| {
        let length = digits(rest);
        rest[length..].strip_prefix(" phút")?;
        Some((rest[..length].parse::<u16>().ok()?, end + 1 + length + " phút".len()))
    });
    more.map(|(minutes, end)| (hours + minutes, true, end)).or(Some((hours, false, end)))
}

/// *lúc 23h45 đêm 01/12, … khoảng 23h45 ngày 11/12*: one hour to the minute at one place, its two days a digit apart.
fn of_two_days(proof: &Proof, clocks: &[Clock]) -> Option<Diagnostic> {
    let mut told: BTreeMap<(u8, u8), Vec<(&Clock, Ymd)>> = BTreeMap::new();
    for clock in clocks.iter().filter(|clock| clock.minute > 0) {
        if let Some(own) = day(proof, clock) {
            told.entry((clock.hour, clock.minute)).or_default().push((clock, own));
        }
    }
    told.into_values().find_map(|pair| {
        let [(one, first), (other, then)] = pair[..] else { return None };
        let sentence = |clock: &Clock| {
            let all = proof.all_sentences();
            all[..all.partition_point(|sentence| sentence.start <= clock.range.start)].last().cloned()
        };
        let (here, there) = (sentence(one)?, sentence(other)?);
        let near = |clock: &Clock| before(proof, clock.range.start).trim_end();
        let rough = near(one).ends_with("khoảng") || near(other).ends_with("khoảng");
        let until = UNTIL.iter().any(|word| near(one).ends_with(word) || near(other).ends_with(word));
        let (ours, theirs) = (first.numeric(Padding::Padded), then.numeric(Padding::Padded));
        let off = ours.bytes().zip(theirs.bytes()).filter(|(one, other)| one != other).count();
        let shared =
            || names(&proof.text[here.clone()]).intersection(&names(&proof.text[there.clone()])).next().is_some();
        (rough && !until && off == 1 && here != there && shared()).then(|| {
            let text = proof.plain();
            let fault = proof.fault("time-course", other.range.clone()).with("act", &text[one.range.clone()]);
            let day = |day: Ymd| day.day_and_month(Padding::Padded);
            let mut fault = fault.with("first", day(then)).with("then", day(first)).hint_id("time-course.hint");
            fault.message.id = "time-course.act";
            fault
        })
    })
}

/// The names of two words and more of a sentence: *thị trấn Mãn Đức*.
fn names(sentence: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    for piece in sentence.split([',', '.', ';', ':', '(', ')', '“', '”', '"']) {
        let mut run: Vec<&str> = Vec::new();
        for word in piece.split_whitespace().chain([""]) {
            if word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase) {
                run.push(word);
            } else {
                if run.len() > 1 {
                    found.insert(run.join(" "));
                }
                run.clear();
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::clock;

    #[test]
    fn hours_that_step_back() {
        for (text, told) in [
            ("Lúc 14 giờ 20, trạm bơm báo sự cố. Thợ khóa van, đến 14 giờ 05, nước đã rút.", Some("14 giờ 05")),
            ("Lúc 14 giờ 20, trạm bơm báo sự cố. Thợ khóa van, đến 15 giờ 05, nước đã rút.", None),
            ("Lúc 22 giờ 20, trạm bơm báo sự cố. Thợ khóa van, đến 1 giờ 05, nước đã rút.", None),
            ("Lúc 14 giờ 20, trạm bơm báo sự cố. Hôm sau, đến 14 giờ 05, nước đã rút.", None),
            (
                "Từ 16 giờ 15 phút đến khoảng 10 giờ ngày 05/11, xã cắt điện.",
                Some("Từ 16 giờ 15 phút đến khoảng 10 giờ"),
            ),
            ("Từ 06 giờ 15 phút đến khoảng 10 giờ ngày 05/11, xã cắt điện.", None),
            ("Ngày 04/11, xã cắt điện từ 16 giờ 15 phút đến khoảng 10 giờ ngày 05/11.", None),
            (
                "Khoảng 8 giờ 10, đê sạt. Lúc 10 giờ 25, tức sau 3 giờ 15 phút kể từ khi đê sạt, chỗ vỡ được lấp.",
                Some("3 giờ 15 phút"),
            ),
            ("Khoảng 8 giờ 10, đê sạt. Lúc 10 giờ 25, tức sau 2 giờ 15 phút kể từ khi đê sạt, chỗ vỡ được lấp.", None),
            ("Khoảng 8 giờ, đò bị lật. Đến 11 giờ 20, sau hơn 5 giờ tìm kiếm, xã vớt được đò.", Some("5 giờ")),
            ("Khoảng 8 giờ, đò bị lật. Đến 11 giờ 20, sau hơn 3 giờ tìm kiếm, xã vớt được đò.", None),
            ("Khoảng 8 giờ, đò bị lật. Đến 11 giờ 20, sau 1 giờ tìm kiếm, xã vớt được đò.", None),
            ("Lúc 8 giờ 10, xã báo tin. Chỉ 5 phút sau, lúc 8 giờ 35 phút, thợ đến nơi.", Some("5 phút")),
            ("Khoảng 8 giờ, đò bị lật. Đến 11 giờ 20, sau hơn 5 giờ tìm kiếm, xã vớt được đò.", Some("5 giờ")),
            ("Khoảng 8 giờ, đò bị lật. Đến 11 giờ 20, sau hơn 3 giờ tìm kiếm, xã vớt được đò.", None),
            ("Khoảng 8 giờ, đò bị lật. Đến 11 giờ 20, sau 1 giờ tìm kiếm, xã vớt được đò.", None),
            ("Lúc 8 giờ 10, xã báo tin. Chỉ 5 phút sau, lúc 8 giờ 15 phút, thợ đến nơi.", None),
            ("Khoảng 23 giờ ngày 9/9, nước dâng. Đến 3 giờ sáng cùng ngày, dân đã đi hết.", Some("3 giờ")),
            ("Khoảng 23 giờ ngày 9/9, nước dâng. Đến 3 giờ sáng hôm sau, dân đã đi hết.", None),
            ("Mỗi ca trực kéo dài 8 tiếng, từ 6 giờ đến 15 giờ.", Some("8 tiếng")),
            ("Mỗi ca trực kéo dài 8 tiếng, từ 6 giờ đến 14 giờ.", None),
            ("Khoảng 8 giờ 10, chợ bốc cháy. Sau 2 giờ 40 phút, đến 9 giờ 50, lửa tắt.", Some("2 giờ 40 phút")),
            ("Khoảng 8 giờ 10, chợ bốc cháy. Sau 1 giờ 30 phút, đến 9 giờ 50, lửa tắt.", None),
            (
                "Hai xe tông nhau ở xã Đông Hòa Lạc lúc 21h40 đêm 02/8. Khoảng 21h40 ngày 12/8, tại ngã ba của xã Đông Hòa Lạc, xe tải đi lấn làn.",
                Some("21h40"),
            ),
            (
                "Hai xe tông nhau ở xã Đông Hòa Lạc lúc 21h40 đêm 02/8. Khoảng 21h40 ngày 02/8, tại ngã ba của xã Đông Hòa Lạc, xe tải đi lấn làn.",
                None,
            ),
            (
                "Trận một đá ở xã Đông Hòa Lạc lúc 19h30 ngày 02/8. Trận hai lúc 19h30 ngày 12/8 trên sân xã Đông Hòa Lạc.",
                None,
            ),
            (
                "Trước đó, khoảng 20h ngày 03/4, tổ trực đi tuần. Đến khoảng 18h45 cùng ngày, tổ gặp xe tải.",
                Some("18h45"),
            ),
            ("Trước đó, khoảng 20h ngày 03/4, tổ trực đi tuần. Đến khoảng 21h45 cùng ngày, tổ gặp xe tải.", None),
            ("Khoảng 8h40 sáng 03/4, kho bén lửa. Đến 8h15 cùng ngày, lửa tắt.", Some("8h15")),
            ("Khoảng 8h40 sáng 03/4, kho bén lửa. Đến 9h15 cùng ngày, lửa tắt.", None),
            ("Kho mở cửa từ 6 đến 18h hằng ngày. Đến 4h15 cùng ngày, lửa tắt.", None),
        ] {
            let seen = crate::check::proof::seen(text, clock::check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
