//! Deadlines — *thời hạn*: none is before the paper that sets it, or behind the event that it prepares.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Mention, Padding, Ymd};

/// Words right before the last day of a task.
const DEADLINES: [&str; 6] = ["trước ngày", "chậm nhất", "muộn nhất", "hạn cuối", "hạn chót", "trước"];

/// Words of what is told to be done.
const ORDERS: [&str; 8] = ["yêu cầu", "đề nghị", "giao ", "gửi ", "nộp ", "báo cáo", "phải ", "tổng hợp"];

/// Words of what a paper sets a day for.
const SET: [&str; 3] = ["đăng ký", "hoàn thành", "rà soát"];

/// What is done before an event.
#[rustfmt::skip]
const PREPARES: [&str; 17] = [
    "đăng ký", "gửi danh sách", "danh sách đăng", "nộp hồ sơ", "nhận hồ sơ", "hồ sơ dự", "bài dự thi", "nộp bài", "nhận bài", "góp ý", "kiến tham gia",
    "mua vé", "xác nhận tham", "ghi danh", "nhận tác phẩm", "gửi tác phẩm", "phẩm dự thi",
];

/// Words of an event.
#[rustfmt::skip]
const HELD: [&str; 14] = [
    "tổ chức", "diễn ra", "khai mạc", "bế mạc", "bốc thăm", "thi đấu", "chung kết", "phỏng vấn", "thi tuyển", "sát hạch", "mở thầu",
    "đấu giá", "trao giải", "thời gian họp",
];

/// Words of what follows an event, or of another one.
const ASIDE: [&str; 11] = [
    "kết quả",
    "tổng kết",
    "quyết toán",
    "phúc khảo",
    "khiếu nại",
    "bổ sung",
    "đã ",
    "năm trước",
    "đợt 2",
    "sau khi",
    "nếu ",
];

/// How many days behind an event a deadline is a slip and not one of another time.
const LATE: i64 = 60;

/// How far before a day its words are looked for, in letters.
const NEAR: usize = 28;

/// A day of a sentence with the words before it.
struct Told<'p> {
    range: Range<usize>,
    day: Ymd,
    before: &'p str,
}

/// Checks the days of each sentence.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    let lower = proof.lower();
    for paragraph in proof.paragraphs() {
        let (mut earlier, mut all): (Vec<Ymd>, Vec<Ymd>) = (Vec::new(), Vec::new());
        for sentence in proof.sentences(paragraph) {
            let days = days(proof, sentence);
            // Tasks are done before the days of what is held; results are told behind them.
            let says = |words: &[&str]| words.iter().any(|word| lower[sentence.clone()].contains(word));
            let known = if says(&["kết quả"]) { &all } else { &earlier };
            faults.extend(deadline(proof, sentence, &days, known));
            // The words of a sentence are asked once, not for each of its days.
            let held = says(&HELD);
            all.extend(days.iter().map(|told| told.day));
            earlier.extend(days.iter().filter(|_| !held).map(|told| told.day));
        }
    }
    faults.extend(too_late(proof));
}

/// *Thi đấu ngày 10/2. … gửi danh sách đăng ký chậm nhất ngày 16/2*: behind every day of the event that it prepares.
fn too_late(proof: &Proof) -> Option<Diagnostic> {
    const UNTIL: [&str; 6] = ["trước", "chậm nhất", "muộn nhất", "hạn ", "đến hết", "đến ngày"];
    let lower = proof.lower();
    let known = proof.points().iter().find_map(|point| point.year).or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let (mut limits, mut events): (Vec<(Range<usize>, Ymd)>, Vec<Ymd>) = (Vec::new(), Vec::new());
    for sentence in proof.all_sentences() {
        let place = |at: usize| proof.days().partition_point(|day| day.range.start < at);
        let own = &lower[sentence.clone()];
        let says = |words: &[&str]| words.iter().any(|word| own.contains(word));
        let told = proof.days()[place(sentence.start)..place(sentence.end)].iter().filter(|day| day.month.is_some());
        let told = told.filter_map(|day| Some((day.range.clone(), day.like(Ymd::new(known, 1, 1).ok()?)?)));
        let aside = says(&ASIDE);
        if says(&PREPARES) {
            limits.extend(told.filter(|(range, _)| {
                let head = &lower[sentence.start..range.start];
                let near = head.char_indices().rev().take(NEAR + NEAR / 2).last().map_or(head.len(), |(at, _)| at);
                // *đến 17 giờ 00 ngày 25/5*
                let hour = head[near..].find("đến ").is_some_and(|at| head[near + at..].contains(" giờ"));
                (hour || UNTIL.iter().any(|word| head[near..].contains(word))) && !aside
            }));
        } else if says(&HELD) && !says(&["đã ", "năm trước", "năm ngoái", "lần trước"]) {
            events.extend(told.map(|(_, day)| day));
        }
    }
    let ([(range, limit)], last) = (&limits[..], events.iter().max()?) else { return None };
    let late = limit.ordinal() - last.ordinal();
    (1..LATE).contains(&late).then(|| {
        let mut fault = proof.fault("date-span", range.clone()).with("day", last.numeric(Padding::Padded));
        fault.message.id = "date-span.deadline-late";
        fault.hint_id("date-span.hint.papers")
    })
}

fn days<'p>(proof: &'p Proof, sentence: &Range<usize>) -> Vec<Told<'p>> {
    let dates = proof.dates();
    let place = |at: usize| dates.partition_point(|mention| mention.range.start < at);
    let told = |mention: &Mention| {
        let range = mention.range.clone();
        let own = &proof.lower()[sentence.start..range.start];
        let near = own.char_indices().rev().take(NEAR + NEAR / 2).last().map_or(own.len(), |(at, _)| at);
        Some(Told { day: mention.day.ok()?, before: own[near..].trim_end(), range })
    };
    dates[place(sentence.start)..place(sentence.end)].iter().filter_map(told).collect()
}

/// *Thông báo ngày 20/5/2025 yêu cầu báo cáo trước ngày 15/3/2025*: every day told before is later than the deadline.
fn deadline(proof: &Proof, sentence: &Range<usize>, days: &[Told<'_>], earlier: &[Ymd]) -> Option<Diagnostic> {
    let at = days.iter().position(|told| {
        let before = told.before.trim_end_matches("ngày").trim_end();
        let before = before.trim_end_matches("vào").trim_end().trim_end_matches("là").trim_end();
        // *chậm nhất là ngày cuối cùng của tháng thứ ba, tức ngày 31/3/2025*
        let head = &proof.lower()[sentence.start..told.range.start];
        let meant = before.ends_with(" tức") && DEADLINES[1..5].iter().any(|word| head.contains(word));
        meant || DEADLINES.iter().any(|word| before.ends_with(word) || told.before.ends_with(word))
    })?;
    let limit = &days[at];
    let head = &proof.lower()[sentence.start..limit.range.start];
    let clause = head.rsplit([',', ';', ':']).next().unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| head.contains(word));
    // *đăng ký chậm nhất ngày 6/2* for what begins on the day told before is in order.
    let ordered = (says(&ORDERS) || says(&SET) && head.contains("ban hành"))
        && (!clause.contains("đã ") || clause.contains("báo cáo kết"))
        && !clause.contains("nếu ");
    let mut before = days[..at].iter().map(|told| told.day).chain(earlier.iter().copied());
    let first = before.next()?;
    let last = before.chain([first]).min()?;
    (ordered && limit.day < last).then(|| {
        let mut fault = proof.fault("date-span", limit.range.clone());
        fault.message.id = "date-span.deadline";
        fault.with("day", last.numeric(Default::default())).hint_id("date-span.hint.papers")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines() {
        for (text, told) in [
            (
                "Thông báo số 45/TB-UBND ngày 20/5/2025 yêu cầu các thôn báo cáo trước ngày 15/3/2025.",
                Some("15/3/2025"),
            ),
            ("Thông báo số 45/TB-UBND ngày 20/5/2025 yêu cầu các thôn báo cáo trước ngày 15/6/2025.", None),
            (
                "Ngày 15/3/2024, Sở ban hành Kế hoạch số 12/KH-SNV; các đơn vị đăng ký trước ngày 10/3/2024.",
                Some("10/3/2024"),
            ),
            ("Giải mở ngày 09/02/2023. Các đội đăng ký chậm nhất ngày 06/02/2023.", None),
            ("Theo Nghị quyết ngày 12/3/2024, ngày 20/5/2025 xã yêu cầu nộp chậm nhất ngày 15/4/2025.", None),
            ("Ngày 20/5/2025, xã kiểm tra các công trình đã hoàn thành trước ngày 15/3/2025.", None),
            (
                "Giải tổ chức vào ngày 10/02/2023. Các đội gửi danh sách đăng ký chậm nhất là ngày 16/02/2023.",
                Some("16/02/2023"),
            ),
            (
                "Thời gian bốc thăm là ngày 09/02/2023. Các đội gửi danh sách đăng ký chậm nhất là ngày 06/02/2023.",
                None,
            ),
            (
                "Giải tổ chức vào ngày 10/02/2023. Các đội nộp hồ sơ, danh sách đề nghị bổ sung kết quả trước ngày 16/02/2023.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
