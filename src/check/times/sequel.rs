//! What a text says to have come before or after what it told last — *Trước đó, ngày …*, *Sau đó, …*, *Căn cứ kết quả điều tra,
//! ngày …* — and what closes a row of days.

use super::{Sentence, both, is_later};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;

/// Words that open a sentence of an earlier thing.
const EARLIER: [&str; 4] = ["trước đó", "trước đấy", "trước khi đó", "trước thời điểm này"];

/// Words that open a sentence of a later one.
const LATER: [&str; 16] = [
    "sau đó",
    "tiếp đó",
    "tiếp theo",
    "kế đó",
    "đến ",
    "tới ",
    "ngay sau đó",
    "một ngày sau",
    "hôm sau",
    "căn cứ kết quả",
    "trên cơ sở kết quả",
    "qua điều tra",
    "căn cứ tài liệu",
    "từ kết quả",
    "sau khi tiếp nhận",
    "kết thúc thời gian",
];

/// What closes a row of days.
const CLOSING: [&str; 6] = ["lễ trao giải", "lễ bế mạc", "trận chung kết", "lễ tổng kết", "bế mạc", "lễ trao thưởng"];

/// Words of a sentence that tells of a third thing, or of years.
const ASIDE: [&str; 9] =
    ["năm trước", "cùng kỳ", "lần trước", "hằng năm", "hàng năm", "đến nay", "đến cuối", "đến hết", "mục tiêu"];

/// How far into a sentence its point stands, in bytes.
const NEAR: usize = 130;

/// Checks each sentence with the one before it that tells a point.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut last: Option<&Sentence> = None;
    for (at, sentence) in sentences.iter().enumerate() {
        if let Some(before) = last {
            faults.extend(out_of_turn(proof, before, sentence));
        }
        faults.extend(at.checked_sub(1).and_then(|before| closes_early(proof, &sentences[before], sentence)));
        last = Some(sentence).filter(|sentence| !sentence.points.is_empty()).or(last);
    }
}

/// *Lễ kỷ niệm diễn ra ngày 23/3. Trước đó, vào tối 25/3*, *Tháng 2-2021, … Đến tháng 1-2021*: on the other side of all points
/// of the sentence before.
fn out_of_turn(proof: &Proof, before: &Sentence, sentence: &Sentence) -> Option<Diagnostic> {
    let point = sentence.points.first()?;
    let head = sentence.lower.trim_start();
    let opens = |words: &[&str]| words.iter().any(|word| head.starts_with(word));
    let (earlier, later) = (opens(&EARLIER), opens(&LATER));
    let lead = sentence.before(point.range.start);
    let plain = lead.len() < NEAR && !lead.contains([';', ':']) && point.months.is_some();
    let aside = ASIDE.iter().any(|word| sentence.lower.contains(word) || before.lower.contains(word));
    (plain && (earlier || later) && !aside).then_some(())?;
    // *đến ngày 15/3*: the last day of a task is no event.
    let told = |other: &&Point| other.is_as_exact_as(point);
    let own: Vec<&Point> = before.points.iter().filter(told).collect();
    let wrong = |other: &&Point| if earlier { is_later(point, other) } else { is_later(other, point) };
    let other = own.last().filter(|_| own.len() == before.points.len() && own.iter().all(wrong))?;
    Some(fault(proof, other, point))
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
    use super::*;

    #[test]
    fn what_came_before_and_after() {
        for (text, told) in [
            (
                "Lễ chính diễn ra lúc 8 giờ ngày 23/3/2025. Trước đó, vào tối ngày 25/3, bà con xem văn nghệ.",
                Some("23/3/2025. Trước đó, vào tối ngày 25/3"),
            ),
            ("Lễ chính diễn ra lúc 8 giờ ngày 23/3/2025. Trước đó, vào tối ngày 21/3, bà con xem văn nghệ.", None),
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
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
