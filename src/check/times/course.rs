//! What comes before what in one clause — *thứ tự sự việc*: works are finished after they began, a fair closes after it
//! opened, a resolution is in force after it was passed.

use super::{Sentence, both, is_later};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date::Point;

/// Words of an act, and words of what can only follow it.
const COURSES: [(&[&str], &[&str]); 44] = [
    (&["khởi công", "động thổ"], &["hoàn thành", "khánh thành", "thông xe", "đưa vào"]),
    (&["khai mạc"], &["bế mạc", "làm việc đến", "kéo dài đến", "diễn ra đến", "mở cửa đến"]),
    (&["thành lập"], &["giải thể"]),
    (
        &["sinh ngày", "sinh năm", "sinh tháng"],
        &[
            "từ trần",
            "qua đời",
            "hy sinh",
            "mất ngày",
            "mất năm",
            "vào đảng",
            "tham gia cách",
            "kết nạp",
            "nhập ngũ",
            "tốt nghiệp",
        ],
    ),
    (&["tham gia cách", "tham gia hoạt"], &["vào đảng", "kết nạp"]),
    (&["khởi tố"], &["truy tố", "xét xử"]),
    (&["nghỉ hưu"], &["từ trần", "qua đời", "mất năm", "mất ngày"]),
    (&["truy tố"], &["xét xử"]),
    (&["nhập viện", "nhập cảnh"], &["xuất viện", "ra viện", "tử vong"]),
    (&["thông qua", "ban hành", "ký "], &["hiệu lực"]),
    (&["mời thầu"], &["mở thầu", "đóng thầu"]),
    (&["vòng loại", "sơ khảo", "vòng sơ loại"], &["chung kết", "chung khảo", "trao giải"]),
    (&["xảy ra"], &["khởi tố", "bị bắt", "bắt giữ", "khám nghiệm", "dập tắt"]),
    (&["tựu trường"], &["khai giảng"]),
    (&["sơ kết"], &["tổng kết"]),
    (&["hạn nộp", "hạn cuối", "nhận bài", "nộp bài"], &["trao giải", "chung khảo", "công bố kết"]),
    (&["phát động"], &["nhận bài", "trao giải", "chung kết"]),
    (&["phát hiện", "bùng phát", "xuất hiện"], &["dập tắt", "khống chế", "công bố hết"]),
    (&["sơ thẩm"], &["phúc thẩm"]),
    (&["đóng thầu"], &["mở thầu"]),
    (&["được bầu", "được bổ nhiệm"], &["giữ chức", "nhận nhiệm vụ", "nhận công tác"]),
    (&["bắt đầu", "phát động"], &["kết thúc"]),
    (&["hết hạn", "thời hạn"], &["gia hạn"]),
    (&["nhập ngũ", "gia nhập quân", "tham gia quân"], &["hy sinh", "xuất ngũ", "phục viên"]),
    (&["đăng ký tham", "hạn đăng ký", "nộp hồ sơ"], &["diễn ra từ", "khai mạc"]),
    (&["khai giảng"], &["bế giảng"]),
    (&["xuống giống", "gieo sạ", "gieo trồng"], &["thu hoạch"]),
    (&["hạn nộp", "hạn đăng ký", "nhận hồ sơ"], &["thi tuyển", "tổ chức thi", "chung kết"]),
    (&["xét tuyển", "nhận hồ sơ", "nộp hồ sơ"], &["công bố kết"]),
    (&["nhận bàn giao", "giao mặt bằng"], &["khánh thành", "thông xe"]),
    (&["vòng bảng"], &["tứ kết", "bán kết", "chung kết"]),
    (&["tứ kết"], &["bán kết"]),
    (&["tứ kết"], &["chung kết"]),
    (&["bán kết"], &["chung kết"]),
    (&["khởi công", "động thổ"], &["tạm dừng", "dừng thi công", "hợp long", "nghiệm thu", "thi công lại"]),
    (&["bốc thăm"], &["khai mạc", "vòng bảng", "bán kết", "chung kết"]),
    (&["tổng duyệt", "sơ duyệt"], &["khai mạc", "biểu diễn chính"]),
    (&["khám sức khỏe", "khám tuyển", "sơ tuyển"], &["giao quân", "giao, nhận quân", "nhận quân"]),
    (&["bán hồ sơ", "nộp hồ sơ", "đăng ký tham", "nộp tiền đặt"], &["đấu giá", "mở cuộc"]),
    (&["ký hợp đồng", "ký kết hợp"], &["thanh lý", "nghiệm thu", "bàn giao"]),
    (&["tạm đình chỉ", "bị đình chỉ"], &["động trở lại", "cửa trở lại"]),
    (&["nhập học"], &["bế giảng", "tốt nghiệp", "ra trường"]),
    (&["nhận hồ sơ"], &["trả kết quả", "phỏng vấn"]),
    (&["nộp đơn phúc", "nhận đơn phúc"], &["kết quả phúc"]),
];

/// Words between two acts that make them acts on two things, or tell the later one first.
const APART: [&str; 10] =
    ["năm trước", "thay thế", "sửa đổi", "bãi bỏ", "trước đó", "thay vì", "trước đây", "cũ ", "lần đầu", "số "];

/// Acts that go on until the end of their span.
const OPEN: [&str; 4] = ["nhận hồ sơ", "xét tuyển", "nộp hồ sơ", "đăng ký tham"];

/// Acts of a contest.
const CONTEST: [&str; 7] = ["hạn nộp", "hạn cuối", "hạn đăng ký", "nhận bài", "nộp bài", "phát động", "nhận hồ sơ"];

/// How far from its act a point may stand, in bytes.
const BEFORE: usize = 90;
const BEHIND: usize = 120;

/// What goes on with the thing that was told of before.
const ON: [&str; 12] =
    ["kết thúc", "vòng ", "trận ", "đến ", "sau ", "ngày ", "tháng ", "năm ", "tới ", "và ", "công trình ", "dự án "];

/// Checks each course of acts of which a clause, or a clause and the one that goes on with it, tells both ends once.
pub(super) fn check(proof: &Proof, sentence: &Sentence, faults: &mut Vec<Diagnostic>) {
    if sentence.points.len() < 2 {
        return;
    }
    for (earlier, later) in COURSES {
        let (begun, ended) = (bound(sentence, earlier, later), bound(sentence, later, earlier));
        let ([(act, begun)], [(end, ended)]) = (&begun[..], &ended[..]) else { continue };
        let span = begun.range.start.min(ended.range.start)..begun.range.end.max(ended.range.end);
        let between = sentence.between(span);
        let mut breaks = between.match_indices([';', '.', '\n']).filter(|(at, sign)| {
            let rest = &between[at + 1..];
            *sign != "." || rest.starts_with(char::is_whitespace)
        });
        let goes_on = |at: usize| {
            begun.range.end <= ended.range.start
                && ON.iter().any(|word| between[at + 1..].trim_start().starts_with(word))
        };
        // *nhận hồ sơ từ 20/9 đến 10/10 và công bố kết quả trước 5/10*: what is open until a day ends there.
        let begun = if OPEN.contains(act) { last_of_span(sentence, begun) } else { begun };
        // Of a contest all clauses of a sentence tell.
        let open = CONTEST.contains(act) && !between.contains(". ");
        // *ban hành Quyết định số 18, có hiệu lực từ …*: the number of the one paper that is passed.
        let numbered = *end != "hiệu lực" || between.matches("số ").count() > 1;
        let apart = APART.iter().any(|word| between.contains(word) && (*word != "số " || numbered))
            || !(open || breaks.all(|(at, _)| goes_on(at)));
        if apart || !is_later(begun, ended) {
            continue;
        }
        let text = proof.plain();
        faults.push(
            proof
                .fault("time-course", both(text, &begun.range, &ended.range))
                .with("later", end.trim())
                .with("earlier", act.trim())
                .with("ended", &text[ended.range.clone()])
                .with("begun", &text[begun.range.clone()])
                .hint_id("time-course.hint"),
        );
        return;
    }
}

/// The points that belong to some words, as *khởi công ngày 12/8/2025* or *Ngày 12/8/2025, cầu được khởi công*: behind the word with no word of the other act between, else before it.
pub(super) fn bound<'s>(
    sentence: &'s Sentence,
    words: &[&'static str],
    others: &[&str],
) -> Vec<(&'static str, &'s Point)> {
    let mut found: Vec<(&'static str, &Point)> = Vec::new();
    for word in words {
        for (at, _) in sentence.lower.match_indices(word) {
            let (start, end) = (sentence.range.start + at, sentence.range.start + at + word.len());
            // *sinh năm 1960*: the point may begin inside the word.
            let mut behind = sentence.points.iter().filter(|point| point.range.start >= start);
            let next = behind.next();
            // *khai mạc Hội khỏe Phù Đổng năm 2019 vào sáng 19/9*: the year of a name.
            let mut day = || behind.next().filter(|point| point.day.is_some());
            let next = if next.is_some_and(|point| point.months.is_none()) { day().or(next) } else { next };
            let next = next.filter(|point| {
                let between = sentence.between(end..point.range.start.max(end));
                between.len() <= BEFORE
                    && !between.contains([';', '\n'])
                    // *120 ngày kể từ ngày khởi công, tức đến hết ngày 29/10*
                    && !between.contains("tức đến")
                    && !others.iter().any(|other| between.contains(other))
            });
            // *từ ngày 5 đến 15/10, với 16 đội xuất sắc sau vòng loại*: another time than that of the point before.
            let behind = ["sau ", "từ ", "qua ", "sau khi ", "trước khi "]
                .iter()
                .any(|word| sentence.lower[..at].ends_with(word));
            let last = || {
                let point = sentence.points.iter().filter(|_| !behind).rfind(|point| point.range.end <= start)?;
                let between = sentence.between(point.range.end..start);
                let plain = between.len() <= BEHIND && !between.contains([';', '(', '\n']);
                (plain && !others.iter().any(|other| between.contains(other))).then_some(point)
            };
            // *Ngày 8/4, đoàn bắt đầu làm việc. Ngày 3/4, …*: a point of the next sentence, where its own has one.
            let far = next.filter(|next| sentence.between(end..next.range.start.max(end)).contains(". "));
            let own = far.and_then(|_| last().filter(|last| !sentence.between(last.range.end..start).contains(". ")));
            let Some(point) = own.or(next).or_else(last) else { continue };
            if (!is_birth(sentence, point) || word.contains("sinh"))
                && !found.iter().any(|(_, other)| other.range == point.range)
            {
                found.push((word, point));
            }
        }
    }
    found
}

/// *(SN 1964)*, *sinh năm 1964*: the time of a birth alone.
fn is_birth(sentence: &Sentence, point: &Point) -> bool {
    let lead = sentence.near(point.range.start).trim_end_matches([' ', '(']);
    let lead = lead.strip_suffix("năm").unwrap_or(lead).trim_end();
    [" sn", "(sn", " sinh", "(sinh"].iter().any(|born| lead.ends_with(born)) && !lead.ends_with("hy sinh")
}

/// *từ ngày 6/10 đến 7 giờ 30 phút ngày 07/10*: the end of the span that a point begins.
pub(super) fn last_of_span<'s>(sentence: &'s Sentence, point: &'s Point) -> &'s Point {
    let next = sentence.points.get(sentence.points.partition_point(|next| next.range.start < point.range.end));
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
    fn courses() {
        for (text, told) in [
            (
                "Ngày 8/4/2024, đoàn bắt đầu làm việc tại xã Cả. Ngày 3/4/2024, đoàn kết thúc làm việc.",
                Some("8/4/2024, đoàn bắt đầu làm việc tại xã Cả. Ngày 3/4/2024"),
            ),
            ("Ngày 8/4/2024, đoàn bắt đầu làm việc tại xã Cả. Ngày 13/4/2024, đoàn kết thúc làm việc.", None),
            (
                "Ngày 12/6/2024, tỉnh ban hành Quy định số 18, có hiệu lực từ ngày 1/7/2023.",
                Some("12/6/2024, tỉnh ban hành Quy định số 18, có hiệu lực từ ngày 1/7/2023"),
            ),
            ("Ngày 12/6/2024, tỉnh ban hành Quy định số 18 thay Quy định số 7 có hiệu lực từ ngày 1/7/2023.", None),
            (
                "Sáng 12/8/2021, đại hội khai mạc, dự kiến làm việc đến ngày 13/7/2021.",
                Some("12/8/2021, đại hội khai mạc, dự kiến làm việc đến ngày 13/7/2021"),
            ),
            ("Sáng 12/8/2021, đại hội khai mạc, dự kiến làm việc đến ngày 13/8/2021.", None),
            ("Cầu khởi công ngày 12/8/2025, dự kiến hoàn thành vào tháng 10/2026.", None),
            (
                "Cầu khởi công tháng 8/2025, đã hoàn thành vào tháng 10/2024.",
                Some("tháng 8/2025, đã hoàn thành vào tháng 10/2024"),
            ),
            (
                "Ngày 12/8/2025, dự án khởi công; dự kiến hoàn thành tháng 3/2025.",
                Some("12/8/2025, dự án khởi công; dự kiến hoàn thành tháng 3/2025"),
            ),
            ("Ngày 12/8/2025, cầu Đông khởi công; cầu Tây hoàn thành tháng 3/2025.", None),
            (
                "Ngày 12/8/2025, dự án được khởi công, dự kiến hoàn thành tháng 3/2025.",
                Some("12/8/2025, dự án được khởi công, dự kiến hoàn thành tháng 3/2025"),
            ),
            (
                "Trạm được động thổ ngày 15/4/2024; sau một năm, ngày 20/3/2024 trạm được khánh thành.",
                Some("15/4/2024; sau một năm, ngày 20/3/2024"),
            ),
            ("Cầu Đông khởi công năm 2024. Đến tháng 11/2023, cầu đã hoàn thành.", Some("năm 2024. Đến tháng 11/2023")),
            ("Cầu Đông khởi công năm 2024. Cầu Tây đã hoàn thành tháng 11/2023.", None),
            (
                "Hạn cuối nộp bài là 31/5/2024; trao giải vào tháng 4/2024.",
                Some("31/5/2024; trao giải vào tháng 4/2024"),
            ),
            ("Hạn cuối nộp bài là 31/5/2024; trao giải vào tháng 7/2024.", None),
            ("Vòng chung kết ngày 5/10 kéo dài đến ngày 15/10 với 16 đội sau vòng loại.", None),
            ("Hội chợ khai mạc ngày 20/10 và bế mạc ngày 15/10.", Some("20/10 và bế mạc ngày 15/10")),
            ("Mùa lễ khai mạc ngày 20/12 và bế mạc ngày 15/01.", None),
            (
                "Nghị quyết thông qua ngày 10/12/2025 và có hiệu lực từ ngày 01/01/2025.",
                Some("10/12/2025 và có hiệu lực từ ngày 01/01/2025"),
            ),
            ("Nghị quyết thông qua ngày 10/12/2025 và có hiệu lực từ ngày 01/01/2026.", None),
            ("Nghị quyết thông qua ngày 10/12/2025, thay thế Nghị quyết có hiệu lực từ ngày 01/01/2020.", None),
            ("Ông sinh năm 1985, được kết nạp Đảng năm 1980.", Some("năm 1985, được kết nạp Đảng năm 1980")),
            ("Ông sinh năm 1985, được kết nạp Đảng năm 2008, bà sinh năm 1990, vào Đảng năm 2010.", None),
        ] {
            let source = crate::source::Source::new("-", text);
            let mut faults = Vec::new();
            check(&Proof::article(&source, None), &mut faults);
            faults.retain(|fault| fault.rule == "time-course");
            let seen: Vec<&str> = faults.iter().map(|fault| &text[source.clamp(fault.span)]).collect();
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
