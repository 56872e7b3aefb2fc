//! Copies of an issued document — *bản sao*: sao y, trích sao, sao lục; NĐ 30/2020 Điều 25, PL I Phần II.

use super::papers::{Issuer, Signer};
use super::value::date::Signing;
use super::value::{Day, Flag, Text};
use super::{choice, map_field, record};

choice! {
    /// How a copy is made — *hình thức sao*; its key is its code in the number.
    enum CopyForm {
        True = "SY" "sao y";
        Extract = "TrS" "trích sao";
        OfACopy = "SL" "sao lục";
    }
}

record! {
    /// A copy — *bản sao*.
    struct CertifiedCopy = "certified copy" {
        form: CopyForm, "Hình thức sao", "SY (sao y), TrS (trích sao) hoặc SL (sao lục; in tiếp dưới bản sao y đứng trước nó).";
        parts: Vec<Text>, "Phần trích", "Của trích sao: những phần được trích, gọi như trong văn bản: Điều 2, Chương I, II, Phụ lục I.";
        electronic: Flag, "Bản điện tử", "true nếu sao sang định dạng điện tử: không in phần sao ở cuối, dành góc trên bên phải trang đầu cho chữ ký số.";
        signed_at: Option<Signing>, "Lúc ký số", "Của bản điện tử: ngày, giờ phút giây ký số (12/3/2026 14:30:05), in ở góc trên bên phải; bỏ trống để phần mềm ký in.";
        number: Option<Text>, "Số", "Số bản sao (05) hoặc cả số và ký hiệu (05/SY-UBND), đăng ký chung cho các loại bản sao trong năm; bỏ trống để điền tay.";
        date: Option<Day>, "Ngày", "Ngày sao; bỏ trống để điền tay.";
        issuer: Option<Issuer>, "Cơ quan", "Cơ quan sao, nếu khác site.yaml.";
        signer: Option<Signer>, "Người ký", "Người ký bản sao, nếu khác site.yaml.";
        recipients: Vec<Text>, "Nơi nhận", "Các dòng nơi nhận bản sao, không gồm dòng Lưu.";
        archive: Option<Text>, "Lưu", "Nội dung sau chữ Lưu:, mặc định VT.";
    }
}

impl CopyForm {
    /// What stands at the end of its file's name.
    pub fn suffix(self) -> &'static str {
        match self {
            CopyForm::True => "sao-y",
            CopyForm::Extract => "trich-sao",
            CopyForm::OfACopy => "sao-luc",
        }
    }
}

map_field!(CertifiedCopy);
