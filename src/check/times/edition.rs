//! Events that bear a year — *Kỳ thi tốt nghiệp THPT năm 2025*, *Giải bóng đá xã năm 2024*: none is held before it.

use super::Sentence;
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::seek::seek;

/// Events that are held once a year.
#[rustfmt::skip]
const EVENTS: [&str; 16] = [
    "kỳ thi", "hội thi", "hội khỏe", "hội thao", "hội chợ", "hội diễn", "lễ hội", "giải ", "festival", "liên hoan", "cuộc thi", "ngày hội",
    "đại hội", "tuần lễ", "lễ khai giảng", "kỳ họp",
];

/// Words of holding one.
const HELD: [&str; 6] = ["diễn ra", "khai mạc", "bế mạc", "được tổ chức", "tổ chức", "bắt đầu"];

/// Words of what is done for it before.
#[rustfmt::skip]
const BEFORE: [&str; 12] = [
    "xuân", "tết", "năm mới", "kế hoạch", "chuẩn bị", "hướng tới", "phát động", "ban hành", "đăng ký", "tuyển sinh", "họp báo", "công bố",
];

/// How far behind an event its year stands, and behind that its day, in bytes.
const YEAR: usize = 90;
const DAY: usize = 110;

/// Checks the events of each sentence.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    for sentence in sentences.iter().filter(|sentence| sentence.points.len() > 1) {
        faults.extend(early(proof, sentence));
    }
}

/// *Kỳ thi … năm 2025 diễn ra trong các ngày 26, 27 và 28/6/2024*.
fn early(proof: &Proof, sentence: &Sentence) -> Option<Diagnostic> {
    let bears = |at: usize| {
        let start = sentence.range.start + at;
        let first = sentence.points.partition_point(|point| point.range.start <= start);
        let mut near = sentence.points[first..].iter().take_while(|point| point.range.start - start < YEAR);
        let year = near.find(|point| point.day.is_none() && point.months.is_none())?;
        let name = sentence.between(start..year.range.start);
        (!name.contains([',', ';', '(', ':'])).then_some(year)
    };
    let events = EVENTS.iter().flat_map(|event| seek(sentence.lower, event));
    let (year, told) = events.filter_map(|(at, _)| bears(at)).find_map(|year| {
        let next = sentence.points.partition_point(|point| point.range.start <= year.range.end);
        let mut near = sentence.points[next..].iter().take_while(|point| point.range.start - year.range.end < DAY);
        let day = near.find(|point| point.year.is_some())?;
        let between = sentence.between(year.range.end..day.range.start);
        let held = HELD.iter().any(|word| between.contains(word));
        let near = between.len() < DAY && !between.contains([';', '(']);
        (held && near && day.months.is_some() && day.year < year.year).then_some((year, day))
    })?;
    // *26, 27 và 28/6/2024*: the last of a list shows its year.
    let listed = sentence.points.iter().rfind(|point| {
        let link = sentence.between(told.range.end..point.range.start.max(told.range.end));
        let plain = |c: char| c == ' ' || c == ',' || c.is_ascii_digit();
        point.range.start > told.range.end && link.trim_matches(plain) == "và"
    });
    let told = listed.filter(|last| last.year == told.year).unwrap_or(told);
    let before = BEFORE.iter().any(|word| sentence.lower.contains(word));
    (!before).then(|| {
        let text = proof.plain();
        let fault = proof.fault("time-course", year.range.start..told.range.end);
        let fault = fault.with("first", &text[year.range.clone()]).with("then", &text[told.range.clone()]);
        let mut fault = fault.hint_id("time-course.hint");
        fault.message.id = "time-course.sequel";
        fault
    })
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn events_and_their_years() {
        for (text, told) in [
            (
                "Kỳ thi tốt nghiệp năm 2025 diễn ra trong các ngày 26, 27 và 28/6/2024.",
                Some("năm 2025 diễn ra trong các ngày 26, 27 và 28/6/2024"),
            ),
            ("Kỳ thi tốt nghiệp năm 2025 diễn ra trong các ngày 26, 27 và 28/6/2025.", None),
            ("Hội chợ Xuân năm 2025 khai mạc ngày 20/12/2024.", None),
            ("Giải bóng đá xã năm 2024 bế mạc ngày 05/01/2025.", None),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
