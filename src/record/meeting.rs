//! `meeting.yaml`: a conference, session, seminar or working visit — *hội nghị, cuộc họp, kỳ họp, buổi làm việc*.

use super::agenda::AgendaItem;
use super::change::Change;
use super::common::Common;
use super::papers::{Issuer, Papers};
use super::party::{Body, Person};
use super::value::{Clock, Count, Day, Flag, Rate, Text};
use super::{choice, map_field, record, text_or_map_field};

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

record! {
    /// One step of what happened, for the minutes — *diễn biến*.
    struct Proceeding = "proceeding" {
        at: Option<Clock>, "Lúc", "Giờ.";
        heading: Option<Text>, "Tiêu đề", "Tiêu đề của phần.";
        speaker: Option<Person>, "Người nói", "Ai phát biểu.";
        text: Text, "Nội dung", "Diễn biến, ý kiến.";
    }
}

record! {
    /// A report or submission that was heard — *báo cáo, tờ trình*.
    struct Report = "report" {
        title: Text, "Tên báo cáo", "Tên báo cáo, tờ trình.";
        presenter: Option<Person>, "Người trình bày", "Ai trình bày.";
        by: Option<Body>, "Của", "Cơ quan làm báo cáo.";
        number: Option<Text>, "Số, ký hiệu", "Số, ký hiệu của báo cáo.";
        points: Vec<Text>, "Nội dung chính", "Các ý chính, mỗi ý một câu.";
    }
}

choice! {
    /// What a speech was for — *loại phát biểu*.
    enum SpeechKind {
        Opening = "opening" "khai mạc";
        Welcome = "welcome" "chào mừng";
        Directing = "directing" "chỉ đạo";
        Contribution = "contribution" "tham luận";
        Remark = "remark" "ý kiến";
        Reply = "reply" "tiếp thu, giải trình";
        Closing = "closing" "bế mạc";
    }
}

record! {
    /// A speech — *phát biểu*.
    struct Speech = "speech" {
        kind: Option<SpeechKind>, "Loại", "opening, welcome, directing, contribution, remark, reply, closing.";
        speaker: Option<Person>, "Người phát biểu", "Ai phát biểu.";
        by: Option<Body>, "Thay mặt", "Cơ quan mà người phát biểu đại diện.";
        topic: Option<Text>, "Về", "Đề tài.";
        points: Vec<Text>, "Các ý", "Mỗi ý một câu, như lời thuật lại.";
        quotes: Vec<Text>, "Trích lời", "Lời nói nguyên văn, không kèm dấu ngoặc.";
    }
}

record! {
    /// The discussion as a whole — *thảo luận*.
    struct Discussion = "discussion" {
        count: Option<Count>, "Số ý kiến", "Số lượt ý kiến.";
        speakers: Vec<Text>, "Người có ý kiến", "Các cơ quan, đại diện có ý kiến.";
        groups: Vec<SpeakerGroup>, "Nhóm có ý kiến", "Cơ quan cùng loại của nhiều địa phương.";
        topics: Vec<Text>, "Về những gì", "Các vấn đề được nêu.";
        outcomes: Vec<Text>, "Kết quả", "Thảo luận đi đến điều gì, bắt đầu bằng động từ.";
        others: Flag, "Còn người khác", "true nếu danh sách chưa kể hết.";
    }
}

record! {
    /// Bodies of one kind in several places — *các Sở A, Trung tâm B các tỉnh X, Y, Z*.
    struct SpeakerGroup = "speaker group" {
        of: Vec<Text>, "Cơ quan", "Loại cơ quan: Sở Công Thương, Trung tâm Khuyến công …";
        places: Vec<Text>, "Địa phương", "Các địa phương.";
        places_word: Option<Text>, "Gọi chung", "Chữ đứng trước các địa phương: các tỉnh …";
    }
}

record! {
    /// What somebody asked for and what was answered — *kiến nghị và trả lời*.
    struct Proposal = "proposal" {
        by: Option<Text>, "Của", "Ai kiến nghị.";
        to: Option<Text>, "Tới", "Kiến nghị với ai.";
        text: Text, "Nội dung", "Kiến nghị điều gì, bắt đầu bằng động từ.";
        answered_by: Option<Person>, "Người trả lời", "Ai trả lời.";
        answer: Option<Text>, "Trả lời", "Trả lời thế nào.";
    }
}

record! {
    /// A shortcoming — *hạn chế, nguyên nhân*.
    struct Limitation = "limitation" {
        text: Text, "Hạn chế", "Hạn chế, viết như một vế câu.";
        causes: Vec<Text>, "Nguyên nhân", "Các nguyên nhân.";
    }
}

choice! {
    /// What the percentages of a vote are counted on — *mẫu số*.
    enum VoteBase {
        Present = "present" "đại biểu có mặt";
        Membership = "membership" "tổng số đại biểu";
        Ballots = "ballots" "số phiếu";
    }
}

record! {
    /// One vote — *biểu quyết*.
    struct Vote = "vote" {
        matter: Text, "Nội dung", "Biểu quyết về điều gì.";
        approve as "for": Count, "Tán thành", "Số phiếu, đại biểu tán thành.";
        against: Option<Count>, "Không tán thành", "Số không tán thành.";
        abstain: Option<Count>, "Không có ý kiến", "Số không có ý kiến khác.";
        not_voting: Option<Count>, "Có mặt không biểu quyết", "Số có mặt nhưng không biểu quyết.";
        not_taking_part: Option<Count>, "Không tham gia", "Số vắng, không tham gia.";
        base: Option<VoteBase>, "Mẫu số", "present (mặc định), membership hoặc ballots.";
        base_count: Option<Count>, "Số mẫu", "Con số của mẫu, nếu khác số đại biểu có mặt.";
        stated: Option<Rate>, "Tỷ lệ đã nêu", "Tỷ lệ như nguồn đã in; máy tính lại và so.";
        method: Option<Text>, "Cách thức", "giơ tay, bỏ phiếu kín …";
    }
}

record! {
    /// A resolution — *nghị quyết*.
    struct Resolution = "resolution" {
        title: Text, "Tên", "Nghị quyết về việc gì, đọc sau chữ Nghị quyết.";
        number: Option<Text>, "Số, ký hiệu", "Số, ký hiệu, nếu đã có.";
    }
}

choice! {
    /// What happened to a post — *việc nhân sự*.
    enum PersonnelAction {
        Elected = "elected" "bầu";
        Dismissed = "dismissed" "miễn nhiệm";
        Appointed = "appointed" "bổ nhiệm";
        Confirmed = "confirmed" "phê chuẩn";
    }
}

record! {
    /// A matter of personnel — *nhân sự*.
    struct Personnel = "personnel" {
        action: PersonnelAction, "Việc", "elected, dismissed, appointed hoặc confirmed.";
        person: Person, "Người", "Ai.";
        position: Text, "Chức vụ", "Chức vụ được bầu, miễn nhiệm …";
        approve as "for": Option<Count>, "Tán thành", "Số phiếu tán thành.";
        ballots: Option<Count>, "Số phiếu", "Tổng số phiếu.";
        base_count: Option<Count>, "Tổng số đại biểu", "Mẫu số khi tỷ lệ tính trên tổng số đại biểu.";
        stated: Option<Rate>, "Tỷ lệ đã nêu", "Tỷ lệ như nguồn đã in.";
    }
}

choice! {
    /// What else was done — *loại hoạt động*.
    enum ActivityKind {
        Award = "award" "khen thưởng";
        Signing = "signing" "ký kết";
        Handover = "handover" "bàn giao, trao cờ";
        Visit = "visit" "thăm, khảo sát";
        Gift = "gift" "tặng quà";
        Exhibition = "exhibition" "trưng bày";
        Other = "other" "khác";
    }
}

record! {
    /// An award, signing, hand-over, visit or gift — *hoạt động khác*.
    struct Activity = "activity" {
        kind: ActivityKind, "Loại", "award, signing, handover, visit, gift, exhibition, other.";
        text: Option<Text>, "Nội dung", "Một câu đầy đủ; nếu có thì in nguyên câu này.";
        what: Option<Text>, "Cái gì", "Bằng khen, biên bản ghi nhớ, cờ luân lưu …";
        by: Vec<Body>, "Bên trao, bên ký", "Ai trao, ai ký.";
        to: Vec<Text>, "Bên nhận", "Ai nhận.";
        counts: Vec<Count>, "Số lượng", "03 tập thể, 15 cá nhân …";
    }
}

record! {
    /// A live entry — *tường thuật*.
    struct LiveEntry = "live entry" {
        at: Clock, "Lúc", "Giờ.";
        text: Text, "Nội dung", "Điều đang diễn ra.";
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

record! {
    /// A document that is cited — *văn bản dẫn*: the number, or the whole reference in one line.
    struct Citation = "citation" {
        number: Text, "Số, ký hiệu", "45/2012/NĐ-CP, hoặc cả câu: Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ.";
        kind: Option<Text>, "Loại", "Nghị định, Quyết định … (mặc định theo ký hiệu).";
        date: Option<Day>, "Ngày", "Ngày ban hành.";
        issuer: Option<Text>, "Cơ quan", "Cơ quan ban hành.";
        about: Option<Text>, "Về", "Trích yếu.";
    }
}

map_field!(
    Series,
    Sitting,
    Bridges,
    Organisers,
    Attendance,
    Side,
    Movement,
    Absence,
    Speech,
    Discussion,
    SpeakerGroup,
    Vote,
    Personnel,
    Activity,
    LiveEntry,
    NextMeeting
);
text_or_map_field!(
    Place.venue,
    PreviousEdition.title,
    Bridge.name,
    Report.title,
    Proceeding.text,
    Proposal.text,
    Limitation.text,
    Resolution.title,
    Citation.number
);
