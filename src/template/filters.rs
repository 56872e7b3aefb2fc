//! What templates can do with facts: the language's forms from `viet`, nothing of our domain's wording.

use minijinja::Environment;
use minijinja::value::{Value, ValueKind};

use crate::viet::decimal::Decimal;
use crate::viet::list::{self, Conjunction, Counting};
use crate::viet::{fold, nobreak, number};

/// Adds all filters.
pub fn add(env: &mut Environment<'static>) {
    env.add_filter("join_vi", join_vi);
    env.add_filter("people", people);
    env.add_filter("person", person);
    env.add_filter("speaker", speaker);
    env.add_filter("again", again);
    env.add_filter("bodies", bodies);
    env.add_filter("blocks", blocks);
    env.add_filter("quoted", quoted);
    env.add_filter("no_lead", no_lead);
    env.add_filter("percent", percent);
    env.add_filter("upper_first", |text: &str| upper_first(text));
    env.add_filter("lower_first", |text: &str| lower_first(text));
    env.add_filter("bare", |text: &str| bare(text).to_owned());
    env.add_filter("sentence", |text: &str| sentence(text));
    env.add_filter("clauses", clauses);
    env.add_filter("sentences", sentences);
    env.add_filter("words", |n: i64| number::words(i128::from(n)));
    env.add_filter("opening", |n: u32| list::opening(n, Counting::Cardinal));
    env.add_filter("ordinal_opening", |n: u32| list::opening(n, Counting::Ordinal));
    env.add_filter("letter", |n: usize| list::point_letter(n));
    env.add_filter("roman", |n: u32| crate::viet::roman::numeral(n));
    env.add_filter("slug", |text: &str| fold::slug(text));
    env.add_filter("nobreak", |text: &str| nobreak::bind(text));
}

/// The strings of a list; things that are not strings are left out.
fn strings(items: &Value) -> Vec<String> {
    let Ok(items) = items.try_iter() else { return Vec::new() };
    items.filter(|item| item.kind() == ValueKind::String).map(|item| item.to_string()).collect()
}

/// `A, B và C`; `;` between items that hold commas.
fn join_vi(items: Value) -> String {
    list::join(&strings(&items), Conjunction::And)
}

/// Clauses of one sentence: each without its full stop and with a small first letter, joined.
fn clauses(items: Value) -> String {
    let clauses: Vec<String> = strings(&items).iter().map(|text| lower_first(bare(text))).collect();
    list::join(&clauses, Conjunction::And)
}

/// Sentences one after another, each with its capital and its full stop.
fn sentences(items: Value) -> String {
    strings(&items).iter().map(|text| sentence(text)).collect::<Vec<_>>().join(" ")
}

/// Blank lines as the paragraph marks of article templates.
fn blocks(text: &str) -> String {
    text.replace("\r\n", "\n").replace("\n\n", "\n¶\n")
}

/// Quotations one after another, each in its quotation marks.
fn quoted(items: Value) -> String {
    let marked = strings(&items)
        .into_iter()
        .map(|quote| format!("“{}”", quote.trim().trim_matches(['“', '”', '"']).trim_end_matches([',', '.'])));
    marked.collect::<Vec<_>>().join("; ")
}

/// Without a word it already begins with: the template says that word itself.
fn no_lead(text: &str, lead: &str) -> String {
    text.strip_prefix(lead).map_or(text, str::trim_start).to_owned()
}

/// `part` of `base` as `84,48%`.
fn percent(part: i64, base: i64) -> String {
    let whole = |value: i64| Decimal::whole(i128::from(value));
    whole(part).percent_of(whole(base), 2).map_or_else(String::new, |rate| format!("{}%", rate.trimmed()))
}

fn attribute(person: &Value, name: &str) -> String {
    match person.get_attr(name) {
        Ok(value) if value.kind() == ValueKind::String => value.to_string(),
        _ => String::new(),
    }
}

fn named(person: &Value) -> String {
    // A rank stands in the honorific's place: TS. Ingrid Halvorsen.
    let lead = if attribute(person, "rank").is_empty() { "honorific" } else { "rank" };
    let parts = [lead, "name"].map(|part| attribute(person, part));
    let mut name = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    let nationality = attribute(person, "nationality");
    if !nationality.is_empty() {
        name = format!("{name} ({nationality})");
    }
    name
}

/// `ông Ngô Quang Trung - Cục trưởng Cục A`; somebody unnamed is told by position or body.
fn person(person: Value) -> String {
    let (name, title) = (named(&person), attribute(&person, "title"));
    if attribute(&person, "name").is_empty() { title } else { list::person(&name, &title) }
}

/// Somebody named before: honorific and name.
fn again(person: Value) -> String {
    if attribute(&person, "name").is_empty() { attribute(&person, "title") } else { named(&person) }
}

/// Bodies in one phrase; a superior stands behind its body: `Cục A - Bộ B`.
fn bodies(items: Value) -> String {
    let Ok(items) = items.try_iter() else { return String::new() };
    let named = items.map(|body| {
        let (name, superior) = (attribute(&body, "name"), attribute(&body, "superior"));
        if superior.is_empty() || name.contains(&superior) { name } else { format!("{name} - {superior}") }
    });
    list::join(&named.collect::<Vec<_>>(), Conjunction::And)
}

/// Several persons in one phrase.
fn people(items: Value) -> String {
    let Ok(items) = items.try_iter() else { return String::new() };
    list::join(&items.map(person).collect::<Vec<_>>(), Conjunction::And)
}

/// Who speaks, as news says it: first position and name, `Cục trưởng Cục A Ngô Quang Trung`, else honorific and name.
fn speaker(person: Value) -> String {
    let name = attribute(&person, "name");
    let first = person.get_attr("positions").and_then(|positions| positions.get_item(&Value::from(0)));
    let position = first.ok().filter(|value| value.kind() == ValueKind::String).map(|value| value.to_string());
    match position {
        _ if name.is_empty() => attribute(&person, "title"),
        Some(position) => {
            let body = person.get_attr("body").map(|body| attribute(&body, "name")).unwrap_or_default();
            let body = if position.contains(&body) { String::new() } else { format!(" {body}") };
            format!("{position}{body} {name}")
        }
        None => named(&person),
    }
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A small first letter, unless the text begins with a name: an abbreviation, a body or a document, or two capital words
/// of which the first is none that clauses begin with.
fn lower_first(text: &str) -> String {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let abbreviation = first.chars().nth(1).is_some_and(char::is_uppercase);
    let ordinary = NO_BODIES.iter().any(|word| text.starts_with(word));
    let body = BODIES.iter().any(|body| text.starts_with(body)) && !ordinary;
    let article = first == "Điều" && second.starts_with(|c: char| c.is_ascii_digit());
    let name = capital(second) && !ordinary && !CLAUSE_WORDS.contains(&first);
    if abbreviation || body || article || name {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Words that keep their capital though a small word follows: NĐ 30/2020 PL II, III.1, IV, V.1.
const BODIES: &[&str] = &[
    "Ủy ban ",
    "Hội đồng ",
    "Nhân dân",
    "Nhà nước",
    "Chính phủ",
    "Quốc hội",
    "Thủ đô",
    "Thủ tướng",
    "Nghị quyết số",
    "Nghị định số",
    "Quyết định số",
    "Chỉ thị số",
    "Công điện số",
    "Thông báo số",
    "Thông tư số",
    "Kế hoạch số",
    "Luật ",
    "Đảng",
    "Trung ương",
    "Văn phòng ",
    "Sở ",
    "Bộ ",
    "Cục ",
    "Vụ ",
    "Ban ",
    "Chi cục ",
    "Tổng cục ",
    "Tổng công ty ",
    "Tập đoàn ",
    "Trung tâm ",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Quận ủy",
    "Thị ủy",
    "Đoàn Thanh niên",
    "Mặt trận",
    "Thường trực",
    "Viện ",
    "Học viện ",
    "Đại học ",
    "Tòa án ",
    "Công an ",
    "Kho bạc ",
    "Ngân hàng ",
    "Liên đoàn ",
    "Bảo hiểm xã hội ",
    "Thanh tra tỉnh",
    "Thanh tra Chính phủ",
    "Chủ tịch",
    "Bí thư",
    "Giám đốc",
    "Bộ trưởng",
    "Thứ trưởng",
    "Cục trưởng",
    "Vụ trưởng",
    "Ủy viên ",
    "Chánh Văn phòng",
    "Đại sứ ",
];

/// Ordinary words that begin like a body or stand before a name.
const NO_BODIES: &[&str] = &[
    "Ban hành",
    "Ban bố",
    "Ban đầu",
    "Bộ máy",
    "Bộ phận",
    "Bộ đội",
    "Bộ tài liệu",
    "Bộ chỉ số",
    "Bộ tiêu chí",
    "Cục bộ",
    "Cục diện",
    "Đảng viên",
    "Đường ",
    "Hội đồng thời",
    "Luật hóa",
    "Luật sư",
    "Phường ",
    "Sở dĩ",
    "Sở hữu",
    "Trung tâm hóa",
    "Văn phòng phẩm",
    "Viện dẫn",
    "Viện phí",
    "Vụ án",
    "Vụ cháy",
    "Vụ đông",
    "Vụ hè",
    "Vụ mùa",
    "Vụ việc",
    "Vụ xuân",
];

/// Words that a clause begins with, also before a name: *Đưa Nhà máy …*, *Giao Sở …*, *Cầu Khe Ngàn …*.
const CLAUSE_WORDS: &[&str] = &[
    "Đưa", "Giao", "Về", "Tại", "Theo", "Trong", "Từ", "Qua", "Các", "Những", "Một", "Hai", "Ba", "Bốn", "Năm", "Đề",
    "Kiến", "Báo", "Trình", "Xin", "Gửi", "Mời", "Nghe", "Làm", "Xây", "Xem", "Thực", "Tiếp", "Triển", "Phối", "Chỉ",
    "Yêu", "Thông", "Công", "Khai", "Kết", "Hoàn", "Rà", "Đôn", "Kiểm", "Tăng", "Đẩy", "Nâng", "Sửa", "Bổ", "Bầu",
    "Miễn", "Phê", "Tổ", "Quán", "Bám", "Nghiên", "Thi", "Cho", "Khi", "Nếu", "Do", "Vì", "Để", "Ký", "Đầu", "Hỗ",
    "Họp", "Gặp", "Thăm", "Khảo", "Đối", "Cùng", "Được", "Có", "Với", "Cầu", "Kè", "Đập", "Sông", "Xã", "Huyện",
    "Tỉnh", "Thôn", "Tuyến",
];

/// Without the stop, semicolon or comma at the end.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches("./.").trim_end_matches(['.', ';', ',', ':']).trim_end()
}

/// With a capital and a full stop.
fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    let ended = text.ends_with(['.', '!', '?', '…', '”']);
    let text = if ended { text.to_owned() } else { format!("{}.", bare(text)) };
    upper_first(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_first_letters_spare_names() {
        for (text, small) in [
            ("Đánh giá kết quả", "đánh giá kết quả"),
            ("Bộ Công Thương", "Bộ Công Thương"),
            ("UBND tỉnh", "UBND tỉnh"),
            ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
            ("Trung tâm Phục vụ hành chính công", "Trung tâm Phục vụ hành chính công"),
            ("Sở khảo sát trong quý II", "Sở khảo sát trong quý II"),
            ("Ban hành kế hoạch", "ban hành kế hoạch"),
            ("Chủ tịch UBND các xã", "Chủ tịch UBND các xã"),
            ("Đồng Nai có 95 xã", "Đồng Nai có 95 xã"),
            ("Đưa Nhà máy nước vào vận hành", "đưa Nhà máy nước vào vận hành"),
            ("Lam Giang có 34 xã", "Lam Giang có 34 xã"),
            ("Điều chỉnh kế hoạch", "điều chỉnh kế hoạch"),
            ("Điều 12 của Quy chế", "Điều 12 của Quy chế"),
            ("Công điện số 866/CĐ-TTg", "Công điện số 866/CĐ-TTg"),
            ("Công khai kết quả", "công khai kết quả"),
            ("Công an tỉnh tuần tra", "Công an tỉnh tuần tra"),
            ("Tỉnh ủy giao", "Tỉnh ủy giao"),
            ("Cầu Khe Ngàn", "cầu Khe Ngàn"),
            ("Họp Tổ công tác", "họp Tổ công tác"),
            ("Luật sư tham gia", "luật sư tham gia"),
        ] {
            assert_eq!(lower_first(text), small);
        }
    }

    #[test]
    fn sentences_end_once() {
        assert_eq!(
            sentences(Value::from(vec!["thu đạt kế hoạch;", "Chi đúng quy định."])),
            "Thu đạt kế hoạch. Chi đúng quy định."
        );
        assert_eq!(
            clauses(Value::from(vec!["Đánh giá kết quả.", "Bàn giải pháp;"])),
            "đánh giá kết quả và bàn giải pháp"
        );
    }
}
