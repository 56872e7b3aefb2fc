//! The day of a deed, as a charge or a sentence tells it, against the days of its court — *Theo cáo trạng, tối 25/11/2023, T. lấy trộm …
//! Ngày 1/3/2024, Tòa án đưa T. ra xét xử*: nobody is arrested or tried for it before.

use super::course::bound;
use super::{Sentence, is_later};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;

/// Words that open a sentence of what was done.
#[rustfmt::skip]
const TOLD: [&str; 9] = [
    "theo cáo trạng", "theo bản án", "theo hồ sơ", "theo điều tra", "theo kết quả", "theo kết luận", "theo nội dung", "theo tài liệu",
    "nội dung vụ",
];

/// Words of what follows it.
#[rustfmt::skip]
const FOLLOWS: [&str; 9] = [
    "xét xử", "tuyên phạt", "khởi tố", "truy tố", "tạm giam", "tạm giữ", "bắt giữ", "phúc thẩm", "sơ thẩm",
];

/// Words of an earlier deed of the same people, or of one still to come.
#[rustfmt::skip]
const ASIDE: [&str; 11] = [
    "tiền án", "tiền sự", "từng ", "trước đó", "mãn hạn", "ra tù", "án tích", "chấp hành xong", "lần trước", "vụ án khác", "căn cứ",
];

/// Checks the one deed of a text.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let mut told = sentences.iter().enumerate().filter_map(|(at, sentence)| {
        let head = sentence.lower.trim_start();
        let word = TOLD.iter().find(|word| head.starts_with(**word))?;
        let point = sentence.points.first()?;
        (point.day.is_some() && point.months.is_some() && point.year.is_some()).then_some((at, *word, point))
    });
    let (Some((at, word, deed)), None) = (told.next(), told.next()) else { return };
    faults.extend(sentences.iter().enumerate().filter(|(other, _)| *other != at).find_map(|(_, sentence)| {
        let plain = !ASIDE.iter().any(|word| sentence.lower.contains(word));
        let followed = |point: &&Point| point.months.is_some() && point.year.is_some() && is_later(deed, point);
        let mut found = bound(sentence, &FOLLOWS, &[]).into_iter().filter(|_| plain);
        let (act, point) = found.find(|(_, point)| followed(point))?;
        let text = proof.plain();
        let fault = proof.fault("time-course", point.range.clone()).with("later", act);
        let fault = fault.with("earlier", word).with("ended", &text[point.range.clone()]);
        Some(fault.with("begun", &text[deed.range.clone()]).hint_id("time-course.hint"))
    }));
}

#[cfg(test)]
mod tests {
    use super::super::check;

    #[test]
    fn deeds_and_their_courts() {
        for (text, told) in [
            (
                "Ngày 1/6/2016, tòa tỉnh xử phúc thẩm Sơn. Theo bản án sơ thẩm, 6 giờ ngày 4/10/2015, Sơn mua hàng cấm. Tháng 3/2015, tòa huyện xét xử sơ thẩm vụ này.",
                Some("Tháng 3/2015"),
            ),
            (
                "Ngày 1/6/2016, tòa tỉnh xử phúc thẩm Sơn. Theo bản án sơ thẩm, 6 giờ ngày 4/10/2015, Sơn mua hàng cấm. Tháng 3/2016, tòa huyện xét xử sơ thẩm vụ này.",
                None,
            ),
            (
                "Ngày 1/3/2023, tòa đưa Tý ra xét xử. Theo cáo trạng, tối 25/11/2023, Tý vào nhà ông Ba lấy đôi giày.",
                Some("1/3/2023"),
            ),
            (
                "Ngày 1/3/2024, tòa đưa Tý ra xét xử. Theo cáo trạng, tối 25/11/2023, Tý vào nhà ông Ba. Tháng 5/2020, Tý từng bị tuyên phạt 6 tháng tù.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
