//! Which office documents a meeting gives, each with number, date, signer and recipients.

use super::value::{Day, Flag, Text};
use super::{choice, map_field, record};

record! {
    /// Who issues a document — *cơ quan ban hành*; what is absent comes from `site.yaml`.
    struct Issuer = "issuer" {
        superior: Option<Text>, "Cơ quan chủ quản", "Tên cơ quan chủ quản trực tiếp, như Ủy ban nhân dân tỉnh A đối với sở; HĐND, UBND các cấp ghi none.";
        name: Option<Text>, "Cơ quan ban hành", "Tên chính thức của cơ quan ban hành.";
        code: Option<Text>, "Ký hiệu cơ quan", "Chữ viết tắt trong số, ký hiệu: UBND, CTĐP …";
        place: Option<Text>, "Địa danh", "Địa danh ghi trước ngày tháng.";
    }
}

record! {
    /// Who signs — *người ký*.
    struct Signer = "signer" {
        authority: Vec<Text>, "Quyền hạn", "Các dòng đứng trên chức vụ, từng dòng một: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, TL., TUQ.; HĐND: TM. HỘI ĐỒNG NHÂN DÂN.";
        position: Option<Text>, "Chức vụ", "Chức vụ của người ký.";
        name: Option<Text>, "Họ tên", "Họ và tên, không kèm học hàm, học vị.";
    }
}

choice! {
    /// The sizes of a document's head and body, which grow and shrink together — *cỡ chữ*, NĐ 30/2020 PL I mục V.
    enum Sizes {
        Large = "13/14" "cỡ 13-14";
        Small = "12/13" "cỡ 12-13";
    }
}

record! {
    /// One document — *văn bản*.
    struct Paper = "paper" {
        number: Option<Text>, "Số", "Số văn bản (09) hoặc cả số và ký hiệu (09/TB-BCT); bỏ trống để điền tay.";
        date: Option<Day>, "Ngày", "Ngày ban hành; bỏ trống để điền tay.";
        subject: Option<Text>, "Trích yếu", "Trích yếu, nếu khác câu máy soạn.";
        issuer: Option<Box<Issuer>>, "Cơ quan", "Cơ quan ban hành, nếu khác site.yaml.";
        signer: Option<Box<Signer>>, "Người ký", "Người ký văn bản.";
        to: Vec<Text>, "Kính gửi, kính mời", "Người hoặc cơ quan nhận chính.";
        recipients: Vec<Text>, "Nơi nhận", "Các dòng nơi nhận, không gồm dòng Lưu.";
        archive: Option<Text>, "Lưu", "Nội dung sau chữ Lưu:, ví dụ VT, VP.";
        notes: Vec<Text>, "Lưu ý", "Những điều cần lưu ý ở cuối giấy mời.";
        sizes: Option<Sizes>, "Cỡ chữ", "13/14 hoặc 12/13, nếu khác site.yaml.";
        public: Flag, "Công khai", "true nếu văn bản được đăng cùng tin.";
    }
}

record! {
    /// The documents of a meeting — *văn bản của cuộc họp*.
    struct Papers = "papers" {
        invitation: Option<Paper>, "Giấy mời", "Giấy mời họp.";
        programme: Option<Paper>, "Chương trình", "Chương trình họp.";
        minutes: Option<Paper>, "Biên bản", "Biên bản họp.";
        notice: Option<Paper>, "Thông báo kết luận", "Thông báo kết luận.";
        report: Option<Paper>, "Báo cáo kinh phí", "Báo cáo kinh phí.";
    }
}

map_field!(Issuer, Signer, Paper, Papers);
