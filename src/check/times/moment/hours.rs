//! The hour of what happened against the part of the day that follows it up — *xảy ra lúc 22h15 ngày 6/5 … Chiều 6/5, công an khám
//! nghiệm hiện trường*.

use crate::check::proof::Proof;
use crate::check::times::Sentence;
use crate::diag::Diagnostic;

/// *Vụ việc xảy ra lúc 22h15 ngày 6/5. … Chiều 6/5, công an khám nghiệm hiện trường*: what follows is not before its hour.
pub(super) fn followed_before(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    const HAPPENS: [&str; 5] = ["xảy ra", "phát hiện", "va chạm", "bốc cháy", "tử vong"];
    const FOLLOWS: [&str; 12] = [
        "khám nghiệm",
        "bắt",
        "khởi tố",
        "tạm giữ",
        "có mặt",
        "dập tắt",
        "tìm thấy",
        "điều tra",
        "xác nhận",
        "cho biết",
        "cho hay",
        "làm rõ",
    ];
    /// The last hours of the parts of a day.
    const PARTS: [(&str, u32); 4] = [("sáng", 12), ("trưa", 14), ("chiều", 18), ("tối", 23)];
    /// How many sentences behind what happened it is followed up.
    const FAR: usize = 8;
    let (at, point, hour, start) = sentences.iter().enumerate().find_map(|(at, sentence)| {
        let point = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some())?;
        let near = sentence.near(point.range.start);
        let (hour, lead) = hour(near.trim_end().trim_end_matches("ngày").trim_end_matches([' ', ',']))?;
        let start = point.range.start - near[lead.len()..].trim_start().len();
        let told = ["lúc", "khoảng", "vào", "hồi"].iter().any(|word| lead.ends_with(word));
        (told && HAPPENS.iter().any(|word| sentence.lower.contains(word))).then_some((at, point, hour, start))
    })?;
    sentences[at + 1..].iter().take(FAR).find_map(|sentence| {
        let [other] = sentence.points else { return None };
        let head = sentence.before(other.range.start);
        let bare = head.trim();
        let bare = bare.strip_suffix("ngày").unwrap_or(bare).trim_end();
        let (_, end) = PARTS.iter().find(|(part, _)| bare == *part)?;
        let follows = FOLLOWS.iter().any(|word| sentence.behind(other.range.end).contains(word));
        let same = (point.day, point.months) == (other.day, other.months) && follows && hour > *end;
        same.then(|| {
            let from = other.range.start - head.trim_start().len();
            let fault = proof.fault("time-course", from..other.range.end);
            let mut fault = fault.with("begun", &proof.plain()[start..point.range.end]).hint_id("time-course.hint");
            fault.message.id = "time-course.hours";
            fault
        })
    })
}

/// The hour at the end of some words, and those before it: *khoảng 18h20*, *lúc 16 giờ*.
pub(super) fn hour(head: &str) -> Option<(u32, &str)> {
    let head = head
        .trim_end_matches(['’', '\'', '′'])
        .trim_end_matches("phút")
        .trim_end()
        .trim_end_matches(|c: char| c.is_ascii_digit());
    let head = head.strip_suffix('h').or_else(|| head.strip_suffix("giờ ")).or_else(|| head.strip_suffix("giờ"))?;
    let head = head.trim_end();
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (rest, hour) = head.split_at(head.len() - digits);
    Some((hour.parse().ok().filter(|hour| *hour < 25)?, rest.trim_end()))
}

#[cfg(test)]
mod tests {
    use crate::check::times::check;

    #[test]
    fn what_follows_upon_an_hour() {
        for (text, told) in [
            (
                "Vụ va chạm xảy ra lúc 22h15’ ngày 6/5/2023 tại xã Cả, hai người bị thương. Chiều 6/5, Công an huyện đã khám nghiệm hiện trường.",
                Some("Chiều 6/5"),
            ),
            (
                "Vụ va chạm xảy ra lúc 12h15’ ngày 6/5/2023 tại xã Cả, hai người bị thương. Chiều 6/5, Công an huyện đã khám nghiệm hiện trường.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
