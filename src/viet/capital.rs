//! Capitals after Nghị định 30/2020/NĐ-CP, Phụ lục II. Names come from a register of official forms, matched whatever
//! the capitals and the tone style of the text; what no register can hold (units, citations, calendar) from patterns.

mod near;
mod pattern;
mod register;
mod words;

use std::ops::Range;

pub use pattern::SURNAMES;
pub use register::Register;

/// A name or phrase whose capitals are not the official ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miscased {
    /// Where it stands, in bytes of the text given.
    pub range: Range<usize>,
    /// As it should stand, tones on the first vowel; at the head of a sentence it begins with a capital.
    pub right: String,
    /// The item of the annex: `III.1`, `V.8` …
    pub rule: &'static str,
    /// How firmly the annex is followed in practice.
    pub weight: Weight,
}

/// How firmly a rule holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The annex says so and print follows it.
    Rule,
    /// The annex says so; good papers differ (*nhân dân*, *Tết Nguyên đán*, *giám đốc Sở*).
    Habit,
}

/// Everything in the text whose capitals differ from the official ones, in order, none overlapping another.
///
/// Builds the register anew; who checks many texts keeps a [`Register`]. Headings in capitals throughout are
/// left alone.
pub fn check(text: &str) -> Vec<Miscased> {
    Register::new().check(text)
}

/// The text with the official capitals.
pub fn capitalise(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    for miscased in check(text) {
        mended.push_str(&text[at..miscased.range.start]);
        mended.push_str(&miscased.right);
        at = miscased.range.end;
    }
    mended.push_str(&text[at..]);
    mended
}

#[cfg(test)]
mod tests {
    use super::{capitalise, check};
    use crate::viet::fold::fold;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn capitals_follow_the_vectors() {
        let (mut right, mut caught, mut rows) = (0, 0, 0);
        let mut missed = Vec::new();
        let table = include_str!("../../tests/vectors/capitalization.tsv");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let column: Vec<&str> = line.split('\t').collect();
            let form = |cell: &str| cell.split(" (").next().unwrap().split(" / ").next().unwrap().to_owned();
            let (good, bad) = (form(column[0]), form(column[1]));
            rows += 1;
            let good = format!("Theo đó, {good} được nêu.");
            let bad = format!("Theo đó, {bad} được nêu.");
            right += usize::from(check(&good).is_empty());
            caught += usize::from(capitalise(&bad) == good);
            if !check(&good).is_empty() || capitalise(&bad) != good {
                missed.push(format!("{good}: {:?}; {}", check(&good), capitalise(&bad)));
            }
        }
        assert_eq!((right, caught), (rows, rows), "{missed:#?}");
    }

    #[test]
    fn patterns_and_names() {
        for (wrong, right) in [
            ("tại Tỉnh An Giang", "tại tỉnh An Giang"),
            ("ở quận 1 và Thành Phố Hồ Chí Minh", "ở Quận 1 và Thành phố Hồ Chí Minh"),
            ("theo Điểm a Khoản 2 điều 10 Luật đất đai", "theo điểm a khoản 2 Điều 10 Luật Đất đai"),
            ("căn cứ nghị định số 45/2012/NĐ-CP", "căn cứ Nghị định số 45/2012/NĐ-CP"),
            ("sáng Thứ Hai, chiều Chủ Nhật", "sáng thứ Hai, chiều Chủ nhật"),
            ("năm Giáp thìn", "năm Giáp Thìn"),
            ("Sở công thương", "Sở Công Thương"),
            ("bà Nguyễn thị Lan", "bà Nguyễn Thị Lan"),
            ("ông Lê Văn dũng - Bí thư", "ông Lê Văn Dũng - Bí thư"),
            ("Lai Châu 8.418, Đà nẵng 37", "Lai Châu 8.418, Đà Nẵng 37"),
            ("thủ tướng Phạm Minh Chính", "Thủ tướng Phạm Minh Chính"),
            ("đi Vla-Đi-Vô-xtốc", "đi Vla-đi-vô-xtốc"),
            ("dòng Sông Hồng", "dòng sông Hồng"),
            ("do Quốc Hội bầu ngày 20 Tháng 11", "do Quốc hội bầu ngày 20 tháng 11"),
            ("theo tỉnh ủy Kiên Giang", "theo Tỉnh ủy Kiên Giang"),
            ("ông Lê Văn An, Chủ Tịch xã", "ông Lê Văn An, Chủ tịch xã"),
            ("Phó Giám Đốc Sở Y tế", "Phó Giám đốc Sở Y tế"),
            ("tại Hội Nghị tổng kết", "tại Hội nghị tổng kết"),
            ("sửa đường; Đồng thời vệ sinh", "sửa đường; đồng thời vệ sinh"),
            ("lời bác Hồ dạy", "lời Bác Hồ dạy"),
            ("chính sách của đảng và Nhà nước", "chính sách của Đảng và Nhà nước"),
            ("kỳ họp quốc hội khóa XV", "kỳ họp Quốc hội khóa XV"),
            ("từ ban tuyên giáo trung ương", "từ Ban Tuyên giáo Trung ương"),
        ] {
            assert_eq!(capitalise(wrong), right);
            let decomposed: String = wrong.nfd().collect();
            assert_eq!(fold(&capitalise(&decomposed)), fold(right));
        }
    }

    #[test]
    fn leaves_alone_what_is_right() {
        for text in [
            "Tỉnh Kiên Giang tổ chức hội nghị. Tỉnh này có biển.",
            "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG",
            "Hòa bình và phát triển; giải Nobel Hòa bình",
            "Tỉnh ủy Kiên Giang, Thành ủy Cần Thơ",
            "hai mươi điều 5 nước cam kết; thứ hai, cần đổi mới",
            "đường bộ, chính phủ các nước, trong nhân dân",
            "Quận 1, Phường Điện Biên Phủ; huyện Núi Thành",
            "Bộ Công Thương và Sở Công Thương tỉnh Kiên Giang",
            "phối hợp Chi cục Hải quan cửa khẩu Xa Mát",
            "điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Hiến pháp",
            "Phòng Giáo dục và Đào tạo Sông Hinh; bà Trương Châu Mỹ; nhà trường Sa Pa",
            "Kế hoạch - Tài chính; Bà Rịa - Vũng Tàu; Hà Nội-Huế",
            "trận giữa Bình Dương và Sông Lam Nghệ An",
            "bà Trần Hội Nghị; anh Lê Thanh Tra; Đồng Tháp, Đồng Nai; Các Mác",
            "xử lý kỷ luật cán bộ, công chức; chấp hành pháp luật đất đai",
            "quê quán: Xã Bình Lộc; lịch: Thứ Bảy, 17/9; Thứ Hai, 19/9; ĐỒNG THÁP - Ngày 16 tháng 5",
            "Phó Chủ tịch UBND Thành phố Lê Văn Bình; đội bóng của phường 5 triệu đồng",
            "ông Nguyễn Văn và bà Nguyễn Thị cùng dự; Phòng Văn hóa",
            "căn cứ Tờ trình số 5; Theo đề nghị của Chánh Văn phòng",
            "đoàn của Kiểm toán Nhà nước khu vực III; kỷ niệm Cách mạng Tháng Tám",
            "phòng bệnh Dịch tả lợn Châu Phi; Đại sứ Vương quốc Bỉ",
        ] {
            let found: Vec<_> = check(text).into_iter().filter(|m| m.weight == super::Weight::Rule).collect();
            assert_eq!(found, [], "{text}");
        }
    }
}
