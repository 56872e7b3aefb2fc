//! What comes before what in one sentence — *thứ tự thời gian*: a deadline after the paper that sets it, effect after
//! adoption, work after the decision that orders it.

use std::ops::Range;

use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{self, Ymd};

/// Words right before the last day of a task.
const DEADLINES: [&str; 6] = ["trước ngày", "chậm nhất", "muộn nhất", "hạn cuối", "hạn chót", "trước"];

/// Words of what is told to be done.
const ORDERS: [&str; 8] = ["yêu cầu", "đề nghị", "giao ", "gửi ", "nộp ", "báo cáo", "phải ", "tổng hợp"];

/// Words that begin a sentence with what is carried out in it.
const BASES: [&str; 6] = ["Thực hiện", "Căn cứ", "Theo", "Triển khai", "Thi hành", "Chấp hành"];

/// How far before a day its words are looked for, in letters.
const NEAR: usize = 28;

/// A day of a sentence with the words before it.
struct Told {
    range: Range<usize>,
    day: Ymd,
    before: String,
}

/// Checks the days of each sentence.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    for paragraph in proof.paragraphs() {
        let mut earlier: Vec<Ymd> = Vec::new();
        for sentence in proof.sentences(paragraph.clone()) {
            let days = days(&proof.text, &sentence);
            faults.extend(deadline(proof, &sentence, &days, &earlier));
            faults.extend(effect(proof, &sentence, &days));
            faults.extend(basis(proof, &sentence, &days).or_else(|| made_later(proof, &sentence, &days)));
            earlier.extend(days.iter().map(|told| told.day));
        }
    }
}

fn days(text: &str, sentence: &Range<usize>) -> Vec<Told> {
    let own = &text[sentence.clone()];
    let told = |mention: date::Mention| {
        let range = sentence.start + mention.range.start..sentence.start + mention.range.end;
        let near =
            own[..mention.range.start].char_indices().rev().take(NEAR).last().map_or(mention.range.start, |(at, _)| at);
        Some(Told { day: mention.day.ok()?, before: own[near..mention.range.start].trim_end().to_lowercase(), range })
    };
    date::find(own).into_iter().filter_map(told).collect()
}

/// *Thông báo ngày 20/5/2025 yêu cầu báo cáo trước ngày 15/3/2025*: every day told before is later than the deadline.
fn deadline(proof: &Proof, sentence: &Range<usize>, days: &[Told], earlier: &[Ymd]) -> Option<Diagnostic> {
    let at = days.iter().position(|told| {
        let before = told.before.trim_end_matches("ngày").trim_end();
        let before = before.trim_end_matches("vào").trim_end().trim_end_matches("là").trim_end();
        DEADLINES.iter().any(|word| before.ends_with(word) || told.before.ends_with(word))
    })?;
    let limit = &days[at];
    let head = proof.text[sentence.start..limit.range.start].to_lowercase();
    let clause = head.rsplit([',', ';', ':']).next().unwrap_or_default();
    let ordered = ORDERS.iter().any(|word| head.contains(word)) && !clause.contains("đã ") && !clause.contains("nếu ");
    let mut before = days[..at].iter().map(|told| told.day).chain(earlier.iter().copied());
    let first = before.next()?;
    let last = before.chain([first]).min()?;
    (ordered && limit.day < last).then(|| {
        let mut fault = proof.fault("date-span", limit.range.clone());
        fault.message.id = "date-span.deadline";
        fault.with("day", last.numeric(Default::default())).hint_id("date-span.hint.papers")
    })
}

/// *thông qua ngày 10/12/2025 và có hiệu lực từ ngày 01/01/2025*: no effect before the paper is there.
fn effect(proof: &Proof, sentence: &Range<usize>, days: &[Told]) -> Option<Diagnostic> {
    let at = days.iter().position(|told| told.before.contains("hiệu lực") && told.before.contains("từ"))?;
    let made = days[..at].iter().rfind(|told| {
        let head = proof.text[sentence.start..told.range.start].to_lowercase();
        let near: String = head.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
        ["thông qua", "ban hành", "ký ", "số "].iter().any(|word| near.contains(word))
    })?;
    let between = &proof.text[made.range.end..days[at].range.start];
    // Another paper named in between has its own day.
    let same = !["thay thế", "sửa đổi", "bãi bỏ", "số "].iter().any(|word| between.contains(word));
    (same && days[at].day < made.day).then(|| {
        let mut fault = proof.fault("date-span", days[at].range.clone());
        fault.message.id = "date-span.effect";
        fault.with("day", made.day.numeric(Default::default())).hint_id("date-span.hint.papers")
    })
}

/// *Thực hiện Quyết định số 47/QĐ-TTH ngày 15/9/2024 …, từ ngày 02/8/2024, Đoàn đã làm việc*: nothing is carried out
/// before it is decided.
fn basis(proof: &Proof, sentence: &Range<usize>, days: &[Told]) -> Option<Diagnostic> {
    let text = proof.text[sentence.clone()].trim_start();
    BASES.iter().any(|word| text.starts_with(word)).then_some(())?;
    let (decided, rest) = days.split_first()?;
    let own = &proof.text[sentence.clone()];
    let head = &proof.text[sentence.start..decided.range.start];
    let numbered = head.contains("số ") && head.chars().count() <= 120;
    let done = rest.iter().find(|told| {
        let opened = ["từ ngày", "sáng ngày", "chiều ngày", "từ", "ngày", "sáng", "chiều", "trong hai ngày"];
        let since = &proof.text[decided.range.end..told.range.start];
        let clause = since.rsplit([',', ';']).next().unwrap_or_default();
        let paper = clause.contains("số ") || clause.contains('(') || since.matches("số ").count() > 0;
        opened.iter().any(|word| told.before.ends_with(word)) && since.contains(',') && !paper
    })?;
    let acted = [" đã ", " tổ chức ", " tiến hành ", " diễn ra ", " làm việc "].iter().any(|word| own.contains(word));
    (numbered && acted && done.day < decided.day).then(|| {
        let mut fault = proof.fault("date-span", decided.range.clone());
        fault.message.id = "date-span.basis";
        fault.with("day", done.day.numeric(Default::default())).hint_id("date-span.hint.papers")
    })
}

/// *Ngày 15/9/2025, đoàn đã kiểm tra … Kết luận ban hành ngày 12/8/2026*: what is told as done knows no later paper.
fn made_later(proof: &Proof, sentence: &Range<usize>, days: &[Told]) -> Option<Diagnostic> {
    let (event, rest) = days.split_first()?;
    let head = proof.text[sentence.start..event.range.start].trim().to_lowercase();
    let opened = ["ngày", "sáng", "chiều", "tối", "sáng ngày", "chiều ngày", "tối ngày"].contains(&head.as_str());
    let made = rest
        .iter()
        .find(|told| ["ban hành ngày", "ký ngày", "thông qua ngày"].iter().any(|word| told.before.ends_with(word)))?;
    let between = &proof.text[event.range.end..made.range.start];
    let planned = ["sẽ", "dự kiến", "thay thế"].iter().any(|word| between.contains(word));
    (opened && !planned && made.day > event.day).then(|| {
        let mut fault = proof.fault("date-span", made.range.clone());
        fault.message.id = "date-span.basis";
        fault.with("day", event.day.numeric(Default::default())).hint_id("date-span.hint.papers")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_of_days() {
        for (text, told) in [
            (
                "Thông báo số 45/TB-UBND ngày 20/5/2025 yêu cầu các thôn báo cáo trước ngày 15/3/2025.",
                Some("15/3/2025"),
            ),
            ("Thông báo số 45/TB-UBND ngày 20/5/2025 yêu cầu các thôn báo cáo trước ngày 15/6/2025.", None),
            ("Theo Nghị quyết ngày 12/3/2024, ngày 20/5/2025 xã yêu cầu nộp chậm nhất ngày 15/4/2025.", None),
            ("Ngày 20/5/2025, xã kiểm tra các công trình đã hoàn thành trước ngày 15/3/2025.", None),
            ("Nghị quyết thông qua ngày 10/12/2025 và có hiệu lực từ ngày 01/01/2025.", Some("01/01/2025")),
            ("Nghị quyết thông qua ngày 10/12/2025 và có hiệu lực từ ngày 01/01/2026.", None),
            (
                "Thực hiện Quyết định số 47/QĐ-TTH ngày 15/9/2024 về thanh tra, từ ngày 02/8/2024, Đoàn đã làm việc.",
                Some("15/9/2024"),
            ),
            (
                "Thực hiện Quyết định số 47/QĐ-TTH ngày 15/7/2024 về thanh tra, từ ngày 02/8/2024, Đoàn đã làm việc.",
                None,
            ),
            ("Ngày 15/9/2025, đoàn kiểm tra việc thực hiện Kết luận ban hành ngày 12/8/2026.", Some("12/8/2026")),
            ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, Luật số 47 ngày 19/6/2015, xã đã họp.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
