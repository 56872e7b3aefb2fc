//! What a text told on one day can know — *Sáng 29/9, công an cho biết … rạng sáng 30/9, nhà bị tốc mái*; *khai mạc tối 26/1 …
//! kéo dài đến hết ngày 21/1*; *cùng ngày (29/10)*; *cách đây 2 ngày (20/2)*.

mod hours;

use super::course::last_of_span;
use super::{Sentence, stamp, today};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::{Padding, Point, Ymd};
use crate::viet::reading::parse_integer;

/// Words of somebody who reports.
#[rustfmt::skip]
const REPORTS: [&str; 10] = [
    "cho biết", "cho hay", "thông tin", "xác nhận", "thông báo", "thông cáo", "báo cáo", "theo ", "kiểm tra", "trao đổi",
];

/// Words that open a sentence of what came before the report.
const TOLD: [&str; 7] = ["do đó", "trước đó", "theo đó", "cụ thể", "khoảng", "lúc", "vào lúc"];

/// Words right before the day of what happened, *ngày* aside.
const HAPPENED: [&str; 12] =
    ["lúc", "khoảng", "vào", "rạng sáng", "sáng", "trưa", "chiều", "tối", "đêm", "trong", "tính đến", "tính đến hết"];

/// Words of what is over.
#[rustfmt::skip]
const DONE: [&str; 13] = [
    " đã ", " bị ", "xảy ra", "phát hiện", "khiến", "làm chết", "ghi nhận", "bắt giữ", "đạt ", "qua đời", "xuất viện", "dập tắt", "khống chế",
];

/// Words of what is to come, or of a day that only bounds something.
#[rustfmt::skip]
const TO_COME: [&str; 18] = [
    "sẽ ", "dự kiến", "sắp", "kế hoạch", "hạn ", "trước ngày", "từ ngày", "kính mời", "đăng ký", "dự báo", "chuẩn bị", "hiệu lực", "tới đây",
    "năm trước", "năm ngoái", "cùng kỳ", "đề nghị", "yêu cầu",
];

/// Words of what goes on until a day.
const GOES_ON: [&str; 8] =
    ["kéo dài", "diễn ra", "mở cửa", "phục vụ", "trưng bày", "nhận hồ sơ", "áp dụng", "nhận bài"];

/// How many days after the text a day is a slip and not of the year before; how many before it.
const LATER: i64 = 31;
const EARLIER: i64 = 60;

/// Checks the sentences from the one on that shows the day of the text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    for pair in sentences.windows(2) {
        faults.extend(same_day(proof, &pair[0], &pair[1]));
    }
    faults.extend((0..sentences.len()).find_map(|at| other_session(proof, sentences, at)));
    faults.extend(hours::followed_before(proof, sentences));
    let shown = today::shown(proof, sentences).or_else(|| reported_on(proof, sentences));
    let Some((at, day)) = shown.or_else(|| put_out(sentences)) else { return };
    faults.extend(other_year(proof, &sentences[at..], day));
    let mut now = day;
    let told = [" vừa ban hành", " vừa có", " vừa ký"];
    let reported = REPORTS.iter().chain(&told).any(|word| sentences[at].lower.contains(word));
    for sentence in &sentences[at..] {
        // A text that goes on to a later day is told on that one.
        let opened = sentence.points.first().filter(|point| {
            let head = sentence.before(point.range.start).trim();
            stamp::OPENED.contains(&head) && point.day.is_some() && point.months.is_some()
        });
        now = opened.and_then(|point| point.first(day.year())).map_or(now, |told| told.max(now));
        let says = |words: &[&str]| words.iter().any(|word| sentence.lower.contains(word));
        let (done, reports) = (says(&DONE), reported && !says(&TO_COME));
        for point in sentence.points.iter().filter(|point| point.day.is_some() && point.months.is_some()) {
            let found = known(proof, sentence, (point, now, done)).filter(|_| reports);
            let found = found.or_else(|| over(proof, sentence, (point, now)));
            faults.extend(found.or_else(|| ago(proof, sentence, (point, day))));
        }
        faults.extend(counted_to(proof, sentence, now).or_else(|| counted_over(proof, sentence, now)));
    }
}

/// *Trao đổi với phóng viên sáng 06/8, ông Tư xác nhận …*: the first day of a text, if somebody reports on it.
fn reported_on(proof: &Proof, sentences: &[Sentence]) -> Option<(usize, Ymd)> {
    const PARTS: [&str; 5] = ["sáng", "trưa", "chiều", "tối", "ngày"];
    let year = proof.points().iter().find_map(|point| point.year).unwrap_or(2024);
    let (at, sentence) = sentences.iter().enumerate().find(|(_, sentence)| !sentence.points.is_empty())?;
    let point = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some())?;
    let head = sentence.before(point.range.start).trim_end();
    let (head, behind) = (PARTS.iter().find_map(|part| head.strip_suffix(part))?, sentence.behind(point.range.end));
    let reports = ["trao đổi", "cho biết", "xác nhận", "thông tin", "trả lời"];
    let told = reports.iter().any(|word| head.contains(word)) && REPORTS[..4].iter().any(|word| behind.contains(word));
    (told && at < 3).then(|| Some((at, point.first(year)?)))?
}

/// *Tỉnh vừa ban hành Công điện số 02/CĐ-UBND ngày 13/3/2019*, *Theo bản tin ngày 7/12/2022*: the day of the one paper that a text tells
/// the content of.
fn put_out(sentences: &[Sentence]) -> Option<(usize, Ymd)> {
    const PAPERS: [&str; 7] = ["công điện", "bản tin", "thông cáo", "báo cáo", "công văn", "thông báo", "chỉ thị"];
    /// The longest such name, in bytes.
    const LONG: usize = 60;
    let led = |sentence: &Sentence, point: &Point| {
        let head = sentence.near(point.range.start);
        let at = PAPERS.iter().filter_map(|word| Some(head.rfind(word)? + word.len())).max();
        at.is_some_and(|at| head.len() - at < LONG && !head[at..].contains([',', ';', ':']))
    };
    let mut told =
        sentences.iter().enumerate().flat_map(|(at, one)| one.points.iter().map(move |point| (at, one, point)));
    let (at, sentence, point) = told.next().filter(|(_, _, point)| point.day.is_some() && point.months.is_some())?;
    let head = sentence.before(point.range.start);
    let tells = ["theo ", "vừa ban hành", "vừa có", "vừa ký", "nêu rõ", "nội dung"];
    let tells = at < 2 && led(sentence, point) && tells.iter().any(|word| head.contains(word));
    let alone = tells && !told.any(|(_, one, point)| point.day.is_some() && led(one, point));
    alone.then(|| Some((at, point.first(point.year?)?)))?
}

/// *Thứ Năm, 25/1/2024. Ngày 25/01/2023, huyện tổ chức …*: a sentence that opens with the day of the text, in another year.
fn other_year(proof: &Proof, sentences: &[Sentence], day: Ymd) -> Option<Diagnostic> {
    const YEARS_AGO: [&str; 5] = ["năm trước", "năm ngoái", "năm qua", "năm sau", "cách đây"];
    /// How many days later a text is put out.
    const LATE: i64 = 3;
    sentences.iter().take(4).find_map(|sentence| {
        let point = sentence.points.first()?;
        let told = point.first(point.year?)?;
        let opened = stamp::OPENED.contains(&sentence.before(point.range.start).trim());
        let this_year = Ymd::new(day.year(), told.month(), told.day()).ok()?;
        let late = day.ordinal() - this_year.ordinal();
        let aside = YEARS_AGO.iter().any(|word| sentence.lower.contains(word));
        let apart = told.year().abs_diff(day.year()) == 1 && (0..=LATE).contains(&late);
        (opened && apart && !aside).then(|| fault(proof, point, day, "time-course.today"))
    })
}

/// *kỳ họp thường lệ giữa năm* in December.
fn other_session(proof: &Proof, sentences: &[Sentence], at: usize) -> Option<Diagnostic> {
    const HELD: [&str; 5] = ["khai mạc", "bế mạc", "tổ chức", "diễn ra", "chương trình"];
    const OTHERS: [&str; 4] = ["sau kỳ họp", "từ kỳ họp", "trước kỳ họp", "nghị quyết"];
    let sentence = &sentences[at];
    let (from, word) = ["giữa năm", "cuối năm"].into_iter().find_map(|word| {
        let from = sentence.lower.find(word)?;
        let head = sentence.lower[..from].trim_end();
        let session = head.ends_with("kỳ họp") || head.ends_with("thường lệ");
        session.then_some((sentence.range.start + from, word))
    })?;
    // The day of the session stands in the sentence, in one of its neighbours, or is that of the text.
    let near = [Some(sentence), sentences.get(at + 1), at.checked_sub(1).and_then(|at| sentences.get(at))];
    let days = near.into_iter().flatten().flat_map(|near| near.points.iter());
    let told = days.filter(|point| point.day.is_some()).find_map(|point| Some((point.months?.0, point.year)));
    let year = sentence.behind(from + word.len());
    let year = year.trim_start().get(..4).and_then(|year| year.parse::<u16>().ok());
    let (month, own) = told?;
    let same = year.is_none() || own.is_none() || year == own;
    let wrong = if word == "giữa năm" { month > 9 } else { (5..=8).contains(&month) };
    let held = HELD.iter().any(|word| near.iter().flatten().any(|near| near.lower.contains(word)));
    let aside = OTHERS.iter().any(|word| sentence.lower.contains(word));
    (wrong && same && held && !aside).then(|| {
        let mut fault = proof.fault("time-course", from..from + word.len()).with("month", month);
        fault.message.id = "time-course.half";
        fault.hint_id("time-course.hint")
    })
}

/// *Sáng 29/9, … cho biết, lúc rạng sáng 30/9, nhà bị tốc mái*; *Sáng 3/8, … khoảng 18h20, ngày 3/8*: what is told as done is over.
fn known(proof: &Proof, sentence: &Sentence, (point, now, done): (&Point, Ymd, bool)) -> Option<Diagnostic> {
    let lead = sentence.near(point.range.start);
    let clause = lead.rsplit([';', ':']).next()?;
    let head = clause.trim_end().trim_end_matches("ngày").trim_end_matches([' ', ',']);
    // *từ 0 giờ ngày 16/8*: a day that bounds something.
    const BOUNDS: [&str; 5] = ["từ", "đến", "tới", "trước", "sau"];
    // *Đến 23h25 ngày 28/5, tổ tuần tra phát hiện …*
    let until = |rest: &str| rest.trim() != "đến" && BOUNDS.iter().any(|word| rest.ends_with(word));
    let timed = hours::hour(head).filter(|(_, rest)| !until(rest));
    let timed = timed.map(|(hour, _)| hour);
    let led = timed.is_some() || HAPPENED.iter().any(|word| head.ends_with(word));
    let opened = TOLD.iter().any(|word| head.trim_end_matches([' ', ',']).trim() == *word);
    // *Sau nhiều ngày xác minh, ngày 18/1/2022, tổ công tác đã bắt được Thanh*: behind the head of its sentence.
    let joined = clause.trim_end().trim_end_matches("ngày").trim_end().ends_with(',');
    let led = led || opened || joined;
    let done = opened || done;
    let late = point.first(now.year())?.ordinal() - now.ordinal();
    // *Sáng 3/8* knows of no evening of that day.
    let morning = late == 0
        && timed.is_some_and(|hour| hour > 12)
        && sentence.points.first().is_some_and(|first| {
            first.range.start < point.range.start && sentence.before(first.range.start).trim() == "sáng"
        });
    (led && done && ((1..=LATER).contains(&late) || morning)).then(|| fault(proof, point, now, "time-course.known"))
}

/// *Sáng 20/12/2024, … trong năm công tác (từ 15/12/2023 đến 14/12/2024), xã đã tổ chức 99 ca trực*: what is counted over a span is over
/// with it.
fn counted_over(proof: &Proof, sentence: &Sentence, now: Ymd) -> Option<Diagnostic> {
    const COUNTED: [&str; 7] = [" đã ", "ghi nhận", "xảy ra", "phát hiện", "tiếp nhận", "xử lý", "bắt giữ"];
    const TO_COME: [&str; 8] = ["sẽ ", "dự kiến", "kế hoạch", "lịch ", "thông báo", "cấm", "tạm ngừng", "dự báo"];
    /// How far behind the span its figures stand, in bytes.
    const FAR: usize = 90;
    sentence.points.iter().find_map(|first| {
        let last = last_of_span(sentence, first);
        let behind = sentence.behind(last.range.end);
        let behind = &behind[..behind.ceil_char_boundary(FAR.min(behind.len()))];
        let counted = COUNTED.iter().any(|word| behind.contains(word)) && behind.contains(|c: char| c.is_ascii_digit());
        let plain = counted && !TO_COME.iter().any(|word| sentence.lower.contains(word));
        let whole = last.range != first.range && last.day.is_some() && last.months.is_some();
        let left = last.first(now.year())?.ordinal() - now.ordinal();
        let begun = first.first(first.year.unwrap_or(now.year()))? < now;
        (whole && plain && begun && (1..=EARLIER).contains(&left)).then(|| fault(proof, last, now, "time-course.known"))
    })
}

/// *Ngày 30/9/2024, cục công bố số liệu đến hết tháng 10/2024*: figures are counted to a time that is over.
fn counted_to(proof: &Proof, sentence: &Sentence, now: Ymd) -> Option<Diagnostic> {
    const FIGURES: [&str; 4] = ["số liệu", "kết quả", " đã ", "công bố"];
    const UNTIL: [&str; 4] = ["đến hết", "tính đến", "tính đến hết", "tính đến cuối"];
    /// How many days before its end a month is counted.
    const EARLY: i64 = 12;
    let point = sentence.points.iter().find(|point| {
        let head = sentence.before(point.range.start).trim_end();
        point.day.is_none() && point.months.is_some() && UNTIL.iter().any(|word| head.ends_with(word))
    })?;
    let left = point.last(now.year())?.ordinal() - now.ordinal();
    let told = FIGURES.iter().any(|word| sentence.lower.contains(word));
    let to_come = TO_COME.iter().any(|word| sentence.lower.contains(word)) || sentence.lower.contains("phấn đấu");
    (told && !to_come && (EARLY..200).contains(&left)).then(|| fault(proof, point, now, "time-course.known"))
}

/// *Tối 26/1, phường khai mạc hội chợ. Hội chợ kéo dài đến hết ngày 21/1*: what goes on is not over.
fn over(proof: &Proof, sentence: &Sentence, (point, now): (&Point, Ymd)) -> Option<Diagnostic> {
    let [_] = sentence.points else { return None };
    let head = sentence.near(point.range.start).trim_end().trim_end_matches("ngày").trim_end();
    let clause = head.rsplit([',', ';', ':']).next()?;
    let until = clause.strip_suffix("hết").map_or(clause, str::trim_end);
    let goes_on = until.ends_with("đến") && GOES_ON.iter().any(|word| clause.contains(word));
    let past = ["đã ", "từng", "trước đó"].iter().any(|word| sentence.lower.contains(word));
    let ago = now.ordinal() - point.last(now.year())?.ordinal();
    (goes_on && !past && (1..=EARLIER).contains(&ago)).then(|| fault(proof, point, now, "time-course.ahead"))
}

/// *23/02/2020 … Cách đây 2 ngày (20/2)*: so many days before the day of the text, or the one before it.
fn ago(proof: &Proof, sentence: &Sentence, (point, day): (&Point, Ymd)) -> Option<Diagnostic> {
    let head = sentence.before(point.range.start).trim_end();
    let head = head.strip_suffix("(ngày").or_else(|| head.strip_suffix(", ngày")).unwrap_or(head);
    let head = head.trim_end_matches([' ', ',', '(']).strip_suffix(" ngày")?;
    let word = head.rsplit(' ').next()?;
    let count: i64 = word.parse().ok().or_else(|| i64::try_from(parse_integer(word).ok()?).ok())?;
    head[..head.len() - word.len()].trim_end().ends_with("cách đây").then_some(())?;
    let passed = day.ordinal() - point.first(day.year())?.ordinal();
    (passed != count && passed != count + 1 && passed.abs() < 200)
        .then(|| fault(proof, point, day, "time-course.today"))
}

/// *Ngày 28/10, … Vào lúc 9 giờ cùng ngày (29/10)*: the day told last.
fn same_day(proof: &Proof, before: &Sentence, sentence: &Sentence) -> Option<Diagnostic> {
    let day = |point: &&Point| point.day.is_some() && point.months.is_some();
    let point = sentence.points.iter().find(|point| {
        let head = sentence.before(point.range.start).trim_end_matches([' ', ',', '(']);
        let head = head.strip_suffix("ngày").map_or(head, |head| head.trim_end_matches([' ', ',', '(']));
        day(point) && (head.ends_with("cùng ngày") || head.ends_with("cùng")) && sentence.lower.contains("cùng ngày")
    })?;
    let last = sentence.points.iter().filter(day).rfind(|other| other.range.end <= point.range.start);
    let last = last.or_else(|| before.points.iter().rfind(day))?;
    let year = last.year.or(point.year).unwrap_or(2024);
    let (one, other) = (last.first(year)?, point.first(year)?);
    (one != other).then(|| fault(proof, point, one, "time-course.today"))
}

fn fault(proof: &Proof, point: &Point, day: Ymd, id: &'static str) -> Diagnostic {
    let fault = proof.fault("time-course", point.range.clone()).with("day", day.numeric(Padding::Padded));
    let mut fault = fault.hint_id("time-course.hint.papers");
    fault.message.id = id;
    fault
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn what_a_text_knows() {
        for (text, told) in [
            ("Sáng 29/9, công an xã cho biết đã cứu 8 người. Lúc rạng sáng 30/9, căn nhà đã bị tốc mái.", Some("30/9")),
            ("Sáng 29/9, công an xã cho biết đã cứu 8 người. Lúc rạng sáng 29/9, căn nhà đã bị tốc mái.", None),
            ("Sáng 29/9, công an xã cho biết đã cứu 8 người. Rạng sáng 30/9, bão dự kiến đã bị suy yếu.", None),
            ("Sáng 3/8, công an cho biết, khoảng 18h20, ngày 3/8, tổ tuần tra đã bắt giữ Tý.", Some("3/8")),
            ("Sáng 3/8, công an cho biết, khoảng 18h20, ngày 2/8, tổ tuần tra đã bắt giữ Tý.", None),
            (
                "Ngày 27/5, công an cho biết đã bắt Tý. Đến 23h25 ngày 28/5, tổ tuần tra phát hiện Tý tại bến.",
                Some("28/5"),
            ),
            ("Ngày 27/5, công an cho biết đã bắt Tý. Đến 23h25 ngày 26/5, tổ tuần tra phát hiện Tý tại bến.", None),
            ("Ngày 15/8, xã thông báo đã giãn cách toàn xã từ 0 giờ ngày 16/8 đến hết ngày 15/9.", None),
            ("Trao đổi với phóng viên sáng 06/8, ông Tư xác nhận hai em đã đuối nước trưa 08/8.", Some("08/8")),
            ("Trao đổi với phóng viên sáng 06/8, ông Tư xác nhận hai em đã đuối nước trưa 05/8.", None),
            ("Chiều 6/2, đoàn kiểm tra hội chợ. Tính đến hết ngày 7/2, hội chợ đã đón 900 khách.", Some("7/2")),
            ("Chiều 6/2, đoàn kiểm tra hội chợ. Tính đến hết ngày 5/2, hội chợ đã đón 900 khách.", None),
            ("Tối 26/1, phường khai mạc hội chợ. Hội chợ kéo dài đến hết ngày 21/1 tại sân.", Some("21/1")),
            ("Tối 26/1, phường khai mạc hội chợ. Hội chợ kéo dài đến hết ngày 31/1 tại sân.", None),
            (
                "Sáng 20/1/2022, công an xác nhận vừa bắt Thanh. Sau nhiều ngày xác minh, ngày 28/1/2022, tổ công tác đã bắt được Thanh.",
                Some("28/1/2022"),
            ),
            (
                "Sáng 20/1/2022, công an xác nhận vừa bắt Thanh. Sau nhiều ngày xác minh, ngày 18/1/2022, tổ công tác đã bắt được Thanh.",
                None,
            ),
            (
                "Tỉnh vừa ban hành Công điện số 02/CĐ-UBND ngày 13/3/2019. Tính đến ngày 23/3/2019, cả nước đã có 16 tỉnh có dịch.",
                Some("23/3/2019"),
            ),
            (
                "Tỉnh vừa ban hành Công điện số 02/CĐ-UBND ngày 13/3/2019. Tính đến ngày 12/3/2019, cả nước đã có 16 tỉnh có dịch.",
                None,
            ),
            (
                "Theo bản tin ngày 7/12/2022 của trung tâm, trong tuần (từ ngày 30/11 đến ngày 16/12), xã ghi nhận 608 ca.",
                Some("16/12"),
            ),
            (
                "Theo bản tin ngày 7/12/2022 của trung tâm, trong tuần (từ ngày 30/11 đến ngày 6/12), xã ghi nhận 608 ca.",
                None,
            ),
            (
                "Sáng 10/12/2024, xã tổng kết. Từ ngày 15/12/2023 đến ngày 14/12/2024, dân quân đã tuần tra 99 ca.",
                Some("14/12/2024"),
            ),
            ("Sáng 10/12/2024, xã họp. Từ ngày 5/12/2024 đến ngày 14/12/2024, xã đã lên lịch cấm 3 tuyến đường.", None),
            ("Ngày 30/9/2024, cục công bố số liệu đến hết tháng 10/2024.", Some("tháng 10/2024")),
            ("Ngày 30/9/2024, cục công bố số liệu đến hết tháng 8/2024.", None),
            ("Ngày 30/9/2024, huyện phấn đấu kết quả đến hết tháng 12/2024 đạt 90%.", None),
            ("Tối 26/1, phường họp. Hội chợ đã kéo dài đến hết ngày 21/1 tại sân.", None),
            ("Thứ Năm, 25/1/2024\nNgày 25/01/2023, huyện tổ chức hội nghị.", Some("25/01/2023")),
            ("Thứ Năm, 25/1/2024\nNgày 25/01/2024, huyện tổ chức hội nghị.", None),
            ("Ngày 07/12/2022, HĐND tỉnh khai mạc kỳ họp thường lệ giữa năm.", Some("giữa năm")),
            ("Ngày 07/7/2022, HĐND tỉnh khai mạc kỳ họp thường lệ giữa năm.", None),
            ("Ngày 07/7/2022, HĐND tỉnh khai mạc kỳ họp cuối năm 2022.", Some("cuối năm")),
            ("Ngày 07/7/2022, HĐND tỉnh khai mạc kỳ họp thứ 5. Nghị quyết của kỳ họp cuối năm 2021 đã xong.", None),
            ("Ngày 26.8, công an cho biết đã giữ Tý. Do đó, ngày 27.8, đội mời Tý làm việc.", Some("27.8")),
            ("Ngày 23/02/2020.\nTỉnh họp. Cách đây 2 ngày (20/2), huyện bầu chủ tịch.", None),
            ("Ngày 23/02/2020.\nTỉnh họp. Cách đây 2 ngày (18/2), huyện bầu chủ tịch.", Some("18/2")),
            (
                "Ngày 28/10, bà Châu cho biết có lật ghe. Vào lúc 9 giờ cùng ngày (29/10), ông Hai đi câu.",
                Some("29/10"),
            ),
            ("Ngày 28/10, bà Châu cho biết có lật ghe. Vào lúc 9 giờ cùng ngày (28/10), ông Hai đi câu.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
