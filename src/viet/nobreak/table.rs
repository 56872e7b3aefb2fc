//! The words that bind: scales, units, labels, abbreviations before a name — *bảng từ giữ dòng*.
//!
//! Counted nouns (*12 xã*, *5 người*) are left out on purpose: they read well across a line end.

/// Words that count a number in thousands — *nghìn, triệu, tỷ*.
pub(super) const SCALES: [&str; 6] = ["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "vạn"];

/// Units after a number (rule F8), as they are written.
pub(super) const UNITS: [&str; 53] = [
    "đồng", "đ", "₫", "VND", "VNĐ", "USD", "EUR", "%", "‰", "m", "cm", "mm", "km", "m2", "m²", "km2", "km²", "m3",
    "m³", "ha", "g", "kg", "mg", "tấn", "tạ", "yến", "lít", "ml", "°C", "°", "W", "kW", "kWh", "MW", "MWh", "GWh",
    "kV", "kVA", "MVA", "V", "A", "Hz", "h", "giờ", "phút", "giây", "tuổi", "euro", "km/h", "m³/s", "kg/ha", "tạ/ha",
    "tấn/ha",
];

/// Words that look like a unit or a scale until the next word is read: *tỷ lệ, đồng chí, triệu tập*.
pub(super) const COMPOUNDS: [(&str, &str); 21] = [
    ("tỷ", "lệ"),
    ("tỉ", "lệ"),
    ("tỷ", "trọng"),
    ("tỉ", "trọng"),
    ("tỷ", "giá"),
    ("tỉ", "giá"),
    ("tỷ", "suất"),
    ("tỷ", "số"),
    ("triệu", "tập"),
    ("triệu", "hồi"),
    ("đồng", "chí"),
    ("đồng", "bào"),
    ("đồng", "thời"),
    ("đồng", "ý"),
    ("đồng", "bộ"),
    ("đồng", "bằng"),
    ("đồng", "Nai"),
    ("đồng", "đội"),
    ("đồng", "hành"),
    ("tấn", "công"),
    ("giờ", "đây"),
];

/// Labels before a number in figures — *Điều 5, khoản 2, số 45, ngày 10, tháng 9, năm 2024*.
pub(super) const LABELS: [&str; 31] = [
    "điều",
    "khoản",
    "điểm",
    "mục",
    "chương",
    "phần",
    "lục",
    "số",
    "ngày",
    "tháng",
    "năm",
    "tuần",
    "quý",
    "khóa",
    "khoá",
    "thứ",
    "kỳ",
    "tập",
    "trang",
    "bảng",
    "hình",
    "biểu",
    "mẫu",
    "quận",
    "phường",
    "tổ",
    "lộ",
    "hạng",
    "cấp",
    "lớp",
    "vùng",
];

/// Labels before a Roman numeral — *Chương XII, quý IV, khóa XIII, lần thứ XIV*.
pub(super) const ROMAN_LABELS: [&str; 12] =
    ["chương", "phần", "mục", "lục", "quý", "khóa", "khoá", "thứ", "kỳ", "hạng", "cấp", "vùng"];

/// Abbreviations that lean on the name after them — *TP. Hồ Chí Minh, PGS. TS. Nguyễn Văn A*.
pub(super) const LEANING: [&str; 22] = [
    "TP.", "TP", "Tp.", "Tp", "TX.", "TT.", "P.", "Q.", "H.", "X.", "GS.", "PGS.", "TS.", "ThS.", "BS.", "KS.", "CN.",
    "LS.", "NGND.", "NGƯT.", "Đ/c", "đ/c",
];
