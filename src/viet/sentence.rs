//! Clauses and sentences put together from pieces — *câu, vế câu*: their first letters and their full stops.

/// A capital first letter — *viết hoa chữ đầu*.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A small first letter, unless the text begins with a name: an abbreviation, a body or a document, or two capital words
/// of which the first is none that clauses begin with.
pub fn lower_first(text: &str) -> String {
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
    "Thuế cơ sở",
    "Thuế tỉnh",
    "Thuế thành phố",
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
pub fn bare(text: &str) -> &str {
    text.trim().trim_end_matches("./.").trim_end_matches(['.', ';', ',', ':']).trim_end()
}

/// With a capital and a full stop.
pub fn sentence(text: &str) -> String {
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
    fn a_sentence_has_its_capital_and_one_stop() {
        for (text, whole) in
            [("thu đạt kế hoạch;", "Thu đạt kế hoạch."), ("Đạt.", "Đạt."), ("hết./.", "Hết./."), ("", "")]
        {
            assert_eq!(sentence(text), whole);
        }
    }
}
