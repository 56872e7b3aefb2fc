//! `people.yaml`: persons with their positions by date, bodies with official name and validity — *danh bạ*.

use super::value::{Day, Text};
use super::{map_field, record, text_or_map_field};

record! {
    /// The project's register — *danh bạ*.
    struct Register = "people.yaml" {
        people: Vec<RegisteredPerson>, "Người", "Những người thường gặp trong tin.";
        bodies: Vec<RegisteredBody>, "Cơ quan", "Các cơ quan, đơn vị với tên chính thức.";
    }
}

record! {
    /// A person of the register.
    struct RegisteredPerson = "registered person" {
        id: Text, "Mã", "Mã dùng trong các tin, như ngo-quang-trung.";
        name: Text, "Họ và tên", "Họ, chữ đệm và tên.";
        honorific: Option<Text>, "Cách gọi", "ông, bà, đồng chí …";
        rank: Option<Text>, "Học hàm, học vị", "GS.TS., PGS.TS. …";
        positions: Vec<DatedPosition>, "Chức vụ", "Các chức vụ, mỗi chức vụ có thể kèm thời gian.";
    }
}

record! {
    /// A position and when it was held — *chức vụ*.
    struct DatedPosition = "position" {
        title: Text, "Chức vụ", "Chức vụ kèm cơ quan.";
        from: Option<Day>, "Từ ngày", "Ngày nhận chức.";
        to: Option<Day>, "Đến ngày", "Ngày thôi chức.";
    }
}

record! {
    /// A body of the register.
    struct RegisteredBody = "registered body" {
        id: Text, "Mã", "Mã dùng trong các tin.";
        name: Text, "Tên", "Tên chính thức.";
        abbreviation: Option<Text>, "Viết tắt", "Dạng viết tắt.";
        superior: Option<Text>, "Cơ quan chủ quản", "Cơ quan cấp trên.";
        from: Option<Day>, "Từ ngày", "Ngày bắt đầu có tên này.";
        to: Option<Day>, "Đến ngày", "Ngày thôi dùng tên này.";
        successor: Option<Text>, "Nối tiếp", "Mã của cơ quan nối tiếp.";
    }
}

map_field!(RegisteredPerson, RegisteredBody);
text_or_map_field!(DatedPosition.title);
