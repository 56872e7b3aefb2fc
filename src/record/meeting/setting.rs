//! Where a meeting takes place, who organises it and who is there — *địa điểm, cơ quan tổ chức, thành phần*.

use crate::record::party::{Body, Person};
use crate::record::value::{Clock, Count, Flag, Text};
use crate::record::{choice, map_field, record, text_or_map_field};

record! {
    /// Where it takes place — *địa điểm*.
    struct Place = "place" {
        venue: Option<Text>, "Nơi họp", "Hội trường, phòng họp, trụ sở.";
        address: Option<Text>, "Địa chỉ", "Số nhà, đường.";
        ward: Option<Text>, "Xã, phường", "Xã, phường, đặc khu.";
        district: Option<Text>, "Huyện, quận", "Chỉ dùng cho cuộc họp trước ngày 01/7/2025.";
        city: Option<Text>, "Thành phố", "Thành phố thuộc tỉnh.";
        province: Option<Text>, "Tỉnh, thành phố", "Tỉnh hoặc thành phố trực thuộc trung ương.";
        country: Option<Text>, "Nước", "Chỉ ghi khi ở nước ngoài.";
        online: Flag, "Trực tuyến", "true nếu họp trực tuyến.";
    }
}

record! {
    /// The bridge points of an online meeting — *điểm cầu*.
    struct Bridges = "bridges" {
        count: Option<Count>, "Số điểm cầu", "Tổng số điểm cầu.";
        participants: Option<Count>, "Số người dự", "Tổng số người dự ở các điểm cầu.";
        main: Option<Text>, "Điểm cầu chính", "Nơi đặt điểm cầu chính.";
        points: Vec<Bridge>, "Các điểm cầu", "Từng điểm cầu.";
    }
}

record! {
    /// One bridge point — *điểm cầu*.
    struct Bridge = "bridge" {
        name: Text, "Tên điểm cầu", "Nơi đặt điểm cầu.";
        count: Option<Count>, "Số người", "Số người dự tại đây.";
        people: Vec<Person>, "Người dự", "Người dự có tên.";
        groups: Vec<Text>, "Thành phần", "Thành phần không nêu tên.";
    }
}

record! {
    /// Who organises, by role — *cơ quan tổ chức*.
    struct Organisers = "organisers" {
        directing: Vec<Body>, "Chỉ đạo, giao", "Cơ quan chỉ đạo hoặc giao tổ chức.";
        hosting: Vec<Body>, "Tổ chức", "Cơ quan đứng ra tổ chức.";
        partners: Vec<Body>, "Phối hợp", "Cơ quan phối hợp.";
        sponsors: Vec<Body>, "Tài trợ, bảo trợ", "Đơn vị tài trợ, bảo trợ.";
    }
}

record! {
    /// Who was asked, who came, who did not — *thành phần*.
    struct Attendance = "attendance" {
        membership: Option<Count>, "Tổng số thành viên", "Số đại biểu, ủy viên theo quy định.";
        invited: Option<Count>, "Được mời", "Số người được triệu tập, mời.";
        present: Option<Count>, "Có mặt", "Số người có mặt.";
        absent: Vec<Absence>, "Vắng mặt", "Ai vắng, lý do.";
        people: Vec<Person>, "Người dự", "Người có tên, không thuộc bên nào.";
        sides: Vec<Side>, "Các bên", "Từng bên: Về phía …";
        groups: Vec<Text>, "Thành phần khác", "Thành phần không nêu tên.";
        movements: Vec<Movement>, "Đến, về giữa chừng", "Ai đến muộn, về sớm, ở nội dung nào.";
    }
}

record! {
    /// One side of the table — *về phía …*.
    struct Side = "side" {
        name: Text, "Bên", "Tên của bên, đọc sau chữ về phía.";
        people: Vec<Person>, "Người dự", "Người của bên này.";
        groups: Vec<Text>, "Thành phần", "Thành phần không nêu tên của bên này.";
        count: Option<Count>, "Số người", "Số người của bên này.";
    }
}

record! {
    /// Somebody who did not come — *vắng mặt*.
    struct Absence = "absence" {
        person: Option<Person>, "Người", "Người vắng.";
        count: Option<Count>, "Số người", "Số người vắng, khi không nêu tên.";
        reason: Option<Text>, "Lý do", "Lý do vắng.";
    }
}

choice! {
    /// In which direction somebody moved — *đến, về*.
    enum Direction {
        Arrives = "arrives" "đến";
        Leaves = "leaves" "về";
    }
}

record! {
    /// An arrival or departure during the meeting — *đến muộn, về sớm*.
    struct Movement = "movement" {
        person: Person, "Người", "Ai đến hoặc về.";
        direction: Direction, "Đến hay về", "arrives hoặc leaves.";
        at: Option<Clock>, "Lúc", "Giờ.";
        before: Option<Text>, "Trước nội dung", "Nội dung chương trình ngay sau đó.";
    }
}

map_field!(Bridges, Organisers, Attendance, Side, Movement, Absence);
text_or_map_field!(Place.venue, Bridge.name);
