//! The life of documents — *căn cứ, trình, thẩm tra, thông qua, hiệu lực*: nothing rests on a younger paper.

mod own;
mod told;

use std::ops::Range;

use super::{Sentence, both, stamp};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Padding, Ymd};
use told::{KINDS, Paper, papers};

/// Words between a paper and an older one that it rests on or changes.
#[rustfmt::skip]
const RESTS: [&str; 17] = [
    "căn cứ", "căn cứ theo", "căn cứ vào", "trên cơ sở", "theo", "thực hiện", "triển khai", "hướng dẫn", "thi hành",
    "sửa đổi", "bổ sung", "thay thế", "thay thế cho", "bãi bỏ", "đính chính", "cụ thể hóa", "cụ thể hoá",
];

/// What may stand between those words and the older paper.
const FILLERS: [&str; 12] = [
    "các ",
    "một số ",
    "điều ",
    "nội dung ",
    "của ",
    "tại ",
    "chi tiết ",
    "khoản ",
    "điểm ",
    "phụ lục ",
    "nói trên ",
    "hiệu quả ",
];

/// Words that turn it about: the other paper came later.
const PASSIVE: [&str; 11] = [
    "được sửa đổi",
    "được bổ sung",
    "được thay",
    "bị thay",
    "bị bãi bỏ",
    "được bãi bỏ",
    "được điều chỉnh",
    "được gia hạn",
    "hết hiệu lực",
    "được phê duyệt",
    "được công bố",
];

/// Words that begin a sentence with what it rests on.
const BASES: [&str; 8] = ["căn cứ", "xét", "theo", "thực hiện", "triển khai", "thi hành", "chấp hành", "trên cơ sở"];

/// Words of making a paper.
const MADE: [&str; 9] =
    ["hoàn thiện", "ký kết", "ban hành", "đã ký", "ký ", "xây dựng", "phê duyệt", "trình", "thông qua"];

/// Words of what is still to come.
const TO_COME: [&str; 6] = ["sẽ", "dự kiến", "thay thế", "sửa đổi", "kể từ", "trước ngày"];

/// In how many of its first sentences a paper tells its place and day.
const HEAD: usize = 12;

/// Checks the papers of a text, sentence by sentence.
///
/// A paper is a kind with its day close behind: *Quyết định số 12/QĐ-UBND ngày 05/3/2024*, *Luật Đất đai ngày 18/01/2024*. Lines
/// that begin with *Căn cứ, Xét, Theo* are bases of the paper that the text is; of other sentences the papers of the last one
/// are kept, since *Quyết định được ban hành căn cứ …* goes on from it.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let days: Vec<(Range<usize>, Ymd)> =
        proof.dates().iter().filter_map(|told| Some((told.range.clone(), told.day.ok()?))).collect();
    let mut rest = &days[..];
    let (mut bases, mut last): (Vec<Paper>, Vec<Paper>) = (Vec::new(), Vec::new());
    // A text that is put out knows no later paper.
    let mut made: Option<(Ymd, usize)> = None;
    let mut issued: Option<(Ymd, usize)> = stamp::find(proof, sentences).map(|(at, day)| (day, at));
    if let Some(first) = sentences.first()
        && let Some(day) = stamp::leading(first)
    {
        let days: Vec<(Range<usize>, Ymd)> =
            days.iter().filter(|(told, _)| first.range.contains(&told.start)).cloned().collect();
        faults.extend(own::cited_later(proof, day, &papers(first, &days)));
    }
    for (at, sentence) in sentences.iter().enumerate() {
        let skipped = rest.iter().take_while(|(told, _)| told.start < sentence.range.start).count();
        let count = rest[skipped..].iter().take_while(|(told, _)| told.start < sentence.range.end).count();
        let dated = &rest[skipped..skipped + count];
        rest = &rest[skipped + count..];
        let papers = papers(sentence, dated);
        let before = faults.len();
        faults.extend(papers.windows(2).find_map(|pair| older(proof, sentence, &pair[0], &pair[1])));
        faults.extend(rests_on_the_last(proof, sentence, &papers, &last));
        if faults.len() == before {
            faults.extend(made_of(proof, sentence, &papers).or_else(|| done_before(proof, sentence, (dated, &papers))));
        }
        faults.extend(papers.iter().find_map(|paper| own::later_part(proof, sentence, (paper, dated))));
        faults.extend(own::passed(proof, sentence, dated, &bases));
        if faults.len() == before {
            faults.extend(own::called(proof, sentence, &bases));
        }
        faults.extend(own::replaced_later(proof, sentence, (&papers, dated)).filter(|_| faults.len() == before));
        if let Some((day, _)) = issued.filter(|(_, line)| *line < at)
            && faults.len() == before
        {
            faults.extend(own::met_later(proof, day, sentence, dated));
        }
        let rests = ["theo đó", "thực hiện", "căn cứ", "theo "];
        let rests = rests.iter().any(|word| sentence.lower.trim_start().starts_with(word))
            || [" này thay thế", " này bãi bỏ"].iter().any(|word| sentence.lower.contains(word));
        if let Some((day, _)) = made.filter(|(_, line)| rests && at - line < 3 && issued.is_none()) {
            faults.extend(own::cited_later(proof, day, &papers).filter(|_| faults.len() == before));
        }
        made = own::made_on(sentence, dated).map(|day| (day, at)).or(made);
        let own = own::issue(sentence, dated).or_else(|| own::title(sentence, &papers)).filter(|_| at < HEAD);
        issued = own.map(|day| (day, at)).or(issued);
        faults.extend(issued.filter(|(_, line)| *line < at).and_then(|(day, _)| own::cited_later(proof, day, &papers)));
        if papers.is_empty() {
            continue;
        }
        if BASES.iter().any(|word| sentence.lower.trim_start().starts_with(word)) {
            bases.extend(papers.iter().cloned());
        }
        last = papers;
    }
}

fn fault(proof: &Proof, range: Range<usize>, younger: &Paper, older: &Paper) -> Diagnostic {
    let fault = proof.fault("time-course", range);
    let mut fault = fault
        .with("base", younger.day.numeric(Padding::Padded))
        .with("day", older.day.numeric(Padding::Padded))
        .hint(Message::new("time-course.hint.papers"));
    fault.message.id = "time-course.base";
    fault
}

/// *Thông tư … ngày 5/3/2020 hướng dẫn Nghị định … ngày 6/7/2020*; turned about where the first one is changed later.
fn older(proof: &Proof, sentence: &Sentence, one: &Paper, other: &Paper) -> Option<Diagnostic> {
    let between = sentence.between(one.range.end..other.range.start);
    if PASSIVE.iter().any(|word| between.contains(word)) {
        let wrong = one.day > other.day && between.len() < 200;
        return wrong.then(|| fault(proof, both(proof.plain(), &one.told, &other.told), one, other));
    }
    let mut words = between.trim_end();
    while let Some(shorter) = FILLERS.iter().find_map(|word| words.strip_suffix(word.trim_end())) {
        words = shorter.trim_end();
    }
    let rest = RESTS.iter().find(|word| {
        words.strip_suffix(**word).is_some_and(|head| {
            // *Thực hiện Luật …, theo Quyết định …*: both are bases of a third.
            let head = head.trim_end();
            let listed = [",", "và", "các", "những", "theo"].iter().any(|word| head.ends_with(word));
            let listed = listed && !head.ends_with("sửa đổi,");
            !listed
        })
    });
    // *… theo Nghị quyết … và 5 tỷ đồng từ Quỹ thành lập theo Quyết định …*: what goes on behind an amount is another thing.
    let item = between.split_once(" và ").is_some_and(|(_, item)| item.starts_with(|c: char| c.is_ascii_digit()));
    let wrong = rest.is_some() && other.day > one.day && between.len() < 300 && !between.contains(';') && !item;
    wrong.then(|| fault(proof, both(proof.plain(), &one.told, &other.told), other, one))
}

/// *Cục vừa ban hành Quyết định … ngày 22/9/2020. Quyết định được ban hành căn cứ theo Quyết định … ngày 14/10/2020*.
fn rests_on_the_last(proof: &Proof, sentence: &Sentence, papers: &[Paper], last: &[Paper]) -> Option<Diagnostic> {
    let (base, made) = (papers.first()?, last.first()?);
    let head = sentence.before(base.range.start).trim_end();
    let rest = RESTS[..5].iter().find_map(|word| head.strip_suffix(word))?;
    let issued = ["ban hành", "phê duyệt", "ký", "thông qua"].iter().any(|word| rest.trim_end().ends_with(word));
    // The papers before are of the sentence right before, with nothing but a full stop between.
    let near = proof.plain()[made.range.end..sentence.range.start.max(made.range.end)].len() < 400;
    let earlier = sentence.lower.trim_start().starts_with("trước đó");
    (issued && near && !earlier && base.day > made.day).then(|| fault(proof, base.told.clone(), base, made))
}

/// *Thực hiện Chỉ thị … ngày 5/5/2021, Cục đã ban hành Kế hoạch … ngày 3/5/2021*.
fn made_of(proof: &Proof, sentence: &Sentence, papers: &[Paper]) -> Option<Diagnostic> {
    let head = sentence.lower.trim_start();
    BASES.iter().any(|word| head.starts_with(word)).then_some(())?;
    let at = papers.windows(2).position(|pair| {
        let between = sentence.between(pair[0].range.end..pair[1].range.start);
        let made = MADE.iter().filter_map(|word| between.rfind(word)).max();
        made.is_some_and(|made| between[..made].contains(',') && between.len() - made < 40)
    })?;
    let (bases, made) = (&papers[..=at], &papers[at + 1]);
    let between = sentence.between(papers[at].range.end..made.range.start);
    let apart = TO_COME.iter().any(|word| between.contains(word));
    let base = bases.iter().find(|base| base.day > made.day).filter(|_| !apart)?;
    Some(fault(proof, both(proof.plain(), &base.told, &made.told), base, made))
}

/// *Ngày 25/11/2020, Cục có Công văn … ngày 26/11/2020*; *Thực hiện Quyết định … ngày 15/9/2024, từ ngày 02/8/2024, Đoàn đã
/// làm việc*: what is done knows no later paper.
fn done_before(
    proof: &Proof,
    sentence: &Sentence,
    (days, papers): (&[(Range<usize>, Ymd)], &[Paper]),
) -> Option<Diagnostic> {
    const OPENED: [&str; 9] =
        ["ngày", "hôm", "sáng", "chiều", "tối", "sáng ngày", "chiều ngày", "tối ngày", "vào ngày"];
    let (first, day) = days.first()?;
    let told = |paper: &Paper, day: Ymd| {
        let mut fault = proof.fault("time-course", paper.told.clone()).with("day", day.numeric(Padding::Padded));
        fault.message.id = "time-course.done";
        fault.hint(Message::new("time-course.hint.papers"))
    };
    let head = sentence.before(first.start).trim();
    if OPENED.contains(&head) {
        let paper = papers.iter().find(|paper| paper.day > *day)?;
        let between = sentence.between(first.end..paper.range.start);
        // *đã ban hành Kế hoạch số 694/KH-UBND … và ban hành Quyết định*: two acts, one told after the other.
        let joined = MADE.iter().any(|word| {
            let head = between.trim_end().strip_suffix(word.trim_end());
            head.is_some_and(|head| head.ends_with(" và ") && MADE.iter().any(|word| head.contains(word)))
        });
        return (!joined && !TO_COME.iter().any(|word| between.contains(word))).then(|| told(paper, *day));
    }
    let base =
        papers.first().filter(|paper| paper.told == *first && BASES.iter().any(|word| head.starts_with(word)))?;
    let (_, done) =
        days.iter().filter(|(other, _)| papers.iter().all(|paper| paper.told != *other)).find(|(other, _)| {
            let between = sentence.between(base.range.end..other.start);
            let clause = between.rsplit(',').next().unwrap_or_default().trim();
            let clause = clause.strip_prefix("từ ").unwrap_or(clause);
            between.contains(',') && OPENED.contains(&clause)
        })?;
    (base.day > *done).then(|| told(base, *done))
}

#[cfg(test)]
mod tests;
