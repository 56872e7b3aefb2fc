//! Capitals within words: `Chủ Tịch`, `Nghị Quyết` have one too many, and so has what goes on behind a semicolon.

use super::Context;
use crate::viet::capital::words::{Case, with_head};
use crate::viet::capital::{Miscased, Weight};

/// Words of two syllables of which the annex gives at most the first a capital, with the item that says so.
const WORDS: [(&str, &str, &str); 54] = [
    ("chủ", "tịch", "V.3"),
    ("chủ", "nhiệm", "V.3"),
    ("bí", "thư", "V.3"),
    ("giám", "đốc", "V.3"),
    ("ủy", "viên", "V.3"),
    ("uỷ", "viên", "V.3"),
    ("bộ", "trưởng", "V.3"),
    ("thứ", "trưởng", "V.3"),
    ("cục", "trưởng", "V.3"),
    ("vụ", "trưởng", "V.3"),
    ("viện", "trưởng", "V.3"),
    ("hiệu", "trưởng", "V.3"),
    ("tổ", "trưởng", "V.3"),
    ("đại", "biểu", "V.3"),
    ("thạc", "sĩ", "V.3"),
    ("tiến", "sĩ", "V.3"),
    ("bác", "sĩ", "V.3"),
    ("kỹ", "sư", "V.3"),
    ("đồng", "chí", "V.3"),
    ("công", "an", "IV.1"),
    ("bệnh", "viện", "IV.1"),
    ("giám", "hiệu", "IV.1"),
    ("chỉ", "đạo", "IV.1"),
    ("tổ", "chức", "IV.1"),
    ("chấp", "hành", "IV.1"),
    ("liên", "hiệp", "IV.1"),
    ("phụ", "nữ", "IV.1"),
    ("tiểu", "học", "IV.1"),
    ("trung", "học", "IV.1"),
    ("thanh", "tra", "IV.1"),
    ("kiểm", "tra", "IV.1"),
    ("ủy", "ban", "IV.1"),
    ("uỷ", "ban", "IV.1"),
    ("hội", "đồng", "IV.1"),
    ("văn", "phòng", "IV.1"),
    ("nghị", "quyết", "V.6"),
    ("nghị", "định", "V.6"),
    ("quyết", "định", "V.6"),
    ("thông", "tư", "V.6"),
    ("thông", "báo", "V.6"),
    ("thông", "tri", "V.6"),
    ("chỉ", "thị", "V.6"),
    ("công", "văn", "V.6"),
    ("công", "điện", "V.6"),
    ("kế", "hoạch", "V.6"),
    ("kết", "luận", "V.6"),
    ("báo", "cáo", "V.6"),
    ("hướng", "dẫn", "V.6"),
    ("quy", "định", "V.6"),
    ("quy", "chế", "V.6"),
    ("hội", "nghị", "I"),
    ("hội", "thảo", "I"),
    ("đại", "hội", "I"),
    ("cuộc", "họp", "I"),
];

/// Words with which no name begins, so that behind a semicolon or a comma they go on.
const LINKS: [&str; 16] = [
    "và", "với", "các", "những", "để", "nhằm", "cùng", "trong", "ngoài", "theo", "nhưng", "đồng", "đặc", "tuy", "còn",
    "cũng",
];

/// Parts of a day, which go on so before *ngày*.
const PARTS: [&str; 4] = ["sáng", "trưa", "chiều", "tối"];

/// Words that begin no name at all, so that within a clause they are small.
const INNER: [&str; 6] = ["và", "với", "những", "nhằm", "của", "được"];

/// The most words of the title of a work.
const TITLE: usize = 6;

/// Words of bodies behind which the next word of two syllables has one capital: *Ban Giám Hiệu*.
const BODIES: [&str; 4] = ["ban", "hội", "trường", "khoa"];

/// `Chủ Tịch`: the second syllable is small; words of a name are left alone.
pub(super) fn second_half(context: &Context<'_>) -> Option<Miscased> {
    let (word, second) = (context.word(), context.ahead(1)?);
    let (.., rule) = WORDS.iter().find(|(first, half, _)| *first == word.plain && *half == second.plain)?;
    let bodies = context.before().is_some_and(|before| BODIES.contains(&&*before.plain));
    let led = ["phó", "tổng", "ông", "bà", "anh", "chị", "nguyên", "cựu", "đồng", "chí", "theo", "tại"];
    let named = context.before().is_some_and(|before| {
        before.case != Case::Small && !before.starts && !bodies && !led.contains(&&*before.plain)
    });
    (word.case == Case::Capital && second.case == Case::Capital && !named).then(|| {
        let range = word.range.start..second.range.end;
        let right = format!(
            "{} {}",
            &context.text[word.range.clone()],
            with_head(&context.text[second.range.clone()], Case::Small)
        );
        Miscased { range, right, rule, weight: Weight::Rule }
    })
}

/// `; Đồng thời`, `, Sáng ngày 5/9`, `phường Với sự tham gia`: behind a semicolon, a comma, and within a clause a sentence goes on.
pub(super) fn continued(context: &Context<'_>) -> Option<Miscased> {
    let word = context.word();
    let before = context.words.get(context.at.checked_sub(1)?)?;
    let gap = context.gap(before, word);
    let on = gap.strip_prefix(')').unwrap_or(gap);
    let inner = gap == " " && before.case == Case::Small && INNER.contains(&&*word.plain);
    let comma = on == ", " && !follows_a_title(&context.text[..before.range.end]);
    let (goes_on, link) = (comma || on == "; " || inner, LINKS.contains(&&*word.plain) || inner);
    let small = context.ahead(1).is_some_and(|next| next.case == Case::Small);
    let part = matches!(on, "; " | ", ")
        && PARTS.contains(&&*word.plain)
        && context.ahead(1).is_some_and(|next| next.plain == "ngày");
    // *Đồng Nai*, *Đặc khu*: the second word decides.
    let next = context.ahead(1).map_or("", |next| &*next.plain);
    let whole = match &*word.plain {
        "đồng" => next == "thời",
        "đặc" => next == "biệt",
        "tuy" => next == "nhiên",
        "ngoài" => next == "ra",
        "trong" => next == "đó",
        // *Xét tờ trình …; Theo đề nghị của …*: the grounds of a decision.
        "theo" => next != "đề",
        _ => true,
    };
    ((goes_on && link || part) && small && whole && word.case == Case::Capital)
        .then(|| context.head(Case::Small, "I", Weight::Rule))?
}

/// *Hoàng tử bé (A. de Saint-Exupéry), Những người khốn khổ*: whether a short item with a capital stands before the comma.
fn follows_a_title(head: &str) -> bool {
    let item = head.rsplit([',', ':', ';', '.', '\n']).next().unwrap_or_default().trim_start();
    let item = item.split(" (").next().unwrap_or_default();
    item.starts_with(char::is_uppercase) && item.split_whitespace().count() <= TITLE
}
