//! What a meeting decides and does, and the documents it cites — *biểu quyết, nghị quyết, nhân sự, văn bản dẫn*.

use crate::record::party::{Body, Person};
use crate::record::value::{Count, Day, Rate, Text};
use crate::record::{choice, map_field, record, text_or_map_field};

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
    /// A document that is cited — *văn bản dẫn*: the number, or the whole reference in one line.
    struct Citation = "citation" {
        number: Text, "Số, ký hiệu", "45/2012/NĐ-CP, hoặc cả câu: Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ.";
        kind: Option<Text>, "Loại", "Nghị định, Quyết định … (mặc định theo ký hiệu).";
        date: Option<Day>, "Ngày", "Ngày ban hành.";
        issuer: Option<Text>, "Cơ quan", "Cơ quan ban hành.";
        about: Option<Text>, "Về", "Trích yếu.";
    }
}

map_field!(Vote, Personnel, Activity);
text_or_map_field!(Resolution.title, Citation.number);
