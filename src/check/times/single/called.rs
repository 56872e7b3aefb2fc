//! What a text tells of in its first sentences, called by its kind from there on — *Chiều 15/5, huyện tổ chức hội nghị … Kết luận hội
//! nghị ngày 16/5*: it has the day told there.

use super::{OTHERS, two_days};
use crate::check::proof::Proof;
use crate::check::times::{Sentence, stamp};
use crate::diag::Diagnostic;

/// Things that a text tells of in its first sentence, and calls by their kind alone from there on.
const THINGS: [&str; 12] = [
    "hội nghị",
    "cuộc họp",
    "buổi làm việc",
    "phiên họp",
    "buổi lễ",
    "vụ tai nạn",
    "vụ cháy",
    "vụ việc",
    "hội thảo",
    "tọa đàm",
    "buổi đối thoại",
    "lễ khai giảng",
];

/// Acts of a first sentence, and what the text calls them from there on.
const OPENED_AS: [(&str, &str); 6] = [
    ("khai mạc", "lễ khai mạc"),
    ("phát động", "lễ phát động"),
    ("khánh thành", "lễ khánh thành"),
    ("khởi công", "lễ khởi công"),
    ("ra mắt", "lễ ra mắt"),
    ("ký kết", "lễ ký kết"),
];

/// Words with which the name of a thing begins that is held or happens on one day, and the most words of one.
const KINDS: [&str; 13] =
    ["lễ", "buổi", "phiên", "cuộc", "hội", "tọa", "vụ", "đêm", "trận", "chuyến", "chương", "ngày", "cơn"];
const LONGEST: usize = 5;

/// Words right before a thing that is held or happens.
const HELD: [&str; 9] = ["tổ chức", "mở", "chủ trì", "dự", "diễn ra", "xảy ra", "tiến hành", "long trọng", "trọng thể"];

/// Words between a thing and its day.
const JOINTS: [&str; 9] = ["ngày", "sáng", "chiều", "tối", "xảy", "ra", "diễn", "vào", "tổ"];

/// *Chiều 15/5/2024, UBND huyện tổ chức hội nghị … Kết luận hội nghị ngày 16/5*: the kind alone, and a day right behind it.
pub(super) fn again(proof: &Proof, sentences: &[Sentence]) -> Option<Diagnostic> {
    let mut first = sentences.iter().take(3).enumerate();
    let (at, point) = first.find_map(|(at, sentence)| {
        let point = sentence.points.first().filter(|point| point.day.is_some() && point.months.is_some())?;
        let head = sentence.before(point.range.start).trim();
        // *Khoảng 7 giờ ngày 12/5*
        let hour = head.contains("giờ") && head.len() < 40 && head.ends_with("ngày");
        (hour || stamp::OPENED.contains(&head)).then_some((at, point))
    })?;
    let opening = sentences[at].behind(point.range.end);
    let thing = THINGS.into_iter().find(|thing| opening.matches(thing).count() == 1);
    let thing = thing.or_else(|| OPENED_AS.into_iter().find(|(act, _)| opening.contains(act)).map(|(_, thing)| thing));
    // Of several days in the first sentence, or of several things of the kind, nobody can say.
    (sentences[at].points.iter().filter(|point| point.day.is_some()).count() == 1).then_some(())?;
    // *tổ chức lễ ra quân*, not *họp báo về chương trình nghệ thuật*
    let held = |name: &str| {
        let mut places = opening.match_indices(name);
        let (first, next) = (places.next(), places.next());
        next.is_none() && first.is_some_and(|(at, _)| HELD.iter().any(|word| opening[..at].trim_end().ends_with(word)))
    };
    sentences[at + 1..].iter().find_map(|sentence| {
        let aside = OTHERS.iter().any(|word| sentence.lower.contains(word));
        sentence.points.iter().filter(|other| other.months.is_some() && other.day.is_some()).find_map(|other| {
            let head = sentence.near(other.range.start).trim_end();
            let words: Vec<&str> = head.rsplit(' ').skip_while(|word| JOINTS.contains(word)).collect();
            let own = |count: usize| words.get(..count).map(|words| words.iter().rev().copied().collect::<Vec<_>>());
            let called = |count: usize| own(count).filter(|words| KINDS.contains(&words[0])).map(|all| all.join(" "));
            let mut named = (2..=LONGEST).filter_map(|count| Some((count, called(count)?)));
            let (count, name) = named.rfind(|(_, name)| thing == Some(name) || held(name))?;
            let several = words.get(count).is_some_and(|lead| ["các", "một", "những", "hai"].contains(lead));
            let plain = !several && !aside && sentence.points.len() == 1;
            plain.then(|| two_days(proof, &name, (point, other)))?
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::check::times::check;

    #[test]
    fn things_called_by_their_kind() {
        for (text, told) in [
            (
                "Chiều 15/5/2024, huyện tổ chức hội nghị đối thoại. Kết luận hội nghị ngày 16/5, Chủ tịch giao việc.",
                Some("15/5/2024, huyện tổ chức hội nghị đối thoại. Kết luận hội nghị ngày 16/5"),
            ),
            (
                "Chiều 15/5/2024, huyện tổ chức hội nghị đối thoại. Kết luận hội nghị ngày 15/5, Chủ tịch giao việc.",
                None,
            ),
            (
                "Chiều 15/5/2024, huyện tổ chức hội nghị đối thoại. Thực hiện kết luận tại hội nghị ngày 10/5, xã đã xong.",
                None,
            ),
            (
                "Ngày 1/3/2023, Xã đoàn tổ chức lễ ra quân Tháng Thanh niên năm 2023. Ngay sau lễ ra quân ngày 4/3, đoàn viên đi trồng cây.",
                Some("1/3/2023, Xã đoàn tổ chức lễ ra quân Tháng Thanh niên năm 2023. Ngay sau lễ ra quân ngày 4/3"),
            ),
            (
                "Ngày 1/3/2023, Xã đoàn tổ chức lễ ra quân Tháng Thanh niên. Ngay sau lễ ra quân ngày 1/3, đoàn viên đi trồng cây.",
                None,
            ),
            (
                "Sáng 15/01/2026, tỉnh khai mạc Hội báo Xuân. Ngay sau lễ khai mạc ngày 16/01, khách vào xem.",
                Some("15/01/2026, tỉnh khai mạc Hội báo Xuân. Ngay sau lễ khai mạc ngày 16/01"),
            ),
            (
                "Chiều 18/12/2023, xã họp báo về đêm nhạc Đất mẹ. Ban Tổ chức cho biết đêm nhạc ngày 20/12 mở cửa tự do.",
                None,
            ),
        ] {
            let seen = crate::check::proof::seen(text, check);
            assert_eq!(seen, Vec::from_iter(told), "{text}");
        }
    }
}
