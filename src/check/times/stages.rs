//! Stages of one thing in the sentences of a text — *từ trần … lễ viếng … truy điệu … an táng*, *nhận bài … công bố kết quả*: each
//! told once, the later one on no earlier day.

use super::course::bound;
use super::{Sentence, is_later};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;

/// Words of a stage, and words of what can only follow it.
const STAGES: [(&[&str], &[&str]); 9] = [
    (
        &["từ trần", "qua đời", "tạ thế", "mất lúc", "mất hồi"],
        &["lễ viếng", "truy điệu", "an táng", "hỏa táng", "đưa tang", "lễ tang"],
    ),
    (&["lễ viếng", "viếng từ"], &["truy điệu", "hỏa táng"]),
    (&["truy điệu"], &["an táng", "hạ huyệt"]),
    (
        &["nhận bài", "nhận hồ sơ", "hạn nộp", "nộp hồ sơ", "đăng ký dự thi", "đăng ký dự tuyển", "phát động"],
        &["chung khảo", "chung kết", "công bố kết quả", "trao giải", "trúng tuyển", "tổng kết cuộc thi"],
    ),
    (&["kết quả trúng tuyển", "điểm chuẩn", "danh sách trúng tuyển"], &["xác nhận nhập học", "làm thủ tục nhập học"]),
    (&["khai mạc"], &["bế mạc"]),
    (&["lệnh truy nã", "quyết định truy nã"], &["bắt giữ", "bị bắt", "ra đầu thú"]),
    (&["gây án", "xảy ra vụ"], &["khởi tố", "bắt giữ", "tạm giữ", "đầu thú"]),
    (&["niêm yết danh sách", "thông báo mời"], &["bỏ phiếu", "mở thầu"]),
];

/// Words of a sentence that tells of another thing of the kind.
const ASIDE: [&str; 6] = ["năm trước", "lần đầu", "trước đó", "trước đây", "mùa trước", "lần thứ"];

/// How far apart in sentences two stages may be told.
const FAR: usize = 8;

/// Checks the stages of a text; those of one sentence are courses.
pub(super) fn check(proof: &Proof, sentences: &[Sentence], faults: &mut Vec<Diagnostic>) {
    let pairs = STAGES.iter().flat_map(|(earlier, later)| later.iter().map(move |word| (*earlier, [*word])));
    for (earlier, later) in pairs {
        let (begun, ended) = (told(sentences, earlier, &later), told(sentences, &later, earlier));
        let (Some((from, act, begun)), Some((to, end, ended))) = (begun, ended) else { continue };
        let begun = last_of_span(&sentences[from], begun);
        // *Năm trước, cuộc thi lần đầu*: another thing of the same kind.
        let aside = ASIDE.iter().any(|word| [from, to].iter().any(|at| sentences[*at].lower.contains(word)));
        if aside || from == to || from.abs_diff(to) > FAR || !is_later(begun, ended) {
            continue;
        }
        let text = proof.plain();
        let fault = proof.fault("time-course", ended.range.clone()).with("later", end.trim());
        let fault = fault.with("earlier", act.trim()).with("ended", &text[ended.range.clone()]);
        faults.push(fault.with("begun", &text[begun.range.clone()]).hint_id("time-course.hint"));
        return;
    }
}

/// The one sentence that tells a stage with its day.
fn told<'s>(
    sentences: &'s [Sentence],
    words: &[&'static str],
    others: &[&str],
) -> Option<(usize, &'static str, &'s Point)> {
    let mut found = sentences.iter().enumerate().flat_map(|(at, sentence)| {
        bound(sentence, words, others).into_iter().map(move |(word, point)| (at, word, point))
    });
    let first = found.next().filter(|(.., point)| point.day.is_some() || point.months.is_some())?;
    let one = found.all(|(at, ..)| at == first.0);
    one.then_some(first)
}

/// *từ ngày 6/10 đến 7 giờ 30 phút ngày 07/10*: the end of the span that a point begins.
fn last_of_span<'s>(sentence: &'s Sentence, point: &'s Point) -> &'s Point {
    let next = sentence.points.iter().find(|next| next.range.start >= point.range.end);
    let linked = |next: &&Point| {
        let link = sentence.between(point.range.end..next.range.start);
        link.len() < 40 && (link.contains("đến") || matches!(link.trim(), "-" | "–"))
    };
    next.filter(linked).unwrap_or(point)
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn stages() {
        for (text, told) in [
            ("Ông đã từ trần hồi 6 giờ ngày 27/1/2021. Lễ viếng: từ 9 giờ ngày 20/1/2021.", Some("20/1/2021")),
            ("Ông đã từ trần hồi 6 giờ ngày 27/1/2021. Lễ viếng: từ 9 giờ ngày 29/1/2021.", None),
            (
                "Lễ viếng từ 7 giờ, ngày 06/10/2018 đến 7 giờ 30 phút, ngày 07/10/2018. Lễ truy điệu tổ chức vào 9 giờ, ngày 06/10/2018.",
                Some("06/10/2018"),
            ),
            (
                "Ban sẽ nhận bài đến hết tháng 11/2020. Dự kiến ngày 15/10/2020, Ban công bố kết quả cuộc thi.",
                Some("15/10/2020"),
            ),
            ("Ban nhận bài từ ngày 1/9/2020. Năm trước, ngày 5/6/2019, Ban đã trao giải lần đầu.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
