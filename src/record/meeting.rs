//! `meeting.yaml`: a conference, session, seminar or working visit — *hội nghị, cuộc họp, kỳ họp, buổi làm việc*.

mod course;
mod outcome;
mod setting;

use super::agenda::AgendaItem;
use super::change::Change;
use super::common::Common;
use super::papers::{Issuer, Papers};
use super::party::Person;
use super::value::{Clock, Count, Day, Text};
use super::{choice, map_field, record, text_or_map_field};

pub use course::{Discussion, Limitation, LiveEntry, Proceeding, Proposal, Report, SpeakerGroup, Speech, SpeechKind};
pub use outcome::{Activity, ActivityKind, Citation, Personnel, PersonnelAction, Resolution, Vote, VoteBase};
pub use setting::{Absence, Attendance, Bridge, Bridges, Direction, Movement, Organisers, Place, Side};

choice! {
    /// What kind of meeting it is — *loại cuộc họp*.
    enum MeetingKind {
        Conference = "conference" "hội nghị";
        Meeting = "meeting" "cuộc họp";
        Session = "session" "kỳ họp";
        Seminar = "seminar" "hội thảo";
        WorkingVisit = "working_visit" "buổi làm việc";
        Briefing = "briefing" "họp giao ban";
        Ceremony = "ceremony" "lễ";
        Congress = "congress" "đại hội";
        Training = "training" "lớp tập huấn";
        FieldTrip = "field_trip" "chuyến khảo sát";
    }
}

choice! {
    /// The part of the day — *buổi*; told from the start time when absent.
    enum PartOfDay {
        Morning = "morning" "sáng";
        Noon = "noon" "trưa";
        Afternoon = "afternoon" "chiều";
        Evening = "evening" "tối";
        AllDay = "all_day" "cả ngày";
    }
}

record! {
    /// A meeting — *cuộc họp*.
    struct Meeting = "meeting.yaml" {
        ..common: Common;
        title: Text, "Tên cuộc họp", "Tên đầy đủ như trên giấy mời.";
        kind: Option<MeetingKind>, "Loại", "conference, meeting, session, seminar, working_visit, briefing, ceremony, congress, training, field_trip.";
        called: Option<Text>, "Gọi tắt", "Cách gọi ở những lần sau: Hội nghị, Kỳ họp …";
        headline: Option<Text>, "Tít", "Tít của bài, nếu khác tên cuộc họp.";
        series: Option<Series>, "Chuỗi", "Lần thứ mấy, của khu vực nào, kỳ trước ở đâu.";
        date: Day, "Ngày", "Ngày họp hoặc ngày đầu tiên.";
        end_date: Option<Day>, "Ngày cuối", "Ngày cuối nếu họp nhiều ngày.";
        start: Option<Clock>, "Bắt đầu", "Giờ bắt đầu.";
        end: Option<Clock>, "Kết thúc", "Giờ kết thúc.";
        part_of_day: Option<PartOfDay>, "Buổi", "sáng, trưa, chiều, tối, cả ngày.";
        changes: Vec<Change>, "Hủy, hoãn, đổi lịch", "Những lần hủy, hoãn, đổi lịch sau khi đã báo họp, theo thứ tự.";
        sessions: Vec<Sitting>, "Các phiên", "Từng phiên, từng ngày của cuộc họp dài.";
        place: Option<Place>, "Địa điểm", "Nơi họp.";
        bridges: Option<Bridges>, "Điểm cầu", "Các điểm cầu trực tuyến.";
        organisers: Option<Organisers>, "Tổ chức", "Cơ quan chỉ đạo, tổ chức, phối hợp.";
        chairs: Vec<Person>, "Chủ trì", "Một hoặc nhiều người chủ trì.";
        secretary: Vec<Person>, "Thư ký", "Người ghi biên bản.";
        attendance: Option<Attendance>, "Tham dự", "Ai được mời, có mặt, vắng mặt.";
        purposes: Vec<Text>, "Mục đích", "Từng mục đích, bắt đầu bằng động từ.";
        agenda: Vec<AgendaItem>, "Chương trình", "Các nội dung theo giờ; viết gọn cũng được: - 07h30 - 08h00 Đón tiếp đại biểu.";
        proceedings: Vec<Proceeding>, "Diễn biến", "Diễn biến theo trình tự, cho biên bản.";
        context: Vec<Text>, "Bối cảnh", "Những câu về bối cảnh.";
        results: Vec<Text>, "Kết quả nổi bật", "Những kết quả được đánh giá.";
        reports: Vec<Report>, "Báo cáo", "Báo cáo, tờ trình được nghe.";
        speeches: Vec<Speech>, "Phát biểu", "Phát biểu khai mạc, chỉ đạo, tham luận.";
        discussion: Option<Discussion>, "Thảo luận", "Ai có ý kiến, về những gì.";
        proposals: Vec<Proposal>, "Kiến nghị", "Kiến nghị và trả lời.";
        limitations: Vec<Limitation>, "Hạn chế", "Hạn chế và nguyên nhân.";
        votes: Vec<Vote>, "Biểu quyết", "Từng lần biểu quyết.";
        resolutions: Vec<Resolution>, "Nghị quyết", "Nghị quyết được thông qua.";
        resolutions_count: Option<Count>, "Số nghị quyết", "Tổng số nghị quyết, nếu không kể hết.";
        personnel: Vec<Personnel>, "Nhân sự", "Bầu, miễn nhiệm, bổ nhiệm.";
        activities: Vec<Activity>, "Hoạt động khác", "Khen thưởng, ký kết, trao cờ, thăm, tặng quà.";
        live: Vec<LiveEntry>, "Tường thuật", "Tường thuật theo giờ.";
        documents: Vec<Citation>, "Văn bản dẫn", "Văn bản được nhắc tới.";
        next: Option<NextMeeting>, "Lần tới", "Cuộc họp tiếp theo.";
        issuer: Option<Box<Issuer>>, "Cơ quan ban hành", "Cơ quan ban hành văn bản của cuộc họp, nếu khác site.yaml.";
        papers: Option<Box<Papers>>, "Văn bản", "Số, ngày, người ký từng văn bản.";
    }
}

choice! {
    /// How an ordinal is written — *kiểu số*.
    enum Numeral {
        Roman = "roman" "La Mã";
        Arabic = "arabic" "Ả Rập";
        Words = "words" "bằng chữ";
    }
}

record! {
    /// The series a meeting belongs to — *lần thứ, khóa, nhiệm kỳ*.
    struct Series = "series" {
        ordinal: Option<Count>, "Lần thứ", "Số thứ tự, bằng chữ số.";
        numeral: Option<Numeral>, "Kiểu số", "roman (mặc định), arabic hoặc words.";
        term: Option<Text>, "Khóa, nhiệm kỳ", "khóa XV, nhiệm kỳ 2021-2026 …";
        scope: Option<Text>, "Phạm vi", "các tỉnh, thành phố khu vực phía Nam …";
        year: Option<Text>, "Năm", "Năm của cuộc họp trong chuỗi.";
        previous: Option<PreviousEdition>, "Lần trước", "Lần tổ chức trước.";
    }
}

record! {
    /// The edition before — *lần trước*.
    struct PreviousEdition = "previous" {
        title: Text, "Tên", "Tên của lần trước.";
        place: Option<Text>, "Nơi tổ chức", "Lần trước tổ chức ở đâu.";
        date: Option<Day>, "Ngày", "Ngày của lần trước.";
    }
}

record! {
    /// One sitting of a long meeting — *phiên họp*.
    struct Sitting = "sitting" {
        name: Option<Text>, "Tên phiên", "Tên của phiên.";
        date: Option<Day>, "Ngày", "Ngày của phiên.";
        start: Option<Clock>, "Bắt đầu", "Giờ bắt đầu.";
        end: Option<Clock>, "Kết thúc", "Giờ kết thúc.";
        part_of_day: Option<PartOfDay>, "Buổi", "sáng, chiều …";
        place: Option<Place>, "Địa điểm", "Nơi họp của phiên.";
        chairs: Vec<Person>, "Chủ trì", "Người chủ trì phiên.";
        content: Vec<Text>, "Nội dung", "Nội dung của phiên.";
    }
}

record! {
    /// The meeting after this one — *lần tới*.
    struct NextMeeting = "next" {
        title: Option<Text>, "Tên", "Tên của lần tới.";
        place: Option<Text>, "Nơi", "Nơi đăng cai.";
        date: Option<Text>, "Thời gian", "Thời gian dự kiến.";
    }
}

map_field!(Series, Sitting, NextMeeting);
text_or_map_field!(PreviousEdition.title);
