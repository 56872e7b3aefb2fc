//! The day of the paper that a text is — *thông qua ngày …*, *Hà Nội, ngày …* — against what it rests on and when it is in
//! force.

use std::ops::Range;

use super::super::{Sentence, both, stamp};
use super::told::papers;
use super::{BASES, KINDS, Paper, fault};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{self, Padding, Ymd};

/// *Hà Nội, ngày 24 tháng 3 năm 2008*: the day of the paper that the text is.
pub(super) fn issue(sentence: &Sentence, days: &[(Range<usize>, Ymd)]) -> Option<Ymd> {
    let [(told, day)] = days else { return None };
    let (head, behind) = (sentence.before(told.start).trim(), sentence.behind(told.end).trim());
    // *Số: 300/BC-UBND Hà Nội, ngày …*
    let head = head
        .strip_prefix("số:")
        .map_or(head, |rest| rest.trim_start().split_once([' ', ',']).map_or("", |(_, rest)| rest.trim()));
    let place = head.strip_suffix(',').is_some_and(|place| !place.contains([',', ':']) && place.split(' ').count() < 5);
    (place && behind.trim_end_matches('.').is_empty() && sentence.between(told.clone()).starts_with("ngày"))
        .then_some(*day)
}

/// *Quyết định số 412/QĐ-UBND ngày 18/4/2025 của UBND huyện về việc …*: a text that begins with its own name.
pub(super) fn title(sentence: &Sentence, papers: &[Paper]) -> Option<Ymd> {
    let paper = papers.first()?;
    let opens = sentence.range.start == 0 && sentence.before(paper.range.start).trim().is_empty();
    let behind = sentence.behind(paper.range.end);
    let named = behind.starts_with(" của ") && behind.contains(" về ");
    // *Quyết định … ngày … có hiệu lực*: what is told of a paper is no title.
    let told = [" đã ", " có hiệu lực", " quy định", " nêu", " được "].iter().any(|word| behind.contains(word));
    (opens && named && !told).then_some(paper.day)
}

/// A paper that is cited in one of an earlier day.
pub(super) fn cited_later(proof: &Proof, day: Ymd, papers: &[Paper]) -> Option<Diagnostic> {
    let paper = papers.iter().find(|paper| paper.day > day)?;
    let own = Paper { range: paper.range.clone(), told: paper.told.clone(), day };
    Some(fault(proof, paper.told.clone(), paper, &own))
}

/// *Ngày 16/4/2020, UBND tỉnh ban hành Công văn số 12/UBND-VP*: the day of the paper that the next sentences tell of.
pub(super) fn made_on(sentence: &Sentence, days: &[(Range<usize>, Ymd)]) -> Option<Ymd> {
    let (told, day) = days.first()?;
    let opened = stamp::OPENED.contains(&sentence.before(told.start).trim());
    let made = sentence.behind(told.end);
    let at = ["ban hành ", "đã có ", " có ", "đã ký "]
        .iter()
        .filter_map(|word| Some(made.find(word)? + word.len()))
        .min()?;
    (opened && at < 120 && KINDS.iter().any(|kind| made[at..].starts_with(kind))).then_some(*day)
}

/// *Trên cơ sở kết luận tại phiên họp ngày 12/10*, *được thông qua ngày 20/7*: a meeting that the paper reports, on a day after
/// its own.
pub(super) fn met_later(
    proof: &Proof,
    issued: Ymd,
    sentence: &Sentence,
    days: &[(Range<usize>, Ymd)],
) -> Option<Diagnostic> {
    const NEAR: usize = 170;
    const MET: [&str; 7] =
        ["cuộc họp", "phiên họp", "hội nghị", "buổi làm việc", "kỳ họp", "buổi kiểm tra", "thông qua"];
    const BASED: [&str; 9] =
        ["kết luận", "trên cơ sở", "căn cứ", "biên bản", "ý kiến", "kết quả", "thống nhất", "thông qua", "đã "];
    const TO_COME: [&str; 7] = ["sẽ", "dự kiến", "chuẩn bị", "trình", "sắp", "kế hoạch", "tới đây"];
    let (told, _) = days.iter().find(|(_, day)| (1..=90).contains(&(day.ordinal() - issued.ordinal())))?;
    let head = sentence.before(told.start);
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(NEAR))..];
    let at = MET.iter().filter_map(|word| near.rfind(word)).max()?;
    let plain = !near[at..].contains([';', ':']) && date::find(&near[at..]).is_empty();
    let based = BASED.iter().any(|word| head.contains(word)) && !TO_COME.iter().any(|word| head.contains(word));
    (plain && based).then(|| {
        let mut fault = proof.fault("time-course", told.clone()).with("day", issued.numeric(Padding::Padded));
        fault.message.id = "time-course.meeting";
        fault.with("met", &proof.plain()[told.clone()]).hint_id("time-course.hint.papers")
    })
}

/// *Xét Tờ trình … ngày 30/6/2017 … Nghị quyết này đã được … thông qua ngày 13/6/2017*; *có hiệu lực từ ngày 08/11/2025 …
/// thông qua ngày 18/11/2025*.
pub(super) fn passed(
    proof: &Proof,
    sentence: &Sentence,
    days: &[(Range<usize>, Ymd)],
    bases: &[Paper],
) -> Option<Diagnostic> {
    let own =
        sentence.lower.find(" này ").filter(|at| KINDS.iter().any(|kind| sentence.lower[..*at].ends_with(kind)))?;
    let made = sentence.lower[own..].find("thông qua").map(|at| sentence.range.start + own + at)?;
    let (told, day) = days.iter().find(|(told, _)| told.start > made)?;
    let younger: Vec<&Paper> = bases.iter().filter(|base| base.day > *day).collect();
    let effect = || in_force(proof, sentence.range.start, *day);
    let Some(base) = younger.first() else { return effect() };
    // Of many bases the one that is younger is the slip, else the day of passing is.
    let paper = Paper { range: told.clone(), told: told.clone(), day: *day };
    let at = if younger.len() == 1 && bases.len() > 2 { base.told.clone() } else { told.clone() };
    Some(fault(proof, at, base, &paper))
}

/// *Quyết định này có hiệu lực kể từ ngày 15/10/2024 và thay thế Quyết định số 20/QĐ-UBND ngày 20/11/2024*: what is replaced is older.
pub(super) fn replaced_later(
    proof: &Proof,
    sentence: &Sentence,
    (papers, days): (&[Paper], &[(Range<usize>, Ymd)]),
) -> Option<Diagnostic> {
    let at = sentence.lower.find("có hiệu lực").filter(|at| sentence.lower[..*at].contains(" này"))?;
    let (told, day) = days.iter().find(|(told, _)| told.start > sentence.range.start + at)?;
    let paper = papers.iter().find(|paper| {
        let between = sentence.between(told.end..paper.range.start.max(told.end));
        paper.day > *day
            && paper.range.start > told.end
            && ["thay thế", "bãi bỏ"].iter().any(|word| between.contains(word))
    })?;
    let own = Paper { range: told.clone(), told: told.clone(), day: *day };
    Some(fault(proof, paper.told.clone(), paper, &own))
}

/// *Nghị quyết này có hiệu lực từ ngày 08/11/2025*, shortly before a place, and earlier than it was passed.
fn in_force(proof: &Proof, end: usize, passed: Ymd) -> Option<Diagnostic> {
    const FAR: usize = 1_200;
    let text = proof.plain();
    let from = (end.saturating_sub(FAR)..end).find(|at| text.is_char_boundary(*at))?;
    let near = &text[from..end];
    let at = near.rfind(" có hiệu lực").filter(|at| near[..*at].ends_with("này"))?;
    let first = date::find(&near[at..]).into_iter().next().filter(|told| told.range.start < 60)?;
    let day = first.day.ok().filter(|day| *day < passed)?;
    let range = from + at + first.range.start..from + at + first.range.end;
    let fault = proof.fault("time-course", range).with("later", "có hiệu lực").with("earlier", "thông qua");
    let fault = fault.with("ended", day.numeric(Padding::Padded)).with("begun", passed.numeric(Padding::Padded));
    Some(fault.hint_id("time-course.hint"))
}

/// *Nghị định … ngày 30/12/2019 có hiệu lực từ ngày 01/01/2019*, *Thông báo … ngày 05/3/2024 … tại cuộc họp ngày 12/3/2024*:
/// a paper is in force after its day, and tells of no later meeting.
pub(super) fn later_part(
    proof: &Proof,
    sentence: &Sentence,
    (paper, days): (&Paper, &[(Range<usize>, Ymd)]),
) -> Option<Diagnostic> {
    const NEAR: usize = 160;
    const MET: [&str; 6] = ["tại cuộc họp", "tại hội nghị", "tại buổi", "tại phiên", "tại kỳ họp", "buổi làm việc"];
    let (told, day) = days.iter().find(|(told, _)| told.start >= paper.range.end)?;
    let between = sentence.between(paper.range.end..told.start);
    (between.len() < NEAR && !between.contains([';', ':', '('])).then_some(())?;
    let force =
        between.contains("có hiệu lực") && !["thay thế", "sửa đổi", "bãi bỏ"].iter().any(|word| between.contains(word));
    let kind = sentence.between(paper.range.clone());
    let minutes = ["thông báo", "kết luận", "biên bản"].iter().any(|word| kind.starts_with(word));
    let report = kind.starts_with("báo cáo") && ["kết quả", "tổng kết"].iter().any(|word| between.contains(word));
    let held = report
        && ["hội nghị", "cuộc họp", "buổi ", "hội thi", "ngày hội", "đợt "].iter().any(|word| between.contains(word));
    let met = held || minutes && MET.iter().any(|word| between.contains(word)) && !between.contains("chuẩn bị");
    let range = both(proof.plain(), &paper.told, told);
    if force && *day < paper.day {
        let fault = proof.fault("time-course", range).with("later", "có hiệu lực").with("earlier", "ban hành");
        let fault = fault.with("ended", &proof.plain()[told.clone()]).with("begun", &proof.plain()[paper.told.clone()]);
        return Some(fault.hint_id("time-course.hint"));
    }
    (met && *day > paper.day).then(|| {
        let mut fault = proof.fault("time-course", range).with("day", &proof.plain()[paper.told.clone()]);
        fault.message.id = "time-course.meeting";
        fault.with("met", &proof.plain()[told.clone()]).hint_id("time-course.hint.papers")
    })
}

/// *Theo Thông báo ngày 03/5/2020, công ty sẽ họp vào ngày 19/4/2020*; *Thực hiện Công văn … ngày 17/10/2025 … Thời gian: ngày
/// 28/9/2025*: what is still to come when a paper is made is of no earlier day; *Báo cáo ngày 10/3 cho biết, ngày 15/3, xã đã …*: what
/// it tells as done, of no later one.
pub(super) fn called(proof: &Proof, sentence: &Sentence, bases: &[Paper]) -> Option<Diagnostic> {
    const TO_COME: [&str; 4] = ["sẽ ", "dự kiến", "triệu tập", "kính mời"];
    const DONE: [&str; 6] = ["đã ", "kết quả", "tổng kết", "báo cáo", "căn cứ", "sửa đổi"];
    const TELLS: [&str; 5] = ["cho biết", "nêu rõ", "cho thấy", "ghi nhận", "thống kê"];
    /// So many days and papers are looked at.
    const MANY: usize = 40;
    /// How far apart days without their years are compared.
    const FAR: i64 = 150;
    let says = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    let fault = |paper: &Paper, id: &'static str, day: Ymd| {
        let mut fault = proof.fault("time-course", paper.told.clone()).with("day", day.numeric(Padding::Padded));
        fault.message.id = id;
        fault.hint_id("time-course.hint.papers")
    };
    let own = sentence.lower.trim_start_matches(|c: char| !c.is_alphabetic());
    let timed = own.starts_with("thời gian") || own.starts_with("dự kiến");
    let named = BASES.iter().chain(&KINDS).any(|word| own.starts_with(word));
    // A sentence of very many days is a table.
    ((named || timed) && sentence.points.len() < MANY).then_some(())?;
    // Days without a year are of the year that the text tells first.
    let year =
        proof.points().iter().take(MANY).find_map(|point| point.year).or(proof.day.map(Ymd::year)).unwrap_or(2024);
    let whole = sentence.points.iter().filter(|point| point.day.is_some() && point.months.is_some());
    let days: Vec<(Range<usize>, Ymd)> =
        whole.filter_map(|point| Some((point.range.clone(), point.first(year)?))).collect();
    let papers = papers(sentence, &days);
    let free: Vec<&(Range<usize>, Ymd)> =
        days.iter().filter(|(range, _)| papers.iter().all(|paper| paper.told != *range)).collect();
    let opens = |paper: &Paper| {
        let head = sentence.before(paper.range.start).trim();
        head.is_empty() || BASES.contains(&head)
    };
    if let Some(paper) = papers.first().filter(|paper| opens(paper)) {
        let later: Vec<_> = free.iter().filter(|(range, _)| range.start > paper.told.end).collect();
        let (range, last) = later.iter().max_by_key(|(_, day)| *day)?;
        let between = sentence.between(paper.told.end..later[0].0.start);
        let apart = paper.day.ordinal() - last.ordinal();
        let plain = says(&TO_COME, between) && !says(&DONE, sentence.between(paper.told.end..range.end));
        if plain && (1..FAR).contains(&apart) {
            return Some(fault(paper, "time-course.called", *last));
        }
        // *Báo cáo ngày 10/3/2024 của xã cho biết, ngày 15/3, xã đã*
        let told = says(&TELLS, between)
            && !says(&TO_COME, sentence.lower)
            && says(&["đã ", "xảy ra"], sentence.behind(range.end));
        return (told && (-FAR..0).contains(&apart)).then(|| fault(paper, "time-course.called-done", *last));
    }
    let (_, day) = free.iter().max_by_key(|(_, day)| *day).filter(|_| timed && papers.is_empty())?;
    let paper = bases.iter().take(MANY).find(|paper| (1..FAR).contains(&(paper.day.ordinal() - day.ordinal())))?;
    (!says(&DONE, sentence.lower)).then(|| fault(paper, "time-course.called", *day))
}
