//! What a text says to have come before or after what it told last — *Trước đó, ngày …*, *Sau đó, …*, *Căn cứ kết quả điều tra,
//! ngày …* — and what closes a row of days.

use std::ops::Range;

use super::stamp::OPENED;
use super::{Sentence, both};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;

/// Words that open a sentence of an earlier thing.
#[rustfmt::skip]
const EARLIER: [&str; 11] = [
    "trước đó", "trước đấy", "trước khi đó", "trước thời điểm", "theo điều tra", "theo thông tin", "theo hồ sơ", "theo cáo trạng", "theo nội dung",
    "nội dung vụ", "theo trình báo",
];

/// Words of what was to be done then.
const TO_COME: [&str; 7] = ["dự kiến", "sẽ ", "quyết định mở", "lên lịch", "hẹn", "theo lịch", "ấn định"];

/// Words that open a sentence of a later one.
#[rustfmt::skip]
const LATER: [&str; 16] = [
    "sau đó", "tiếp đó", "tiếp theo", "kế đó", "đến ", "tới ", "ngay sau đó", "một ngày sau", "hôm sau",
    "căn cứ kết", "trên cơ sở", "qua điều tra", "căn cứ tài", "từ kết quả", "sau khi tiếp", "kết thúc thời",
];

/// What closes a row of days.
const CLOSING: [&str; 6] = ["lễ trao giải", "lễ bế mạc", "trận chung kết", "lễ tổng kết", "bế mạc", "lễ trao thưởng"];

/// Words of a sentence that tells of a third thing, or of years.
const ASIDE: [&str; 11] = [
    "vừa qua",
    "năm trước",
    "qua (",
    "cùng kỳ",
    "lần trước",
    "hằng năm",
    "hàng năm",
    "đến nay",
    "đến cuối",
    "đến hết",
    "mục tiêu",
];

/// How far into a sentence its point stands, in bytes.
const NEAR: usize = 130;

/// How many sentences before what closes a row the row may stand.
const CLOSE: usize = 2;

/// Whether one point is later than another; a year that one of them leaves out is the other's, unless half a year lies between.
fn is_later(one: &Point, other: &Point) -> bool {
    const HALF: i64 = 180;
    let year = one.year.or(other.year).unwrap_or(2024);
    let days = one.first(year).zip(other.last(year));
    let whole = one.year.is_some() && other.year.is_some();
    days.is_some_and(|(one, other)| one > other && (whole || one.ordinal() - other.ordinal() < HALF))
}

/// Checks each sentence with the one before it that tells a point.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut last: Option<&Sentence> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        if let Some(before) = last {
            faults.extend(out_of_turn(proof, before, sentence));
        }
        faults.extend(earlier_clause(proof, sentence));
        let near = sentences[at.saturating_sub(CLOSE)..at].iter().rfind(|near| !near.points.is_empty());
        faults.extend(near.and_then(|before| closes_early(proof, before, sentence)));
        // The years of births are no time that goes on.
        last = Some(sentence).filter(|sentence| sentence.points.iter().any(|point| point.months.is_some())).or(last);
    }
}

/// *Lễ kỷ niệm diễn ra ngày 23/3. Trước đó, vào tối 25/3*, *Tháng 2-2021, … Đến tháng 1-2021*: on the other side of all points
/// of the sentence before.
fn out_of_turn(proof: &Proof, before: &Sentence, sentence: &Sentence) -> Option<Diagnostic> {
    let point = sentence.points.first()?;
    let head = sentence.lower.trim_start();
    let opens = |words: &[&str]| words.iter().any(|word| head.starts_with(word));
    let lead = sentence.before(point.range.start);
    let earlier = opens(&EARLIER) && !TO_COME.iter().any(|word| lead.contains(word)) || precedes(lead);
    // *Ngày 27/5, công an cho biết … Đến 23h25 ngày 26/5, …*: what is told of was before the telling.
    let telling = before.points.first().is_some_and(|point| {
        OPENED.contains(&before.before(point.range.start).trim()) && before.lower.contains("cho biết")
    });
    let later = (opens(&LATER) || goes_on_after(before, lead)) && !telling;
    let refers = refers_back(lead) || goes_on_then(before, lead);
    let later = later || refers && !earlier;
    let dated = point.months.is_some() || refers && point.year.is_some();
    let plain = lead.len() < if refers { 2 * NEAR } else { NEAR } && !lead.contains([';', ':']) && dated;
    let aside = ASIDE.iter().any(|word| sentence.lower.contains(word) || before.lower.contains(word));
    // Of two papers their numbers tell the order.
    let papers = |range: &Range<usize>| {
        let all = proof.references();
        let next = all.partition_point(|paper| paper.range.start < range.start);
        all.get(next).is_some_and(|paper| paper.range.start < range.end)
    };
    let aside = aside || papers(&sentence.range) && papers(&before.range);
    (plain && (earlier || later) && !aside).then_some(())?;
    // *đến ngày 15/3*: the last day of a task is no event.
    let years = |other: &Point| other.year.is_some() && point.year.is_some();
    let told = |other: &&Point| other.is_as_exact_as(point) || refers && years(other);
    let dated = before.points.iter().filter(|other| other.months.is_some()).count();
    let own: Vec<&Point> = before.points.iter().filter(told).collect();
    let wrong = |other: &&Point| if earlier { is_later(point, other) } else { is_later(other, point) };
    let other = own.last().filter(|_| own.len() == dated && own.iter().all(wrong))?;
    Some(fault(proof, other, point))
}

/// *Ngày 12/9, bão vào đất liền; trước đó, từ ngày 14/9, tỉnh đã sơ tán dân*: the point of a clause, and the one before it.
fn earlier_clause(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    sentence.points.windows(2).find_map(|pair| {
        let between = sentence.between(pair[0].range.end..pair[1].range.start);
        let at = between.rfind([',', ';']).map_or(0, |_| between.find("trước đó").unwrap_or(between.len()));
        let (head, clause) = between.split_at(at);
        let clause = clause.strip_prefix("trước đó")?;
        let opens = head.trim_end().ends_with([',', ';']);
        let plain = clause.len() < NEAR / 2 && !clause.contains([';', ':']);
        // *trước đó 2 ngày*
        let plain = plain && !clause.contains(|c: char| c.is_ascii_digit());
        let alike = pair[0].is_as_exact_as(&pair[1]) || pair[0].year != pair[1].year && pair[1].year.is_some();
        (opens && plain && alike && is_later(&pair[1], &pair[0])).then(|| fault(proof, &pair[0], &pair[1]))
    })
}

/// *Theo đề nghị trên thì đến ngày …*, *Thực hiện chủ trương này, …*, *Sau sự kiện đó, …*: the first clause takes up what was told before.
fn refers_back(lead: &str) -> bool {
    const TAKES_UP: [&str; 7] =
        ["theo ", "thực hiện ", "triển khai ", "sau ", "từ ", "trên cơ sở ", "trước tình hình "];
    const BACK: [&str; 4] = [" trên", " này", " đó", " ấy"];
    /// The longest such clause, in letters.
    const LONG: usize = 60;
    let head = lead.trim_start();
    let Some(rest) = TAKES_UP.iter().find_map(|word| head.strip_prefix(word)) else { return false };
    let clause = rest.split(", ").next().unwrap_or_default();
    let clause = clause.split(" thì ").next().unwrap_or_default();
    // *sau này*, *từ đó đến nay* look further ahead.
    let far = ["sau này", "từ đó đến", "theo đó", "trước đó"].iter().any(|word| head.starts_with(word));
    !far && clause.chars().count() <= LONG && BACK.iter().any(|word| clause.ends_with(word) || clause == word.trim())
}

/// *Trước phiên bầu này, tại hội nghị ngày 18/6, …*: before what the sentence before tells of.
fn precedes(lead: &str) -> bool {
    /// The longest such clause, in letters.
    const LONG: usize = 40;
    let clause = lead.trim_start().strip_prefix("trước ").and_then(|rest| rest.split_once(','));
    let ends = |clause: &str| [" này", " trên", " nói trên"].iter().any(|word| clause.ends_with(word));
    clause.is_some_and(|(clause, _)| ends(clause) && clause.chars().count() <= LONG)
}

/// *bị kết án vào tháng 4/1996, sau đó vào trại. Ngày 26/1/2001, …*: the sentence before went on from its last point already.
fn goes_on_then(before: &Sentence, lead: &str) -> bool {
    let opens = lead.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).all(|word| word == "ngày");
    let rest = before.points.last().map_or("", |point| before.behind(point.range.end));
    opens && [", sau đó", ", rồi "].iter().any(|word| rest.contains(word))
}

/// *Từ ngày 1/12, các xã sơ khám tuyển. Sau khi sơ khám tuyển xong, từ ngày 15/12, …*: what the sentence before told is over.
fn goes_on_after(before: &Sentence, lead: &str) -> bool {
    let done = |words: &str| {
        let words: Vec<&str> = words.split_whitespace().collect();
        words.windows(2).any(|pair| before.lower.contains(&pair.join(" ")))
    };
    let head = lead.trim_start();
    let clause = head.strip_prefix("sau khi ").or_else(|| head.strip_prefix("ngay sau khi "));
    clause.and_then(|clause| clause.split_once(',')).is_some_and(|(words, _)| done(words))
}

/// *gặp Malaysia ngày 10/5, Indonesia ngày 13/5, Thái Lan ngày 19/5. Lễ trao giải diễn ra ngày 16/5*: before the last day of the row.
fn closes_early(proof: &Proof, before: &Sentence, sentence: &Sentence) -> Option<Diagnostic> {
    let [point] = sentence.points else { return None };
    let head = sentence.lower.trim_start();
    let closes = CLOSING.iter().any(|word| head.starts_with(word)) && point.day.is_some() && point.months.is_some();
    let days: Vec<&Point> =
        before.points.iter().filter(|other| other.day.is_some() && other.months.is_some()).collect();
    let row = days.len() > 2 && days.windows(2).all(|pair| is_later(pair[1], pair[0]));
    let last = days.last().filter(|last| closes && row && is_later(last, point))?;
    Some(fault(proof, last, point))
}

fn fault(proof: &Proof, other: &Point, point: &Point) -> Diagnostic {
    let text = proof.plain();
    let range = both(text, &other.range, &point.range);
    let fault = proof.fault("time-course", range).with("first", &text[other.range.clone()]);
    let mut fault = fault.with("then", &text[point.range.clone()]).hint_id("time-course.hint");
    fault.message.id = "time-course.sequel";
    fault
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn what_came_before_and_after() {
        for (text, told) in [
            (
                "Lễ chính diễn ra lúc 8 giờ ngày 23/3/2025. Trước đó, vào tối ngày 25/3, bà con xem văn nghệ.",
                Some("23/3/2025. Trước đó, vào tối ngày 25/3"),
            ),
            ("Lễ chính diễn ra lúc 8 giờ ngày 23/3/2025. Trước đó, vào tối ngày 21/3, bà con xem văn nghệ.", None),
            (
                "Ngày 12/9/2024, bão vào đất liền; trước đó, từ ngày 14/9, tỉnh đã sơ tán dân.",
                Some("12/9/2024, bão vào đất liền; trước đó, từ ngày 14/9"),
            ),
            ("Ngày 12/9/2024, bão vào đất liền; trước đó, từ ngày 10/9, tỉnh đã sơ tán dân.", None),
            (
                "Từ ngày 1/12/2024, các xã khám sơ tuyển. Sau khi khám sơ tuyển, ngày 15/11/2024, huyện khám tuyển.",
                Some("1/12/2024, các xã khám sơ tuyển. Sau khi khám sơ tuyển, ngày 15/11/2024"),
            ),
            ("Từ ngày 1/12/2024, các xã khám sơ tuyển. Sau khi lúa chín, ngày 15/11/2024, thôn gặt.", None),
            (
                "Tháng 2-2021, anh D. đọc tin. Đến tháng 1-2021, anh D. đi gặp người bán.",
                Some("Tháng 2-2021, anh D. đọc tin. Đến tháng 1-2021"),
            ),
            ("Tháng 2-2021, anh D. đọc tin. Đến tháng 4-2021, anh D. đi gặp người bán.", None),
            (
                "Trường xét tuyển từ ngày 24/9 đến ngày 26/9. Sau đó, trường công bố kết quả trước 17 giờ ngày 17/9.",
                Some("26/9. Sau đó, trường công bố kết quả trước 17 giờ ngày 17/9"),
            ),
            (
                "Khoảng 19 giờ ngày 25/4/2022, hai bên xô xát. Công an đã xác minh. Căn cứ kết quả điều tra, ngày 24/4/2022, cơ quan khởi tố.",
                Some("25/4/2022, hai bên xô xát. Công an đã xác minh. Căn cứ kết quả điều tra, ngày 24/4/2022"),
            ),
            (
                "Đội gặp đội Hạ ngày 10/5, đội Thượng ngày 13/5, đội Trung ngày 19/5. Lễ trao giải diễn ra ngày 16/5.",
                Some("19/5. Lễ trao giải diễn ra ngày 16/5"),
            ),
            (
                "Đội gặp đội Hạ ngày 10/5, đội Thượng ngày 13/5, đội Trung ngày 19/5. Lễ trao giải diễn ra ngày 19/5.",
                None,
            ),
            (
                "Ngày 19/1/1920, tỉnh ra công văn. Theo đề nghị trên thì đến ngày 22/12/1919, hai làng nhập lại.",
                Some("19/1/1920, tỉnh ra công văn. Theo đề nghị trên thì đến ngày 22/12/1919"),
            ),
            ("Ngày 19/1/1920, tỉnh ra công văn. Theo đề nghị trên thì đến ngày 22/12/1920, hai làng nhập lại.", None),
            (
                "Ngày 14/7/2022, công an bắt giam Tý. Theo hồ sơ, khoảng 23h ngày 17/7, Tý lái xe qua cầu Gạo.",
                Some("14/7/2022, công an bắt giam Tý. Theo hồ sơ, khoảng 23h ngày 17/7"),
            ),
            ("Ngày 14/7/2022, công an bắt giam Tý. Theo hồ sơ, khoảng 23h ngày 11/7, Tý lái xe qua cầu Gạo.", None),
            (
                "Sáng 9/6/2020, xã bầu ông Tư. Trước cuộc bầu này, tại buổi họp ngày 18/6, ông Tư được chọn.",
                Some("9/6/2020, xã bầu ông Tư. Trước cuộc bầu này, tại buổi họp ngày 18/6"),
            ),
            ("Sáng 9/6/2020, xã bầu ông Tư. Trước cuộc bầu này, tại buổi họp ngày 8/6, ông Tư được chọn.", None),
            (
                "Tý nhận án vào tháng 4/2006, sau đó vào trại Gò Me. Ngày 26/1/2001, Tý bỏ trốn.",
                Some("tháng 4/2006, sau đó vào trại Gò Me. Ngày 26/1/2001"),
            ),
            ("Tý nhận án vào tháng 4/1996, sau đó vào trại Gò Me. Ngày 26/1/2001, Tý bỏ trốn.", None),
            ("Ngày 13/12, tòa cho biết hoãn phiên xử. Trước đó, tòa quyết định mở phiên vào ngày 20/12/2023.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
