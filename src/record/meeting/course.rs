//! What is reported, said and asked for at a meeting — *diễn biến, báo cáo, phát biểu, kiến nghị*.

use crate::record::party::{Body, Person};
use crate::record::value::{Clock, Count, Flag, Text};
use crate::record::{choice, map_field, record, text_or_map_field};

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

record! {
    /// A live entry — *tường thuật*.
    struct LiveEntry = "live entry" {
        at: Clock, "Lúc", "Giờ.";
        text: Text, "Nội dung", "Điều đang diễn ra.";
    }
}

map_field!(Speech, Discussion, SpeakerGroup, LiveEntry);
text_or_map_field!(Report.title, Proceeding.text, Proposal.text, Limitation.text);
