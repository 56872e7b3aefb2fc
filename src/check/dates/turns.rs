//! Hours in their order: what ends after it begins, stages in turn, no answer before the call.

use super::clock::{Clock, FAR};
use crate::check::proof::Proof;
use crate::diag::Diagnostic;
use crate::viet::date;

/// Words of what begins, and of what only follows upon it.
pub(super) const BEGUN: [&str; 10] = [
    "bùng",
    "xảy ra",
    "bắt đầu",
    "khởi hành",
    "phát hiện",
    "nhận được tin",
    "nhận tin",
    "xuất phát",
    "khai mạc",
    "bốc cháy",
];

const FOLLOWED: [&str; 12] = [
    "có mặt",
    "dập tắt",
    "khống chế",
    "được đưa",
    "kết thúc",
    "tìm thấy",
    "cứu được",
    "về đến",
    "hạ cánh",
    "bế mạc",
    "hoàn tất",
    "vớt được",
];

/// Stages of one thing, in their order.
const STAGES: [(&str, &str); 6] = [
    ("khống chế", "dập tắt"),
    ("viếng", "truy điệu"),
    ("viếng", "an táng"),
    ("truy điệu", "an táng"),
    ("khai mạc", "bế mạc"),
    ("đón tiếp", "khai mạc"),
];

/// *từ 13 giờ 30 đến 10 giờ 30*; a night, and hours counted to 12, go over their end.
pub(super) fn backwards(proof: &Proof, from: &Clock, to: &Clock) -> Option<Diagnostic> {
    let text = proof.plain();
    let opened = text[..from.range.start].trim_end();
    let link = text[from.range.end..to.range.start].trim_start_matches(['’', '\'', '′']).trim();
    let link = link.strip_suffix("khoảng").map_or(link, str::trim_end);
    let spans = (opened.ends_with("từ") || opened.ends_with("Từ")) && matches!(link, "đến" | "tới" | "-" | "–");
    let behind = text[to.range.end..].trim_start();
    let apart = ["sáng", "chiều", "tối", "đêm", "hôm", "ngày"].iter().any(|word| behind.starts_with(word));
    let night = from.hour >= 17 && to.hour <= 9;
    let reversed = (to.hour, to.minute) < (from.hour, from.minute);
    if !spans || !reversed || night {
        return None;
    }
    // *Diễn ra từ 17 giờ đến 10 giờ ngày 19/8*: what is held in one day.
    let lead = opened.strip_suffix("từ").or(opened.strip_suffix("Từ")).unwrap_or(opened).trim_end().to_lowercase();
    let held = ["diễn ra", "tổ chức", "thời gian:", "bắt đầu"].iter().any(|word| lead.ends_with(word));
    // *Từ 16 giờ đến 13 giờ 30 ngày 2/11*: hours of the day that one sentence tells are of one day.
    let sentence = text[..opened.len()].rsplit(['.', ';', '\n']).next().unwrap_or_default();
    let one_day = (to.hour > 7 || from.hour < 15) && !sentence.contains("ngày") && date::days(sentence).is_empty();
    let dated = behind.strip_prefix("ngày ").is_some_and(|day| day.starts_with(|c: char| c.is_ascii_digit()));
    let apart = apart && !(behind.starts_with("ngày") && (held || dated && one_day));
    (!apart).then(|| {
        let start = opened.len() - "từ".len();
        proof.fault("date-span", start..to.range.end).hint_id("date-span.hint.order")
    })
}

/// *Hồi 8 giờ 15 phút … kết thúc lúc 7 giờ 45 phút cùng ngày*: the end of minutes stands after every hour of them.
pub(super) fn ends_early(proof: &Proof, before: &[Clock], end: &Clock) -> Option<Diagnostic> {
    let text = proof.plain();
    let far = text[..end.range.start].char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    let ended = ["kết thúc", "lập xong", "bế mạc"].iter().any(|word| text[far..end.range.start].contains(word));
    let same_day = text[end.range.end..].trim_start_matches([',', ' ']).starts_with("cùng ngày");
    let first = before.iter().map(|clock| (clock.hour, clock.minute)).min()?;
    (ended && same_day && (end.hour, end.minute) < first)
        .then(|| proof.fault("date-span", end.range.clone()).hint_id("date-span.hint.order"))
}

/// *Lễ truy điệu lúc 13h ngày 26/7. Lễ an táng lúc 11h cùng ngày*: the later stage has the later hour of one day.
pub(super) fn out_of_turn(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    let lower = proof.lower();
    let far = lower[..one.range.start].char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    let head = lower[far..one.range.start].rsplit(['.', ';', '\n', ',']).next()?;
    let between = &lower[one.range.end..other.range.start];
    let same_day = lower[other.range.end..].trim_start_matches([',', ' ']).starts_with("cùng ngày");
    let staged = |(first, then): &&(&str, &str)| head.contains(first) && between.contains(then) && !head.contains(then);
    let early = (other.hour, other.minute) < (one.hour, one.minute);
    let other_day = ["hôm sau", "trước đó", "sáng ngày mai"].iter().any(|word| between.contains(word));
    STAGES.iter().find(staged).filter(|_| same_day && early && !other_day && between.len() < 120)?;
    let mut fault = proof.fault("time-course", other.range.clone()).with("begun", &lower[one.range.clone()]);
    fault.message.id = "time-course.hours";
    Some(fault.hint_id("time-course.hint"))
}

/// *Lửa bùng lên khoảng 13h15 … Khoảng 12h, xe cứu hỏa có mặt*: what follows upon a thing has the later hour, unless the
/// text goes back, a night lies between, or the hours may be counted to 12.
pub(super) fn answered_before(proof: &Proof, one: &Clock, other: &Clock) -> Option<Diagnostic> {
    const WITHIN: u16 = 4 * 60;
    const BACK: [&str; 11] =
        ["trước", "hôm", "ngày", "sáng", "chiều", "tối", "đêm", "trưa", "nguyên nhân", "từng", "lần"];
    let text = proof.plain();
    let minutes = |clock: &Clock| u16::from(clock.hour) * 60 + u16::from(clock.minute);
    let early = minutes(one).checked_sub(minutes(other)).filter(|early| (1..=WITHIN).contains(early));
    let between = &text[one.range.end..other.range.start];
    early.filter(|_| between.len() < 400 && !between.contains('\n'))?;
    let far = text[..one.range.start].char_indices().rev().nth(FAR).map_or(0, |(far, _)| far);
    let head = text[far..one.range.start].rsplit(['.', '\n']).next()?.to_lowercase();
    let first = between.split('.').next()?.to_lowercase();
    let behind = text[other.range.end..].split(['.', '\n']).next()?.to_lowercase();
    let holds = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    let begun = holds(&BEGUN, &head) || holds(&BEGUN, &first);
    let follows = holds(&FOLLOWED, &behind) && !holds(&BEGUN, &behind);
    let back = holds(&BACK, &between.to_lowercase()) || holds(&["trước", "hôm", "sáng", "chiều"], &behind);
    (begun && follows && !back).then(|| proof.fault("time-course", other.range.clone())).map(|fault| {
        let mut fault = fault.with("begun", &text[one.range.clone()]);
        fault.message.id = "time-course.hours";
        fault.hint_id("time-course.hint")
    })
}
