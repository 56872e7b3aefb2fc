//! Years of one sentence — *năm so sánh, năm tổng kết*: a comparison looks back, a plan looks ahead.

use super::{Sentence, today};
use crate::check::proof::Proof;
use crate::diag::{Diagnostic, Message};
use crate::viet::date::{Padding, Point, Ymd};

/// Words right before a year that others are compared with.
const COMPARED: [&str; 2] = ["so với", "cùng kỳ"];

/// Words before a year that is not the one the figures are of.
const OTHERS: [&str; 12] =
    ["so với", "cùng kỳ", "so ", "đến", "từ", "kế hoạch", "dự toán", "trước", "sau", "sinh", "giai đoạn", "luật"];

/// Words of looking back, and of looking ahead.
const REVIEWED: [&str; 3] = ["tổng kết", "sơ kết", "đánh giá"];
const PLANNED: [&str; 3] = ["nhiệm vụ", "phương hướng", "kế hoạch"];

/// Words of what was done in a period, and of what lies ahead of it.
const DONE: [&str; 5] = ["thực hiện", "kết quả", "đánh giá", "tình hình", "sơ kết"];
const AHEAD: [&str; 3] = ["phương hướng", "vụ trọng tâm", "kế hoạch công"];

/// How far before a year its words are looked for, in bytes.
const NEAR: usize = 24;

/// Checks the years of a sentence.
pub(super) fn check(proof: &Proof, sentence: &Sentence, faults: &mut Vec<Diagnostic>) {
    let years: Vec<(&Point, u16)> = sentence
        .points
        .iter()
        .filter_map(|point| Some((point, point.year?)))
        .filter(|(point, _)| point.day.is_none())
        .collect();
    faults.extend(recognised(proof, sentence, &years));
    let before = faults.len();
    faults.extend(next_month(proof, sentence));
    faults.extend(other_quarter(proof, sentence));
    if years.len() == 1 {
        faults.extend(compared_later(proof, sentence));
    }
    if years.len() > 1 {
        faults.extend(compared(proof, sentence, &years));
        if faults.len() == before {
            faults.extend(compared_later(proof, sentence));
        }
        let planned = planned(proof, sentence, &years);
        faults.extend(planned.or_else(|| halves(proof, sentence, &years)));
    }
}

/// *9 tháng năm 2024 đạt 5 tỷ đồng, tăng 7% so với cùng kỳ năm 2025*: figures are compared with an earlier year.
fn compared(proof: &Proof, sentence: &Sentence, years: &[(&Point, u16)]) -> Option<Diagnostic> {
    let near = |point: &Point| {
        let before = sentence.before(point.range.start);
        let from =
            (before.len().saturating_sub(NEAR)..before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(0);
        &before[from..]
    };
    let plain = |one: &&(&Point, u16)| !OTHERS.iter().any(|word| near(one.0).contains(word));
    let first = years.iter().find(plain)?;
    let behind = |other: &&(&Point, u16)| other.0.range.start > first.0.range.end;
    let (other, told) = years.iter().filter(behind).find(|(point, _)| {
        let before = near(point).trim_end();
        COMPARED.iter().any(|word| before.ends_with(word))
    })?;
    // *năm 2021 đạt 5 tỷ đồng, năm 2022 đạt 6 tỷ đồng, tăng 20% so với năm 2021*: the nearest one is compared.
    let before = |one: &&(&Point, u16)| one.0.range.end <= other.range.start;
    let (own, year) = years.iter().filter(before).rfind(plain).unwrap_or(first);
    // *tháng 6/2024 tăng 2% so với tháng 5/2024*; the same period is always one of another year.
    let same_year = own.months.is_none() || near(other).trim_end().ends_with("cùng kỳ");
    let same_year = same_year && other.months.is_none();
    let between = sentence.between(own.range.end..other.range.start);
    let apart = ["đến năm", "dự kiến", "mục tiêu", "giai đoạn"].iter().any(|word| between.contains(word));
    let wrong = told > year || (told == year && same_year);
    (wrong && !apart).then(|| {
        let fault = proof.fault("time-course", other.range.clone()).with("year", year);
        let mut fault = fault.hint(Message::new("time-course.hint.compared").with("year", year.saturating_sub(1)));
        fault.message.id = "time-course.compared";
        fault
    })
}

/// *Đến ngày 30/6/2022, dư nợ đạt 900 tỷ đồng, so với cuối năm 2022 tăng 50 tỷ đồng*: what lies behind the time of the figures.
fn compared_later(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    const ENDS: [&str; 4] = ["so với cuối", "so với ngày", "với thời điểm", "so với"];
    let (first, rest) = sentence.points.split_first()?;
    let own = first.last(first.year?).filter(|_| first.months.is_some())?;
    let (point, year) = rest.iter().find_map(|point| {
        let head = sentence.near(point.range.start).trim_end();
        let head = head.strip_suffix("ngày").unwrap_or(head).trim_end();
        let lead = ENDS.iter().find(|word| head.ends_with(**word))?;
        let year = point.year?;
        let end = *lead == "so với cuối" && point.months.is_none();
        let from =
            if end { Ymd::new(year, 12, 1).ok()? } else { point.first(year).filter(|_| point.months.is_some())? };
        (from > own).then_some((point, year))
    })?;
    let fault = proof.fault("time-course", point.range.clone()).with("year", year);
    let mut fault = fault.hint(Message::new("time-course.hint.compared").with("year", year.saturating_sub(1)));
    fault.message.id = "time-course.compared";
    Some(fault)
}

/// *Ngày 28/9/2020, tỉnh công nhận 13 xã đạt chuẩn năm 2029*: what is recognised was reached by then.
fn recognised(proof: &Proof, sentence: &Sentence, years: &[(&Point, u16)]) -> Option<Diagnostic> {
    let first = sentence.points.first().filter(|point| point.day.is_some())?;
    let (day, year) = (first.first(0)?, first.year?);
    let (point, _) = years.iter().find(|(point, told)| {
        let clause = sentence.between(first.range.end..point.range.start);
        let reached = clause.rfind("công nhận").is_some_and(|at| clause[at..].contains("đạt"));
        let ahead = [" đến ", "giai đoạn", "phấn đấu", "dự kiến", "kế hoạch", "mục tiêu", ";"];
        *told > year
            && point.range.start > first.range.end
            && reached
            && !ahead.iter().any(|word| clause.contains(word))
    })?;
    let mut fault = proof.fault("time-course", point.range.clone()).with("day", day.numeric(Padding::Padded));
    fault.message.id = "time-course.recognised";
    Some(fault.hint_id("time-course.hint.papers"))
}

/// *phiên họp thường kỳ tháng 02/2022 …, triển khai nhiệm vụ tháng 01/2022*: the tasks are of the month itself or a later one;
/// *tình hình tháng 5, phương hướng tháng 5*: what lies ahead is no more what was reviewed.
fn next_month(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let month = |point: &&Point| point.day.is_none() && point.months.is_some();
    let months: Vec<&Point> = sentence.points.iter().filter(month).collect();
    let clause = |point: &Point| {
        // *phương hướng nhiệm vụ tháng 5*: the last clause before the period.
        let clause = sentence.before(point.range.start).rsplit([',', ';']).next().unwrap_or_default();
        clause.rsplit(" và ").next().unwrap_or_default()
    };
    let says = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    let held = months.iter().find(|point| {
        let head = sentence.before(point.range.start).trim_end();
        ["thường kỳ", "phiên họp", "giao ban", "tình hình", "quả công tác", "kết quả"]
            .iter()
            .any(|word| head.ends_with(word))
            || (says(&DONE, clause(point)) && !says(&AHEAD, clause(point)))
    })?;
    let planned = months.iter().filter(|point| point.range.start > held.range.end).find(|point| {
        let alike = point.months.map(|months| months.1 - months.0) == held.months.map(|months| months.1 - months.0);
        alike && says(&PLANNED, clause(point)) && !says(&DONE, clause(point))
    })?;
    let year = held.year.or(planned.year).unwrap_or(2024);
    let same = held.months == planned.months && held.year.zip(planned.year).is_none_or(|(held, next)| held == next);
    let again = same && says(&DONE, clause(held)) && says(&AHEAD, clause(planned));
    (again || planned.last(year)? < held.first(year)?).then_some(())?;
    // *tháng 12 … nhiệm vụ tháng 01*: the year may be the next.
    (planned.year.is_some() || held.months?.0 < 11).then(|| {
        let fault = proof.fault("time-course", planned.range.clone()).with("done", &proof.plain()[held.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.month";
        fault
    })
}

/// *trong tháng 3 và quý II*: a month beside its quarter.
fn other_quarter(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    sentence.points.windows(2).find_map(|pair| {
        let [month, quarter] = pair else { return None };
        let (own, whole) = (month.months.filter(|months| months.0 == months.1)?, quarter.months?);
        let link = sentence.between(month.range.end..quarter.range.start);
        let beside = matches!(link.trim(), "và" | "và trong" | "," | "và cả") && month.day.is_none();
        let three = whole.1 == whole.0 + 2 && quarter.day.is_none();
        (beside && three && !(whole.0..=whole.1).contains(&own.0)).then(|| {
            let fault = proof.fault("time-course", month.range.start..quarter.range.end);
            let mut fault = fault.with("month", own.0).hint_id("time-course.hint");
            fault.message.id = "time-course.quarter";
            fault
        })
    })
}

/// *8 tháng đầu năm 2013 … so với cùng kỳ năm 2014* in sentences of their own: nothing is compared with a year that the text
/// has not reached.
pub(super) fn compared_ahead(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let mut told: Vec<(u16, bool)> = Vec::new();
    let mut compared: Option<(&Point, u16)> = None;
    for sentence in sentences {
        for point in sentence.points {
            let Some(year) = point.year else { continue };
            let before = sentence.before(point.range.start).trim_end();
            if before.ends_with("với cùng kỳ") || before.ends_with("so với năm") {
                compared = compared.filter(|(_, other)| *other >= year).or(Some((point, year)));
            } else if !OTHERS.iter().any(|word| before.ends_with(word)) {
                // *từ đầu năm 2022 đến nay*
                let now = before.ends_with("đầu") && sentence.behind(point.range.end).starts_with(" đến nay");
                told.push((year, now || point.months.is_some()));
            }
        }
    }
    let ((point, year), (last, _)) = (compared?, told.iter().max().copied()?);
    // *tháng 9/2021 tăng 11% …, bán lẻ tăng 0,94% so với cùng kỳ năm 2021*: the year of the report itself.
    let own = year == last && point.months.is_none() && told.contains(&(last, true)) && {
        let head = &proof.lower()[..point.range.start];
        head.trim_end().ends_with("cùng kỳ")
    };
    (own || told.len() > 1 && year > last).then(|| {
        let fault = proof.fault("time-course", point.range.clone()).with("year", last);
        let mut fault = fault.hint(Message::new("time-course.hint.compared").with("year", last.saturating_sub(1)));
        fault.message.id = "time-course.compared";
        fault
    })
}

/// *Sáng 29/9, … So với tháng 12/2023, CPI tăng 3%*: a month that is still to come on the day of the text.
pub(super) fn compared_month(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    /// How many days before its end figures of a month are known.
    const EARLY: i64 = 15;
    let (_, day) = today::shown(proof, sentences)?;
    let points = sentences.iter().flat_map(|sentence| sentence.points.iter().map(move |point| (sentence, point)));
    let (point, year) =
        points.filter(|(_, point)| point.day.is_none() && point.months.is_some()).find_map(|(sentence, point)| {
            let compared = sentence.near(point.range.start).trim_end().ends_with("so với");
            let left = point.last(point.year?)?.ordinal() - day.ordinal();
            (compared && (EARLY..400).contains(&left)).then_some((point, day.year()))
        })?;
    let fault = proof.fault("time-course", point.range.clone()).with("year", year);
    let mut fault = fault.hint(Message::new("time-course.hint.compared").with("year", year.saturating_sub(1)));
    fault.message.id = "time-course.compared";
    Some(fault)
}

/// *tổng kết năm 2024, triển khai nhiệm vụ năm 2023*: the plan is for a later year.
fn planned(proof: &Proof, sentence: &Sentence, years: &[(&Point, u16)]) -> Option<Diagnostic> {
    let [(first, done), (other, planned)] = years[..] else { return None };
    let (before, between) = (sentence.before(first.range.start), sentence.between(first.range.end..other.range.start));
    let last = |words: &[&str], text: &str| words.iter().filter_map(|word| text.rfind(word)).max();
    let reviewed = last(&REVIEWED, before).is_some_and(|at| last(&PLANNED, &before[at..]).is_none());
    let ahead = last(&PLANNED, between).is_some_and(|at| last(&REVIEWED, &between[at..]).is_none());
    let whole = |point: &Point, words: &str| {
        let cut = words.trim_end().ends_with(['u', 'i']) || words.contains("tháng") || words.contains("quý");
        point.months.is_none() && !cut
    };
    let parts = before.contains("tháng đầu") && between.contains("tháng cuối");
    let wrong = !parts && (planned < done || (planned == done && whole(first, before) && whole(other, between)));
    (reviewed && ahead && wrong && !between.contains(['.', ';'])).then(|| next(proof, other, (done, done + 1)))
}

/// *6 tháng đầu năm 2024 …, nhiệm vụ 6 tháng cuối năm 2023*: the second half is of the year of the first.
fn halves(proof: &Proof, sentence: &Sentence, years: &[(&Point, u16)]) -> Option<Diagnostic> {
    let ends = |point: &Point, word: &str| sentence.before(point.range.start).trim_end().ends_with(word);
    let (&(_, done), &(other, _)) = years.windows(2).map(|pair| (&pair[0], &pair[1])).find(|(first, other)| {
        let between = sentence.between(first.0.range.end..other.0.range.start);
        let compared = COMPARED.iter().any(|word| between.contains(word));
        ends(first.0, "tháng đầu") && ends(other.0, "tháng cuối") && first.1 != other.1 && !compared
    })?;
    Some(next(proof, other, (done, done)))
}

/// What is planned for a year that cannot follow upon what was done.
fn next(proof: &Proof, planned: &Point, (done, right): (u16, u16)) -> Diagnostic {
    let fault = proof.fault("time-course", planned.range.clone()).with("done", done);
    let mut fault = fault.hint(Message::new("time-course.hint.planned").with("right", right));
    fault.message.id = "time-course.planned";
    fault
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn years_of_a_sentence() {
        for (text, told) in [
            ("Sáng 29/9, cục họp báo về 9 tháng năm 2023. So với tháng 12/2023, giá tăng 3%.", Some("tháng 12/2023")),
            ("Sáng 29/9, cục họp báo về 9 tháng năm 2023. So với tháng 12/2022, giá tăng 3%.", None),
            ("9 tháng năm 2024, thu 5 tỷ đồng, tăng 7% so với cùng kỳ năm 2025.", Some("năm 2025")),
            ("9 tháng năm 2024, thu 5 tỷ đồng, tăng 7% so với cùng kỳ năm 2023.", None),
            ("Năm 2024, thu 5 tỷ đồng, tăng 7% so với năm 2024.", Some("năm 2024")),
            ("Năm 2024, thu 5 tỷ đồng, đạt 7% so với kế hoạch năm 2024.", None),
            ("Đến năm 2020, giảm 7% so với năm 2025.", None),
            ("Ngày 28/9/2020, tỉnh công nhận 13 xã đạt chuẩn năm 2029.", Some("năm 2029")),
            ("Ngày 28/9/2020, tỉnh công nhận 13 xã đạt chuẩn năm 2019.", None),
            ("Ngày 28/9/2020, tỉnh công nhận 13 xã đạt chuẩn, phấn đấu năm 2029 xong.", None),
            (
                "Phiên họp thường kỳ tháng 02/2022 nghe báo cáo, triển khai nhiệm vụ tháng 01/2022.",
                Some("tháng 01/2022"),
            ),
            ("Phiên họp thường kỳ tháng 02/2022 nghe báo cáo, triển khai nhiệm vụ tháng 3/2022.", None),
            ("Báo cáo tình hình công tác tháng 5, phương hướng nhiệm vụ tháng 5 năm 2024.", Some("tháng 5 năm 2024")),
            ("Báo cáo tình hình công tác tháng 5, phương hướng nhiệm vụ tháng 6 năm 2024.", None),
            ("Kết quả quý I, phương hướng nhiệm vụ quý I/2024.", Some("quý I/2024")),
            ("Phiên họp thường kỳ tháng 02/2022 nghe kết quả thực hiện nhiệm vụ tháng 01/2022.", None),
            ("Hội nghị tổng kết công tác năm 2024, triển khai nhiệm vụ năm 2024.", Some("năm 2024")),
            ("Hội nghị tổng kết công tác năm 2024, triển khai nhiệm vụ năm 2025.", None),
            ("Hội nghị sơ kết 6 tháng đầu năm 2024, nhiệm vụ 6 tháng cuối năm 2024.", None),
            ("Hội nghị sơ kết 6 tháng đầu năm 2024, nhiệm vụ 6 tháng cuối năm 2023.", Some("năm 2023")),
            ("Kết quả 6 tháng đầu năm 2024 trên các lĩnh vực, giải pháp 6 tháng cuối năm 2023.", Some("năm 2023")),
            ("Kết quả 6 tháng đầu năm 2024 cao hơn so với 6 tháng cuối năm 2023.", None),
            (
                "Tháng 9/2021, sản xuất tăng 11% so với tháng trước. Tháng 9/2021, bán lẻ tăng 1% so với cùng kỳ năm 2021.",
                Some("năm 2021"),
            ),
            ("Đến ngày 30/6/2022, dư nợ đạt 900 tỷ đồng, so với cuối năm 2022 tăng 5%.", Some("năm 2022")),
            ("Đến ngày 30/6/2022, dư nợ đạt 900 tỷ đồng, so với cuối năm 2021 tăng 5%.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
