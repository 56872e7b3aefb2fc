//! The numbers of Nghị định 30/2020/NĐ-CP, Phụ lục I, with their places; nothing here is read from the templates.

use crate::read::{Colour, MM};

/// A range, both ends in.
pub type Range = (f64, f64);

// Phần I, mục I.1: A4 only; on its side for tables.
pub const PAPER: (f64, f64) = (210.0 * MM, 297.0 * MM);
// Phần I, mục I.4: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
pub const TOP: Range = (20.0 * MM, 25.0 * MM);
pub const BOTTOM: Range = (20.0 * MM, 25.0 * MM);
pub const LEFT: Range = (30.0 * MM, 35.0 * MM);
pub const RIGHT: Range = (15.0 * MM, 20.0 * MM);

// Phần I, mục I.5 and the faces known to have the same metrics.
pub const FAMILIES: [&str; 5] = ["Tinos", "TimesNewRoman", "LiberationSerif", "TeXGyreTermes", "TimesNewRomanPS"];

// Phần I, mục I.6.
pub const BLACK: Colour = [0.0; 3];

// Phần II, mục II.1; mục V, ô 1: Quốc hiệu 12–13, Tiêu ngữ 13–14, in pairs with the date (note to the table).
pub const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
pub const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
pub const PAIRS: [(f64, f64); 2] = [(12.0, 13.0), (13.0, 14.0)];

// Mục V, ô 2: name of the body; ô 3: number; ô 5a: title; ô 5b: subject of a letter; ô 6: body; ô 7: signature.
pub const BODY_NAME: Range = (12.0, 13.0);
pub const NUMBER: Range = (13.0, 13.0);
pub const TITLE: Range = (13.0, 14.0);
pub const LETTER_SUBJECT: Range = (12.0, 13.0);
pub const LETTER_SUBJECT_GAP: f64 = 6.0;
pub const BODY: Range = (13.0, 14.0);
pub const SIGNATURE: Range = (13.0, 14.0);
// Ô 9b.
pub const RECIPIENTS_HEAD: f64 = 12.0;
pub const RECIPIENTS: f64 = 11.0;
// Số trang; phụ lục.
pub const PAGE_NUMBER: Range = (13.0, 14.0);
pub const APPENDIX_HEAD: f64 = 14.0;
pub const APPENDIX_NOTE: Range = (13.0, 14.0);

// Mục II.2, II.5: a rule of 1/3–1/2 of the line above.
pub const RULE_PART: Range = (1.0 / 3.0, 0.5);

// Mục II.6.e: indent 1 cm or 1,27 cm; 6 pt and more between paragraphs; single to 1,5 lines.
pub const INDENTS: [f64; 2] = [10.0 * MM, 12.7 * MM];
pub const PARAGRAPH_GAP: f64 = 6.0;
// Pitch of single lines of Times New Roman over its size: (1825 + 443 + 87) / 2048.
pub const SINGLE: f64 = 1.15;
pub const MOST_LINES: f64 = 1.5;
// The face itself: tops of capitals and depth of letters over the size.
pub const CAPITALS: f64 = 0.655;
pub const DESCENT: f64 = 0.216;

// Mục II.7.
pub const AUTHORITIES: [&str; 5] = ["TM. ", "Q. ", "KT. ", "TL. ", "TUQ. "];
pub const DEGREES: [&str; 5] = ["GS.", "PGS.", "TS.", "ThS.", "GS "];
// Custom of offices: room for signature and seal.
pub const SIGN_SPACE: f64 = 20.0 * MM;
/// Lines of recipients that fill a page beside two lines of the body.
pub const LINES_OF_A_PAGE: usize = 45;
/// Lines of the body that stand on the page of the signature at least.
pub const LINES_WITH_SIGNATURE: usize = 2;

// Mục II.9.a: letters and tờ trình have addressees, báo cáo if they go to a superior. A phiếu chuyển is not named there;
// an office that says in its record whom it goes to means it to be printed.
pub const ALWAYS_ADDRESSED: [&str; 2] = ["", "TTr"];
pub const ADDRESSED: [&str; 4] = ["", "TTr", "BC", "PC"];

// Phụ lục III, mục I: codes of the kinds.
pub const CODES: [&str; 27] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ",
    "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB",
];

// Mục II.6: letters of points, in order.
pub const POINTS: [&str; 23] =
    ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"];

// Mục II.6 and mục V: the words of divisions and what their numbers are made of.
pub const ROMAN: &str = "IVXLC";
pub const ARABIC: &str = "0123456789";
pub const DIVISIONS: [(&str, &str); 4] = [("Phần", ROMAN), ("Chương", ROMAN), ("Mục", ARABIC), ("Tiểu mục", ARABIC)];

// Mục II.7, II.8: the signature in the middle, the seal at its left over about a third.
pub const SIGNATURE_OFF: f64 = 3.0 * MM;
pub const SEAL_COVERS: Range = (0.25, 0.4);

// NQ 202/2025/QH15, NQ 176/2025/QH15, NĐ 45/2025/NĐ-CP: what names no body since 01/7/2025, year and month.
pub const REFORM: (u32, u32) = (2025, 7);
pub const GONE: [&str; 15] = [
    "huyện",
    "quận",
    "thị xã",
    "thị trấn",
    "Bộ Kế hoạch và Đầu tư",
    "Bộ Thông tin và Truyền thông",
    "Bộ Giao thông vận tải",
    "Bộ Tài nguyên và Môi trường",
    "Bộ Nông nghiệp và Phát triển nông thôn",
    "Bộ Lao động - Thương binh và Xã hội",
    "Sở Kế hoạch và Đầu tư",
    "Sở Giao thông vận tải",
    "Sở Tài nguyên và Môi trường",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Lao động - Thương binh và Xã hội",
];

/// Provinces that were merged into another on that day: `Kiên Giang`.
pub fn merged_provinces() -> Vec<&'static str> {
    let rows = include_str!("../vectors/provinces_2025.tsv").lines().map(|row| row.split('\t').collect::<Vec<_>>());
    let (new, old): (Vec<_>, Vec<_>) = rows.filter(|cells| cells.len() > 4).partition(|cells| cells[0] == "N");
    let there = |name: &str| new.iter().any(|cells| cells[2] == name);
    old.iter().filter(|cells| cells[0] == "O" && !there(cells[2])).map(|cells| cells[2]).collect()
}

// Mục III.2.b: stamps of urgency, width and height.
pub const STAMPS: [(&str, f64, f64); 3] =
    [("HỎA TỐC", 30.0 * MM, 8.0 * MM), ("THƯỢNG KHẨN", 40.0 * MM, 8.0 * MM), ("KHẨN", 20.0 * MM, 8.0 * MM)];

/// The assertions of the standard's list in its order: row 1 is the first. Each is measured in `rows`.
pub const ASSERTIONS: [&str; 47] = [
    "every page A4, on its side for tables alone",
    "left edge 30–35 mm",
    "right edge 15–20 mm",
    "top edge 20–25 mm",
    "bottom edge 20 mm and more",
    "one known face, embedded",
    "black, but for signature, seal and stamp",
    "Unicode letters, composed, none missing",
    "national name: words, capitals, bold, size, place",
    "motto: words, bold, size, under the national name",
    "sizes of national name, motto and date in pairs",
    "a rule as long as the motto",
    "issuing body bold, its superior regular, both capitals, centred",
    "a rule of 1/3–1/2 under the issuing body",
    "Số: size, upright, under the body's name",
    "Số: two figures, no spaces",
    "Số: the code of the kind",
    "place and date: words, italic, level with the number, centred",
    "zeros of days and months",
    "name of the kind: capitals, bold, size, centred",
    "subject: bold, right below, a rule of 1/3–1/2",
    "V/v of a letter: size, regular, 6 pt under the number, no rule",
    "one size of the body",
    "justified on both sides",
    "indent 10 or 12,7 mm, the same everywhere",
    "pitch of lines, single to 1,5",
    "6 pt and more between paragraphs",
    "legal bases in italics; semicolons, a full stop at the end",
    "divisions: Roman and Arabic numbers, bold, centred, titles in capitals below",
    "articles bold; letters of points in order",
    "./. at the very end, once",
    "page numbers: none on page 1, centred in the top margin",
    "appendices count their own pages",
    "Nơi nhận: size, bold italic, left edge, level with the signature",
    "recipients: size, dashes, marks, Lưu: VT at the end",
    "Kính gửi where the kind has it, dashes under the colon",
    "TM., KT., TL., TUQ., Q. with a dot and a space",
    "the signer's name under the position, without degrees",
    "room for the signature, never parted from two lines of text",
    "minutes: labels in order, THƯ KÝ and CHỦ TỌA level",
    "invitation: labels in order",
    "appendix: head, name, reference",
    "stamps of urgency: measures, red",
    "signature blue, in the middle; seal red, over a third of it",
    "tables: head again, rows whole, commas below one another",
    "no level or body that was gone on the day",
    "version, tags, language, title, author, subject",
];

/// How much a measure may be off: sizes, places near and far.
pub const SIZE_OFF: f64 = 0.3;
pub const MM_OFF: f64 = MM;
pub const TWO_MM_OFF: f64 = 2.0 * MM;
pub const LINE_OFF: f64 = 2.0;

/// Whether a place is in a range, give or take.
pub fn near(found: f64, wanted: Range, off: f64) -> bool {
    wanted.0 - off <= found && found <= wanted.1 + off
}

/// One kind of document: what differs between them.
pub struct Form {
    /// Its file.
    pub file: &'static str,
    /// Its title in capitals; empty for a letter.
    pub title: &'static str,
    /// Its code of Phụ lục III; empty for a letter.
    pub code: &'static str,
    /// Phrases that stand in it in this order.
    pub phrases: &'static [&'static str],
}

const MINUTES: [&str; 8] = [
    "Thời gian bắt đầu:",
    "Địa điểm:",
    "Thành phần tham dự:",
    "Chủ trì (chủ tọa):",
    "Thư ký (người ghi biên bản):",
    "Nội dung (theo diễn biến",
    "kết thúc vào",
    "- Lưu: VT, Hồ sơ.",
];
const INVITATION: [&str; 5] = ["trân trọng kính mời", "Tới dự", "Chủ trì", "Thời gian", "Địa điểm"];

/// Kinds for which the decree prescribes no form: letters to everybody, and what several parties sign.
pub const FREE: [&str; 4] = ["thu-cong.pdf", "hop-dong.pdf", "ban-ghi-nho.pdf", "ban-thoa-thuan.pdf"];

/// Điều 7 and Phụ lục III: the kinds that have a form, and the notice and report made of other records. A new kind is a row.
pub const FORMS: [Form; 27] = [
    Form { file: "nghi-quyet.pdf", title: "NGHỊ QUYẾT", code: "NQ", phrases: &[] },
    Form { file: "quyet-dinh.pdf", title: "QUYẾT ĐỊNH", code: "QĐ", phrases: &[] },
    Form { file: "chi-thi.pdf", title: "CHỈ THỊ", code: "CT", phrases: &[] },
    Form { file: "quy-che.pdf", title: "QUY CHẾ", code: "QC", phrases: &[] },
    Form { file: "quy-dinh.pdf", title: "QUY ĐỊNH", code: "QyĐ", phrases: &[] },
    Form { file: "thong-cao.pdf", title: "THÔNG CÁO", code: "TC", phrases: &[] },
    Form { file: "thong-bao.pdf", title: "THÔNG BÁO", code: "TB", phrases: &[] },
    Form { file: "huong-dan.pdf", title: "HƯỚNG DẪN", code: "HD", phrases: &[] },
    Form { file: "chuong-trinh.pdf", title: "CHƯƠNG TRÌNH", code: "CTr", phrases: &[] },
    Form { file: "ke-hoach.pdf", title: "KẾ HOẠCH", code: "KH", phrases: &[] },
    Form { file: "phuong-an.pdf", title: "PHƯƠNG ÁN", code: "PA", phrases: &[] },
    Form { file: "de-an.pdf", title: "ĐỀ ÁN", code: "ĐA", phrases: &[] },
    Form { file: "du-an.pdf", title: "DỰ ÁN", code: "DA", phrases: &[] },
    Form { file: "bao-cao.pdf", title: "BÁO CÁO", code: "BC", phrases: &[] },
    Form { file: "bien-ban.pdf", title: "BIÊN BẢN", code: "BB", phrases: &MINUTES },
    Form { file: "to-trinh.pdf", title: "TỜ TRÌNH", code: "TTr", phrases: &[] },
    Form { file: "cong-van.pdf", title: "", code: "", phrases: &[] },
    Form { file: "cong-dien.pdf", title: "CÔNG ĐIỆN", code: "CĐ", phrases: &[] },
    Form { file: "giay-uy-quyen.pdf", title: "GIẤY ỦY QUYỀN", code: "GUQ", phrases: &[] },
    Form { file: "giay-moi.pdf", title: "GIẤY MỜI", code: "GM", phrases: &INVITATION },
    Form { file: "giay-gioi-thieu.pdf", title: "GIẤY GIỚI THIỆU", code: "GGT", phrases: &[] },
    Form { file: "giay-nghi-phep.pdf", title: "GIẤY NGHỈ PHÉP", code: "GNP", phrases: &[] },
    Form { file: "phieu-gui.pdf", title: "PHIẾU GỬI", code: "PG", phrases: &[] },
    Form { file: "phieu-chuyen.pdf", title: "PHIẾU CHUYỂN", code: "PC", phrases: &[] },
    Form { file: "phieu-bao.pdf", title: "PHIẾU BÁO", code: "PB", phrases: &[] },
    Form { file: "thong-bao-ket-luan.pdf", title: "THÔNG BÁO", code: "TB", phrases: &[] },
    Form { file: "bao-cao-kinh-phi.pdf", title: "BÁO CÁO", code: "BC", phrases: &[] },
];
