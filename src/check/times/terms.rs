//! Terms of assemblies — *Quốc hội khóa XV, nhiệm kỳ 2021 - 2026*: each number has its years.

use crate::check::proof::Proof;
use crate::check::spans::two_years;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::Ymd;
use crate::viet::reference::code::term_years;
use crate::viet::roman;
use crate::viet::seek::seek;

/// Terms of the people's councils: all are elected on one day.
const COUNCILS: [(u16, u16); 8] =
    [(1989, 1994), (1994, 1999), (1999, 2004), (2004, 2011), (2011, 2016), (2016, 2021), (2021, 2026), (2026, 2031)];

/// How far before its years an assembly is looked for, in letters.
const FAR: usize = 70;

/// Checks the years of each term.
pub(super) fn check(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    following(proof, faults);
    faults.extend(over(proof).or_else(|| summed_up(proof)));
    let text = proof.plain();
    for (at, word) in seek(text, "nhiệm kỳ ") {
        let from = at + word.len();
        let Some((first, last, rest)) = two_years(&text[from..]) else { continue };
        let far = text[..at].char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
        let near = text[far..at].rsplit(['.', ';', '\n']).next().unwrap_or_default();
        let Some(right) = of_assembly(near, (first, last)).or_else(|| of_council(near, (first, last))) else {
            continue;
        };
        if right != (first, last) && last > first {
            let right = format!("{} - {}", right.0, right.1);
            // Years of the councils beside another number of the assembly: the number may be the slip.
            let council = near.contains("HĐND") || near.contains("đồng nhân dân");
            let term = ["khóa ", "khoá "].iter().filter_map(|word| near.rfind(word)).max();
            let start = term
                .filter(|_| council && COUNCILS.contains(&(first, last)))
                .map_or(from, |term| at - near.len() + term);
            let fault = proof.fault("term-years", start..text.len() - rest.len());
            faults.push(fault.hint(Message::new("term-years.hint").with("right", right)));
        }
    }
}

/// *Ngày 3/8/2020, Đại hội … thông qua phương hướng, nhiệm vụ nhiệm kỳ 2015 - 2020*: the term that a congress plans for is not over.
fn over(proof: &Proof) -> Option<Diagnostic> {
    const AHEAD: [&str; 4] = ["phương hướng", "mục tiêu", "nhiệm vụ", "giải pháp"];
    const BACK: [&str; 5] = ["kết quả", "thực hiện", "tổng kết", "kiểm điểm", "đánh giá"];
    /// How far before its years the word of a plan stands, in bytes.
    const NEAR: usize = 60;
    let lower = proof.lower();
    let now = proof.day.filter(|_| proof.dated && lower.contains("đại hội")).map(Ymd::year)?;
    seek(lower, "nhiệm kỳ ").find_map(|(at, word)| {
        let from = at + word.len();
        let (first, last, rest) = two_years(&lower[from..])?;
        let head = &lower[lower.ceil_char_boundary(at.saturating_sub(NEAR))..at];
        let clause = head.rsplit(['.', ';', '\n']).next()?;
        let says = |words: &[&str]| words.iter().any(|word| clause.contains(word));
        let planned = says(&AHEAD) && !says(&BACK) && last == now && last == first + 5;
        planned.then(|| {
            let right = format!("{last} - {}", last + 5);
            let fault = proof.fault("term-years", from..lower.len() - rest.len());
            fault.hint(Message::new("term-years.hint").with("right", right))
        })
    })
}

/// *Sáng 27/4/2021, … khai mạc Kỳ họp thứ 20 (tổng kết nhiệm kỳ 2011 - 2016)*: a term is summed up when it ends.
fn summed_up(proof: &Proof) -> Option<Diagnostic> {
    const BACK: [&str; 7] =
        ["nhiệm kỳ trước", "theo báo cáo", "trước đây", "trước đó", "kế thừa", "sau khi", "từ kết quả"];
    let lower = proof.lower();
    let now = proof.day.filter(|_| proof.dated).map(Ymd::year)?;
    seek(lower, "nhiệm kỳ ").find_map(|(at, word)| {
        let from = at + word.len();
        let (first, last, rest) = two_years(&lower[from..])?;
        let head = lower[..at].trim_end();
        let head = ["công tác", "hoạt động"].iter().find_map(|thing| head.strip_suffix(thing)).unwrap_or(head);
        let led = head.trim_end().ends_with("tổng kết");
        let start = lower[..at].rfind(['\n', ';']).map_or(0, |stop| stop + 1);
        let sentence = &lower[start.max(lower[..at].rfind(". ").map_or(0, |stop| stop + 2))..at];
        let looks_back = ["năm ", "/"].iter().any(|lead| sentence.contains(&format!("{lead}{last}")));
        let back = BACK.iter().any(|word| sentence.contains(word)) || looks_back;
        (led && last > first && last.abs_diff(now) > 1 && !back).then(|| {
            let mut fault = proof.fault("term-years", from..lower.len() - rest.len()).with("now", now);
            fault.message.id = "term-years.summed";
            fault.hint_id("term-years.hint.numbered")
        })
    })
}

/// *tổng kết nhiệm kỳ 2016 - 2021, phương hướng nhiệm kỳ 2021 - 2026*: the term that is planned follows the one that is over.
fn following(proof: &Proof, faults: &mut Vec<Diagnostic>) {
    const REVIEWED: [&str; 5] = ["tổng kết", "kiểm điểm", "đánh giá", "kết quả", "báo cáo"];
    const PLANNED: [&str; 4] = ["phương hướng", "mục tiêu", "nhiệm vụ", "chương trình"];
    let lower = proof.lower();
    for sentence in proof.all_sentences() {
        let own = &lower[sentence.clone()];
        let term = |(at, word): (usize, &str)| {
            let (first, last, rest) = two_years(&own[at + word.len()..])?;
            (last > first).then_some((at, first, last, own.len() - rest.len()))
        };
        let told: Vec<(usize, u16, u16, usize)> = seek(own, "nhiệm kỳ ").filter_map(term).collect();
        for pair in told.windows(2) {
            let [(at, first, last, end), (next, begun, ended, stop)] = *pair else { continue };
            let says = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
            let (before, between) = (&own[..at], &own[end..next]);
            let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
            let in_turn = says(&REVIEWED, clause) && says(&PLANNED, between) && !says(&REVIEWED, between);
            let in_turn = in_turn && !says(&PLANNED[..2], clause);
            // *Đại hội nhiệm kỳ 2021 - 2026 tổng kết nhiệm kỳ 2016 - 2021*
            let back = clause.contains("đại hội") && between.contains("tổng kết") && !says(&REVIEWED, clause);
            let apart = |over: u16, next: u16| next != over && next != over + 1;
            // *kiểm điểm nhiệm kỳ 2020 - 2025, bầu Ban Chấp hành khóa mới nhiệm kỳ 2020 - 2025*
            let anew = between.contains("khóa mới") || between.contains("khoá mới");
            let same = says(&REVIEWED, clause) && anew && (first, last) == (begun, ended);
            let wrong =
                same || in_turn && apart(last, begun) && begun > first || back && apart(ended, first) && first > begun;
            if wrong && !between.contains([';', '.']) {
                let (slip, model) = if in_turn && !same { (at..end, next..stop) } else { (next..stop, at..end) };
                let range = sentence.start + slip.start..sentence.start + slip.end;
                let other = &proof.plain()[sentence.start + model.start..sentence.start + model.end];
                let mut fault = proof.fault("term-years", range).with("other", other);
                fault.message.id = "term-years.numbered";
                faults.push(fault.hint_id("term-years.hint.numbered"));
            }
        }
    }
}

/// *Quốc hội khóa XIV,*: the years of that term. Where councils are named too, the years may be theirs.
fn of_assembly(near: &str, told: (u16, u16)) -> Option<(u16, u16)> {
    let at = near.rfind("Quốc hội").or_else(|| near.rfind("ĐBQH")).or_else(|| near.rfind("QH"))?;
    let behind = &near[at..];
    let term = ["khóa ", "khoá ", "Khóa ", "Khoá "].iter().find_map(|word| behind.split_once(word))?.1;
    let length = term.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(term.len());
    let number = roman::value(&term[..length]).or_else(|| term[..length].parse().ok())?;
    let years = term_years(u8::try_from(number).ok()?)?;
    let council = near.contains("HĐND") || near.contains("đồng nhân dân");
    (!council || years != told).then_some(years).filter(|_| !council || COUNCILS.contains(&years))
}

/// *đại biểu HĐND tỉnh nhiệm kỳ 2021 - 2025*: one end is that of a term, the other is not.
fn of_council(near: &str, told: (u16, u16)) -> Option<(u16, u16)> {
    let (_, behind) = near.rsplit_once("HĐND").or_else(|| near.rsplit_once("đồng nhân dân"))?;
    let other = ["Đảng", "Đại hội", "UBND", "Ủy ban", "Hội ", "Đoàn "].iter().any(|word| behind.contains(word));
    let known = COUNCILS.contains(&told);
    // *HĐND tỉnh nhiệm kỳ 2020 - 2025*: the years of the Party's committees.
    let right = COUNCILS
        .into_iter()
        .find(|term| term.0 == told.0)
        .or_else(|| COUNCILS.into_iter().find(|term| term.1 == told.1))
        .or_else(|| COUNCILS.into_iter().find(|term| *term == (told.0 + 1, told.1 + 1) && behind.contains("khó")))?;
    (!other && !known).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms() {
        for (text, told) in [
            ("đại biểu Quốc hội khóa XV, nhiệm kỳ 2016 - 2021", Some("2016 - 2021")),
            ("đại biểu Quốc hội khóa XV, nhiệm kỳ 2021 - 2026", None),
            ("bầu cử đại biểu Quốc hội khóa XV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026", None),
            (
                "bầu cử đại biểu Quốc hội khóa XIV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026",
                Some("khóa XIV và đại biểu HĐND các cấp nhiệm kỳ 2021-2026"),
            ),
            ("HĐND tỉnh khóa X, nhiệm kỳ 2021 - 2025", Some("2021 - 2025")),
            ("HĐND tỉnh khóa IX, nhiệm kỳ 2004 - 2011", None),
            (
                "Ngày 3/8/2020, đại hội của xã thông qua phương hướng, nhiệm vụ nhiệm kỳ 2015 - 2020.",
                Some("2015 - 2020"),
            ),
            ("Ngày 3/8/2020, đại hội của xã thông qua phương hướng, nhiệm vụ nhiệm kỳ 2020 - 2025.", None),
            ("Ngày 3/8/2020, đại hội của xã nghe kết quả thực hiện nhiệm vụ nhiệm kỳ 2015 - 2020.", None),
            ("Sáng 27/4/2021, HĐND tỉnh khai mạc kỳ họp tổng kết nhiệm kỳ 2011 - 2016.", Some("2011 - 2016")),
            ("Sáng 27/4/2021, HĐND tỉnh khai mạc kỳ họp tổng kết nhiệm kỳ 2016 - 2021.", None),
            ("Sáng 27/4/2021, HĐND tỉnh họp. Năm 2016, tỉnh đã tổng kết nhiệm kỳ 2011 - 2016.", None),
            ("Đại hội Đảng bộ tỉnh nhiệm kỳ 2020 - 2025", None),
            ("chi bộ HĐND Đại hội nhiệm kỳ 2022 - 2025", None),
            ("báo cáo tổng kết nhiệm kỳ 2011-2016 và phương hướng nhiệm kỳ 2021-2026", Some("nhiệm kỳ 2011-2016")),
            ("báo cáo tổng kết nhiệm kỳ 2016-2021 và phương hướng nhiệm kỳ 2021-2026", None),
            ("báo cáo kiểm điểm nhiệm kỳ 2020-2025, bầu khóa mới nhiệm kỳ 2020-2025", Some("nhiệm kỳ 2020-2025")),
            ("báo cáo kiểm điểm nhiệm kỳ 2020-2025, bầu khóa mới nhiệm kỳ 2025-2030", None),
            ("Đại hội nhiệm kỳ 2021-2026 tổng kết nhiệm kỳ 2011-2016", Some("nhiệm kỳ 2011-2016")),
            ("Đại hội nhiệm kỳ 2021-2026 tổng kết nhiệm kỳ 2016-2021", None),
            ("kết quả nhiệm kỳ 2011-2016, tổng kết nhiệm kỳ 2016-2021", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
