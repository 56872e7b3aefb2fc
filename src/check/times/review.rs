//! Reviews and congresses against their day — *Ngày 12/7/2024, … tổng kết công tác năm 2024*: what is reviewed is over, and a
//! congress opens the term it is told of.

use super::Sentence;
use super::stamp::OPENED;
use crate::check::proof::Proof;
use crate::check::spans::two_years;
use crate::diag::Diagnostic;
use crate::viet::date::{Padding, Point, Ymd};

/// Words of a review, the first those of a whole.
const REVIEWS: [&str; 5] = ["tổng kết", "sơ kết", "đánh giá kết", "đánh giá tình", "kiểm điểm"];

/// Words between a review and its year that make it of another thing than the year.
#[rustfmt::skip]
pub(super) const OTHERS: [&str; 35] = [
    " hè", "cuộc", " thi ", "giải", "chiến dịch", "mùa", "vụ đông", "vụ hè", "vụ xuân", "vụ án", "vụ thu",
    "chương trình", "dự án", "đề án", "đợt", "tuần", "diễn tập", "tuyển", "giao quân", "bầu cử", "mô hình", "lớp",
    "khóa", "lễ hội", "giai đoạn", "đến", "từ năm", "triển khai", "phương hướng", "chuyên đề", "luyện", "quý",
    "hội diễn", "liên hoan", "điều tra",
];

/// Words before a review that is still to come.
const TO_COME: [&str; 8] =
    ["chuẩn bị", "kế hoạch", "sẽ ", "dự kiến", "hướng dẫn", "tiến tới", "thời gian", "trước khi"];

/// The month before which no office reviews the whole year.
const WHOLE: u8 = 11;

/// Checks each sentence that shows the day of what it tells.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    faults.extend(next_year(proof, sentences));
    for sentence in sentences {
        let Some(point) = sentence.points.first().filter(|point| point.day.is_some() && point.year.is_some()) else {
            faults.extend(held(sentence).and_then(|told| review(proof, sentence, told)));
            continue;
        };
        let Some(day) = point.first(0) else { continue };
        if OPENED.contains(&sentence.before(point.range.start).trim()) {
            let told = (point, day);
            let found = review(proof, sentence, told).or_else(|| part(proof, sentence, told));
            let found = found.or_else(|| stage(proof, sentence, told));
            let found = found.or_else(|| congress(proof, sentence, told));
            faults.extend(found.or_else(|| midterm(proof, sentence, told)));
        } else {
            let reviewed = || held(sentence).and_then(|told| review(proof, sentence, told));
            faults.extend(congress_before(proof, sentence, (point, day)).or_else(reviewed));
        }
    }
}

/// *Hội nghị tổng kết … diễn ra vào ngày 20/6/2024*, *Tại hội nghị ngày 10/7/2024*: the one whole day of a sentence, if something is
/// held on it.
fn held<'s>(sentence: &'s Sentence) -> Option<(&'s Point, Ymd)> {
    #[rustfmt::skip]
    const HELD: [&str; 12] = [
        "diễn ra", "diễn ra vào", "tổ chức", "tổ chức vào", "họp", "họp vào", "khai mạc", "khai mạc vào", "hội nghị", "cuộc họp",
        "hội nghị vào", "buổi làm việc",
    ];
    const PARTS: [&str; 5] = ["ngày", "sáng", "chiều", "tối", "hôm"];
    let mut days = sentence.points.iter().filter(|point| point.day.is_some());
    let (Some(point), None) = (days.next(), days.next()) else { return None };
    let mut head = sentence.before(point.range.start).trim_end();
    while let Some(rest) = PARTS.iter().find_map(|part| head.strip_suffix(part)) {
        head = rest.trim_end();
    }
    let day = point.first(point.year?)?;
    HELD.iter().any(|word| head.ends_with(word)).then_some((point, day))
}

/// *tổng kết công tác năm 2024*, *sơ kết 6 tháng đầu năm 2024*, *tổng kết năm học 2024 - 2025* before the end of it.
fn review(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    let (own, floor) = (sentence.lower, point.range.end - sentence.range.start);
    let first = |from: usize| REVIEWS.iter().filter_map(|word| Some((from + own[from..].find(word)?, *word))).min();
    // Behind the day, else before it.
    let (at, word) = first(floor).or_else(|| first(0))?;
    let rest = &own[at + word.len()..];
    let clause = rest.split([',', ';', '.', '(']).next()?;
    let place = clause.find("năm ")?;
    let (between, year) = (&clause[..place], &clause[place + "năm ".len()..]);
    let to_come = TO_COME.iter().any(|word| own[if at < floor { 0 } else { floor }..at].contains(word));
    let start = sentence.range.start + at;
    let stop = |length: usize| start + word.len() + place + "năm ".len() + length;
    let (over, end) = if let Some((first, last, after)) = year.strip_prefix("học ").and_then(two_years) {
        (
            day >= Ymd::new(last, 4, 15).ok()? || day < Ymd::new(first, 6, 1).ok()?,
            stop("học ".len() + year.len() - "học ".len() - after.len()),
        )
    } else {
        let told: u16 = year.get(..4)?.parse().ok()?;
        let span = year[4..].trim_start().starts_with(['-', '–', '/']);
        (!span && !OTHERS.iter().any(|other| between.contains(other))).then_some(())?;
        // *6 tháng đầu năm*: reports are written some weeks before.
        let months = between
            .split_once(" tháng ")
            .map(|(head, _)| head.rsplit(' ').next().and_then(|word| word.parse::<u8>().ok()));
        let months = match months {
            Some(count) => count?,
            None if word == "tổng kết" && !between.contains("tháng") => WHOLE,
            None => return None,
        };
        let from = Ymd::new(told, months.max(1), 1).ok()?;
        // A year that is wholly another is that of a plan, or of the year before.
        (day >= from || day.year() + 1 < told, stop(4))
    };
    (!over && !to_come).then(|| {
        let fault = proof.fault("time-course", point.range.start.min(start)..end.max(point.range.end));
        let done = proof.plain()[start + word.len()..end].trim();
        let mut fault = fault.with("done", done).with("day", day.numeric(Padding::Padded)).hint_id("time-course.hint");
        fault.message.id = "time-course.review";
        fault
    })
}

/// *ngày 19/12/2020, Hội họp mặt. … nghe thông tin kết quả kinh tế - xã hội năm 2021*: a text tells no results of a year after its own.
fn next_year(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const RESULTS: [&str; 4] = ["kết quả", "thành tích", "cáo tình hình", "đã đạt được"];
    #[rustfmt::skip]
    const AHEAD: [&str; 17] = [
        "kế hoạch", "nhiệm vụ", "phương hướng", "dự toán", "mục tiêu", "chỉ tiêu", "giải pháp", "chương trình", "dự báo", "phấn đấu",
        "chuẩn bị", "triển khai", "đăng ký", "đến năm", "giai đoạn", "tuyển", "sẽ ",
    ];
    /// How far behind its word a year stands, in bytes.
    const FAR: usize = 150;
    const HELD: [&str; 7] = ["họp", "hội nghị", "tổ chức", "kiểm tra", "gặp mặt", "buổi ", "đại hội"];
    // The day of the text is the last one that it tells, if something is held on it.
    let last =
        proof.points().iter().filter_map(|point| point.first(point.year.filter(|_| point.months.is_some())?)).max()?;
    let of_day = |sentence: &Sentence| {
        let own = sentence.points.iter().find(|point| {
            let clause = sentence.near(point.range.start).rsplit(',').next().unwrap_or_default().trim();
            let own = point.day.is_some() && point.year == Some(last.year());
            own && OPENED.contains(&clause) && HELD.iter().any(|word| sentence.behind(point.range.end).contains(word))
        });
        own.and_then(|point| point.first(last.year()))
    };
    let day = sentences.iter().find_map(of_day)?;
    sentences.iter().find_map(|sentence| {
        let year = |point: &&Point| point.months.is_none() && point.year == Some(last.year() + 1);
        let point = sentence.points.iter().find(year)?;
        let head = sentence.near(point.range.start);
        let at = RESULTS.iter().filter_map(|word| head.rfind(word)).max()?;
        let between = &head[at..];
        let plain = between.len() < FAR && !between.contains([';', '.', '(']) && !sentence.lower.contains("dự kiến");
        let ahead = AHEAD.iter().any(|word| between.contains(word));
        let span = sentence.behind(point.range.end).trim_start().starts_with(['-', '–', '/']);
        (plain && !ahead && !span).then(|| {
            let fault = proof.fault("time-course", point.range.clone());
            let fault =
                fault.with("done", &proof.plain()[point.range.clone()]).with("day", day.numeric(Padding::Padded));
            let mut fault = fault.hint_id("time-course.hint");
            fault.message.id = "time-course.review";
            fault
        })
    })
}

/// *Ngày 16/12/2023, … tổng kết … giai đoạn 2021 - 2025*: a stage is summed up in its last year.
fn stage(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    let behind = sentence.behind(point.range.end);
    let at = behind.find("tổng kết")?;
    let from = at + behind[at..].find("giai đoạn ")? + "giai đoạn ".len();
    let (first, last, after) = two_years(&behind[from..])?;
    let thing = &behind[at..from];
    let plain = !thing.contains([';', '.'])
        && !["triển khai", "phương hướng", "sơ kết"].iter().any(|word| thing.contains(word));
    let to_come = TO_COME.iter().any(|word| behind[..at].contains(word));
    (plain && !to_come && last > first && day.year() < last).then(|| {
        let text = proof.plain();
        let end = sentence.range.end - after.len();
        let fault = proof.fault("time-course", point.range.start..end);
        let done = text[point.range.end + from - "giai đoạn ".len()..end].trim();
        let mut fault = fault.with("done", done).with("day", day.numeric(Padding::Padded)).hint_id("time-course.hint");
        fault.message.id = "time-course.review";
        fault
    })
}

/// *Ngày 15/7/2024, … đánh giá kết quả quý IV/2024*: a month or a quarter that has weeks to go.
fn part(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    const WEEKS: i64 = 35;
    let period = sentence.points.iter().find(|other| other.day.is_none() && other.months.is_some())?;
    let between = sentence.between(point.range.end..period.range.start);
    let words = REVIEWS.iter().chain(&["kết quả"]);
    let (at, word) = words.filter_map(|word| Some((between.rfind(word)?, *word))).max()?;
    let clause = &between[at + word.len()..];
    // A period with its year may stand behind a list of what was done.
    let listed = period.year.is_none() && clause.contains(',');
    let plain = !listed
        && !clause.contains([';', '('])
        && !OTHERS.iter().any(|other| *other != "quý" && clause.contains(other));
    let to_come = TO_COME.iter().any(|word| between.contains(word));
    let last = period.last(period.year.unwrap_or(day.year()))?;
    let most = if period.year.is_some() { 400 } else { 300 };
    (plain && !to_come && (WEEKS..most).contains(&(last.ordinal() - day.ordinal()))).then(|| {
        let text = proof.plain();
        let fault = proof.fault("time-course", point.range.start..period.range.end);
        let fault = fault.with("done", &text[period.range.clone()]).with("day", day.numeric(Padding::Padded));
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.review";
        fault
    })
}

/// *Ngày 26/10/2016, Đoàn trường tiến hành Đại hội lần thứ 9, nhiệm kỳ 2019 - 2020*: years before the term, or behind it.
fn congress(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    let behind = sentence.behind(point.range.end);
    let held = behind.find("đại hội").filter(|at| {
        let head = &behind[..*at];
        // *Sáng 12/10/2020, Đại hội lần thứ XVII (nhiệm kỳ 2020 - 2025) khai mạc*
        let opens = head.trim_matches([',', ' ', ')']).is_empty();
        (opens || ["tổ chức", "tiến hành", "diễn ra", "khai mạc", "long trọng"].iter().any(|word| head.contains(word)))
            && !["nghị quyết", "chuẩn bị", "triển khai", "trước", "sau"].iter().any(|word| head.contains(word))
    })?;
    let rest = &behind[held..];
    let at = rest.find("nhiệm kỳ ").filter(|at| *at < 140 && !rest[..*at].contains([';', '.']))?;
    let (first, last, after) = two_years(&rest[at + "nhiệm kỳ ".len()..])?;
    is_of_another_term(sentence, (first, last), (&rest[..at], day)).then(|| {
        let end = sentence.range.end - after.len();
        let fault = proof.fault("time-course", point.range.start..end).with("term", format!("{first} - {last}"));
        let mut fault = fault.with("day", &proof.plain()[point.range.clone()]).hint_id("time-course.hint");
        fault.message.id = "time-course.congress";
        fault
    })
}

/// *Sáng 4/6/2023, … sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội nhiệm kỳ 2015 - 2020*: the middle of a term lies within it.
fn midterm(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    let behind = sentence.behind(point.range.end);
    let (mut places, at) =
        (behind.match_indices("nhiệm kỳ ").map(|(at, word)| at + word.len()), behind.find("giữa nhiệm kỳ")?);
    let (from, (first, last, after)) = places.find_map(|from| Some((from, two_years(&behind[from..])?)))?;
    let plain = from > at && places.all(|from| two_years(&behind[from..]).is_none()) && last > first;
    (plain && !(first..=last).contains(&day.year())).then(|| {
        let range = point.range.end + from..sentence.range.end - after.len();
        let fault = proof.fault("time-course", range).with("term", format!("{first} - {last}"));
        let mut fault = fault.with("day", &proof.plain()[point.range.clone()]).hint_id("time-course.hint");
        fault.message.id = "time-course.congress";
        fault
    })
}

/// *Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025 được tổ chức ngày 15/7/2025*: the day behind the term.
fn congress_before(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    let head = sentence.before(point.range.start);
    let start = head.find("đại hội").filter(|at| head[..*at].trim().is_empty())?;
    let at = start + head[start..].find("nhiệm kỳ ").filter(|at| *at < 140)?;
    let (first, last, after) = two_years(&head[at + "nhiệm kỳ ".len()..])?;
    let after = after.trim_start_matches([' ', ',', ')']);
    let after = after.strip_prefix("đã ").unwrap_or(after);
    let held = ["được tổ chức", "diễn ra", "khai mạc", "tổ chức"];
    let held = held.iter().any(|word| after.starts_with(word)) && !after.contains([';', ',']);
    (held && is_of_another_term(sentence, (first, last), (&head[start..at], day))).then(|| {
        let range = sentence.range.start + at..point.range.end;
        let fault = proof.fault("time-course", range).with("term", format!("{first} - {last}"));
        let mut fault = fault.with("day", &proof.plain()[point.range.clone()]).hint_id("time-course.hint");
        fault.message.id = "time-course.congress";
        fault
    })
}

/// Whether a congress of a day cannot open a term; in the last year of one of five years the next is opened.
fn is_of_another_term(sentence: &Sentence, (first, last): (u16, u16), (words, day): (&str, Ymd)) -> bool {
    const BACK: [&str; 7] = ["tổng kết", "đánh giá", "kiểm điểm", "kết quả", "thực hiện", "nghị quyết", "kết thúc"];
    let next = [format!("{last} - "), format!("{last}-"), format!("{last} – "), format!("{last}–")];
    let over = last == first + 5
        && day.year() == last
        && !BACK.iter().any(|word| words.contains(word))
        && !next.iter().any(|next| sentence.lower.contains(next.as_str()));
    last > first && (day.year() + 1 < first || day.year() > last || over)
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn reviews_and_congresses() {
        for (text, told) in [
            (
                "Nhân ngày hội, ngày 19/12/2020, hội họp mặt. Các cụ nghe kết quả kinh tế của xã năm 2021.",
                Some("năm 2021"),
            ),
            ("Nhân ngày hội, ngày 19/12/2020, hội họp mặt. Các cụ nghe kết quả kinh tế của xã năm 2020.", None),
            ("Nhân ngày hội, ngày 19/12/2020, hội họp mặt. Các cụ nghe kết quả và nhiệm vụ năm 2021.", None),
            ("Theo Quyết định số 5/QĐ-UBND ngày 19/12/2020, xã báo cáo kết quả kinh tế năm 2021.", None),
            (
                "Sáng 4/6/2023, Đảng ủy xã sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội nhiệm kỳ 2015 - 2020.",
                Some("2015 - 2020"),
            ),
            ("Sáng 4/6/2023, Đảng ủy xã sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội nhiệm kỳ 2020 - 2025.", None),
            ("Sáng 12/7/2024, xã tổng kết công tác năm 2024.", Some("12/7/2024, xã tổng kết công tác năm 2024")),
            ("Sáng 12/12/2024, xã tổng kết công tác năm 2024.", None),
            (
                "Ngày 16/12/2023, xã tổng kết 5 năm thực hiện Đề án giai đoạn 2021 - 2025.",
                Some("16/12/2023, xã tổng kết 5 năm thực hiện Đề án giai đoạn 2021 - 2025"),
            ),
            ("Ngày 16/12/2025, xã tổng kết 5 năm thực hiện Đề án giai đoạn 2021 - 2025.", None),
            (
                "Hội nghị tổng kết năm 2023 diễn ra vào ngày 20/6/2023 tại xã.",
                Some("tổng kết năm 2023 diễn ra vào ngày 20/6/2023"),
            ),
            ("Hội nghị tổng kết năm 2022 diễn ra vào ngày 20/01/2023 tại xã.", None),
            (
                "Tại hội nghị ngày 10/7/2024, huyện đánh giá kết quả 9 tháng đầu năm 2024.",
                Some("10/7/2024, huyện đánh giá kết quả 9 tháng đầu năm 2024"),
            ),
            ("Ngày 02/10/2023, xã sơ kết 9 tháng năm 2024.", Some("02/10/2023, xã sơ kết 9 tháng năm 2024")),
            (
                "Ngày 18/4/2023, đoàn nghe xã báo cáo kết quả quý II/2023.",
                Some("18/4/2023, đoàn nghe xã báo cáo kết quả quý II/2023"),
            ),
            ("Sáng 07/01/2025, xã tổng kết công tác năm 2024.", None),
            ("Sáng 12/7/2024, xã tổng kết chiến dịch hè năm 2024.", None),
            (
                "Sáng 15/4/2024, xã sơ kết công tác 6 tháng đầu năm 2024.",
                Some("15/4/2024, xã sơ kết công tác 6 tháng đầu năm 2024"),
            ),
            ("Sáng 15/6/2024, xã sơ kết công tác 6 tháng đầu năm 2024.", None),
            (
                "Sáng 12/11/2024, trường tổng kết năm học 2024 - 2025.",
                Some("12/11/2024, trường tổng kết năm học 2024 - 2025"),
            ),
            ("Sáng 28/5/2025, trường tổng kết năm học 2024 - 2025.", None),
            ("Ngày 15/7/2024, xã đánh giá kết quả quý IV/2024.", Some("15/7/2024, xã đánh giá kết quả quý IV/2024")),
            ("Ngày 15/12/2024, xã đánh giá kết quả quý IV/2024.", None),
            (
                "Ngày 08/01/2024, xã đánh giá tình hình kinh tế, xã hội tháng 12 năm 2024.",
                Some("08/01/2024, xã đánh giá tình hình kinh tế, xã hội tháng 12 năm 2024"),
            ),
            ("Ngày 08/01/2025, xã đánh giá tình hình kinh tế, xã hội tháng 12 năm 2024.", None),
            (
                "Ngày 26/10/2016, Đoàn trường tiến hành Đại hội lần thứ 9, nhiệm kỳ 2019 - 2020.",
                Some("26/10/2016, Đoàn trường tiến hành Đại hội lần thứ 9, nhiệm kỳ 2019 - 2020"),
            ),
            (
                "Ngày 15/7/2025, xã long trọng tổ chức Đại hội Đảng bộ xã nhiệm kỳ 2020-2025.",
                Some("15/7/2025, xã long trọng tổ chức Đại hội Đảng bộ xã nhiệm kỳ 2020-2025"),
            ),
            ("Ngày 15/7/2025, xã long trọng tổ chức Đại hội Đảng bộ xã nhiệm kỳ 2025-2030.", None),
            (
                "Sáng 12/10/2020, Đại hội Đảng bộ xã lần thứ XVII (nhiệm kỳ 2015-2020) khai mạc.",
                Some("12/10/2020, Đại hội Đảng bộ xã lần thứ XVII (nhiệm kỳ 2015-2020"),
            ),
            ("Ngày 15/7/2025, xã tổ chức Đại hội tổng kết nhiệm kỳ 2020-2025.", None),
            (
                "Đại hội Đảng bộ xã nhiệm kỳ 2020-2025 được tổ chức ngày 15/7/2025.",
                Some("nhiệm kỳ 2020-2025 được tổ chức ngày 15/7/2025"),
            ),
            ("Đại hội Đảng bộ xã nhiệm kỳ 2020-2025 đã được tổ chức ngày 15/7/2020.", None),
            (
                "Đại hội Đảng bộ xã nhiệm kỳ 2020-2025 đã diễn ra ngày 15/7/2025.",
                Some("nhiệm kỳ 2020-2025 đã diễn ra ngày 15/7/2025"),
            ),
            ("Ngày 26/10/2019, Đoàn trường tiến hành Đại hội lần thứ 9, nhiệm kỳ 2019 - 2020.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
